import ExtractorData

/// Refuses phrases and rules that speak of a class or a code which no term, value or phrase has: a slip of the pen there
/// would match nothing, in silence.
struct ReferenceCheck {
    private let symbols: SymbolTable
    private let classes: Set<Symbol>
    private let codes: Set<Symbol>

    init(symbols: SymbolTable, vocabulary: Vocabulary, values: ValueClasses, phrases: [PhrasePattern]) {
        self.symbols = symbols
        classes = Set(vocabulary.terms.map(\.tokenClass) + values.all + phrases.map(\.tokenClass))
        codes = Set(vocabulary.terms.map(\.code) + values.all + phrases.compactMap(\.code))
    }

    /// - Throws: `ExtractorError` at the place of the phrase, with the nearest known name as hint.
    func check(_ phrase: PhrasePattern) throws(ExtractorError) {
        for step in phrase.steps {
            guard case .token(let tokenClass, let codes, _) = step.element else { continue }
            try check([tokenClass], codes, at: phrase.place)
        }
        try check(phrase.keep, [], at: phrase.place)
    }

    /// - Throws: `ExtractorError` at the place of the rule, with the nearest known name as hint.
    func check(_ rule: RulePattern) throws(ExtractorError) {
        try check([rule.triggerClass], rule.triggerCodes + rule.head, at: rule.place)
        let sources = rule.slots.flatMap(\.sources) + rule.veto.map(SlotSource.find)
        for case .find(let finder) in sources {
            try check(finder.tokenClass + finder.until, finder.codes, at: rule.place)
        }
    }

    private func check(_ classes: [Symbol], _ codes: [Symbol], at place: ExtractorPlace) throws(ExtractorError) {
        for name in classes where !self.classes.contains(name) {
            throw unknown("no term, value or phrase is of the class", name, among: self.classes, at: place)
        }
        for code in codes where !self.codes.contains(code) {
            throw unknown("no term, value or phrase has the code", code, among: self.codes, at: place)
        }
    }

    private func unknown(
        _ message: String, _ symbol: Symbol, among known: Set<Symbol>, at place: ExtractorPlace
    ) -> ExtractorError {
        let name = symbols.name(symbol)
        return ExtractorError(
            "\(message) '\(name)'", at: place,
            hint: nearest(to: name, in: known.map(symbols.name).sorted()).map { "did you mean '\($0)'?" })
    }
}
