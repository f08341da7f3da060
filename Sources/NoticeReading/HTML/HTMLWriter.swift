import NoticeModel

/// Writes what a page shows as a rendition with its layout: a paragraph a line, a table row a line with cells parted by
/// tabs. Walks the tree once, without recursion.
struct HTMLWriter {
    let page: HTMLPage
    let tables: HTMLTables
    private let ordinals: [Int]
    private let inlineFields: InlineFields
    private(set) var rendition: [Unicode.Scalar] = []
    private(set) var layout = SourceLayout()

    private var nodes: [HTMLTree.Node] { page.nodes }
    private var line = HTMLLine()
    /// Lines of the block that is open: parted by `<br>` alone.
    private var lines: [[Unicode.Scalar]] = []
    /// The element of the open block's first letter.
    private var blockNode = 0
    private var headings: [(level: Int, end: Int)] = []
    private var preEnd = 0
    /// 3. of an item of an ordered list, until its first letter is written.
    private var ordinal: String?

    /// Whether what only does something with the page is written as well.
    private let isWhole: Bool

    init(page: HTMLPage, tables: HTMLTables, isWhole: Bool) {
        self.isWhole = isWhole
        self.page = page
        self.tables = tables
        ordinals = page.tree.ordinals()
        inlineFields = InlineFields(page: page)
    }

    // MARK: Elements

    /// Writes an element without those that `isLeftOut` names.
    mutating func write(_ root: Int, isLeftOut: (Int) -> Bool) {
        var open: [Int] = []
        var index = root
        let end = nodes[root].end
        endBlock()
        while index < end {
            while let last = open.last, nodes[last].end <= index {
                open.removeLast()
                endBlock()
            }
            let node = nodes[index]
            if page.isHidden[index] || index != root && isLeftOut(index) {
                if node.name.isBlock { endBlock() }
                index = max(index + 1, node.end)
                continue
            }
            switch node.name {
            case .text:
                append(text: index)
            case .br:
                breakLine()
            case .table:
                endBlock()
                if let next = write(table: index) {
                    index = next
                    continue
                }
                open.append(index)
            default:
                guard node.name.isBlock else { break }
                endBlock()
                if !isWhole, let fields = inlineFields.of(index) {
                    for field in fields where !PortalFields.controls.contains(field.label) {
                        write(field: field.label, value: field.value, node: index)
                    }
                    index = node.end
                    continue
                }
                open.append(index)
                if let level = node.name.headingLevel { headings.append((level, node.end)) }
                if node.name == .pre { preEnd = max(preEnd, node.end) }
                if node.name == .li { ordinal = number(of: index) }
            }
            index += 1
        }
        endBlock()
        headings = []
        preEnd = 0
        ordinal = nil
    }

    private mutating func append(text node: Int) {
        let isPre = node < preEnd
        for scalar in page.tree.text(node).unicodeScalars {
            if isPre, scalar == "\n" {
                breakLine()
                continue
            }
            if line.isEmpty, lines.isEmpty { blockNode = nodes[node].parent }
            line.append(isPre && (scalar == " " || scalar == "\t") ? "\u{A0}" : scalar)
        }
    }

    /// An ordered list's number for an item, as browsers show it; nil where there is none.
    private func number(of item: Int) -> String? {
        let list = nodes[item].parent
        guard list >= 0, nodes[list].name == .ol else { return nil }
        let style = (page.tree.attribute("style", of: list) ?? "") + (page.tree.attribute("style", of: item) ?? "")
        guard !style.lowercased().contains("list-style") else { return nil }
        if let type = page.tree.attribute("type", of: list), type != "1" { return nil }
        let start = page.tree.attribute("start", of: list).flatMap { Int($0) } ?? 1
        // Lists with numbers of their own are too rare to be worth a guess.
        if page.tree.attribute("value", of: item) != nil || abs(start) > 100_000 { return nil }
        return "\(start + max(0, ordinals[item] - 1))."
    }

    /// A link to a file that holds what the page shows; attachments say that they are such.
    private func isFileLink(_ node: Int, _ line: [Unicode.Scalar]) -> Bool {
        var at = node
        while at >= 0, nodes[at].name != .a, !nodes[at].name.isBlock { at = nodes[at].parent }
        guard at >= 0, line.count <= 200, !line.starts(with: "附件".unicodeScalars), let first = line.first,
            !("0"..."9").contains(first), let dot = line.lastIndex(of: ".")
        else { return false }
        guard nodes[at].name == .a || page.ownLinkLetters[at] == page.ownLetters[at] else { return false }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: line[(dot + 1)...])
        return Self.fileExtensions.contains(String(view).lowercased())
    }

    private static let fileExtensions: Set<String> = [
        "doc", "docx", "wps", "pdf", "ofd", "xls", "xlsx", "et", "ppt", "pptx", "rtf", "txt", "zip", "rar", "jpg",
        "png",
        "jpeg", "ceb",
    ]

    // MARK: Lines and blocks

    private mutating func breakLine() {
        let isEmpty = line.isEmpty
        endLine()
        // An empty line parts paragraphs.
        if isEmpty { endBlock() }
    }

    private mutating func endLine() {
        let (letters, indent) = line.take()
        guard !letters.isEmpty else { return }
        // An indent begins a paragraph.
        if !lines.isEmpty, indent >= 2 {
            let node = blockNode
            flush()
            blockNode = node
        }
        lines.append(letters)
    }

    private mutating func endBlock() {
        endLine()
        flush()
    }

    private mutating func flush() {
        while let last = headings.last, last.end <= blockNode { headings.removeLast() }
        guard !lines.isEmpty else { return }
        defer { lines = [] }
        if let number = ordinal, let first = lines[0].first {
            ordinal = nil
            // An item that begins with a number has its own.
            let isNumbered =
                "0123456789（(①②③④⑤⑥⑦⑧⑨⑩".unicodeScalars.contains(first)
                || lines[0].prefix(4).contains("、") || first == "第"
            if !isNumbered { lines[0].insert(contentsOf: Array((number + " ").unicodeScalars), at: 0) }
        }
        if !isWhole {
            lines.removeAll(where: PageControls.areAll)
            if lines.count == 1, isFileLink(blockNode, lines[0]) { return }
        }
        guard !lines.isEmpty else { return }
        let level = headings.last { $0.end > blockNode }?.level
        write(lines: lines, kind: level.map { .heading(level: $0) } ?? .paragraph, path: path(blockNode))
    }

    /// Writes a block of lines and returns its range.
    @discardableResult
    mutating func write(lines: [[Unicode.Scalar]], kind: SourceBlock.Kind, path: String?) -> Range<Int> {
        let start = rendition.count
        for (index, line) in lines.enumerated() {
            if index > 0 { rendition.append("\n") }
            rendition += line
        }
        let range = start..<rendition.count
        rendition.append("\n")
        guard !range.isEmpty else { return range }
        layout.blocks.append(SourceBlock(kind: kind, range: range))
        if let path { layout.places.append(SourcePlace(range: range, path: path)) }
        return range
    }

    /// Writes a field of the page as a line of its own: 发文字号：某医保发〔2026〕3号.
    mutating func write(field label: String, value: [Unicode.Scalar], node: Int) {
        let head = Array((label + "：").unicodeScalars)
        let range = write(lines: [head + value], kind: .paragraph, path: path(node))
        add(field: label, value: value, range: range.lowerBound + head.count..<range.upperBound)
    }

    mutating func add(field label: String, value: [Unicode.Scalar], range: Range<Int>?) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: value)
        layout.fields.append(SourceField(label: label, value: String(view), range: range))
    }

    /// Leaves out a notice that the page holds once more after itself; blocks from `first` on are the notice's.
    /// - Returns: whether there was such a repetition.
    mutating func dropRepetition(from first: Int) -> Bool {
        let blocks = Array(layout.blocks[first...])
        let half = (blocks.count + 1) / 2
        guard blocks.count >= 6, let head = blocks.first else { return false }
        func letters(_ block: SourceBlock) -> ArraySlice<Unicode.Scalar> { rendition[block.range] }
        let second = (half..<blocks.count).first { start in
            letters(blocks[start]) == letters(head)
                && zip(blocks[start...], blocks).allSatisfy { letters($0) == letters($1) }
        }
        guard let second, blocks.count - second >= 3,
            rendition.count - blocks[second].range.lowerBound >= 100
        else { return false }
        let end = blocks[second].range.lowerBound
        rendition.removeSubrange(end...)
        layout.blocks.removeSubrange((first + second)...)
        layout.places.removeAll { $0.range.lowerBound >= end }
        return true
    }

    /// Takes lines of fields at the beginning of the notice, from block `first` on, for fields: 发布日期：… 来源：… under the
    /// title. They end where the first sentence is.
    mutating func noteFields(from first: Int) {
        for block in layout.blocks[first...].prefix(12) {
            guard case .paragraph = block.kind, block.range.count <= 160 else {
                if case .heading = block.kind { continue }
                return
            }
            let letters = Array(rendition[block.range])
            if letters.contains("。") { return }
            for field in PortalFields.fields(in: letters) {
                let start = block.range.lowerBound
                let range = start + field.value.lowerBound..<start + field.value.upperBound
                guard !range.isEmpty else { continue }
                add(field: field.label, value: Array(letters[field.value]), range: range)
            }
        }
    }

    func path(_ node: Int) -> String { page.tree.path(to: node, ordinals: ordinals) }

    // MARK: Tables

    /// Writes a table and returns the node after it; nil where the table only lays out the page.
    private mutating func write(table: Int) -> Int? {
        guard let grid = tables.grid(of: table) else { return nil }
        var index = table + 1
        while index < nodes[table].end {
            // A caption stands over its table.
            if nodes[index].name == .caption, !page.isHidden[index] {
                let text = cellText(index)
                if !text.isEmpty { write(lines: [text], kind: .paragraph, path: path(index)) }
            }
            if nodes[index].name == .tr || nodes[index].name == .table { break }
            index += 1
        }
        if grid.collapse == nil, grid.cells.count <= 80 {
            let texts = grid.cells.map { cellText($0.node) }
            if let fields = PortalFields.fields(ofCells: texts) {
                for field in fields {
                    write(
                        field: field.label, value: Array(texts[field.cell][field.value]),
                        node: grid.cells[field.cell].node)
                }
                return nodes[table].end
            }
        }
        let start = rendition.count
        var cells: [SourceTable.Cell] = []
        cells.reserveCapacity(grid.cells.count)
        var row = 0
        var column = 0
        for cell in grid.cells {
            if cell.row != row {
                pad(from: column, to: grid.columns - 1)
                while row < cell.row {
                    rendition.append("\n")
                    row += 1
                    if row < cell.row { pad(from: 0, to: grid.columns - 1) }
                }
                column = 0
            }
            pad(from: column, to: cell.column)
            column = cell.column
            let first = rendition.count
            rendition += cellText(cell.node)
            cells.append(
                SourceTable.Cell(
                    row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
                    range: first..<rendition.count, isHeader: cell.isHeader))
        }
        pad(from: column, to: grid.columns - 1)
        let range = start..<rendition.count
        rendition.append("\n")
        if let reason = grid.collapse {
            layout.blocks.append(SourceBlock(kind: .collapsedTable(reason: reason), range: range))
        } else {
            let source = SourceTable(rows: grid.rows, columns: grid.columns, cells: cells)
            layout.blocks.append(SourceBlock(kind: .table(source), range: range))
        }
        layout.places.append(SourcePlace(range: range, path: path(table)))
        return nodes[table].end
    }

    private mutating func pad(from column: Int, to end: Int) {
        guard column < end else { return }
        for _ in column..<end { rendition.append("\t") }
    }

    /// The letters of a cell; each break in it is one space.
    private func cellText(_ cell: Int) -> [Unicode.Scalar] {
        var text = HTMLLine()
        var result: [Unicode.Scalar] = []
        func end(_ line: inout HTMLLine) {
            let letters = line.take().letters
            guard !letters.isEmpty else { return }
            if !result.isEmpty { result.append(" ") }
            result += letters
        }
        var open: [Int] = []
        var index = cell + 1
        while index < nodes[cell].end {
            while let last = open.last, last <= index {
                open.removeLast()
                end(&text)
            }
            let node = nodes[index]
            if page.isHidden[index] {
                index = max(index + 1, node.end)
                continue
            }
            switch node.name {
            case .text: for scalar in page.tree.text(index).unicodeScalars { text.append(scalar) }
            case .br: end(&text)
            case let name where name.isBlock:
                end(&text)
                open.append(node.end)
            default: break
            }
            index += 1
        }
        end(&text)
        return result
    }
}
