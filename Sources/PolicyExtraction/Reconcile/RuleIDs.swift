import PolicyRules

/// Gives each rule its readable, stable id, in text order.
func nameRules(_ rules: inout [Rule]) {
    var count: [String: Int] = [:]
    for index in rules.indices {
        let rule = rules[index]
        var parts = [
            rule.jurisdiction?.code ?? "unknown", rule.scheme.rawValue, rule.planYear.map(String.init) ?? "standing",
            rule.kind.rawValue,
        ]
        if let population = rule.population { parts.append(population.category) }
        if let tier = rule.tier { parts.append("tier-\(tier.rank)") }
        let id = parts.joined(separator: "/")
        let number = (count[id] ?? 0) + 1
        count[id] = number
        rules[index].id = number == 1 ? id : "\(id)~\(number)"
        for other in rules[index].alternatives.indices { rules[index].alternatives[other].id = rules[index].id }
    }
}
