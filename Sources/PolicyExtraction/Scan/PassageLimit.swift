/// How much text is read as one train of thought, so that the work for each word has a bound and a whole text takes time
/// linear in its length.
///
/// Paragraphs and sentences of notices are far shorter. What is longer, such as a list of thousands of names or a text
/// without a mark, is read in parts: what stands in one part is not carried into the next.
enum PassageLimit {
    /// The most letters of a passage.
    static let passage = 10_000
    /// The most letters of a sentence.
    static let sentence = 2_000
    /// The most letters of the headings that are put in front of a cell of a table.
    static let headings = 2_000

    /// The range in parts, each with no more letters than a passage may have. Parts end after a sentence where they can.
    static func parts(of range: Range<Int>, in text: [Unicode.Scalar]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        while range.upperBound - start > passage {
            let candidates = start + passage / 2..<start + passage
            let end = cut(candidates, in: text, where: isFree) ?? candidates.upperBound
            parts.append(start..<end)
            start = end
        }
        parts.append(start..<range.upperBound)
        return parts
    }

    /// The sentences, those that are too long in parts that end after a semicolon, a comma or a token; and whether the
    /// sentence goes on behind the part.
    static func sentences(
        _ ranges: [Range<Int>], in text: [Unicode.Scalar], tokens: [Token]
    ) -> [(range: Range<Int>, goesOn: Bool)] {
        guard ranges.contains(where: { $0.count > sentence }) else { return ranges.map { ($0, false) } }
        var inside = [Bool](repeating: false, count: text.count + 1)
        for token in tokens {
            for place in token.range.dropFirst() { inside[place] = true }
        }
        var parts: [(range: Range<Int>, goesOn: Bool)] = []
        for range in ranges {
            var start = range.lowerBound
            while range.upperBound - start > sentence {
                let candidates = start + sentence / 2..<start + sentence
                guard
                    let end = cut(candidates, in: text, where: { !inside[$1] })
                        ?? (candidates.upperBound..<range.upperBound).first(where: { !inside[$0] })
                else { break }
                parts.append((start..<end, true))
                start = end
            }
            parts.append((start..<range.upperBound, false))
        }
        return parts
    }

    /// The last place among the candidates behind a mark, the stronger mark first, or between two letters.
    private static func cut(
        _ candidates: Range<Int>, in text: [Unicode.Scalar], where allows: ([Unicode.Scalar], Int) -> Bool
    ) -> Int? {
        for marks in ["。！？\n", "；", "，、"] {
            let marks = Array(marks.unicodeScalars)
            let place = candidates.last { marks.contains(text[$0]) && allows(text, $0 + 1) }
            if let place { return place + 1 }
        }
        return candidates.last { allows(text, $0) }
    }

    /// Whether no number, rate or amount goes through the place.
    private static func isFree(_ text: [Unicode.Scalar], _ place: Int) -> Bool {
        !isNumeric(text[place - 1]) || place < text.count && !isNumeric(text[place])
    }

    private static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "〇", "零", "两",
            ".", "%", "元", "角", "年", "月", "日", "-", "/", "第", "每":
            true
        default: false
        }
    }
}
