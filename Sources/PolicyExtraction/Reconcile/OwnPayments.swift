import PolicyRules
import PolicyValues

/// 个人缴纳 that the notice leaves to be reckoned: 个人缴费标准 less a fixed 资助.
///
/// Only where one standard holds for everyone in that tier and year, one aid of a fixed amount is said for the group, and
/// nothing at all is said of what the group pays. The rule is `inferred`, its amount derived from the two rules that
/// `origins` names, and it stands on the letters of both.
struct OwnPayments {
    let notice: CheckedNotice

    /// A payment and the indices of the rules that it is reckoned from.
    struct Derived {
        var rule: Rule
        var standard: Int
        var aid: Int
    }

    func derived() -> [Derived] {
        let standards = ScopedValues(
            notice.plainAmounts(.individualContribution).filter { RuleScope(notice.rules[$0]).people == nil },
            of: notice)
        struct Group: Hashable {
            var category: String?
            var year: Int?
        }
        func group(_ index: Int) -> Group {
            Group(category: notice.rules[index].population?.category, year: notice.rules[index].planYear)
        }
        // Where some groups pay a standard of their own, that for everyone may not be theirs.
        let paying = Set(notice.rules(.individualContribution).map(group))
        var aids: [RuleScope: [Int]] = [:]
        for index in notice.rules(.contributionAssistance) {
            aids[RuleScope(notice.rules[index]), default: []].append(index)
        }
        return notice.plainAmounts(.contributionAssistance, payer: true).compactMap { aid in
            let rule = notice.rules[aid]
            let scope = RuleScope(rule)
            guard rule.mode == .fixed, let population = rule.population, rule.certainty != .conflicting,
                rule.certainty != .ambiguous, rule.amount?.comparator == .equal, aids[scope]?.count == 1,
                scope.tier == nil || aids[scope.widened(people: true)] == nil, !paying.contains(group(aid)),
                let standard = standards.only(scope.widened(tier: true)),
                let amount = notice.rules[standard].amount, amount.comparator == .equal,
                notice.rules[standard].certainty != .conflicting,
                let whole = notice.value(standard), let given = notice.value(aid), !(whole < given)
            else { return nil }
            var result = Rule(
                id: "", kind: .individualContribution, scheme: rule.scheme, jurisdiction: rule.jurisdiction,
                planYear: rule.planYear, population: population, tier: rule.tier,
                amount: Amount(value: (whole - given).description, comparator: .equal, per: amount.per),
                certainty: .inferred, extractor: "derived.ownPayment")
            result.origins = rule.origins.filter { result.scopeFields.contains($0.key) }
            let own = rule.evidence.map { evidence in
                var evidence = evidence
                evidence.supports.removeAll { !["kind", "population", "tier", "amount"].contains($0) }
                return evidence
            }
            let other = notice.rules[standard].evidence.filter { $0.supports.contains("amount") }.map { evidence in
                var evidence = evidence
                evidence.supports = ["amount"]
                return evidence
            }
            result.evidence = (own + other).filter { !$0.supports.isEmpty }
            return Derived(rule: result, standard: standard, aid: aid)
        }
    }

    /// The named rules with each derived payment behind the aid that it comes from.
    static func insert(_ derived: [Derived], into rules: [Rule]) -> [Rule] {
        var result: [Rule] = []
        var byAid: [Int: Derived] = [:]
        for item in derived { byAid[item.aid] = item }
        for (index, rule) in rules.enumerated() {
            result.append(rule)
            guard let item = byAid[index] else { continue }
            var payment = item.rule
            let (whole, given) = (rules[item.standard].amount?.value ?? "", rule.amount?.value ?? "")
            let from = "\(rules[item.standard].id) less \(rule.id)"
            payment.origins["kind"] = Origin(how: .derived, by: from)
            payment.origins["amount"] = Origin(how: .derived, by: "\(whole) − \(given): \(from)")
            result.append(payment)
        }
        nameRules(&result)
        return result
    }
}
