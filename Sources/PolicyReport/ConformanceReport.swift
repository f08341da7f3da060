package import PolicyComparison
import PolicyRules

/// Findings on a lower notice and the upper one that it stands on.
package struct ConformanceReport: Sendable {
    package let conformance: Conformance
    package let vocabulary: ComparisonVocabulary
    package let language: ReportLanguage

    package init(_ conformance: Conformance, language: ReportLanguage, vocabulary: ComparisonVocabulary) {
        self.conformance = conformance
        self.language = language
        self.vocabulary = vocabulary
    }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    private func label(_ verdict: Conformance.Verdict) -> String {
        switch verdict {
        case .broken: say("✗ 不符", "✗ broken")
        case .undecided: say("? 无法判断", "? undecided")
        case .stricter: say("> 更严", "> stricter")
        case .kept: say("✓ 相符", "✓ kept")
        }
    }

    private func label(_ reason: Conformance.Reason) -> String {
        switch reason {
        case .equal: say("一致", "equal")
        case .aboveFloor: say("高于下限", "above the floor")
        case .belowFloor: say("低于下限", "below the floor")
        case .belowCeiling: say("低于上限", "below the ceiling")
        case .aboveCeiling: say("高于上限", "above the ceiling")
        case .different: say("不一致", "different")
        case .withinPeriod: say("在期限之内", "within the period")
        case .outsidePeriod: say("超出期限", "outside the period")
        case .shorter: say("更短", "shorter")
        case .longer: say("更长", "longer")
        case .notComparable: say("不能精确比较", "not comparable exactly")
        case .notStated: say("下级未写明，上级规定继续适用", "not stated below; the upper rule holds")
        case .settled: say("授权事项已明确", "delegated and settled")
        case .open: say("授权事项尚未明确", "delegated and not settled")
        case .delegated: say("下级另行规定", "left to others")
        case .otherGroup: say("下级对象范围不同", "another group below")
        }
    }

    private func quote(_ facts: [Fact]) -> String? { facts.first?.sources.first?.rule.evidence.first?.quote }

    private func documents(_ base: FactBase) -> String {
        base.documents.map { [$0.jurisdiction?.name, $0.number ?? $0.name].compactMap(\.self).joined(separator: " ") }
            .joined(separator: "; ")
    }

    package func terminal() -> [String] {
        let text = FactText(language, vocabulary)
        var lines = [
            say("下级：", "lower: ") + printable(documents(conformance.lower)),
            say("上级：", "upper: ") + printable(documents(conformance.upper)), "",
        ]
        for finding in conformance.findings {
            let head = padded(label(finding.verdict), to: 12)
            lines.append("\(head)  \(printable(text.subject(finding.upper.key)))  [\(label(finding.reason))]")
            let upper = text.value(finding.upper) + (quote([finding.upper]).map { "  “\($0)”" } ?? "")
            lines.append("    " + say("上级：", "upper: ") + printable(upper))
            if !finding.lower.isEmpty {
                let values = finding.lower.prefix(3).map(text.value).joined(separator: say("；", "; "))
                let more = finding.lower.count > 3 ? "…" : ""
                lines.append(
                    "    " + say("下级：", "lower: ")
                        + printable(values + more + (quote(finding.lower).map { "  “\($0)”" } ?? "")))
            }
        }
        let counts = Conformance.Verdict.allCases.map { "\(conformance.count($0)) \(label($0))" }
        return lines + ["", counts.joined(separator: say("，", ", "))]
    }

    /// The schema of the JSON form, `major.minor`.
    package static let schemaVersion = "1.0"

    /// Several pairs in one document.
    package static func json(_ reports: [ConformanceReport]) -> [UInt8] {
        ReportJSON.object([
            "schemaVersion": .string(schemaVersion), "pairs": .list(reports.map(\.json)),
        ]).pretty
    }

    private var json: ReportJSON {
        let text = FactText(language, vocabulary)
        let (upper, lower) = (
            FactJSON(base: conformance.upper, text: text), FactJSON(base: conformance.lower, text: text)
        )
        var ids: [String: Int] = [:]
        return .object([
            "lower": .strings(conformance.lower.documents.map(\.name)),
            "upper": .strings(conformance.upper.documents.map(\.name)),
            "counts": .object(
                Conformance.Verdict.allCases.map {
                    .init(key: $0.rawValue, value: .int(conformance.count($0)))
                }),
            "findings": .list(
                conformance.findings.map { finding in
                    let path = finding.upper.key.path
                    ids[path, default: 0] += 1
                    return .object([
                        "id": .string(ids[path] == 1 ? path : "\(path)~\(ids[path] ?? 0)"),
                        "fingerprint": .string(finding.fingerprint),
                        "verdict": .string(finding.verdict.rawValue), "reason": .string(finding.reason.rawValue),
                        "field": finding.field.map { .string($0.rawValue) }, "upper": upper.json(finding.upper),
                        "lower": .list(finding.lower.map(lower.json)),
                    ])
                }),
        ])
    }
}

/// A citation graph in the forms that other programs read.
package struct CitationGraphReport: Sendable {
    package let graph: CitationGraph

    package init(_ graph: CitationGraph) {
        self.graph = graph
    }

    /// The schema of the JSON form, `major.minor`.
    package static let schemaVersion = "1.0"

    package var json: ReportJSON {
        .object([
            "schemaVersion": .string(Self.schemaVersion),
            "nodes": .list(
                graph.nodes.map {
                    .object([
                        "id": .string($0.id), "title": $0.title.map { .string($0) },
                        "region": $0.region.map { .string($0) },
                        "name": $0.name.map { .string($0) },
                    ])
                }),
            "edges": .list(
                graph.edges.map {
                    .object(["from": .string($0.from), "to": .string($0.to), "relation": .string($0.relation.rawValue)])
                }),
            "pairs": .list(
                graph.pairs.map {
                    .object(["lower": .string(graph.ids[$0.lower]), "upper": .string(graph.ids[$0.upper])])
                }),
        ])
    }

    private var places: [String: Int] {
        Dictionary(uniqueKeysWithValues: graph.nodes.enumerated().map { ($0.element.id, $0.offset) })
    }

    private func label(_ node: CitationGraph.Node) -> String {
        printable([node.region, node.id].compactMap(\.self).joined(separator: " "))
    }

    package var mermaid: String {
        let places = places
        // Mermaid takes entity codes for what its labels may not hold.
        func safe(_ text: String) -> String {
            String(
                text.flatMap { character -> String in
                    switch character {
                    case "\"": "#quot;"
                    case "<": "#lt;"
                    case ">": "#gt;"
                    case "#": "#35;"
                    case "&": "#amp;"
                    default: String(character)
                    }
                })
        }
        let nodes = graph.nodes.enumerated().map { index, node in
            "  n\(index)\(node.name == nil ? "([\"" : "[\"")\(safe(label(node)))\(node.name == nil ? "\"])" : "\"]")"
        }
        let edges = graph.edges.map { "  n\(places[$0.from] ?? 0) -->|\($0.relation.rawValue)| n\(places[$0.to] ?? 0)" }
        return (["graph TD"] + nodes + edges).joined(separator: "\n") + "\n"
    }

    package var dot: String {
        let places = places
        func quoted(_ text: String) -> String {
            "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) } + "\""
        }
        let nodes = graph.nodes.enumerated().map { index, node in
            "  n\(index) [label=\(quoted(label(node)))\(node.name == nil ? ", style=dashed" : "")];"
        }
        let edges = graph.edges.map {
            "  n\(places[$0.from] ?? 0) -> n\(places[$0.to] ?? 0) [label=\(quoted($0.relation.rawValue))];"
        }
        return (["digraph citations {", "  node [shape=box];"] + nodes + edges + ["}"]).joined(separator: "\n") + "\n"
    }
}
