import Testing

@testable import PolicyExtraction

@Suite("Phrases")
struct EnginePhraseTests {
    private static let vocabulary = """
        classes:
          - class: fund
            terms: [{code: aidFund, forms: [救助基金]}, {code: budget, forms: [财政]}]
          - class: aid
            terms: [{code: full, forms: [全额]}, {code: fixed, forms: [定额]}]
          - class: verb
            terms: [{code: verb, forms: [资助]}]
          - class: wait
            terms: [{code: wait, forms: [待遇等待期]}]
        """

    /// Phrases, the text that they are tried on and the tokens that come of it.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var phrases: [String]
        var text: String
        var expected: [String]

        init(_ name: String, _ phrases: [String], _ text: String, _ expected: [String]) {
            self.name = name
            self.phrases = phrases
            self.text = text
            self.expected = expected
        }

        var testDescription: String { name }
    }

    private func tokens(_ test: Case) throws -> [String] {
        let rules = "phrases: [\(test.phrases.joined(separator: ", "))]"
        return engineTokens(test.text, set: try EngineSet.small(vocabulary: Self.vocabulary, rules: rules))
    }

    @Test(
        "Elements",
        arguments: [
            Case("words", [#"{id: a, gives: no, match: ["不|不再", "享受"]}"#], "他不再享受。", ["no=no«不再享受»"]),
            Case("words that go on otherwise", [#"{id: a, gives: no, match: ["不|不再", "享受"]}"#], "不再次享受", []),
            Case("a token", [#"{id: a, gives: mode, match: ["@aid", "@verb"]}"#], "全额资助", ["mode=mode«全额资助»"]),
            Case(
                "a token of another code", [#"{id: a, gives: mode, match: ["@aid=fixed", "@verb"]}"#], "全额资助",
                ["aid=full«全额»", "verb=verb«资助»"]),
            Case(
                "one of two codes", [#"{id: a, gives: mode, match: ["@aid=fixed|full", "@verb"]}"#], "全额资助",
                ["mode=mode«全额资助»"]),
            Case(
                "an optional element that stands", [#"{id: a, gives: mode, match: ["@aid", "给予?", "@verb"]}"#],
                "全额给予资助",
                ["mode=mode«全额给予资助»"]),
            Case(
                "an optional element that is missing", [#"{id: a, gives: mode, match: ["@aid", "给予?", "@verb"]}"#],
                "全额资助",
                ["mode=mode«全额资助»"]),
            Case(
                "a gap as long as it may be", [#"{id: a, gives: mode, match: ["@aid", "~2", "@verb"]}"#], "全额给予资助",
                ["mode=mode«全额给予资助»"]),
            Case(
                "a gap too long", [#"{id: a, gives: mode, match: ["@aid", "~2", "@verb"]}"#], "全额地给予资助",
                ["aid=full«全额»", "verb=verb«资助»"]),
            Case(
                "a gap of nothing", [#"{id: a, gives: mode, match: ["@aid", "~2", "@verb"]}"#], "全额资助",
                ["mode=mode«全额资助»"]),
            Case(
                "a gap does not cross a comma", [#"{id: a, gives: mode, match: ["@aid", "~2", "@verb"]}"#], "全额，资助",
                ["aid=full«全额»", "verb=verb«资助»"]),
            Case(
                "a mark that is written crosses", [#"{id: a, gives: mode, match: ["@aid", "，?", "@verb"]}"#], "全额，资助",
                ["mode=mode«全额，资助»"]),
            Case(
                "a word does not cut a term", [#"{id: a, gives: enjoy, match: ["享受", "~3", "待遇"]}"#], "享受待遇等待期",
                ["wait=wait«待遇等待期»"]),
            Case(
                "a word may hold whole terms", [#"{id: a, gives: aided, match: ["由财政", "@verb"]}"#], "由财政资助",
                ["aided=aided«由财政资助»"]),
        ])
    func elements(_ test: Case) throws {
        let found = try tokens(test)
        #expect(found == test.expected)
    }

    @Test(
        "What a phrase gives",
        arguments: [
            Case(
                "a class and a code", [#"{id: a, gives: mode=none, match: ["不予", "@verb"]}"#], "不予资助",
                ["mode=none«不予资助»"]),
            Case(
                "the code of a capture", [#"{id: a, gives: mode=$m, match: ["@aid:m", "@verb"]}"#], "定额资助",
                ["mode=fixed«定额资助»"]),
            Case(
                "the capture of the way that matched",
                [#"{id: a, gives: by=$f, match: ["由", "~6", "@fund:f", "@verb"]}"#], "由财政和救助基金资助",
                ["by=aidFund«由财政和救助基金资助»"]),
            Case(
                "what is kept at the beginning stays beside",
                [#"{id: a, gives: given, keep: [fund], match: ["@fund", "@verb"]}"#], "财政资助",
                ["fund=budget«财政»", "given=given«资助»"]),
            Case(
                "what is kept at the end stays beside",
                [#"{id: a, gives: given, keep: [fund], match: ["@verb", "~2", "@fund"]}"#], "资助由财政",
                ["given=given«资助由»", "fund=budget«财政»"]),
            Case(
                "what is kept in the middle is a part",
                [#"{id: a, gives: given, keep: [fund], match: ["@aid", "@fund", "@verb"]}"#], "全额财政资助",
                ["given=given«全额财政资助»"]),
        ])
    func gives(_ test: Case) throws {
        let found = try tokens(test)
        #expect(found == test.expected)
    }

    @Test(
        "Which phrase stands",
        arguments: [
            Case(
                "the longest",
                [
                    #"{id: a, gives: short, match: ["@aid", "@verb"]}"#,
                    #"{id: b, gives: long, match: ["@aid", "@verb", "对象"]}"#,
                ],
                "全额资助对象", ["long=long«全额资助对象»"]),
            Case(
                "of two as long the first written",
                [
                    #"{id: b, gives: one, match: ["@aid", "@verb"]}"#,
                    #"{id: a, gives: two, match: ["@aid", "~2", "@verb"]}"#,
                ],
                "全额资助", ["one=one«全额资助»"]),
            Case(
                "the one that begins first",
                [
                    #"{id: a, gives: one, match: ["@aid", "@verb"]}"#,
                    #"{id: b, gives: two, match: ["@verb", "~4", "@fund"]}"#,
                ],
                "全额资助由财政", ["one=one«全额资助»", "fund=budget«财政»"]),
            Case(
                "a later stage sees what an earlier one made",
                [
                    #"{id: a, gives: given, stage: 2, match: ["@mode", "@fund"]}"#,
                    #"{id: b, gives: mode, match: ["@aid", "@verb"]}"#,
                ], "全额资助财政", ["given=given«全额资助财政»"]),
            Case(
                "the same stage does not",
                [
                    #"{id: a, gives: given, match: ["@mode", "@fund"]}"#,
                    #"{id: b, gives: mode, match: ["@aid", "@verb"]}"#,
                ],
                "全额资助财政", ["mode=mode«全额资助»", "fund=budget«财政»"]),
        ])
    func choice(_ test: Case) throws {
        let found = try tokens(test)
        #expect(found == test.expected)
    }

    @Test(
        "Terms and values",
        arguments: [
            Case("the longest term", [], "待遇等待期", ["wait=wait«待遇等待期»"]),
            Case("a value between terms", [], "全额资助400元", ["aid=full«全额»", "verb=verb«资助»", "amount=amount«400元»"]),
            Case("nothing in a title", [], "《全额资助400元》资助", ["verb=verb«资助»"]),
            Case(
                "a number in a title is still one", [], "《转发国办发〔2024〕38号》",
                ["documentNumber=documentNumber«国办发〔2024〕38号»"]),
        ])
    func terms(_ test: Case) throws {
        let found = try tokens(test)
        #expect(found == test.expected)
    }

    @Test("A title that is never closed ends with the passage")
    func openTitle() throws {
        let bundle = try engineBundle("根据《实施意见。\n2026年个人缴费标准为每人每年400元。")
        #expect(bundle.rules.map(engineLine) == ["individualContribution amount=400 person,year"])
    }
}
