/// A file that is damaged, mislabelled or made to harm, and what a reader must make of it.
package struct HostileFile: Sendable {
    package enum Outcome: Sendable {
        /// Its message says all of this.
        case refused([String])
        /// Its text holds this.
        case read(String)
        /// A separate program decides which; it ends well either way.
        case either
    }

    /// What is wrong with it.
    package var name: String
    /// The file's name, which tells nothing of its content.
    package var file: String
    /// Options of the program.
    package var options: [String]
    package var outcome: Outcome
    package var bytes: @Sendable () -> [UInt8]
    /// Programs without which the message names the package instead.
    package var program: String?

    package init(
        _ name: String, _ file: String, options: [String] = [], needs program: String? = nil, _ outcome: Outcome,
        _ bytes: @escaping @Sendable () -> [UInt8]
    ) {
        self.name = name
        self.file = file
        self.options = options
        self.program = program
        self.outcome = outcome
        self.bytes = bytes
    }
}

extension HostileFile {
    package static let all = texts + otherFormats + mislabelled + archives + xml + pages + openFixed + portable + office

    // MARK: Text

    private static let sentence = "2027年度居民医保个人缴费标准为每人每年380元。\n"
    private static let gb18030: [UInt8] = [
        0xB8, 0xF6, 0xC8, 0xCB, 0xBD, 0xC9, 0xB7, 0xD1, 0x34, 0x30, 0x30, 0xD4, 0xAA,
    ]

    private static func utf16(_ units: [UInt16], mark: [UInt8] = [0xFF, 0xFE]) -> [UInt8] {
        mark + units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }

    private static func times(_ count: Int, _ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var all: [UInt8] = []
        all.reserveCapacity(count * bytes.count)
        for _ in 0..<count { all.append(contentsOf: bytes) }
        return all
    }

    package static let texts: [HostileFile] = [
        HostileFile("no bytes", "empty.txt", .refused(["the input is empty"])) { [] },
        HostileFile("white space alone", "blank.txt", .refused(["white space"])) { Array(" \n\t\r\n　".utf8) },
        HostileFile("a mark alone", "mark.txt", .refused(["white space"])) { [0xEF, 0xBB, 0xBF] },
        HostileFile("zeros alone", "zeros.txt", .refused(["no text", "help: save it as plain text"])) {
            [UInt8](repeating: 0, count: 4096)
        },
        HostileFile("a zero in a sentence", "zero.txt", .refused(["a byte 0 (at byte 12)"])) {
            Array("个人缴费\u{0}400元\n".utf8)
        },
        HostileFile("zeros in UTF-16", "zeros16.txt", .refused(["a byte 0"])) {
            utf16(Array(repeating: 0x4E2A, count: 60) + [0, 0x4EBA])
        },
        HostileFile("control characters", "noise.txt", .refused(["control characters"])) {
            (0..<4096).map { UInt8($0 % 7 + 1) }
        },
        HostileFile("noise", "random.txt", .refused(["help:"])) {
            var random = SeededGenerator(seed: 7)
            return (0..<4096).map { _ in UInt8.random(in: 1...255, using: &random) }
        },
        HostileFile("cut inside a character", "cut.txt", .refused(["ends inside a character", "--charset"])) {
            Array(sentence.utf8) + [0xE4, 0xB8]
        },
        HostileFile("a byte that UTF-8 does not have", "bad.txt", .refused(["UTF-8", "--charset"])) {
            Array(sentence.utf8) + [0xFF] + Array(sentence.utf8)
        },
        HostileFile("overlong UTF-8", "overlong.txt", options: ["--charset", "utf-8"], .refused(["--charset"])) {
            Array(sentence.utf8) + [0xC0, 0xAF]
        },
        HostileFile(
            "a lone surrogate in UTF-8", "surrogate.txt", options: ["--charset", "utf-8"], .refused(["--charset"])
        ) {
            Array(sentence.utf8) + [0xED, 0xA0, 0x80]
        },
        HostileFile("a lone surrogate in UTF-16", "surrogate16.txt", .refused(["UTF-16", "--charset"])) {
            utf16([0x4E2A, 0xD800, 0x4EBA])
        },
        HostileFile("UTF-16 of an odd number of bytes", "odd16.txt", .refused(["--charset"])) {
            utf16([0x4E2A, 0x4EBA]) + [0x42]
        },
        HostileFile(
            "another charset than was named", "gb.txt", options: ["--charset", "utf-8"], .refused(["--charset"])
        ) {
            gb18030
        },
        HostileFile(
            "a charset that nobody knows", "klingon.txt", options: ["--charset", "klingon"], .refused(["klingon"])
        ) {
            Array(sentence.utf8)
        },
        HostileFile(
            "a mark against the named charset", "against.txt", options: ["--charset", "gb18030"], .refused(["mark"])
        ) {
            utf16([0x4E2A, 0x4EBA])
        },
        HostileFile("a line of 100 MB", "line.txt", .refused(["has more than 67108864 bytes", "--max-bytes"])) {
            [UInt8](repeating: 0x41, count: 100_000_000)
        },
        HostileFile("a line of 10⁵ letters", "letters.txt", .read("甲甲")) { times(100_000, "甲") },
        HostileFile(
            "more bytes than asked for", "long.txt", options: ["--max-bytes", "100"], .refused(["--max-bytes"])
        ) {
            times(10, sentence)
        },
        HostileFile("a table of 10⁵ cells", "cells.csv", .read("甲\t1")) { times(50_000, "甲,1\n") },
        HostileFile(
            "more cells than asked for", "many.csv", options: ["--max-cells", "100"], .refused(["--max-cells"])
        ) {
            times(60, "甲,1\n")
        },
        HostileFile("a row of 10⁵ bars", "bars.txt", .read("甲")) { times(100_000, "|甲") },
        HostileFile("quotes without an end", "quotes.csv", .read("甲")) { times(50_000, "\"甲\"\",\n") },
    ]

    // MARK: Files that are no documents

    package static let otherFormats: [HostileFile] = [
        HostileFile("a PNG image", "notice.txt.png", .refused(["a PNG image", "help: save it as plain text"])) {
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]
        },
        HostileFile("a JPEG image named as PDF", "scan.pdf", .refused(["a JPEG image"])) {
            [0xFF, 0xD8, 0xFF, 0xE0, 0]
        },
        HostileFile("a gzip archive named as text", "gzip.txt", .refused(["a gzip archive"])) {
            [0x1F, 0x8B, 8, 0, 0]
        },
        HostileFile("a RAR archive", "a.rar", .refused(["a RAR archive"])) { Array("Rar!".utf8) + [0x1A, 7, 0] },
        HostileFile("a 7z archive", "a.7z", .refused(["a 7z archive"])) { [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0] },
        HostileFile("a program", "notice.doc", .refused(["an executable file"])) { [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] },
        HostileFile("an old Excel document", "a.xls", .refused(["DOC, XLS, WPS"])) {
            OfficeSample.compoundFile(stream: "Workbook")
        },
    ]

    // MARK: Wrong extensions

    package static let mislabelled: [HostileFile] = [
        HostileFile("Word named as text", "word.txt", .read("每人每年380元")) {
            WordSample(body: WordSample.paragraph("个人缴费标准为每人每年380元。")).bytes()
        },
        HostileFile("text named as Word", "text.docx", .read("每人每年380元")) { Array(sentence.utf8) },
        HostileFile("a page named as PDF", "page.pdf", .read("每人每年380元")) {
            Array("<!DOCTYPE html><html><body><p>\(sentence)</p></body></html>".utf8)
        },
        HostileFile("OFD named as Word", "ofd.doc", .read("每人每年380元")) { OFDSample.setting(sentence).bytes() },
        HostileFile("PDF named as a page", "pdf.html", needs: "pdftotext", .read("400元")) {
            var page = PDFSample.Page()
            page.put("个人缴费标准为每人400元。", x: 90, y: 100)
            return PDFSample(pages: [page]).bytes
        },
    ]

    // MARK: ZIP archives

    private static func word(_ part: String = "", _ change: (inout ZipWriter) -> Void = { _ in }) -> [UInt8] {
        var zip = WordSample(body: WordSample.paragraph("甲")).archive()
        if !part.isEmpty {
            zip.entries.removeAll { $0.name == Array("word/document.xml".utf8) }
            zip.add("word/document.xml", part)
        }
        change(&zip)
        return zip.bytes()
    }

    private static func bomb(_ name: String, size: Int) -> ZipWriter.Entry {
        ZipWriter.Entry(name: Array(name.utf8), packed: Deflate.zeros(size), size: size, crc: 0, method: 8)
    }

    package static let archives: [HostileFile] = [
        HostileFile("the beginning of an archive", "begin.docx", .refused(["ZIP", "help:"])) {
            [0x50, 0x4B, 3, 4, 0, 0]
        },
        HostileFile("an archive of nothing", "nothing.zip", .refused(["archive"])) { ZipWriter().bytes() },
        HostileFile("a flat bomb", "flat.docx", .refused(["more than 200 times", "--max-ratio"])) {
            word { $0.entries[2] = bomb("word/document.xml", size: 64 << 20) }
        },
        HostileFile("a bomb of many entries", "wide.docx", .refused(["--max-unpacked-bytes"])) {
            word { for index in 0..<40 { $0.entries.append(bomb("word/\(index)", size: 8 << 20)) } }
        },
        HostileFile("a bomb that lies about its size", "lying.docx", .refused(["contradicts itself"])) {
            word {
                var entry = bomb("word/document.xml", size: 64 << 20)
                entry.size = 1000
                $0.entries[2] = entry
            }
        },
        HostileFile("overlapping entries", "overlap.docx", .refused(["contradicts itself"])) {
            word {
                for index in 0..<50 {
                    var copy = $0.entries[2]
                    copy.name = Array("word/\(index).xml".utf8)
                    copy.offset = 0
                    $0.entries.append(copy)
                }
            }
        },
        HostileFile("two entries of one name", "twice.docx", .refused(["help: get the file anew"])) {
            word { $0.add("word/document.xml", "<a/>") }
        },
        HostileFile("headers that differ", "differ.docx", .refused(["contradicts itself"])) {
            word { $0.entries[2].localName = Array("word/documenx.xml".utf8) }
        },
        HostileFile("a wrong checksum", "sum.docx", .refused(["contradicts itself"])) {
            word { $0.entries[2].crc ^= 1 }
        },
        HostileFile("an encrypted entry", "locked.docx", .refused(["encrypted"])) { word { $0.entries[2].flags |= 1 } },
        HostileFile("an unknown packing", "packing.docx", .refused(["help:"])) { word { $0.entries[2].method = 77 } },
        HostileFile("10 001 entries", "entries.zip", .refused(["10000", "--max-entries"])) {
            word { for index in 0..<10_001 { $0.add(Array("\(index)".utf8), []) } }
        },
        HostileFile(
            "more entries than asked for", "few.docx", options: ["--max-entries", "3"], .refused(["--max-entries"])
        ) {
            word()
        },
        HostileFile("an Excel document", "a.xlsx", .refused(["XLSX", "help:"])) {
            var zip = ZipWriter()
            zip.add("[Content_Types].xml", "<a/>")
            zip.add("xl/workbook.xml", "<a/>")
            return zip.bytes()
        },
    ]

    // MARK: XML

    private static let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

    private static func document(_ body: String, before: String = "", attributes: String = "") -> [UInt8] {
        word("\(before)<w:document \(space) \(attributes)><w:body>\(body)</w:body></w:document>")
    }

    private static func entityPage(_ declarations: String, _ use: String) -> [UInt8] {
        document("<w:p><w:r><w:t>\(use)</w:t></w:r></w:p>", before: "<!DOCTYPE x [\(declarations)]>")
    }

    private static let doctype = ["a document type or an entity", "do not trust the file"]

    package static let xml: [HostileFile] = [
        HostileFile("billion laughs", "laughs.docx", .refused(doctype)) {
            let entities = (1...9).map { level in
                "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
            }
            return entityPage("<!ENTITY a0 \"哈哈哈哈\">" + entities.joined(), "&a9;")
        },
        HostileFile("one long entity used often", "blowup.docx", .refused(doctype)) {
            entityPage(
                "<!ENTITY a \"\(String(repeating: "哈", count: 10_000))\">", String(repeating: "&a;", count: 10_000))
        },
        HostileFile("an external entity", "external.docx", .refused(doctype)) {
            entityPage("<!ENTITY a SYSTEM \"file:///etc/passwd\">", "&a;")
        },
        HostileFile("a parameter entity", "parameter.docx", .refused(doctype)) {
            entityPage("<!ENTITY % a SYSTEM \"http://127.0.0.1:9/x.dtd\"> %a;", "x")
        },
        HostileFile("an external document type", "dtd.docx", .refused(doctype)) {
            document("", before: "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">")
        },
        HostileFile("an entity that nobody declared", "undeclared.docx", .refused(["not well-formed"])) {
            document("<w:p><w:r><w:t>&nbsp;</w:t></w:r></w:p>")
        },
        HostileFile("elements 10⁵ deep", "deep.docx", options: ["--max-ratio", "100000"], .refused(["--max-depth"])) {
            document(
                String(repeating: "<w:sdt>", count: 100_000) + String(repeating: "</w:sdt>", count: 100_000))
        },
        HostileFile(
            "depth as asked for", "shallow.docx", options: ["--max-depth", "3"],
            .refused(["deeper than 3", "--max-depth"])
        ) {
            word()
        },
        HostileFile("nodes as asked for", "nodes.docx", options: ["--max-nodes", "50"], .refused(["--max-nodes"])) {
            document(String(repeating: "<w:p/>", count: 60))
        },
        HostileFile("cells as asked for", "cells.docx", options: ["--max-cells", "10"], .refused(["--max-cells"])) {
            document(
                "<w:tbl>" + String(repeating: WordSample.row(WordSample.cell("甲")), count: 20) + "</w:tbl>")
        },
        HostileFile("10⁵ attributes", "attributes.docx", .refused(["more than 1000 attributes"])) {
            document("", attributes: (0..<100_000).map { "a\($0)=\"\"" }.joined(separator: " "))
        },
        HostileFile("10⁵ namespaces", "namespaces.docx", .refused(["more than 1000 attributes"])) {
            document("", attributes: (0..<100_000).map { "xmlns:a\($0)=\"u\"" }.joined(separator: " "))
        },
        HostileFile("namespaces in one another", "scopes.docx", .refused(["more than 1000 attributes"])) {
            let open = (0..<200).map { depth in
                "<w:sdt " + (0..<10).map { "xmlns:a\(depth)_\($0)=\"u\"" }.joined(separator: " ") + ">"
            }
            return document(open.joined() + String(repeating: "</w:sdt>", count: 200))
        },
        HostileFile("an encoding that hides marks", "utf7.docx", .refused(["not well-formed"])) {
            document("", before: "<?xml version=\"1.0\" encoding=\"UTF-7\"?>")
        },
        HostileFile("UTF-16", "utf16.docx", .read("甲乙")) {
            var zip = WordSample().archive()
            zip.entries.removeAll { $0.name == Array("word/document.xml".utf8) }
            let text =
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document \(space)><w:body>\(WordSample.paragraph("甲乙"))</w:body></w:document>"
            zip.add("word/document.xml", utf16(Array(text.utf16)))
            return zip.bytes()
        },
        HostileFile("no XML", "noxml.docx", .refused(["word/document.xml"])) { word("%PDF-1.7") },
        HostileFile("an element not closed", "open.docx", .refused(["line 1"])) {
            word("<w:document \(space)><w:body>")
        },
        HostileFile("a lone surrogate as a reference", "reference.docx", .refused(["not well-formed"])) {
            document("<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>")
        },
        HostileFile("no body", "nobody.docx", .refused(["help:"])) { word("<w:document \(space)/>") },
        HostileFile("no letters", "noletters.docx", .refused(["help:"])) { document("") },
        HostileFile("cells over a billion columns", "wide.docx.docx", .either) {
            document(
                WordSample.table(
                    WordSample.row(WordSample.cell("甲", "<w:gridSpan w:val=\"1000000000\"/>"), WordSample.cell("乙")),
                    WordSample.row(WordSample.cell("丙"), WordSample.cell("丁", "<w:gridSpan w:val=\"-5\"/>"))))
        },
    ]

    // MARK: Web pages

    package static let pages: [HostileFile] = [
        HostileFile("divs 10⁵ deep", "deep.html", .refused(["--max-depth"])) {
            Array("<html>".utf8) + times(100_000, "<div>甲")
        },
        HostileFile(
            "nodes of a page as asked for", "nodes.html", options: ["--max-nodes", "50"], .refused(["--max-nodes"])
        ) {
            Array("<html><body>".utf8) + times(60, "<p>甲</p>")
        },
        HostileFile(
            "cells of a page as asked for", "cells.html", options: ["--max-cells", "10"], .refused(["--max-cells"])
        ) {
            Array("<html><body><table>".utf8) + times(20, "<tr><td>甲")
        },
        HostileFile("entities of a document type", "entity.html", .read("甲")) {
            Array(
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body><p>甲&x;</p></body></html>".utf8)
        },
        HostileFile("10⁵ attributes in a page", "attributes.html", .read("甲")) {
            Array("<html><body><p ".utf8) + times(100_000, "a ") + Array(">甲</p></body></html>".utf8)
        },
        HostileFile("a comment without an end", "comment.html", .either) {
            Array("<html><body><p>甲</p>".utf8) + times(10_000, "<!-- <!--")
        },
        HostileFile("zeros in a page", "zero.html", .either) { Array("<html><body><p>甲\u{0}乙</p></body></html>".utf8) },
        HostileFile("a lone surrogate in a page", "surrogate.html", .read("甲")) {
            Array("<html><body><p>甲&#xD800;&#1114112;乙</p></body></html>".utf8)
        },
        HostileFile("a page of scripts alone", "script.html", .refused(["help:"])) {
            Array("<html><body><script>document.write('甲')</script></body></html>".utf8)
        },
        HostileFile("an element that is not there", "main.html", options: ["--main", "#nothing"], .refused(["--main"]))
        {
            Array("<html><body><p>甲</p></body></html>".utf8)
        },
        HostileFile("spans of millions", "spans.html", .read("甲")) {
            Array("<html><table><tr><td colspan=9999999 rowspan=9999999>甲<td>乙<tr><td>丙</table></html>".utf8)
        },
    ]

    // MARK: OFD

    private static func ofd(_ change: (inout OFDSample) -> Void) -> [UInt8] {
        var sample = OFDSample()
        sample.documents = [[OFDSample.Page()]]
        sample.documents[0][0].put("甲", x: 30, y: 50)
        change(&sample)
        return sample.bytes()
    }

    private static func package(_ entries: [(String, String)]) -> [UInt8] {
        var zip = ZipWriter()
        for (name, content) in entries { zip.add(name, content) }
        return zip.bytes()
    }

    package static let openFixed: [HostileFile] = [
        HostileFile("OFD with a path that leads out", "path.ofd", .refused(["etc/passwd"])) {
            package([("OFD.xml", "<OFD><DocBody><DocRoot>../../../../etc/passwd</DocRoot></DocBody></OFD>")])
        },
        HostileFile("OFD with an absolute path", "absolute.ofd", .refused(["help:"])) {
            package([("OFD.xml", "<OFD><DocBody><DocRoot>/etc/passwd</DocRoot></DocBody></OFD>")])
        },
        HostileFile("OFD that names no document", "none.ofd", .refused(["help:"])) { package([("OFD.xml", "<OFD/>")]) },
        HostileFile("OFD encrypted", "locked.ofd", .refused(["encrypted"])) {
            package([("OFD.xml", "<OFD/>"), ("Encryptions.xml", "<a/>")])
        },
        HostileFile("OFD of an image", "image.ofd", .refused(["help:"])) {
            ofd { $0.documents[0][0].objects = "<ofd:ImageObject ID=\"1\"/>" }
        },
        HostileFile("pages as asked for", "pages.ofd", options: ["--max-pages", "3"], .refused(["--max-pages"])) {
            ofd { $0.documents[0] = Array(repeating: $0.documents[0][0], count: 5) }
        },
        HostileFile("a document type in OFD", "dtd.ofd", .refused(doctype)) {
            package([("OFD.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><OFD>&b;</OFD>")])
        },
        HostileFile("OFD with places that are no numbers", "nan.ofd", .either) {
            ofd {
                $0.documents[0][0].objects +=
                    "<ofd:TextObject ID=\"1\" Boundary=\"nan inf -1e308 1e308\" Size=\"1e308\"><ofd:TextCode X=\"nan\" Y=\"inf\" DeltaX=\"g 999999999 1e308\">乙丙</ofd:TextCode></ofd:TextObject>"
            }
        },
    ]

    // MARK: PDF

    private static let pdf = "pdftotext"

    package static let portable: [HostileFile] = [
        HostileFile("a first line of PDF alone", "first.pdf", needs: pdf, .refused(["PDF", "help:"])) {
            Array("%PDF-1.7\n".utf8)
        },
        HostileFile("PDF and noise", "noise.pdf", needs: pdf, .refused(["PDF", "help:"])) {
            Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 0xAA, count: 5000)
        },
        HostileFile("PDF without pages", "nopages.pdf", needs: pdf, .refused(["PDF"])) { PDFSample().bytes },
        HostileFile("PDF without letters", "noletters.pdf", needs: pdf, .refused(["no letters"])) {
            PDFSample(pages: [PDFSample.Page()]).bytes
        },
        HostileFile("a scanned PDF", "scan2.pdf", needs: pdf, .refused(["--ocr"])) {
            var page = PDFSample.Page()
            page.scan()
            return PDFSample(pages: [page]).bytes
        },
        HostileFile(
            "pages of PDF as asked for", "pages.pdf", options: ["--max-pages", "2"], needs: pdf,
            .refused(["--max-pages"])
        ) {
            var page = PDFSample.Page()
            page.put("甲", x: 90, y: 100)
            return PDFSample(pages: [page, page, page]).bytes
        },
        HostileFile(
            "words of PDF as asked for", "words.pdf", options: ["--max-nodes", "5"], needs: pdf,
            .refused(["--max-nodes"])
        ) {
            var page = PDFSample.Page()
            for line in 0..<9 { page.put("甲", x: 90, y: 100 + 30 * Double(line)) }
            return PDFSample(pages: [page]).bytes
        },
        HostileFile(
            "no memory for Poppler", "memory.pdf", options: ["--max-memory", "1000000"], needs: pdf,
            .refused(["1000000 bytes of memory", "--max-memory"])
        ) {
            var page = PDFSample.Page()
            page.put("甲", x: 90, y: 100)
            return PDFSample(pages: [page]).bytes
        },
        HostileFile("PDF with a password", "locked.pdf", needs: pdf, .refused(["help:"])) {
            Array(
                String(decoding: PDFSample(pages: [PDFSample.Page()]).bytes, as: UTF8.self).replacing(
                    "/Root 1 0 R",
                    with:
                        "/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<\(String(repeating: "41", count: 32))>/U<\(String(repeating: "42", count: 32))>>>"
                ).utf8)
        },
        HostileFile("pages of PDF in a circle", "circle.pdf", needs: pdf, .refused(["help:"])) {
            Array(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 9999999/Kids[2 0 R 2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                    .utf8)
        },
        HostileFile(
            "pictures in pictures in PDF", "forms.pdf", options: ["--max-seconds", "1"], needs: pdf,
            .refused(["longer than 1 seconds", "--max-seconds"])
        ) { PDFSample.bomb },
        HostileFile("a million crossing lines", "lines.pdf", needs: pdf, .either) {
            var page = PDFSample.Page()
            for line in 0..<40 { page.put("甲 乙", x: 60, y: 40 + 18 * Double(line)) }
            page.grid(xs: (0..<1000).map { 50 + Double($0) * 0.5 }, ys: (0..<1000).map { 20 + Double($0) * 0.8 })
            return PDFSample(pages: [page]).bytes
        },
    ]

    // MARK: Old word processors

    package static let office: [HostileFile] = [
        HostileFile("Word with a password", "locked.doc", .refused(["password", "help:"])) {
            OfficeSample.compoundFile(stream: "EncryptedPackage")
        },
        HostileFile("a broken old Word document", "broken.doc", needs: "soffice", .refused(["help:"])) {
            OfficeSample.compoundFile(stream: "WordDocument")
        },
        HostileFile("RTF cut off", "cut.rtf", needs: "soffice", .either) { Array("{\\rtf1\\ansi\\uc0 {\\b ".utf8) },
        HostileFile("RTF that takes too long", "slow.rtf", options: ["--max-seconds", "1"], needs: "soffice", .either) {
            Array("{\\rtf1 ".utf8) + times(20_000, "{\\field{\\*\\fldinst INCLUDETEXT \"/etc/passwd\"}{\\fldrslt x}}")
        },
    ]
}
