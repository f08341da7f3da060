import NoticeModel
import SeparateProcesses

/// PDF by the programs of Poppler: words by `pdftotext`, ruling lines by `pdftocairo`, images by `pdfimages`.
///
/// Poppler is a large parser of hostile bytes in C++, so that it runs as a separate process with limits.
package struct PopplerTextSource: PDFTextSource {
    package var searchPath: [String]

    package init(searchPath: [String] = ProcessRunner.systemFolders) { self.searchPath = searchPath }

    /// Pages with fewer letters than this and an image are scans: a page number or a stamp may be there as text.
    private static let fewLetters = 16
    private static let name = "input.pdf"

    package func document(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> PDFContent {
        let session = try ProgramSession(.poppler, limits: limits, searchPath: searchPath)
        try session.write(bytes, as: Self.name)
        // One page more than is read, so that there being more can be seen.
        let text = try session.run(
            "pdftotext", ["-bbox-layout", "-enc", "UTF-8", "-l", "\(limits.pages + 1)", Self.name, "-"])
        var pages = try BoundingBoxReader(limits: limits).pages(text.output)
        if let failure = Self.failure(text, pageCount: pages.count) { throw failure }
        // The last row of a table may stand on the next page alone.
        let isParted = pages.map(Self.mayHoldTable)
        for range in Self.ranges(pages.indices.filter { isParted[$0] || $0 > 0 && isParted[$0 - 1] }) {
            for (index, lines) in zip(range, try Self.rules(session, pages: range)) { pages[index].rules = lines }
        }
        let sparse = pages.filter { $0.words.reduce(0) { $0 + $1.letters.count } < Self.fewLetters }.map(\.number)
        return PDFContent(
            pages: pages, scannedPages: try Self.scanned(session, among: sparse), damage: Self.damage(text))
    }

    // MARK: What went wrong

    private static func failure(_ result: ProcessResult, pageCount: Int) -> ReadingError? {
        if result.errors.contains("Incorrect password") {
            return .needsPassword
        }
        // Fonts that are not in the document and whose encoding is named alone: their letters would be missing from the text.
        if result.errors.contains("Missing language pack") { return ReadingError(missing: .popplerData) }
        // pdftotext: 3 is an error about permissions.
        if result.status == 3 {
            return ReadingError(
                .encrypted, "it does not allow that its text is copied", hint: "ask its publisher for another copy")
        }
        if pageCount == 0 {
            let reason = result.errors.split(separator: "\n").first.map { " (\($0))" } ?? ""
            return ReadingError(
                .damaged,
                result.status == 0 ? "it is a PDF document without pages" : "it is a broken PDF document\(reason)",
                hint: "get the file again, or open it in a reader of PDF and save a copy")
        }
        return nil
    }

    /// Errors, not warnings: these tell of oddities that cost no text.
    private static func damage(_ result: ProcessResult) -> String? {
        result.errors.split(separator: "\n").first { $0.hasPrefix("Syntax Error") }.map(String.init)
    }

    // MARK: Ruling lines

    /// Whether words of several lines stand apart as the cells of a table do. Others need no drawing of the page.
    private static func mayHoldTable(_ page: PlacedPage) -> Bool {
        var parted = 0
        for line in PageLine.lines(of: page.words) where line.segments(gap: 0.6).count >= 2 {
            parted += 1
            if parted >= 2 { return true }
        }
        return false
    }

    /// Neighbouring indices as ranges.
    static func ranges(_ indices: [Int]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for index in indices {
            if let last = ranges.last, last.upperBound == index {
                ranges[ranges.count - 1] = last.lowerBound..<index + 1
            } else {
                ranges.append(index..<index + 1)
            }
        }
        return ranges
    }

    /// The lines of pages by their indices; none where the drawing is too large: tables are then found by alignment alone.
    private static func rules(_ session: borrowing ProgramSession, pages: Range<Int>) throws(ReadingError)
        -> [[RulingLine]]
    {
        let drawing: [UInt8]
        do throws(ReadingError) {
            drawing = try session.run(
                "pdftocairo", ["-svg", "-f", "\(pages.lowerBound + 1)", "-l", "\(pages.upperBound)", name, "-"]
            ).output
        } catch  where error.code == .limitExceeded {
            return []
        } catch {
            throw error
        }
        let lines = VectorLineReader().lines(drawing)
        return lines.count == pages.count ? lines : []
    }

    // MARK: Scans

    /// Those of the pages that hold an image.
    private static func scanned(_ session: borrowing ProgramSession, among pages: [Int]) throws(ReadingError) -> [Int] {
        guard let first = pages.first, let last = pages.last else { return [] }
        let list = try session.run("pdfimages", ["-list", "-f", "\(first)", "-l", "\(last)", name])
        var withImage: Set<Int> = []
        // Two lines of headings; the first column is the page.
        for line in list.output.split(separator: UInt8(ascii: "\n")).dropFirst(2) {
            var numbers = NumberScanner(Array(line), 0..<line.count)
            if let number = numbers.next(), number >= 1, number <= Double(last) { withImage.insert(Int(number)) }
        }
        return pages.filter(withImage.contains)
    }
}
