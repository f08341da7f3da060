import PolicyRules
import Testing

@testable import PolicyComparison

/// What must not be claimed: a wrong change is worse than a doubt that is listed.
@Suite struct ClaimTests {
    private func aid(
        _ mode: AssistanceMode, amount: String? = nil, rate: String? = nil, comparator: Comparison = .equal,
        category: String = "orphan", text: String = "孤儿"
    ) -> Rule {
        Rule(
            id: "a/\(category)", kind: .contributionAssistance, planYear: 2026,
            population: Population(category: category, text: text),
            amount: amount.map { Amount(value: $0, comparator: comparator, per: [.person, .year]) },
            rate: rate.map { RateValue(value: $0, base: .individualContribution, comparator: comparator) }, mode: mode,
            extractor: "test")
    }

    private var contribution: Rule {
        Rule(
            id: "c", kind: .individualContribution, planYear: 2026,
            amount: Amount(value: "400", per: [.person, .year]),
            extractor: "test")
    }

    private func changes(_ a: [Rule], _ b: [Rule]) -> [Change] {
        PolicyDiff(
            from: [makeBundle(a + [contribution])], to: [makeBundle(b + [contribution], region: "520000")],
            vocabulary: testVocabulary
        ).changes
    }

    private static let wholeAid: [(String, AssistanceMode, String?, String?, Comparison, Bool)] = [
        ("full against 100%", AssistanceMode.percentage, nil, "100", Comparison.equal, true),
        ("full against 400 of 400", .fixed, "400", nil, .equal, true),
        ("full against 100.00%", .percentage, nil, "100.00", .equal, true),
        ("full against 90%", .percentage, nil, "90", .equal, false),
        ("full against 240 of 400", .fixed, "240", nil, .equal, false),
        ("full against at least 400", .fixed, "400", nil, .atLeast, false),
    ]

    /// 全额资助, 100% of the contribution and a fixed amount that is the contribution say the same.
    @Test(arguments: wholeAid)
    func fullAidIsFullAid(
        _ name: String, _ mode: AssistanceMode, _ amount: String?, _ rate: String?, _ comparator: Comparison,
        _ isSame: Bool
    ) {
        let changes = changes([aid(.full)], [aid(mode, amount: amount, rate: rate, comparator: comparator)])
        #expect(changes.allSatisfy { $0.level == .info } == isSame, "\(name)")
        #expect(changes.allSatisfy { $0.insured == .unchanged } == isSame, "\(name)")
    }

    @Test func fullAidOfAHigherContributionCostsTheInsuredNothing() throws {
        let change = try #require(changes([aid(.full, amount: "380")], [aid(.full, amount: "400")]).first)
        #expect(change.insured == .unchanged)
        #expect(change.payer == .worse)
    }

    /// One group's words may stand in another's: 重度残疾人 of marginal families are not all of them.
    @Test func groupsThatTheVocabularyTellsApartAreNotOne() {
        let changes = changes(
            [aid(.full, category: "minimumLivingMarginalMinor", text: "未成年人")],
            [aid(.full, category: "student", text: "未成年人")])
        #expect(changes.map(\.type) == [.removed, .added] || changes.map(\.type) == [.added, .removed])
    }

    @Test func groupsInTheSameWordsAreOneWhereACodeIsNone() {
        let changes = changes(
            [aid(.full, category: "custom:两红人员", text: "两红人员")], [aid(.full, category: "student", text: "两红人员")])
        #expect(changes.map(\.type) == [.renamed])
    }

    // MARK: Documents

    private var wait: Rule {
        Rule(
            id: "w", kind: .waitingPeriod, planYear: 2026, population: Population(category: "lapsed", text: "断保人员"),
            effect: .imposed, duration: "P90D", extractor: "test")
    }

    private func left(to number: String) -> Rule {
        Rule(
            id: "d", kind: .delegation, planYear: 2026, topic: .waitingPeriod, to: .document, document: number,
            extractor: "test")
    }

    private func types(titled title: String?, numbered number: String?, cited: String?) -> [String] {
        var ruling = makeBundle([wait], number: number)
        ruling.document.title = title
        let evidence = Quotation(start: 0, end: 1, quote: "按")
        let leaving = makeBundle(
            [left(to: "甲医保发〔2024〕21号")],
            citations: [Citation(number: "甲医保发〔2024〕21号", title: cited, relation: .follows, evidence: evidence)])
        let diff = PolicyDiff(from: [ruling], to: [leaving], axis: .year, vocabulary: testVocabulary)
        return diff.changes.filter { $0.type == .delegated }.map { "\($0.level)\($0.isCarriedOn ? " carriedOn" : "")" }
    }

    private static let documents: [(String, String?, String?, String?, String)] = [
        ("its number", nil, "甲医保发〔2024〕21号", nil, "info carriedOn"),
        ("its title", "甲省完善参保长效机制若干举措政策要点", nil, "关于印发甲省完善参保长效机制若干举措的通知", "info carriedOn"),
        ("another title", "甲省完善门诊保障若干举措政策要点", nil, "关于印发甲省完善参保长效机制若干举措的通知", "major"),
        ("a title that any notice has", "关于印发实施细则的通知", nil, "实施细则", "major"),
        ("another number", nil, "甲医保发〔2024〕22号", nil, "major"),
    ]

    @Test(arguments: documents)
    func aMatterLeftToTheOtherSideIsNoChange(
        _ name: String, _ title: String?, _ number: String?, _ cited: String?, _ expected: String
    ) {
        #expect(types(titled: title, numbered: number, cited: cited) == [expected], "\(name)")
    }

    /// A standing document beside a yearly one: neither gains nor losses.
    @Test func documentsOfTwoKindsGiveNoGains() {
        let standing = makeBundle([contribution], year: nil)
        let yearly = makeBundle([contribution, aid(.full), wait])
        let diff = PolicyDiff(from: [standing], to: [yearly], axis: .year, vocabulary: testVocabulary)
        let added = diff.changes.filter { $0.type == .added }
        #expect(added.count == 2)
        #expect(added.allSatisfy { $0.level == .minor && $0.isTopicAbsent && $0.insured == .indeterminate })
    }

    // MARK: Labels

    private static let codes: [(FactField, [String])] = [
        (.mode, AssistanceMode.allCases.map(\.rawValue)), (.window, WindowType.allCases.map(\.rawValue)),
        (.effect, WaitingEffect.allCases.map(\.rawValue)), (.per, WaitingUnit.allCases.map(\.rawValue)),
        (.trigger, AdjustmentTrigger.allCases.map(\.rawValue)),
        (.direction, AdjustmentDirection.allCases.map(\.rawValue)),
        (.principle, PrecedencePrinciple.allCases.map(\.rawValue)), (.to, DelegationTarget.allCases.map(\.rawValue)),
        (.withinOf, AnchorEvent.allCases.map(\.rawValue)), (.topic, RuleKind.allCases.map(\.rawValue)),
    ]

    @Test(arguments: codes) func everyCodeHasAChineseLabel(_ field: FactField, _ codes: [String]) {
        for code in codes {
            let label = codeLabel(field, code, .init()).zh
            #expect(!label.utf8.allSatisfy { $0 < 0x80 }, "\(field.rawValue) \(code): \(label)")
        }
    }

    // MARK: Conformance

    private static let kinds: [(String, AssistanceMode, String?, String?, AssistanceMode, String?, String?, String)] = [
        ("no aid below aid", AssistanceMode.fixed, "150", nil, AssistanceMode.unaided, nil, nil, "broken different"),
        ("the same kind without a figure", .fixed, nil, nil, .fixed, "150", nil, "kept equal"),
        ("another kind without a figure", .fixed, nil, nil, .percentage, nil, "50", "undecided notComparable"),
        ("full aid above a floor in percent", .percentage, nil, "50", .full, nil, nil, "stricter aboveFloor"),
        ("full aid against an amount", .fixed, "150", nil, .full, nil, nil, "undecided notComparable"),
        ("less than the floor", .percentage, nil, "50", .percentage, nil, "40", "broken belowFloor"),
        ("full is full", .full, nil, nil, .full, nil, nil, "kept equal"),
        ("less than full", .full, nil, nil, .fixed, "150", nil, "broken different"),
    ]

    @Test(arguments: kinds)
    func kindsOfAid(
        _ name: String, _ upper: AssistanceMode, _ upperAmount: String?, _ upperRate: String?, _ lower: AssistanceMode,
        _ lowerAmount: String?, _ lowerRate: String?, _ expected: String
    ) {
        let conformance = Conformance(
            lower: [makeBundle([aid(lower, amount: lowerAmount, rate: lowerRate)], region: "220100")],
            upper: [makeBundle([aid(upper, amount: upperAmount, rate: upperRate, comparator: .atLeast)])])
        #expect(conformance.findings.map { "\($0.verdict) \($0.reason)" } == [expected], "\(name)")
    }
}
