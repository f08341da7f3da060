import Testing

@testable import NoticeModel

/// A text that holds a table and the grid that it should give: each cell's text at every place it covers, · where none is.
struct TableCase: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    /// Rows apart by line breaks, cells by " | ".
    var grid: String
    var headerRows: Int
    var headerColumns: Int
    var testDescription: String { name }

    init(_ name: String, headerRows: Int = 1, headerColumns: Int = 1, _ text: String, gives grid: String) {
        self.name = name
        self.text = text
        self.grid = grid
        self.headerRows = headerRows
        self.headerColumns = headerColumns
    }
}

/// One cell a line, as Word's text export has it: a tab before each, a blank line after each row.
private func cellLines(_ rows: [[String]]) -> String {
    rows.map { row in row.map { "\t" + $0 + "\n" }.joined() }.joined(separator: "\n")
}

@Suite struct TableTests {
    @Test(arguments: [
        TableCase(
            "cells on lines", cellLines([["类别", "个人缴费"], ["成年居民", "380元"], ["在校学生", "350元"]]),
            gives: "类别 | 个人缴费\n成年居民 | 380元\n在校学生 | 350元"),
        TableCase(
            "header over two rows, a header cell over two columns", headerRows: 2,
            cellLines([
                ["对象", "财政补助", "2027年缴费标准420元"], ["", "", "政府资助", "自付"], ["一般居民", "720元", "0元", "420元"],
                ["重残人员", "720元", "420元", "0元"],
            ]),
            gives: """
                对象 | 财政补助 | 2027年缴费标准420元 | 2027年缴费标准420元
                对象 | 财政补助 | 政府资助 | 自付
                一般居民 | 720元 | 0元 | 420元
                重残人员 | 720元 | 420元 | 0元
                """),
        TableCase(
            "a value over many rows",
            cellLines([
                ["人员", "补助", "自付"], ["特困人员", "690元", "0元"], ["孤儿", "", "0元"], ["低保对象", "", "100元"],
                ["其他", "0元", "400元"],
            ]),
            gives: "人员 | 补助 | 自付\n特困人员 | 690元 | 0元\n孤儿 | 690元 | 0元\n低保对象 | 690元 | 100元\n其他 | 0元 | 400元"),
        TableCase(
            "a cell over two lines", "\t人员\n\t各级财政\n补助标准\n\n\t成人\n\t700元\n\n\t儿童\n\t700元\n",
            gives: "人员 | 各级财政补助标准\n成人 | 700元\n儿童 | 700元"),
        TableCase(
            "a blank line inside a cell cuts a row in two",
            "\t人员\n\t补助\n\t资助\n\t自付\n\n\t成人\n\t700元\n\n\t0元\n\t400元\n\n\t儿童\n\t700元\n\t50元\n\t350元\n",
            gives: "人员 | 补助 | 资助 | 自付\n成人 | 700元 | 0元 | 400元\n儿童 | 700元 | 50元 | 350元"),
        TableCase(
            "a unit line above",
            "单位：元/人·年\n" + cellLines([["档次", "筹资", "个人"], ["一档", "1050", "380"], ["二档", "1400", "730"]]),
            gives: "档次 | 筹资 | 个人\n一档 | 1050 | 380\n二档 | 1400 | 730"),
        TableCase(
            "a unit line as a cell of its own",
            "\t单位：元\n\n" + cellLines([["档次", "筹资", "个人"], ["一档", "1050", "380"], ["二档", "1400", "730"]]),
            gives: "档次 | 筹资 | 个人\n一档 | 1050 | 380\n二档 | 1400 | 730"),
        TableCase(
            "rows apart by tabs", "人员类别\t资助标准\t自付标准\n特困人员\t全额\t0\n低保对象\t300元\t100元\n",
            gives: "人员类别 | 资助标准 | 自付标准\n特困人员 | 全额 | 0\n低保对象 | 300元 | 100元"),
        TableCase(
            "tabs at the end of a row are lost", "人员\t补助\t备注\n成人\t700元\t按年\n儿童\t700元\n老人\t710元\t按年\n",
            gives: "人员 | 补助 | 备注\n成人 | 700元 | 按年\n儿童 | 700元 | \n老人 | 710元 | 按年"),
        TableCase(
            "a single gap between values stays empty", "人员\t补助\t自付\n成人\t700元\t400元\n儿童\t\t350元\n老人\t710元\t400元\n",
            gives: "人员 | 补助 | 自付\n成人 | 700元 | 400元\n儿童 |  | 350元\n老人 | 710元 | 400元"),
        TableCase(
            "a run of gaps under a value is its span", "人员\t补助\t自付\n成人\t700元\t400元\n儿童\t\t350元\n老人\t\t300元\n",
            gives: "人员 | 补助 | 自付\n成人 | 700元 | 400元\n儿童 | 700元 | 350元\n老人 | 700元 | 300元"),
        TableCase(
            "a group's name beside its members", headerColumns: 2,
            "类型\t对象\t资助\n困难群众\t特困人员\t400元\n\t低保对象\t300元\n其他\t重残人员\t200元\n",
            gives: "类型 | 对象 | 资助\n困难群众 | 特困人员 | 400元\n困难群众 | 低保对象 | 300元\n其他 | 重残人员 | 200元"),
        TableCase(
            "two header rows apart by tabs", headerRows: 2,
            "医院等级\t起付标准\t支付比例\t\n\t\t市内\t市外\n一级\t200元\t90%\t80%\n三级\t800元\t70%\t60%\n",
            gives: "医院等级 | 起付标准 | 支付比例 | 支付比例\n医院等级 | 起付标准 | 市内 | 市外\n一级 | 200元 | 90% | 80%\n三级 | 800元 | 70% | 60%"),
        TableCase(
            "rows between bars", "| 人员 | 标准 |\n| --- | --- |\n| 成人 | 400元 |\n| 儿童 | |\n",
            gives: "人员 | 标准\n成人 | 400元\n儿童 | "),
        TableCase(
            "populations across, amounts below", "项目\t特困人员\t低保对象\n资助\t400元\t300元\n自付\t0元\t100元\n",
            gives: "项目 | 特困人员 | 低保对象\n资助 | 400元 | 300元\n自付 | 0元 | 100元"),
        TableCase(
            "numbered rows", headerColumns: 2, "序号\t对象\t标准\n1\t特困人员\t400元\n2\t低保对象\t300元\n",
            gives: "序号 | 对象 | 标准\n1 | 特困人员 | 400元\n2 | 低保对象 | 300元"),
        TableCase(
            "cells one under another, numbered", headerColumns: 2,
            "序号\n对象\n标准\n1\n特困人员\n400元\n2\n低保对象\n300元\n3\n孤儿\n400元\n",
            gives: "序号 | 对象 | 标准\n1 | 特困人员 | 400元\n2 | 低保对象 | 300元\n3 | 孤儿 | 400元"),
        TableCase(
            "a row that spans all columns",
            cellLines([["对象", "资助", "自付"], ["特困人员", "400元", "0元"], ["以下人员按比例资助"], ["低保对象", "50%", "200元"]]),
            gives: "对象 | 资助 | 自付\n特困人员 | 400元 | 0元\n以下人员按比例资助 | 以下人员按比例资助 | 以下人员按比例资助\n低保对象 | 50% | 200元"),
    ])
    func grid(_ table: TableCase) throws {
        for text in [table.text, table.text.replacing("\n", with: "\r\n")] {
            let notice = parse("一、缴费标准\n各类人员标准如下：\n" + text + "二、其他事项\n按规定执行。\n")
            #expect(notice.tables.count == 1)
            let found = try #require(notice.tables.first)
            #expect(notice.grid(found).map { $0.joined(separator: " | ") }.joined(separator: "\n") == table.grid)
            #expect(found.headerRows == table.headerRows)
            #expect(found.headerColumns == table.headerColumns)
            #expect(notice.sections.map(\.id) == ["1", "2"])
            #expect(notice.findings.isEmpty)
        }
    }

    @Test func tablesInARow() {
        let first = cellLines([["人员", "补助"], ["成人", "700元"], ["儿童", "650元"]])
        let second = cellLines([["人员", "残保金资助"], ["重残人员", "320元"]])
        let notice = parse("标准如下：\n" + first + "\n\n\n" + second + "\n以上标准按年执行。\n")
        #expect(notice.tables.map(\.rows) == [3, 2])
        #expect(notice.texts(.body).last == "以上标准按年执行。")
    }

    @Test func aHeaderThatComesAgainBeginsATable() {
        let table = "人员\t标准\n成人\t400元\n儿童\t350元\n"
        #expect(parse(table + table).tables.map(\.rows) == [3, 3])
    }

    @Test(arguments: [
        // Four values under two headings, and nothing tells how they part.
        cellLines([["对象", "补助", "自付"], ["", "中央", "省级", "一档", "二档"], ["成人", "400元", "300元", "380元", "700元"]]),
        // A row too short to place.
        cellLines([["对象", "资助", "自付"], ["成人", "0元", "400元"], ["儿童", "350元"], ["老人", "0元", "400元"]]),
        // Rows run together without a sign where one ends.
        "\t对象\n\t资助\n\t自付\n\t成人\n\t0元\n\t400元\n",
        // Headings that broke over lines of their own.
        "序号\n单位\n安置\n任务\n1\n学院\n2\n2\n宾馆\n1\n3\n银行\n1\n",
    ])
    func collapsed(_ text: String) throws {
        let notice = parse("标准如下：\n" + text + "以上标准按年执行。\n")
        let table = try #require(notice.tables.first)
        #expect(table.cells.isEmpty)
        #expect(notice.findings.map(\.code) == [.tableCollapsed])
        #expect(notice.texts(.body).last == "以上标准按年执行。")
    }

    @Test func paragraphsIndentedByTabsAreNoTables() {
        let notice = parse("\t为做好工作，现将有关事项通知如下：\n\t居民个人缴费为每人每年400元。\n\t各级财政补助为每人每年700元。\n")
        #expect(notice.tables.isEmpty)
    }
}
