/// Checks bundles beyond what their types hold: the forms of strings, the fields that each kind requires, ids, spans,
/// periods, sums, and, given the notice's text, every quote.
///
/// The checks of form are those of the JSON Schema, done without a schema engine. Findings come in the order of the
/// bundle, sums last.
public struct BundleValidator: Sendable {
    /// Creates a validator.
    public init() {}

    /// The findings on the bundle alone.
    public func validate(_ bundle: RuleBundle) -> [BundleFinding] {
        var collector = FindingCollector(rendition: nil)
        collector.check(bundle)
        collector.checkSums(bundle.rules)
        return collector.findings
    }

    /// The findings on the bundle and on its agreement with the text rendition of its notice.
    public func validate(_ bundle: RuleBundle, rendition: [Unicode.Scalar]) -> [BundleFinding] {
        var collector = FindingCollector(rendition: rendition)
        collector.check(bundle)
        collector.checkDigest(bundle.document, rendition: rendition)
        collector.checkSums(bundle.rules)
        return collector.findings
    }

    /// The findings on the bundle and on its agreement with the text rendition of its notice.
    public func validate(_ bundle: RuleBundle, rendition: String) -> [BundleFinding] {
        validate(bundle, rendition: Array(rendition.unicodeScalars))
    }
}

extension FindingCollector {
    mutating func checkDigest(_ document: DocumentInfo, rendition: [Unicode.Scalar]) {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: rendition)
        let digest = "sha256:" + sha256Hex(String(text).utf8)
        guard digest != document.textDigest else { return }
        at("document", "textDigest") {
            $0.report(.digestMismatch, "the text is not the one that the bundle was made from: it has \(digest)")
        }
    }
}
