import NoticeModel

/// The tables of a page: which of them are tables, and their grids (HTML, 4.9.12, forming a table).
struct HTMLTables {
    /// A cell with its place in the grid.
    struct Cell {
        var node: Int
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int
        var isHeader: Bool
    }
    struct Grid {
        var rows: Int
        var columns: Int
        /// In row order, then column order.
        var cells: [Cell]
        /// Why the cells do not make a grid.
        var collapse: String?
    }
    private struct Row {
        var node: Int
        var cells: [Int] = []
        var isInHead: Bool
    }

    let page: HTMLPage
    let limits: ReadingLimits
    private var nodes: [HTMLTree.Node] { page.nodes }
    /// By table element: its own rows.
    private var rows: [Int: [Row]] = [:]
    /// Tables that hold tables with letters.
    private var nesting: Set<Int> = []
    /// By node: how many text blocks with letters are in it.
    private let textBlocks: [Int]

    init(page: HTMLPage, limits: ReadingLimits) throws(ReadingError) {
        self.page = page
        self.limits = limits
        let nodes = page.nodes
        var textBlocks = [Int](repeating: 0, count: nodes.count)
        for block in page.blocks { textBlocks[block] = 1 }
        for index in nodes.indices.reversed() where nodes[index].parent >= 0 {
            textBlocks[nodes[index].parent] += textBlocks[index]
        }
        self.textBlocks = textBlocks

        // By node: the innermost table and row around it.
        var table = [Int](repeating: -1, count: nodes.count)
        var head = [Bool](repeating: false, count: nodes.count)
        var cells = 0
        for (index, node) in nodes.enumerated() where !page.isHidden[index] {
            let parent = node.parent
            table[index] = parent >= 0 ? table[parent] : -1
            head[index] = parent >= 0 && head[parent] && node.name != .table || node.name == .thead
            switch node.name {
            case .table:
                if page.letters[index] > 0, table[index] >= 0 { nesting.insert(table[index]) }
                table[index] = index
                rows[index] = []
            case .tr where table[index] >= 0:
                rows[table[index]]?.append(Row(node: index, isInHead: head[index]))
            case .td, .th:
                let owner = table[index]
                guard owner >= 0 else { continue }
                cells += 1
                if cells > limits.cells {
                    throw ReadingError(
                        .limitExceeded, "the tables have more than \(limits.cells) cells",
                        hint: "raise the limit with --max-cells")
                }
                // The parser puts every cell into a row.
                if let last = rows[owner]?.indices.last { rows[owner]?[last].cells.append(index) }
            default: break
            }
        }
    }

    /// The grid of a table that shows rows and columns; nil for one that only lays out the page, whose cells are parts of it.
    func grid(of table: Int) -> Grid? {
        guard let rows = rows[table], !rows.isEmpty else { return nil }
        if let role = page.tree.attribute("role", of: table), role == "presentation" || role == "none" { return nil }
        var grid = grid(rows)
        guard grid.rows >= 2, grid.columns >= 2, grid.cells.count > 2 else { return nil }
        if nesting.contains(table) {
            // A table in a table: the outer one lays out the page unless nearly all letters are its own.
            let inner = rows.flatMap(\.cells).filter { holdsTable($0) }.reduce(0) { $0 + page.letters[$1] }
            if inner * 5 >= page.letters[table] { return nil }
            grid.collapse = "a cell holds a table"
        }
        if holdsPage(grid, of: table) { return nil }
        return grid
    }

    private func holdsTable(_ cell: Int) -> Bool {
        (cell + 1..<max(cell + 1, nodes[cell].end)).contains { nodes[$0].name == .table && page.letters[$0] > 0 }
    }

    /// One cell with many paragraphs outweighs all others: a column of the page.
    private func holdsPage(_ grid: Grid, of table: Int) -> Bool {
        guard let largest = grid.cells.max(by: { page.letters[$0.node] < page.letters[$1.node] }) else { return false }
        let letters = page.letters[largest.node]
        return letters > 300 && textBlocks[largest.node] >= 5 && letters * 10 >= page.letters[table] * 6
    }

    // MARK: Forming the grid

    private static let mostSpan = 1_000

    private func grid(_ rows: [Row]) -> Grid {
        var cells: [Cell] = []
        var collapse: String?
        // By column: the first row that no cell from above covers.
        var free: [Int] = []
        var positions = 0
        for (row, source) in rows.enumerated() {
            var column = 0
            for node in source.cells {
                while column < free.count, free[column] > row { column += 1 }
                var width = min(Self.mostSpan, span("colspan", node))
                let height = min(rows.count - row, span("rowspan", node, zeroIsAll: rows.count - row))
                for over in column..<column + width where over < free.count && free[over] > row {
                    // Two cells would stand in one place.
                    width = over - column
                    collapse = "two cells stand in one place"
                    break
                }
                while free.count < column + width { free.append(0) }
                positions += width * height
                if positions > 4_000_000 {
                    return Grid(rows: 2, columns: 2, cells: cells, collapse: "its spans are too large")
                }
                for over in column..<column + width { free[over] = row + height }
                cells.append(
                    Cell(
                        node: node, row: row, column: column, rowSpan: height, columnSpan: max(1, width),
                        isHeader: nodes[node].name == .th || source.isInHead))
                column += max(1, width)
            }
        }
        if collapse != nil { return Grid(rows: rows.count, columns: free.count, cells: cells, collapse: collapse) }
        return compressed(cells, rows.count, free.count)
    }

    private func span(_ name: StaticString, _ node: Int, zeroIsAll all: Int = 1) -> Int {
        guard let value = page.tree.attribute(name, of: node) else { return 1 }
        let digits = value.drop { $0 == " " || $0 == "\n" || $0 == "\t" }.prefix { $0.isASCII && $0.isNumber }
        guard let number = digits.count < 8 ? Int(digits) : Int.max else { return 1 }
        return number == 0 ? all : number
    }

    /// Leaves out rows and columns in which no cell begins: Word's grid columns, spans that reach beyond the table.
    private func compressed(_ cells: [Cell], _ rows: Int, _ columns: Int) -> Grid {
        var rowIndex = [Int](repeating: 0, count: rows + 1)
        var columnIndex = [Int](repeating: 0, count: columns + 1)
        for cell in cells {
            rowIndex[cell.row + 1] = 1
            columnIndex[cell.column + 1] = 1
        }
        for row in 0..<rows { rowIndex[row + 1] += rowIndex[row] }
        for column in 0..<columns { columnIndex[column + 1] += columnIndex[column] }
        let moved = cells.map { cell in
            var cell = cell
            let bottom = rowIndex[min(rows, cell.row + cell.rowSpan)]
            let right = columnIndex[min(columns, cell.column + cell.columnSpan)]
            cell.row = rowIndex[cell.row]
            cell.column = columnIndex[cell.column]
            cell.rowSpan = max(1, bottom - cell.row)
            cell.columnSpan = max(1, right - cell.column)
            return cell
        }
        return Grid(rows: rowIndex[rows], columns: columnIndex[columns], cells: moved)
    }
}
