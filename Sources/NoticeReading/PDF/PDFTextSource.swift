/// What a PDF document shows, as an engine tells it. Engines differ in what they can tell; what they read is never trusted.
package protocol PDFTextSource: Sendable {
    /// - Throws: ``ReadingError`` where the engine is absent, the document broken or encrypted, or a limit is reached.
    func document(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> PDFContent
}

/// The pages of a PDF document.
package struct PDFContent: Sendable {
    /// All pages in order, those without words too.
    package var pages: [PlacedPage]
    /// Numbers, from 1, of the pages that hardly have words and hold an image: scans.
    package var scannedPages: [Int]
    /// What the engine says of parts that it could not read, nil where there are none.
    package var damage: String?

    package init(pages: [PlacedPage], scannedPages: [Int], damage: String? = nil) {
        self.pages = pages
        self.scannedPages = scannedPages
        self.damage = damage
    }
}

/// Reads letters from images of pages (optical character recognition).
package protocol PageRecognizer: Sendable {
    /// - Parameter numbers: of the pages to read, from 1.
    /// - Returns: the pages with their words, in the order of the numbers.
    /// - Throws: ``ReadingError`` where the engine is absent or a limit is reached.
    func recognize(_ bytes: [UInt8], pages numbers: [Int], limits: ReadingLimits) throws(ReadingError) -> [PlacedPage]
}
