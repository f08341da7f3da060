/// The parts of an Office Open XML package (ECMA-376-2) that a Word document is read from.
struct WordPackage {
    private let archive: ZipArchive
    private let limits: ReadingLimits
    /// The part that holds the text: `word/document.xml`.
    let main: String
    private let relations: [Relation]

    private struct Relation: Sendable {
        var type: String
        var target: String
    }

    /// - Throws: ``ReadingError`` where the archive holds no Word document.
    init(_ archive: ZipArchive, limits: ReadingLimits) throws(ReadingError) {
        let roots = try Self.relations(of: "", archive, limits)
        let main = roots.first { $0.type.hasSuffix("/officeDocument") }?.target ?? "word/document.xml"
        guard archive.entry(named: main) != nil else {
            throw ReadingError(
                .damaged, "the package holds no document: \(main.debugDescription) is missing",
                hint: "get the file anew")
        }
        self.main = main
        relations = try Self.relations(of: main, archive, limits)
        self.archive = archive
        self.limits = limits
    }

    /// The document itself.
    func document() throws(ReadingError) -> XMLTree { try Self.tree(main, archive, limits) }

    /// A part that the document names by the last word of a relationship's type: `styles`, `numbering`, `footnotes`.
    func part(_ type: String) throws(ReadingError) -> (name: String, tree: XMLTree)? {
        guard let target = relations.first(where: { $0.type.hasSuffix("/\(type)") })?.target,
            archive.entry(named: target) != nil
        else { return nil }
        return (target, try Self.tree(target, archive, limits))
    }

    /// The targets of a part's relationships inside the package; `name` is empty for the package itself.
    private static func relations(
        of name: String, _ archive: ZipArchive, _ limits: ReadingLimits
    ) throws(ReadingError) -> [Relation] {
        let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
        let file = folder + "_rels/" + name.dropFirst(folder.count) + ".rels"
        guard archive.entry(named: file) != nil else { return [] }
        let tree = try tree(file, archive, limits)
        return tree.children(0).compactMap { node in
            guard let type = tree.attribute(node, "Type"), let target = tree.attribute(node, "Target"),
                tree.attribute(node, "TargetMode") != "External"
            else { return nil }
            return Relation(type: type, target: PartName.resolve(target, from: folder))
        }
    }

    private static func tree(
        _ name: String, _ archive: ZipArchive, _ limits: ReadingLimits
    ) throws(ReadingError) -> XMLTree {
        guard let entry = archive.entry(named: name) else {
            throw ReadingError(.damaged, "the package lacks \(name.debugDescription)", hint: "get the file anew")
        }
        return try XMLTree(try archive.read(entry), limits: limits, what: name, prefix: prefix)
    }

    /// The usual prefixes, for the transitional and the strict namespaces alike.
    private static func prefix(_ namespace: String) -> String? {
        switch namespace {
        case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main":
            "w"
        case "http://schemas.openxmlformats.org/officeDocument/2006/math",
            "http://purl.oclc.org/ooxml/officeDocument/math":
            "m"
        case "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc"
        case "http://schemas.openxmlformats.org/package/2006/relationships", "http://www.w3.org/XML/1998/namespace": nil
        // Anything else must not be taken for what it is not.
        default: "other"
        }
    }
}

/// Names of parts inside a package: labels, never paths of the file system.
enum PartName {
    /// A target as written in a part of `folder`: `styles.xml`, `/word/styles.xml`, `../customXml/item1.xml`.
    static func resolve(_ target: String, from folder: String) -> String {
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
        var parts: [Substring] = []
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
