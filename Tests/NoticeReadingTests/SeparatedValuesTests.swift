import NoticeModel
import PolicyKit
import SampleFiles
import Testing

@testable import NoticeReading

/// Tables in text: CSV (RFC 4180) as a whole file, Markdown among paragraphs.
@Suite struct SeparatedValuesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        /// The rendition where the text is read as a table, nil where it stays a text.
        let rendition: String?
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "commas", text: "人员,资助\n孤儿,400元\n低保对象,200元\n", rendition: "人员\t资助\n孤儿\t400元\n低保对象\t200元\n"),
        Case(name: "no line end at the end", text: "甲,乙\n1,2\n3,4", rendition: "甲\t乙\n1\t2\n3\t4\n"),
        Case(name: "line ends of Windows", text: "甲,乙\r\n1,2\r\n3,4\r\n", rendition: "甲\t乙\n1\t2\n3\t4\n"),
        Case(name: "semicolons", text: "甲;乙\n1;2\n3;4\n", rendition: "甲\t乙\n1\t2\n3\t4\n"),
        Case(name: "quoted", text: "\"甲,一\",乙\n\"1\"\"\",\"\"\n3,2\n", rendition: "甲,一\t乙\n1\"\t\n3\t2\n"),
        Case(name: "a break in quotes", text: "甲,乙\n\"1\n2\",3\n4,5\n", rendition: "甲\t乙\n1 2\t3\n4\t5\n"),
        Case(name: "tabs and quotes", text: "甲\t乙\n\"1\"\t2\n3\t4\n", rendition: "甲\t乙\n1\t2\n3\t4\n"),
        Case(
            name: "title and notes of a spreadsheet", text: "资助标准表,,\n甲,乙,丙\n1,2,3\n4,5,6\n注：单位为元,,\n",
            rendition: "资助标准表\n甲\t乙\t丙\n1\t2\t3\n4\t5\t6\n注：单位为元\n"),
        Case(
            name: "a sentence in a wide row", text: "甲,乙,丙\n1,2,是。\n4,5,否。\n",
            rendition: "甲\t乙\t丙\n1\t2\t是。\n4\t5\t否。\n"),
        Case(name: "blank lines", text: "甲,乙\n\n1,2\n3,4\n\n", rendition: "甲\t乙\n1\t2\n3\t4\n"),
        Case(name: "too few rows", text: "甲,乙\n1,2\n", rendition: nil),
        Case(name: "rows of several lengths", text: "甲,乙\n1,2,3\n3,4\n", rendition: nil),
        Case(name: "sentences", text: "第一,是。\n第二,否。\n第三,是。\n", rendition: nil),
        Case(name: "a line without a comma", text: "通知\n甲,乙\n1,2\n3,4\n", rendition: nil),
        Case(name: "an open quote", text: "甲,乙\n\"1,2\n3,4\n", rendition: nil),
        Case(name: "letters behind a quote", text: "甲,乙\n\"1\"x,2\n3,4\n", rendition: nil),
        Case(name: "tabs alone keep their offsets", text: "甲\t乙\n1\t2\n3\t4\n", rendition: nil),
    ]

    @Test(arguments: cases) func isTakenForATableOrNot(_ item: Case) throws {
        let document = try SourceReader().read(Array(item.text.utf8))
        #expect(String(String.UnicodeScalarView(document.rendition)) == item.rendition ?? item.text)
        #expect(document.mediaType == (item.rendition == nil ? "text/plain" : "text/csv"))
        if let layout = document.layout { #expect(faults(document.rendition, layout).isEmpty) }
    }

    @Test func cellsAreLimited() {
        var options = ReadingOptions()
        options.limits.cells = 100
        let rows = String(repeating: "甲,乙\n", count: 60)
        #expect {
            _ = try SourceReader(options: options).read(Array(rows.utf8))
        } throws: {
            let error = $0 as? ReadingError
            return error?.code == .limitExceeded && error?.hint?.contains("--max-cells") == true
        }
        // A line of commas is no table.
        #expect(throws: Never.self) {
            try SourceReader(options: options).read(Array(String(repeating: ",甲", count: 5000).utf8))
        }
    }

    /// The same table as CSV, as Markdown and parted by tabs gives the same rules.
    @Test func rulesAreThoseOfOtherTables() throws {
        let guize = try Guize()
        let title = "青山市2026年度城乡居民基本医疗保险参保资助标准表"
        let rows = [["人员类别", "资助标准（元）", "个人缴费（元）"], ["特困人员", "400", "0"], ["低保对象", "240", "160"]]
        let tabs = ([title] + rows.map { $0.joined(separator: "\t") }).joined(separator: "\n") + "\n"
        let markdown =
            ([title, "", "| " + rows[0].joined(separator: " | ") + " |", "|---|:--|--:|"]
            + rows.dropFirst().map { "| " + $0.joined(separator: " | ") + " |" }).joined(separator: "\n") + "\n"
        let csv = ([title + ",,"] + rows.map { $0.joined(separator: ",") }).joined(separator: "\r\n") + "\r\n"
        func rules(_ text: String) throws -> [String] {
            try guize.extract(Array(text.utf8), name: "notice").rules
                .map { "\($0.id) \($0.amount.map { "\($0.value)" } ?? "")" }.sorted()
        }
        let expected = try rules(tabs)
        #expect(!expected.isEmpty)
        #expect(try rules(markdown) == expected)
        #expect(try rules(csv) == expected)
        #expect(try rules("\u{FEFF}" + csv) == expected)
    }
}
