import PolicyReport
import Testing

@testable import guize

@Suite struct MessageTests {
    struct Width: CustomTestStringConvertible, Sendable {
        var text: String
        var width: Int

        var testDescription: String { "\(text) takes \(width)" }
    }

    @Test(arguments: [
        Width(text: "", width: 0), Width(text: "abc", width: 3), Width(text: "每人", width: 4),
        Width(text: "（一）", width: 6), Width(text: "400元/人", width: 8), Width(text: "〔2025〕", width: 8),
        Width(text: "e\u{301}", width: 1), Width(text: "１％", width: 4), Width(text: "𠮷", width: 2),
    ])
    func widths(_ item: Width) {
        #expect(displayWidth(item.text) == item.width)
    }

    @Test func theCaretStandsUnderTheMarkedLetters() {
        let text = "第一行\n个人缴费400元，合计\n"
        let place = Message.Place(file: "n.txt", scalars: Array(text.unicodeScalars), range: 8..<12)
        let message = Message.error(Text("the sum is wrong"), at: place, help: Text("check it"))
        let lines = MessageFormat(language: .en, isColoured: false).lines(of: message)
        #expect(
            lines == [
                "error: the sum is wrong",
                " --> n.txt:2:5",
                "  |",
                "2 | 个人缴费400元，合计",
                "  |         ^^^^^",
                "help: check it",
            ])
    }

    @Test func aLongParagraphIsCutAroundTheMark() {
        let text = String(repeating: "前", count: 300) + "400元" + String(repeating: "后", count: 300)
        let place = Message.Place(file: "n.txt", scalars: Array(text.unicodeScalars), range: 300..<304)
        let lines = MessageFormat(language: .en, isColoured: false).excerptLines(of: place)
        #expect(lines[0].hasSuffix("n.txt:1:301"))
        #expect(lines.allSatisfy { displayWidth($0) <= 110 })
        #expect(lines[2].contains("…前") && lines[2].contains("400元后") && lines[2].hasSuffix("后…"))
        // The caret begins where the amount does.
        let amount = lines[2].range(of: "400").map { displayWidth(lines[2][..<$0.lowerBound]) }
        let caret = lines[3].range(of: "^").map { displayWidth(lines[3][..<$0.lowerBound]) }
        #expect(amount == caret)
    }

    @Test func aMarkOverSeveralLinesEndsWithTheFirst() {
        let text = "一二三\r\n四五六"
        let place = Message.Place(file: "n.txt", scalars: Array(text.unicodeScalars), range: 1..<7)
        #expect(place.excerpt?.line == "一二三")
        #expect(place.excerpt?.marked == 1..<3)
    }

    @Test func controlLettersDoNotReachTheTerminal() {
        let place = Message.Place(file: "n.txt", scalars: Array("a\u{1B}[31mb".unicodeScalars), range: 0..<1)
        let lines = MessageFormat(language: .en, isColoured: false).excerptLines(of: place)
        #expect(!lines.joined().contains("\u{1B}"))
    }

    @Test func colourOnlyWhereAskedFor() {
        let message = Message(.warning, Text("w"), code: "c")
        #expect(MessageFormat(language: .zh, isColoured: false).lines(of: message) == ["警告[c]: w"])
        #expect(MessageFormat(language: .en, isColoured: true).lines(of: message)[0].hasPrefix("\u{1B}[1;33mwarning"))
    }

    @Test func columnsLineUpUnderWideLetters() {
        var table = TextTable(columns: [.init(title: "地区"), .init(title: "n", isNumeric: true), .init(title: "x")])
        table.rows = [["贵州省", "7", "a"], ["A", "123", ""]]
        #expect(table.lines() == ["地区      n  x", "──────  ───  ─", "贵州省    7  a", "A       123"])
    }
}
