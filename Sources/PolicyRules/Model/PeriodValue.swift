/// A period closed at both ends; an absent end is open.
public struct PeriodValue: Sendable, Hashable {
    /// The first day.
    public var start: TimePointValue?
    /// The last day.
    public var end: TimePointValue?

    /// Creates a period from its fields.
    public init(
        start: TimePointValue? = nil,
        end: TimePointValue? = nil
    ) {
        self.start = start
        self.end = end
    }
}
