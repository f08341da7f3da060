package import ExtractorData
import PolicyText
import PolicyValues

/// A loaded extractor set: vocabulary, phrases and rules, checked and ready to match.
package struct ExtractorSet: Sendable {
    package let digest: String
    let symbols: SymbolTable
    let vocabulary: Vocabulary
    let phrases: [PhrasePattern]
    let rules: [RulePattern]
    /// Indices of the rules by the class of their trigger.
    let rulesByTrigger: [Symbol: [Int]]
    let tokenizer: Tokenizer
    let matcher: PhraseMatcher
    let population: PopulationGrammar
    let heads: HeadGrammar
    let classes: ValueClasses
    let names: WellKnown
    let citations: CitationGrammar

    /// - Throws: `ExtractorError` for the first thing wrong, with file, line and the nearest known word.
    package init(files: [ExtractorFile], digest: String) throws(ExtractorError) {
        var symbols = SymbolTable()
        let classes = ValueClasses(symbols: &symbols)
        let population = PopulationGrammar(symbols: &symbols)
        let heads = HeadGrammar(symbols: &symbols)
        let names = WellKnown(symbols: &symbols)
        let citations = CitationGrammar(symbols: &symbols)
        let vocabulary = try Vocabulary(files: files, symbols: &symbols)
        var phrases: [PhrasePattern] = []
        var rules: [RulePattern] = []
        for file in files where file.path.hasPrefix("rules/") {
            var root = try NodeReader(file.root)
            for node in try root.nodes("phrases") { phrases.append(try PhrasePattern(node, symbols: &symbols)) }
            for node in try root.nodes("rules") { rules.append(try RulePattern(node, symbols: &symbols)) }
            try root.finish()
        }
        try ExtractorSet.checkUnique(phrases.map { ($0.id, $0.place) } + rules.map { ($0.id, $0.place) })
        let references = ReferenceCheck(symbols: symbols, vocabulary: vocabulary, values: classes, phrases: phrases)
        for phrase in phrases { try references.check(phrase) }
        for rule in rules { try references.check(rule) }
        let scanner = ValueScanner(vocabulary: try ValueVocabulary(files: files))

        self.digest = digest
        self.symbols = symbols
        self.vocabulary = vocabulary
        self.phrases = phrases
        self.rules = rules
        self.classes = classes
        self.population = population
        self.heads = heads
        self.names = names
        self.citations = citations
        rulesByTrigger = Dictionary(grouping: rules.indices) { rules[$0].triggerClass }
        tokenizer = Tokenizer(vocabulary: vocabulary, scanner: scanner, classes: classes)
        matcher = PhraseMatcher(patterns: phrases)
    }

    private static func checkUnique(_ ids: [(String, ExtractorPlace)]) throws(ExtractorError) {
        var seen: [String: ExtractorPlace] = [:]
        for (id, place) in ids {
            if let other = seen[id] {
                throw ExtractorError(
                    "the id '\(id)' is used twice", at: place, hint: "the other one is at \(other.file):\(other.line)")
            }
            seen[id] = place
        }
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
    let governmentSubsidy: Symbol
    let tier, window, paid, distributive, below, fundedBy, payer: Symbol
    let municipalFinance, countyFinance, municipalCountyFinance: Symbol
    /// Classes that make a clause …的 a subject of its own.
    let ownSubjects: Set<Symbol>

    init(symbols: inout SymbolTable) {
        governmentSubsidy = symbols.intern("governmentSubsidy")
        tier = symbols.intern("tier")
        window = symbols.intern("window")
        paid = symbols.intern("paid")
        distributive = symbols.intern("distributive")
        below = symbols.intern("below")
        fundedBy = symbols.intern("fundedBy")
        payer = symbols.intern("payer")
        municipalFinance = symbols.intern("municipalFinance")
        countyFinance = symbols.intern("countyFinance")
        municipalCountyFinance = symbols.intern("municipalCountyFinance")
        ownSubjects = [paid, symbols.intern("paidWindow"), window, symbols.intern("lapse"), symbols.intern("scheme")]
    }
}
