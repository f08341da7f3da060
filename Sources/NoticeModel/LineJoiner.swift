import PolicyText

/// Decides which line breaks stand inside a paragraph.
///
/// A break is soft when the line before ends no sentence and no heading, and the line after begins nothing new. Whether a
/// line without an end mark is a heading is judged by its length, by what its siblings in the numbering are, and by the
/// width of the text when all its lines are cut at one width.
struct LineJoiner {
    let letters: [Unicode.Scalar]
    let lines: [Line]
    /// The width at which the lines are cut, if they are.
    private let wrapWidth: Int?
    private let usesIndent: Bool
    /// By line: whether most of the items in its run of the numbering are sentences.
    private let siblingsAreSentences: [Bool]

    init(letters: [Unicode.Scalar], lines: [Line]) {
        self.letters = letters
        self.lines = lines
        wrapWidth = Self.wrapWidth(lines)
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
        let isFull = wrapWidth.map { a.width >= $0 - 5 } ?? false
        if let marker = b.marker {
            // A wrapped line may begin with 2. of 不低于↵2.…, never with the number that the outline expects.
            return isFull && marker.style == .arabic && leansForward(a.range)
        }
        if !letters[a.range].contains(where: Letter.isHan) || !letters[b.range].contains(where: Letter.isHan) {
            return isFull && !letters.endsSentence(a.range)
        }
        if letters.endsSentence(a.range) || Letter.isColon(letters[last]) {
            return isFull && usesIndent && b.indent < 2 && b.blanksBefore == 0
        }
        if letters.longest(of: Self.labels, at: b.range.lowerBound, before: b.range.upperBound) != nil { return false }
        if leansBack(b.range) || leansForward(a.range) { return true }
        if Letter.isDigit(letters[last]), Self.afterDigit.contains(letters[first]) { return true }
        if !Shape.isBalanced(letters, lines[start].range.lowerBound..<a.range.upperBound) { return true }
        if usesIndent, b.indent >= 2 { return false }
        if wrapWidth != nil { return isFull }
        let length = a.range.upperBound - lines[start].range.lowerBound
        if lines[start].marker != nil {
            if siblingsAreSentences[start] { return length > 15 || letters[a.range].contains(where: Letter.isComma) }
            return length > 40
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

    // MARK: What the whole text shows

    /// Most lines of a text cut at a fixed width come within a letter or two of it.
    private static func wrapWidth(_ lines: [Line]) -> Int? {
        let widths = lines.filter { !$0.isCut }.map(\.width).sorted()
        guard widths.count >= 6 else { return nil }
        let width = widths[widths.count * 19 / 20]
        guard width >= 24, width <= 140 else { return nil }
        let near = widths.filter { $0 >= width - 5 && $0 <= width + 2 }.count
        return near >= 4 && near * 5 >= widths.count * 2 ? width : nil
    }

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
