import NoticeModel
import PolicyRules
import Testing

@testable import PolicyExtraction

@Suite("What statements say together")
struct EngineReconcileTests {
    @Test(
        "Joined",
        arguments: [
            EngineCase(
                "said twice stands once", "2026年个人缴费标准为每人每年400元。\n个人缴费标准为每人每年400元。",
                ["individualContribution amount=400 person,year"]),
            EngineCase(
                "two figures stand both", "个人缴费标准为每人每年400元。\n个人缴费标准为每人每年380元。",
                ["individualContribution amount=400 person,year", "individualContribution amount=380 person,year"]),
            EngineCase(
                "aid without a figure and its figure", "对低保对象给予定额资助。定额资助标准为每人每年150元。",
                ["contributionAssistance population=minimumLivingAllowance mode=fixed amount=150 person,year"]),
            EngineCase(
                "nothing left to pay is full aid", "孤儿由医疗救助基金资助400元，个人不缴费。",
                [
                    "contributionAssistance population=orphan mode=full amount=400 person,year payer=medicalAssistanceFund",
                    "individualContribution population=orphan amount=0 person,year",
                ]),
            EngineCase(
                "aid of nothing is none", "孤儿资助0元。",
                ["contributionAssistance population=orphan mode=none amount=0 person,year"]),
            EngineCase(
                "the main window is the ordinary case",
                "个人缴费标准为每人每年400元。\n集中缴费期内参保的，个人缴费标准为每人每年400元。",
                ["individualContribution amount=400 person,year"]),
            EngineCase(
                "another window is not", "个人缴费标准为每人每年400元。\n零星缴费期参保的，个人缴费标准为每人每年400元。",
                [
                    "individualContribution amount=400 person,year",
                    "individualContribution window=sporadic amount=400 person,year",
                ]),
            EngineCase(
                "the fund named behind", "# 资助\n对孤儿给予全额资助。\n所需资金由医疗救助基金列支。",
                ["contributionAssistance population=orphan mode=full payer=medicalAssistanceFund"]),
            EngineCase(
                "the fund of another section", "# 资助\n对孤儿给予全额资助。\n# 宣传\n## 经费\n所需资金由医疗救助基金列支。",
                ["contributionAssistance population=orphan mode=full"]),
            EngineCase(
                "a verb that its figure took makes no rule", "对孤儿给予定额资助，每人120元。",
                ["contributionAssistance population=orphan mode=fixed amount=120 person"]),
        ])
    func joined(_ test: EngineCase) throws {
        let found = try engineLines(test.text)
        #expect(found == test.expected)
    }

    @Test("Aid said again and again takes no more than its share of time")
    func repeatedAid() throws {
        let text = "孤儿应当参保。" + String(repeating: "给予全额资助。", count: 40)
        #expect(try engineLines(text) == ["contributionAssistance population=orphan mode=full"])
    }

    @Test("A rule said twice has both places as evidence")
    func evidence() throws {
        let bundle = try engineBundle("2026年个人缴费标准为每人每年400元。\n再次明确，个人缴费标准为每人每年400元。")
        let rule = try #require(bundle.rules.first)
        #expect(bundle.rules.count == 1)
        #expect(rule.evidence.filter { $0.supports.contains("amount") }.count == 2)
        #expect(bundle.unclaimed.isEmpty)
    }

    @Test("Of competing readings one stands, by priority, then by filled slots, then by id")
    func competition() throws {
        let vocabulary = """
            classes:
              - class: measure
                terms: [{code: individualContribution, forms: [个人缴费]}]
              - class: payer
                terms: [{code: unit, forms: [单位]}]
            """
        func winner(_ rules: [String]) throws -> [String] {
            let set = try EngineSet.small(
                vocabulary: vocabulary, rules: "rules:\n" + rules.map { "  - \($0)\n" }.joined())
            return try engineBundle("单位个人缴费400元。", set: set).rules.map(\.extractor)
        }
        let plain = "kind: governmentSubsidy, trigger: {class: amount}, slots: {amount: trigger}"
        let rich = "kind: governmentSubsidy, trigger: {class: amount}, slots: {amount: trigger, payer: {class: payer}}"
        #expect(try winner(["{id: b, \(plain)}", "{id: a, \(plain)}"]) == ["a"])
        #expect(try winner(["{id: a, \(plain)}", "{id: b, \(rich)}"]) == ["b"])
        #expect(try winner(["{id: a, \(rich)}", "{id: b, priority: 1, \(plain)}"]) == ["b"])
        let other = "kind: individualContribution, trigger: {class: amount}, slots: {amount: trigger}"
        #expect(try winner(["{id: a, \(plain)}", "{id: b, \(other)}"]) == ["a", "b"])
    }

    @Test("Ids are readable, stable and each one's own")
    func ids() throws {
        let bundle = try engineBundle(
            "个人缴费标准：一档每人每年400元，二档每人每年700元。\n个人缴费标准：一档每人每年390元。\n对孤儿按每人120元给予资助。")
        #expect(
            bundle.rules.map(\.id) == [
                "unknown/urrbmi/2026/individualContribution/tier-1",
                "unknown/urrbmi/2026/individualContribution/tier-2",
                "unknown/urrbmi/2026/individualContribution/tier-1~2",
                "unknown/urrbmi/2026/contributionAssistance/orphan",
            ])
        let standing = try engineBundle("个人缴费标准为每人每年400元。", planYear: nil)
        #expect(standing.rules.map(\.id) == ["unknown/urrbmi/standing/individualContribution"])
    }

    @Test(
        "What no rule used is listed",
        arguments: [
            EngineCase("an amount", "办公场地投入300万元。", ["amount 3000000"]),
            EngineCase("a percentage", "各地参保率不低于95%。", ["percentage 95"]),
            EngineCase("a duration", "经办机构应在15天内办结。", ["duration P15D"]),
            EngineCase("a date", "请于2025年9月30日前上报。", ["period ../2025-09-30"]),
            EngineCase("a period", "宣传活动时间为2025年9月1日至12月31日。", ["period 2025-09-01/2025-12-31"]),
            EngineCase("not what a rule used", "个人缴费标准为每人每年400元。", []),
            EngineCase("not a document number, an age or a year alone", "2026年按国办发〔2024〕38号对60周岁以上人员执行。", []),
            EngineCase(
                "in text order", "各地参保率不低于95%，投入300万元。", ["percentage 95", "amount 3000000"]),
            EngineCase("the figure of an earlier year", "个人缴费标准2024年为每人每年380元，2026年为每人每年400元。", ["amount 380"]),
        ])
    func leftovers(_ test: EngineCase) throws {
        let found = try engineBundle(test.text).unclaimed.map { "\($0.type.rawValue) \($0.value)" }
        #expect(found == test.expected)
    }

    @Test(
        "Documents cited, each with its relation",
        arguments: [
            EngineCase("basis", "根据《省医保局通知》（闽医保〔2025〕1号），制定本方案。", ["basis 闽医保〔2025〕1号 《省医保局通知》"]),
            EngineCase("implements", "为贯彻落实国办发〔2024〕38号精神，", ["implements 国办发〔2024〕38号"]),
            EngineCase("follows", "按照国办发〔2024〕38号执行。", ["follows 国办发〔2024〕38号"]),
            EngineCase("forwards", "现将国办发〔2024〕38号转发给你们。", ["forwards 国办发〔2024〕38号"]),
            EngineCase("interprets", "对国办发〔2024〕38号的解读。", ["interprets 国办发〔2024〕38号"]),
            EngineCase("repeals", "国办发〔2024〕38号同时废止。", ["repeals 国办发〔2024〕38号"]),
            EngineCase("amends", "对国办发〔2024〕38号进行修订。", ["amends 国办发〔2024〕38号"]),
            EngineCase("mentions", "另见国办发〔2024〕38号。", ["mentions 国办发〔2024〕38号"]),
            EngineCase("each once", "根据国办发〔2024〕38号和国办发〔2024〕38号，", ["basis 国办发〔2024〕38号"]),
            EngineCase(
                "each with the nearest verb", "根据国办发〔2024〕38号，按照医保发〔2025〕9号执行。",
                ["basis 国办发〔2024〕38号", "follows 医保发〔2025〕9号"]),
            EngineCase(
                "a verb in a title governs nothing", "另见《关于贯彻有关规定的通知》（医保发〔2025〕9号）。",
                ["mentions 医保发〔2025〕9号 《关于贯彻有关规定的通知》"]),
            EngineCase(
                "a title in a title", "根据《转发〈意见〉的通知》（医保发〔2025〕9号），", ["basis 医保发〔2025〕9号 《转发〈意见〉的通知》"]),
            EngineCase(
                "under a heading on the basis", "# 一、政策依据\n按照国办发〔2024〕38号要求，", ["basis 国办发〔2024〕38号"]),
        ])
    func citations(_ test: EngineCase) throws {
        let written = try engineBundle(test.text).citations.map {
            "\($0.relation.rawValue) \($0.number ?? "")" + ($0.title.map { " 《\($0)》" } ?? "")
        }
        #expect(written == test.expected)
    }

    @Test("The notice's own number is no citation")
    func ownNumber() throws {
        var notice = engineNotice("闽医保〔2025〕1号\n根据国办发〔2024〕38号，")
        notice.metadata.number = NoticeMetadata.Field("闽医保〔2025〕1号")
        #expect(try engineExtraction(notice).bundle.citations.map(\.number) == ["国办发〔2024〕38号"])
    }
}

@Suite("The notice checked against itself")
struct EngineCheckTests {
    @Test(
        "What does not add up",
        arguments: [
            EngineCase(
                "the total", "筹资标准为每人每年1100元，其中财政补助670元，个人缴费400元。",
                ["warning sum.financing 财政补助 670 + 个人缴费 400 = 1070, but the 筹资标准 is 1100"]),
            EngineCase("a total that adds up", "筹资标准为每人每年1070元，其中财政补助670元，个人缴费400元。", []),
            EngineCase(
                "bounds of a total do not contradict", "筹资标准不低于每人每年1000元，其中财政补助670元，个人缴费400元。", []),
            EngineCase(
                "a total of another year", "2025年筹资标准为每人每年1050元。2026年财政补助670元，个人缴费400元。", []),
            EngineCase(
                "aid and own payment", "个人缴费标准为每人每年400元。\n孤儿资助280元，个人缴纳100元。",
                ["warning sum.assistance 资助 280 + 个人缴纳 100 = 380 for 孤儿, but the 个人缴费标准 is 400"]),
            EngineCase("aid and own payment that add up", "个人缴费标准为每人每年400元。\n孤儿资助280元，个人缴纳120元。", []),
            EngineCase(
                "a period that ends before it starts", "集中缴费期为2025年12月31日至2025年9月1日。",
                ["error period.reversed the period ends on 2025-09-01, before it starts on 2025-12-31"]),
            EngineCase(
                "a period with an unknown day", "集中缴费期为2025年10月x日至2025年10月1日。",
                ["note placeholder «x日» is still to be filled in"]),
            EngineCase(
                "two figures for one thing", "个人缴费标准为每人每年400元。\n个人缴费标准为每人每年380元。",
                [
                    "warning value.conflict individualContribution is 400 in one place and 380 in another"
                ]),
            EngineCase(
                "a total below a bound", "筹资标准不低于每人每年1100元，其中财政补助670元，个人缴费400元。",
                ["warning sum.financing 财政补助 670 + 个人缴费 400 = 1070, but the 筹资标准 is 1100"]),
            EngineCase(
                "bounds on both sides", "筹资标准不低于每人每年1100元，其中财政补助不低于700元，个人缴费400元。", []),
            EngineCase(
                "a part that is a bound", "筹资标准为每人每年1200元，其中财政补助不低于700元，个人缴费400元。", []),
            EngineCase(
                "a figure within the bound said elsewhere", "财政补助标准不低于每人每年700元。\n财政补助标准为每人每年730元。", []),
            EngineCase(
                "people without a category, each once", "对成年人按每人120元给予资助。\n成年人个人缴费标准为每人每年400元。",
                ["note population.custom no category stands for «成年人»"]),
            EngineCase("two tiers are two things", "个人缴费标准：一档每人每年400元，二档每人每年700元。", []),
        ])
    func diagnostics(_ test: EngineCase) throws {
        let found = try engineBundle(test.text).diagnostics.map { "\($0.severity.rawValue) \($0.code) \($0.message)" }
        #expect(found == test.expected)
    }

    @Test("Every diagnostic shows its place")
    func places() throws {
        let notice = engineNotice("筹资标准为每人每年1100元，其中财政补助670元，个人缴费400元。")
        let diagnostic = try #require(try engineExtraction(notice).bundle.diagnostics.first)
        let evidence = try #require(diagnostic.evidence)
        #expect(string(notice.rendition[evidence.start..<evidence.end]) == evidence.quote)
        #expect(evidence.quote.contains("1100元"))
    }
}

@Suite("Why a phrase gave a rule or none")
struct EngineTraceTests {
    @Test(
        "Outcomes",
        arguments: [
            EngineCase(
                "matched", "对孤儿按每人120元给予资助。",
                ["assistance.amount «每人120元» matched unknown/urrbmi/2026/contributionAssistance/orphan"]),
            EngineCase("nobody named", "按每人120元给予资助。", ["assistance.amount «每人120元» failed population"]),
            EngineCase(
                "no measure", "每人120元。", ["assistance.amount «每人120元» failed a measure that the value belongs to"]),
            EngineCase(
                "another measure", "个人缴费标准为每人每年400元。",
                ["assistance.amount «每人每年400元» failed the value belongs to individualContribution"]),
            EngineCase(
                "too much", "对孤儿给予资助50000元。",
                ["assistance.amount «50000元» vetoed 50000 yuan is too much for one person and year"]),
        ])
    func outcomes(_ test: EngineCase) throws {
        let entries = try engineExtraction(engineNotice(test.text), tracing: true).trace.entries
        let lines = entries.filter { $0.extractor == "assistance.amount" }.map { entry in
            let outcome =
                switch entry.outcome {
                case .matched(let rules): "matched \(rules.joined(separator: " "))"
                case .failed(let what): "failed \(what)"
                case .vetoed(let why): "vetoed \(why)"
                case .lost(let winner, let why): "lost to \(winner): \(why)"
                }
            return "\(entry.extractor) «\(entry.quote)» \(outcome)"
        }
        #expect(lines == test.expected)
    }

    @Test("A verb that its figure took is said to have lost to it")
    func lost() throws {
        let trace = try engineExtraction(engineNotice("对孤儿给予定额资助，每人120元。"), tracing: true).trace
        let mode = trace.entries.filter { $0.extractor == "assistance.mode" }
        #expect(
            mode.contains {
                if case .lost = $0.outcome { return true }
                return false
            })
    }

    @Test("Nothing is recorded unless asked for")
    func silent() throws {
        #expect(try engineExtraction(engineNotice("对孤儿按每人120元给予资助。")).trace.entries.isEmpty)
    }

    @Test("Tracing does not change the bundle")
    func same() throws {
        let notice = engineNotice("对孤儿按每人120元给予资助。个人缴费标准为每人每年400元。")
        #expect(
            try engineExtraction(notice, tracing: true).bundle.json() == engineExtraction(notice).bundle.json())
    }
}
