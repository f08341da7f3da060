import PolicyComparison
import PolicyRules

extension MatrixReport {
    /// The matrix as a page in one file.
    /// - Parameter texts: By document id, the text renditions of notices, for quotes in their surroundings.
    package func html(texts: [String: [Unicode.Scalar]]) -> String {
        let title =
            matrix.axis == .region
            ? say("各地医保政策对比", "Medical insurance rules by region") : say("历年医保政策对比", "Medical insurance rules by year")
        var store = ""
        let body = """
            \(introduction)
            \(filters)
            <div class="scroll" tabindex="0" role="region" aria-label="\(say("对比表", "matrix"))">
            \(table(EvidenceHTML(texts: texts, text: text), &store))
            </div>
            \(charts)
            <div class="store">\(store)</div>
            """
        return HTMLPage(language: language, title: title, body: body).text
    }

    private var introduction: String {
        let signs = say(
            "点击单元格查看原文。每行与基准比较：· 次要，! 重要，‼ 关键。斜体为没有数值的状态：未写明、另行规定、废止各不相同。",
            "Click a cell for its quotes. Signs compare with the baseline: · minor, ! major, ‼ critical. Italics are cells without a value: silence, delegation and repeal are different things."
        )
        return
            "<p class=\"note\">\(PolicyReport.html(signs))</p><p class=\"note\">\(PolicyReport.html(baselineName))</p>"
    }

    private var filters: String {
        func select(_ name: String, _ label: String, _ options: [(String, String)]) -> String {
            let items = options.map {
                "<option value=\"\(PolicyReport.html($0.0))\">\(PolicyReport.html($0.1))</option>"
            }
            return "<label>\(label)<select name=\"\(name)\">\(items.joined())</select></label>"
        }
        let all = say("全部", "all")
        let topics = topics.map { ($0.kind.rawValue, $0.kind.label(language)) }
        let columns = matrix.columns.enumerated().map { (String($0.offset), name($0.element)) }
        let levels = [ChangeLevel.minor, .major, .critical].map {
            ($0.rawValue, say("\($0.label.zh)及以上", "\($0.label.en) and above"))
        }
        let columnLabel = matrix.axis == .region ? say("地区（与基准）", "region (and baseline)") : say("年度", "year")
        return "<form id=\"filters\">" + select("topic", say("事项", "topic"), [("", all)] + topics)
            + select("column", columnLabel, [("", all)] + columns)
            + select("level", say("差异级别", "level of difference"), [("", all)] + levels) + "</form>"
    }

    // MARK: Table

    private func isBaseline(_ column: Int) -> Bool { matrix.baseline == .column(column) }

    private func table(_ evidence: EvidenceHTML, _ store: inout String) -> String {
        var rows = ""
        var number = 0
        for (kind, members) in topics {
            rows +=
                "<tr class=\"topic\"><th scope=\"rowgroup\" colspan=\"\(matrix.columns.count + 1)\"><span>\(PolicyReport.html(kind.label(language)))</span></th></tr>\n"
            for row in members {
                let level = row.cells.compactMap(\.difference).max() ?? .info
                let ids = row.cells.map { cell -> String? in
                    guard !cell.facts.isEmpty else { return nil }
                    number += 1
                    return "e\(number)"
                }
                rows += "<tr data-topic=\"\(kind.rawValue)\" data-level=\"\(level.rawValue)\"><th scope=\"row\">"
                rows += PolicyReport.html(label(row))
                if let statistics = statistics(row) {
                    rows += "<span class=\"statistics\">\(PolicyReport.html(statistics))</span>"
                }
                rows += "</th>"
                for (column, cell) in row.cells.enumerated() {
                    if let id = ids[column] {
                        let title = "\(name(matrix.columns[column])) · \(kind.label(language)) · \(label(row))"
                        store += evidence.block(cell.facts, matrix.bases[cell.base], id: id, title: title) + "\n"
                    }
                    let baseline: Int =
                        switch matrix.baseline {
                        case .column(let index): index
                        case .previous: row.cells[..<column].lastIndex { $0.state != .noDocument } ?? column
                        }
                    let other = ids.indices.contains(baseline) && baseline != column ? ids[baseline] : nil
                    rows += self.cell(cell, column, [other, ids[column]].compactMap(\.self))
                }
                rows += "</tr>\n"
            }
        }
        let heads = matrix.columns.enumerated().map { index, column in
            "<th scope=\"col\"\(attributes(index))>\(PolicyReport.html(name(column)))\(isBaseline(index) ? say("（基准）", " (baseline)") : "")</th>"
        }
        return
            "<table><thead><tr><th scope=\"col\">\(say("对象", "population"))</th>\(heads.joined())</tr></thead>\n<tbody>\n\(rows)</tbody></table>"
    }

    private func attributes(_ column: Int) -> String {
        " data-column=\"\(column)\"" + (isBaseline(column) ? " data-baseline" : "")
    }

    private func cell(_ cell: PolicyMatrix.Cell, _ column: Int, _ ids: [String]) -> String {
        let level = cell.difference.flatMap { $0 > .info ? $0 : nil }
        var sign = ""
        if let level {
            let label = say("与基准不同（\(level.label.zh)）", "differs (\(level.label.en))")
            sign = "<span class=\"sign\" role=\"img\" aria-label=\"\(label)\" title=\"\(label)\">\(level.sign)</span>"
        }
        let isValue = cell.state == .stated || cell.state == .zero
        let value = "<span class=\"\(isValue ? "text" : "none")\">\(PolicyReport.html(value(cell)))</span>"
        let content =
            ids.isEmpty
            ? sign + value
            : "<button type=\"button\" data-evidence=\"\(ids.joined(separator: " "))\">\(sign)\(value)</button>"
        return "<td\(attributes(column))\(level.map { " class=\"\($0.rawValue)\"" } ?? "")>\(content)</td>"
    }

    // MARK: Charts

    /// Bars of the figures of contributions, subsidies and aid, for the rows with the most figures.
    private var charts: String {
        let kinds: Set<RuleKind> = [
            .individualContribution, .governmentSubsidy, .financingStandard, .contributionAssistance,
        ]
        let rows = matrix.rows.enumerated().filter {
            kinds.contains($0.element.key.kind) && $0.element.statistics != nil
        }
        .sorted { a, b in
            let (p, q) = (a.element.statistics?.count ?? 0, b.element.statistics?.count ?? 0)
            return p == q ? a.offset < b.offset : p > q
        }
        .prefix(12).sorted { $0.offset < $1.offset }.map(\.element)
        let figures = rows.compactMap(chart)
        guard !figures.isEmpty else { return "" }
        let note = say("虚线框为界限（不低于、不超过）。", "Dashed bars are bounds.")
        return
            "<h2>\(say("缴费与资助图", "Contributions and aid"))</h2><p class=\"note\">\(note)</p><div class=\"charts\">\(figures.joined(separator: "\n"))</div>"
    }

    private func chart(_ row: PolicyMatrix.Row) -> String? {
        let bars = row.cells.enumerated().compactMap { column, cell -> (String, DecimalNumber, Bool, Bool, String)? in
            guard cell.facts.count == 1, cell.state == .stated || cell.state == .zero, let figure = cell.facts[0].figure
            else { return nil }
            return (
                name(matrix.columns[column]), figure.value, figure.isBound, cell.facts[0][.amount] == nil,
                text.boundSign(cell.facts[0])
            )
        }.prefix(31)
        guard let largest = bars.map(\.1).max(), largest.sign > 0 else { return nil }
        let title = "\(row.key.kind.label(language)) · \(label(row))"
        var parts = ""
        for (index, bar) in bars.enumerated() {
            let y = index * 24
            let width = bar.1.percent(of: largest, places: 1).map { Int($0.description.prefix { $0 != "." }) ?? 0 } ?? 0
            let unit = bar.3 ? "%" : say("元", " yuan")
            parts += "<text x=\"0\" y=\"\(y + 15)\">\(PolicyReport.html(String(bar.0.prefix(7))))</text>"
            parts +=
                "<rect class=\"\(bar.2 ? "bound" : "bar")\" x=\"95\" y=\"\(y + 4)\" width=\"\(max(1, width * 11 / 10))\" height=\"14\"/>"
            parts +=
                "<text x=\"\(101 + width * 11 / 10)\" y=\"\(y + 15)\">\(PolicyReport.html(bar.4))\(bar.1)\(unit)</text>"
        }
        let description = bars.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return """
            <figure><figcaption>\(PolicyReport.html(title))</figcaption>\
            <svg viewBox="0 0 320 \(bars.count * 24)" role="img" aria-label="\(PolicyReport.html(title + ": " + description))">\(parts)</svg></figure>
            """
    }
}
