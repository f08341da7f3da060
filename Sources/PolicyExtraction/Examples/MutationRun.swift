package import ExtractorData
import PolicyRules

/// What came of taking one piece out of an extractor set.
package struct Removal: Sendable {
    package enum Outcome: Sendable, Hashable {
        /// An example does not hold any more.
        case noticed
        /// Every example holds, but this one reads differently in what it does not name: its letters, its evidence.
        case unnamed(example: String, place: ExtractorPlace, change: String)
        /// Nothing changes in any example.
        case idle
    }

    package var kind: ExtractorPieceKind
    /// The id of a rule or phrase, `rule.field` of a slot, the letters of a form.
    package var name: String
    package var outcome: Outcome
}

/// Takes an extractor set apart, one piece at a time, and tells which pieces no example would miss (mutation testing).
///
/// The examples of a rule must notice where the rule, one of its slots or vetoes is gone; any example may notice a phrase
/// or a written form. Of the forms only those are tried that stand in some example; `allForms` counts the others too.
package struct MutationRun: Sendable {
    private let set: ExtractorSet
    private let examples: [PreparedExample]
    /// The texts that each example is read as, with their terms and values.
    private let readings: [[Reading]]
    /// The examples in which a form stands.
    private let examplesByForm: [String: [Int]]
    private let pieces: [ExtractorPiece]

    private struct Reading {
        var text: [Unicode.Scalar]
        var tokens: [Token]
    }

    package init(_ set: ExtractorSet) {
        self.set = set
        // An example that does not hold anyway would notice everything.
        examples = set.preparedExamples.filter { $0.differences(with: set).isEmpty }
        readings = examples.map { example in
            PassageBuilder(set: set, notice: example.page.notice).passages.map { passage in
                Reading(
                    text: passage.text, tokens: set.tokenizer.tokens(in: passage.text, range: 0..<passage.text.count))
            }
        }
        var byForm: [String: [Int]] = [:]
        for (number, texts) in readings.enumerated() {
            for reading in texts {
                for token in reading.tokens where token.term != nil {
                    let form = string(reading.text[token.range])
                    if byForm[form]?.last != number { byForm[form, default: []].append(number) }
                }
            }
        }
        examplesByForm = byForm
        pieces =
            set.rules.indices.flatMap { number in
                [ExtractorPiece.rule(number)]
                    + set.rules[number].slots.map { .slot(rule: number, field: $0.field) }
                    + set.rules[number].veto.indices.map { .veto(rule: number, number: $0) }
            } + set.phrases.indices.map { .phrase($0) } + byForm.keys.sorted().map { .form($0) }
    }

    /// The number of written forms that the vocabulary has, and of those that stand in some example.
    package var forms: (all: Int, used: Int) { (set.vocabulary.formCount, examplesByForm.count) }

    /// - Parameters:
    ///   - kinds: The kinds of pieces to take away.
    ///   - every: Only each so manieth piece, from the first.
    package func removals(of kinds: Set<ExtractorPieceKind>, every: Int = 1) -> [Removal] {
        pieces.filter { kinds.contains($0.kind) }.enumerated().filter { $0.offset % every == 0 }.map { _, piece in
            Removal(kind: piece.kind, name: name(of: piece), outcome: outcome(without: piece))
        }
    }

    private func name(of piece: ExtractorPiece) -> String {
        switch piece {
        case .rule(let rule): set.rules[rule].id
        case .slot(let rule, let field): "\(set.rules[rule].id).\(field)"
        case .veto(let rule, let number): "\(set.rules[rule].id) \(number + 1)"
        case .phrase(let phrase): set.phrases[phrase].id
        case .form(let form): form
        }
    }

    private func outcome(without piece: ExtractorPiece) -> Removal.Outcome {
        let less = set.without(piece)
        let concerned = concerned(by: piece, less)
        if concerned.contains(where: { !examples[$0].differences(with: less).isEmpty }) { return .noticed }
        var other: Removal.Outcome?
        for example in concerned {
            let before = examples[example].bundle(with: set)
            let after = examples[example].bundle(with: less)
            if before.rules == after.rules { continue }
            let old = Set(before.rules.flatMap(MutationRun.lines))
            let new = Set(after.rules.flatMap(MutationRun.lines))
            let change =
                old.subtracting(new).sorted().map { "- \($0)" } + new.subtracting(old).sorted().map { "+ \($0)" }
            let outcome = Removal.Outcome.unnamed(
                example: examples[example].page.text, place: examples[example].example.place,
                change: change.joined(separator: "  "))
            // Best an example of the rule that reads differently.
            if change.contains(where: { $0.hasPrefix("- \(examples[example].rule.id) ") }) { return outcome }
            other = other ?? outcome
        }
        return other ?? .idle
    }

    /// The examples that may read differently.
    private func concerned(by piece: ExtractorPiece, _ less: ExtractorSet) -> [Int] {
        switch piece {
        case .rule(let rule), .slot(let rule, _), .veto(let rule, _):
            examples.indices.filter { examples[$0].rule.id == set.rules[rule].id }
        case .form(let form):
            examplesByForm[form] ?? []
        case .phrase:
            examples.indices.filter { number in
                readings[number].contains { reading in
                    let whole = 0..<reading.text.count
                    return set.matcher.apply(to: reading.tokens, in: reading.text, range: whole).map(Shape.init)
                        != less.matcher.apply(to: reading.tokens, in: reading.text, range: whole).map(Shape.init)
                }
            }
        }
    }

    /// What tells tokens apart.
    private struct Shape: Equatable {
        var tokenClass: Symbol
        var code: Symbol
        var range: Range<Int>

        init(_ token: Token) {
            tokenClass = token.tokenClass
            code = token.code
            range = token.range
        }
    }

    private static func lines(of rule: Rule) -> [String] {
        let fields = ExtractorSet.describe(rule).map { "\(rule.extractor) \($0.key): \($0.value)" }
        let evidence = rule.evidence.flatMap { span in
            span.supports.map { "\(rule.extractor) \($0) «\(span.quote)»" }
        }
        return fields + evidence
    }
}
