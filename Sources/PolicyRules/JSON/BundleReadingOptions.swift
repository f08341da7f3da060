/// Limits and strictness of reading.
public struct BundleReadingOptions: Sendable, Hashable {
    /// The largest input, in bytes.
    public var maximumBytes: Int
    /// The deepest nesting of objects and lists; at most 256 whatever is set here, to spare the stack.
    public var maximumDepth: Int
    /// The largest number of values, which bounds the memory that a small input can ask for.
    public var maximumValues: Int
    /// Whether keys that the contract does not know are refused. By default they are passed over, because a later minor
    /// version may add fields.
    public var refusesUnknownKeys: Bool

    /// Creates options; the defaults suit files that strangers send.
    public init(
        maximumBytes: Int = 64 << 20, maximumDepth: Int = 32, maximumValues: Int = 4_000_000,
        refusesUnknownKeys: Bool = false
    ) {
        self.maximumBytes = maximumBytes
        self.maximumDepth = maximumDepth
        self.maximumValues = maximumValues
        self.refusesUnknownKeys = refusesUnknownKeys
    }
}
