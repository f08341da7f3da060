/// Splits folded text into sentences and clauses.
///
/// Both give ascending ranges apart from each other, with the mark that ends them and without line breaks; what holds
/// nothing but white space is left out. Time is linear in the text.
package enum Segmentation {
    /// Sentences of `range`.
    ///
    /// A sentence ends after 。！？ and before a line break; brackets and quotation marks that close right after the mark
    /// stay with it. Inside 《》, brackets and “” nothing ends, unless the mark stands right before the closing one. A mark
    /// without its partner in the paragraph opens or closes nothing. A `.` ends a sentence only at the end of a line after
    /// a Chinese character, where keyboards leave it for 。.
    package static func sentences(in text: [Unicode.Scalar], range: Range<Int>) -> [Range<Int>] {
        segments(in: text, range: range, into: .sentences)
    }

    /// Clauses of `range`: parts of its sentences, ended by ，；： as well. Inside brackets and 《》 none ends, inside quotes
    /// it may.
    package static func clauses(in text: [Unicode.Scalar], range: Range<Int>) -> [Range<Int>] {
        segments(in: text, range: range, into: .clauses)
    }

    private enum Unit { case sentences, clauses }

    private static func segments(in text: [Unicode.Scalar], range: Range<Int>, into unit: Unit) -> [Range<Int>] {
        var segments: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, text[end] != "\n" { end += 1 }
            splitParagraph(text, start..<end, into: unit, to: &segments)
            start = end + 1
        }
        return segments
    }

    private static func splitParagraph(
        _ text: [Unicode.Scalar], _ paragraph: Range<Int>, into unit: Unit, to segments: inout [Range<Int>]
    ) {
        let pairs = MarkPairs.outermost(in: text, range: paragraph, quotes: unit == .sentences)
        var nextPair = 0
        var start = paragraph.lowerBound
        var at = start

        func finish(_ end: Int) {
            var low = start
            var high = end
            while low < high, isSpace(text[low]) { low += 1 }
            while high > low, isSpace(text[high - 1]) { high -= 1 }
            if low < high { segments.append(low..<high) }
            start = end
        }

        while at < paragraph.upperBound {
            if nextPair < pairs.count, pairs[nextPair].lowerBound == at {
                // Past the closing mark; the sentence ends there when the mark before it would have ended it.
                at = pairs[nextPair].upperBound
                nextPair += 1
                if at - 2 >= start, endsSentence(text[at - 2]) {
                    at = pastClosing(text, at, paragraph.upperBound)
                    finish(at)
                }
                continue
            }
            let scalar = text[at]
            at += 1
            if endsSentence(scalar) || isFinalStop(text, at - 1, paragraph) {
                while at < paragraph.upperBound, endsSentence(text[at]) { at += 1 }
                at = pastClosing(text, at, paragraph.upperBound)
                while nextPair < pairs.count, pairs[nextPair].lowerBound < at { nextPair += 1 }
                finish(at)
            } else if unit == .clauses, scalar == "，" || scalar == "；" || scalar == "：" {
                finish(at)
            }
        }
        finish(paragraph.upperBound)
    }

    private static func pastClosing(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Int {
        var at = start
        while at < end, MarkPairs.isClosing(text[at]) { at += 1 }
        return at
    }

    private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "。" || scalar == "！" || scalar == "？"
    }

    /// Whether the scalar at `at` is a `.` for 。: the last of its line, after a Chinese character.
    private static func isFinalStop(_ text: [Unicode.Scalar], _ at: Int, _ paragraph: Range<Int>) -> Bool {
        text[at] == "." && at > paragraph.lowerBound && (0x3400...0x9FFF).contains(text[at - 1].value)
            && pastClosing(text, at + 1, paragraph.upperBound) == paragraph.upperBound
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
}

/// Brackets, book title marks and quotation marks with their partners.
enum MarkPairs {
    /// The outermost pairs of one paragraph, each from its opening mark to behind its closing one. With `quotes` false,
    /// quotation marks still have partners but make no pair of their own.
    static func outermost(in text: [Unicode.Scalar], range: Range<Int>, quotes: Bool) -> [Range<Int>] {
        var pairs: [Range<Int>] = []
        var open: [(closing: Unicode.Scalar, at: Int)] = []
        // How many marks wait for each closing one, so that a stray one costs no search.
        var waiting: [Unicode.Scalar: Int] = [:]
        for at in range {
            let scalar = text[at]
            if let closing = closing(of: scalar) {
                open.append((closing, at))
                waiting[closing, default: 0] += 1
            } else if isClosing(scalar), waiting[scalar, default: 0] > 0 {
                // Marks opened since then have no partner.
                var start = at
                while let last = open.popLast() {
                    waiting[last.closing, default: 0] -= 1
                    start = last.at
                    if last.closing == scalar { break }
                }
                if !quotes, isQuote(scalar) { continue }
                while let last = pairs.last, last.lowerBound > start { pairs.removeLast() }
                pairs.append(start..<at + 1)
            }
        }
        return pairs
    }

    static func closing(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "（": "）"
        case "《": "》"
        case "〈": "〉"
        case "“": "”"
        case "‘": "’"
        case "「": "」"
        case "『": "』"
        case "〔": "〕"
        case "【": "】"
        case "[": "]"
        default: nil
        }
    }

    static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "）", "》", "〉", "”", "’", "」", "』", "〕", "】", "]": true
        default: false
        }
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "”", "’", "」", "』": true
        default: false
        }
    }
}
