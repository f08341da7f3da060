/// Written forms that are looked for to the left of a place.
final class BackwardWords: Sendable {
    /// By last letter, longest first.
    private let forms: [Unicode.Scalar: [[Unicode.Scalar]]]

    init(_ words: [String]) {
        forms = Dictionary(grouping: words.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }) { $0[$0.count - 1] }
            .mapValues { $0.sorted { $0.count > $1.count } }
    }

    /// The length of the longest form that ends at `end` and begins at or after `start`; nil if there is none.
    func length(in text: [Unicode.Scalar], endingAt end: Int, from start: Int) -> Int? {
        guard end > start, let candidates = forms[text[end - 1]] else { return nil }
        return candidates.first { form in
            end - form.count >= start && text[(end - form.count)..<end].elementsEqual(form)
        }?.count
    }
}
