import PolicyComparison
import PolicyRules

extension DiffReport {
    /// The changes by topic, for a terminal.
    package func terminal(isColoured: Bool) -> [String] {
        func paint(_ text: String, _ code: String) -> String { isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
        var lines: [String] = []
        for pair in diff.pairs {
            if let name = groupName(pair) { lines.append(paint("== \(name)", "1")) }
            lines += ["A  \(describe(pair.from))", "B  \(describe(pair.to))"]
            var kind: RuleKind?
            let shown = pair.diff.changes.filter { $0.level >= minimumLevel }
            for group in ChangeGroup.groups(shown, sentence(pair)) {
                guard let change = group.changes.first else { continue }
                if change.key?.kind != kind {
                    kind = change.key?.kind
                    lines += ["", paint(kind?.label(language) ?? "", "1")]
                }
                let label = padded("\(change.level.sign) \(change.level.label(language))", to: language == .zh ? 6 : 10)
                let marks = [direction(change), change.isUncertain ? say("读法不确定", "uncertain reading") : nil]
                    .compactMap(\.self)
                for (index, sentence) in group.sentences.enumerated() {
                    let lead = index == 0 ? paint(label, colour(change.level)) : padded("", to: displayWidth(label))
                    let tail = index == 0 && !marks.isEmpty ? paint("  [\(marks.joined(separator: ", "))]", "2") : ""
                    lines.append("  \(lead)  \(printable(sentence))\(tail)")
                }
            }
            let hidden = pair.diff.changes.filter { $0.level < minimumLevel }.count
            lines += [
                "",
                counts(pair.diff.changes)
                    + say("；相同 \(pair.diff.unchangedCount)", "; \(pair.diff.unchangedCount) alike"),
            ]
            if hidden > 0 {
                lines.append(
                    say(
                        "另有 \(hidden) 项低于此级别，用 --min-level info 显示",
                        "\(hidden) more below this level: --min-level info shows them"))
            }
        }
        lines += [axisLine]
        if !diff.remarks.isEmpty {
            lines += [say("未比较或须留意：", "not compared, or to be kept in mind:")]
            lines += diff.remarks.map { "  - " + printable(remark($0)) }
        }
        return lines
    }

    func direction(_ change: Change) -> String? {
        var parts: [String] = []
        if change.insured == .better || change.insured == .worse {
            parts.append(say("对参保人\(change.insured.label.zh)", "\(change.insured.label.en) for the insured"))
        }
        if change.payer == .better || change.payer == .worse {
            let isLess = change.payer == .better
            parts.append(say(isLess ? "支付方减负" : "支付方增负", isLess ? "payer pays less" : "payer pays more"))
        }
        return parts.isEmpty ? nil : parts.joined(separator: say("，", ", "))
    }

    private func colour(_ level: ChangeLevel) -> String {
        switch level {
        case .critical: "1;31"
        case .major: "1;33"
        case .minor: "36"
        case .info: "2"
        }
    }
}

/// The text without letters that would steer a terminal.
package func printable(_ text: String, keepsLines: Bool = false) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let isLine = keepsLines && scalar == "\n"
        let isControl = !isLine && (scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value))
        view.append(isControl ? " " : scalar)
    }
    return String(view)
}
