import PolicyRules
import PolicyValues

/// The notice checked against itself: what does not add up becomes a diagnostic with both places and the arithmetic.
struct Checks {
    let rules: [Rule]

    func diagnostics() -> [Diagnostic] {
        totals() + ownPayments() + reversedPeriods() + contradictions() + groupsOfTheirOwn()
    }

    private struct Scope: Hashable {
        var population: String?
        var tier: Int?
        var planYear: Int?
    }

    private func scope(_ rule: Rule) -> Scope {
        Scope(population: rule.population?.category, tier: rule.tier?.rank, planYear: rule.planYear)
    }

    /// An amount that can be reckoned with: said as it is, without a sum still to come.
    private func value(_ rule: Rule) -> ExactDecimal? {
        rule.amount.flatMap { $0.plus == nil ? ExactDecimal($0.value) : nil }
    }

    /// Whether a sum of parts cannot be the whole, or is not said to be it. Where a part is only a bound (不低于700元), the
    /// whole must be one of the same kind to be compared with the figures' sum.
    private func contradicts(_ sum: ExactDecimal, of parts: [Rule], _ whole: ExactDecimal, of total: Rule) -> Bool {
        let bound = parts.compactMap(\.amount).map(\.comparator).first { $0 != .equal }
        if let bound { return bound == total.amount?.comparator && sum != whole }
        switch total.amount?.comparator {
        case .equal: return sum != whole
        case .atLeast, .more: return sum < whole
        case .atMost, .less: return whole < sum
        case .about, nil: return false
        }
    }

    /// The first of the rules for each group, tier and year that is one of those meant.
    private func firsts(where isMeant: (Rule) -> Bool) -> [Scope: Int] {
        var first: [Scope: Int] = [:]
        for index in rules.indices where isMeant(rules[index]) {
            let scope = scope(rules[index])
            if first[scope] == nil { first[scope] = index }
        }
        return first
    }

    /// 筹资标准 = 财政补助 + 个人缴费, where all three are said for the same people and year.
    private func totals() -> [Diagnostic] {
        guard rules.contains(where: { $0.kind == .financingStandard }) else { return [] }
        let subsidies = firsts { $0.kind == .governmentSubsidy && $0.payer == nil }
        let contributions = firsts {
            $0.kind == .individualContribution && $0.paidDuring == nil && $0.window != .sporadic
        }
        return rules.compactMap { total in
            guard total.kind == .financingStandard, let subsidy = subsidies[scope(total)].map({ rules[$0] }),
                let contribution = contributions[scope(total)].map({ rules[$0] }),
                let whole = value(total), let first = value(subsidy), let second = value(contribution),
                contradicts(first + second, of: [subsidy, contribution], whole, of: total)
            else { return nil }
            return diagnostic(
                "sum.financing", .warning,
                "财政补助 \(first) + 个人缴费 \(second) = \(first + second), but the 筹资标准 is \(whole)", at: total)
        }
    }

    /// 资助 + 个人缴纳 = 个人缴费标准, for each group and tier.
    private func ownPayments() -> [Diagnostic] {
        let owns = firsts { $0.kind == .individualContribution && $0.paidDuring == nil }
        if owns.isEmpty { return [] }
        let standards = firsts {
            $0.kind == .individualContribution && $0.population == nil && $0.paidDuring == nil
                && $0.amount?.comparator == .equal
        }
        return rules.compactMap { aid in
            guard aid.kind == .contributionAssistance, let population = aid.population,
                let own = owns[scope(aid)].map({ rules[$0] }),
                let standard = standards[Scope(tier: aid.tier?.rank, planYear: aid.planYear)].map({ rules[$0] }),
                let given = value(aid), let paid = value(own), let whole = value(standard),
                contradicts(given + paid, of: [aid, own], whole, of: standard)
            else { return nil }
            return diagnostic(
                "sum.assistance", .warning,
                "资助 \(given) + 个人缴纳 \(paid) = \(given + paid) for \(population.text), but the 个人缴费标准 is \(whole)",
                at: aid)
        }
    }

    private func reversedPeriods() -> [Diagnostic] {
        rules.flatMap { rule in
            [rule.period, rule.paidDuring].compactMap { period in
                guard let start = period?.start?.date, let end = period?.end?.date, end < start, !end.contains("X"),
                    !start.contains("X")
                else { return nil }
                return diagnostic(
                    "period.reversed", .error, "the period ends on \(end), before it starts on \(start)", at: rule)
            }
        }
    }

    /// The same amount said twice with different figures.
    private func contradictions() -> [Diagnostic] {
        struct Key: Hashable {
            var kind: RuleKind
            var scope: Scope
            var window: WindowType?
            var payer: Payer?
        }
        var seen: [Key: Int] = [:]
        var result: [Diagnostic] = []
        for (index, rule) in rules.enumerated() where rule.paidDuring == nil && rule.amount?.plus == nil {
            guard
                [.financingStandard, .governmentSubsidy, .individualContribution, .contributionAssistance].contains(
                    rule.kind),
                let amount = rule.amount
            else { continue }
            let key = Key(kind: rule.kind, scope: scope(rule), window: rule.window, payer: rule.payer)
            if let first = seen[key].map({ rules[$0] }), let other = first.amount, other.value != amount.value,
                other.comparator == amount.comparator
            {
                result.append(
                    diagnostic(
                        "value.conflict", .warning,
                        "\(rule.kind.rawValue) is \(other.value) in one place («\(first.evidence.first?.quote ?? "")») and \(amount.value) in another",
                        at: rule))
            } else {
                seen[key] = index
            }
        }
        return result
    }

    /// People that the vocabulary has no category for, each once: they are kept in their own words, and a reader may want
    /// to add them.
    private func groupsOfTheirOwn() -> [Diagnostic] {
        var seen: Set<String> = []
        return rules.compactMap { rule in
            guard let population = rule.population, population.category.hasPrefix("custom:"),
                seen.insert(population.category).inserted
            else { return nil }
            return diagnostic("population.custom", .note, "no category stands for «\(population.text)»", at: rule)
        }
    }

    private func diagnostic(
        _ code: String, _ severity: Diagnostic.Severity, _ message: String, at rule: Rule
    ) -> Diagnostic {
        Diagnostic(
            code: code, severity: severity, message: message,
            evidence: rule.evidence.first.map { Quotation(start: $0.start, end: $0.end, quote: $0.quote) })
    }
}
