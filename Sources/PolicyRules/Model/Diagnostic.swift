/// Something that the reader of a bundle should know.
public struct Diagnostic: Sendable, Hashable {
    /// How bad it is.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        case error, warning, note
    }

    /// A stable code for programs.
    public var code: String
    /// How bad it is.
    public var severity: Severity
    /// What is wrong, for people.
    public var message: String
    /// Where it stands, if anywhere.
    public var evidence: Quotation?

    /// Creates a diagnostic from its fields.
    public init(
        code: String,
        severity: Severity,
        message: String,
        evidence: Quotation? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.evidence = evidence
    }
}
