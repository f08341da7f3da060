package import ExtractorData
import NoticeModel
import PolicyRules
import PolicyText
import PolicyValues

/// Whether an example beside a rule came out as it says.
package struct ExampleResult: Sendable {
    package var rule: String
    package var text: String
    package var place: ExtractorPlace
    /// What differs, one line each; empty where the example holds.
    package var differences: [String]

    package var holds: Bool { differences.isEmpty }
}

/// What `guize extractors list` says of a rule.
package struct RuleSummary: Sendable {
    package var id: String
    package var kind: String
    package var file: String
    package var line: Int
    package var examples: Int
}

extension ExtractorSet {
    package var summaries: [RuleSummary] {
        rules.map {
            RuleSummary(id: $0.id, kind: $0.kind, file: $0.place.file, line: $0.place.line, examples: $0.examples.count)
        }
    }

    /// Runs every example. The plan year of an example is 2026, its jurisdiction none.
    package func runExamples() -> [ExampleResult] {
        rules.flatMap { rule in rule.examples.map { run($0, of: rule) } }
    }

    private func run(_ example: RulePattern.Example, of rule: RulePattern) -> ExampleResult {
        let (marked, places) = ExtractorSet.unmarked(example.text)
        let notice = exampleNotice(text: marked, heading: example.heading, before: example.before)
        let bundle = Extractor(set: self, version: "example").extract(
            notice, source: SourceInfo(name: "example", mediaType: "text/plain", charset: nil, bytesDigest: "")
        ).bundle
        let found = bundle.rules.filter { $0.extractor == rule.id }
        let offset = notice.rendition.count - marked.unicodeScalars.count
        var rest = found.map { ExtractorSet.describe($0) }
        var differences: [String] = []
        for expected in example.gives {
            let wanted = expected.map { field, value in
                (field, ExtractorSet.split(value).value, ExtractorSet.split(value).mark)
            }
            let match = found.indices.first { index in
                !rest[index].isEmpty
                    && wanted.allSatisfy { field, value, mark in
                        rest[index][field] == value
                            && (mark.map { mark in
                                ExtractorSet.stands(found[index], field: field, on: places[mark], offset: offset)
                            } ?? true)
                    }
            }
            if let match {
                rest[match] = [:]
            } else {
                let text = expected.map { "\($0.field): \($0.value)" }.joined(separator: ", ")
                differences.append("missing {\(text)}")
            }
        }
        for fields in rest where !fields.isEmpty {
            let text = fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
            differences.append("not expected {\(text)}")
        }
        return ExampleResult(rule: rule.id, text: marked, place: example.place, differences: differences)
    }

    /// `50@c` is the value 50 on the letters marked c.
    private static func split(_ text: String) -> (value: String, mark: Character?) {
        guard let at = text.lastIndex(of: "@"), let mark = text[at...].dropFirst().first, text[at...].count == 2 else {
            return (text, nil)
        }
        return (String(text[..<at]), mark)
    }

    private static func stands(_ rule: Rule, field: String, on range: Range<Int>?, offset: Int) -> Bool {
        guard let range else { return false }
        return rule.evidence.contains {
            $0.supports.contains(field) && $0.start < range.upperBound + offset && range.lowerBound + offset < $0.end
        }
    }

    /// The text without its marks ⟦a:…⟧, and the place of each.
    private static func unmarked(_ text: String) -> (String, [Character: Range<Int>]) {
        var plain = String.UnicodeScalarView()
        var places: [Character: Range<Int>] = [:]
        var open: (mark: Character, start: Int)?
        let scalars = Array(text.unicodeScalars)
        var at = 0
        while at < scalars.count {
            if scalars[at] == "⟦", at + 2 < scalars.count, scalars[at + 2] == ":" {
                open = (Character(scalars[at + 1]), plain.count)
                at += 3
            } else if scalars[at] == "⟧", let mark = open {
                places[mark.mark] = mark.start..<plain.count
                open = nil
                at += 1
            } else {
                plain.append(scalars[at])
                at += 1
            }
        }
        return (String(plain), places)
    }

    private func exampleNotice(text: String, heading: String?, before: String?) -> Notice {
        let lines = [heading, before, text].compactMap { $0 }
        let rendition = Array(lines.joined(separator: "\n").unicodeScalars)
        let folded = Folding.fold(rendition)
        var starts = [0]
        for (at, scalar) in folded.scalars.enumerated() where scalar == "\n" { starts.append(at + 1) }
        var blocks: [Block] = []
        var sections: [Section] = []
        for (number, start) in starts.enumerated() {
            let end = number + 1 < starts.count ? starts[number + 1] - 1 : folded.scalars.count
            let range = start..<max(start, end)
            if number == 0, heading != nil {
                sections.append(
                    Section(
                        id: "1", level: 1, markerRange: start..<start, headingRange: range,
                        range: start..<folded.scalars.count, parent: nil))
                blocks.append(Block(kind: .heading, part: .body, range: range, section: 0))
            } else {
                blocks.append(Block(kind: .paragraph, part: .body, range: range, section: heading == nil ? nil : 0))
            }
        }
        var metadata = NoticeMetadata()
        metadata.planYear = NoticeMetadata.Field(2026)
        return Notice(
            rendition: rendition, text: folded, blocks: blocks, sections: sections, metadata: metadata, findings: [])
    }

    // MARK: Fields in one line

    /// The fields of a rule as examples write them: `amount: ">=400 person,year"`, `period: 2025-11-01/2026-02-28`.
    static func describe(_ rule: Rule) -> [String: String] {
        var fields: [String: String] = [:]
        fields["population"] = rule.population?.category ?? "everyone"
        fields["tier"] = rule.tier.map { String($0.rank) }
        fields["amount"] = rule.amount.map(describe)
        fields["rate"] = rule.rate.map {
            ($0.comparator == .equal ? "" : $0.comparator.rawValue) + $0.value
                + ($0.base.map { " \($0.rawValue)" } ?? "")
        }
        fields["payer"] = rule.payer?.rawValue
        fields["mode"] = rule.mode?.rawValue
        fields["window"] = rule.window?.rawValue
        fields["period"] = rule.period.map(describe)
        fields["paidDuring"] = rule.paidDuring.map(describe)
        fields["monthDays"] = rule.monthDays.map { "\($0.lowerBound)-\($0.upperBound)" }
        fields["effect"] = rule.effect?.rawValue
        fields["duration"] = rule.duration
        fields["per"] = rule.per?.rawValue
        fields["within"] = rule.within.map { $0.duration + ($0.of.map { " of \($0.rawValue)" } ?? "") }
        fields["priorYears"] = rule.priorYears.map(String.init)
        fields["afterYears"] = rule.afterYears.map(String.init)
        fields["trigger"] = rule.trigger?.rawValue
        fields["direction"] = rule.direction?.rawValue
        fields["principle"] = rule.principle?.rawValue
        fields["topic"] = rule.topic?.rawValue
        fields["to"] = rule.to?.rawValue
        fields["document"] = rule.document
        fields["text"] = rule.text
        fields["planYear"] = rule.planYear.map(String.init)
        return fields
    }

    private static func describe(_ amount: Amount) -> String {
        (amount.comparator == .equal ? "" : amount.comparator.rawValue) + amount.value
            + (amount.plus.map { "+\($0.rawValue)" } ?? "")
            + (amount.per.isEmpty ? "" : " " + amount.per.map(\.rawValue).joined(separator: ","))
            + (amount.change.map { " change \($0)" } ?? "")
    }

    private static func describe(_ period: PeriodValue) -> String {
        func point(_ point: TimePointValue?) -> String {
            guard let point else { return ".." }
            if let date = point.date { return date }
            return (point.anchor?.rawValue ?? "?") + (point.offset.map { "+\($0)" } ?? "")
                + (point.snap == nil ? "" : "^month")
                + (point.monthDay.map { " \($0)" } ?? "")
        }
        return "\(point(period.start))/\(point(period.end))"
    }
}
