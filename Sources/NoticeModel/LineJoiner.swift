import PolicyText

/// Decides which line breaks stand inside a paragraph.
///
/// A break is soft when the line before ends no sentence and no heading, and the line after begins nothing new. Whether a
/// line without an end mark is a heading is judged by its length, by what its siblings in the numbering are, and by the
/// width of the text when all its lines are cut at one width.
struct LineJoiner {
    let letters: [Unicode.Scalar]
    let lines: [Line]
    /// Where the lines are cut, if they are cut at one width.
    private let wrap: Wrap?
    private let usesIndent: Bool
    /// By line: whether most of the items in its run of the numbering are sentences.
    private let siblingsAreSentences: [Bool]

    init(letters: [Unicode.Scalar], lines: [Line]) {
        self.letters = letters
        self.lines = lines
        wrap = Wrap(lines)
        let body = lines.filter { $0.role == .body }
        usesIndent = body.filter { $0.indent >= 2 }.count * 4 >= body.count && body.contains { $0.indent >= 2 }
        siblingsAreSentences = Self.siblings(letters, lines)
    }

    /// Groups of lines that are one: indices of their first lines, ascending, and for each line the one that follows it in
    /// its group.
    func groups() -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var index = 0
        while index < lines.count {
            let start = index
            index += 1
            while index < lines.count, isSoft(start, index - 1, index) { index += 1 }
            groups.append(start..<index)
        }
        return groups
    }

    private func isSoft(_ start: Int, _ before: Int, _ after: Int) -> Bool {
        let a = lines[before]
        let b = lines[after]
        guard a.role == b.role else { return false }
        if b.isCut, b.role != .title { return false }
        if let block = a.block, let next = b.block, block != next, a.role != .title, a.role != .attachmentTitle,
            a.role != .addressees
        {
            // The source says that a paragraph ends here, unless a program has cut its lines at one width as it pasted them,
            // or a mark shows that it cannot be so.
            if a.heading != nil || b.heading != nil || b.marker != nil { return false }
            guard wrap != nil, block >= 0, next >= 0 else { return cannotEnd(a.range) || cannotBegin(b.range) }
        }
        switch a.role {
        case .title, .attachmentTitle:
            return !isRepeat(start, before, after) && !Shape.isTag(letters, b.range)
        case .addressees:
            return true
        case .body:
            return isSoftInBody(start, a, b, index: before)
        case .copyTo, .attachmentNote:
            return b.marker == nil && !letters.endsSentence(a.range)
                && letters.longest(of: Self.labels, at: b.range.lowerBound, before: b.range.upperBound) == nil
        default:
            return false
        }
    }

    /// A page shows its title twice: each is one block.
    private func isRepeat(_ start: Int, _ before: Int, _ after: Int) -> Bool {
        letters.equal(lines[start].range.lowerBound..<lines[before].range.upperBound, lines[after].range)
    }

    private func isSoftInBody(_ start: Int, _ a: Line, _ b: Line, index: Int) -> Bool {
        guard let last = a.range.last, let first = b.range.first else { return false }
        let isFull = wrap?.isFull(a) ?? false
        if let marker = b.marker {
            // A wrapped line may begin with 2. of 不低于↵2.…, never with the number that the outline expects.
            return isFull && marker.style == .arabic && leansForward(a.range)
        }
        if leansBack(b.range) { return true }
        if Letter.isBullet(letters[first]) { return false }
        if !letters[a.range].contains(where: Letter.isHan) || !letters[b.range].contains(where: Letter.isHan) {
            return isFull && !letters.endsSentence(a.range)
        }
        if letters.endsSentence(a.range) || Letter.isColon(letters[last]) {
            guard isFull, b.blanksBefore == 0, b.indent < 2 else { return false }
            // Without indents a paragraph may begin after a full stop at the edge, hardly after a semicolon.
            return usesIndent || letters[last] == "；"
        }
        if letters.longest(of: Self.labels, at: b.range.lowerBound, before: b.range.upperBound) != nil { return false }
        if leansForward(a.range) { return true }
        if Letter.isDigit(letters[last]), Self.afterDigit.contains(letters[first]) { return true }
        if !Shape.isBalanced(letters, lines[start].range.lowerBound..<a.range.upperBound) { return true }
        if usesIndent, b.indent >= 2 { return false }
        let length = a.range.upperBound - lines[start].range.lowerBound
        if wrap != nil, isFull { return true }
        // A line that falls short ends a paragraph, unless it is plainly a sentence that goes on.
        if wrap != nil, lines[start].marker == nil {
            return length > 26 && letters[a.range].contains(where: Letter.isComma)
        }
        if let marker = lines[start].marker {
            let item = lines[start].range.lowerBound..<a.range.upperBound
            let hasComma = letters[item].contains(where: Letter.isComma)
            if siblingsAreSentences[start] { return length > 15 || hasComma }
            // （二）被收留的儿童，自收留之日起90天内办理↵参保手续的，…: clauses that no heading would have.
            let words = letters.trimmed(marker.range.upperBound..<a.range.upperBound)
            if length >= 40 || words.count < 2 { return true }
            let isLabelled = letters[words].contains(where: Letter.isColon)
            let statesNumber = !isLabelled && HeadingShape.statesNumber(letters, words)
            return (hasComma || statesNumber) && !HeadingShape.isHeading(letters, words)
        }
        return length > 26 || letters[a.range].contains(where: Letter.isComma) && length > 16
    }

    /// Whether the line begins with what can only go on a sentence.
    private func leansBack(_ range: Range<Int>) -> Bool {
        guard Self.goingOn.contains(letters[range.lowerBound]) else { return false }
        return letters.longest(of: Self.notGoingOn, at: range.lowerBound, before: range.upperBound) == nil
    }

    /// Whether the line ends with what must go on.
    private func leansForward(_ range: Range<Int>) -> Bool {
        guard let last = range.last, Self.promising.contains(letters[last]) else { return false }
        return letters.longestSuffix(of: Self.notPromising, in: range) == nil
    }

    /// No paragraph ends with a comma or an opening bracket.
    private func cannotEnd(_ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        return letters[last] == "，" || letters[last] == "、" || Letter.isOpening(letters[last])
    }

    /// No paragraph begins with a mark that closes or parts, or with 的.
    private func cannotBegin(_ range: Range<Int>) -> Bool {
        let first = letters[range.lowerBound]
        return "，、。；：！？%的".unicodeScalars.contains(first) || Letter.isClosing(first)
    }

    // MARK: What the whole text shows

    private static func siblings(_ letters: [Unicode.Scalar], _ lines: [Line]) -> [Bool] {
        var result = [Bool](repeating: false, count: lines.count)
        // By style: the lines of the run that is open.
        var runs: [Marker.Style: [Int]] = [:]
        func close(_ run: [Int]) {
            var sentences = 0
            var open = 0
            for index in run {
                if letters.endsSentence(lines[index].range) {
                    sentences += 1
                } else if index + 1 >= lines.count || lines[index + 1].marker == nil {
                    open += 1
                }
            }
            if sentences > open { for index in run { result[index] = true } }
        }
        for (index, line) in lines.enumerated() {
            guard let marker = line.marker, line.role == .body else { continue }
            if let last = runs[marker.style]?.last, lines[last].marker?.number == marker.number - 1 {
                runs[marker.style]?.append(index)
            } else {
                if let run = runs[marker.style] { close(run) }
                runs[marker.style] = [index]
            }
        }
        for run in runs.values { close(run) }
        return result
    }

    // MARK: Letters

    private static let goingOn = Set("的与及或和而且之者等并，。、；：）”》！？%".unicodeScalars)
    private static let notGoingOn = phrases("与此 及时 等待 并列 和谐 和田 和平 和县 和龙 和顺 和静 和硕 和政 和林 且末 之江")
    /// Ends that promise more: a comma, an opening bracket, a preposition, a conjunction.
    private static let promising = Set("，、（《“〔【的和与及或对从由被按至向以把于第".unicodeScalars)
    private static let notPromising = phrases("目的 标的 中和 参与 核对 应对 遵从 服从 理由 事由 自由 优于 冬至 普及")
    private static let afterDigit = Set("元年月日号个人倍天岁周万亿%".unicodeScalars)
    private static let labels = phrases("附件： 附件1 抄送 主送 联系人 联系电话 （此件 （联系 注： 备注： 单位：")
}

/// The width at which a program has cut the lines of a text: in columns, or in letters of any kind. Most lines of such a
/// text come within a letter or two of it.
private struct Wrap {
    private let measure: @Sendable (Line) -> Int
    private let width: Int
    private let slack: Int

    init?(_ lines: [Line]) {
        let whole = lines.filter { !$0.isCut }
        guard whole.count >= 6 else { return nil }
        // A rule may keep marks from the beginning of a line, so lines fall short by up to two Chinese letters.
        let columns = Self.near(whole.map(\.width), slack: 5, least: 24)
        let letters = Self.near(whole.map(\.count), slack: 2, least: 12)
        if let letters, letters.near > columns?.near ?? 0 {
            (measure, width, slack) = ({ $0.count }, letters.width, 2)
        } else if let columns {
            (measure, width, slack) = ({ $0.width }, columns.width, 5)
        } else {
            return nil
        }
    }

    func isFull(_ line: Line) -> Bool { measure(line) >= width - slack }

    private static func near(_ sizes: [Int], slack: Int, least: Int) -> (width: Int, near: Int)? {
        let sorted = sizes.sorted()
        let width = sorted[sorted.count * 19 / 20]
        guard width >= least, width <= 140 else { return nil }
        let near = sorted.filter { $0 >= width - slack && $0 <= width + slack / 2 }.count
        return near >= 4 && near * 5 >= sorted.count * 2 ? (width, near) : nil
    }
}
