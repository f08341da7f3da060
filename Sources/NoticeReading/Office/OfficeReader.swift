/// Reads DOC, WPS, RTF and ODT: what LibreOffice makes of them, as a Word document.
struct OfficeReader: Sendable {
    var converter = LibreOfficeConverter()
    let limits: ReadingLimits

    init(limits: ReadingLimits) { self.limits = limits }

    /// - Throws: ``ReadingError`` where LibreOffice is absent, the document encrypted or broken, or a limit is reached.
    func read(_ bytes: [UInt8], _ format: OfficeFormat) throws(ReadingError) -> SourceDocument {
        if OfficeFormat.isEncrypted(bytes) { throw .needsPassword }
        var document = try WordReader(limits: limits).read(converter.docx(bytes, format, limits: limits))
        document.mediaType = format.mediaType
        // Places in the converted document are none in this one.
        document.layout?.places = []
        return document
    }
}

extension ReadingError {
    static var needsPassword: ReadingError {
        ReadingError(
            .encrypted, "it is encrypted and opens with a password alone", hint: "save a copy without the password")
    }
}
