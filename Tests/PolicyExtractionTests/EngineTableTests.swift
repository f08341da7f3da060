import NoticeModel
import PolicyRules
import PolicyText
import Testing

@testable import PolicyExtraction

/// A notice whose body is a line and a table. A row is cells by `|`; an empty cell belongs to the cell above it, `<` to
/// the cell on its left.
private func tableNotice(
    before: String?, rows: [String], headerRows: Int = 1, headerColumns: Int = 1
) -> Notice {
    var rendition: [Unicode.Scalar] = Array((before ?? "").unicodeScalars)
    var blocks: [Block] = []
    if before != nil { blocks.append(Block(kind: .paragraph, part: .body, range: 0..<rendition.count, section: nil)) }
    if before != nil { rendition.append("\n") }
    let start = rendition.count
    var cells: [Table.Cell] = []
    let grid = rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
    var owner: [[Int]] = []
    for (row, texts) in grid.enumerated() {
        var line: [Int] = []
        for (column, text) in texts.enumerated() {
            if text == "<", let left = line.last {
                cells[left].columnSpan = max(cells[left].columnSpan, column - cells[left].column + 1)
                line.append(left)
            } else if text.isEmpty, row > 0 {
                let above = owner[row - 1][column]
                cells[above].rowSpan = row - cells[above].row + 1
                line.append(above)
            } else {
                let from = rendition.count
                rendition += text.unicodeScalars
                cells.append(
                    Table.Cell(
                        row: row, column: column, range: from..<rendition.count,
                        isHeader: row < headerRows || column < headerColumns))
                rendition.append("\n")
                line.append(cells.count - 1)
            }
        }
        owner.append(line)
    }
    let table = Table(
        rows: grid.count, columns: grid.first?.count ?? 0, cells: cells, headerRows: headerRows,
        headerColumns: headerColumns)
    blocks.append(Block(kind: .table(table), part: .body, range: start..<rendition.count, section: nil))
    var metadata = NoticeMetadata()
    metadata.planYear = NoticeMetadata.Field(2026)
    return Notice(
        rendition: rendition, text: Folding.fold(rendition), blocks: blocks, sections: [], metadata: metadata,
        findings: [])
}

@Suite("Passages from tables")
struct EngineTableTests {
    /// A table and the rules that it gives.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var before: String?
        var rows: [String]
        var headerRows = 1
        var headerColumns = 1
        var expected: [String]
    }

    @Test(
        "Readings",
        arguments: [
            Case(
                testDescription: "a figure with its unit", before: nil,
                rows: ["人员类别|资助标准", "孤儿|280元/人", "低保对象|150元/人"],
                expected: [
                    "contributionAssistance population=orphan mode=fixed amount=280 person",
                    "contributionAssistance population=minimumLivingAllowance mode=fixed amount=150 person",
                ]),
            Case(
                testDescription: "bare numbers, the unit above the table", before: "（单位：元）",
                rows: ["人员类别|资助标准", "孤儿|280"],
                expected: ["contributionAssistance population=orphan mode=fixed amount=280 person,year"]),
            Case(
                testDescription: "bare numbers, the unit in the head of the column", before: nil,
                rows: ["人员类别|资助标准（元/人）", "孤儿|280"],
                expected: ["contributionAssistance population=orphan mode=fixed amount=280 person"]),
            Case(
                testDescription: "bare numbers without any unit", before: nil, rows: ["人员类别|资助标准", "孤儿|280"],
                expected: []),
            Case(
                testDescription: "a row of two cells under one name", before: nil,
                rows: ["人员类别|资助标准|个人缴费", "孤儿|280元|120元"],
                expected: [
                    "contributionAssistance population=orphan mode=fixed amount=280 person,year",
                    "individualContribution population=orphan amount=120 person,year",
                ]),
            Case(
                testDescription: "a name that spans rows", before: nil,
                rows: ["人员类别|档次|资助标准", "孤儿|一档|280元", "|二档|300元"], headerColumns: 2,
                expected: [
                    "contributionAssistance population=orphan tier=1 mode=fixed amount=280 person,year",
                    "contributionAssistance population=orphan tier=2 mode=fixed amount=300 person,year",
                ]),
            Case(
                testDescription: "a head that spans columns", before: nil,
                rows: ["人员类别|资助标准|<", "|一档|二档", "孤儿|280元|300元"], headerRows: 2,
                expected: [
                    "contributionAssistance population=orphan tier=1 mode=fixed amount=280 person,year",
                    "contributionAssistance population=orphan tier=2 mode=fixed amount=300 person,year",
                ]),
            Case(
                testDescription: "a cell of words says of its row who pays", before: nil,
                rows: ["人员类别|资助标准|资金渠道", "孤儿|280元|医疗救助资金"],
                expected: [
                    "contributionAssistance population=orphan mode=fixed amount=280 person,year payer=medicalAssistanceFund"
                ]),
            Case(
                testDescription: "a row named by no group", before: nil, rows: ["人员类别|资助标准", "渔民户|280元"],
                expected: ["contributionAssistance population=custom:渔民户 mode=fixed amount=280 person,year"]),
            Case(testDescription: "a row of totals", before: nil, rows: ["人员类别|资助标准", "合计|280元"], expected: []),
        ])
    func readings(_ test: Case) throws {
        let notice = tableNotice(
            before: test.before, rows: test.rows, headerRows: test.headerRows, headerColumns: test.headerColumns)
        let found = try engineExtraction(notice).bundle.rules.map(engineLine)
        #expect(found == test.expected)
    }

    @Test("Evidence of a cell quotes the cell and its heads, never what stands between them")
    func evidence() throws {
        let notice = tableNotice(before: "（单位：元）", rows: ["人员类别|资助标准", "孤儿|280", "低保对象|150"])
        let bundle = try engineExtraction(notice).bundle
        #expect(bundle.rules.count == 2)
        for rule in bundle.rules {
            for evidence in rule.evidence {
                #expect(string(notice.rendition[evidence.start..<evidence.end]) == evidence.quote)
                #expect(!evidence.quote.contains("\n"))
            }
        }
        #expect(bundle.rules.first?.evidence.contains { $0.quote == "280" } == true)
        #expect(bundle.unclaimed.isEmpty)
    }
}
