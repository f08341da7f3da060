internal import NoticeReading

/// Damages a file at random. The same generator gives the same damage.
package struct Mutation {
    package var random: SeededGenerator

    package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// Marks of the formats, and numbers that are one too many for somebody.
    private static let pieces: [[UInt8]] =
        [
            "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&amp;",
            "&#0;",
            "&#xD800;", "&#x10FFFF;", "&a;", "\"", "'", "=", " ", "\t", "\n", "\r\n", "\u{0}", "\u{FEFF}", "\u{202E}",
            ",", ";",
            "|", "|---|", "0", "-1", "1e308", "nan", "2147483648", "9223372036854775808", "99999999999999999999",
            "0.0000001",
            "<table>", "</table>", "<tr>", "<td rowspan=3>", "<td colspan=0>", "<div>", "</div>", "<p>", "<br>",
            "<ol start=-5>",
            "<w:tbl>", "<w:tr>", "<w:tc>", "<w:p>", "</w:p>", "<w:gridSpan w:val=\"9\"/>", "<w:vMerge/>",
            "<w:numPr><w:ilvl w:val=\"9\"/><w:numId w:val=\"1\"/></w:numPr>", "g 3 4 ", "M 0 0 L 9 9 ", "<ofd:CTM>",
            "obj", "endobj", "stream\n", "endstream", "<<", ">>", "[", "]", "trailer", "/Kids[2 0 R]", "/Count -1",
            "元", "每人", "不低于", "2026年", "第一条 ", "一、", "（一）", "1.", "　　", "万亿", "百分之", "至", "〔2025〕1号",
            "PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "{\\rtf", "%PDF-",
        ].map { Array($0.utf8) } + [[0xFF], [0xE4, 0xBB], [0x80], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0, 0, 0, 0]]

    /// A sound file with some damage; packages mostly with sound packing and damage inside.
    package mutating func file() -> (format: SoundFile.Format, bytes: [UInt8]) {
        let file = pick(Self.files)
        switch file.format {
        case .docx, .ofd, .zip:
            if number(4) > 0, let bytes = damagedInside(file.bytes) { return (file.format, bytes) }
        default: break
        }
        return (file.format, damaged(file.bytes))
    }

    private static let files = SoundFile.all

    package mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        // Mostly little, so that what follows is still reached.
        let rounds = number(3) == 0 ? 1 + number(24) : 1 + number(3)
        for _ in 0..<rounds {
            if bytes.isEmpty { bytes = [0x3C] }
            let at = number(bytes.count)
            let end = min(bytes.count, at + 1 + number(number(8) == 0 ? 400 : 24))
            switch number(10) {
            case 0: bytes[at] ^= 1 << UInt8(number(8))
            case 1: bytes[at] = UInt8(number(256))
            case 2: bytes.removeSubrange(at..<end)
            case 3: bytes.insert(contentsOf: Array(bytes[at..<end]), at: number(bytes.count))
            case 4, 5: bytes.insert(contentsOf: pick(Self.pieces), at: at)
            case 6: bytes.replaceSubrange(at..<end, with: pick(Self.pieces))
            case 7: changeNumber(&bytes, from: at)
            case 8:
                // A part of a file in another format, or of the same.
                let other = pick(Self.files).bytes
                let start = number(other.count)
                bytes.insert(contentsOf: other[start..<min(other.count, start + number(300))], at: at)
            default:
                if number(4) == 0 {
                    bytes.removeSubrange(at...)
                } else {
                    let piece = Array(bytes[at..<end])
                    for _ in 0..<number(40) { bytes.insert(contentsOf: piece, at: at) }
                }
            }
        }
        return bytes
    }

    /// Digits to other digits, or to a number that is too large.
    private mutating func changeNumber(_ bytes: inout [UInt8], from start: Int) {
        guard let at = bytes[start...].firstIndex(where: { (0x30...0x39).contains($0) }) else { return }
        var end = at
        while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
        let values = [
            "0", "-1", "1", "65536", "2147483647", "4294967296", "99999999999999999999", "1e9", "\(number(1000))",
        ]
        bytes.replaceSubrange(at..<end, with: Array(pick(values).utf8))
    }

    /// Unpacks a package, damages some of its parts and packs it again.
    private mutating func damagedInside(_ bytes: [UInt8]) -> [UInt8]? {
        guard let archive = try? ZipArchive(bytes) else { return nil }
        var zip = ZipWriter()
        for entry in archive.entries {
            guard let content = try? archive.read(entry) else { return nil }
            switch number(12) {
            case 0: break
            case 1...6: zip.add(Array(entry.name.utf8), damaged(content), flags: 0x800)
            default: zip.add(Array(entry.name.utf8), content, flags: 0x800)
            }
        }
        return zip.bytes()
    }

    package mutating func number(_ bound: Int) -> Int { bound > 0 ? Int.random(in: 0..<bound, using: &random) : 0 }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(elements.count)] }
}
