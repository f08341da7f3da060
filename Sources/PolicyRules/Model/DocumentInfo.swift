/// What a bundle says of its notice: the file, the parts of a 公文 (GB/T 9704-2012) and the outline.
public struct DocumentInfo: Sendable, Hashable {
    /// How far the text is in force.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// Published as a notice.
        case issued
        /// 征求意见稿: open for comment.
        case draft
        /// 政策解读, 政策要点: tells what another document rules.
        case interpretation
    }

    /// `sha256:` and the SHA-256 of the source bytes.
    public var id: String
    /// The file's base name.
    public var name: String
    /// The media type of the source, such as `text/plain`.
    public var mediaType: String
    /// The charset that the source was decoded from, such as `UTF-8` or `GB18030`; absent for formats that carry
    /// their own.
    public var charset: String?
    /// `sha256:` and the SHA-256 of the text rendition in UTF-8.
    public var textDigest: String
    /// The title (标题): one line, digits and letters in half width.
    public var title: String?
    /// The notice's own 发文字号 in the form 吉医保联〔2025〕19号; absent where it states none.
    public var number: String?
    /// The document type (文种): 通知, 通告, 意见, 办法, 实施细则, 方案, 政策解读, 政策要点 and others.
    public var type: String?
    /// How far the text is in force.
    public var status: Status
    /// The issuing organs (发文机关), in the notice's order.
    public var issuers: [String]
    /// The addressees (主送机关), in the notice's order.
    public var addressees: [String]
    /// The date of issue (成文日期), ISO 8601; an unknown digit is `X`.
    public var issuedOn: String?
    /// The day from which the notice holds (施行日期), ISO 8601; an unknown digit is `X`.
    public var effectiveFrom: String?
    /// The division that the notice rules for.
    public var jurisdiction: Jurisdiction?
    /// The 年度 that the notice is about.
    public var planYear: Int?
    /// The sections, in text order.
    public var outline: [OutlineSection]

    /// Creates a document from its fields.
    public init(
        id: String,
        name: String,
        mediaType: String,
        charset: String? = nil,
        textDigest: String,
        title: String? = nil,
        number: String? = nil,
        type: String? = nil,
        status: Status = .issued,
        issuers: [String] = [],
        addressees: [String] = [],
        issuedOn: String? = nil,
        effectiveFrom: String? = nil,
        jurisdiction: Jurisdiction? = nil,
        planYear: Int? = nil,
        outline: [OutlineSection] = []
    ) {
        self.id = id
        self.name = name
        self.mediaType = mediaType
        self.charset = charset
        self.textDigest = textDigest
        self.title = title
        self.number = number
        self.type = type
        self.status = status
        self.issuers = issuers
        self.addressees = addressees
        self.issuedOn = issuedOn
        self.effectiveFrom = effectiveFrom
        self.jurisdiction = jurisdiction
        self.planYear = planYear
        self.outline = outline
    }
}
