import PolicyKit
import Testing

/// Items of a section and what is said of them together; examples beside the rules have no items.
@Suite("Items under a statement")
struct EngineItemTests {
    @Test(
        "Read with what leads to them and what cites them",
        arguments: [
            EngineCase(
                "funds by the numbers of items",
                """
                （一）特困人员给予全额资助。
                （二）低保对象每人资助200元。
                （三）重度残疾人每人资助100元。
                （四）第（一）、（二）项所需资金由医疗救助基金承担。第（三）项所需资金由残疾人就业保障金承担。
                """,
                [
                    "contributionAssistance {population: extremelyPoor, mode: full, payer: medicalAssistanceFund}",
                    "contributionAssistance {population: minimumLivingAllowance, mode: fixed, amount: 200, payer: medicalAssistanceFund}",
                    "contributionAssistance {population: severeDisability, mode: fixed, amount: 100, payer: disabilityEmploymentSecurityFund}",
                ]),
            EngineCase(
                "a range of items",
                """
                1.特困人员给予全额资助。
                2.低保对象每人资助200元。
                3.脱贫人口每人资助50元。
                第1至2项所需资金由医疗救助基金列支。
                """,
                [
                    "contributionAssistance {population: extremelyPoor, mode: full, payer: medicalAssistanceFund}",
                    "contributionAssistance {population: minimumLivingAllowance, mode: fixed, amount: 200, payer: medicalAssistanceFund}",
                    "contributionAssistance {population: povertyAlleviated, mode: fixed, amount: 50}",
                ]),
            EngineCase(
                "all items but one",
                """
                （一）特困人员给予全额资助。
                （二）低保对象每人资助200元。
                （三）重度残疾人每人资助100元。
                （四）除第（三）项外，所需资金由医疗救助基金承担。
                """,
                [
                    "contributionAssistance {population: extremelyPoor, mode: full, payer: medicalAssistanceFund}",
                    "contributionAssistance {population: minimumLivingAllowance, mode: fixed, amount: 200, payer: medicalAssistanceFund}",
                    "contributionAssistance {population: severeDisability, mode: fixed, amount: 100}",
                ]),
            EngineCase(
                "people below their aid",
                """
                对下列人员给予全额资助：
                1.特困人员；
                2.孤儿；
                3.事实无人抚养儿童。
                """,
                [
                    "contributionAssistance {population: deFactoUnsupportedChild, mode: full}",
                    "contributionAssistance {population: extremelyPoor, mode: full}",
                    "contributionAssistance {population: orphan, mode: full}",
                ]),
            EngineCase(
                "figures below what they are of",
                """
                资助标准如下：
                （1）特困人员每人400元；
                （2）低保对象每人200元。
                上述资金由县级财政列支。
                """,
                [
                    "contributionAssistance {population: extremelyPoor, mode: fixed, amount: 400, payer: countyFinance}",
                    "contributionAssistance {population: minimumLivingAllowance, mode: fixed, amount: 200, payer: countyFinance}",
                ]),
            EngineCase(
                "duties below a request",
                """
                各部门要做好下列工作：
                1.民政部门提供特困人员名单；
                2.财政部门安排工作经费3万元。
                """,
                []),
        ])
    func items(_ test: EngineCase) throws {
        let text = "关于居民医保参保的通知\n\n二、资助政策\n\(test.text)\n"
        let bundle = try Shared.guize.get().extract(Array(text.utf8), name: "notice.txt")
        #expect(changes(test.expected, ruled(bundle)) == [])
    }

    @Test("Those above are all rows of a table, however many cells stand between")
    func rowsAbove() throws {
        let people = [
            "特困人员", "孤儿", "低保对象", "返贫致贫人口", "脱贫不稳定人口", "边缘易致贫人口", "突发严重困难人口", "低保边缘家庭成员", "重度残疾人",
        ]
        let rows = people.map { "\($0)\t200\t200\t医疗救助基金" }.joined(separator: "\n")
        let text = """
            关于居民医保参保的通知

            二、资助政策
            （一）资助标准见下表。
            人员类别\t资助标准（元/人）\t个人缴费（元/人）\t资金来源
            \(rows)
            （二）上述各类人员不设置待遇等待期。

            """
        let bundle = try Shared.guize.get().extract(Array(text.utf8), name: "notice.txt")
        let spared = bundle.rules.filter { $0.effect == .waived }.compactMap { $0.population?.text }
        #expect(spared == people)
    }
}
