import PolicyRules

/// What went wrong with one expected or one surplus rule.
struct Failure: Sendable {
    /// Failures of one shape are one fault: the wording, the kind, and the fields that differ.
    var shape: String
    var kind: RuleKind
    var sentence: String
    var expected: String
    var found: String
    var seed: UInt64
}

/// Counts of rules, and how they failed.
struct Score: Sendable {
    struct Count: Sendable {
        var found = 0
        var missed = 0
        var surplus = 0

        var precision: Double { found + surplus == 0 ? 1 : Double(found) / Double(found + surplus) }
        var recall: Double { found + missed == 0 ? 1 : Double(found) / Double(found + missed) }
        var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
    }

    var byKind: [RuleKind: Count] = [:]
    var byShape: [String: Count] = [:]
    /// By a trait of the clerk's manner: a fault of the layout shows here and not in one wording.
    var byTrait: [String: Count] = [:]
    var failures: [Failure] = []

    var total: Count {
        byKind.values.reduce(into: Count()) {
            $0.found += $1.found
            $0.missed += $1.missed
            $0.surplus += $1.surplus
        }
    }

    static func + (left: Score, right: Score) -> Score {
        func sum(_ left: Count, _ right: Count) -> Count {
            Count(
                found: left.found + right.found, missed: left.missed + right.missed,
                surplus: left.surplus + right.surplus)
        }
        return Score(
            byKind: left.byKind.merging(right.byKind, uniquingKeysWith: sum),
            byShape: left.byShape.merging(right.byShape, uniquingKeysWith: sum),
            byTrait: left.byTrait.merging(right.byTrait, uniquingKeysWith: sum),
            failures: left.failures + right.failures)
    }
}

/// Kinds that are not generated: what a generator leaves out of them says nothing.
private let unjudged: Set<RuleKind> = [
    .benefitCoverage, .paymentArrangement, .eligibility, .enrollmentPlace, .deductible, .reimbursementRate,
    .paymentCeiling,
    .paymentStandard,
]

/// Matches the rules of a bundle with what was written into the notice: a rule is found where it has the kind, agrees in
/// every expected field and stands on letters of its sentence.
func score(_ notice: GeneratedNotice, _ bundle: RuleBundle) -> Score {
    var score = Score()
    let rules = bundle.rules.filter { !unjudged.contains($0.kind) }
    let fields = rules.map(compactFields)
    var used = Set<Int>()
    /// Surplus rules that a missed one was compared with: they are counted, but not told twice.
    var told = Set<Int>()
    let expected = notice.statements.flatMap { placed in placed.statement.rules.map { (placed, $0) } }
    for (placed, answer) in expected.sorted(by: { !$0.1.isOptional && $1.1.isOptional }) {
        var match: Int?
        var nearest: (differences: [ComparedField], index: Int)?
        for (index, rule) in rules.enumerated() where rule.kind == answer.kind && stands(rule, on: placed.range) {
            let differences = differingFields(answer, fields[index])
            if differences.isEmpty {
                if match == nil || !used.contains(index) { match = index }
                if !used.contains(index) { break }
            } else if !used.contains(index), nearest.map({ differences.count < $0.differences.count }) ?? true {
                nearest = (differences, index)
            }
        }
        let shape = placed.statement.shape
        if let match {
            used.insert(match)
            if !answer.isOptional {
                score.byKind[answer.kind, default: Score.Count()].found += 1
                score.byShape[shape, default: Score.Count()].found += 1
            }
        } else if !answer.isOptional {
            score.byKind[answer.kind, default: Score.Count()].missed += 1
            score.byShape[shape, default: Score.Count()].missed += 1
            if let nearest { told.insert(nearest.index) }
            let reason = nearest.map { $0.differences.map(\.rawValue).joined(separator: ", ") } ?? "no rule"
            score.failures.append(
                Failure(
                    shape: "\(shape) \(answer.kind.rawValue): \(reason)", kind: answer.kind,
                    sentence: placed.statement.text,
                    expected: answer.description, found: nearest.map { compactText(fields[$0.index]) } ?? "–",
                    seed: notice.seed))
        }
    }
    for (index, rule) in rules.enumerated() where !used.contains(index) {
        let home = notice.statements.first { stands(rule, on: $0.range) }
        let shape = home?.statement.shape ?? "elsewhere"
        score.byKind[rule.kind, default: Score.Count()].surplus += 1
        score.byShape[shape, default: Score.Count()].surplus += 1
        if told.contains(index) { continue }
        score.failures.append(
            Failure(
                shape: "\(shape) \(rule.kind.rawValue): surplus", kind: rule.kind,
                sentence: home?.statement.text ?? rule.evidence.first?.quote ?? "", expected: "–",
                found: "\(compactText(fields[index])) by \(rule.extractor)", seed: notice.seed))
    }
    for trait in notice.style.traits { score.byTrait[trait] = score.total }
    return score
}

private func stands(_ rule: Rule, on range: Range<Int>) -> Bool {
    rule.evidence.contains { $0.start < range.upperBound && range.lowerBound < $0.end }
}
