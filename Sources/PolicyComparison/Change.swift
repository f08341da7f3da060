/// What happened to one field of two facts that stand for each other.
package struct FieldChange: Sendable, Hashable {
    package var field: FactField
    package var from: FactValue?
    package var to: FactValue?
    package var type: ChangeType
    package var difference: Difference?
    package var level: ChangeLevel
    package var insured: ChangeDirection
    package var payer: ChangeDirection

    /// How far a value moved.
    package struct Difference: Sendable, Hashable {
        package enum Unit: String, Sendable, Hashable, CaseIterable { case yuan, percentagePoints, days, months, years }
        /// Decimal digits with a minus for a fall.
        package var absolute: String
        package var unit: Unit
        /// In percent of the first value, to one digit; nil where that is zero or a ratio says nothing.
        package var percent: String?
    }
}

/// One thing that differs between two sides. Taking `from` away from the first side's facts and adding `to` gives the
/// second side's.
package struct Change: Sendable {
    package var type: ChangeType
    /// Readable and stable: `urrbmi/individualContribution/tier-1`; unique in its diff.
    package var id: String
    /// 16 hexadecimal digits of what was compared and how it came out; the same in every run and on every machine.
    package var fingerprint: String
    package var level: ChangeLevel
    package var insured: ChangeDirection
    package var payer: ChangeDirection
    package var from: [Fact]
    package var to: [Fact]
    /// For `modified`: what happened field by field, in the contract's order.
    package var fields: [FieldChange]
    /// Statements that explain the change without being part of it: the delegation for `delegated`.
    package var because: [Fact]
    /// Whether the extractor was not sure of a statement on either side.
    package var isUncertain: Bool
    /// Why a fact that only one side states is no loss: the other side says nothing on the whole topic, or one of the two
    /// is no yearly notice.
    package var isTopicAbsent: Bool
    /// For `delegated` and `settled`: what the matter is left to is the document of the side that rules it.
    package var isCarriedOn: Bool

    /// The keys that the change is about.
    package var keys: Set<FactKey> { Set((from + to).map(\.key)) }

    /// The key that it is sorted and shown under.
    package var key: FactKey? { from.first?.key ?? to.first?.key }
}
