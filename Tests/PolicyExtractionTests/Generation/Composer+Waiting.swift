import PolicyRules

extension Composer {
    mutating func waitingPart() -> Part {
        var items: [Item] = []
        let days = random.chance(50)
        let base =
            days
            ? random.pick([("P90D", "90天"), ("P90D", "90日"), ("P60D", "60天"), ("P30D", "30日")])
            : random.pick([("P3M", "3个月"), ("P3M", "三个月"), ("P6M", "6个月")])
        let step = days ? ("P30D", "30天") : random.pick([("P1M", "1个月"), ("P1M", "一个月")])
        let imposed = ExpectedRule(.waitingPeriod, [.population: "lapsed", .effect: "imposed", .duration: base.0])
        let extended = ExpectedRule(
            .waitingPeriod, [.population: "lapsed", .effect: "extended", .duration: step.0, .per: "lapsedYear"])
        var anyone = extended
        anyone.fields[.population] = "*"
        var statements = [
            wording(
                "waiting.imposed",
                [
                    ("对未在集中缴费期内参保缴费或未连续参保的人员，设置固定待遇等待期\(base.1)。", [imposed]),
                    ("除新生儿等特殊群体外，未在居民医保集中参保期内参保或未连续参保的人员，设置参保后固定待遇等待期\(base.1)。", [imposed]),
                    ("断保人员再参保的，设置\(base.1)的固定待遇等待期。", [imposed]),
                    ("未在集中缴费期参保缴费的人员，设置\(base.1)待遇等待期，等待期内发生的医疗费用，医保基金不予支付。", [imposed]),
                    ("断保人员重新参保缴费后，需经过\(base.1)的固定等待期方可享受待遇。", [imposed]),
                    ("未连续参保的，固定待遇等待期为\(base.1)。", [imposed]),
                    ("未按时缴费的断保人员，自缴费之日起设\(base.1)待遇等待期。", [imposed]),
                    ("断保人员重新参保的，等\(base.1)才能报销，即待遇等待期为\(base.1)。", [imposed]),
                    ("逾期参保的断保人员，待遇等待期从缴费之日起计算，共\(base.1)。", [imposed]),
                    (
                        "对中断参保后再次参保的人员，待遇等待期不少于\(base.1)。",
                        [imposed].map {
                            var rule = $0
                            rule.fields[.duration] = nil
                            rule.fields[.effect] = nil
                            return rule
                        }
                    ),
                ])
        ]
        if random.chance(60) {
            statements.append(
                wording(
                    "waiting.extended",
                    [
                        ("其中，未连续参保的，每多断保1年，在固定待遇等待期基础上增加变动待遇等待期\(step.1)。", [extended]),
                        ("断保人员每多断保一年，增加\(step.1)变动待遇等待期。", [extended]),
                        ("每断保1年，待遇等待期再延长\(step.1)。", [anyone]),
                        ("未连续参保的，每多断保一年，在固定等待期的基础上延长等待期\(step.1)。", [extended]),
                    ]))
        }
        items.append(Item(statements, heading: random.pick(["待遇等待期", "固定待遇等待期"])))
        if random.chance(30) {
            items.append(
                Item(
                    [
                        wording(
                            "waiting.reduced",
                            [
                                (
                                    "参保人员可通过缴费修复变动待遇等待期，每多缴纳1年可减少\(step.1)变动待遇等待期。",
                                    [
                                        ExpectedRule(
                                            .waitingPeriod,
                                            [
                                                .population: "*", .effect: "reduced", .duration: step.0,
                                                .per: "repaidYear",
                                            ])
                                    ]
                                ),
                                (
                                    "允许断保人员补缴修复，每补缴1年减少变动等待期\(step.1)。",
                                    [
                                        ExpectedRule(
                                            .waitingPeriod,
                                            [
                                                .population: "*", .effect: "reduced", .duration: step.0,
                                                .per: "repaidYear",
                                            ])
                                    ]
                                ),
                            ]),
                        wording(
                            "waiting.floor",
                            [
                                (
                                    "连续断缴4年及以上的，修复后固定待遇等待期和变动待遇等待期之和不少于\(days ? "180天" : "6个月")。",
                                    [
                                        ExpectedRule(
                                            .waitingPeriod,
                                            [.population: "*", .effect: "floor", .duration: days ? "P180D" : "P6M"])
                                    ]
                                ),
                                (
                                    "修复后待遇等待期合计不得低于\(days ? "180天" : "6个月")。",
                                    [
                                        ExpectedRule(
                                            .waitingPeriod,
                                            [.population: "*", .effect: "floor", .duration: days ? "P180D" : "P6M"])
                                    ]
                                ),
                            ]),
                    ], heading: "缴费修复"))
        }
        let within = duration([("P90D", ["90天", "90日"]), ("P3M", ["3个月", "三个月"]), ("P6M", ["6个月"])])
        if random.chance(60) {
            let veteran = ExpectedRule(
                .waitingPeriod, [.population: "veteran", .effect: "waived", .within: "\(within.iso) of statusChange"])
            let newborn = ExpectedRule(
                .waitingPeriod, [.population: "newborn", .effect: "waived", .within: "\(within.iso) of birth"])
            let switched = ExpectedRule(
                .waitingPeriod,
                [.population: "switchedFromEmployee", .effect: "waived", .within: "\(within.iso) of lapse"])
            var pool = ["extremelyPoor", "minimumLivingAllowance", "returnedToPoverty", "suddenSevereHardship"]
            let poor = take(random.number(2...4), from: &pool)
            items.append(
                Item(
                    [
                        wording(
                            "waiting.waived",
                            [
                                ("退役军人自退役之日起\(within.text)内参加居民医保的，不设待遇等待期。", [veteran]),
                                ("退役军人在退役后\(within.text)内参加居民医保，无待遇等待期。", [veteran]),
                                ("自出生之日起\(within.text)内参保的新生儿，不受等待期限制。", [newborn]),
                                ("新生儿应在出生后\(within.text)内参保，在此期间参保的不设等待期。", [newborn]),
                                ("退役军人退出现役后\(within.text)内参保缴费的，不设置待遇等待期。", [veteran]),
                                ("新生儿出生\(within.text)内办理参保缴费手续的，免除待遇等待期。", [newborn]),
                                ("职工医保中断缴费\(within.text)内参加居民医保的，不设待遇等待期。", [switched]),
                                (
                                    "\(list(poor))参保缴费，不受集中缴费期限制，不设待遇等待期。",
                                    poor.map {
                                        ExpectedRule(.waitingPeriod, [.population: $0.category, .effect: "waived"])
                                    }
                                ),
                                (
                                    "对\(list(poor))取消待遇等待期。",
                                    poor.map {
                                        ExpectedRule(.waitingPeriod, [.population: $0.category, .effect: "waived"])
                                    }
                                ),
                            ])
                    ], heading: "不设等待期的情形"))
        }
        if random.chance(35) {
            let years = random.pick([1, 2])
            let rule = ExpectedRule(
                .continuousEnrollment,
                [.population: "switchedFromEmployee", .within: "\(within.iso) of lapse", .priorYears: "\(years)"])
            items.append(
                Item(
                    [
                        wording(
                            "continuous",
                            [
                                (
                                    "已连续参加基本医保\(years)年以上的参保人员，因就业等状态变化从职工医保转为参加居民医保，中断缴费\(within.text)内接续参保的，视为连续参保。",
                                    [rule]
                                ),
                                (
                                    "参保人员已连续\(years)年参加基本医疗保险，在职工医保和居民医保之间切换参保关系，中断缴费时间不超过\(within.text)的，视同连续参保。",
                                    [rule]
                                ),
                            ])
                    ], heading: "参保关系转移接续"))
        }
        if random.chance(25) {
            let number = "某医保发〔\(planYear - 1)〕\(random.number(2...88))号".replacing(
                "某", with: random.pick(["皖", "鄂", "川", "桂", "陕"]))
            items.append(
                Item([
                    Statement(
                        "delegation.document", "居民医保待遇等待期的其他规定，按照《关于健全参保长效机制的实施意见》（\(number)）执行。",
                        [
                            ExpectedRule(
                                .delegation,
                                [.population: "*", .topic: "waitingPeriod", .to: "document", .document: number])
                        ])
                ]))
        }
        return Part(heading: random.pick(["待遇等待期", "等待期设置", "健全参保约束机制"]), items: items)
    }

    mutating func ceilingPart() -> Part {
        let up = random.number(1000...5000, step: 500)
        let share = random.pick([15, 20, 25])
        let after = random.pick([3, 4, 4, 5])
        let raise = ExpectedRule(
            .ceilingAdjustment,
            [
                .population: "*", .trigger: "continuousEnrollment", .direction: "raise", .amount: "\(up)",
                .afterYears: "\(after)",
            ])
        let zero = ExpectedRule(
            .ceilingAdjustment, [.population: "*", .trigger: "zeroClaim", .direction: "raise", .amount: "\(up)"])
        let lower = ExpectedRule(
            .ceilingAdjustment, [.population: "*", .trigger: "lapse", .direction: "lower", .amount: "\(up)"])
        var items = [
            Item(
                [
                    wording(
                        "ceiling.raise",
                        [
                            ("连续参加居民医保满\(after)年的，之后每连续参保1年，大病保险最高支付限额提高\(bare(up))。", [raise]),
                            ("对连续参保满\(after)年的参保人员，之后每连续参保缴费1年，提高大病保险最高支付限额\(bare(up))。", [raise]),
                            ("自\(planYear)年起，连续参保\(after)年以上的居民，每再连续参保一年，大病保险封顶线提高\(bare(up))。", [raise]),
                            ("参保人连续参保满\(after)年后，每多连续参保1年，其大病保险最高支付限额相应提高\(bare(up))。", [raise]),
                            ("连续参保\(after)年以上的参保居民，每满1年，在原大病保险最高支付限额基础上增加\(bare(up))。", [raise]),
                            ("连续参保\(after)年后，自第\(after + 1)年起每连续参保1年，大病保险最高支付限额增加\(bare(up))。", [raise]),
                        ]),
                    wording(
                        "ceiling.zero",
                        [
                            ("当年医保基金零报销的，次年提高大病保险最高支付限额\(bare(up))。", [zero]),
                            ("上年度零报销的参保人员，本年度大病保险最高支付限额提高\(bare(up))。", [zero]),
                            ("参保居民当年未发生基金支付的，次年大病保险最高支付限额增加\(bare(up))。", [zero]),
                            ("对当年零报销的参保人员，次年大病保险最高支付限额提高\(bare(up))。", [zero]),
                            ("参保人员当年未使用医保基金报销的，次年大病保险封顶线提高\(bare(up))。", [zero]),
                        ]),
                ], heading: random.pick(["激励措施", "连续参保激励"]))
        ]
        if random.chance(70) {
            items[0].statements.append(
                Statement(
                    "ceiling.raiseLimit",
                    random.pick([
                        "累计提高总额不超过原最高支付限额的\(share)%。", "连续参保激励和零报销激励累计提高总额不超过大病保险原封顶线的\(share)%。",
                        "两项激励累计提高额度不得超过原最高支付限额的\(share)%。",
                    ]),
                    [
                        ExpectedRule(
                            .ceilingAdjustmentLimit,
                            [.population: "*", .direction: "raise", .rate: "<=\(share) of ceiling"])
                    ]))
        }
        if random.chance(60) {
            var statements = [
                wording(
                    "ceiling.lower",
                    [
                        ("断保后再次参保的，每断保1年，大病保险最高支付限额降低\(bare(up))。", [lower]),
                        ("对断保人员再参保的，每断保一年，降低大病保险最高支付限额\(bare(up))。", [lower]),
                    ])
            ]
            if random.chance(50) {
                statements.append(
                    Statement(
                        "ceiling.lowerLimit",
                        random.pick(["累计降低总额不超过原最高支付限额的\(share)%。", "最高降低不超过原最高支付限额的\(share)%。"]),
                        [
                            ExpectedRule(
                                .ceilingAdjustmentLimit,
                                [.population: "*", .direction: "lower", .rate: "<=\(share) of ceiling"])
                        ]))
            }
            items.append(Item(statements, heading: "约束措施"))
        }
        return Part(heading: random.pick(["参保激励约束", "建立激励机制", "完善参保激励约束机制"]), items: items)
    }
}
