import NoticeModel

/// Reads what `pdftotext -bbox-layout` writes: words with their boxes, page by page.
struct BoundingBoxReader: Sendable {
    let limits: ReadingLimits

    /// - Throws: ``ReadingError`` where there are more pages or words than the limits allow.
    func pages(_ bytes: [UInt8]) throws(ReadingError) -> [PlacedPage] {
        var scanner = MarkupScanner(bytes)
        var pages: [PlacedPage] = []
        var box: SourcePlace.Box?
        var letters: [Unicode.Scalar] = []
        var words = 0
        while let token = scanner.next() {
            switch token {
            case .open(let name, let attributes, _) where scanner.has(name, "page"):
                pages.append(
                    PlacedPage(
                        number: pages.count + 1, width: scanner.number("width", in: attributes) ?? 0,
                        height: scanner.number("height", in: attributes) ?? 0, words: []))
                guard pages.count <= limits.pages else { throw .tooManyPages(limit: limits.pages) }
            case .open(let name, let attributes, _) where scanner.has(name, "word"):
                guard let left = scanner.number("xMin", in: attributes),
                    let top = scanner.number("yMin", in: attributes),
                    let right = scanner.number("xMax", in: attributes),
                    let bottom = scanner.number("yMax", in: attributes)
                else { continue }
                box = SourcePlace.Box(left: left, top: top, right: right, bottom: bottom)
                letters = []
            case .text(let range) where box != nil:
                letters += scanner.letters(range)
            case .close(let name) where scanner.has(name, "word"):
                guard let placed = box, !pages.isEmpty else { continue }
                box = nil
                words += 1
                guard words <= limits.nodes else {
                    throw ReadingError(
                        .tooLarge, "it has more than the \(limits.nodes) words that are read",
                        hint: "split it, or raise --max-nodes")
                }
                pages[pages.count - 1].words.append(PlacedWord(letters: letters, box: placed))
            default: break
            }
        }
        return pages
    }
}

extension ReadingError {
    static func tooManyPages(limit: Int) -> ReadingError {
        ReadingError(
            .tooLarge, "it has more than the \(limit) pages that are read", hint: "split it, or raise --max-pages")
    }
}
