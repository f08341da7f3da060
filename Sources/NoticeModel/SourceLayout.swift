/// What the format of a source file says about the layout of its text: paragraphs, headings, tables, pages.
///
/// Plain text has none; its lines are all there is. All ranges count scalars of the text rendition, which the reader writes
/// so that a layout can also be told from it by eye: a paragraph a line, a table row a line, cells parted by tabs.
package struct SourceLayout: Sendable, Hashable {
    /// In reading order; ranges ascend and do not overlap.
    package var blocks: [SourceBlock]
    /// What the source says about the notice outside of its text, such as the 索引号 table of a government portal.
    package var fields: [SourceField]
    /// Text beside the notice, such as the side bar of a printed page: it is kept, and no part of the notice.
    package var asides: [Range<Int>] = []
    /// Where the letters stand in the source; ascending, disjoint, and not necessarily complete.
    package var places: [SourcePlace]

    package init(blocks: [SourceBlock] = [], fields: [SourceField] = [], places: [SourcePlace] = []) {
        self.blocks = blocks
        self.fields = fields
        self.places = places
    }
}

/// A paragraph, a heading or a table of the source.
package struct SourceBlock: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case paragraph
        /// A heading that the format marks as one; 1 is the highest level.
        case heading(level: Int)
        case table(SourceTable)
        /// The rows and columns cannot be told: no rules may be read from it.
        case collapsedTable(reason: String)
    }
    package var kind: Kind
    /// Without the line break at its end.
    package var range: Range<Int>

    package init(kind: Kind, range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}

/// A table as the source has it. Every grid position belongs to at most one cell.
package struct SourceTable: Sendable, Hashable {
    package struct Cell: Sendable, Hashable {
        package var row: Int
        package var column: Int
        package var rowSpan: Int
        package var columnSpan: Int
        /// The cell's letters; empty for an empty cell.
        package var range: Range<Int>
        /// The source marks the cell as a header (HTML's `th`, a repeated header row in Word).
        package var isHeader: Bool

        package init(
            row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, range: Range<Int>, isHeader: Bool = false
        ) {
            self.row = row
            self.column = column
            self.rowSpan = rowSpan
            self.columnSpan = columnSpan
            self.range = range
            self.isHeader = isHeader
        }
    }
    package var rows: Int
    package var columns: Int
    /// In row order, then column order.
    package var cells: [Cell]

    package init(rows: Int, columns: Int, cells: [Cell]) {
        self.rows = rows
        self.columns = columns
        self.cells = cells
    }
}

/// A label and its value: 发文字号：吉医保联〔2025〕19号.
package struct SourceField: Sendable, Hashable {
    package var label: String
    package var value: String
    /// The value's place in the rendition, where the rendition has it.
    package var range: Range<Int>?

    package init(label: String, value: String, range: Range<Int>? = nil) {
        self.label = label
        self.value = value
        self.range = range
    }
}

/// The place of a piece of the rendition in the source file.
package struct SourcePlace: Sendable, Hashable {
    /// A rectangle in points from the upper left corner of the page.
    package struct Box: Sendable, Hashable {
        package var left: Double
        package var top: Double
        package var right: Double
        package var bottom: Double

        package init(left: Double, top: Double, right: Double, bottom: Double) {
            self.left = left
            self.top = top
            self.right = right
            self.bottom = bottom
        }
    }
    package var range: Range<Int>
    /// From 1.
    package var page: Int?
    package var box: Box?
    /// The element in an XML or HTML source: `/html/body/div[2]/p[5]`, `word/document.xml#/w:p[12]`.
    package var path: String?

    package init(range: Range<Int>, page: Int? = nil, box: Box? = nil, path: String? = nil) {
        self.range = range
        self.page = page
        self.box = box
        self.path = path
    }
}
