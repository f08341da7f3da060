import PolicyRules

extension ExtractorSet {
    /// The fields of a rule as examples write them: `amount: ">=400 person,year"`, `period: 2025-11-01/2026-02-28`.
    static func describe(_ rule: Rule) -> [String: String] {
        var fields: [String: String] = [:]
        fields["population"] = rule.population?.category ?? "everyone"
        if let population = rule.population {
            if !population.excludes.isEmpty { fields["excludes"] = population.excludes.joined(separator: ",") }
            if !population.qualifiers.isEmpty { fields["qualifiers"] = population.qualifiers.joined(separator: ",") }
        }
        fields["tier"] = rule.tier.map { String($0.rank) }
        fields["amount"] = rule.amount.map(describe)
        fields["rate"] = rule.rate.map {
            ($0.comparator == .equal ? "" : $0.comparator.rawValue) + $0.value
                + ($0.base.map { " \($0.rawValue)" } ?? "")
        }
        fields["payer"] = rule.payer?.rawValue
        fields["mode"] = rule.mode?.rawValue
        fields["window"] = rule.window?.rawValue
        fields["period"] = rule.period.map(describe)
        fields["paidDuring"] = rule.paidDuring.map(describe)
        fields["monthDays"] = rule.monthDays.map { "\($0.lowerBound)-\($0.upperBound)" }
        fields["effect"] = rule.effect?.rawValue
        fields["duration"] = rule.duration
        fields["per"] = rule.per?.rawValue
        fields["within"] = rule.within.map { $0.duration + ($0.of.map { " of \($0.rawValue)" } ?? "") }
        fields["priorYears"] = rule.priorYears.map(String.init)
        fields["afterYears"] = rule.afterYears.map(String.init)
        fields["trigger"] = rule.trigger?.rawValue
        fields["direction"] = rule.direction?.rawValue
        fields["principle"] = rule.principle?.rawValue
        fields["topic"] = rule.topic?.rawValue
        fields["to"] = rule.to?.rawValue
        fields["document"] = rule.document
        fields["text"] = rule.text
        fields["planYear"] = rule.planYear.map(String.init)
        return fields
    }

    private static func describe(_ amount: Amount) -> String {
        (amount.comparator == .equal ? "" : amount.comparator.rawValue) + amount.value
            + (amount.plus.map { "+\($0.rawValue)" } ?? "")
            + (amount.per.isEmpty ? "" : " " + amount.per.map(\.rawValue).joined(separator: ","))
            + (amount.change.map { " change \($0)" } ?? "")
    }

    private static func describe(_ period: PeriodValue) -> String {
        func point(_ point: TimePointValue?) -> String {
            guard let point else { return ".." }
            if let date = point.date { return date }
            return (point.anchor?.rawValue ?? "?") + (point.offset.map { "+\($0)" } ?? "")
                + (point.snap == nil ? "" : "^month")
                + (point.monthDay.map { " \($0)" } ?? "")
        }
        return "\(point(period.start))/\(point(period.end))"
    }
}
