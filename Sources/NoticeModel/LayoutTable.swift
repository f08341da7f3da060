import PolicyText

/// Makes the model's table of one that the source has as a table.
///
/// The grid and its spans are the source's own. Header cells are those that the source marks as such; where it marks
/// none, what the cells say decides, as it does for tables in plain text.
struct LayoutTable {
    let letters: [Unicode.Scalar]
    /// The range of the folded text for one of the rendition, without white space at its ends.
    let folded: (Range<Int>) -> Range<Int>

    /// Grid positions that a table may have: a few cells with long spans must not ask for a huge grid.
    private static let mostPositions = 2_000_000

    /// Cells carry ranges of the folded text.
    /// - Throws: why there can be no grid.
    func table(from source: SourceTable) throws(TableGrid.Collapse) -> Table {
        guard source.cells.allSatisfy({ fits($0, in: source) }) else {
            throw TableGrid.Collapse(reason: "a cell reaches out of its table")
        }
        guard source.rows <= Self.mostPositions / max(1, source.columns) else {
            throw TableGrid.Collapse(reason: "a grid of \(source.rows) rows and \(source.columns) columns is too large")
        }
        let empty = TableTrace.Cell(pieces: [])
        var rows = [[TableTrace.Cell]](
            repeating: [TableTrace.Cell](repeating: empty, count: source.columns), count: source.rows)
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(source.cells.count)
        for cell in source.cells {
            let range = cell.range.isEmpty ? 0..<0 : folded(cell.range)
            ranges.append(range)
            if !range.isEmpty { rows[cell.row][cell.column] = TableTrace.Cell(pieces: [range]) }
        }
        let headings = TableHeadings(letters: letters)
        // A table of words alone still has its first row for a head.
        let told = headings.headerRows(rows)
        let headerRows =
            markedRows(source).map { reaching($0, source) { !headings.isBody(rows[$0]) } }
            ?? (told < source.rows ? told : 1)
        let labels = markedColumns(source, headerRows) ?? headings.labelColumns(rows, headerRows)
        let cells = zip(source.cells, ranges).map { cell, range in
            Table.Cell(
                row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, range: range,
                isHeader: cell.row < headerRows || cell.column < labels)
        }
        return Table(
            rows: source.rows, columns: source.columns, cells: cells, headerRows: headerRows, headerColumns: labels)
    }

    private func fits(_ cell: SourceTable.Cell, in table: SourceTable) -> Bool {
        cell.row >= 0 && cell.column >= 0 && cell.rowSpan >= 1 && cell.columnSpan >= 1
            && cell.rowSpan <= table.rows - cell.row && cell.columnSpan <= table.columns - cell.column
    }

    /// Rows from the top whose cells are all marked as headers; nil where none is, or all are.
    private func markedRows(_ source: SourceTable) -> Int? {
        let first = source.cells.filter { !$0.isHeader && !$0.range.isEmpty }.map(\.row).min()
        guard let first, first > 0 else { return nil }
        return first
    }

    /// Programs often mark the first row of a head alone: it goes on under headings that span rows, and under those that span
    /// columns as long as the rows state no values.
    private func reaching(_ marked: Int, _ source: SourceTable, mayHead: (Int) -> Bool) -> Int {
        var end = marked
        while end < source.rows - 1 {
            let above = source.cells.filter { $0.row < end && !$0.range.isEmpty }
            let goesOn = above.contains { cell in
                cell.row + cell.rowSpan > end || cell.columnSpan > 1 && cell.row + cell.rowSpan == end
            }
            guard goesOn, mayHead(end) else { break }
            end += 1
        }
        return end
    }

    /// Columns from the left whose cells under the header rows are all marked as headers; nil where none is.
    private func markedColumns(_ source: SourceTable, _ headerRows: Int) -> Int? {
        let body = source.cells.filter { $0.row >= headerRows && !$0.range.isEmpty }
        guard let first = body.filter({ !$0.isHeader }).map(\.column).min(), first > 0,
            body.contains(where: { $0.isHeader && $0.column < first })
        else { return nil }
        return first
    }
}
