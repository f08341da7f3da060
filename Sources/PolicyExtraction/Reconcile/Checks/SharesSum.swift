import PolicyRules
import PolicyValues

extension NoticeCheck {
    /// The shares of central, provincial, municipal and county governments make up 财政补助. They cannot be more than it;
    /// they may be less where not all governments are named.
    static let sharesSum = NoticeCheck { notice in
        let whole = ScopedValues(notice.plainAmounts(.governmentSubsidy), of: notice)
        var shares: [RuleScope: [Int]] = [:]
        for index in notice.plainAmounts(.governmentSubsidy, payer: true) where notice.rules[index].payer != nil {
            shares[RuleScope(notice.rules[index]), default: []].append(index)
        }
        var seen: Set<RuleScope> = []
        return notice.rules(.governmentSubsidy).compactMap { index in
            let scope = RuleScope(notice.rules[index])
            guard let parts = shares[scope], parts.count > 1, seen.insert(scope).inserted,
                // A payer named twice pays different shares in different places.
                Set(parts.map { notice.rules[$0].payer }).count == parts.count,
                let total = whole.only(scope), let value = notice.value(total),
                let said = notice.rules[total].amount?.comparator
            else { return nil }
            let values = parts.compactMap { notice.value($0) }
            guard values.count == parts.count, let first = values.first else { return nil }
            let sum = values.dropFirst().reduce(first, +)
            let payers = parts.compactMap { notice.rules[$0].payer }
            let isComplete =
                payers.contains(.centralFinance) && payers.contains(.provincialFinance)
                && (payers.contains(.municipalCountyFinance) || payers.contains(.countyFinance))
            guard
                contradicts(sum, of: parts.compactMap { notice.rules[$0].amount?.comparator }, value, said: said),
                isComplete || value < sum
            else { return nil }
            let terms = zip(payers, values).map { "\(name(of: $0)) \($1)" }.joined(separator: " + ")
            return CheckFinding(
                code: .sharesSum, message: "\(terms) = \(sum), but the 财政补助 is \(value)",
                place: notice.place(of: total),
                related: parts.compactMap { notice.place(of: $0) })
        }
    }

    private static func name(of payer: Payer) -> String {
        switch payer {
        case .centralFinance: "中央"
        case .provincialFinance: "省级"
        case .municipalFinance: "市级"
        case .countyFinance: "县级"
        case .municipalCountyFinance: "市县"
        default: payer.rawValue
        }
    }
}
