/// Makes one written form of many, with the place in the source of every scalar of it.
///
/// What folding does, from left to right in one pass whose time is linear in the text:
/// - Full width letters, digits and % become half width ones; compatibility forms (㈠, ⒈, Ⅲ, ㎡, Kangxi radicals) become the
///   characters they stand for, but ① and ² stay. Traditional characters become Simplified ones where one character always
///   stands for one other (see scripts/make_folding_tables.py).
/// - Each mark gets one form: ，：；（）！？。、“”‘’《》 in Chinese form, . / % + - ~ [ ] in half width, · for every middle dot.
///   A `"` opens and closes in turn, line by line.
/// - In numbers: 1,200 loses its comma; 8：30 has a half width colon; [2025] and 〔 2025 〕 become 〔2025〕; dashes and
///   swung dashes of a range (1–25日, 3万元～5万元, 11月1日—次年2月) become `-`; 二○二五 is 二〇二五.
/// - `\r\n`, `\r`, form feeds and line separators become `\n`; tabs stay. Other white space is dropped, but for one space
///   between two letters or two digits: 400 300 are two numbers. Zero-width characters are always dropped.
/// - Traces of converters are dropped: see `ConverterTraces`.
///
/// Folding the folded scalars again changes nothing.
package enum Folding {
    package static func fold(_ source: [Unicode.Scalar]) -> FoldedText {
        var folder = Folder(source)
        folder.run()
        return FoldedText(scalars: folder.scalars, starts: folder.starts, ends: folder.ends)
    }

    /// A written form of a vocabulary as it stands in folded text.
    package static func folded(_ form: String) -> String {
        let text = fold(Array(form.unicodeScalars))
        return text.string(in: 0..<text.scalars.count)
    }
}

private struct Folder {
    private let source: [Unicode.Scalar]
    private let map = FoldingMap.standard
    private(set) var scalars: [Unicode.Scalar] = []
    private(set) var starts: [Int32] = []
    private(set) var ends: [Int32] = []

    /// The kind of the last folded scalar; a text begins as after a line break.
    private var last = FoldingMap.Kind.lineBreak
    /// White space since the last folded scalar, in the source.
    private var space: Range<Int>?
    /// Where the run of dashes at the end of the folded scalars begins.
    private var dashes = 0
    private var isQuoteOpen = false
    /// Up to where commas have been judged, and whether those until there set thousands apart.
    private var commasJudged = 0
    private var commasAreThousands = false
    /// Where a number ended from which a Chinese comma was dropped, in folded scalars.
    private var groupedEnd = -1
    /// The traces of the line up to `tracesFound`, and the first of them that lies ahead.
    private var traces: [Range<Int>] = []
    private var nextTrace = 0
    private var tracesFound = 0

    init(_ source: [Unicode.Scalar]) {
        self.source = source
        scalars.reserveCapacity(source.count)
        starts.reserveCapacity(source.count)
        ends.reserveCapacity(source.count)
    }

    mutating func run() {
        var at = 0
        while at < source.count {
            let entry = map.entry(of: source[at])
            switch entry.kind {
            case .plain where last == .plain && space == nil:
                append(entry.scalar, at, at + 1)
                at += 1
            case .plain, .digit, .letter, .dash:
                emit(entry.scalar, entry.kind, at, at + 1)
                at += 1
            case .space:
                space = (space?.lowerBound ?? at)..<at + 1
                at += 1
            case .ignorable:
                at += 1
            case .lineBreak:
                let end = source[at] == "\r" && at + 1 < source.count && source[at + 1] == "\n" ? at + 2 : at + 1
                emit("\n", .lineBreak, at, end)
                isQuoteOpen = false
                at = end
            case .special:
                at = foldSpecial(entry.scalar, at)
            }
        }
        if last == .digit { settleNumber() }
    }

    /// Folds one scalar that depends on its neighbours or becomes several, and returns where to go on.
    private mutating func foldSpecial(_ scalar: Unicode.Scalar, _ at: Int) -> Int {
        switch scalar {
        case "[":
            if at >= tracesFound {
                (traces, tracesFound) = ConverterTraces.find(in: source, from: at, map: map)
                nextTrace = 0
            }
            if nextTrace < traces.count, traces[nextTrace].lowerBound == at {
                nextTrace += 1
                return traces[nextTrace - 1].upperBound
            }
            emit(scalar, .plain, at, at + 1)
        case "]", "〕":
            emit(scalar, .plain, at, at + 1)
            settleYearBrackets()
        case "，":
            if !separatesThousands(at) { emit(scalar, .plain, at, at + 1) }
        case "“", "”":
            isQuoteOpen = scalar == "“"
            emit(scalar, .plain, at, at + 1)
        case "\"":
            emit(isQuoteOpen ? "”" : "“", .plain, at, at + 1)
            isQuoteOpen.toggle()
        case "○", "◯":
            let isZero = scalars.last.map(FoldedCharacters.isNumeralDigit) ?? false
            emit(isZero ? "〇" : scalar, .plain, at, at + 1)
        default:
            guard let expansion = map.expansion(of: scalar) else {
                emit(scalar, .plain, at, at + 1)
                break
            }
            for part in expansion { emit(part, map.entry(of: part).kind, at, at + 1) }
        }
        return at + 1
    }

    /// Appends a scalar, after what its coming settles of those before it.
    private mutating func emit(_ scalar: Unicode.Scalar, _ kind: FoldingMap.Kind, _ start: Int, _ end: Int) {
        if last == .digit, kind != .digit || space != nil { settleNumber() }
        if last == .dash, kind != .dash { settleDashes(before: scalar) }
        if let gap = space {
            if kind == last, kind == .digit || kind == .letter { append(" ", gap.lowerBound, gap.upperBound) }
            space = nil
        }
        if kind == .dash, last != .dash { dashes = scalars.count }
        append(scalar, start, end)
        last = kind
    }

    @inline(__always)
    private mutating func append(_ scalar: Unicode.Scalar, _ start: Int, _ end: Int) {
        scalars.append(scalar)
        starts.append(Int32(truncatingIfNeeded: start))
        ends.append(Int32(truncatingIfNeeded: end))
    }

    /// How many digits stand before `end`, at most `limit`.
    private func digits(before end: Int, limit: Int) -> Int {
        var count = 0
        while count < limit, end - count > 0, FoldedCharacters.isDigit(scalars[end - count - 1]) { count += 1 }
        return count
    }

    /// Settles what depends on the digits at the end, once they are complete.
    private mutating func settleNumber() {
        let length = digits(before: scalars.count, limit: 4)
        let mark = scalars.count - length - 1
        guard mark > 0 else { return }
        if scalars[mark] == "：" {
            // 8：30 and 6：4 get a half width colon.
            if length <= 2, (1...2).contains(digits(before: mark, limit: 3)) { scalars[mark] = ":" }
        } else if length == 3, scalars[mark] == "，", isThousandsComma(mark) {
            remove(at: mark)
            groupedEnd = scalars.count
        }
    }

    /// Whether a Chinese comma before the last three digits sets thousands apart, however it was typed and spaced:
    /// 1，200 and 100，000 and 1，200，300, but not 300，400, which is a list.
    private func isThousandsComma(_ comma: Int) -> Bool {
        if comma == groupedEnd { return true }
        let leading = digits(before: comma, limit: 4)
        guard (1...3).contains(leading), beginsNumber(comma - leading) else { return false }
        return leading < 3 || scalars[(comma + 1)...].allSatisfy { $0 == "0" }
    }

    /// Whether the digits at `first` are the whole of a number's beginning: no 0 in front, no fraction, no minutes.
    private func beginsNumber(_ first: Int) -> Bool {
        scalars[first] != "0" && (first == 0 || (scalars[first - 1] != "." && scalars[first - 1] != ":"))
    }

    private mutating func remove(at index: Int) {
        scalars.remove(at: index)
        starts.remove(at: index)
        ends.remove(at: index)
    }

    /// The dashes at the end become `-` when a range goes on with `next`.
    private mutating func settleDashes(before next: Unicode.Scalar) {
        let count = scalars.count - dashes
        guard count <= 2, dashes > 0, FoldedCharacters.endsRangeStart(scalars[dashes - 1]) else { return }
        // —— before 一是 is a dash proper (破折号, GB/T 15834), before a digit a range.
        guard count == 1 ? FoldedCharacters.beginsRangeEnd(next) : FoldedCharacters.isDigit(next) else { return }
        scalars[dashes] = "-"
        if count == 2 {
            ends[dashes] = ends[dashes + 1]
            scalars.removeLast()
            starts.removeLast()
            ends.removeLast()
        }
    }

    /// `[2025]` at the end becomes 〔2025〕, without spaces inside.
    private mutating func settleYearBrackets() {
        let close = scalars.count - 1
        var open = close - 1
        var found = 0
        while open >= 0, FoldedCharacters.isDigit(scalars[open]) || scalars[open] == " ", found <= 4 {
            if scalars[open] != " " { found += 1 }
            open -= 1
        }
        guard open >= 0, found == 4, scalars[open] == "[" || scalars[open] == "〔" else { return }
        scalars[open] = "〔"
        scalars[close] = "〕"
        var kept = open + 1
        for index in kept...close where scalars[index] != " " {
            scalars[kept] = scalars[index]
            starts[kept] = starts[index]
            ends[kept] = ends[index]
            kept += 1
        }
        let surplus = scalars.count - kept
        scalars.removeLast(surplus)
        starts.removeLast(surplus)
        ends.removeLast(surplus)
    }

    private func isSourceDigit(_ at: Int) -> Bool {
        at < source.count && map.entry(of: source[at]).kind == .digit
    }

    /// Whether the keyboard comma at `at` belongs to a number in groups of three digits: 1,200 and 300,400,500.
    private mutating func separatesThousands(_ at: Int) -> Bool {
        if at < commasJudged { return commasAreThousands }
        var end = at
        while end < source.count, source[end] == ",",
            isSourceDigit(end + 1), isSourceDigit(end + 2), isSourceDigit(end + 3)
        {
            end += 4
        }
        commasJudged = max(end, at + 1)
        commasAreThousands = false
        guard end > at, end - at <= 20, !isSourceDigit(end) else { return false }
        guard last == .digit, space == nil, ends.last.map(Int.init) == at else { return false }
        let leading = digits(before: scalars.count, limit: 4)
        commasAreThousands = leading <= 3 && beginsNumber(scalars.count - leading)
        return commasAreThousands
    }
}
