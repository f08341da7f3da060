import ExtractorData
import PolicyExtraction
import PolicyKit
import PolicyReport
import PolicyRules

/// Why a notice's rules came out as they did, for people.
struct Explanation {
    let label: String
    let text: NoticeText
    let extraction: Extraction
    let tokens: [NoticeToken]
    let language: Language

    private var bundle: RuleBundle { extraction.bundle }

    private func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)(language) }

    // MARK: All rules

    func overview() -> [String] {
        bundle.rules.map { rule in
            let place = rule.evidence.first.map { position($0.start) } ?? ""
            return "\(place)  \(rule.id)  \(shortened(rule.evidence.first?.quote ?? "", to: 60))"
        }
    }

    // MARK: One rule

    /// Nil where the notice has no such rule.
    func lines(forRule id: String) -> [String]? {
        guard let rule = bundle.rules.first(where: { $0.id == id }) else { return nil }
        var lines = [rule.id] + describe(rule)
        for alternative in rule.alternatives {
            lines += ["", say("another reading", "另一种解读")] + describe(alternative)
        }
        let places = rule.evidence.map { $0.start..<$0.end }
        let others = extraction.trace.entries.filter { entry in
            places.contains { $0.overlaps(entry.range) } && !isMatch(entry, of: id)
        }
        if !others.isEmpty { lines += ["", say("tried at the same place:", "同一处的其他尝试：")] + others.map(describe) }
        return lines
    }

    func nearestRule(to id: String) -> String? { nearest(to: id, in: bundle.rules.map(\.id)) }

    private func describe(_ rule: Rule) -> [String] {
        let fields = fieldTexts(of: rule)
        let nameWidth = fields.map { displayWidth($0.name) }.max() ?? 0
        let textWidth = min(44, fields.map { displayWidth($0.text) }.max() ?? 0)
        var lines = [say("extractor", "提取器") + " " + rule.extractor, ""]
        for (name, text) in fields {
            let line = "\(padded(name, to: nameWidth))  \(padded(text, to: textWidth))  \(source(of: name, in: rule))"
            lines.append("  " + trimmingSpaces(line))
        }
        lines += [""]
        for evidence in rule.evidence {
            lines.append(
                "  \(position(evidence.start)) [\(evidence.start), \(evidence.end)) «\(oneLine(evidence.quote))»")
            if !evidence.supports.isEmpty { lines.append("    → " + evidence.supports.joined(separator: ", ")) }
        }
        return lines
    }

    /// Where a field comes from: the letters it stands on, or the step that made it.
    private func source(of field: String, in rule: Rule) -> String {
        if let origin = rule.origins[field] {
            let how =
                switch origin.how {
                case .inherited: say("inherited from", "承自")
                case .defaulted: say("by default:", "默认：")
                case .derived: say("derived:", "推得：")
                }
            return "\(how) \(origin.by)"
        }
        // The narrowest span that supports the field says most.
        let spans = rule.evidence.filter { $0.supports.contains(field) }
        guard let span = spans.min(by: { $0.end - $0.start < $1.end - $1.start }) else { return "" }
        return "\(say("stated at", "原文")) \(position(span.start))"
    }

    // MARK: One place

    func lines(at offset: Int) -> [String] {
        let place = Message.Place(file: label, scalars: text.scalars, range: offset..<offset + 1)
        var lines = MessageFormat(language: language, isColoured: false).excerptLines(of: place)
        func section(_ title: String, _ items: [String]) {
            if !items.isEmpty { lines += ["", title] + items.map { "  " + $0 } }
        }
        section(
            say("recognised:", "识别为："),
            tokens.filter { $0.range.contains(offset) }.map {
                "\($0.kind) \($0.code) «\(oneLine(text.quote($0.range)))»"
            })
        let rules = bundle.rules.filter { rule in rule.evidence.contains { ($0.start..<$0.end).contains(offset) } }
        section(say("rules that stand on it:", "以此为据的规则："), rules.map(\.id))
        section(
            say("values here that no rule used:", "此处未被采用的数值："),
            bundle.unclaimed.filter { ($0.evidence.start..<$0.evidence.end).contains(offset) }.map {
                "\($0.type.rawValue) \($0.value) «\(oneLine($0.evidence.quote))»"
            })
        section(
            say("tried in this sentence:", "在此句中的尝试："),
            extraction.trace.entries.filter { $0.range.overlaps(sentence(around: offset)) }.map(describe))
        if lines.count == excerptLineCount { lines += ["", say("nothing was tried here", "此处没有任何尝试")] }
        return lines
    }

    private let excerptLineCount = 4

    /// The letters from one full stop or line end to the next.
    private func sentence(around offset: Int) -> Range<Int> {
        let scalars = text.scalars
        func ends(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "。" || scalar == "\n" || scalar == "；" || scalar == "\r"
        }
        let start = scalars[..<offset].lastIndex(where: ends).map { $0 + 1 } ?? 0
        let end = scalars[offset...].firstIndex(where: ends) ?? scalars.count
        return start..<max(end, start)
    }

    // MARK: Attempts

    private func isMatch(_ entry: ExtractionTrace.Entry, of id: String) -> Bool {
        if case .matched(let rules) = entry.outcome { return rules.contains(id) }
        return false
    }

    private func describe(_ entry: ExtractionTrace.Entry) -> String {
        let outcome =
            switch entry.outcome {
            case .matched(let rules):
                rules.isEmpty
                    ? say("matched, and joined with a rule said before", "匹配，并入前面已有的规则")
                    : say("matched: ", "匹配：") + rules.joined(separator: ", ")
            case .failed(let what): say("failed: ", "未匹配：") + what
            case .vetoed(let why): say("vetoed: ", "被排除：") + why
            case .lost(let winner, let why): say("lost to \(winner): ", "让位于 \(winner)：") + why
            }
        return "\(position(entry.range.lowerBound)) \(entry.extractor) «\(shortened(entry.quote, to: 30))» \(outcome)"
    }

    // MARK: Text

    private func position(_ offset: Int) -> String {
        let place = Message.Place(file: "", scalars: text.scalars, range: offset..<offset)
        return "\(place.line ?? 1):\(place.column ?? 1)"
    }

    private func oneLine(_ quote: String) -> String {
        String(quote.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }

    private func shortened(_ quote: String, to width: Int) -> String {
        var columns = 0
        let line = oneLine(quote)
        let kept = line.prefix { letter in
            columns += displayWidth(String(letter))
            return columns <= width
        }
        return kept.endIndex == line.endIndex ? line : kept + "…"
    }
}
