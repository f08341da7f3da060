package import NoticeModel

/// Letters set together on a page: between two spaces, or one run of a text object.
package struct PlacedWord: Sendable, Hashable {
    package var letters: [Unicode.Scalar]
    /// In points from the upper left corner of the page.
    package var box: SourcePlace.Box
    /// In points; the box's height where the format does not say.
    package var fontSize: Double
    /// The left edge of each letter and the right edge of the last, ascending; empty where the format does not say: then
    /// the letters are taken to share the width by their usual widths.
    package var edges: [Double]

    package init(letters: [Unicode.Scalar], box: SourcePlace.Box, fontSize: Double? = nil, edges: [Double] = []) {
        self.letters = letters
        self.box = box
        self.fontSize = fontSize ?? (box.bottom - box.top)
        self.edges = edges.count == letters.count + 1 ? edges : []
    }

    var middle: Double { (box.top + box.bottom) / 2 }
    var height: Double { box.bottom - box.top }

    /// The left edge of each letter and the right edge of the last.
    var letterEdges: [Double] {
        if !edges.isEmpty { return edges }
        let widths = letters.map { isWide($0) ? 2.0 : 1.0 }
        let total = max(widths.reduce(0, +), 1)
        var edges = [box.left]
        var at = 0.0
        for width in widths {
            at += width
            edges.append(box.left + (box.right - box.left) * at / total)
        }
        return edges
    }

    /// The letters from one index to another as a word of their own.
    func part(_ range: Range<Int>, _ edges: [Double]) -> PlacedWord {
        var box = box
        box.left = edges[range.lowerBound]
        box.right = edges[range.upperBound]
        return PlacedWord(
            letters: Array(letters[range]), box: box, fontSize: fontSize,
            edges: Array(edges[range.lowerBound...range.upperBound]))
    }
}

/// Whether a letter is as wide as it is high: Chinese characters, kana, full width forms and Chinese marks.
func isWide(_ letter: Unicode.Scalar) -> Bool {
    switch letter.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x20000...0x3FFFF, 0x2460...0x24FF, 0x2014...0x2015, 0x2018...0x201D, 0x2026:
        true
    default: false
    }
}

/// A Chinese character, not a mark.
func isHanCharacter(_ letter: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(letter.value) || (0xF900...0xFAFF).contains(letter.value) || letter.value >= 0x20000
}

/// A straight line drawn on a page, level or upright: the border of a cell, the rule under a heading.
package struct RulingLine: Sendable, Hashable {
    /// In points from the upper left corner; a level line has top = bottom, an upright one left = right.
    package var box: SourcePlace.Box

    package var isLevel: Bool { box.right - box.left >= box.bottom - box.top }

    /// A stroke between two points; nil where it slants by more than a point or is shorter than two.
    package init?(x1: Double, y1: Double, x2: Double, y2: Double) {
        let width = abs(x2 - x1)
        let height = abs(y2 - y1)
        guard [x1, y1, x2, y2].allSatisfy({ $0.isFinite && abs($0) < 1e6 }), min(width, height) <= 1,
            max(width, height) >= 2
        else {
            return nil
        }
        if width >= height {
            let y = (y1 + y2) / 2
            box = SourcePlace.Box(left: min(x1, x2), top: y, right: max(x1, x2), bottom: y)
        } else {
            let x = (x1 + x2) / 2
            box = SourcePlace.Box(left: x, top: min(y1, y2), right: x, bottom: max(y1, y2))
        }
    }

    /// The lines that a rectangle shows: one along its middle where it is thin (fills up to 3 points draw borders), its four
    /// sides where `isStroked`, none for a filled area.
    package static func lines(of rectangle: SourcePlace.Box, isStroked: Bool) -> [RulingLine] {
        let width = rectangle.right - rectangle.left
        let height = rectangle.bottom - rectangle.top
        if min(width, height) <= 3 {
            let x = (rectangle.left + rectangle.right) / 2
            let y = (rectangle.top + rectangle.bottom) / 2
            let line =
                width >= height
                ? RulingLine(x1: rectangle.left, y1: y, x2: rectangle.right, y2: y)
                : RulingLine(x1: x, y1: rectangle.top, x2: x, y2: rectangle.bottom)
            return line.map { [$0] } ?? []
        }
        guard isStroked else { return [] }
        let corners = [
            (rectangle.left, rectangle.top), (rectangle.right, rectangle.top), (rectangle.right, rectangle.bottom),
            (rectangle.left, rectangle.bottom),
        ]
        return corners.indices.compactMap { index in
            let (x1, y1) = corners[index]
            let (x2, y2) = corners[(index + 1) % 4]
            return RulingLine(x1: x1, y1: y1, x2: x2, y2: y2)
        }
    }
}

extension Int {
    /// The nearest whole number; of what is none, or too large for any page, the nearest that can be.
    init(nearest value: Double) {
        self = value.isFinite ? Int(Swift.min(Swift.max(value, -1e9), 1e9).rounded()) : 0
    }
}

/// What stands on one page.
package struct PlacedPage: Sendable, Hashable {
    /// From 1.
    package var number: Int
    /// In points.
    package var width: Double
    package var height: Double
    /// In any order.
    package var words: [PlacedWord]
    package var rules: [RulingLine]

    package init(number: Int, width: Double, height: Double, words: [PlacedWord], rules: [RulingLine] = []) {
        self.number = number
        // A damaged page may be as wide as no paper is.
        self.width = width.isFinite ? min(max(width, 0), 1e6) : 0
        self.height = height.isFinite ? min(max(height, 0), 1e6) : 0
        self.words = words
        self.rules = rules
    }
}
