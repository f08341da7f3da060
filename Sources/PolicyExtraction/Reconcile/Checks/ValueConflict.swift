import PolicyRules
import PolicyValues

extension NoticeCheck {
    /// One thing said in two places with different values: for the same people, tier, year, window and payer.
    static let valueConflict = NoticeCheck { notice in
        struct Key: Hashable {
            var kind: RuleKind
            var scope: RuleScope
            var payer: Payer?
            var effect: WaitingEffect?
            var trigger: AdjustmentTrigger?
            var direction: AdjustmentDirection?
        }
        var first: [Key: Int] = [:]
        let aids = AidsByPeople(notice)
        return notice.rules.indices.compactMap { index in
            let rule = notice.rules[index]
            guard notice.isPlain(index), StatedValue(rule) != nil else { return nil }
            let key = Key(
                kind: rule.kind, scope: RuleScope(rule), payer: rule.payer, effect: rule.effect, trigger: rule.trigger,
                direction: rule.direction)
            guard let known = first[key] else {
                first[key] = index
                return nil
            }
            guard let said = StatedValue(notice.rules[known]), let here = StatedValue(rule), said.excludes(here),
                !notice.isOneStatement(known, index), !aids.lieBetween(known, index, of: notice)
            else { return nil }
            let people = rule.population.map { " for \($0.text)" } ?? ""
            return CheckFinding(
                code: .valueConflict,
                message:
                    "\(rule.kind.rawValue)\(people) is \(said.written) in one place and \(here.written) in another",
                place: notice.place(of: index, field: here.field),
                related: [notice.place(of: known, field: said.field)].compactMap { $0 }, conflicting: [known, index])
        }
    }
}

/// The value of a rule that can stand in conflict with that of another.
private enum StatedValue {
    case amount(ExactDecimal, Comparison)
    case rate(ExactDecimal, Comparison)
    case duration(String)

    /// Nil for kinds that may well have several values, and for values that are not comparable.
    init?(_ rule: Rule) {
        switch rule.kind {
        case .financingStandard, .governmentSubsidy, .individualContribution, .contributionAssistance:
            if let amount = rule.amount, amount.plus == nil, amount.per.allSatisfy({ $0 == .person || $0 == .year }),
                let value = ExactDecimal(amount.value)
            {
                self = .amount(value, amount.comparator)
            } else if let rate = rule.rate, let value = ExactDecimal(rate.value) {
                self = .rate(value, rate.comparator)
            } else {
                return nil
            }
        case .waitingPeriod:
            guard rule.effect == .imposed, rule.within == nil, rule.per == nil, let duration = rule.duration else {
                return nil
            }
            self = .duration(duration)
        default:
            return nil
        }
    }

    var field: String {
        switch self {
        case .amount: "amount"
        case .rate: "rate"
        case .duration: "duration"
        }
    }

    var written: String {
        switch self {
        case .amount(let value, let bound): (bound == .equal ? "" : bound.rawValue) + value.description
        case .rate(let value, let bound): (bound == .equal ? "" : bound.rawValue) + value.description + "%"
        case .duration(let duration): duration
        }
    }

    /// Whether both cannot hold.
    func excludes(_ other: StatedValue) -> Bool {
        switch (self, other) {
        case (.amount(let a, let x), .amount(let b, let y)), (.rate(let a, let x), .rate(let b, let y)):
            if a.isEqual(to: b) { return false }
            switch (x, y) {
            case (.equal, .atLeast), (.equal, .more): return a < b
            case (.equal, .atMost), (.equal, .less): return b < a
            case (.atLeast, .equal), (.more, .equal): return b < a
            case (.atMost, .equal), (.less, .equal): return a < b
            case (.about, _), (_, .about): return false
            default: return x == y
            }
        case (.duration(let a), .duration(let b)):
            // 90天 and 3个月 are one wait.
            guard let x = approximateDays(a), let y = approximateDays(b) else { return false }
            return abs(x - y) > 6
        default:
            return false
        }
    }
}

/// The length of an ISO 8601 duration, months counted as 30 days and years as 365; nil for what is no duration.
func approximateDays(_ duration: String) -> Int? {
    var days = 0
    var number: Int?
    for scalar in duration.unicodeScalars.dropFirst() {
        switch scalar {
        case "0"..."9":
            let digit = Int(scalar.value) - 0x30
            guard (number ?? 0) < 100_000 else { return nil }
            number = (number ?? 0) * 10 + digit
        case "Y", "M", "W", "D":
            guard let count = number else { return nil }
            days += count * (scalar == "Y" ? 365 : scalar == "M" ? 30 : scalar == "W" ? 7 : 1)
            number = nil
        default:
            return nil
        }
    }
    return duration.hasPrefix("P") && number == nil ? days : nil
}

/// The aid of each group, by its amount.
private struct AidsByPeople {
    private struct Aid: Hashable {
        var category: String?
        var amount: String?
    }
    private var aids: Set<Aid> = []

    init(_ notice: CheckedNotice) {
        for index in notice.rules(.contributionAssistance) {
            let rule = notice.rules[index]
            aids.insert(Aid(category: rule.population?.category, amount: rule.amount?.value))
        }
    }

    /// 低保对象个人缴费标准400元 … 个人缴纳120元: two payments of one group with its aid between them, or with an aid that
    /// has no figure.
    func lieBetween(_ a: Int, _ b: Int, of notice: CheckedNotice) -> Bool {
        let rule = notice.rules[a]
        guard rule.kind == .individualContribution, let category = rule.population?.category, let x = notice.value(a),
            let y = notice.value(b)
        else { return false }
        let difference = x < y ? y - x : x - y
        return aids.contains(Aid(category: category, amount: difference.description))
            || aids.contains(Aid(category: category, amount: nil))
    }
}
