/// What a page says of its notice outside of the element that holds it: its title, and the fields of the portal.
struct HTMLHead {
    let page: HTMLPage
    /// The element that holds the notice.
    let content: Int
    let isAround: [Bool]
    private var nodes: [HTMLTree.Node] { page.nodes }

    // MARK: Title

    /// The title that the page declares: the `ArticleTitle` that government sites must have (政府网站发展指引, 国办发〔2017〕47号),
    /// else the first part of `<title>`.
    var declaredTitle: [Unicode.Scalar]? {
        var titles: [String] = []
        for (index, node) in nodes.enumerated() {
            if node.name == .meta, let name = page.tree.attribute("name", of: index)?.lowercased(),
                name == "articletitle", let value = page.tree.attribute("content", of: index)
            {
                titles.insert(value, at: 0)
            } else if node.name == .title {
                titles.append((index + 1..<node.end).map { page.tree.text($0) }.joined())
            }
            if node.name == .body { break }
        }
        for title in titles {
            let whole = plain(title)
            // Behind a dash or a bar stands the name of the site.
            let first = whole.split(maxSplits: 1) { "-_|—–丨".unicodeScalars.contains($0) }.first.map(Array.init) ?? []
            let best = first.count >= 6 ? first : whole
            if best.count >= 6, best.count <= 160 { return best }
        }
        return nil
    }

    private func plain(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !isWhiteSpace($0) }
    }

    /// The text block outside of the notice's element that shows the title, where the notice itself does not begin with it.
    func title() -> (letters: [Unicode.Scalar], node: Int)? {
        guard let wanted = declaredTitle else { return heading() }
        let beginning = page.plainText(content, limit: 1_200)
        if contains(beginning, wanted) { return nil }
        for block in page.blocks where !isInside(block) && page.ownLetters[block] <= 200 {
            let text = page.plainText(block, limit: 240)
            if text == wanted || text.count >= 8 && text.count * 10 >= wanted.count * 7 && contains(wanted, text) {
                return (text, block)
            }
        }
        return heading()
    }

    /// The last h1 before the notice, where the notice has none.
    private func heading() -> (letters: [Unicode.Scalar], node: Int)? {
        var found: Int?
        for (index, node) in nodes.enumerated() where node.name == .h1 && !page.isHidden[index] {
            if index >= content, index < nodes[content].end { return nil }
            if index < content, page.letters[index] >= 8, page.letters[index] <= 120 { found = index }
        }
        guard let found else { return nil }
        let text = page.plainText(found)
        return contains(page.plainText(content, limit: 1_200), text) ? nil : (text, found)
    }

    private func isInside(_ node: Int) -> Bool { node >= content && node < nodes[content].end }

    private func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
        guard let first = part.first, part.count <= text.count else { return false }
        for start in 0...(text.count - part.count) where text[start] == first {
            if text[start..<start + part.count].elementsEqual(part) { return true }
        }
        return false
    }

    // MARK: Fields

    private static let mostFields = 40

    /// The fields that the page shows outside of the notice's element, in the page's order, each label once.
    func fields() -> [(label: String, value: [Unicode.Scalar], node: Int)] {
        var found: [(label: String, value: [Unicode.Scalar], node: Int)] = []
        var seen: Set<String> = []
        var open: String?
        var last = 0
        func add(_ label: String, _ value: [Unicode.Scalar], _ node: Int) {
            guard !value.isEmpty, value.count <= 200, value.contains(where: isWordLetter), seen.insert(label).inserted
            else { return }
            found.append((label, value, node))
        }
        let inline = InlineFields(page: page)
        for block in page.blocks where !isInside(block) && !isAround[block] {
            if let fields = inline.of(block) {
                open = nil
                for field in fields where !PortalFields.controls.contains(field.label) {
                    add(field.label, field.value, block)
                }
                continue
            }
            guard page.ownLetters[block] <= 300, found.count < Self.mostFields else {
                open = nil
                continue
            }
            let line = line(block)
            if let label = PortalFields.label(line) {
                open = PortalFields.controls.contains(label) ? nil : label
                last = block
                continue
            }
            if let label = open {
                open = nil
                if goesWith(last, block) {
                    add(label, line, block)
                    continue
                }
            }
            for field in PortalFields.fields(in: line) { add(field.label, Array(line[field.value]), block) }
        }
        return found
    }

    /// Whether a block is the value of a label that is a block of its own: the next cell or term, or its next sibling.
    private func goesWith(_ label: Int, _ value: Int) -> Bool {
        switch (nodes[label].name, nodes[value].name) {
        case (.td, .td), (.th, .td), (.dt, .dd): true
        case (.li, _), (.p, _), (_, .li), (_, .p): false
        default: nodes[label].parent == nodes[value].parent
        }
    }

    /// A text block's own letters on one line.
    private func line(_ block: Int) -> [Unicode.Scalar] {
        var line = HTMLLine()
        var index = block + 1
        while index < nodes[block].end {
            let node = nodes[index]
            if page.isHidden[index] || node.name.isBlock {
                line.append("\n")
                index = max(index + 1, node.end)
                continue
            }
            if node.name == .text {
                for scalar in page.tree.text(index).unicodeScalars { line.append(scalar) }
            } else if node.name == .br {
                line.append("\u{3000}")
            }
            index += 1
        }
        return line.take().letters
    }
}
