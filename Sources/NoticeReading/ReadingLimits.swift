/// What a reader may use up on one input. Each limit has an option of the program, which its message names.
package struct ReadingLimits: Sendable, Hashable {
    /// Bytes of the input: `--max-bytes`.
    package var bytes = 64 << 20
    /// Bytes of all entries of a container, unpacked: `--max-unpacked-bytes`.
    package var unpackedBytes = 256 << 20
    /// Unpacked bytes for each packed byte of an entry: `--max-ratio`.
    package var ratio = 200
    /// Entries of a container: `--max-entries`.
    package var entries = 10_000
    /// Depth of nested elements: `--max-depth`.
    package var depth = 256
    /// Archives of files in one another, as whoever walks them counts: `--max-archives`.
    package var archives = 8
    /// Elements and texts of an HTML or XML document: `--max-nodes`.
    package var nodes = 2_000_000
    /// Cells of all tables: `--max-cells`.
    package var cells = 200_000
    /// Pages: `--max-pages`.
    package var pages = 2_000
    /// Seconds of wall clock for a separate process: `--max-seconds`.
    package var seconds = 60
    /// Bytes of address space for a separate process: `--max-memory`.
    package var memory = 2 << 30

    package init() {}
}

/// How bytes become a document.
package struct ReadingOptions: Sendable, Hashable {
    /// What part of a web page is read.
    package enum MainContent: Sendable, Hashable {
        /// The notice itself, found among navigation and footers.
        case automatic
        /// The whole page.
        case whole
        /// The elements that a selector names: `#zoom`, `.article`, `div.TRS_Editor`.
        case selector(String)
    }
    /// A name that IANA or ICU knows, in any case; nil to find it out.
    package var charset: String?
    package var mainContent: MainContent = .automatic
    /// Read the letters of scanned pages.
    package var readsScans = false
    package var limits = ReadingLimits()

    package init() {}
}
