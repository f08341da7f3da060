package import NoticeModel

/// Writes a rendition and its layout together: a paragraph a line, a table row a line, cells parted by tabs.
package struct RenditionWriter: Sendable {
    package private(set) var scalars: [Unicode.Scalar] = []
    package private(set) var layout = SourceLayout()

    package init() {}

    /// Writes a paragraph or a heading; one without letters leaves nothing.
    /// - Returns: the range written.
    @discardableResult
    package mutating func paragraph(_ text: PlacedText, kind: SourceBlock.Kind = .paragraph) -> Range<Int> {
        let text = text.trimmed()
        guard !text.isEmpty else { return scalars.count..<scalars.count }
        let range = write(text)
        scalars.append("\n")
        layout.blocks.append(SourceBlock(kind: kind, range: range))
        return range
    }

    /// Writes a table; a position that a cell above or before covers stays empty, so that columns can be told by counting
    /// tabs.
    @discardableResult
    package mutating func table(_ table: TableText) -> Range<Int> {
        let start = scalars.count
        guard table.rows > 0, table.columns > 0 else { return start..<start }
        if let fields = PortalFields.fields(ofCells: table.cells.map(\.text.letters)) {
            for field in fields { self.field(field.label, value: table.cells[field.cell].text.part(field.value)) }
            return start..<max(start, scalars.count - 1)
        }
        var cells: [SourceTable.Cell] = []
        cells.reserveCapacity(table.cells.count)
        var next = 0
        for row in 0..<table.rows {
            var column = 0
            while next < table.cells.count, table.cells[next].row == row {
                let cell = table.cells[next]
                next += 1
                tabs(cell.column - column)
                column = cell.column
                let range = write(cell.text.trimmed(isCell: true))
                cells.append(
                    SourceTable.Cell(
                        row: row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, range: range,
                        isHeader: cell.isHeader))
            }
            tabs(table.columns - 1 - column)
            scalars.append("\n")
        }
        let range = start..<scalars.count - 1
        layout.blocks.append(
            SourceBlock(
                kind: .table(SourceTable(rows: table.rows, columns: table.columns, cells: cells)), range: range))
        return range
    }

    /// Writes the lines of a table whose rows and columns cannot be told.
    @discardableResult
    package mutating func collapsedTable(_ lines: [PlacedText], reason: String) -> Range<Int> {
        let start = scalars.count
        for line in lines {
            let line = line.trimmed(isCell: true)
            guard !line.isEmpty else { continue }
            _ = write(line)
            scalars.append("\n")
        }
        guard scalars.count > start else { return start..<start }
        let range = start..<scalars.count - 1
        layout.blocks.append(SourceBlock(kind: .collapsedTable(reason: reason), range: range))
        return range
    }

    /// Writes what the source says of its notice as a line of its own: 发文字号：某医保发〔2026〕3号.
    package mutating func field(_ label: String, value: PlacedText) {
        var text = PlacedText(Array((label + "：").unicodeScalars))
        let head = text.letters.count
        text.append(value.trimmed(isCell: true))
        guard text.letters.count > head else { return }
        let range = paragraph(text)
        note(label, range.lowerBound + head..<range.upperBound)
    }

    /// Notes what was written since `start` as text beside the notice.
    package mutating func noteAside(since start: Int) {
        if start < scalars.count { layout.asides.append(start..<scalars.count) }
    }

    /// Takes lines of fields at the beginning for fields: 发布日期：… 来源：… under the title. They end where the first sentence
    /// is.
    package mutating func noteFields() {
        for block in layout.blocks.prefix(24) {
            guard case .paragraph = block.kind, block.range.count <= 160 else { continue }
            let letters = Array(scalars[block.range])
            if letters.contains("。") { return }
            for field in PortalFields.fields(in: letters) where !field.value.isEmpty {
                let start = block.range.lowerBound
                let range = start + field.value.lowerBound..<start + field.value.upperBound
                if !layout.fields.contains(where: { $0.range == range }) { note(field.label, range) }
            }
        }
    }

    private mutating func note(_ label: String, _ range: Range<Int>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        layout.fields.append(SourceField(label: label, value: String(view), range: range))
    }

    private mutating func tabs(_ count: Int) {
        for _ in 0..<max(0, count) { scalars.append("\t") }
    }

    private mutating func write(_ text: PlacedText) -> Range<Int> {
        let start = scalars.count
        scalars.append(contentsOf: text.letters)
        for place in text.places {
            var place = place
            place.range = place.range.lowerBound + start..<place.range.upperBound + start
            layout.places.append(place)
        }
        return start..<scalars.count
    }
}
