import ExtractorData

/// A place in an extractor file that speaks of a class or a code which must be defined elsewhere.
struct SymbolUse: Sendable {
    enum Kind: Sendable {
        case tokenClass, code
        /// A category of people, in an example or a constant.
        case category
        case payer
    }
    var symbol: Symbol
    var kind: Kind
    var place: ExtractorPlace
}

extension SymbolTable {
    /// The symbol of a name that the node speaks of.
    mutating func use(_ name: String, as kind: SymbolUse.Kind, at place: ExtractorPlace) -> Symbol {
        let symbol = intern(name)
        uses.append(SymbolUse(symbol: symbol, kind: kind, place: place))
        return symbol
    }

    /// The names under a key, each on its own place.
    mutating func use(
        _ key: String, of reader: inout NodeReader, as kind: SymbolUse.Kind
    ) throws(ExtractorError) -> [Symbol] {
        guard let node = reader.node(key) else { return [] }
        if case .scalar(let name) = node.content { return [use(name, as: kind, at: node.place)] }
        var symbols: [Symbol] = []
        for item in try node.nodes() { symbols.append(use(try item.string(), as: kind, at: item.place)) }
        return symbols
    }
}
