import PolicyRules
import PolicyValues

extension NoticeCheck {
    /// 资助 + 个人缴纳 = 个人缴费标准, for each group and tier. Several aids for one group each stand for other people of it, or
    /// add up; either may make up the standard.
    static let assistanceSum = NoticeCheck { notice in
        let contributions = ScopedValues(notice.plainAmounts(.individualContribution), of: notice)
        var aids: [RuleScope: [Int]] = [:]
        for index in notice.rules(.contributionAssistance) {
            aids[RuleScope(notice.rules[index]), default: []].append(index)
        }
        var seen: Set<RuleScope> = []
        return notice.rules(.individualContribution).compactMap { index in
            let scope = RuleScope(notice.rules[index])
            guard scope.people != nil, seen.insert(scope).inserted,
                let standard = contributions.only(scope.widened(tier: true)), let whole = notice.value(standard),
                let said = notice.rules[standard].amount?.comparator,
                let own = notice.ownPayment(of: contributions.rules(scope), standard: whole),
                let paid = notice.value(own)
            else { return nil }
            // Aid that names no tier is aid for each; aid in full is that of the lowest one.
            let aid = aids[scope] ?? aids[scope.widened(people: true)] ?? []
            let isOtherTier = aids[scope] == nil && scope.tier ?? 1 > 1
            guard let first = aid.first, aid.allSatisfy(notice.isPlain),
                !(isOtherTier && aid.contains { notice.rules[$0].mode == .full && notice.rules[$0].amount == nil })
            else { return nil }
            let values = aid.compactMap { notice.aid($0, of: whole) }
            guard values.count == aid.count, let one = values.first else { return nil }
            // 所需个人缴费400元由财政全额支付: the standard, said for the group.
            if paid.isEqual(to: whole), values.contains(where: { $0.isEqual(to: whole) }) { return nil }
            let parts = (aid + [own]).map { notice.rules[$0].amount?.comparator ?? .equal }
            let total = values.dropFirst().reduce(one, +)
            guard
                (values + [total]).allSatisfy({ contradicts($0 + paid, of: parts, whole, said: said) })
            else { return nil }
            let terms = values.map(\.description).joined(separator: " or ")
            let sums = values.map { ($0 + paid).description }.joined(separator: " or ")
            let people = notice.rules[first].population?.text ?? ""
            return CheckFinding(
                code: .assistanceSum,
                message: "资助 \(terms) + 个人缴纳 \(paid) = \(sums) for \(people), but the 个人缴费标准 is \(whole)",
                place: notice.place(of: first, field: notice.rules[first].amount == nil ? "mode" : "amount"),
                related: [own, standard].compactMap { notice.place(of: $0) })
        }
    }

    /// 资助 cannot be more than there is to pay: than every contribution that is said of that year.
    static let assistanceExcess = NoticeCheck { notice in
        struct Year: Hashable {
            var scheme: Scheme
            var year: Int?
        }
        var highest: [Year: Int] = [:]
        var unknown: Set<Year> = []
        // What some groups pay is less than the standard; that must be known.
        var hasStandard: Set<Year> = []
        for index in notice.rules(.individualContribution) {
            let year = Year(scheme: notice.rules[index].scheme, year: notice.rules[index].planYear)
            guard let value = notice.value(index), notice.isPerPersonAndYear(index),
                notice.rules[index].amount?.comparator == .equal
            else {
                unknown.insert(year)
                continue
            }
            if notice.rules[index].population == nil { hasStandard.insert(year) }
            if let known = highest[year], let other = notice.value(known), value < other || value.isEqual(to: other) {
                continue
            }
            highest[year] = index
        }
        return notice.plainAmounts(.contributionAssistance, payer: true).compactMap { index in
            let rule = notice.rules[index]
            let year = Year(scheme: rule.scheme, year: rule.planYear)
            guard !unknown.contains(year), hasStandard.contains(year), let top = highest[year],
                let limit = notice.value(top),
                let aid = notice.value(index), limit < aid,
                rule.amount?.comparator == .equal || rule.amount?.comparator == .atLeast
            else { return nil }
            return CheckFinding(
                code: .assistanceExcess,
                message: "资助 \(aid) for \(rule.population?.text ?? "") is more than the 个人缴费 of \(limit)",
                place: notice.place(of: index), related: [notice.place(of: top)].compactMap { $0 })
        }
    }

    /// 按个人缴费标准的50%资助 and 资助200元 are one thing said twice where the same fund pays, or one sentence says both.
    static let rateAmount = NoticeCheck { notice in
        let contributions = ScopedValues(notice.plainAmounts(.individualContribution), of: notice)
        struct Key: Hashable {
            var scope: RuleScope
            /// Either is nil.
            var payer: Payer?
            var sentence: [Int]?
        }
        func keys(_ index: Int) -> [Key] {
            let (rule, draft) = (notice.rules[index], notice.drafts[index])
            return [
                Key(scope: RuleScope(rule), sentence: [draft.passage, draft.sentence]),
                Key(scope: RuleScope(rule), payer: rule.payer),
            ]
        }
        var amounts: [Key: Int] = [:]
        for index in notice.plainAmounts(.contributionAssistance, payer: true) {
            for key in keys(index) where amounts[key] == nil { amounts[key] = index }
        }
        return notice.rules(.contributionAssistance).compactMap { index in
            let rule = notice.rules[index]
            let scope = RuleScope(rule)
            guard rule.mode == .percentage, let rate = rule.rate, rate.comparator == .equal,
                rate.base == .individualContribution, notice.isPlain(index), let percent = ExactDecimal(rate.value),
                let standard = contributions.only(scope.widened(tier: true)), let whole = notice.value(standard),
                notice.rules[standard].amount?.comparator == .equal,
                let amount = rule.amount != nil ? index : keys(index).compactMap({ amounts[$0] }).first,
                let said = notice.value(amount), notice.rules[amount].amount?.comparator == .equal
            else { return nil }
            let share = notice.share(percent, of: whole)
            // 60% of 450 is 270; notices round what does not come out even.
            guard !share.isEqual(to: said), !notice.isRounded(share, said) else { return nil }
            return CheckFinding(
                code: .rateAmount,
                message: "\(rate.value)% × 个人缴费标准 \(whole) = \(share) for \(rule.population?.text ?? ""), "
                    + "but the amount is \(said)",
                place: notice.place(of: index, field: "rate"),
                related: [amount, standard].compactMap { notice.place(of: $0) })
        }
    }
}

extension CheckedNotice {
    /// The one own payment of a group. Tables say the standard beside it: of two values the other one.
    fileprivate func ownPayment(of rules: [Int], standard: ExactDecimal) -> Int? {
        var own: [Int] = []
        for index in rules {
            guard let value = value(index) else { return nil }
            if !own.contains(where: { self.value($0)?.isEqual(to: value) ?? false }) { own.append(index) }
            if own.count > 2 { return nil }
        }
        if own.count == 2 { own.removeAll { value($0)?.isEqual(to: standard) ?? false } }
        return own.count == 1 ? own.first : nil
    }

    /// What an aid pays of the standard.
    fileprivate func aid(_ index: Int, of standard: ExactDecimal) -> ExactDecimal? {
        let rule = rules[index]
        if rule.amount != nil { return isPerPersonAndYear(index) ? value(index) : nil }
        switch rule.mode {
        case .full: return standard
        case .unaided: return ExactDecimal(0)
        case .percentage:
            guard let rate = rule.rate, rate.comparator == .equal, rate.base == .individualContribution,
                let percent = ExactDecimal(rate.value)
            else { return nil }
            return share(percent, of: standard)
        default: return nil
        }
    }

    fileprivate func share(_ percent: ExactDecimal, of whole: ExactDecimal) -> ExactDecimal {
        var result = percent * whole
        result.scale += 2
        while result.scale > 0, result.units % 10 == 0 {
            result.units /= 10
            result.scale -= 1
        }
        return result
    }

    /// Whether a figure is the other one in whole yuan.
    fileprivate func isRounded(_ exact: ExactDecimal, _ said: ExactDecimal) -> Bool {
        let difference = exact < said ? said - exact : exact - said
        return difference < ExactDecimal(1)
    }
}
