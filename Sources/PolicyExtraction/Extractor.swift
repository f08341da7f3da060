package import NoticeModel
package import PolicyRules
import PolicyText
import PolicyValues

/// What is known of a notice's source besides its text.
package struct SourceInfo: Sendable {
    package var name: String
    package var mediaType: String
    package var charset: String?
    /// SHA-256 of the source bytes, 64 hexadecimal digits.
    package var bytesDigest: String

    package init(name: String, mediaType: String, charset: String?, bytesDigest: String) {
        self.name = name
        self.mediaType = mediaType
        self.charset = charset
        self.bytesDigest = bytesDigest
    }
}

/// A bundle and, where asked for, the trace of how it came about.
package struct Extraction: Sendable {
    package var bundle: RuleBundle
    package var trace: ExtractionTrace
}

/// Notices to rule bundles by an extractor set: a pure function over values.
package struct Extractor: Sendable {
    package let set: ExtractorSet
    /// The version of the program that bundles name as their generator.
    package let version: String

    package init(set: ExtractorSet, version: String) {
        self.set = set
        self.version = version
    }

    /// - Parameter deriving: Whether to add what groups pay where the notice leaves it to be reckoned (`OwnPayments`).
    package func extract(
        _ notice: Notice, source: SourceInfo, tracing: Bool = false, deriving: Bool = false
    ) -> Extraction {
        let metadata = notice.metadata
        let planYear = metadata.planYear?.value
        let jurisdiction = metadata.jurisdiction.flatMap { region in
            Jurisdiction.Level(rawValue: region.value.level.rawValue).map {
                Jurisdiction(code: region.value.code, name: region.value.name, level: $0)
            }
        }
        let builder = PassageBuilder(set: set, notice: notice)
        var matcher = RuleMatcher(
            set: set, passages: builder.passages, headings: builder.headings, planYear: planYear,
            isForResidents: scheme(of: metadata) == .urrbmi, tracing: tracing)
        var drafts: [Draft] = []
        let isAboutInsurance = Extractor.speaksOfInsurance(
            notice.text.scalars, isFragment: notice.metadata.title == nil)
        if isAboutInsurance { for passage in builder.operative { drafts += matcher.drafts(in: passage) } }

        let writer = RuleWriter(
            set: set, notice: notice, passages: builder.passages, planYear: planYear, jurisdiction: jurisdiction,
            scheme: scheme(of: metadata))
        let reconciler = Reconciler(set: set, passages: builder.passages, writer: writer)
        var settled = reconciler.settle(drafts, trace: &matcher.trace)
        let leftovers = Leftovers(set: set, passages: builder.passages, writer: writer)
        let unclaimed = leftovers.unclaimed(in: builder.operative, used: settled.flatMap(\.draft.used))
        let checker = NoticeChecker(
            set: set, passages: builder.passages, operative: builder.operative, unclaimed: unclaimed, writer: writer)
        let offSubject = isAboutInsurance ? [] : [Extractor.offSubject]
        let findings = notice.findings + offSubject + builder.cuts.sorted { $0.lowerBound < $1.lowerBound }.map(cut)
        let diagnostics = findings.map { diagnostic($0, writer: writer) } + checker.diagnostics(of: &settled)
        var rules = settled.map(\.rule)
        nameRules(&rules)
        let written =
            deriving
            ? OwnPayments.insert(OwnPayments(notice: checker.notice(settled)).derived(), into: rules) : rules
        let citations = CitationReader(set: set, passages: builder.passages, headings: builder.headings, writer: writer)
            .citations(own: metadata.number?.value)
        let bundle = RuleBundle(
            generator: Generator(name: "guize", version: version, extractorsDigest: set.digest),
            document: document(notice, source: source, jurisdiction: jurisdiction),
            citations: citations, rules: written,
            unclaimed: unclaimed,
            diagnostics: diagnostics)
        return Extraction(
            bundle: bundle,
            trace: ExtractionTrace(
                recorder: matcher.trace, rules: tracing ? settled.enumerated().map { ($1.draft, rules[$0].id) } : [],
                passages: builder.passages, notice: notice, set: set))
    }

    /// Aid and standards of living by other laws (低保标准, 残疾人补贴) are put in the same words; a paper that never names the
    /// insurance rules nothing about it. A few lines out of a notice may leave the subject to their reader.
    private static func speaksOfInsurance(_ text: [Unicode.Scalar], isFragment: Bool) -> Bool {
        let words = ["医保", "医疗保险", "医疗保障", "参保", "合作医疗", "医疗救助", "大病保险", "护理保险", "生育保险"].map {
            Array($0.unicodeScalars)
        }
        return isFragment && text.count < 300
            || text.indices.contains { start in
                words.contains { word in
                    text[start] == word[0] && start + word.count <= text.count
                        && text[start..<start + word.count].elementsEqual(word)
                }
            }
    }

    private static let offSubject = NoticeFinding(
        code: .subjectOther, message: "the text never speaks of medical insurance, so nothing in it is taken for a rule"
    )

    /// What was read in parts may have lost whom or when the words before were about.
    private func cut(at range: Range<Int>) -> NoticeFinding {
        NoticeFinding(
            code: .textCut,
            message: "a paragraph of more than \(PassageLimit.passage) letters or a sentence of more than "
                + "\(PassageLimit.sentence) is read in parts: what is named before this place is not carried on",
            range: range)
    }

    /// A notice on the employees' scheme says so in its title; residents are the ordinary case.
    private func scheme(of metadata: NoticeMetadata) -> Scheme {
        guard let title = metadata.title?.value, !title.contains("居民") else { return .urrbmi }
        if title.contains("生育") { return .maternity }
        if title.contains("职工") { return .uebmi }
        if title.contains("长期护理") { return .ltci }
        return .urrbmi
    }

    private func diagnostic(_ finding: NoticeFinding, writer: RuleWriter) -> Diagnostic {
        let evidence = finding.range.map { range in
            let source = writer.notice.text.sourceRange(of: range)
            return Quotation(
                start: source.lowerBound, end: source.upperBound, quote: string(writer.notice.rendition[source]))
        }
        return Diagnostic(finding.code, message: finding.message, evidence: evidence)
    }

    private func document(_ notice: Notice, source: SourceInfo, jurisdiction: Jurisdiction?) -> DocumentInfo {
        let metadata = notice.metadata
        let outline = notice.sections.map { section in
            let range = notice.text.sourceRange(of: section.range)
            return OutlineSection(
                id: section.id, marker: notice.text.string(in: section.markerRange), level: section.level,
                heading: section.headingRange.isEmpty ? nil : notice.text.string(in: section.headingRange),
                start: range.lowerBound, end: range.upperBound)
        }
        return DocumentInfo(
            id: "sha256:\(source.bytesDigest)", name: source.name, mediaType: source.mediaType, charset: source.charset,
            textDigest: "sha256:\(sha256Hex(utf8Bytes(of: notice.rendition[...])))",
            title: metadata.title?.value, number: metadata.number?.value, type: metadata.type?.value,
            status: DocumentInfo.Status(rawValue: metadata.status.value.rawValue) ?? .issued,
            issuers: metadata.issuers.map(\.value), addressees: metadata.addressees.map(\.value),
            issuedOn: metadata.issuedOn?.value, effectiveFrom: metadata.effectiveFrom?.value,
            jurisdiction: jurisdiction, planYear: metadata.planYear?.value, outline: outline)
    }
}
