import NoticeModel

/// What a page repeats beside its text: page headers, footers and page numbers (GB/T 9704-2012, 7.5).
struct RunningMatter: Sendable {
    /// Takes the running matter out of the lines of the pages, in place.
    /// - Parameter heights: the height of each page in points.
    static func remove(from pages: inout [[PageLine]], heights: [Double]) {
        for index in pages.indices { removeNumbers(from: &pages[index], height: heights[index]) }
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
                Key(letters: letters, place: Int(place)), Key(letters: letters, place: Int(place + 0.5) + 1_000_000),
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
