extension ValueReader {
    /// A length of time without bounds: 90天, 三个月, 半年, 一年半, 1.5年.
    func span(at start: Int) -> Reading<TimeSpan>? {
        if let half = match(words.half, at: start) {
            let place = isScalar("个", at: half.end) && isScalar("月", at: half.end + 1) ? half.end + 2 : half.end
            if place > half.end { return Reading(TimeSpan(15, .day), end: place) }
            guard let unit = match(words.durationUnits, at: half.end), unit.payload == .year else { return nil }
            return Reading(TimeSpan(6, .month), end: unit.end)
        }
        guard let number = numeral(at: start), number.content.style != .chineseDigits, !isOrdinal(start),
            let unit = match(words.durationUnits, at: number.end)
        else { return nil }
        guard let count = number.content.count else {
            // 1.5年 is 18 months.
            guard unit.payload == .year, let months = (number.content.value * ExactDecimal(12)).wholeNumber else {
                return nil
            }
            return Reading(TimeSpan(months, .month), end: unit.end)
        }
        guard count < 10_000, unit.payload != .year || count < 200 else { return nil }
        if unit.payload == .year, let half = match(words.half, at: unit.end), scalar(at: half.end) != "数" {
            return Reading(TimeSpan(count * 12 + 6, .month), end: half.end)
        }
        return Reading(TimeSpan(count, unit.payload), end: unit.end)
    }

    /// 不少于180天, 3个月（含3个月）内, 满4年, 连续2年（含2年）以上, 每满1年, 3-6个月.
    func durationQuantity(at start: Int) -> Reading<Value>? {
        guard let prefix = quantityPrefix(at: start), prefix.per.isEmpty, !prefix.hasCurrencySign,
            !isOrdinal(prefix.end)
        else { return nil }
        if let other = otherDuration(at: prefix.end) { return other }
        if let range = spanRange(at: prefix.end), prefix.comparator == nil { return range }
        guard let first = span(at: prefix.end) else { return nil }
        let suffix = boundSuffix(at: first.end)
        var span = first.content
        if let mark = match(words.withinMarks, at: suffix.comparator == nil ? suffix.end : first.end) {
            return Reading(.within(Within(duration: span, of: nil)), end: mark.end)
        }
        if suffix.comparator == .atMost, let within = withinAfterInclusion(at: first.end) {
            return Reading(.within(Within(duration: span, of: nil)), end: within)
        }
        let comparator = comparator(before: prefix.comparator, suffix: suffix)
        let counts =
            prefix.isEach || prefix.isRunning || comparator != .equal || isRunning(before: prefix.end)
        if span.unit == .year, counts {
            let count = YearCount(count: span.count, comparator: prefix.isEach ? .equal : comparator)
            return Reading(.yearCount(count), end: suffix.end)
        }
        if isDayOfMonth(span, at: first.end), comparator == .equal, !ends(words.lengthLeads, at: start) { return nil }
        span.comparator = prefix.isEach ? .equal : comparator
        return Reading(.duration(span), end: suffix.end)
    }

    /// Where 以内 ends behind brackets: 3个月（含）以内. In front of the brackets 以内 is a bound as well.
    private func withinAfterInclusion(at start: Int) -> Int? {
        var place = start
        if let inclusion = inclusion(at: place) { place = inclusion.end }
        guard let mark = match(words.withinMarks, at: place) else { return nil }
        return inclusion(at: mark.end)?.end ?? mark.end
    }

    /// 15日 alone is a day of a month; 90日 and 15天 are lengths.
    private func isDayOfMonth(_ span: TimeSpan, at end: Int) -> Bool {
        span.unit == .day && span.count <= 31 && isScalar("日", at: end - 1) && !isScalar("然", at: end - 2)
    }

    private func otherDuration(at start: Int) -> Reading<Value>? {
        guard let number = numeral(at: start), let unit = match(words.otherDurations, at: number.end) else {
            return nil
        }
        return Reading(.other, end: skip(words.withinMarks, at: unit.end))
    }

    private func spanRange(at start: Int) -> Reading<Value>? {
        let first: (count: Int, unit: TimeSpan.Unit?, end: Int)
        if let full = span(at: start) {
            first = (full.content.count, full.content.unit, full.end)
        } else if let number = numeral(at: start), let count = number.content.count, count < 200,
            number.content.style != .chineseDigits
        {
            first = (count, nil, number.end)
        } else {
            return nil
        }
        guard let mark = match(words.rangeMarks, at: first.end), let second = span(at: mark.end),
            first.unit ?? second.content.unit == second.content.unit, first.count < second.content.count
        else { return nil }
        if isDayOfMonth(second.content, at: second.end), match(words.withinMarks, at: second.end) == nil { return nil }
        var upper = second.content
        let suffix = boundSuffix(at: second.end)
        if let mark = match(words.withinMarks, at: second.end) {
            return Reading(.within(Within(duration: upper, of: nil)), end: mark.end)
        }
        upper.comparator = suffix.isInclusive == false ? .less : .atMost
        let lower = TimeSpan(first.count, upper.unit, comparator: .atLeast)
        return Reading(.durationRange(lower: lower, upper: upper), end: suffix.end)
    }

    /// 连续参保|4年: whether the years are counted by a word that stands before with fillers between.
    private func isRunning(before start: Int) -> Bool {
        var place = start
        for _ in 0..<5 {
            if ends(words.runningBackward, at: place) { return true }
            guard
                let length = words.runningFillers.length(in: text, endingAt: place, from: window.lowerBound),
                place - length > window.lowerBound
            else { return false }
            place -= length
        }
        return false
    }

    /// 第5年.
    func ordinalYear(at start: Int) -> Reading<Value>? {
        guard isScalar("第", at: start) else { return nil }
        let inner = ValueReader(text: text, window: (start + 1)..<window.upperBound, words: words)
        guard let number = inner.numeral(at: start + 1), let count = number.content.count, count < 100,
            number.content.style != .chineseDigits, isScalar("年", at: number.end)
        else { return nil }
        let years = YearCount(count: count, isOrdinal: true)
        return Reading(.yearCount(years), end: isScalar("度", at: number.end + 1) ? number.end + 2 : number.end + 1)
    }

    /// 二十世纪六十年代: no number and no date.
    func decade(at start: Int) -> Reading<Value>? {
        guard let number = numeral(at: start), let unit = match(words.decades, at: number.end) else { return nil }
        var end = unit.end
        if let second = numeral(at: end), let unit = match(words.decades, at: second.end) { end = unit.end }
        return Reading(.other, end: end)
    }
}
