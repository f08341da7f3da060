import Foundation
import Testing

/// `diff`, `compare` and `conform` on notices, from outside.
@Suite struct ComparisonCommandTests {
    private func folder() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write("2025.txt", ComparisonNotices.year2025)
        try scratch.write("2026.txt", ComparisonNotices.year2026)
        try scratch.write("nation.txt", ComparisonNotices.nation2026)
        return scratch
    }

    private func object(_ run: Run) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    }

    /// The fifteen changes that were written into the pair of years, each with level, type and whom it serves.
    private static let expected = [
        "governmentSubsidy amount raised major better",
        "individualContribution amount raised major worse",
        "contributionAssistance/minimumLivingAllowance amount raised major better",
        "contributionAssistance/returnedToPoverty amount lowered major worse",
        "contributionAssistance/unstablePovertyExit - removed critical worse",
        "contributionAssistance/marginalPovertyProne - added critical better",
        "contributionAssistance/suddenSevereHardship rate raised major better",
        "contributionAssistance/severeDisability payer payerChanged major unchanged",
        "contributionAssistance/preferentialTreatment mode raised major better",
        "enrollmentWindow/concentrated period.start advanced major better",
        "enrollmentWindow/concentrated period.end postponed major better",
        "waitingPeriod/newborn within lengthened major better",
        "waitingPeriod/lapsed duration lengthened major worse",
        "waitingPeriod/lapsed/extended+lapsedYear duration lengthened major worse",
        "ceilingAdjustment/continuousEnrollment+raise amount raised major better",
    ]

    @Test func exactlyTheKnownChangesOfAYearComeOut() throws {
        let scratch = try folder()
        let run = try Program.run(
            ["diff", scratch.file("2025.txt"), scratch.file("2026.txt"), "--format", "json"])
        #expect(run.status == 0)
        let pairs = try #require(try object(run)["pairs"] as? [[String: Any]])
        var found: [String] = []
        for change in pairs.flatMap({ $0["changes"] as? [[String: Any]] ?? [] }) {
            let id = String((change["id"] as? String ?? "").split(separator: "/", maxSplits: 1)[1])
            let fields = change["fields"] as? [[String: Any]] ?? []
            if fields.isEmpty {
                found.append("\(id) - \(change["type"] ?? "") \(change["level"] ?? "") \(change["insured"] ?? "")")
            }
            for field in fields where field["level"] as? String != "info" {
                found.append(
                    "\(id) \(field["field"] ?? "") \(field["type"] ?? "") \(field["level"] ?? "") \(field["insured"] ?? "")"
                )
            }
        }
        #expect(found.sorted() == Self.expected.sorted())
    }

    @Test(arguments: [
        ("zh", "个人缴费标准由380元提高到400元（+20元，+5.3%）"), ("zh", "返贫致贫人口参保资助由200元降低到160元（−40元，−20%）"),
        ("zh", "起始日由2024-10-01提前到2025-09-15（按年度计早16天）"),
        ("en", "individual contribution raised from 380 yuan to 400 yuan (+20 yuan, +5.3%)"),
    ])
    func changesAreSentences(_ language: String, _ sentence: String) throws {
        let scratch = try folder()
        let run = try Program.run(
            ["diff", scratch.file("2025.txt"), scratch.file("2026.txt"), "--language", language])
        #expect(run.text.contains(sentence))
    }

    @Test(arguments: [("critical", 1), ("major", 1), ("info", 1)])
    func changesOfALevelFail(_ level: String, _ status: Int32) throws {
        let scratch = try folder()
        let paths = [scratch.file("2025.txt"), scratch.file("2026.txt")]
        #expect(try Program.run(["diff"] + paths + ["--fail-on", level]).status == status)
        #expect(try Program.run(["diff", paths[0], paths[0], "--fail-on", level]).status == 0)
    }

    @Test(arguments: ["json", "csv", "markdown", "html", "terminal"])
    func equalInputGivesEqualBytes(_ format: String) throws {
        let scratch = try folder()
        let arguments = ["diff", scratch.file("2025.txt"), scratch.file("2026.txt"), "--format", format]
        let runs = [try Program.run(arguments), try Program.run(arguments)]
        #expect(runs[0].output == runs[1].output)
        #expect(!runs[0].output.isEmpty)
    }

    @Test(arguments: ["terminal", "csv", "tidy", "xlsx", "markdown", "json", "html"])
    func theOrderOfFilesChangesNoMatrix(_ format: String) throws {
        let scratch = try folder()
        let files = ["2025.txt", "2026.txt", "nation.txt"].map(scratch.file)
        let first = try Program.run(["compare"] + files + ["--format", format])
        let second = try Program.run(["compare"] + files.reversed() + ["--format", format])
        #expect(first.status == 0)
        #expect(first.output == second.output)
    }

    @Test func aBundleAndItsNoticeGiveOneDiff() throws {
        let scratch = try folder()
        let bundle = try Program.run(["extract", scratch.file("2025.txt")])
        try scratch.write("2025.json", bundle.output)
        let notice = try Program.run(["diff", scratch.file("2025.txt"), scratch.file("2026.txt"), "--format", "csv"])
        let read = try Program.run(["diff", scratch.file("2025.json"), scratch.file("2026.txt"), "--format", "csv"])
        #expect(notice.output == read.output)
    }

    @Test func aLowerNoticeIsHeldToTheUpperOne() throws {
        let scratch = try folder()
        try scratch.write(
            "low.txt",
            ComparisonNotices.year2026.replacing("每人每年700元", with: "每人每年650元").replacing("9月15日", with: "8月15日"))
        let run = try Program.run(
            ["conform", scratch.file("low.txt"), scratch.file("nation.txt"), "--format", "json", "--fail-on", "broken"])
        #expect(run.status == 1)
        let findings = try #require(try object(run)["pairs"] as? [[String: Any]])
            .flatMap { $0["findings"] as? [[String: Any]] ?? [] }
        let verdicts = findings.map { finding -> String in
            let key = (finding["upper"] as? [String: Any])?["key"] as? String ?? ""
            return
                "\(key.split(separator: "/", maxSplits: 1)[1]) \(finding["verdict"] ?? "") \(finding["reason"] ?? "")"
        }
        #expect(verdicts.contains("governmentSubsidy broken belowFloor"))
        #expect(verdicts.contains("individualContribution kept equal"))
        #expect(verdicts.contains("enrollmentWindow/concentrated broken outsidePeriod"))
        #expect(verdicts.contains("contributionAssistance/orphan kept equal"))
        #expect(verdicts.contains("waitingPeriod/lapsed kept equal"))
        #expect(
            try Program.run(["conform", scratch.file("2026.txt"), scratch.file("nation.txt"), "--fail-on", "broken"])
                .status == 0)
    }

    @Test func aHostileNoticeStaysText() throws {
        let scratch = try folder()
        let hostile = "</script><img src=x onerror=alert(1)>"
        try scratch.write("evil.txt", ComparisonNotices.year2026.replacing("孤儿", with: "孤儿（\(hostile)）"))
        let page = try Program.run(["diff", scratch.file("2025.txt"), scratch.file("evil.txt"), "--format", "html"])
            .text
        #expect(!page.contains("<img"))
        #expect(page.components(separatedBy: "</script>").count == 2)
        #expect(page.contains("default-src 'none'"))
    }

    @Test func wrongUseIsExplained() throws {
        let scratch = try folder()
        #expect(try Program.run(["diff", scratch.file("2025.txt")]).status == 64)
        #expect(try Program.run(["compare", scratch.file("2025.txt"), "--kinds", "nothing"]).status == 64)
        #expect(try Program.run(["diff", scratch.file("none.txt"), scratch.file("2025.txt")]).status == 2)
        let run = try Program.run(["compare", scratch.file("2025.txt"), "--baseline", "1999"])
        #expect(run.status == 64)
        #expect(run.errors.contains("2025"))
    }
}
