import Testing

@testable import PolicyRules

/// The text that the valid bundle was made from.
private let rendition = "2026年筹资标准不低于1100元，财政补助不低于700元，个人缴费每人每年400元；低保对象资助150元，个人缴费250元。"

private func evidence(_ quote: String, supports: [String] = ["amount"]) -> [Evidence] {
    let text = Array(rendition.unicodeScalars)
    let wanted = Array(quote.unicodeScalars)
    let start = text.indices.first { text[$0...].starts(with: wanted) } ?? 0
    return [Evidence(start: start, end: start + wanted.count, quote: quote, supports: supports)]
}

private func rule(
    _ kind: RuleKind, _ value: String, _ comparator: Comparison = .equal, population: String? = nil, quote: String
) -> Rule {
    Rule(
        id: "220000/urrbmi/2026/\(kind.rawValue)" + (population.map { "/" + $0 } ?? ""), kind: kind,
        jurisdiction: Jurisdiction(code: "220000", name: "吉林省", level: .province), planYear: 2026,
        population: population.map { Population(category: $0, text: "低保对象") },
        amount: Amount(value: value, comparator: comparator, per: [.person, .year]),
        mode: kind == .contributionAssistance ? .fixed : nil, evidence: evidence(quote), extractor: "test")
}

/// A bundle without findings.
private func validBundle() -> RuleBundle {
    RuleBundle(
        generator: Generator(
            name: "guize", version: "0.1.0", extractorsDigest: String(repeating: "0", count: 64)),
        document: DocumentInfo(
            id: "sha256:" + sha256Hex("x".utf8), name: "a.txt", mediaType: "text/plain", charset: "UTF-8",
            textDigest: "sha256:" + sha256Hex(rendition.utf8), title: "通知", number: "吉医保联〔2025〕19号",
            issuers: ["吉林省医疗保障局"], issuedOn: "2025-10-XX", planYear: 2026,
            outline: [OutlineSection(id: "1", marker: "一、", level: 1, heading: "标准", start: 0, end: 10)]),
        citations: [
            Citation(number: "国办发〔2024〕38号", relation: .basis, evidence: Quotation(start: 0, end: 2, quote: "20"))
        ],
        rules: [
            rule(.financingStandard, "1100", .atLeast, quote: "筹资标准不低于1100元"),
            rule(.governmentSubsidy, "700", .atLeast, quote: "财政补助不低于700元"),
            rule(.individualContribution, "400", quote: "个人缴费每人每年400元"),
            rule(.contributionAssistance, "150", population: "minimumLivingAllowance", quote: "低保对象资助150元"),
            rule(.individualContribution, "250", population: "minimumLivingAllowance", quote: "个人缴费250元"),
        ],
        unclaimed: [Unclaimed(type: .date, value: "2026", evidence: Quotation(start: 0, end: 5, quote: "2026年"))],
        diagnostics: [Diagnostic(code: "sums.unchecked", severity: .note, message: "x")])
}

@Test func aValidBundleHasNoFindings() {
    #expect(BundleValidator().validate(validBundle(), rendition: rendition) == [])
    #expect(BundleValidator().validate(validBundle()) == [])
}

struct Flaw: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// `code pointer`, one a finding.
    var expected: [String]
    var make: @Sendable (inout RuleBundle) -> Void

    init(_ name: String, _ expected: String..., make: @escaping @Sendable (inout RuleBundle) -> Void) {
        testDescription = name
        self.expected = expected
        self.make = make
    }
}

private func period(_ start: String, _ end: String) -> PeriodValue {
    PeriodValue(start: TimePointValue(date: start), end: TimePointValue(date: end))
}

private let flaws: [Flaw] = [
    Flaw("later major version", "malformedValue /schemaVersion") { $0.schemaVersion = "2.0" },
    Flaw("short digest", "malformedValue /generator/extractorsDigest") { $0.generator.extractorsDigest = "00" },
    Flaw("digest without its name", "malformedValue /document/id") { $0.document.id.removeFirst(7) },
    Flaw("folder in the name", "malformedValue /document/name") { $0.document.name = "/tmp/a.txt" },
    Flaw("empty title", "emptyValue /document/title") { $0.document.title = "" },
    Flaw("title of two lines", "malformedValue /document/title") { $0.document.title = "关于\n通知" },
    Flaw("number with a space", "malformedValue /document/number") { $0.document.number = "吉医保联〔2025〕 19号" },
    Flaw("empty issuer", "emptyValue /document/issuers/0") { $0.document.issuers = [""] },
    Flaw("month 13", "malformedValue /document/issuedOn") { $0.document.issuedOn = "2025-13-01" },
    Flaw("30 February", "malformedValue /document/effectiveFrom") { $0.document.effectiveFrom = "2026-02-30" },
    Flaw("section without letters", "badSpan /document/outline/0") { $0.document.outline[0].end = 0 },
    Flaw("level 0", "numberOutOfRange /document/outline/0/level") { $0.document.outline[0].level = 0 },
    Flaw("one section twice", "duplicateID /document/outline/1/id") { $0.document.outline += $0.document.outline },
    Flaw("citation of nothing", "missingField /citations/0") { $0.citations[0].number = nil },
    Flaw("citation quote", "quoteMismatch /citations/0/evidence/quote") { $0.citations[0].evidence.quote = "国办" },
    Flaw("unclaimed without a value", "emptyValue /unclaimed/0/value") { $0.unclaimed[0].value = "" },
    Flaw(
        "year 26, no amount", "numberOutOfRange /rules/0/planYear", "missingField /rules/0",
        "unknownField /rules/0/evidence/0/supports/0"
    ) {
        $0.rules[0].planYear = 26
        $0.rules[0].amount = nil
    },
    Flaw("id of one part", "malformedValue /rules/0/id") { $0.rules[0].id = "rule" },
    Flaw("id twice", "duplicateID /rules/1/id") { $0.rules[1].id = $0.rules[0].id },
    Flaw("region of five digits", "malformedValue /rules/2/jurisdiction/code", "quoteLength /rules/2/evidence/0/quote")
    {
        $0.rules[2].jurisdiction?.code = "22000"
        $0.rules[2].evidence[0].quote = "400元"
    },
    Flaw("category with a capital", "malformedValue /rules/3/population/category") {
        $0.rules[3].population?.category = "Orphan"
    },
    Flaw("custom category without a name", "malformedValue /rules/3/population/category") {
        $0.rules[3].population?.category = "custom:"
    },
    Flaw("tier 0", "numberOutOfRange /rules/4/tier/rank") { $0.rules[4].tier = Tier(rank: 0, text: "一档") },
    Flaw("exponent", "malformedValue /rules/0/amount/value") { $0.rules[0].amount?.value = "4e2" },
    Flaw("sign", "malformedValue /rules/0/amount/value") { $0.rules[0].amount?.value = "-4" },
    Flaw("leading zero", "malformedValue /rules/0/amount/value") { $0.rules[0].amount?.value = "0400" },
    Flaw("full-width digits", "malformedValue /rules/0/amount/value") { $0.rules[0].amount?.value = "４００" },
    Flaw("change", "malformedValue /rules/0/amount/change") { $0.rules[0].amount?.change = "+30" },
    Flaw("unit twice", "malformedValue /rules/0/amount/per") { $0.rules[0].amount?.per = [.year, .year] },
    Flaw("currency", "malformedValue /rules/0/amount/currency") { $0.rules[0].amount?.currency = "元" },
    Flaw("payer", "malformedValue /rules/3/payer") { $0.rules[3].payer = "医疗救助基金" },
    Flaw("no required field", "missingField /rules/3") { $0.rules[3].mode = nil },
    Flaw("no field of a choice", "missingField /rules/2", "unexpectedField /rules/2/amount") {
        $0.rules[2].kind = .enrollmentWindow
        $0.rules[2].window = .concentrated
    },
    Flaw("field of another kind", "unexpectedField /rules/2/effect") { $0.rules[2].effect = .waived },
    Flaw("period backwards", "reversedPeriod /rules/2/paidDuring") {
        $0.rules[2].paidDuring = period("2026-02-28", "2025-11-01")
    },
    Flaw("empty period", "emptyValue /rules/2/paidDuring") { $0.rules[2].paidDuring = PeriodValue() },
    Flaw("time point of nothing", "missingField /rules/2/paidDuring/start") {
        $0.rules[2].paidDuring = PeriodValue(start: TimePointValue(text: "当日"))
    },
    Flaw("date and anchor", "unexpectedField /rules/2/paidDuring/start") {
        $0.rules[2].paidDuring = PeriodValue(start: TimePointValue(date: "2026", anchor: .payment))
    },
    Flaw("offset from a date", "unexpectedField /rules/2/paidDuring/start") {
        $0.rules[2].paidDuring = PeriodValue(start: TimePointValue(date: "2026", offset: "P1D"))
    },
    Flaw(
        "forms of a time point", "malformedValue /rules/2/paidDuring/end/offset",
        "malformedValue /rules/2/paidDuring/end/monthDay"
    ) {
        $0.rules[2].paidDuring = PeriodValue(
            end: TimePointValue(anchor: .payment, offset: "3M", monthDay: "12-32"))
    },
    Flaw("day 32", "unexpectedField /rules/2/monthDays", "numberOutOfRange /rules/2/monthDays") {
        $0.rules[2].monthDays = 1...32
    },
    Flaw("empty condition", "emptyValue /rules/2/conditions/0/text") { $0.rules[2].conditions = [Condition(text: "")] },
    Flaw("no evidence", "missingEvidence /rules/2/evidence") { $0.rules[2].evidence = [] },
    Flaw("evidence for nothing", "missingEvidence /rules/2/evidence/0/supports") {
        $0.rules[2].evidence[0].supports = []
    },
    Flaw("evidence for an absent field", "unknownField /rules/2/evidence/0/supports/1") {
        $0.rules[2].evidence[0].supports.append("rate.base")
    },
    Flaw("evidence backwards", "badSpan /rules/2/evidence/0") { $0.rules[2].evidence[0].end = 0 },
    Flaw("evidence beyond the end", "badSpan /rules/2/evidence/0") { $0.rules[2].evidence[0].end = 1_000 },
    Flaw("quote of another place", "quoteMismatch /rules/2/evidence/0/quote") {
        $0.rules[2].evidence[0].start += 1
        $0.rules[2].evidence[0].end += 1
    },
    Flaw("origin of an absent field", "unknownField /rules/2/origins/rate") {
        $0.rules[2].origins = ["rate": Origin(how: .derived, by: "x")]
    },
    Flaw("pointer of a strange origin", "malformedValue /rules/2/origins/a~1b") {
        $0.rules[2].origins = ["a/b": Origin(how: .derived, by: "x")]
    },
    Flaw("ambiguous without alternatives", "missingField /rules/2") { $0.rules[2].certainty = .ambiguous },
    Flaw("flaw of an alternative", "malformedValue /rules/2/alternatives/0/amount/value") {
        var other = $0.rules[2]
        other.amount?.value = ""
        other.amount?.value = "x"
        $0.rules[2].alternatives = [other]
    },
    Flaw("sum of the standard", "financingSum /rules/0/amount/value") { $0.rules[0].amount?.value = "1050" },
    Flaw("sum of aid and own payment", "assistanceSum /rules/3") { $0.rules[3].amount?.value = "160" },
]

@Test("Each flaw is found, and nothing else", arguments: flaws)
func flaw(_ flaw: Flaw) {
    var bundle = validBundle()
    flaw.make(&bundle)
    let findings = BundleValidator().validate(bundle, rendition: rendition)
    #expect(findings.map { "\($0.code.rawValue) \($0.pointer)" } == flaw.expected, "\(findings)")
}

@Test func anotherTextIsFound() {
    let findings = BundleValidator().validate(validBundle(), rendition: rendition + "\n")
    #expect(findings.map(\.code) == [.digestMismatch])
}

// MARK: Sums

/// The findings on sums among rules with amounts per person and year in one scope.
private func sums(_ rules: [Rule]) -> [BundleFinding.Code] {
    var bundle = validBundle()
    bundle.rules = rules.enumerated().map { index, rule in
        var rule = rule
        rule.id += "~\(index)"
        return rule
    }
    return BundleValidator().validate(bundle).map(\.code)
}

@Test func sumsAreCheckedOnlyWhereEachPartIsStatedOnce() {
    let standard = rule(.financingStandard, "1100", quote: "20")
    let subsidy = rule(.governmentSubsidy, "710.00", quote: "20")
    let contribution = rule(.individualContribution, "400", quote: "20")
    #expect(sums([standard, subsidy, contribution]) == [.financingSum])
    #expect(sums([standard, subsidy]) == [])
    var share = subsidy
    share.payer = .centralFinance
    #expect(sums([standard, share, contribution]) == [], "one government's share is not the subsidy")
    var lastYear = subsidy
    lastYear.planYear = 2025
    #expect(sums([standard, lastYear, contribution]) == [], "another year is another sum")
    var tier = contribution
    tier.tier = Tier(rank: 1, text: "一档")
    #expect(sums([standard, subsidy, tier]) == [])
    #expect(sums([standard, subsidy, rule(.governmentSubsidy, "700", quote: "20"), contribution]) == [])
    var upperBound = subsidy
    upperBound.amount?.comparator = .atMost
    #expect(sums([standard, upperBound, contribution]) == [])
    var exact = subsidy
    exact.amount?.value = "700.00"
    #expect(sums([standard, exact, contribution]) == [], "700.00 is 700")
}

@Test func aidAndOwnPaymentMakeUpTheStandard() {
    let standard = rule(.individualContribution, "400", quote: "20")
    func own(_ value: String) -> Rule { rule(.individualContribution, value, population: "orphan", quote: "20") }
    func aid(_ mode: AssistanceMode, _ value: String? = nil, rate: String? = nil) -> Rule {
        var aid = rule(.contributionAssistance, value ?? "0", population: "orphan", quote: "20")
        aid.mode = mode
        if value == nil {
            aid.amount = nil
            aid.evidence[0].supports = ["mode"]
        }
        aid.rate = rate.map { RateValue(value: $0, base: .individualContribution) }
        return aid
    }
    #expect(sums([standard, own("0"), aid(.full)]) == [])
    #expect(sums([standard, own("10"), aid(.full)]) == [.assistanceSum])
    #expect(sums([standard, own("200"), aid(.percentage, rate: "50")]) == [])
    #expect(sums([standard, own("180.5"), aid(.percentage, rate: "54.875")]) == [])
    #expect(sums([standard, own("100"), aid(.percentage, rate: "50")]) == [.assistanceSum])
    #expect(sums([standard, own("400"), aid(.unaided)]) == [])
    #expect(sums([standard, own("250"), aid(.fixed, "100"), aid(.fixed, "50")]) == [], "two funds together")
    #expect(sums([standard, own("300"), aid(.fixed, "100"), aid(.fixed, "50")]) == [], "either of two")
    #expect(sums([standard, own("100"), aid(.fixed, "100"), aid(.fixed, "50")]) == [.assistanceSum])
    #expect(sums([standard, own("100"), aid(.fixed)]) == [], "定额 without its amount says nothing")
    #expect(sums([own("100"), aid(.full)]) == [], "no standard")
}

// MARK: Forms

@Test(
    "Forms of strings",
    arguments: [
        (
            TextFormat.decimal, ["0", "400", "0.5", "400.00"],
            ["", ".5", "5.", "00", "-1", "1e3", "1,000", "1.2.3", "四"]
        ),
        (
            .date, ["2025", "2025-10", "2025-10-XX", "2024-02-29", "202X-12-31", "2025-1X-3X", "XXXX-12-31"],
            [
                "25", "2025-00", "2025-13", "2025-2X", "2025-02-29", "2025-11-31", "2025-1-1", "2025/01/01",
                "2025-01-00", "2025-01-01T00",
            ]
        ),
        (
            .duration, ["P1D", "P90D", "P3M", "P1Y", "P1Y6M", "P2W"],
            ["P", "90D", "P90", "PD", "P1D1Y", "P1M1M", "P-1D", "PT1H", "p1d"]
        ),
        (.monthDay, ["12-31", "02-29", "12-XX"], ["2-1", "13-01", "02-30", "12-3X", "XX-31", "12-31-"]),
        (.documentNumber, ["吉医保联〔2025〕19号", "医保发〔2025〕XX号", "国家医保局令第1号"], ["号", "吉医保联〔2025〕 19号", "吉医保联〔2025〕19"]),
        (
            .mediaType, ["text/plain", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
            ["text", "text/", "/plain", "text/plain; charset=utf-8"]
        ),
        (.fieldPath, ["amount", "amount.per", "paidDuring.start"], [".amount", "amount.", "Amount", "a b", "rate2"]),
        (.category, ["orphan", "infantUnder3", "custom:随军家属"], ["", "custom:", "custom: x", "孤儿", "Orphan"]),
        (.schemaVersion, ["1.0", "1.12"], ["1", "1.", "1.01", "2.0", "1.x"]),
        (
            .ruleID, ["520000/urrbmi/2026/contributionAssistance/orphan/tier-2~2", "a/custom:随军"],
            ["a", "/a", "a/", "a//b", "a/b c"]
        ),
    ] as [(TextFormat, [String], [String])])
func formats(_ format: TextFormat, accepted: [String], refused: [String]) {
    for text in accepted { #expect(format.accepts(text), "\(text)") }
    for text in refused { #expect(!format.accepts(text), "\(text)") }
}

@Test(
    "Exact sums",
    arguments: [
        ("700", "400", "1100"), ("0.1", "0.2", "0.3"), ("400.00", "0", "400"), ("0.001", "0.0009", "0.0019"),
        ("-30", "30", "0"), ("-0.5", "0.25", "-0.25"),
        ("123456789012345678901234567890", "1", "123456789012345678901234567891"),
    ])
func decimalSums(_ a: String, _ b: String, sum: String) throws {
    let x = try #require(DecimalNumber(a, allowsMinus: true))
    let y = try #require(DecimalNumber(b, allowsMinus: true))
    #expect((x + y)?.description == sum)
    #expect((y + x)?.description == sum)
}

@Test func decimalLimits() throws {
    for text in ["", "-", "1e3", ".5", "5.", "+1", "١", "01", "0.0000000000000001", String(repeating: "9", count: 32)] {
        #expect(DecimalNumber(text, allowsMinus: true) == nil, "\(text)")
    }
    #expect(DecimalNumber("-1") == nil)
    let big = try #require(DecimalNumber(String(repeating: "9", count: 31)))
    let small = try #require(DecimalNumber("0.000000000000001"))
    #expect(big + small == nil)
    #expect(big.percentage(big) == nil)
    #expect(DecimalNumber("380")?.percentage(try #require(DecimalNumber("12.5")))?.description == "47.5")
}
