import PolicyRules

/// What differs between two sets of facts.
package struct FactDiff: Sendable {
    /// In the order of topics, people and tiers.
    package private(set) var changes: [Change] = []
    /// Facts that both sides state alike.
    package private(set) var unchangedCount = 0

    private let from: FactBase
    private let to: FactBase
    private let vocabulary: ComparisonVocabulary
    private let axis: ComparisonAxis
    private let prefix: String

    /// - Parameters:
    ///   - axis: Between years of one region, what is no longer stated may be lost; between regions it is only not stated.
    ///   - vocabulary: Which group is part of which.
    ///   - group: What ids begin with, where there are several diffs.
    package init(
        from: FactBase, to: FactBase, axis: ComparisonAxis = .year, vocabulary: ComparisonVocabulary = .init(),
        group: String? = nil
    ) {
        prefix = group.map { "\($0)/" } ?? ""
        self.axis = axis
        self.from = from
        self.to = to
        self.vocabulary = vocabulary
        run()
        finish()
    }

    /// The levels of the changes between two sides, by the keys that they are about: what a cell of a matrix says of its
    /// difference. The changes have no names and no order, which cost more than to find them.
    static func levels(
        from: FactBase, to: FactBase, axis: ComparisonAxis, vocabulary: ComparisonVocabulary
    ) -> [FactKey: ChangeLevel] {
        var diff = FactDiff(unnamedFrom: from, to: to, axis: axis, vocabulary: vocabulary)
        diff.run()
        var levels: [FactKey: ChangeLevel] = [:]
        for change in diff.changes {
            for fact in change.from { levels[fact.key] = max(levels[fact.key] ?? .info, change.level) }
            for fact in change.to { levels[fact.key] = max(levels[fact.key] ?? .info, change.level) }
        }
        return levels
    }

    private init(unnamedFrom from: FactBase, to: FactBase, axis: ComparisonAxis, vocabulary: ComparisonVocabulary) {
        prefix = ""
        self.axis = axis
        self.from = from
        self.to = to
        self.vocabulary = vocabulary
    }

    // MARK: Steps

    private mutating func run() {
        var onlyFrom: [Fact] = []
        var onlyTo: [Fact] = []
        for key in Set(from.keys).union(to.keys) {
            let matching = Matching(from.facts(on: key), to.facts(on: key))
            onlyFrom += matching.onlyFrom
            onlyTo += matching.onlyTo
            for (a, b) in matching.pairs { add(a, b) }
            if !matching.ambiguousFrom.isEmpty {
                changes.append(make(.ambiguous, .minor, from: matching.ambiguousFrom, to: matching.ambiguousTo))
            }
        }
        // The keys came in no order.
        onlyFrom.sort { $0.place < $1.place }
        onlyTo.sort { $0.place < $1.place }
        takeRenamed(&onlyFrom, &onlyTo)
        takeTiers(&onlyFrom, &onlyTo)
        takeGroups(&onlyFrom, &onlyTo)
        for fact in onlyFrom { changes.append(oneSided(fact, isFirst: true)) }
        for fact in onlyTo { changes.append(oneSided(fact, isFirst: false)) }
    }

    private mutating func add(_ a: Fact, _ b: Fact) {
        let fields = FieldComparison(from: a, to: b).changes()
        guard !fields.isEmpty else {
            unchangedCount += 1
            return
        }
        var change = make(.modified, fields.map(\.level).max() ?? .info, from: [a], to: [b])
        change.fields = fields
        let substance = fields.filter { $0.level > .info }
        change.insured = .joined(substance.map(\.insured))
        change.payer = .joined(substance.map(\.payer))
        changes.append(change)
    }

    /// One group that the two sides file under different codes, in the same words.
    private mutating func takeRenamed(_ onlyFrom: inout [Fact], _ onlyTo: inout [Fact]) {
        struct Mark: Hashable {
            var key: FactKey
            var text: FactValue
        }
        func mark(_ fact: Fact) -> Mark? {
            guard let text = fact[.populationText] else { return nil }
            var key = fact.key
            key.population = nil
            return Mark(key: key, text: text)
        }
        let (first, second) = (Dictionary(grouping: onlyFrom, by: mark), Dictionary(grouping: onlyTo, by: mark))
        var gone: (from: Set<Int>, to: Set<Int>) = ([], [])
        for (mark, facts) in first {
            guard mark != nil, facts.count == 1, let others = second[mark], others.count == 1,
                // Of two groups that the vocabulary knows, one is not the other, whatever it is called: 重度残疾人 in a
                // sentence on marginal families are not all of them.
                [facts[0], others[0]].contains(where: { $0.key.population?.hasPrefix("custom:") ?? true })
            else { continue }
            var change = make(.renamed, .info, from: facts, to: others)
            change.fields = FieldComparison(from: facts[0], to: others[0]).changes()
            change.level = change.fields.map(\.level).max() ?? .info
            change.insured = .joined(change.fields.filter { $0.level > .info }.map(\.insured))
            change.payer = .joined(change.fields.filter { $0.level > .info }.map(\.payer))
            changes.append(change)
            gone.from.insert(facts[0].place)
            gone.to.insert(others[0].place)
        }
        onlyFrom.removeAll { gone.from.contains($0.place) }
        onlyTo.removeAll { gone.to.contains($0.place) }
    }

    /// One figure against one for each tier.
    private mutating func takeTiers(_ onlyFrom: inout [Fact], _ onlyTo: inout [Fact]) {
        if onlyFrom.isEmpty || onlyTo.isEmpty { return }
        let first = Dictionary(grouping: onlyFrom, by: \.key.withoutTier)
        let second = Dictionary(grouping: onlyTo, by: \.key.withoutTier)
        var gone: (from: Set<Int>, to: Set<Int>) = ([], [])
        for (key, facts) in first {
            guard let others = second[key] else { continue }
            let tiers = (Set(facts.map(\.key.tier)), Set(others.map(\.key.tier)))
            guard tiers.0 != tiers.1, tiers.0 == [nil] || tiers.1 == [nil] else { continue }
            changes.append(make(tiers.0 == [nil] ? .split : .merged, .major, from: facts, to: others))
            gone.from.formUnion(facts.map(\.place))
            gone.to.formUnion(others.map(\.place))
        }
        onlyFrom.removeAll { gone.from.contains($0.place) }
        onlyTo.removeAll { gone.to.contains($0.place) }
    }

    /// One group against groups that are part of it.
    private mutating func takeGroups(_ onlyFrom: inout [Fact], _ onlyTo: inout [Fact]) {
        if onlyFrom.isEmpty || onlyTo.isEmpty { return }
        let (splits, merges) = (groups(onlyFrom, onlyTo), groups(onlyTo, onlyFrom))
        // A group in the middle of a chain could be told as part of either end: it is told as neither.
        let contestedFrom = Set(splits.map(\.broad.place)).intersection(merges.flatMap { $0.parts.map(\.place) })
        let contestedTo = Set(merges.map(\.broad.place)).intersection(splits.flatMap { $0.parts.map(\.place) })
        var gone: (from: Set<Int>, to: Set<Int>) = ([], [])
        for (broad, parts) in splits
        where !contestedFrom.contains(broad.place) && contestedTo.isDisjoint(with: parts.map(\.place)) {
            changes.append(make(parts.count > 1 ? .split : .narrowed, .major, from: [broad], to: parts))
            gone.from.insert(broad.place)
            gone.to.formUnion(parts.map(\.place))
        }
        for (broad, parts) in merges
        where !contestedTo.contains(broad.place) && contestedFrom.isDisjoint(with: parts.map(\.place)) {
            changes.append(make(parts.count > 1 ? .merged : .widened, .major, from: parts, to: [broad]))
            gone.to.insert(broad.place)
            gone.from.formUnion(parts.map(\.place))
        }
        onlyFrom.removeAll { gone.from.contains($0.place) }
        onlyTo.removeAll { gone.to.contains($0.place) }
    }

    /// Facts of `first` on a broader group with the facts of `second` on parts of it, each used once.
    private func groups(_ first: [Fact], _ second: [Fact]) -> [(broad: Fact, parts: [Fact])] {
        func withoutPopulation(_ fact: Fact) -> FactKey {
            var key = fact.key
            key.population = nil
            return key
        }
        let narrow = Dictionary(
            grouping: second.filter { vocabulary.hasBroader($0.key.population) }, by: withoutPopulation)
        var used: Set<Int> = []
        return first.compactMap { fact in
            guard let population = fact.key.population, !narrow.isEmpty else { return nil }
            let parts = (narrow[withoutPopulation(fact)] ?? []).filter {
                guard let part = $0.key.population, !used.contains($0.place) else { return false }
                return vocabulary.isBroader(population, than: part)
            }
            guard !parts.isEmpty else { return nil }
            used.formUnion(parts.map(\.place))
            return (fact, parts)
        }
    }

    // MARK: One side alone

    private func oneSided(_ fact: Fact, isFirst: Bool) -> Change {
        let (own, other) = isFirst ? (from, to) : (to, from)
        let topics = isFirst ? to.topics : from.topics
        let sides: ([Fact], [Fact]) = isFirst ? ([fact], []) : ([], [fact])
        func change(_ type: ChangeType, _ level: ChangeLevel) -> Change {
            make(isFirst ? type : type.mirror, level, from: sides.0, to: sides.1)
        }
        if other.repeals(fact, of: own) { return aimed(change(.repealed, .critical), losing: fact, isFirst) }
        if fact.key.kind != .delegation {
            let delegations = other.delegations(of: fact.key, vocabulary: vocabulary)
            if !delegations.isEmpty {
                // 按…执行 where the other side is that very document changes nothing.
                let isCarriedOn = other.leaves(delegations, to: own)
                var change = change(.delegated, isCarriedOn ? .info : .major)
                change.because = delegations
                change.isCarriedOn = isCarriedOn
                return change
            }
        } else if own.facts.contains(where: { $0.key.kind != .delegation && fact.delegates($0.key, vocabulary) })
            == false,
            other.facts.contains(where: { $0.key.kind != .delegation && fact.delegates($0.key, vocabulary) })
        {
            // Told with the facts that are delegated.
            return change(.removed, .info)
        }
        // A document without a plan year holds on beside the yearly ones: what they do not repeat is not gone, and what it
        // does not say is not new.
        guard topics.contains(fact.key.kind), axis == .region || (fact.documentYear != nil && other.hasYear) else {
            var change = change(.removed, .minor)
            change.isTopicAbsent = true
            return change
        }
        guard fact.isEntitlement else {
            return change(.removed, [.precedence, .delegation].contains(fact.key.kind) ? .minor : .major)
        }
        return aimed(change(.removed, axis == .year ? .critical : .major), losing: fact, isFirst)
    }

    private func aimed(_ change: Change, losing fact: Fact, _ isFirst: Bool) -> Change {
        guard fact.isEntitlement, axis == .year else { return change }
        var change = change
        change.insured = isFirst ? .worse : .better
        if fact.key.kind != .enrollmentWindow { change.payer = isFirst ? .better : .worse }
        return change
    }

    // MARK: Order and names

    private func make(_ type: ChangeType, _ level: ChangeLevel, from: [Fact], to: [Fact]) -> Change {
        Change(
            type: type, id: "", fingerprint: "", level: level, insured: .indeterminate, payer: .indeterminate,
            from: from, to: to, fields: [], because: [], isUncertain: (from + to).contains(where: \.isUncertain),
            isTopicAbsent: false, isCarriedOn: false)
    }

    /// Sorts the changes and names them.
    private mutating func finish() {
        for index in changes.indices {
            let change = changes[index]
            let text =
                change.type.rawValue + "\n" + change.from.map(\.canonical).joined(separator: "\n") + "\n→\n"
                + change.to.map(\.canonical).joined(separator: "\n")
            changes[index].fingerprint = String(sha256Hex(text.utf8).prefix(16))
        }
        let order = FactOrder(vocabulary)
        let keyed = changes.map { (order.key($0), $0) }
        changes = keyed.sorted { $0.0 < $1.0 }.map(\.1)
        var counts: [String: Int] = [:]
        for index in changes.indices {
            let path = prefix + (changes[index].key?.path ?? "")
            counts[path, default: 0] += 1
            let count = counts[path] ?? 1
            changes[index].id = count == 1 ? path : "\(path)~\(count)"
        }
    }
}

extension Fact {
    /// Whether the fact gives a group something that it has only where a notice says so.
    package var isEntitlement: Bool {
        switch key.kind {
        case .contributionAssistance: fields[.mode] != .code(AssistanceMode.unaided.rawValue)
        case .waitingPeriod: fields[.effect] == .code(WaitingEffect.waived.rawValue)
        case .continuousEnrollment: true
        case .enrollmentWindow, .benefitPeriod: key.population != nil
        default: false
        }
    }
}

extension FactDiff {
    /// The first side's facts with the changes applied: the second side's, as canonical texts.
    ///
    /// A fact that was modified is rebuilt from the first side's fact and the field changes alone.
    package static func applying(_ changes: [Change], to facts: [Fact]) -> [String] {
        var texts = facts.map(\.canonical)
        for change in changes {
            for fact in change.from {
                if let index = texts.firstIndex(of: fact.canonical) { texts.remove(at: index) }
            }
            if change.type == .modified, var fact = change.from.first, let other = change.to.first {
                for field in change.fields { fact.fields[field.field] = field.to }
                fact.documentYear = other.documentYear
                texts.append(fact.canonical)
            } else {
                texts += change.to.map(\.canonical)
            }
        }
        return texts.sorted()
    }
}
