import PolicyText

/// Written forms that are looked for to the left of a place.
struct BackwardWords: Sendable {
    private let forms: TermTrie
    private let longest: Int

    init(_ words: [String]) {
        forms = TermTrie(words.map { (String(String.UnicodeScalarView($0.unicodeScalars.reversed())), 0) })
        longest = words.map(\.unicodeScalars.count).max() ?? 0
    }

    /// The length of the longest form that ends at `end` and begins at or after `start`; nil if there is none.
    func length(in text: [Unicode.Scalar], endingAt end: Int, from start: Int) -> Int? {
        let from = max(start, end - longest)
        guard from < end else { return nil }
        let reversed = Array(text[from..<end].reversed())
        return forms.longestMatch(in: reversed, at: 0, before: reversed.count)?.length
    }
}
