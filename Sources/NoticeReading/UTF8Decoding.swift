/// Why a conversion stopped.
struct DecodingFailure: Error, Sendable, Hashable {
    enum Kind: Sendable, Hashable { case invalid, truncated, unknownCharset, failed }
    var kind: Kind
    /// The first byte of the sequence concerned, counted from the beginning of the input.
    var offset: Int
}

/// Strict UTF-8 (RFC 3629): no surrogates, no overlong forms, nothing beyond U+10FFFF.
enum UTF8Decoding {
    static func decode(_ bytes: [UInt8], from start: Int) throws(DecodingFailure) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(bytes.count - start)
        let count = bytes.count
        var at = start
        while at < count {
            let lead = bytes[at]
            if lead < 0x80 {
                scalars.append(Unicode.Scalar(lead))
                at += 1
                continue
            }
            let length = sequenceLength(bytes, at)
            guard length > 0 else {
                throw DecodingFailure(kind: isTruncated(bytes, at) ? .truncated : .invalid, offset: at)
            }
            var value = UInt32(lead)
            switch length {
            case 2: value = (value & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F)
            case 3: value = (value & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
            default:
                value = (value & 0x07) << 18 | UInt32(bytes[at + 1] & 0x3F) << 12
                value |= UInt32(bytes[at + 2] & 0x3F) << 6 | UInt32(bytes[at + 3] & 0x3F)
            }
            guard let scalar = Unicode.Scalar(value) else { throw DecodingFailure(kind: .invalid, offset: at) }
            scalars.append(scalar)
            at += length
        }
        return scalars
    }

    /// The length of the well-formed sequence of several bytes at `at`, or 0 (Unicode, table 3-7).
    @inline(__always)
    private static func sequenceLength(_ bytes: [UInt8], _ at: Int) -> Int {
        let lead = bytes[at]
        let left = bytes.count - at
        if lead >= 0xE0, lead < 0xF0 {
            guard left >= 3 else { return 0 }
            let second = bytes[at + 1]
            guard second & 0xC0 == 0x80, bytes[at + 2] & 0xC0 == 0x80 else { return 0 }
            // Overlong forms and surrogates.
            if lead == 0xE0, second < 0xA0 { return 0 }
            if lead == 0xED, second > 0x9F { return 0 }
            return 3
        }
        if lead >= 0xC2, lead < 0xE0 {
            return left >= 2 && bytes[at + 1] & 0xC0 == 0x80 ? 2 : 0
        }
        guard lead >= 0xF0, lead <= 0xF4, left >= 4 else { return 0 }
        let second = bytes[at + 1]
        guard second & 0xC0 == 0x80, bytes[at + 2] & 0xC0 == 0x80, bytes[at + 3] & 0xC0 == 0x80 else { return 0 }
        if lead == 0xF0, second < 0x90 { return 0 }
        if lead == 0xF4, second > 0x8F { return 0 }
        return 4
    }

    /// Whether the input ends inside the sequence at `at`, which is well-formed so far.
    private static func isTruncated(_ bytes: [UInt8], _ at: Int) -> Bool {
        let lead = bytes[at]
        let length =
            switch lead {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        guard bytes.count - at < length else { return false }
        for index in (at + 1)..<bytes.count where bytes[index] & 0xC0 != 0x80 { return false }
        guard at + 1 < bytes.count else { return true }
        return switch lead {
        case 0xE0: bytes[at + 1] >= 0xA0
        case 0xED: bytes[at + 1] <= 0x9F
        case 0xF0: bytes[at + 1] >= 0x90
        case 0xF4: bytes[at + 1] <= 0x8F
        default: true
        }
    }

    /// Whether the bytes are UTF-8 with a few damaged places rather than another charset.
    static func isDamaged(_ bytes: [UInt8], upTo limit: Int) -> Bool {
        var wellFormed = 0
        var damaged = 0
        var at = 0
        while at < min(limit, bytes.count) {
            if bytes[at] < 0x80 {
                at += 1
                continue
            }
            let length = sequenceLength(bytes, at)
            if length > 0 { wellFormed += 1 } else { damaged += 1 }
            at += max(length, 1)
        }
        return wellFormed >= 4 && wellFormed >= 4 * damaged
    }

    /// How many sequences of several bytes are well-formed, and how many bytes beyond ASCII stand outside of such.
    static func multibyteSequences(_ bytes: [UInt8]) -> (wellFormed: Int, damaged: Int) {
        var wellFormed = 0
        var damaged = 0
        var at = 0
        while at < bytes.count {
            if bytes[at] < 0x80 {
                at += 1
                continue
            }
            let length = sequenceLength(bytes, at)
            if length > 0 { wellFormed += 1 } else { damaged += 1 }
            at += max(length, 1)
        }
        return (wellFormed, damaged)
    }
}
