package import PolicyRules
package import PolicyText

/// A notice as read and structured. Ranges named `range` count scalars of `text` (the analysis text: folded, with line
/// breaks inside a paragraph dropped); `text.sourceRange(of:)` leads back to the rendition.
package struct Notice: Sendable {
    /// What `guize text` prints and evidence offsets count.
    package var rendition: [Unicode.Scalar]
    package var text: FoldedText
    package var blocks: [Block]
    package var sections: [Section]
    package var metadata: NoticeMetadata
    package var findings: [NoticeFinding]

    package init(
        rendition: [Unicode.Scalar], text: FoldedText, blocks: [Block], sections: [Section],
        metadata: NoticeMetadata, findings: [NoticeFinding]
    ) {
        self.rendition = rendition
        self.text = text
        self.blocks = blocks
        self.sections = sections
        self.metadata = metadata
        self.findings = findings
    }
}

/// A paragraph, a heading or a table, in reading order.
package struct Block: Sendable {
    package enum Kind: Sendable {
        case paragraph
        /// A heading on a line of its own, or the heading part of a line that runs on into its sentence
        /// (（一）筹资标准。2026年…): then a paragraph block follows it.
        case heading
        case table(Table)
    }
    /// The part of the 公文 (GB/T 9704-2012) that the block belongs to. Rules are read from `body` alone (`operative`).
    package enum Part: String, Sendable {
        case header, title, documentNumber, addressees, opening, body, signature, date, attachmentNote, copyTo,
            publication
        /// `[image: …]` traces and lines without letters.
        case noise
    }
    package var kind: Kind
    package var part: Part
    package var range: Range<Int>
    /// Index into `Notice.sections` of the innermost section that the block stands in.
    package var section: Int?
    /// The item's marker as folded text, at the start of `range`: 1. or （1） ; empty when there is none.
    package var markerRange: Range<Int>?

    package init(
        kind: Kind, part: Part, range: Range<Int>, section: Int? = nil, markerRange: Range<Int>? = nil
    ) {
        self.kind = kind
        self.part = part
        self.range = range
        self.section = section
        self.markerRange = markerRange
    }
}

/// A section of the outline.
package struct Section: Sendable {
    /// Stable id from the markers' numbers: "3.1" is （一） under 三、.
    package var id: String
    /// 1 for 一、 or 第一章, 2 for （一） or 第一条, 3 for 1. , 4 for （1）, 5 for ①: by nesting as found, from 1.
    package var level: Int
    /// As written: 一、 （一） 1. （1） ① 第一条.
    package var markerRange: Range<Int>
    /// The heading's text without the marker; empty where the item has no heading of its own.
    package var headingRange: Range<Int>
    /// Marker to the last letter of the last block of the section, subsections included.
    package var range: Range<Int>
    package var parent: Int?

    package init(
        id: String, level: Int, markerRange: Range<Int>, headingRange: Range<Int>, range: Range<Int>, parent: Int?
    ) {
        self.id = id
        self.level = level
        self.markerRange = markerRange
        self.headingRange = headingRange
        self.range = range
        self.parent = parent
    }
}

/// A table as a grid. A cell may span rows and columns; every grid position belongs to at most one cell.
package struct Table: Sendable {
    package struct Cell: Sendable {
        package var row: Int
        package var column: Int
        package var rowSpan: Int
        package var columnSpan: Int
        /// The cell's letters in the analysis text; empty for an empty cell.
        package var range: Range<Int>
        package var isHeader: Bool

        package init(row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, range: Range<Int>, isHeader: Bool) {
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
    package var cells: [Cell]
    /// Rows from the top that are headers, and columns from the left that name the row.
    package var headerRows: Int
    package var headerColumns: Int

    package init(rows: Int, columns: Int, cells: [Cell], headerRows: Int, headerColumns: Int) {
        self.rows = rows
        self.columns = columns
        self.cells = cells
        self.headerRows = headerRows
        self.headerColumns = headerColumns
    }
}

/// What the notice says of itself. Every stated field has its range.
package struct NoticeMetadata: Sendable {
    package struct Field<Value: Sendable>: Sendable {
        package var value: Value
        package var range: Range<Int>?

        package init(_ value: Value, range: Range<Int>? = nil) {
            self.value = value
            self.range = range
        }
    }
    package enum Status: String, Sendable { case issued, draft, interpretation }

    /// One line, no line breaks, digits and letters in half width, without （征求意见稿）.
    package var title: Field<String>?
    /// The notice's own 发文字号.
    package var number: Field<String>?
    /// 通知, 通告, 意见, 办法, 实施细则, 方案, 政策解读, 政策要点 …
    package var type: Field<String>?
    package var status: Field<Status>
    package var issuers: [Field<String>]
    package var addressees: [Field<String>]
    /// ISO 8601 date.
    package var issuedOn: Field<String>?
    package var effectiveFrom: Field<String>?
    package var jurisdiction: Field<Region>?
    package var planYear: Field<Int>?

    package init() {
        status = Field(.issued)
        issuers = []
        addressees = []
    }
}

/// A division of GB/T 2260.
package struct Region: Sendable, Hashable {
    package enum Level: String, Sendable { case nation, province, prefecture, county }
    /// Six digits.
    package var code: String
    package var name: String
    package var level: Level

    package init(code: String, name: String, level: Level) {
        self.code = code
        self.name = name
        self.level = level
    }
}

/// Something that the reader of the notice should know: an undecided region name, a table that cannot be rebuilt.
package struct NoticeFinding: Sendable {
    package var code: DiagnosticCode
    package var message: String
    package var range: Range<Int>?

    package init(code: DiagnosticCode, message: String, range: Range<Int>? = nil) {
        self.code = code
        self.message = message
        self.range = range
    }
}
