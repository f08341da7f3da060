/// Why a bundle could not be read: where, what was expected and what stands there.
public struct BundleReadingError: Error, Sendable, Hashable {
    /// The kinds of error, stable for programs.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The bytes are not UTF-8, or an escape names half of a surrogate pair.
        case invalidEncoding
        /// Not JSON (RFC 8259).
        case invalidSyntax
        /// A key stands twice in an object.
        case duplicateKey
        /// The input is larger or deeper than `BundleReadingOptions` allow.
        case limitExceeded
        /// A `schemaVersion` with another major number.
        case unsupportedVersion
        /// JSON, but a value of another type.
        case typeMismatch
        /// A value of the right type that the contract does not know.
        case invalidValue
        /// A required key is absent.
        case missingKey
        /// A key that the contract does not know; only where `BundleReadingOptions.refusesUnknownKeys`.
        case unknownKey
    }

    /// The kind of error.
    public var code: Code
    /// What was expected.
    public var expected: String
    /// What stands there instead, if that can be said.
    public var found: String?
    /// JSON Pointer (RFC 6901) to the value; the empty string is the whole bundle.
    public var pointer: String
    /// The byte of the input, from 0.
    public var offset: Int
    /// The line, from 1; lines end at a line feed.
    public var line: Int
    /// The column, from 1, in Unicode scalars.
    public var column: Int

    init(_ code: Code, expected: String, found: String? = nil, offset: Int, pointer: String = "") {
        self.code = code
        self.expected = expected
        self.found = found
        self.pointer = pointer
        self.offset = offset
        line = 1
        column = 1
    }
}

extension BundleReadingError: CustomStringConvertible {
    /// `line:column: pointer: expected …, found …`
    public var description: String {
        "\(line):\(column): " + (pointer.isEmpty ? "" : "\(pointer): ") + "expected \(expected)"
            + (found.map { ", found \($0)" } ?? "")
    }
}

extension BundleReadingError {
    /// The error with `key` or an index before its pointer.
    func inside(_ token: some CustomStringConvertible) -> BundleReadingError {
        var error = self
        error.pointer = "/" + escapedPointerToken(token.description) + pointer
        return error
    }

    /// The error with line and column counted in `bytes`.
    func located(in bytes: [UInt8]) -> BundleReadingError {
        var error = self
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                error.line += 1
                error.column = 1
            } else if byte & 0xC0 != 0x80 {
                error.column += 1
            }
        }
        return error
    }
}

/// RFC 6901, 3: `~` is written `~0` and `/` is written `~1`.
func escapedPointerToken(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
    var escaped = ""
    for scalar in token.unicodeScalars {
        switch scalar {
        case "~": escaped += "~0"
        case "/": escaped += "~1"
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return escaped
}
