/// Goes through the tags and texts of markup that a program of ours wrote, in linear time and without a tree.
///
/// Not a parser of XML from anywhere: names and attributes are taken as they stand, document types and comments are passed
/// over, and no entity but the five predefined ones and numbers is known.
struct MarkupScanner: Sendable {
    enum Token: Sendable, Hashable {
        /// The ranges of the name and of all that follows it in the tag.
        case open(name: Range<Int>, attributes: Range<Int>, isEmpty: Bool)
        case close(name: Range<Int>)
        case text(Range<Int>)
    }

    let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next tag or text, nil at the end or where a tag is not finished.
    mutating func next() -> Token? {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                let start = position
                while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
                return .text(start..<position)
            }
            guard position + 1 < bytes.count else { return nil }
            switch bytes[position + 1] {
            case UInt8(ascii: "!") where starts(with: Self.comment, at: position):
                position = end(of: Self.commentEnd, from: position + Self.comment.count)
            case UInt8(ascii: "!"), UInt8(ascii: "?"):
                position = end(of: [UInt8(ascii: ">")], from: position)
            case UInt8(ascii: "/"):
                let name = name(from: position + 2)
                position = end(of: [UInt8(ascii: ">")], from: name.upperBound)
                return .close(name: name)
            default:
                let name = name(from: position + 1)
                guard let end = tagEnd(from: name.upperBound) else {
                    position = bytes.count
                    return nil
                }
                position = end + 1
                let isEmpty = end > name.upperBound && bytes[end - 1] == UInt8(ascii: "/")
                return .open(name: name, attributes: name.upperBound..<(isEmpty ? end - 1 : end), isEmpty: isEmpty)
            }
        }
        return nil
    }

    func has(_ range: Range<Int>, _ name: StaticString) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { bytes[range].elementsEqual($0) }
    }

    /// The value of an attribute as it stands between its quotation marks.
    func attribute(_ name: StaticString, in attributes: Range<Int>) -> Range<Int>? {
        var index = attributes.lowerBound
        while index < attributes.upperBound {
            while index < attributes.upperBound, Self.isSpace(bytes[index]) { index += 1 }
            let start = index
            while index < attributes.upperBound, bytes[index] != UInt8(ascii: "="), !Self.isSpace(bytes[index]) {
                index += 1
            }
            let found = start..<index
            guard index + 1 < attributes.upperBound, bytes[index] == UInt8(ascii: "=") else {
                index += 1
                continue
            }
            let quote = bytes[index + 1]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
            let value = index + 2
            index = value
            while index < attributes.upperBound, bytes[index] != quote { index += 1 }
            if has(found, name) { return value..<index }
            index += 1
        }
        return nil
    }

    func number(_ name: StaticString, in attributes: Range<Int>) -> Double? {
        guard let value = attribute(name, in: attributes) else { return nil }
        var numbers = NumberScanner(bytes, value)
        return numbers.next()
    }

    /// The letters of a text or a value, entities resolved.
    func letters(_ range: Range<Int>) -> [Unicode.Scalar] {
        let scalars = Array(String(decoding: bytes[range], as: UTF8.self).unicodeScalars)
        guard scalars.contains("&") else { return scalars }
        var letters: [Unicode.Scalar] = []
        letters.reserveCapacity(scalars.count)
        var index = 0
        while index < scalars.count {
            // The longest is `&#x10FFFF;`.
            if scalars[index] == "&",
                let end = scalars[index..<min(index + 10, scalars.count)].firstIndex(of: ";"),
                let letter = Self.entity(scalars[index + 1..<end])
            {
                letters.append(letter)
                index = end + 1
            } else {
                letters.append(scalars[index])
                index += 1
            }
        }
        return letters
    }

    private static func entity(_ name: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
        let text = String(String.UnicodeScalarView(name))
        switch text {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard text.hasPrefix("#") else { return nil }
        let digits = text.dropFirst()
        let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init)
    }

    // MARK: Places

    private static let comment = Array("<!--".utf8)
    private static let commentEnd = Array("-->".utf8)

    private func starts(with prefix: [UInt8], at index: Int) -> Bool {
        index + prefix.count <= bytes.count && bytes[index..<index + prefix.count].elementsEqual(prefix)
    }

    private func end(of mark: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count, !starts(with: mark, at: index) { index += 1 }
        return min(index + mark.count, bytes.count)
    }

    private func name(from start: Int) -> Range<Int> {
        var index = start
        while index < bytes.count, !Self.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">"),
            bytes[index] != UInt8(ascii: "/")
        {
            index += 1
        }
        return min(start, index)..<index
    }

    /// Where the `>` of a tag stands: one between quotation marks is none.
    private func tagEnd(from start: Int) -> Int? {
        var quote: UInt8?
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index
            }
            index += 1
        }
        return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// Reads decimal numbers, such as those of a path, from bytes.
struct NumberScanner: Sendable {
    private let bytes: [UInt8]
    private(set) var position: Int
    private let end: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    /// The next byte that belongs to no number and is no separator.
    mutating func letter() -> UInt8? {
        skipSeparators()
        guard position < end, !isNumber(bytes[position]) else { return nil }
        position += 1
        return bytes[position - 1]
    }

    mutating func next() -> Double? {
        skipSeparators()
        let start = position
        while position < end, isNumber(bytes[position]) || isExponent(position, start) { position += 1 }
        guard position > start else { return nil }
        return Double(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    var isAtEnd: Bool { position >= end }

    private mutating func skipSeparators() {
        while position < end, bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: ",") { position += 1 }
    }

    private func isNumber(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+")
    }

    private func isExponent(_ index: Int, _ start: Int) -> Bool { index > start && bytes[index] | 0x20 == 0x65 }
}
