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
            var verbs: [Verb]?
            for token in passage.tokens.flatMap(\.values) {
                guard case .documentNumber(let cited)? = token.value, cited.canonical != number,
                    let place = passage.sources(of: token.range).first, seen.insert(cited.canonical).inserted
                else { continue }
                let known = verbs ?? self.verbs(of: passage)
                verbs = known
                let source = writer.notice.text.sourceRange(of: place)
                result.append(
                    Citation(
                        number: cited.canonical, title: title(before: token.range, in: passage),
                        relation: relation(of: token, verbs: known, in: passage),
                        evidence: Quotation(
                            start: source.lowerBound, end: source.upperBound,
                            quote: string(writer.notice.rendition[source]))))
            }
        }
        return result.sorted { $0.evidence.start < $1.evidence.start }
    }

    /// Where the citation begins: at its title 《…》 right before the number's bracket, else at the number.
    private func start(of number: Range<Int>, in text: [Unicode.Scalar]) -> Int {
        var end = number.lowerBound
        while end > 0, "（( ".unicodeScalars.contains(text[end - 1]) { end -= 1 }
        guard end > 0, text[end - 1] == "》" else { return number.lowerBound }
        var depth = 0
        for at in stride(from: end - 1, through: max(0, end - 200), by: -1) {
            if text[at] == "》" { depth += 1 }
            if text[at] == "《" { depth -= 1 }
            if depth == 0 { return at }
        }
        return number.lowerBound
    }

    private func title(before number: Range<Int>, in passage: Passage) -> String? {
        let start = start(of: number, in: passage.text)
        guard start < number.lowerBound else { return nil }
        let end = passage.text[start..<number.lowerBound].lastIndex(of: "》")
        return end.map { passage.string(start + 1..<$0) }
    }

    /// The verb that governs the citation: one behind it in its statement that ends or changes a document, else the nearest
    /// one before it.
    private func relation(of token: Token, verbs: [Verb], in passage: Passage) -> Citation.Relation {
        guard let sentence = passage.sentences.first(where: { $0.range.contains(token.range.lowerBound) }) else {
            return .mentions
        }
        let text = passage.text
        let start = start(of: token.range, in: text)
        let clause = clauseStart(before: start, from: sentence.range.lowerBound, in: text)
        let inSentence = verbs.filter { sentence.range.contains($0.range.lowerBound) }
        let before = inSentence.last { verb in
            guard verb.range.upperBound <= start, verb.reaches || verb.range.lowerBound >= clause else { return false }
            let between = verb.range.upperBound..<start
            if verb.needsDocument { return !isAboutFigures(between, in: passage) }
            let isChange = verb.relation == .repeals || verb.relation == .amends
            return !isChange || lettersOutsideTitles(between, in: text) <= 12
        }
        let isGoverned = before.map { $0.range.lowerBound >= clause && $0.relation != .mentions } ?? false
        if !isGoverned, let after = changeAfter(token, before: sentence.range.upperBound, verbs: inSentence, in: text) {
            return before?.relation == .mentions ? .mentions : after
        }
        let after = inSentence.first { $0.range.lowerBound >= token.range.upperBound }
        if let after, after.relation == .interprets, after.range.lowerBound - token.range.upperBound <= 8 {
            return .interprets
        }
        // An interpretation speaks of the document that was issued.
        if writer.notice.metadata.status.value == .interpretation,
            before.map({ text[$0.range.lowerBound..<token.range.lowerBound].contains("，") }) ?? true,
            isIssued(start, in: passage), isQuotedInTitle(start..<token.range.lowerBound, in: text)
        {
            return .interprets
        }
        guard let before else { return after?.relation == .forwards ? .forwards : .mentions }
        // 对《…》予以修改 has its verb behind; 修改后的标准按《…》 is about something else.
        if before.relation == .amends, isAttribute(before.range.upperBound, in: text) { return .mentions }
        // 按照…要求 under a heading on purpose and basis tells on what the notice stands.
        if before.relation == .follows, isBasis(passage) { return .basis }
        return before.relation
    }

    /// 《甲细则》政策解读 explains 《甲细则》 and no other paper that its background speaks of. A title that quotes none leaves
    /// it open.
    private func isQuotedInTitle(_ cited: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
        guard let title = writer.notice.metadata.title?.value, let open = title.firstIndex(of: "《"),
            let close = title.lastIndex(of: "》"), open < close
        else { return true }
        let quoted = title[title.index(after: open)..<close].filter { !$0.isWhitespace }
        return string(text[cited]).filter { !$0.isWhitespace }.contains(quoted)
    }

    /// 废止, 停止执行 or 修订 behind the citation, in its statement and with no object of its own: 《甲》（1号）、《乙》（2号）同时废止.
    private func changeAfter(
        _ token: Token, before end: Int, verbs: [Verb], in text: [Unicode.Scalar]
    ) -> Citation.Relation? {
        for verb in verbs where verb.range.lowerBound >= token.range.upperBound {
            let between = token.range.upperBound..<verb.range.lowerBound
            guard lettersOutsideTitles(between, in: text) <= 48,
                !between.contains(where: { text[$0] == "；" || text[$0] == ";" || text[$0] == "。" })
            else { return nil }
            switch verb.relation {
            case .repeals, .amends:
                let next = verb.range.upperBound
                if next < end, text[next] == "《" || text[next] == "后" || text[next] == "原" { return nil }
                return verb.relation
            case .mentions:
                return .mentions
            default:
                // 《…》（1号）不一致的，按本通知执行 speaks of another document from there on.
                return nil
            }
        }
        return nil
    }

    /// Letters that are neither in a title nor in brackets.
    private func lettersOutsideTitles(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Int {
        var depth = 0
        var count = 0
        for at in range {
            switch text[at] {
            case "《", "（", "(": depth += 1
            case "》", "）", ")": depth -= depth > 0 ? 1 : 0
            default: count += depth == 0 ? 1 : 0
            }
        }
        return count
    }

    /// The place behind the last comma before a citation that stands in no brackets and does not part two citations.
    private func clauseStart(before position: Int, from start: Int, in text: [Unicode.Scalar]) -> Int {
        var depth = 0
        var at = position
        while at > start {
            switch text[at - 1] {
            case "》", "）", ")": depth += 1
            case "《", "（", "(": depth -= 1
            case "；", ";": if depth <= 0 { return at }
            case "，", ",":
                let isInList = at - 2 >= start && text[at] == "《" && "》）)号".unicodeScalars.contains(text[at - 2])
                if depth <= 0, !isInList { return at }
            default: break
            }
            at -= 1
        }
        return start
    }

    /// 按400元资助的…《…》: what is gone by is the figure.
    private func isAboutFigures(_ range: Range<Int>, in passage: Passage) -> Bool {
        passage.tokens.contains { token in
            guard range.contains(token.range.lowerBound), let value = token.value else { return false }
            if case .documentNumber = value { return false }
            return true
        }
    }

    /// 修改后的, 调整的: the verb describes a thing.
    private func isAttribute(_ position: Int, in text: [Unicode.Scalar]) -> Bool {
        position < text.count && (text[position] == "后" || text[position] == "的")
    }

    /// 印发, 制定, 下发 right before the title.
    private func isIssued(_ start: Int, in passage: Passage) -> Bool {
        passage.tokens.contains { token in
            token.descendants.contains {
                $0.tokenClass == set.citations.issueVerb && $0.range.upperBound <= start
                    && start - $0.range.lowerBound <= 6
            }
        }
    }

    private func isBasis(_ passage: Passage) -> Bool {
        for heading in headings.chain(from: passage.section) {
            let text = passages[heading].string(0..<passages[heading].text.count)
            if ["目的", "背景", "依据"].contains(where: { text.hasSuffix($0) }) && !text.contains("认定") { return true }
        }
        return false
    }

    private struct Verb {
        var range: Range<Int>
        var relation: Citation.Relation
        /// Governs citations behind a comma too: 根据国家部署，《…》
        var reaches: Bool
        /// An everyday word such as 按, which may be about a figure.
        var needsDocument: Bool
    }

    /// The verbs of a passage in order. Terms inside 《》 are no tokens, so none of a title's words is among them.
    private func verbs(of passage: Passage) -> [Verb] {
        passage.tokens.flatMap(\.descendants).compactMap { token in
            guard let relation = set.citations.relation(of: token) else { return nil }
            let reaches = relation == .basis || relation == .implements || relation == .forwards
            return Verb(
                range: token.range, relation: relation, reaches: reaches,
                needsDocument: token.tokenClass == set.citations.connector)
        }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
