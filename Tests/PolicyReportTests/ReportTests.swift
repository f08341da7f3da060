import PolicyComparison
import PolicyRules
import Testing

@testable import PolicyReport

@Suite struct ReportTests {
    private func bundle(_ value: String, region: String, quote: String = "个人缴费标准") -> RuleBundle {
        let rule = Rule(
            id: "\(region)/c", kind: .individualContribution, planYear: 2026,
            population: Population(category: "custom:甲\"乙,丙", text: "甲\"乙,丙\n丁"),
            amount: Amount(value: value, per: [.person, .year]),
            paidDuring: PeriodValue(end: .init(date: "2025-12-31")),
            evidence: [Evidence(start: 0, end: 6, quote: quote, supports: ["kind"])], extractor: "test")
        return RuleBundle(
            generator: Generator(name: "guize", version: "0", extractorsDigest: ""),
            document: DocumentInfo(
                id: "sha256:\(region)", name: "\(region).txt", mediaType: "text/plain", textDigest: "",
                jurisdiction: Jurisdiction(code: region, name: "地区\(region)", level: .province), planYear: 2026),
            rules: [rule])
    }

    /// Reads CSV by RFC 4180.
    private func read(_ bytes: [UInt8]) -> [[String]] {
        var rows: [[String]] = [[]]
        var field = ""
        var isQuoted = false
        var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
        if scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where isQuoted && scalars.first == "\"":
                scalars.removeFirst()
                field.unicodeScalars.append("\"")
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                rows[rows.count - 1].append(field)
                field = ""
            case "\r" where !isQuoted: continue
            case "\n" where !isQuoted:
                rows[rows.count - 1].append(field)
                field = ""
                rows.append([])
            default: field.unicodeScalars.append(scalar)
            }
        }
        return rows.dropLast()
    }

    @Test func tidyRowsReadBackAreTheFacts() throws {
        let matrix = PolicyMatrix(
            [bundle("400.5", region: "110000"), bundle("380", region: "120000", quote: "=HYPERLINK(\"a\")")],
            axis: .region)
        let rows = read(MatrixReport(matrix, language: .zh, vocabulary: .init()).tidy())
        #expect(rows.first == MatrixReport.tidyTitles)
        var found: Set<[String]> = []
        let place = Dictionary(
            uniqueKeysWithValues: MatrixReport.tidyTitles.enumerated().map { ($0.element, $0.offset) })
        func value(_ row: [String], _ title: String) throws -> String { row[try #require(place[title])] }
        for row in rows.dropFirst() {
            #expect(row.count == MatrixReport.tidyTitles.count)
            found.insert([
                try value(row, "region"), try value(row, "population"), try value(row, "field"),
                try value(row, "value"),
            ])
        }
        var expected: Set<[String]> = []
        for (region, amount) in [("110000", "400.5"), ("120000", "380")] {
            let population = "custom:甲\"乙,丙"
            for (field, value) in [
                ("amount", amount), ("paidDuring.end", "2025-12-31,,,,"), ("population.text", "甲\"乙,丙\n丁"),
            ] {
                expected.insert([region, population, field, value])
            }
            expected.insert([region, population, "amount.comparator", "="])
        }
        #expect(found == expected)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+5", "+5"), ("-5.3", "-5.3"), ("-cmd|x", "'-cmd|x"), ("@a", "'@a"), ("a,b", "\"a,b\""),
        ("say \"a\"", "\"say \"\"a\"\"\""), ("个人", "个人"),
    ])
    func fieldsOfCSV(_ text: String, _ expected: String) {
        var csv = CSV(hasByteOrderMark: false)
        csv.add([text])
        #expect(String(decoding: csv.bytes, as: UTF8.self) == expected + "\r\n")
    }

    @Test func excelFindsAByteOrderMark() {
        let matrix = PolicyMatrix([bundle("400", region: "110000")], axis: .region)
        #expect(MatrixReport(matrix, language: .zh, vocabulary: .init()).csv().starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
    func base64OfRFC4648(_ text: String, _ expected: String) {
        #expect(base64(Array(text.utf8)) == expected)
    }

    @Test func nothingOfANoticeIsMarkup() {
        let hostile = "</script><img src=x onerror=alert(1)>\u{202E}\"'&"
        #expect(html(hostile) == "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; &quot;&#39;&amp;")
        let matrix = PolicyMatrix([bundle("400", region: "110000", quote: hostile)], axis: .region)
        let page = MatrixReport(matrix, language: .zh, vocabulary: .init()).html(texts: [:])
        #expect(!page.contains("<img"))
        #expect(!escaped("[a](javascript:b) <i>").contains("<i>"))
    }

    /// Spans that cross: `0..<4` and `2..<6` of `abcdefgh`.
    @Test func crossingSpansStayWellFormed() {
        var crossing = bundle("400", region: "110000")
        crossing.rules[0].evidence = [
            Evidence(start: 0, end: 4, quote: "abcd", supports: ["kind"]),
            Evidence(start: 2, end: 6, quote: "cdef", supports: ["amount"]),
        ]
        let matrix = PolicyMatrix([crossing], axis: .region)
        let page = MatrixReport(matrix, language: .zh, vocabulary: .init())
            .html(texts: ["sha256:110000": Array("abcdefgh".unicodeScalars)])
        #expect(
            page.contains(
                "<blockquote><mark title=\"kind\">ab</mark><mark class=\"two\" title=\"amount, kind\">cd</mark>"
                    + "<mark title=\"amount\">ef</mark>gh</blockquote>"))
    }

    @Test func jsonEscapesWhatItMust() {
        let value = ReportJSON.object(["a": .string("\"\\\n\u{1}"), "b": nil, "c": .list([.int(1), .bool(true)])])
        #expect(String(decoding: value.compact, as: UTF8.self) == #"{"a":"\"\\\n\u0001","c":[1,true]}"#)
    }
}
