import Foundation
import Testing

/// Comparisons of the notices of corpus/, as a researcher would make them, against answers read off the notices.
@Suite struct RegionComparisonTests {
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "corpus")

    private func notice(_ name: String) -> String { Self.corpus.appending(path: "\(name).txt").path }

    private func json(_ arguments: [String], status: Int32 = 0) throws -> [String: Any] {
        let run = try Program.run(arguments + ["--language", "zh"])
        #expect(run.status == status, "\(run.errors)")
        return try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    }

    private func changes(_ from: String, _ to: String) throws -> [[String: Any]] {
        let report = try json(["diff", from, to, "--format", "json"])
        return (report["pairs"] as? [[String: Any]] ?? []).flatMap { $0["changes"] as? [[String: Any]] ?? [] }
    }

    private func sentences(_ change: [String: Any]) -> String {
        ((change["sentences"] as? [String: Any])?["zh"] as? [String] ?? []).joined(separator: "；")
    }

    // MARK: Matrix

    @Test func everyCellOfTheMatrixIsWhatTheNoticesSay() throws {
        let names = [
            "jilin-2026-notice", "guizhou-2026-draft", "fuling-2026-notice", "tunliu-2026-interpretation",
        ]
        let report = try json(
            ["compare"] + names.map(notice) + [
                "--format", "json", "--kinds", RegionMatrixAnswers.kinds.joined(separator: ","),
            ])
        let columns = try #require(report["columnList"] as? [[String: Any]]).map { $0["name"] as? String ?? "" }
        var found: [String] = []
        var count = 0
        for row in try #require(report["rows"] as? [[String: Any]]) {
            let key = String((row["key"] as? String ?? "").split(separator: "/", maxSplits: 1)[1])
            let cells = zip(columns, row["cells"] as? [[String: Any]] ?? []).compactMap { column, cell -> String? in
                guard ["stated", "zero", "delegated"].contains(cell["state"] as? String) else { return nil }
                return "\(column) \(cell["value"] ?? "")"
            }
            count += cells.count
            found.append("\(key): \(cells.joined(separator: " ¦ "))")
        }
        for row in Set(found).symmetricDifference(RegionMatrixAnswers.rows).sorted() {
            Issue.record("\(found.contains(row) ? "not in the notices" : "missing"): \(row)")
        }
        #expect(count == RegionMatrixAnswers.count)
    }

    // MARK: Diff

    @Test func aMatterLeftToTheOtherDocumentIsNoChange() throws {
        let changes = try changes(notice("jilin-2024-mechanism-highlights"), notice("jilin-2026-notice"))
        let left = changes.filter { $0["type"] as? String == "delegated" }
        #expect(left.count == 8)
        #expect(left.allSatisfy { $0["carriedOn"] as? Bool == true && $0["level"] as? String == "info" })
        #expect(left.contains { sentences($0).contains("前者设置等待期，90天") })
        // One of the two is no yearly notice: what one alone says is neither gained nor lost.
        #expect(changes.allSatisfy { ["minor", "info"].contains($0["level"] as? String) })
    }

    @Test(arguments: [
        ("waitingPeriod/lapsed", "断保人员待遇等待期的时长：吉林省90天；涪陵区3个月（不能精确比较）"),
        ("waitingPeriod/lapsed/extended+lapsedYear", "30天；涪陵区1个月（不能精确比较）"),
        ("individualContribution", "吉林省400元/人·年；涪陵区一档 集中参保期，400元/人·年、二档 集中参保期，775元/人·年"),
        ("contributionAssistance/marginalPovertyProne", "定额资助，150元/人·年，医疗救助资金支付；涪陵区一档 定额资助，280元/人"),
        ("contributionAssistance/minimumLivingAllowance", "150元/人·年，医疗救助资金支付；涪陵区一档 定额资助，360元/人"),
    ])
    func aProvinceAndADistrictAreTold(_ key: String, _ words: String) throws {
        let scratch = try Scratch()
        for name in ["jilin-2024-mechanism-highlights", "jilin-2026-notice"] {
            try scratch.write("jilin/\(name).txt", Data(contentsOf: URL(filePath: notice(name))))
        }
        let changes = try changes(scratch.file("jilin"), notice("fuling-2026-notice"))
        let change = try #require(changes.first { ($0["id"] as? String)?.hasSuffix("urrbmi/\(key)") == true })
        #expect(sentences(change).contains(words), "\(sentences(change))")
        #expect(change["insured"] as? String == "indeterminate")
    }

    // MARK: Conformance

    private var nation: String {
        Self.corpus.deletingLastPathComponent().appending(path: "docs/examples/nation-2026.txt").path
    }

    private static let verdicts = [
        "financingStandard kept equal", "governmentSubsidy kept equal", "individualContribution kept equal",
        "contributionAssistance/extremelyPoor kept equal", "contributionAssistance/orphan kept equal",
        "contributionAssistance/minimumLivingAllowance kept equal",
        "enrollmentWindow/concentrated stricter withinPeriod", "waitingPeriod/lapsed undecided delegated",
    ]

    private func verdicts(_ pair: [String: Any]) -> [String] {
        (pair["findings"] as? [[String: Any]] ?? []).map { finding in
            let id = (finding["id"] as? String ?? "").split(separator: "/", maxSplits: 1).last ?? ""
            return "\(id) \(finding["verdict"] ?? "") \(finding["reason"] ?? "")"
        }
    }

    @Test func aProvinceIsHeldToTheNation() throws {
        let report = try json(["conform", notice("jilin-2026-notice"), nation, "--format", "json"])
        let pair = try #require((report["pairs"] as? [[String: Any]])?.first)
        #expect(verdicts(pair).sorted() == Self.verdicts.sorted())
        let findings = pair["findings"] as? [[String: Any]] ?? []
        let prints = findings.compactMap { $0["fingerprint"] as? String }
        #expect(Set(prints).count == findings.count)
    }

    private func folder() throws -> Scratch {
        let scratch = try Scratch()
        for file in try FileManager.default.contentsOfDirectory(at: Self.corpus, includingPropertiesForKeys: nil)
        where file.pathExtension == "txt" {
            try scratch.write("all/\(file.lastPathComponent)", Data(contentsOf: file))
        }
        try scratch.write("all/nation.txt", Data(contentsOf: URL(filePath: nation)))
        return scratch
    }

    /// Of six notices one cites another that is there.
    @Test func citedNumbersTellWhatBelongsTogether() throws {
        let scratch = try folder()
        let report = try json(["conform", "--auto", scratch.file("all"), "--format", "json"])
        let pairs = try #require(report["pairs"] as? [[String: Any]])
        #expect(pairs.map { $0["lower"] as? [String] } == [["jilin-2026-notice.txt"]])
        #expect(pairs.map { $0["upper"] as? [String] } == [["nation.txt"]])
        #expect(verdicts(pairs[0]).sorted() == Self.verdicts.sorted())
    }

    @Test func aChainOfNoticesIsFollowedStepByStep() throws {
        let scratch = try Scratch()
        func write(_ name: String, _ number: String, _ cited: String?, _ amount: Int) throws {
            try scratch.write(
                "chain/\(name).txt",
                """
                \(name)医疗保障局
                关于做好2026年度城乡居民基本医疗保险参保缴费工作的通知
                \(number)

                各医疗保障局：
                \(cited.map { "根据《关于做好2026年度参保工作的通知》（\($0)）要求，" } ?? "")现就有关事项通知如下。
                一、缴费标准
                个人缴费标准为每人每年\(amount)元。

                """)
        }
        try write("甘肃省", "甘医保发〔2025〕30号", nil, 400)
        try write("兰州市", "兰医保发〔2025〕41号", "甘医保发〔2025〕30号", 400)
        try write("皋兰县", "皋医保发〔2025〕52号", "兰医保发〔2025〕41号", 390)
        let graph = try json(["conform", "--auto", scratch.file("chain"), "--graph", "json"])
        let pairs = (graph["pairs"] as? [[String: String]] ?? []).map { "\($0["lower"] ?? "") < \($0["upper"] ?? "")" }
        #expect(
            pairs.sorted() == ["兰医保发〔2025〕41号 < 甘医保发〔2025〕30号", "皋医保发〔2025〕52号 < 兰医保发〔2025〕41号"])
        let report = try json(
            ["conform", "--auto", scratch.file("chain"), "--format", "json", "--fail-on", "broken"], status: 1)
        let found = (report["pairs"] as? [[String: Any]] ?? []).map { verdicts($0) }
        #expect(found == [["individualContribution kept equal"], ["individualContribution broken different"]])
    }

    // MARK: Graphs

    private func graph(_ form: String) throws -> String {
        let scratch = try folder()
        return try Program.run(["conform", "--auto", scratch.file("all"), "--graph", form, "--language", "zh"]).text
    }

    @Test func theGraphIsMermaid() throws {
        let lines = try graph("mermaid").split(separator: "\n").map(String.init)
        #expect(lines.first == "graph TD")
        let lower = try #require(lines.first { $0.contains("[\"吉林省 吉医保联〔2025〕19号\"]") }?.split(separator: "[").first)
        let upper = try #require(lines.first { $0.contains("[\"全国 医保发〔2025〕22号\"]") }?.split(separator: "[").first)
        #expect(lines.contains("\(lower) -->|basis| \(upper.drop { $0 == " " })"))
        // A document that is only cited looks otherwise.
        #expect(lines.contains { $0.contains("([\"国办发〔2024〕38号\"])") })
    }

    @Test func theGraphIsDOT() throws {
        let text = try graph("dot")
        #expect(text.hasPrefix("digraph citations {"))
        #expect(text.contains("label=\"全国 医保发〔2025〕22号\""))
        let path = "/usr/bin/dot"
        guard FileManager.default.isExecutableFile(atPath: path) else {
            print("graphviz is not installed: DOT is not parsed by it")
            return
        }
        let scratch = try Scratch()
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = ["-Tplain", "-o", scratch.file("plain"), try scratch.write("graph.dot", text)]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let plain = String(decoding: try scratch.read("plain"), as: UTF8.self).split(separator: "\n")
        #expect(
            plain.count { $0.hasPrefix("node ") }
                == text.split(separator: "\n").count { $0.contains("[label") && !$0.contains("->") })
        #expect(plain.count { $0.hasPrefix("edge ") } == text.split(separator: "\n").count { $0.contains("->") })
    }

    // MARK: Schemas

    @Test(arguments: ["bundle", "diff", "compare", "conform", "citations"])
    func everyFormHasASchema(_ form: String) throws {
        let schema = try json(["schema", "--of", form])
        #expect((schema["$id"] as? String)?.hasPrefix("urn:guize:schema:\(form):1.") == true)
        #expect(schema["required"] != nil)
    }
}
