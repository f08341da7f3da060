import PolicyComparison
import PolicyRules

extension DiffReport {
    /// The changes as a page in one file.
    /// - Parameter texts: By document id, the text renditions of notices, for quotes in their surroundings.
    package func html(texts: [String: [Unicode.Scalar]]) -> String {
        let evidence = EvidenceHTML(texts: texts, text: text)
        var number = 0
        var store = ""
        var body = "<p class=\"note\">\(PolicyReport.html(axisLine))</p>\(filters)"
        for pair in diff.pairs {
            if let name = groupName(pair) { body += "<h2>\(PolicyReport.html(name))</h2>" }
            body +=
                "<p class=\"note\">A: \(PolicyReport.html(describe(pair.from)))<br>B: \(PolicyReport.html(describe(pair.to)))</p>"
            body += "<p>\(PolicyReport.html(counts(pair.diff.changes)))</p>"
            var rows = ""
            var kind: RuleKind?
            for change in pair.diff.changes where change.level >= minimumLevel {
                guard let key = change.key else { continue }
                if key.kind != kind {
                    kind = key.kind
                    rows +=
                        "<tr class=\"topic\"><th scope=\"rowgroup\" colspan=\"4\"><span>\(PolicyReport.html(key.kind.label(language)))</span></th></tr>"
                }
                var ids: [String] = []
                for (side, facts, base) in [("A", change.from, pair.from), ("B", change.to, pair.to)]
                where !facts.isEmpty {
                    number += 1
                    ids.append("e\(number)")
                    store += evidence.block(facts, base, id: "e\(number)", title: side + " · " + (label(base) ?? ""))
                }
                let sentence = sentence(pair).sentences(change).joined(separator: say("；", "; "))
                let values = [change.from, change.to].map { side($0, change) }
                rows += """
                    <tr data-topic="\(key.kind.rawValue)" data-level="\(change.level.rawValue)"><th scope="row">\
                    <span class="sign">\(change.level.sign)</span>\(PolicyReport.html(change.level.label(language)))\
                    <span class="aside">\(PolicyReport.html(direction(change) ?? ""))</span></th>\
                    <td class="\(change.level.rawValue)"><button type="button" data-evidence="\(ids.joined(separator: " "))">\
                    <span class="text">\(PolicyReport.html(sentence))</span></button></td>\
                    <td>\(values[0])</td><td>\(values[1])</td></tr>

                    """
            }
            body += """
                <div class="scroll" tabindex="0" role="region" aria-label="\(say("变化", "changes"))"><table><thead><tr>\
                <th scope="col">\(say("级别", "level"))</th><th scope="col">\(say("变化", "change"))</th>\
                <th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>\(rows)</tbody></table></div>
                """
        }
        if !diff.remarks.isEmpty {
            body += "<h2>\(say("未比较或须留意", "Not compared, or to be kept in mind"))</h2><ul>"
            body += diff.remarks.map { "<li>\(PolicyReport.html(remark($0)))</li>" }.joined() + "</ul>"
        }
        return HTMLPage(
            language: language, title: say("医保政策变化", "Changes of medical insurance rules"),
            body: body + "<div class=\"store\">\(store)</div>"
        ).text
    }

    /// What a side says, or what it is that it has no rule.
    private func side(_ facts: [Fact], _ change: Change) -> String {
        if !facts.isEmpty { return PolicyReport.html(facts.map(text.value).joined(separator: say("；", "; "))) }
        let word =
            switch change.type {
            case .added, .removed: say("未写明", "not stated")
            case .repealed, .restored: say("已废止", "repealed")
            default:
                change.because.isEmpty
                    ? "—" : Set(change.because.map(text.value)).sorted().joined(separator: say("；", "; "))
            }
        return "<span class=\"none\">\(PolicyReport.html(word))</span>"
    }

    private var filters: String {
        let kinds = Set(diff.changes.filter { $0.level >= minimumLevel }.compactMap { $0.key?.kind })
        let topics = RuleKind.allCases.filter(kinds.contains).map {
            "<option value=\"\($0.rawValue)\">\(PolicyReport.html($0.label(language)))</option>"
        }
        let levels = [ChangeLevel.major, .critical].map {
            "<option value=\"\($0.rawValue)\">\(say("\($0.label.zh)及以上", "\($0.label.en) and above"))</option>"
        }
        let all = "<option value=\"\">\(say("全部", "all"))</option>"
        return """
            <form id="filters"><label>\(say("事项", "topic"))<select name="topic">\(all)\(topics.joined())</select></label>\
            <label>\(say("级别", "level"))<select name="level">\(all)\(levels.joined())</select></label></form>
            """
    }
}
