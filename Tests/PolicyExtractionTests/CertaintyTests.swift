import PolicyKit
import PolicyRules
import Testing

@testable import PolicyExtraction

@Suite("How sure a rule is")
struct CertaintyTests {
    @Test(
        "Stated or inferred",
        arguments: [
            EngineCase("all in the sentence", "对孤儿按每人每年120元给予资助。", ["orphan stated"]),
            EngineCase("the heading right over it", "# 一、孤儿\n按每人每年120元给予资助。", ["orphan stated"]),
            EngineCase("words that point back", "孤儿名单按月更新。上述人员参保的，不设待遇等待期。", ["orphan stated"]),
            EngineCase("a class with its definition", "第一类人员为孤儿。\n对第一类人员给予全额资助。", ["orphan stated"]),
            EngineCase(
                "words that point ahead", "下列人员由医疗救助资金全额资助：（一）特困人员；（二）孤儿。", ["extremelyPoor stated", "orphan stated"]),
            EngineCase("a unit that goes without saying", "个人缴费标准为400元。", ["everyone stated"]),
            EngineCase("the sentence before", "孤儿名单按月更新。按每人每年120元给予资助。", ["orphan inferred"]),
            EngineCase("a heading above that", "# 一、孤儿\n## （一）资助标准\n按每人每年120元给予资助。", ["orphan inferred"]),
            EngineCase(
                "a measure of the sentence before", "个人缴费标准：成年人每人每年400元。学生每人每年350元。",
                ["custom:成年人 stated", "student inferred"]),
            EngineCase("words that name the aid given before", "对孤儿给予定额资助。定额资助标准为每人每年150元。", ["orphan stated"]),
            EngineCase("a period that is the plan year", "孤儿享受全年动态参保。", ["orphan inferred"]),
            EngineCase(
                "inferred once and stated once", "孤儿名单按月更新。按每人每年120元给予资助。\n对孤儿按每人每年120元给予资助。", ["orphan stated"]),
        ])
    func certainty(_ test: EngineCase) throws {
        let found = try engineBundle(test.text).rules.map {
            "\($0.population?.category ?? "everyone") \($0.certainty.rawValue)"
        }
        #expect(found == test.expected)
    }

    private static func set(_ second: String) throws -> ExtractorSet {
        try EngineSet.small(
            vocabulary: """
                classes:
                  - class: aidMode
                    terms: [{code: full, forms: [全额资助]}]
                  - class: population
                    terms: [{code: orphan, forms: [孤儿]}]
                  - class: payer
                    terms: [{code: unit, forms: [单位]}, {code: poolingFund, forms: [基金]}]
                """,
            rules: """
                rules:
                  - id: a
                    kind: contributionAssistance
                    trigger: {class: aidMode}
                    slots: {population: topic, mode: trigger, payer: {class: payer, in: sentence, side: before}}
                    require: [population]
                  - id: b
                    kind: contributionAssistance
                    trigger: {class: aidMode}
                    \(second)
                    require: [population]
                """)
    }

    @Test("Readings that tie and differ are both kept")
    func tie() throws {
        let set = try Self.set(
            "slots: {population: topic, mode: trigger, payer: {class: payer, in: sentence, side: after}}")
        let rule = try #require(try engineBundle("单位对孤儿全额资助基金。", set: set).rules.first)
        #expect(rule.certainty == .ambiguous)
        #expect(rule.payer == .unit)
        #expect(rule.alternatives.map(\.payer) == [.poolingFund])
        #expect(rule.alternatives.map(\.id) == [rule.id])
        #expect(rule.alternatives.allSatisfy { $0.alternatives.isEmpty && !$0.evidence.isEmpty })
    }

    @Test("Readings that tie and say the same are one; of those that do not tie one stands")
    func noTie() throws {
        let same = try Self.set(
            "slots: {population: topic, mode: trigger, payer: {class: payer, in: sentence, side: before}}")
        let less = try Self.set("slots: {population: topic, mode: trigger}")
        for set in [same, less] {
            let rules = try engineBundle("单位对孤儿全额资助基金。", set: set).rules
            #expect(rules.map(\.certainty) == [.stated])
            #expect(rules.allSatisfy { $0.alternatives.isEmpty })
        }
    }
}

@Suite("Own payments that are left to be reckoned")
struct OwnPaymentTests {
    @Test(
        "Derived where all else is said",
        arguments: [
            EngineCase("less the aid", "个人缴费标准为每人每年400元。\n对孤儿按每人每年150元给予资助。", ["orphan 250"]),
            EngineCase(
                "each group", "个人缴费标准为每人每年400元。\n对孤儿按每人每年150元给予资助。\n对低保对象给予每人每年280元的资助。",
                ["orphan 250", "minimumLivingAllowance 120"]),
            EngineCase(
                "each tier", "个人缴费标准：一档每人每年400元，二档每人每年700元。\n孤儿参加一档资助280元，参加二档资助300元。",
                ["orphan 120", "orphan 400"]),
            EngineCase("aid of all of it", "个人缴费标准为每人每年400元。\n对孤儿按每人每年400元给予资助。", ["orphan 0"]),
            EngineCase("said", "个人缴费标准为每人每年400元。\n孤儿资助280元，个人缴纳120元。", []),
            EngineCase("no standard", "对孤儿按每人每年150元给予资助。", []),
            EngineCase("of another year", "2025年个人缴费标准为每人每年400元。\n对孤儿按每人每年150元给予资助。", []),
            EngineCase("a bound", "个人缴费标准为每人每年400元。\n对孤儿给予不低于每人每年150元的资助。", []),
            EngineCase("two aids", "个人缴费标准为每人每年400元。\n对孤儿由医疗救助资金给予每人每年150元的资助。\n对孤儿由县级财政给予每人每年100元的资助。", []),
            EngineCase("more than the standard", "个人缴费标准为每人每年400元。\n对孤儿按每人每年450元给予资助。", []),
            EngineCase("a standard said twice", "个人缴费标准为每人每年400元。\n个人缴费标准为每人每年380元。\n对孤儿按每人每年150元给予资助。", []),
            EngineCase("tiers that the aid does not name", "个人缴费标准：一档每人每年400元，二档每人每年700元。\n对孤儿按每人每年150元给予资助。", []),
        ])
    func derived(_ test: EngineCase) throws {
        let notice = engineNotice(test.text)
        let extractor = Extractor(set: try EngineSet.builtin.get(), version: "test")
        let source = SourceInfo(name: "test.txt", mediaType: "text/plain", charset: nil, bytesDigest: "")
        let bundle = extractor.extract(notice, source: source, deriving: true).bundle
        let found = bundle.rules.filter { $0.extractor == "derived.ownPayment" }
        #expect(found.map { "\($0.population?.category ?? "") \($0.amount?.value ?? "")" } == test.expected)
        for rule in found {
            #expect(rule.certainty == .inferred)
            #expect(rule.origins["amount"]?.how == .derived)
            for evidence in rule.evidence {
                #expect(string(notice.rendition[evidence.start..<evidence.end]) == evidence.quote)
            }
        }
        // Without them the bundle is what it is when nobody asks.
        let plain = extractor.extract(notice, source: source).bundle
        #expect(bundle.rules.filter { $0.extractor != "derived.ownPayment" } == plain.rules)
    }

    @Test("The rules that it comes from are named")
    func origins() throws {
        let guize = try Guize()
        let bytes = Array("关于做好2026年度城乡居民医保工作的通知\n个人缴费标准为每人每年400元。\n对孤儿按每人每年150元给予资助。\n".utf8)
        let text = try guize.read(bytes, name: "notice.txt")
        let rules = guize.extract(text, derivingOwnPayments: true).rules
        let own = try #require(rules.first { $0.extractor == "derived.ownPayment" })
        #expect(
            own.origins["amount"]?.by
                == "400 − 150: unknown/urrbmi/2026/individualContribution less unknown/urrbmi/2026/contributionAssistance/orphan"
        )
        #expect(Set(rules.map(\.id)).count == rules.count)
    }
}
