import PolicyRules

extension NoticeCheck {
    /// People that the vocabulary has no category for, each once: they are kept in their own words, and a reader may want
    /// to add them.
    static let populationCustom = NoticeCheck { notice in
        var seen: Set<String> = []
        return notice.rules.indices.compactMap { index in
            guard let population = notice.rules[index].population, population.category.hasPrefix("custom:"),
                seen.insert(population.category).inserted
            else { return nil }
            return CheckFinding(
                code: .populationCustom, message: "no category stands for «\(population.text)»",
                place: notice.place(of: index, field: "population"))
        }
    }
}
