import ExtractorData

/// Refuses what speaks of a class or a code that no term, value or phrase has: a slip of the pen there would match nothing,
/// in silence.
struct ReferenceCheck {
    private let symbols: SymbolTable
    private let classes: Set<Symbol>
    private let codes: Set<Symbol>
    private let categories: Set<Symbol>
    private let payers: Set<Symbol>

    init(symbols: SymbolTable, vocabulary: Vocabulary, values: ValueClasses, phrases: [PhrasePattern]) {
        func codes(of name: String) -> Set<Symbol> {
            Set(symbols.find(name).flatMap { vocabulary.byCode[$0] }.map { Array($0.keys) } ?? [])
        }
        self.symbols = symbols
        classes = Set(vocabulary.terms.map(\.tokenClass) + values.all + phrases.map(\.tokenClass))
        self.codes = Set(vocabulary.terms.map(\.code) + values.all + phrases.compactMap(\.code))
        categories = codes(of: "population").union(
            phrases.filter { symbols.name($0.tokenClass) == "population" }.compactMap(\.code))
        payers = codes(of: "payer")
    }

    /// One fault for each use of an unknown name, at its own place and with the nearest known name as hint.
    var faults: [ExtractorError] { symbols.uses.compactMap(fault) }

    private func fault(_ use: SymbolUse) -> ExtractorError? {
        let (known, message) =
            switch use.kind {
            case .tokenClass: (classes, "no term, value or phrase is of the class")
            case .code: (codes, "no term, value or phrase has the code")
            case .category: (categories, "the vocabulary has no group of people with the code")
            case .payer: (payers, "the vocabulary has no payer with the code")
            }
        if known.contains(use.symbol) { return nil }
        let name = symbols.name(use.symbol)
        return ExtractorError(
            "\(message) '\(name)'", at: use.place,
            hint: nearest(to: name, in: known.map(symbols.name).sorted()).map { "did you mean '\($0)'?" })
    }
}
