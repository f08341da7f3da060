import NoticeModel
import PolicyRules
import PolicyValues

/// Completes a draft to a rule: fields in the contract's form, year, unit and place filled in, evidence gathered.
struct RuleWriter {
    let set: ExtractorSet
    let notice: Notice
    let passages: [Passage]
    let planYear: Int?
    let jurisdiction: Jurisdiction?
    let scheme: Scheme

    /// Times of a draft: a date without a year takes the year named last before it in the paragraph.
    private func times(at place: FieldHit.Place?, for kind: RuleKind? = nil) -> TimeWriter {
        var writer = TimeWriter(planYear: planYear)
        writer.issued = issued
        guard let place else { return writer }
        for token in passages[place.passage].tokens.reversed() where token.range.upperBound <= place.range.lowerBound {
            writer.yearBefore = token.values.compactMap { $0.value.flatMap(TimeWriter.year) }.last
            if writer.yearBefore != nil {
                // 2026年度集中缴费期为9月1日至12月25日: the year paid for is not the year of the days, which come before it.
                let isBareYear = token.values.contains {
                    if case .year(planYear)? = $0.value { return true }
                    return false
                }
                if kind == .enrollmentWindow, isBareYear { writer.yearBefore = nil }
                break
            }
        }
        return writer
    }

    /// Year and month of the date of issue.
    private var issued: (year: Int, month: Int)? {
        guard let parts = notice.metadata.issuedOn?.value.split(separator: "-"), parts.count >= 2,
            let year = Int(parts[0]), let month = Int(parts[1])
        else { return nil }
        return (year, month)
    }

    /// Nil where a field cannot be written in the contract's form.
    func rule(from draft: Draft) -> Rule? {
        let pattern = set.rules[draft.pattern]
        guard let kind = RuleKind(rawValue: pattern.kind) else { return nil }
        var rule = Rule(
            id: "", kind: kind, scheme: scheme, jurisdiction: jurisdiction, planYear: planYear, extractor: pattern.id)
        if kind == .ceilingAdjustment || kind == .ceilingAdjustmentLimit { rule.scheme = .criticalIllness }
        if planYear != nil { rule.origins["planYear"] = Origin(how: .inherited, by: "document") }
        if jurisdiction != nil { rule.origins["jurisdiction"] = Origin(how: .inherited, by: "document") }
        for hit in draft.fields {
            guard write(hit, to: &rule, of: draft) else { return nil }
            if hit.how != .stated, hit.field != "bound", hit.field != "context" {
                rule.origins[hit.field] = Origin(how: origin(hit.how), by: hit.by)
            }
        }
        completeUnits(&rule, of: draft)
        if isInferred(draft) { rule.certainty = .inferred }
        if rule.kind == .continuousEnrollment, rule.within != nil, rule.within?.of == nil {
            rule.within?.of = .lapse
            rule.origins["within.of"] = Origin(how: .defaulted, by: "what must be mended is a lapse")
        }
        let fields = Set(rule.scopeFields + rule.kindFields + ["kind"])
        rule.evidence = evidence(of: draft, fields: fields)
        rule.origins = rule.origins.filter {
            fields.contains(topField(of: $0.key)) || $0.key == "jurisdiction"
        }
        return rule
    }

    private func origin(_ how: FieldHit.How) -> Origin.How {
        switch how {
        case .defaulted: .defaulted
        case .derived: .derived
        case .stated, .inherited: .inherited
        }
    }

    private func write(_ hit: FieldHit, to rule: inout Rule, of draft: Draft) -> Bool {
        switch (hit.field, hit.content) {
        case ("population", .member(let member)):
            rule.population = population(member, at: hit.places.first?.passage ?? draft.passage)
        case ("population", .everyone):
            break
        case ("tier", .tier(let rank, let text)):
            rule.tier = Tier(rank: rank, text: text)
        case ("planYear", .year(let year)):
            rule.planYear = year
            rule.origins["planYear"] = nil
        case ("amount", .token(let token)):
            if token.tokenClass == set.heads.zero {
                rule.amount = Amount(value: "0", comparator: .equal)
                if let sibling = siblingUnits(of: draft) {
                    rule.amount?.per = sibling
                    rule.origins["amount.per"] = Origin(how: .inherited, by: "sentence")
                }
            } else {
                switch token.value {
                case .money(let money):
                    rule.amount = amount(money)
                case .moneyChange(let change):
                    // Of a ceiling the step itself is what is ruled.
                    let isFall = change.amount < ExactDecimal(0)
                    let size = isFall ? ExactDecimal(0) - change.amount : change.amount
                    rule.amount = amount(Money(value: size, comparator: change.comparator, per: change.per))
                    rule.direction = rule.direction ?? (isFall ? .lower : .raise)
                default:
                    return false
                }
            }
        case ("bound", .token(let token)):
            guard let bound = Comparison(rawValue: set.code(token.code)) else { break }
            if rule.amount?.comparator == .equal { rule.amount?.comparator = bound }
            if rule.rate?.comparator == .equal { rule.rate?.comparator = bound }
        case ("plus", .token(let token)):
            rule.amount?.plus = RuleKind(rawValue: set.code(token.code))
        case ("rate", .token(let token)):
            guard case .rate(let rate)? = token.value else { return false }
            rule.rate = RateValue(
                value: rate.value.description, base: rule.rate?.base,
                comparator: Comparison(rawValue: rate.comparator.rawValue) ?? .equal)
        case ("base", let content):
            rule.rate?.base = RateBase(rawValue: code(content))
        case ("period", .token(let token)) where set.code(token.code) == AnchorEvent.payment.rawValue:
            rule.period = PeriodValue(start: TimePointValue(anchor: .payment, text: text(hit)))
        case ("period", .token(let token)):
            guard let value = token.value,
                let period = times(at: hit.places.first, for: rule.kind).period(of: value, text: text(hit))
            else {
                return false
            }
            rule.period = period
            if times(at: hit.places.first, for: rule.kind).isDatedByIssue(value) {
                rule.origins["period"] = Origin(how: .derived, by: "the date of issue, as the text names no year")
            }
            // 由12月31日延长至2月28日: what is new is the end.
            if token.code == set.classes.prolonged { rule.period?.start = nil }
        case ("until", .token(let token)):
            guard rule.period?.end == nil, let value = token.value,
                let end = times(at: hit.places.first).whole(of: value, text: text(hit))?.end
            else { break }
            rule.period = PeriodValue(start: rule.period?.start, end: end)
        case ("period", .code("planYear")):
            guard let planYear else { return false }
            rule.period = PeriodValue(
                start: TimePointValue(date: "\(planYear)-01-01"), end: TimePointValue(date: "\(planYear)-12-31"))
            rule.origins["period"] = Origin(how: .derived, by: "the whole plan year")
        case ("paidDuring", .token(let token)):
            guard let value = token.value, let period = times(at: hit.places.first).whole(of: value, text: text(hit))
            else { break }
            rule.paidDuring = period
        case ("duration", .token(let token)):
            guard case .duration(let span)? = token.value else { return false }
            rule.duration = span.description
        case ("within", .token(let token)):
            switch token.value {
            case .within(let within):
                rule.within = WithinValue(
                    duration: within.duration.description, of: within.of.flatMap { AnchorEvent(rawValue: $0.rawValue) })
            case .duration(let span):
                // 中断不超过90天
                rule.within = WithinValue(duration: span.description, of: .lapse)
            default:
                return false
            }
        case ("monthDays", .token(let token)):
            guard case .monthDays(let days)? = token.value else { break }
            rule.monthDays = days
        case ("priorYears", .token(let token)):
            guard case .yearCount(let years)? = token.value else { break }
            rule.priorYears = years.count
        case ("afterYears", .token(let token)):
            guard case .yearCount(let years)? = token.value else { break }
            // 自第5年起 is after four years.
            rule.afterYears = years.isOrdinal ? years.count - 1 : years.count
        case ("document", .token(let token)):
            guard case .documentNumber(let number)? = token.value else { return false }
            rule.document = number.canonical
        case ("text", .text(let text)):
            rule.text = text
        case ("payer", let content):
            rule.payer = Payer(rawValue: code(content))
        case ("window", let content):
            rule.window = WindowType(rawValue: code(content))
        case ("mode", let content):
            rule.mode = AssistanceMode(rawValue: code(content))
            if rule.mode == nil, code(content) == "borne" {
                // 由县财政代缴: in full, unless a figure says how much.
                rule.mode = rule.amount != nil ? .fixed : .full
                rule.origins["mode"] = Origin(how: .derived, by: "paid for by another, without a limit")
            }
            if rule.mode == nil, code(content) == "half" {
                rule.mode = .percentage
                rule.rate = RateValue(value: "50", base: .individualContribution, comparator: .equal)
            }
        case ("effect", let content):
            rule.effect = WaitingEffect(rawValue: code(content))
        case ("per", let content):
            rule.per = WaitingUnit(rawValue: code(content))
        case ("trigger", let content):
            let code = code(content)
            rule.trigger =
                ["lapsedYear": .lapse, "enrolledYear": .continuousEnrollment, "repaidYear": .continuousEnrollment][code]
                ?? AdjustmentTrigger(rawValue: code)
        case ("direction", let content):
            // 增加 and 减少 say of a ceiling what 提高 and 降低 say.
            let code = code(content)
            rule.direction = ["extended": .raise, "reduced": .lower][code] ?? AdjustmentDirection(rawValue: code)
        case ("principle", let content):
            rule.principle = PrecedencePrinciple(rawValue: code(content))
        case ("to", let content):
            rule.to = DelegationTarget(rawValue: code(content))
        case ("topic", let content):
            rule.topic = RuleWriter.topics[code(content)] ?? RuleKind(rawValue: code(content))
            if rule.topic == nil { return false }
        default:
            break
        }
        return true
    }

    /// What a matter that is left to others is called in the vocabulary, and the kind of rule that would settle it.
    private static let topics: [String: RuleKind] = [
        "assistance": .contributionAssistance, "waiting": .waitingPeriod, "concentrated": .enrollmentWindow,
        "sporadic": .enrollmentWindow, "makeUp": .enrollmentWindow, "extended": .enrollmentWindow,
        "enjoy": .benefitPeriod, "benefitTime": .benefitPeriod, "benefitTrace": .benefitPeriod,
        "full": .contributionAssistance, "fixed": .contributionAssistance, "half": .contributionAssistance,
        "ceiling": .ceilingAdjustment, "raise": .ceilingAdjustment, "lower": .ceilingAdjustment,
    ]

    private func code(_ content: FieldHit.Content) -> String {
        switch content {
        case .token(let token): set.code(token.code)
        case .code(let code): code
        default: ""
        }
    }

    private func text(_ hit: FieldHit) -> String {
        guard let place = hit.places.first else { return "" }
        // The words of the time itself, where a phrase took it from beside (2025年12月31日前|缴费的).
        if case .token(let token) = hit.content, token.values.count == 1, let time = token.values.first {
            return passages[place.passage].string(time.range)
        }
        return passages[place.passage].string(place.range)
    }

    private func amount(_ money: Money) -> Amount {
        Amount(
            value: money.value.description, comparator: Comparison(rawValue: money.comparator.rawValue) ?? .equal,
            per: money.per.compactMap { CountUnit(rawValue: $0.rawValue) }, change: money.change?.description)
    }

    private func population(_ member: PopulationGroup.Member, at passage: Int) -> Population {
        let text = passages[passage].string(member.range)
        let category =
            switch member.category {
            case .known(let symbol): set.code(symbol)
            case .custom(let text): "custom:\(text)"
            case .everyone: "everyone"
            }
        return Population(category: category, text: text, excludes: member.excludes.map { set.code($0) })
    }

    /// The units of the other amount in the sentence: 参加一档个人不缴费、二档个人缴375元/人.
    private func siblingUnits(of draft: Draft) -> [CountUnit]? {
        let passage = passages[draft.passage]
        for index in passage.sentences[draft.sentence].tokens {
            if case .money(let money)? = passage.tokens[index].value, !money.per.isEmpty {
                return money.per.compactMap { CountUnit(rawValue: $0.rawValue) }
            }
        }
        return nil
    }

    /// The scheme is financed by person and year; a ceiling is raised by the year.
    private func completeUnits(_ rule: inout Rule, of draft: Draft) {
        guard let amount = rule.amount, amount.per.isEmpty || amount.per == [.person] && isPerHead(draft) else {
            return
        }
        switch rule.kind {
        case .financingStandard, .governmentSubsidy, .individualContribution, .contributionAssistance:
            rule.amount?.per = [.person, .year]
        case .ceilingAdjustment:
            rule.amount?.per = [.year]
        default:
            return
        }
        rule.origins["amount.per"] = Origin(how: .defaulted, by: "the unit of \(rule.kind.rawValue)")
    }

    /// 人均筹资标准1100元: 人均 speaks of the yearly standard, unlike 400元/人.
    private func isPerHead(_ draft: Draft) -> Bool {
        guard let place = draft.hit("amount")?.places.first else { return false }
        // The unit may stand some letters before its figure: 人均|补助标准|700元, 每人|补助|50元.
        let start = max(0, place.range.lowerBound - 16)
        let text = passages[place.passage].text[start..<place.range.upperBound]
        guard let last = text.lastIndex(of: "人"), last + 1 < text.endIndex else { return false }
        return text[last + 1] == "均"
    }

    // MARK: Evidence

    /// The statement first, from its first to its last found word, then each field on its own letters.
    private func evidence(of draft: Draft, fields: Set<String>) -> [Evidence] {
        let passage = passages[draft.passage]
        let trigger = passage.tokens[draft.trigger].range
        let sentence = passage.sentences[draft.sentence].range
        var hull = trigger
        for place in draft.fields.flatMap({ $0.places + [$0.list].compactMap { $0 } })
        where place.passage == draft.passage && sentence.overlaps(place.range) {
            hull = min(hull.lowerBound, place.range.lowerBound)..<max(hull.upperBound, place.range.upperBound)
        }
        var spans: [(range: Range<Int>, supports: [String])] = []
        func add(_ range: Range<Int>, in passage: Int, for field: String) {
            for part in passages[passage].sources(of: range) {
                let source = notice.text.sourceRange(of: part)
                if source.isEmpty { continue }
                if let known = spans.firstIndex(where: { $0.range == source }) {
                    if !spans[known].supports.contains(field) { spans[known].supports.append(field) }
                } else {
                    spans.append((source, [field]))
                }
            }
        }
        add(hull, in: draft.passage, for: "kind")
        for hit in draft.fields where hit.field != "context" {
            let field = RuleWriter.partOf[hit.field] ?? hit.field
            guard fields.contains(topField(of: field)) else { continue }
            for place in hit.places { add(place.range, in: place.passage, for: field) }
        }
        return spans.map { quote($0.range, supports: $0.supports) }
    }

    /// Slots that fill a part of a field.
    private static let partOf = [
        "bound": "amount.comparator", "base": "rate.base", "plus": "amount.plus", "until": "period.end",
    ]

    func quote(_ range: Range<Int>, supports: [String]) -> Evidence {
        Evidence(
            start: range.lowerBound, end: range.upperBound, quote: string(notice.rendition[range]), supports: supports,
            page: notice.places?.page(of: range), cell: notice.places?.cell(of: range))
    }
}

/// The field that a path such as `amount.per` leads into.
func topField(of path: String) -> String {
    path.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(path[..<$0]) } ?? path
}
