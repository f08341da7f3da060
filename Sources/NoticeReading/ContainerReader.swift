/// Reads documents that are ZIP packages, by what is in them: Word documents and OFD.
package struct ContainerReader: Sendable {
    private let limits: ReadingLimits

    package init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

    /// What a package is.
    package enum Kind: Sendable, Hashable {
        case word, ofd
        /// An Excel or PowerPoint document, an ODF document: named in messages.
        case other(String)
        /// No document but an archive of files.
        case archive
    }

    /// Whether the bytes begin as a ZIP archive does.
    package static func isContainer(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    package static func kind(of archive: ZipArchive) -> Kind {
        if archive.entry(named: "OFD.xml") != nil { return .ofd }
        if archive.entry(named: "[Content_Types].xml") != nil {
            if archive.entry(named: "xl/workbook.xml") != nil { return .other("an Excel document (XLSX)") }
            if archive.entry(named: "ppt/presentation.xml") != nil { return .other("a PowerPoint document (PPTX)") }
            return .word
        }
        if archive.entry(named: "mimetype") != nil, archive.entry(named: "content.xml") != nil {
            return .other("an OpenDocument (ODT, ODS)")
        }
        return .archive
    }

    /// - Throws: ``ReadingError`` where the bytes are a package of another kind, faulty, or beyond a limit.
    package func read(_ bytes: [UInt8]) throws(ReadingError) -> SourceDocument {
        let archive = try ZipArchive(bytes, limits: limits)
        switch Self.kind(of: archive) {
        case .word: return try WordReader(limits: limits).read(archive)
        case .ofd: return try OFDReader(limits: limits).read(archive)
        case .other(let name):
            throw ReadingError(
                .unsupportedFormat, "the input is \(name), which is not read", offset: 0,
                hint: "save it as DOCX or PDF first")
        case .archive:
            throw ReadingError(
                .unsupportedFormat, "the input is an archive of files and no document", offset: 0,
                hint: "read the files in it")
        }
    }
}
