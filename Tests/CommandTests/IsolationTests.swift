import Foundation
import SampleFiles
import Testing

/// Nothing in a file makes the program, or one that it starts, reach out.
@Suite struct IsolationTests {
    /// A server on this machine that counts who knocks.
    final class Listener {
        let port: UInt16
        private let socketDescriptor: Int32

        init?() {
            #if os(Linux)
                let stream = Int32(SOCK_STREAM.rawValue)
            #else
                let stream = SOCK_STREAM
            #endif
            socketDescriptor = socket(AF_INET, stream, 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let descriptor = socketDescriptor
            let isBound = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0
                        && getsockname(descriptor, $0, &length) == 0
                }
            }
            port = UInt16(bigEndian: address.sin_port)
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
            guard isBound else { return nil }
        }

        /// How many have come since the last call.
        func visitors() -> Int {
            var count = 0
            while true {
                let visitor = accept(socketDescriptor, nil, nil)
                if visitor < 0 { return count }
                close(visitor)
                count += 1
            }
        }

        deinit { close(socketDescriptor) }
    }

    static func files(_ address: String) -> [(name: String, bytes: [UInt8])] {
        let picture =
            "<img src=\"\(address)/a.png\"><link rel=stylesheet href=\"\(address)/a.css\"><script src=\"\(address)/a.js\"></script>"
        var linked = WordSample(body: WordSample.paragraph("个人缴费标准为每人每年380元。")).archive()
        linked.entries.removeAll { $0.name == Array("word/_rels/document.xml.rels".utf8) }
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        linked.add(
            "word/_rels/document.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + ["image", "styles", "attachedTemplate", "footnotes"].map {
                    "<Relationship Id=\"\($0)\" Type=\"\(relations)/\($0)\" Target=\"\(address)/\($0)\" TargetMode=\"External\"/>"
                }.joined() + "</Relationships>")
        var external = WordSample().archive()
        external.entries.removeAll { $0.name == Array("word/document.xml".utf8) }
        external.add(
            "word/document.xml",
            "<!DOCTYPE a SYSTEM \"\(address)/a.dtd\" [<!ENTITY b SYSTEM \"\(address)/b\">]><a>&b;</a>")
        var page = PDFSample.Page()
        page.put("个人缴费标准为每人每年380元。", x: 90, y: 100)
        let action =
            "/OpenAction<</S/URI/URI(\(address)/open)>>/AA<</O<</S/GoToR/F<</FS/URL/F(\(address)/remote)>>/D[0/Fit]>>>>/AcroForm<</XFA(\(address))>>"
        let pdf = String(decoding: PDFSample(pages: [page]).bytes, as: UTF8.self)
            .replacing("/Type/Catalog", with: "/Type/Catalog\(action)")
        let fields =
            "{\\field{\\*\\fldinst INCLUDEPICTURE \"\(address)/a.png\"}{\\fldrslt x}}"
            + "{\\field{\\*\\fldinst INCLUDETEXT \"\(address)/a.txt\"}{\\fldrslt y}}{\\*\\template \(address)/a.dot}"
        var open = ZipWriter()
        open.add("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))
        open.add(
            "content.xml",
            "<?xml version=\"1.0\"?><office:document-content office:version=\"1.2\" xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><office:body><office:text><text:section text:name=\"s\"><text:section-source xlink:href=\"\(address)/a.odt\"/></text:section><text:p>个人缴费<draw:frame><draw:image xlink:href=\"\(address)/a.png\"/></draw:frame></text:p></office:text></office:body></office:document-content>"
        )
        open.add(
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
        )
        return [
            (
                "a.html",
                Array(
                    "<!DOCTYPE html SYSTEM \"\(address)/a.dtd\"><html><base href=\"\(address)/\">\(picture)<body><iframe src=\"\(address)/\"></iframe><p>个人缴费标准为每人每年380元。</p></body></html>"
                        .utf8)
            ),
            ("linked.docx", linked.bytes()), ("external.docx", external.bytes()), ("a.pdf", Array(pdf.utf8)),
            ("a.rtf", Array("{\\rtf1\\ansi 380 \(fields)\\par}".utf8)), ("a.odt", open.bytes()),
        ]
    }

    @Test func nothingIsFetched() throws {
        let listener = try #require(Listener())
        let scratch = try Scratch()
        // Whoever comes is seen.
        _ = try FileSystemTests.shell("bash -c 'exec 3<>/dev/tcp/127.0.0.1/\(listener.port)'", in: scratch)
        #expect(listener.visitors() == 1)
        for (name, bytes) in Self.files("http://127.0.0.1:\(listener.port)") {
            try scratch.write("in/\(name)", Data(bytes))
        }
        let run = try Program.run(["extract", "in", "--output", "out"], folder: scratch.path)
        #expect(!run.wasKilled)
        #expect(try scratch.contents("out").contains("linked.docx.json"))
        #expect(listener.visitors() == 0)
    }

    /// The same by way of the file system: nothing of it comes into the text.
    @Test func noOtherFileIsRead() throws {
        let scratch = try Scratch()
        let secret = "秘密\(UUID().uuidString)"
        try scratch.write("secret/a.txt", secret)
        for (name, bytes) in Self.files("file://\(scratch.path)/secret/a.txt#") {
            try scratch.write("in/\(name)", Data(bytes))
        }
        let run = try Program.run(["extract", "in", "--output", "out"], folder: scratch.path)
        #expect(!run.wasKilled)
        for name in try scratch.contents("out") {
            #expect(!String(decoding: try scratch.read("out/\(name)"), as: UTF8.self).contains("秘密"))
        }
        for (name, _) in Self.files("") {
            let text = try Program.run(["text", "in/\(name)"], folder: scratch.path)
            #expect(!text.text.contains("秘密"), "\(name)")
        }
    }

    /// However the program ends, what it started ends too, and its folder goes.
    @Test(.enabled(if: isInstalled("pdftotext"), "needs poppler-utils"), arguments: ["TERM", "KILL", "HUP"])
    func separateProgramsEndWithIt(_ signal: String) throws {
        let scratch = try Scratch()
        try scratch.write("a.pdf", Data(PDFSample.bomb))
        try scratch.write("tmp/.keep", "")
        let run = try FileSystemTests.shell(
            """
            TMPDIR=$PWD/tmp "$0" text a.pdf & p=$!
            i=0; while ! ls tmp/*/input.pdf >/dev/null 2>&1 && [ $i -lt 500 ]; do sleep 0.02; i=$((i + 1)); done
            sleep 0.3; folder=$(ls -d tmp/guize-*)
            kill -\(signal) $p; wait $p; s=$?
            i=0; while [ "$(ls -A tmp)" != .keep ] && [ $i -lt 300 ]; do sleep 0.05; i=$((i + 1)); done
            for process in /proc/[0-9]*; do
                case $(readlink $process/cwd 2>/dev/null) in "$PWD/$folder"*) echo "left $process" >&2 ;; esac
            done
            exit $s
            """, in: scratch)
        #expect(run.status == ["HUP": 129, "KILL": 137, "TERM": 143][signal])
        #expect(!run.errors.contains("left"))
        #expect(try scratch.contents("tmp") == [".keep"])
    }
}
