package import ExtractorData
import Yams

/// Reads one YAML file of an extractor set into a tree, every scalar as the string that was written.
///
/// What would let two people read one file in two ways is refused: tags, anchors and aliases, doubled keys, keys that are
/// not a single value, several documents in a file.
/// - Parameter path: The file's path relative to the set's folder, for messages.
package func parseExtractorFile(_ text: String, path: String) throws(ExtractorError) -> ExtractorFile {
    let root: Node?
    do {
        // Without the resolver's rules no scalar is taken for a number or a truth value.
        root = try Yams.compose(yaml: text, .basic)
    } catch {
        throw extractorError(error, text: text, path: path)
    }
    guard let root else {
        throw ExtractorError("the file is empty", at: ExtractorPlace(file: path, line: 1, column: 1))
    }
    return ExtractorFile(path: path, root: try NodeConverter(text: text, path: path).node(root, depth: 0))
}

/// Turns the nodes of the YAML library into nodes of extractor files.
private struct NodeConverter {
    private let path: String
    private let lines: [String.UnicodeScalarView.SubSequence]
    private let maximumDepth = 64

    init(text: String, path: String) {
        self.path = path
        lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }
    }

    func node(_ node: Node, depth: Int) throws(ExtractorError) -> ExtractorNode {
        let place = try place(node)
        if depth > maximumDepth { throw ExtractorError("nested deeper than \(maximumDepth) levels", at: place) }
        switch node {
        case .scalar(let scalar):
            return ExtractorNode(.scalar(scalar.string), at: place)
        case .sequence(let sequence):
            var elements: [ExtractorNode] = []
            for element in sequence { elements.append(try self.node(element, depth: depth + 1)) }
            return ExtractorNode(.sequence(elements), at: place)
        case .mapping(let mapping):
            var pairs: [ExtractorNode.Pair] = []
            for (key, value) in mapping {
                pairs.append(try pair(key: key, value: value, depth: depth + 1))
            }
            return ExtractorNode(.mapping(pairs), at: place)
        case .alias:
            throw ExtractorError("aliases are not allowed", at: place)
        }
    }

    private func pair(key: Node, value: Node, depth: Int) throws(ExtractorError) -> ExtractorNode.Pair {
        let keyPlace = try place(key)
        guard case .scalar(let scalar) = key else {
            throw ExtractorError("a key must be a single value", at: keyPlace)
        }
        if scalar.string.isEmpty { throw ExtractorError("a key must not be empty", at: keyPlace) }
        return ExtractorNode.Pair(key: scalar.string, keyPlace: keyPlace, value: try node(value, depth: depth))
    }

    /// The node's place, unless it stands behind a tag or an anchor. An alias needs an anchor before it, so that the
    /// anchor is found first. No value can begin with these signs but in quotes.
    private func place(_ node: Node) throws(ExtractorError) -> ExtractorPlace {
        let place = ExtractorPlace(file: path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        switch firstScalar(at: place) {
        case "&": throw ExtractorError("anchors and aliases are not allowed", at: place)
        case "!": throw ExtractorError("tags are not allowed", at: place)
        default: return place
        }
    }

    private func firstScalar(at place: ExtractorPlace) -> Unicode.Scalar? {
        guard lines.indices.contains(place.line - 1) else { return nil }
        return lines[place.line - 1].dropFirst(place.column - 1).first
    }
}

private func extractorError(_ error: any Error, text: String, path: String) -> ExtractorError {
    /// The parser places the end of the text on a line of its own.
    func place(_ mark: Mark) -> ExtractorPlace {
        let utf8 = Array(text.utf8)
        let end = textPlace(utf8Offset: utf8.count, in: utf8, path: path)
        return mark.line > end.line ? end : ExtractorPlace(file: path, line: mark.line, column: mark.column)
    }
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
        .composer(let context, let problem, let mark, _):
        let reason = context.map { "\(problem) \($0.text)" } ?? problem
        return ExtractorError("not readable as YAML: \(reason)", at: place(mark))
    case .reader(let problem, let offset, _, _):
        // The offset counts characters.
        let before = Array(text.prefix(offset ?? 0).utf8)
        return ExtractorError(
            "not readable as YAML: \(problem)", at: textPlace(utf8Offset: before.count, in: before, path: path))
    case .duplicatedKeysInMapping(let duplicates, let context):
        let keys = duplicates.map { "'\($0)'" }.joined(separator: ", ")
        return ExtractorError("\(keys) stands twice in one mapping", at: place(context.mark))
    default:
        return ExtractorError(
            "not readable as YAML: \(error)", at: ExtractorPlace(file: path, line: 1, column: 1))
    }
}

/// Line and column, from 1 and in Unicode scalars, of a byte of `utf8`.
func textPlace(utf8Offset: Int, in utf8: [UInt8], path: String) -> ExtractorPlace {
    var place = ExtractorPlace(file: path, line: 1, column: 1)
    for byte in utf8.prefix(utf8Offset) {
        if byte == UInt8(ascii: "\n") {
            place.line += 1
            place.column = 1
        } else if byte & 0xC0 != 0x80 {
            place.column += 1
        }
    }
    return place
}
