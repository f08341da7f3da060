import PolicyComparison
public import PolicyRules

/// What differs between two sets of bundles, as `guize diff` says it.
///
///     let changes = guize.changes(from: [bundle2025], to: [bundle2026])
///     for change in changes.all where change.level == .critical { print(change.sentences.zh) }
public struct PolicyChanges: Sendable {
    /// What the two sides are compared along.
    public enum Axis: String, Sendable, Hashable, CaseIterable {
        case year, region
    }

    /// How much a change matters; docs/comparison.md has the definitions.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case critical, major, minor, info
    }

    /// What a change does to the insured or to the payer.
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        case better, worse, unchanged, indeterminate
    }

    /// One change.
    public struct Change: Sendable, Hashable, Identifiable {
        /// Readable, stable, unique in its diff.
        public let id: String
        /// The same for the same change in every run.
        public let fingerprint: String
        /// The type of the change, a code of docs/comparison.md. New ones may be added.
        public let type: String
        /// How much it matters.
        public let level: Level
        /// What it does to the insured.
        public let insured: Direction
        /// What it does to the payer.
        public let payer: Direction
        /// The change in words, one sentence a field.
        public let sentences: (zh: [String], en: [String])
        /// The ids of the rules of the first side, and of the second.
        public let rules: (from: [String], to: [String])

        /// Whether the two are the same change; sentences follow from it.
        public static func == (a: Change, b: Change) -> Bool { a.id == b.id && a.fingerprint == b.fingerprint }

        /// Hashes what `==` compares.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(id)
            hasher.combine(fingerprint)
        }
    }

    /// What the sides were compared along.
    public let axis: Axis
    /// The changes, in the order of topics, people and tiers.
    public let all: [Change]
}

extension Guize {
    /// What differs between two sides. The order of bundles and rules changes nothing.
    /// - Parameter axis: What the sides are compared along; nil to find it out: the year, unless their regions differ.
    public func changes(
        from: [RuleBundle], to: [RuleBundle], axis: PolicyChanges.Axis? = nil
    ) -> PolicyChanges {
        let vocabulary = comparisonVocabulary
        let diff = PolicyDiff(
            from: from, to: to, axis: axis.flatMap { ComparisonAxis(rawValue: $0.rawValue) }, vocabulary: vocabulary)
        let sentences = [ReportLanguage.zh, .en].map { ChangeSentence(FactText($0, vocabulary)) }
        func ids(_ facts: [Fact]) -> [String] { facts.flatMap { $0.sources.map(\.rule.id) } }
        let changes = diff.changes.map { change in
            PolicyChanges.Change(
                id: change.id, fingerprint: change.fingerprint, type: change.type.rawValue,
                level: PolicyChanges.Level(rawValue: change.level.rawValue) ?? .info,
                insured: PolicyChanges.Direction(rawValue: change.insured.rawValue) ?? .indeterminate,
                payer: PolicyChanges.Direction(rawValue: change.payer.rawValue) ?? .indeterminate,
                sentences: (sentences[0].sentences(change), sentences[1].sentences(change)),
                rules: (ids(change.from), ids(change.to)))
        }
        return PolicyChanges(axis: PolicyChanges.Axis(rawValue: diff.axis.rawValue) ?? .year, all: changes)
    }
}
