/// Writes ZIP archives for tests, faulty ones among them.
package struct ZipWriter {
    package struct Entry {
        package var name: [UInt8]
        package var packed: [UInt8]
        package var size: Int
        package var crc: UInt32
        /// 0 stored, 8 deflated.
        package var method: UInt16
        package var flags: UInt16 = 0
        /// The name in the local header, where it is to differ.
        package var localName: [UInt8]?
        /// Where the directory says that the entry begins, where it is to lie.
        package var offset: Int?

        package init(name: [UInt8], packed: [UInt8], size: Int, crc: UInt32, method: UInt16, flags: UInt16 = 0) {
            self.name = name
            self.packed = packed
            self.size = size
            self.crc = crc
            self.method = method
            self.flags = flags
        }
    }
    package var entries: [Entry] = []

    package init() {}

    package mutating func add(_ name: String, _ bytes: [UInt8], deflated: Bool = false, isMarkedUTF8: Bool = true) {
        let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
        add(Array(name.utf8), bytes, deflated: deflated, flags: isASCII || !isMarkedUTF8 ? 0 : 0x800)
    }

    package mutating func add(_ name: [UInt8], _ bytes: [UInt8], deflated: Bool = false, flags: UInt16 = 0) {
        entries.append(
            Entry(
                name: name, packed: deflated ? Deflate.pack(bytes) : bytes, size: bytes.count, crc: CRC32.of(bytes),
                method: deflated ? 8 : 0, flags: flags))
    }

    package mutating func add(_ name: String, _ text: String, deflated: Bool = true) {
        add(name, Array(text.utf8), deflated: deflated)
    }

    package func bytes() -> [UInt8] {
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

package enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    package static func of(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }
}

/// Deflate (RFC 1951) with fixed codes, where only runs of one byte are shortened: by up to a thousand times.
package enum Deflate {
    package static func pack(_ bytes: [UInt8]) -> [UInt8] {
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

    /// `count` zeros, a thousand times shorter: with codes of the block's own, where a run of 258 takes two bits.
    package static func zeros(_ count: Int) -> [UInt8] {
        var bits = Bits()
        // The last block, with codes of its own: 286 of letters, 1 of distances, 18 of code lengths.
        bits.put(0b101, 3)
        bits.put(286 - 257, 5)
        bits.put(0, 5)
        bits.put(18 - 4, 4)
        // Lengths of the code lengths' codes, in the order of RFC 1951 3.2.7: 18 has one bit, 2 and 1 have two.
        let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1]
        for symbol in order { bits.put([18: 1, 1: 2, 2: 2][symbol] ?? 0, 3) }
        func two() { bits.reversed(0b11, 2) }
        func one() { bits.reversed(0b10, 2) }
        func none(_ count: Int) {
            bits.reversed(0, 1)
            bits.put(count - 11, 7)
        }
        // The letter 0 and the end have two bits, the run of 258 and its distance of 1 have one.
        two()
        none(138)
        none(117)
        two()
        none(28)
        one()
        one()
        bits.reversed(0b10, 2)
        for _ in 0..<(count - 1) / 258 { bits.put(0, 2) }
        for _ in 0..<(count - 1) % 258 { bits.reversed(0b10, 2) }
        bits.reversed(0b11, 2)
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
