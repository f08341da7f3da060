import PolicyText

/// The number that begins an item of the outline (GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）; statutes: 第一章 第一节 第一条).
struct Marker {
    /// In the order of the standard's nesting, outermost first.
    enum Style: Int, CaseIterable {
        /// 第一编
        case part
        /// 第一章
        case chapter
        /// 第一节
        case division
        /// 第一条
        case article
        /// 一、
        case han
        /// （一）
        case hanInBrackets
        /// 1. 1、
        case arabic
        /// （1）
        case arabicInBrackets
        /// 1）
        case arabicBeforeBracket
        /// ①
        case circled
    }
    var style: Style
    var number: Int
    var range: Range<Int>
}

/// Reads markers at a place of a folded text.
struct MarkerReader {
    let text: FoldedText
    let rendition: [Unicode.Scalar]
    private var letters: [Unicode.Scalar] { text.scalars }

    /// Starts of lines like 2.90%资助 whose number goes on counting from the item before.
    private var counted: Set<Int> = []

    init(text: FoldedText, rendition: [Unicode.Scalar]) {
        self.text = text
        self.rendition = rendition
        counted = countedLines()
    }

    /// 1.全额资助 2.90%资助 3.80%资助: a digit behind the point makes a decimal, unless the lines count.
    private func countedLines() -> Set<Int> {
        var result: Set<Int> = []
        var last = 0
        var at = 0
        while at < letters.count {
            let end = letters[at...].firstIndex(of: "\n") ?? letters.count
            if let (number, next) = number(letters, at, end), next - at <= 2, next + 1 < end, letters[next] == "." {
                if Letter.isDigit(letters[next + 1]) {
                    if number == last + 1, last > 0 {
                        result.insert(at)
                        last = number
                    }
                } else {
                    last = number
                }
            }
            at = end + 1
        }
        return result
    }

    /// The marker that begins at `at`, if letters that follow do not make it something else: 一、二档, 1.5倍, 1、2级,
    /// （一）项 are none.
    func marker(at: Int, before end: Int) -> Marker? {
        guard at < end else { return nil }
        let letters = text.scalars
        if let circled = circled(at: at, before: end) { return circled }
        switch letters[at] {
        case "第":
            return ordinal(letters, at, end)
        case "（", "(":
            return bracketed(letters, at, end)
        case "【":
            return boxed(letters, at, end)
        case let s where Letter.isDigit(s):
            return arabic(letters, at, end)
        case let s where Letter.isHanNumeral(s):
            return han(letters, at, end)
        default:
            return nil
        }
    }

    /// Whether the source has white space between two neighbours of the folded text.
    func hasGap(before index: Int) -> Bool {
        guard index > 0, index < letters.count else { return false }
        let end = text.sourceRange(of: index - 1..<index).upperBound
        let start = text.sourceRange(of: index..<index + 1).lowerBound
        guard end < start else { return Letter.isSpace(text.scalars[index - 1]) }
        return (end..<start).contains { Letter.isSpace(rendition[$0]) }
    }

    /// White space that sets words apart on purpose: an ideographic space, a tab or two spaces.
    func hasWideGap(before index: Int) -> Bool {
        guard index > 0, index < letters.count else { return false }
        let end = text.sourceRange(of: index - 1..<index).upperBound
        let start = text.sourceRange(of: index..<index + 1).lowerBound
        guard end < start else { return false }
        let space = rendition[end..<start]
        guard !space.contains(where: Letter.isLineBreak) else { return false }
        return space.contains("\u{3000}") || space.contains("\t") || space.filter(Letter.isSpace).count >= 2
    }

    /// The indent of a paragraph: two ideographic spaces.
    func hasIndent(before index: Int) -> Bool {
        guard index > 0, index < letters.count else { return false }
        let end = text.sourceRange(of: index - 1..<index).upperBound
        let start = text.sourceRange(of: index..<index + 1).lowerBound
        return end < start && rendition[end..<start].filter { $0 == "\u{3000}" }.count >= 2
    }

    private func circled(at: Int, before end: Int) -> Marker? {
        let source = text.sourceRange(of: at..<at + 1)
        guard source.count == 1 else { return nil }
        let value = Int(rendition[source.lowerBound].value)
        let number: Int
        switch value {
        case 0x2460...0x2473: number = value - 0x2460 + 1
        case 0x2776...0x277F: number = value - 0x2776 + 1
        default: return nil
        }
        // Folding may write ⑫ as two letters of one source.
        var upper = at + 1
        while upper < end, text.sourceRange(of: upper..<upper + 1) == source { upper += 1 }
        return Marker(style: .circled, number: number, range: at..<upper)
    }

    private func ordinal(_ letters: [Unicode.Scalar], _ at: Int, _ end: Int) -> Marker? {
        guard let (number, next) = number(letters, at + 1, end), next < end else { return nil }
        let style: Marker.Style
        switch letters[next] {
        case "编": style = .part
        case "章": style = .chapter
        case "节": style = .division
        case "条": style = .article
        default: return nil
        }
        let after = next + 1
        if after < end, letters.longest(of: Self.afterCitation, at: after, before: end) != nil { return nil }
        return Marker(style: style, number: number, range: at..<after)
    }

    private func bracketed(_ letters: [Unicode.Scalar], _ at: Int, _ end: Int) -> Marker? {
        guard at + 2 < end else { return nil }
        let isArabic = Letter.isDigit(letters[at + 1])
        guard let (number, next) = number(letters, at + 1, end), next < end, number > 0,
            letters[next] == "）" || letters[next] == ")", next - at <= (isArabic ? 3 : 4)
        else { return nil }
        let after = next + 1
        if after < end, letters.longest(of: Self.afterCitation, at: after, before: end) != nil { return nil }
        // （一）第二款 cites, （一）第二类对象 begins an item.
        if after < end, letters[after] == "第",
            letters[after..<min(after + 5, end)].contains(where: { "条款项目章节".unicodeScalars.contains($0) })
        {
            return nil
        }
        return Marker(style: isArabic ? .arabicInBrackets : .hanInBrackets, number: number, range: at..<after)
    }

    /// 【01】, 【一】: the heads of the panels of an illustrated guide (一图读懂).
    private func boxed(_ letters: [Unicode.Scalar], _ at: Int, _ end: Int) -> Marker? {
        guard at + 2 < end, let (number, next) = number(letters, at + 1, end), next < end, number > 0,
            letters[next] == "】"
        else { return nil }
        return Marker(style: .han, number: number, range: at..<next + 1)
    }

    private func arabic(_ letters: [Unicode.Scalar], _ at: Int, _ end: Int) -> Marker? {
        guard let (number, next) = number(letters, at, end), next - at <= 3, next < end, number > 0 else { return nil }
        switch letters[next] {
        case "）", ")":
            return Marker(style: .arabicBeforeBracket, number: number, range: at..<next + 1)
        case ".", "．", "、":
            let after = next + 1
            if after < end, Letter.isDigit(letters[after]) {
                // 2.2026年1月1日…, 1.60周岁以上…, but not 1.5倍 and 1、2级; a space in the source decides for a marker.
                guard hasGap(before: after) || beginsWithYears(letters, after, end) || counted.contains(at) else {
                    return nil
                }
                if letters[next] == "、", !beginsWithYears(letters, after, end) { return nil }
            }
            if after < end, letters[after] == "、" || letters[after] == "%" { return nil }
            return Marker(style: .arabic, number: number, range: at..<after)
        default:
            return nil
        }
    }

    private func beginsWithYears(_ letters: [Unicode.Scalar], _ at: Int, _ end: Int) -> Bool {
        var next = at
        while next < end, Letter.isDigit(letters[next]) { next += 1 }
        let count = next - at
        while next < end, Letter.isSpace(letters[next]) { next += 1 }
        guard next < end else { return false }
        if count == 4 { return letters[next] == "年" || letters[next] == "-" || letters[next] == "—" }
        return count == 2 && (letters[next] == "周" || letters[next] == "岁")
    }

    private func han(_ letters: [Unicode.Scalar], _ at: Int, _ end: Int) -> Marker? {
        guard let (number, next) = number(letters, at, end), next - at <= 3, next < end, number > 0,
            letters[next] == "、" || letters[next] == "." || letters[next] == "．"
        else { return nil }
        let after = next + 1
        if after + 1 < end, Letter.isHanNumeral(letters[after]) {
            // 一、二档; 一、二、三产业
            switch letters[after + 1] {
            case "档", "级", "类", "等", "、", "期", "次", "是", "季", "产": return nil
            default: break
            }
        }
        return Marker(style: .han, number: number, range: at..<after)
    }

    /// A number of at most three digits or of Chinese numerals below 1000, and the place after it.
    private func number(_ letters: [Unicode.Scalar], _ at: Int, _ end: Int) -> (Int, Int)? {
        var next = at
        var total = 0
        if at < end, Letter.isDigit(letters[at]) {
            while next < end, Letter.isDigit(letters[next]), next - at < 4 {
                total = total * 10 + Int(letters[next].value - 0x30)
                next += 1
            }
            return next - at < 4 ? (total, next) : nil
        }
        var digit: Int?
        while next < end, next - at < 5 {
            if let value = Letter.hanDigit(letters[next]) {
                digit = value
            } else if letters[next] == "十" {
                total += (digit ?? 1) * 10
                digit = nil
            } else if letters[next] == "百" {
                total += (digit ?? 1) * 100
                digit = nil
            } else {
                break
            }
            next += 1
        }
        return next > at ? (total + (digit ?? 0), next) : nil
    }

    /// What follows a number that cites an item and does not begin one.
    private static let afterCitation = phrases("项 款 、 至 规定 所称 和第 和（ 和( 及第 之一 ） ) 的规定 — ~ 或者第")
}
