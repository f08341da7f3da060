import NoticeModel

/// Reads Word documents (DOCX, ECMA-376, strict and transitional): text as it is printed when all tracked changes are
/// accepted, with automatic numbers, without page headers, comments and hidden text.
package struct WordReader: Sendable {
    package static let mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    private let limits: ReadingLimits

    package init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

    /// - Throws: ``ReadingError`` where the bytes are no Word document, are faulty, or beyond a limit.
    package func read(_ bytes: [UInt8]) throws(ReadingError) -> SourceDocument {
        try read(try ZipArchive(bytes, limits: limits))
    }

    package func read(_ archive: ZipArchive) throws(ReadingError) -> SourceDocument {
        // The walk calls itself for each level; Word nests a few dozen.
        var limits = limits
        limits.depth = min(limits.depth, 600)
        let package = try WordPackage(archive, limits: limits)
        let styles = try package.part("styles").map { WordStyles($0.tree) } ?? WordStyles()
        let numbering = try package.part("numbering").map { WordNumbering($0.tree) } ?? WordNumbering()
        let tree = try package.document()
        guard let body = tree.child(0, "w:body") else {
            throw ReadingError(.damaged, "\(package.main) has no body", hint: "get the file anew")
        }
        var walker = WordWalker(styles: styles, numbering: numbering, limits: limits)
        walker.enter(tree, part: package.main)
        try walker.blocks(of: body, path: "")

        for kind in ["footnote", "endnote"] {
            let wanted = kind == "footnote" ? walker.footnotes : walker.endnotes
            guard !wanted.isEmpty, let (part, tree) = try package.part(kind + "s") else { continue }
            var notes: [String: (node: Int, place: Int)] = [:]
            for (place, node) in tree.children(0).filter({ tree.name($0) == "w:\(kind)" }).enumerated() {
                if let id = tree.attribute(node, "w:id") { notes[id] = (node, place + 1) }
            }
            walker.enter(tree, part: part)
            for id in wanted {
                guard let note = notes.removeValue(forKey: id) else { continue }
                try walker.blocks(of: note.node, path: "/w:\(kind)[\(note.place)]")
            }
        }
        let writer = walker.finished()
        guard !writer.scalars.isEmpty else {
            throw ReadingError(
                .empty, "the document holds no text",
                hint: "where it holds pictures of pages, read it as PDF with --ocr")
        }
        return SourceDocument(
            mediaType: Self.mediaType, charset: "UTF-8", rendition: writer.scalars, layout: writer.layout,
            findings: walker.findings)
    }
}
