import NoticeModel

/// Tables without upright lines: neighbouring lines of a page whose words stand in the same columns.
///
/// Only what is beyond doubt becomes a grid. Lines that look like a table and do not agree on the columns, or whose rows
/// cannot be told from the lines of one cell, are a table that cannot be rebuilt.
struct AlignedTableFinder: Sendable {
    let page: Int

    /// Gaps, in font sizes, that part two cells of a line.
    private static let gap = 1.6

    private struct Row {
        var segments: [PageLine]
        var middle: Double
        var size: Double
    }

    /// - Parameter lines: the lines of a page from the top.
    /// - Returns: tables with the lines that each takes.
    func find(in lines: [PageLine]) -> [(lines: Range<Int>, table: PageTable)] {
        let rows = lines.map { Row(segments: $0.segments(gap: Self.gap), middle: $0.middle, size: $0.size) }
        var found: [(lines: Range<Int>, table: PageTable)] = []
        var index = 0
        while index < rows.count {
            guard rows[index].segments.count >= 2 else {
                index += 1
                continue
            }
            var end = index + 1
            var last = index
            // A line of one cell may stand among the others: a cell that goes on, or one that spans its rows.
            while end < rows.count, end - last <= 2, rows[end].middle - rows[end - 1].middle <= 4 * rows[end].size {
                if rows[end].segments.count >= 2 {
                    last = end
                } else if rows[end].segments[0].box.width > 20 * rows[end].size {
                    break
                }
                end += 1
            }
            var range = index..<last + 1
            // The rest of the last row's cells: lines of one short segment that stands under a column of its own.
            if range.count >= 2 {
                while range.upperBound < rows.count, goesOn(rows, range) {
                    range = range.lowerBound..<range.upperBound + 1
                }
            }
            if let table = table(lines, rows, range) {
                found.append((range, table))
            }
            index = range.upperBound
        }
        return found
    }

    /// Whether the line after the range is nearer to it than the range's rows are to each other, and stands in one column
    /// other than the first.
    private func goesOn(_ rows: [Row], _ range: Range<Int>) -> Bool {
        let next = rows[range.upperBound]
        guard next.segments.count == 1, let above = rows[range.upperBound - 1].segments.last,
            next.segments[0].box.left >= rows[range.upperBound - 1].segments[0].box.right
        else { return false }
        return next.middle - rows[range.upperBound - 1].middle < 2 * next.size
            && next.segments[0].box.left < above.box.right
    }

    private func table(_ lines: [PageLine], _ rows: [Row], _ range: Range<Int>) -> PageTable? {
        let counts = range.map { rows[$0].segments.count }
        guard let most = counts.max(), most >= 2 else { return nil }
        let full = range.filter { rows[$0].segments.count == most }
        // Two issuers side by side, a title and its number, a date by a name: no table.
        let hasFigures = range.filter { index in lines[index].words.contains { $0.letters.contains(where: isFigure) } }
        if range.count < 2 || most == 2 && (range.count < 3 || hasFigures.count * 3 < range.count) { return nil }
        let box = range.dropFirst().reduce(lines[range.lowerBound].box) { $0.union(lines[$1].box) }
        func collapsed(_ reason: String) -> PageTable? {
            // What is hardly a table at all is text.
            let parted = counts.filter { $0 >= 2 }.count
            guard parted >= 3 || most >= 3 && parted >= 2 else { return nil }
            let texts = range.map { index in
                rows[index].segments.reduce(into: PlacedText()) { text, segment in
                    if !text.isEmpty { text.append(" ") }
                    text.append(segment.text(page: page))
                }
            }
            return PageTable(box: box, content: .collapsed(texts, reason: reason), columns: [])
        }
        guard full.count >= 2 else { return collapsed("its lines do not agree on the columns") }

        // The columns, by the lines that have all of them.
        var columns: [(left: Double, right: Double)] = []
        for column in 0..<most {
            let segments = full.map { rows[$0].segments[column].box }
            columns.append((segments.map(\.left).min() ?? 0, segments.map(\.right).max() ?? 0))
        }
        for (a, b) in zip(columns, columns.dropFirst()) where b.left <= a.right {
            return collapsed("its lines do not agree on the columns")
        }

        // Each segment to its column; a header may span several.
        var placed: [[(columns: Range<Int>, segment: PageLine)]] = []
        for index in range {
            var line: [(columns: Range<Int>, segment: PageLine)] = []
            for segment in rows[index].segments {
                let hit = columns.indices.filter {
                    segment.box.right > columns[$0].left && segment.box.left < columns[$0].right
                }
                guard let first = hit.first, let last = hit.last else {
                    return collapsed("letters stand between its columns")
                }
                if last > first, index > range.lowerBound { return collapsed("a line runs over several columns") }
                if let before = line.last, before.columns.upperBound > first {
                    return collapsed("its lines do not agree on the columns")
                }
                line.append((first..<last + 1, segment))
            }
            placed.append(line)
        }

        guard let groups = rowGroups(placed, range.map { rows[$0].middle }, columns: most) else {
            return collapsed("the lines of a cell cannot be told from rows")
        }
        var cells: [TableText.Cell] = []
        for (row, group) in groups.enumerated() {
            var texts: [Range<Int>: [PageLine]] = [:]
            for line in group { for (columns, segment) in placed[line] { texts[columns, default: []].append(segment) } }
            let covered = Set(texts.keys.flatMap { $0 })
            guard covered.count == texts.keys.reduce(0, { $0 + $1.count }) else {
                return collapsed("a line runs over several columns")
            }
            for column in 0..<most where !covered.contains(column) { texts[column..<column + 1] = [] }
            for (span, segments) in texts.sorted(by: { $0.key.lowerBound < $1.key.lowerBound }) {
                let width = columns[span.upperBound - 1].right - columns[span.lowerBound].left
                cells.append(
                    TableText.Cell(
                        row: row, column: span.lowerBound, columnSpan: span.count,
                        text: PageTable.join(segments, page: page, width: width)))
            }
        }
        return PageTable(
            box: box, content: .grid(TableText(rows: groups.count, columns: most, cells: cells)),
            columns: columns.map(\.left))
    }

    /// The lines of each row: one a row where every line has all columns; else by the distances between the lines, where
    /// those inside a row are clearly smaller than those between rows, and every row but the header is then complete.
    private func rowGroups(
        _ placed: [[(columns: Range<Int>, segment: PageLine)]], _ middles: [Double], columns: Int
    ) -> [[Int]]? {
        func isComplete(_ lines: [Int]) -> Bool {
            Set(lines.flatMap { placed[$0].flatMap { Array($0.columns) } }).count == columns
        }
        if placed.indices.dropFirst().allSatisfy({ isComplete([$0]) }) { return placed.indices.map { [$0] } }
        let distances = zip(middles, middles.dropFirst()).map { $1 - $0 }
        guard let least = distances.min(), let most = distances.max(), most >= least * 1.35 else { return nil }
        let limit = (least * most).squareRoot()
        // A distance near the limit tells nothing.
        guard distances.allSatisfy({ abs($0 - limit) > limit * 0.08 }) else { return nil }
        var groups = [[0]]
        for (index, distance) in distances.enumerated() {
            if distance < limit {
                groups[groups.count - 1].append(index + 1)
            } else {
                groups.append([index + 1])
            }
        }
        guard groups.count >= 2, groups.dropFirst().allSatisfy(isComplete) else { return nil }
        return groups
    }

    private func isFigure(_ letter: Unicode.Scalar) -> Bool { letter.value >= 0x30 && letter.value <= 0x39 }
}
