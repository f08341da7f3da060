package import PolicyRules

/// What makes two rules speak of the same thing: everything that says *what is ruled for whom*, and nothing of what is
/// ruled. The division and the year are left out, because they are what is compared; a rule that differs from its own
/// document in them says so.
package struct FactKey: Sendable, Hashable {
    package var kind: RuleKind
    package var scheme: Scheme
    /// The population's category; nil is everyone insured.
    package var population: String?
    /// The rank of the tier (档); nil where there is none.
    package var tier: Int?
    /// What tells rules of one kind apart: the window of an enrolment, the trigger of an adjustment. Codes in a fixed
    /// order, joined with `+`; empty where the kind has none.
    package var aspect: String
    /// The rule's plan year less the document's: 2025年人均财政补助 in a notice of 2026 is -1.
    package var yearOffset: Int
    /// The rule's division where it is not the document's.
    package var region: String?

    /// A name for the key that is readable and stable: `urrbmi/contributionAssistance/orphan/tier-2`.
    package var path: String {
        var parts = [scheme.rawValue, kind.rawValue]
        if let population { parts.append(population) }
        if let tier { parts.append("tier-\(tier)") }
        if !aspect.isEmpty { parts.append(aspect) }
        if yearOffset != 0 { parts.append(yearOffset > 0 ? "year+\(yearOffset)" : "year\(yearOffset)") }
        if let region { parts.append("in-\(region)") }
        return parts.joined(separator: "/")
    }
}

/// A field of a rule that is compared on its own. The names are those of the contract.
package enum FactField: String, Sendable, Hashable, CaseIterable {
    case mode
    case amount
    case amountBound = "amount.comparator"
    case rate
    case rateBound = "rate.comparator"
    case rateBase = "rate.base"
    case payer
    case window
    case periodStart = "period.start"
    case periodEnd = "period.end"
    case paidDuringStart = "paidDuring.start"
    case paidDuringEnd = "paidDuring.end"
    case monthDays
    case effect
    case duration
    case per
    case within
    case withinOf = "within.of"
    case priorYears
    case trigger
    case direction
    case afterYears
    case principle
    case topic
    case to
    case document
    case text
    case service
    case institutionLevel
    case band
    case qualifiers = "population.qualifiers"
    case excludes = "population.excludes"
    case conditions
    case populationText = "population.text"
    case tierText = "tier.text"
}

/// The value of a field, without its wording.
package enum FactValue: Sendable, Hashable {
    /// An amount without its bound and its change, which are no part of the value.
    case amount(Amount)
    /// Decimal digits in percent.
    case rate(String)
    case code(String)
    /// ISO 8601.
    case duration(String)
    /// A day without its wording.
    case day(TimePointValue)
    case number(Int)
    /// Days of each month.
    case monthDays(ClosedRange<Int>)
    /// The notice's words.
    case words([String])
}

/// Where a fact stands.
package struct FactSource: Sendable, Hashable {
    /// The place of the document in `FactBase.documents`.
    package var document: Int
    package var rule: Rule
}

/// One statement of a rule in the form in which it is compared.
package struct Fact: Sendable {
    package var key: FactKey
    package var fields: [FactField: FactValue]
    /// The plan year of the document, from which dates are counted when years are compared.
    package var documentYear: Int?
    /// The division of the document.
    package var documentRegion: Jurisdiction?
    /// The statements that say so, sorted; more than one where a side repeats itself.
    package var sources: [FactSource]
    /// The place in the facts of its side, which are in a total order: sorts the facts of one side and tells them apart
    /// without a look at what they say.
    package internal(set) var place = 0
    /// For contribution assistance: whether nothing of the contribution is left to pay. 全额资助, 按个人缴费标准的100%, and a fixed
    /// amount that is the side's own contribution say the same.
    package internal(set) var isWhole = false

    /// The same text for equal keys, fields and years, and another for others. Made anew at each call: for what is
    /// written, not for what is compared.
    package var canonical: String {
        var text = key.path + "|" + (documentYear.map(String.init) ?? "")
        for field in FactField.allCases {
            if let value = fields[field] { text += "|\(field.rawValue)=\(value.canonical)" }
        }
        return text
    }

    /// Whether the extractor was not sure of a statement.
    package var isUncertain: Bool {
        sources.contains { $0.rule.certainty == .ambiguous || $0.rule.certainty == .conflicting }
    }

    package subscript(field: FactField) -> FactValue? { fields[field] }
}

extension FactValue {
    /// The same text for equal values, and another for others.
    package var canonical: String {
        switch self {
        case .amount(let amount):
            return "\(amount.value) \(amount.currency)/\(amount.per.map(\.rawValue).joined(separator: "/"))"
                + (amount.plus.map { "+\($0.rawValue)" } ?? "")
        case .rate(let value), .code(let value), .duration(let value): return value
        case .day(let point):
            let parts = [
                point.date, point.anchor?.rawValue, point.offset, point.snap?.rawValue, point.monthDay,
            ]
            // Words are kept where nothing else tells the day.
            return parts.map { $0 ?? "" }.joined(separator: ",") + (point.text.map { ",\($0)" } ?? "")
        case .number(let number): return String(number)
        case .monthDays(let days): return "\(days.lowerBound)-\(days.upperBound)"
        // Words may hold any letter: their lengths keep two lists apart that join to one text.
        case .words(let words): return words.map { "\($0.utf8.count):\($0)" }.joined()
        }
    }
}
