import PolicyRules

/// The fields of a rule that hold something, as people read them, in the contract's order. The names are the contract's.
func fieldTexts(of rule: Rule) -> [(name: String, text: String)] {
    let fields: [(String, String?)] = [
        ("kind", rule.kind.rawValue),
        ("scheme", rule.scheme.rawValue),
        ("jurisdiction", rule.jurisdiction.map { "\($0.name) \($0.code)" }),
        ("planYear", rule.planYear.map(String.init)),
        ("population", rule.population.map(text)),
        ("tier", rule.tier.map { "\($0.rank) \($0.text)" }),
        ("amount", rule.amount.map(text)),
        ("rate", rule.rate.map(text)),
        ("payer", rule.payer?.rawValue),
        ("mode", rule.mode?.rawValue),
        ("window", rule.window?.rawValue),
        ("period", rule.period.map(text)),
        ("paidDuring", rule.paidDuring.map(text)),
        ("monthDays", rule.monthDays.map { "\($0.lowerBound)–\($0.upperBound)" }),
        ("effect", rule.effect?.rawValue),
        ("duration", rule.duration),
        ("per", rule.per?.rawValue),
        ("within", rule.within.map { [$0.duration, $0.of?.rawValue].compactMap(\.self).joined(separator: " of ") }),
        ("priorYears", rule.priorYears.map(String.init)),
        ("trigger", rule.trigger?.rawValue),
        ("direction", rule.direction?.rawValue),
        ("afterYears", rule.afterYears.map(String.init)),
        ("principle", rule.principle?.rawValue),
        ("topic", rule.topic?.rawValue),
        ("to", rule.to?.rawValue),
        ("document", rule.document),
        ("text", rule.text),
        ("service", rule.service),
        ("institutionLevel", rule.institutionLevel),
        ("band", rule.band?.text),
        ("conditions", rule.conditions.isEmpty ? nil : rule.conditions.map(\.text).joined(separator: "；")),
        ("certainty", rule.certainty.rawValue),
    ]
    return fields.compactMap { name, text in text.map { (name, $0) } }
}

private func text(_ population: Population) -> String {
    var text = "\(population.category) \(population.text)"
    if !population.qualifiers.isEmpty { text += " + \(population.qualifiers.joined(separator: " + "))" }
    if !population.excludes.isEmpty { text += " − \(population.excludes.joined(separator: " − "))" }
    return text
}

private func text(_ amount: Amount) -> String {
    var text = "\(sign(amount.comparator))\(amount.value) \(amount.currency)"
    if !amount.per.isEmpty { text += " / " + amount.per.map(\.rawValue).joined(separator: " / ") }
    if let plus = amount.plus { text += " + \(plus.rawValue)" }
    if let change = amount.change { text += " (\(change.hasPrefix("-") ? "" : "+")\(change))" }
    return text
}

private func text(_ rate: RateValue) -> String {
    "\(sign(rate.comparator))\(rate.value)%" + (rate.base.map { " of \($0.rawValue)" } ?? "")
}

private func sign(_ comparator: Comparison) -> String {
    comparator == .equal ? "" : "\(comparator.rawValue) "
}

private func text(_ period: PeriodValue) -> String {
    "\(period.start.map(text) ?? "…") – \(period.end.map(text) ?? "…")"
}

private func text(_ point: TimePointValue) -> String {
    if let date = point.date { return date }
    let parts = [
        point.anchor?.rawValue, point.offset.map { "+ \($0)" }, point.snap?.rawValue, point.monthDay,
    ].compactMap(\.self)
    return parts.isEmpty ? point.text ?? "?" : parts.joined(separator: " ")
}
