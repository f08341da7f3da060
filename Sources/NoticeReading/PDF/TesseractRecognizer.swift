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
    /// text, parted by tabs. Level 4 is a line, level 5 a word.
    ///
    /// Its words of Chinese are arbitrary and their boxes tight: all of a line get the line's height, and lines of nearly
    /// one font size get the same. A word that is hardly certain is written as 〓, a letter for a letter: leaving it out
    /// could turn a sentence into its opposite. A line that is so throughout is a stain or a seal.
    static func words(_ table: [UInt8], scale: Double) -> [PlacedWord] {
        struct Line {
            var top: Double
            var bottom: Double
            var words: [(letters: [Unicode.Scalar], left: Double, right: Double, isCertain: Bool)] = []

            var size: Double {
                let units = words.reduce(0.0) { $0 + $1.letters.reduce(0) { $0 + (isWide($1) ? 1 : 0.5) } }
                guard let left = words.map(\.left).min(), let right = words.map(\.right).max(), units >= 4 else {
                    return bottom - top
                }
                return (right - left) / units
            }
        }
        var lines: [Line] = []
        for row in table.split(separator: UInt8(ascii: "\n")) {
            let fields = row.split(separator: UInt8(ascii: "\t"), maxSplits: 11, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard fields.count == 12, let left = Double(fields[6]), let top = Double(fields[7]),
                let width = Double(fields[8]), let height = Double(fields[9])
            else { continue }
            if fields[0] == "4" { lines.append(Line(top: top * scale, bottom: (top + height) * scale)) }
            guard fields[0] == "5", !lines.isEmpty, let confidence = Double(fields[10]) else { continue }
            let letters = fields[11].unicodeScalars.filter { !$0.properties.isWhitespace }
            guard !letters.isEmpty else { continue }
            lines[lines.count - 1].words.append(
                (Array(letters), left * scale, (left + width) * scale, confidence >= leastConfidence))
        }
        lines.removeAll { $0.words.allSatisfy { !$0.isCertain } }
        let sizes = lines.map(\.size).sorted()
        guard !sizes.isEmpty else { return [] }
        let usual = sizes[sizes.count / 2]
        return lines.flatMap { line in
            let size = abs(line.size - usual) <= usual * 0.2 ? usual : line.size
            return line.words.map { word in
                PlacedWord(
                    letters: word.isCertain ? word.letters : word.letters.map { _ in "\u{3013}" },
                    box: SourcePlace.Box(left: word.left, top: line.top, right: word.right, bottom: line.bottom),
                    fontSize: size)
            }
        }
    }
}
