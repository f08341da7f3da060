/// A place in JSON text, for messages.
package struct JSONPlace: Sendable, Hashable {
    /// The byte of the text, from 0.
    package var offset: Int
    /// The line, from 1.
    package var line: Int
    /// The column, from 1, in Unicode scalars.
    package var column: Int
}

/// JSON text that was read once more to say where its values stand.
package struct JSONPlaces {
    private let bytes: [UInt8]
    private let root: JSONValue

    /// - Throws: `BundleReadingError` where the bytes are no JSON.
    package init(_ bytes: [UInt8]) throws(BundleReadingError) {
        self.bytes = bytes
        var parser = JSONParser(bytes, options: BundleReadingOptions())
        root = try parser.parse()
    }

    /// The place of the value that a JSON Pointer (RFC 6901) leads to, or of the innermost value on the way that is there.
    package func place(of pointer: String) -> JSONPlace {
        var value = root
        for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            guard let next = value.child(named: unescaped(token)) else { break }
            value = next
        }
        let place = BundleReadingError(.invalidValue, expected: "", offset: value.offset).located(in: bytes)
        return JSONPlace(offset: place.offset, line: place.line, column: place.column)
    }

    private func unescaped(_ token: Substring) -> String {
        guard token.contains("~") else { return String(token) }
        var text = ""
        var isEscaped = false
        for letter in token {
            if isEscaped {
                text.append(letter == "1" ? "/" : "~")
                isEscaped = false
            } else if letter == "~" {
                isEscaped = true
            } else {
                text.append(letter)
            }
        }
        return text
    }
}

extension JSONValue {
    fileprivate func child(named name: String) -> JSONValue? {
        switch content {
        case .object(let members, _): members.first { $0.key == name }?.value
        case .array(let values): Int(name).flatMap { values.indices.contains($0) ? values[$0] : nil }
        default: nil
        }
    }
}
