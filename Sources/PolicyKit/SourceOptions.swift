package import NoticeReading

/// How the bytes of a source file are read.
///
///     var options = SourceOptions()
///     options.mainContent = .selector("#zoom")
///     let text = try guize.read(bytes, name: "notice.html", options: options)
public struct SourceOptions: Sendable, Hashable {
    /// What part of a web page is read.
    public enum MainContent: Sendable, Hashable {
        /// The notice itself, found among navigation and footers.
        case automatic
        /// The whole page.
        case whole
        /// The elements that a selector names: `#zoom`, `.article`, `div.TRS_Editor`.
        case selector(String)
    }

    /// What may be used up on one input.
    public struct Limits: Sendable, Hashable {
        /// Bytes of the input.
        public var bytes: Int
        /// Bytes of all entries of a container, unpacked.
        public var unpackedBytes: Int
        /// Unpacked bytes for each packed byte of an entry.
        public var ratio: Int
        /// Entries of a container.
        public var entries: Int
        /// Depth of nested elements or containers.
        public var depth: Int
        /// Elements and texts of an HTML or XML document.
        public var nodes: Int
        /// Cells of all tables.
        public var cells: Int
        /// Pages.
        public var pages: Int
        /// Seconds of wall clock for a separate process.
        public var seconds: Int
        /// Bytes of address space for a separate process.
        public var memory: Int

        /// The limits that hold unless others are set.
        public init() {
            let limits = ReadingLimits()
            bytes = limits.bytes
            unpackedBytes = limits.unpackedBytes
            ratio = limits.ratio
            entries = limits.entries
            depth = limits.depth
            nodes = limits.nodes
            cells = limits.cells
            pages = limits.pages
            seconds = limits.seconds
            memory = limits.memory
        }

        var limits: ReadingLimits {
            var limits = ReadingLimits()
            limits.bytes = bytes
            limits.unpackedBytes = unpackedBytes
            limits.ratio = ratio
            limits.entries = entries
            limits.depth = depth
            limits.nodes = nodes
            limits.cells = cells
            limits.pages = pages
            limits.seconds = seconds
            limits.memory = memory
            return limits
        }
    }

    /// The character encoding: a name that IANA or ICU knows, in any case; nil to find it out.
    public var charset: String?
    /// What part of a web page is read.
    public var mainContent = MainContent.automatic
    /// Whether the letters of scanned pages are read.
    public var readsScans = false
    /// What may be used up on one input.
    public var limits = Limits()

    /// The options that hold unless others are set.
    public init() {}

    package var reading: ReadingOptions {
        var options = ReadingOptions()
        options.charset = charset
        options.mainContent =
            switch mainContent {
            case .automatic: .automatic
            case .whole: .whole
            case .selector(let selector): .selector(selector)
            }
        options.readsScans = readsScans
        options.limits = limits.limits
        return options
    }
}
