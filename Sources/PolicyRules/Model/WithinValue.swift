/// A duration counted from an event: 出生后90天内.
public struct WithinValue: Sendable, Hashable {
    /// ISO 8601: `P90D`. 90天 and 3个月 stay different.
    public var duration: String
    /// The event that the duration is counted from; absent where the notice names none.
    public var of: AnchorEvent?

    /// Creates a duration counted from an event from its fields.
    public init(
        duration: String,
        of: AnchorEvent? = nil
    ) {
        self.duration = duration
        self.of = of
    }
}
