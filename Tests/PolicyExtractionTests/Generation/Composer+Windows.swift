import PolicyRules

extension Composer {
    mutating func windowPart() -> Part {
        var items: [Item] = []
        var (text, compact) = period(window.start, window.end)
        var start = window.start.text
        if random.chance(12) {
            start = "本通知印发之日"
            text = "\(random.pick(["文件印发之日", "本通知印发之日"]))起至\(window.end.text)"
            compact = "issued/\(window.end.iso)"
        }
        let main = [ExpectedRule(.enrollmentWindow, [.window: "concentrated", .period: compact])]
        let endOnly = [ExpectedRule(.enrollmentWindow, [.window: "concentrated", .period: "../\(window.end.iso)"])]
        let year = "\(planYear)年度"
        var statements = [
            wording(
                "window.main",
                [
                    ("集中缴费期为\(text)。", main),
                    ("\(year)\(scheme)集中征缴期为\(text)。", main),
                    ("\(year)居民医保集中参保缴费期：\(text)。", main),
                    ("\(text)为集中缴费期。", main),
                    (
                        "集中参保期从\(start)开始，到\(window.end.text)结束。",
                        [
                            ExpectedRule(
                                .enrollmentWindow,
                                [
                                    .window: "concentrated",
                                    .period: start == window.start.text
                                        ? "\(window.start.iso)/\(window.end.iso)" : "issued/\(window.end.iso)",
                                ])
                        ]
                    ),
                    ("\(year)\(scheme)集中缴费时间为\(text)，请广大居民按时缴费。", main),
                    ("\(year)参保缴费集中办理时间：\(text)。", main),
                    (
                        "\(scheme)按年度参保缴费，\(planYear)年度的集中征缴工作从\(text)。".replacing("从自", with: "自").replacing(
                            "工作从", with: "期为"
                        ).replacing("工作自", with: "期自"), main
                    ),
                    ("全市统一的集中参保缴费期为\(text)，各地不得擅自提前或延后。", main),
                    ("参保缴费实行集中征缴，集中征缴时间为\(text)。", main),
                    (
                        "居民应在集中缴费期（\(text)）内一次性缴纳\(planYear)年度医保费。",
                        [main[0]].map {
                            var rule = $0
                            rule.fields[.population] = "*"
                            return rule
                        }
                    ),
                    ("\(scheme)集中缴费截止日期为\(window.end.text)。", endOnly),
                    ("集中缴费期截止到\(window.end.text)。", endOnly),
                    ("\(window.end.text)前为集中缴费期。", endOnly),
                    ("\(year)集中缴费截止时间：\(window.end.text)。", endOnly),
                    ("集中参保缴费自\(start)启动，\(window.end.text)结束。", endOnly),
                    ("全县\(scheme)实行年缴费制，集中缴费期为\(text)，逾期不再办理。", main),
                ])
        ]
        if random.chance(25) {
            let first = random.pick([1, 5])
            let last = random.pick([20, 25])
            statements.append(
                Statement(
                    "window.monthDays", "集中缴费期内，每月\(first)日至\(last)日可办理缴费。",
                    [ExpectedRule(.enrollmentWindow, [.population: "*", .monthDays: "\(first)-\(last)"])]))
        }
        items.append(Item(statements, heading: random.pick(["集中缴费期", "缴费时间", "集中征缴期"])))
        let next = window.end.month == 12 ? (planYear, 1) : (window.end.year, window.end.month + 1)
        let lateStart = Day(year: next.0, month: next.1, day: 1)
        if random.chance(25) {
            let end = Day.lastDay(next.0, next.1)
            let rules = [ExpectedRule(.enrollmentWindow, [.window: "extended", .period: "../\(end.iso)"])]
            items.append(
                Item(
                    [
                        wording(
                            "window.extended",
                            [
                                ("因故未能按时缴费的，缴费期延长至\(end.text)。", rules),
                                ("集中缴费期延长至\(end.text)。", rules),
                                ("\(scheme)集中征缴期限统一延长到\(end.text)。", rules),
                            ])
                    ], heading: "延长缴费期"))
        } else if random.chance(45) {
            let end = Day.lastDay(planYear, random.pick([6, 9, 10, 12]))
            let late = period(lateStart, end)
            let kind = random.pick([("makeUp", "补缴期"), ("sporadic", "零星缴费期"), ("sporadic", "零星参保期")])
            let price = random.chance(50) ? contribution + subsidy : contribution
            let open = ExpectedRule(.enrollmentWindow, [.window: kind.0, .period: late.compact])
            let pay = ExpectedRule(
                .individualContribution, [.population: "*", .amount: "\(price)"])
            let choice = wording(
                "window.late",
                [
                    ("\(late.text)为\(kind.1)。", [open]),
                    ("\(kind.1)为\(late.text)，\(kind.1)内参保的，个人按\(money(price))缴费。", [open, pay]),
                    ("\(kind.1)：\(late.text)。在此期间参保的，个人缴费标准为\(money(price))。", [open, pay]),
                    (
                        "未在集中缴费期内参保的居民，可在\(kind.1)（\(late.text)）参保缴费。",
                        [open].map {
                            var rule = $0
                            rule.fields[.population] = "*"
                            return rule
                        }
                    ),
                ])
            items.append(
                Item(
                    secondTier == nil || choice.rules.count == 1
                        ? [choice] : [Statement("window.late#1", "\(late.text)为\(kind.1)。", [open])], heading: kind.1))
        }
        return Part(heading: random.pick(["缴费时间", "缴费期限", "参保缴费时间", "征缴期限", "明确缴费时限", "什么时候缴费？"]), items: items)
    }

    mutating func benefitPart() -> Part {
        var items: [Item] = []
        let begin = Day(year: planYear, month: 1, day: 1)
        let end = Day(year: planYear, month: 12, day: 31)
        let full = ExpectedRule(.benefitPeriod, [.population: "*", .period: "\(begin.iso)/\(end.iso)"])
        let open = ExpectedRule(.benefitPeriod, [.population: "*", .period: "\(begin.iso)/.."])
        items.append(
            Item(
                [
                    wording(
                        "benefit.year",
                        [
                            ("在集中缴费期内缴费的，待遇享受期为\(begin.text)至12月31日。", [full]),
                            ("集中缴费期内参保缴费的居民，自\(begin.text)起享受医保待遇。", [open]),
                            ("集中参保期内完成缴费的，从\(begin.text)起享受居民医保待遇。", [open]),
                            ("按时足额缴费的参保人员，待遇享受时间为\(begin.text)至\(end.text)。", [full]),
                            ("待遇享受期：\(begin.text)—\(end.text)。", [full]),
                            ("参保居民享受待遇的起止时间为\(begin.text)至12月31日。", [full]),
                        ])
                ], heading: random.pick(["待遇享受期", "待遇享受时间"])))
        if random.chance(50) {
            let from = Day(year: planYear, month: 3, day: 1)
            let to = Day.lastDay(planYear, random.pick([6, 9]))
            let paid = period(from, to)
            // Who pays in these months enrols late; no sentence calls them a window.
            let window = ExpectedRule(
                .enrollmentWindow, [.population: "*", .window: "sporadic", .period: paid.compact], optional: true)
            func rule(_ start: String, _ last: String = "..") -> [ExpectedRule] {
                let benefit = ExpectedRule(
                    .benefitPeriod, [.population: "*", .period: "\(start)/\(last)", .paidDuring: paid.compact])
                return [benefit, window]
            }
            items.append(
                Item(
                    [
                        wording(
                            "benefit.paid",
                            [
                                ("\(paid.text)期间缴费的，自缴费之日起享受待遇。", rule("payment")),
                                ("\(paid.text)缴费的，缴费次月起享受医保待遇。", rule("payment+P1M^month")),
                                ("\(paid.text)缴费的，缴费满30日后享受待遇。", rule("payment+P30D")),
                                ("\(paid.text)参保缴费的，从缴费次月1日起享受居民医保待遇。", rule("payment+P1M^month")),
                                ("在\(paid.text)缴费的人员，自缴费之日起3个月后享受待遇。", rule("payment+P3M")),
                                ("\(paid.text)期间参保缴费人员，待遇享受时间为缴费次日至\(end.text)。", rule("payment+P1D", end.iso)),
                                ("\(paid.text)期间缴费的，待遇享受期为缴费之日起90天后至当年12月31日。", rule("payment+P90D", end.iso)),
                            ])
                    ], heading: "零星参保待遇"))
        }
        if random.chance(50) {
            let waive = random.chance(60)
            let days = duration([
                ("P90D", ["90天", "90日", "90天"]), ("P3M", ["3个月", "三个月"]), ("P28D", ["28天"]), ("P6M", ["6个月"]),
            ])
            var rules = [ExpectedRule(.benefitPeriod, [.population: "newborn", .period: "birth/.."])]
            if waive {
                rules.append(
                    ExpectedRule(
                        .waitingPeriod, [.population: "newborn", .effect: "waived", .within: "\(days.iso) of birth"]))
            }
            let tail = waive ? "，不设待遇等待期" : ""
            items.append(
                Item(
                    [
                        wording(
                            "benefit.newborn",
                            [
                                ("新生儿出生后\(days.text)内参保缴费的\(tail)，自出生之日起享受医保待遇。", rules),
                                ("新生儿自出生之日起\(days.text)内办理参保登记并缴费\(tail)，医保待遇从出生之日起计算。", rules),
                                ("新生儿在出生\(days.text)以内参保\(tail)，医保待遇追溯至出生之日。", rules),
                                ("出生\(days.text)内的新生儿，按规定参保缴费后\(tail)，从出生之日起享受待遇。", rules),
                            ])
                    ], heading: "新生儿参保"))
        }
        if random.chance(20) {
            items.append(
                Item(
                    [
                        wording(
                            "benefit.instant",
                            [
                                "零星参保人员即缴即享。", "动态新增的特困人员实行即参即享。", "中途参保的居民，待遇即缴即享。",
                            ].map { text in
                                (text, [ExpectedRule(.benefitPeriod, [.population: "*", .period: "payment/.."])])
                            })
                    ], heading: "即时享受"))
        }
        return Part(heading: random.pick(["待遇享受", "待遇享受时间", "医保待遇"]), items: items)
    }
}
