/// Text as its bytes gave it: line ends untouched, a byte order mark taken off.
package struct DecodedText: Sendable {
    package var scalars: [Unicode.Scalar]
    /// IANA name: UTF-8, UTF-16LE, UTF-16BE, GB18030, Big5 …
    package var charset: String
    package var hadByteOrderMark: Bool

    package init(scalars: [Unicode.Scalar], charset: String, hadByteOrderMark: Bool) {
        self.scalars = scalars
        self.charset = charset
        self.hadByteOrderMark = hadByteOrderMark
    }
}

/// Decodes the bytes of a plain text file, strictly: no byte is replaced or left out.
///
/// Without `charset`, a byte order mark decides; then well-formed UTF-8 is UTF-8; then what the bytes look like, where
/// GB18030 goes before what resembles it less.
/// - Parameters:
///   - charset: A name that IANA or ICU knows, in any case. gbk, gb2312 and cp936 are read as GB18030, which holds them.
///   - limit: The most bytes to read.
/// - Throws: ``ReadingError`` when the bytes are empty, too many, no text, or not in the charset.
package func decodeText(
    _ bytes: [UInt8], charset: String? = nil, limit: Int = 64 << 20
) throws(ReadingError) -> DecodedText {
    guard bytes.count <= limit else {
        throw ReadingError(
            .tooLarge, "the input has \(bytes.count) bytes, more than the \(limit) that are read",
            hint: "split it, or raise the limit")
    }
    guard !bytes.isEmpty else { throw ReadingError(.empty, "the input is empty") }
    if let name = FileSignature.name(of: bytes) {
        throw ReadingError(
            .unsupportedFormat, "the input is \(name), which is not supported yet",
            offset: 0, hint: "save it as plain text in UTF-8 first")
    }
    let decoder = TextDecoder(bytes: bytes)
    let text = if let charset { try decoder.decode(as: charset) } else { try decoder.decodeDetecting() }
    try checkIsText(text, bytes)
    return text
}

/// How many scalars tell whether a text is one.
private let sampleLength = 8192

private func checkIsText(_ text: DecodedText, _ bytes: [UInt8]) throws(ReadingError) {
    var controls = 0
    for scalar in text.scalars.prefix(sampleLength) where isControl(scalar) { controls += 1 }
    if controls * 50 > min(text.scalars.count, sampleLength) {
        throw ReadingError(
            .binary, "the input is no text: \(controls) control characters at its beginning",
            hint: "extract the text of the document first")
    }
    let isWide = text.charset.hasPrefix("UTF-16") || text.charset.hasPrefix("UTF-32")
    if !isWide, let zero = bytes.firstIndex(of: 0) { throw binary(at: zero) }
    if isWide, text.scalars.contains("\0") { throw binary(at: nil) }
    if text.scalars.allSatisfy(\.properties.isWhitespace) {
        throw ReadingError(.empty, "the input holds nothing but white space")
    }
}

func binary(at zero: Int?) -> ReadingError {
    ReadingError(
        .binary, "the input is no text: it holds a byte 0", offset: zero, hint: "extract the text of the document first"
    )
}

/// C0 and C1 controls that plain text does not have; line ends, tabs and page breaks are text.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0: true
    default: false
    }
}
