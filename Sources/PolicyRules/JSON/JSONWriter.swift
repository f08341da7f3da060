/// Writes canonical JSON (RFC 8259) as UTF-8: keys in the order in which they are asked for, only the escapes that JSON
/// requires, no floating point. Lists of plain values stand on one line.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private let isPretty: Bool
    private var depth = 0
    /// Whether the next member or element is the first of its object or list.
    private var isFirst = true

    init(format: JSONFormat) {
        isPretty = format == .pretty
    }

    mutating func finish() -> [UInt8] {
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }
}

// MARK: Members

extension JSONWriter {
    mutating func member<Value: JSONCodable>(_ key: StaticString, _ value: Value) {
        self.key(key)
        value.write(to: &self)
    }

    /// Nothing is written for an absent value.
    mutating func member<Value: JSONCodable>(_ key: StaticString, _ value: Value?) {
        if let value { member(key, value) }
    }

    mutating func members<Value: JSONCodable>(_ key: StaticString, _ values: [Value]) {
        self.key(key)
        list(values)
    }

    mutating func membersUnlessEmpty<Value: JSONCodable>(_ key: StaticString, _ values: [Value]) {
        if !values.isEmpty { members(key, values) }
    }

    /// The origins by field, in the order of the fields' UTF-8; nothing if there are none.
    mutating func origins(_ origins: [String: Origin]) {
        guard !origins.isEmpty else { return }
        key("origins")
        beginObject()
        for (field, origin) in origins.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            separate()
            string(field)
            colon()
            origin.write(to: &self)
        }
        endObject()
    }
}

// MARK: Structure

extension JSONWriter {
    mutating func beginObject() {
        bytes.append(UInt8(ascii: "{"))
        depth += 1
        isFirst = true
    }

    mutating func endObject() {
        depth -= 1
        if !isFirst { newLine() }
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    mutating func list<Value: JSONCodable>(_ values: [Value]) {
        bytes.append(UInt8(ascii: "["))
        depth += 1
        isFirst = true
        for value in values {
            if Value.standsOnOneLine {
                if !isFirst {
                    bytes.append(UInt8(ascii: ","))
                    if isPretty { bytes.append(UInt8(ascii: " ")) }
                }
                isFirst = false
            } else {
                separate()
            }
            value.write(to: &self)
        }
        depth -= 1
        if !values.isEmpty && !Value.standsOnOneLine { newLine() }
        bytes.append(UInt8(ascii: "]"))
        isFirst = false
    }

    private mutating func key(_ key: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        colon()
    }

    private mutating func colon() {
        bytes.append(UInt8(ascii: ":"))
        if isPretty { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        newLine()
    }

    private mutating func newLine() {
        guard isPretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<depth {
            bytes.append(UInt8(ascii: " "))
            bytes.append(UInt8(ascii: " "))
        }
    }
}

// MARK: Values

extension JSONWriter {
    mutating func int(_ value: Int) {
        bytes.append(contentsOf: String(value).utf8)
    }

    /// RFC 8259, 7: only the quotation mark, the reverse solidus and U+0000 to U+001F must be escaped.
    mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        let utf8 = value.utf8
        let isDone: Void? = utf8.withContiguousStorageIfAvailable { append($0) }
        if isDone == nil { Array(utf8).withUnsafeBufferPointer { append($0) } }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(_ utf8: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in utf8.indices {
            let byte = utf8[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            bytes.append(contentsOf: utf8[start..<index])
            start = index + 1
            escape(byte)
        }
        bytes.append(contentsOf: utf8[start...])
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x00..<0x20:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
            bytes.append(hexadecimalDigits[Int(byte & 0xF)])
        default: bytes.append(byte)
        }
    }
}

/// `0` to `f` in ASCII.
let hexadecimalDigits: [UInt8] = Array("0123456789abcdef".utf8)
