import NoticeModel

/// What a page repeats beside its text: page headers, footers and page numbers (GB/T 9704-2012, 7.5).
struct RunningMatter: Sendable {
    /// Takes the running matter out of the lines of the pages, in place.
    /// - Parameters:
    ///   - heights: the height of each page in points.
    ///   - rules: the ruling lines of each page.
    static func remove(from pages: inout [[PageLine]], heights: [Double], rules: [[RulingLine]] = []) {
        for index in pages.indices {
            removeNumbers(from: &pages[index], height: heights[index])
            removePrintLines(from: &pages[index], height: heights[index])
            if rules.indices.contains(index) {
                removeRuledHeader(from: &pages[index], height: heights[index], rules: rules[index])
            }
        }
        // The outermost lines in turn, since headers have up to three of them.
        for _ in 0..<3 {
            let tops = repeated(pages, heights, \.first, isTop: true)
            let bottoms = repeated(pages, heights, \.last, isTop: false)
            if !tops.contains(true), !bottoms.contains(true) { break }
            for index in pages.indices {
                if tops[index] { pages[index].removeFirst() }
                if bottoms[index], !pages[index].isEmpty { pages[index].removeLast() }
                removeNumbers(from: &pages[index], height: heights[index])
            }
        }
    }

    private static func removeNumbers(from lines: inout [PageLine], height: Double) {
        if let last = lines.last, last.middle > height * 0.85, isPageNumber(last) { lines.removeLast() }
        if let first = lines.first, first.middle < height * 0.1, isPageNumber(first) { lines.removeFirst() }
    }

    /// What a browser prints at the edges of a page: when it was printed and the title above, the address and the page below.
    private static func removePrintLines(from lines: inout [PageLine], height: Double) {
        if let last = lines.last, last.middle > height * 0.94, isAddress(last) { lines.removeLast() }
        if let first = lines.first, first.middle < height * 0.06, beginsWithTime(first) { lines.removeFirst() }
    }

    /// https://…, file:///…
    private static func isAddress(_ line: PageLine) -> Bool {
        guard let first = line.words.first?.letters.prefix(12), let colon = first.firstIndex(of: ":") else {
            return false
        }
        return first[colon...].starts(with: "://".unicodeScalars)
            && first[..<colon].allSatisfy { (0x61...0x7A).contains($0.value) }
    }

    /// 2026/5/20 10:11, 5/20/26, 10:11 AM: a date in figures alone and a time.
    private static func beginsWithTime(_ line: PageLine) -> Bool {
        var parts: [ArraySlice<Unicode.Scalar>] = []
        for word in line.words.prefix(3) {
            for part in word.letters.split(whereSeparator: { ",， ".unicodeScalars.contains($0) }) { parts.append(part) }
        }
        guard parts.count >= 2 else { return false }
        // 上午10:11 has its half of the day before it.
        let time = parts[1].drop { !isDigit($0) }
        return areNumbers(parts[0], mark: "/", 3...3) && areNumbers(time, mark: ":", 2...3)
    }

    private static func areNumbers(
        _ letters: ArraySlice<Unicode.Scalar>, mark: Unicode.Scalar, _ count: ClosedRange<Int>
    ) -> Bool {
        let numbers = letters.split(separator: mark, omittingEmptySubsequences: false)
        return count.contains(numbers.count) && numbers.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
    }

    private static func isDigit(_ letter: Unicode.Scalar) -> Bool { letter.value >= 0x30 && letter.value <= 0x39 }

    /// A line in smaller letters over a rule across the page, at its top: the page header of a book, also on a page alone. The
    /// rule under a red head (红头) stands lower, under letters of the usual size or larger.
    private static func removeRuledHeader(from lines: inout [PageLine], height: Double, rules: [RulingLine]) {
        guard lines.count >= 4, let first = lines.first, first.middle < height * 0.09 else { return }
        let sizes = lines.dropFirst().map(\.size).sorted()
        guard first.size <= sizes[sizes.count / 2] * 0.9 else { return }
        let left = lines.map(\.box.left).min() ?? 0
        let right = lines.map(\.box.right).max() ?? 0
        let isRuled = rules.contains { rule in
            rule.isLevel && rule.box.width >= (right - left) * 0.6 && rule.box.top >= first.middle
                && rule.box.top <= first.box.bottom + first.size && rule.box.top < lines[1].box.top
        }
        if isRuled { lines.removeFirst() }
    }

    /// By page: whether its outermost line stands on other pages too, at the same height and with the same letters but for
    /// digits.
    private static func repeated(
        _ pages: [[PageLine]], _ heights: [Double], _ outermost: KeyPath<[PageLine], PageLine?>, isTop: Bool
    ) -> [Bool] {
        guard pages.count >= 2 else { return pages.map { _ in false } }
        struct Key: Hashable {
            var letters: [Unicode.Scalar]
            var place: Int
        }
        let keys = pages.enumerated().map { index, lines -> [Key] in
            guard let line = lines[keyPath: outermost] else { return [] }
            let height = max(heights[index], 1)
            let isInMargin = isTop ? line.middle < height * 0.12 : line.middle > height * 0.88
            guard isInMargin else { return [] }
            let letters = line.words.flatMap(\.letters).map { $0.value >= 0x30 && $0.value <= 0x39 ? "0" : $0 }
            // By place to five points; a line near the edge of two bands belongs to both.
            let place = (isTop ? line.middle : height - line.middle) / 5
            return [
                Key(letters: letters, place: Int(nearest: place)),
                Key(letters: letters, place: Int(nearest: place + 0.5) + 1_000_000),
            ]
        }
        var counts: [Key: Int] = [:]
        for key in keys.joined() { counts[key, default: 0] += 1 }
        // Left and right pages differ, the first one may have none.
        let least = pages.count <= 3 ? 2 : max(3, pages.count / 4)
        return keys.map { $0.contains { counts[$0, default: 0] >= least } }
    }

    /// — 3 — , -3-, 3, 第3页, 第3页 共10页, 3/10, Page 3 of 10.
    static func isPageNumber(_ line: PageLine) -> Bool {
        var letters: [Unicode.Scalar] = []
        for letter in line.words.lazy.flatMap(\.letters) where !letter.properties.isWhitespace {
            letters.append(letter)
            if letters.count > 20 { return false }
        }
        var digits = 0
        var run = 0
        for letter in letters {
            switch letter.value {
            case 0x30...0x39, 0xFF10...0xFF19:
                digits += 1
                run += 1
                if run > 4 { return false }
            case 0x2D, 0x2013, 0x2014, 0x2015, 0x2212, 0xB7, 0x2022, 0xFF0D, 0x2F, 0x7C, 0x7E, 0x4E00, 0x2500:
                // Dashes come as the numeral 一 too.
                run = 0
            default:
                guard "第页共頁第/，,()（）".unicodeScalars.contains(letter) else {
                    return isLatinPageNumber(letters)
                }
                run = 0
            }
        }
        return digits > 0
    }

    private static func isLatinPageNumber(_ letters: [Unicode.Scalar]) -> Bool {
        let words = letters.filter { $0.value < 0x30 || $0.value > 0x39 }.map { $0.properties.lowercaseMapping }
            .joined()
        return words.count < letters.count && ["page", "pageof", "p.", "page/", "pof"].contains(words)
    }
}
