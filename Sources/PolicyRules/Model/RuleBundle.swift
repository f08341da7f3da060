/// What one notice rules, as records with their evidence: the unit that `guize extract` writes and other systems
/// load.
///
/// Offsets everywhere count Unicode scalars of the notice's text rendition (what `guize text` prints); every
/// evidence says `rendition[start..<end] == quote`.
public struct RuleBundle: Sendable, Hashable {
    /// The version of the format that this library writes. A reader accepts every version with the same major number.
    public static let currentSchemaVersion = "1.0"

    /// The version of the format, `major.minor`.
    public var schemaVersion: String
    /// The program that wrote the bundle.
    public var generator: Generator
    /// The notice that the bundle was read from.
    public var document: DocumentInfo
    /// The documents that the notice cites, in text order.
    public var citations: [Citation]
    /// The rules, in text order.
    public var rules: [Rule]
    /// Every amount, percentage, date, period and duration of the operative text that no rule used, in text order.
    public var unclaimed: [Unclaimed]
    /// Contradictions, placeholders, sums that do not add up.
    public var diagnostics: [Diagnostic]

    /// Creates a bundle from its fields.
    public init(
        schemaVersion: String = RuleBundle.currentSchemaVersion,
        generator: Generator,
        document: DocumentInfo,
        citations: [Citation] = [],
        rules: [Rule] = [],
        unclaimed: [Unclaimed] = [],
        diagnostics: [Diagnostic] = []
    ) {
        self.schemaVersion = schemaVersion
        self.generator = generator
        self.document = document
        self.citations = citations
        self.rules = rules
        self.unclaimed = unclaimed
        self.diagnostics = diagnostics
    }
}
