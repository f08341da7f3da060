package import PolicyRules

/// The facts of one side of a comparison, or of one column of a matrix.
package struct FactBase: Sendable {
    /// The bundles, less their rules.
    package private(set) var documents: [DocumentInfo] = []
    /// Facts that differ in more than wording, those of one key by the time that they hold for.
    package private(set) var facts: [Fact] = []
    private let delegations: [Fact]
    /// The places of the facts of each key, in order.
    private let places: [FactKey: [Int]]
    /// The kinds of all facts.
    package let topics: Set<RuleKind>
    /// The keys of facts with a tier, less the tier.
    package let tieredKeys: Set<FactKey>
    /// The keys of facts without one.
    package let tierlessKeys: Set<FactKey>
    /// The kinds and schemes that this side rules for everyone.
    private let settled: Set<FactKey>
    /// The numbers of documents that this side repeals.
    package private(set) var repealed: Set<String> = []

    /// By number, the titles of documents that this side cites.
    private var citedTitles: [String: String] = [:]
    /// Whether a document is about one year, and not in force until it is repealed.
    let hasYear: Bool

    /// The order of the bundles changes nothing.
    package init(_ bundles: [RuleBundle]) {
        let bundles = bundles.sorted { a, b in
            (a.document.name, a.document.id) < (b.document.name, b.document.id)
        }
        documents = bundles.map(\.document)
        hasYear = documents.contains { $0.planYear != nil }
        var distinct: [FactSubstance: Fact] = [:]
        for (index, bundle) in bundles.enumerated() {
            for rule in bundle.rules {
                var fact = Fact(rule, in: bundle.document, at: index)
                let substance = FactSubstance(fact)
                if let other = distinct[substance] {
                    // One statement in two wordings is one fact: that of the wording that comes first.
                    let sources = other.sources + fact.sources
                    if other.canonical <= fact.canonical { fact = other }
                    fact.sources = sources
                }
                distinct[substance] = fact
            }
            for citation in bundle.citations {
                guard let number = citation.number else { continue }
                if citation.relation == .repeals { repealed.insert(number) }
                if let title = citation.title { citedTitles[number] = citedTitles[number] ?? title }
            }
        }
        var all = distinct.values.map { (FactRank($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        var places: [FactKey: [Int]] = [:]
        for place in all.indices {
            all[place].place = place
            all[place].sources.sort { ($0.document, $0.rule.id) < ($1.document, $1.rule.id) }
            places[all[place].key, default: []].append(place)
        }
        for place in all.indices where all[place].key.kind == .contributionAssistance {
            let key = all[place].key
            // More than one figure leaves open which of them is meant.
            let contribution = places[key.ofContribution].flatMap { $0.count == 1 ? $0.first : nil }
            let isWhole = all[place].fields.isWholeAid(of: contribution.map { all[$0].fields } ?? [:])
            all[place].isWhole = isWhole
        }
        self.places = places
        facts = all
        delegations = all.filter { $0.key.kind == .delegation }
        topics = Set(places.keys.map(\.kind))
        tierlessKeys = Set(places.keys.filter { $0.tier == nil })
        tieredKeys = Set(places.keys.filter { $0.tier != nil }.map(\.withoutTier))
        settled = Set(places.keys.filter { $0.population == nil }.map(\.topic))
    }

    /// What facts rule.
    package var keys: Dictionary<FactKey, [Int]>.Keys { places.keys }

    /// The facts on a key, in order.
    package func facts(on key: FactKey) -> [Fact] { (places[key] ?? []).map { facts[$0] } }

    /// Whether this side repeals a document that a fact of the other side stands in.
    package func repeals(_ fact: Fact, of other: FactBase) -> Bool {
        fact.sources.contains { source in other.documents[source.document].number.map(repealed.contains) ?? false }
    }

    /// Whether every statement that leaves a matter to a document names one of the other side's: what is left to it, it rules.
    func leaves(_ delegations: [Fact], to other: FactBase) -> Bool {
        !delegations.isEmpty
            && delegations.allSatisfy { fact in
                guard case .code(let number)? = fact[.document] else { return false }
                let title = citedTitles[number].flatMap(DocumentTitle.init)
                return other.documents.contains { document in
                    document.number == number || (title != nil && document.title.flatMap(DocumentTitle.init) == title)
                }
            }
    }

    /// The statements that leave a matter to others, by the kind that they leave.
    ///
    /// Where a side rules a matter for everyone and leaves it to others too, it leaves them a part that no field holds:
    /// such a delegation settles nothing for a group of its own.
    package func delegations(of key: FactKey, vocabulary: ComparisonVocabulary) -> [Fact] {
        delegations.filter {
            $0.delegates(key, vocabulary) && ($0.key.population != nil || !settled.contains(key.topic))
        }
    }
}

/// What a fact says, without what groups and tiers are called.
private struct FactSubstance: Hashable {
    let key: FactKey
    let year: Int?
    let fields: [FactField: FactValue]

    init(_ fact: Fact) {
        key = fact.key
        year = fact.documentYear
        var fields = fact.fields
        fields[.populationText] = nil
        fields[.tierText] = nil
        self.fields = fields
    }
}

/// A total order: by key, then by dates, events before dates, then by everything else.
private struct FactRank: Comparable {
    let texts: [String]
    let fact: Fact

    init(_ fact: Fact) {
        texts = [fact.key.path] + fact.orderingDates
        self.fact = fact
    }

    static func == (a: FactRank, b: FactRank) -> Bool { a.texts == b.texts && a.fact.canonical == b.fact.canonical }

    static func < (a: FactRank, b: FactRank) -> Bool {
        if a.texts != b.texts { return a.texts.lexicographicallyPrecedes(b.texts) }
        return a.fact.canonical < b.fact.canonical
    }
}

extension Fact {
    /// The dates that facts of one key are sorted by.
    var orderingDates: [String] {
        [FactField.paidDuringStart, .paidDuringEnd, .periodStart, .periodEnd].map { field in
            if case .day(let point)? = fields[field] { point.date ?? "" } else { "" }
        }
    }

    /// Whether the fact leaves the matter of a key to others: its kind, for its people or for all.
    package func delegates(_ other: FactKey, _ vocabulary: ComparisonVocabulary) -> Bool {
        guard key.kind == .delegation, key.aspect == other.kind.rawValue, key.scheme == other.scheme else {
            return false
        }
        guard let population = key.population else { return true }
        return other.population.map { $0 == population || vocabulary.isBroader(population, than: $0) } ?? false
    }

    init(_ rule: Rule, in document: DocumentInfo, at index: Int) {
        key = FactKey(rule, in: document)
        fields = FactField.values(of: rule)
        documentYear = document.planYear
        documentRegion = document.jurisdiction
        sources = [FactSource(document: index, rule: rule)]
    }
}

extension [FactField: FactValue] {
    /// - Parameter contribution: What everyone pays; empty where that is not stated.
    fileprivate func isWholeAid(of contribution: [FactField: FactValue]) -> Bool {
        switch self[.mode] {
        case .code(AssistanceMode.full.rawValue)?: return true
        case .code(AssistanceMode.percentage.rawValue)?:
            return self[.rate] == .rate("100") && self[.rateBase] == .code(RateBase.individualContribution.rawValue)
                && self[.rateBound] == .code(Comparison.equal.rawValue)
        case .code(AssistanceMode.fixed.rawValue)?:
            // Units are often left out of one of the two: 400元 of 400元/人·年.
            guard case .amount(let aid)? = self[.amount], case .amount(let whole)? = contribution[.amount] else {
                return false
            }
            return aid.value == whole.value && aid.currency == whole.currency && aid.plus == whole.plus
                && self[.amountBound] == .code(Comparison.equal.rawValue)
                && self[.amountBound] == contribution[.amountBound]
        default: return false
        }
    }
}

extension FactKey {
    /// The key of what everyone pays in the same tier and year.
    fileprivate var ofContribution: FactKey {
        FactKey(
            kind: .individualContribution, scheme: scheme, population: nil, tier: tier, aspect: "",
            yearOffset: yearOffset,
            region: region)
    }

    package var withoutTier: FactKey {
        var key = self
        key.tier = nil
        return key
    }

    /// The kind and the scheme alone.
    package var topic: FactKey {
        FactKey(kind: kind, scheme: scheme, population: nil, tier: nil, aspect: "", yearOffset: 0, region: nil)
    }

    init(_ rule: Rule, in document: DocumentInfo) {
        kind = rule.kind
        scheme = rule.scheme
        population = rule.population?.category
        tier = rule.tier?.rank
        aspect = Self.aspect(of: rule)
        yearOffset =
            if let year = rule.planYear, let documentYear = document.planYear { year - documentYear } else { 0 }
        region = rule.jurisdiction.flatMap { region in
            document.jurisdiction.map { $0.code == region.code } ?? true ? nil : region.code
        }
    }

    private static func aspect(of rule: Rule) -> String {
        switch rule.kind {
        case .enrollmentWindow: rule.window?.rawValue ?? ""
        case .governmentSubsidy: rule.payer?.rawValue ?? ""
        case .individualContribution: contributionAspect(of: rule)
        // 不设 and 设置 are two answers to one question; what lengthens or shortens a wait is another question.
        case .waitingPeriod:
            switch rule.effect {
            case .imposed?, .waived?, nil: ""
            case let effect?: ([effect.rawValue] + [rule.per?.rawValue].compactMap(\.self)).joined(separator: "+")
            }
        case .ceilingAdjustment:
            [rule.trigger?.rawValue, rule.direction?.rawValue].compactMap(\.self).joined(separator: "+")
        case .ceilingAdjustmentLimit: rule.direction?.rawValue ?? ""
        case .delegation: rule.topic?.rawValue ?? ""
        case .deductible, .reimbursementRate, .paymentCeiling, .paymentStandard:
            [rule.service, rule.institutionLevel, rule.band?.text].compactMap(\.self).joined(separator: "+")
        default: ""
        }
    }

    /// What everyone pays in the concentrated period is the standard; what is paid later is another matter. What one group
    /// pays is one matter whenever it pays.
    private static func contributionAspect(of rule: Rule) -> String {
        guard rule.population == nil || rule.population?.category == "general" else { return "" }
        switch rule.window {
        case .concentrated?, .extended?, nil: return rule.window == nil && rule.paidDuring != nil ? "paidDuring" : ""
        case let window?: return window.rawValue
        }
    }
}

extension FactField {
    static func values(of rule: Rule) -> [FactField: FactValue] {
        var values: [FactField: FactValue] = [:]
        func code(_ field: FactField, _ value: String?) { values[field] = value.map { .code($0) } }
        func words(_ field: FactField, _ list: [String]) { if !list.isEmpty { values[field] = .words(list) } }
        func day(_ field: FactField, _ point: TimePointValue?) {
            guard var point else { return }
            // A day that nothing but words describe keeps them: there is nothing else to compare.
            if point.date != nil || point.anchor != nil { point.text = nil }
            values[field] = .day(point)
        }
        if var amount = rule.amount {
            code(.amountBound, amount.comparator.rawValue)
            amount.value = normalized(amount.value)
            amount.comparator = .equal
            amount.change = nil
            values[.amount] = .amount(amount)
        }
        if let rate = rule.rate {
            values[.rate] = .rate(normalized(rate.value))
            code(.rateBound, rate.comparator.rawValue)
            code(.rateBase, rate.base?.rawValue)
        }
        code(.mode, rule.mode?.rawValue)
        code(.payer, rule.payer?.rawValue)
        code(.window, rule.window?.rawValue)
        day(.periodStart, rule.period?.start)
        day(.periodEnd, rule.period?.end)
        day(.paidDuringStart, rule.paidDuring?.start)
        day(.paidDuringEnd, rule.paidDuring?.end)
        values[.monthDays] = rule.monthDays.map { .monthDays($0) }
        code(.effect, rule.effect?.rawValue)
        values[.duration] = rule.duration.map { .duration($0) }
        code(.per, rule.per?.rawValue)
        values[.within] = rule.within.map { .duration($0.duration) }
        code(.withinOf, rule.within?.of?.rawValue)
        values[.priorYears] = rule.priorYears.map { .number($0) }
        code(.trigger, rule.trigger?.rawValue)
        code(.direction, rule.direction?.rawValue)
        values[.afterYears] = rule.afterYears.map { .number($0) }
        code(.principle, rule.principle?.rawValue)
        code(.topic, rule.topic?.rawValue)
        code(.to, rule.to?.rawValue)
        code(.document, rule.document)
        words(.text, [rule.text].compactMap(\.self))
        words(.service, [rule.service].compactMap(\.self))
        words(.institutionLevel, [rule.institutionLevel].compactMap(\.self))
        words(.band, [rule.band?.text].compactMap(\.self))
        words(.qualifiers, (rule.population?.qualifiers ?? []).sorted())
        words(.excludes, (rule.population?.excludes ?? []).sorted())
        words(.conditions, rule.conditions.map(\.text).sorted())
        words(.populationText, [rule.population?.text].compactMap(\.self))
        words(.tierText, [rule.tier?.text].compactMap(\.self))
        return values
    }

    private static func normalized(_ digits: String) -> String {
        DecimalNumber(digits, allowsMinus: true)?.description ?? digits
    }
}
