/// A spreadsheet in memory, without a file format: what `SpreadsheetWriting` writes as xlsx.
package struct Workbook: Sendable {
    /// How a cell looks.
    package struct Style: Sendable, Hashable {
        /// An Excel number format (ECMA-376, 18.8.30); nil for the general one.
        package var numberFormat: String?
        /// 0xRRGGBB.
        package var fill: Int32?
        package var isBold = false
        package var isItalic = false
        package var isWrapped = true
        /// A thick line at the left edge, which tells what a colour says where there is none.
        package var hasLeftLine = false

        package init() {}
    }

    package enum Value: Sendable, Hashable {
        case text(String)
        case number(Double)
        case day(year: Int, month: Int, day: Int)
    }

    package struct Cell: Sendable {
        package var value: Value
        package var style: Style
        package var comment: String?

        package init(_ value: Value, _ style: Style = Style(), comment: String? = nil) {
            self.value = value
            self.style = style
            self.comment = comment
        }

        package static func text(_ text: String, _ style: Style = Style()) -> Cell { Cell(.text(text), style) }
    }

    package struct Sheet: Sendable {
        /// At most 31 letters, none of `[]:*?/\`.
        package var name: String
        /// The first row is the titles; all rows have as many cells.
        package var rows: [[Cell]]
        /// In letters, by column; the last holds for the columns behind it too.
        package var widths: [Double]
        /// Columns that stay when the sheet is moved; the titles always do.
        package var fixedColumns: Int

        /// Sheets of Excel and of LibreOffice hold no more rows and columns than that.
        package static let maximumRows = 1_048_576
        package static let maximumColumns = 16_384

        /// The lines that the wrapped texts of a row take, up to 12.
        package func lines(of row: [Cell]) -> Int {
            var lines = 1
            for (column, cell) in row.enumerated() {
                guard case .text(let text) = cell.value, cell.style.isWrapped, let last = widths.last else { continue }
                let width = column < widths.count ? widths[column] : last
                lines = max(lines, Int((Double(displayWidth(text)) / max(1, width - 1)).rounded(.up)))
            }
            return min(lines, 12)
        }

        package var fits: Bool {
            rows.count <= Self.maximumRows && rows.allSatisfy { $0.count <= Self.maximumColumns }
        }
    }

    package var title: String
    package var sheets: [Sheet]
}
