import PolicyRules

/// A sentence or more of a notice, and what it rules.
struct Statement: Sendable {
    /// Names the wording, so that failures of one sort are counted together.
    var shape: String
    var text: String
    var rules: [ExpectedRule]

    init(_ shape: String, _ text: String, _ rules: [ExpectedRule] = []) {
        self.shape = shape
        self.text = text
        self.rules = rules
    }
}

/// A paragraph, a numbered item or a table under a heading.
struct Item: Sendable {
    /// A heading of its own, if it has one: 全额资助对象.
    var heading: String?
    var statements: [Statement]
    /// Lines of a table, laid out already; they are not joined into one line.
    var isTable = false
    /// Begins with a mark of its own and gets no other.
    var isMarked = false

    init(_ statements: [Statement], heading: String? = nil, isTable: Bool = false) {
        self.statements = statements
        self.heading = heading
        self.isTable = isTable
    }
}

/// A first-level section.
struct Part: Sendable {
    var heading: String
    var items: [Item]
}

/// A notice with what a reader finds in it.
struct GeneratedNotice: Sendable {
    struct Placed: Sendable {
        var statement: Statement
        /// Scalars of `text`.
        var range: Range<Int>
    }

    var seed: UInt64
    var style: Style
    var text: String
    var statements: [Placed]
}
