/// A PDF file made of set text and drawn lines, in points on A4, without a font of its own: `pdftotext` needs none.
package struct PDFSample {
    package struct Page {
        package private(set) var content = ""

        package init() {}

        /// A line of text from `x`, its base line `y` points from the top. Chinese letters are as wide as `size`, others too.
        package mutating func put(_ text: String, x: Double, y: Double, size: Double = 16) {
            let digits = text.utf16.map { hex(Int($0), digits: 4) }.joined()
            content += "BT /F \(size) Tf 1 0 0 1 \(x) \(842 - y) Tm <\(digits)> Tj ET\n"
        }

        package mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
            content += "\(x1) \(842 - y1) m \(x2) \(842 - y2) l S\n"
        }

        /// The borders of a table, drawn as thin rectangles as word processors do.
        package mutating func grid(xs: [Double], ys: [Double]) {
            guard let left = xs.first, let right = xs.last, let top = ys.first, let bottom = ys.last else { return }
            for y in ys { content += "\(left) \(842 - y - 0.25) \(right - left) 0.5 re f\n" }
            for x in xs { content += "\(x - 0.25) \(842 - bottom) 0.5 \(bottom - top) re f\n" }
        }

        /// An image over the whole page, as a scan is.
        package mutating func scan() { content += "q 595 0 0 842 0 0 cm /I Do Q\n" }
    }

    package var pages: [Page]

    package init(pages: [Page] = []) { self.pages = pages }

    package var bytes: [UInt8] {
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count \(pages.count)/Kids[\(pages.indices.map { "\(8 + 2 * $0) 0 R" }.joined(separator: " "))]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                + "/FontDescriptor 5 0 R/DW 1000>>",
            "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120"
                + "/CapHeight 880/StemV 80>>",
            stream(Self.unicodeMap),
            stream(
                "<>",
                "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/ASCIIHexDecode"
            ),
        ]
        for index in pages.indices {
            objects.append(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>/XObject<</I 7 0 R>>>>/Contents \(9 + 2 * index) 0 R>>"
            )
            objects.append(stream(pages[index].content))
        }
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { file += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
        file += "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }

    /// Forms that draw the next one twice each: 2⁴⁰ in all, which no reader comes to the end of.
    package static let bomb: [UInt8] = {
        var objects = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
        objects +=
            "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</F 10 0 R>>>>/Contents 4 0 R>>endobj\n"
        objects += "4 0 obj\(stream("/F Do"))endobj\n"
        for number in 10..<50 {
            let form = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</F \(number + 1) 0 R>>>>"
            objects += "\(number) 0 obj\(stream(number < 49 ? "/F Do /F Do" : "0 0 m", form))endobj\n"
        }
        return Array("%PDF-1.4\n\(objects)trailer<</Root 1 0 R>>\n%%EOF\n".utf8)
    }()

    /// Codes are UTF-16 units.
    private static let unicodeMap: String = {
        var map =
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        let rows = (0..<256).filter { !(0xD8...0xDF).contains($0) }
        for start in stride(from: 0, to: rows.count, by: 80) {
            let some = rows[start..<min(start + 80, rows.count)].map { hex($0, digits: 2) }
            map += "\(some.count) beginbfrange\n" + some.map { "<\($0)00> <\($0)FF> <\($0)00>" }.joined(separator: "\n")
            map += "\nendbfrange\n"
        }
        return map + "endcmap end end"
    }()
}

private func stream(_ content: String, _ entries: String = "") -> String {
    "<<\(entries)/Length \(content.utf8.count)>>stream\n\(content)\nendstream"
}

private func hex(_ value: Int, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: digits - text.count) + text
}
