/// Rows of text in columns that line up on a terminal, whatever letters stand in them.
package struct TextTable {
    package struct Column {
        package var title: String
        /// Whether the values stand against the right edge, as numbers do.
        package var isNumeric: Bool

        package init(title: String, isNumeric: Bool = false) {
            self.title = title
            self.isNumeric = isNumeric
        }
    }

    package var columns: [Column]
    package var rows: [[String]] = []

    package init(columns: [Column]) {
        self.columns = columns
    }

    /// The lines of the table: the titles, a rule, the rows. The last column has no spaces behind it.
    /// - Parameter spanning: Rows of which all but the first cell are empty run over the other columns.
    package func lines(spanning: Bool = false) -> [String] {
        func spans(_ row: [String]) -> Bool { spanning && row.dropFirst().allSatisfy(\.isEmpty) && row.count > 1 }
        let widths = columns.indices.map { column in
            rows.reduce(displayWidth(columns[column].title)) { spans($1) ? $0 : max($0, displayWidth($1[column])) }
        }
        func line(_ cells: [String]) -> String {
            if spans(cells) { return trimmingSpaces(cells[0]) }
            let joined = cells.indices
                .map { padded(cells[$0], to: widths[$0], right: columns[$0].isNumeric) }
                .joined(separator: "  ")
            return trimmingSpaces(joined)
        }
        return [line(columns.map(\.title)), widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")]
            + rows.map(line)
    }
}

/// The line without spaces at its end.
package func trimmingSpaces(_ line: String) -> String {
    String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
}
