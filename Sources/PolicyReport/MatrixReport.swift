package import PolicyComparison
import PolicyRules

/// A matrix with what is needed to show it.
package struct MatrixReport: Sendable {
    package let matrix: PolicyMatrix
    package let vocabulary: ComparisonVocabulary
    package let language: ReportLanguage

    package init(_ matrix: PolicyMatrix, language: ReportLanguage, vocabulary: ComparisonVocabulary) {
        self.matrix = matrix
        self.language = language
        self.vocabulary = vocabulary
    }

    var text: FactText { FactText(language, vocabulary) }

    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    func name(_ column: PolicyMatrix.Column) -> String {
        guard column.name.isEmpty else { return column.name }
        return matrix.axis == .region ? say("（未写明地区）", "(no region)") : say("（不分年度）", "(no year)")
    }

    /// What stands in front of a row: the group of people and the tier.
    func label(_ row: PolicyMatrix.Row) -> String {
        let people = row.key.population.map(text.population) ?? say("全体", "everyone")
        var marks = text.marks(row.key, planYear: year(row))
        if let group = row.group, !group.isEmpty { marks.insert(group, at: 0) }
        return marks.isEmpty
            ? people : people + say("（", " (") + marks.joined(separator: say("，", ", ")) + say("）", ")")
    }

    /// The plan year of a row's rules.
    func year(_ row: PolicyMatrix.Row) -> Int? {
        for cell in row.cells where cell.state == .stated || cell.state == .zero {
            for fact in cell.facts { if let year = fact.sources.first?.rule.planYear { return year } }
        }
        return nil
    }

    /// The value of a cell, or what its silence means.
    func value(_ cell: PolicyMatrix.Cell) -> String {
        switch cell.state {
        case .stated, .zero: return cell.facts.map(text.value).joined(separator: say("；", "; "))
        case .delegated: return Set(cell.facts.map(text.value)).sorted().joined(separator: say("；", "; "))
        case .repealed, .byTier, .withoutTiers, .notStated, .noDocument: return word(cell.state)
        }
    }

    /// What stands where there is no value.
    func word(_ state: PolicyMatrix.State) -> String {
        switch state {
        case .repealed: say("已废止", "repealed")
        case .byTier: say("分档规定", "by tier")
        case .withoutTiers: say("不分档", "without tiers")
        case .notStated: say("未写明", "not stated")
        case .noDocument: say("无文件", "no document")
        case .stated, .zero, .delegated: ""
        }
    }

    /// The value with a sign in front where it differs from the baseline: `≠`, `≠!`, `≠‼`.
    func markedValue(_ cell: PolicyMatrix.Cell) -> String {
        guard let level = cell.difference, level > .info else { return value(cell) }
        return "≠\(level > .minor ? level.sign : "") " + value(cell)
    }

    func statistics(_ row: PolicyMatrix.Row) -> String? {
        guard let statistics = row.statistics else { return nil }
        func who(_ columns: [Int]) -> String {
            columns.prefix(3).map { name(matrix.columns[$0]) }.joined(separator: say("、", ", "))
                + (columns.count > 3 ? "…" : "")
        }
        let bounds =
            statistics.boundCount == 0
            ? "" : say("，其中\(statistics.boundCount)个为界限", ", \(statistics.boundCount) of them bounds")
        if statistics.minimum == statistics.maximum {
            return say(
                "n=\(statistics.count)\(bounds)，均为\(statistics.minimum)",
                "n=\(statistics.count)\(bounds), all \(statistics.minimum)")
        }
        return say(
            "n=\(statistics.count)\(bounds)，最低\(statistics.minimum)（\(who(statistics.lowest))），中位数\(statistics.median)，最高\(statistics.maximum)（\(who(statistics.highest))）",
            "n=\(statistics.count)\(bounds), minimum \(statistics.minimum) (\(who(statistics.lowest))), median \(statistics.median), maximum \(statistics.maximum) (\(who(statistics.highest)))"
        )
    }

    /// The rows by topic, in order.
    var topics: [(kind: RuleKind, rows: [PolicyMatrix.Row])] {
        var topics: [(kind: RuleKind, rows: [PolicyMatrix.Row])] = []
        for row in matrix.rows {
            if topics.last?.kind == row.key.kind {
                topics[topics.count - 1].rows.append(row)
            } else {
                topics.append((row.key.kind, [row]))
            }
        }
        return topics
    }

    /// What cells are compared with, alone.
    var baselineName: String {
        guard case .column(let index) = matrix.baseline, matrix.columns.indices.contains(index) else {
            return say("基准：前一列", "baseline: the column before")
        }
        return say("基准：", "baseline: ") + name(matrix.columns[index])
    }

    var baselineLine: String {
        switch matrix.baseline {
        case .column(let index):
            let name = matrix.columns.indices.contains(index) ? self.name(matrix.columns[index]) : ""
            return say("≠ 表示与\(name)不同（! 重要，‼ 关键）", "≠ differs from \(name) (! major, ‼ critical)")
        case .previous: return say("≠ 表示与前一列不同（! 重要，‼ 关键）", "≠ differs from the column before (! major, ‼ critical)")
        }
    }
}

// MARK: Terminal and Markdown

extension MatrixReport {
    /// A table a topic. Cells are wrapped so that the whole keeps within `width` columns where that leaves each at least 14.
    package func terminal(width: Int, showsStatistics: Bool) -> [String] {
        let labels = matrix.rows.map { displayWidth(label($0)) }.max() ?? 0
        let labelWidth = min(labels, 36)
        let count = max(1, matrix.columns.count)
        let cellWidth = max(14, min(40, (width - labelWidth) / count - 2))
        var lines: [String] = []
        for (kind, rows) in topics {
            if !lines.isEmpty { lines.append("") }
            var table = TextTable(columns: [.init(title: kind.label(language))])
            table.columns += matrix.columns.map { .init(title: name($0)) }
            for row in rows {
                let cells =
                    [wrapped(printable(label(row)), to: labelWidth)]
                    + row.cells.map {
                        wrapped(printable(markedValue($0)), to: cellWidth)
                    }
                for line in 0..<(cells.map(\.count).max() ?? 0) {
                    table.rows.append(cells.map { line < $0.count ? $0[line] : "" })
                }
                if showsStatistics, let statistics = statistics(row) {
                    table.rows.append(["  " + statistics] + matrix.columns.map { _ in "" })
                }
            }
            lines += table.lines(spanning: showsStatistics)
        }
        if matrix.columns.count > 1 { lines += ["", baselineLine] }
        return lines
    }

    private func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var columns = 0
        for character in text {
            let size = displayWidth(String(character))
            if columns + size > width {
                lines.append(line)
                line = ""
                columns = 0
                if character == " " { continue }
            }
            line.append(character)
            columns += size
        }
        lines.append(line)
        return lines
    }

    package func markdown(showsStatistics: Bool) -> String {
        var lines: [String] = []
        for (kind, rows) in topics {
            lines += ["## \(kind.label(language))", ""]
            let statisticsTitle = showsStatistics ? [say("统计", "statistics")] : []
            let titles = [""] + matrix.columns.map { escaped(name($0)) } + statisticsTitle
            lines.append("| \(titles.joined(separator: " | ")) |")
            lines.append("|" + String(repeating: " --- |", count: titles.count))
            for row in rows {
                let extra = showsStatistics ? [escaped(statistics(row) ?? "")] : []
                let cells = [escaped(label(row))] + row.cells.map { escaped(markedValue($0)) } + extra
                lines.append("| \(cells.joined(separator: " | ")) |")
            }
            lines.append("")
        }
        if matrix.columns.count > 1 { lines.append(baselineLine) }
        return lines.joined(separator: "\n") + "\n"
    }
}
