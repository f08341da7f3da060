import PolicyReport
import PolicyRules

/// A table of what was found in several notices, for people.
struct BundleSummary {
    /// What the table needs of one bundle, so that the bundle itself need not be kept.
    struct Row: Sendable {
        var name: String
        var region: String
        var year: String
        var status: DocumentInfo.Status
        var kinds: [RuleKind: Int]
        var unclaimed: Int
        var severities: [Message.Severity]

        init(_ bundle: RuleBundle) {
            name = bundle.document.name
            region = bundle.document.jurisdiction?.name ?? "–"
            year = bundle.document.planYear.map(String.init) ?? "–"
            status = bundle.document.status
            kinds = bundle.rules.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
            unclaimed = bundle.unclaimed.count
            severities = bundle.diagnostics.map { Message.Severity($0.severity) }
        }
    }

    let language: Language
    private var rows: [Row] = []

    init(language: Language) {
        self.language = language
    }

    mutating func add(_ row: Row) { rows.append(row) }

    /// One table with a line a notice, and one with a line for each kind of rule.
    func lines() -> [String] {
        if rows.isEmpty { return [] }
        return notices().lines() + [""] + kinds().lines()
    }

    private func title(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)(language) }

    private func notices() -> TextTable {
        var table = TextTable(columns: [
            .init(title: title("notice", "文件")),
            .init(title: title("region", "地区")),
            .init(title: title("year", "年度"), isNumeric: true),
            .init(title: title("status", "状态")),
            .init(title: title("rules", "规则"), isNumeric: true),
            .init(title: title("unclaimed", "未采用"), isNumeric: true),
            .init(title: title("diagnostics", "诊断")),
        ])
        for row in rows {
            table.rows.append([
                row.name, row.region, row.year, label(row.status), String(row.kinds.values.reduce(0, +)),
                String(row.unclaimed), diagnostics(row.severities),
            ])
        }
        return table
    }

    /// One column a notice where that fits a terminal, else the totals alone.
    private func kinds() -> TextTable {
        let showsEach = rows.count > 1 && rows.count <= 6
        var table = TextTable(columns: [.init(title: title("rules by kind", "按类别"))])
        if showsEach {
            for row in rows { table.columns.append(.init(title: short(row.name), isNumeric: true)) }
        }
        table.columns.append(.init(title: title("all", "合计"), isNumeric: true))
        for kind in RuleKind.allCases {
            let counts = rows.map { $0.kinds[kind] ?? 0 }
            let total = counts.reduce(0, +)
            if total == 0 { continue }
            let each = showsEach ? counts.map { $0 == 0 ? "·" : String($0) } : []
            table.rows.append([kind.rawValue] + each + [String(total)])
        }
        return table
    }

    /// As many parts of a name, between hyphens, as tell it apart from the others: `jilin-2024` of
    /// `jilin-2024-mechanism-highlights.txt`.
    private func short(_ name: String) -> String {
        func parts(_ name: String, _ count: Int) -> String {
            stem(of: name).split(separator: "-").prefix(count).joined(separator: "-")
        }
        for count in 1...4 where rows.filter({ parts($0.name, count) == parts(name, count) }).count == 1 {
            return parts(name, count)
        }
        return stem(of: name)
    }

    private func label(_ status: DocumentInfo.Status) -> String {
        switch status {
        case .issued: title("issued", "已发布")
        case .draft: title("draft", "征求意见")
        case .interpretation: title("interpretation", "解读")
        }
    }

    private func diagnostics(_ severities: [Message.Severity]) -> String {
        let counts = [Message.Severity.error, .warning, .note].compactMap { severity -> String? in
            let count = severities.filter { $0 == severity }.count
            if count == 0 { return nil }
            let name = severity.label(language)
            return language == .zh ? "\(count) \(name)" : counted(count, name)
        }
        return counts.isEmpty ? "–" : counts.joined(separator: ", ")
    }
}

extension Message.Severity {
    init(_ severity: Diagnostic.Severity) {
        switch severity {
        case .error: self = .error
        case .warning: self = .warning
        case .note: self = .note
        }
    }
}
