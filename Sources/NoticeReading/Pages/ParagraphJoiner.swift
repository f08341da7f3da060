import NoticeModel

/// Where the text of a page stands: its left and right edge and the usual distance of its lines.
struct TextArea: Sendable {
    var left: Double
    var right: Double
    /// The font size of most letters, in points.
    var size: Double
    /// From the middle of a line to that of the next one.
    var spacing: Double
    /// Paragraphs begin with an indent.
    var usesIndent: Bool

    /// - Parameters:
    ///   - pages: the lines of pages of one width, from the top.
    ///   - width: of the pages, in points.
    init?(_ pages: [[PageLine]], width: Double) {
        let lines = pages.joined()
        guard !lines.isEmpty else { return nil }
        var sizes: [Int: Int] = [:]
        for line in lines {
            sizes[Int(nearest: line.size * 2), default: 0] += line.words.reduce(0) { $0 + $1.letters.count }
        }
        let usual = sizes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 20
        let size = max(Double(usual) / 2, 1)
        let body = lines.filter { abs($0.size - size) <= size * 0.08 }
        // The edges are where many lines begin and end, in steps of half a letter.
        func edge(_ values: [Double], outermost: (Double, Double) -> Double) -> Double? {
            var counts: [Int: Int] = [:]
            for value in values { counts[Int(nearest: value / size * 2), default: 0] += 1 }
            let least = max(1, values.count / 12)
            let usual = values.filter { counts[Int(nearest: $0 / size * 2), default: 0] >= least }
            var edges = usual.isEmpty ? values : usual
            // One line that reaches far over the edge is none.
            if edges.count >= 8 {
                let last = edges.dropFirst().reduce(edges[0], outermost)
                let others = edges.filter { abs($0 - last) > size * 1.2 }
                if others.count == edges.count - 1 { edges = others }
            }
            return edges.isEmpty ? nil : edges.dropFirst().reduce(edges[0], outermost)
        }
        guard let left = edge(body.map(\.box.left), outermost: min),
            let right = edge(body.map(\.box.right), outermost: max)
        else { return nil }
        self.left = left
        // Few lines need not reach the edge of their text: then the margins are taken to be equal.
        self.right = body.count >= 6 ? right : max(right, min(width - left, width))
        self.size = size
        var distances: [Double] = []
        for page in pages {
            for (a, b) in zip(page, page.dropFirst()) {
                let distance = b.middle - a.middle
                if distance > size * 0.8, distance < size * 4, abs(a.size - b.size) <= size * 0.08 {
                    distances.append(distance)
                }
            }
        }
        distances.sort()
        // Lines inside paragraphs are the nearest; the lower third is safe from the distances between paragraphs.
        spacing = distances.isEmpty ? size * 1.8 : distances[distances.count / 3]
        let indented = body.filter { $0.box.left - left > size * 1.2 && $0.box.left - left < size * 3.2 }
        usesIndent = indented.count * 8 >= body.count && indented.count >= 1
    }
}

/// Joins the lines of pages to paragraphs.
struct ParagraphJoiner: Sendable {
    /// Of the last line.
    private var area: TextArea
    private var lines: [(line: PageLine, page: Int)] = []

    /// No text is set in lines of fewer letters; a menu is.
    private static let narrowest = 8.0

    init(area: TextArea) { self.area = area }

    var isEmpty: Bool { lines.isEmpty }

    /// Whether `line` goes on the paragraph of the lines so far.
    /// - Parameter area: where the line's page or column has its text; nil where that of the last line is meant.
    func goesOn(_ line: PageLine, page: Int, area lineArea: TextArea? = nil) -> Bool {
        guard let (last, lastPage) = lines.last, let first = lines.first?.line else { return false }
        // Numbers and Latin letters do not tell their size as exactly as Chinese characters do.
        let isExact = tellsSize(line) && tellsSize(last)
        guard abs(line.size - last.size) <= max(1, last.size * (isExact ? 0.1 : 0.4)) else { return false }
        let lineArea = lineArea ?? area
        // The next column goes on as the next page does.
        let isNextPage = page != lastPage || lineArea.left >= area.right
        if !isNextPage {
            let distance = line.middle - last.middle
            let usual = area.spacing * max(1, line.size / area.size)
            guard distance > 0, distance <= max(usual, line.size * 1.2) * 1.35 else { return false }
        }
        let isTitle = line.size > area.size * 1.15
        if isCentred(line), isCentred(last) || isTitle && isFull(last, before: line) {
            // The lines of a title; text of the usual size in the middle of its line is a list or a name.
            return !isNextPage && isTitle && !endsSentence(last) && !isDocumentNumber(last)
        }
        guard isFull(last, before: line), area.right - area.left >= area.size * Self.narrowest else { return false }
        let indent = line.box.left - lineArea.left
        if lines.count >= 2 {
            // A line after the first shows where the paragraph's lines begin on its page and in its column.
            let own = last.box.left
            if abs(line.box.left - own) > area.size * 0.8 {
                return isNextPage && abs(indent) <= area.size * 0.8
            }
            return !(isNextPage && !area.usesIndent && endsSentence(last))
        }
        // The first line stands further in than the second: an indent, wherever the text stands on the page.
        if first.box.left - line.box.left >= area.size * 0.8, !isNextPage { return true }
        let firstIndent = first.box.left - area.left
        if indent > area.size * 1.2 {
            // A hanging indent: the number of an item stands out. A line as far in as the first begins a paragraph of its own.
            return firstIndent < indent - area.size * 0.8 && indent <= area.size * 6 && beginsWithMarker(first)
                && !isNextPage
        }
        if firstIndent <= area.size * 0.8, area.usesIndent || isNextPage, endsSentence(last) {
            // Two lines at the edge: what goes on from the page before has no indent either.
            return area.usesIndent
        }
        return true
    }

    private func tellsSize(_ line: PageLine) -> Bool {
        let letters = line.words.lazy.flatMap(\.letters)
        return letters.count(where: isWide) * 3 >= letters.count * 2
    }

    mutating func append(_ line: PageLine, page: Int, area: TextArea? = nil) {
        if let area { self.area = area }
        lines.append((line, page))
    }

    /// The paragraph, and where a number may have been cut by the end of a line.
    mutating func take() -> (text: PlacedText, cutNumbers: [Int]) {
        var text = PlacedText()
        var cuts: [Int] = []
        for (index, (line, page)) in lines.enumerated() {
            let next = line.text(page: page)
            if index > 0, let last = text.letters.last, let first = next.letters.first {
                // A mark of other lines may hang over the edge.
                let isFull = lines[index - 1].line.box.right + line.size * 1.6 >= area.right
                if LineEnd.needsSpace(last, first, isFull: isFull) {
                    text.append(" ")
                } else if LineEnd.isNumber(last), LineEnd.isNumber(first) {
                    cuts.append(text.letters.count)
                }
            }
            text.append(next)
        }
        lines = []
        return (text, cuts)
    }

    /// Whether nothing of the next line had room at the end of this one. Marks may not begin a line, so up to two letters
    /// may have moved on.
    private func isFull(_ line: PageLine, before next: PageLine) -> Bool {
        let room = area.right - line.box.right
        if room <= line.size * 2.6 { return true }
        // A Latin word or a number that had no room, with the brackets around it.
        return room <= unbreakableStart(of: next) + line.size
    }

    /// The width of what may not be parted at the beginning of a line: opening brackets, a Latin word or a number, and the
    /// closing brackets after it (UAX #14); 0 where it is a Chinese character.
    private func unbreakableStart(of line: PageLine) -> Double {
        guard let first = line.words.first else { return 0 }
        // A word of the line ends where its font does.
        var letters: [Unicode.Scalar] = []
        var edges: [Double] = []
        var last = first.box.left
        for word in line.words.prefix(4) {
            guard word.box.left - last <= line.size * 0.4 else { break }
            letters += word.letters
            edges += word.letterEdges.dropLast()
            last = word.box.right
        }
        edges.append(last)
        var end = letters.firstIndex { !"（(〔［[【《〈「『“‘".unicodeScalars.contains($0) } ?? letters.count
        if end < letters.count, isWide(letters[end]) {
            // 准,2025: a mark of half width stands with what is before and after it.
            guard end + 1 < letters.count, ",.;:!?)%".unicodeScalars.contains(letters[end + 1]) else { return 0 }
            end += 1
        }
        end = letters[end...].firstIndex(where: isWide) ?? letters.count
        end = letters[end...].firstIndex { !"）)〕］]】》〉」』”’，。、；：！？".unicodeScalars.contains($0) } ?? letters.count
        return edges[end] - first.box.left
    }

    /// As far from the left edge as from the right one, and not at either.
    private func isCentred(_ line: PageLine) -> Bool {
        let left = line.box.left - area.left
        let right = area.right - line.box.right
        return left > line.size * 0.8 && abs(left - right) <= line.size * 1.6
            && !(left < line.size * 2.6 && right < line.size)
    }

    private func endsSentence(_ line: PageLine) -> Bool {
        guard let last = line.words.last?.letters.last else { return false }
        return "。！？；：!?;:".unicodeScalars.contains(last)
    }

    /// 某医保发〔2026〕3号 stands over a title on a line of its own (GB/T 9704-2012, 7.2.5).
    private func isDocumentNumber(_ line: PageLine) -> Bool {
        guard line.words.last?.letters.last == "号" else { return false }
        return line.words.contains { $0.letters.contains { "〔[［（(".unicodeScalars.contains($0) } }
    }

    /// 一、 1. （1） ① • and their like.
    private func beginsWithMarker(_ line: PageLine) -> Bool {
        guard let letters = line.words.first?.letters.prefix(6), let first = letters.first else { return false }
        if "①②③④⑤⑥⑦⑧⑨⑩•●·◆".unicodeScalars.contains(first) { return true }
        // A number and its mark, in parentheses or not.
        let number = letters.drop { $0 == "（" || $0 == "(" || $0 == "第" }.prefix { isNumeral($0) }
        guard !number.isEmpty, number.endIndex < letters.endIndex else { return false }
        return "、.．)）条章节".unicodeScalars.contains(letters[number.endIndex])
    }

    private func isNumeral(_ letter: Unicode.Scalar) -> Bool {
        letter.value >= 0x30 && letter.value <= 0x39 || "一二三四五六七八九十".unicodeScalars.contains(letter)
    }
}
