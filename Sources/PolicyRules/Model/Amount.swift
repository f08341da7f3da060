/// An amount of money. 提高30元，达到580元 is one amount of 580 with the change 30; 400元/人+当年财政补助金额 is 400 plus
/// `governmentSubsidy`.
public struct Amount: Sendable, Hashable {
    /// Decimal digits in whole units of the currency (yuan), never with an exponent: 3万元 is `30000`.
    public var value: String
    /// ISO 4217.
    public var currency: String
    /// How the stated amount bounds the true one.
    public var comparator: Comparison
    /// What the amount is counted per: 每人每年 is `[.person, .year]`; empty where the notice does not say.
    public var per: [CountUnit]
    /// Another kind whose amount is to be added.
    public var plus: RuleKind?
    /// The change that leads to the amount, decimal digits, negative for a fall.
    public var change: String?

    /// Creates a amount from its fields.
    public init(
        value: String,
        currency: String = "CNY",
        comparator: Comparison = .equal,
        per: [CountUnit] = [],
        plus: RuleKind? = nil,
        change: String? = nil
    ) {
        self.value = value
        self.currency = currency
        self.comparator = comparator
        self.per = per
        self.plus = plus
        self.change = change
    }
}
