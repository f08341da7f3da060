package import ExtractorData
import PolicyText
import PolicyValues

/// A loaded extractor set: vocabulary, phrases and rules, checked and ready to match.
package struct ExtractorSet: Sendable {
    package let digest: String
    let symbols: SymbolTable
    private(set) var vocabulary: Vocabulary
    private(set) var phrases: [PhrasePattern]
    private(set) var rules: [RulePattern]
    /// Indices of the rules by the class of their trigger.
    private(set) var rulesByTrigger: [Symbol: [Int]]
    private(set) var tokenizer: Tokenizer
    private(set) var matcher: PhraseMatcher
    let population: PopulationGrammar
    let heads: HeadGrammar
    let classes: ValueClasses
    let names: WellKnown
    let citations: CitationGrammar

    /// - Throws: `ExtractorError` for the first thing wrong, with file, line and the nearest known word.
    package init(files: [ExtractorFile], digest: String) throws(ExtractorError) {
        var faults: [ExtractorError] = []
        let parts = ExtractorParts(files: files, faults: &faults)
        if let first = faults.first { throw first }
        let scanner = ValueScanner(vocabulary: try ValueVocabulary(files: files))

        self.digest = digest
        symbols = parts.symbols
        vocabulary = parts.vocabulary
        phrases = parts.phrases
        rules = parts.rules
        classes = parts.classes
        population = parts.population
        heads = parts.heads
        names = parts.names
        citations = parts.citations
        rulesByTrigger = Dictionary(grouping: parts.rules.indices) { parts.rules[$0].triggerClass }
        tokenizer = Tokenizer(vocabulary: parts.vocabulary, scanner: scanner, classes: parts.classes)
        matcher = PhraseMatcher(patterns: parts.phrases)
    }

    /// Everything wrong with the files of a set, in the order of the files: one fault for each term, phrase or rule that
    /// cannot be read, and one for each name that nothing bears.
    package static func faults(in files: [ExtractorFile]) -> [ExtractorError] {
        var faults: [ExtractorError] = []
        _ = ExtractorParts(files: files, faults: &faults)
        noting(&faults) { _ throws(ExtractorError) in _ = try ValueVocabulary(files: files) }
        return faults.sorted {
            ($0.place.file, $0.place.line, $0.place.column) < ($1.place.file, $1.place.line, $1.place.column)
        }
    }

    /// The set less one piece, as far as reading goes; the examples of a rule stay.
    func without(_ piece: ExtractorPiece) -> ExtractorSet {
        var copy = self
        switch piece {
        case .rule(let rule):
            copy.rulesByTrigger[rules[rule].triggerClass]?.removeAll { $0 == rule }
        case .slot(let rule, let field):
            copy.rules[rule].slots.removeAll { $0.field == field }
            copy.rules[rule].require.removeAll { $0 == field }
        case .veto(let rule, let number):
            copy.rules[rule].veto.remove(at: number)
        case .phrase(let phrase):
            copy.phrases.remove(at: phrase)
            copy.matcher = PhraseMatcher(patterns: copy.phrases)
        case .form(let form):
            copy.vocabulary = vocabulary.without(form: form)
            copy.tokenizer = Tokenizer(
                vocabulary: copy.vocabulary, scanner: tokenizer.scanner, classes: tokenizer.classes)
        }
        return copy
    }

    /// All broader categories of one.
    func broader(than category: PopulationGroup.Category) -> [PopulationGroup.Category] {
        guard case .known(var code) = category else { return [] }
        var result: [PopulationGroup.Category] = []
        // A vocabulary in which two terms are broader than each other must not trap us.
        while let term = vocabulary.byCode[population.population]?[code], let next = vocabulary.terms[term].broader,
            !result.contains(.known(next))
        {
            result.append(.known(next))
            code = next
        }
        return result
    }

    func code(_ symbol: Symbol) -> String { symbols.name(symbol) }

    /// The Chinese label of a code of a class.
    func label(_ code: Symbol, of tokenClass: Symbol) -> String? {
        vocabulary.byCode[tokenClass]?[code].map { vocabulary.terms[$0].zh }
    }
}

/// Symbols that the engine itself speaks of.
struct WellKnown: Sendable {
    let governmentSubsidy, leveledSubsidy: Symbol
    let tier, window, paid, distributive, below, fundedBy, payer: Symbol
    let municipalFinance, countyFinance, municipalCountyFinance, localFinance: Symbol
    /// Classes that make a clause …的 a subject of its own.
    let ownSubjects: Set<Symbol>
    /// Insurance other than that of residents.
    let otherSchemes: Set<Symbol>
    let scheme: Symbol

    init(symbols: inout SymbolTable) {
        governmentSubsidy = symbols.intern("governmentSubsidy")
        leveledSubsidy = symbols.intern("leveledSubsidy")
        tier = symbols.intern("tier")
        window = symbols.intern("window")
        paid = symbols.intern("paid")
        distributive = symbols.intern("distributive")
        below = symbols.intern("below")
        fundedBy = symbols.intern("fundedBy")
        payer = symbols.intern("payer")
        municipalFinance = symbols.intern("municipalFinance")
        countyFinance = symbols.intern("countyFinance")
        localFinance = symbols.intern("localFinance")
        municipalCountyFinance = symbols.intern("municipalCountyFinance")
        scheme = symbols.intern("scheme")
        otherSchemes = Set(["uebmi", "ltci", "maternity", "commercial"].map { symbols.intern($0) })
        ownSubjects = [paid, symbols.intern("paidWindow"), window, symbols.intern("lapse"), symbols.intern("scheme")]
    }
}
