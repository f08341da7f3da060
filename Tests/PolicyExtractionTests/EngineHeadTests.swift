import Testing

@testable import PolicyExtraction

@Suite("Which measure a figure belongs to")
struct EngineHeadTests {
    @Test(
        "Amounts",
        arguments: [
            EngineCase("before", "2026年个人缴费标准为每人每年400元。", ["individualContribution amount=400 person,year"]),
            EngineCase("behind", "居民按每人每年400元的标准缴费。", ["individualContribution amount=400 person,year"]),
            EngineCase(
                "introduced by 按, though another measure stands before", "对孤儿参保的个人缴费部分，按每人120元给予资助。",
                ["contributionAssistance population=orphan mode=fixed amount=120 person"]),
            EngineCase(
                "one measure on each side", "孤儿由医疗救助基金资助280元，个人缴纳120元。",
                [
                    "contributionAssistance population=orphan mode=fixed amount=280 person,year payer=medicalAssistanceFund",
                    "individualContribution population=orphan amount=120 person,year",
                ]),
            EngineCase(
                "two measures, each with its own", "各级财政补助标准为每人每年670元，个人缴费标准为每人每年400元。",
                [
                    "governmentSubsidy amount=670 person,year", "individualContribution amount=400 person,year",
                ]),
            EngineCase(
                "three measures, each with its own",
                "筹资标准为每人每年1070元，其中财政补助670元，个人缴费400元。",
                [
                    "financingStandard amount=1070 person,year", "governmentSubsidy amount=670 person,year",
                    "individualContribution amount=400 person,year",
                ]),
            EngineCase("other money takes its own figure", "工作经费每人每年5元。", []),
            EngineCase(
                "other money behind the contribution", "个人缴费标准为每人每年400元，工作经费每人每年5元。",
                ["individualContribution amount=400 person,year"]),
            EngineCase("a ceiling of another benefit", "普通门诊起付标准为每人每年200元。", []),
            EngineCase("too much for one person", "全省个人缴费金额共35000万元。", []),
            EngineCase(
                "plus the subsidy", "新生儿按410元/人+当年财政补助标准缴费。",
                ["individualContribution population=newborn amount=410+governmentSubsidy person"]),
            EngineCase(
                "a measure carried from the sentence before", "个人缴费标准：成年人每人每年400元。学生每人每年350元。",
                [
                    "individualContribution population=custom:成年人 amount=400 person,year",
                    "individualContribution population=student amount=350 person,year",
                ]),
            EngineCase(
                "a measure carried from the heading", "# 个人缴费标准\n居民每人每年400元。",
                ["individualContribution amount=400 person,year"]),
            EngineCase("a figure by the person without any measure", "居民每人每年400元。", []),
        ])
    func amounts(_ test: EngineCase) throws {
        let found = try engineLines(test.text)
        #expect(found == test.expected)
    }

    @Test(
        "Bounds and units",
        arguments: [
            EngineCase("at least", "财政补助标准不低于每人每年700元。", ["governmentSubsidy amount=>=700 person,year"]),
            EngineCase("at most", "个人缴费不超过每人每年400元。", ["individualContribution amount=<=400 person,year"]),
            EngineCase(
                "the unit that a contribution has", "个人缴费标准为400元。", ["individualContribution amount=400 person,year"]),
            EngineCase(
                "a change with its end", "个人缴费标准提高20元，达到每人每年400元。",
                ["individualContribution amount=400 person,year change 20"]),
            EngineCase("zero", "特困人员个人不缴费。", ["individualContribution population=extremelyPoor amount=0 person,year"]),
            EngineCase("not paying as a condition", "特困人员不缴费的，不享受待遇。", []),
        ])
    func bounds(_ test: EngineCase) throws {
        let found = try engineLines(test.text)
        #expect(found == test.expected)
    }

    @Test(
        "Rates",
        arguments: [
            EngineCase(
                "introduced by 按", "对低保对象按个人缴费标准的50%给予资助。",
                [
                    "contributionAssistance population=minimumLivingAllowance mode=percentage rate=50 individualContribution"
                ]),
            EngineCase(
                "of what a person pays, borne by another", "低保对象个人缴费的90%由省级财政承担。",
                [
                    "contributionAssistance population=minimumLivingAllowance mode=percentage rate=90 individualContribution payer=provincialFinance"
                ]),
            EngineCase("how many enrol is none of it", "各地参保率不低于95%。", []),
            EngineCase("negated", "2026年起不再对低保对象按50%给予资助。", []),
        ])
    func rates(_ test: EngineCase) throws {
        let found = try engineLines(test.text)
        #expect(found == test.expected)
    }

    @Test(
        "Years",
        arguments: [
            EngineCase(
                "the plan year stated", "2026年个人缴费标准为每人每年400元。", ["individualContribution amount=400 person,year"]),
            EngineCase(
                "another year of the measure", "2025年人均财政补助标准为每人每年700元。",
                ["governmentSubsidy amount=700 person,year planYear=2025"]),
            EngineCase(
                "a year between measure and figure", "财政补助按国家规定执行，2025年为每人每年700元。",
                ["governmentSubsidy amount=700 person,year planYear=2025"]),
            EngineCase(
                "history of the contribution", "个人缴费标准2024年为每人每年380元，2026年为每人每年400元。",
                ["individualContribution amount=400 person,year"]),
            EngineCase(
                "the year of a figure compared with", "财政补助标准不低于2025年人均补助标准每人每年700元。",
                ["governmentSubsidy amount=>=700 person,year"]),
        ])
    func years(_ test: EngineCase) throws {
        let found = try engineLines(test.text)
        #expect(found == test.expected)
    }

    @Test(
        "Tiers and 分别",
        arguments: [
            EngineCase(
                "one after the other", "个人缴费标准：一档每人每年400元，二档每人每年700元。",
                [
                    "individualContribution tier=1 amount=400 person,year",
                    "individualContribution tier=2 amount=700 person,year",
                ]),
            EngineCase(
                "respectively by tier", "一档、二档个人缴费标准分别为每人每年400元、700元。",
                [
                    "individualContribution tier=1 amount=400 person,year",
                    "individualContribution tier=2 amount=700 person,year",
                ]),
            EngineCase(
                "both alike", "孤儿参加一档、二档的，均按每人每年400元资助。",
                [
                    "contributionAssistance population=orphan tier=1 mode=fixed amount=400 person,year",
                    "contributionAssistance population=orphan tier=2 mode=fixed amount=400 person,year",
                ]),
            EngineCase(
                "respectively by people", "对特困人员、孤儿分别资助400元、300元。",
                [
                    "contributionAssistance population=extremelyPoor mode=fixed amount=400 person,year",
                    "contributionAssistance population=orphan mode=fixed amount=300 person,year",
                ]),
            EngineCase(
                "as many people as rates", "对低保对象、返贫致贫人口分别按个人缴费标准的75%、50%给予资助。",
                [
                    "contributionAssistance population=minimumLivingAllowance mode=percentage rate=75 individualContribution",
                    "contributionAssistance population=returnedToPoverty mode=percentage rate=50 individualContribution",
                ]),
            EngineCase(
                "respectively in percent by people after 和", "对特困人员和孤儿分别给予400元和300元资助。",
                [
                    "contributionAssistance population=extremelyPoor mode=fixed amount=400 person,year",
                    "contributionAssistance population=orphan mode=fixed amount=300 person,year",
                ]),
        ])
    func tiers(_ test: EngineCase) throws {
        let found = try engineLines(test.text)
        #expect(found == test.expected)
    }
}
