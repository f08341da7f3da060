import NoticeModel

/// Reads a web page: its charset, the notice among what is around it, paragraphs, headings, tables, and what the portal
/// says of the notice. Nothing is fetched and no script runs.
struct HTMLReader {
    let options: ReadingOptions

    /// - Throws: ``ReadingError`` where the charset cannot be told, the page is beyond a limit or shows no letters, or
    ///   the selector names nothing.
    func read(_ bytes: [UInt8]) throws(ReadingError) -> SourceDocument {
        guard bytes.count <= options.limits.bytes else {
            throw ReadingError(
                .tooLarge, "the input has \(bytes.count) bytes, more than the \(options.limits.bytes) that are read",
                hint: "split it, or raise the limit")
        }
        let decoded = try HTMLCharset(bytes: bytes).decode(as: options.charset)
        let (markup, scripts) = HTMLMarkup.cleaning(decoded.text.utf8)
        let tree = try HTMLTree(page: markup, limits: options.limits)
        var page = HTMLPage(tree: tree)
        if let shown = page.shownByScript() { page = HTMLPage(tree: tree, showing: shown) }
        let tables = try HTMLTables(page: page, limits: options.limits)
        var writer = HTMLWriter(page: page, tables: tables, isWhole: options.mainContent == .whole)
        var isRepeated = false
        switch options.mainContent {
        case .whole:
            for root in tree.nodes.indices where tree.nodes[root].parent < 0 { writer.write(root) { _ in false } }
        case .selector(let text):
            guard let selector = HTMLSelector(text) else {
                throw ReadingError(
                    .noMatch, "\(text.debugDescription) is no selector that is understood",
                    hint: "selectors are such as '#zoom', '.article', 'div.content', 'main p'")
            }
            let found = selector.elements(in: tree)
            guard !found.isEmpty else {
                throw ReadingError(
                    .noMatch, "the page has no element \(text.debugDescription)",
                    hint: "leave out --main to have the notice found")
            }
            for element in found { writer.write(element) { _ in false } }
        case .automatic:
            isRepeated = writeNotice(of: page, tables, with: &writer)
        }
        guard writer.rendition.contains(where: isWordLetter) else {
            if scripts.count > 0 {
                throw ReadingError(
                    .scripted, "the page has its text shown by a script, which is not run",
                    hint: "open it in a browser and save it once it is shown, or print it to PDF")
            }
            throw ReadingError(.empty, "the page shows no text")
        }
        var findings: [NoticeFinding] = []
        if page.isFrame(of: scripts) {
            findings.append(
                NoticeFinding(
                    code: .pageScripted,
                    message: "hardly any text: the page has it shown by a script, which is not run"))
        }
        if isRepeated {
            findings.append(
                NoticeFinding(
                    code: .pageRepeated, message: "the page holds the notice twice; it is read once")
            )
        }
        if decoded.replaced > 0 {
            let place = writer.rendition.firstIndex(of: "\u{FFFD}")
            findings.append(
                NoticeFinding(
                    code: .charsetDamaged,
                    message: "\(decoded.replaced) bytes are no letters of \(decoded.text.charset) and stand as U+FFFD",
                    range: place.map { $0..<$0 + 1 }))
        }
        return SourceDocument(
            mediaType: "text/html", charset: decoded.text.charset, rendition: writer.rendition, layout: writer.layout,
            findings: findings)
    }

    // MARK: The notice

    /// Writes the notice with what the page says of it; returns whether the page holds it twice.
    private func writeNotice(
        of page: HTMLPage, _ tables: HTMLTables, with writer: inout HTMLWriter
    ) -> Bool {
        let content = MainContent(page: page)
        guard let element = content.element(isGrid: { tables.grid(of: $0) != nil }) else { return false }
        let head = HTMLHead(page: page, content: element, isAround: content.isLeftOut)
        for field in head.fields() { writer.write(field: field.label, value: field.value, node: field.node) }
        if let title = head.title() {
            writer.write(lines: [title.letters], kind: .heading(level: 1), path: writer.path(title.node))
        } else if let title = head.declaredTitle {
            writer.add(field: "标题", value: title, range: nil)
        }
        let before = writer.layout.blocks.count
        writer.write(element) { content.isLeftOut[$0] }
        writer.noteFields(from: before)
        return writer.dropRepetition(from: before)
    }
}

extension DecodedText {
    fileprivate var utf8: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count * 3)
        for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar)?.lazy.map { $0 } ?? []) }
        return bytes
    }
}
