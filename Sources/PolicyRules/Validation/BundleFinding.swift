/// Something that does not hold in a bundle.
public struct BundleFinding: Sendable, Hashable {
    /// The kinds of finding, stable for programs.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// An empty string or an empty object, which should have been left out.
        case emptyValue
        /// A field that the rule's kind requires, or a part that a value cannot do without, is absent.
        case missingField
        /// A kind field that the rule's kind does not have, or fields that exclude each other.
        case unexpectedField
        /// A string that does not have the form of its field: a decimal, date, duration, digest, code or identifier.
        case malformedValue
        /// A number outside of what its field can be.
        case numberOutOfRange
        /// Two rules, or two sections, with one id.
        case duplicateID
        /// A period that ends before it starts.
        case reversedPeriod
        /// A span that is empty, reversed, or beyond the end of the text.
        case badSpan
        /// A quote whose length is not that of its span.
        case quoteLength
        /// A quote that is not what the text has at that place.
        case quoteMismatch
        /// A text that is not the one that the bundle was made from.
        case digestMismatch
        /// A rule without evidence, or evidence that supports nothing.
        case missingEvidence
        /// Evidence or an origin that names a field which the rule does not have.
        case unknownField
        /// 筹资标准 is not 财政补助 and 个人缴费 together.
        case financingSum
        /// Aid and own payment together are not the contribution standard.
        case assistanceSum
    }

    /// The kind of finding.
    public var code: Code
    /// How bad it is: an error breaks the contract, a warning may be the notice's own contradiction.
    public var severity: Diagnostic.Severity
    /// What is wrong, for people.
    public var message: String
    /// JSON Pointer (RFC 6901) to the value.
    public var pointer: String

    /// Creates a finding from its fields.
    public init(code: Code, severity: Diagnostic.Severity, message: String, pointer: String) {
        self.code = code
        self.severity = severity
        self.message = message
        self.pointer = pointer
    }
}

extension BundleFinding: CustomStringConvertible {
    /// `pointer: severity: message [code]`
    public var description: String { "\(pointer): \(severity.rawValue): \(message) [\(code.rawValue)]" }
}
