import PolicyRules

/// Changes as sentences: 个人缴费标准由380元提高到400元（+20元，+5.3%）.
package struct ChangeSentence: Sendable {
    package let text: FactText
    /// What the two sides are called where they are regions; nil where they are years.
    package let names: (from: String, to: String)?

    package init(_ text: FactText, names: (from: String, to: String)? = nil) {
        self.text = text
        self.names = names
    }

    private func say(_ zh: String, _ en: String) -> String { text.say(zh, en) }

    /// One sentence a field that matters; the whole fact where it stands on one side alone.
    package func sentences(_ change: Change) -> [String] {
        guard let key = change.key else { return [] }
        let subject = text.subject(key)
        let (a, b) = (values(change.from), values(change.to))
        switch change.type {
        case .modified, .renamed:
            var sentences: [String] = []
            if change.type == .renamed, let other = change.to.first?.key {
                sentences.append(
                    say("\(subject)对应\(text.subject(other))", "\(subject) stands for \(text.subject(other))"))
            }
            let substance = change.fields.filter { $0.level > .info }
            sentences += (substance.isEmpty ? change.fields : substance).map { field(subject, $0, change) }
            return sentences
        case .added: return [oneSided(subject, b, isFirst: false, change)]
        case .removed: return [oneSided(subject, a, isFirst: true, change)]
        case .repealed: return [say("\(subject)废止（原为\(a)）", "\(subject) repealed (it was: \(a))")]
        case .restored: return [say("\(subject)恢复（现为\(b)）", "\(subject) restored (now: \(b))")]
        case .delegated where change.isCarriedOn, .settled where change.isCarriedOn:
            return [carriedOn(subject, change)]
        case .delegated:
            if let names { return [sides(subject, (names.from, a), (names.to, reason(change)))] }
            return [say("\(subject)原为\(a)，现\(reason(change))", "\(subject), which was \(a), is now \(reason(change))")]
        case .settled:
            if let names { return [sides(subject, (names.from, reason(change)), (names.to, b))] }
            return [
                say(
                    "\(subject)原\(reason(change))，现明确为\(b)", "\(subject), which was \(reason(change)), is now set: \(b)"
                )
            ]
        case .split, .merged, .widened, .narrowed:
            return [structure(change)]
        default:
            if let names {
                return [sides(subject, (names.from, a), (names.to, b)) + say("（多条规定，无法一一对应）", " (not matched)")]
            }
            return [
                say("\(subject)有多条规定，无法一一对应：\(a) → \(b)", "\(subject): several statements, not matched: \(a) → \(b)")
            ]
        }
    }

    private func values(_ facts: [Fact]) -> String { facts.map(text.value).joined(separator: say("；", "; ")) }

    private func reason(_ change: Change) -> String {
        let reasons = Set(change.because.map(text.value)).sorted()
        return reasons.isEmpty ? say("另行规定", "left to others") : reasons.joined(separator: say("、", ", "))
    }

    /// One side's document is the one that the other side names.
    private func carriedOn(_ subject: String, _ change: Change) -> String {
        let isFirst = change.type == .delegated
        let value = values(isFirst ? change.from : change.to)
        let (own, other) =
            names.map { isFirst ? $0 : ($0.to, $0.from) } ?? (side(isFirst), side(!isFirst))
        return say(
            "\(subject)：\(own)\(value)；\(other)\(reason(change))，即\(own)的文件",
            "\(subject): \(own) \(value); \(other) \(reason(change)), which is the document of \(own)")
    }

    private func side(_ isFirst: Bool) -> String { isFirst ? say("前者", "the first") : say("后者", "the second") }

    private func oneSided(_ subject: String, _ value: String, isFirst: Bool, _ change: Change) -> String {
        if let names {
            let (own, other) = isFirst ? (names.from, names.to) : (names.to, names.from)
            return say(
                "\(subject)：\(own)\(value)；\(other)未写明", "\(subject): \(own) \(value); \(other) does not state it")
        }
        if change.isTopicAbsent {
            return say(
                "\(subject)仅\(side(isFirst))写明：\(value)", "\(subject) stated in \(side(isFirst)) alone: \(value)")
        }
        return isFirst
            ? say("\(subject)未再写明（原为\(value)）", "\(subject) no longer stated (it was: \(value))")
            : say("新增\(subject)：\(value)", "\(subject) added: \(value)")
    }

    private func sides(_ subject: String, _ first: (String, String), _ second: (String, String)) -> String {
        say(
            "\(subject)：\(first.0)\(first.1)；\(second.0)\(second.1)",
            "\(subject): \(first.0) \(first.1); \(second.0) \(second.1)")
    }

    private func structure(_ change: Change) -> String {
        let populations = Set((change.from + change.to).map(\.key.population))
        func side(_ facts: [Fact]) -> String {
            facts.map { fact in
                let name = [
                    populations.count > 1 ? fact.key.population.map(text.population) : nil,
                    fact.key.tier.map(text.tierText),
                ].compactMap(\.self).joined(separator: say("", ", "))
                return (name.isEmpty ? "" : name + " ") + text.value(fact)
            }.joined(separator: say("、", " / "))
        }
        guard var key = change.key else { return "" }
        key.tier = nil
        if populations.count > 1 { key.population = nil }
        let kind = text.subject(key)
        let (a, b) = (side(change.from), side(change.to))
        if let names {
            return sides(kind, (names.from, a), (names.to, b))
        }
        let label = change.type.label(text.language)
        return say("\(kind)\(label)：由\(a)改为\(b)", "\(kind) \(label): from \(a) to \(b)")
    }

    // MARK: Fields

    private func field(_ subject: String, _ change: FieldChange, _ whole: Change) -> String {
        func value(_ value: FactValue?, _ facts: [Fact]) -> String? {
            // Of two kinds of aid the figures are what can be compared.
            if change.field == .mode, value != nil, let fact = facts.first { return text.aid(fact) }
            return value.map { text.value($0, of: change.field) }
        }
        let (a, b) = (value(change.from, whole.from), value(change.to, whole.to))
        let name = fieldName(change.field)
        let what = subject + (name.isEmpty ? "" : say("的\(name)", ", \(name)"))
        let tail = tail(change)
        guard let a, let b else {
            let isFirst = a != nil
            let value = a ?? b ?? ""
            let who =
                names.map { isFirst ? $0.from : $0.to } ?? side(isFirst)
            return say("\(what)仅\(who)写明：\(value)", "\(what) stated in \(who) alone: \(value)")
        }
        if let names {
            return sides(what, (names.from, a), (names.to, b)) + tail
        }
        switch change.type {
        case .notComparable:
            return say("\(what)由\(a)改为\(b)（不能精确比较）", "\(what) from \(a) to \(b) (not comparable exactly)")
        default:
            let (zh, en) = verb(change.type)
            return say("\(what)由\(a)\(zh)\(b)\(tail)", "\(what) \(en) from \(a) to \(b)\(tail)")
        }
    }

    private func verb(_ type: ChangeType) -> (String, String) {
        switch type {
        case .raised: ("提高到", "raised")
        case .lowered: ("降低到", "lowered")
        case .advanced: ("提前到", "advanced")
        case .postponed: ("推后到", "postponed")
        case .movedWithYear: ("随年度顺延到", "moved with the year")
        case .lengthened: ("延长到", "lengthened")
        case .shortened: ("缩短到", "shortened")
        case .widened: ("扩大到", "widened")
        case .narrowed: ("缩小到", "narrowed")
        case .tightened: ("收紧为", "tightened")
        case .loosened: ("放宽为", "loosened")
        default: ("改为", "changed")
        }
    }

    /// What is named besides the subject; nothing for the value that the subject itself is.
    private func fieldName(_ field: FactField) -> String {
        switch field {
        case .amount, .rate, .mode, .effect: ""
        case .duration: say("时长", "length")
        case .amountBound, .rateBound: say("界限", "bound")
        case .rateBase: say("计算基数", "base")
        case .payer: say("支付主体", "payer")
        case .window: say("类型", "window")
        case .periodStart: say("起始日", "start")
        case .periodEnd: say("截止日", "end")
        case .paidDuringStart: say("缴费时段起始日", "start of payment")
        case .paidDuringEnd: say("缴费时段截止日", "end of payment")
        case .monthDays: say("每月办理日", "days of the month")
        case .per: say("计算单位", "unit")
        case .within: say("期限", "time limit")
        case .withinOf: say("期限起算点", "start of the limit")
        case .priorYears: say("前置参保年数", "years before")
        case .afterYears: say("起算年数", "years until it starts")
        case .trigger: say("条件", "trigger")
        case .direction: say("方向", "direction")
        case .principle: say("原则", "principle")
        case .topic: say("事项", "topic")
        case .to: say("规定主体", "who decides")
        case .document: say("依据文件", "document")
        case .text: say("内容", "content")
        case .service: say("服务", "service")
        case .institutionLevel: say("机构级别", "institution")
        case .band: say("费用段", "band")
        case .qualifiers: say("限定", "qualifiers")
        case .excludes: say("排除对象", "exceptions")
        case .conditions: say("条件", "conditions")
        case .populationText: say("对象表述", "name of the group")
        case .tierText: say("档次表述", "name of the tier")
        }
    }

    /// `（+20元，+5.3%）`.
    package func tail(_ change: FieldChange) -> String {
        if change.type == .notComparable { return say("（不能精确比较）", " (not comparable exactly)") }
        guard let difference = change.difference else { return "" }
        if case .day(let a)? = change.from, case .day(let b)? = change.to, difference.unit == .days {
            return tail(days: difference.absolute, from: a.date, to: b.date)
        }
        func signed(_ number: String) -> String { number.hasPrefix("-") ? "−" + number.dropFirst() : "+" + number }
        let unit: String =
            switch difference.unit {
            case .yuan: say("元", " yuan")
            case .percentagePoints: say("个百分点", " percentage points")
            case .days: say("天", " days")
            case .months: say("个月", " months")
            case .years: say("年", " years")
            }
        let parts =
            [signed(difference.absolute) + unit] + [difference.percent.map { signed($0) + "%" }].compactMap(\.self)
        return say("（\(parts.joined(separator: "，"))）", " (\(parts.joined(separator: ", ")))")
    }

    /// `（按年度计早16天）`: dates of two plan years are compared as if both were of one.
    private func tail(days: String, from: String?, to: String?) -> String {
        let isEarlier = days.hasPrefix("-")
        let count = isEarlier ? String(days.dropFirst()) : days
        let distance = from.flatMap(Day.init).flatMap { a in to.flatMap(Day.init).map { $0.number - a.number } }
        let isRelative = distance.map { String($0) != days } ?? false
        return say(
            "（\(isRelative ? "按年度计" : "")\(isEarlier ? "早" : "晚")\(count)天）",
            " (\(count) days \(isEarlier ? "earlier" : "later")\(isRelative ? " in its plan year" : ""))")
    }
}
