/// Rows as CSV (RFC 4180): lines end in CR LF, a field with a comma, a quotation mark or a line end is quoted.
package struct CSV: Sendable {
    /// Excel takes a file without a byte order mark for the system's old encoding.
    package var hasByteOrderMark: Bool
    package private(set) var bytes: [UInt8] = []

    package init(hasByteOrderMark: Bool) {
        self.hasByteOrderMark = hasByteOrderMark
        if hasByteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    package mutating func add(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: quoted(neutralized(field)).utf8)
        }
        bytes += [0x0D, 0x0A]
    }

    /// A field that begins like a formula is run by spreadsheets; the notice's words must not be. Signed numbers are none.
    private func neutralized(_ field: String) -> String {
        // The contract's sign of equality alone runs nothing.
        guard field != "=", let first = field.utf8.first, "=+-@\t\r".utf8.contains(first) else { return field }
        let isNumber = field.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        return (first == UInt8(ascii: "+") || first == UInt8(ascii: "-")) && isNumber ? field : "'" + field
    }

    private func quoted(_ field: String) -> String {
        guard field.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
