/// A line of text as a browser sets it: runs of white space of the source are one space, none between Chinese letters
/// where the source only breaks its line, and none at the ends.
struct HTMLLine {
    private(set) var letters: [Unicode.Scalar] = []
    /// Columns of white space before the first letter that a browser keeps: 2 for an ideographic space.
    private(set) var indent = 0
    private var hasSpace = false
    private var hasBreak = false

    var isEmpty: Bool { letters.isEmpty }

    mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x20, 0x09, 0x0B, 0x0C:
            hasSpace = true
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029:
            hasSpace = true
            hasBreak = true
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF:
            // Controls, and marks without width.
            break
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
            if letters.isEmpty {
                indent += scalar.value == 0x3000 || scalar.value == 0x2003 || scalar.value == 0x2001 ? 2 : 1
            } else {
                putSpace(before: scalar)
                letters.append(scalar)
            }
        default:
            putSpace(before: scalar)
            letters.append(scalar)
        }
    }

    private mutating func putSpace(before next: Unicode.Scalar) {
        defer {
            hasSpace = false
            hasBreak = false
        }
        guard hasSpace, let last = letters.last else { return }
        if hasBreak, isWide(last) || isWide(next) { return }
        letters.append(" ")
    }

    /// Chinese letters and marks, between which a line break of the source is no space.
    private func isWide(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x2E80 }

    /// The line, which is empty afterwards.
    mutating func take() -> (letters: [Unicode.Scalar], indent: Int) {
        while let last = letters.last, isWhiteSpace(last) { letters.removeLast() }
        defer { self = HTMLLine() }
        return (letters, indent)
    }
}
