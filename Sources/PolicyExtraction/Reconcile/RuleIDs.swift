import PolicyRules

/// Gives each rule its readable, stable id, in text order.
func nameRules(_ rules: inout [Rule]) {
    var count: [String: Int] = [:]
    var taken: Set<String> = []
    for index in rules.indices {
        let rule = rules[index]
        var parts = [
            rule.jurisdiction?.code ?? "unknown", rule.scheme.rawValue, rule.planYear.map(String.init) ?? "standing",
            rule.kind.rawValue,
        ]
        if let population = rule.population { parts.append(idPart(population.category)) }
        if let tier = rule.tier { parts.append("tier-\(tier.rank)") }
        let id = parts.joined(separator: "/")
        var number = (count[id] ?? 0) + 1
        func numbered() -> String { number == 1 ? id : "\(id)~\(number)" }
        // The words of a group may end like a number of ours.
        while !taken.insert(numbered()).inserted { number += 1 }
        count[id] = number
        rules[index].id = numbered()
        for other in rules[index].alternatives.indices { rules[index].alternatives[other].id = rules[index].id }
    }
}

/// A category as it may stand in an id: the words of a group that has no code may hold spaces and slashes.
private func idPart(_ category: String) -> String {
    guard category.unicodeScalars.contains(where: { $0 == "/" || $0 == "\u{FEFF}" || $0.properties.isWhitespace })
    else {
        return category
    }
    var part = String.UnicodeScalarView()
    for letter in category.unicodeScalars where letter != "\u{FEFF}" && !letter.properties.isWhitespace {
        part.append(letter == "/" ? "-" : letter)
    }
    return String(part)
}
