/// Extractor files as one string, so that a program can carry them in a literal and needs neither files nor a YAML parser.
///
/// The form, after the header line: the names of the files that places point into, the files, and in them the nodes in
/// depth-first order. A number is written in groups of five bits, most significant first, as ASCII from `@`; every group
/// but the last has 0x20 added. A string is its length in UTF-8 bytes and the bytes. A place is the index of its file's
/// name, the difference of its line to the line of the place before (zigzag) and its column.
package enum ExtractorArchive {
    static let header = "guize extractors 1\n"
    /// The deepest nesting that is read, to spare the stack.
    static let maximumDepth = 100

    /// The files as an archive: UTF-8 that `decode` turns into equal files.
    package static func encode(_ files: [ExtractorFile]) -> [UInt8] {
        var encoder = ArchiveEncoder()
        return encoder.encode(files)
    }

    /// The files of an archive.
    /// - Throws: `ExtractorError` whose column is the byte (from 1) where the archive is damaged.
    package static func decode(_ bytes: [UInt8]) throws(ExtractorError) -> [ExtractorFile] {
        var decoder = ArchiveDecoder(bytes)
        return try decoder.decode()
    }

    /// What stands before a node.
    enum Tag {
        static let scalar = UInt8(ascii: "s")
        static let sequence = UInt8(ascii: "q")
        static let mapping = UInt8(ascii: "m")
    }
}

// MARK: Writing

private struct ArchiveEncoder {
    private var bytes: [UInt8] = []
    private var names: [String] = []
    private var indices: [String: Int] = [:]
    private var line = 0

    mutating func encode(_ files: [ExtractorFile]) -> [UInt8] {
        number(files.count)
        for file in files {
            string(file.path)
            node(file.root)
        }
        // The names are known only now, but a reader needs them first.
        let body = bytes
        bytes = Array(ExtractorArchive.header.utf8)
        number(names.count)
        for name in names { string(name) }
        return bytes + body
    }

    private mutating func node(_ node: ExtractorNode) {
        switch node.content {
        case .scalar(let text):
            bytes.append(ExtractorArchive.Tag.scalar)
            place(node.place)
            string(text)
        case .sequence(let nodes):
            bytes.append(ExtractorArchive.Tag.sequence)
            place(node.place)
            number(nodes.count)
            for element in nodes { self.node(element) }
        case .mapping(let pairs):
            bytes.append(ExtractorArchive.Tag.mapping)
            place(node.place)
            number(pairs.count)
            for pair in pairs {
                string(pair.key)
                place(pair.keyPlace)
                self.node(pair.value)
            }
        }
    }

    private mutating func place(_ place: ExtractorPlace) {
        let index = indices[place.file] ?? names.count
        if index == names.count {
            names.append(place.file)
            indices[place.file] = index
        }
        number(index)
        let difference = place.line &- line
        number(bits: UInt(bitPattern: difference << 1 ^ difference >> (Int.bitWidth - 1)))
        number(bits: UInt(bitPattern: place.column))
        line = place.line
    }

    private mutating func string(_ text: String) {
        number(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func number(_ count: Int) { number(bits: UInt(bitPattern: count)) }

    private mutating func number(bits: UInt) {
        var shift = 0
        while bits >> (shift + 5) != 0 { shift += 5 }
        while shift > 0 {
            bytes.append(0x60 | UInt8(truncatingIfNeeded: bits >> shift) & 0x1F)
            shift -= 5
        }
        bytes.append(0x40 | UInt8(truncatingIfNeeded: bits) & 0x1F)
    }
}

// MARK: Reading

private struct ArchiveDecoder {
    private let bytes: [UInt8]
    private var position = 0
    private var names: [String] = []
    private var line = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func decode() throws(ExtractorError) -> [ExtractorFile] {
        guard bytes.starts(with: ExtractorArchive.header.utf8) else { throw damaged("no archive of this version") }
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            position = error.byteOffsets.lowerBound
            throw damaged("not UTF-8")
        }
        position = ExtractorArchive.header.utf8.count
        for _ in 0..<(try count()) { names.append(try string()) }
        let fileCount = try count()
        var files: [ExtractorFile] = []
        files.reserveCapacity(fileCount)
        for _ in 0..<fileCount {
            let path = try string()
            files.append(ExtractorFile(path: path, root: try node(depth: 0)))
        }
        if position != bytes.count { throw damaged("more than the files") }
        return files
    }

    private mutating func node(depth: Int) throws(ExtractorError) -> ExtractorNode {
        guard depth <= ExtractorArchive.maximumDepth else { throw damaged("nested too deep") }
        guard position < bytes.count else { throw damaged("cut off") }
        let tag = bytes[position]
        position += 1
        let place = try place()
        switch tag {
        case ExtractorArchive.Tag.scalar:
            return ExtractorNode(.scalar(try string()), at: place)
        case ExtractorArchive.Tag.sequence:
            let count = try count()
            var nodes: [ExtractorNode] = []
            nodes.reserveCapacity(count)
            for _ in 0..<count { nodes.append(try node(depth: depth + 1)) }
            return ExtractorNode(.sequence(nodes), at: place)
        case ExtractorArchive.Tag.mapping:
            let count = try count()
            var pairs: [ExtractorNode.Pair] = []
            pairs.reserveCapacity(count)
            for _ in 0..<count {
                let key = try string()
                let keyPlace = try self.place()
                pairs.append(ExtractorNode.Pair(key: key, keyPlace: keyPlace, value: try node(depth: depth + 1)))
            }
            return ExtractorNode(.mapping(pairs), at: place)
        default:
            throw damaged("no node")
        }
    }

    private mutating func place() throws(ExtractorError) -> ExtractorPlace {
        let index = try number()
        guard index < UInt(names.count) else { throw damaged("no such file name") }
        let zigzag = try number()
        line = line &+ (Int(bitPattern: zigzag >> 1) ^ -Int(bitPattern: zigzag & 1))
        let column = Int(bitPattern: try number())
        return ExtractorPlace(file: names[Int(index)], line: line, column: column)
    }

    private mutating func string() throws(ExtractorError) -> String {
        let length = try count()
        let end = position + length
        // The whole archive is UTF-8; a length that cuts a scalar in two is the one way left to a bad string.
        guard end == bytes.count || bytes[end] & 0xC0 != 0x80, length == 0 || bytes[position] & 0xC0 != 0x80 else {
            throw damaged("a string that ends inside a scalar")
        }
        defer { position = end }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }

    /// A number of things that each need at least one byte.
    private mutating func count() throws(ExtractorError) -> Int {
        let value = try number()
        guard value <= UInt(bytes.count - position) else { throw damaged("a count beyond the end") }
        return Int(value)
    }

    private mutating func number() throws(ExtractorError) -> UInt {
        var value: UInt = 0
        while position < bytes.count {
            let byte = bytes[position]
            guard 0x40..<0x80 ~= byte, value.leadingZeroBitCount >= 5 else { throw damaged("no number") }
            position += 1
            value = value << 5 | UInt(byte & 0x1F)
            if byte < 0x60 { return value }
        }
        throw damaged("cut off")
    }

    private func damaged(_ reason: String) -> ExtractorError {
        ExtractorError(
            "the archive is damaged: \(reason)",
            at: ExtractorPlace(file: "extractor archive", line: 1, column: position + 1))
    }
}
