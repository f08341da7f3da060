import PolicyComparison
import PolicyRules

extension DiffReport {
    /// The schema of the JSON form, `major.minor`.
    package static let schemaVersion = "1.0"

    // MARK: Markdown

    package func markdown() -> String {
        var lines = ["# " + say("规则对比", "Changes"), ""]
        for pair in diff.pairs {
            if let name = groupName(pair) { lines += ["## \(escaped(name))", ""] }
            lines += ["- A: \(escaped(describe(pair.from)))", "- B: \(escaped(describe(pair.to)))", ""]
            lines += ["**\(counts(pair.diff.changes))**", ""]
            var kind: RuleKind?
            let shown = pair.diff.changes.filter { $0.level >= minimumLevel }
            for group in ChangeGroup.groups(shown, sentence(pair)) {
                guard let change = group.changes.first else { continue }
                if change.key?.kind != kind {
                    kind = change.key?.kind
                    if lines.last != "" { lines.append("") }
                    lines += ["### \(kind?.label(language) ?? "")", ""]
                }
                let sentences = group.sentences.map(escaped).joined(separator: say("；", "; "))
                let direction = direction(change).map { " _(\($0))_" } ?? ""
                lines.append("- **\(change.level.label(language))** \(sentences)\(direction)")
                for (side, facts) in [("A", group.changes.flatMap(\.from)), ("B", group.changes.flatMap(\.to))] {
                    for quote in quotes(facts) { lines.append("  - \(side): “\(escaped(quote))”") }
                }
            }
            if lines.last != "" { lines.append("") }
        }
        lines += ["---", "", "- " + axisLine] + diff.remarks.map { "- " + escaped(remark($0)) }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: CSV

    /// One row a field that changed, with all codes; a change of whole facts is one row.
    package func csv() -> [UInt8] {
        var csv = CSV(hasByteOrderMark: true)
        csv.add([
            "id", "fingerprint", "group", "level", "type", "insured", "payer", "kind", "kindLabel", "population",
            "populationLabel", "tier", "aspect", "scheme", "field", "fieldType", "from", "to", "difference", "unit",
            "percent", "sentence", "quoteA", "quoteB", "documentA", "documentB",
        ])
        for pair in diff.pairs {
            for change in pair.diff.changes {
                guard let key = change.key else { continue }
                let head = [
                    change.id, change.fingerprint, pair.group ?? "", change.level.rawValue, change.type.rawValue,
                    change.insured.rawValue, change.payer.rawValue, key.kind.rawValue, key.kind.label(language),
                    key.population ?? "", key.population.map(text.population) ?? "", key.tier.map(String.init) ?? "",
                    key.aspect, key.scheme.rawValue,
                ]
                let tail = [
                    sentence(pair).sentences(change).joined(separator: say("；", "; ")),
                    quotes(change.from).joined(separator: " ‖ "), quotes(change.to).joined(separator: " ‖ "),
                    documents(change.from, pair.from), documents(change.to, pair.to),
                ]
                if change.fields.isEmpty {
                    let values = [change.from, change.to].map { $0.map(text.value).joined(separator: say("；", "; ")) }
                    csv.add(head + ["", ""] + values + ["", "", ""] + tail)
                }
                for field in change.fields {
                    csv.add(
                        head + [
                            field.field.rawValue, field.type.rawValue,
                            field.from.map { text.value($0, of: field.field) } ?? "",
                            field.to.map { text.value($0, of: field.field) } ?? "", field.difference?.absolute ?? "",
                            field.difference?.unit.rawValue ?? "", field.difference?.percent ?? "",
                        ] + tail)
                }
            }
        }
        return csv.bytes
    }

    private func documents(_ facts: [Fact], _ base: FactBase) -> String {
        let names = facts.flatMap(\.sources).map { base.documents[$0.document].name }
        return Set(names).sorted().joined(separator: "; ")
    }

    // MARK: JSON

    package func json() -> [UInt8] {
        ReportJSON.object([
            "schemaVersion": .string(Self.schemaVersion),
            "axis": .string(diff.axis.rawValue),
            "axisGuessed": .bool(diff.isAxisGuessed),
            "counts": .object(
                ChangeLevel.allCases.reversed().map { level in
                    .init(key: level.rawValue, value: .int(diff.changes.filter { $0.level == level }.count))
                }),
            "pairs": .list(diff.pairs.map(json)),
            "remarks": .list(
                diff.remarks.map { remark in
                    .object([
                        "code": .string(remark.code.rawValue), "side": remark.isFirst.map { .string($0 ? "a" : "b") },
                        "count": .int(remark.count), "items": .strings(remark.items),
                    ])
                }),
        ]).pretty
    }

    private func json(_ pair: PolicyDiff.Pair) -> ReportJSON {
        .object([
            "group": pair.group.map { .string($0) },
            "a": json(pair.from),
            "b": json(pair.to),
            "unchanged": .int(pair.diff.unchangedCount),
            "changes": .list(pair.diff.changes.map { json($0, pair) }),
        ])
    }

    private func json(_ base: FactBase) -> ReportJSON {
        .object([
            "documents": .list(
                base.documents.map { document in
                    .object([
                        "id": .string(document.id), "name": .string(document.name),
                        "number": document.number.map { .string($0) }, "title": document.title.map { .string($0) },
                        "region": document.jurisdiction.map { .string($0.code) },
                        "regionName": document.jurisdiction.map { .string($0.name) },
                        "planYear": document.planYear.map { .int($0) }, "status": .string(document.status.rawValue),
                    ])
                })
        ])
    }

    private func json(_ change: Change, _ pair: PolicyDiff.Pair) -> ReportJSON {
        func sentences(_ language: ReportLanguage) -> ReportJSON {
            .strings(sentence(pair, language).sentences(change))
        }
        return .object([
            "id": .string(change.id),
            "fingerprint": .string(change.fingerprint),
            "type": .string(change.type.rawValue),
            "level": .string(change.level.rawValue),
            "insured": .string(change.insured.rawValue),
            "payer": .string(change.payer.rawValue),
            "uncertain": change.isUncertain ? .bool(true) : nil,
            "topicAbsent": change.isTopicAbsent ? .bool(true) : nil,
            "carriedOn": change.isCarriedOn ? .bool(true) : nil,
            "sentences": .object(["zh": sentences(.zh), "en": sentences(.en)]),
            "fields": change.fields.isEmpty ? nil : .list(change.fields.map(json)),
            "a": .list(change.from.map { json($0, pair.from) }),
            "b": .list(change.to.map { json($0, pair.to) }),
            "because": change.because.isEmpty
                ? nil : .list(change.because.map { json($0, change.type == .delegated ? pair.to : pair.from) }),
        ])
    }

    private func json(_ field: FieldChange) -> ReportJSON {
        .object([
            "field": .string(field.field.rawValue),
            "type": .string(field.type.rawValue),
            "level": .string(field.level.rawValue),
            "from": field.from.map { .string($0.canonical) },
            "to": field.to.map { .string($0.canonical) },
            "difference": field.difference.map { difference in
                .object([
                    "absolute": .string(difference.absolute), "unit": .string(difference.unit.rawValue),
                    "percent": difference.percent.map { .string($0) },
                ])
            },
            "insured": .string(field.insured.rawValue),
            "payer": .string(field.payer.rawValue),
        ])
    }

    private func json(_ fact: Fact, _ base: FactBase) -> ReportJSON {
        FactJSON(base: base, text: text).json(fact)
    }
}

/// A fact as JSON, with the places that it stands on.
struct FactJSON {
    let base: FactBase
    let text: FactText

    func json(_ fact: Fact) -> ReportJSON {
        .object([
            "key": .string(fact.key.path),
            "kind": .string(fact.key.kind.rawValue),
            "population": fact.key.population.map { .string($0) },
            "tier": fact.key.tier.map { .int($0) },
            "value": .string(text.value(fact)),
            "fields": .object(
                FactField.allCases.compactMap { field in
                    fact[field].map { .init(key: field.rawValue, value: .string($0.canonical)) }
                }),
            "sources": .list(
                fact.sources.map { source in
                    .object([
                        "document": .string(base.documents[source.document].name), "rule": .string(source.rule.id),
                        "certainty": .string(source.rule.certainty.rawValue),
                        "evidence": .list(
                            source.rule.evidence.map {
                                .object(["start": .int($0.start), "end": .int($0.end), "quote": .string($0.quote)])
                            }),
                    ])
                }),
        ])
    }
}

/// The text with the letters escaped that Markdown or HTML in it would take as its own.
func escaped(_ text: String) -> String {
    var result = ""
    for scalar in printable(text).unicodeScalars {
        switch scalar {
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "&": result += "&amp;"
        case "\\", "`", "*", "_", "[", "]", "#", "|", "!":
            result += "\\"
            result.unicodeScalars.append(scalar)
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
