import ArgumentParser
import PolicyKit

struct TablesCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case markdown, csv, json }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "tables",
            abstract: help("Print the tables of a notice.", "打印文件中的表格。"),
            discussion: help(
                """
                A cell that covers several rows or columns stands at the first of them; --fill repeats it at all. JSON has \
                the spans and the offsets of each cell. A table whose rows and columns cannot be told is reported and left out.

                Example:
                  guize tables notice.html --format csv
                """,
                """
                跨行或跨列的单元格只写在第一个位置；--fill 在每个位置重复。JSON 含跨度与每个单元格的位置。无法确定行列的表格只作报告，不输出。

                示例：
                  guize tables notice.html --format csv
                """))
    }

    @Argument(
        help: ArgumentHelp(
            help("A notice; - is standard input.", "文件；- 表示标准输入。"), valueName: "file"),
        completion: .file())
    var file: String

    @Option(help: ArgumentHelp(help("markdown, csv (RFC 4180) or json.", "markdown、csv（RFC 4180）或 json。")))
    var format: Format = .markdown

    @Flag(help: ArgumentHelp(help("Repeat a cell at every position that it covers.", "在单元格覆盖的每个位置重复其内容。")))
    var fill = false

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var common: CommonOptions

    mutating func run() throws {
        let console = common.console
        let guize = try ExtractorOptions.builtin(console)
        let text = try reading.readOrExit(file, console)
        let tables = guize.tables(text)
        for table in tables where table.cells.isEmpty {
            console.report(
                Message(
                    .warning,
                    Text(
                        en: "the rows and columns of a table cannot be told; it is left out",
                        zh: "有一个表格无法确定行列，未输出"), code: "table.collapsed",
                    at: Message.Place(file: reading.input(file).label, scalars: text.scalars, range: table.range)))
        }
        let whole = tables.filter { !$0.cells.isEmpty }
        switch format {
        case .json: try console.write(line: TableFormat.json(whole))
        case .csv: try console.write(lines: whole.map { TableFormat.csv($0.grid(filling: fill)) })
        case .markdown: try console.write(lines: whole.map { TableFormat.markdown($0, fill: fill) })
        }
    }
}

/// Writes tables in the formats of the `tables` command.
enum TableFormat {
    /// Rows end in line feeds; a cell is quoted where it holds a comma, a quote or a line break. The last row has no end, so
    /// that tables can be joined by an empty line.
    static func csv(_ grid: [[String]]) -> String {
        grid.map { row in
            row.map { cell in
                guard cell.contains(where: { ",\"\n\r".contains($0) }) else { return cell }
                return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                    + "\""
            }.joined(separator: ",")
        }.joined(separator: "\n") + "\n"
    }

    static func markdown(_ table: NoticeTable, fill: Bool) -> String {
        let grid = table.grid(filling: fill)
        var lines: [String] = []
        for (number, row) in grid.enumerated() {
            lines.append("| " + row.map(escaped).joined(separator: " | ") + " |")
            // Markdown has one header row and no other.
            if number == 0 { lines.append("|" + String(repeating: " --- |", count: table.columns)) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func escaped(_ cell: String) -> String {
        var result = ""
        for letter in cell {
            switch letter {
            case "|": result += "\\|"
            case "\n", "\r\n", "\r": result += " "
            default: result.append(letter)
            }
        }
        return result
    }

    static func json(_ tables: [NoticeTable]) -> String {
        if tables.isEmpty { return "[]" }
        return "[\n" + tables.map(json).joined(separator: ",\n") + "\n]"
    }

    private static func json(_ table: NoticeTable) -> String {
        let page = table.page.map { ", \"page\": \($0)" } ?? ""
        let head =
            "  {\"start\": \(table.range.lowerBound), \"end\": \(table.range.upperBound)\(page), \"rows\": \(table.rows), "
            + "\"columns\": \(table.columns), \"headerRows\": \(table.headerRows), \"headerColumns\": "
            + "\(table.headerColumns), \"cells\": ["
        let cells = table.cells.map { cell in
            let place = cell.range.map { ", \"start\": \($0.lowerBound), \"end\": \($0.upperBound)" } ?? ""
            return
                "    {\"row\": \(cell.row), \"column\": \(cell.column), \"rowSpan\": \(cell.rowSpan), \"columnSpan\": "
                + "\(cell.columnSpan), \"isHeader\": \(cell.isHeader), \"text\": \(quoted(cell.text))\(place)}"
        }
        return head + "\n" + cells.joined(separator: ",\n") + "\n  ]}"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case let control where control.value < 0x20:
                let digits = String(control.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
