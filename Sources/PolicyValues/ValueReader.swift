/// What was read at a place, and where the reading ends.
struct Reading<Content> {
    var content: Content
    var end: Int

    init(_ content: Content, end: Int) {
        self.content = content
        self.end = end
    }
}

/// A window of a text with the words to read it by. The grammar is in the extensions, a kind of value each; every
/// method looks at the text from a place onwards and at most a fixed number of letters back, and never outside the
/// window, so that a scan is linear in the text.
struct ValueReader {
    let text: [Unicode.Scalar]
    let window: Range<Int>
    let words: ValueVocabulary

    func scalar(at place: Int) -> Unicode.Scalar? {
        window.contains(place) ? text[place] : nil
    }

    func isScalar(_ scalar: Unicode.Scalar, at place: Int) -> Bool {
        window.contains(place) && text[place] == scalar
    }

    func match<Payload>(_ table: WordTable<Payload>, at place: Int) -> (payload: Payload, end: Int)? {
        table.match(in: text, at: place, before: window.upperBound)
    }

    /// Where the word at `place` ends, or `place` itself where none stands.
    func skip<Payload>(_ table: WordTable<Payload>, at place: Int) -> Int {
        match(table, at: place)?.end ?? place
    }

    func ends(_ table: BackwardWords, at place: Int) -> Bool {
        table.length(in: text, endingAt: place, from: window.lowerBound) != nil
    }

    func isOpeningParenthesis(at place: Int) -> Bool { isScalar("（", at: place) || isScalar("(", at: place) }
    func isClosingParenthesis(at place: Int) -> Bool { isScalar("）", at: place) || isScalar(")", at: place) }

    /// Whether the letter at `place` ends a clause.
    func isClauseMark(at place: Int) -> Bool {
        switch scalar(at: place) {
        case nil, "，", "。", "；", "：", "！", "？", ",", ";", ":", "\n", "\r": true
        default: false
        }
    }
}
