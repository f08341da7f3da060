import PolicyText

/// The part of a line of the source, or of a line that stands for several of them.
enum LineRole: Equatable {
    case body, header, number, title, titleTag, addressees, signature, date, signatureDate
    case attachmentNote, attachmentLabel, attachmentTitle, copyTo, publication, noise
    /// Inside the table with this index.
    case table(Int)
}

/// A line of the source as a range of the folded text.
struct Line {
    /// Without white space at its ends.
    var range: Range<Int>
    /// The line in the rendition, line break not included.
    var source: Range<Int>
    /// Columns before the first letter: 2 for an ideographic space.
    var indent: Int
    /// Blank lines before it.
    var blanksBefore: Int
    /// Columns of the whole line: 2 for a Chinese letter.
    var width: Int
    /// Scalars of the whole line, white space at its end left aside.
    var count: Int
    var marker: Marker?
    var role: LineRole = .body
    /// Cut out of a longer line: no line break stands before it.
    var isCut = false
    /// The block of the source's layout that it stands in, where the source has a layout.
    var block: Int?
    /// The level of the heading as which the source marks it.
    var heading: Int?
}

/// The lines of a rendition over its folded text.
struct LineTable {
    var lines: [Line] = []
    /// For each place of the rendition, the first place of the folded text at or after it.
    let folded: [Int32]

    init(text: FoldedText, rendition: [Unicode.Scalar], markers: MarkerReader) {
        let letters = text.scalars
        var folded: [Int32] = []
        folded.reserveCapacity(rendition.count + 1)
        for index in letters.indices {
            let start = text.sourceRange(of: index..<index + 1).lowerBound
            while folded.count <= start, folded.count <= rendition.count { folded.append(Int32(index)) }
        }
        while folded.count <= rendition.count { folded.append(Int32(letters.count)) }
        self.folded = folded

        var at = 0
        var blanks = 0
        while at <= rendition.count {
            var end = at
            while end < rendition.count, !Letter.isLineBreak(rendition[end]) { end += 1 }
            let range = letters.trimmed(Int(folded[at])..<Int(folded[end]))
            if range.isEmpty {
                blanks += 1
            } else {
                let first = text.sourceRange(of: range.lowerBound..<range.lowerBound + 1).lowerBound
                lines.append(
                    Line(
                        range: range, source: at..<end, indent: Self.indent(rendition[at..<max(at, first)]),
                        blanksBefore: blanks, width: Self.width(rendition[at..<end]),
                        count: rendition.trimmed(at..<end).upperBound - at,
                        marker: markers.marker(at: range.lowerBound, before: range.upperBound)))
                blanks = 0
            }
            if end + 1 < rendition.count, rendition[end] == "\r", rendition[end + 1] == "\n" { end += 1 }
            at = end + 1
        }
    }

    /// The range of the folded text for one of the rendition, without white space at its ends.
    func foldedRange(of source: Range<Int>, in text: FoldedText) -> Range<Int> {
        let range = source.clamped(to: 0..<folded.count - 1)
        return text.scalars.trimmed(Int(folded[range.lowerBound])..<Int(folded[range.upperBound]))
    }

    static func width(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        scalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    }

    /// Columns of the white space at the end of what stands before the first letter.
    private static func indent(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        var columns = 0
        for scalar in scalars.reversed() {
            guard Letter.isSpace(scalar) else { break }
            columns += scalar == "\u{3000}" ? 2 : scalar == "\t" ? 4 : 1
        }
        return columns
    }

    /// The line cut at places of the folded text.
    func pieces(of line: Line, cutAt places: some Sequence<Int>, in text: FoldedText, markers: MarkerReader) -> [Line] {
        let letters = text.scalars
        var result: [Line] = []
        var start = line.range.lowerBound
        for end in places.sorted() + [line.range.upperBound] where end > start && end <= line.range.upperBound {
            let range = letters.trimmed(start..<end)
            start = end
            guard !range.isEmpty else { continue }
            var piece = line
            piece.range = range
            if !result.isEmpty {
                piece.indent = 0
                piece.blanksBefore = 0
                piece.isCut = true
                piece.marker = markers.marker(at: range.lowerBound, before: range.upperBound)
            }
            result.append(piece)
        }
        return result
    }
}
