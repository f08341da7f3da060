import ExtractorData
import PolicyText

/// A term of the vocabulary: what its written forms stand for.
struct Term: Sendable {
    var tokenClass: Symbol
    var code: Symbol
    /// Labels in Chinese and English, for people.
    var zh: String
    var en: String
    /// The broader category of the same class, where there is one.
    var broader: Symbol?
    /// For a tier (档): its rank from 1.
    var rank: Int?
    /// For a member of a group (低保边缘家庭中的老年人): the group's code and the code of the whole.
    var members: [Symbol: Symbol]
    /// An everyday word that names these people only where nothing more precise does (老年人, 儿童).
    var isGeneric: Bool
    var place: ExtractorPlace
}

/// All terms with a trie over their written forms.
struct Vocabulary: Sendable {
    private(set) var terms: [Term] = []
    private(set) var trie = TermTrie([])
    /// The number of different written forms.
    private(set) var formCount = 0
    /// For each class and code the term that defines it.
    private(set) var byCode: [Symbol: [Symbol: Int]] = [:]

    /// - Parameter faults: What is wrong with a term is added here, and the term left out.
    init(files: [ExtractorFile], symbols: inout SymbolTable, faults: inout [ExtractorError]) {
        var forms = TermForms()
        for file in files where file.path.hasPrefix("vocabulary/") {
            noting(&faults) { faults throws(ExtractorError) in
                var root = try NodeReader(file.root)
                for classNode in try root.nodes("classes") {
                    noting(&faults) { faults throws(ExtractorError) in
                        var reader = try NodeReader(classNode)
                        let tokenClass = symbols.intern(try reader.requiredString("class"))
                        for termNode in try reader.nodes("terms") {
                            noting(&faults) { faults throws(ExtractorError) in
                                let index = terms.count
                                let term = try Vocabulary.term(
                                    termNode, of: tokenClass, symbols: &symbols, forms: &forms, payload: Int32(index))
                                terms.append(term)
                                byCode[tokenClass, default: [:]][term.code] = byCode[tokenClass]?[term.code] ?? index
                            }
                        }
                        try reader.finish()
                    }
                }
                try root.finish()
            }
        }
        trie = makeTrie(of: forms, faults: &faults)
        for term in terms {
            if let broader = term.broader, byCode[term.tokenClass]?[broader] == nil {
                faults.append(
                    ExtractorError(
                        "the broader term '\(symbols.name(broader))' is not defined", at: term.place,
                        hint: nearest(
                            to: symbols.name(broader),
                            in: (byCode[term.tokenClass] ?? [:]).keys.map { symbols.name($0) }.sorted()
                        ).map { "did you mean '\($0)'?" }))
            }
        }
    }

    /// The trie over all forms; one that stands for two terms is a fault.
    private mutating func makeTrie(of forms: TermForms, faults: inout [ExtractorError]) -> TermTrie {
        var doubled: [(first: Int, second: Int)] = []
        let trie = TermTrie(forms) { first, second in doubled.append((first, second)) }
        formCount = forms.count - doubled.count
        for (first, second) in doubled.sorted(by: { $0.second < $1.second }) {
            let (one, other) = (terms[Int(forms.payloads[first])], terms[Int(forms.payloads[second])])
            guard one.code != other.code || one.tokenClass != other.tokenClass else { continue }
            faults.append(
                ExtractorError(
                    "the form '\(forms.string(second))' stands for two terms", at: other.place,
                    hint: "the other one is at \(one.place.file):\(one.place.line)"))
        }
        return trie
    }

    /// The same terms, one of them without a written form of its own.
    func without(form: String) -> Vocabulary {
        var copy = self
        copy.trie = trie.without(form)
        return copy
    }

    private static func term(
        _ node: ExtractorNode, of tokenClass: Symbol, symbols: inout SymbolTable, forms: inout TermForms, payload: Int32
    ) throws(ExtractorError) -> Term {
        var reader = try NodeReader(node)
        let code = try reader.requiredString("code")
        let zh = try reader.string("zh") ?? code
        let en = try reader.string("en") ?? code
        let broader = try reader.string("broader").map { symbols.intern($0) }
        let rank = try reader.int("rank")
        let isGeneric = try reader.bool("generic") ?? false
        var members: [Symbol: Symbol] = [:]
        for pair in try reader.pairs("members") {
            members[symbols.intern(pair.key)] = symbols.intern(try pair.value.string())
        }
        for form in try reader.nodes("forms") { try FormTemplate.expand(form, into: &forms, payload: payload) }
        try reader.finish()
        return Term(
            tokenClass: tokenClass, code: symbols.intern(code), zh: zh, en: en, broader: broader, rank: rank,
            members: members, isGeneric: isGeneric, place: node.place)
    }
}
