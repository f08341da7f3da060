package import NoticeModel

/// Letters with their places in the source; the ranges of the places count from the first letter.
package struct PlacedText: Sendable, Hashable {
    package private(set) var letters: [Unicode.Scalar] = []
    package private(set) var places: [SourcePlace] = []

    package init() {}

    package init(
        _ letters: some Sequence<Unicode.Scalar>, page: Int? = nil, box: SourcePlace.Box? = nil, path: String? = nil
    ) {
        append(letters, page: page, box: box, path: path)
    }

    package var isEmpty: Bool { letters.isEmpty }

    /// No letters but white space.
    package var isBlank: Bool { letters.allSatisfy(\.properties.isWhitespace) }

    /// Adds letters that stand together in the source.
    package mutating func append(
        _ letters: some Sequence<Unicode.Scalar>, page: Int? = nil, box: SourcePlace.Box? = nil, path: String? = nil
    ) {
        let start = self.letters.count
        self.letters.append(contentsOf: letters)
        guard self.letters.count > start, page != nil || box != nil || path != nil else { return }
        if let last = places.last, last.range.upperBound == start, last.page == page, last.box == box, last.path == path
        {
            places[places.count - 1].range = last.range.lowerBound..<self.letters.count
        } else {
            places.append(SourcePlace(range: start..<self.letters.count, page: page, box: box, path: path))
        }
    }

    /// Adds a letter that stands nowhere in the source, such as the space between joined lines.
    package mutating func append(_ letter: Unicode.Scalar) { letters.append(letter) }

    package mutating func append(_ other: PlacedText) {
        let start = letters.count
        letters.append(contentsOf: other.letters)
        for place in other.places {
            var place = place
            place.range = place.range.lowerBound + start..<place.range.upperBound + start
            places.append(place)
        }
    }

    /// The letters of a range, with their places.
    package func part(_ range: Range<Int>) -> PlacedText {
        var result = PlacedText()
        result.letters = Array(letters[range])
        for place in places where place.range.overlaps(range) {
            var place = place
            let kept = place.range.clamped(to: range)
            place.range = kept.lowerBound - range.lowerBound..<kept.upperBound - range.lowerBound
            result.places.append(place)
        }
        return result
    }

    /// Without white space at both ends, and with every run of line breaks, tabs and other controls as one space where
    /// `isCell`, so that a row of a table stays one line. Places move along.
    package func trimmed(isCell: Bool = false) -> PlacedText {
        var kept: [Unicode.Scalar] = []
        kept.reserveCapacity(letters.count)
        var moved: [Int] = []
        moved.reserveCapacity(letters.count + 1)
        for letter in letters {
            moved.append(kept.count)
            let isControl =
                letter.value < 0x20 || letter.value == 0x7F || letter.value == 0x85
                || letter.value == 0x2028 || letter.value == 0x2029
            if kept.isEmpty, letter.properties.isWhitespace || isControl { continue }
            if !isControl || !isCell && letter == "\t" {
                kept.append(letter)
            } else if isCell || letter == "\n" || letter == "\r", kept.last != " " {
                kept.append(" ")
            }
        }
        moved.append(kept.count)
        while let last = kept.last, last.properties.isWhitespace { kept.removeLast() }
        var result = PlacedText()
        result.letters = kept
        for place in places {
            let range = min(moved[place.range.lowerBound], kept.count)..<min(moved[place.range.upperBound], kept.count)
            guard !range.isEmpty else { continue }
            var place = place
            place.range = range
            result.places.append(place)
        }
        return result
    }
}

/// A table whose cells are texts of their own, before it is written into a rendition.
package struct TableText: Sendable, Hashable {
    package struct Cell: Sendable, Hashable {
        package var row: Int
        package var column: Int
        package var rowSpan: Int
        package var columnSpan: Int
        package var text: PlacedText
        package var isHeader: Bool

        package init(
            row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, text: PlacedText, isHeader: Bool = false
        ) {
            self.row = row
            self.column = column
            self.rowSpan = rowSpan
            self.columnSpan = columnSpan
            self.text = text
            self.isHeader = isHeader
        }
    }
    package var rows: Int
    package var columns: Int
    /// In row order, then column order; no two on one grid position.
    package var cells: [Cell]

    package init(rows: Int, columns: Int, cells: [Cell]) {
        self.rows = rows
        self.columns = columns
        self.cells = cells
    }
}
