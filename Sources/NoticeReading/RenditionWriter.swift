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
