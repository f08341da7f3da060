import NoticeModel
import PolicyRules
import PolicyValues

/// What the checks look at: the rules with the statements that made them, and the notice's text.
struct CheckedNotice: Sendable {
    let rules: [Rule]
    /// Parallel to `rules`.
    let drafts: [Draft]
    let set: ExtractorSet
    let passages: [Passage]
    /// Indices of the passages with operative text.
    let operative: [Int]
    /// The figures that no rule used.
    let unclaimed: [Unclaimed]
    let writer: RuleWriter
    /// Whether each rule holds for all that its people and tier say: `isPlain`.
    private var plain: [Bool] = []
    /// The tables of the notice, ascending.
    private let tables: [Range<Int>]
    private let subsections: [Int: [Int]]
    /// Sections by where their headings begin.
    private let headings: [Int: Int]

    init(
        rules: [Rule], drafts: [Draft], set: ExtractorSet, passages: [Passage], operative: [Int],
        unclaimed: [Unclaimed],
        writer: RuleWriter
    ) {
        self.rules = rules
        self.drafts = drafts
        self.set = set
        self.passages = passages
        self.operative = operative
        self.unclaimed = unclaimed
        self.writer = writer
        tables = writer.notice.blocks.compactMap { block in
            if case .table = block.kind { return block.range }
            return nil
        }
        var subsections: [Int: [Int]] = [:]
        for (index, section) in writer.notice.sections.enumerated() {
            if let parent = section.parent { subsections[parent, default: []].append(index) }
        }
        self.subsections = subsections
        headings = Dictionary(
            writer.notice.sections.enumerated().map { ($1.headingRange.lowerBound, $0) }, uniquingKeysWith: { $1 })
        plain = rules.indices.map(holdsForAll)
    }

    /// The notice's text with its structure.
    var notice: Notice { writer.notice }

    /// Indices of the rules of one kind.
    func rules(_ kind: RuleKind) -> [Int] { rules.indices.filter { rules[$0].kind == kind } }

    // MARK: Places

    /// A range of a passage as it stands in the notice; the part in the first cell, where it crosses table cells.
    func quotation(_ range: Range<Int>, in passage: Int) -> Quotation? {
        guard let place = passages[passage].sources(of: range).first else { return nil }
        return quotation(writer.notice.text.sourceRange(of: place))
    }

    /// A range of the rendition.
    func quotation(_ source: Range<Int>) -> Quotation {
        Quotation(start: source.lowerBound, end: source.upperBound, quote: string(notice.rendition[source]))
    }

    /// Where a rule says a field: its statement, or, where that does not hold the field (a table cell), the field's own
    /// letters.
    func place(of rule: Int, field: String = "amount") -> Quotation? {
        let evidence = rules[rule].evidence
        let own = evidence.first { $0.supports.contains(field) }
        guard let statement = evidence.first else { return nil }
        let holds = own.map { statement.start <= $0.start && $0.end <= statement.end } ?? true
        let chosen = holds ? statement : own ?? statement
        return Quotation(start: chosen.start, end: chosen.end, quote: chosen.quote)
    }

    /// The sentence of a passage that holds a position.
    func sentence(at position: Int, in passage: Int) -> Sentence? {
        let sentences = passages[passage].sentences
        var (low, high) = (0, sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].range.upperBound <= position { low = middle + 1 } else { high = middle }
        }
        return low < sentences.count && sentences[low].range.contains(position) ? sentences[low] : nil
    }

    /// The section that a passage stands in, or whose heading it is.
    func section(of passage: Int) -> Int? {
        let passage = passages[passage]
        return passage.isHeading ? passage.pieces.first.flatMap { headings[$0.source] } : passage.section
    }

    /// The sections right below one.
    func children(of section: Int) -> [Int] { subsections[section] ?? [] }

    // MARK: Statements

    /// Whether two rules are said in one breath: in one sentence, or in cells of one table. What is said in one breath
    /// tells cases apart; it does not contradict itself.
    func isOneStatement(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (drafts[a], drafts[b])
        if x.passage == y.passage { return x.sentence == y.sentence }
        guard let first = table(of: x), let second = table(of: y) else { return false }
        return first == second
    }

    /// The first position of the table in which a rule stands.
    private func table(of draft: Draft) -> Int? {
        let passage = passages[draft.passage]
        guard case .tableCell = passage.origin, let at = passage.pieces.last?.source else { return nil }
        var (low, high) = (0, tables.count)
        while low < high {
            let middle = (low + high) / 2
            if tables[middle].upperBound <= at { low = middle + 1 } else { high = middle }
        }
        return low < tables.count && tables[low].contains(at) ? tables[low].lowerBound : nil
    }

    /// Whether a rule holds for all that its people and tier say, and not for some place or choice that its sentence names
    /// in words of its own: 昆明主城区…按60元补助, 愿意多缴的居民可选择500元.
    func isPlain(_ index: Int) -> Bool { plain[index] }

    /// How many letters before a figure are read for the case that it holds for.
    private static let lead = 160

    private func holdsForAll(_ index: Int) -> Bool {
        let rule = rules[index]
        guard rule.conditions.isEmpty, rule.paidDuring == nil, rule.window == nil || rule.window == .concentrated,
            rule.amount?.plus == nil
        else { return false }
        let draft = drafts[index]
        let passage = passages[draft.passage]
        if case .tableCell = passage.origin { return true }
        let sentence = passage.sentences[draft.sentence]
        let trigger = passage.tokens[draft.trigger].range
        let start = max(sentence.range.lowerBound, trigger.lowerBound - CheckedNotice.lead)
        return !namesACase(start..<trigger.upperBound, in: passage) && !isOfAnotherYear(rule, draft, from: start)
    }

    /// 2022年度我市…财政补助580元 in a notice of 2023: a year in the words that lead up to a figure which is not the rule's.
    private func isOfAnotherYear(_ rule: Rule, _ draft: Draft, from start: Int) -> Bool {
        let passage = passages[draft.passage]
        for index in (passage.sentences[draft.sentence].tokens.lowerBound..<draft.trigger).reversed() {
            guard passage.tokens[index].range.lowerBound >= start else { return false }
            if case .year(let year)? = passage.tokens[index].value { return year != rule.planYear }
        }
        return false
    }

    /// A place that is not the notice's own, a choice, or a subject of its own (…的，) in the words that lead up to a figure.
    private func namesACase(_ range: Range<Int>, in passage: Passage) -> Bool {
        let text = passage.text
        let own = notice.metadata.jurisdiction?.value.name ?? ""
        for at in range {
            switch text[at] {
            case "市", "县", "区", "州", "盟", "旗", "镇", "乡", "校", "院":
                if isPlace(at, in: text, from: range.lowerBound, own: own) { return true }
            case "选", "愿", "另":
                return true
            case "合", "共", "总":
                // 合计1100元: of several measures together.
                if at + 1 < range.upperBound, text[at + 1] == "计" { return true }
            case "如", "若":
                // 如…, 若…: a clause of condition.
                if at == range.lowerBound || isPunctuation(text[at - 1]) { return true }
            case "的":
                if at + 1 < range.upperBound, text[at + 1] == "，", endsSubject(at, in: passage, from: range.lowerBound)
                {
                    return true
                }
            default:
                break
            }
        }
        return false
    }

    /// …参保的，: words between the last mark and 的 that no token stands on; people who are named have their own field.
    private func endsSubject(_ at: Int, in passage: Passage, from start: Int) -> Bool {
        var first = at
        while first > start, !isPunctuation(passage.text[first - 1]) { first -= 1 }
        return at - first > 2
    }

    /// A division named in its own words. 我市, 全区, 各县, 市级, 市财政, 统筹区 and the notice's own name are no such.
    private func isPlace(_ at: Int, in text: [Unicode.Scalar], from start: Int, own: String) -> Bool {
        guard at > start, !isPunctuation(text[at - 1]), !"我全本各该省州市县区级城由".unicodeScalars.contains(text[at - 1])
        else { return false }
        if at + 1 < text.count, "级财医民残内外域别".unicodeScalars.contains(text[at + 1]) { return false }
        if at >= 2, string(text[at - 1...at]) == "地区" || string(text[at - 1...at]) == "学校" { return false }
        var first = at
        while first > start, at - first < own.unicodeScalars.count - 1 { first -= 1 }
        return own.isEmpty || !own.contains(string(text[max(first, at - 1)...at]))
    }
}
