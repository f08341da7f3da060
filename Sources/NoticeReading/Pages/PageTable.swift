import NoticeModel

/// A table found on a page.
struct PageTable: Sendable {
    enum Content: Sendable {
        case grid(TableText)
        /// The rows and columns cannot be told: the lines, and why.
        case collapsed([PlacedText], reason: String)
    }
    var box: SourcePlace.Box
    var content: Content
    /// The edges of the columns, in points from the left: tables that go on over the page have the same.
    var columns: [Double]

    /// Whether another table, at the top of the next page, has the same columns.
    func hasColumns(of other: PageTable) -> Bool {
        columns.count == other.columns.count && zip(columns, other.columns).allSatisfy { abs($0 - $1) <= 6 }
    }

    /// Adds the rows of the table at the top of the next page, without those that repeat the header.
    mutating func append(_ other: PageTable) -> Bool {
        guard case .grid(var table) = content, case .grid(var next) = other.content else { return false }
        if !hasColumns(of: other) {
            // A part of the table may have rows alone whose cells span columns of the other part.
            if let finer = Self.parted(table, at: columns, for: other.columns) {
                table = finer
                columns = other.columns
            } else if let finer = Self.parted(next, at: other.columns, for: columns) {
                next = finer
            } else {
                return false
            }
        }
        guard table.columns == next.columns else { return false }
        var repeated = 0
        while repeated < min(next.rows, table.rows), Self.row(repeated, of: next) == Self.row(repeated, of: table) {
            repeated += 1
        }
        // Not a header but the same rows throughout: another table.
        if repeated == next.rows { repeated = 0 }
        let isCut = next.cells.contains { $0.row < repeated && $0.row + $0.rowSpan > repeated }
        if isCut { repeated = 0 }
        let head = repeated
        if repeated < next.rows, Self.goOn(&table, with: &next, from: repeated) { repeated += 1 }
        let start = table.rows - repeated
        for var cell in next.cells where cell.row >= repeated {
            cell.row += start
            table.cells.append(cell)
        }
        table.cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        if head > 0 {
            for index in table.cells.indices where table.cells[index].row < head {
                table.cells[index].isHeader = true
            }
        }
        table.rows = start + next.rows
        content = .grid(table)
        return true
    }

    /// The table with the columns of another that has the same edges and more between them; nil where an edge is missing there.
    private static func parted(_ table: TableText, at edges: [Double], for finer: [Double]) -> TableText? {
        guard edges.count == table.columns + 1, finer.count > edges.count, table.rows <= 4 else { return nil }
        let places = edges.map { edge in finer.firstIndex { abs($0 - edge) <= 3 } }
        guard places.first == 0, places.last == finer.count - 1, !places.contains(nil) else { return nil }
        let columns = places.compactMap { $0 }
        guard zip(columns, columns.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        var table = table
        for index in table.cells.indices {
            let cell = table.cells[index]
            table.cells[index].column = columns[cell.column]
            table.cells[index].columnSpan = columns[cell.column + cell.columnSpan] - columns[cell.column]
        }
        table.columns = finer.count - 1
        return table
    }

    /// What the end of a page has parted goes together again: a row whose cells go on, and cells that span rows on both pages.
    /// - Parameter row: the first row of `next` that repeats no header.
    /// - Returns: whether that row as a whole belongs to the last one of `table`.
    private static func goOn(_ table: inout TableText, with next: inout TableText, from row: Int) -> Bool {
        /// The cell that reaches the last row in a column.
        func above(_ cell: TableText.Cell) -> Int? {
            table.cells.indices.first { index in
                let other = table.cells[index]
                return other.column == cell.column && other.columnSpan == cell.columnSpan
                    && other.row + other.rowSpan == table.rows
            }
        }
        let cells = next.cells.filter { $0.row == row }
        let pairs = cells.map { ($0, above($0)) }
        guard cells.contains(where: { !$0.text.isBlank }) else { return false }
        let isRest = pairs.contains { cell, index in
            cell.text.isBlank && cell.column > 0 && index.map { !table.cells[$0].text.isBlank } == true
        }
        let hasFigures = cells.contains { $0.text.letters.contains { ("0"..."9").contains($0) } }
        if isRest, !hasFigures, pairs.allSatisfy({ $0.1 != nil }), cells.allSatisfy({ $0.rowSpan == 1 }) {
            for (cell, index) in pairs where !cell.text.isBlank {
                if let index { table.cells[index].text.append(cell.text) }
            }
            return true
        }
        // Labels from the left alone: an empty value is one.
        var moved: Set<Int> = []
        for (cell, index) in pairs {
            guard cell.text.isBlank, let index, !table.cells[index].text.isBlank, cells.count > moved.count + 1 else {
                break
            }
            table.cells[index].rowSpan += cell.rowSpan
            moved.insert(cell.column)
        }
        next.cells.removeAll { $0.row == row && moved.contains($0.column) }
        return false
    }

    private static func row(_ row: Int, of table: TableText) -> [Int: [Unicode.Scalar]] {
        var letters: [Int: [Unicode.Scalar]] = [:]
        for cell in table.cells where cell.row == row { letters[cell.column] = cell.text.letters }
        return letters
    }

    /// The lines of a cell as one text. A line that fills the cell goes on in the next one; between others a space keeps
    /// numbers and Latin words apart.
    static func join(_ lines: [PageLine], page: Int, width: Double) -> PlacedText {
        var text = PlacedText()
        for (index, line) in lines.enumerated() {
            let next = line.text(page: page)
            if index > 0, let last = text.letters.last, let first = next.letters.first {
                let isFull = lines[index - 1].box.width + line.size >= width
                if LineEnd.needsSpace(last, first, isFull: isFull) { text.append(" ") }
            }
            text.append(next)
        }
        return text
    }
}

/// What joining two lines puts between them.
enum LineEnd {
    /// Chinese has no spaces; Latin words have one; a number is cut only where the line has no room for another digit.
    static func needsSpace(_ last: Unicode.Scalar, _ first: Unicode.Scalar, isFull: Bool) -> Bool {
        if isWide(last) || isWide(first) { return false }
        if last == "-" || last == "/" || last == " " || first == " " { return false }
        if isNumber(last), isNumber(first) { return !isFull }
        return true
    }

    static func isNumber(_ letter: Unicode.Scalar) -> Bool {
        letter.value >= 0x30 && letter.value <= 0x39 || letter == "." || letter == "," || letter == "%"
    }
}
