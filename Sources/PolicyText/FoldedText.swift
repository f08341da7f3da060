/// A folded rendition of a text with the place in the source of every scalar it holds.
///
/// Folding makes one written form of many: full width to half width, compatibility forms and Traditional characters
/// to their usual ones, `[image: …]` traces and stray spaces dropped. The offset map is made while folding and never
/// recovered afterwards. All offsets count Unicode scalars.
package struct FoldedText: Sendable {
    /// The folded scalars.
    package let scalars: [Unicode.Scalar]
    /// For each folded scalar, the source range it was made from.
    private let starts: [Int32]
    private let ends: [Int32]

    package init(scalars: [Unicode.Scalar], starts: [Int32], ends: [Int32]) {
        precondition(scalars.count == starts.count && starts.count == ends.count)
        self.scalars = scalars
        self.starts = starts
        self.ends = ends
    }

    /// The source range of a folded range: from the first scalar's start to the last scalar's end.
    /// An empty range maps to an empty range.
    package func sourceRange(of range: Range<Int>) -> Range<Int> {
        if range.isEmpty {
            let at = range.lowerBound < starts.count ? Int(starts[range.lowerBound]) : Int(ends.last ?? 0)
            return at..<at
        }
        return Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])
    }

    /// The text without the scalars at `positions` (ascending), each still mapped to its source.
    package func removing(_ positions: [Int]) -> FoldedText {
        if positions.isEmpty { return self }
        var keptScalars: [Unicode.Scalar] = []
        var keptStarts: [Int32] = []
        var keptEnds: [Int32] = []
        var next = 0
        for index in scalars.indices {
            if next < positions.count, positions[next] == index {
                next += 1
                continue
            }
            keptScalars.append(scalars[index])
            keptStarts.append(starts[index])
            keptEnds.append(ends[index])
        }
        return FoldedText(scalars: keptScalars, starts: keptStarts, ends: keptEnds)
    }

    package func string(in range: Range<Int>) -> String {
        String(scalars: scalars[range])
    }
}
