/// What a statement makes a rule depend on and no field holds.
public struct Condition: Sendable, Hashable {
    /// The condition in the notice's words.
    public var text: String

    /// Creates a condition from its fields.
    public init(
        text: String
    ) {
        self.text = text
    }
}
