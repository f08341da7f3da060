package import PolicyRules

/// Whether a lower notice keeps what an upper one sets.
package struct Conformance: Sendable {
    package enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// The lower notice contradicts the upper one.
        case broken
        /// Nobody can tell from the two texts.
        case undecided
        /// The lower notice keeps to the upper one and leaves less room.
        case stricter
        case kept
    }

    package enum Reason: String, Sendable, Hashable, CaseIterable {
        case equal, aboveFloor, belowFloor, belowCeiling, aboveCeiling, different
        case withinPeriod, outsidePeriod
        case shorter, longer, notComparable
        /// The lower notice says nothing; the upper one goes on to hold.
        case notStated
        /// The upper notice leaves the matter to the lower one, which rules it, or does not.
        case settled, open
        /// The lower notice leaves the matter to others.
        case delegated
        /// The rule of the lower notice is for a broader or a narrower group.
        case otherGroup
    }

    package struct Finding: Sendable {
        package var verdict: Verdict
        package var reason: Reason
        /// The field that decided; nil where a whole rule did.
        package var field: FactField?
        package var upper: Fact
        package var lower: [Fact]

        /// 16 hexadecimal digits of the rules and of what was found; the same in every run and on every machine.
        package var fingerprint: String {
            let parts = [verdict.rawValue, reason.rawValue, field?.rawValue ?? "", upper.canonical]
            return String(sha256Hex((parts + lower.map(\.canonical)).joined(separator: "\n").utf8).prefix(16))
        }
    }

    package private(set) var findings: [Finding] = []
    package let upper: FactBase
    package let lower: FactBase

    private let vocabulary: ComparisonVocabulary

    package init(lower: [RuleBundle], upper: [RuleBundle], vocabulary: ComparisonVocabulary = .init()) {
        self.lower = FactBase(lower)
        self.upper = FactBase(upper)
        self.vocabulary = vocabulary
        let order = FactOrder(vocabulary)
        let byKey = Dictionary(grouping: self.lower.facts) { Self.base($0.key) }
        let facts = self.upper.facts.map { (order.key($0.key), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        for fact in facts { findings += self.findings(fact, byKey) }
    }

    package func count(_ verdict: Verdict) -> Int { findings.count { $0.verdict == verdict } }

    /// A lower notice may rule by tiers what the upper one rules once: each tier is held to it.
    private static func base(_ key: FactKey) -> FactKey {
        var key = key
        key.tier = nil
        key.region = nil
        return key
    }

    private func findings(_ fact: Fact, _ byKey: [FactKey: [Fact]]) -> [Finding] {
        func finding(_ verdict: Verdict, _ reason: Reason, _ lower: [Fact] = []) -> [Finding] {
            [Finding(verdict: verdict, reason: reason, field: nil, upper: fact, lower: lower)]
        }
        if fact.key.kind == .delegation {
            guard fact[.to] == .code(DelegationTarget.local.rawValue) else { return [] }
            let settled = lower.facts.filter { $0.key.kind != .delegation && fact.delegates($0.key, vocabulary) }
            return settled.isEmpty ? finding(.undecided, .open) : finding(.kept, .settled, settled)
        }
        let candidates = (byKey[Self.base(fact.key)] ?? []).filter {
            (fact.key.tier == nil || $0.key.tier == nil || $0.key.tier == fact.key.tier) && fact.isCompatible(with: $0)
        }
        if candidates.isEmpty {
            let delegations = lower.delegations(of: fact.key, vocabulary: vocabulary)
            if !delegations.isEmpty { return finding(.undecided, .delegated, delegations) }
            let others = otherGroups(fact)
            return others.isEmpty ? finding(.undecided, .notStated) : finding(.undecided, .otherGroup, others)
        }
        return candidates.flatMap { compare(fact, $0) }
    }

    private func otherGroups(_ fact: Fact) -> [Fact] {
        guard let population = fact.key.population else { return [] }
        return lower.facts.filter { other in
            var key = other.key
            key.population = fact.key.population
            guard let code = other.key.population, Self.base(key) == Self.base(fact.key) else { return false }
            return vocabulary.isBroader(code, than: population) || vocabulary.isBroader(population, than: code)
        }
    }

    // MARK: Fields

    private func compare(_ upper: Fact, _ lower: Fact) -> [Finding] {
        var results: [(FactField?, Verdict, Reason)] = []
        if let result = figures(upper, lower) { results.append((result.0, result.1, result.2)) }
        if let result = period(upper, lower) { results.append((.periodStart, result.0, result.1)) }
        for field in [FactField.duration, .within] {
            if let result = duration(upper, lower, field) { results.append((field, result.0, result.1)) }
        }
        for field in [FactField.effect, .payer, .principle, .trigger, .direction, .afterYears, .priorYears] {
            guard let a = upper[field], let b = lower[field] else { continue }
            results.append((field, a == b ? .kept : .broken, a == b ? .equal : .different))
        }
        if results.isEmpty { results = [(nil, .undecided, .notComparable)] }
        // One finding a rule: the worst field decides.
        let order: [Verdict] = [.broken, .undecided, .stricter, .kept]
        guard let worst = order.first(where: { verdict in results.contains { $0.1 == verdict } }),
            let result = results.first(where: { $0.1 == worst })
        else { return [] }
        return [Finding(verdict: result.1, reason: result.2, field: result.0, upper: upper, lower: [lower])]
    }

    private func figures(_ upper: Fact, _ lower: Fact) -> (FactField, Verdict, Reason)? {
        let (full, unaided) = (
            FactValue.code(AssistanceMode.full.rawValue), FactValue.code(AssistanceMode.unaided.rawValue)
        )
        let modes = (upper[.mode], lower[.mode])
        if modes.0 == full || modes.0 == unaided {
            return modes.1 == modes.0 ? (.mode, .kept, .equal) : (.mode, .broken, .different)
        }
        if modes.0 != nil, modes.1 == unaided { return (.mode, .broken, .different) }
        guard let a = upper.figure else { return modes.0 != nil && modes.0 == modes.1 ? (.mode, .kept, .equal) : nil }
        let field: FactField = upper[.amount] == nil ? .rate : .amount
        let isOfContribution = upper[.rateBase] == .code(RateBase.individualContribution.rawValue)
        if lower.figure == nil, modes.1 == full, isOfContribution, let whole = DecimalNumber("100"),
            upper[.rateBound] == .code(Comparison.atLeast.rawValue)
        {
            // Full aid is all of the contribution.
            return a.value == whole ? (.mode, .kept, .equal) : (.mode, .stricter, .aboveFloor)
        }
        guard let b = lower.figure else { return (field, .undecided, .notComparable) }
        guard (upper[.amount] == nil) == (lower[.amount] == nil), upper[.rateBase] == lower[.rateBase] else {
            return (field, .undecided, .notComparable)
        }
        let bounds = [upper, lower].map { fact -> String in
            if case .code(let code)? = fact[field == .amount ? .amountBound : .rateBound] { code } else { "=" }
        }
        let (p, q) = (a.value, b.value)
        switch (bounds[0], bounds[1]) {
        case (">=", "="), (">=", ">="), (">=", ">"), (">", ">"):
            return q < p
                ? (field, .broken, .belowFloor) : q == p ? (field, .kept, .equal) : (field, .stricter, .aboveFloor)
        case ("<=", "="), ("<=", "<="), ("<=", "<"), ("<", "<"):
            return q > p
                ? (field, .broken, .aboveCeiling) : q == p ? (field, .kept, .equal) : (field, .stricter, .belowCeiling)
        case (">", "="): return q > p ? (field, .stricter, .aboveFloor) : (field, .broken, .belowFloor)
        case ("<", "="): return q < p ? (field, .stricter, .belowCeiling) : (field, .broken, .aboveCeiling)
        case ("=", "="): return p == q ? (field, .kept, .equal) : (field, .broken, .different)
        // A bound below an exact figure leaves the figure open.
        case ("=", ">="): return q > p ? (field, .broken, .different) : (field, .undecided, .notComparable)
        case ("=", "<="): return q < p ? (field, .broken, .different) : (field, .undecided, .notComparable)
        default: return (field, .undecided, .notComparable)
        }
    }

    private func period(_ upper: Fact, _ lower: Fact) -> (Verdict, Reason)? {
        guard upper[.periodStart] != nil || upper[.periodEnd] != nil else { return nil }
        func day(_ fact: Fact, _ field: FactField) -> Day? {
            if case .day(let point)? = fact[field] { point.date.flatMap { Day($0) } } else { nil }
        }
        let ends = [FactField.periodStart, .periodEnd].map { (upper[$0], lower[$0]) }
        if ends.allSatisfy({ $0.0 == $0.1 }) { return (.kept, .equal) }
        let (start, end) = (day(upper, .periodStart), day(upper, .periodEnd))
        let (lowerStart, lowerEnd) = (day(lower, .periodStart), day(lower, .periodEnd))
        if let start, let lowerStart, lowerStart < start { return (.broken, .outsidePeriod) }
        if let end, let lowerEnd, lowerEnd > end { return (.broken, .outsidePeriod) }
        let isStartKnown =
            upper[.periodStart] == nil || upper[.periodStart] == lower[.periodStart]
            || (start != nil && lowerStart != nil)
        let isEndKnown =
            upper[.periodEnd] == nil || upper[.periodEnd] == lower[.periodEnd] || (end != nil && lowerEnd != nil)
        return isStartKnown && isEndKnown ? (.stricter, .withinPeriod) : (.undecided, .notComparable)
    }

    private func duration(_ upper: Fact, _ lower: Fact, _ field: FactField) -> (Verdict, Reason)? {
        guard case .duration(let a)? = upper[field], case .duration(let b)? = lower[field] else { return nil }
        guard let p = DurationRange(a), let q = DurationRange(b), let order = q.order(to: p) else {
            return (.undecided, .notComparable)
        }
        if order == 0 { return (.kept, .equal) }
        let isFloor = upper[.effect] == .code(WaitingEffect.floor.rawValue)
        if isFloor, order > 0 { return (.stricter, .longer) }
        return (.broken, order < 0 ? .shorter : .longer)
    }
}
