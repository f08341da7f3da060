/// A place of the text rendition with its letters.
public struct Quotation: Sendable, Hashable {
    /// The first scalar.
    public var start: Int
    /// The place behind the last scalar.
    public var end: Int
    /// The letters that stand there: `rendition[start..<end]`.
    public var quote: String

    /// Creates a quotation from its fields.
    public init(
        start: Int,
        end: Int,
        quote: String
    ) {
        self.start = start
        self.end = end
        self.quote = quote
    }
}
