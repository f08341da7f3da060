/// A division of GB/T 2260 (行政区划).
public struct Jurisdiction: Sendable, Hashable {
    /// The level of a division.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case nation, province, prefecture, county
    }

    /// Six digits; `000000` is the nation.
    public var code: String
    /// The full name: 吉林省.
    public var name: String
    /// The level of the division.
    public var level: Level

    /// Creates a jurisdiction from its fields.
    public init(
        code: String,
        name: String,
        level: Level
    ) {
        self.code = code
        self.name = name
        self.level = level
    }
}
