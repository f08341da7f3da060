import PolicyRules

/// Finds out which fact of one side stands for which of the other, among the facts of one key.
struct Matching {
    private(set) var pairs: [(Fact, Fact)] = []
    private(set) var onlyFrom: [Fact] = []
    private(set) var onlyTo: [Fact] = []
    /// Facts of both sides of which nothing says which belong together.
    private(set) var ambiguousFrom: [Fact] = []
    private(set) var ambiguousTo: [Fact] = []

    /// Matches by ever fewer of the marks that tell the statements of one key apart, from all of them to none. A pair is
    /// taken only where it is the only one: nothing is guessed. Exchanging the sides exchanges the result.
    init(_ from: [Fact], _ to: [Fact]) {
        if from.isEmpty || to.isEmpty {
            (onlyFrom, onlyTo) = (from, to)
            return
        }
        // Most keys have one fact a side: no mark would tell them apart.
        if from.count == 1, to.count == 1 {
            if from[0].isCompatible(with: to[0]) || from[0].isEqual(to[0]) {
                pairs = [(from[0], to[0])]
            } else {
                (onlyFrom, onlyTo) = (from, to)
            }
            return
        }
        var (from, to) = (from, to)
        takeEqual(&from, &to)
        take(&from, &to) { $0.comparable }
        let marks = Set((from + to).map { $0.marks.count }).max() ?? 0
        for count in stride(from: marks, through: 0, by: -1) {
            if from.isEmpty || to.isEmpty { break }
            take(&from, &to) { $0.marks.prefix(count).joined(separator: "\u{0}") }
        }
        for fact in from {
            if to.contains(where: { fact.isCompatible(with: $0) }) {
                ambiguousFrom.append(fact)
            } else {
                onlyFrom.append(fact)
            }
        }
        for fact in to {
            if from.contains(where: { fact.isCompatible(with: $0) }) {
                ambiguousTo.append(fact)
            } else {
                onlyTo.append(fact)
            }
        }
    }

    private mutating func takeEqual(_ from: inout [Fact], _ to: inout [Fact]) {
        // A side has no two facts that are equal.
        var places: [Statement: Int] = [:]
        for (place, fact) in to.enumerated() { places[Statement(fact)] = place }
        var taken: Set<Int> = []
        from = from.filter { fact in
            guard let place = places[Statement(fact)] else { return true }
            pairs.append((fact, to[place]))
            taken.insert(place)
            return false
        }
        to = to.indices.filter { !taken.contains($0) }.map { to[$0] }
    }

    /// Pairs the facts whose mark no other fact of their side has, if they can stand for each other.
    private mutating func take(_ from: inout [Fact], _ to: inout [Fact], by mark: (Fact) -> String) {
        let first = Dictionary(grouping: from.indices) { mark(from[$0]) }
        let second = Dictionary(grouping: to.indices) { mark(to[$0]) }
        var taken: (Set<Int>, Set<Int>) = ([], [])
        for (index, fact) in from.enumerated() {
            let key = mark(fact)
            guard first[key]?.count == 1, let others = second[key], others.count == 1, let other = others.first,
                fact.isCompatible(with: to[other])
            else { continue }
            pairs.append((fact, to[other]))
            taken.0.insert(index)
            taken.1.insert(other)
        }
        from = from.indices.filter { !taken.0.contains($0) }.map { from[$0] }
        to = to.indices.filter { !taken.1.contains($0) }.map { to[$0] }
    }
}

/// What two facts of one key have in common where they are equal.
private struct Statement: Hashable {
    let year: Int?
    let fields: [FactField: FactValue]

    init(_ fact: Fact) {
        year = fact.documentYear
        fields = fact.fields
    }
}

extension Fact {
    /// Whether two facts of one key say the same in the same words.
    func isEqual(_ other: Fact) -> Bool { documentYear == other.documentYear && fields == other.fields }

    /// Every field but the wording, dates counted from the plan year.
    var comparable: String {
        FactField.allCases.map { field in
            guard field != .populationText, field != .tierText, let value = fields[field] else { return "" }
            if case .day(let point) = value { return relative(point) }
            return value.canonical
        }.joined(separator: "\u{0}")
    }

    /// What tells statements of one key apart, the most telling first.
    var marks: [String] {
        let order: [FactField] = [
            .effect, .paidDuringStart, .paidDuringEnd, .window, .withinOf, .per, .payer, .mode, .qualifiers, .excludes,
            .priorYears, .conditions, .text, .periodStart, .periodEnd, .amount, .rate, .duration, .within,
        ]
        return order.map { field in
            guard let value = fields[field] else { return "" }
            if case .day(let point) = value { return relative(point) }
            return value.canonical
        }
    }

    /// The day with its year counted from the document's: 2025-11-01 in a notice of 2026 is `-1-11-01`.
    private func relative(_ point: TimePointValue) -> String {
        guard let date = point.date, let documentYear, let year = Int(date.prefix(4)) else {
            return FactValue.day(point).canonical
        }
        return "\(year - documentYear)\(date.dropFirst(4))"
    }

    /// Whether two facts of one key can stand for each other: payment periods that both state must touch, windows agree.
    func isCompatible(with other: Fact) -> Bool {
        if let a = fields[.window], let b = other.fields[.window], a != b { return false }
        let (p, q) = (paymentDays, other.paymentDays)
        return p == nil || q == nil || (p?.overlaps(q ?? 0...0) ?? true)
    }

    /// The days of `paidDuring` counted from 1 January of the plan year; nil where it has none. An end that no date tells
    /// is open.
    private var paymentDays: ClosedRange<Int>? {
        guard fields[.paidDuringStart] != nil || fields[.paidDuringEnd] != nil else { return nil }
        func number(_ field: FactField) -> Int? {
            guard case .day(let point)? = fields[field], let date = point.date, let day = Day(date) else { return nil }
            return day.moved(years: Day.commonYear - (documentYear ?? day.year)).number
        }
        let start = number(.paidDuringStart) ?? .min
        return start...max(start, number(.paidDuringEnd) ?? .max)
    }
}
