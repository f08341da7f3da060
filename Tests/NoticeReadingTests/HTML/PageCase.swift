import NoticeModel
import Testing

@testable import NoticeReading

/// A small page and what a reader should make of it: a line a block. `H2` marks headings, `T` tables (rows apart by ` / `,
/// cells by ` | `, `*` before header cells, `2x3` before cells over two rows and three columns), `!` collapsed tables,
/// `=` fields. Lines of one paragraph are parted by ` ↵ `.
struct PageCase: CustomTestStringConvertible, Sendable {
    var name: String
    var page: String
    var main: ReadingOptions.MainContent
    var shown: [String]
    var testDescription: String { name }

    init(_ name: String, main: ReadingOptions.MainContent = .whole, _ page: String, gives shown: String...) {
        self.name = name
        self.page = page
        self.main = main
        self.shown = shown
    }
}

func readPage(
    _ page: String, main: ReadingOptions.MainContent = .automatic, limits: ReadingLimits = ReadingLimits()
) throws -> SourceDocument {
    try readPage(Array(page.utf8), main: main, limits: limits)
}

func readPage(
    _ bytes: [UInt8], main: ReadingOptions.MainContent = .automatic, limits: ReadingLimits = ReadingLimits()
) throws -> SourceDocument {
    var options = ReadingOptions()
    options.mainContent = main
    options.limits = limits
    return try HTMLReader(options: options).read(bytes)
}

extension SourceDocument {
    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: rendition[range])
        return String(view)
    }

    /// The document in the notation of `PageCase`.
    var shown: [String] {
        let layout = layout ?? SourceLayout()
        return layout.blocks.map { block in
            let text = string(block.range).replacing("\n", with: " ↵ ")
            switch block.kind {
            case .paragraph: return text
            case .heading(let level): return "H\(level) \(text)"
            case .collapsedTable: return "! " + text
            case .table(let table):
                let rows = (0..<table.rows).map { row in
                    table.cells.filter { $0.row == row }.map { cell in
                        let span = cell.rowSpan * cell.columnSpan > 1 ? "\(cell.rowSpan)x\(cell.columnSpan) " : ""
                        return (cell.isHeader ? "*" : "") + span + string(cell.range)
                    }.joined(separator: " | ")
                }
                return "T " + rows.joined(separator: " / ")
            }
        } + layout.fields.map { "= \($0.label): \($0.value)" }
    }
}
