extension ValueReader {
    /// 不低于50%, 百分之五十, 三成五, 5个百分点, 50%-70%.
    func rateQuantity(at start: Int) -> Reading<Value>? {
        guard let prefix = quantityPrefix(at: start), prefix.per.isEmpty, !prefix.isEach, !prefix.isRunning,
            !prefix.hasCurrencySign, !isOrdinal(prefix.end)
        else { return nil }
        guard let first = rate(at: prefix.end) ?? openRate(at: prefix.end) else { return nil }
        let suffix = boundSuffix(at: first.end)
        if prefix.comparator == nil, let mark = match(words.rangeMarks, at: suffix.end), let second = rate(at: mark.end)
        {
            let after = boundSuffix(at: second.end)
            var lower = first.content
            var upper = second.content
            lower.comparator = suffix.isInclusive == false ? .more : .atLeast
            lower.isPoints = upper.isPoints
            upper.comparator = after.isInclusive == false ? .less : .atMost
            return Reading(.rateRange(lower: lower, upper: upper), end: after.end)
        }
        guard rate(at: prefix.end) != nil else { return nil }
        var rate = first.content
        let before = prefix.comparator ?? earlierBound(before: start, nouns: words.rateNouns)
        rate.comparator = comparator(before: before, suffix: suffix)
        return Reading(.rate(rate), end: suffix.end)
    }

    /// The 50 of 50-70%.
    private func openRate(at start: Int) -> Reading<Rate>? {
        guard let number = numeral(at: start), match(words.rangeMarks, at: number.end) != nil else { return nil }
        return Reading(Rate(value: number.content.value), end: number.end)
    }

    private func rate(at start: Int) -> Reading<Rate>? {
        if let fraction = match(words.rateFractions, at: start) {
            guard let number = plainNumeral(at: fraction.end) else { return nil }
            // 千分之五 counts tenths of a percent.
            let value = number.content.value * fraction.payload
            return Reading(Rate(value: value.normalized), end: number.end)
        }
        if let fraction = simpleFraction(at: start) { return fraction }
        guard let number = numeral(at: start), number.content.style != .chineseDigits else { return nil }
        if let points = match(words.ratePoints, at: number.end) {
            return Reading(Rate(value: number.content.value, isPoints: true), end: points.end)
        }
        guard let unit = match(words.rateSuffixes, at: number.end) else { return nil }
        var value = number.content.value
        if unit.payload != ExactDecimal(1) { value = (value * unit.payload).normalized }
        var end = unit.end
        // 三成五
        if unit.payload == ExactDecimal(10), let digit = scalar(at: end).flatMap(Numeral.digit),
            !(scalar(at: end + 1).map(Numeral.isChinese) ?? false)
        {
            value = value + ExactDecimal(digit)
            end += 1
        }
        if let points = match(words.ratePoints, at: end) {
            return Reading(Rate(value: value, isPoints: true), end: points.end)
        }
        return Reading(Rate(value: value), end: end)
    }

    /// 二分之一, 四分之三: a fraction with an exact percentage; a third has none.
    private func simpleFraction(at start: Int) -> Reading<Rate>? {
        guard let below = scalar(at: start).flatMap(Numeral.digit), [2, 4, 5].contains(below),
            isScalar("分", at: start + 1), isScalar("之", at: start + 2),
            let above = scalar(at: start + 3).flatMap(Numeral.digit), above > 0, above < below,
            !(scalar(at: start + 4).map(Numeral.isChinese) ?? false)
        else { return nil }
        return Reading(Rate(value: ExactDecimal(above * 100 / below)), end: start + 4)
    }

    /// A numeral behind 百分之: 五十, 百 (100), 三点五 (3.5).
    private func plainNumeral(at start: Int) -> Reading<Numeral>? {
        if isScalar("百", at: start), !(scalar(at: start + 1).map(Numeral.isChinese) ?? false) {
            return Reading(Numeral(value: ExactDecimal(100), style: .chinese), end: start + 1)
        }
        let isFigures = isFigure(at: start)
        guard var number = isFigures ? numeral(at: start) : fractionNumeral(at: start) else { return nil }
        if !isFigures, isScalar("点", at: number.end), let digit = scalar(at: number.end + 1).flatMap(Numeral.digit) {
            let fraction = ExactDecimal(units: Int128(digit), scale: 1)
            number.content.value = number.content.value + fraction
            number.end += 2
        }
        return number
    }

    /// 之 before a numeral makes it part of a word everywhere else.
    private func fractionNumeral(at start: Int) -> Reading<Numeral>? {
        ValueReader(text: text, window: start..<window.upperBound, words: words).numeral(at: start)
    }
}
