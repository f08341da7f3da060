/// A Word document made of pieces of XML.
package struct WordSample {
    package var body = ""
    package var styles = ""
    package var numbering = ""
    package var footnotes = ""
    package var endnotes = ""
    /// The namespace of WordprocessingML, transitional unless said otherwise.
    package var namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package var relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    package init(body: String = "", numbering: String = "") {
        self.body = body
        self.numbering = numbering
    }

    package static func paragraph(_ text: String, _ properties: String = "") -> String {
        "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")<w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    package static func list(_ number: Int, _ level: Int = 0) -> String {
        "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(number)\"/></w:numPr>"
    }

    package static func level(
        _ index: Int, _ format: String, _ text: String, start: Int = 1, more: String = ""
    ) -> String {
        "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/>\(more)<w:lvlText w:val=\"\(text)\"/></w:lvl>"
    }

    package static func abstract(_ id: Int, _ levels: String) -> String {
        "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels)</w:abstractNum>"
    }

    package static func number(_ id: Int, of abstract: Int, _ overrides: String = "") -> String {
        "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(abstract)\"/>\(overrides)</w:num>"
    }

    package static func cell(_ text: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
    }

    package static func row(_ cells: String..., properties: String = "") -> String {
        "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
    }

    package static func table(_ rows: String...) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }

    package func archive() -> ZipWriter {
        let spaces =
            "xmlns:w=\"\(namespace)\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
            + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
            + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
        func part(_ root: String, _ content: String) -> String {
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:\(root) \(spaces)>\(content)</w:\(root)>"
        }
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        var zip = ZipWriter()
        zip.add(
            "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
        zip.add(
            "_rels/.rels",
            "<Relationships xmlns=\"\(package)\"><Relationship Id=\"a\" Type=\"\(relationships)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        )
        zip.add("word/document.xml", part("document", "<w:body>\(body)<w:sectPr/></w:body>"))
        var relations = ""
        for (name, content) in [
            ("styles", styles), ("numbering", numbering), ("footnotes", footnotes), ("endnotes", endnotes),
        ] where !content.isEmpty {
            relations += "<Relationship Id=\"\(name)\" Type=\"\(relationships)/\(name)\" Target=\"\(name).xml\"/>"
            zip.add("word/\(name).xml", part(name, content))
        }
        zip.add("word/_rels/document.xml.rels", "<Relationships xmlns=\"\(package)\">\(relations)</Relationships>")
        return zip
    }

    package func bytes() -> [UInt8] { archive().bytes() }

    /// Paragraphs a line; lines of cells parted by tabs that follow one another become a table, where ↑ and ← are merged
    /// with the cell above or before.
    package static func setting(_ text: String) -> WordSample {
        var sample = WordSample()
        let lines = text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline).map(String.init)
        var index = 0
        while index < lines.count {
            var rows: [[String]] = []
            while index < lines.count, lines[index].dropFirst().contains("\t") {
                rows.append(lines[index].split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
                index += 1
            }
            guard rows.count >= 2 else {
                index -= rows.count
                sample.body += paragraph(escaped(lines[index]))
                index += 1
                continue
            }
            sample.body += "<w:tbl>" + rows.indices.map { row(rows, $0) }.joined() + "</w:tbl>"
        }
        return sample
    }

    private static func row(_ rows: [[String]], _ number: Int) -> String {
        var cells = ""
        var column = 0
        let row = rows[number]
        while column < row.count {
            var span = 1
            while column + span < row.count, row[column + span] == "←" { span += 1 }
            let isMerged = row[column] == "↑"
            let begins =
                number + 1 < rows.count && rows[number + 1].indices.contains(column) && rows[number + 1][column] == "↑"
            let merge = isMerged ? "<w:vMerge/>" : begins ? "<w:vMerge w:val=\"restart\"/>" : ""
            cells += cell(isMerged ? "" : escaped(row[column]), "<w:gridSpan w:val=\"\(span)\"/>" + merge)
            column += span
        }
        return "<w:tr>\(cells)</w:tr>"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}
