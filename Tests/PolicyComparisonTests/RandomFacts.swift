import PolicyRules

@testable import PolicyComparison

/// Bundles from a seed with few codes and figures, so that keys meet, values differ and statements repeat.
struct RandomBundleSource {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    mutating func maybe<Value>(_ values: [Value]) -> Value? { below(2) == 0 ? nil : pick(values) }

    mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
        var values = values
        for index in values.indices.dropFirst() { values.swapAt(index, below(index + 1)) }
        return values
    }

    mutating func day() -> TimePointValue {
        if below(4) == 0 {
            return TimePointValue(anchor: pick([.payment, .issued]), offset: maybe(["P1D", "P3M", "P90D"]))
        }
        return TimePointValue(
            date: pick([
                "2025-11-01", "2025-10-XX", "2025-12-31", "2026-01-01", "2026-02-28", "2024-02-29", "2026-12-31",
            ]))
    }

    mutating func rule(_ index: Int, year: Int) -> Rule {
        let kind = pick([
            RuleKind.individualContribution, .contributionAssistance, .enrollmentWindow, .waitingPeriod,
            .governmentSubsidy,
            .benefitPeriod, .delegation, .ceilingAdjustment, .benefitCoverage,
        ])
        var rule = Rule(id: "\(year)/rule-\(index)", kind: kind, planYear: year, extractor: "test")
        let category = maybe([
            "orphan", "minimumLivingAllowance", "minimumLivingMarginal", "minimumLivingMarginalMinor", "student",
        ])
        rule.population = category.map { Population(category: $0, text: pick([$0, $0 + "人员"])) }
        let amount = Amount(
            value: pick(["0", "150", "250.0", "400", "0.5"]), comparator: pick([.equal, .atLeast, .atMost]),
            per: pick([[], [.person], [.person, .year]]))
        switch kind {
        case .individualContribution:
            rule.amount = amount
            rule.tier = maybe([Tier(rank: 1, text: "一档"), Tier(rank: 2, text: "二档")])
            rule.window = maybe([.concentrated, .sporadic])
            if below(3) == 0 { rule.paidDuring = PeriodValue(start: day(), end: day()) }
        case .contributionAssistance:
            rule.mode = pick([.full, .fixed, .percentage, .unaided])
            if rule.mode == .percentage {
                rule.rate = RateValue(value: pick(["30", "50"]), base: .individualContribution)
            }
            if rule.mode == .fixed { rule.amount = amount }
            rule.payer = maybe([.medicalAssistanceFund, .countyFinance])
        case .enrollmentWindow:
            rule.window = pick([.concentrated, .dynamic])
            rule.period = PeriodValue(start: day(), end: day())
            rule.monthDays = maybe([1...25, 1...28])
        case .waitingPeriod:
            rule.effect = pick(WaitingEffect.allCases)
            rule.duration = maybe(["P90D", "P3M", "P1M", "P30D", "P1Y"])
        case .governmentSubsidy:
            rule.amount = amount
            rule.payer = maybe([.centralFinance, .provincialFinance])
        case .benefitPeriod:
            rule.period = PeriodValue(start: day())
            if below(2) == 0 { rule.paidDuring = PeriodValue(start: day(), end: day()) }
        case .delegation:
            rule.topic = pick([.contributionAssistance, .waitingPeriod, .individualContribution])
            rule.to = pick([.local, .document])
        case .ceilingAdjustment:
            rule.amount = amount
            rule.trigger = pick(AdjustmentTrigger.allCases)
            rule.direction = pick(AdjustmentDirection.allCases)
        default: rule.text = pick(["按规定支付", "50天免息期", "30天免息期"])
        }
        rule.certainty = pick([.stated, .stated, .stated, .ambiguous])
        rule.evidence = [Evidence(start: index, end: index + 1, quote: "第", supports: ["kind"])]
        return rule
    }

    mutating func bundle(year: Int, region: String = "220000", rules count: Int = 12) -> RuleBundle {
        var rules: [Rule] = []
        for index in 0..<count { rules.append(rule(index, year: year)) }
        return makeBundle(rules, year: year, region: region)
    }
}

func makeBundle(
    _ rules: [Rule], year: Int? = 2026, region: String = "220000", number: String? = nil, citations: [Citation] = []
) -> RuleBundle {
    let name = "\(region)-\(year.map(String.init) ?? "standing").txt"
    return RuleBundle(
        generator: Generator(name: "guize", version: "0", extractorsDigest: ""),
        document: DocumentInfo(
            id: "sha256:" + name, name: name, mediaType: "text/plain", textDigest: "", number: number,
            jurisdiction: Jurisdiction(code: region, name: region, level: .province), planYear: year),
        citations: citations, rules: rules)
}

let testVocabulary = ComparisonVocabulary(
    labels: ["orphan": .init(zh: "孤儿", en: "orphans"), "minimumLivingAllowance": .init(zh: "低保对象", en: "recipients")],
    broader: [
        "minimumLivingMarginalMinor": "minimumLivingMarginal", "minimumLivingMarginalElderly": "minimumLivingMarginal",
    ],
    order: ["student", "orphan", "minimumLivingAllowance", "minimumLivingMarginal", "minimumLivingMarginalMinor"])
