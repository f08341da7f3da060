package import ExtractorData
import Yams

/// Reads one YAML file of an extractor set into a tree, every scalar as the string that was written.
package func parseExtractorFile(_ text: String, path: String) throws -> ExtractorFile {
    let place = ExtractorPlace(file: path, line: 1, column: 1)
    do {
        guard let node = try Yams.compose(yaml: text) else { throw ExtractorError("the file is empty", at: place) }
        return ExtractorFile(path: path, root: try convert(node, path: path))
    } catch let error as YamlError {
        throw ExtractorError(String(describing: error), at: place)
    }
}

private func convert(_ node: Node, path: String) throws -> ExtractorNode {
    let place = ExtractorPlace(file: path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    switch node {
    case .scalar(let scalar):
        return ExtractorNode(.scalar(scalar.string), at: place)
    case .sequence(let sequence):
        return ExtractorNode(.sequence(try sequence.map { try convert($0, path: path) }), at: place)
    case .mapping(let mapping):
        return ExtractorNode(
            .mapping(
                try mapping.map { key, value in
                    let keyNode = try convert(key, path: path)
                    return ExtractorNode.Pair(
                        key: try keyNode.string(), keyPlace: keyNode.place, value: try convert(value, path: path))
                }), at: place)
    case .alias:
        throw ExtractorError("aliases are not allowed", at: place)
    }
}
