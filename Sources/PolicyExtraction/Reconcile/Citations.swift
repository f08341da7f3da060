import NoticeModel
import PolicyRules
import PolicyValues

/// The documents that the notice cites, each once, with what it does to them.
struct CitationReader {
    let set: ExtractorSet
    let passages: [Passage]
    let headings: HeadingIndex
    let writer: RuleWriter

    func citations(own number: String?) -> [Citation] {
        var result: [Citation] = []
        var seen: Set<String> = []
        for passage in passages {
            for token in passage.tokens.flatMap(\.descendants) {
                guard case .documentNumber(let cited)? = token.value, cited.canonical != number,
                    let place = passage.sources(of: token.range).first, seen.insert(cited.canonical).inserted
                else { continue }
                let source = writer.notice.text.sourceRange(of: place)
                result.append(
                    Citation(
                        number: cited.canonical, title: title(before: token.range.lowerBound, in: passage),
                        relation: relation(of: token, in: passage),
                        evidence: Quotation(
                            start: source.lowerBound, end: source.upperBound,
                            quote: string(writer.notice.rendition[source]))))
            }
        }
        return result.sorted { $0.evidence.start < $1.evidence.start }
    }

    /// 《…》 right before the number's bracket.
    private func title(before start: Int, in passage: Passage) -> String? {
        var end = start
        while end > 0, "（( ".unicodeScalars.contains(passage.text[end - 1]) { end -= 1 }
        guard end > 0, passage.text[end - 1] == "》" else { return nil }
        var depth = 0
        var at = end
        while at > 0 {
            at -= 1
            if passage.text[at] == "》" { depth += 1 }
            if passage.text[at] == "《" { depth -= 1 }
            if depth == 0 { return passage.string(at + 1..<end - 1) }
        }
        return nil
    }

    /// The verb that governs the citation: the nearest one before it in its sentence, outside titles.
    private func relation(of token: Token, in passage: Passage) -> Citation.Relation {
        guard let sentence = passage.sentences.first(where: { $0.range.contains(token.range.lowerBound) }) else {
            return .mentions
        }
        let verbs = verbs(in: passage.text, range: sentence.range)
        let before = verbs.last { $0.at < token.range.lowerBound }
        let after = verbs.first { $0.at >= token.range.upperBound }
        if let after, [.interprets, .repeals, .amends].contains(after.relation), after.at - token.range.upperBound <= 8
        {
            return after.relation
        }
        // An interpretation speaks of the document that was issued.
        if writer.notice.metadata.status.value == .interpretation,
            before.map({ passage.text[$0.at..<token.range.lowerBound].contains("，") }) ?? true,
            isIssued(before: token.range.lowerBound, in: passage.text, from: sentence.range.lowerBound)
        {
            return .interprets
        }
        guard let before else { return after?.relation == .forwards ? .forwards : .mentions }
        // 按照…要求 under a heading on purpose and basis tells on what the notice stands.
        if before.relation == .follows, isBasis(passage) { return .basis }
        return before.relation
    }

    /// 印发, 制定, 下发 right before the title that the number belongs to.
    private func isIssued(before position: Int, in text: [Unicode.Scalar], from start: Int) -> Bool {
        var at = position
        var depth = 0
        while at > start {
            at -= 1
            if text[at] == "》" { depth += 1 }
            if text[at] == "《" {
                depth -= 1
                if depth == 0 { break }
            }
        }
        let lead = string(text[max(start, at - 6)..<at])
        return ["印发", "制定", "下发", "出台", "发布", "制发"].contains { lead.contains($0) }
    }

    private func isBasis(_ passage: Passage) -> Bool {
        for heading in headings.chain(from: passage.section) {
            let text = passages[heading].string(0..<passages[heading].text.count)
            if ["目的", "背景", "依据"].contains(where: { text.hasSuffix($0) }) && !text.contains("认定") { return true }
        }
        return false
    }

    private struct Verb {
        var at: Int
        var relation: Citation.Relation
    }

    private static let words: [(String, Citation.Relation)] = [
        ("根据", .basis), ("依据", .basis), ("贯彻", .implements), ("落实", .implements), ("按照", .follows),
        ("依照", .follows), ("参照", .follows), ("遵照", .follows), ("转发", .forwards), ("解读", .interprets),
        ("废止", .repeals), ("停止执行", .repeals), ("修订", .amends), ("修改", .amends),
    ]

    private func verbs(in text: [Unicode.Scalar], range: Range<Int>) -> [Verb] {
        var result: [Verb] = []
        var depth = 0
        for at in range {
            if text[at] == "《" { depth += 1 }
            if text[at] == "》" { depth -= 1 }
            guard depth <= 0 else { continue }
            for (word, relation) in CitationReader.words {
                let scalars = Array(word.unicodeScalars)
                if at + scalars.count <= range.upperBound, Array(text[at..<at + scalars.count]) == scalars {
                    result.append(Verb(at: at, relation: relation))
                }
            }
        }
        return result
    }
}
