import ExtractorData
import PolicyValues

/// What the files of an extractor set hold, read as far as they can be.
struct ExtractorParts {
    let symbols: SymbolTable
    let vocabulary: Vocabulary
    let phrases: [PhrasePattern]
    let rules: [RulePattern]
    let classes: ValueClasses
    let population: PopulationGrammar
    let heads: HeadGrammar
    let names: WellKnown
    let citations: CitationGrammar

    /// - Parameter faults: What is wrong is added here; a term, phrase or rule with a fault is left out.
    init(files: [ExtractorFile], faults: inout [ExtractorError]) {
        var symbols = SymbolTable()
        classes = ValueClasses(symbols: &symbols)
        population = PopulationGrammar(symbols: &symbols)
        heads = HeadGrammar(symbols: &symbols)
        names = WellKnown(symbols: &symbols)
        citations = CitationGrammar(symbols: &symbols)
        vocabulary = Vocabulary(files: files, symbols: &symbols, faults: &faults)
        var phrases: [PhrasePattern] = []
        var rules: [RulePattern] = []
        let before = faults.count
        for file in files where file.path.hasPrefix("rules/") {
            noting(&faults) { faults throws(ExtractorError) in
                var root = try NodeReader(file.root)
                for node in try root.nodes("phrases") {
                    noting(&faults) { faults throws(ExtractorError) in
                        phrases.append(try PhrasePattern(node, symbols: &symbols))
                    }
                }
                for node in try root.nodes("rules") {
                    noting(&faults) { faults throws(ExtractorError) in
                        rules.append(try RulePattern(node, symbols: &symbols))
                    }
                }
                try root.finish()
            }
        }
        faults += ExtractorParts.doubles(phrases.map { ($0.id, $0.place) } + rules.map { ($0.id, $0.place) })
        // What a phrase that cannot be read would have given is not unknown.
        if faults.count == before {
            faults += ReferenceCheck(symbols: symbols, vocabulary: vocabulary, values: classes, phrases: phrases).faults
        }
        symbols.uses = []
        self.symbols = symbols
        self.phrases = phrases
        self.rules = rules
    }

    private static func doubles(_ ids: [(String, ExtractorPlace)]) -> [ExtractorError] {
        var seen: [String: ExtractorPlace] = [:]
        return ids.compactMap { id, place in
            if let other = seen[id] {
                return ExtractorError(
                    "the id '\(id)' is used twice", at: place, hint: "the other one is at \(other.file):\(other.line)")
            }
            seen[id] = place
            return nil
        }
    }
}

/// Runs `read`, and adds to `faults` what it throws.
func noting(_ faults: inout [ExtractorError], _ read: (inout [ExtractorError]) throws(ExtractorError) -> Void) {
    do throws(ExtractorError) { try read(&faults) } catch { faults.append(error) }
}
