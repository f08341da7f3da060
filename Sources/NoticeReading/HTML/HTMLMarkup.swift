/// Takes from a page what its parser need not see: comments (with them Word's conditional ones), declarations, scripts and
/// styles, NUL, and attributes beyond a number that no page has, as the parser's time grows with their square.
///
/// Reads tags as the parser does (HTML, 13.2.5), so that nothing hides from it.
struct HTMLMarkup {
    private let bytes: [UInt8]
    private var kept: [UInt8] = []
    private var at = 0
    private static let mostAttributes = 200
    /// What the scripts that were taken out hold.
    private(set) var scripts = Scripts()

    struct Scripts {
        var count = 0
        /// Chinese letters, written as they are or as escapes (`\u7f34`).
        var letters = 0
    }

    static func cleaned(_ bytes: [UInt8]) -> [UInt8] { cleaning(bytes).page }

    static func cleaning(_ bytes: [UInt8]) -> (page: [UInt8], scripts: Scripts) {
        var markup = HTMLMarkup(bytes: bytes)
        markup.run()
        return (markup.kept, markup.scripts)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        kept.reserveCapacity(bytes.count)
    }

    private mutating func run() {
        while at < bytes.count {
            let byte = bytes[at]
            guard byte == UInt8(ascii: "<"), at + 1 < bytes.count else {
                if byte != 0 { kept.append(byte) }
                at += 1
                continue
            }
            let next = bytes[at + 1]
            if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
                skipDeclaration()
            } else if isLetter(next) {
                copyTag()
            } else {
                kept.append(byte)
                at += 1
            }
        }
    }

    private mutating func skipDeclaration() {
        if has("<!--") {
            // <!--> and <!---> are whole.
            at += 4
            if at < bytes.count, bytes[at] == UInt8(ascii: ">") {
                at += 1
                return
            }
            while at < bytes.count {
                if bytes[at] == UInt8(ascii: "-"), has("-->") || has("--!>") {
                    at += has("-->") ? 3 : 4
                    return
                }
                at += 1
            }
            return
        }
        while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
        at = min(at + 1, bytes.count)
    }

    private mutating func copyTag() {
        let nameStart = at + 1
        copy()
        while at < bytes.count, isName(bytes[at]) { copy() }
        let name = bytes[nameStart..<at].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        var attributes = 0
        while at < bytes.count {
            while at < bytes.count, isBlank(bytes[at]) { keep(attributes) }
            guard at < bytes.count else { return }
            if bytes[at] == UInt8(ascii: ">") {
                copy()
                break
            }
            attributes += 1
            copyAttribute(attributes)
        }
        for raw in Self.raw where name.elementsEqual(raw) { skipContent(of: raw) }
    }

    /// The parser ends a name here.
    private static let longestName = 99

    private mutating func copyAttribute(_ attributes: Int) {
        let start = at
        if isNameStart(bytes[at]) {
            while at < bytes.count, at - start < Self.longestName, isName(bytes[at]) { keep(attributes) }
        } else {
            // No name: up to the next blank or the end of the tag.
            while at < bytes.count, !isBlank(bytes[at]), bytes[at] != UInt8(ascii: ">") { keep(attributes) }
            return
        }
        while at < bytes.count, isBlank(bytes[at]) { keep(attributes) }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return }
        keep(attributes)
        while at < bytes.count, isBlank(bytes[at]) { keep(attributes) }
        guard at < bytes.count else { return }
        let quote = bytes[at]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            keep(attributes)
            while at < bytes.count, bytes[at] != quote { keep(attributes) }
            if at < bytes.count { keep(attributes) }
        } else {
            while at < bytes.count, !isBlank(bytes[at]), bytes[at] != UInt8(ascii: ">") { keep(attributes) }
        }
    }

    /// Elements whose content is no markup.
    private static let raw = ["script", "style"].map { Array($0.utf8) }

    private mutating func skipContent(of name: [UInt8]) {
        let start = at
        defer { if name == Self.raw[0] { count(start..<at) } }
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "<"), at + 2 + name.count <= bytes.count, bytes[at + 1] == UInt8(ascii: "/"),
                zip(bytes[(at + 2)...], name).allSatisfy({ $0 | 0x20 == $1 })
            {
                return
            }
            at += 1
        }
    }

    private mutating func count(_ script: Range<Int>) {
        scripts.count += 1
        var index = script.lowerBound
        while index + 2 < script.upperBound {
            if (0xE4...0xE9).contains(bytes[index]), bytes[index + 1] & 0xC0 == 0x80 {
                scripts.letters += 1
                index += 3
            } else if bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u"),
                (0x34...0x39).contains(bytes[index + 2])
            {
                // U+4xxx to U+9xxx.
                scripts.letters += 1
                index += 6
            } else {
                index += 1
            }
        }
    }

    private mutating func copy() {
        if bytes[at] != 0 { kept.append(bytes[at]) }
        at += 1
    }

    private mutating func keep(_ attributes: Int) {
        if attributes <= Self.mostAttributes, bytes[at] != 0 { kept.append(bytes[at]) }
        at += 1
    }

    private func has(_ text: StaticString) -> Bool {
        guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { letters in
            for index in letters.indices where bytes[at + index] != letters[index] { return false }
            return true
        }
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private func isName(_ byte: UInt8) -> Bool {
        isNameStart(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }

    private func isNameStart(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0
    }
}
