/// Writes ZIP archives for tests, faulty ones among them.
struct ZipWriter {
    struct Entry {
        var name: [UInt8]
        var packed: [UInt8]
        var size: Int
        var crc: UInt32
        /// 0 stored, 8 deflated.
        var method: UInt16
        var flags: UInt16 = 0
        /// The name in the local header, where it is to differ.
        var localName: [UInt8]?
        /// Where the directory says that the entry begins, where it is to lie.
        var offset: Int?
    }
    var entries: [Entry] = []

    mutating func add(_ name: String, _ bytes: [UInt8], deflated: Bool = false, isMarkedUTF8: Bool = true) {
        let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
        add(Array(name.utf8), bytes, deflated: deflated, flags: isASCII || !isMarkedUTF8 ? 0 : 0x800)
    }

    mutating func add(_ name: [UInt8], _ bytes: [UInt8], deflated: Bool = false, flags: UInt16 = 0) {
        entries.append(
            Entry(
                name: name, packed: deflated ? Deflate.pack(bytes) : bytes, size: bytes.count, crc: CRC32.of(bytes),
                method: deflated ? 8 : 0, flags: flags))
    }

    mutating func add(_ name: String, _ text: String, deflated: Bool = true) {
        add(name, Array(text.utf8), deflated: deflated)
    }

    func bytes() -> [UInt8] {
        var out: [UInt8] = []
        var offsets: [Int] = []
        for entry in entries {
            offsets.append(entry.offset ?? out.count)
            if entry.offset != nil { continue }
            let name = entry.localName ?? entry.name
            put(0x0403_4B50, 4, &out)
            put(20, 2, &out)
            header(entry, name.count, &out)
            put(0, 2, &out)
            out += name
            out += entry.packed
        }
        let directory = out.count
        for (entry, offset) in zip(entries, offsets) {
            put(0x0201_4B50, 4, &out)
            put(20, 2, &out)
            put(20, 2, &out)
            header(entry, entry.name.count, &out)
            put(0, 2, &out)
            put(0, 2, &out)
            put(0, 2, &out)
            put(0, 2, &out)
            put(0, 4, &out)
            put(UInt64(offset), 4, &out)
            out += entry.name
        }
        let size = out.count - directory
        put(0x0605_4B50, 4, &out)
        put(0, 4, &out)
        put(UInt64(entries.count), 2, &out)
        put(UInt64(entries.count), 2, &out)
        put(UInt64(size), 4, &out)
        put(UInt64(directory), 4, &out)
        put(0, 2, &out)
        return out
    }

    private func header(_ entry: Entry, _ nameLength: Int, _ out: inout [UInt8]) {
        put(UInt64(entry.flags), 2, &out)
        put(UInt64(entry.method), 2, &out)
        // 1980-01-01
        put(0, 2, &out)
        put(0x21, 2, &out)
        put(UInt64(entry.crc), 4, &out)
        put(UInt64(entry.packed.count), 4, &out)
        put(UInt64(entry.size), 4, &out)
        put(UInt64(nameLength), 2, &out)
    }

    private func put(_ value: UInt64, _ count: Int, _ out: inout [UInt8]) {
        for index in 0..<count { out.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(index)))) }
    }
}

enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }
}

/// Deflate (RFC 1951) with fixed codes, where only runs of one byte are shortened: by up to a thousand times.
enum Deflate {
    static func pack(_ bytes: [UInt8]) -> [UInt8] {
        var bits = Bits()
        bits.put(0b011, 3)
        var at = 0
        while at < bytes.count {
            bits.literal(Int(bytes[at]))
            var end = at + 1
            while end < bytes.count, bytes[end] == bytes[at] { end += 1 }
            var run = end - at - 1
            while run >= 258 {
                bits.literal(285)
                bits.reversed(0, 5)
                run -= 258
            }
            for _ in 0..<run { bits.literal(Int(bytes[at])) }
            at = end
        }
        bits.literal(256)
        return bits.bytes
    }

    private struct Bits {
        var bytes: [UInt8] = []
        private var used = 8

        mutating func put(_ value: Int, _ count: Int) {
            for index in 0..<count {
                if used == 8 {
                    bytes.append(0)
                    used = 0
                }
                bytes[bytes.count - 1] |= UInt8((value >> index) & 1) << UInt8(used)
                used += 1
            }
        }

        /// Huffman codes stand with their highest bit first.
        mutating func reversed(_ value: Int, _ count: Int) {
            for index in (0..<count).reversed() { put((value >> index) & 1, 1) }
        }

        mutating func literal(_ symbol: Int) {
            switch symbol {
            case 0..<144: reversed(0x30 + symbol, 8)
            case 144..<256: reversed(0x190 + symbol - 144, 9)
            case 256..<280: reversed(symbol - 256, 7)
            default: reversed(0xC0 + symbol - 280, 8)
            }
        }
    }
}
