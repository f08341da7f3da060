package import PolicyRules

/// Facts of many bundles side by side: rows are what is ruled for whom, columns regions or years.
package struct PolicyMatrix: Sendable {
    /// A region or a year.
    package struct Column: Sendable, Hashable {
        /// The division's code or the plan year; nil where the documents state none.
        package var code: String?
        /// The division's name or the plan year.
        package var name: String
    }

    /// What a column says on a row.
    package enum State: String, Sendable, Hashable, CaseIterable {
        /// A value.
        case stated
        /// A value of nothing: no payment, no aid.
        case zero
        /// Left to local authorities or to another document.
        case delegated
        /// Ruled by a document that the column's documents repeal.
        case repealed
        /// Ruled for each tier (档), in rows of their own.
        case byTier
        /// Ruled without tiers, in a row of its own.
        case withoutTiers
        /// Silence.
        case notStated
        /// No document of the column is there for the row's year or region: nothing to compare, not even silence.
        case noDocument
    }

    package struct Cell: Sendable {
        package var state: State
        /// The facts; for `delegated` the statements that leave the matter to others.
        package var facts: [Fact]
        /// How far the cell differs from the baseline's; nil for the baseline and for cells that agree with it.
        package var difference: ChangeLevel?
        /// The documents of the column, to which the facts' sources refer.
        package var base: Int
    }

    package struct Row: Sendable {
        /// The year of a row where columns are regions, and the region's code where they are years; nil where there is one.
        package var group: String?
        package var key: FactKey
        package var cells: [Cell]
        package var statistics: Statistics?

        /// Whether a cell differs from the baseline by more than wording.
        package var isDifferent: Bool { cells.contains { ($0.difference ?? .info) > .info } }
    }

    /// The figures of a row over its columns.
    package struct Statistics: Sendable, Hashable {
        /// How many cells have one figure.
        package var count: Int
        /// How many of them are bounds (不低于, 不超过).
        package var boundCount: Int
        package var minimum: String
        package var median: String
        package var maximum: String
        /// The columns with the smallest and the largest figure.
        package var lowest: [Int]
        package var highest: [Int]
    }

    /// What each cell is compared with.
    package enum Baseline: Sendable, Hashable {
        case column(Int)
        /// The column before, as fits years.
        case previous
    }

    /// What is shown.
    package struct Filter: Sendable {
        package var kinds: Set<RuleKind>
        package var populations: Set<String>
        /// Division codes; a province stands for all in it.
        package var regions: [String]
        package var onlyDifferences: Bool

        package init(
            kinds: Set<RuleKind> = [], populations: Set<String> = [], regions: [String] = [],
            onlyDifferences: Bool = false
        ) {
            self.kinds = kinds
            self.populations = populations
            self.regions = regions
            self.onlyDifferences = onlyDifferences
        }

        func admits(_ region: String?) -> Bool {
            regions.isEmpty || regions.contains { code in region?.hasPrefix(significant(code)) ?? false }
        }

        /// `220000` stands for every code that begins with 22, `220100` for 2201 (GB/T 2260).
        private func significant(_ code: String) -> String {
            var code = code[...]
            while code.hasSuffix("00") { code = code.dropLast(2) }
            return String(code)
        }

        func admits(_ key: FactKey) -> Bool {
            (kinds.isEmpty || kinds.contains(key.kind))
                && (populations.isEmpty || populations.contains(key.population ?? "everyone"))
        }
    }

    package let axis: ComparisonAxis
    package let columns: [Column]
    package private(set) var rows: [Row] = []
    /// The documents of each group and column; `Cell.base` counts them.
    package private(set) var bases: [FactBase] = []
    package let baseline: Baseline

    /// - Parameters:
    ///   - axis: What columns are.
    ///   - baseline: The code of the column that the others are compared with; nil for the first column, or for the column
    ///     before where columns are years.
    package init(
        _ bundles: [RuleBundle], axis: ComparisonAxis, baseline: String? = nil, filter: Filter = Filter(),
        vocabulary: ComparisonVocabulary = .init()
    ) {
        self.axis = axis
        let bundles = bundles.filter { filter.admits($0.document.jurisdiction?.code) }
        let years = Set(bundles.compactMap(\.document.planYear))
        let onlyYear = years.count == 1 ? years.first : nil
        func codes(_ document: DocumentInfo) -> (column: String?, group: String?) {
            let region = document.jurisdiction?.code
            let year = axis == .region ? document.planYear ?? onlyYear : document.planYear
            return axis == .region ? (region, year.map(String.init)) : (year.map(String.init), region)
        }
        let columns = Self.columns(bundles, axis)
        self.columns = columns
        let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0.element.code, $0.offset) })
        let start = baseline.flatMap { code in columns.firstIndex { $0.code == code || $0.name == code } }
        self.baseline = start.map { Baseline.column($0) } ?? (axis == .year ? .previous : .column(0))
        let groups = Dictionary(grouping: bundles) { codes($0.document).group }
        let order = FactOrder(vocabulary)
        var keyed: [(FactOrder.Key, Row)] = []
        for (group, members) in groups {
            let parts = Dictionary(grouping: members) { codes($0.document).column }
            var columnBases: [Int?] = Array(repeating: nil, count: columns.count)
            for (code, place) in places {
                guard let bundles = parts[code] else { continue }
                columnBases[place] = bases.count
                bases.append(FactBase(bundles))
            }
            let name = groups.count > 1 ? group ?? "" : nil
            for row in rows(columnBases, name, filter, vocabulary) where !filter.onlyDifferences || row.isDifferent {
                keyed.append((order.key(row.key), row))
            }
        }
        rows = keyed.sorted { a, b in
            a.0 == b.0 ? (a.1.group ?? "") < (b.1.group ?? "") : a.0 < b.0
        }.map(\.1)
    }

    private static func columns(_ bundles: [RuleBundle], _ axis: ComparisonAxis) -> [Column] {
        var names: [String?: String] = [:]
        for bundle in bundles {
            let document = bundle.document
            switch axis {
            case .region:
                let name = document.jurisdiction?.name ?? ""
                let code = document.jurisdiction?.code
                names[code] = min(names[code] ?? name, name)
            case .year: names[document.planYear.map(String.init)] = document.planYear.map(String.init) ?? ""
            }
        }
        return names.map { Column(code: $0.key, name: $0.value) }.sorted { ($0.code ?? "") < ($1.code ?? "") }
    }

    // MARK: Rows

    private func rows(
        _ columnBases: [Int?], _ group: String?, _ filter: Filter, _ vocabulary: ComparisonVocabulary
    ) -> [Row] {
        var keys: Set<FactKey> = []
        for base in columnBases { if let base { keys.formUnion(bases[base].keys.lazy.filter(filter.admits)) } }
        let differences = columnBases.indices.map { self.differences(of: $0, columnBases, vocabulary) }
        let hasRepealing = columnBases.contains { $0.map { !bases[$0].repealed.isEmpty } ?? false }
        return keys.map { key in
            var cells = columnBases.map { cell(key, $0, vocabulary) }
            if hasRepealing { markRepealed(&cells, columnBases) }
            for column in cells.indices { cells[column].difference = differences[column][key] }
            var row = Row(group: group, key: key, cells: cells, statistics: nil)
            row.statistics = Statistics(row)
            return row
        }
    }

    /// The levels of the diff between the baseline's documents and a column's, by key: the matrix says what the diff says.
    private func differences(
        of column: Int, _ columnBases: [Int?], _ vocabulary: ComparisonVocabulary
    ) -> [FactKey: ChangeLevel] {
        let other: Int? =
            switch baseline {
            case .column(let index): index
            // The last year before of which there is a document.
            case .previous: columnBases[..<column].lastIndex { $0 != nil }
            }
        guard let other, other != column, columnBases.indices.contains(other), let a = columnBases[other],
            let b = columnBases[column]
        else { return [:] }
        return FactDiff.levels(from: bases[a], to: bases[b], axis: axis, vocabulary: vocabulary)
    }

    /// Tells silence from what a column's documents do away with in others of the matrix.
    private func markRepealed(_ cells: inout [Cell], _ columnBases: [Int?]) {
        var numbers: Set<String> = []
        for cell in cells where cell.state == .stated || cell.state == .zero {
            for source in cell.facts.lazy.flatMap(\.sources) {
                if let number = bases[cell.base].documents[source.document].number { numbers.insert(number) }
            }
        }
        for column in cells.indices where cells[column].state == .notStated {
            guard let base = columnBases[column] else { continue }
            if !bases[base].repealed.isDisjoint(with: numbers) { cells[column].state = .repealed }
        }
    }

    private func cell(_ key: FactKey, _ base: Int?, _ vocabulary: ComparisonVocabulary) -> Cell {
        guard let base else { return Cell(state: .noDocument, facts: [], difference: nil, base: 0) }
        let facts = bases[base].facts(on: key)
        func cell(_ state: State, _ facts: [Fact]) -> Cell {
            Cell(state: state, facts: facts, difference: nil, base: base)
        }
        if !facts.isEmpty { return cell(facts.allSatisfy(\.isNothing) ? .zero : .stated, facts) }
        let delegations = key.kind == .delegation ? [] : bases[base].delegations(of: key, vocabulary: vocabulary)
        if !delegations.isEmpty { return cell(.delegated, delegations) }
        return cell(tierState(key, base), [])
    }

    /// Where a column tells a matter with other tiers than the row's.
    private func tierState(_ key: FactKey, _ base: Int) -> State {
        let isTold =
            key.tier == nil
            ? bases[base].tieredKeys.contains(key) : bases[base].tierlessKeys.contains(key.withoutTier)
        return isTold ? (key.tier == nil ? .byTier : .withoutTiers) : .notStated
    }
}

extension Fact {
    /// Whether the fact says that nothing is paid or given.
    package var isNothing: Bool {
        if fields[.mode] == .code(AssistanceMode.unaided.rawValue) { return true }
        if case .amount(let amount)? = fields[.amount] {
            return DecimalNumber(amount.value)?.sign == 0 && amount.plus == nil
        }
        return false
    }

    /// The figure of an amount or a rate.
    package var figure: (value: DecimalNumber, isBound: Bool)? {
        switch (fields[.amount], fields[.rate]) {
        case (.amount(let amount)?, _):
            guard amount.plus == nil, let value = DecimalNumber(amount.value) else { return nil }
            return (value, fields[.amountBound] != .code(Comparison.equal.rawValue))
        case (nil, .rate(let rate)?):
            return DecimalNumber(rate).map { ($0, fields[.rateBound] != .code(Comparison.equal.rawValue)) }
        default: return nil
        }
    }
}

extension PolicyMatrix.Statistics {
    /// Nil where fewer than two cells have one figure, or where amounts and percentages stand in one row.
    init?(_ row: PolicyMatrix.Row) {
        var figures: [(value: DecimalNumber, column: Int)] = []
        var isRate: Set<Bool> = []
        boundCount = 0
        for (column, cell) in row.cells.enumerated() where cell.state == .stated || cell.state == .zero {
            guard cell.facts.count == 1, let figure = cell.facts[0].figure else { continue }
            figures.append((figure.value, column))
            isRate.insert(cell.facts[0][.amount] == nil)
            if figure.isBound { boundCount += 1 }
        }
        guard figures.count > 1, isRate.count == 1 else { return nil }
        figures.sort { $0.value == $1.value ? $0.column < $1.column : $0.value < $1.value }
        let middle = figures.count / 2
        let (low, high) = (figures[(figures.count - 1) / 2].value, figures[middle].value)
        guard let fifty = DecimalNumber("50"), let median = (low + high)?.percentage(fifty) else { return nil }
        count = figures.count
        minimum = figures[0].value.description
        maximum = figures[figures.count - 1].value.description
        self.median = median.description
        lowest = figures.filter { $0.value == figures[0].value }.map(\.column)
        highest = figures.filter { $0.value == figures[figures.count - 1].value }.map(\.column)
    }
}
