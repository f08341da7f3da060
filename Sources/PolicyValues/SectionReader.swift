import ExtractorData

/// The sections of several extractor files as one mapping, lists of the same name joined.
struct SectionReader {
    private var root = Section()

    mutating func add(_ file: ExtractorFile) throws(ExtractorError) {
        for pair in try file.root.mapping() { try root.add(pair) }
    }

    func nodes(_ key: String) throws(ExtractorError) -> [ExtractorNode] { try root.nodes(key) }
    func strings(_ key: String) throws(ExtractorError) -> [String] { try root.strings(key) }
    func words(_ key: String) throws(ExtractorError) -> WordTable<Void> { try root.words(key) }

    func mapping(_ key: String) throws(ExtractorError) -> Section {
        let section = Section()
        for node in root.all(key) {
            for pair in try node.mapping() { try section.add(pair) }
        }
        return section
    }

    func finish() throws(ExtractorError) { try root.finish() }
}

/// A mapping that refuses the keys that nobody asked for. A reference while a vocabulary is read, so that asking for
/// a key needs no variable.
final class Section {
    private var pairs: [ExtractorNode.Pair] = []
    private var known: Set<String> = []

    func add(_ pair: ExtractorNode.Pair) throws(ExtractorError) {
        pairs.append(pair)
    }

    func all(_ key: String) -> [ExtractorNode] {
        known.insert(key)
        return pairs.filter { $0.key == key }.map(\.value)
    }

    func nodes(_ key: String) throws(ExtractorError) -> [ExtractorNode] {
        var nodes: [ExtractorNode] = []
        for node in all(key) { nodes += try node.nodes() }
        return nodes
    }

    func strings(_ key: String) throws(ExtractorError) -> [String] {
        var strings: [String] = []
        for node in all(key) { strings += try node.strings() }
        return strings
    }

    /// A list of forms and of `{forms, notBefore}`.
    func words(_ key: String) throws(ExtractorError) -> WordTable<Void> {
        var entries: [WordTable<Void>.Entry] = []
        for node in all(key) {
            for item in try node.nodes() {
                if case .scalar(let form) = item.content, !form.isEmpty {
                    entries.append(.init(forms: [form], payload: ()))
                } else {
                    entries += try WordTable<Void>.entries([item]) { _ throws(ExtractorError) in }
                }
            }
        }
        return WordTable(entries)
    }

    func finish() throws(ExtractorError) {
        for pair in pairs where !known.contains(pair.key) {
            throw ExtractorError(
                "unknown key '\(pair.key)'", at: pair.keyPlace,
                hint: nearest(to: pair.key, in: known.sorted()).map { "did you mean '\($0)'?" })
        }
    }
}
