import NoticeModel

/// Walks the elements of a Word document and writes its paragraphs and tables in reading order.
struct WordWalker {
    private let styles: WordStyles
    private let limits: ReadingLimits
    private let numbering: WordNumbering
    private var counter: WordNumbering.Counter
    private var tree: XMLTree?
    private var part = ""
    private var cells = 0
    /// Where blocks go; a cell collects its own before its table is written.
    private var output: [Content] = []
    private(set) var findings: [NoticeFinding] = []
    /// Ids in the order in which the text names them.
    private(set) var footnotes: [String] = []
    private(set) var endnotes: [String] = []
    /// What a deleted paragraph mark leaves for the next paragraph to go on.
    private var pending: PlacedText?

    private enum Content {
        case paragraph(PlacedText, SourceBlock.Kind)
        case table(TableText)
    }

    init(styles: WordStyles, numbering: WordNumbering, limits: ReadingLimits) {
        self.styles = styles
        self.numbering = numbering
        self.limits = limits
        counter = WordNumbering.Counter(numbering)
    }

    /// Goes on with another part of the package.
    mutating func enter(_ tree: XMLTree, part: String) {
        self.tree = tree
        self.part = part
    }

    func finished() -> RenditionWriter {
        var writer = RenditionWriter()
        for content in output {
            switch content {
            case .paragraph(let text, let kind): writer.paragraph(text, kind: kind)
            case .table(let table): writer.table(table)
            }
        }
        return writer
    }

    // MARK: Blocks

    /// - Parameter path: of `node`, from the root of its part: `/w:tbl[1]/w:tr[2]/w:tc[1]`.
    mutating func blocks(of node: Int, path: String) throws(ReadingError) {
        guard let tree else { return }
        var counts: [String: Int] = [:]
        for child in tree.children(node) {
            let name = tree.name(child)
            counts[name, default: 0] += 1
            let place = "\(path)/\(name)[\(counts[name, default: 0])]"
            switch name {
            case "w:p": try paragraph(child, place)
            case "w:tbl": try table(child, place)
            case "w:sdt": if let content = tree.child(child, "w:sdtContent") { try blocks(of: content, path: place) }
            case "w:ins", "w:moveTo", "w:customXml", "w:smartTag": try blocks(of: child, path: place)
            case "mc:AlternateContent":
                if let content = tree.alternative(child) { try blocks(of: content, path: place) }
            case "w:altChunk":
                findings.append(
                    NoticeFinding(
                        code: .embeddedDocument,
                        message: "a document embedded in this one is not read"))
            default: break
            }
        }
    }

    private mutating func paragraph(_ node: Int, _ path: String) throws(ReadingError) {
        guard let tree else { return }
        let properties = tree.child(node, "w:pPr")
        let styleName = tree.attribute(tree.child(properties, "w:pStyle"), "w:val")
        let style = styles.paragraphStyle(styleName)
        var inline = WordInline(tree: tree, styles: styles, isHidden: style?.isHidden ?? false)
        inline.read(node)
        footnotes += inline.footnotes
        endnotes += inline.endnotes

        var text = pending ?? PlacedText()
        pending = nil
        let label = self.label(properties, style, styleName)
        let isBlank = inline.lines.allSatisfy { $0.allSatisfy(\.properties.isWhitespace) }
        let source = "\(part)#\(path)"
        let mark = tree.child(properties, "w:rPr")
        let isJoined = tree.child(mark, "w:del") != nil || tree.child(mark, "w:moveFrom") != nil
        // A number is counted whether or not the paragraph says something; what says nothing is not shown.
        if let label, !isBlank { text.append(label.unicodeScalars, path: source) }
        let outline =
            tree.integer(tree.child(properties, "w:outlineLvl"), "w:val") ?? style?.outline
        let kind: SourceBlock.Kind =
            outline.map { (0...8).contains($0) ? .heading(level: $0 + 1) : .paragraph } ?? .paragraph
        for (index, line) in inline.lines.enumerated() {
            text.append(line, path: source)
            let isLast = index + 1 == inline.lines.count
            if isLast, isJoined {
                pending = text
            } else if !text.isBlank {
                output.append(.paragraph(text, kind))
            }
            text = PlacedText()
        }
        for (index, box) in inline.boxes.enumerated() {
            try blocks(of: box, path: "\(path)//w:txbxContent[\(index + 1)]")
        }
    }

    /// The automatic number of a paragraph.
    private mutating func label(_ properties: Int?, _ style: WordStyles.Style?, _ styleName: String?) -> String? {
        guard let tree else { return nil }
        let own = tree.child(properties, "w:numPr")
        guard let list = tree.attribute(tree.child(own, "w:numId"), "w:val") ?? style?.list, list != "0" else {
            return nil
        }
        let level =
            tree.integer(tree.child(own, "w:ilvl"), "w:val") ?? styleName.flatMap {
                numbering.level(ofStyle: $0, in: list)
            }
            ?? style?.level ?? 0
        guard (0...8).contains(level) else { return nil }
        return counter.next(list, level: level)
    }

    // MARK: Tables

    private struct Cell {
        var start: Int
        var span: Int
        var goesOn: Bool
        var isMerged: Bool
        var content: [Content]
        var isHeader: Bool
    }

    private mutating func table(_ node: Int, _ path: String) throws(ReadingError) {
        var rows: [[Cell]] = []
        try readRows(of: node, path, &rows)
        guard !rows.isEmpty else { return }

        // A grid column that no cell begins at is no column of the table.
        let starts = Set(rows.joined().map(\.start)).sorted()
        var columnOf: [Int: Int] = [:]
        for (column, start) in starts.enumerated() { columnOf[start] = column }
        func column(after place: Int) -> Int {
            var low = 0
            var high = starts.count
            while low < high {
                let middle = (low + high) / 2
                if starts[middle] < place { low = middle + 1 } else { high = middle }
            }
            return low
        }
        // Tables of one row or column lay out text.
        if rows.count == 1 || starts.count <= 1 {
            for cell in rows.joined() where !cell.isMerged { output += cell.content }
            return
        }
        let (fields, isTooMany) = rows.count.multipliedReportingOverflow(by: starts.count)
        guard !isTooMany, fields <= limits.cells * 10 else { throw tooManyCells() }
        var cells: [TableText.Cell] = []
        var inner: [Content] = []
        // By column: the cell that a merged one under it belongs to.
        var open: [Int: Int] = [:]
        for (number, row) in rows.enumerated() {
            var next: [Int: Int] = [:]
            for cell in row {
                let first = columnOf[cell.start] ?? 0
                let span = max(1, column(after: cell.start + cell.span) - first)
                if cell.isMerged, let above = open[first], cells[above].columnSpan == span {
                    cells[above].rowSpan += 1
                    next[first] = above
                    continue
                }
                var text = PlacedText()
                for content in cell.content {
                    switch content {
                    case .paragraph(let paragraph, _):
                        if !text.isEmpty { text.append(" ") }
                        text.append(paragraph.trimmed(isCell: true))
                    case .table(let table):
                        inner.append(.table(table))
                    }
                }
                if cell.goesOn || cell.isMerged { next[first] = cells.count }
                cells.append(
                    TableText.Cell(
                        row: number, column: first, columnSpan: span, text: text, isHeader: cell.isHeader))
            }
            open = next
        }
        output.append(.table(TableText(rows: rows.count, columns: starts.count, cells: cells)))
        output += inner
    }

    private mutating func readRows(of node: Int, _ path: String, _ rows: inout [[Cell]]) throws(ReadingError) {
        guard let tree else { return }
        var counts: [String: Int] = [:]
        for child in tree.children(node) {
            let name = tree.name(child)
            counts[name, default: 0] += 1
            let place = "\(path)/\(name)[\(counts[name, default: 0])]"
            switch name {
            case "w:tr":
                let properties = tree.child(child, "w:trPr")
                if tree.child(properties, "w:del") != nil { continue }
                var row: [Cell] = []
                var at = Self.clamp(tree.integer(tree.child(properties, "w:gridBefore"), "w:val") ?? 0)
                let isHeader =
                    tree.child(properties, "w:tblHeader").map { WordNumbering.isOn(tree.attribute($0, "w:val")) }
                    ?? false
                try readCells(of: child, place, &row, &at, isHeader)
                if !row.isEmpty { rows.append(row) }
            case "w:sdt":
                if let content = tree.child(child, "w:sdtContent") { try readRows(of: content, place, &rows) }
            case "w:ins", "w:moveTo", "w:customXml": try readRows(of: child, place, &rows)
            default: break
            }
        }
    }

    private mutating func readCells(
        of node: Int, _ path: String, _ row: inout [Cell], _ at: inout Int, _ isHeader: Bool
    ) throws(ReadingError) {
        guard let tree else { return }
        var counts: [String: Int] = [:]
        for child in tree.children(node) {
            let name = tree.name(child)
            counts[name, default: 0] += 1
            let place = "\(path)/\(name)[\(counts[name, default: 0])]"
            switch name {
            case "w:tc":
                cells += 1
                guard cells <= limits.cells else { throw tooManyCells() }
                let properties = tree.child(child, "w:tcPr")
                let span = max(1, Self.clamp(tree.integer(tree.child(properties, "w:gridSpan"), "w:val") ?? 1))
                let merge = tree.child(properties, "w:vMerge")
                let isMerged = merge != nil && tree.attribute(merge, "w:val") != "restart"
                // The old way to merge to the right: the cell before takes the field.
                if let level = tree.child(properties, "w:hMerge"), tree.attribute(level, "w:val") != "restart",
                    !row.isEmpty
                {
                    row[row.count - 1].span += span
                    at += span
                    continue
                }
                let outer = output
                output = []
                try blocks(of: child, path: place)
                let content = output
                output = outer
                row.append(
                    Cell(
                        start: at, span: span, goesOn: merge != nil, isMerged: isMerged,
                        content: isMerged ? [] : content, isHeader: isHeader))
                at += span
            case "w:sdt":
                if let content = tree.child(child, "w:sdtContent") {
                    try readCells(of: content, place, &row, &at, isHeader)
                }
            case "w:ins", "w:moveTo", "w:customXml": try readCells(of: child, place, &row, &at, isHeader)
            default: break
            }
        }
    }

    private static func clamp(_ columns: Int) -> Int { min(max(0, columns), 1000) }

    private func tooManyCells() -> ReadingError {
        ReadingError(
            .limitExceeded, "its tables have more than the \(limits.cells) cells that are read",
            hint: "split it, or raise --max-cells")
    }
}
