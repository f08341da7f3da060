/// A JSON value as parsed, with its place for messages.
struct JSONValue {
    enum Content {
        case null
        case bool(Bool)
        /// The number as written: nothing here is ever floating point.
        case number(String)
        case string(String)
        case array([JSONValue])
        case object([Member], isClosed: Bool)
    }

    struct Member {
        var key: String
        var keyOffset: Int
        var value: JSONValue
    }

    var content: Content
    /// The first byte of the value.
    var offset: Int
}

// MARK: Readings

extension JSONValue {
    func string() throws(BundleReadingError) -> String {
        guard case .string(let value) = content else { throw mismatch("a string") }
        return value
    }

    func int() throws(BundleReadingError) -> Int {
        guard case .number(let text) = content else { throw mismatch("a whole number") }
        guard let value = Int(text) else { throw error("a whole number of at most 64 bits", found: shortened(text)) }
        return value
    }

    func array() throws(BundleReadingError) -> [JSONValue] {
        guard case .array(let values) = content else { throw mismatch("a list") }
        return values
    }

    func list<Value: JSONCodable>() throws(BundleReadingError) -> [Value] {
        let values = try array()
        var list: [Value] = []
        list.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            do {
                list.append(try Value(from: value))
            } catch {
                throw error.inside(index)
            }
        }
        return list
    }

    func intRange() throws(BundleReadingError) -> ClosedRange<Int> {
        let bounds: [Int] = try list()
        guard bounds.count == 2, bounds[0] <= bounds[1] else {
            throw error("two whole numbers in ascending order", found: "\(bounds)")
        }
        return bounds[0]...bounds[1]
    }
}

// MARK: Errors

extension JSONValue {
    func error(_ expected: String, found: String?) -> BundleReadingError {
        BundleReadingError(.invalidValue, expected: expected, found: found, offset: offset)
    }

    func mismatch(_ expected: String) -> BundleReadingError {
        BundleReadingError(.typeMismatch, expected: expected, found: kindName, offset: offset)
    }

    private var kindName: String {
        switch content {
        case .null: "null (an absent value is left out)"
        case .bool(let value): "\(value)"
        case .number(let text): "the number \(shortened(text))"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// `text` cut to a length that fits into a message.
func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= 40 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(39))) + "…"
}
