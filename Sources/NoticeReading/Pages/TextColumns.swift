import NoticeModel

/// Text set in two columns beside each other, as gazettes (公报) and newspapers have it.
///
/// A table has short cells; columns of text fill their width line after line, with one gutter between them.
struct TextColumns: Sendable {
    /// The lines concerned, of those given.
    let range: Range<Int>
    let left: [PageLine]
    let right: [PageLine]

    /// As few lines as text in columns has.
    private static let least = 8

    /// The first stretch of the lines, from the top, that is set in two columns.
    init?(in lines: [PageLine]) {
        guard lines.count >= Self.least else { return nil }
        // Each line's gaps near the middle of the text; a stretch goes on while one gap is common to all of them.
        let box = lines.dropFirst().reduce(lines[0].box) { $0.union($1.box) }
        let middle = (box.left + box.right) / 2
        let tolerance = box.width * 0.12
        var start = 0
        while start + Self.least <= lines.count {
            var low = box.left
            var high = box.right
            var end = start
            while end < lines.count {
                // The gap of this line about the middle: from the last word left of it to the first one right of it.
                var from = box.left
                var to = box.right
                for word in lines[end].words {
                    if (word.box.left + word.box.right) / 2 < middle {
                        from = max(from, word.box.right)
                    } else {
                        to = min(to, word.box.left)
                    }
                }
                let width = max(lines[end].size, 1)
                guard min(high, to) - max(low, from) >= width, max(low, from) <= middle + tolerance,
                    min(high, to) >= middle - tolerance,
                    end == start || lines[end].middle - lines[end - 1].middle <= width * 3
                else { break }
                low = max(low, from)
                high = min(high, to)
                end += 1
            }
            if end - start >= Self.least, let found = Self.columns(lines, start..<end, gutter: (low + high) / 2) {
                self = found
                return
            }
            start = max(end, start + 1)
        }
        return nil
    }

    private init(range: Range<Int>, left: [PageLine], right: [PageLine]) {
        self.range = range
        self.left = left
        self.right = right
    }

    private static func columns(_ lines: [PageLine], _ range: Range<Int>, gutter: Double) -> TextColumns? {
        let words = lines[range].flatMap(\.words)
        let left = PageLine.lines(of: words.filter { $0.box.right <= gutter })
        let right = PageLine.lines(of: words.filter { $0.box.right > gutter })
        return isText(left) && isText(right) ? TextColumns(range: range, left: left, right: right) : nil
    }

    /// Most lines are as wide as the widest, of many letters, and have no gaps.
    private static func isText(_ lines: [PageLine]) -> Bool {
        guard lines.count >= least else { return false }
        let widest = lines.map(\.box.width).max() ?? 0
        let full = lines.filter { $0.box.width >= widest * 0.85 && $0.box.width >= $0.size * 10 }
        return full.count * 5 >= lines.count * 3 && !full.contains { $0.segments(gap: 1.6).count > 1 }
    }
}
