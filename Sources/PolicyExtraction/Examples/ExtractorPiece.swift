/// A piece of an extractor set that can be taken away, by its place in the loaded set.
enum ExtractorPiece: Sendable, Hashable {
    /// A rule does not fire any more.
    case rule(Int)
    /// A slot is filled no more, and no more required.
    case slot(rule: Int, field: String)
    case veto(rule: Int, number: Int)
    case phrase(Int)
    /// A written form of the vocabulary.
    case form(String)
}

/// What kinds of pieces there are, as reports name them.
package enum ExtractorPieceKind: String, Sendable, CaseIterable {
    case rule, slot, veto, phrase, form
}

extension ExtractorPiece {
    var kind: ExtractorPieceKind {
        switch self {
        case .rule: .rule
        case .slot: .slot
        case .veto: .veto
        case .phrase: .phrase
        case .form: .form
        }
    }
}
