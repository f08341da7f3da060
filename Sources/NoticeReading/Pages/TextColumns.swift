import NoticeModel

/// Text set in two columns beside each other: gazettes (公报), newspapers, the side bar of a printed web page.
///
/// A table has rows that begin together; columns of text run on their own: in each, lines fill the column and go on at its
/// left edge, and their paragraphs begin where they will.
struct TextColumns: Sendable {
    /// The lines concerned, of those given.
    let range: Range<Int>
    /// Where the columns meet, in points from the left.
    let gutter: Double
    let left: [PageLine]
    let right: [PageLine]

    /// Whether the left column is a side bar, much narrower than the text, which reads after it.
    var isLeftSideBar: Bool {
        func width(_ lines: [PageLine]) -> Double {
            (lines.map(\.box.right).max() ?? 0) - (lines.map(\.box.left).min() ?? 0)
        }
        return width(left) * 2 < width(right)
    }

    /// As few lines as text in columns has.
    private static let least = 6
    /// Lines that fill their column and go on in the next one: as few as text has.
    private static let leastWraps = 3
    /// In letters.
    private static let narrowest = 6.0

    /// The largest stretch of the lines, given from the top, that is set in two columns.
    init?(in lines: [PageLine]) {
        guard lines.count >= Self.least else { return nil }
        let box = lines.dropFirst().reduce(lines[0].box) { $0.union($1.box) }
        let sizes = lines.map(\.size).sorted()
        let size = max(sizes[sizes.count / 2], 1)
        var best: TextColumns?
        for gutter in Self.gutters(lines, box, size) {
            var start = 0
            while start < lines.count {
                guard Self.isFree(gutter, in: lines[start]) else {
                    start += 1
                    continue
                }
                var end = start + 1
                while end < lines.count, Self.isFree(gutter, in: lines[end]),
                    lines[end].middle - lines[end - 1].middle <= size * 8
                {
                    end += 1
                }
                end = Self.end(of: start..<end, in: lines, gutter)
                if end - start >= Self.least, end - start > best?.range.count ?? 0,
                    let found = Self.columns(lines, start..<end, gutter, size)
                {
                    best = found
                }
                start = max(end, start + 1)
            }
        }
        guard let best else { return nil }
        self = best
    }

    /// The lines of a page that goes on in the columns of the page before, however few there are.
    init?(in lines: [PageLine], goingOnAt gutter: Double) {
        guard !lines.isEmpty, lines.allSatisfy({ Self.isFree(gutter, in: $0) }) else { return nil }
        let words = lines.flatMap(\.words)
        let left = PageLine.lines(of: words.filter { $0.box.left < gutter })
        guard !left.isEmpty else { return nil }
        self.init(
            range: lines.indices, gutter: gutter, left: left,
            right: PageLine.lines(of: words.filter { $0.box.left >= gutter }))
    }

    private init(range: Range<Int>, gutter: Double, left: [PageLine], right: [PageLine]) {
        self.range = range
        self.gutter = gutter
        self.left = left
        self.right = right
    }

    /// The end of the columns in a stretch of lines: under the shorter one a line on the left, set off by a gap, reads after both.
    private static func end(of range: Range<Int>, in lines: [PageLine], _ gutter: Double) -> Int {
        guard let lastRight = range.last(where: { lines[$0].box.right > gutter }) else { return range.upperBound }
        let distances = zip(lines[range], lines[range].dropFirst()).map { $1.middle - $0.middle }.filter { $0 > 1 }
            .sorted()
        let usual = distances.isEmpty ? 0 : distances[distances.count / 2]
        for index in lastRight + 1..<max(lastRight + 1, range.upperBound)
        where lines[index].middle - lines[index - 1].middle > usual * 2.2 { return index }
        return range.upperBound
    }

    /// Places left of where many segments begin, inside of the text.
    private static func gutters(_ lines: [PageLine], _ box: SourcePlace.Box, _ size: Double) -> [Double] {
        var counts: [Int: (count: Int, left: Double)] = [:]
        for line in lines {
            for segment in line.segments(gap: 0.8) {
                let left = segment.box.left
                guard left > box.left + size * narrowest, left < box.right - size * narrowest else { continue }
                let step = Int(nearest: left / size)
                let before = counts[step] ?? (0, left)
                counts[step] = (before.count + 1, min(before.left, left))
            }
        }
        return counts.values.filter { $0.count >= leastWraps }.sorted { ($1.count, $0.left) < ($0.count, $1.left) }
            .prefix(6).map { $0.left - size * 0.4 }
    }

    private static func isFree(_ x: Double, in line: PageLine) -> Bool {
        !line.words.contains { $0.box.left < x && $0.box.right > x }
    }

    private static func columns(
        _ lines: [PageLine], _ range: Range<Int>, _ gutter: Double, _ size: Double
    ) -> TextColumns? {
        let words = lines[range].flatMap(\.words)
        let left = PageLine.lines(of: words.filter { $0.box.left < gutter })
        let right = PageLine.lines(of: words.filter { $0.box.left >= gutter })
        guard let first = TextColumn(left, least: least), let second = TextColumn(right, least: least),
            first.wraps >= leastWraps, second.wraps >= leastWraps, second.left - first.right >= size * 0.8
        else { return nil }
        // Rows of a table begin together in both of its columns.
        let together = first.starts.count { start in second.starts.contains { abs($0 - start) <= size * 0.2 } }
        let fewer = min(first.starts.count, second.starts.count)
        guard fewer < 3 || together * 4 < fewer * 3 else { return nil }
        return TextColumns(range: range, gutter: gutter, left: left, right: right)
    }
}

/// What tells a column of text from a column of cells.
private struct TextColumn {
    let left: Double
    let right: Double
    /// Lines that fill the column and go on at its left edge in the next one.
    let wraps: Int
    /// The middles of the lines that begin paragraphs, in points from the top.
    let starts: [Double]

    init?(_ lines: [PageLine], least: Int) {
        guard lines.count >= least else { return nil }
        let left = lines.map(\.box.left).min() ?? 0
        let right = lines.map(\.box.right).max() ?? 0
        self.left = left
        self.right = right
        var wraps = 0
        var starts: [Double] = [lines[0].middle]
        for (line, next) in zip(lines, lines.dropFirst()) {
            let size = max(line.size, 1)
            let isFull = line.box.right >= right - size * 2.2 && line.box.width >= size * 5
            let isNear = next.middle - line.middle <= size * 2.6
            let goesOn = next.box.left <= left + size * 1.2 && abs(next.size - line.size) <= size * 0.1
            // A line of one piece: cells beside each other are none.
            if isFull, isNear, goesOn, line.segments(gap: 1.6).count == 1 {
                wraps += 1
            } else {
                starts.append(next.middle)
            }
        }
        self.wraps = wraps
        self.starts = starts
    }
}
