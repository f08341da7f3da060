import PolicyValues

/// A term, a value or a phrase, at its place in a passage. Ranges count scalars of the passage.
struct Token: Sendable {
    var tokenClass: Symbol
    var code: Symbol
    var range: Range<Int>
    var value: Value?
    /// Index of the vocabulary term, where the token is one.
    var term: Int?
    /// What a phrase was made of.
    var parts: [Token] = []

    /// The token and all it was made of, itself first.
    var descendants: [Token] { [self] + parts.flatMap(\.descendants) }

    /// The values in it, each on its own letters: those of its parts, or its own.
    var values: [Token] { parts.isEmpty ? (value == nil ? [] : [self]) : parts.flatMap(\.values) }
}
