import Foundation
import NoticeModel
import SampleFiles
import SeparateProcesses
import Testing

@testable import NoticeReading

/// PDF by Poppler. Where its programs are not installed these tests are skipped; scripts/bootstrap installs them.
@Suite(.enabled(if: isInstalled("pdftotext"), "needs poppler-utils")) struct PDFReaderTests {
    static func read(
        _ sample: PDFSample, _ change: (inout ReadingOptions) -> Void = { _ in }
    ) throws -> SourceDocument {
        var options = ReadingOptions()
        change(&options)
        return try SourceReader(options: options).read(sample.bytes)
    }

    static func text(_ document: SourceDocument) -> String {
        String(String.UnicodeScalarView(document.rendition))
    }

    /// Two pages of lines as wide as the text area, with a page number and a page header.
    static let twoPages: PDFSample = {
        var first = PDFSample.Page()
        first.put("青山市医疗保障局文件汇编", x: 200, y: 40, size: 10)
        first.put("关于做好医疗保险工作的通知", x: 154, y: 120, size: 22)
        first.put("各县医疗保障局：", x: 90, y: 160)
        first.put("现就做好城乡居民基本医疗保险参保缴费工作通", x: 122, y: 190)
        first.put("知如下。", x: 90, y: 218)
        first.put("一、缴费标准", x: 122, y: 246)
        first.put("个人缴费标准为每人每年四百元，符合规定的人", x: 122, y: 274)
        first.put("— 1 —", x: 270, y: 800, size: 12)
        var second = PDFSample.Page()
        second.put("青山市医疗保障局文件汇编", x: 200, y: 40, size: 10)
        second.put("员由医疗救助基金给予资助。", x: 90, y: 120)
        second.put("二、其他", x: 122, y: 148)
        second.put("— 2 —", x: 270, y: 800, size: 12)
        return PDFSample(pages: [first, second])
    }()

    @Test func linesBecomeParagraphsWithoutHeadersAndPageNumbers() throws {
        let document = try Self.read(Self.twoPages)
        #expect(document.mediaType == "application/pdf")
        #expect(
            Self.text(document) == """
                关于做好医疗保险工作的通知
                各县医疗保障局：
                现就做好城乡居民基本医疗保险参保缴费工作通知如下。
                一、缴费标准
                个人缴费标准为每人每年四百元，符合规定的人员由医疗救助基金给予资助。
                二、其他

                """)
        #expect(document.findings.isEmpty)
    }

    @Test func everyLetterHasItsPageAndBox() throws {
        let document = try Self.read(Self.twoPages)
        let places = try #require(document.layout?.places)
        let start = try #require(Self.text(document).range(of: "员由医疗"))
        let offset = Self.text(document).unicodeScalars.distance(
            from: Self.text(document).unicodeScalars.startIndex, to: start.lowerBound)
        let place = try #require(places.first { $0.range.contains(offset) })
        #expect(place.page == 2)
        let box = try #require(place.box)
        #expect(abs(box.left - 90) < 1 && box.top < 120 && box.bottom > 105)
    }

    @Test func drawnLinesMakeATable() throws {
        var page = PDFSample.Page()
        page.put("各类人员的资助标准如下：", x: 90, y: 100)
        page.grid(xs: [90, 250, 350, 450], ys: [120, 150, 180, 210])
        let rows = [["人员类别", "资助标准", "个人缴费"], ["低保对象", "240元", "160元"], ["孤儿", "400元", "0元"]]
        for (row, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                page.put(cell, x: [94, 254, 354][column], y: 142 + 30 * Double(row), size: 12)
            }
        }
        let document = try Self.read(PDFSample(pages: [page]))
        #expect(Self.text(document).contains("人员类别\t资助标准\t个人缴费\n低保对象\t240元\t160元\n孤儿\t400元\t0元\n"))
        let table = try #require(
            document.layout?.blocks.lazy.compactMap { block -> SourceTable? in
                if case .table(let table) = block.kind { table } else { nil }
            }.first)
        #expect(table.rows == 3 && table.columns == 3 && table.cells.count == 9)
    }

    @Test func figuresStackedInACellAreNoTable() throws {
        var page = PDFSample.Page()
        page.grid(xs: [90, 250, 350], ys: [120, 150, 240])
        for (column, cell) in ["人员类别", "资助标准"].enumerated() {
            page.put(cell, x: [94, 254][column], y: 142, size: 12)
        }
        for (row, cells) in [["低保对象", "240元"], ["孤儿", "400元"], ["其他人员", "100元"]].enumerated() {
            for (column, cell) in cells.enumerated() {
                page.put(cell, x: [94, 254][column], y: 170 + 25 * Double(row), size: 12)
            }
        }
        let blocks = try #require(try Self.read(PDFSample(pages: [page])).layout?.blocks)
        #expect(blocks.contains { if case .collapsedTable = $0.kind { true } else { false } })
        #expect(!blocks.contains { if case .table = $0.kind { true } else { false } })
    }

    @Test func aScanSaysSo() throws {
        var page = PDFSample.Page()
        page.scan()
        let error = try #require(throws: ReadingError.self) { try Self.read(PDFSample(pages: [page])) }
        #expect(error.code == .scanned)
        #expect(error.hint?.contains("--ocr") == true)
    }

    @Test func aScannedPageAmongOthersIsNamed() throws {
        var page = PDFSample.Page()
        page.scan()
        let document = try Self.read(PDFSample(pages: Self.twoPages.pages + [page]))
        let finding = try #require(document.findings.first { $0.code == .scannedPages })
        #expect(finding.code.severity == .warning)
        #expect(finding.message.hasPrefix("page 3 "))
    }

    @Test func recognizedPagesAreMarked() throws {
        struct Recognizer: PageRecognizer {
            func recognize(_ bytes: [UInt8], pages numbers: [Int], limits: ReadingLimits) -> [PlacedPage] {
                numbers.map {
                    let box = SourcePlace.Box(left: 90, top: 100, right: 250, bottom: 116)
                    return PlacedPage(
                        number: $0, width: 595, height: 842,
                        words: [PlacedWord(letters: Array("个人缴费标准为每人四百元".unicodeScalars), box: box)])
                }
            }
        }
        var page = PDFSample.Page()
        page.scan()
        var options = ReadingOptions()
        options.readsScans = true
        var reader = PDFReader(options: options)
        reader.recognizer = Recognizer()
        let document = try reader.read(PDFSample(pages: [page]).bytes)
        #expect(document.recognizedRanges == [0..<12])
        #expect(document.findings.map(\.code) == [.recognizedText])
    }

    @Test(arguments: [
        (name: "cut off", bytes: Array(twoPages.bytes.prefix(60)), code: ReadingError.Code.damaged),
        (
            name: "a beginning and noise", bytes: Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 0xAA, count: 5000),
            code: .damaged
        ),
        (name: "no pages", bytes: PDFSample().bytes, code: .damaged),
        (name: "pages without letters", bytes: PDFSample(pages: [PDFSample.Page()]).bytes, code: .empty),
    ])
    func badDocuments(name: String, bytes: [UInt8], code: ReadingError.Code) throws {
        let error = try #require(throws: ReadingError.self) { try SourceReader().read(bytes) }
        #expect(error.code == code, "\(name): \(error)")
    }

    /// Half of a page that is lost is not lost in silence.
    @Test func damagedContentIsSaid() throws {
        var page = PDFSample.Page()
        for line in 0..<10 { page.put("个人缴费标准为每人每年\(line)元。", x: 90, y: 100 + 30 * Double(line)) }
        let whole = PDFSample(pages: [page]).bytes
        let text = String(decoding: whole, as: UTF8.self)
        let middle = try #require(text.ranges(of: "Tj ET").dropFirst(5).first)
        let damaged = text.replacingCharacters(in: middle, with: ")) ET")
        let document = try SourceReader().read(Array(damaged.utf8))
        #expect(document.findings.map(\.code) == [.damagedContent])
        #expect(try SourceReader().read(whole).findings.isEmpty)
    }

    @Test func tooManyPagesAreRefused() throws {
        let error = try #require(throws: ReadingError.self) { try Self.read(Self.twoPages) { $0.limits.pages = 1 } }
        #expect(error.code == .limitExceeded)
        #expect(error.hint?.contains("--max-pages") == true)
    }

    @Test func anAbsentProgramIsNamedWithItsPackage() throws {
        var reader = PDFReader(options: ReadingOptions())
        reader.source = PopplerTextSource(searchPath: ["/nonexistent"])
        let error = try #require(throws: ReadingError.self) { try reader.read(Self.twoPages.bytes) }
        #expect(error.code == .missingProgram)
        #expect(error.missingPackage == "poppler-utils")
    }
}

/// What the programs write is read as it is, whatever it is.
@Suite struct ProgramOutputTests {
    @Test func boundingBoxes() throws {
        let markup = """
            <doc><page width="595" height="842"><word xMin="90" yMin="100" xMax="122" yMax="116">A&amp;&lt;&#x4E2D;</word>
            <word xMin="x" yMin="1" xMax="2" yMax="3">lost</word></page><page width="1" height="2"></page></doc>
            """
        let pages = try BoundingBoxReader(limits: ReadingLimits()).pages(Array(markup.utf8))
        #expect(pages.map(\.number) == [1, 2])
        let words = pages[0].words.map { String(String.UnicodeScalarView($0.letters)) }
        #expect(words == ["A&<中"])
    }

    @Test(arguments: [
        "", "<", "<page", "<page width=", "<page><word xMin=\"1", "</word></page>", "<!--", "&#99999999;",
    ])
    func brokenMarkup(_ markup: String) throws {
        let pages = try BoundingBoxReader(limits: ReadingLimits()).pages(Array(markup.utf8))
        #expect(pages.allSatisfy { $0.words.isEmpty })
        let lines = VectorLineReader().lines(Array(markup.utf8))
        #expect(lines.allSatisfy { $0.isEmpty })
    }

    @Test func vectorLines() {
        let drawing = """
            <svg><defs><g><path d="M 0 0 L 50 0"/></g></defs><pageSet><page>
            <path style="fill:none;stroke-width:1;stroke:rgb(0%,0%,0%);" d="M 0 10 L 100 10 " transform="matrix(1,0,0,-1,5,100)"/>
            <path style="stroke:none;fill:rgb(0%,0%,0%);" d="M 10 20 L 10.5 20 L 10.5 60 L 10 60 Z M 10 20 "/>
            <path style="fill:none;stroke:rgb(100%,100%,100%);" d="M 0 0 L 100 0"/>
            <path style="stroke:none;fill:rgb(0%,0%,0%);" d="M 0 0 C 1 1 2 2 30 0 Z"/></page></pageSet></svg>
            """
        let lines = VectorLineReader().lines(Array(drawing.utf8))
        let expected = [
            RulingLine(x1: 5, y1: 90, x2: 105, y2: 90), RulingLine(x1: 10.25, y1: 20, x2: 10.25, y2: 60),
        ].compactMap { $0 }
        #expect(lines == [expected])
    }

    @Test func doubtfulLettersOfAScanAreWritten() {
        let table = """
            level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
            4\t1\t1\t1\t1\t0\t100\t100\t400\t60\t-1\t
            5\t1\t1\t1\t1\t1\t100\t100\t200\t60\t90.1\t缴费标准
            5\t1\t1\t1\t1\t2\t300\t100\t100\t60\t3.5\t不低
            4\t1\t1\t1\t2\t0\t100\t200\t400\t60\t-1\t
            5\t1\t1\t1\t2\t1\t100\t200\t200\t60\t5\t|Wu
            """
        let words = TesseractRecognizer.words(Array(table.utf8), scale: 0.24)
        let texts = words.map { String(String.UnicodeScalarView($0.letters)) }
        #expect(texts == ["缴费标准", "〓〓"])
    }

    @Test func linesOfAnImage() throws {
        let width = 400
        var levels = [UInt8](repeating: 255, count: width * 300)
        for x in 20..<380 { for y in 100..<103 { levels[y * width + x] = 90 } }
        for y in 50..<250 { levels[y * width + 200] = 0 }
        // A letter's stroke is short, a picture thick.
        for x in 20..<60 { levels[30 * width + x] = 0 }
        for y in 260..<290 { for x in 20..<380 { levels[y * width + x] = 0 } }
        let image = try GrayImage(portableGraymap: Array("P5\n400 300\n255\n".utf8) + levels)
        let lines = image.rulingLines(pointsPerPixel: 0.24)
        #expect(lines.count == 2)
        #expect(lines.first?.isLevel == true && lines.last?.isLevel == false)
    }

    @Test(arguments: ["", "P6\n1 1\n255\nx", "P5\n9999999 9999999\n255\n", "P5\n4 4\n255\nxx", "P5\n0 0\n255\n"])
    func brokenImages(_ text: String) {
        #expect(throws: ReadingError.self) { try GrayImage(portableGraymap: Array(text.utf8)) }
    }
}

/// DOC, RTF and ODT by LibreOffice, which is not installed for tests: they are skipped without it.
@Suite struct OfficeReaderTests {
    @Test(arguments: [
        (name: "RTF", bytes: Array("{\\rtf1 x}".utf8), isKnown: true),
        (name: "Word", bytes: OfficeSample.compoundFile(stream: "WordDocument"), isKnown: true),
        (name: "Excel", bytes: OfficeSample.compoundFile(stream: "Workbook"), isKnown: false),
        (name: "text", bytes: Array("文件".utf8), isKnown: false),
        (
            name: "a short compound file", bytes: Array(OfficeSample.compoundFile(stream: "WordDocument").prefix(9)),
            isKnown: false
        ),
    ])
    func formatsAreKnownByContent(name: String, bytes: [UInt8], isKnown: Bool) {
        #expect((OfficeFormat(of: bytes) != nil) == isKnown, "\(name)")
    }

    @Test func aPasswordIsSeenBeforeAnythingRuns() throws {
        let bytes = OfficeSample.compoundFile(stream: "EncryptedPackage")
        let error = try #require(throws: ReadingError.self) { try SourceReader().read(bytes) }
        #expect(error.code == .encrypted)
    }

    @Test func withoutLibreOfficeThePackageIsNamed() throws {
        var reader = OfficeReader(limits: ReadingLimits())
        reader.converter.searchPath = ["/nonexistent"]
        let error = try #require(throws: ReadingError.self) { try reader.read(Array("{\\rtf1 x}".utf8), .richText) }
        #expect(error.code == .missingProgram)
        #expect(error.missingPackage == "libreoffice-writer-nogui")
    }

    @Test(.enabled(if: isInstalled("soffice"), "needs libreoffice-writer-nogui"))
    func richTextIsRead() throws {
        let rtf =
            "{\\rtf1\\ansi\\uc0 " + OfficeSample.richText("关于缴费的通知") + "\\par " + OfficeSample.richText("每人400元。")
            + "\\par}"
        let document = try SourceReader().read(Array(rtf.utf8))
        #expect(document.mediaType == "application/rtf")
        #expect(String(String.UnicodeScalarView(document.rendition)) == "关于缴费的通知\n每人400元。\n")
    }

    @Test(.enabled(if: isInstalled("soffice"), "needs libreoffice-writer-nogui"))
    func aBrokenDocumentSaysSo() throws {
        let error = try #require(throws: ReadingError.self) {
            try SourceReader().read(OfficeSample.compoundFile(stream: "WordDocument"))
        }
        #expect(error.code == .damaged || error.code == .empty)
    }
}

func isInstalled(_ program: String) -> Bool {
    ProcessRunner(limits: ProcessLimits(seconds: 1, memory: 0, output: 0)).path(of: program) != nil
}
