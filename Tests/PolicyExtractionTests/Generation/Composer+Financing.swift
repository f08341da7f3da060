import PolicyRules

extension Composer {
    mutating func financingPart() -> Part {
        let year = random.pick(["\(planYear)年度", "\(planYear)年", "\(planYear)年"])
        let total = contribution + subsidy
        let bound: Bound = random.chance(25) ? .atLeast : .equal
        let lower = bound.rawValue
        let own = ExpectedRule(
            .individualContribution, [.amount: "\(contribution)", .planYear: "\(planYear)"])
        let all = ExpectedRule(.financingStandard, [.amount: "\(lower)\(total)", .planYear: "\(planYear)"])
        let state = ExpectedRule(.governmentSubsidy, [.amount: "\(lower)\(subsidy)"])
        var items: [Item] = []
        let rise = random.pick([20, 30, 30, 40])
        if let secondTier {
            let first = contribution
            let rules = [
                ExpectedRule(.individualContribution, [.tier: "1", .amount: "\(first)"]),
                ExpectedRule(.individualContribution, [.tier: "2", .amount: "\(secondTier)"]),
            ]
            items.append(
                Item(
                    [
                        wording(
                            "financing.tiers",
                            [
                                ("\(year)\(scheme)个人缴费标准分两档：一档\(money(first))，二档\(money(secondTier))。", rules),
                                ("\(year)\(scheme)个人缴费标准为：一档\(money(first))、二档\(money(secondTier))。", rules),
                                ("\(year)个人缴费设两个档次，第一档\(money(first))，第二档\(money(secondTier))。", rules),
                                ("\(scheme)一档个人缴费标准为\(money(first))，二档个人缴费标准为\(money(secondTier))。", rules),
                                ("\(year)\(scheme)个人缴费标准为\(money(first))（一档）、\(money(secondTier))（二档）。", rules),
                                ("\(year)居民自愿选择缴费档次：低档每人\(bare(first))，高档每人\(bare(secondTier))。", rules),
                            ])
                    ], heading: random.pick(["个人缴费标准", "缴费档次"])))
            if random.chance(60) {
                items.append(
                    Item(
                        [
                            Statement("financing.subsidy", "\(year)各级财政补助标准为\(money(subsidy, bound))。", [state])
                        ], heading: "财政补助标准"))
            }
        } else {
            let whole = wording(
                "financing.sum",
                [
                    (
                        "\(year)\(scheme)筹资标准为\(money(total, bound))，其中财政补助\(money(subsidy, bound))，个人缴费\(money(contribution))。",
                        [all, state, own]
                    ),
                    (
                        "\(year)，\(scheme)人均筹资标准\(money(total, bound))，其中：各级财政补助标准\(money(subsidy, bound))，个人缴费标准为\(money(contribution))。",
                        [all, state, own]
                    ),
                    (
                        "\(year)\(scheme)个人缴费标准为\(money(contribution))，财政补助标准为\(money(subsidy, bound))。",
                        [own, state]
                    ),
                    (
                        "\(year)个人缴费标准较上年提高\(bare(rise))，达到\(money(contribution))；各级财政补助标准提高\(bare(rise))，达到\(money(subsidy, bound))。",
                        [own, state]
                    ),
                    (
                        "\(year)\(scheme)各级财政人均补助标准在上年基础上增加\(bare(rise))，达到\(money(subsidy, bound))，个人缴费标准同步提高\(bare(rise))至\(money(contribution))。",
                        [state, own]
                    ),
                    (
                        "\(scheme)实行定额筹资，\(year)每人缴费\(bare(contribution))，财政补助\(bare(subsidy))。",
                        [own, ExpectedRule(.governmentSubsidy, [.amount: "\(subsidy)"])]
                    ),
                    ("个人缴费标准：\(money(contribution))；财政补助标准：\(money(subsidy, bound))。", [own, state]),
                    ("\(year)居民参保，个人需缴纳\(money(contribution))，比上年增加\(bare(rise))。", [own]),
                    ("\(year)城乡居民个人缴费\(money(contribution))，与上年持平。", [own]),
                    ("参保居民个人按\(money(contribution))的标准缴纳\(year)\(scheme)费。", [own]),
                    ("\(year)\(scheme)个人缴费标准：\(money(contribution))。", [own]),
                    (
                        "\(year)度参加\(scheme)的居民，个人缴费\(money(contribution))，政府补助\(money(subsidy, bound))。".replacing(
                            "度度", with: "度"), [own, state]
                    ),
                    ("\(year)\(scheme)个人缴费执行\(money(contribution))的标准，不再分档。", [own]),
                    ("\(year)个人缴费标准由\(money(contribution - rise))调整为\(money(contribution))。", [own]),
                    (
                        "\(planYear - 1)年、\(planYear)年个人缴费标准分别为\(bare(contribution - rise))和\(bare(contribution))。",
                        [
                            own,
                            ExpectedRule(
                                .individualContribution,
                                [.amount: "\(contribution - rise)", .planYear: "\(planYear - 1)"], optional: true),
                        ]
                    ),
                    (
                        "\(year)\(scheme)人均筹资\(bare(total))，其中个人\(bare(contribution))、财政\(bare(subsidy))。",
                        [
                            ExpectedRule(.financingStandard, [.amount: "\(total)"]), own,
                            ExpectedRule(.governmentSubsidy, [.amount: "\(subsidy)"]),
                        ]
                    ),
                    ("参加\(year)\(scheme)，每位居民自己缴\(bare(contribution))。", [own]),
                    ("\(year)居民医保费为每人\(bare(contribution))，由税务部门统一征收。", [own]),
                    (
                        "\(year)\(scheme)个人缴费标准提高到\(money(contribution))，财政补助标准提高到\(money(subsidy, bound))。",
                        [own, state]
                    ),
                    (
                        "各级财政继续加大对居民医保参保缴费补助力度，\(year)财政补助标准新增\(bare(rise))，达到\(money(subsidy, bound))。个人缴费标准为\(money(contribution))。",
                        [state, own]
                    ),
                    ("\(year)参加居民医保的，每人缴费\(bare(contribution))。", [own]),
                    ("\(year)居民医保个人缴费标准统一为\(money(contribution))，全市执行同一标准。", [own]),
                    (
                        "\(year)居民医保个人缴费标准为\(money(contribution, .atLeast))。",
                        [
                            ExpectedRule(
                                .individualContribution, [.amount: ">=\(contribution)", .planYear: "\(planYear)"])
                        ]
                    ),
                    (
                        "\(year)\(scheme)筹资总额\(money(total, bound))，由财政补助和个人缴费两部分组成。财政按\(money(subsidy, bound))的标准补助，个人按\(money(contribution))缴纳。",
                        [all, state, own]
                    ),
                ])
            items.append(Item([whole], heading: random.pick(["筹资标准", "缴费标准", "个人缴费标准"])))
        }
        if random.chance(25) {
            let county = 40
            let province = random.number(100...200, step: 10)
            let central = subsidy - province - county
            items.append(
                Item(
                    [
                        wording(
                            "financing.split",
                            [
                                "财政补助由各级财政分担，其中中央财政补助\(bare(central))、省级财政补助\(bare(province))、县级财政补助\(bare(county))。",
                                "财政补助由各级财政分担，其中中央财政补助\(bare(central))、省级财政补助\(bare(province))、县级财政补助\(bare(county))。",
                                "财政补助资金中，中央财政承担\(bare(central))，省财政承担\(bare(province))，县财政承担\(bare(county))。",
                                "中央、省、县三级财政分别补助\(bare(central))、\(bare(province))、\(bare(county))。",
                            ].map { text in
                                (
                                    text,
                                    [
                                        ExpectedRule(
                                            .governmentSubsidy, [.amount: "\(central)", .payer: "centralFinance"]),
                                        ExpectedRule(
                                            .governmentSubsidy, [.amount: "\(province)", .payer: "provincialFinance"]),
                                        ExpectedRule(
                                            .governmentSubsidy, [.amount: "\(county)", .payer: "countyFinance"]),
                                    ]
                                )
                            })
                    ], heading: "财政补助"))
        }
        if secondTier == nil, random.chance(30) {
            let amount = contribution - random.number(20...100, step: 10)
            let students = random.pick([("student", "在校学生"), ("collegeStudent", "大学生"), ("collegeStudent", "高校学生")])
            let rules = [ExpectedRule(.individualContribution, [.population: students.0, .amount: "\(amount)"])]
            items.append(
                Item(
                    [
                        wording(
                            "financing.students",
                            [
                                ("\(students.1)个人缴费标准为\(money(amount))。", rules),
                                ("\(students.1)参加\(scheme)，按\(money(amount))缴费。", rules),
                                ("\(students.1)每学年缴费\(bare(amount))。", rules),
                            ])
                    ], heading: "学生缴费标准"))
        }
        return Part(
            heading: random.pick([
                "筹资标准", "缴费标准", "参保缴费标准", "筹资和缴费标准", "明确筹资标准", "\(planYear)年居民医保要缴多少钱？", "合理确定筹资标准",
            ]), items: items)
    }
}
