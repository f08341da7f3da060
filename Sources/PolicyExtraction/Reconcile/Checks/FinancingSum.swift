import PolicyRules
import PolicyValues

extension NoticeCheck {
    /// 筹资标准 = 财政补助 + 个人缴费, for each group, tier and year. 财政补助 is mostly the same for all groups and tiers, and
    /// then said once.
    static let financingSum = NoticeCheck { notice in
        let totals = ScopedValues(notice.plainAmounts(.financingStandard), of: notice)
        let subsidies = ScopedValues(notice.plainAmounts(.governmentSubsidy), of: notice)
        let contributions = ScopedValues(notice.plainAmounts(.individualContribution), of: notice)
        var seen: Set<RuleScope> = []
        return notice.rules(.financingStandard).compactMap { index in
            let scope = RuleScope(notice.rules[index])
            guard seen.insert(scope).inserted, let total = totals.only(scope), let own = contributions.only(scope),
                // A subsidy of some groups or tiers leaves open what the others get.
                let subsidy = subsidies.only(scope)
                    ?? (subsidies.rules(scope).isEmpty ? subsidies.only(scope.widened()) : nil),
                let whole = notice.value(total), let first = notice.value(subsidy), let second = notice.value(own),
                let said = notice.rules[total].amount?.comparator,
                contradicts(
                    first + second, of: [subsidy, own].compactMap { notice.rules[$0].amount?.comparator }, whole,
                    said: said)
            else { return nil }
            return CheckFinding(
                code: .financingSum,
                message: "财政补助 \(first) + 个人缴费 \(second) = \(first + second), but the 筹资标准 is \(whole)",
                place: notice.place(of: total), related: [subsidy, own].compactMap { notice.place(of: $0) })
        }
    }
}
