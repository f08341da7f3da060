import NoticeModel
import PolicyText

/// A stretch of text that is read as one train of thought: a paragraph, or a table cell with its headers put in front.
/// All ranges inside count scalars of `text`; `pieces` lead back to the notice's analysis text.
struct Passage: Sendable {
    struct Piece: Sendable {
        var start: Int
        var source: Int
        var count: Int
    }
    enum Origin: Sendable {
        case paragraph
        /// The headings in front of it and the cell itself; values of the headings are not the cell's.
        case tableCell(value: Range<Int>)
    }

    var text: [Unicode.Scalar]
    var pieces: [Piece]
    var origin: Origin
    var part: Block.Part
    var isHeading = false
    /// For a table cell the last paragraph before the table.
    var tableLead: Int?
    /// The number of the item that begins with it: 3 for 3. or （三）.
    var number: Int?
    /// It is an item of a list: a number or a sign stands before it.
    var isItem = false
    /// It ends in a colon: its items are listed below.
    var leadsList = false
    /// Index of the innermost section.
    var section: Int?
    /// All tokens, in order.
    var tokens: [Token]
    var sentences: [Sentence]

    /// The ranges of the analysis text on which a range of the passage stands: one, unless it crosses table cells.
    func sources(of range: Range<Int>) -> [Range<Int>] {
        pieces.compactMap { piece in
            let common = range.clamped(to: piece.start..<piece.start + piece.count)
            if common.isEmpty { return nil }
            let shift = piece.source - piece.start
            return common.lowerBound + shift..<common.upperBound + shift
        }
    }

    /// Where the statement of a place begins: behind the semicolon before it, or with its sentence.
    func statementStart(before position: Int, in sentence: Sentence) -> Int {
        sentence.range.last { $0 < position && text[$0] == "；" }.map { $0 + 1 } ?? sentence.range.lowerBound
    }

    func contains(_ word: [Unicode.Scalar]) -> Bool {
        guard let first = word.first, text.count >= word.count else { return false }
        return (0...text.count - word.count).contains { start in
            text[start] == first && text[start..<start + word.count].elementsEqual(word)
        }
    }

    func string(_ range: Range<Int>) -> String {
        String(scalars: text[range])
    }
}

/// A sentence of a passage with what is known of it before any rule is tried.
struct Sentence: Sendable {
    var range: Range<Int>
    var clauses: [Range<Int>]
    /// Indices into the passage's tokens.
    var tokens: Range<Int>
    var groups: [PopulationGroup]
    /// The sentence is too long to be read as one and goes on in the next.
    var goesOn = false

    /// The clause that holds a position; the sentence, where none does.
    func clause(at position: Int) -> Range<Int> {
        var low = 0
        var high = clauses.count
        while low < high {
            let middle = (low + high) / 2
            if clauses[middle].upperBound <= position { low = middle + 1 } else { high = middle }
        }
        return low < clauses.count && clauses[low].contains(position) ? clauses[low] : range
    }
}

/// A list of people named together: 特困人员、孤儿以及低保对象.
struct PopulationGroup: Sendable {
    struct Member: Sendable {
        /// The passage in which the member is named, where a class label (第一类对象) stands for it here.
        var definedIn: Int?
        var category: Category
        /// The member's written form.
        var range: Range<Int>
        var excludes: [Symbol] = []
        /// 困难群众: a word that leads up to groups rather than names one.
        var isGeneric = false
    }
    enum Category: Sendable, Hashable {
        case known(Symbol)
        case custom(String)
        /// 参保居民, 城乡居民: everyone insured.
        case everyone
    }
    var members: [Member]
    var range: Range<Int>
}
