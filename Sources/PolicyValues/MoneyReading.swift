extension ValueReader {
    /// An amount without bounds and per-units.
    private struct Amount {
        var value: ExactDecimal
        /// 300余元.
        var isSurpassed: Bool
        var end: Int
    }

    /// 400元, 3元5角, 300余万元.
    private func amount(at start: Int, hasCurrencySign: Bool) -> Amount? {
        guard let number = numeral(at: start), acceptsAmount(number.content) else { return nil }
        return amount(of: number, hasCurrencySign: hasCurrencySign)
    }

    /// Digits without units are amounts only where a zero stands among them: 一〇〇元, but not 三五元.
    private func acceptsAmount(_ number: Numeral) -> Bool {
        guard number.style == .chineseDigits else { return true }
        return (number.count ?? 0) % 10 == 0
    }

    private func amount(of number: Reading<Numeral>, hasCurrencySign: Bool) -> Amount? {
        var value = number.content.value
        var place = number.end
        var isSurpassed = false
        if let surplus = match(words.surplus, at: place) {
            isSurpassed = true
            place = surplus.end
            for (scalar, exponent) in [("万" as Unicode.Scalar, 4), ("亿", 8)] where isScalar(scalar, at: place) {
                value = value * ExactDecimal(units: ExactDecimal.power(of: exponent))
                place += 1
            }
        }
        if let unit = match(words.currencyUnits, at: place) {
            value = scaled(value, by: unit.payload)
            place = unit.end
            for _ in 0..<2 {
                guard let part = numeral(at: place), let count = part.content.count, count < 10,
                    let unit = match(words.currencyParts, at: part.end)
                else { break }
                value = value + part.content.value * unit.payload
                place = unit.end
            }
        } else if number.content.style == .arabic, let unit = match(words.currencyAlone, at: place) {
            value = scaled(value, by: unit.payload)
            place = unit.end
        } else if !hasCurrencySign {
            return nil
        }
        return Amount(value: value, isSurpassed: isSurpassed, end: skip(words.currencySuffixes, at: place))
    }

    private func scaled(_ value: ExactDecimal, by factor: ExactDecimal) -> ExactDecimal {
        factor == ExactDecimal(1) ? value : value * factor
    }

    /// 元[/人·年], 元[每人每年], 元[（每人每年）].
    private func perSuffix(at start: Int) -> Reading<[PerUnit]>? {
        if isOpeningParenthesis(at: start) {
            guard let inner = perSequence(at: start + 1), isClosingParenthesis(at: inner.end) else { return nil }
            return Reading(inner.content, end: inner.end + 1)
        }
        guard let slash = match(words.perSlashes, at: start) else { return nil }
        if isOpeningParenthesis(at: slash.end) {
            guard let inner = perSequence(at: slash.end + 1), isClosingParenthesis(at: inner.end) else { return nil }
            return Reading(inner.content, end: inner.end + 1)
        }
        return perSequence(at: slash.end)
    }

    private func perSequence(at start: Int) -> Reading<[PerUnit]>? {
        var units: [PerUnit] = []
        var end = start
        for _ in 0..<4 {
            let joined = units.isEmpty ? skip(words.perSlashes, at: end) : skip(words.perJoiners, at: end)
            if let unit = match(words.perAfter, at: joined) {
                units += unit.payload
                end = unit.end
            } else if let unit = match(words.perBefore, at: end) {
                units += unit.payload
                end = unit.end
            } else {
                break
            }
        }
        return units.isEmpty ? nil : Reading(units, end: end)
    }

    private func ordered(_ per: [PerUnit]) -> [PerUnit] {
        PerUnit.allCases.filter { per.contains($0) }
    }

    /// Per-units that stand in the clause before an amount without touching it: 人均|财政补助标准|700元.
    private func earlierPer(before start: Int) -> [PerUnit] {
        var units: [PerUnit] = []
        var place = max(window.lowerBound, start - 14)
        while place < start {
            if isClauseMark(at: place) || isFigure(at: place) || isScalar("、", at: place) {
                units = []
                place += 1
            } else if let per = perUnit(at: place), per.end <= start {
                units += per.payload
                place = per.end
            } else {
                place += 1
            }
        }
        return units
    }

    /// One amount with everything that belongs to it, or a range of amounts.
    private struct MoneyParts {
        var lower: Money?
        var money: Money
        var end: Int
    }

    private func money(at start: Int, usesEarlierPer: Bool = true, allowsRange: Bool = true) -> MoneyParts? {
        guard let prefix = quantityPrefix(at: start), !prefix.isEach, !prefix.isRunning, !isOrdinal(prefix.end)
        else { return nil }
        var per = prefix.per
        guard let number = numeral(at: prefix.end), acceptsAmount(number.content) else { return nil }
        // 3-5万元
        if allowsRange, let mark = match(words.rangeMarks, at: number.end), let second = numeral(at: mark.end),
            let upper = amount(at: mark.end, hasCurrencySign: prefix.hasCurrencySign)
        {
            var value = number.content.value
            if number.content.lastBigUnit == 0, second.content.lastBigUnit > 0 {
                let carried = value * ExactDecimal(units: ExactDecimal.power(of: second.content.lastBigUnit))
                if carried < upper.value { value = carried.normalized }
            }
            let lower = Money(value: value)
            return range(lower, .init(end: number.end), upper, per: per, start: start, usesEarlierPer: usesEarlierPer)
        }
        guard let first = amount(of: number, hasCurrencySign: prefix.hasCurrencySign) else { return nil }
        var end = first.end
        var suffix = BoundSuffix(end: end)
        for _ in 0..<4 {
            if let units = perSuffix(at: end) {
                per += units.content
                end = units.end
            } else {
                let next = boundSuffix(at: end)
                guard next.end > end else { break }
                suffix.comparator = suffix.comparator ?? next.comparator
                suffix.isInclusive = suffix.isInclusive ?? next.isInclusive
                end = next.end
            }
            end = skip(words.currencySuffixes, at: end)
        }
        suffix.end = end
        let before = prefix.comparator ?? earlierBound(before: start, nouns: words.amountNouns)
        var comparator = comparator(before: before, suffix: suffix)
        if first.isSurpassed, comparator == .equal { comparator = .more }
        let money = Money(value: first.value, comparator: comparator)
        // 3万元-5万元; 3万元以上5万元以下
        let mark = match(words.rangeMarks, at: end)
        if allowsRange, let second = amount(at: mark?.end ?? end, hasCurrencySign: prefix.hasCurrencySign),
            prefix.comparator == nil
        {
            let after = boundSuffix(at: second.end)
            let closes = suffix.comparator == .atLeast && after.comparator == .atMost
            if mark != nil || closes {
                return range(money, suffix, second, per: per, start: start, usesEarlierPer: usesEarlierPer)
            }
        }
        if usesEarlierPer { per += earlierPer(before: start) }
        return MoneyParts(
            money: Money(value: money.value, comparator: money.comparator, per: ordered(per)), end: end)
    }

    private func range(
        _ lower: Money, _ lowerSuffix: BoundSuffix, _ upper: Amount, per: [PerUnit], start: Int, usesEarlierPer: Bool
    ) -> MoneyParts {
        var per = per
        var end = upper.end
        if let units = perSuffix(at: end) {
            per += units.content
            end = units.end
        }
        let suffix = boundSuffix(at: end)
        end = suffix.end
        if let units = perSuffix(at: end) {
            per += units.content
            end = units.end
        }
        if usesEarlierPer { per += earlierPer(before: start) }
        let units = ordered(per)
        return MoneyParts(
            lower: Money(
                value: lower.value, comparator: lowerSuffix.isInclusive == false ? .more : .atLeast, per: units),
            money: Money(value: upper.value, comparator: suffix.isInclusive == false ? .less : .atMost, per: units),
            end: end)
    }

    /// 每人每年不低于400元, 400元/人·年, 3万元-5万元（含5万元）; 380元提高到400元.
    func moneyQuantity(at start: Int) -> Reading<Value>? {
        guard let parts = money(at: start) else { return nil }
        if let lower = parts.lower {
            return Reading(.moneyRange(lower: lower, upper: parts.money), end: parts.end)
        }
        if let changed = changed(from: parts.money, at: parts.end, needsVerb: true) { return changed }
        return Reading(.money(parts.money), end: parts.end)
    }

    /// 由380元提高到400元; 提高30元，达到580元; 增加20元.
    ///
    /// Where the result is stated the mention covers the words of change; else it is the amount alone, and its place
    /// is given, so that 提高 stays a word of its own.
    func moneyChange(at start: Int) -> (start: Int, reading: Reading<Value>)? {
        if let origin = match(words.origins, at: start), let old = money(at: origin.end, allowsRange: false),
            let changed = changed(from: old.money, at: old.end, needsVerb: false)
        {
            return (start, changed)
        }
        guard let verb = match(words.changes, at: start) else { return nil }
        let place = skip(words.changeLinks, at: verb.end)
        guard let step = money(at: place, usesEarlierPer: false, allowsRange: false) else { return nil }
        let change = verb.payload ? step.money.value : -step.money.value
        let earlier = earlierPer(before: start)
        if let result = reached(at: step.end) {
            var money = result.money
            money.change = change
            money.per = ordered(money.per + step.money.per + earlier)
            return (start, Reading(.money(money), end: result.end))
        }
        let value = MoneyChange(
            amount: change, comparator: step.money.comparator, per: ordered(step.money.per + earlier))
        return (place, Reading(.moneyChange(value), end: step.end))
    }

    /// ，达到580元
    private func reached(at start: Int) -> MoneyParts? {
        var place = start
        if isScalar("，", at: place) || isScalar(",", at: place) || isScalar("、", at: place) { place += 1 }
        let link = skip(words.reach, at: place)
        guard link > place else { return nil }
        guard let result = money(at: link, usesEarlierPer: false), result.lower == nil else { return nil }
        return result
    }

    /// 提高到400元 behind the old amount. Without a word of change (到, 至) it would be a range.
    private func changed(from old: Money, at start: Int, needsVerb: Bool) -> Reading<Value>? {
        var place = start
        let verb = match(words.changes, at: place)
        let reach = match(words.reach, at: place)
        if let reach, reach.end > verb?.end ?? 0, !(needsVerb && match(words.rangeMarks, at: place) != nil) {
            guard reach.end - place > 1 else { return nil }
            place = reach.end
        } else if let verb {
            place = skip(words.changeLinks, at: verb.end)
            let link = skip(words.reach, at: place)
            if link > place {
                place = link
            } else {
                // 由380元提高20元，达到400元
                guard let step = money(at: place, usesEarlierPer: false, allowsRange: false),
                    let result = reached(at: step.end)
                else {
                    return nil
                }
                return Reading(
                    .money(stated(result.money, change: result.money.value - old.value, old)), end: result.end)
            }
        } else {
            return nil
        }
        guard let result = money(at: place, usesEarlierPer: false), result.lower == nil else { return nil }
        return Reading(.money(stated(result.money, change: result.money.value - old.value, old)), end: result.end)
    }

    private func stated(_ money: Money, change: ExactDecimal, _ old: Money) -> Money {
        var money = money
        money.change = change
        money.per = ordered(money.per + old.per)
        return money
    }

    /// 第1…: a number that orders and does not count.
    func isOrdinal(_ place: Int) -> Bool {
        place > window.lowerBound && isScalar("第", at: place - 1)
    }
}
