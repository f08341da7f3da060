import Foundation
import SampleFiles
import Testing

/// Every limit holds by default, its message names its option, and the option moves it.
@Suite struct LimitTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var option: String
        var file: String
        /// Refused with `tight`, read with `loose`.
        var tight: String
        var loose: String
        var program: String?
        var bytes: @Sendable () -> [UInt8]
        var testDescription: String { option }

        init(
            _ option: String, _ file: String, tight: String, loose: String, needs program: String? = nil,
            _ bytes: @escaping @Sendable () -> [UInt8]
        ) {
            self.option = option
            self.file = file
            self.tight = tight
            self.loose = loose
            self.program = program
            self.bytes = bytes
        }
    }

    static let text = "2027年度居民医保个人缴费标准为每人每年380元。\n"

    static func word(_ body: String) -> [UInt8] { WordSample(body: body).bytes() }

    static func pdf(pages: Int) -> [UInt8] {
        // Not alike: what all pages have is a page header.
        PDFSample(
            pages: (0..<pages).map { number in
                var page = PDFSample.Page()
                for line in 0...number { page.put("第\(number)类人员每人\(line)元。", x: 90, y: 200 + 40 * Double(line)) }
                return page
            }
        ).bytes
    }

    static let cases: [Case] = [
        Case("--max-bytes", "a.txt", tight: "50", loose: "500") { Array(text.utf8) },
        Case("--max-unpacked-bytes", "a.docx", tight: "500", loose: "100000") { word(WordSample.paragraph(text)) },
        Case("--max-ratio", "a.docx", tight: "100", loose: "200") {
            word(WordSample.paragraph(text) + String(repeating: " ", count: 2 << 20))
        },
        Case("--max-entries", "a.docx", tight: "3", loose: "4") { word(WordSample.paragraph(text)) },
        Case("--max-depth", "a.docx", tight: "30", loose: "100") {
            word(
                String(repeating: "<w:sdt><w:sdtContent>", count: 20) + WordSample.paragraph(text)
                    + String(repeating: "</w:sdtContent></w:sdt>", count: 20))
        },
        Case("--max-depth", "a.html", tight: "30", loose: "100") {
            Array(("<html><body>" + String(repeating: "<div>", count: 40) + "<p>\(text)").utf8)
        },
        Case("--max-nodes", "a.docx", tight: "50", loose: "500") {
            word(String(repeating: WordSample.paragraph(text), count: 20))
        },
        Case("--max-nodes", "a.html", tight: "50", loose: "500") {
            Array(("<html><body>" + String(repeating: "<p>\(text)</p>", count: 40)).utf8)
        },
        Case("--max-nodes", "a.ofd", tight: "20", loose: "2000") { OFDSample.setting(SoundFile.text).bytes() },
        Case("--max-nodes", "a.pdf", tight: "2", loose: "20", needs: "pdftotext") { pdf(pages: 3) },
        Case("--max-cells", "a.docx", tight: "5", loose: "6") {
            word(
                "<w:tbl>" + String(repeating: WordSample.row(WordSample.cell("甲"), WordSample.cell("乙")), count: 3)
                    + "</w:tbl>")
        },
        Case("--max-cells", "a.html", tight: "5", loose: "6") {
            Array(("<html><body><table>" + String(repeating: "<tr><td>甲<td>乙", count: 3)).utf8)
        },
        Case("--max-cells", "a.csv", tight: "5", loose: "6") { Array("甲,乙\n丙,丁\n戊,己\n".utf8) },
        Case("--max-pages", "a.ofd", tight: "1", loose: "2") {
            OFDSample.setting(String(repeating: "个人缴费标准为每人每年380元。\n", count: 30)).bytes()
        },
        Case("--max-pages", "a.pdf", tight: "2", loose: "3", needs: "pdftotext") { pdf(pages: 3) },
        Case("--max-memory", "a.pdf", tight: "1000000", loose: "1000000000", needs: "pdftotext") { pdf(pages: 1) },
    ]

    @Test(arguments: cases) func isNamedAndMoves(_ item: Case) throws {
        let scratch = try Scratch()
        try scratch.write(item.file, Data(item.bytes()))
        if let program = item.program, !isInstalled(program) { return }
        let refused = try Program.run(["text", item.file, item.option, item.tight], folder: scratch.path)
        #expect(refused.status == 2)
        #expect(refused.output.isEmpty)
        #expect(refused.errors.contains("help:") && refused.errors.contains(item.option), "\(refused.errors)")
        let chinese = try Program.run(
            ["text", item.file, item.option, item.tight, "--language", "zh"], folder: scratch.path)
        #expect(chinese.errors.contains("建议：") || chinese.errors.contains("建议:"), "\(chinese.errors)")
        #expect(chinese.errors.contains(item.option), "\(chinese.errors)")
        let read = try Program.run(["text", item.file, item.option, item.loose], folder: scratch.path)
        #expect(read.status == 0, "\(read.errors)")
        #expect(!read.output.isEmpty)
    }

    /// A reader that would take ages is ended after the time that it has.
    @Test(.enabled(if: isInstalled("pdftotext"), "needs poppler-utils")) func secondsAreCounted() throws {
        let scratch = try Scratch()
        try scratch.write("a.pdf", Data(PDFSample.bomb))
        let start = Date()
        let run = try Program.run(["text", "a.pdf", "--max-seconds", "2"], folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("longer than 2 seconds") && run.errors.contains("--max-seconds"))
        #expect(Date().timeIntervalSince(start) >= 2)
    }

    @Test(arguments: [
        "bytes", "unpacked-bytes", "ratio", "entries", "depth", "archives", "nodes", "cells", "pages", "seconds",
        "memory",
    ])
    func aLimitOfNothingIsAWrongArgument(_ name: String) throws {
        for value in ["0", "-1", "x"] {
            let run = try Program.run(["text", "a.txt", "--max-\(name)=\(value)"])
            #expect(run.status == 64)
            #expect(run.errors.contains("--max-\(name)"))
        }
    }
}
