/// The people that a rule is about.
public struct Population: Sendable, Hashable {
    /// A category code of the contract, or `custom:` and a name for a group that has none.
    public var category: String
    /// The group as the notice names it.
    public var text: String
    /// What narrows the group, in the notice's words: 未满18周岁.
    public var qualifiers: [String]
    /// Groups taken out of it, as category codes or in the notice's words.
    public var excludes: [String]

    /// Creates a population from its fields.
    public init(
        category: String,
        text: String,
        qualifiers: [String] = [],
        excludes: [String] = []
    ) {
        self.category = category
        self.text = text
        self.qualifiers = qualifiers
        self.excludes = excludes
    }
}
