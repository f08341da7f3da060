import PolicyRules

/// Compares two facts that stand for each other, field by field.
struct FieldComparison {
    let from: Fact
    let to: Fact

    private var kind: RuleKind { from.key.kind }

    /// How many years later the second fact's document is.
    private var yearShift: Int {
        if let a = from.documentYear, let b = to.documentYear { b - a } else { 0 }
    }

    /// The fields that differ, in the contract's order.
    func changes() -> [FieldChange] {
        FactField.allCases.compactMap { field in
            let (a, b) = (from[field], to[field])
            if a == b, yearShift == 0 || !isDay(a) { return nil }
            if a == nil, b == nil { return nil }
            guard var change = change(field, a, b) else { return nil }
            // Where all of the contribution is paid, whatever it is, nothing is left to the insured.
            if from.isWhole, to.isWhole, field == .amount || field == .rate { change.insured = .unchanged }
            return change
        }
    }

    private func isDay(_ value: FactValue?) -> Bool {
        if case .day(let point)? = value { return point.date != nil }
        return false
    }

    // MARK: One field

    private func change(_ field: FactField, _ a: FactValue?, _ b: FactValue?) -> FieldChange? {
        guard let a, let b else { return oneSided(field, a, b) }
        switch (a, b) {
        case (.amount(let x), .amount(let y)): return amounts(field, x, y)
        case (.rate(let x), .rate(let y)): return rates(field, x, y)
        case (.duration(let x), .duration(let y)): return durations(field, x, y)
        case (.day(let x), .day(let y)): return days(field, x, y)
        case (.number(let x), .number(let y)): return numbers(field, x, y)
        case (.monthDays(let x), .monthDays(let y)): return monthDays(field, x, y)
        case (.code(let x), .code(let y)): return codes(field, x, y)
        case (.words(let x), .words(let y)): return words(field, x, y)
        default: return make(field, a, b, .notComparable, .minor)
        }
    }

    /// What only one side states is said, and no more: silence is no value.
    private func oneSided(_ field: FactField, _ a: FactValue?, _ b: FactValue?) -> FieldChange {
        switch field {
        case .excludes:
            let type: ChangeType = a == nil ? .narrowed : .widened
            return make(field, a, b, type, .minor)
        case .qualifiers, .conditions, .text:
            return make(field, a, b, a == nil ? .statedOnlyInSecond : .statedOnlyInFirst, .minor)
        default:
            return make(field, a, b, a == nil ? .statedOnlyInSecond : .statedOnlyInFirst, .info)
        }
    }

    private func amounts(_ field: FactField, _ x: Amount, _ y: Amount) -> FieldChange? {
        let (a, b) = (FactValue.amount(x), FactValue.amount(y))
        let units = (Set(x.per), Set(y.per))
        let isUnitKnown = units.0.isSubset(of: units.1) || units.1.isSubset(of: units.0)
        guard x.currency == y.currency, x.plus == y.plus, isUnitKnown, let p = DecimalNumber(x.value),
            let q = DecimalNumber(y.value)
        else { return make(field, a, b, .notComparable, .major) }
        // 400元/人 against 每人每年400元: the units are said at different length.
        if p == q { return make(field, a, b, .reworded, .info) }
        let rises = p < q
        // An assistance of nothing is none; a contribution of nothing is an exemption.
        let isEntitlement = p.sign == 0 || q.sign == 0
        var change = make(field, a, b, rises ? .raised : .lowered, isEntitlement ? .critical : .major)
        if let difference = q - p {
            change.difference = .init(
                absolute: difference.description, unit: .yuan,
                percent: difference.percent(of: p, places: 1)?.description)
        }
        return aim(change, rises: rises)
    }

    private func rates(_ field: FactField, _ x: String, _ y: String) -> FieldChange? {
        guard let p = DecimalNumber(x), let q = DecimalNumber(y), p != q else {
            return make(field, .rate(x), .rate(y), .notComparable, .major)
        }
        var change = make(
            field, .rate(x), .rate(y), p < q ? .raised : .lowered, p.sign * q.sign == 0 ? .critical : .major)
        if let difference = q - p {
            change.difference = .init(absolute: difference.description, unit: .percentagePoints, percent: nil)
        }
        return aim(change, rises: p < q)
    }

    private func durations(_ field: FactField, _ x: String, _ y: String) -> FieldChange? {
        guard let p = DurationRange(x), let q = DurationRange(y), let order = p.order(to: q) else {
            return make(field, .duration(x), .duration(y), .notComparable, .major)
        }
        // P1Y and P12M, P1W and P7D.
        if order == 0 { return make(field, .duration(x), .duration(y), .reworded, .info) }
        var change = make(field, .duration(x), .duration(y), order < 0 ? .lengthened : .shortened, .major)
        if let a = p.single, let b = q.single, a.unit == b.unit, let unit = unit(a.unit) {
            change.difference = .init(absolute: String(b.count - a.count), unit: unit, percent: nil)
        }
        return aim(change, rises: order < 0)
    }

    private func unit(_ letter: Character) -> FieldChange.Difference.Unit? {
        switch letter {
        case "D": .days
        case "M": .months
        case "Y": .years
        default: nil
        }
    }

    private func days(_ field: FactField, _ x: TimePointValue, _ y: TimePointValue) -> FieldChange? {
        let (a, b) = (FactValue.day(x), FactValue.day(y))
        let level: ChangeLevel = isPayment(field) ? .minor : .major
        if let first = x.date, let second = y.date {
            guard let p = Day(first), let q = Day(second) else {
                // The same digits, unknown ones among them, in the next year.
                let isMoved = moved(first, years: yearShift) == second
                return make(field, a, b, isMoved ? .movedWithYear : .notComparable, isMoved ? .info : level)
            }
            // Dates of different plan years are compared as if both were of one.
            let days = yearShift == 0 ? q.number - p.number : number(q, of: to) - number(p, of: from)
            if days == 0 { return make(field, a, b, .movedWithYear, .info) }
            var change = make(field, a, b, days < 0 ? .advanced : .postponed, level)
            change.difference = .init(absolute: String(days), unit: .days, percent: nil)
            return aim(change, rises: days > 0)
        }
        guard x.anchor != nil, x.anchor == y.anchor, x.snap == y.snap, x.monthDay == y.monthDay else {
            return make(field, a, b, .notComparable, level)
        }
        guard let p = DurationRange(x.offset ?? "P0D"), let q = DurationRange(y.offset ?? "P0D"),
            let order = p.order(to: q)
        else { return make(field, a, b, .notComparable, level) }
        if order == 0 { return make(field, a, b, .reworded, .info) }
        return aim(make(field, a, b, order > 0 ? .advanced : .postponed, level), rises: order < 0)
    }

    private func isPayment(_ field: FactField) -> Bool { field == .paidDuringStart || field == .paidDuringEnd }

    /// The place of a day in its document's plan year; 28 and 29 February are one day, the last of the month.
    private func number(_ day: Day, of fact: Fact) -> Int {
        day.moved(years: Day.commonYear - (fact.documentYear ?? Day.commonYear)).number
    }

    /// A date with unknown digits so many years later.
    private func moved(_ date: String, years: Int) -> String? {
        Int(date.prefix(4)).map { String($0 + years) + date.dropFirst(4) }
    }

    private func numbers(_ field: FactField, _ x: Int, _ y: Int) -> FieldChange? {
        var change = make(field, .number(x), .number(y), x < y ? .raised : .lowered, .major)
        change.difference = .init(absolute: String(y - x), unit: .years, percent: nil)
        return aim(change, rises: x < y)
    }

    private func monthDays(_ field: FactField, _ x: ClosedRange<Int>, _ y: ClosedRange<Int>) -> FieldChange? {
        let (a, b) = (FactValue.monthDays(x), FactValue.monthDays(y))
        if x.lowerBound <= y.lowerBound, y.upperBound <= x.upperBound {
            return aim(make(field, a, b, .narrowed, .minor), rises: false)
        }
        if y.lowerBound <= x.lowerBound, x.upperBound <= y.upperBound {
            return aim(make(field, a, b, .widened, .minor), rises: true)
        }
        return make(field, a, b, .changed, .minor)
    }

    private func codes(_ field: FactField, _ x: String, _ y: String) -> FieldChange? {
        let (a, b) = (FactValue.code(x), FactValue.code(y))
        switch field {
        case .amountBound, .rateBound: return make(field, a, b, bound(x, y), .minor)
        case .payer:
            var change = make(field, a, b, .payerChanged, .major)
            change.insured = .unchanged
            return change
        case .mode: return modes(x, y)
        case .effect:
            let isGranted = y == WaitingEffect.waived.rawValue
            guard isGranted || x == WaitingEffect.waived.rawValue else { return make(field, a, b, .changed, .major) }
            var change = make(field, a, b, isGranted ? .granted : .withdrawn, .critical)
            change.insured = isGranted ? .better : .worse
            change.payer = isGranted ? .worse : .better
            return change
        case .document: return make(field, a, b, .documentChanged, .minor)
        case .rateBase, .withinOf, .per: return make(field, a, b, .notComparable, .major)
        default: return make(field, a, b, .changed, .major)
        }
    }

    private func modes(_ x: String, _ y: String) -> FieldChange {
        let (a, b) = (FactValue.code(x), FactValue.code(y))
        let (none, full) = (AssistanceMode.unaided.rawValue, AssistanceMode.full.rawValue)
        func aimed(_ type: ChangeType, _ level: ChangeLevel, rises: Bool) -> FieldChange {
            aim(make(.mode, a, b, type, level), rises: rises)
        }
        if from.isWhole, to.isWhole { return make(.mode, a, b, .reworded, .info) }
        if x == none { return aimed(.granted, .critical, rises: true) }
        if y == none { return aimed(.withdrawn, .critical, rises: false) }
        if y == full { return aimed(.raised, .major, rises: true) }
        if x == full { return aimed(.lowered, .major, rises: false) }
        return make(.mode, a, b, .modeChanged, .major)
    }

    /// A bound is tightened where it leaves fewer values than before.
    private func bound(_ x: String, _ y: String) -> ChangeType {
        func isTighter(_ a: String, than b: String) -> Bool {
            switch b {
            case ">=": a == "=" || a == ">"
            case "<=": a == "=" || a == "<"
            case "~": a == "="
            default: false
            }
        }
        return isTighter(y, than: x) ? .tightened : isTighter(x, than: y) ? .loosened : .boundChanged
    }

    private func words(_ field: FactField, _ x: [String], _ y: [String]) -> FieldChange? {
        let (a, b) = (FactValue.words(x), FactValue.words(y))
        switch field {
        case .excludes:
            let (p, q) = (Set(x), Set(y))
            let type: ChangeType = p.isSubset(of: q) ? .narrowed : q.isSubset(of: p) ? .widened : .changed
            return make(field, a, b, type, .minor)
        case .populationText, .tierText: return make(field, a, b, .reworded, .info)
        default:
            let (p, q) = (figures(x), figures(y))
            return p == q ? make(field, a, b, .reworded, .info) : make(field, a, b, .figuresReworded, .minor)
        }
    }

    /// The runs of digits and numerals in a text: what may decide something in words that nothing else compares.
    private func figures(_ words: [String]) -> [String] {
        let numerals: Set<Unicode.Scalar> = [
            "零", "〇", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "半",
        ]
        return words.flatMap { text in
            text.unicodeScalars.split { scalar in
                !(("0"..."9").contains(scalar) || scalar == "." || scalar == "%" || numerals.contains(scalar))
            }.map(String.init)
        }.sorted()
    }

    private func make(
        _ field: FactField, _ a: FactValue?, _ b: FactValue?, _ type: ChangeType, _ level: ChangeLevel
    ) -> FieldChange {
        let direction: ChangeDirection = level == .info ? .unchanged : .indeterminate
        return FieldChange(
            field: field, from: a, to: b, type: type, difference: nil, level: level, insured: direction,
            payer: direction)
    }

    // MARK: Directions

    /// Sets whom the change serves. `rises` says that the value grew, moved later or became longer.
    private func aim(_ change: FieldChange, rises: Bool) -> FieldChange {
        var change = change
        guard let gain = gainWhenRising(change.field), areBoundsExact(change.field) else { return change }
        change.insured = gain == rises ? .better : .worse
        change.payer = movesMoney(change.field) ? change.insured.mirror : .indeterminate
        return change
    }

    /// With 不低于 on either side nobody knows what is paid in the end.
    private func areBoundsExact(_ field: FactField) -> Bool {
        let bound: FactField? =
            switch field {
            case .amount: .amountBound
            case .rate: .rateBound
            default: nil
            }
        guard let bound else { return true }
        let exact = FactValue.code(Comparison.equal.rawValue)
        return from[bound] == exact && to[bound] == exact
    }

    private func movesMoney(_ field: FactField) -> Bool {
        kind != .enrollmentWindow && field != .monthDays
    }

    /// Whether the insured gain when the field grows; nil where that cannot be told.
    private func gainWhenRising(_ field: FactField) -> Bool? {
        switch (kind, field) {
        case (.individualContribution, .amount), (.deductible, .amount), (.deductible, .rate): return false
        case (.governmentSubsidy, .amount), (.contributionAssistance, .amount), (.contributionAssistance, .rate),
            (.contributionAssistance, .mode), (.paymentCeiling, .amount), (.paymentCeiling, .rate),
            (.reimbursementRate, .rate):
            return true
        case (.enrollmentWindow, .periodEnd), (.benefitPeriod, .periodEnd), (.enrollmentWindow, .monthDays): return true
        case (.enrollmentWindow, .periodStart), (.benefitPeriod, .periodStart): return false
        case (.waitingPeriod, .duration): return from[.effect] == .code(WaitingEffect.reduced.rawValue)
        case (.waitingPeriod, .within):
            let waived = FactValue.code(WaitingEffect.waived.rawValue)
            return from[.effect] == waived && to[.effect] == waived ? true : nil
        case (.continuousEnrollment, .within): return true
        case (.continuousEnrollment, .priorYears): return false
        case (.ceilingAdjustment, .amount), (.ceilingAdjustmentLimit, .rate):
            return from[.direction] == .code(AdjustmentDirection.raise.rawValue)
        case (.ceilingAdjustment, .afterYears):
            return from[.direction] != .code(AdjustmentDirection.raise.rawValue)
        default: return nil
        }
    }
}
