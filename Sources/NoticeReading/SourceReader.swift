/// Reads the bytes of a source file in whatever format their beginning tells; the file's name tells nothing.
package struct SourceReader: Sendable {
    package let options: ReadingOptions

    package init(options: ReadingOptions = ReadingOptions()) {
        self.options = options
    }

    /// - Throws: ``ReadingError`` where the bytes are empty, too many, in a format that is not read, or faulty.
    package func read(_ bytes: [UInt8]) throws(ReadingError) -> SourceDocument {
        if bytes.count <= options.limits.bytes {
            if bytes.starts(with: "%PDF-".utf8) { return try PDFReader(options: options).read(bytes) }
            if OfficeFormat.isEncrypted(bytes) { throw .needsPassword }
            if let format = OfficeFormat(of: bytes) {
                return try OfficeReader(limits: options.limits).read(bytes, format)
            }
            if ContainerReader.isContainer(bytes) {
                return try ContainerReader(limits: options.limits).read(bytes)
            }
        }
        switch SourceFormat(of: bytes) {
        case .html: return try HTMLReader(options: options).read(bytes)
        case .text: return try readText(bytes)
        }
    }

    private func readText(_ bytes: [UInt8]) throws(ReadingError) -> SourceDocument {
        let text = try decodeText(bytes, charset: options.charset, limit: options.limits.bytes)
        if let table = try SeparatedValues(text.scalars, limits: options.limits) {
            return table.document(charset: text.charset)
        }
        return SourceDocument(mediaType: "text/plain", charset: text.charset, rendition: text.scalars)
    }
}
