import NoticeModel
import SeparateProcesses

/// Scans by `tesseract` with its data for simplified Chinese, from images that Poppler's `pdftoppm` draws.
package struct TesseractRecognizer: PageRecognizer {
    package var searchPath: [String]

    /// What Tesseract's documentation asks for; a notice's 16 point letters are then 67 high.
    private static let dotsPerInch = 300
    private static let pointsPerInch = 72.0
    private static let language = "chi_sim"
    private static let name = "input.pdf"
    /// Of 100. What is less certain than that is as often a stain or a seal as a letter.
    private static let leastConfidence = 20.0

    package init(searchPath: [String] = ProcessRunner.systemFolders) { self.searchPath = searchPath }

    package func recognize(
        _ bytes: [UInt8], pages numbers: [Int], limits: ReadingLimits
    ) throws(ReadingError) -> [PlacedPage] {
        let session = try ProgramSession(.tesseract, limits: limits, searchPath: searchPath)
        guard session.isInstalled("pdftoppm") else { throw ReadingError(missing: .poppler) }
        let languages = try session.run("tesseract", ["--list-langs"])
        let list = String(decoding: languages.output, as: UTF8.self) + languages.errors
        guard list.split(whereSeparator: \.isNewline).contains(where: { $0 == Self.language }) else {
            throw ReadingError(missing: .tesseractChinese)
        }
        try session.write(bytes, as: Self.name)
        var pages: [PlacedPage] = []
        for number in numbers { pages.append(try page(number, session, limits)) }
        return pages
    }

    private func page(
        _ number: Int, _ session: borrowing ProgramSession, _ limits: ReadingLimits
    ) throws(ReadingError) -> PlacedPage {
        let drawn = try session.run(
            "pdftoppm",
            [
                "-r", "\(Self.dotsPerInch)", "-gray", "-f", "\(number)", "-l", "\(number)", "-singlefile", Self.name,
                "page",
            ])
        guard drawn.status == 0 else {
            throw ReadingError(.damaged, "its page \(number) cannot be drawn (\(drawn.errors.prefix(200)))")
        }
        let image = try GrayImage(portableGraymap: session.read("page.pgm", limit: limits.unpackedBytes) ?? [])
        let result = try session.run(
            "tesseract", ["page.pgm", "stdout", "-l", Self.language, "--psm", "3", "tsv"],
            // One thread a process: `--jobs` says how much is done at once.
            environment: ["OMP_THREAD_LIMIT": "1"])
        guard result.status == 0 else {
            throw ReadingError(
                .programFailed, "Tesseract failed on page \(number) (\(result.errors.prefix(200)))")
        }
        let scale = Self.pointsPerInch / Double(Self.dotsPerInch)
        return PlacedPage(
            number: number, width: Double(image.width) * scale, height: Double(image.height) * scale,
            words: Self.words(result.output, scale: scale),
            rules: image.rulingLines(pointsPerPixel: scale))
    }

    /// The words of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence,
    /// text, parted by tabs. Level 5 is a word. Its words of Chinese are arbitrary, and their boxes not of one height: all
    /// of a line get the line's.
    static func words(_ table: [UInt8], scale: Double) -> [PlacedWord] {
        var words: [PlacedWord] = []
        var line: (top: Double, bottom: Double) = (0, 0)
        for row in table.split(separator: UInt8(ascii: "\n")) {
            let fields = row.split(separator: UInt8(ascii: "\t"), maxSplits: 11, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard fields.count == 12, let left = Double(fields[6]), let top = Double(fields[7]),
                let width = Double(fields[8]), let height = Double(fields[9])
            else { continue }
            if fields[0] == "4" { line = (top * scale, (top + height) * scale) }
            guard fields[0] == "5", let confidence = Double(fields[10]), confidence >= leastConfidence else { continue }
            let letters = fields[11].unicodeScalars.filter { !$0.properties.isWhitespace }
            guard !letters.isEmpty else { continue }
            words.append(
                PlacedWord(
                    letters: Array(letters),
                    box: SourcePlace.Box(
                        left: left * scale, top: line.top, right: (left + width) * scale, bottom: line.bottom)))
        }
        return words
    }
}
