/// Reads a mapping of an extractor file key by key and refuses the keys that nobody asked for.
///
/// Usage: take every key that the format knows with the methods below, then call `finish()`, which throws an
/// `ExtractorError` with the place of the first unknown key and the nearest known one as hint.
package struct NodeReader {
    private let pairs: [ExtractorNode.Pair]
    private var known: [String] = []
    package let place: ExtractorPlace

    package init(_ node: ExtractorNode) throws(ExtractorError) {
        guard case .mapping(let pairs) = node.content else {
            throw ExtractorError("expected a mapping of keys to values", at: node.place)
        }
        self.pairs = pairs
        self.place = node.place
    }

    package mutating func node(_ key: String) -> ExtractorNode? {
        known.append(key)
        return pairs.first { $0.key == key }?.value
    }

    package mutating func string(_ key: String) throws(ExtractorError) -> String? {
        try node(key)?.string()
    }

    package mutating func requiredString(_ key: String) throws(ExtractorError) -> String {
        guard let value = try string(key) else { throw ExtractorError("missing key '\(key)'", at: place) }
        return value
    }

    package mutating func int(_ key: String) throws(ExtractorError) -> Int? {
        try node(key)?.int()
    }

    package mutating func bool(_ key: String) throws(ExtractorError) -> Bool? {
        try node(key)?.bool()
    }

    /// A sequence of scalars; a lone scalar counts as a sequence of one.
    package mutating func strings(_ key: String) throws(ExtractorError) -> [String] {
        try node(key)?.strings() ?? []
    }

    package mutating func nodes(_ key: String) throws(ExtractorError) -> [ExtractorNode] {
        try node(key)?.nodes() ?? []
    }

    /// The pairs of the mapping under `key`, in file order.
    package mutating func pairs(_ key: String) throws(ExtractorError) -> [ExtractorNode.Pair] {
        try node(key)?.mapping() ?? []
    }

    /// Refuses keys that were never asked for.
    package func finish() throws(ExtractorError) {
        for pair in pairs where !known.contains(pair.key) {
            throw ExtractorError(
                "unknown key '\(pair.key)'", at: pair.keyPlace,
                hint: nearest(to: pair.key, in: known).map { "did you mean '\($0)'?" })
        }
    }
}

extension ExtractorNode {
    package func string() throws(ExtractorError) -> String {
        guard case .scalar(let value) = content else { throw ExtractorError("expected a single value", at: place) }
        return value
    }

    package func int() throws(ExtractorError) -> Int {
        let text = try string()
        guard let value = Int(text) else { throw ExtractorError("expected a whole number, found '\(text)'", at: place) }
        return value
    }

    package func bool() throws(ExtractorError) -> Bool {
        switch try string() {
        case "true": return true
        case "false": return false
        case let text: throw ExtractorError("expected true or false, found '\(text)'", at: place)
        }
    }

    package func strings() throws(ExtractorError) -> [String] {
        if case .scalar(let value) = content { return [value] }
        return try nodes().map { node throws(ExtractorError) in try node.string() }
    }

    package func nodes() throws(ExtractorError) -> [ExtractorNode] {
        guard case .sequence(let nodes) = content else { throw ExtractorError("expected a list", at: place) }
        return nodes
    }

    package func mapping() throws(ExtractorError) -> [Pair] {
        guard case .mapping(let pairs) = content else {
            throw ExtractorError("expected a mapping of keys to values", at: place)
        }
        return pairs
    }
}

/// The candidate with the smallest edit distance to `word`, if that is at most half of the word's length.
package func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.unicodeScalars)
    var best: (String, Int)?
    for candidate in candidates {
        let distance = editDistance(wanted, Array(candidate.unicodeScalars))
        if distance < best?.1 ?? (max(wanted.count, 2) / 2 + 1) { best = (candidate, distance) }
    }
    return best?.0
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, y) in b.enumerated() {
            let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
            diagonal = row[j + 1]
            row[j + 1] = next
        }
    }
    return row[b.count]
}
