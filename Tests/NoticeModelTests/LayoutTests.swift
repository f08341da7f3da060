import PolicyText
import Testing

@testable import NoticeModel

/// A source written by its blocks, as readers of laid-out formats make it.
struct LaidOut {
    var rendition: [Unicode.Scalar] = []
    var layout = SourceLayout()

    mutating func paragraph(_ text: String) { add(.paragraph, text) }
    mutating func heading(_ level: Int, _ text: String) { add(.heading(level: level), text) }

    mutating func field(_ label: String, _ value: String) {
        let start = rendition.count + label.unicodeScalars.count + 1
        add(.paragraph, label + "：" + value)
        layout.fields.append(
            SourceField(label: label, value: value, range: start..<start + value.unicodeScalars.count))
    }

    /// Rows of cells by their texts; a text in ⟦⟧ is marked as a header, ← and ↑ go on the cell at the left or above.
    mutating func table(_ rows: [[String]]) {
        let start = rendition.count
        var cells: [SourceTable.Cell] = []
        var owner: [[Int]] = []
        for (row, texts) in rows.enumerated() {
            owner.append([])
            for (column, text) in texts.enumerated() {
                if column > 0 { rendition.append("\t") }
                if text == "←" || text == "↑" {
                    let cell = text == "←" ? owner[row][column - 1] : owner[row - 1][column]
                    cells[cell].columnSpan = column - cells[cell].column + 1
                    cells[cell].rowSpan = row - cells[cell].row + 1
                    owner[row].append(cell)
                    continue
                }
                let letters = text.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }
                owner[row].append(cells.count)
                cells.append(
                    SourceTable.Cell(
                        row: row, column: column, range: rendition.count..<rendition.count + letters.count,
                        isHeader: letters.count != text.unicodeScalars.count))
                rendition += letters
            }
            if row + 1 < rows.count { rendition.append("\n") }
        }
        let table = SourceTable(rows: rows.count, columns: rows.first?.count ?? 0, cells: cells)
        layout.blocks.append(SourceBlock(kind: .table(table), range: start..<rendition.count))
        rendition.append("\n")
    }

    mutating func add(_ kind: SourceBlock.Kind, _ text: String) {
        let start = rendition.count
        rendition += text.unicodeScalars
        layout.blocks.append(SourceBlock(kind: kind, range: start..<rendition.count))
        rendition.append("\n")
    }

    var notice: Notice { Support.parser.parse(rendition: rendition, layout: layout) }
}

func laidOut(_ build: (inout LaidOut) -> Void) -> Notice {
    var source = LaidOut()
    build(&source)
    return source.notice
}

@Suite struct LayoutTests {
    @Test func aHeadMarkedInItsFirstRowAloneReachesUnderItsSpans() {
        var source = LaidOut()
        source.paragraph("资助标准如下：")
        source.table([
            ["⟦对象⟧", "⟦一档⟧", "←"],
            ["↑", "资助标准", "个人缴费"],
            ["特困人员", "400", "0"],
        ])
        source.table([["⟦对象⟧", "⟦标准⟧"], ["特困人员", "全额资助，由医疗救助基金支付。"]])
        #expect(source.notice.tables.map(\.headerRows) == [2, 1])
    }

    @Test func tablesOfTheSourceKeepTheirSpans() {
        let notice = laidOut {
            $0.paragraph("关于居民医保缴费标准的通知")
            $0.paragraph("一、缴费标准")
            $0.table([
                ["人员类别", "缴费标准（元）", "←"], ["↑", "资助", "自付"], ["特困人员", "420", "0"], ["低保对象", "300", "120"],
            ])
            $0.paragraph("二、其他事项按原规定执行。")
        }
        #expect(notice.tables.count == 1)
        #expect(
            notice.grid(notice.tables[0]) == [
                ["人员类别", "缴费标准（元）", "缴费标准（元）"], ["人员类别", "资助", "自付"], ["特困人员", "420", "0"], ["低保对象", "300", "120"],
            ])
        #expect(notice.tables[0].headerRows == 2)
        #expect(notice.tables[0].headerColumns == 1)
    }

    @Test func headerMarksOfTheSourceWin() {
        let notice = laidOut {
            $0.table([["⟦2026⟧", "⟦2027⟧"], ["100元", "200元"], ["300元", "400元"]])
            $0.table([["⟦档次⟧", "⟦类型⟧", "⟦标准⟧"], ["⟦一档⟧", "⟦成人⟧", "400"], ["⟦二档⟧", "⟦成人⟧", "600"]])
        }
        #expect(notice.tables.map(\.headerRows) == [1, 1])
        #expect(notice.tables.map(\.headerColumns) == [1, 2])
    }

    @Test func sentencesInCellsAreNoLabels() {
        let notice = laidOut {
            $0.table([["事项", "规定"], ["资助", "对特困人员给予全额资助，对低保对象按50%资助。"], ["期限", "集中缴费期为每年9月至12月，逾期不再办理。"]])
        }
        #expect(notice.tables[0].headerRows == 1)
        #expect(notice.tables[0].headerColumns == 1)
    }

    @Test func aCollapsedTableIsAFindingWithoutCells() {
        let notice = laidOut {
            $0.paragraph("一、标准")
            $0.add(.collapsedTable(reason: "cells overlap"), "人员\t标准\n成人\t400元\n儿童\t350元")
            $0.paragraph("二、其他")
        }
        #expect(notice.tables.map(\.cells.count) == [0])
        #expect(notice.findings.map(\.code) == [.tableCollapsed])
        #expect(notice.findings[0].range.map(notice.string)?.hasPrefix("人员") == true)
    }

    @Test func noTracesAreSoughtInsideTables() {
        let notice = laidOut { $0.table([["序号", "标准"], ["1", "|a|b|c|"], ["2", "|d|e|f|"]]) }
        #expect(notice.tables.count == 1)
        #expect(notice.tables[0].cells.count == 6)
    }

    @Test func aCellThatReachesOutCollapsesItsTable() {
        var source = LaidOut()
        source.table([["人员", "标准"], ["成人", "400"]])
        guard case .table(var table) = source.layout.blocks[0].kind else { return }
        table.cells[3].columnSpan = 2
        source.layout.blocks[0].kind = .table(table)
        #expect(source.notice.findings.map(\.code) == [.tableCollapsed])
    }

    @Test(arguments: [
        (name: "a short paragraph stays whole", ["对特困人员和孤儿给予全额参保资助所需资金由医疗救助基金承担", "对低保对象给予定额资助每人每年三百元所需资金由财政承担"], 2),
        (name: "a comma at its end goes on", ["对特困人员给予全额资助，", "所需资金由医疗救助基金承担。"], 1),
        (name: "a mark at its beginning goes on", ["对特困人员给予全额资助", "，所需资金由医疗救助基金承担。"], 1),
        (name: "an item never", ["对特困人员给予资助，", "（一）所需资金由医疗救助基金承担。"], 2),
    ])
    func paragraphsStayApart(_ sample: (name: String, paragraphs: [String], count: Int)) {
        let notice = laidOut { source in
            source.paragraph("关于调整参保资助标准的通知")
            sample.paragraphs.forEach { source.paragraph($0) }
        }
        #expect(notice.texts(.body).count == sample.count, "\(sample.name)")
    }

    @Test func aTitleOverTwoParagraphsIsOne() {
        let notice = laidOut {
            $0.paragraph("某省医疗保障局")
            $0.paragraph("关于做好2027年居民医保参保工作的通知")
            $0.paragraph("各市医疗保障局：")
            $0.paragraph("现将有关事项通知如下。")
        }
        #expect(
            notice.metadata.title?.value == "某省医疗保障局 关于做好2027年居民医保参保工作的通知"
                || notice.metadata.title?.value == "某省医疗保障局关于做好2027年居民医保参保工作的通知")
        #expect(notice.metadata.addressees.count == 1)
    }

    @Test func markedHeadingsWithoutMarkersAreSections() {
        let notice = laidOut {
            $0.heading(1, "居民医保缴费办法")
            $0.heading(2, "参保对象")
            $0.paragraph("具有本市户籍的居民。")
            $0.heading(2, "缴费标准")
            $0.paragraph("1.成年居民每人每年400元。")
            $0.paragraph("2.学生每人每年350元。")
            $0.heading(3, "资助")
            $0.paragraph("对孤儿给予全额资助。")
        }
        #expect(notice.metadata.title?.value == "居民医保缴费办法")
        #expect(notice.outline == ["h1 参保对象", "h2 缴费标准", "h2.1", "h2.2", "h2.h1 资助"])
        #expect(notice.sections.map(\.level) == [1, 1, 2, 2, 2])
    }

    @Test func fieldsFillWhatTheTextDoesNotSay() {
        let notice = laidOut {
            $0.field("索 引 号", "SM001-2027-00012")
            $0.field("发文机关", "福州市医疗保障局")
            $0.field("发文字号", "榕医保〔2027〕12号")
            $0.field("成文日期", "2027-03-05")
            $0.field("有效性", "失效")
            $0.paragraph("关于调整居民医保缴费标准的通知")
            $0.paragraph("一、个人缴费标准为每人每年400元。")
        }
        #expect(notice.metadata.title?.value == "关于调整居民医保缴费标准的通知")
        #expect(notice.metadata.number?.value == "榕医保〔2027〕12号")
        #expect(notice.metadata.number?.range.map(notice.string) == "榕医保〔2027〕12号")
        #expect(notice.metadata.issuers.map(\.value) == ["福州市医疗保障局"])
        #expect(notice.metadata.issuedOn?.value == "2027-03-05")
        #expect(notice.metadata.jurisdiction?.value.code == "350100")
        #expect(notice.findings.map(\.code) == [.validityLapsed])
    }

    @Test func whatTheTextSaysOutweighsFields() {
        let notice = laidOut {
            $0.field("成文日期", "2027年3月9日")
            $0.paragraph("关于调整居民医保缴费标准的通知")
            $0.paragraph("榕医保〔2027〕12号")
            $0.paragraph("一、个人缴费标准为每人每年400元。")
            $0.paragraph("福州市医疗保障局")
            $0.paragraph("2027年3月5日")
        }
        #expect(notice.metadata.issuedOn?.value == "2027-03-05")
        #expect(notice.metadata.number?.value == "榕医保〔2027〕12号")
    }

    @Test func placesTellPageAndCell() {
        var source = LaidOut()
        source.paragraph("标准如下")
        source.table([["人员", "标准"], ["成人", "400元"], ["儿童", "350元"]])
        source.layout.places = [SourcePlace(range: 0..<5, page: 1), SourcePlace(range: 5..<11, page: 2)]
        let places = source.notice.places
        let amount = source.rendition.count - 5..<source.rendition.count - 1
        #expect(places?.cell(of: amount) == "R3C2")
        #expect(places?.cell(of: 0..<2) == nil)
        #expect(places?.page(of: 0..<2) == 1)
        #expect(places?.page(of: 6..<7) == 2)
        #expect(places?.page(of: amount) == nil)
    }
}
