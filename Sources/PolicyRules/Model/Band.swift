/// A band of expenses (费用段) that a rate or a ceiling holds for.
public struct Band: Sendable, Hashable {
    /// The band in the notice's words.
    public var text: String
    /// The lower bound, with comparator `>` or `>=`.
    public var lower: Amount?
    /// The upper bound, with comparator `<` or `<=`.
    public var upper: Amount?

    /// Creates a band from its fields.
    public init(
        text: String,
        lower: Amount? = nil,
        upper: Amount? = nil
    ) {
        self.text = text
        self.lower = lower
        self.upper = upper
    }
}
