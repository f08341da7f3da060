import PolicyText

/// What converters leave of a table in plain text, before it is a grid.
///
/// Four traces are known: every cell on a line of its own after a tab, rows apart by blank lines (Word to text); cells
/// of a row on one line, apart by tabs; rows between bars (`| a | b |`);
/// cells one under another, where numbers in the first column show the rows.
struct TableTrace {
    enum Kind { case cellLines, tabs, bars, stacked }

    struct Cell {
        /// Ranges of the folded text, one for each line of the cell that has letters.
        var pieces: [Range<Int>]
    }
    /// Cells that stand together: a row, or a part of one where a cell holds a blank line.
    var fragments: [[Cell]]
    var kind: Kind
    /// Rows above a `|---|` line.
    var ruledHeaderRows: Int?
    /// Index of the first line and the index after the last, of the lines with letters.
    var lines: Range<Int>
}

/// Finds table traces among the lines of a text.
struct TableFinder {
    let text: FoldedText
    let rendition: [Unicode.Scalar]
    let table: LineTable
    private var lines: [Line] { table.lines }

    init(text: FoldedText, rendition: [Unicode.Scalar], table: LineTable) {
        self.text = text
        self.rendition = rendition
        self.table = table
    }

    func traces() -> [TableTrace] {
        var found: [TableTrace] = []
        var index = 0
        let lines = table.lines
        while index < lines.count {
            if let trace = stacked(from: index) {
                found.append(trace)
                index = trace.lines.upperBound
            } else if isBarRow(lines[index]) {
                let start = index
                while index < lines.count, isBarRow(lines[index]), index == start || lines[index].blanksBefore == 0 {
                    index += 1
                }
                if let trace = bars(start..<index) { found.append(trace) }
            } else if hasInnerTab(lines[index]) {
                let start = index
                while index < lines.count, hasInnerTab(lines[index]), index == start || lines[index].blanksBefore < 2 {
                    index += 1
                }
                if index - start >= 2 { found += tabs(start..<index) }
            } else if isCellLine(lines[index]) {
                let start = index
                index = endOfCellLines(from: start)
                if index - start >= 4 { found += cellLines(start..<index) }
            } else {
                index += 1
            }
        }
        return found
    }

    // MARK: Cells one under another

    /// A table whose cells stand on lines of their own with no trace of its rows but the numbers in its first column:
    /// 序号, the other headings, 1, its cells, 2, its cells …
    private func stacked(from start: Int) -> TableTrace? {
        let lines = table.lines
        guard lines[start].role == .body, text.scalars.equalsPhrase(Self.ordinalHeading, lines[start].range),
            rendition[lines[start].source].first != "\t"
        else { return nil }
        guard let first = (start + 2..<min(start + 16, lines.count)).first(where: { ordinal(lines[$0]) == 1 })
        else { return nil }
        // A value may be 2 as well: the distance counts that leads from number to number three times, best as many as
        // there are headings.
        let distances = (2..<16).filter { distance in
            (1...3).allSatisfy { number in
                let at = first + (number - 1) * distance
                return at + distance <= lines.count && ordinal(lines[at]) == number
            }
        }
        guard let columns = distances.first(where: { $0 == first - start }) ?? distances.first else { return nil }
        var fragments = [lines[start..<first].map { TableTrace.Cell(pieces: [$0.range]) }]
        var at = first
        var number = 1
        while at + columns <= lines.count, ordinal(lines[at]) == number {
            fragments.append(lines[at..<at + columns].map { TableTrace.Cell(pieces: [$0.range]) })
            at += columns
            number += 1
        }
        return TableTrace(fragments: fragments, kind: .stacked, ruledHeaderRows: 1, lines: start..<at)
    }

    private func ordinal(_ line: Line) -> Int? {
        guard line.role == .body, line.range.count <= 4, text.scalars[line.range].allSatisfy(Letter.isDigit) else {
            return nil
        }
        return text.scalars[line.range].reduce(0) { $0 * 10 + Int($1.value - 0x30) }
    }

    private static let ordinalHeading = Phrase("序号".unicodeScalars)

    // MARK: Lines between bars

    private func isBarRow(_ line: Line) -> Bool {
        guard line.role == .body else { return false }
        let source = rendition[line.source]
        guard let first = source.first(where: { !Letter.isSpace($0) }), first == "|" || first == "｜" || first == "│"
        else {
            return false
        }
        return source.filter { $0 == first }.count >= 3
    }

    private func bars(_ range: Range<Int>) -> TableTrace? {
        var fragments: [[TableTrace.Cell]] = []
        var headerRows: Int?
        // Rule lines have no letters, so they are no lines here: they stand in the source between two rows.
        for index in range {
            let line = table.lines[index]
            if isRule(line) {
                headerRows = fragments.count
                continue
            }
            let source = line.source
            guard let bar = rendition[source].first(where: { !Letter.isSpace($0) }) else { continue }
            var cells: [TableTrace.Cell] = []
            var start: Int?
            for at in source where rendition[at] == bar {
                if let start { cells.append(cell(start..<at)) }
                start = at + 1
            }
            if let start, start < source.upperBound {
                let rest = cell(start..<source.upperBound)
                if !rest.pieces.isEmpty { cells.append(rest) }
            }
            fragments.append(cells)
        }
        guard fragments.count >= 2 else { return nil }
        return TableTrace(fragments: fragments, kind: .bars, ruledHeaderRows: headerRows, lines: range)
    }

    private func isRule(_ line: Line) -> Bool {
        rendition[line.source].allSatisfy { Letter.isSpace($0) || "|-:｜│—+─┼".unicodeScalars.contains($0) }
    }

    // MARK: Tabs inside lines

    private func hasInnerTab(_ line: Line) -> Bool {
        guard line.role == .body, let tab = innerTab(line) else { return false }
        return tab < line.source.upperBound
    }

    /// A tab with a letter somewhere before and after it in the line, or two tabs in a row before a letter.
    private func innerTab(_ line: Line) -> Int? {
        let source = line.source
        guard let first = source.first(where: { !Letter.isSpace(rendition[$0]) }),
            let last = source.last(where: { !Letter.isSpace(rendition[$0]) })
        else { return nil }
        if let inner = (first..<last).first(where: { rendition[$0] == "\t" }) { return inner }
        let leading = (source.lowerBound..<first).filter { rendition[$0] == "\t" }
        return leading.count >= 2 ? leading.first : nil
    }

    private func tabs(_ range: Range<Int>) -> [TableTrace] {
        var traces: [TableTrace] = []
        var fragments: [[TableTrace.Cell]] = []
        var start = range.lowerBound
        func finish(_ end: Int) {
            if fragments.count >= 2 {
                traces.append(TableTrace(fragments: fragments, kind: .tabs, lines: start..<end))
            }
            fragments = []
        }
        for index in range {
            let line = table.lines[index]
            let cells = split(line.source)
            let isRepeatedHeader =
                fragments.count > 1 && same(cells.first, fragments.first?.first)
                && cells.count == fragments.first?.count
            if !fragments.isEmpty, line.blanksBefore > 0 || isRepeatedHeader {
                finish(index)
                start = index
            }
            let filled = cells.filter { !$0.pieces.isEmpty }
            if fragments.isEmpty, filled.count == 1 {
                // A unit line or a caption over the table: 单位：元.
                start = index + 1
                continue
            }
            fragments.append(cells)
        }
        finish(range.upperBound)
        return traces
    }

    private func split(_ source: Range<Int>) -> [TableTrace.Cell] {
        var cells: [TableTrace.Cell] = []
        var start = source.lowerBound
        for at in source where rendition[at] == "\t" {
            cells.append(cell(start..<at))
            start = at + 1
        }
        cells.append(cell(start..<source.upperBound))
        return cells
    }

    private func cell(_ source: Range<Int>) -> TableTrace.Cell {
        let range = text.scalars.trimmed(Int(table.folded[source.lowerBound])..<Int(table.folded[source.upperBound]))
        return TableTrace.Cell(pieces: range.isEmpty ? [] : [range])
    }

    private func same(_ a: TableTrace.Cell?, _ b: TableTrace.Cell?) -> Bool {
        guard let a = a?.pieces, let b = b?.pieces, !a.isEmpty, a.count == b.count else { return false }
        return zip(a, b).allSatisfy { text.scalars.equal($0, $1) }
    }

    // MARK: A cell a line

    /// A tab, then a short text that is no sentence.
    private func isCellLine(_ line: Line) -> Bool {
        guard line.role == .body, line.source.lowerBound < line.source.upperBound,
            rendition[line.source.lowerBound] == "\t"
        else {
            return false
        }
        return line.range.count <= 60 && !text.scalars.endsSentence(line.range)
    }

    /// The index after the last line of the region that begins with the cell at `start`: cells, and lines that go on
    /// a cell before another cell follows.
    private func endOfCellLines(from start: Int) -> Int {
        let lines = table.lines
        var end = start + 1
        var index = start + 1
        while index < lines.count {
            if isCellLine(lines[index]) {
                index += 1
                end = index
            } else if lines[index].blanksBefore == 0, lines[index].role == .body,
                lines[index].range.count <= 30, lines[index].marker == nil,
                index + 1 < lines.count, isCellLine(lines[index + 1])
            {
                index += 1
            } else {
                break
            }
        }
        return end
    }

    private func cellLines(_ range: Range<Int>) -> [TableTrace] {
        // Walk the source from the first cell to the last, so that empty cells (a tab alone) and blank lines count.
        let lines = table.lines
        let source = lines[range.lowerBound].source.lowerBound..<lines[range.upperBound - 1].source.upperBound
        var rows: [(cells: [TableTrace.Cell], blanksBefore: Int)] = []
        var blanks = 0
        var at = source.lowerBound
        while at < source.upperBound {
            var end = at
            while end < source.upperBound, !Letter.isLineBreak(rendition[end]) { end += 1 }
            let piece = text.scalars.trimmed(Int(table.folded[at])..<Int(table.folded[end]))
            if end > at, rendition[at] == "\t" {
                if blanks > 0 || rows.isEmpty { rows.append(([], blanks)) }
                blanks = 0
                rows[rows.count - 1].cells.append(TableTrace.Cell(pieces: piece.isEmpty ? [] : [piece]))
            } else if !piece.isEmpty, let cells = rows.last?.cells.count, cells > 0 {
                rows[rows.count - 1].cells[cells - 1].pieces.append(piece)
                blanks = 0
            } else {
                blanks += 1
            }
            if end + 1 < source.upperBound, rendition[end] == "\r", rendition[end + 1] == "\n" { end += 1 }
            at = end + 1
        }
        let usual = rows.dropFirst().map(\.blanksBefore).min() ?? 1
        var traces: [TableTrace] = []
        var fragments: [[TableTrace.Cell]] = []
        func finish() {
            guard let first = fragments.first?.first(where: { !$0.pieces.isEmpty })?.pieces.first,
                let last = fragments.last?.last(where: { !$0.pieces.isEmpty })?.pieces.last
                    ?? fragments.joined().last(where: { !$0.pieces.isEmpty })?.pieces.last
            else {
                fragments = []
                return
            }
            let covered = range.filter {
                lines[$0].range.lowerBound >= first.lowerBound && lines[$0].range.upperBound <= last.upperBound
            }
            if let low = covered.first, let high = covered.last {
                traces.append(TableTrace(fragments: fragments, kind: .cellLines, lines: low..<high + 1))
            }
            fragments = []
        }
        for row in rows {
            let isRepeatedHeader = fragments.count > 1 && same(row.cells.first, fragments.first?.first)
            if !fragments.isEmpty, row.blanksBefore >= usual + 2 || isRepeatedHeader { finish() }
            if fragments.isEmpty, row.cells.filter({ !$0.pieces.isEmpty }).count == 1, row.cells.count == 1 { continue }
            fragments.append(row.cells)
        }
        finish()
        return traces
    }
}
