import PolicyComparison
import PolicyRules

extension MatrixReport {
    /// The schema of the JSON form, `major.minor`.
    package static let schemaVersion = "1.0"

    // MARK: CSV

    /// The matrix as people see it, one row a rule, with a byte order mark for Excel.
    package func csv() -> [UInt8] {
        var csv = CSV(hasByteOrderMark: true)
        for row in grid { csv.add(row) }
        return csv.bytes
    }

    /// The titles and the rows of the matrix as text, for CSV and spreadsheets.
    package var grid: [[String]] {
        let head = [
            say("事项", "topic"), say("对象", "population"), say("档次", "tier"), say("类型", "aspect"), say("险种", "scheme"),
            matrix.axis == .region ? say("年度", "year") : say("地区", "region"),
        ]
        let tail = [
            "n", say("最低", "minimum"), say("中位数", "median"), say("最高", "maximum"), say("最低者", "lowest"),
            say("最高者", "highest"),
        ]
        func names(_ columns: [Int]) -> String {
            columns.map { name(matrix.columns[$0]) }.joined(separator: say("、", ", "))
        }
        let rows = matrix.rows.map { row -> [String] in
            let statistics = row.statistics
            return [
                row.key.kind.label(language), row.key.population.map(text.population) ?? say("全体", "everyone"),
                row.key.tier.map(text.tierText) ?? "", text.aspect(row.key) ?? "", row.key.scheme.label(language),
                place(row),
            ] + row.cells.map(value) + [
                statistics.map { String($0.count) } ?? "", statistics?.minimum ?? "", statistics?.median ?? "",
                statistics?.maximum ?? "", statistics.map { names($0.lowest) } ?? "",
                statistics.map { names($0.highest) } ?? "",
            ]
        }
        return [head + matrix.columns.map(name) + tail] + rows
    }

    /// The year of a row where columns are regions, the region where they are years. A rule of another year than its
    /// document's has its own.
    private func place(_ row: PolicyMatrix.Row) -> String {
        if matrix.axis == .region, let year = year(row) { return String(year) }
        let offset = row.key.yearOffset
        return (row.group ?? "") + (offset == 0 ? "" : " (\(offset > 0 ? "+" : "")\(offset))")
    }

    /// One row a field of a fact, with all codes and labels, for R and pandas. No byte order mark.
    package func tidy() -> [UInt8] {
        var csv = CSV(hasByteOrderMark: false)
        csv.add(Self.tidyTitles)
        tidyRows { texts, _ in csv.add(texts) }
        return csv.bytes
    }

    /// Calls `add` with each tidy row and the value that it holds; nil for a cell without a fact.
    func tidyRows(_ add: ([String], FactValue?) -> Void) {
        // Where there is one year or one region alone, rows do not name it.
        let documents = matrix.bases.flatMap(\.documents)
        let years = Set(documents.compactMap(\.planYear))
        let onlyYear = years.count == 1 ? years.first.map(String.init) : nil
        let names = Dictionary(
            documents.compactMap(\.jurisdiction).map { ($0.code, $0.name) }, uniquingKeysWith: min)
        let onlyRegion = names.count == 1 ? names.keys.first : nil
        for row in matrix.rows {
            for (column, cell) in zip(matrix.columns, row.cells) {
                let place =
                    matrix.axis == .region
                    ? (column.code, row.group ?? onlyYear) : (row.group ?? onlyRegion, column.code)
                let head = [
                    place.0 ?? "", place.0.flatMap { names[$0] } ?? "", place.1 ?? "", row.key.scheme.rawValue,
                    row.key.kind.rawValue, row.key.kind.label(language), row.key.population ?? "",
                    row.key.population.map(text.population) ?? "", row.key.tier.map(String.init) ?? "", row.key.aspect,
                    String(row.key.yearOffset), cell.state.rawValue, cell.difference?.rawValue ?? "",
                ]
                if cell.facts.isEmpty {
                    add(head + Array(repeating: "", count: Self.tidyTitles.count - head.count), nil)
                }
                for (index, fact) in cell.facts.enumerated() {
                    let base = matrix.bases[cell.base]
                    let source = fact.sources.first
                    let evidence = source?.rule.evidence.first
                    let tail = [
                        source?.rule.certainty.rawValue ?? "", source?.rule.id ?? "",
                        source.map { base.documents[$0.document].name } ?? "",
                        source.flatMap { base.documents[$0.document].number } ?? "",
                        evidence.map { String($0.start) } ?? "", evidence.map { String($0.end) } ?? "",
                        evidence?.quote ?? "",
                    ]
                    for field in FactField.allCases {
                        guard let value = fact[field] else { continue }
                        add(
                            head + [
                                String(index + 1), field.rawValue, plain(value), text.value(value, of: field),
                                unit(value),
                            ] + tail, value)
                    }
                }
            }
        }
    }

    package static let tidyTitles = [
        "region", "regionName", "year", "scheme", "kind", "kindLabel", "population", "populationLabel", "tier",
        "aspect",
        "yearOffset", "state", "difference", "statement", "field", "value", "text", "unit", "certainty", "rule",
        "document",
        "documentNumber", "start", "end", "quote",
    ]

    /// The bare number of an amount, so that a column of them is one of numbers.
    private func plain(_ value: FactValue) -> String {
        switch value {
        case .amount(let amount): amount.value
        case .words(let words): words.joined(separator: "；")
        default: value.canonical
        }
    }

    private func unit(_ value: FactValue) -> String {
        switch value {
        case .amount(let amount):
            ([amount.currency] + amount.per.map(\.rawValue)).joined(separator: "/")
                + (amount.plus.map { "+" + $0.rawValue } ?? "")
        case .rate: "percent"
        default: ""
        }
    }

    // MARK: JSON

    package func json() -> [UInt8] {
        ReportJSON.object([
            "schemaVersion": .string(Self.schemaVersion),
            "columns": .string(matrix.axis.rawValue),
            "baseline": baselineJSON,
            "columnList": .list(
                matrix.columns.map { .object(["code": $0.code.map { .string($0) }, "name": .string(name($0))]) }),
            "rows": .list(
                matrix.rows.map { row in
                    .object([
                        "id": .string((row.group.map { "\($0)/" } ?? "") + row.key.path),
                        "key": .string(row.key.path), "group": row.group.map { .string($0) },
                        "kind": .string(row.key.kind.rawValue), "label": .string(label(row)),
                        "different": .bool(row.isDifferent), "statistics": row.statistics.map(json),
                        "cells": .list(row.cells.map(json)),
                    ])
                }),
        ]).pretty
    }

    private var baselineJSON: ReportJSON {
        switch matrix.baseline {
        case .column(let index): .int(index)
        case .previous: .string("previous")
        }
    }

    private func json(_ statistics: PolicyMatrix.Statistics) -> ReportJSON {
        .object([
            "count": .int(statistics.count), "bounds": .int(statistics.boundCount),
            "minimum": .string(statistics.minimum), "median": .string(statistics.median),
            "maximum": .string(statistics.maximum), "lowest": .list(statistics.lowest.map { .int($0) }),
            "highest": .list(statistics.highest.map { .int($0) }),
        ])
    }

    private func json(_ cell: PolicyMatrix.Cell) -> ReportJSON {
        .object([
            "state": .string(cell.state.rawValue), "value": .string(value(cell)),
            "difference": cell.difference.map { .string($0.rawValue) },
            "facts": .list(cell.facts.map { FactJSON(base: matrix.bases[cell.base], text: text).json($0) }),
        ])
    }
}
