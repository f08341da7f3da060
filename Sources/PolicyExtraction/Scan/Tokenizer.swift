import PolicyText
import PolicyValues

/// Finds the values and terms of a passage in one pass.
///
/// Values stand before terms: 缴费之日起3个月后 is one point in time and not the term 缴费 and a duration. A term gives
/// way to a value that it overlaps, unless it holds the whole value (二十世纪六十年代 in the name of a group).
struct Tokenizer: Sendable {
    let vocabulary: Vocabulary
    let scanner: ValueScanner
    let classes: ValueClasses

    func tokens(in text: [Unicode.Scalar], range: Range<Int>) -> [Token] {
        let values = scanner.scan(text, in: range)
        var tokens: [Token] = []
        var next = 0
        // A value is large; before most letters only its place counts.
        var nextStart = values.first?.range.lowerBound ?? .max
        var at = range.lowerBound
        // What a title 《…》 speaks of is not ruled here; document numbers in it are still citations.
        var titleDepth = 0
        while at < range.upperBound {
            if text[at] == "《" { titleDepth += 1 }
            if text[at] == "》" { titleDepth = max(0, titleDepth - 1) }
            while nextStart < at {
                next += 1
                nextStart = next < values.count ? values[next].range.lowerBound : .max
            }
            if titleDepth > 0, nextStart != at || !isDocumentNumber(values[next]) {
                at += 1
                continue
            }
            let value = nextStart == .max ? nil : nextStart..<values[next].range.upperBound
            if let term = term(in: text, at: at, before: range.upperBound, next: value) {
                tokens.append(term)
                at = term.range.upperBound
            } else if nextStart == at {
                let value = values[next]
                let symbol = classes.symbol(of: value.value)
                tokens.append(
                    Token(
                        tokenClass: symbol, code: classes.code(of: value.value, writtenAs: text[value.range]),
                        range: value.range, value: value.value))
                at = value.range.upperBound
            } else {
                at += 1
            }
        }
        return tokens
    }

    private func isDocumentNumber(_ mention: ValueMention) -> Bool {
        if case .documentNumber = mention.value { return true }
        return false
    }

    /// The longest term at a place that does not cut into the next value.
    private func term(
        in text: [Unicode.Scalar], at start: Int, before end: Int, next value: Range<Int>?
    ) -> Token? {
        guard var match = vocabulary.trie.longestMatch(in: text, at: start, before: end) else { return nil }
        if let value, start + match.length > value.lowerBound {
            let holdsValue =
                start + match.length >= value.upperBound && match.length > value.count
            if !holdsValue {
                let room = value.lowerBound
                guard room > start, let shorter = vocabulary.trie.longestMatch(in: text, at: start, before: room) else {
                    return nil
                }
                match = shorter
            }
        }
        let term = vocabulary.terms[Int(match.payload)]
        return Token(
            tokenClass: term.tokenClass, code: term.code, range: start..<start + match.length,
            term: Int(match.payload))
    }
}
