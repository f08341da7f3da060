import NoticeModel

/// Reads what `pdftotext -bbox-layout` writes: words with their boxes, page by page.
package struct BoundingBoxReader: Sendable {
    private let limits: ReadingLimits

    package init(limits: ReadingLimits) { self.limits = limits }

    /// - Throws: ``ReadingError`` where there are more pages or words than the limits allow.
    package func pages(_ bytes: [UInt8]) throws(ReadingError) -> [PlacedPage] {
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
                // A hyphen that some fonts give as the soft hyphen, which is not shown in a text.
                letters += scanner.letters(range).map { $0 == "\u{AD}" ? "-" : $0 }
            case .close(let name) where scanner.has(name, "word"):
                guard let placed = box, !pages.isEmpty else { continue }
                box = nil
                words += 1
                guard words <= limits.nodes else {
                    throw ReadingError(
                        .limitExceeded, "it has more than the \(limits.nodes) words that are read",
                        hint: "split it, or raise --max-nodes")
                }
                let size = Self.fontSize(letters, placed)
                pages[pages.count - 1].words.append(
                    PlacedWord(letters: letters, box: Self.bounded(placed, size), fontSize: size))
            default: break
            }
        }
        return pages
    }

    /// The box no higher than letters of the size are: fonts of many scripts state an ascent and descent that reach over the
    /// lines above and below.
    private static func bounded(_ box: SourcePlace.Box, _ size: Double?) -> SourcePlace.Box {
        guard let size, size > 0, box.height > size * 1.6 else { return box }
        let middle = (box.top + box.bottom) / 2
        return SourcePlace.Box(
            left: box.left, top: middle - size * 0.6, right: box.right, bottom: middle + size * 0.6)
    }

    /// In points, to half a point; nil where the letters do not tell.
    ///
    /// The height of a word's box is that of its first letter's font, whose ascent and descent say little; a Chinese
    /// character is as wide as its font is high, and a Latin letter about half of that.
    private static func fontSize(_ letters: [Unicode.Scalar], _ box: SourcePlace.Box) -> Double? {
        let wide = letters.count { isWide($0) }
        guard wide * 2 >= letters.count, wide > 0 else { return nil }
        let units = Double(wide) + Double(letters.count - wide) / 2
        return (box.width / units * 2).rounded() / 2
    }
}

extension ReadingError {
    static func tooManyPages(limit: Int) -> ReadingError {
        ReadingError(
            .limitExceeded, "it has more than the \(limit) pages that are read", hint: "split it, or raise --max-pages")
    }
}
