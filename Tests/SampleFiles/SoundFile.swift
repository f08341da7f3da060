/// One notice in every format that is read.
package struct SoundFile: Sendable {
    package enum Format: String, Sendable, Hashable, CaseIterable {
        case utf8 = "UTF-8"
        case utf16 = "UTF-16"
        case gb18030 = "GB18030"
        case markdown = "Markdown"
        case csv = "CSV"
        case html = "HTML"
        case docx = "DOCX"
        case ofd = "OFD"
        case zip = "ZIP"
        case pdf = "PDF"
        case rtf = "RTF"
    }

    package var format: Format
    package var bytes: [UInt8]

    package static let all = Format.allCases.map { SoundFile(format: $0, bytes: bytes($0)) }

    package static let text = """
        青山市医疗保障局关于做好2026年度城乡居民基本医疗保险参保工作的通知
        青医保发〔2025〕31号
        各县（市、区）医疗保障局：
        现就做好2026年度城乡居民基本医疗保险（以下简称居民医保）参保缴费工作通知如下：
        一、缴费标准
        2026年度居民医保个人缴费标准为每人每年400元，各级财政补助标准为每人每年不低于700元。
        二、参保资助
        （一）对特困人员、孤儿给予全额资助，对低保对象每人每年定额资助240元，所需资金由医疗救助基金列支。
        人员类别\t资助标准（元）\t个人缴费（元）
        返贫致贫人口\t200\t200
        防止返贫监测对象\t180\t220
        三、缴费时间
        集中缴费期为2025年10月1日至2025年12月31日，待遇享受期为2026年1月1日至2026年12月31日。
        青山市医疗保障局
        2025年9月12日

        """

    /// "个人缴费标准为每人每年400元。" and a line end.
    private static let gb18030: [UInt8] = [
        0xB8, 0xF6, 0xC8, 0xCB, 0xBD, 0xC9, 0xB7, 0xD1, 0xB1, 0xEA, 0xD7, 0xBC, 0xCE, 0xAA, 0xC3, 0xBF, 0xC8, 0xCB,
        0xC3, 0xBF, 0xC4, 0xEA, 0x34, 0x30, 0x30, 0xD4, 0xAA, 0xA1, 0xA3, 0x0A,
    ]

    private static func rows(_ line: Substring) -> [String]? {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return cells.count > 1 ? cells : nil
    }

    private static func bytes(_ format: Format) -> [UInt8] {
        let lines = text.split(separator: "\n")
        switch format {
        case .utf8: return Array(text.utf8)
        case .utf16:
            return [0xFF, 0xFE]
                + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        case .gb18030: return Array(repeating: gb18030, count: 30).flatMap { $0 }
        case .markdown:
            let marked = lines.map { line in
                rows(line).map { "| " + $0.joined(separator: " | ") + " |" } ?? String(line)
            }
            return Array(marked.joined(separator: "\n").replacing("|\n返贫", with: "|\n|---|--:|:-:|\n返贫").utf8)
        case .csv:
            let table = lines.compactMap(rows).map { $0.joined(separator: ",") }
            return Array(("2026年度参保资助标准,,\r\n" + table.joined(separator: "\r\n") + "\r\n\"注：1,2\",\"\"\"\",\r\n").utf8)
        case .html: return Array(page(lines).utf8)
        case .docx:
            var sample = WordSample.setting(text)
            sample.body +=
                WordSample.paragraph("第一项", WordSample.list(1)) + WordSample.paragraph("第二项", WordSample.list(1, 1))
            sample.numbering =
                WordSample.abstract(
                    0, WordSample.level(0, "chineseCounting", "%1、") + WordSample.level(1, "decimal", "%1.%2"))
                + WordSample.number(1, of: 0)
            sample.footnotes = "<w:footnote w:id=\"1\">\(WordSample.paragraph("注"))</w:footnote>"
            sample.body +=
                "<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id=\"1\"/></w:r><w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
            return sample.bytes()
        case .ofd: return OFDSample.setting(text).bytes()
        case .zip:
            var zip = ZipWriter()
            zip.add("通知/一.txt", text)
            zip.add("通知/二.docx", WordSample.setting(text).bytes())
            zip.add([0xCD, 0xA8, 0xD6, 0xAA, 0x2E, 0x68], Array(page(lines).utf8), deflated: true)
            return zip.bytes()
        case .pdf: return document(lines).bytes
        case .rtf:
            let paragraphs = lines.map { OfficeSample.richText(String($0)) }
            return Array(("{\\rtf1\\ansi\\uc0 " + paragraphs.joined(separator: "\\par ") + "\\par}").utf8)
        }
    }

    private static func page(_ lines: [Substring]) -> String {
        var body = ""
        var isTable = false
        for line in lines {
            let cells = rows(line)
            if (cells != nil) != isTable { body += isTable ? "</table>" : "<table border=1>" }
            isTable = cells != nil
            body += cells.map { "<tr><td>" + $0.joined(separator: "</td><td>") + "</td></tr>" } ?? "<p>\(line)</p>"
        }
        return """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>关于参保工作的通知-青山市</title></head><body>
            <ul class="nav"><li><a href="1">首页</a></li><li><a>公开</a></li></ul><!-- c --><script>if(a<b){}</script>
            <table><tr><td>索 引 号：</td><td>A1</td><td>发文字号</td><td>青医保发〔2025〕31号</td></tr></table>
            <div id="zoom">\(body)<ol start=2><li>甲<li>乙</ol><p style="display:none">隐</p><pre>a\n b</pre></div></body></html>
            """
    }

    private static func document(_ lines: [Substring]) -> PDFSample {
        var page = PDFSample.Page()
        var y = 80.0
        for line in lines {
            if let cells = rows(line) {
                for (column, cell) in cells.enumerated() {
                    page.put(cell, x: 94 + 130 * Double(column), y: y, size: 12)
                }
                page.grid(xs: [90, 220, 350, 480], ys: [y - 16, y + 8])
                y += 24
            } else {
                let letters = Array(line.unicodeScalars)
                for start in stride(from: 0, to: letters.count, by: 26) {
                    var piece = String.UnicodeScalarView()
                    piece.append(contentsOf: letters[start..<min(start + 26, letters.count)])
                    page.put(String(piece), x: start == 0 ? 122 : 90, y: y)
                    y += 26
                }
            }
        }
        return PDFSample(pages: [page])
    }
}
