import PolicyText

/// Finds the places inside a line where items of the outline begin.
///
/// A marker inside a line counts only if it goes on the numbering that is open and its own successor or predecessor is
/// there too. After a sentence end that is enough; between two letters it must be the first item right under the
/// heading before it, or stand in a text that has no line breaks at all, and then only where no better place for the same
/// number follows.
struct InlineMarkers {
    let text: FoldedText
    let markers: MarkerReader
    /// The text is stored on one line.
    let isRunning: Bool

    private struct Candidate {
        var marker: Marker
        var isStrong: Bool
    }
    private struct Key: Hashable {
        var style: Marker.Style
        var number: Int
    }

    /// Places where a paragraph begins: after a sentence end and the indent of one (two ideographic spaces), and before
    /// each of several items that the same sign sets apart (● … ● …).
    func paragraphs(in range: Range<Int>) -> [Int] {
        var signs: [Unicode.Scalar: Int] = [:]
        for letter in text.scalars[range] where Letter.isBullet(letter) { signs[letter, default: 0] += 1 }
        if !isRunning, signs.isEmpty { return [] }
        let letters = text.scalars
        // 问：… 答：… 问：… 答：…
        func asks(_ index: Int) -> Bool {
            (letters[index] == "问" || letters[index] == "答") && index + 1 < range.upperBound
                && Letter.isColon(letters[index + 1])
                && (Letter.endsSentence(letters[index - 1]) || Letter.isClosing(letters[index - 1]))
        }
        return range.dropFirst().filter { index in
            if isRunning, asks(index) { return true }
            if let count = signs[text.scalars[index]] { return count > 1 || isRunning }
            return isRunning && Letter.endsSentence(text.scalars[index - 1]) && markers.hasIndent(before: index)
        }
    }

    /// Places at which to cut the line, ascending. `outline` is the state after the line's own marker.
    func cuts(in range: Range<Int>, outline: Outline) -> [Int] {
        guard range.count > 12 else { return [] }
        let candidates = candidates(in: range)
        guard !candidates.isEmpty else { return [] }
        // For each candidate, from the back: is its number there again at a better place before the next number?
        var nextStrong: [Key: Int] = [:]
        var seen: Set<Key> = []
        var hasSuccessor = [Bool](repeating: false, count: candidates.count)
        var hasBetter = [Bool](repeating: false, count: candidates.count)
        for index in candidates.indices.reversed() {
            let marker = candidates[index].marker
            let key = Key(style: marker.style, number: marker.number)
            let successor = Key(style: marker.style, number: marker.number + 1)
            hasSuccessor[index] = seen.contains(successor)
            if let better = nextStrong[key] {
                hasBetter[index] = nextStrong[successor].map { better < $0 } ?? true
            }
            seen.insert(key)
            if candidates[index].isStrong { nextStrong[key] = index }
        }
        var state = outline
        var cuts: [Int] = []
        var lastMarkerEnd = markers.marker(at: range.lowerBound, before: range.upperBound)?.range.upperBound
        for (index, candidate) in candidates.enumerated() {
            let marker = candidate.marker
            let fit = state.fit(marker)
            let isAccepted: Bool
            switch fit {
            case .none:
                // One number of a running text's main division was lost on the way.
                isAccepted = isRunning && candidate.isStrong && marker.style == .han && state.skipsOne(marker)
            case .first:
                let followsHeading =
                    lastMarkerEnd.map { end in
                        marker.range.lowerBound - end <= 40
                            && !text.scalars[end..<marker.range.lowerBound].contains {
                                Letter.endsSentence($0) || Letter.isComma($0)
                            }
                    } ?? false
                isAccepted =
                    hasSuccessor[index] && (candidate.isStrong || (followsHeading || isRunning) && !hasBetter[index])
            case .next, .runsOn:
                isAccepted = candidate.isStrong || isRunning && !hasBetter[index]
            }
            guard isAccepted else { continue }
            _ = state.add(marker, nests: { _ in false })
            cuts.append(marker.range.lowerBound)
            lastMarkerEnd = marker.range.upperBound
        }
        return cuts
    }

    private func candidates(in range: Range<Int>) -> [Candidate] {
        let letters = text.scalars
        var found: [Candidate] = []
        // Depth of quotes and brackets; one that is never closed is given up at the end of its sentence.
        var depth = 0
        var quoted = 0
        var at = range.lowerBound + 1
        if range.lowerBound < range.upperBound, Letter.isOpening(letters[range.lowerBound]),
            let own = markers.marker(at: range.lowerBound, before: range.upperBound)
        {
            at = own.range.upperBound
        }
        while at < range.upperBound {
            let s = letters[at]
            if depth == 0, beginsMarker(s), let marker = markers.marker(at: at, before: range.upperBound),
                let isStrong = strength(of: marker, in: range)
            {
                found.append(Candidate(marker: marker, isStrong: isStrong))
                at = marker.range.upperBound
                continue
            }
            if Letter.isOpening(s) {
                depth += 1
                quoted = at
            } else if Letter.isClosing(s) {
                depth = max(0, depth - 1)
            } else if depth > 0, s == "。" && at - quoted > 60 || at - quoted > 240 {
                depth = 0
            }
            at += 1
        }
        return found
    }

    private func beginsMarker(_ s: Unicode.Scalar) -> Bool {
        s == "（" || s == "【" || s == "第" || Letter.isDigit(s) || Letter.isHanNumeral(s)
            || (0x2460...0x2473).contains(s.value)
    }

    /// Whether the marker stands after the end of a sentence (true) or between letters where it may be one (false);
    /// nil where it is none.
    private func strength(of marker: Marker, in range: Range<Int>) -> Bool? {
        let letters = text.scalars
        let before = letters[marker.range.lowerBound - 1]
        guard marker.range.upperBound < range.upperBound else { return nil }
        let after = letters[marker.range.upperBound]
        guard Letter.isWord(after) || after == "“" || after == "《" || after == "【" else { return nil }
        if letters.endsSentence(range.lowerBound..<marker.range.lowerBound) || Letter.isColon(before) { return true }
        guard marker.style != .article, marker.style != .arabicBeforeBracket else { return nil }
        if Letter.isDigit(before) || Letter.isLatin(before) || Letter.isHanNumeral(before) || before == "."
            || before == "-"
        {
            return nil
        }
        if Letter.isComma(before) || before == "、" || Letter.isOpening(before) { return nil }
        switch before {
        // 第二、三款; 附件1.; 按1.…; 为1、
        case "第", "件", "按", "至", "为", "和", "或", "表", "图", "约", "超", "达", "项", "款", "条", "及", "述": return nil
        default: break
        }
        return false
    }
}
