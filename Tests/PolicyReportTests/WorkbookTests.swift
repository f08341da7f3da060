import NoticeReading
import PolicyComparison
import PolicyRules
import SpreadsheetWriting
import Testing

@testable import PolicyReport

/// Workbooks, read back from the parts of their archive (ECMA-376).
@Suite struct WorkbookTests {
    private func rule(
        _ id: String, _ kind: RuleKind, population: String? = nil, amount: Amount? = nil, rate: RateValue? = nil,
        period: PeriodValue? = nil, mode: AssistanceMode? = nil, quote: String = "个人缴费标准"
    ) -> Rule {
        Rule(
            id: id, kind: kind, planYear: 2026, population: population.map { Population(category: $0, text: $0) },
            amount: amount, rate: rate, mode: mode, period: period,
            evidence: [Evidence(start: 3, end: 9, quote: quote, supports: ["kind"])], extractor: "test")
    }

    private func bundle(_ region: String, _ rules: [Rule]) -> RuleBundle {
        RuleBundle(
            generator: Generator(name: "guize", version: "0", extractorsDigest: ""),
            document: DocumentInfo(
                id: "sha256:\(region)", name: "\(region).txt", mediaType: "text/plain", textDigest: "",
                number: "甲医保发〔2025〕\(region.prefix(2))号",
                jurisdiction: Jurisdiction(code: region, name: "地区\(region)", level: .province), planYear: 2026),
            rules: rules)
    }

    private var matrix: PolicyMatrix {
        let start = PeriodValue(start: .init(date: "2026-01-01"))
        return PolicyMatrix(
            [
                bundle(
                    "110000",
                    [
                        rule("c", .individualContribution, amount: Amount(value: "400", per: [.person, .year])),
                        rule("b", .benefitPeriod, period: start),
                        rule("o", .contributionAssistance, population: "orphan", mode: .full, quote: "</t>=1+1&\u{1}"),
                    ]),
                bundle(
                    "120000",
                    [
                        rule(
                            "c", .individualContribution,
                            amount: Amount(value: "380.50", comparator: .atLeast, per: [.person, .year])),
                        rule(
                            "o", .contributionAssistance, population: "orphan",
                            rate: RateValue(value: "33.5", base: .individualContribution), mode: .percentage),
                    ]),
            ], axis: .region)
    }

    private func parts(_ language: ReportLanguage = .zh) throws -> [String: String] {
        let bytes = try WorkbookWriter.bytes(
            of: MatrixReport(matrix, language: language, vocabulary: .init()).workbook())
        let archive = try ZipArchive(bytes)
        return try Dictionary(
            uniqueKeysWithValues: archive.entries.map {
                ($0.name, String(decoding: try archive.read($0), as: UTF8.self))
            })
    }

    @Test func titlesStayAndAreFiltered() throws {
        let sheet = try #require(try parts()["xl/worksheets/sheet1.xml"])
        #expect(sheet.contains(#"<pane xSplit="2" ySplit="1" topLeftCell="C2""#))
        #expect(sheet.contains(#"<autoFilter ref="A1:N4"/>"#))
    }

    @Test func figuresAreNumbersAndDaysAreDates() throws {
        let parts = try parts()
        let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
        for value in ["<v>400</v>", "<v>380.5</v>", "<v>46023</v>"] { #expect(sheet.contains(value), "\(value)") }
        let styles = try #require(parts["xl/styles.xml"])
        for format in [
            #"formatCode="0&quot;元/人·年&quot;""#, #"formatCode="&quot;≥&quot;0.0&quot;元/人·年&quot;""#,
            #"formatCode="yyyy-mm-dd&quot;起&quot;""#,
        ] { #expect(styles.contains(format), "\(format)") }
        // A percentage is a part of one, as spreadsheets count.
        #expect(sheet.contains("<v>0.335</v>"))
    }

    @Test func silenceIsAWordAndEvidenceIsAComment() throws {
        let parts = try parts()
        let strings = try #require(parts["xl/sharedStrings.xml"])
        for word in ["未写明", "事项", "对象", "全额资助", "参保资助"] { #expect(strings.contains(word), "\(word)") }
        let comments = try #require(parts["xl/comments1.xml"])
        #expect(comments.contains("[3–9] “个人缴费标准”"))
        #expect(comments.contains("甲医保发〔2025〕11号"))
        // What a notice says is text: no markup, no formula, no control letter.
        #expect(comments.contains("&lt;/t&gt;=1+1&amp; "))
        #expect(!parts.values.contains { $0.contains("<f>") })
    }

    @Test func factsAndSourcesHaveSheetsOfTheirOwn() throws {
        let parts = try parts()
        let book = try #require(parts["xl/workbook.xml"])
        for name in ["矩阵", "事实", "来源"] { #expect(book.contains("name=\"\(name)\""), "\(name)") }
        let facts = try #require(parts["xl/worksheets/sheet2.xml"])
        #expect(facts.contains("<v>33.5</v>"))
        #expect(facts.contains("<v>46023</v>"))
    }

    @Test func equalMatricesGiveEqualBytes() throws {
        let workbook = MatrixReport(matrix, language: .en, vocabulary: .init()).workbook()
        let first = try WorkbookWriter.bytes(of: workbook)
        #expect(try WorkbookWriter.bytes(of: workbook) == first)
        #expect(try parts()["docProps/core.xml"]?.contains("2000-01-01T00:00:00Z") == true)
    }

    @Test func whatNoSheetHoldsIsRefused() {
        let row = Array(repeating: Workbook.Cell.text(""), count: Workbook.Sheet.maximumColumns + 1)
        let book = Workbook(
            title: "", sheets: [.init(name: "a", rows: [row], widths: [], fixedColumns: 0)])
        #expect(throws: WorkbookError.tooLarge) { try WorkbookWriter.bytes(of: book) }
    }
}
