import PolicyRules
import PolicyValues

/// The notice checked against itself: what does not add up becomes a diagnostic with both places and the arithmetic.
struct Checks {
    let rules: [Rule]

    func diagnostics() -> [Diagnostic] {
        totals() + ownPayments() + reversedPeriods() + contradictions()
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

    /// Whether a sum of parts, of which some may be bounds, cannot be the whole. Parts that are all at least so much
    /// make a sum that is; a whole that is at least so much may be more.
    private func contradicts(_ sum: ExactDecimal, of parts: [Rule], _ whole: ExactDecimal, of total: Rule) -> Bool {
        let bounds = Set((parts + [total]).compactMap { $0.amount?.comparator }.filter { $0 != .equal })
        guard sum != whole, let bound = bounds.first else { return sum != whole }
        // 不低于700元 + 400元 = 不低于1100元: with one bound on both sides the figures themselves must add up.
        let boundedParts = parts.contains { $0.amount?.comparator != .equal }
        if bounds.count == 1, boundedParts, total.amount?.comparator == bound { return true }
        guard bounds.count == 1, !boundedParts else { return false }
        switch bound {
        case .atLeast, .greater: return sum < whole
        case .atMost, .less: return whole < sum
        default: return false
        }
    }

    /// 筹资标准 = 财政补助 + 个人缴费, where all three are said for the same people and year.
    private func totals() -> [Diagnostic] {
        rules.filter { $0.kind == .financingStandard }.compactMap { total in
            guard
                let subsidy = rules.first(where: {
                    $0.kind == .governmentSubsidy && $0.payer == nil && scope($0) == scope(total)
                }),
                let contribution = rules.first(where: {
                    $0.kind == .individualContribution && $0.paidDuring == nil && $0.window != .sporadic
                        && scope($0) == scope(total)
                }),
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
        rules.filter { $0.kind == .contributionAssistance }.compactMap { aid in
            guard let population = aid.population,
                let own = rules.first(where: {
                    $0.kind == .individualContribution && $0.population?.category == population.category
                        && $0.tier?.rank == aid.tier?.rank && $0.paidDuring == nil && $0.planYear == aid.planYear
                }),
                let standard = rules.first(where: {
                    $0.kind == .individualContribution && $0.population == nil && $0.tier?.rank == aid.tier?.rank
                        && $0.paidDuring == nil && $0.planYear == aid.planYear && $0.amount?.comparator == .equal
                }),
                let given = value(aid), let paid = value(own), let whole = value(standard), given + paid != whole
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
                return diagnostic("period.reversed", .error, "the period ends on \(end), before it starts on \(start)", at: rule)
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
        var seen: [Key: Rule] = [:]
        var result: [Diagnostic] = []
        for rule in rules where rule.paidDuring == nil && rule.amount?.plus == nil {
            guard [.financingStandard, .governmentSubsidy, .individualContribution, .contributionAssistance].contains(rule.kind),
                let amount = rule.amount
            else { continue }
            let key = Key(kind: rule.kind, scope: scope(rule), window: rule.window, payer: rule.payer)
            if let first = seen[key], let other = first.amount, other.value != amount.value,
                other.comparator == amount.comparator
            {
                result.append(
                    diagnostic(
                        "value.conflict", .warning,
                        "\(rule.kind.rawValue) is \(other.value) in one place («\(first.evidence.first?.quote ?? "")») and \(amount.value) in another",
                        at: rule))
            } else {
                seen[key] = rule
            }
        }
        return result
    }

    private func diagnostic(
        _ code: String, _ severity: Diagnostic.Severity, _ message: String, at rule: Rule
    ) -> Diagnostic {
        Diagnostic(
            code: code, severity: severity, message: message,
            evidence: rule.evidence.first.map { Quotation(start: $0.start, end: $0.end, quote: $0.quote) })
    }
}
