/// A sign that sets an item apart without counting it: ● ▲ ★ ◆ ✔ ※.
package func isBullet(_ scalar: Unicode.Scalar) -> Bool { Letter.isBullet(scalar) }

/// Classes of letters in folded text. Folding may leave punctuation in either width, so both are named.
enum Letter {
    static func isLineBreak(_ s: Unicode.Scalar) -> Bool {
        switch s.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    static func isSpace(_ s: Unicode.Scalar) -> Bool {
        switch s.value {
        case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    static func isDigit(_ s: Unicode.Scalar) -> Bool { s.value >= 0x30 && s.value <= 0x39 }

    static func isLatin(_ s: Unicode.Scalar) -> Bool {
        let lower = s.value | 0x20
        return lower >= 0x61 && lower <= 0x7A
    }

    static func isHan(_ s: Unicode.Scalar) -> Bool {
        switch s.value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// Something that is read, not a mark or a space.
    static func isWord(_ s: Unicode.Scalar) -> Bool { isHan(s) || isDigit(s) || isLatin(s) || s == "〇" }

    static func isHanNumeral(_ s: Unicode.Scalar) -> Bool { hanDigit(s) != nil || s == "十" || s == "百" }

    static func hanDigit(_ s: Unicode.Scalar) -> Int? {
        switch s {
        case "〇", "零", "○": 0
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    /// Ends a sentence or an item of a list.
    static func endsSentence(_ s: Unicode.Scalar) -> Bool {
        switch s {
        case "。", "！", "？", "；", "!", "?", ";", "…", "｡": true
        default: false
        }
    }

    /// A sign that sets an item apart without counting it: ● ▲ ★ ◆ ✔ ※.
    static func isBullet(_ s: Unicode.Scalar) -> Bool {
        switch s.value {
        // Geometric shapes but ○, which is also a zero; stars, ticks, arrows, warning and pointing signs.
        case 0x25A0...0x25CA, 0x25CC...0x25FF, 0x2600...0x26A1, 0x2700...0x2767, 0x2794...0x27BF, 0x203B, 0x2022: true
        case 0x1F300...0x1FAFF: true
        default: false
        }
    }

    static func isColon(_ s: Unicode.Scalar) -> Bool { s == "：" || s == ":" }

    static func isComma(_ s: Unicode.Scalar) -> Bool { s == "，" || s == "," }

    static func isOpening(_ s: Unicode.Scalar) -> Bool {
        switch s {
        case "（", "(", "《", "〈", "“", "‘", "「", "『", "〔", "[", "【": true
        default: false
        }
    }

    static func isClosing(_ s: Unicode.Scalar) -> Bool {
        switch s {
        case "）", ")", "》", "〉", "”", "’", "」", "』", "〕", "]", "】": true
        default: false
        }
    }
}

/// A fixed sequence of letters to look for.
typealias Phrase = [Unicode.Scalar]

func phrases(_ text: String) -> [Phrase] {
    text.unicodeScalars.split(separator: " ").map(Array.init)
}

extension [Unicode.Scalar] {
    func has(_ phrase: Phrase, at index: Int, before end: Int) -> Bool {
        guard index >= 0, index + phrase.count <= end else { return false }
        for offset in phrase.indices where self[index + offset] != phrase[offset] { return false }
        return true
    }

    /// The longest of `phrases` that begins at `index`.
    func longest(of phrases: [Phrase], at index: Int, before end: Int) -> Int? {
        var best: Int?
        for phrase in phrases where phrase.count > best ?? 0 && has(phrase, at: index, before: end) {
            best = phrase.count
        }
        return best
    }

    /// The longest of `phrases` that ends at the end of `range`.
    func longestSuffix(of phrases: [Phrase], in range: Range<Int>) -> Int? {
        var best: Int?
        for phrase in phrases
        where phrase.count > best ?? 0 && phrase.count <= range.count
            && has(phrase, at: range.upperBound - phrase.count, before: range.upperBound)
        {
            best = phrase.count
        }
        return best
    }

    func first(_ phrase: Phrase, in range: Range<Int>) -> Int? {
        guard let head = phrase.first, range.count >= phrase.count else { return nil }
        for index in range.lowerBound...(range.upperBound - phrase.count)
        where self[index] == head && has(phrase, at: index, before: range.upperBound) {
            return index
        }
        return nil
    }

    func contains(anyOf phrases: [Phrase], in range: Range<Int>) -> Bool {
        phrases.contains { first($0, in: range) != nil }
    }

    func begins(with phrases: [Phrase], _ range: Range<Int>) -> Bool {
        longest(of: phrases, at: range.lowerBound, before: range.upperBound) != nil
    }

    /// The range without white space and line breaks at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, Letter.isSpace(self[low]) || Letter.isLineBreak(self[low]) { low += 1 }
        while high > low, Letter.isSpace(self[high - 1]) || Letter.isLineBreak(self[high - 1]) { high -= 1 }
        return low..<high
    }

    /// Whether the range ends a sentence, also where closing quotes or brackets follow the mark.
    func endsSentence(_ range: Range<Int>) -> Bool {
        var at = range.upperBound - 1
        while at > range.lowerBound, Letter.isClosing(self[at]) { at -= 1 }
        return at >= range.lowerBound && Letter.endsSentence(self[at])
    }

    func equalsPhrase(_ phrase: Phrase, _ range: Range<Int>) -> Bool {
        range.count == phrase.count && has(phrase, at: range.lowerBound, before: range.upperBound)
    }

    func equal(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        a.count == b.count && self[a].elementsEqual(self[b])
    }
}
