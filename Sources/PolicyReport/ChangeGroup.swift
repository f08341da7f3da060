import PolicyComparison

/// Changes that read alike but for the group that they are about, told in one sentence.
struct ChangeGroup {
    var changes: [Change]
    var sentences: [String]

    private static let anyGroup = "\u{FFFC}"

    /// The changes in their order, those that read alike with the first of them.
    static func groups(_ changes: [Change], _ sentence: ChangeSentence) -> [ChangeGroup] {
        let text = sentence.text
        let general = ChangeSentence(
            FactText(text.language, text.vocabulary, anyGroup: anyGroup), names: sentence.names)
        var order: [String] = []
        var members: [String: [Change]] = [:]
        for change in changes {
            var mark = change.id
            // Excepted groups are part of what is said: a sentence with two groups stays by itself.
            if let population = change.key?.population, change.keys.allSatisfy({ $0.population == population }),
                !(change.from + change.to).contains(where: { $0[.excludes] != nil })
            {
                mark =
                    [change.level.rawValue, change.insured.rawValue, change.payer.rawValue, "\(change.isUncertain)"]
                    .joined(separator: " ") + general.sentences(change).joined(separator: "\n")
            }
            if members[mark] == nil { order.append(mark) }
            members[mark, default: []].append(change)
        }
        return order.compactMap { mark in
            guard let changes = members[mark], let first = changes.first else { return nil }
            guard changes.count > 1 else { return ChangeGroup(changes: changes, sentences: sentence.sentences(first)) }
            let names = changes.compactMap { $0.key?.population.map(text.population) }.joined(
                separator: text.say("、", ", "))
            return ChangeGroup(
                changes: changes,
                sentences: general.sentences(first).map { replacing(anyGroup, by: names, in: $0) })
        }
    }

    private static func replacing(_ mark: String, by names: String, in text: String) -> String {
        text.split(separator: Character(mark), omittingEmptySubsequences: false).joined(separator: names)
    }
}
