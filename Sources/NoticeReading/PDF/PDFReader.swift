import NoticeModel

/// Reads PDF documents (ISO 32000): words to paragraphs and tables, scans by recognition where that is asked for.
struct PDFReader: Sendable {
    var source: any PDFTextSource = PopplerTextSource()
    var recognizer: any PageRecognizer = TesseractRecognizer()
    let options: ReadingOptions

    init(options: ReadingOptions) { self.options = options }

    /// - Throws: ``ReadingError`` where the document is encrypted, broken, without letters, or beyond the limits.
    func read(_ bytes: [UInt8]) throws(ReadingError) -> SourceDocument {
        var content = try source.document(bytes, limits: options.limits)
        var recognized: [Int] = []
        if options.readsScans, !content.scannedPages.isEmpty {
            let pages = try recognizer.recognize(bytes, pages: content.scannedPages, limits: options.limits)
            for page in pages where content.pages.indices.contains(page.number - 1) {
                content.pages[page.number - 1] = page
            }
            recognized = content.scannedPages
        }
        let result = try PageLayout(limits: options.limits).lay(out: content.pages)
        guard result.rendition.contains(where: { !$0.properties.isWhitespace }) else {
            throw Self.noLetters(content, wasRecognized: !recognized.isEmpty)
        }
        var document = SourceDocument(
            mediaType: "application/pdf", charset: "UTF-8", rendition: result.rendition, layout: result.layout,
            findings: result.findings)
        if !recognized.isEmpty { document.noteRecognized(pages: recognized) }
        let unread = content.scannedPages.filter { !recognized.contains($0) }
        if !unread.isEmpty {
            document.findings.append(
                NoticeFinding(
                    code: .scannedPages,
                    message:
                        "\(Self.pages(unread)) without letters, scanned as it seems, and not read; --ocr reads scans"))
        }
        if let damage = content.damage {
            document.findings.append(
                NoticeFinding(
                    code: .damagedContent, message: "parts of the file are damaged and text may be missing (\(damage))")
            )
        }
        if let finding = Self.unreadableLetters(result.rendition) { document.findings.append(finding) }
        return document
    }

    private static func noLetters(_ content: PDFContent, wasRecognized: Bool) -> ReadingError {
        if wasRecognized {
            return ReadingError(.scanned, "no letters were recognized on its pages", hint: "scan it again, sharper")
        }
        if content.scannedPages.isEmpty {
            return ReadingError(.empty, "its pages have no letters")
        }
        return ReadingError(
            .scanned, "its pages are scanned images without letters", hint: "have the letters recognized with --ocr")
    }

    /// Fonts without a table of their letters give letters of the private use area, or none.
    private static func unreadableLetters(_ rendition: [Unicode.Scalar]) -> NoticeFinding? {
        var count = 0
        var first: Int?
        for (index, letter) in rendition.enumerated() {
            guard letter == "\u{FFFD}" || (0xE000...0xF8FF).contains(letter.value) else { continue }
            count += 1
            if first == nil { first = index }
        }
        // A few are the bullets of a list.
        guard let first, count * 50 > rendition.count else { return nil }
        return NoticeFinding(
            code: .unreadableLetters,
            message: "\(count) letters of the document's fonts stand for no known character", range: first..<first + 1)
    }

    /// Page 3, pages 3–5 and 9.
    static func pages(_ numbers: [Int]) -> String {
        let ranges = PopplerTextSource.ranges(numbers).map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound - 1)"
        }
        return (numbers.count == 1 ? "page " : "pages ") + ranges.joined(separator: ", ")
    }
}

extension SourceDocument {
    /// Marks what stands on the pages as recognized, not written.
    mutating func noteRecognized(pages: [Int]) {
        let pages = Set(pages)
        for place in layout?.places ?? [] {
            guard let page = place.page, pages.contains(page) else { continue }
            // Letters that stand nowhere, as the breaks between, do not part what is recognized.
            if let last = recognizedRanges.last, place.range.lowerBound - last.upperBound <= 1 {
                recognizedRanges[recognizedRanges.count - 1] = last.lowerBound..<place.range.upperBound
            } else {
                recognizedRanges.append(place.range)
            }
        }
        guard let first = recognizedRanges.first else { return }
        findings.append(
            NoticeFinding(
                code: .recognizedText,
                message: "the letters of \(PDFReader.pages(pages.sorted())) were recognized in an image: check them",
                range: first))
    }
}
