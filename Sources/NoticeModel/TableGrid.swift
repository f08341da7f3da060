import PolicyText

/// Rebuilds the grid of a table trace, or says that it cannot.
///
/// Columns are those of the widest row. A shorter row is a row whose header cells span columns, or a part of a row that
/// a blank line inside a cell has cut in two. An empty cell belongs to the cell above it only where the trace speaks
/// for a span. What can be read in two ways is not read at all.
struct TableGrid {
    private let headings: TableHeadings

    init(letters: [Unicode.Scalar]) {
        headings = TableHeadings(letters: letters)
    }

    struct Collapse: Error {
        var reason: String
    }

    private struct Place {
        var row: Int
        var column: Int
        var rowSpan = 1
        var columnSpan = 1
        var cell: TableTrace.Cell
    }

    /// Cells carry ranges of the folded text, from the first to the last letter.
    func table(from trace: TableTrace) throws(Collapse) -> Table {
        let columns = trace.fragments.map(\.count).max() ?? 0
        guard columns >= 2 else { throw Collapse(reason: "a table needs two columns") }
        let (rows, spans) = try rows(trace, columns)
        guard rows.count >= 2 else { throw Collapse(reason: "a table needs two rows") }
        let headerRows = trace.ruledHeaderRows ?? headings.headerRows(rows)
        guard headerRows < rows.count else { throw Collapse(reason: "no row with a label and a value") }
        let labels = headings.labelColumns(rows, headerRows)

        var places: [Place] = []
        // The place that covers each position of the row above.
        var above = [Int?](repeating: nil, count: columns)
        for (row, cells) in rows.enumerated() {
            var current = [Int?](repeating: nil, count: columns)
            var column = 0
            while column < columns {
                let cell = cells[column]
                if cell.pieces.isEmpty, row > 0, let over = above[column],
                    continues(rows, row, column, headerRows, labels, trace.kind, isWide: places[over].columnSpan > 1)
                {
                    places[over].rowSpan = max(places[over].rowSpan, row - places[over].row + 1)
                    current[column] = over
                    column += 1
                    continue
                }
                if cell.pieces.isEmpty, row < headerRows, column > 0, let left = current[column - 1],
                    row + 1 < headerRows, !rows[row + 1][column].pieces.isEmpty,
                    !rows[row + 1][column - 1].pieces.isEmpty, places[left].row == row
                {
                    places[left].columnSpan += 1
                    current[column] = left
                    column += 1
                    continue
                }
                let span = spans[row]?[column] ?? 1
                for covered in column..<min(columns, column + span) { current[covered] = places.count }
                places.append(Place(row: row, column: column, columnSpan: span, cell: cell))
                column += span
            }
            above = current
        }
        let cells = places.map { place in
            let range: Range<Int>
            if let first = place.cell.pieces.first, let last = place.cell.pieces.last {
                range = first.lowerBound..<last.upperBound
            } else {
                range = 0..<0
            }
            return Table.Cell(
                row: place.row, column: place.column, rowSpan: place.rowSpan, columnSpan: place.columnSpan,
                range: range, isHeader: place.row < headerRows || place.column < labels)
        }
        return Table(rows: rows.count, columns: columns, cells: cells, headerRows: headerRows, headerColumns: labels)
    }

    // MARK: Rows

    /// Full rows (cells under a span are empty) and, by row, the column spans that start at a column.
    private func rows(
        _ trace: TableTrace, _ columns: Int
    ) throws(Collapse) -> ([[TableTrace.Cell]], [Int: [Int: Int]]) {
        let empty = TableTrace.Cell(pieces: [])
        var rows: [[TableTrace.Cell]] = []
        var spans: [Int: [Int: Int]] = [:]
        var index = 0
        let fragments = trace.fragments
        // Rows are in the header until one begins with a label and holds a value.
        var inHeader = true
        while index < fragments.count {
            let fragment = fragments[index]
            if fragment.count == columns {
                rows.append(fragment)
                index += 1
            } else if let joined = joined(fragments, index, columns, trace.kind) {
                rows.append(joined.cells)
                index = joined.end
            } else if inHeader, index + 1 < fragments.count, fragments[index + 1].count == columns,
                let widths = headerSpans(fragment.count, over: fragments[index + 1])
            {
                var row = [TableTrace.Cell](repeating: empty, count: columns)
                var column = 0
                for (cell, width) in zip(fragment, widths) {
                    row[column] = cell
                    if width > 1 { spans[rows.count, default: [:]][column] = width }
                    column += width
                }
                rows.append(row)
                index += 1
            } else if trace.kind == .tabs || trace.kind == .bars, !inHeader {
                // Tabs at the end of a line are often lost: what is missing there is empty.
                rows.append(fragment + [TableTrace.Cell](repeating: empty, count: columns - fragment.count))
                index += 1
            } else if fragment.count == 1, !inHeader, let cell = fragment.first, !cell.pieces.isEmpty {
                var row = [TableTrace.Cell](repeating: empty, count: columns)
                row[0] = cell
                spans[rows.count, default: [:]][0] = columns
                rows.append(row)
                index += 1
            } else {
                throw Collapse(reason: "a row of \(fragment.count) cells in a table of \(columns) columns")
            }
            if let row = rows.last, headings.isBody(row) { inHeader = false }
        }
        return (rows, spans)
    }

    /// A row in several fragments: together they have exactly as many cells as the table columns.
    private func joined(
        _ fragments: [[TableTrace.Cell]], _ start: Int, _ columns: Int, _ kind: TableTrace.Kind
    ) -> (cells: [TableTrace.Cell], end: Int)? {
        guard kind == .cellLines, fragments[start].first?.pieces.isEmpty == false else { return nil }
        var cells = fragments[start]
        var end = start + 1
        while cells.count < columns, end < fragments.count, cells.count + fragments[end].count <= columns {
            // The rest of a row begins with a value, not with a label.
            guard let first = fragments[end].first, headings.isValue(first) else { return nil }
            cells += fragments[end]
            end += 1
        }
        return cells.count == columns ? (cells, end) : nil
    }

    /// How many columns each of `count` header cells covers, told by the full row under them: a cell over an empty one
    /// covers one column, and a run of filled ones is covered by one cell or by as many cells as it has.
    private func headerSpans(_ count: Int, over row: [TableTrace.Cell]) -> [Int]? {
        guard row.contains(where: { $0.pieces.isEmpty }) else { return nil }
        var widths: [Int] = []
        var runs: [Int] = []
        var column = 0
        while column < row.count {
            if row[column].pieces.isEmpty {
                widths.append(1)
                column += 1
            } else {
                var end = column
                while end < row.count, !row[end].pieces.isEmpty { end += 1 }
                runs.append(widths.count)
                widths.append(end - column)
                column = end
            }
        }
        if widths.count == count { return widths }
        // One run may be covered cell by cell if that alone makes the count right.
        let fits = runs.filter { widths.count - 1 + widths[$0] == count }
        guard fits.count == 1, let run = fits.first else { return nil }
        widths.replaceSubrange(run...run, with: [Int](repeating: 1, count: widths[run]))
        return widths
    }

    /// Whether an empty cell goes on the cell above it.
    private func continues(
        _ rows: [[TableTrace.Cell]], _ row: Int, _ column: Int, _ headerRows: Int, _ labels: Int,
        _ kind: TableTrace.Kind,
        isWide: Bool
    ) -> Bool {
        if isWide { return false }
        if row < headerRows { return true }
        // A header never reaches into the body.
        if row == headerRows { return false }
        let body = rows[headerRows...].map { $0[column] }
        if column < labels {
            // A group's name stands once beside the names of its members.
            return column + 1 < labels && !rows[row][column + 1].pieces.isEmpty
        }
        guard !rows[row][..<labels].allSatisfy({ $0.pieces.isEmpty }) else { return false }
        let filled = body.filter { !$0.pieces.isEmpty }
        guard !filled.isEmpty, filled.allSatisfy(headings.isValue), body.first?.pieces.isEmpty == false else {
            return false
        }
        if kind == .cellLines { return true }
        if kind == .bars { return false }
        // In plain rows a single gap may be a value that is missing; a run of them under one value is a span.
        var low = row
        while low > headerRows, rows[low][column].pieces.isEmpty { low -= 1 }
        var high = row
        while high + 1 < rows.count, rows[high + 1][column].pieces.isEmpty { high += 1 }
        return high - low >= 2
    }
}
