import PolicyKit
import Testing

@testable import PolicyExtraction

/// An example beside a rule and what came of it.
struct ExampleCase: Sendable, CustomTestStringConvertible {
    var result: ExampleResult

    var testDescription: String { "\(result.place.file):\(result.place.line) \(result.text)" }

    static let all = (try? Shared.guize.get())?.set.runExamples().map(ExampleCase.init) ?? []
}

/// A rule with its examples.
struct ExampledRule: Sendable, CustomTestStringConvertible {
    var id: String
    var positive: Int
    var negative: Int

    var testDescription: String { id }

    static let all = ((try? Shared.guize.get())?.set.rules ?? []).map { rule in
        let negative = rule.examples.count { $0.gives.isEmpty }
        return ExampledRule(id: rule.id, positive: rule.examples.count - negative, negative: negative)
    }
}

@Suite("Examples beside the rules")
struct ExampleTests {
    @Test("An example comes out as it says", arguments: ExampleCase.all)
    func example(_ example: ExampleCase) {
        #expect(example.result.differences == [])
    }

    @Test("A rule has two examples of what it gives and one of what it does not", arguments: ExampledRule.all)
    func enough(_ rule: ExampledRule) {
        #expect(rule.positive >= 2)
        #expect(rule.negative >= 1)
    }

    // A set that does not load would leave nothing to run above.
    @Test func examplesAreFound() {
        #expect(!ExampledRule.all.isEmpty)
        #expect(ExampleCase.all.count >= 3 * ExampledRule.all.count)
    }

    /// The least share of removals that the examples notice. Raise it with every example; never lower it.
    static let leastNoticed: [ExtractorPieceKind: Double] = [
        .rule: 1, .slot: 0.99, .veto: 0.97, .phrase: 0.99, .form: 0.99,
    ]

    @Test("Examples notice what is missing", arguments: ExtractorPieceKind.allCases)
    func removals(_ kind: ExtractorPieceKind) throws {
        let removals = MutationRun(try Shared.guize.get().set).removals(of: [kind])
        let unnoticed = removals.filter { $0.outcome != .noticed }.map(\.name)
        let least = try #require(Self.leastNoticed[kind])
        #expect(
            Double(removals.count - unnoticed.count) >= least * Double(removals.count),
            "no example notices \(unnoticed)")
    }
}
