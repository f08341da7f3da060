import PolicyRules

/// Rules by what two of them must share to say the same, so that a long notice need not compare each rule with each.
struct Alike {
    /// What must be equal whatever else is said.
    private struct Key: Hashable {
        var kind: RuleKind
        var population: String?
        var tier: Int?
        var planYear: Int?
        var rate: RateValue?
        var window: WindowType?
        var paidDuring: PeriodValue?
        var period: PeriodValue?
        var words: [String?]
    }
    /// What must be equal where both state it.
    private struct Figure: Hashable {
        var amount: String?
        var comparator: Comparison?
        var period: PeriodValue?
    }
    private struct Bucket {
        var byFigure: [Figure: [Int]] = [:]
        /// Those that state no figure of their own.
        var open: [Int] = []
        /// All, by the mode of aid.
        var byMode: [AssistanceMode?: [Int]] = [:]
    }

    private var buckets: [Key: Bucket] = [:]

    /// Adds the rule that stands at `index`, greater than all before it.
    mutating func add(_ rule: Rule, at index: Int) {
        let key = Alike.key(rule)
        if Alike.isOpen(rule) {
            buckets[key, default: Bucket()].open.append(index)
        } else {
            buckets[key, default: Bucket()].byFigure[Alike.figure(rule), default: []].append(index)
        }
        buckets[key, default: Bucket()].byMode[rule.mode, default: []].append(index)
    }

    /// The first rule added that says the same by `says`, also where it has been completed since.
    func first(for rule: Rule, where says: (Int) -> Bool) -> Int? {
        guard let bucket = buckets[Alike.key(rule)] else { return nil }
        let lists: [[Int]?] =
            if !Alike.isOpen(rule) {
                [bucket.byFigure[Alike.figure(rule)], bucket.open]
            } else if let mode = rule.mode {
                [bucket.byMode[mode], bucket.byMode[AssistanceMode?.none]]
            } else if rule.kind == .enrollmentWindow {
                [bucket.byMode[AssistanceMode?.none]]
            } else {
                [bucket.open]
            }
        return lists.compactMap { $0?.first(where: says) }.min()
    }

    /// Aid without an amount takes that of another statement, a window without dates those of another.
    private static func isOpen(_ rule: Rule) -> Bool {
        rule.kind == .contributionAssistance && rule.amount == nil
            || rule.kind == .enrollmentWindow && rule.period == nil
    }

    private static func figure(_ rule: Rule) -> Figure {
        Figure(
            amount: rule.amount?.value, comparator: rule.amount?.comparator,
            period: rule.kind == .enrollmentWindow ? rule.period?.withoutWords : nil)
    }

    private static func key(_ rule: Rule) -> Key {
        Key(
            kind: rule.kind, population: rule.population?.category, tier: rule.tier?.rank, planYear: rule.planYear,
            rate: rule.rate, window: rule.kind == .individualContribution ? nil : rule.window,
            paidDuring: rule.window == .concentrated ? nil : rule.paidDuring?.withoutWords,
            period: rule.kind == .enrollmentWindow ? nil : rule.period?.withoutWords,
            words: [rule.duration, rule.document, rule.text])
    }
}

extension PeriodValue {
    /// The dates alone, without the words that the notice uses for them.
    fileprivate var withoutWords: PeriodValue {
        PeriodValue(start: start?.withoutWords, end: end?.withoutWords)
    }
}

extension TimePointValue {
    var withoutWords: TimePointValue {
        var point = self
        point.text = nil
        return point
    }
}
