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
        var duration: String?
        var document: String?
        var text: String?
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

        mutating func add(_ rule: Rule, at index: Int) {
            if Alike.isOpen(rule) {
                open.append(index)
            } else {
                byFigure[Alike.figure(rule), default: []].append(index)
            }
            byMode[rule.mode, default: []].append(index)
        }

        func first(for rule: Rule, where says: (Int) -> Bool) -> Int? {
            func first(_ list: [Int]?) -> Int { list?.first(where: says) ?? .max }
            let index =
                if !Alike.isOpen(rule) {
                    min(first(byFigure[Alike.figure(rule)]), first(open))
                } else if let mode = rule.mode {
                    min(first(byMode[mode]), first(byMode[AssistanceMode?.none]))
                } else if rule.kind == .enrollmentWindow {
                    first(byMode[AssistanceMode?.none])
                } else {
                    first(open)
                }
            return index == .max ? nil : index
        }
    }

    private var buckets: [Key: Bucket] = [:]

    /// The first rule added that says the same by `says`, also where it has been completed since. Where none does, the
    /// rule is added under `index`, which is greater than all before it.
    mutating func firstOrAdd(_ rule: Rule, at index: Int, where says: (Int) -> Bool) -> Int? {
        func look(in bucket: inout Bucket) -> Int? {
            if let first = bucket.first(for: rule, where: says) { return first }
            bucket.add(rule, at: index)
            return nil
        }
        return look(in: &buckets[Alike.key(rule), default: Bucket()])
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
            duration: rule.duration, document: rule.document, text: rule.text)
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
