package import PolicyComparison
import PolicyRules

/// A diff with what is needed to show it.
package struct DiffReport: Sendable {
    package let diff: PolicyDiff
    package let vocabulary: ComparisonVocabulary
    package let language: ReportLanguage
    /// Changes below this level are counted and not shown, except in JSON and CSV.
    package let minimumLevel: ChangeLevel
    /// What the sides are called: the files or folders.
    package let names: (from: String, to: String)

    package init(
        _ diff: PolicyDiff, names: (from: String, to: String), language: ReportLanguage,
        vocabulary: ComparisonVocabulary, minimumLevel: ChangeLevel = .minor
    ) {
        self.diff = diff
        self.names = names
        self.language = language
        self.vocabulary = vocabulary
        self.minimumLevel = minimumLevel
    }

    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    var text: FactText { FactText(language, vocabulary) }

    func sentence(_ pair: PolicyDiff.Pair, _ language: ReportLanguage? = nil) -> ChangeSentence {
        let text = FactText(language ?? self.language, vocabulary)
        guard diff.axis == .region else { return ChangeSentence(text) }
        return ChangeSentence(text, names: (label(pair.from) ?? names.from, label(pair.to) ?? names.to))
    }

    /// The side's regions, or nil where its documents name none.
    func label(_ base: FactBase) -> String? {
        let regions = Set(base.documents.compactMap { $0.jurisdiction?.name }).sorted()
        return regions.isEmpty ? nil : regions.joined(separator: "、")
    }

    /// `吉林省 2026 (吉医保联〔2025〕19号)`.
    func describe(_ base: FactBase) -> String {
        base.documents.map { document in
            let parts = [document.jurisdiction?.name, document.planYear.map(String.init)].compactMap(\.self)
            return (parts + ["(\(document.number ?? document.name))"]).joined(separator: " ")
        }.joined(separator: "; ")
    }

    func groupName(_ pair: PolicyDiff.Pair) -> String? {
        guard let group = pair.group else { return nil }
        return diff.axis == .year ? label(pair.from) ?? group : say("\(group)年度", "plan year \(group)")
    }

    // MARK: Counts and remarks

    func counts(_ changes: [Change]) -> String {
        let levels = ChangeLevel.allCases.reversed().compactMap { level -> String? in
            let count = changes.filter { $0.level == level }.count
            return count == 0 ? nil : "\(count) \(level.label(language))"
        }
        return levels.isEmpty ? say("没有变化", "no changes") : levels.joined(separator: say("，", ", "))
    }

    func remark(_ remark: PolicyDiff.Remark) -> String {
        let side =
            switch remark.isFirst {
            case true?: names.from
            case false?: names.to
            case nil: ""
            }
        let items = remark.items.prefix(5).joined(separator: say("、", ", ")) + (remark.items.count > 5 ? "…" : "")
        switch remark.code {
        case .noCounterpart:
            return say("\(side)中的文件在另一侧没有对应：\(items)", "documents of \(side) without a counterpart: \(items)")
        case .topicAbsent:
            let kinds = remark.items.compactMap { RuleKind(rawValue: $0)?.label(language) }.joined(
                separator: say("、", ", "))
            return say(
                "仅\(side)写明的规定（\(remark.count)条，另一侧未涉及或并非年度文件，不视为增减）：\(kinds)",
                "rules that \(side) alone states (\(remark.count); the other side does not treat the topic or is no yearly notice, so that silence is no change): \(kinds)"
            )
        case .notInForce:
            return say("\(side)含征求意见稿或解读：\(items)", "\(side) has drafts or interpretations: \(items)")
        case .uncertain:
            return say(
                "\(side)有\(remark.count)条规则读法不确定：\(items)", "\(side) has \(remark.count) uncertain rules: \(items)")
        case .unclaimed:
            return say(
                "\(side)有\(remark.count)个数值未被任何规则采用，未参与比较：\(items)",
                "\(side) has \(remark.count) figures that no rule holds; they were not compared: \(items)")
        case .bothDiffer:
            return say("两侧的地区与年度都不同", "the sides differ in region and in year")
        }
    }

    var axisLine: String {
        let axis = diff.axis == .year ? say("年度", "year") : say("地区", "region")
        return diff.isAxisGuessed
            ? say("比较维度：\(axis)（自动判断，可用 --axis 指定）", "compared along: \(axis) (found out; --axis sets it)")
            : say("比较维度：\(axis)", "compared along: \(axis)")
    }

    /// The change's quotes on both sides, one a fact.
    func quotes(_ facts: [Fact]) -> [String] {
        var quotes: [String] = []
        for quote in facts.compactMap({ $0.sources.first?.rule.evidence.first?.quote }) where !quotes.contains(quote) {
            quotes.append(quote)
        }
        return quotes
    }
}
