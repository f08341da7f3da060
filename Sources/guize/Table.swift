/// Rows of text in columns that line up on a terminal, whatever letters stand in them.
struct TextTable {
    struct Column {
        var title: String
        /// Whether the values stand against the right edge, as numbers do.
        var isNumeric = false
    }

    var columns: [Column]
    var rows: [[String]] = []

    /// The lines of the table: the titles, a rule, the rows. The last column has no spaces behind it.
    func lines() -> [String] {
        let widths = columns.indices.map { column in
            rows.reduce(displayWidth(columns[column].title)) { max($0, displayWidth($1[column])) }
        }
        func line(_ cells: [String]) -> String {
            let joined = cells.indices
                .map { padded(cells[$0], to: widths[$0], right: columns[$0].isNumeric) }
                .joined(separator: "  ")
            return trimmingSpaces(joined)
        }
        return [line(columns.map(\.title)), widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")]
            + rows.map(line)
    }
}
