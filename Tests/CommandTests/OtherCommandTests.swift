import Foundation
import PolicyRules
import Testing

@Suite struct OtherCommandTests {
    struct Rendition: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: Data
        var text: String

        var testDescription: String { name }
    }

    static let renditions: [Rendition] = [
        Rendition(name: "as it is", bytes: Data(notice.utf8), text: notice),
        Rendition(name: "less a byte order mark", bytes: Data([0xEF, 0xBB, 0xBF] + Array(notice.utf8)), text: notice),
        Rendition(
            name: "line ends untouched", bytes: Data("一\r\n二\r三\n四".utf8), text: "一\r\n二\r三\n四"),
        Rendition(name: "no line end at the end", bytes: Data("缴费400元".utf8), text: "缴费400元"),
    ]

    @Test(arguments: renditions)
    func textPrintsTheRendition(_ item: Rendition) throws {
        let run = try Program.run(["text", "-"], input: item.bytes)
        #expect(run.status == 0)
        #expect(run.output == Data(item.text.utf8))
        #expect(run.errors.isEmpty)
    }

    @Test func outlineShowsMetadataAndSections() throws {
        let run = try Program.run(["outline", "-"], input: Data(notice.utf8))
        #expect(run.status == 0)
        #expect(run.text.contains("关于做好2027年度城乡居民基本医疗保险参保缴费工作的通知"))
        #expect(run.text.contains("一、缴费标准"))
        #expect(run.text.contains("二、缴费期限"))
    }

    @Test func outlineAsJSONIsTheDocumentOfTheBundle() throws {
        let run = try Program.run(["outline", "-", "--format", "json"], input: Data(notice.utf8))
        #expect(run.status == 0)
        let outline = try #require(try JSONSerialization.jsonObject(with: run.output) as? NSDictionary)
        let extract = try Program.run(["extract", "-"], input: Data(notice.utf8))
        let bundle = try #require(try JSONSerialization.jsonObject(with: extract.output) as? [String: Any])
        #expect(outline == bundle["document"] as? NSDictionary)
    }

    @Test func aSetWithoutExamplesDoesNotPass() throws {
        let scratch = try Scratch()
        try scratch.write("set/rules/a.yaml", "rules: []\n")
        for file in ["anchors", "documents", "money", "numbers", "times"] {
            let values = try String(
                contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                    .deletingLastPathComponent().appending(path: "extractors/values/\(file).yaml"), encoding: .utf8)
            try scratch.write("set/values/\(file).yaml", values)
        }
        let run = try Program.run(["extractors", "test", "--extractors", "set"], folder: scratch.path)
        #expect(run.status == 1)
        #expect(run.errors.contains("no examples"), "\(run.errors)")
    }

    @Test func mutationsAreCounted() throws {
        let run = try Program.run(["extractors", "mutate", "--kinds", "rule", "--min-noticed", "1"])
        #expect(run.status == 0)
        #expect(run.text.contains("removals noticed"))
        #expect(try Program.run(["extractors", "mutate", "--kinds", "rules"]).status == 64)
    }

    @Test func tokensQuoteTheirLetters() throws {
        let run = try Program.run(["tokenize", "-"], input: Data(notice.utf8))
        #expect(run.status == 0)
        let scalars = Array(notice.unicodeScalars)
        let rows = run.text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        #expect(rows.contains { $0[2] == "amount" && $0[4].contains("380") })
        for row in rows {
            #expect(row.count == 5)
            var letters = String.UnicodeScalarView()
            letters.append(contentsOf: scalars[(Int(row[0]) ?? 0)..<(Int(row[1]) ?? 0)])
            #expect(String(letters).replacingOccurrences(of: "\n", with: " ") == row[4])
        }
    }

    @Test func explainTellsOfARuleAndOfAPlace() throws {
        let bundle = try RuleBundle(
            json: Array(try Program.run(["extract", "-"], input: Data(notice.utf8)).output))
        let rule = try #require(bundle.rules.first { $0.kind == .individualContribution })
        let input = Data(notice.utf8)
        let all = try Program.run(["explain", "-"], input: input)
        #expect(all.status == 0)
        for rule in bundle.rules { #expect(all.text.contains(rule.id)) }
        let one = try Program.run(["explain", "-", "--rule", rule.id], input: input)
        #expect(one.status == 0)
        #expect(one.text.contains(rule.extractor))
        #expect(one.text.contains("380 CNY"))
        let amount = try #require(rule.evidence.first { $0.supports.contains("amount") })
        let place = try Program.run(["explain", "-", "--at", "\(amount.end - 1)"], input: input)
        #expect(place.status == 0)
        #expect(place.text.contains("^"))
        #expect(place.text.contains(rule.id))
    }

    @Test func explainRefusesWhatIsNotThere() throws {
        let input = Data(notice.utf8)
        let rule = try Program.run(["explain", "-", "--rule", "000000/no/such"], input: input)
        #expect(rule.status == 64)
        #expect(rule.errors.contains("000000/no/such"))
        let place = try Program.run(["explain", "-", "--at", "99999"], input: input)
        #expect(place.status == 64)
        #expect(place.errors.contains("99999"))
    }

    @Test func schemaIsJSON() throws {
        let run = try Program.run(["schema"])
        #expect(run.status == 0)
        let schema = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        #expect((schema["$schema"] as? String)?.contains("2020-12") == true)
    }

    @Test func theBuiltInExtractorsAreSound() throws {
        #expect(try Program.run(["extractors", "check"]).status == 0)
        let test = try Program.run(["extractors", "test"])
        #expect(test.status == 0, "\(test.errors)")
        let list = try Program.run(["extractors", "list"])
        #expect(list.status == 0)
        #expect(list.text.split(separator: "\n").count > 5)
    }

    @Test func aFaultInAnExtractorFileIsShownInItsPlace() throws {
        let scratch = try Scratch()
        try scratch.write("set/rules/a.yaml", "rules:\n  - id: a.b\n    knd: individualContribution\n")
        let run = try Program.run(["extractors", "check", "--extractors", "set"], folder: scratch.path)
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("error: "))
        #expect(run.errors.contains("set/rules/a.yaml:"))
        let extract = try Program.run(
            ["extract", "-", "--extractors", "set"], input: Data(notice.utf8), folder: scratch.path)
        #expect(extract.status == 2)
        #expect(extract.output.isEmpty)
    }

    @Test func aFolderWithoutExtractors() throws {
        let scratch = try Scratch()
        for folder in [scratch.path, scratch.file("missing")] {
            let run = try Program.run(["extractors", "list", "--extractors", folder])
            #expect(run.status == 2)
            #expect(run.errors.hasPrefix("error: "))
        }
    }
}
