package import ExtractorData
import NoticeModel
import PolicyRules

/// Whether an example beside a rule came out as it says.
package struct ExampleResult: Sendable {
    package var rule: String
    package var text: String
    package var place: ExtractorPlace
    /// What differs, one line each; empty where the example holds.
    package var differences: [String]

    package var holds: Bool { differences.isEmpty }
}

/// What `guize extractors list` says of a rule.
package struct RuleSummary: Sendable {
    package var id: String
    package var kind: String
    package var file: String
    package var line: Int
    package var examples: Int
    /// Those of the examples that give nothing.
    package var negative: Int
}

/// An example that is ready to run with one set or another.
struct PreparedExample: Sendable {
    let rule: RulePattern
    let example: RulePattern.Example
    let page: ExampleNotice

    init(_ example: RulePattern.Example, of rule: RulePattern) {
        self.rule = rule
        self.example = example
        page = ExampleNotice(example)
    }

    /// What differs, one line each; empty where the example holds.
    func differences(with set: ExtractorSet) -> [String] {
        let bundle = bundle(with: set)
        let rules = bundle.rules
        let comparison = ExampleComparison(rule: rule, places: page.places)
        let differences =
            comparison.differences(expected: example.gives, found: rules.filter { $0.extractor == rule.id })
            + citationDifferences(bundle.citations.map { "\($0.relation.rawValue) \($0.number ?? $0.title ?? "")" })
        guard example.gives.isEmpty else { return differences }
        // What must give nothing must give nothing by any rule, or by those that are named.
        let others = rules.filter { $0.extractor != rule.id }
        let missing = Set(example.elsewhere).subtracting(others.map(\.extractor)).sorted()
        return differences + missing.map { "missing a rule of \($0)" }
            + others.filter { !example.elsewhere.contains($0.extractor) }.map {
                "not expected \($0.extractor) {\(comparison.text(of: $0))}"
            }
    }

    private func citationDifferences(_ found: [String]) -> [String] {
        example.cites.filter { !found.contains($0) }.map { "missing the citation '\($0)'" }
            + found.filter { !example.cites.contains($0) }.map { "not expected the citation '\($0)'" }
    }

    func bundle(with set: ExtractorSet) -> RuleBundle {
        let source = SourceInfo(name: "example", mediaType: "text/plain", charset: nil, bytesDigest: "")
        return Extractor(set: set, version: "example").extract(page.notice, source: source).bundle
    }
}

extension ExtractorSet {
    package var summaries: [RuleSummary] {
        rules.map { rule in
            RuleSummary(
                id: rule.id, kind: rule.kind, file: rule.place.file, line: rule.place.line,
                examples: rule.examples.count, negative: rule.examples.count { $0.gives.isEmpty })
        }
    }

    /// Runs every example. The plan year of an example is 2026, its jurisdiction none.
    package func runExamples() -> [ExampleResult] {
        preparedExamples.map { prepared in
            ExampleResult(
                rule: prepared.rule.id, text: prepared.page.text, place: prepared.example.place,
                differences: prepared.differences(with: self))
        }
    }

    var preparedExamples: [PreparedExample] {
        rules.flatMap { rule in rule.examples.map { PreparedExample($0, of: rule) } }
    }
}
