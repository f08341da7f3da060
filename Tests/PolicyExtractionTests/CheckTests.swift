import PolicyKit
import PolicyRules
import Testing

@testable import PolicyExtraction

/// A short notice and the codes of what does not hold in it; none for those that only look like it.
struct CheckCase: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var expected: [DiagnosticCode]

    init(_ name: String, _ text: String, _ expected: DiagnosticCode...) {
        self.name = name
        self.text = text
        self.expected = expected
    }

    var testDescription: String { name }
}

/// The codes of a notice of the plan year 2026, without the note on people that the vocabulary does not know.
private func codes(_ text: String) throws -> [DiagnosticCode] {
    try engineBundle(text).diagnostics.compactMap { DiagnosticCode(rawValue: $0.code) }.filter {
        $0 != .populationCustom
    }
}

private func codesOfWholeNotice(_ text: String) throws -> [DiagnosticCode] {
    try Guize().extract(Array(text.utf8), name: "notice.txt").diagnostics
        .compactMap { DiagnosticCode(rawValue: $0.code) }.filter { $0 != .populationCustom }
}

@Suite("What a notice says twice must agree")
struct CheckTests {
    @Test(
        "筹资标准 = 财政补助 + 个人缴费",
        arguments: [
            CheckCase("too much", "筹资标准为每人每年1100元，其中财政补助670元，个人缴费400元。", .financingSum),
            CheckCase("over sentences", "筹资标准为每人每年1050元。财政补助标准为每人每年700元。个人缴费标准为每人每年400元。", .financingSum),
            CheckCase("below a bound", "筹资标准不低于每人每年1100元，其中财政补助670元，个人缴费400元。", .financingSum),
            CheckCase(
                "of one tier", "财政补助标准为每人每年700元。\n一档筹资标准为每人每年1100元，个人缴费标准为每人每年400元。\n二档筹资标准为每人每年1500元，个人缴费标准为每人每年700元。",
                .financingSum),
            CheckCase("both bounds", "筹资标准不低于每人每年1200元，其中财政补助不低于700元，个人缴费400元。", .financingSum),
            CheckCase("it adds up", "筹资标准为每人每年1070元，其中财政补助670元，个人缴费400元。"),
            CheckCase("with decimals", "筹资标准为每人每年1070.00元，其中财政补助670元，个人缴费400元。"),
            CheckCase("above a bound", "筹资标准不低于每人每年1000元，其中财政补助670元，个人缴费400元。"),
            CheckCase("another year", "2025年筹资标准为每人每年1050元。2026年财政补助670元，个人缴费400元。"),
            CheckCase("a part that is a bound", "筹资标准为每人每年1200元，其中财政补助不低于700元，个人缴费400元。"),
            CheckCase("about", "筹资标准为每人每年1100元左右，其中财政补助670元，个人缴费400元。"),
            CheckCase("a part is missing", "筹资标准为每人每年1100元，个人缴费400元。"),
        ])
    func financing(_ test: CheckCase) throws { #expect(try codes(test.text) == test.expected) }

    @Test(
        "The shares of the governments make up 财政补助",
        arguments: [
            CheckCase(
                "less, all named", "财政补助标准为每人每年700元。其中中央财政补助400元，省级财政补助200元，市县财政补助90元。", .sharesSum),
            CheckCase(
                "more, all named", "财政补助标准为每人每年700元。其中中央财政补助400元，省级财政补助200元，市县财政补助110元。", .sharesSum),
            CheckCase("more, some named", "财政补助标准为每人每年700元。其中中央财政补助500元，省级财政补助250元。", .sharesSum),
            CheckCase(
                "in another order", "中央财政补助420元，省级财政补助150元，县级财政补助100元。\n财政补助标准为每人每年700元。", .sharesSum),
            CheckCase("they add up", "财政补助标准为每人每年700元。其中中央财政补助400元，省级财政补助200元，市县财政补助100元。"),
            CheckCase("some named", "财政补助标准为每人每年700元。其中中央财政补助400元，省级财政补助200元。"),
            CheckCase("one named", "财政补助标准为每人每年700元。其中中央财政补助420元。"),
            CheckCase("a bound", "财政补助标准不低于每人每年700元。其中中央财政补助400元，省级财政补助200元，市县财政补助120元。"),
            CheckCase("of another year", "2025年财政补助标准为每人每年670元。2026年中央财政补助400元，省级财政补助200元，市县财政补助100元。"),
        ])
    func shares(_ test: CheckCase) throws { #expect(try codes(test.text) == test.expected) }

    @Test(
        "资助 + 个人缴纳 = 个人缴费标准",
        arguments: [
            CheckCase("too little", "个人缴费标准为每人每年400元。\n孤儿资助280元，个人缴纳100元。", .assistanceSum),
            CheckCase("too much", "个人缴费标准为每人每年400元。\n低保对象资助280元，个人缴纳160元。", .assistanceSum),
            CheckCase("a percentage", "个人缴费标准为每人每年400元。\n低保对象按个人缴费标准的50%给予资助，个人缴纳150元。", .assistanceSum),
            CheckCase(
                "one tier of two",
                "个人缴费标准：一档每人每年400元，二档每人每年700元。\n低保对象参加一档资助280元、个人缴纳120元，参加二档资助280元、个人缴纳400元。",
                .assistanceSum),
            CheckCase(
                "each group of its own", "个人缴费标准为每人每年400元。\n孤儿资助280元，个人缴纳100元。\n低保对象资助200元，个人缴纳150元。",
                .assistanceSum, .assistanceSum),
            CheckCase("it adds up", "个人缴费标准为每人每年400元。\n孤儿资助280元，个人缴纳120元。"),
            CheckCase("in full", "个人缴费标准为每人每年400元。\n孤儿全额资助，个人不缴费。"),
            CheckCase(
                "two tiers", "个人缴费标准：一档每人每年400元，二档每人每年700元。\n低保对象参加一档资助280元、个人缴纳120元，参加二档资助300元、个人缴纳400元。"),
            CheckCase("two groups", "个人缴费标准为每人每年400元。\n城市低保对象资助200元，个人缴纳200元。\n农村低保对象资助240元，个人缴纳160元。"),
            CheckCase("another year", "2025年个人缴费标准为每人每年380元。\n2026年孤儿资助280元，个人缴纳120元。"),
            CheckCase("a bound", "个人缴费标准为每人每年400元。\n孤儿资助不低于200元，个人缴纳120元。"),
            CheckCase("no standard", "孤儿资助280元，个人缴纳100元。"),
            CheckCase("the standard said for the group", "个人缴费标准为每人每年400元。\n孤儿参保所需个人缴费400元由市级财政全额支付。"),
        ])
    func assistance(_ test: CheckCase) throws { #expect(try codes(test.text) == test.expected) }

    @Test(
        "资助 is no more than there is to pay",
        arguments: [
            CheckCase("more", "个人缴费标准为每人每年400元。\n对孤儿按每人每年450元给予资助。", .assistanceExcess),
            CheckCase("a bound", "个人缴费标准为每人每年400元。\n对孤儿给予不低于每人每年420元的资助。", .assistanceExcess),
            CheckCase("a digit too many", "个人缴费标准为每人每年400元。\n对低保对象按每人每年2800元给予资助。", .assistanceExcess),
            CheckCase(
                "of all tiers", "个人缴费标准：一档每人每年400元，二档每人每年700元。\n对孤儿按每人每年800元给予资助。", .assistanceExcess),
            CheckCase("all of it", "个人缴费标准为每人每年400元。\n对孤儿按每人每年400元给予资助。"),
            CheckCase("of the second tier", "个人缴费标准：一档每人每年400元，二档每人每年700元。\n对孤儿按每人每年500元给予资助。"),
            CheckCase("no standard", "对孤儿按每人每年450元给予资助。"),
            CheckCase("at most", "个人缴费标准为每人每年400元。\n对孤儿给予不超过每人每年450元的资助。"),
            CheckCase("another year", "2025年个人缴费标准为每人每年380元。\n对孤儿按每人每年400元给予资助。"),
        ])
    func excess(_ test: CheckCase) throws { #expect(try codes(test.text) == test.expected) }

    @Test(
        "A percentage and an amount of one aid",
        arguments: [
            CheckCase(
                "less", "个人缴费标准为每人每年400元。\n对低保对象按个人缴费标准的50%给予资助。低保对象资助金额为每人每年180元。", .rateAmount),
            CheckCase(
                "more", "个人缴费标准为每人每年400元。\n对低保对象按个人缴费标准的50%给予资助。\n对低保对象给予每人每年220元的资助。", .rateAmount),
            CheckCase(
                "of a tier of its own", "个人缴费标准为每人每年380元。\n对孤儿按个人缴费标准的90%给予资助。\n对孤儿按每人每年350元给予资助。", .rateAmount),
            CheckCase(
                "one fund", "个人缴费标准为每人每年400元。\n对孤儿由医疗救助资金按个人缴费标准的60%给予资助。\n对孤儿由医疗救助资金给予每人每年200元的资助。",
                .rateAmount),
            CheckCase("the same", "个人缴费标准为每人每年400元。\n对低保对象按个人缴费标准的50%给予资助。低保对象资助金额为每人每年200元。"),
            CheckCase("rounded", "个人缴费标准为每人每年395元。\n对低保对象按个人缴费标准的50%给予资助。低保对象资助金额为每人每年198元。"),
            CheckCase("two groups", "个人缴费标准为每人每年400元。\n对低保对象按个人缴费标准的50%给予资助。\n对孤儿给予每人每年300元的资助。"),
            CheckCase(
                "two funds", "个人缴费标准为每人每年400元。\n对孤儿由医疗救助资金按个人缴费标准的60%给予资助。\n对孤儿由县级财政给予每人每年100元的资助。"),
            CheckCase("no standard", "对低保对象按个人缴费标准的50%给予资助。低保对象资助金额为每人每年180元。"),
        ])
    func rates(_ test: CheckCase) throws { #expect(try codes(test.text) == test.expected) }

    @Test(
        "One thing with two values",
        arguments: [
            CheckCase("the contribution", "个人缴费标准为每人每年400元。\n个人缴费标准为每人每年380元。", .valueConflict),
            CheckCase("the subsidy", "财政补助标准为每人每年700元。\n财政补助标准为每人每年670元。", .valueConflict),
            CheckCase("an aid", "对孤儿按每人每年120元给予资助。\n对孤儿给予每人每年150元的资助。", .valueConflict),
            CheckCase("a figure below its bound", "财政补助标准不低于每人每年700元。\n财政补助标准为每人每年680元。", .valueConflict),
            CheckCase("two bounds", "财政补助标准不低于每人每年700元。\n财政补助标准不低于每人每年670元。", .valueConflict),
            CheckCase("two percentages", "对孤儿按个人缴费标准的50%给予资助。\n对孤儿按个人缴费标准的60%给予资助。", .valueConflict),
            CheckCase("other words for the people", "对城乡低保对象按每人每年120元给予资助。\n对低保人员给予每人每年150元的资助。", .valueConflict),
            CheckCase(
                "two waits", "未在集中缴费期参保的人员，设置待遇等待期3个月。\n未在集中缴费期参保的人员，设置待遇等待期6个月。", .valueConflict),
            CheckCase("said twice alike", "个人缴费标准为每人每年400元。\n个人缴费标准为每人每年400元。"),
            CheckCase("a figure within its bound", "财政补助标准不低于每人每年700元。\n财政补助标准为每人每年730元。"),
            CheckCase("two tiers", "个人缴费标准：一档每人每年400元，二档每人每年700元。"),
            CheckCase("two years", "2025年个人缴费标准为每人每年380元。\n2026年个人缴费标准为每人每年400元。"),
            CheckCase("two groups of one category", "对城市低保对象按每人每年120元给予资助。\n对农村低保对象给予每人每年150元的资助。"),
            CheckCase("a place of its own", "省级财政补助标准为每人每年87元。\n昆明市主城区由于财力较强，省级财政补助标准为每人每年60元。"),
            CheckCase("another aid", "对孤儿按每人每年120元给予资助。\n残联另对孤儿给予每人每年150元的资助。"),
            CheckCase(
                "the standard and what is left of it", "个人缴费标准为每人每年400元。\n低保对象个人缴费标准为每人每年400元。资助280元。低保对象个人缴纳120元。"),
            CheckCase("another window", "个人缴费标准为每人每年400元。\n2026年3月1日至6月30日参保缴费的，个人缴费标准为每人每年800元。"),
            CheckCase("90天 and 3个月", "未在集中缴费期参保的人员，设置待遇等待期3个月。\n未在集中缴费期参保的人员，设置待遇等待期90天。"),
        ])
    func conflicts(_ test: CheckCase) throws { #expect(try codes(test.text) == test.expected) }

    @Test(
        "Dates in order",
        arguments: [
            CheckCase("in one year", "集中缴费期为2025年12月31日至2025年9月1日。", .periodReversed),
            CheckCase("months", "集中缴费期为2025年11月至2025年9月。", .periodReversed),
            CheckCase("the year not moved on", "集中缴费期为2025年11月1日至2025年2月28日。", .periodReversed),
            CheckCase("a benefit", "待遇享受期为2026年12月31日至2026年1月1日。", .periodReversed),
            CheckCase("in order", "集中缴费期为2025年9月1日至2025年12月31日。"),
            CheckCase("over the year's end", "集中缴费期为2025年9月1日至2026年2月28日。"),
            CheckCase("one day", "集中缴费期为2025年9月1日至2025年9月1日。"),
            CheckCase("an end alone", "集中缴费期截止到2025年12月31日。"),
        ])
    func order(_ test: CheckCase) throws { #expect(try codes(test.text) == test.expected) }

    @Test(
        "Windows",
        arguments: [
            CheckCase(
                "one window, two ends", "集中缴费期为2025年9月1日至2025年12月31日。\n集中缴费期从2025年9月1日至2026年1月31日。",
                .windowConflict),
            CheckCase(
                "one window, two beginnings", "集中缴费期为2025年9月1日至2025年12月31日。\n集中缴费期从2025年10月1日至2025年12月31日。",
                .windowConflict),
            CheckCase(
                "零星 twice", "零星缴费期为2026年3月1日至2026年6月30日。\n零星缴费期从2026年3月1日至2026年9月30日。", .windowConflict),
            CheckCase(
                "of one group", "大学生集中缴费期为2025年9月1日至2025年10月31日。\n大学生集中缴费期从2025年9月1日至2025年11月30日。",
                .windowConflict),
            CheckCase("the same twice", "集中缴费期为2025年9月1日至2025年12月31日。\n集中缴费期从2025年9月1日至2025年12月31日。"),
            CheckCase(
                "a part of it, of payers", "零星缴费期为2026年3月1日至2026年9月30日。\n零星缴费期内，2026年3月1日至2026年6月30日缴费的，自缴费之日起享受待遇。"),
            CheckCase("of two groups", "集中缴费期为2025年9月1日至2025年12月31日。\n大学生集中缴费期从2025年9月1日至2025年10月31日。"),
            CheckCase("two phases", "集中缴费期为2025年9月1日至2025年10月31日。\n集中缴费期从2025年12月1日至2025年12月31日。"),
            CheckCase(
                "types that share days", "集中缴费期为2025年9月1日至2026年2月28日。\n零星缴费期为2026年1月1日至2026年6月30日。",
                .windowOverlap),
            CheckCase(
                "补缴 within 集中", "集中缴费期为2025年9月1日至2025年12月31日。\n补缴期为2025年12月1日至2026年3月31日。", .windowOverlap),
            CheckCase(
                "延长 from the last day on", "集中缴费期为2025年9月1日至2025年12月31日。\n延长缴费期为2025年12月31日至2026年2月28日。",
                .windowOverlap),
            CheckCase(
                "the wrong year", "集中缴费期为2025年9月1日至2026年12月31日。\n零星缴费期为2026年1月1日至2026年6月30日。", .windowOverlap),
            CheckCase(
                "days between", "集中缴费期为2025年9月1日至2025年12月31日。\n零星缴费期为2026年3月1日至2026年6月30日。", .windowGap),
            CheckCase(
                "one day between", "集中缴费期为2025年9月1日至2025年12月30日。\n零星缴费期为2026年1月1日至2026年6月30日。", .windowGap),
            CheckCase(
                "between the second and the third",
                "集中缴费期为2025年9月1日至2025年12月31日。\n延长缴费期为2026年1月1日至2026年2月28日。\n零星缴费期为2026年4月1日至2026年6月30日。",
                .windowGap),
            CheckCase(
                "in any order", "零星缴费期为2026年3月1日至2026年6月30日。\n集中缴费期为2025年9月1日至2025年12月31日。", .windowGap),
            CheckCase(
                "day after day",
                "集中缴费期为2025年9月1日至2025年12月31日。\n延长缴费期为2026年1月1日至2026年2月28日。\n零星缴费期为2026年3月1日至2026年6月30日。"),
            CheckCase(
                "over a leap day", "集中缴费期为2023年9月1日至2024年2月29日。\n零星缴费期为2024年3月1日至2024年6月30日。", .yearMismatch,
                .yearMismatch),
            CheckCase("动态 all year", "集中缴费期为2025年9月1日至2025年12月31日。\n动态参保期为2026年1月1日至2026年12月31日。"),
            CheckCase("of one group alone", "集中缴费期为2025年9月1日至2025年12月31日。\n大学生零星缴费期为2026年3月1日至2026年6月30日。"),
        ])
    func windows(_ test: CheckCase) throws { #expect(try codes(test.text) == test.expected) }

    @Test(
        "The year of the plan",
        arguments: [
            CheckCase("left over from before", "集中缴费期为2023年9月1日至2023年12月31日。", .yearMismatch),
            CheckCase("two years on", "集中缴费期为2027年9月1日至2027年12月31日。", .yearMismatch),
            CheckCase("a benefit of before", "待遇享受期为2024年1月1日至2024年12月31日。", .yearMismatch),
            CheckCase("two digits changed places", "零星缴费期为2062年3月1日至2062年6月30日。", .yearMismatch),
            CheckCase("the year before", "集中缴费期为2025年9月1日至2025年12月31日。"),
            CheckCase("over the year's end", "集中缴费期为2025年9月1日至2026年2月28日。"),
            CheckCase("a benefit that runs on", "待遇享受期为2026年1月1日至2027年12月31日。"),
            CheckCase("the late-born", "2026年12月出生的新生儿，缴费时间可以延至2027年3月31日。"),
        ])
    func years(_ test: CheckCase) throws { #expect(try codes(test.text) == test.expected) }

    @Test(
        "Benefits after payment",
        arguments: [
            CheckCase("the year before", "集中缴费期为2025年9月1日至2025年12月31日。\n待遇享受期为2025年1月1日至2025年12月31日。", .benefitEarly),
            CheckCase("a month before", "集中缴费期为2025年9月1日至2025年12月31日。\n待遇享受期为2025年8月1日至2026年7月31日。", .benefitEarly),
            CheckCase("from a day on", "集中缴费期为2025年10月1日至2025年12月31日。\n自2025年9月1日起享受待遇。", .benefitEarly),
            CheckCase(
                "before the first of two",
                "集中缴费期为2025年9月1日至2025年12月31日。\n零星缴费期为2026年1月1日至2026年6月30日。\n待遇享受期为2025年7月1日至2026年6月30日。",
                .benefitEarly),
            CheckCase("the plan year", "集中缴费期为2025年9月1日至2026年2月28日。\n待遇享受期为2026年1月1日至2026年12月31日。"),
            CheckCase("the main window is not said", "零星缴费期为2026年3月1日至2026年6月30日。\n待遇享受期为2026年1月1日至2026年12月31日。"),
            CheckCase("back to birth", "集中缴费期为2025年9月1日至2025年12月31日。\n新生儿自出生之日起享受待遇。"),
            CheckCase("from the first day", "集中缴费期为2025年9月1日至2025年12月31日。\n待遇享受期为2025年9月1日至2026年8月31日。"),
            CheckCase("an open window", "集中缴费期为文件印发之日起至2025年12月31日。\n待遇享受期为2026年1月1日至2026年12月31日。"),
        ])
    func benefits(_ test: CheckCase) throws { #expect(try codes(test.text) == test.expected) }

    @Test(
        "Waits",
        arguments: [
            CheckCase("months", "未在集中缴费期参保的人员，设置固定待遇等待期30个月。", .waitingLong),
            CheckCase("days", "未在集中缴费期参保的人员，设置固定待遇等待期900天。", .waitingLong),
            CheckCase("years", "断保人员再参保的，设置待遇等待期3年。", .waitingLong),
            CheckCase("a step", "断保人员每多断保1年，在固定待遇等待期基础上增加待遇等待期18个月。", .waitingLong),
            CheckCase("three months", "未在集中缴费期参保的人员，设置固定待遇等待期3个月。"),
            CheckCase("half a year", "断保人员再参保的，设置待遇等待期180天。"),
            CheckCase("none", "新生儿出生后90天内参保的，不设待遇等待期。"),
            CheckCase("the years of the lapse", "连续断保4年及以上的人员，待遇等待期不少于6个月。"),
        ])
    func waits(_ test: CheckCase) throws { #expect(try codes(test.text) == test.expected) }

    @Test(
        "Numbers of classes and tiers",
        arguments: [
            CheckCase("more than listed after", "资助对象为以下四类人员：特困人员、孤儿、低保对象。", .countMismatch),
            CheckCase("fewer than listed before", "对特困人员、孤儿、低保对象两类人员给予全额资助。", .countMismatch),
            CheckCase("in all", "对特困人员、孤儿、低保对象共四类人员给予全额资助。", .countMismatch),
            CheckCase("fewer than named, with 等", "对特困人员、孤儿、低保对象等两类人员给予全额资助。", .countMismatch),
            CheckCase("in brackets", "三类资助对象（特困人员、低保对象）由医疗救助资金全额资助。", .countMismatch),
            CheckCase("tiers", "个人缴费标准分三档：一档每人每年400元，二档每人每年700元。", .countMismatch),
            CheckCase("as many after", "资助对象为以下三类人员：特困人员、孤儿、低保对象。"),
            CheckCase("as many before", "对特困人员、孤儿、低保对象三类人员给予全额资助。"),
            CheckCase("等 leaves some out", "对特困人员、孤儿等五类人员给予全额资助。"),
            CheckCase("a name with a connective", "对特困人员、脱贫不稳定和边缘易致贫人口两类人员给予全额资助。"),
            CheckCase("in digits", "资助对象为以下3类人员：特困人员、孤儿、低保对象。"),
            CheckCase("tiers as many", "个人缴费标准分两档：一档每人每年400元，二档每人每年700元。"),
            CheckCase("an ordinal", "第二类人员：特困人员、孤儿、低保对象。"),
            CheckCase("of something else", "推广三类缴费渠道，对特困人员、孤儿给予全额资助。"),
            CheckCase("what is done for them", "四类人员：特困人员资助400元，低保对象资助280元。"),
        ])
    func counts(_ test: CheckCase) throws { #expect(try codes(test.text) == test.expected) }

    @Test(
        "Numbers of items",
        arguments: [
            CheckCase(
                "fewer items",
                "关于做好2026年居民医保参保资助工作的通知\n各县医疗保障局：\n一、资助对象\n下列四类人员：\n（一）特困人员。\n（二）孤儿。\n（三）低保对象。\n二、工作要求\n要高度重视。\n",
                .countMismatch),
            CheckCase(
                "more items",
                "关于做好2026年居民医保参保资助工作的通知\n各县医疗保障局：\n一、资助对象\n下列两类人员：\n（一）特困人员。\n（二）孤儿。\n（三）低保对象。\n二、工作要求\n要高度重视。\n",
                .countMismatch),
            CheckCase(
                "a heading",
                "关于做好2026年居民医保参保资助工作的通知\n各县医疗保障局：\n一、资助五类人员\n（一）特困人员。全额资助。\n（二）孤儿。全额资助。\n二、工作要求\n要高度重视。\n",
                .countMismatch),
            CheckCase(
                "a heading, other words",
                "关于做好2026年居民医保参保资助工作的通知\n各县医疗保障局：\n一、全额资助四类对象\n（一）特困人员。\n（二）孤儿。\n（三）低保对象。\n二、工作要求\n要高度重视。\n",
                .countMismatch),
            CheckCase(
                "as many items",
                "关于做好2026年居民医保参保资助工作的通知\n各县医疗保障局：\n一、资助对象\n下列三类人员：\n（一）特困人员。\n（二）孤儿。\n（三）低保对象。\n二、工作要求\n要高度重视。\n"),
            CheckCase(
                "a heading with one item more",
                "关于做好2026年居民医保参保资助工作的通知\n各县医疗保障局：\n一、资助两类人员\n（一）特困人员。全额资助。\n（二）孤儿。全额资助。\n（三）资金来源。由医疗救助资金支付。\n二、工作要求\n要高度重视。\n"
            ),
            CheckCase(
                "no items",
                "关于做好2026年居民医保参保资助工作的通知\n各县医疗保障局：\n一、资助五类人员\n按规定执行。\n二、工作要求\n要高度重视。\n"),
            CheckCase(
                "items of something else",
                "关于做好2026年居民医保参保资助工作的通知\n各县医疗保障局：\n一、加强五类人员资助资金管理\n（一）专款专用。\n（二）及时拨付。\n二、工作要求\n要高度重视。\n"),
        ])
    func items(_ test: CheckCase) throws { #expect(try codesOfWholeNotice(test.text) == test.expected) }

    @Test(
        "Classes that are cited",
        arguments: [
            CheckCase("never defined", "对第三类人员给予定额资助。", .classUndefined),
            CheckCase(
                "the third of two", "第一类人员为特困人员、孤儿；第二类人员为低保对象。\n对第一类人员全额资助，对第二类、第三类人员定额资助。", .classUndefined),
            CheckCase("by letter", "A类人员为特困人员。\n对A类人员全额资助，对B类人员定额资助。", .classUndefined),
            CheckCase("甲乙", "甲类对象：特困人员。\n对甲类对象全额资助，对丙类对象定额资助。", .classUndefined),
            CheckCase("defined", "第一类人员为特困人员、孤儿。\n对第一类人员全额资助。"),
            CheckCase("defined in brackets", "特困人员、孤儿（第一类人员）。\n对第一类人员全额资助。"),
            CheckCase("defined in items", "（一）甲类：特困人员；\n（二）乙类：低保对象。\n对甲类对象全额资助，对乙类对象定额资助。"),
            CheckCase("defined elsewhere", "对医保发〔2025〕9号规定的第二类人员定额资助。"),
            CheckCase("not of people", "将第一类精神药品纳入管理。"),
            CheckCase("a subclass of a known group", "对一类低保按每人每年120元给予资助。"),
        ])
    func classes(_ test: CheckCase) throws { #expect(try codes(test.text) == test.expected) }

    @Test(
        "What is still to be filled in",
        arguments: [
            CheckCase("a day", "集中缴费期为2025年10月X日至2025年12月31日。", .placeholder),
            CheckCase("an amount", "个人缴费标准为每人每年XX元。", .placeholder),
            CheckCase("a number", "按照医保发〔2025〕XX号执行。", .placeholder),
            CheckCase("a year", "自20XX年起执行。", .placeholder),
            CheckCase("by crosses", "于2025年××月××日前上报。", .placeholder),
            CheckCase("a blank", "个人缴费标准为每人每年____元。", .placeholder),
            CheckCase("one a paragraph", "于X月X日前上报。\n按X号文执行。", .placeholder, .placeholder),
            CheckCase("a year in 〇", "自二〇二六年起执行。"),
            CheckCase("a product", "个人缴费标准400×50%。"),
            CheckCase("letters", "扫描MAX号码，或使用X光检查。"),
            CheckCase("a footnote", "个人缴费标准为每人每年400元*。"),
            CheckCase("stars of a phone number", "联系电话：138****1234。"),
        ])
    func placeholders(_ test: CheckCase) throws { #expect(try codes(test.text) == test.expected) }

    @Test("Rules that cannot hold together are conflicting, all others are not")
    func certainty() throws {
        let rules = try engineBundle("个人缴费标准为每人每年400元。\n个人缴费标准为每人每年380元。\n财政补助标准为每人每年700元。").rules
        #expect(rules.map(\.certainty) == [.conflicting, .conflicting, .stated])
    }

    @Test("A diagnostic shows both places with their letters and the arithmetic")
    func places() throws {
        let notice = engineNotice("筹资标准为每人每年1100元。\n财政补助670元。\n个人缴费标准为每人每年400元。")
        let diagnostic = try #require(try engineExtraction(notice).bundle.diagnostics.first)
        #expect(diagnostic.message == "财政补助 670 + 个人缴费 400 = 1070, but the 筹资标准 is 1100")
        let places = [diagnostic.evidence].compactMap { $0 } + diagnostic.related
        #expect(places.map(\.quote) == ["筹资标准为每人每年1100元", "财政补助670元", "个人缴费标准为每人每年400元"])
        for place in places { #expect(string(notice.rendition[place.start..<place.end]) == place.quote) }
    }
}

@Suite("The catalogue of diagnostics")
struct DiagnosticCatalogTests {
    @Test("The example of every code has it", arguments: DiagnosticCode.allCases)
    func examples(_ code: DiagnosticCode) throws {
        let text = "关于做好2026年度城乡居民医保参保工作的通知\n各县医疗保障局：\n"
        let entry = code.catalogEntry
        // Its example stands for thousands of letters.
        if code == .textCut {
            let long = text + String(repeating: "城乡居民参保缴费，", count: 20_000)
            let found = try Guize().extract(Array(long.utf8), name: "notice.txt").diagnostics
            return #expect(found.contains { $0.code == code.rawValue })
        }
        let example = entry.example.hasPrefix("关于") || code == .regionAmbiguous ? entry.example : text + entry.example
        let found = try Guize().extract(Array(example.utf8), name: "notice.txt").diagnostics
        #expect(found.contains { $0.code == code.rawValue }, "\(found.map(\.code))")
        // An example shows one thing.
        #expect(found.allSatisfy { $0.code == code.rawValue }, "\(found.map(\.code))")
    }

    @Test("Nothing is left empty", arguments: DiagnosticCode.allCases)
    func texts(_ code: DiagnosticCode) {
        let entry = code.catalogEntry
        for text in [entry.meaning, entry.meaningInChinese, entry.advice, entry.adviceInChinese, entry.example] {
            #expect(!text.isEmpty)
        }
        #expect(entry.meaningInChinese.hasSuffix("。") && entry.meaning.hasSuffix("."))
    }
}
