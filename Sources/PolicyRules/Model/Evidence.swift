/// A place of the notice that a rule stands on.
public struct Evidence: Sendable, Hashable {
    /// The first scalar.
    public var start: Int
    /// The place behind the last scalar.
    public var end: Int
    /// The letters that stand there: `rendition[start..<end]`.
    public var quote: String
    /// The fields of the rule that stand on this place.
    public var supports: [String]

    /// Creates a evidence from its fields.
    public init(
        start: Int,
        end: Int,
        quote: String,
        supports: [String] = []
    ) {
        self.start = start
        self.end = end
        self.quote = quote
        self.supports = supports
    }
}
