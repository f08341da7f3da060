/// A term of the vocabulary as people know it.
package struct TermLabel: Sendable, Hashable {
    package var tokenClass: String
    package var code: String
    package var zh: String
    package var en: String
    /// The code of the broader term.
    package var broader: String?
}

extension ExtractorSet {
    /// The terms with their labels, in the order of the files.
    package var termLabels: [TermLabel] {
        vocabulary.terms.map { term in
            TermLabel(
                tokenClass: symbols.name(term.tokenClass), code: symbols.name(term.code), zh: term.zh, en: term.en,
                broader: term.broader.map { symbols.name($0) })
        }
    }
}
