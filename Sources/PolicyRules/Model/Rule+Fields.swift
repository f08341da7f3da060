extension Rule {
    /// The names of the kind fields that this rule has, in the contract's order.
    public var kindFields: [String] {
        var fields: [String] = []
        func note(_ name: String, _ isPresent: Bool) {
            if isPresent { fields.append(name) }
        }
        note("amount", amount != nil)
        note("rate", rate != nil)
        note("payer", payer != nil)
        note("mode", mode != nil)
        note("window", window != nil)
        note("period", period != nil)
        note("paidDuring", paidDuring != nil)
        note("monthDays", monthDays != nil)
        note("effect", effect != nil)
        note("duration", duration != nil)
        note("per", per != nil)
        note("within", within != nil)
        note("priorYears", priorYears != nil)
        note("trigger", trigger != nil)
        note("direction", direction != nil)
        note("afterYears", afterYears != nil)
        note("principle", principle != nil)
        note("topic", topic != nil)
        note("to", to != nil)
        note("document", document != nil)
        note("text", text != nil)
        note("service", service != nil)
        note("institutionLevel", institutionLevel != nil)
        note("band", band != nil)
        return fields
    }

    /// The names of the fields of this rule that say what it is about and under which conditions, for every kind.
    public var scopeFields: [String] {
        var fields = ["kind", "scheme"]
        if jurisdiction != nil { fields.append("jurisdiction") }
        if planYear != nil { fields.append("planYear") }
        if population != nil { fields.append("population") }
        if tier != nil { fields.append("tier") }
        if !conditions.isEmpty { fields.append("conditions") }
        return fields
    }
}
