import NoticeModel
import SampleFiles
import Testing

@testable import NoticeReading

/// Packages that are damaged or made to harm: each gives its error, none a crash.
@Suite struct ContainerSafetyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let code: ReadingError.Code
        var limits = ReadingLimits()
        /// What the message or the hint names.
        var mention = ""
        var testDescription: String { name }
    }

    static func word(_ part: String, _ change: (inout ZipWriter) -> Void = { _ in }) -> [UInt8] {
        var zip = WordSample(body: WordSample.paragraph("甲")).archive()
        if !part.isEmpty {
            zip.entries.removeAll { $0.name == Array("word/document.xml".utf8) }
            zip.add("word/document.xml", part)
        }
        change(&zip)
        return zip.bytes()
    }

    static func limits(_ change: (inout ReadingLimits) -> Void) -> ReadingLimits {
        var limits = ReadingLimits()
        change(&limits)
        return limits
    }

    static let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

    static func deep(_ count: Int) -> String {
        "<w:document \(space)><w:body>" + String(repeating: "<w:sdt><w:sdtContent>", count: count)
            + String(repeating: "</w:sdtContent></w:sdt>", count: count) + "</w:body></w:document>"
    }

    static let laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"哈哈哈哈哈哈哈哈哈哈\">"
        + (1...9).map { "<!ENTITY a\($0) \"" + String(repeating: $0 == 1 ? "&a;" : "&a\($0 - 1);", count: 10) + "\">" }
        .joined()
        + "]><w:document \(space)><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"

    static func ofd(_ change: (inout OFDSample) -> Void) -> [UInt8] {
        var sample = OFDSample()
        sample.documents = [[OFDSample.Page()]]
        sample.documents[0][0].put("甲", x: 30, y: 50)
        change(&sample)
        return sample.bytes()
    }

    static let cases: [Case] = [
        Case(name: "no directory", bytes: [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 60), code: .damaged),
        Case(name: "an archive without entries", bytes: ZipWriter().bytes(), code: .unsupportedFormat),
        Case(
            name: "an archive of files",
            bytes: {
                var zip = ZipWriter(); zip.add("a.txt", "甲"); return zip.bytes()
            }(), code: .unsupportedFormat),
        Case(
            name: "an Excel document",
            bytes: {
                var zip = ZipWriter(); zip.add("[Content_Types].xml", "<a/>"); zip.add("xl/workbook.xml", "<a/>");
                return zip.bytes()
            }(), code: .unsupportedFormat, mention: "XLSX"),
        Case(name: "two entries of one name", bytes: word("") { $0.add("word/document.xml", "<a/>") }, code: .damaged),
        Case(
            name: "headers that differ", bytes: word("") { $0.entries[2].localName = Array("word/documenx.xml".utf8) },
            code: .damaged),
        Case(
            name: "entries that overlap",
            bytes: word("") {
                var copy = $0.entries[2]
                copy.name = Array("word/documeny.xml".utf8)
                copy.offset = 0
                $0.entries.append(copy)
            }, code: .damaged),
        Case(name: "a wrong checksum", bytes: word("") { $0.entries[2].crc ^= 1 }, code: .damaged),
        Case(name: "a size too small", bytes: word("") { $0.entries[2].size -= 3 }, code: .damaged),
        Case(name: "a size too large", bytes: word("") { $0.entries[2].size += 3 }, code: .damaged),
        Case(name: "an encrypted entry", bytes: word("") { $0.entries[2].flags |= 1 }, code: .encrypted),
        Case(name: "a packing nobody knows", bytes: word("") { $0.entries[2].method = 77 }, code: .unsupportedFormat),
        Case(
            name: "too many entries", bytes: word("") { for index in 0..<30 { $0.add("x\(index)", "x") } },
            code: .limitExceeded, limits: limits { $0.entries = 20 }, mention: "--max-entries"),
        Case(
            name: "a flat bomb", bytes: word(String(repeating: " ", count: 8 << 20)), code: .limitExceeded,
            limits: limits { $0.ratio = 100 }, mention: "--max-ratio"),
        Case(
            name: "a bomb of many entries",
            bytes: word("") {
                for index in 0..<40 { $0.add("x\(index)", [UInt8](repeating: 0, count: 1 << 20), deflated: true) }
            }, code: .limitExceeded, limits: limits { $0.unpackedBytes = 16 << 20 }, mention: "--max-unpacked-bytes"),
        Case(
            name: "a lie about a bomb",
            bytes: word("") {
                var entry = ZipWriter.Entry(
                    name: [], packed: Deflate.pack([UInt8](repeating: 32, count: 1 << 20)), size: 100, crc: 0, method: 8
                )
                entry.name = Array("word/document.xml".utf8)
                $0.entries[2] = entry
            }, code: .damaged),
        Case(
            name: "more bytes than are read", bytes: word(""), code: .tooLarge, limits: limits { $0.bytes = 100 },
            mention: "--max-bytes"),
        Case(
            name: "no document in the package",
            bytes: word("") { $0.entries.removeAll { $0.name == Array("word/document.xml".utf8) } }, code: .damaged),
        Case(name: "no body", bytes: word("<w:document \(space)/>"), code: .damaged),
        Case(name: "no text", bytes: word("<w:document \(space)><w:body/></w:document>"), code: .empty),
        Case(name: "no XML", bytes: word("%PDF-1.7"), code: .damaged, mention: "word/document.xml"),
        Case(
            name: "an element not closed", bytes: word("<w:document \(space)><w:body>"), code: .damaged, mention: "line"
        ),
        Case(name: "billion laughs", bytes: word(laughs), code: .damaged, mention: "document type"),
        Case(
            name: "laughs in an attribute",
            bytes: word("<!DOCTYPE x [<!ENTITY a \"b\">]><w:document \(space) a=\"&a;\"/>"), code: .damaged,
            mention: "document type"),
        Case(
            name: "an external entity",
            bytes: word(
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document \(space)><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
            ), code: .damaged, mention: "document type"),
        Case(
            name: "an external document type",
            bytes: word("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\"><w:document \(space)/>"), code: .damaged,
            mention: "document type"),
        Case(
            name: "an entity that nobody declared",
            bytes: word("<w:document \(space)><w:body>&nbsp;</w:body></w:document>"), code: .damaged),
        Case(
            name: "elements 100000 deep", bytes: word(deep(50_000)), code: .limitExceeded,
            limits: limits { $0.ratio = 100_000 }, mention: "--max-depth"),
        Case(
            name: "elements 100000 deep, whatever is allowed", bytes: word(deep(50_000)), code: .limitExceeded,
            limits: limits {
                $0.depth = 10_000_000; $0.ratio = 100_000
            }, mention: "--max-depth"),
        Case(
            name: "too many elements",
            bytes: word(
                "<w:document \(space)><w:body>\(String(repeating: "<w:p/>", count: 2000))</w:body></w:document>"),
            code: .limitExceeded, limits: limits { $0.nodes = 1000 }, mention: "--max-nodes"),
        Case(
            name: "too many cells",
            bytes: word(
                "<w:document \(space)><w:body><w:tbl>\(String(repeating: WordSample.row(WordSample.cell("a"), WordSample.cell("b")), count: 60))</w:tbl></w:body></w:document>"
            ), code: .limitExceeded, limits: limits { $0.cells = 100 }, mention: "--max-cells"),
        Case(
            name: "OFD without its document",
            bytes: {
                var zip = ZipWriter();
                zip.add("OFD.xml", "<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>");
                return zip.bytes()
            }(), code: .damaged, mention: "etc/passwd"),
        Case(
            name: "OFD that names none",
            bytes: {
                var zip = ZipWriter(); zip.add("OFD.xml", "<OFD/>"); return zip.bytes()
            }(), code: .damaged),
        Case(
            name: "OFD without text", bytes: ofd { $0.documents[0][0].objects = "<ofd:ImageObject ID=\"1\"/>" },
            code: .empty, mention: "--ocr"),
        Case(
            name: "OFD encrypted",
            bytes: {
                var zip = ZipWriter(); zip.add("OFD.xml", "<OFD/>"); zip.add("Encryptions.xml", "<a/>");
                return zip.bytes()
            }(), code: .encrypted),
        Case(
            name: "OFD of too many pages",
            bytes: ofd { $0.documents[0] = Array(repeating: $0.documents[0][0], count: 12) }, code: .limitExceeded,
            limits: limits { $0.pages = 10 }, mention: "--max-pages"),
        Case(
            name: "OFD of one large template under many pages",
            bytes: ofd {
                var template = OFDSample.Page()
                for index in 0..<100 { template.put("甲", x: Double(index), y: 50) }
                $0.templates = [("a", template, false)]
                $0.documents[0] = Array(repeating: OFDSample.Page(templates: ["a"]), count: 100)
            }, code: .limitExceeded, limits: limits { $0.nodes = 20_000 }, mention: "--max-nodes"),
        Case(
            name: "a nested archive is no document",
            bytes: {
                var zip = ZipWriter(); zip.add("a.zip", word("")); return zip.bytes()
            }(), code: .unsupportedFormat),
    ]

    @Test(arguments: cases) func isRefused(_ sample: Case) {
        let error = #expect(throws: ReadingError.self) { try ContainerReader(limits: sample.limits).read(sample.bytes) }
        guard let error else { return }
        #expect(error.code == sample.code, "\(error)")
        #expect(sample.mention.isEmpty || "\(error)".contains(sample.mention), "\(error)")
    }

    static let wholes: [(name: String, bytes: [UInt8])] = [
        (
            "DOCX",
            {
                var sample = WordSample(
                    body: (1...40).map { WordSample.paragraph("第\($0)段，标准为\($0 * 10)元。", WordSample.list(1)) }.joined())
                sample.numbering = WordReaderTests.nested + WordSample.number(1, of: 0)
                return sample.bytes()
            }()
        ),
        ("OFD", OFDSample.setting((1...40).map { "第\($0)段，标准为\($0 * 10)元。" }.joined(separator: "\n")).bytes()),
    ]

    /// Cut anywhere, a package is refused as damaged.
    @Test(arguments: 0..<2, 1..<10) func truncated(_ format: Int, _ tenth: Int) {
        let bytes = Self.wholes[format].bytes
        let error = #expect(throws: ReadingError.self) {
            try ContainerReader().read(Array(bytes[..<(bytes.count * tenth / 10)]))
        }
        #expect(error?.code == .damaged)
    }

    /// Changed bytes give a document or an error, in time.
    @Test(arguments: 0..<2, UInt64(0)..<150) func mutated(_ format: Int, _ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var bytes = Self.wholes[format].bytes
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if let document = try? ContainerReader().read(bytes), let layout = document.layout {
            #expect(faults(document.rendition, layout).isEmpty)
        }
    }

    /// Changed XML, packed soundly, reaches the readers.
    @Test(arguments: UInt64(0)..<150) func mutatedInside(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let isWord = seed % 2 == 0
        var zip = ZipWriter()
        let source =
            isWord
            ? WordSample(body: WordReaderTests.tables.map(\.sample.body).joined()).archive()
            : OFDSample.setting("甲乙丙丁\n一\t二\n三\t四\n戊己").archive()
        for entry in source.entries {
            var bytes = entry.method == 0 ? entry.packed : []
            if entry.method == 8, let archive = try? ZipArchive(source.bytes()),
                let own = archive.entries.first(where: { Array($0.name.utf8) == entry.name })
            {
                bytes = (try? archive.read(own)) ?? []
            }
            // Digits to other digits, names to other names: mostly still well-formed.
            for _ in 0..<Int.random(in: 0...6, using: &random) where !bytes.isEmpty {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                if bytes[at] >= 0x30, bytes[at] <= 0x39 {
                    bytes[at] = UInt8.random(in: 0x30...0x39, using: &random)
                } else if bytes[at] == 0x2E || bytes[at] == 0x20 {
                    bytes[at] = [0x2D, 0x20, 0x39, 0x65].randomElement(using: &random) ?? 0x20
                }
            }
            zip.add(entry.name, bytes)
        }
        if let document = try? ContainerReader().read(zip.bytes()), let layout = document.layout {
            #expect(faults(document.rendition, layout).isEmpty)
        }
    }

    /// 10⁵ cells are read in time that grows with them.
    @Test func manyCells() throws {
        let row = WordSample.row(WordSample.cell("甲"), WordSample.cell("乙"), WordSample.cell("丙"), WordSample.cell("丁"))
        let sample = WordSample(body: "<w:tbl>\(String(repeating: row, count: 25_000))</w:tbl>")
        let document = try WordReader(limits: Self.limits { $0.ratio = 1000 }).read(sample.bytes())
        guard case .table(let table)? = document.layout?.blocks.first?.kind else {
            Issue.record("no table")
            return
        }
        #expect(table.cells.count == 100_000)
    }

    @Test func namesAreLabels() throws {
        var zip = ZipWriter()
        zip.add("../../etc/passwd", "甲")
        zip.add("/absolute", "乙")
        zip.add("C:\\windows", "丙")
        let archive = try ZipArchive(zip.bytes())
        #expect(archive.entries.map(\.name) == ["../../etc/passwd", "/absolute", "C:\\windows"])
        #expect(try archive.read(archive.entries[0]) == Array("甲".utf8))
    }

    @Test(arguments: [
        ("UTF-8, marked", Array("通知.txt".utf8), UInt16(0x800), "通知.txt"),
        ("UTF-8, not marked", Array("通知.txt".utf8), 0, "通知.txt"),
        ("GBK", [0xCD, 0xA8, 0xD6, 0xAA, 0x2E, 0x74, 0x78, 0x74], 0, "通知.txt"),
        ("GBK that could be Latin in UTF-8", [0xC1, 0xAA, 0xCD, 0xA8], 0, "联通"),
        ("ASCII", Array("a.txt".utf8), 0, "a.txt"),
    ]) func names(_ what: String, _ raw: [UInt8], _ flags: UInt16, _ name: String) throws {
        var zip = ZipWriter()
        zip.add(raw, [1, 2, 3], deflated: true, flags: flags)
        let archive = try ZipArchive(zip.bytes())
        #expect(archive.entries.map(\.name) == [name])
        #expect(try archive.read(archive.entries[0]) == [1, 2, 3])
    }
}
