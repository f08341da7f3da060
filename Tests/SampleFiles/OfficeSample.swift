/// Files of old word processors.
package enum OfficeSample {
    /// A compound file of one directory entry; no word processor could read it.
    package static func compoundFile(stream name: String) -> [UInt8] {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        bytes += [UInt8](repeating: 0, count: 512 - bytes.count)
        var entry = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let length = entry.count
        entry += [UInt8](repeating: 0, count: 128 - length)
        entry[64] = UInt8(length + 2)
        return bytes + entry + [UInt8](repeating: 0, count: 512)
    }

    package static func richText(_ text: String) -> String {
        text.utf16.map { $0 < 128 ? String(UnicodeScalar(UInt8($0))) : "\\u\(Int16(bitPattern: $0)) " }.joined()
    }
}
