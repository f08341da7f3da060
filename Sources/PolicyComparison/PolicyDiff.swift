package import PolicyRules

/// What bundles are compared along.
package enum ComparisonAxis: String, Sendable, Hashable, CaseIterable {
    case year, region
}

/// Two sides of a comparison, paired along the axis, with what differs.
package struct PolicyDiff: Sendable {
    /// The documents of one region or one year of both sides, and what differs between them.
    package struct Pair: Sendable {
        /// The region's code or the plan year that both have; nil where the sides have but one group each.
        package var group: String?
        package var from: FactBase
        package var to: FactBase
        package var diff: FactDiff
    }

    /// Something that a reader might miss in the changes.
    package struct Remark: Sendable, Hashable {
        package enum Code: String, Sendable, Hashable, CaseIterable {
            /// Documents of a region or a year that the other side does not have.
            case noCounterpart
            /// Topics that one side says nothing on.
            case topicAbsent
            /// The notice is a draft or explains another one.
            case notInForce
            /// Rules that the extractor was not sure of.
            case uncertain
            /// Figures of the notice that no rule holds.
            case unclaimed
            /// The two sides differ in year and in region.
            case bothDiffer
            /// One side has several regions, or several years, which are compared as one.
            case severalInOne
        }

        package var code: Code
        /// Whether the first side is meant; nil for both.
        package var isFirst: Bool?
        /// Names of documents, codes of kinds or regions, sorted.
        package var items: [String]
        package var count: Int
    }

    package var axis: ComparisonAxis
    /// Whether the axis was found out from the documents.
    package var isAxisGuessed: Bool
    package var pairs: [Pair]
    package var remarks: [Remark]

    /// - Parameter axis: What differs between the sides; nil to find it out: the year, unless the regions differ.
    package init(
        from: [RuleBundle], to: [RuleBundle], axis: ComparisonAxis? = nil, vocabulary: ComparisonVocabulary = .init()
    ) {
        isAxisGuessed = axis == nil
        let axis = axis ?? Self.axis(from, to)
        self.axis = axis
        pairs = []
        remarks = []
        let (first, second) = (Self.groups(from, axis), Self.groups(to, axis))
        if first.count == 1, second.count == 1 {
            let group = first.keys.first == second.keys.first ? first.keys.first ?? nil : nil
            pairs = [Self.pair(group, from, to, axis, vocabulary, isOnly: true)]
            if Self.regions(from) != Self.regions(to), Self.years(from) != Self.years(to) {
                remarks.append(Remark(code: .bothDiffer, isFirst: nil, items: [], count: 1))
            }
        } else {
            for group in Set(first.keys).union(second.keys).sorted(by: { ($0 ?? "") < ($1 ?? "") }) {
                if let a = first[group], let b = second[group] {
                    pairs.append(Self.pair(group, a, b, axis, vocabulary, isOnly: false))
                } else {
                    let bundles = first[group] ?? second[group] ?? []
                    remarks.append(
                        Remark(
                            code: .noCounterpart, isFirst: first[group] != nil,
                            items: bundles.map(\.document.name).sorted(), count: bundles.count))
                }
            }
        }
        remarks += severalRemarks()
        remarks += Self.remarks(on: from, isFirst: true) + Self.remarks(on: to, isFirst: false) + topicRemarks()
    }

    /// All changes, group by group.
    package var changes: [Change] { pairs.flatMap(\.diff.changes) }

    package var maximumLevel: ChangeLevel? { changes.map(\.level).max() }

    private static func pair(
        _ group: String?, _ a: [RuleBundle], _ b: [RuleBundle], _ axis: ComparisonAxis,
        _ vocabulary: ComparisonVocabulary, isOnly: Bool
    ) -> Pair {
        let (from, to) = (FactBase(a), FactBase(b))
        return Pair(
            group: group, from: from, to: to,
            diff: FactDiff(from: from, to: to, axis: axis, vocabulary: vocabulary, group: isOnly ? nil : group))
    }

    // MARK: Axis

    private static func regions(_ bundles: [RuleBundle]) -> Set<String?> {
        Set(bundles.map { $0.document.jurisdiction?.code })
    }

    private static func years(_ bundles: [RuleBundle]) -> Set<Int?> { Set(bundles.map(\.document.planYear)) }

    /// The years, where the regions are the same, and where the sides share regions but no year: those without a counterpart
    /// are left out and named.
    private static func axis(_ from: [RuleBundle], _ to: [RuleBundle]) -> ComparisonAxis {
        let (first, second) = (regions(from), regions(to))
        if first == second { return .year }
        let known = (Set(years(from).compactMap(\.self)), Set(years(to).compactMap(\.self)))
        let hasOtherYears = known.0.isDisjoint(with: known.1) && !(known.0.isEmpty && known.1.isEmpty)
        return hasOtherYears && !first.subtracting([nil]).isDisjoint(with: second) ? .year : .region
    }

    /// The bundles by what both sides must share. A document without a year, which holds until it is repealed, goes with
    /// the only year that there is.
    private static func groups(_ bundles: [RuleBundle], _ axis: ComparisonAxis) -> [String?: [RuleBundle]] {
        switch axis {
        case .year: return Dictionary(grouping: bundles) { $0.document.jurisdiction?.code }
        case .region:
            let years = years(bundles).compactMap(\.self)
            let only = years.count == 1 ? years.first : nil
            return Dictionary(grouping: bundles) { ($0.document.planYear ?? only).map(String.init) }
        }
    }

    // MARK: Remarks

    private static func remarks(on bundles: [RuleBundle], isFirst: Bool) -> [Remark] {
        func remark(_ code: Remark.Code, _ items: [String], _ count: Int) -> [Remark] {
            count == 0 ? [] : [Remark(code: code, isFirst: isFirst, items: items.sorted(), count: count)]
        }
        let drafts = bundles.filter { $0.document.status != .issued }.map(\.document.name)
        let unsure = bundles.flatMap(\.rules).filter { $0.certainty == .ambiguous || $0.certainty == .conflicting }
        let unclaimed = bundles.filter { !$0.unclaimed.isEmpty }
        return remark(.notInForce, drafts, drafts.count) + remark(.uncertain, unsure.map(\.id), unsure.count)
            + remark(.unclaimed, unclaimed.map(\.document.name), bundles.reduce(0) { $0 + $1.unclaimed.count })
    }

    /// A province and its county may be meant as one; two provinces hardly are.
    private func severalRemarks() -> [Remark] {
        [true, false].compactMap { isFirst in
            let names = pairs.compactMap { pair -> [String]? in
                let documents = (isFirst ? pair.from : pair.to).documents
                let values =
                    axis == .region
                    ? documents.compactMap { $0.jurisdiction?.name }
                    : documents.compactMap { $0.planYear.map(String.init) }
                return Set(values).count > 1 ? Set(values).sorted() : nil
            }.flatMap(\.self)
            let items = Set(names).sorted()
            return items.isEmpty ? nil : Remark(code: .severalInOne, isFirst: isFirst, items: items, count: items.count)
        }
    }

    private func topicRemarks() -> [Remark] {
        [true, false].compactMap { isFirst in
            let changes = changes.filter { $0.isTopicAbsent && ($0.type == .removed) == isFirst }
            let kinds = Set(changes.compactMap { $0.key?.kind.rawValue }).sorted()
            return kinds.isEmpty
                ? nil : Remark(code: .topicAbsent, isFirst: isFirst, items: kinds, count: changes.count)
        }
    }
}
