import PolicyRules

extension Composer {
    /// What a class of people is given.
    enum Aid: Sendable {
        case full
        case fixed(Int)
        case percentage(Int)
    }

    func rules(
        _ groups: [Group], _ aid: Aid, payer: String?, amount: Bool = false, own: Bool = false, bound: Bound = .equal
    ) -> [ExpectedRule] {
        groups.flatMap { group -> [ExpectedRule] in
            var fields: [ComparedField: String] = [.population: group.category]
            fields[.payer] = payer
            var paid: Int?
            switch aid {
            case .full:
                fields[.mode] = "full"
                if amount { fields[.amount] = "\(contribution)" }
                paid = 0
            case .fixed(let value):
                fields[.mode] = "fixed"
                fields[.amount] = "\(bound.rawValue)\(value)"
                paid = bound == .equal ? contribution - value : nil
            case .percentage(let value):
                fields[.mode] = "percentage"
                fields[.rate] = "\(bound.rawValue)\(value) of individualContribution"
                paid = bound == .equal && contribution * value % 100 == 0 ? contribution * (100 - value) / 100 : nil
            }
            var rules = [ExpectedRule(.contributionAssistance, fields)]
            if let paid {
                rules.append(
                    ExpectedRule(
                        .individualContribution, [.population: group.category, .amount: "\(paid)"], optional: !own))
            }
            return rules
        }
    }

    mutating func payer() -> (code: String, words: String) {
        let payer = random.pick(People.payers)
        return (payer.code, random.pick(payer.words))
    }

    /// A sentence that gives `groups` their aid.
    mutating func aidStatement(_ groups: [Group], _ aid: Aid) -> Statement {
        let names = list(groups)
        let fund = payer()
        switch aid {
        case .full:
            return wording(
                "aid.full",
                [
                    ("对\(names)参加\(scheme)的个人缴费部分给予全额资助。", rules(groups, aid, payer: nil)),
                    ("\(names)参保个人缴费由\(fund.words)全额资助。", rules(groups, aid, payer: fund.code)),
                    ("\(fund.words)对\(names)个人缴费部分给予全额资助。", rules(groups, aid, payer: fund.code)),
                    ("\(names)个人缴费由\(fund.words)全额补贴，个人不缴费。", rules(groups, aid, payer: fund.code, own: true)),
                    ("对\(names)按\(money(contribution))给予全额资助。", rules(groups, aid, payer: nil, amount: true)),
                    ("\(names)参加\(scheme)个人不缴费，由\(fund.words)全额代缴。", rules(groups, aid, payer: fund.code, own: true)),
                    ("\(names)的个人缴费，所需资金由\(fund.words)全额负担。", rules(groups, aid, payer: fund.code)),
                    ("\(names)，个人应缴部分由\(fund.words)全额承担，个人缴费0元。", rules(groups, aid, payer: fund.code, own: true)),
                    ("享受全额资助的对象包括：\(names)。", rules(groups, aid, payer: nil)),
                    ("将\(names)纳入全额资助范围，由\(fund.words)代缴其个人缴费。", rules(groups, aid, payer: fund.code)),
                    ("\(names)参保所需个人缴费\(bare(contribution))由\(fund.words)全额支付。", rules(groups, aid, payer: fund.code)),
                    ("\(fund.words)全额资助\(names)参加\(scheme)。", rules(groups, aid, payer: fund.code)),
                    ("\(names)：全额资助，个人不缴费。", rules(groups, aid, payer: nil, own: true)),
                    ("\(names)的个人缴费部分免缴，由\(fund.words)代缴。", rules(groups, aid, payer: fund.code, own: true)),
                    ("为\(names)全额代缴\(planYear)年度居民医保个人缴费，资金从\(fund.words)中列支。", rules(groups, aid, payer: fund.code)),
                    (
                        "\(names)参保缴费给予100%资助。",
                        rules(groups, aid, payer: nil).map {
                            var rule = $0
                            // Full by its sense, a percentage by its letters.
                            rule.fields[.mode] = nil
                            return rule
                        }
                    ),
                    ("\(names)由政府全额资助参保，个人无需缴费。", rules(groups, aid, payer: nil, own: true)),
                ])
        case .fixed(let value):
            let rest = contribution - value
            return wording(
                "aid.fixed",
                [
                    ("对\(names)按照\(money(value))的标准给予定额资助。", rules(groups, aid, payer: nil)),
                    (
                        "\(names)由\(fund.words)资助\(money(value))，个人缴纳\(money(rest))。",
                        rules(groups, aid, payer: fund.code, own: true)
                    ),
                    (
                        "对\(names)给予定额资助，资助标准为\(money(value))，个人实际缴费\(money(rest))。",
                        rules(groups, aid, payer: nil, own: true)
                    ),
                    (
                        "\(fund.words)对\(names)每人资助\(bare(value))，其余\(bare(rest))由个人承担。",
                        rules(groups, aid, payer: fund.code, own: true)
                    ),
                    (
                        "\(names)参保的，个人缴纳\(money(rest))，\(fund.words)\(fund.code == "medicalAssistanceFund" ? "补助" : "资助")\(money(value))。",
                        rules(groups, aid, payer: fund.code, own: true)
                    ),
                    ("\(names)资助\(money(value))、个人缴\(money(rest))。", rules(groups, aid, payer: nil, own: true)),
                    ("对\(names)个人缴费给予\(money(value))的补贴。", rules(groups, aid, payer: nil)),
                    ("对\(names)给予\(money(value, .atLeast))的定额资助。", rules(groups, aid, payer: nil, bound: .atLeast)),
                    (
                        "\(names)参加\(scheme)，每人每年补贴\(bare(value))，所需资金由\(fund.words)承担。",
                        rules(groups, aid, payer: fund.code)
                    ),
                    ("资助对象为\(names)，资助标准为\(money(value))。", rules(groups, aid, payer: nil)),
                    ("享受定额资助（\(money(value))）的人员包括：\(names)。", rules(groups, aid, payer: nil)),
                    (
                        "\(names)个人缴费部分由\(fund.words)定额资助，\(money(value))，不足部分由本人缴纳。",
                        rules(groups, aid, payer: fund.code)
                    ),
                    ("给予\(names)\(money(value))的参保补贴，由\(fund.words)列支。", rules(groups, aid, payer: fund.code)),
                    (
                        "\(fund.words)资助\(names)\(money(value))，个人实缴\(money(rest))。",
                        rules(groups, aid, payer: fund.code, own: true)
                    ),
                    ("\(names)：资助\(bare(value))，个人自缴\(bare(rest))。", rules(groups, aid, payer: nil, own: true)),
                    (
                        "\(names)每人每年只需缴费\(bare(rest))，\(bare(value))由\(fund.words)代缴。",
                        rules(groups, aid, payer: fund.code, own: true)
                    ),
                    (
                        "对\(names)，\(fund.words)按\(money(value))标准资助其参保，个人自付\(bare(rest))。",
                        rules(groups, aid, payer: fund.code, own: true)
                    ),
                    (
                        "\(names)参保个人缴费部分，\(fund.words)给予\(money(value))补贴，个人负担\(money(rest))。",
                        rules(groups, aid, payer: fund.code, own: true)
                    ),
                    (
                        "\(names)享受参保定额资助\(money(value))，个人只需缴纳\(money(rest))。",
                        rules(groups, aid, payer: nil, own: true)
                    ),
                ])
        case .percentage(let value):
            let rate = percent(value)
            return wording(
                "aid.percentage",
                [
                    ("对\(names)按个人缴费标准的\(rate)给予资助。", rules(groups, aid, payer: nil)),
                    ("\(fund.words)按照个人缴费标准\(rate)的比例对\(names)予以资助。", rules(groups, aid, payer: fund.code)),
                    ("\(names)，\(fund.words)按个人缴费标准的\(rate)予以补助。", rules(groups, aid, payer: fund.code)),
                    ("对\(names)，按照不低于个人缴费标准\(rate)的比例给予资助。", rules(groups, aid, payer: nil, bound: .atLeast)),
                    ("对\(names)给予\(rate)的资助，其余部分由个人缴纳。", rules(groups, aid, payer: nil)),
                    ("\(fund.words)资助\(names)个人缴费的\(rate)。", rules(groups, aid, payer: fund.code)),
                    ("\(names)按照\(planYear)年个人缴费标准的\(rate)享受参保补贴。", rules(groups, aid, payer: nil)),
                    ("\(names)：按个人缴费标准的\(rate)资助。", rules(groups, aid, payer: nil)),
                    (
                        "\(names)参保的，个人缴费部分由\(fund.words)资助\(rate)，个人承担\(100 - value)%。",
                        rules(groups, aid, payer: fund.code)
                    ),
                    (
                        "对\(names)按\(rate)比例资助，即\(bare(contribution * value / 100))。",
                        rules(groups, aid, payer: nil).flatMap { answer in
                            // The amount and the rate are one aid.
                            var rule = answer
                            rule.fields[.mode] = nil
                            guard !answer.isOptional, let group = answer.fields[.population] else { return [rule] }
                            let amount = ExpectedRule(
                                .contributionAssistance,
                                [.population: group, .amount: "\(contribution * value / 100)"], optional: true)
                            return [rule, amount]
                        }
                    ),
                    ("\(names)个人缴费的\(rate)由\(fund.words)承担。", rules(groups, aid, payer: fund.code)),
                    ("\(names)参保缴费，由\(fund.words)按个人缴费额的\(rate)代缴。", rules(groups, aid, payer: fund.code)),
                ])
        }
    }

    mutating func fixedAid() -> Aid { .fixed(random.number(100...(contribution - 40), step: 10)) }
    mutating func aid() -> Aid {
        switch random.number(0...9) {
        case 0...3: .full
        case 4...7: fixedAid()
        default: .percentage(random.pick([30, 50, 50, 60, 70, 80, 90]))
        }
    }

    mutating func assistancePart() -> Part {
        var pool = People.categories
        var items: [Item] = []
        if secondTier != nil {
            items = tierItems(&pool)
        } else {
            switch random.number(0...9) {
            case 6, 7: items = listedItems(&pool)
            case 8: items = carriedItems(&pool)
            case 9: items = letteredItems(&pool)
            case 0, 1:
                for _ in 0..<random.number(2...4) {
                    let groups = take(random.number(1...4), from: &pool)
                    items.append(Item([aidStatement(groups, aid())]))
                }
            case 2: items = classItems(&pool)
            case 3: items = distributedItems(&pool)
            case 4: items = tableItems(&pool)
            default:
                // One paragraph: a lead, then what each class is given.
                let full = take(random.number(1...3), from: &pool)
                let part = take(random.number(1...3), from: &pool)
                let value = random.number(100...(contribution - 40), step: 10)
                let fund = payer()
                items.append(
                    Item([
                        Statement("aid.lead", random.pick(["对符合条件的困难群众参加\(scheme)给予分类资助。", "落实困难群众分类资助参保政策。"])),
                        wording(
                            "aid.both",
                            [
                                (
                                    "其中，对\(list(full))给予全额资助，对\(list(part))给予定额资助，定额资助标准为\(money(value))。",
                                    rules(full, .full, payer: nil) + rules(part, .fixed(value), payer: nil)
                                ),
                                (
                                    "\(list(full))由\(fund.words)全额资助；\(list(part))由\(fund.words)资助\(money(value))，个人缴纳\(money(contribution - value))。",
                                    rules(full, .full, payer: fund.code)
                                        + rules(part, .fixed(value), payer: fund.code, own: true)
                                ),
                                (
                                    "对\(list(full))全额资助，对\(list(part))按个人缴费标准的\(percent(50))资助，所需资金由\(fund.words)列支。",
                                    rules(full, .full, payer: nil) + rules(part, .percentage(50), payer: nil)
                                ),
                            ]),
                    ]))
            }
        }
        if random.chance(25) {
            // Beside one paragraph the words can only mean its people; after several they are made to mean all.
            var seen: [String] = []
            for rule in items.flatMap(\.statements).flatMap(\.rules) {
                if let group = rule.fields[.population], !seen.contains(group) { seen.append(group) }
            }
            let waived = seen.map { ExpectedRule(.waitingPeriod, [.population: $0, .effect: "waived"]) }
            if items.count == 1, !items[0].isTable {
                items[0].statements.append(
                    Statement(
                        "aid.thoseAbove", random.pick(["上述人员参保不设待遇等待期。", "以上人员不设置待遇等待期。"]), waived))
            } else {
                items.append(
                    Item([
                        Statement(
                            "aid.allAbove",
                            random.pick(["以上各类资助对象参保不设待遇等待期。", "上述各类人员不设置待遇等待期。"]), waived)
                    ]))
            }
        }
        if random.chance(50) { items.append(Item([precedence()])) }
        if random.chance(25) {
            items.append(
                Item([
                    wording(
                        "delegation.aid",
                        [
                            (
                                "其他特殊困难人员的资助标准由各市（州）结合实际确定。",
                                [
                                    ExpectedRule(
                                        .delegation, [.population: "*", .topic: "contributionAssistance", .to: "local"])
                                ]
                            ),
                            (
                                "具体资助标准由各统筹地区自行确定。",
                                [
                                    ExpectedRule(
                                        .delegation, [.population: "*", .topic: "contributionAssistance", .to: "local"])
                                ]
                            ),
                            (
                                "参保资助标准由县（市、区）人民政府根据当地实际制定。",
                                [
                                    ExpectedRule(
                                        .delegation, [.population: "*", .topic: "contributionAssistance", .to: "local"])
                                ]
                            ),
                        ])
                ]))
        }
        return Part(
            heading: random.pick([
                "参保资助", "困难群众参保资助政策", "资助参保", "分类资助参保对象及标准", "落实资助参保政策", "哪些人可以享受参保资助？",
            ]), items: items)
    }

    mutating func precedence() -> Statement {
        let rule = [ExpectedRule(.precedence, [.population: "*", .principle: "highestOnly"])]
        return wording(
            "precedence",
            [
                ("具有多重身份的困难群众，按照就高不就低的原则给予资助，不重复享受。", rule),
                ("同时符合多种资助条件的，按就高原则执行，不得重复资助。", rule),
                ("参保人员具有两种及以上资助身份的，按最高标准资助，不得重复享受。", rule),
                ("资助对象身份重叠的，就高不就低，不重复资助。", rule),
                ("困难身份重复的人员，只享受其中最高一档资助，不得重复享受。", rule),
                ("符合多种参保资助政策的，按照就高原则享受一种资助。", rule),
                ("同一人员符合两类以上资助条件的，从高享受，不叠加。", rule),
            ])
    }

    private mutating func tierItems(_ pool: inout [String]) -> [Item] {
        let second = secondTier ?? contribution
        return (0..<random.number(2...3)).map { _ in
            let groups = take(random.number(1...3), from: &pool)
            let value = random.number(100...contribution, step: 10)
            let names = list(groups)
            func tier(_ rank: String, _ fee: Int, _ value: Int) -> [ExpectedRule] {
                groups.flatMap {
                    [
                        ExpectedRule(
                            .contributionAssistance, [.population: $0.category, .tier: rank, .amount: "\(value)"]),
                        ExpectedRule(
                            .individualContribution, [.population: $0.category, .tier: rank, .amount: "\(fee - value)"]),
                    ]
                }
            }
            let rules = tier("1", contribution, value) + tier("2", second, value)
            let rest = contribution - value
            let statement = wording(
                "aid.tiers",
                [
                    (
                        "\(names)参加一档资助\(money(value))、个人缴\(money(rest))，参加二档资助\(money(value))、个人缴\(money(second - value))。",
                        rules
                    ),
                    (
                        "\(names)参保，选择一档的，资助\(money(value))，个人缴纳\(money(rest))；选择二档的，资助\(money(value))，个人缴纳\(money(second - value))。",
                        rules
                    ),
                    ("对\(names)按\(money(value))资助，参加一档个人缴纳\(money(rest))，参加二档个人缴纳\(money(second - value))。", rules),
                ])
            return Item([statement])
        }
    }

    private mutating func classItems(_ pool: inout [String]) -> [Item] {
        let full = take(random.number(1...3), from: &pool)
        let part = take(random.number(2...4), from: &pool)
        let value = random.number(100...(contribution - 40), step: 10)
        let rest = contribution - value
        let fund = payer()
        let fullRules = rules(full, .full, payer: fund.code)
        switch random.number(0...3) {
        case 0:
            return [
                Item([
                    Statement(
                        "aid.classes.label",
                        "一类人员为\(list(full))，二类人员为\(list(part))。一类人员由\(fund.words)全额资助，二类人员由\(fund.words)按\(money(value))给予定额资助。",
                        fullRules + rules(part, .fixed(value), payer: fund.code))
                ])
            ]
        case 1:
            return [
                Item(
                    [Statement("aid.classes.headed.full", "\(list(full))。所需资金由\(fund.words)承担。", fullRules)],
                    heading: "全额资助对象"),
                Item(
                    [
                        Statement(
                            "aid.classes.headed.fixed", "\(list(part))。资助标准为\(money(value))，个人缴费\(money(rest))。",
                            rules(part, .fixed(value), payer: nil, own: true))
                    ], heading: "定额资助对象"),
            ]
        case 2:
            return [
                Item([Statement("aid.classes.colon.full", "全额资助对象：\(list(full))。", rules(full, .full, payer: nil))]),
                Item([
                    Statement(
                        "aid.classes.colon.fixed", "定额资助对象：\(list(part))，资助标准为\(money(value))。",
                        rules(part, .fixed(value), payer: nil))
                ]),
            ]
        default:
            return [
                Item([
                    Statement(
                        "aid.classes.brackets",
                        "第一类资助对象（\(list(full))）由\(fund.words)全额资助；第二类资助对象（\(list(part))）资助\(money(value))，个人缴纳\(money(rest))。",
                        fullRules + rules(part, .fixed(value), payer: nil, own: true))
                ])
            ]
        }
    }

    /// A fund that is named for the first group and means the next one too.
    private mutating func carriedItems(_ pool: inout [String]) -> [Item] {
        let first = take(random.number(1...2), from: &pool)
        let second = take(random.number(1...2), from: &pool)
        let fund = payer()
        let more = random.number(200...(contribution - 20), step: 10)
        let less = random.number(60...180, step: 10)
        let expected =
            rules(first, .fixed(more), payer: fund.code) + rules(second, .fixed(less), payer: fund.code)
        return [
            Item([
                wording(
                    "aid.carried",
                    [
                        (
                            "\(fund.words)对\(list(first))每人资助\(bare(more))。对\(list(second))每人资助\(bare(less))。",
                            expected
                        ),
                        (
                            "\(list(first))由\(fund.words)每人资助\(bare(more))，\(list(second))由\(fund.words)每人资助\(bare(less))。",
                            expected
                        ),
                        (
                            "对\(list(first))每人资助\(bare(more))，对\(list(second))每人资助\(bare(less))，所需资金均由\(fund.words)承担。",
                            expected
                        ),
                    ])
            ])
        ]
    }

    /// 甲类, A类: classes with letters, defined first and aided then.
    private mutating func letteredItems(_ pool: inout [String]) -> [Item] {
        let first = take(random.number(1...3), from: &pool)
        let second = take(random.number(1...3), from: &pool)
        let fund = payer()
        let value = random.number(100...(contribution - 40), step: 10)
        let (one, two) = random.pick([("甲类", "乙类"), ("A类", "B类"), ("Ⅰ类", "Ⅱ类"), ("一类", "二类")])
        let expected = rules(first, .full, payer: fund.code) + rules(second, .fixed(value), payer: fund.code)
        return [
            Item([
                wording(
                    "aid.lettered",
                    [
                        (
                            "\(one)对象为\(list(first))；\(two)对象为\(list(second))。\(one)对象由\(fund.words)全额资助，\(two)对象由\(fund.words)每人资助\(bare(value))。",
                            expected
                        ),
                        (
                            "资助对象分为两类，\(one)人员包括\(list(first))，\(two)人员包括\(list(second))。对\(one)人员全额资助，对\(two)人员每人资助\(bare(value))，资金由\(fund.words)列支。",
                            expected
                        ),
                    ])
            ])
        ]
    }

    private mutating func distributedItems(_ pool: inout [String]) -> [Item] {
        let groups = take(random.number(2...3), from: &pool)
        let values = groups.indices.map { 300 - 50 * $0 - random.number(0...40, step: 10) }
        let rates = Array([90, 70, 50].prefix(groups.count))
        let fund = payer()
        let plain = groups.map(\.words).joined(separator: "、")
        let amounts = values.map { "\(number($0))元" }
        let amountList = amounts.dropLast().joined(separator: "、") + random.pick(["、", "和"]) + (amounts.last ?? "")
        func each(_ aid: (Int) -> Aid, payer: String?) -> [ExpectedRule] {
            groups.indices.flatMap { rules([groups[$0]], aid($0), payer: payer) }
        }
        let fixed = each({ .fixed(values[$0]) }, payer: nil)
        let parts = each({ .percentage(rates[$0]) }, payer: nil)
        let own = groups.indices.flatMap { rules([groups[$0]], .fixed(values[$0]), payer: nil, own: true) }
        return [
            Item([
                wording(
                    "aid.distributed",
                    [
                        ("对\(plain)分别按个人缴费标准的\(rates.map { "\($0)%" }.joined(separator: "、"))给予资助。", parts),
                        ("\(plain)分别资助\(amountList)。", fixed),
                        (
                            groups.indices.map { "\(groups[$0].words)每人资助\(amounts[$0])" }.joined(separator: "，") + "。",
                            fixed
                        ),
                        (
                            "资助标准分别为："
                                + groups.indices.map { "\(groups[$0].words)\(amounts[$0])" }.joined(separator: "、")
                                + "。",
                            fixed
                        ),
                        (
                            groups.indices.map {
                                "\(groups[$0].words)资助\(amounts[$0])、个人缴费\(number(contribution - values[$0]))元"
                            }.joined(separator: "；") + "。", own
                        ),
                        (
                            "由\(fund.words)对\(plain)分别给予\(amountList)的定额资助。",
                            each({ .fixed(values[$0]) }, payer: fund.code)
                        ),
                        (
                            groups.indices.map { "对\(groups[$0].words)按\(rates[$0])%的比例给予资助" }.joined(separator: "，")
                                + "。", parts
                        ),
                    ])
            ])
        ]
    }

    /// Groups one under the other: （1）特困人员、孤儿，全额资助；（2）低保对象，资助300元，个人缴费100元。
    private mutating func listedItems(_ pool: inout [String]) -> [Item] {
        let fund = payer()
        let form = random.number(0...3)
        let isInline = random.chance(50)
        let marks = random.pick([
            ["①", "②", "③", "④"], ["（1）", "（2）", "（3）", "（4）"], ["1.", "2.", "3.", "4."], ["一是", "二是", "三是", "四是"],
        ])
        var texts: [String] = []
        var expected: [[ExpectedRule]] = []
        for _ in 0..<random.number(2...4) {
            let groups = take(random.number(1...3), from: &pool)
            let isFull = random.chance(35)
            let value = isFull ? contribution : random.number(100...(contribution - 40), step: 10)
            let aid: Aid = isFull ? .full : .fixed(value)
            let names = list(groups)
            switch form {
            case 0:
                texts.append(
                    isFull ? "\(names)，全额资助，个人不缴费" : "\(names)，资助\(bare(value))，个人缴费\(bare(contribution - value))")
                expected.append(rules(groups, aid, payer: nil, own: true))
            case 1:
                texts.append(isFull ? "\(names)，由\(fund.words)全额资助" : "\(names)，由\(fund.words)按\(money(value))给予定额资助")
                expected.append(rules(groups, aid, payer: fund.code))
            case 2:
                texts.append(
                    isFull ? "对\(names)给予全额资助" : "对\(names)定额资助\(money(value))，个人缴纳\(money(contribution - value))")
                expected.append(rules(groups, aid, payer: nil, own: !isFull))
            default:
                texts.append("\(names)：资助\(bare(value))/人，个人缴\(bare(contribution - value))/人")
                expected.append(rules(groups, aid, payer: nil, amount: true, own: true))
            }
        }
        let lead = Statement("aid.listed.lead", random.pick(["对困难群众参保缴费给予资助，具体标准为：", "分类资助标准如下：", "资助对象和标准："]))
        let marked = texts.indices.map { marks[$0] + texts[$0] + ($0 == texts.count - 1 ? "。" : "；") }
        if isInline {
            return [
                Item(
                    [lead] + marked.indices.map { Statement("aid.listed#\(form + 1).inline", marked[$0], expected[$0]) }
                )
            ]
        }
        return [Item([lead])]
            + marked.indices.map { index in
                var item = Item([Statement("aid.listed#\(form + 1).lines", marked[index], expected[index])])
                item.isMarked = true
                return item
            }
    }

    private mutating func tableItems(_ pool: inout [String]) -> [Item] {
        let count = random.number(3...6)
        let fund = payer()
        let hasUnitInHead = random.chance(35)
        let hasNumbers = random.chance(25)
        let hasSubsidy = random.chance(20)
        let ownFirst = random.chance(25)
        let unit = hasUnitInHead ? random.pick(["（元）", "（元/人）", "（元/人·年）"]) : ""
        func cell(_ value: Int) -> String { hasUnitInHead ? String(value) : "\(number(value))元" }
        let aided =
            (fund.code == "medicalAssistanceFund"
                ? random.pick(["\(fund.words)资助", "\(fund.words)补助", "医疗救助资助"]) : "\(fund.words)资助") + unit
        let own = random.pick(["个人缴纳", "个人缴费", "个人缴费金额", "个人实际缴费"]) + unit
        var head = [random.pick(["人员类别", "资助对象", "参保对象", "类别", "参保人员类别"])]
        if hasNumbers { head.insert("序号", at: 0) }
        if hasSubsidy { head.append("财政补助标准" + unit) }
        head += ownFirst ? [own, aided] : [aided, own]
        var rows: [[String]] = []
        var expected: [ExpectedRule] = []
        for index in 1...count {
            let groups = take(random.pick([1, 1, 1, 2]), from: &pool)
            let value = random.chance(30) ? contribution : random.number(100...(contribution - 40), step: 10)
            var row = [groups.map(\.words).joined(separator: "、")]
            if hasNumbers { row.insert("\(index)", at: 0) }
            if hasSubsidy {
                row.append(cell(subsidy))
                expected += groups.map {
                    ExpectedRule(.governmentSubsidy, [.population: $0.category, .amount: "\(subsidy)"], optional: true)
                }
            }
            row += ownFirst ? [cell(contribution - value), cell(value)] : [cell(value), cell(contribution - value)]
            rows.append(row)
            expected += rules(
                groups, value == contribution ? .full : .fixed(value), payer: fund.code, amount: true, own: true)
        }
        let isWide = random.chance(70)
        func line(_ cells: [String]) -> String {
            isWide ? cells.map { "\t\($0)" }.joined(separator: "\n") + "\n" : cells.joined(separator: "\t")
        }
        let text = ([head] + rows).map(line).joined(separator: "\n")
        let shape =
            "aid.table" + (isWide ? ".cells" : ".rows") + (hasUnitInHead ? ".unitInHead" : "")
            + (hasNumbers ? ".numbered" : "")
            + (ownFirst ? ".ownFirst" : "") + (hasSubsidy ? ".subsidy" : "")
        return [
            Item([
                Statement("aid.table.lead", random.pick(["各类人员资助及个人缴费标准如下：", "\(planYear)年度各类人员资助标准和个人缴费标准见下表："]))
            ]),
            Item([Statement(shape, text, expected)], isTable: true),
        ]
    }
}
