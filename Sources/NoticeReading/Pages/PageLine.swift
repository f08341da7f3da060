import NoticeModel

/// Words that stand on one line, from left to right.
struct PageLine: Sendable, Hashable {
    private(set) var words: [PlacedWord]
    private(set) var box: SourcePlace.Box
    /// The font size of most letters, in points.
    let size: Double

    init(_ words: [PlacedWord]) {
        self.words = words.sorted { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) }
        box = words.dropFirst().reduce(words.first?.box ?? .zero) { $0.union($1.box) }
        var letters: [Double: Int] = [:]
        // Of two fonts on a line it is the Chinese one that its neighbours have too.
        for word in words {
            letters[word.fontSize, default: 0] += word.letters.reduce(0) { $0 + (isWide($1) ? 4 : 1) }
        }
        size = letters.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }

    var middle: Double { (box.top + box.bottom) / 2 }

    /// The letters, with a space where the gap shows one: between Latin words or numbers a fifth of the font size, between
    /// them and Chinese characters, where programs leave a gap for looks, nearly a whole one.
    func text(page: Int) -> PlacedText {
        var letters: [Unicode.Scalar] = []
        var end = 0.0
        // Between Chinese characters a narrow gap is a space that was written, unless the line is set with gaps throughout.
        let isSetClose = words.reduce(0) { $0 + $1.letters.count } >= 4 * words.count
        for word in words {
            if let last = letters.last, let first = word.letters.first {
                let gap = word.box.left - end
                let size = max(min(size, word.fontSize), 1)
                let isHan = isSetClose && isHanCharacter(last) && isHanCharacter(first)
                let isWide = NoticeReading.isWide(last) || NoticeReading.isWide(first)
                if gap > size * (isHan || !isWide ? 0.2 : 0.8) { letters.append(" ") }
            }
            letters += word.letters
            end = word.box.right
        }
        return PlacedText(letters, page: page, box: box)
    }

    /// Runs of words with gaps of more than `gap` font sizes between them.
    func segments(gap: Double) -> [PageLine] {
        var runs: [[PlacedWord]] = []
        for word in words {
            if let last = runs.last?.last, word.box.left - last.box.right <= gap * max(size, 1) {
                runs[runs.count - 1].append(word)
            } else {
                runs.append([word])
            }
        }
        return runs.map(PageLine.init)
    }

    /// Words to lines, from the top; words are on one line where they share half of the lower one's height.
    static func lines(of words: [PlacedWord]) -> [PageLine] {
        let sorted = words.sorted { ($0.middle, $0.box.left) < ($1.middle, $1.box.left) }
        var lines: [(words: [PlacedWord], top: Double, bottom: Double)] = []
        for word in sorted {
            if let line = lines.last {
                let overlap = min(line.bottom, word.box.bottom) - max(line.top, word.box.top)
                if overlap * 2 >= min(line.bottom - line.top, word.height) {
                    // The highest word gives the line's extent, so that a line does not creep downwards.
                    if word.height > line.bottom - line.top {
                        lines[lines.count - 1].top = word.box.top
                        lines[lines.count - 1].bottom = word.box.bottom
                    }
                    lines[lines.count - 1].words.append(word)
                    continue
                }
            }
            lines.append(([word], word.box.top, word.box.bottom))
        }
        return lines.map { PageLine($0.words) }
    }
}

extension SourcePlace.Box {
    static let zero = SourcePlace.Box(left: 0, top: 0, right: 0, bottom: 0)

    func union(_ other: Self) -> Self {
        Self(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    var width: Double { right - left }
    var height: Double { bottom - top }
}
