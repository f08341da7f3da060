import PolicyRules

/// The order in which a reader expects facts: by topic, then everyone before groups in the vocabulary's order, then tiers.
package struct FactOrder: Sendable {
    private let populations: [String: Int]
    private let kinds: [RuleKind: Int]

    package init(_ vocabulary: ComparisonVocabulary) {
        populations = vocabulary.order
        kinds = Dictionary(uniqueKeysWithValues: RuleKind.allCases.enumerated().map { ($0.element, $0.offset) })
    }

    package struct Key: Comparable, Sendable {
        fileprivate var numbers: [Int]
        fileprivate var text: String

        package static func < (a: Key, b: Key) -> Bool {
            if a.numbers != b.numbers { return a.numbers.lexicographicallyPrecedes(b.numbers) }
            return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
        }
    }

    package func key(_ key: FactKey) -> Key {
        let population = key.population.map { populations[$0] ?? Int.max } ?? -1
        // 2026's figures before those of the year before; the plan year itself first.
        let year = abs(key.yearOffset) * 2 + (key.yearOffset > 0 ? 1 : 0)
        return Key(
            numbers: [
                kinds[key.kind] ?? 0, year, population == -1 ? 0 : 1, key.aspect.isEmpty ? 0 : 1, population,
                key.tier ?? 0,
            ],
            text: key.path)
    }

    func key(_ change: Change) -> Key {
        guard let first = change.key else { return Key(numbers: [], text: change.fingerprint) }
        var key = key(first)
        key.text +=
            "\u{0}"
            + ((change.from + change.to).first.map {
                ([$0.key.path] + $0.orderingDates + [$0.canonical]).joined(separator: "\u{0}")
            } ?? "") + change.type.rawValue
            + "\u{0}" + change.fingerprint
        return key
    }
}
