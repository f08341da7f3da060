/// Formats of word processors that are read through LibreOffice, known by what is in the file.
enum OfficeFormat: Sendable, Hashable {
    /// Word 97 to 2003, and WPS Office's own format of that time, which is the same: an OLE2 compound file.
    case word
    case richText
    /// OpenDocument text (ISO/IEC 26300).
    case openDocument

    private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// The format of the bytes, nil where they are something else, also another kind of compound file.
    init?(of bytes: [UInt8]) {
        if bytes.starts(with: Self.compoundFile) {
            guard Self.hasStream("WordDocument", bytes) else { return nil }
            self = .word
        } else if bytes.starts(with: "{\\rtf".utf8) {
            self = .richText
        } else if Self.isOpenDocumentText(bytes) {
            self = .openDocument
        } else {
            return nil
        }
    }

    var mediaType: String {
        switch self {
        case .word: "application/msword"
        case .richText: "application/rtf"
        case .openDocument: "application/vnd.oasis.opendocument.text"
        }
    }

    /// The name under which LibreOffice gets the file: with it no filter is tried that fits neither name nor content.
    var fileName: String {
        switch self {
        case .word: "input.doc"
        case .richText: "input.rtf"
        case .openDocument: "input.odt"
        }
    }

    /// Whether the document asks for a password.
    static func isEncrypted(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: compoundFile) else { return false }
        // A DOCX with a password is a compound file of its own.
        if hasStream("EncryptedPackage", bytes) { return true }
        // The file information block, mostly in the first sector: its mark, and the flag for encryption ([MS-DOC] 2.5.2).
        guard bytes.count > 524, bytes[512] == 0xEC, bytes[513] == 0xA5 else { return false }
        return bytes[523] & 0x01 != 0
    }

    /// Whether the directory of a compound file has an entry of the name. Entries are 128 bytes long and stand at multiples
    /// of that; the name comes first, in UTF-16, then the length of it with its end, in bytes ([MS-CFB] 2.6.1).
    private static func hasStream(_ name: String, _ bytes: [UInt8]) -> Bool {
        let letters = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        return stride(from: 512, to: bytes.count - 127, by: 128).contains { start in
            bytes[start + 64] == letters.count + 2 && bytes[start + 65] == 0
                && bytes[start..<start + letters.count].elementsEqual(letters)
        }
    }

    /// The package's first entry is its media type, stored as it is, so that it can be seen without unpacking.
    private static func isOpenDocumentText(_ bytes: [UInt8]) -> Bool {
        let name = Array("mimetype".utf8)
        let type = Array("application/vnd.oasis.opendocument.text".utf8)
        guard bytes.count > 100, bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
        guard bytes[30..<30 + name.count].elementsEqual(name) else { return false }
        let start = 30 + name.count + Int(bytes[28]) + Int(bytes[29]) << 8
        guard start + type.count < bytes.count else { return false }
        // Templates and the like have a longer type.
        return bytes[start..<start + type.count].elementsEqual(type)
    }
}
