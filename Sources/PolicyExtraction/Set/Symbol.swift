/// A token class or a code of the extractor set, interned so that matching compares integers.
package struct Symbol: Sendable, Hashable {
    let id: Int32
}

/// The names of an extractor set's symbols. Filled while the set is loaded, then only read.
struct SymbolTable: Sendable {
    private var ids: [String: Int32] = [:]
    private var names: [String] = []

    /// Where files speak of a class or a code, until the set is checked.
    var uses: [SymbolUse] = []

    mutating func intern(_ name: String) -> Symbol {
        if let id = ids[name] { return Symbol(id: id) }
        let id = Int32(names.count)
        ids[name] = id
        names.append(name)
        return Symbol(id: id)
    }

    func find(_ name: String) -> Symbol? { ids[name].map(Symbol.init) }

    func name(_ symbol: Symbol) -> String { names[Int(symbol.id)] }

    var all: [String] { names }
}
