/// Formats known by their first bytes that are not plain text.
enum FileSignature {
    private static let known: [(name: String, bytes: [UInt8])] = [
        ("a PDF document", Array("%PDF-".utf8)),
        ("a ZIP container (DOCX, OFD, XLSX)", [0x50, 0x4B, 0x03, 0x04]),
        ("an empty ZIP container", [0x50, 0x4B, 0x05, 0x06]),
        ("a Word or Excel document of before 2007 (DOC, XLS, WPS)", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        ("an RTF document", Array("{\\rtf".utf8)),
        ("a PNG image", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("a JPEG image", [0xFF, 0xD8, 0xFF]),
        ("a GIF image", Array("GIF8".utf8)),
        ("a TIFF image", [0x49, 0x49, 0x2A, 0x00]),
        ("a TIFF image", [0x4D, 0x4D, 0x00, 0x2A]),
        ("a gzip archive", [0x1F, 0x8B, 0x08]),
        ("a RAR archive", Array("Rar!".utf8) + [0x1A, 0x07]),
        ("a 7z archive", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        ("an executable file", [0x7F, 0x45, 0x4C, 0x46]),
    ]

    /// What the bytes are, when their beginning tells.
    static func name(of bytes: [UInt8]) -> String? {
        known.first { bytes.starts(with: $0.bytes) }?.name
    }
}
