/// The formats that are read, told by the first bytes.
enum SourceFormat {
    case html, text

    init(of bytes: [UInt8]) {
        if FileSignature.name(of: bytes) == nil, HTMLSignature.matches(bytes) {
            self = .html
        } else {
            self = .text
        }
    }
}
