import PolicyValues

/// What a slot found: a value for a field and the letters it stands on.
struct FieldHit: Sendable {
    enum Content: Sendable {
        case token(Token)
        case code(String)
        case member(PopulationGroup.Member)
        case everyone
        case tier(rank: Int, text: String)
        case year(Int)
        case text(String)
    }
    enum How: String, Sendable { case stated, inherited, defaulted, derived }

    var field: String
    var content: Content
    /// Passage and range in it; empty for a default.
    var places: [Place]
    var how: How
    /// By what it was inherited, defaulted or derived.
    var by: String
    /// The whole list that the find is one of.
    var list: Place?

    struct Place: Sendable, Hashable {
        var passage: Int
        var range: Range<Int>
    }
}

/// A statement as one pattern reads it, before it is completed to a rule.
struct Draft: Sendable {
    var pattern: Int
    var passage: Int
    var sentence: Int
    /// Index into the passage's tokens.
    var trigger: Int
    var fields: [FieldHit]
    /// Value tokens that the draft uses, by passage and place.
    var used: [FieldHit.Place]

    func hit(_ field: String) -> FieldHit? { fields.first { $0.field == field } }
}
