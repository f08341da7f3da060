import NoticeModel

@testable import NoticeReading

/// Pages of set text for tests: A4, letters of 16 points as GB/T 9704 has them unless said otherwise.
struct PageSketch {
    var page = PlacedPage(number: 1, width: 595, height: 842, words: [])
    static let left = 79.0
    static let right = 516.0

    init(number: Int = 1) { page.number = number }

    /// Puts letters at a place, words parted at spaces; Latin letters are half as wide.
    mutating func put(_ text: String, x: Double, y: Double, size: Double = 16) {
        var at = x
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let letters = Array(word.unicodeScalars)
            let width = letters.reduce(0) { $0 + (isWide($1) ? size : size / 2) }
            if !letters.isEmpty {
                page.words.append(
                    PlacedWord(
                        letters: letters, box: .init(left: at, top: y, right: at + width, bottom: y + size),
                        fontSize: size))
            }
            at += width + size / 2
        }
    }

    /// Sets a paragraph with lines as wide as the page's text.
    /// - Returns: the height of the next line.
    mutating func set(
        _ text: String, y: Double, indent: Double = 32, size: Double = 16, spacing: Double = 28
    ) -> Double {
        var y = y
        var x = Self.left + indent
        var line = ""
        var at = x
        for letter in text.unicodeScalars {
            let width = isWide(letter) ? size : size / 2
            if at + width > Self.right, !"，。；、：）".unicodeScalars.contains(letter) {
                put(line, x: x, y: y, size: size)
                line = ""
                x = Self.left
                at = x
                y += spacing
            }
            line.unicodeScalars.append(letter)
            at += width
        }
        put(line, x: x, y: y, size: size)
        return y + spacing
    }

    mutating func rule(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        if let line = RulingLine(x1: x1, y1: y1, x2: x2, y2: y2) { page.rules.append(line) }
    }

    /// A grid of lines.
    mutating func grid(xs: [Double], ys: [Double]) {
        guard let left = xs.first, let right = xs.last, let top = ys.first, let bottom = ys.last else { return }
        for y in ys { rule(left, y, right, y) }
        for x in xs { rule(x, top, x, bottom) }
    }
}

/// A result as a reader sees it: a line a block, tables by their cells.
func describe(_ rendition: [Unicode.Scalar], _ layout: SourceLayout) -> [String] {
    layout.blocks.map { block in
        func letters(_ range: Range<Int>) -> String {
            var text = ""
            text.unicodeScalars.append(contentsOf: rendition[range])
            return text
        }
        switch block.kind {
        case .paragraph: return letters(block.range)
        case .heading(let level): return "#\(level) " + letters(block.range)
        case .collapsedTable: return "?? " + letters(block.range)
        case .table(let table):
            let cells = table.cells.map { cell in
                let span = cell.rowSpan > 1 || cell.columnSpan > 1 ? "[\(cell.rowSpan)x\(cell.columnSpan)]" : ""
                return "\(cell.row),\(cell.column)\(span)\(cell.isHeader ? "*" : "")=\(letters(cell.range))"
            }
            return "\(table.rows)x\(table.columns) " + cells.joined(separator: " | ")
        }
    }
}
