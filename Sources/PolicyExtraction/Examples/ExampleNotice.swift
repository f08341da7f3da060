import NoticeModel
import PolicyText

/// The little notice of an example: an optional heading, a line before, the text itself, an optional table under it.
/// Letters may be marked ⟦a:…⟧ in each of them.
struct ExampleNotice: Sendable {
    let notice: Notice
    /// The text of the example without its marks.
    let text: String
    /// The marked letters, in scalars of the rendition.
    let places: [Character: Range<Int>]

    init(_ example: RulePattern.Example) {
        var page = Page()
        let heading = example.heading.map { page.add($0) }
        let before = example.before.map { page.add($0) }
        let body = example.text.map { page.add($0) }
        let grid = Grid(example, on: &page)

        let folded = Folding.fold(page.rendition)
        let lines = ExampleNotice.lines(of: folded.scalars)
        var blocks: [Block] = []
        var sections: [Section] = []
        if let heading {
            sections.append(
                Section(
                    id: "1", level: 1, markerRange: lines[heading].lowerBound..<lines[heading].lowerBound,
                    headingRange: lines[heading], range: lines[heading].lowerBound..<folded.scalars.count, parent: nil))
            blocks.append(Block(kind: .heading, part: .body, range: lines[heading], section: 0))
        }
        let section = heading == nil ? nil : 0
        for line in [before, body].compactMap({ $0 }) {
            blocks.append(Block(kind: .paragraph, part: .body, range: lines[line], section: section))
        }
        if let table = grid.table(on: lines) {
            blocks.append(
                Block(
                    kind: .table(table), part: .body, range: lines[grid.firstLine].lowerBound..<folded.scalars.count,
                    section: section))
        }
        var metadata = NoticeMetadata()
        metadata.planYear = NoticeMetadata.Field(ExampleNotice.planYear)
        notice = Notice(
            rendition: page.rendition, text: folded, blocks: blocks, sections: sections, metadata: metadata,
            findings: [])
        text = body.map { page.texts[$0] } ?? page.texts.last ?? ""
        places = page.places
    }

    /// The year that every example is about.
    static let planYear = 2026

    private static func lines(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for (at, scalar) in scalars.enumerated() where scalar == "\n" {
            lines.append(start..<at)
            start = at + 1
        }
        return lines + [start..<scalars.count]
    }

    /// Lines without their marks.
    private struct Page {
        var rendition: [Unicode.Scalar] = []
        var texts: [String] = []
        var places: [Character: Range<Int>] = [:]

        /// The number of the line.
        mutating func add(_ text: String) -> Int {
            if !texts.isEmpty { rendition.append("\n") }
            let start = rendition.count
            // Marks may stand within each other.
            var open: [(mark: Character, start: Int)] = []
            let scalars = Array(text.unicodeScalars)
            var at = 0
            while at < scalars.count {
                if scalars[at] == "⟦", at + 2 < scalars.count, scalars[at + 2] == ":" {
                    open.append((Character(scalars[at + 1]), rendition.count))
                    at += 3
                } else if scalars[at] == "⟧", let mark = open.popLast() {
                    places[mark.mark] = mark.start..<rendition.count
                    at += 1
                } else {
                    rendition.append(scalars[at])
                    at += 1
                }
            }
            texts.append(string(rendition[start...]))
            return texts.count - 1
        }
    }

    /// A table out of rows of cells with | between: an empty cell belongs to the one above it, `<` to the one on its left.
    private struct Grid {
        private struct Cell {
            var row: Int
            var column: Int
            var rowSpan = 1
            var columnSpan = 1
            var line: Int
        }
        private var cells: [Cell] = []
        private var rows = 0
        private var columns = 0
        private let headerRows: Int
        private let headerColumns: Int

        init(_ example: RulePattern.Example, on page: inout Page) {
            headerRows = example.headerRows
            headerColumns = example.headerColumns
            var above: [Int] = []
            for (row, line) in example.table.enumerated() {
                var owners: [Int] = []
                let texts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                for (column, text) in texts.enumerated() {
                    if text == "<", let left = owners.last {
                        cells[left].columnSpan = max(cells[left].columnSpan, column - cells[left].column + 1)
                        owners.append(left)
                    } else if text.isEmpty, column < above.count {
                        cells[above[column]].rowSpan = row - cells[above[column]].row + 1
                        owners.append(above[column])
                    } else {
                        owners.append(cells.count)
                        cells.append(Cell(row: row, column: column, line: page.add(text)))
                    }
                }
                above = owners
                rows += 1
                columns = max(columns, texts.count)
            }
        }

        var firstLine: Int { cells.first?.line ?? 0 }

        func table(on lines: [Range<Int>]) -> Table? {
            if cells.isEmpty { return nil }
            return Table(
                rows: rows, columns: columns,
                cells: cells.map {
                    Table.Cell(
                        row: $0.row, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan,
                        range: lines[$0.line], isHeader: $0.row < headerRows || $0.column < headerColumns)
                }, headerRows: headerRows, headerColumns: headerColumns)
        }
    }
}
