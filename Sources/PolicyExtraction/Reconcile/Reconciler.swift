import PolicyRules
import PolicyValues

/// Settles what drafts say together: competing readings of one value, aid without a figure, statements made twice.
struct Reconciler {
    let set: ExtractorSet
    let passages: [Passage]
    let writer: RuleWriter

    struct Settled {
        var draft: Draft
        var rule: Rule
    }

    /// A draft that stands, with those that tie with it.
    private struct Winner {
        var draft: Draft
        var tied: [Draft] = []
    }

    func settle(_ drafts: [Draft], trace: inout TraceRecorder) -> [Settled] {
        let kept = compete(drafts, trace: &trace)
        var settled = kept.compactMap { winner -> Settled? in
            writer.rule(from: winner.draft).map { rule in
                var rule = rule
                // Readings that tie and differ are both kept.
                rule.alternatives = winner.tied.compactMap(writer.rule).filter {
                    $0.population == rule.population && $0.tier == rule.tier && Reconciler.reads($0, unlike: rule)
                }
                if !rule.alternatives.isEmpty { rule.certainty = .ambiguous }
                return Settled(draft: winner.draft, rule: rule)
            }
        }
        tellAidFromSubsidy(&settled)
        nameFunds(&settled)
        markFullAid(&settled)
        return join(settled)
    }

    /// Of the readings of one trigger as one kind of rule the first by priority, filled slots, length, position and id
    /// stands; a verb of aid that another draft took as the head of its figure makes no rule of its own.
    private func compete(_ drafts: [Draft], trace: inout TraceRecorder) -> [Winner] {
        func isBefore(_ a: Draft, _ b: Draft) -> Bool {
            let (x, y) = (set.rules[a.pattern], set.rules[b.pattern])
            if x.priority != y.priority { return x.priority > y.priority }
            if a.fields.count != b.fields.count { return a.fields.count > b.fields.count }
            return x.id < y.id
        }
        struct Key: Hashable {
            var place: FieldHit.Place
            var kind: String
        }
        var best: [Key: Draft] = [:]
        var heads: Set<Key> = []
        for draft in drafts {
            let rule = set.rules[draft.pattern]
            let key = Key(place: place(of: draft), kind: rule.kind)
            if best[key].map({ isBefore(draft, $0) }) ?? true { best[key] = draft }
            for field in ["kind", "mode"] {
                if let place = draft.hit(field)?.places.first, place != key.place {
                    heads.insert(Key(place: place, kind: rule.kind))
                }
            }
        }
        var tied: [Key: [Draft]] = [:]
        let kept = drafts.filter { draft in
            let rule = set.rules[draft.pattern]
            let key = Key(place: place(of: draft), kind: rule.kind)
            if heads.contains(key) {
                trace.record(
                    rule.id, at: key.place, .lost(to: "the figure beside it", why: "it is the head of a figure"))
                return false
            }
            guard let winner = best[key], winner.pattern != draft.pattern else { return true }
            if set.rules[winner.pattern].priority == rule.priority, winner.fields.count == draft.fields.count {
                tied[key, default: []].append(draft)
            }
            trace.record(
                rule.id, at: key.place, .lost(to: set.rules[winner.pattern].id, why: "priority, filled slots, id"))
            return false
        }
        return kept.map {
            Winner(draft: $0, tied: tied[Key(place: place(of: $0), kind: set.rules[$0.pattern].kind)] ?? [])
        }
    }

    /// Whether two readings of one statement differ in what they say, not only in who reads it and on which letters.
    private static func reads(_ a: Rule, unlike b: Rule) -> Bool {
        func bare(_ rule: Rule) -> Rule {
            var rule = rule
            rule.evidence = []
            rule.origins = [:]
            rule.extractor = ""
            rule.certainty = .stated
            rule.alternatives = []
            return rule
        }
        return bare(a) != bare(b)
    }

    private func place(of draft: Draft) -> FieldHit.Place {
        FieldHit.Place(passage: draft.passage, range: passages[draft.passage].tokens[draft.trigger].range)
    }

    /// 以上资助所需资金由医疗救助基金列支: the fund of the aid before it under the same heading that names none.
    private func nameFunds(_ settled: inout [Settled]) {
        let waitingItems = settled.indices.compactMap { index -> (item: Int, place: FundQueue.Place, section: Int?)? in
            let rule = settled[index].rule
            guard rule.kind == .contributionAssistance, rule.payer == nil, rule.mode != AssistanceMode.unaided else {
                return nil
            }
            let draft = settled[index].draft
            return (
                index, FundQueue.Place(passage: draft.passage, sentence: draft.sentence),
                passages[draft.passage].section
            )
        }
        if waitingItems.isEmpty { return }
        var byItem = ItemIndex(sections: writer.notice.sections)
        for waiting in waitingItems {
            // People listed below their statement are cited by the numbers of their own items.
            let named = settled[waiting.item].draft.hit("population")?.places.first?.passage
            byItem.add(waiting.item, section: passages[named ?? settled[waiting.item].draft.passage].section)
        }
        var waiting = FundQueue(sections: writer.notice.sections, items: waitingItems)
        for (number, passage) in passages.enumerated() {
            for (sentence, range) in passage.sentences.enumerated() {
                guard
                    let index = range.tokens.first(where: {
                        passage.tokens[$0].tokenClass == set.names.fundedBy
                    }),
                    // 7月1日后参保的，…由医疗救助资金解决 is said of some cases only.
                    !range.tokens.contains(where: { passage.tokens[$0].tokenClass == set.names.paid })
                else { continue }
                let token = passage.tokens[index]
                let place = FundQueue.Place(passage: number, sentence: sentence)
                let reference = ItemReference(in: range.range.lowerBound..<token.range.upperBound, of: passage.text)
                let items =
                    reference.map { byItem.items($0, section: passage.section) }
                    ?? waiting.take(before: place, section: passage.section)
                // 重度残疾人…由县级财政负担 pays for those it names, not for all aid before it.
                var members = range.groups.flatMap(\.members)
                // 除优抚对象由县财政列支外，其他人员所需资金…: the rest are all that the sentence does not name.
                let others = members.last.map { $0.category == .known(set.population.general) } ?? false
                if others, let rest = members.popLast() {
                    members += rest.excludes.map { PopulationGroup.Member(category: .known($0), range: rest.range) }
                }
                let named = Set(members.map(\.category))
                let isPointed = range.tokens.contains { passage.tokens[$0].tokenClass == set.population.anaphor }
                // 除丁类由县财政列支外，其余从医疗救助基金列支
                let isRest =
                    others
                    || range.groups.last.map { group in
                        group.range.upperBound <= token.range.lowerBound
                            && passage.text[group.range.upperBound..<token.range.lowerBound].contains {
                                "余他它".unicodeScalars.contains($0)
                            }
                    } ?? false
                for item in items where settled[item].rule.payer == nil {
                    if reference == nil, !named.isEmpty, !isPointed,
                        case .member(let member)? = settled[item].draft.hit("population")?.content,
                        named.contains(member.category) == isRest
                    {
                        continue
                    }
                    settled[item].rule.payer = Payer(rawValue: set.code(token.code))
                    settled[item].rule.origins["payer"] = Origin(how: .inherited, by: "sentence after")
                    settled[item].rule.evidence += passage.sources(of: token.range).map {
                        writer.quote(writer.notice.text.sourceRange(of: $0), supports: ["payer"])
                    }
                }
            }
        }
    }

    /// A column 财政补贴 of a table of groups holds the subsidy of all insured or the aid to each group. The subsidy is
    /// more than the contribution since 2008; what is not more than it is aid.
    private func tellAidFromSubsidy(_ settled: inout [Settled]) {
        let contributions = settled.compactMap { item in
            item.rule.kind == .individualContribution ? item.rule.amount.flatMap { ExactDecimal($0.value) } : nil
        }
        guard let most = contributions.max() else { return }
        for index in settled.indices {
            guard settled[index].rule.kind == .governmentSubsidy, settled[index].rule.population != nil,
                case .tableCell = passages[settled[index].draft.passage].origin, settled[index].rule.payer == nil,
                let amount = settled[index].rule.amount, amount.plus == nil, amount.comparator == .equal,
                let value = ExactDecimal(amount.value), !(most < value)
            else { continue }
            settled[index].rule.kind = .contributionAssistance
            settled[index].rule.mode = .fixed
            settled[index].rule.origins["kind"] = Origin(
                how: .derived, by: "a subsidy no higher than the contribution, for one group")
            settled[index].rule.origins["mode"] = Origin(how: .defaulted, by: "default")
        }
    }

    /// Aid of a stated amount is full aid where nothing is left to pay.
    private func markFullAid(_ settled: inout [Settled]) {
        struct Scope: Hashable {
            var population: String?
            var tier: Int?
            var section: Int?
        }
        func scope(_ item: Settled) -> Scope {
            Scope(
                population: item.rule.population?.category, tier: item.rule.tier?.rank,
                section: passages[item.draft.passage].section)
        }
        var nothingToPay: Set<Scope> = []
        for item in settled where item.rule.kind == .individualContribution && item.rule.amount?.value == "0" {
            nothingToPay.insert(scope(item))
        }
        for index in settled.indices where settled[index].rule.mode == .fixed {
            guard let value = settled[index].rule.amount?.value else { continue }
            if value == "0" {
                settled[index].rule.mode = AssistanceMode.unaided
                settled[index].rule.origins["mode"] = Origin(how: .derived, by: "the amount is 0")
            } else if nothingToPay.contains(scope(settled[index])) {
                settled[index].rule.mode = .full
                settled[index].rule.origins["mode"] = Origin(how: .derived, by: "nothing is left to pay")
            }
        }
    }

    /// A rule said twice stands once, with both places as its evidence.
    private func join(_ settled: [Settled]) -> [Settled] {
        var result: [Settled] = []
        var alike = Alike()
        // By rule that has been merged: where in its evidence each place stands.
        var evidence: [Int: [Range<Int>: Int]] = [:]
        for item in settled {
            let known = alike.firstOrAdd(item.rule, at: result.count) {
                Reconciler.says(result[$0].rule, theSameAs: item.rule)
            }
            if let known {
                merge(item, into: &result[known], evidence: &evidence[known])
            } else {
                result.append(item)
            }
        }
        return result
    }

    private static func says(_ a: Rule, theSameAs b: Rule) -> Bool {
        guard a.kind == b.kind, a.scheme == b.scheme, a.population?.category == b.population?.category,
            a.tier?.rank == b.tier?.rank, a.planYear == b.planYear, agree(a.mode, b.mode),
            a.rate == b.rate, a.plusOrNil == b.plusOrNil, agree(a.payer, b.payer),
            ordinary(a.window) == ordinary(b.window) || a.kind != .individualContribution,
            a.kind == .individualContribution || a.window == b.window,
            samePeriod(a, b),
            samePaying(a, b),
            a.duration == b.duration, a.effect == b.effect, a.per == b.per, a.within == b.within,
            a.trigger == b.trigger, a.direction == b.direction, a.principle == b.principle, a.topic == b.topic,
            a.to == b.to, a.document == b.document, a.text == b.text
        else { return false }
        switch (a.amount, b.amount) {
        case (nil, nil): return true
        case (let x?, let y?): return x.value == y.value && x.comparator == y.comparator
        // Aid named in one sentence and given its figure in another.
        default: return a.kind == .contributionAssistance && a.mode != nil && a.mode == b.mode
        }
    }

    private static func agree<T: Equatable>(_ a: T?, _ b: T?) -> Bool { a == nil || b == nil || a == b }

    /// The main window is the ordinary case: a contribution said for it is the contribution.
    private static func ordinary(_ window: WindowType?) -> WindowType? { window == .concentrated ? nil : window }

    private static func samePeriod(_ a: Rule, _ b: Rule) -> Bool {
        // The days of each month are said of a window whose dates stand elsewhere.
        if a.kind == .enrollmentWindow, a.period == nil || b.period == nil, a.monthDays != nil || b.monthDays != nil {
            return true
        }
        return a.period == b.period || (a.period?.sameDates(as: b.period) ?? false)
    }

    private static func samePaying(_ a: Rule, _ b: Rule) -> Bool {
        // Paid in the main window is paid in the ordinary way.
        let (x, y) = (a.window == .concentrated ? nil : a.paidDuring, b.window == .concentrated ? nil : b.paidDuring)
        return x == nil && y == nil || (x?.sameDates(as: y) ?? false)
    }

    private func merge(_ second: Settled, into result: inout Settled, evidence places: inout [Range<Int>: Int]?) {
        let other = second.rule
        let fieldsBefore = Set(result.rule.scopeFields + result.rule.kindFields)
        let certaintyBefore = result.rule.certainty
        if result.rule.amount == nil { result.rule.amount = other.amount }
        if result.rule.payer == nil { result.rule.payer = other.payer }
        if result.rule.period == nil { result.rule.period = other.period }
        if result.rule.monthDays == nil { result.rule.monthDays = other.monthDays }
        if result.rule.mode == nil { result.rule.mode = other.mode }
        let fields = Set(result.rule.scopeFields + result.rule.kindFields + ["kind"])
        let added = fields.subtracting(fieldsBefore).subtracting(["kind"])
        // What either of them states is stated.
        let said = Set(other.scopeFields + other.kindFields)
        for (key, _) in result.rule.origins where other.origins[key] == nil && said.contains(topField(of: key)) {
            result.rule.origins[key] = nil
        }
        for (key, origin) in other.origins where added.contains(topField(of: key)) { result.rule.origins[key] = origin }
        // A figure that only one of them has is as sure as that one; what both say, as sure as the surer one.
        let isInferred = (certaintyBefore == .inferred, other.certainty == .inferred)
        let completes = !added.isDisjoint(with: ["amount", "period"])
        if result.rule.certainty != .ambiguous {
            result.rule.certainty =
                (completes ? isInferred.0 || isInferred.1 : isInferred.0 && isInferred.1) ? .inferred : .stated
        }
        var known =
            places
            ?? Dictionary(
                result.rule.evidence.enumerated().map { ($1.start..<$1.end, $0) },
                uniquingKeysWith: { first, _ in first })
        places = nil
        for var evidence in other.evidence {
            // What only the second said otherwise, such as the dates of the main window, is no field of the rule.
            evidence.supports.removeAll { !fields.contains(topField(of: $0)) }
            if evidence.supports.isEmpty { continue }
            if let index = known[evidence.start..<evidence.end] {
                for field in evidence.supports where !result.rule.evidence[index].supports.contains(field) {
                    result.rule.evidence[index].supports.append(field)
                }
            } else {
                known[evidence.start..<evidence.end] = result.rule.evidence.count
                result.rule.evidence.append(evidence)
            }
        }
        places = known
        result.draft.used += second.draft.used
    }
}

extension Rule {
    fileprivate var plusOrNil: RuleKind? { amount?.plus }
}

extension PeriodValue {
    /// Equal but for the words.
    fileprivate func sameDates(as other: PeriodValue?) -> Bool {
        start?.withoutWords == other?.start?.withoutWords && end?.withoutWords == other?.end?.withoutWords
    }
}
