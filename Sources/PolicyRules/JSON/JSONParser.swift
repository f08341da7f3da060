/// A strict parser of JSON (RFC 8259): no comments, no trailing commas, no doubled keys, no byte order mark, whole
/// surrogate pairs only. Time is linear in the input; nesting is bounded by the options.
struct JSONParser {
    private let bytes: [UInt8]
    private let options: BundleReadingOptions
    private let maximumDepth: Int
    private var place = 0
    private var depth = 0
    private var valueCount = 0

    init(_ bytes: [UInt8], options: BundleReadingOptions) {
        self.bytes = bytes
        self.options = options
        maximumDepth = min(options.maximumDepth, 256)
    }

    /// The one value that the input holds. Errors have an offset, but neither line nor column.
    mutating func parse() throws(BundleReadingError) -> JSONValue {
        guard bytes.count <= options.maximumBytes else {
            throw BundleReadingError(
                .limitExceeded, expected: "at most \(options.maximumBytes) bytes", found: "\(bytes.count)", offset: 0)
        }
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw BundleReadingError(
                .invalidEncoding, expected: "UTF-8",
                found: "the byte 0x\(hexadecimal(bytes[error.byteOffsets.lowerBound]))",
                offset: error.byteOffsets.lowerBound)
        }
        let value = try value()
        skipWhitespace()
        if place < bytes.count { throw unexpected("the end of the input") }
        return value
    }
}

// MARK: Values

extension JSONParser {
    private mutating func value() throws(BundleReadingError) -> JSONValue {
        skipWhitespace()
        valueCount += 1
        if valueCount > options.maximumValues {
            throw BundleReadingError(
                .limitExceeded, expected: "at most \(options.maximumValues) values", offset: place)
        }
        let start = place
        guard place < bytes.count else { throw unexpected("a value") }
        let content: JSONValue.Content
        switch bytes[place] {
        case UInt8(ascii: "{"): content = try object()
        case UInt8(ascii: "["): content = try array()
        case UInt8(ascii: "\""): content = .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): content = .number(try number())
        case UInt8(ascii: "t"): content = try literal("true", .bool(true))
        case UInt8(ascii: "f"): content = try literal("false", .bool(false))
        case UInt8(ascii: "n"): content = try literal("null", .null)
        default: throw unexpected("a value")
        }
        return JSONValue(content: content, offset: start)
    }

    private mutating func object() throws(BundleReadingError) -> JSONValue.Content {
        try enter()
        var members: [JSONValue.Member] = []
        // Most objects are short: only long ones pay for a set.
        var longKeys: Set<[UInt8]> = []
        skipWhitespace()
        if !skip(UInt8(ascii: "}")) {
            repeat {
                skipWhitespace()
                let keyOffset = place
                guard peek() == UInt8(ascii: "\"") else { throw unexpected(members.isEmpty ? "a key or '}'" : "a key") }
                let key = try string()
                let isDouble: Bool
                if members.count < 16 {
                    isDouble = members.contains { $0.key.unicodeScalars.elementsEqual(key.unicodeScalars) }
                } else {
                    if members.count == 16 { longKeys = Set(members.map { canonicalKey($0.key) }) }
                    isDouble = !longKeys.insert(canonicalKey(key)).inserted
                }
                if isDouble {
                    throw BundleReadingError(
                        .duplicateKey, expected: "each key once", found: "\"\(shortened(key))\" again",
                        offset: keyOffset
                    ).inside(key)
                }
                skipWhitespace()
                guard skip(UInt8(ascii: ":")) else { throw unexpected("':'").inside(key) }
                do {
                    members.append(JSONValue.Member(key: key, keyOffset: keyOffset, value: try value()))
                } catch {
                    throw error.inside(key)
                }
                skipWhitespace()
            } while skip(UInt8(ascii: ","))
            guard skip(UInt8(ascii: "}")) else { throw unexpected("',' or '}'") }
        }
        depth -= 1
        return .object(members, isClosed: options.refusesUnknownKeys)
    }

    private mutating func array() throws(BundleReadingError) -> JSONValue.Content {
        try enter()
        var values: [JSONValue] = []
        skipWhitespace()
        if !skip(UInt8(ascii: "]")) {
            repeat {
                do {
                    values.append(try value())
                } catch {
                    throw error.inside(values.count)
                }
                skipWhitespace()
            } while skip(UInt8(ascii: ","))
            guard skip(UInt8(ascii: "]")) else { throw unexpected("',' or ']'") }
        }
        depth -= 1
        return .array(values)
    }

    private mutating func enter() throws(BundleReadingError) {
        depth += 1
        guard depth <= maximumDepth else {
            throw BundleReadingError(
                .limitExceeded, expected: "at most \(maximumDepth) levels of nesting", offset: place)
        }
        place += 1
    }

    private mutating func literal(
        _ word: StaticString, _ content: JSONValue.Content
    ) throws(BundleReadingError) -> JSONValue.Content {
        let rest = bytes[place...].prefix(word.utf8CodeUnitCount)
        guard word.withUTF8Buffer({ rest.elementsEqual($0) }) else { throw unexpected("\(word)") }
        place += word.utf8CodeUnitCount
        return content
    }

    /// RFC 8259, 6: `-`, an integer without leading zeros, a fraction, an exponent.
    private mutating func number() throws(BundleReadingError) -> String {
        let start = place
        _ = skip(UInt8(ascii: "-"))
        if skip(UInt8(ascii: "0")) {
            if isDigit(peek()) { throw unexpected("a number without leading zeros") }
        } else {
            try digits()
        }
        if skip(UInt8(ascii: ".")) { try digits() }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            try digits()
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func digits() throws(BundleReadingError) {
        guard isDigit(peek()) else { throw unexpected("a digit") }
        while isDigit(peek()) { place += 1 }
    }
}

// MARK: Strings

extension JSONParser {
    private mutating func string() throws(BundleReadingError) -> String {
        let open = place
        place += 1
        var start = place
        var unescaped: [UInt8] = []
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place += 1
                if unescaped.isEmpty { return String(decoding: bytes[start..<place - 1], as: UTF8.self) }
                unescaped.append(contentsOf: bytes[start..<place - 1])
                return String(decoding: unescaped, as: UTF8.self)
            case UInt8(ascii: "\\"):
                unescaped.append(contentsOf: bytes[start..<place])
                unescaped.append(contentsOf: String(Character(try escape())).utf8)
                start = place
            case 0x00..<0x20:
                throw unexpected("a control character to be escaped")
            default:
                place += 1
            }
        }
        throw BundleReadingError(
            .invalidSyntax, expected: "'\"' at the end of the string", found: "the end of the input", offset: open)
    }

    private mutating func escape() throws(BundleReadingError) -> Unicode.Scalar {
        let start = place
        place += 1
        let letter = peek()
        place += 1
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): break
        default:
            throw BundleReadingError(
                .invalidSyntax, expected: "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u", offset: start)
        }
        let high = try hexadecimalUnit()
        if let scalar = Unicode.Scalar(high) { return scalar }
        if high < 0xDC00, skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) {
            let low = try hexadecimalUnit()
            if 0xDC00...0xDFFF ~= low, let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) {
                return scalar
            }
        }
        throw BundleReadingError(
            .invalidEncoding, expected: "a surrogate pair", found: "half of one", offset: start)
    }

    private mutating func hexadecimalUnit() throws(BundleReadingError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek(), let digit = hexadecimalValue(byte) else {
                throw unexpected("four hexadecimal digits")
            }
            unit = unit << 4 | digit
            place += 1
        }
        return unit
    }

    private func hexadecimalValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}

// MARK: Bytes

extension JSONParser {
    private func peek() -> UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        place += 1
        return true
    }

    private mutating func skipWhitespace() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private func isDigit(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    private func unexpected(_ expected: String) -> BundleReadingError {
        BundleReadingError(.invalidSyntax, expected: expected, found: found(), offset: min(place, bytes.count))
    }

    private func found() -> String {
        guard place < bytes.count else { return "the end of the input" }
        let scalars = String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self).unicodeScalars
        guard let scalar = scalars.first else { return "nothing" }
        if scalar == "\u{FEFF}" { return "a byte order mark" }
        if scalar.value < 0x20 { return "the control character 0x\(hexadecimal(UInt8(scalar.value)))" }
        return "'\(scalar)'"
    }
}

private func hexadecimal(_ byte: UInt8) -> String {
    String(decoding: [hexadecimalDigits[Int(byte >> 4)], hexadecimalDigits[Int(byte & 0xF)]], as: UTF8.self)
}

/// A key for a set. Swift strings compare by canonical equivalence, JSON's keys by code points: two spellings of é are
/// two keys.
private func canonicalKey(_ key: String) -> [UInt8] { Array(key.utf8) }
