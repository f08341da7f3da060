/// Something that the reader of a bundle should know.
public struct Diagnostic: Sendable, Hashable {
    /// How bad it is.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        case error, warning, note
    }

    /// A stable code for programs: a ``DiagnosticCode``, or one of another version.
    public var code: String
    /// How bad it is.
    public var severity: Severity
    /// What is wrong, for people.
    public var message: String
    /// Where it stands, if anywhere.
    public var evidence: Quotation?
    /// The other places that it speaks of: what the first one contradicts.
    public var related: [Quotation]

    /// Creates a diagnostic from its fields.
    public init(
        code: String,
        severity: Severity,
        message: String,
        evidence: Quotation? = nil,
        related: [Quotation] = []
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.evidence = evidence
        self.related = related
    }

    /// Creates a diagnostic of a declared code, with the severity of the code.
    public init(_ code: DiagnosticCode, message: String, evidence: Quotation? = nil, related: [Quotation] = []) {
        self.init(
            code: code.rawValue, severity: code.severity, message: message, evidence: evidence, related: related)
    }
}
