import PolicyRules

/// Facts and their values in words, for tables and sentences.
package struct FactText: Sendable {
    package let language: ReportLanguage
    package let vocabulary: ComparisonVocabulary
    /// What every group is called instead of its name, to find sentences that differ in the group alone.
    package let anyGroup: String?

    package init(_ language: ReportLanguage, _ vocabulary: ComparisonVocabulary, anyGroup: String? = nil) {
        self.language = language
        self.vocabulary = vocabulary
        self.anyGroup = anyGroup
    }

    package func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    // MARK: What a fact is about

    /// `低保对象（二档）参保资助`, `individual contribution of orphans, tier 2`.
    package func subject(_ key: FactKey) -> String {
        var text = say("", "")
        let kind = key.kind.label(language)
        let parts = marks(key)
        if language == .zh {
            text = (key.population.map(population) ?? "") + kind
            if !parts.isEmpty { text += "（\(parts.joined(separator: "，"))）" }
        } else {
            text = kind + (key.population.map { " of \(population($0))" } ?? "")
            if !parts.isEmpty { text += " (\(parts.joined(separator: ", ")))" }
        }
        return text
    }

    /// The population's label; `custom:` groups go by their own words.
    package func population(_ code: String) -> String {
        if let anyGroup { return anyGroup }
        if let label = vocabulary.labels[code] { return label(language) }
        return code.hasPrefix("custom:") ? String(code.dropFirst("custom:".count)) : code
    }

    /// The tier, the aspect, another scheme, another year: what stands behind the subject.
    package func marks(_ key: FactKey, planYear: Int? = nil) -> [String] {
        var parts: [String] = []
        if key.scheme != .urrbmi { parts.append(key.scheme.label(language)) }
        if let tier = key.tier { parts.append(tierText(tier)) }
        if let aspect = aspect(key) { parts.append(aspect) }
        if key.yearOffset != 0, let planYear {
            parts.append(say("\(planYear)年度", "plan year \(planYear)"))
        } else if key.yearOffset != 0 {
            let count = abs(key.yearOffset)
            let (zh, en) =
                key.yearOffset < 0
                ? (count == 1 ? "上一年度" : "前\(count)年度", count == 1 ? "the year before" : "\(count) years before")
                : (count == 1 ? "下一年度" : "后\(count)年度", count == 1 ? "the year after" : "\(count) years after")
            parts.append(say(zh, en))
        }
        if let region = key.region { parts.append(say("地区\(region)", "region \(region)")) }
        return parts
    }

    package func tierText(_ rank: Int) -> String {
        let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
        return say((1...9 ~= rank ? digits[rank - 1] : String(rank)) + "档", "tier \(rank)")
    }

    package func aspect(_ key: FactKey) -> String? {
        if key.aspect.isEmpty { return nil }
        func label(_ field: FactField, _ code: String) -> String { codeLabel(field, code, vocabulary)(language) }
        let parts = key.aspect.split(separator: "+").map(String.init)
        switch key.kind {
        case .enrollmentWindow: return label(.window, key.aspect)
        case .individualContribution:
            return key.aspect == "paidDuring" ? say("按缴费时段", "by time of payment") : label(.window, key.aspect)
        case .governmentSubsidy: return label(.payer, key.aspect)
        case .waitingPeriod:
            return zip([FactField.effect, .per], parts).map { label($0, $1) }.joined(separator: say("，", ", "))
        case .ceilingAdjustment:
            return zip([FactField.trigger, .direction], parts).map { label($0, $1) }.joined(separator: say("，", ", "))
        case .ceilingAdjustmentLimit: return label(.direction, key.aspect)
        case .delegation: return label(.topic, key.aspect)
        default: return parts.joined(separator: say("，", ", "))
        }
    }

    // MARK: What a fact says

    /// The whole value of a fact in one line.
    package func value(_ fact: Fact) -> String {
        var parts: [String] = []
        func code(_ field: FactField) -> String? {
            guard case .code(let code)? = fact[field] else { return nil }
            return codeLabel(field, code, vocabulary)(language)
        }
        func words(_ field: FactField) -> String? {
            guard case .words(let words)? = fact[field] else { return nil }
            return words.joined(separator: "；")
        }
        if let mode = code(.mode) { parts.append(mode) }
        switch fact.key.kind {
        case .waitingPeriod: if fact.key.aspect.isEmpty, let effect = code(.effect) { parts.append(effect) }
        case .individualContribution: if fact.key.aspect.isEmpty, let window = code(.window) { parts.append(window) }
        default: break
        }
        if let amount = amount(fact) { parts.append(amount) }
        if let rate = rate(fact) { parts.append(rate) }
        if let value = fact[.duration] { parts.append(self.value(value, of: .duration)) }
        if let within = within(fact) { parts.append(within) }
        if let period = period(fact, .periodStart, .periodEnd) { parts.append(period) }
        if let days = fact[.monthDays] { parts.append(value(days, of: .monthDays)) }
        if case .number(let years)? = fact[.priorYears] { parts.append(say("已连续参保\(years)年", "after \(years) years")) }
        if case .number(let years)? = fact[.afterYears] { parts.append(say("满\(years)年后", "after \(years) years")) }
        if let principle = code(.principle) { parts.append(principle) }
        if case .code(let document)? = fact[.document] {
            parts.append(say("按\(document)执行", "by \(document)"))
        } else if let to = code(.to) {
            parts.append(to)
        }
        if let text = words(.text) { parts.append(text) }
        if fact.key.kind != .governmentSubsidy, let payer = code(.payer) {
            parts.append(say("\(payer)支付", "paid by the \(payer)"))
        }
        if let paid = period(fact, .paidDuringStart, .paidDuringEnd) {
            parts.append(say("缴费时间\(paid)", "paid \(paid)"))
        }
        if case .words(let groups)? = fact[.excludes] {
            parts.append(say("不含", "not ") + groups.map(population).joined(separator: say("、", ", ")))
        }
        return parts.joined(separator: say("，", ", "))
    }

    /// The kind of aid with its figure, without who pays: `定额资助90元/人·年`.
    func aid(_ fact: Fact) -> String {
        let mode = fact[.mode].map { value($0, of: .mode) }
        return [mode, amount(fact), rate(fact)].compactMap(\.self).joined(separator: say("", ", "))
    }

    private func amount(_ fact: Fact) -> String? {
        guard case .amount(let amount)? = fact[.amount] else { return nil }
        return sign(fact[.amountBound]) + text(amount, withUnits: true)
    }

    private func rate(_ fact: Fact) -> String? {
        guard case .rate(let rate)? = fact[.rate] else { return nil }
        var text = sign(fact[.rateBound]) + rate + "%"
        if case .code(let base)? = fact[.rateBase] {
            let label = codeLabel(.rateBase, base, vocabulary)(language)
            text = say("\(label)的\(text)", "\(text) of \(label)")
        }
        return text
    }

    private func within(_ fact: Fact) -> String? {
        guard let duration = fact[.within] else { return nil }
        let text = value(duration, of: .within)
        guard case .code(let code)? = fact[.withinOf], let event = AnchorEvent(rawValue: code) else {
            return say("\(text)内", "within \(text)")
        }
        return say("\(event.label.zh)后\(text)内", "within \(text) of \(event.label.en)")
    }

    private func period(_ fact: Fact, _ start: FactField, _ end: FactField) -> String? {
        let (a, b) = (fact[start].map { value($0, of: start) }, fact[end].map { value($0, of: end) })
        switch (a, b) {
        case (let a?, let b?): return say("\(a)至\(b)", "\(a) to \(b)")
        case (let a?, nil): return say("\(a)起", "from \(a)")
        case (nil, let b?): return say("至\(b)止", "until \(b)")
        case (nil, nil): return nil
        }
    }

    /// The sign of a figure's bound: `≥` for 不低于.
    package func boundSign(_ fact: Fact) -> String { sign(fact[.amountBound] ?? fact[.rateBound]) }

    private func sign(_ bound: FactValue?) -> String {
        guard case .code(let code)? = bound else { return "" }
        switch code {
        case ">=": return "≥"
        case "<=": return "≤"
        case ">", "<": return code
        case "~": return say("约", "about ")
        default: return ""
        }
    }

    // MARK: One value

    /// `400元`, `90天`, `2025-11-01`, `医疗救助资金`.
    package func value(_ value: FactValue, of field: FactField) -> String {
        switch value {
        case .amount(let amount): return text(amount, withUnits: false)
        case .rate(let rate): return rate + "%"
        case .code(let code):
            if field == .amountBound || field == .rateBound { return boundName(code) }
            return field == .document ? code : codeLabel(field, code, vocabulary)(language)
        case .duration(let duration): return text(duration: duration)
        case .day(let point): return text(point)
        case .number(let number): return say("\(number)年", number == 1 ? "1 year" : "\(number) years")
        case .monthDays(let days):
            return say(
                "每月\(days.lowerBound)–\(days.upperBound)日", "days \(days.lowerBound)–\(days.upperBound) of a month")
        case .words(let words):
            let isGroups = field == .excludes
            return words.map { isGroups ? population($0) : $0 }.joined(separator: say("、", "; "))
        }
    }

    private func boundName(_ code: String) -> String {
        switch code {
        case "=": say("确定数额", "an exact figure")
        case ">=": say("不低于", "at least")
        case "<=": say("不超过", "at most")
        case ">": say("高于", "more than")
        case "<": say("低于", "less than")
        default: say("约", "about")
        }
    }

    private func text(_ amount: Amount, withUnits: Bool) -> String {
        let currency = amount.currency == "CNY" ? say("元", " yuan") : " " + amount.currency
        var text = amount.value + currency
        if withUnits, !amount.per.isEmpty {
            text += "/" + amount.per.map { unit($0) }.joined(separator: say("·", "/"))
        }
        if let plus = amount.plus { text += say("+\(plus.label.zh)", " + \(plus.label.en)") }
        return text
    }

    private func unit(_ unit: CountUnit) -> String {
        switch unit {
        case .person: say("人", "person")
        case .household: say("户", "household")
        case .year: say("年", "year")
        case .month: say("月", "month")
        case .visit: say("次", "visit")
        case .day: say("日", "day")
        }
    }

    package func text(duration: String) -> String {
        guard let single = DurationRange(duration)?.single else { return duration }
        let (zh, en): (String, String) =
            switch single.unit {
            case "Y": ("年", "year")
            case "M": ("个月", "month")
            case "W": ("周", "week")
            default: ("天", "day")
            }
        return say("\(single.count)\(zh)", "\(single.count) \(en)\(single.count == 1 ? "" : "s")")
    }

    private func text(_ point: TimePointValue) -> String {
        if let date = point.date { return date }
        guard let anchor = point.anchor else { return point.text ?? "?" }
        let event = anchor.label(language)
        switch (point.offset, point.snap, point.monthDay) {
        case (nil, nil, nil): return say("\(event)之日", event)
        case ("P1D"?, nil, nil): return say("\(event)次日", "the day after \(event)")
        case ("P1M"?, .monthStart?, nil): return say("\(event)次月1日", "the first of the month after \(event)")
        case ("P1Y"?, nil, let day?): return say("\(event)次年\(day)", "\(day) of the year after \(event)")
        default:
            var text =
                point.offset.map {
                    say("\(event)后\(self.text(duration: $0))", "\(self.text(duration: $0)) after \(event)")
                } ?? event
            if point.snap == .monthStart { text += say("当月1日", ", the first of that month") }
            if let day = point.monthDay { text += say("当年\(day)", ", \(day) of that year") }
            return text
        }
    }
}
