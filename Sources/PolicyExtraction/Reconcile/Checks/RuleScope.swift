import PolicyRules
import PolicyValues

/// What two figures must have in common to be added or compared: scheme, place, year, tier and people.
struct RuleScope: Hashable {
    var scheme: Scheme
    var jurisdiction: String?
    var planYear: Int?
    var tier: Int?
    /// Nil for everyone and for 普通人员, of whom the standard speaks.
    var people: People?

    /// A group as the notice names it: 城市低保 and 农村低保 have one category and are two groups.
    struct People: Hashable {
        var category: String
        var name: String
        var qualifiers: [String]
        var excludes: [String]
    }

    init(_ rule: Rule) {
        scheme = rule.scheme
        jurisdiction = rule.jurisdiction?.code
        planYear = rule.planYear
        tier = rule.tier?.rank
        if let population = rule.population,
            population.category != "general" || !population.qualifiers.isEmpty || !population.excludes.isEmpty
        {
            people = People(
                category: population.category, name: RuleScope.bare(population.text),
                qualifiers: population.qualifiers, excludes: population.excludes)
        }
    }

    /// The scope without its people or its tier: that of figures that hold for all of them.
    func widened(people keepsPeople: Bool = false, tier keepsTier: Bool = false) -> RuleScope {
        var result = self
        if !keepsPeople { result.people = nil }
        if !keepsTier { result.tier = nil }
        return result
    }

    /// A name without the words that tell nobody apart: 城乡低保对象 and 低保人员 are the same people.
    private static func bare(_ text: String) -> String {
        var text = Substring(text)
        for word in ["城乡"] where text.hasPrefix(word) { text = text.dropFirst(word.count) }
        for word in ["供养人员", "家庭成员", "对象", "人员", "人口", "群众", "家庭", "户"]
        where text.hasSuffix(word) && text.count > word.count {
            text = text.dropLast(word.count)
            break
        }
        return String(text)
    }
}

/// Figures by scope. A sum is checked only where each of its parts has one value.
struct ScopedValues {
    private var indices: [RuleScope: [Int]] = [:]
    private var agreeing: [RuleScope: Int] = [:]

    init(_ rules: [Int], of notice: CheckedNotice) {
        for index in rules { indices[RuleScope(notice.rules[index]), default: []].append(index) }
        for (scope, rules) in indices {
            guard let first = rules.first, let value = notice.value(first) else { continue }
            let agree = rules.allSatisfy { index in
                notice.value(index).map { $0.isEqual(to: value) } ?? false
                    && notice.rules[index].amount?.comparator == notice.rules[first].amount?.comparator
            }
            if agree { agreeing[scope] = first }
        }
    }

    /// The rules of a scope.
    func rules(_ scope: RuleScope) -> [Int] { indices[scope] ?? [] }

    /// The first rule of the scope, where all of the scope have one value that can be reckoned with.
    func only(_ scope: RuleScope) -> Int? { agreeing[scope] }
}

extension CheckedNotice {
    /// Rules of a kind whose amounts are of one person and year and hold for all of their scope.
    func plainAmounts(_ kind: RuleKind, payer: Bool = false) -> [Int] {
        rules(kind).filter {
            isPlain($0) && isPerPersonAndYear($0) && rules[$0].amount != nil && (payer || rules[$0].payer == nil)
        }
    }

    /// Amounts per month, household or visit are no parts of a year's sum. Units that are left out go without saying.
    func isPerPersonAndYear(_ index: Int) -> Bool {
        rules[index].amount?.per.allSatisfy { $0 == .person || $0 == .year } ?? true
    }

    /// An amount that can be reckoned with: said as it is, without a sum still to come.
    func value(_ index: Int) -> ExactDecimal? {
        rules[index].amount.flatMap { $0.plus == nil ? ExactDecimal($0.value) : nil }
    }
}

/// Whether a sum of parts cannot be the whole, or is not said to be it. Where a part is only a bound (不低于700元), the
/// whole must be one of the same kind to be compared with the figures' sum.
func contradicts(_ sum: ExactDecimal, of parts: [Comparison], _ whole: ExactDecimal, said total: Comparison) -> Bool {
    let isSame = sum.isEqual(to: whole)
    if let bound = parts.first(where: { $0 != .equal }) { return bound == total && !isSame }
    switch total {
    case .equal: return !isSame
    case .atLeast, .more: return sum < whole
    case .atMost, .less: return whole < sum
    case .about: return false
    }
}
