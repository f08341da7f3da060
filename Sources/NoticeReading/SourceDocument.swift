package import NoticeModel

/// What a reader makes of the bytes of one source file.
package struct SourceDocument: Sendable {
    /// As in IANA's registry: `text/plain`, `text/html`, `application/pdf` …
    package var mediaType: String
    /// IANA name of the encoding of a text format; `UTF-8` for those whose text has no encoding of its own.
    package var charset: String
    /// The text that evidence offsets count.
    package var rendition: [Unicode.Scalar]
    /// What the format says about the layout; nil for plain text.
    package var layout: SourceLayout?
    /// What the user of the rules should know about the reading: a table that cannot be rebuilt, letters read by OCR.
    package var findings: [NoticeFinding]
    /// Letters that were recognized in an image: what rests on them is inferred, not stated. Ascending and disjoint.
    package var recognizedRanges: [Range<Int>] = []

    package init(
        mediaType: String, charset: String, rendition: [Unicode.Scalar], layout: SourceLayout? = nil,
        findings: [NoticeFinding] = []
    ) {
        self.mediaType = mediaType
        self.charset = charset
        self.rendition = rendition
        self.layout = layout
        self.findings = findings
    }
}
