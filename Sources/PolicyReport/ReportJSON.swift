/// A JSON value whose members keep their order, written as canonical JSON (RFC 8259): no floating point, only the escapes
/// that must be. Lists of plain values stand on one line.
package indirect enum ReportJSON: Sendable, Hashable {
    case string(String)
    case int(Int)
    case bool(Bool)
    case list([ReportJSON])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package var key: String
        package var value: ReportJSON
    }

    /// Members without a value are left out.
    package static func object(_ members: KeyValuePairs<String, ReportJSON?>) -> ReportJSON {
        .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
    }

    package static func strings(_ texts: [String]) -> ReportJSON { .list(texts.map { .string($0) }) }

    /// Two spaces a level and a line feed at the end.
    package var pretty: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, depth: 0, isPretty: true)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// On one line, without a line feed.
    package var compact: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, depth: 0, isPretty: false)
        return bytes
    }

    private var isPlain: Bool {
        switch self {
        case .string, .int, .bool: true
        case .list, .object: false
        }
    }

    private func write(to bytes: inout [UInt8], depth: Int, isPretty: Bool) {
        func newLine(_ depth: Int) {
            guard isPretty else { return }
            bytes.append(UInt8(ascii: "\n"))
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
        }
        switch self {
        case .string(let text): Self.write(text, to: &bytes)
        case .int(let number): bytes.append(contentsOf: String(number).utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            let isOneLine = values.allSatisfy(\.isPlain)
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(contentsOf: (isOneLine && isPretty ? ", " : ",").utf8) }
                if !isOneLine { newLine(depth + 1) }
                value.write(to: &bytes, depth: depth + 1, isPretty: isPretty)
            }
            if !isOneLine { newLine(depth) }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                newLine(depth + 1)
                Self.write(member.key, to: &bytes)
                bytes.append(contentsOf: (isPretty ? ": " : ":").utf8)
                member.value.write(to: &bytes, depth: depth + 1, isPretty: isPretty)
            }
            if !members.isEmpty { newLine(depth) }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            case 0..<0x20:
                bytes += Array("\\u00".utf8)
                bytes += [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
