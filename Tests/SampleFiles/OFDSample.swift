/// An OFD file made of pages of set text, in millimetres on A4.
package struct OFDSample {
    package struct Page {
        package var objects = ""
        package var templates: [String] = []

        package init(templates: [String] = []) { self.templates = templates }

        /// A line of text with its base line at `y`; letters stand as far apart as they are wide.
        package mutating func put(_ text: String, x: Double, y: Double, size: Double = 5.6) {
            let letters = Array(text.unicodeScalars)
            let widths = letters.map { OFDSample.isWide($0) ? size : size / 2 }
            let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            var deltas = ""
            var index = 0
            // Runs of one distance in the short form.
            let inner = widths.dropLast()
            while index < inner.count {
                var end = index
                while end < inner.count, inner[end] == inner[index] { end += 1 }
                deltas +=
                    (deltas.isEmpty ? "" : " ")
                    + (end - index > 2
                        ? "g \(end - index) \(inner[index])"
                        : Array(repeating: "\(inner[index])", count: end - index).joined(separator: " "))
                index = end
            }
            objects +=
                "<ofd:TextObject ID=\"1\" Boundary=\"\(x) \(y - size) \(widths.reduce(0, +)) \(size * 1.2)\" Font=\"1\" Size=\"\(size)\">"
                + "<ofd:TextCode X=\"0\" Y=\"\(size)\" DeltaX=\"\(deltas)\">\(escaped)</ofd:TextCode></ofd:TextObject>"
        }

        package mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
            objects +=
                "<ofd:PathObject ID=\"2\" Boundary=\"0 0 210 297\" LineWidth=\"0.2\"><ofd:AbbreviatedData>M \(x1) \(y1) L \(x2) \(y2)</ofd:AbbreviatedData></ofd:PathObject>"
        }

        package mutating func grid(xs: [Double], ys: [Double]) {
            guard let left = xs.first, let right = xs.last, let top = ys.first, let bottom = ys.last else { return }
            for y in ys { line(left, y, right, y) }
            for x in xs { line(x, top, x, bottom) }
        }
    }

    /// Several documents of several pages.
    package var documents: [[Page]] = [[]]
    /// By id: content, and whether it lies over the page.
    package var templates: [(id: String, page: Page, isForeground: Bool)] = []
    /// Inside of the DocBody and of the Document.
    package var bodyExtra = ""
    package var documentExtra = ""

    package init() {}
    /// Wraps the page's objects.
    package static let space = "xmlns:ofd=\"http://www.ofdspec.org/2016\""

    package static func isWide(_ letter: Unicode.Scalar) -> Bool { letter.value >= 0x2000 }

    package static func content(_ page: Page) -> String {
        let templates = page.templates.map { "<ofd:Template TemplateID=\"\($0)\"/>" }.joined()
        return
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ofd:Page \(space)>\(templates)<ofd:Content><ofd:Layer ID=\"9\">\(page.objects)</ofd:Layer></ofd:Content></ofd:Page>"
    }

    package func archive() -> ZipWriter {
        var zip = ZipWriter()
        let bodies = documents.indices.map {
            "<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_\($0)/Document.xml</ofd:DocRoot>\(bodyExtra)</ofd:DocBody>"
        }
        zip.add("OFD.xml", "<ofd:OFD \(Self.space) Version=\"1.1\" DocType=\"OFD\">\(bodies.joined())</ofd:OFD>")
        for (number, pages) in documents.enumerated() {
            var common = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            for template in templates {
                common +=
                    "<ofd:TemplatePage ID=\"\(template.id)\" BaseLoc=\"Tpls/\(template.id).xml\" ZOrder=\"\(template.isForeground ? "Foreground" : "Background")\"/>"
                zip.add("Doc_\(number)/Tpls/\(template.id).xml", Self.content(template.page))
            }
            let list = pages.indices.map { "<ofd:Page ID=\"\($0)\" BaseLoc=\"Pages/\($0).xml\"/>" }.joined()
            zip.add(
                "Doc_\(number)/Document.xml",
                "<ofd:Document \(Self.space)><ofd:CommonData>\(common)</ofd:CommonData><ofd:Pages>\(list)</ofd:Pages>\(documentExtra)</ofd:Document>"
            )
            for (index, page) in pages.enumerated() { zip.add("Doc_\(number)/Pages/\(index).xml", Self.content(page)) }
        }
        return zip
    }

    package func bytes() -> [UInt8] { archive().bytes() }

    // MARK: Whole notices

    /// Sets paragraphs as GB/T 9704 has them: 28 letters a line, 22 lines a page, an indent of two letters, page numbers.
    /// Lines of cells parted by tabs that follow one another become a ruled table, where ↑ and ← are merged with the cell
    /// above or before.
    package static func setting(_ text: String) -> OFDSample {
        let size = 5.6
        let left = 28.0
        let columns = 28.0
        var pages: [Page] = [Page()]
        var line = 0
        func baseline() -> Double { 37 + Double(line + 1) * 9.8 }
        func advance(_ count: Int = 1) {
            line += count
            if line >= 22 {
                pages.append(Page())
                line = 0
            }
        }
        func set(_ paragraph: [Unicode.Scalar], indent: Double) {
            var open = String.UnicodeScalarView()
            var start = indent
            var at = indent
            for letter in paragraph {
                let width = isWide(letter) ? 1.0 : 0.5
                if at + width > columns, !"，。；、：）”".unicodeScalars.contains(letter) {
                    pages[pages.count - 1].put(String(open), x: left + start * size, y: baseline(), size: size)
                    advance()
                    open = String.UnicodeScalarView()
                    start = 0
                    at = 0
                }
                open.append(letter)
                at += width
            }
            pages[pages.count - 1].put(String(open), x: left + start * size, y: baseline(), size: size)
            advance()
        }
        let lines = text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline).map {
            Array($0.unicodeScalars)
        }
        var index = 0
        while index < lines.count {
            var rows: [[[Unicode.Scalar]]] = []
            while index < lines.count, lines[index].dropFirst().contains("\t") {
                rows.append(lines[index].split(separator: "\t", omittingEmptySubsequences: false).map(Array.init))
                index += 1
            }
            if rows.count >= 2, let count = rows.map(\.count).max() {
                table(rows, count, size: 4.2, left: left, width: columns * size, &pages, &line)
                continue
            }
            index -= rows.count
            let letters = lines[index]
            let words = letters.drop { $0.properties.isWhitespace }
            index += 1
            guard !words.isEmpty else { continue }
            set(Array(words), indent: 2)
        }
        for number in pages.indices { pages[number].put("— \(number + 1) —", x: 100, y: 270, size: 4.9) }
        var sample = OFDSample()
        sample.documents = [pages]
        return sample
    }

    private static func table(
        _ rows: [[[Unicode.Scalar]]], _ count: Int, size: Double, left: Double, width: Double, _ pages: inout [Page],
        _ line: inout Int
    ) {
        let column = width / Double(count)
        let room = max(2, Int(column / size) - 1)
        let xs = (0...count).map { left + Double($0) * column }
        var y = 37 + Double(line) * 9.8 + 3
        for (number, row) in rows.enumerated() {
            let cells = row.map { cell -> [[Unicode.Scalar]] in
                let words = Array(cell.drop { $0.properties.isWhitespace })
                return stride(from: 0, to: words.count, by: room).map { Array(words[$0..<min($0 + room, words.count)]) }
            }
            let height = Double(max(1, cells.map(\.count).max() ?? 1)) * size * 1.4 + 2
            if y + height > 250 {
                pages.append(Page())
                y = 40
            }
            let next = number + 1 < rows.count ? rows[number + 1] : []
            for (index, x) in xs.enumerated() where !(row.indices.contains(index) && row[index] == ["←"]) {
                pages[pages.count - 1].line(x, y, x, y + height)
            }
            for index in 0..<count {
                if number == 0 || y == 40 || !(row.indices.contains(index) && row[index] == ["↑"]) {
                    pages[pages.count - 1].line(xs[index], y, xs[index + 1], y)
                }
                if !(next.indices.contains(index) && next[index] == ["↑"]) || y + height > 230 {
                    pages[pages.count - 1].line(xs[index], y + height, xs[index + 1], y + height)
                }
            }
            for (index, cell) in cells.enumerated() where row[index] != ["↑"] && row[index] != ["←"] {
                for (number, piece) in cell.enumerated() {
                    pages[pages.count - 1].put(
                        String(String.UnicodeScalarView(piece)), x: xs[index] + 1,
                        y: y + 1 + size * (1 + 1.4 * Double(number)), size: size)
                }
            }
            y += height
        }
        line = Int(((y - 37) / 9.8).rounded(.up)) + 1
        if line >= 22 {
            pages.append(Page())
            line = 0
        }
    }
}
