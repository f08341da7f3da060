/// What two amounts must have in common to be added.
private struct SumScope: Hashable {
    var jurisdiction: String?
    var scheme: Scheme
    var planYear: Int?
    var tier: Int?

    init(_ rule: Rule) {
        jurisdiction = rule.jurisdiction?.code
        scheme = rule.scheme
        planYear = rule.planYear
        tier = rule.tier?.rank
    }
}

/// What people of one category pay and are given within a scope.
private struct Payments {
    var contributions: [(index: Int, rule: Rule)] = []
    var assistance: [(index: Int, rule: Rule)] = []
}

// MARK: Standard = subsidy + contribution

extension FindingCollector {
    /// The sums that the rules imply. A sum is checked only where each of its parts is stated once.
    mutating func checkSums(_ rules: [Rule]) {
        checkFinancing(rules)
        checkAssistance(rules)
    }

    /// 筹资标准 = 财政补助 + 个人缴费. A bound (不低于) counts as its number: notices add 不低于700元 and 400元 to 不低于1100元.
    private mutating func checkFinancing(_ rules: [Rule]) {
        var standards: [SumScope: Set<DecimalNumber>] = [:]
        var subsidies: [SumScope: Set<DecimalNumber>] = [:]
        var contributions: [SumScope: Set<DecimalNumber>] = [:]
        var places: [SumScope: Int] = [:]
        for (index, rule) in rules.enumerated() where rule.isForEveryone && rule.certainty != .conflicting {
            guard let value = rule.addend(comparators: [.equal, .atLeast]) else { continue }
            let scope = SumScope(rule)
            switch rule.kind {
            case .financingStandard:
                standards[scope, default: []].insert(value)
                places[scope] = index
            // With a payer it is one government's share.
            case .governmentSubsidy where rule.payer == nil: subsidies[scope, default: []].insert(value)
            case .individualContribution: contributions[scope, default: []].insert(value)
            default: break
            }
        }
        for (scope, index) in places.sorted(by: { $0.value < $1.value }) {
            guard let standard = standards[scope]?.only, let subsidy = subsidies[scope]?.only,
                let contribution = contributions[scope]?.only, let sum = subsidy + contribution, sum != standard
            else { continue }
            at("rules", String(index), "amount", "value") {
                $0.report(
                    .financingSum,
                    "the standard of \(standard) is not the subsidy of \(subsidy) and the contribution of \(contribution)",
                    severity: .warning)
            }
        }
    }
}

// MARK: Standard = aid + own payment

extension FindingCollector {
    private mutating func checkAssistance(_ rules: [Rule]) {
        var standards: [SumScope: Set<DecimalNumber>] = [:]
        var payments: [SumScope: [String: Payments]] = [:]
        for (index, rule) in rules.enumerated() where rule.certainty != .conflicting {
            let scope = SumScope(rule)
            switch rule.kind {
            case .individualContribution where rule.isForEveryone:
                if let value = rule.addend(comparators: [.equal]) { standards[scope, default: []].insert(value) }
            case .individualContribution:
                let category = rule.population?.category ?? ""
                payments[scope, default: [:]][category, default: Payments()].contributions.append((index, rule))
            case .contributionAssistance:
                let category = rule.population?.category ?? ""
                payments[scope, default: [:]][category, default: Payments()].assistance.append((index, rule))
            default: break
            }
        }
        var mismatches: [(index: Int, message: String)] = []
        for (scope, categories) in payments {
            guard let standard = standards[scope]?.only else { continue }
            for payments in categories.values {
                if let mismatch = payments.mismatch(standard: standard) { mismatches.append(mismatch) }
            }
        }
        for (index, message) in mismatches.sorted(by: { $0.index < $1.index }) {
            at("rules", String(index)) { $0.report(.assistanceSum, message, severity: .warning) }
        }
    }
}

extension Payments {
    /// Where one own payment and one aid are stated, they must make up the standard; several aids may each stand for
    /// other people of the category, or add up.
    fileprivate func mismatch(standard: DecimalNumber) -> (index: Int, message: String)? {
        guard let own = Set(contributions.compactMap { $0.rule.addend(comparators: [.equal]) }).only,
            contributions.count == 1, let first = assistance.first
        else { return nil }
        var aids: [DecimalNumber] = []
        for (_, rule) in assistance {
            guard let aid = rule.aid(standard: standard) else { return nil }
            aids.append(aid)
        }
        let total = aids.reduce(DecimalNumber("0")) { sum, aid in sum.flatMap { $0 + aid } }
        let sums = (aids + (total.map { [$0] } ?? [])).compactMap { $0 + own }
        guard !sums.isEmpty, !sums.contains(standard) else { return nil }
        let aidList = aids.map(\.description).joined(separator: " or ")
        return (first.index, "the standard of \(standard) is not the aid of \(aidList) and the own payment of \(own)")
    }
}

// MARK: Parts of a sum

extension Rule {
    /// Whether the rule is for everyone insured, or for the rest (普通人员), of whom the standard speaks.
    fileprivate var isForEveryone: Bool {
        population.map { $0.category == "general" && $0.qualifiers.isEmpty } ?? true
    }

    /// The amount, where it stands without conditions that make it one of several.
    fileprivate func addend(comparators: Set<Comparison>) -> DecimalNumber? {
        guard let amount, amount.plus == nil, comparators.contains(amount.comparator), conditions.isEmpty,
            paidDuring == nil, window == nil || window == .concentrated, amount.isPerPersonAndYear
        else { return nil }
        return DecimalNumber(amount.value)
    }

    /// What this aid pays of the standard.
    fileprivate func aid(standard: DecimalNumber) -> DecimalNumber? {
        guard conditions.isEmpty else { return nil }
        if amount != nil { return addend(comparators: [.equal]) }
        switch mode {
        case .full: return standard
        case .unaided: return DecimalNumber("0")
        case .percentage:
            guard let rate, rate.comparator == .equal, rate.base == .individualContribution else { return nil }
            return DecimalNumber(rate.value).flatMap { standard.percentage($0) }
        default: return nil
        }
    }
}

extension Amount {
    /// Amounts per month or visit are no parts of a year's sum. Units that are left out go without saying.
    fileprivate var isPerPersonAndYear: Bool { per.allSatisfy { $0 == .person || $0 == .year } }
}

extension Set {
    /// The element of a set of one.
    fileprivate var only: Element? { count == 1 ? first : nil }
}
