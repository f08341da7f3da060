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
    /// The page of the source on which the place begins, from 1; for formats that have pages.
    public var page: Int?
    /// The table cell of the source that holds the place: `R3C2` is row 3, column 2; for formats that have tables.
    public var cell: String?

    /// Creates a evidence from its fields.
    public init(
        start: Int,
        end: Int,
        quote: String,
        supports: [String] = [],
        page: Int? = nil,
        cell: String? = nil
    ) {
        self.start = start
        self.end = end
        self.quote = quote
        self.supports = supports
        self.page = page
        self.cell = cell
    }
}
