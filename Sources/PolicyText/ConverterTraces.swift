/// Finds what converters from word processors leave in plain text: `[image: …]`, `[bookmark: _GoBack]`.
///
/// A trace is a `[`, a lower-case Latin word, a colon and anything else up to the `]` that belongs to it, on one line and
/// at most `longest` scalars long, spaces not counted. A trace may stand inside the word or the text of another one, as
/// though it were not there; any other bracket inside makes it none.
struct ConverterTraces {
    /// The most scalars between the colon and the bracket.
    static let longest = 200

    private enum State { case beforeWord, word, afterWord, content, none }
    private struct Opening {
        var start: Int
        var state = State.beforeWord
        var length = 0
    }

    /// The traces of the line from `start` on, ascending and apart, and where the line ends.
    static func find(
        in source: [Unicode.Scalar], from start: Int, map: FoldingMap
    ) -> (traces: [Range<Int>], lineEnd: Int) {
        var traces: [Range<Int>] = []
        var open: [Opening] = []
        var at = start
        while at < source.count {
            let entry = map.entry(of: source[at])
            if entry.kind == .lineBreak { break }
            let scalar = entry.scalar
            at += 1
            if scalar == "[" {
                open.append(Opening(start: at - 1))
            } else if open.isEmpty {
                continue
            } else if scalar == "]" {
                let closed = open.removeLast()
                if closed.state == .content {
                    while let last = traces.last, last.lowerBound > closed.start { traces.removeLast() }
                    traces.append(closed.start..<at)
                } else if !open.isEmpty {
                    open[open.count - 1].state = .none
                }
            } else if entry.kind == .special, let expansion = map.expansion(of: scalar) {
                for part in expansion { advance(&open[open.count - 1], past: map.entry(of: part)) }
            } else {
                advance(&open[open.count - 1], past: entry)
            }
        }
        return (traces, at)
    }

    private static func advance(_ opening: inout Opening, past entry: FoldingMap.Entry) {
        if entry.kind == .ignorable || opening.state == .none { return }
        let scalar = entry.scalar
        if scalar == "〔" || scalar == "〕" {
            opening.state = .none
            return
        }
        let isLowercase = (0x61...0x7A).contains(scalar.value)
        switch opening.state {
        case .beforeWord:
            if isLowercase { opening.state = .word } else if entry.kind != .space { opening.state = .none }
        case .word:
            if scalar == "：" {
                opening.state = .content
            } else if entry.kind == .space {
                opening.state = .afterWord
            } else if !isLowercase {
                opening.state = .none
            }
        case .afterWord:
            if scalar == "：" { opening.state = .content } else if entry.kind != .space { opening.state = .none }
        case .content:
            if entry.kind != .space { opening.length += 1 }
            if opening.length > longest { opening.state = .none }
        case .none:
            break
        }
    }
}
