import PolicyRules
import Testing

@testable import PolicyExtraction

@Suite("Times, windows and waits")
struct EngineTimeTests {
    @Test(
        "Windows",
        arguments: [
            EngineCase(
                "a period with its window", "集中缴费期为2025年9月1日至2025年12月31日。",
                ["enrollmentWindow window=concentrated period=2025-09-01/2025-12-31"]),
            EngineCase(
                "a year for both ends", "集中缴费期为2025年9月1日至12月31日。",
                ["enrollmentWindow window=concentrated period=2025-09-01/2025-12-31"]),
            EngineCase(
                "a label before a colon", "集中缴费期：2025年9月1日至12月31日。",
                ["enrollmentWindow window=concentrated period=2025-09-01/2025-12-31"]),
            EngineCase(
                "the end of a month", "集中缴费期为2025年9月至2026年2月底。",
                ["enrollmentWindow window=concentrated period=2025-09-01/2026-02-28"]),
            EngineCase(
                "the end of February in a leap year", "集中缴费期为2023年9月至2024年2月。",
                ["enrollmentWindow window=concentrated period=2023-09-01/2024-02-29"]),
            EngineCase(
                "a day not filled in", "集中缴费期为2025年10月x日至2025年12月31日。",
                ["enrollmentWindow window=concentrated period=2025-10-XX/2025-12-31"]),
            EngineCase(
                "under a heading", "# 集中缴费期\n2025年9月1日至12月31日。",
                ["enrollmentWindow window=concentrated period=2025-09-01/2025-12-31"]),
            EngineCase(
                "the year named before", "2025年集中缴费期为9月1日至12月31日。",
                ["enrollmentWindow window=concentrated period=2025-09-01/2025-12-31"]),
            EngineCase(
                "relative years", "集中缴费期为上年9月1日至当年2月28日。",
                ["enrollmentWindow window=concentrated period=2025-09-01/2026-02-28"]),
            EngineCase(
                "prolonged", "集中缴费期延长至2026年3月31日。", ["enrollmentWindow window=extended period=../2026-03-31"]),
            EngineCase("a period of something else", "宣传活动时间为2025年9月1日至12月31日。", []),
        ])
    func windows(_ test: EngineCase) throws {
        let found = try engineLines(test.text)
        #expect(found == test.expected)
    }

    @Test(
        "Benefits",
        arguments: [
            EngineCase(
                "a period", "集中缴费期内参保的人员待遇享受期为2026年1月1日至12月31日。",
                ["benefitPeriod population=concentratedEnrollee period=2026-01-01/2026-12-31"]),
            EngineCase("hung on an event", "新生儿自出生之日起享受医保待遇。", ["benefitPeriod population=newborn period=birth/.."]),
            EngineCase("the day after", "自完成缴费的次日起享受待遇。", ["benefitPeriod period=payment+P1D/.."]),
            EngineCase("the first of the next month", "自缴费次月1日起享受待遇。", ["benefitPeriod period=payment+P1M^month/.."]),
        ])
    func benefits(_ test: EngineCase) throws {
        let found = try engineLines(test.text)
        #expect(found == test.expected)
    }

    @Test(
        "Waits",
        arguments: [
            EngineCase("imposed", "断保人员设置固定待遇等待期3个月。", ["waitingPeriod population=lapsed effect=imposed duration=P3M"]),
            EngineCase("waived", "新生儿不设置待遇等待期。", ["waitingPeriod population=newborn effect=waived"]),
            EngineCase(
                "waived within", "新生儿出生后90天内参保不设等待期。",
                ["waitingPeriod population=newborn effect=waived within=P90D of birth"]),
            EngineCase(
                "longer by the lapsed year", "断保人员设置固定待遇等待期3个月，每多断保1年，增加变动待遇等待期1个月。",
                [
                    "waitingPeriod population=lapsed effect=imposed duration=P3M",
                    "waitingPeriod population=lapsed effect=extended duration=P1M per=lapsedYear",
                ]),
            EngineCase("at least", "断保人员的等待期不少于6个月。", ["waitingPeriod population=lapsed effect=floor duration=P6M"]),
            EngineCase("a duration of something else", "经办机构应在3个月内办结。", []),
        ])
    func waits(_ test: EngineCase) throws {
        let found = try engineLines(test.text)
        #expect(found == test.expected)
    }

    /// A point, the end that it stands for, and what the contract writes.
    struct PointCase: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var planYear: Int?
        var yearBefore: Int?
        var expected: String?

        init(_ name: String, _ text: String, planYear: Int? = 2026, yearBefore: Int? = nil, _ expected: String?) {
            testDescription = name
            self.text = text
            self.planYear = planYear
            self.yearBefore = yearBefore
            self.expected = expected
        }
    }

    @Test(
        "Points and periods",
        arguments: [
            PointCase("a day", "自2026年1月1日起", "2026-01-01/.."),
            PointCase("an end", "2025年底前", "../2025-12-31"),
            PointCase("without a year, none named before", "自3月1日起", nil),
            PointCase("without a year, one named before", "自3月1日起", yearBefore: 2025, "2025-03-01/.."),
            PointCase("a relative year without a plan year", "自次年1月1日起", planYear: nil, nil),
            PointCase("a relative year", "自次年1月1日起", "2027-01-01/.."),
            PointCase("an event to the end of the year after", "缴费之日起至次年12月31日", "payment/payment+P1Y 12-31"),
        ])
    func points(_ test: PointCase) throws {
        let set = try EngineSet.builtin.get()
        let scalars = Array(test.text.unicodeScalars)
        let value = try #require(set.scanner.scan(scalars, in: 0..<scalars.count).first?.value)
        var writer = TimeWriter(planYear: test.planYear)
        writer.yearBefore = test.yearBefore
        var rule = Rule(id: "", kind: .benefitPeriod, extractor: "")
        rule.period = writer.period(of: value, text: test.text)
        #expect(ExtractorSet.describe(rule)["period"] == test.expected)
    }

    @Test(
        "Months have the days of the Gregorian calendar", arguments: [(2024, 29), (2023, 28), (2000, 29), (2100, 28)])
    func february(_ year: Int, _ days: Int) {
        #expect(daysInMonth(2, of: year) == days)
    }
}
