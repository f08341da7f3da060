import PolicyRules

/// A field of a rule that answers are compared in, in the order in which differences are told.
enum ComparedField: String, CaseIterable, Sendable {
    case population, tier, mode, effect, trigger, direction, window, topic, to, document, principle, amount, rate
    case duration, per, within, priorYears, afterYears, payer, period, paidDuring, monthDays, planYear
}

/// What a reader finds in a sentence: a rule in a compact form. A field that is absent is free, except the population and
/// the tier, which must then be absent from the rule too. The population `*` accepts any.
struct ExpectedRule: Sendable, Hashable {
    var kind: RuleKind
    var fields: [ComparedField: String]
    /// Right where it is found, and not missed where it is not: what follows from the sentence without standing in it.
    var isOptional = false

    init(_ kind: RuleKind, _ fields: [ComparedField: String], optional: Bool = false) {
        self.kind = kind
        self.fields = fields
        isOptional = optional
    }

    var description: String { "\(kind.rawValue) {\(compactText(fields))}" }
}

func compactText(_ fields: [ComparedField: String]) -> String {
    ComparedField.allCases.compactMap { field in fields[field].map { "\(field.rawValue): \($0)" } }
        .joined(separator: ", ")
}

/// The fields of a rule in the compact form: `>=400`, `50 of individualContribution`, `2025-11-01/2026-02-28`,
/// `P90D of birth`.
func compactFields(_ rule: Rule) -> [ComparedField: String] {
    var fields: [ComparedField: String] = [:]
    fields[.population] = rule.population?.category
    fields[.tier] = rule.tier.map { String($0.rank) }
    fields[.mode] = rule.mode?.rawValue
    fields[.effect] = rule.effect?.rawValue
    fields[.trigger] = rule.trigger?.rawValue
    fields[.direction] = rule.direction?.rawValue
    fields[.window] = rule.window?.rawValue
    fields[.topic] = rule.topic?.rawValue
    fields[.to] = rule.to?.rawValue
    fields[.document] = rule.document
    fields[.principle] = rule.principle?.rawValue
    fields[.amount] = rule.amount.map {
        ($0.comparator == .equal ? "" : $0.comparator.rawValue) + plainDecimal($0.value)
            + ($0.plus.map { "+\($0.rawValue)" } ?? "")
    }
    fields[.rate] = rule.rate.map {
        ($0.comparator == .equal ? "" : $0.comparator.rawValue) + plainDecimal($0.value)
            + ($0.base.map { " of \($0.rawValue)" } ?? "")
    }
    fields[.duration] = rule.duration
    fields[.per] = rule.per?.rawValue
    fields[.within] = rule.within.map { $0.duration + ($0.of.map { " of \($0.rawValue)" } ?? "") }
    fields[.priorYears] = rule.priorYears.map(String.init)
    fields[.afterYears] = rule.afterYears.map(String.init)
    fields[.payer] = rule.payer?.rawValue
    fields[.period] = rule.period.map(compactPeriod)
    fields[.paidDuring] = rule.paidDuring.map(compactPeriod)
    fields[.monthDays] = rule.monthDays.map { "\($0.lowerBound)-\($0.upperBound)" }
    fields[.planYear] = rule.planYear.map(String.init)
    return fields
}

/// The fields in which a rule is not what is expected.
func differingFields(_ expected: ExpectedRule, _ found: [ComparedField: String]) -> [ComparedField] {
    ComparedField.allCases.filter { field in
        let wanted = expected.fields[field]
        let has = found[field]
        switch field {
        case .population:
            if wanted == "*" { return false }
            return (wanted ?? "general") != (has ?? "general")
        case .tier: return wanted != has
        case .period, .paidDuring:
            guard let wanted else { return false }
            guard let has else { return true }
            let ends = zip(wanted.split(separator: "/"), has.split(separator: "/"))
            return !ends.allSatisfy { $0 == ".." || $0 == $1 }
        default: return wanted != nil && wanted != has
        }
    }
}

private func compactPeriod(_ period: PeriodValue) -> String {
    func text(_ point: TimePointValue?) -> String {
        guard let point else { return ".." }
        guard let anchor = point.anchor else { return point.date ?? "?" }
        return anchor.rawValue + (point.offset.map { "+\($0)" } ?? "") + (point.snap == nil ? "" : "^month")
            + (point.monthDay.map { " \($0)" } ?? "")
    }
    return "\(text(period.start))/\(text(period.end))"
}

/// The decimal without zeros at the end of its fraction.
private func plainDecimal(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var digits = Substring(text)
    while digits.last == "0" { digits.removeLast() }
    if digits.last == "." { digits.removeLast() }
    return String(digits)
}
