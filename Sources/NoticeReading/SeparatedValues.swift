import NoticeModel

/// A table saved as CSV (RFC 4180): cells parted by commas, semicolons or tabs, quoted where they hold one.
///
/// A text is taken for one only where nothing speaks against it: at least three records, all of the same number of cells, and
/// with two cells each no end of a sentence outside of quotes. Rows in front of the table and behind it that fill their first cell alone are its
/// title and its notes, which spreadsheets keep as rows.
struct SeparatedValues {
    private static let fewestRecords = 3

    /// Of each record its cells, quotes left out and doubled ones made single.
    private let records: [[[Unicode.Scalar]]]

    /// Nil for a text that is no such table.
    /// - Throws: ``ReadingError`` where the table has more cells than the limit.
    init?(_ letters: [Unicode.Scalar], limits: ReadingLimits) throws(ReadingError) {
        for separator in [",", ";", "\t"] as [Unicode.Scalar] {
            guard let records = try Self.records(letters, separator, limits) else { continue }
            self.records = records
            return
        }
        return nil
    }

    func document(charset: String) -> SourceDocument {
        let columns = records.first?.count ?? 0
        // A row is title or note only while no row of the table stands before or behind it.
        let isTitle = records.map { row in !row[0].isEmpty && row.dropFirst().allSatisfy(\.isEmpty) }
        let start = isTitle.firstIndex(of: false) ?? records.count
        let end = max(start, (isTitle.lastIndex(of: false) ?? -1) + 1)
        var writer = RenditionWriter()
        for record in records[..<start] { writer.paragraph(PlacedText(record[0])) }
        var cells: [TableText.Cell] = []
        for (row, record) in records[start..<end].enumerated() {
            for (column, text) in record.enumerated() {
                cells.append(
                    TableText.Cell(row: row, column: column, rowSpan: 1, columnSpan: 1, text: PlacedText(text)))
            }
        }
        writer.table(TableText(rows: end - start, columns: columns, cells: cells))
        for record in records[end...] { writer.paragraph(PlacedText(record[0])) }
        return SourceDocument(
            mediaType: "text/csv", charset: charset, rendition: writer.scalars, layout: writer.layout)
    }

    private static func isBreak(_ letter: Unicode.Scalar) -> Bool { letter == "\n" || letter == "\r" }

    /// The records, or nil where they are not of one length.
    private static func records(
        _ letters: [Unicode.Scalar], _ separator: Unicode.Scalar, _ limits: ReadingLimits
    ) throws(ReadingError) -> [[[Unicode.Scalar]]]? {
        var records: [[[Unicode.Scalar]]] = []
        var record: [[Unicode.Scalar]] = []
        var cell: [Unicode.Scalar] = []
        var hasQuotes = false
        var hasSentence = false
        var index = 0

        /// False where the record is not as long as those before it.
        func endRecord() throws(ReadingError) -> Bool {
            record.append(cell)
            cell = []
            let isBlank = record.count == 1 && record[0].isEmpty
            // Blank lines stand at the end of a file, and between records of some programs.
            if !isBlank {
                guard record.count >= 2, records.first.map({ $0.count == record.count }) ?? true else { return false }
                records.append(record)
                guard records.count < fewestRecords || record.count * records.count <= limits.cells else {
                    throw ReadingError(
                        .limitExceeded, "the table has more than \(limits.cells) cells",
                        hint: "raise --max-cells if you trust the file")
                }
            }
            record = []
            return true
        }

        while index < letters.count {
            let letter = letters[index]
            if letter == "\"", cell.isEmpty {
                hasQuotes = true
                guard let end = readQuoted(letters, index + 1, into: &cell) else { return nil }
                index = end
                // Behind the closing quote the cell ends.
                guard index == letters.count || letters[index] == separator || isBreak(letters[index]) else {
                    return nil
                }
                continue
            }
            if letter == separator {
                record.append(cell)
                cell = []
                // No program writes a row of that many; a text may be one line of anything.
                if record.count > limits.cells { return nil }
            } else if isBreak(letter) {
                if letter == "\r", index + 1 < letters.count, letters[index + 1] == "\n" { index += 1 }
                guard try endRecord() else { return nil }
            } else {
                hasSentence = hasSentence || letter == "。"
                cell.append(letter)
            }
            index += 1
        }
        if !cell.isEmpty || !record.isEmpty {
            guard try endRecord() else { return nil }
        }
        guard records.count >= fewestRecords else { return nil }
        // Sentences with one comma each are no rows of two cells.
        if hasSentence, records[0].count == 2 { return nil }
        // Rows with tabs are tables in plain text too, and keep their offsets there.
        return separator == "\t" && !hasQuotes ? nil : records
    }

    /// Reads to the closing quote; nil where there is none.
    /// - Returns: the index after it.
    private static func readQuoted(_ letters: [Unicode.Scalar], _ start: Int, into cell: inout [Unicode.Scalar]) -> Int?
    {
        var index = start
        while index < letters.count {
            if letters[index] != "\"" {
                cell.append(letters[index])
                index += 1
            } else if index + 1 < letters.count, letters[index + 1] == "\"" {
                cell.append("\"")
                index += 2
            } else {
                return index + 1
            }
        }
        return nil
    }
}
