/// A tier (档) of contribution or benefit.
public struct Tier: Sendable, Hashable {
    /// The tier's number from 1: 一档 is 1.
    public var rank: Int
    /// The tier as written: 一档.
    public var text: String

    /// Creates a tier from its fields.
    public init(
        rank: Int,
        text: String
    ) {
        self.rank = rank
        self.text = text
    }
}
