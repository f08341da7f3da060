import PolicyRules
import Testing

@testable import PolicyComparison

/// What holds for every pair of bundles.
@Suite struct DiffLawTests {
    private static let seeds = Array(UInt64(0)..<120)

    private func pair(_ seed: UInt64) -> (RuleBundle, RuleBundle) {
        var random = RandomBundleSource(seed: seed)
        let first = random.bundle(year: 2025)
        var second = random.bundle(year: random.pick([2025, 2026]), region: random.pick(["220000", "520000"]))
        // Half of the second side is the first side's, so that there is something to match.
        second.rules = Array(first.rules.prefix(random.below(12))) + second.rules.prefix(6)
        return (first, second)
    }

    private func diff(_ a: [RuleBundle], _ b: [RuleBundle], _ axis: ComparisonAxis? = nil) -> PolicyDiff {
        PolicyDiff(from: a, to: b, axis: axis, vocabulary: testVocabulary)
    }

    @Test(arguments: seeds) func aSideDoesNotDifferFromItself(_ seed: UInt64) {
        let (a, b) = pair(seed)
        #expect(diff([a], [a]).changes.isEmpty)
        #expect(diff([a, b], [a, b]).changes.isEmpty)
    }

    @Test(arguments: seeds) func exchangingTheSidesMirrorsTheChanges(_ seed: UInt64) {
        let (a, b) = pair(seed)
        let forward = diff([a], [b]).changes.map { Mirrored($0) }
        let backward = diff([b], [a]).changes.map { Mirrored(mirroring: $0) }
        #expect(Set(forward) == Set(backward))
        #expect(forward.count == backward.count)
    }

    @Test(arguments: seeds) func orderChangesNothing(_ seed: UInt64) {
        var random = RandomBundleSource(seed: seed &+ 1_000)
        let (a, b) = pair(seed)
        let c = random.bundle(year: 2025, region: "520000")
        func shuffled(_ bundle: RuleBundle) -> RuleBundle {
            var bundle = bundle
            bundle.rules = random.shuffled(bundle.rules)
            return bundle
        }
        let expected = diff([a, c], [b], .year)
        let found = diff([shuffled(c), shuffled(a)], [shuffled(b)], .year)
        #expect(found.changes.map(\.id) == expected.changes.map(\.id))
        #expect(found.changes.map(\.fingerprint) == expected.changes.map(\.fingerprint))
        #expect(found.changes.map(\.fields) == expected.changes.map(\.fields))
        #expect(found.remarks == expected.remarks)
    }

    @Test(arguments: seeds) func applyingTheChangesGivesTheOtherSide(_ seed: UInt64) {
        let (a, b) = pair(seed)
        for pair in diff([a], [b]).pairs {
            // A fact that both sides state alike carries the other side's year without a change.
            var year = pair.from.facts
            for index in year.indices { year[index].documentYear = b.document.planYear }
            let applied = FactDiff.applying(pair.diff.changes, to: pair.from.facts)
            let expected = pair.to.facts.map(\.canonical).sorted()
            func withoutYear(_ texts: [String]) -> [String] {
                texts.map { text in
                    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
                    return ([parts[0]] + parts.dropFirst(2)).joined(separator: "|")
                }.sorted()
            }
            #expect(withoutYear(applied) == withoutYear(expected))
        }
    }

    @Test(arguments: seeds) func wordingIsAtMostInfo(_ seed: UInt64) {
        let (a, _) = pair(seed)
        var reworded = a
        for index in reworded.rules.indices {
            reworded.rules[index].population?.text += "（户）"
            reworded.rules[index].tier?.text += "次"
            reworded.rules[index].period?.start?.text = "另一种写法"
            reworded.rules[index].evidence = []
            reworded.rules[index].id += "~9"
        }
        reworded.rules.reverse()
        #expect(diff([a], [reworded]).changes.allSatisfy { $0.level == .info })
    }

    @Test(arguments: seeds) func idsAreUnique(_ seed: UInt64) {
        let (a, b) = pair(seed)
        let ids = diff([a], [b]).changes.map(\.id)
        #expect(Set(ids).count == ids.count)
    }
}

/// A change less what has no direction, such as its id and the percentage of the first value.
private struct Mirrored: Hashable {
    var type: ChangeType
    var level: ChangeLevel
    var insured: ChangeDirection
    var payer: ChangeDirection
    var from: Set<String>
    var to: Set<String>
    var fields: [String]

    init(_ change: Change) {
        type = change.type
        level = change.level
        insured = change.insured
        payer = change.payer
        from = Set(change.from.map(\.canonical))
        to = Set(change.to.map(\.canonical))
        fields = change.fields.map { field in
            "\(field.field) \(field.type) \(field.level) \(field.insured) \(field.payer) "
                + "\(field.from?.canonical ?? "-") \(field.to?.canonical ?? "-") \(field.difference?.absolute ?? "")"
        }
    }

    init(mirroring change: Change) {
        var mirrored = change
        mirrored.type = change.type.mirror
        mirrored.insured = change.insured.mirror
        mirrored.payer = change.payer.mirror
        (mirrored.from, mirrored.to) = (change.to, change.from)
        for index in change.fields.indices {
            let field = change.fields[index]
            mirrored.fields[index].type = field.type.mirror
            mirrored.fields[index].insured = field.insured.mirror
            mirrored.fields[index].payer = field.payer.mirror
            (mirrored.fields[index].from, mirrored.fields[index].to) = (field.to, field.from)
            if let absolute = field.difference?.absolute {
                mirrored.fields[index].difference?.absolute =
                    absolute.hasPrefix("-") ? String(absolute.dropFirst()) : "-" + absolute
            }
        }
        self.init(mirrored)
    }
}
