import PolicyValues

/// Tries the rules at every trigger of the operative text.
struct RuleMatcher {
    let set: ExtractorSet
    let passages: [Passage]
    let headings: HeadingIndex
    let planYear: Int?
    let isForResidents: Bool
    var trace: TraceRecorder

    private let topics: TopicResolver
    private let finder: SlotFinder

    init(
        set: ExtractorSet, passages: [Passage], headings: HeadingIndex, planYear: Int?, isForResidents: Bool,
        tracing: Bool
    ) {
        self.set = set
        self.passages = passages
        self.headings = headings
        self.planYear = planYear
        self.isForResidents = isForResidents
        trace = TraceRecorder(isOn: tracing)
        topics = TopicResolver(set: set, passages: passages, headings: headings)
        finder = SlotFinder(
            set: set, passages: passages, headings: headings,
            leads: ListLeads(passages: passages, headings: headings))
    }

    mutating func drafts(in passage: Int) -> [Draft] {
        let here = passages[passage]
        if isOfOtherScheme(here.section) { return [] }
        var result: [Draft] = []
        for (number, sentence) in here.sentences.enumerated() {
            // 哪些人不用自己掏钱？ asks and rules nothing.
            if here.text[sentence.range].last(where: { $0 != "\n" }) == "？" { continue }
            let distribution = Distribution(of: sentence, in: here, set: set)
            for index in sentence.tokens {
                let token = here.tokens[index]
                guard let candidates = set.rulesByTrigger[token.tokenClass] else { continue }
                // A heading like 不设等待期的情形 names what its items rule; it rules nothing itself.
                // One that ends in a colon says it of the people listed below.
                if here.isHeading, token.value == nil, sentence.groups.isEmpty, !here.leadsList { continue }
                if case .tableCell(let cell) = here.origin, token.value != nil || token.tokenClass == set.heads.zero,
                    !cell.contains(token.range.lowerBound)
                {
                    continue
                }
                for rule in candidates {
                    result += attempt(
                        rule, trigger: index, sentence: number, passage: passage, distribution: distribution)
                }
            }
        }
        return result
    }

    /// Under a heading like 职工基本医疗保险 or 长期护理保险 a notice on residents speaks of another scheme.
    private func isOfOtherScheme(_ section: Int?) -> Bool {
        guard isForResidents else { return false }
        return headings.chain(from: section).contains { number in
            let heading = passages[number]
            guard let scheme = heading.tokens.first(where: { set.names.otherSchemes.contains($0.code) }),
                scheme.tokenClass == set.names.scheme
            else { return false }
            let rest = heading.string(0..<heading.text.count)
            return heading.text.count <= scheme.range.count + 8
                && !["居民", "转", "切换", "衔接", "中断", "停"].contains { rest.contains($0) }
        }
    }

    private mutating func attempt(
        _ number: Int, trigger: Int, sentence: Int, passage: Int, distribution: Distribution
    ) -> [Draft] {
        let rule = set.rules[number]
        let here = passages[passage]
        let token = here.tokens[trigger]
        if !rule.triggerCodes.isEmpty, !rule.triggerCodes.contains(token.code) { return [] }
        if rule.atStart, token.range.lowerBound > 3 {
            // 第一时段：2025年9月8日至9月30日
            guard token.range.lowerBound <= 14, here.text[token.range.lowerBound - 1] == "：" else { return [] }
        }
        let place = FieldHit.Place(passage: passage, range: token.range)
        var headToken: Int?
        var inherited: FieldHit?
        if !rule.head.isEmpty {
            if set.heads.isRefused(token, in: here.text) {
                trace.record(rule.id, at: place, .vetoed("a statistic, a stretch of costs or a share"))
                return []
            }
            guard
                let head = set.heads.head(
                    of: token.tokenClass == set.heads.rate ? distribution.last[trigger] ?? trigger : trigger,
                    in: here.text, tokens: here.tokens, sentence: here.sentences[sentence])
                    ?? inheritedHead(of: trigger, sentence: sentence, passage: passage, from: &inherited)
            else {
                trace.record(rule.id, at: place, .missing("a measure that the value belongs to"))
                return []
            }
            guard rule.head.contains(head.code) else {
                trace.record(rule.id, at: place, .missing("the value belongs to \(set.code(head.code))"))
                return []
            }
            headToken = head.token
            let isPast =
                head.code != set.names.governmentSubsidy && isHistory(trigger, head: head.token, in: here)
                || isChronicle(here.sentences[sentence], in: here)
            if isPast {
                trace.record(rule.id, at: place, .vetoed("a figure of an earlier year"))
                return []
            }
        }
        if let limit = rule.limit, case .money(let money)? = token.value, !(money.value < ExactDecimal(limit)) {
            trace.record(rule.id, at: place, .vetoed("\(money.value) yuan is too much for one person and year"))
            return []
        }
        for veto in rule.veto {
            // Groups whom the vocabulary does not know have no token of their own.
            if veto.scope == .passage, veto.tokenClass.contains(set.population.population),
                ItemReference(
                    citedIn: here.sentences[sentence].range.lowerBound..<token.range.lowerBound,
                    from: here.sentences[sentence].range.lowerBound, of: here.text) != nil
                    || here.sentences[...sentence].contains(where: { sentence in
                        sentence.groups.contains {
                            $0.range.upperBound <= token.range.lowerBound
                                && $0.members.contains { $0.category != .everyone }
                        }
                    })
            {
                trace.record(rule.id, at: place, .vetoed("the people named before"))
                return []
            }
            if let found = finder.find(veto, from: trigger, sentence: sentence, passage: passage).first {
                trace.record(
                    rule.id, at: place, .vetoed("'\(passages[found.passage].string(found.token.range))'"))
                return []
            }
        }
        // The contribution is by the year: 每人每月1200元 is a standard of living, a pension or a stipend.
        if !rule.head.isEmpty, case .money(let money)? = token.value,
            money.per.contains(.month) || money.per.contains(.day)
        {
            trace.record(rule.id, at: place, .vetoed("an amount by the month or day"))
            return []
        }
        let isAboutPeople = rule.slots.contains { slot in
            slot.sources.contains {
                if case .topic = $0 { return true }
                return false
            }
        }
        if isAboutPeople, topics.pointsNowhere(trigger, sentence: sentence, passage: passage) {
            trace.record(rule.id, at: place, .missing("the people to whom its words point back"))
            return []
        }
        var base: [FieldHit] = []
        var used: [FieldHit.Place] = token.values.map { FieldHit.Place(passage: passage, range: $0.range) }
        if let headToken, headToken != trigger {
            base.append(
                FieldHit(
                    field: "kind", content: .token(here.tokens[headToken]),
                    places: [FieldHit.Place(passage: passage, range: here.tokens[headToken].range)], how: .stated,
                    by: "sentence"))
        } else if let inherited {
            base.append(inherited)
        }
        if let year = distribution.years[trigger], case .year(let number)? = here.tokens[year].value {
            base.append(
                FieldHit(
                    field: "planYear", content: .year(number),
                    places: [FieldHit.Place(passage: passage, range: here.tokens[year].range)], how: .stated,
                    by: "sentence"))
        }
        var variants: [[FieldHit]] = [[]]
        for slot in rule.slots {
            if slot.field == "planYear", distribution.years[trigger] != nil { continue }
            if case .find(let finder)? = slot.sources.first, finder.scope == .member {
                let besides = variants.map { beside($0, slot.field, finder, in: passage) }
                if besides.contains(where: { $0 != nil }) {
                    // Those without words of their own share those of the sentence: 退役军人、刑满释放人员自…起90日内.
                    let shared = fill(
                        slot, rule: rule, trigger: trigger, head: headToken, sentence: sentence, passage: passage,
                        distribution: distribution
                    ).first
                    for (variant, hit) in besides.enumerated() {
                        guard let hit = hit ?? shared else { continue }
                        variants[variant].append(hit)
                        if case .token(let found) = hit.content, let place = hit.places.first {
                            used += found.values.map { FieldHit.Place(passage: place.passage, range: $0.range) }
                        }
                    }
                    continue
                }
            }
            let hits = fill(
                slot, rule: rule, trigger: trigger, head: headToken, sentence: sentence, passage: passage,
                distribution: distribution)
            let isMissing = hits.allSatisfy {
                if case .everyone = $0.content { return true }
                return false
            }
            // What is said of everyone names no group; aid and exemption need one.
            if isMissing {
                if rule.require.contains(slot.field) {
                    trace.record(rule.id, at: place, .missing(slot.field))
                    return []
                }
                if hits.isEmpty { continue }
            }
            // People and tiers make a rule each; of any other field a statement has one.
            if slot.field == "population" || slot.field == "tier" || slot.field == "direction" {
                variants = variants.flatMap { variant in hits.map { variant + [$0] } }
            } else {
                base += hits
            }
            // A measure of years gone by is told, not ruled; that of the year before may still be in force.
            if let planYear, case .year(let year)? = hits.first?.content, year < planYear - 1 {
                trace.record(rule.id, at: place, .vetoed("a figure of an earlier year"))
                return []
            }
            for hit in hits {
                if case .token(let found) = hit.content, let place = hit.places.first {
                    used += found.values.map { FieldHit.Place(passage: place.passage, range: $0.range) }
                }
            }
        }
        for constant in rule.constants {
            base.append(
                FieldHit(
                    field: constant.field, content: .code(constant.value), places: [place], how: .stated, by: rule.id))
        }
        trace.record(rule.id, at: place, .matched)
        return variants.map {
            Draft(
                pattern: number, passage: passage, sentence: sentence, trigger: trigger, fields: base + $0, used: used)
        }
    }

    /// 缴费标准：成年人每人每年400元。学生每人每年350元 — a figure by the person that names no measure is one of the
    /// measure before it in the paragraph, of the question that it answers, or of the heading.
    ///
    /// - Parameter hit: Set to the measure's own place.
    private func inheritedHead(
        of trigger: Int, sentence: Int, passage: Int, from hit: inout FieldHit?
    ) -> HeadGrammar.Head? {
        let here = passages[passage]
        // 大病保险按每人每年90元的标准划拨 speaks of something else than the sentence before.
        let speaksOfOther = here.sentences[sentence].tokens.contains {
            here.tokens[$0].tokenClass == set.names.scheme
                && here.tokens[$0].range.upperBound <= here.tokens[trigger].range.lowerBound
        }
        let isChange = here.tokens[trigger].tokenClass == set.classes.amountChange
        if speaksOfOther, !isChange { return nil }
        var isPersonal = isChange
        if case .money(let money)? = here.tokens[trigger].value { isPersonal = money.per.contains(.person) }
        func last(_ tokens: some BidirectionalCollection<Token>, in number: Int, by: String) -> HeadGrammar.Head? {
            guard let measure = tokens.last(where: { $0.tokenClass == set.heads.measure }) else { return nil }
            hit = FieldHit(
                field: "kind", content: .token(measure),
                places: [FieldHit.Place(passage: number, range: measure.range)], how: .inherited, by: by)
            return HeadGrammar.Head(code: measure.code, token: trigger)
        }
        if let head = shareHead(of: trigger, passage: passage, from: &hit) { return head }
        let before = here.sentences[sentence].tokens.lowerBound
        // 财政补助700元。其中，中央财政承担420元: a part of what was said before, whatever its unit.
        let start = here.sentences[sentence].range.lowerBound
        let isPart = here.text[start...].starts(with: "其中".unicodeScalars)
        let bearer = here.tokens[..<trigger].last {
            $0.tokenClass == set.names.payer
                && $0.range.lowerBound
                    >= here.sentences[sentence].clause(at: here.tokens[trigger].range.lowerBound).lowerBound
        }
        if isPersonal || isPart,
            var head = last(here.tokens[..<before], in: passage, by: "sentence before")
        {
            if isPart, head.code == set.names.governmentSubsidy { head.code = set.names.leveledSubsidy }
            return head
        }
        // What a budget bears is no total of the heading's.
        if bearer != nil { return nil }
        if isChange { return nil }
        if isPersonal, passage > 0, passages[passage - 1].text.last == "？" {
            let question = passages[passage - 1].tokens
            if let head = last(question, in: passage - 1, by: "question before") { return head }
            if question.contains(where: { $0.tokenClass == set.heads.pay }) {
                return HeadGrammar.Head(code: set.heads.individualContribution, token: trigger)
            }
        }
        if case .tableCell = here.origin, let head = captionHead(of: here, { last($0, in: $1, by: "caption") }) {
            return head
        }
        let chain = headings.chain(from: here.section)
        // A figure without a unit is one of the heading right above it, or of none.
        for heading in isPersonal ? chain : Array(chain.prefix(1)) {
            if let head = last(passages[heading].tokens, in: heading, by: "heading") { return head }
        }
        return nil
    }

    /// 财政补助：700元/人 ↵ ☆ 中央财政：560元/人 — an item that is a payer and a figure is a share of the subsidy that the item
    /// before states.
    private func shareHead(of trigger: Int, passage: Int, from hit: inout FieldHit?) -> HeadGrammar.Head? {
        let here = passages[passage]
        guard here.isItem, trigger > 0, here.tokens[trigger - 1].tokenClass == set.names.payer,
            here.tokens[trigger].range.lowerBound - here.tokens[trigger - 1].range.upperBound <= 1,
            here.tokens[trigger - 1].range.lowerBound == 0
        else { return nil }
        for number in (max(0, passage - 4)..<passage).reversed() {
            guard passages[number].section == here.section else { return nil }
            guard let measure = passages[number].tokens.last(where: { $0.tokenClass == set.heads.measure }) else {
                continue
            }
            guard measure.code == set.names.governmentSubsidy else { return nil }
            hit = FieldHit(
                field: "kind", content: .token(measure),
                places: [FieldHit.Place(passage: number, range: measure.range)], how: .inherited, by: "item before")
            return HeadGrammar.Head(code: set.names.leveledSubsidy, token: trigger)
        }
        return nil
    }

    /// 2026年参保资助标准表, a line above the table: what its figures are, where no header says so.
    private func captionHead(
        of cell: Passage, _ measure: (ArraySlice<Token>, Int) -> HeadGrammar.Head?
    ) -> HeadGrammar.Head? {
        guard let lead = cell.tableLead, lead >= 0 else { return nil }
        // A line with the unit may stand between.
        for number in [lead, lead - 1] where passages.indices.contains(number) {
            let line = passages[number]
            guard line.section == cell.section, line.tableLead == nil, line.text.count <= 40 else { return nil }
            if let head = measure(line.tokens[...], number) { return head }
        }
        return nil
    }

    /// 2003年个人缴费10元，2015年120元，…: years long gone one after the other tell how it came about.
    private func isChronicle(_ sentence: Sentence, in passage: Passage) -> Bool {
        guard let planYear else { return false }
        var years: Set<Int> = []
        for index in sentence.tokens {
            if case .year(let year)? = passage.tokens[index].value, year < planYear { years.insert(year) }
        }
        return years.count > 1 && years.contains { $0 < planYear - 4 }
    }

    /// A figure behind a year before the plan year (2023年为380元) tells history, unless the measure stands between
    /// (2025年人均补助标准700元 is in force).
    private func isHistory(_ trigger: Int, head: Int, in passage: Passage) -> Bool {
        guard let planYear else { return false }
        // 2021年度（280元）
        if trigger > 0, case .year(let year)? = passage.tokens[trigger - 1].value,
            passage.tokens[trigger].range.lowerBound - passage.tokens[trigger - 1].range.upperBound <= 2
        {
            return year < planYear
        }
        // 2023年按每人120元、2024年按每人80元给予资助
        if trigger > 1, passage.tokens[trigger - 1].tokenClass == set.heads.connector,
            case .year(let year)? = passage.tokens[trigger - 2].value,
            passage.tokens[trigger].range.lowerBound - passage.tokens[trigger - 2].range.upperBound <= 3
        {
            return year < planYear
        }
        guard head < trigger else { return false }
        // 2024年为380元，2026年为400元: the year named last is the figure's.
        for position in (head..<trigger).reversed() {
            let token = passage.tokens[position]
            guard case .year(let year)? = token.value else { continue }
            // 在2024年1102元的基础上提高到1142元: the year of the figure beside it.
            let next = passage.tokens[position + 1]
            if position + 1 < trigger, next.tokenClass == set.heads.amount,
                next.range.lowerBound - token.range.upperBound <= 2
            {
                continue
            }
            return year < planYear
        }
        return false
    }

    private func fill(
        _ slot: Slot, rule: RulePattern, trigger: Int, head: Int?, sentence: Int, passage: Int,
        distribution: Distribution
    ) -> [FieldHit] {
        if slot.field == "payer", let payer = distribution.payers[trigger] {
            return [hit("payer", payer, in: passage, how: .stated, by: "sentence")]
        }
        for source in slot.sources {
            let hits = fill(
                slot.field, from: source, trigger: trigger, head: head, sentence: sentence, passage: passage,
                distribution: distribution)
            if !hits.isEmpty { return hits }
        }
        return []
    }

    private func fill(
        _ field: String, from source: SlotSource, trigger: Int, head: Int?, sentence: Int, passage: Int,
        distribution: Distribution
    ) -> [FieldHit] {
        let here = passages[passage]
        let token = here.tokens[trigger]
        switch source {
        case .trigger:
            return [hit(field, token, in: passage, how: .stated, by: "sentence")]
        case .constant(let code):
            return [FieldHit(field: field, content: .code(code), places: [], how: .defaulted, by: "default")]
        case .topic:
            if let member = distribution.members[trigger] {
                return [populationHit(member, in: passage, how: .stated, by: "sentence")]
            }
            return hits(topics.topic(of: trigger, sentence: sentence, passage: passage))
        case .topicHere:
            if let member = distribution.members[trigger] {
                return [populationHit(member, in: passage, how: .stated, by: "sentence")]
            }
            return hits(topics.topicHere(of: trigger, head: head, sentence: sentence, passage: passage))
        case .tier(let following):
            return tiers(
                at: trigger, following: following, sentence: sentence, passage: passage, distribution: distribution)
        case .year:
            return year(of: trigger, head: head ?? trigger, sentence: sentence, passage: passage)
        case .text(let scope):
            let range =
                scope == .clause
                ? here.sentences[sentence].clause(at: token.range.lowerBound) : here.sentences[sentence].range
            return [
                FieldHit(
                    field: field, content: .text(trimmed(here.string(range))),
                    places: [FieldHit.Place(passage: passage, range: range)], how: .stated, by: "sentence")
            ]
        case .find(let wanted):
            return finder.find(wanted, from: trigger, sentence: sentence, passage: passage).flatMap { found in
                // 提高和降低的总额: what is said of both directions.
                let both = field == "direction" ? directionBeside(found) : nil
                return ([both].compactMap { $0 } + [found.token]).map {
                    hit(field, $0, in: found.passage, how: found.how, by: found.by)
                }
            }
        }
    }

    /// The other of two directions named in one breath.
    private func directionBeside(_ found: SlotFinder.Found) -> Token? {
        let here = passages[found.passage]
        guard let index = here.tokens.firstIndex(where: { $0.range == found.token.range }), index > 0 else {
            return nil
        }
        let before = here.tokens[index - 1]
        let gap = here.text[before.range.upperBound..<max(before.range.upperBound, found.token.range.lowerBound)]
        return before.tokenClass == found.token.tokenClass && before.code != found.token.code && gap.count == 1
            && gap.allSatisfy { "、和与及或".unicodeScalars.contains($0) } ? before : nil
    }

    /// What stands beside the people of a record: 自出生之日起90日内参保的新生儿 among 下列人员.
    private func beside(
        _ variant: [FieldHit], _ field: String, _ finder: Finder, in passage: Int
    ) -> FieldHit? {
        guard let people = variant.first(where: { $0.field == "population" }), case .member = people.content,
            let name = people.places.first, let found = self.finder.find(finder, beside: name)
        else { return nil }
        return hit(field, found.token, in: found.passage, how: found.how, by: found.by)
    }

    private func hits(_ topic: TopicResolver.Topic?) -> [FieldHit] {
        guard let topic else { return [] }
        return topic.members.map {
            var hit =
                $0.definedIn.map { [member = $0] in
                    populationHit(
                        member, in: $0, how: .inherited, by: topic.how == .inherited ? topic.by : "class label")
                }
                ?? populationHit($0, in: topic.passage, how: topic.how, by: topic.by)
            if let reference = topic.reference { hit.places.append(reference) }
            hit.list = topic.list.map { FieldHit.Place(passage: topic.passage, range: $0) }
            return hit
        }
    }

    private func hit(_ field: String, _ token: Token, in passage: Int, how: FieldHit.How, by: String) -> FieldHit {
        // A phrase may carry a value that stands beside it: the dates of 期间参保的.
        let beside = token.values.map(\.range).filter { !token.range.contains($0.lowerBound) }
        return FieldHit(
            field: field, content: .token(token),
            places: ([token.range] + beside).map { FieldHit.Place(passage: passage, range: $0) }, how: how, by: by)
    }

    private func populationHit(
        _ member: PopulationGroup.Member, in passage: Int, how: FieldHit.How, by: String
    ) -> FieldHit {
        let content: FieldHit.Content = member.category == .everyone ? .everyone : .member(member)
        return FieldHit(
            field: "population", content: content, places: [FieldHit.Place(passage: passage, range: member.range)],
            how: how,
            by: by)
    }

    /// The tier that holds at the trigger: the one named last before it in the same statement.
    private func tiers(
        at trigger: Int, following: Bool, sentence: Int, passage: Int, distribution: Distribution
    ) -> [FieldHit] {
        let here = passages[passage]
        let current = here.sentences[sentence]
        func hit(_ index: Int, how: FieldHit.How = .stated) -> FieldHit? {
            let token = here.tokens[index]
            guard let term = token.term, let rank = set.vocabulary.terms[term].rank else { return nil }
            return FieldHit(
                field: "tier", content: .tier(rank: rank, text: here.string(token.range)),
                places: [FieldHit.Place(passage: passage, range: token.range)], how: how, by: "sentence")
        }
        if let tier = distribution.tiers[trigger] { return [hit(tier)].compactMap { $0 } }
        // 500元的第二档次
        if trigger + 1 < current.tokens.upperBound, here.tokens[trigger + 1].tokenClass == set.names.tier {
            let gap = here.text[here.tokens[trigger].range.upperBound..<here.tokens[trigger + 1].range.lowerBound]
            let close = here.tokens[trigger + 1].range.upperBound
            // 400元（一档）
            let isBracketed =
                gap.elementsEqual("（".unicodeScalars) && close < here.text.count && here.text[close] == "）"
            if gap.isEmpty || gap.count == 1 && gap.first == "的" || isBracketed {
                return [hit(trigger + 1)].compactMap { $0 }
            }
        }
        let origin = here.tokens[trigger].range.lowerBound
        let start = statementStart(before: origin, in: current, of: here)
        var index = trigger - 1
        while index >= current.tokens.lowerBound, here.tokens[index].range.lowerBound >= start {
            if here.tokens[index].tokenClass == set.names.tier {
                return run(endingAt: index, in: here).compactMap { hit($0) }
            }
            index -= 1
        }
        if case .tableCell = here.origin, let lead = here.tableLead, let tier = tierOfTable(lead, here.section) {
            return [tier]
        }
        guard following else { return [] }
        let end = statementEnd(after: origin, in: current, of: here)
        var seen: Set<Symbol> = []
        return (trigger + 1..<max(current.tokens.upperBound, trigger + 1)).compactMap { index in
            let token = here.tokens[index]
            guard token.tokenClass == set.names.tier, token.range.lowerBound < end, seen.insert(token.code).inserted
            else { return nil }
            return hit(index)
        }
    }

    /// 以下人员统一按一档参保，标准如下表: one tier for the whole table, where its own headings name none.
    private func tierOfTable(_ lead: Int, _ section: Int?) -> FieldHit? {
        guard passages.indices.contains(lead), passages[lead].section == section, passages[lead].tableLead == nil else {
            return nil
        }
        let named = passages[lead].tokens.filter { $0.tokenClass == set.names.tier }
        guard let token = named.first, named.allSatisfy({ $0.code == token.code }), let term = token.term,
            let rank = set.vocabulary.terms[term].rank
        else { return nil }
        return FieldHit(
            field: "tier", content: .tier(rank: rank, text: passages[lead].string(token.range)),
            places: [FieldHit.Place(passage: lead, range: token.range)], how: .inherited,
            by: "paragraph before the table")
    }

    /// 一档、二档 in one breath.
    private func run(endingAt index: Int, in passage: Passage) -> [Int] {
        var result = [index]
        while let first = result.first, first > 0, passage.tokens[first - 1].tokenClass == set.names.tier {
            let gap = passage.text[passage.tokens[first - 1].range.upperBound..<passage.tokens[first].range.lowerBound]
            guard gap.count == 1, "、和及与".unicodeScalars.contains(gap[gap.startIndex]) else { break }
            result.insert(first - 1, at: 0)
        }
        return result
    }

    /// A statement begins at a semicolon or where people are named at the beginning of a clause.
    private func statementStart(before position: Int, in sentence: Sentence, of passage: Passage) -> Int {
        var start = passage.statementStart(before: position, in: sentence)
        for group in sentence.groups where group.range.lowerBound < position && opensClause(group, in: passage) {
            start = max(start, group.range.lowerBound)
        }
        return start
    }

    private func statementEnd(after position: Int, in sentence: Sentence, of passage: Passage) -> Int {
        var end = sentence.range.upperBound
        for index in sentence.range.reversed() where index > position && passage.text[index] == "；" { end = index }
        for group in sentence.groups where group.range.lowerBound > position && opensClause(group, in: passage) {
            end = min(end, group.range.lowerBound)
        }
        return end
    }

    private func opensClause(_ group: PopulationGroup, in passage: Passage) -> Bool {
        let at = group.range.lowerBound - 1
        guard at >= 0 else { return true }
        return isPunctuation(passage.text[at]) || passage.text[at] == "对" || passage.text[at] == "、"
    }

    /// 2025年人均财政补助, 预收2026年度的个人缴费标准: the year right before the measure.
    private func year(of trigger: Int, head index: Int, sentence: Int, passage: Int) -> [FieldHit] {
        let here = passages[passage]
        // 财政补助按国家规定执行，2022年为每人每年610元
        if index < trigger, trigger - 1 > index, case .year(let year)? = here.tokens[trigger - 1].value,
            isLinked(here.text[here.tokens[trigger - 1].range.upperBound..<here.tokens[trigger].range.lowerBound])
        {
            return [
                FieldHit(
                    field: "planYear", content: .year(year),
                    places: [FieldHit.Place(passage: passage, range: here.tokens[trigger - 1].range)], how: .stated,
                    by: "sentence")
            ]
        }
        let current = here.sentences[sentence]
        // 每人每年670元（2024年度标准）
        if trigger + 1 < current.tokens.upperBound, case .year(let year)? = here.tokens[trigger + 1].value {
            let token = here.tokens[trigger + 1]
            let gap = here.text[here.tokens[trigger].range.upperBound..<token.range.lowerBound]
            if gap.count == 1, gap.first == "（", here.text[token.range.upperBound...].starts(with: "标准".unicodeScalars)
            {
                return [
                    FieldHit(
                        field: "planYear", content: .year(year),
                        places: [FieldHit.Place(passage: passage, range: token.range)], how: .stated, by: "sentence")
                ]
            }
        }
        let measure = here.tokens[index].range.lowerBound
        var at = index - 1
        while at >= current.tokens.lowerBound {
            let token = here.tokens[at]
            if case .year(let year)? = token.value {
                guard measure - token.range.upperBound <= 20 else { return [] }
                // 不低于2025年人均补助标准: the year of the figure compared with, not of the statement.
                if at > current.tokens.lowerBound, here.tokens[at - 1].tokenClass == set.heads.bound,
                    here.tokens[at - 1].range.upperBound == token.range.lowerBound
                {
                    return []
                }
                return [
                    FieldHit(
                        field: "planYear", content: .year(year),
                        places: [FieldHit.Place(passage: passage, range: token.range)], how: .stated, by: "sentence")
                ]
            }
            // 2025年，财政按每人700元给予补助: the figure itself may stand before its measure.
            let isOther = token.tokenClass == set.heads.amount || token.tokenClass == set.heads.measure
            if isOther, at != trigger { break }
            at -= 1
        }
        guard let total = whole(of: trigger, in: current, of: here),
            let head = set.heads.head(of: total, in: here.text, tokens: here.tokens, sentence: current)
        else { return [] }
        return year(of: total, head: head.token, sentence: sentence, passage: passage)
    }

    /// 2022年|为|610元, 2025年度|的标准是|400元
    private func isLinked(_ gap: ArraySlice<Unicode.Scalar>) -> Bool {
        gap.count <= 2
            || gap.count <= 5 && (gap.last == "是" || gap.last == "为") && !gap.contains(where: isPunctuation)
    }

    /// 2025年补助标准640元，其中中央384元: the figure that the shares are of.
    private func whole(of trigger: Int, in sentence: Sentence, of passage: Passage) -> Int? {
        let before = passage.text[sentence.range.lowerBound..<passage.tokens[trigger].range.lowerBound]
        let mark = before.indices.first { before[$0] == "其" && $0 + 1 < before.endIndex && before[$0 + 1] == "中" }
        guard let mark else { return nil }
        return sentence.tokens.last {
            passage.tokens[$0].range.upperBound <= mark && passage.tokens[$0].tokenClass == set.heads.amount
        }
    }
}

func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    let marks = "，。；：、\n\t ".unicodeScalars
    while let first = scalars.first, marks.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, marks.contains(last) { scalars.removeLast() }
    return String(scalars)
}
