extension FindingCollector {
    mutating func check(_ rule: Rule) {
        text("id", rule.id, .ruleID)
        optional("jurisdiction", rule.jurisdiction) { $0.check($1) }
        number("planYear", rule.planYear, planYears)
        optional("population", rule.population) { collector, population in
            collector.text("category", population.category, .category)
            collector.text("text", population.text)
            collector.texts("qualifiers", population.qualifiers)
            collector.texts("excludes", population.excludes)
        }
        optional("tier", rule.tier) { collector, tier in
            collector.number("rank", tier.rank, 1...Int.max)
            collector.text("text", tier.text)
        }
        checkKind(rule)
        checkValues(rule)
        each("conditions", rule.conditions) { $0.text("text", $1.text) }
        checkEvidence(rule)
        each("alternatives", rule.alternatives) { collector, alternative in
            collector.check(alternative)
            if !alternative.alternatives.isEmpty {
                collector.at("alternatives") {
                    $0.report(.unexpectedField, "an alternative has no alternatives of its own")
                }
            }
        }
        if rule.certainty == .ambiguous, rule.alternatives.isEmpty {
            report(.missingField, "an ambiguous rule has alternatives")
        }
        text("extractor", rule.extractor, .word)
    }

    private mutating func checkKind(_ rule: Rule) {
        let kind = rule.kind
        let stated = rule.kindFields
        for field in kind.requiredFields where !stated.contains(field) {
            report(.missingField, "a rule of the kind \(kind.rawValue) has the field \(field)")
        }
        if !kind.alternativeFields.isEmpty, !stated.contains(where: kind.alternativeFields.contains) {
            let fields = kind.alternativeFields.joined(separator: " or ")
            report(.missingField, "a rule of the kind \(kind.rawValue) has the field \(fields)")
        }
        let known = kind.requiredFields + kind.alternativeFields + kind.optionalFields
        for field in stated where !known.contains(field) {
            at(field) {
                $0.report(
                    .unexpectedField, "a rule of the kind \(kind.rawValue) does not have the field \(field)",
                    severity: .warning)
            }
        }
    }

    private mutating func checkValues(_ rule: Rule) {
        optional("amount", rule.amount) { $0.check($1) }
        optional("rate", rule.rate) { collector, rate in
            collector.text("value", rate.value, .decimal)
            collector.text("base", rate.base?.rawValue, .code)
        }
        text("payer", rule.payer?.rawValue, .code)
        optional("period", rule.period) { $0.check($1) }
        optional("paidDuring", rule.paidDuring) { $0.check($1) }
        optional("monthDays", rule.monthDays) { collector, days in
            if days.lowerBound < 1 || days.upperBound > 31 {
                collector.report(.numberOutOfRange, "days of a month are 1 to 31")
            }
        }
        text("duration", rule.duration, .duration)
        optional("within", rule.within) { $0.text("duration", $1.duration, .duration) }
        number("priorYears", rule.priorYears, 1...Int.max)
        number("afterYears", rule.afterYears, 1...Int.max)
        text("document", rule.document, .documentNumber)
        text("text", rule.text)
        text("service", rule.service)
        text("institutionLevel", rule.institutionLevel)
        optional("band", rule.band) { collector, band in
            collector.text("text", band.text)
            collector.optional("lower", band.lower) { $0.check($1) }
            collector.optional("upper", band.upper) { $0.check($1) }
            if band.lower == nil, band.upper == nil { collector.report(.missingField, "a band has a bound") }
        }
    }

    private mutating func check(_ amount: Amount) {
        text("value", amount.value, .decimal)
        text("currency", amount.currency, .currency)
        text("change", amount.change, .signedDecimal)
        if Set(amount.per).count < amount.per.count {
            at("per") { $0.report(.malformedValue, "a unit stands twice") }
        }
    }
}

// MARK: Periods

extension FindingCollector {
    private mutating func check(_ period: PeriodValue) {
        if period.start == nil, period.end == nil {
            report(.emptyValue, "a period has a start or an end")
        }
        optional("start", period.start) { $0.check($1) }
        optional("end", period.end) { $0.check($1) }
        guard let start = period.start?.date.flatMap(CalendarDate.init),
            let end = period.end?.date.flatMap(CalendarDate.init), start.earliest > end.latest
        else { return }
        report(
            .reversedPeriod, "\(period.start?.date ?? "") comes after \(period.end?.date ?? "")", severity: .warning)
    }

    private mutating func check(_ point: TimePointValue) {
        text("date", point.date, .date)
        text("offset", point.offset, .duration)
        text("monthDay", point.monthDay, .monthDay)
        text("text", point.text)
        switch (point.date != nil, point.anchor != nil) {
        case (false, false): report(.missingField, "a time point has a date or an anchor")
        case (true, true): report(.unexpectedField, "a time point has a date or an anchor, not both")
        case (true, false) where point.offset != nil || point.snap != nil || point.monthDay != nil:
            report(.unexpectedField, "only a time point with an anchor has an offset, a snap or a month and day")
        default: break
        }
    }
}

// MARK: Evidence

extension FindingCollector {
    private mutating func checkEvidence(_ rule: Rule) {
        if rule.evidence.isEmpty {
            at("evidence") { $0.report(.missingEvidence, "a rule has evidence") }
        }
        let fields = Set(rule.kindFields + rule.scopeFields)
        each("evidence", rule.evidence) { collector, evidence in
            collector.checkQuote(evidence.quote, evidence.start, evidence.end)
            if evidence.supports.isEmpty {
                collector.at("supports") { $0.report(.missingEvidence, "evidence supports at least one field") }
            }
            collector.each("supports", evidence.supports) { $0.checkField($1, of: fields) }
        }
        for (field, origin) in rule.origins.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            at("origins", field) {
                $0.checkField(field, of: fields)
                $0.text("by", origin.by)
            }
        }
    }

    private mutating func checkField(_ path: String, of fields: Set<String>) {
        guard TextFormat.fieldPath.accepts(path) else {
            return report(.malformedValue, "'\(shortened(path))' is not \(TextFormat.fieldPath.name)")
        }
        let field = String(path.prefix { $0 != "." })
        if !fields.contains(field) {
            report(.unknownField, "the rule has no field \(field)", severity: .warning)
        }
    }
}
