import NoticeModel
import PolicyText

/// A table of a notice as a grid.
public struct NoticeTable: Sendable, Hashable {
    /// A cell; every grid position belongs to at most one.
    public struct Cell: Sendable, Hashable {
        /// The row of the upper left corner, from 0.
        public var row: Int
        /// The column of the upper left corner, from 0.
        public var column: Int
        /// How many rows the cell covers.
        public var rowSpan: Int
        /// How many columns the cell covers.
        public var columnSpan: Int
        /// Whether the cell heads columns or rows.
        public var isHeader: Bool
        /// The cell's letters, on one line.
        public var text: String
        /// Where they stand: Unicode scalars of the rendition; nil for an empty cell.
        public var range: Range<Int>?
    }
    /// How many rows the grid has.
    public var rows: Int
    /// How many columns the grid has.
    public var columns: Int
    /// Rows from the top that are headers.
    public var headerRows: Int
    /// Columns from the left that name the row.
    public var headerColumns: Int
    /// In row order, then column order.
    public var cells: [Cell]
    /// Where the table stands: Unicode scalars of the rendition.
    public var range: Range<Int>
    /// The page of the source on which it begins, from 1.
    public var page: Int?

    /// The texts by row and column; a cell that covers several positions has its text at each of them where `filling`,
    /// else at its upper left corner alone.
    public func grid(filling: Bool = false) -> [[String]] {
        var grid = [[String]](repeating: [String](repeating: "", count: columns), count: rows)
        for cell in cells {
            for row in cell.row..<cell.row + (filling ? cell.rowSpan : 1) {
                for column in cell.column..<cell.column + (filling ? cell.columnSpan : 1) {
                    grid[row][column] = cell.text
                }
            }
        }
        return grid
    }
}

extension Guize {
    /// The tables of a notice, in text order; one whose rows and columns cannot be told has no cells.
    public func tables(_ text: NoticeText) -> [NoticeTable] {
        let notice = notice(text)
        return notice.blocks.compactMap { block in
            guard case .table(let table) = block.kind else { return nil }
            let range = notice.text.sourceRange(of: block.range)
            let cells = table.cells.map { cell in
                NoticeTable.Cell(
                    row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
                    isHeader: cell.isHeader, text: cell.range.isEmpty ? "" : notice.text.string(in: cell.range),
                    range: cell.range.isEmpty ? nil : notice.text.sourceRange(of: cell.range))
            }
            return NoticeTable(
                rows: table.rows, columns: table.columns, headerRows: table.headerRows,
                headerColumns: table.headerColumns, cells: cells, range: range, page: notice.places?.page(of: range))
        }
    }
}
