/// A value of the operative text that no rule used.
public struct Unclaimed: Sendable, Hashable {
    /// The type of an unclaimed value.
    public enum ValueType: String, Sendable, Hashable, CaseIterable {
        case amount, percentage, date, period, duration
    }

    /// The type of the value.
    public var type: ValueType
    /// The value: decimal digits, an ISO 8601 date, period (`start/end`, an open end is `..`) or duration.
    public var value: String
    /// Where it stands.
    public var evidence: Quotation

    /// Creates a unclaimed value from its fields.
    public init(
        type: ValueType,
        value: String,
        evidence: Quotation
    ) {
        self.type = type
        self.value = value
        self.evidence = evidence
    }
}
