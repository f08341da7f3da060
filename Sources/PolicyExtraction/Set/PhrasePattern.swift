import ExtractorData

/// A sequence of tokens, words and bounded gaps that together make one token: 未|在|…|集中缴费期|…|参保 is a group of
/// people. Written as a list of short strings:
///
/// - `不|不再` is one of these words, letter for letter;
/// - `@window`, `@population=newborn|infantUnder3` is a token of that class (with one of these codes);
/// - `@period:when` gives it a name for `gives`;
/// - `~6` is a gap of at most 6 letters without punctuation;
/// - `&补助|配套` is one of these words, which must follow but stays outside the sequence;
/// - a `?` behind an element makes it optional.
struct PhrasePattern: Sendable {
    enum Element: Sendable {
        case words([[Unicode.Scalar]])
        case ahead([[Unicode.Scalar]])
        case token(Symbol, codes: [Symbol], name: String?)
        case gap(Int)
    }
    struct Step: Sendable {
        var element: Element
        var isOptional: Bool

        /// The name under which `gives` may take the token.
        var name: String? {
            if case .token(_, _, let name) = element { return name }
            return nil
        }
    }

    var id: String
    var stage: Int
    var steps: [Step]
    /// Class of the token made, and its code unless it is taken from a captured token.
    var tokenClass: Symbol
    var code: Symbol?
    var takes: String?
    /// Tokens of these classes at the beginning or end of the sequence stay beside the new one.
    var keep: [Symbol]
    var place: ExtractorPlace

    init(_ node: ExtractorNode, symbols: inout SymbolTable) throws(ExtractorError) {
        var reader = try NodeReader(node)
        id = try reader.requiredString("id")
        stage = try reader.int("stage") ?? 1
        keep = try symbols.use("keep", of: &reader, as: .tokenClass)
        let gives = try reader.requiredString("gives")
        var steps: [Step] = []
        for element in try reader.nodes("match") { steps.append(try PhrasePattern.step(element, symbols: &symbols)) }
        try reader.finish()
        place = node.place
        self.steps = steps

        let parts = gives.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts[0].isEmpty { throw ExtractorError("'gives' names no class in '\(gives)'", at: place) }
        tokenClass = symbols.intern(parts[0])
        if parts.count == 2, parts[1].hasPrefix("$") {
            let name = String(parts[1].dropFirst())
            let names = steps.compactMap(\.name)
            if !names.contains(name) {
                throw ExtractorError(
                    "no element of the sequence is named '\(name)'", at: place,
                    hint: nearest(to: name, in: names).map { "did you mean '\($0)'?" })
            }
            takes = name
            code = nil
        } else {
            code = symbols.intern(parts.count == 2 ? parts[1] : parts[0])
            takes = nil
        }
        switch steps.first {
        case .some(let first) where !first.isOptional:
            if case .gap = first.element { fallthrough }
        default:
            throw ExtractorError(
                "the sequence of '\(id)' must begin with a word or a token that is not optional", at: place)
        }
    }

    private static func step(_ node: ExtractorNode, symbols: inout SymbolTable) throws(ExtractorError) -> Step {
        var text = try node.string()
        let isOptional = text.count > 1 && text.hasSuffix("?")
        if isOptional { text.removeLast() }
        if text.hasPrefix("~") {
            guard let length = Int(text.dropFirst()), (1...60).contains(length) else {
                throw ExtractorError("a gap is written ~1 to ~60, not '\(text)'", at: node.place)
            }
            return Step(element: .gap(length), isOptional: isOptional)
        }
        if text.hasPrefix("@") {
            let named = text.dropFirst().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                .map(String.init)
            let coded = named[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if coded[0].isEmpty { throw ExtractorError("'\(text)' names no class", at: node.place) }
            let codes =
                coded.count == 2
                ? coded[1].split(separator: "|").map { symbols.use(String($0), as: .code, at: node.place) } : []
            return Step(
                element: .token(
                    symbols.use(coded[0], as: .tokenClass, at: node.place), codes: codes,
                    name: named.count == 2 ? named[1] : nil),
                isOptional: isOptional)
        }
        let isAhead = text.hasPrefix("&")
        if isAhead { text.removeFirst() }
        // Longer words first, so that the longest alternative is tried first.
        let words = text.split(separator: "|").map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
        if words.isEmpty { throw ExtractorError("an element of a sequence is empty", at: node.place) }
        return Step(element: isAhead ? .ahead(words) : .words(words), isOptional: isOptional)
    }
}
