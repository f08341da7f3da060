import PolicyRules

/// The classes of the vocabulary that say what a notice does with a document.
struct CitationGrammar: Sendable {
    let verb, issueVerb, connector, accordingTo: Symbol
    /// The codes of verbs that are names of relations.
    private let relations: [Symbol: Citation.Relation]

    init(symbols: inout SymbolTable) {
        verb = symbols.intern("citationVerb")
        issueVerb = symbols.intern("issueVerb")
        connector = symbols.intern("connector")
        accordingTo = symbols.intern("accordingTo")
        var relations: [Symbol: Citation.Relation] = [:]
        for relation in Citation.Relation.allCases { relations[symbols.intern(relation.rawValue)] = relation }
        self.relations = relations
    }

    /// What the token does with a document, if it is a verb of citations: 按 and 按照 are connectors that also lead figures.
    func relation(of token: Token) -> Citation.Relation? {
        if token.tokenClass == verb { return relations[token.code] }
        return token.tokenClass == connector && token.code == accordingTo ? .follows : nil
    }
}
