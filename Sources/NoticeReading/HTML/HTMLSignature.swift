/// Tells a web page, or a piece of one, from plain text by its first letters.
enum HTMLSignature {
    private static let sampleLength = 4096

    static func matches(_ bytes: [UInt8]) -> Bool {
        // Zeros are those of UTF-16; what is not ASCII is of no interest here.
        var sample = bytes.prefix(2 * sampleLength).filter { $0 != 0 && $0 < 0x80 }.map(lowercased)
        if sample.count > sampleLength { sample.removeLast(sample.count - sampleLength) }
        let start = sample.firstIndex { !isBlank($0) } ?? sample.count
        var at = start
        var tags = 0
        var closing = 0
        while at < sample.count {
            guard sample[at] == UInt8(ascii: "<") else {
                at += 1
                continue
            }
            if at == start, opensDocument(sample, at) { return true }
            var next = at + 1
            let isClosing = next < sample.count && sample[next] == UInt8(ascii: "/")
            if isClosing { next += 1 }
            let nameStart = next
            while next < sample.count, isNameByte(sample[next]) { next += 1 }
            let isEnded = next < sample.count && (isBlank(sample[next]) || sample[next] == 0x3E || sample[next] == 0x2F)
            if isEnded, names.contains(String(decoding: sample[nameStart..<next], as: UTF8.self)) {
                tags += 1
                if isClosing { closing += 1 }
                // A piece of a page begins with a tag; text that speaks of tags has them here and there.
                if at == start || tags >= 3 && closing >= 1 { return true }
            }
            at = next
        }
        return false
    }

    private static func opensDocument(_ sample: [UInt8], _ at: Int) -> Bool {
        let openings = ["<!doctype html", "<!--", "<html"]
        if openings.contains(where: { sample[at...].starts(with: $0.utf8) }) { return true }
        // XHTML; other XML is no page.
        guard sample[at...].starts(with: "<?xml".utf8) else { return false }
        let rest = String(decoding: sample[at...], as: UTF8.self)
        return rest.contains("<html") || rest.contains("doctype html")
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    private static let names: Set<String> = [
        "html", "head", "body", "meta", "title", "link", "script", "style", "div", "p", "span", "table", "tbody", "tr",
        "td", "th", "br", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
        "main", "center", "font", "strong", "b", "a", "img", "header", "footer", "nav", "form", "pre", "blockquote",
    ]
}
