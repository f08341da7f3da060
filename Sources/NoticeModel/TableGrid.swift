import PolicyText

/// Rebuilds the grid of a table trace, or says that it cannot.
///
/// Columns are those of the widest row. A shorter row is a row whose header cells span columns, or a part of a row that
/// a blank line inside a cell has cut in two. An empty cell belongs to the cell above it only where the trace speaks
/// for a span. What can be read in two ways is not read at all.
struct TableGrid {
    let letters: [Unicode.Scalar]

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

    private static let mostColumns = 200

    /// Cells carry ranges of the folded text, from the first to the last letter.
    func table(from trace: TableTrace) throws(Collapse) -> Table {
        let columns = trace.fragments.map(\.count).max() ?? 0
        guard columns >= 2 else { throw Collapse(reason: "a table needs two columns") }
        // Rows are filled up to the widest: one long line must not make each of many short ones as long.
        guard columns <= Self.mostColumns else { throw Collapse(reason: "a row of \(columns) cells") }
        let (rows, spans) = try rows(trace, columns)
        guard rows.count >= 2 else { throw Collapse(reason: "a table needs two rows") }
        let headerRows = trace.ruledHeaderRows ?? headerCount(rows)
        guard headerRows < rows.count else { throw Collapse(reason: "no row with a label and a value") }
        let labels = labelColumns(rows, headerRows)
        let body = (0..<columns).map { BodyColumn(rows, headerRows, $0, isValue: isValue) }

        var places: [Place] = []
        // The place that covers each position of the row above.
        var above = [Int?](repeating: nil, count: columns)
        for (row, cells) in rows.enumerated() {
            var current = [Int?](repeating: nil, count: columns)
            var column = 0
            while column < columns {
                let cell = cells[column]
                if cell.pieces.isEmpty, row > 0, let over = above[column],
                    continues(
                        rows, row, column, headerRows, labels, trace.kind, body: body[column],
                        isWide: places[over].columnSpan > 1)
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
            } else if trace.kind == .tabs || trace.kind == .bars,
                !inHeader || fragment.count > 2 && fragment.dropFirst().contains(where: \.pieces.isEmpty)
            {
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
            if let row = rows.last, isBody(row) { inHeader = false }
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
            guard let first = fragments[end].first, isValue(first) else { return nil }
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

    // MARK: Header and labels

    private func headerCount(_ rows: [[TableTrace.Cell]]) -> Int {
        rows.firstIndex(where: isBody) ?? rows.count
    }

    /// A row of the body: a label first, a value after it.
    private func isBody(_ row: [TableTrace.Cell]) -> Bool {
        guard let first = row.first, !first.pieces.isEmpty else { return false }
        if isOrdinal(first) { return true }
        return !isValue(first) && row.dropFirst().contains(where: isValue)
    }

    /// Columns from the left that hold no value in any row of the body; a column of ordinals counts as one.
    private func labelColumns(_ rows: [[TableTrace.Cell]], _ headerRows: Int) -> Int {
        let body = rows[headerRows...]
        var count = 0
        for column in 0..<(rows.first?.count ?? 0) {
            let cells = body.map { $0[column] }.filter { !$0.pieces.isEmpty }
            let isNumbering = column == 0 && cells.allSatisfy(isOrdinal)
            guard isNumbering || !cells.contains(where: isValue) else { break }
            count += 1
        }
        return min(max(1, count), max(1, (rows.first?.count ?? 1) - 1))
    }

    /// Whether an empty cell goes on the cell above it.
    private func continues(
        _ rows: [[TableTrace.Cell]], _ row: Int, _ column: Int, _ headerRows: Int, _ labels: Int,
        _ kind: TableTrace.Kind, body: BodyColumn, isWide: Bool
    ) -> Bool {
        if isWide { return false }
        if row < headerRows { return true }
        // A header never reaches into the body.
        if row == headerRows { return false }
        if column < labels {
            // A group's name stands once beside the names of its members.
            return column + 1 < labels && !rows[row][column + 1].pieces.isEmpty
        }
        guard !rows[row][..<labels].allSatisfy({ $0.pieces.isEmpty }) else { return false }
        guard body.holdsValuesAlone, body.beginsFilled else { return false }
        if kind == .cellLines { return true }
        if kind == .bars { return false }
        // In plain rows a single gap may be a value that is missing; a run of them under one value is a span.
        // A run of three is enough to tell, so no more is looked at.
        var low = row
        while low > headerRows, row - low < 2, rows[low][column].pieces.isEmpty { low -= 1 }
        var high = row
        while high + 1 < rows.count, high - low < 2, rows[high + 1][column].pieces.isEmpty { high += 1 }
        return high - low >= 2
    }

    /// What is known of a column below the header, told once for all its cells.
    private struct BodyColumn {
        /// Some cells are filled, and all that are state values.
        var holdsValuesAlone: Bool
        /// The first cell is filled.
        var beginsFilled: Bool

        init(
            _ rows: [[TableTrace.Cell]], _ headerRows: Int, _ column: Int, isValue: (TableTrace.Cell) -> Bool
        ) {
            let body = rows[headerRows...].lazy.map { $0[column] }
            beginsFilled = body.first?.pieces.isEmpty == false
            let filled = body.filter { !$0.pieces.isEmpty }
            holdsValuesAlone = !filled.isEmpty && filled.allSatisfy(isValue)
        }
    }

    // MARK: Cells

    /// 1, 12, 一, （三）: a number that only counts rows.
    private func isOrdinal(_ cell: TableTrace.Cell) -> Bool {
        guard let range = cell.pieces.first, cell.pieces.count == 1, range.count <= 3 else { return false }
        return letters[range].allSatisfy { Letter.isDigit($0) } || letters[range].allSatisfy { Letter.isHanNumeral($0) }
    }

    /// A cell that states a value: an amount, a rate, a plain number, or a word for all or nothing.
    private func isValue(_ cell: TableTrace.Cell) -> Bool {
        guard let first = cell.pieces.first, cell.pieces.count == 1 else { return false }
        var range = first
        if let length = letters.longest(of: Self.valueWords, at: range.lowerBound, before: range.upperBound),
            length == range.count
        {
            return true
        }
        if let length = letters.longest(of: Self.bounds, at: range.lowerBound, before: range.upperBound) {
            range = range.lowerBound + length..<range.upperBound
        }
        guard range.count <= 16, let head = range.first else { return false }
        let numerals = range.prefix { index in
            let s = letters[index]
            return Letter.isDigit(s) || Letter.isHanNumeral(s) || Letter.isSpace(s)
                || ".,，万千两〇零%/-~—–至".unicodeScalars.contains(s)
        }
        guard !numerals.isEmpty,
            Letter.isDigit(letters[head]) || Letter.isHanNumeral(letters[head]) || letters[head] == "-"
                || letters[head] == "/" || letters[head] == "—"
        else {
            return letters.longest(of: Self.rates, at: range.lowerBound, before: range.upperBound) != nil
        }
        let rest = range.lowerBound + numerals.count..<range.upperBound
        if rest.isEmpty { return true }
        // 2026年个人缴费标准 and 1级残疾 are labels.
        return letters.longest(of: Self.units, at: rest.lowerBound, before: rest.upperBound) != nil
    }

    private static let valueWords = phrases("全额 全额资助 免缴 免费 不缴费 个人不缴费 无 不资助 - — —— / \\ 0")
    private static let bounds = phrases("不低于 不高于 不超过 不少于 最高 最低 约 ≥ ≤ > < 每人每年 每人")
    private static let rates = phrases("百分之")
    private static let units = phrases("元 万元 角 个百分点 成 人 天 日 个月 倍 ％ %")
}
