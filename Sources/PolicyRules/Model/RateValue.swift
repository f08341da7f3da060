/// A percentage.
public struct RateValue: Sendable, Hashable {
    /// Decimal digits in percent: 50% is `50`.
    public var value: String
    /// What the percentage is taken of; absent where neither the statement nor its context says.
    public var base: RateBase?
    /// How the stated percentage bounds the true one.
    public var comparator: Comparison

    /// Creates a rate from its fields.
    public init(
        value: String,
        base: RateBase? = nil,
        comparator: Comparison = .equal
    ) {
        self.value = value
        self.base = base
        self.comparator = comparator
    }
}
