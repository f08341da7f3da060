/// A time of the calendar as read: a day, a month, a year or a part of one.
struct CalendarTime {
    enum Precision { case year, part, month, day }
    /// Set where the year is named by another (次年); then the dates have no year.
    var relativeYear: RelativeYear?
    /// As it stands alone, as the first and as the last day of a period.
    var alone: PartialDate
    var first: PartialDate
    var last: PartialDate
    var precision: Precision
    /// The mark between figures in 2025.11.1, so that 2025.11.1-12.31 can go on with it.
    var separator: Unicode.Scalar?

    init(_ date: PartialDate, _ precision: Precision, relativeYear: RelativeYear? = nil) {
        alone = date
        first = date.firstDay
        last = date.lastDay
        self.precision = precision
        self.relativeYear = relativeYear
    }

    func kind(_ date: PartialDate) -> TimePoint.Kind {
        if let relativeYear { return .relativeYear(relativeYear, month: date.month, day: date.day) }
        return .date(date)
    }

    /// With 次年 and 当年 counted from a year.
    func resolved(from year: Int?) -> CalendarTime {
        guard let relativeYear, let year else { return self }
        let resolvedYear = year + relativeYear.rawValue
        var result = self
        result.relativeYear = nil
        result.alone.year = resolvedYear
        result.first = PartialDate(year: resolvedYear, month: first.month, day: first.day)
        result.last = PartialDate(year: resolvedYear, month: last.month, day: last.day).lastDay
        return result
    }

    /// The last day before the time: what 2026年前 and 3月前 leave.
    var before: PartialDate {
        switch precision {
        case .day, .part: return last
        case .year:
            guard let year = alone.year else { return last }
            return PartialDate(year: year - 1, month: 12, day: .day(31))
        case .month:
            guard let month = alone.month else { return last }
            if month > 1 { return PartialDate(year: alone.year, month: month - 1).lastDay }
            return PartialDate(year: alone.year.map { $0 - 1 }, month: 12, day: .day(31))
        }
    }
}

extension ValueReader {
    /// Reads a time of the calendar. `start` of a period may be given: its year and month are carried to an end that
    /// leaves them out.
    func calendarTime(at place: Int, after start: CalendarTime? = nil) -> Reading<CalendarTime>? {
        if let date = separatedDate(at: place, after: start) { return date }
        if let year = yearNumber(at: place) {
            if isScalar("年", at: year.end), !isScalar("级", at: year.end + 1), !isScalar("代", at: year.end + 1) {
                return monthPart(at: year.end + 1, year: year.content, relative: nil)
            }
            // The 2024 of 2024-2025年.
            if let mark = match(words.rangeMarks, at: year.end), let next = yearNumber(at: mark.end),
                isScalar("年", at: next.end)
            {
                return Reading(CalendarTime(PartialDate(year: year.content), .year), end: year.end)
            }
            return nil
        }
        if let relative = match(words.relativeYears, at: place), !ends(words.relativeYearGuards, at: place) {
            return monthPart(at: relative.end, year: nil, relative: relative.payload)
        }
        if let month = month(at: place, year: start?.first.year, relative: nil, needsMark: start == nil) {
            return month
        }
        if let start, let month = start.first.month, start.precision == .day, let day = dayNumber(at: place) {
            return Reading(
                CalendarTime(PartialDate(year: start.first.year, month: month, day: day.content), .day), end: day.end)
        }
        return nil
    }

    /// A year in four figures or Chinese digits.
    private func yearNumber(at place: Int) -> Reading<Int>? {
        guard let scalar = scalar(at: place), Numeral.isArabic(scalar) || Numeral.digit(scalar) != nil else {
            return nil
        }
        if Numeral.isArabic(scalar) {
            var year = 0
            for offset in 0..<4 {
                guard let figure = self.scalar(at: place + offset), Numeral.isArabic(figure) else { return nil }
                year = year * 10 + Int(figure.value - 0x30)
            }
            guard 1900...2199 ~= year, !isFigure(at: place + 4) else { return nil }
            return Reading(year, end: place + 4)
        }
        guard let number = numeral(at: place), number.content.style == .chineseDigits, number.end == place + 4,
            let year = number.content.count, 1900...2199 ~= year
        else { return nil }
        return Reading(year, end: number.end)
    }

    /// 2025-11-01, 2025.11.1, 2025/11/1.
    private func separatedDate(at place: Int, after start: CalendarTime?) -> Reading<CalendarTime>? {
        guard isFigure(at: place) else { return nil }
        if start == nil, let previous = scalar(at: place - 1),
            previous.properties.isASCIIHexDigit || previous == "-" || previous == "/" || previous == "."
        {
            return nil
        }
        var year: Int?
        var separator = start?.separator
        var next = place
        if let number = yearNumber(at: place), let mark = scalar(at: number.end),
            mark == "-" || mark == "." || mark == "/"
        {
            year = number.content
            separator = mark
            next = number.end + 1
        } else if separator != nil {
            year = start?.first.year
        } else {
            return nil
        }
        guard let separator, let month = shortNumber(at: next, upTo: 12), isScalar(separator, at: month.end),
            let day = shortNumber(at: month.end + 1, upTo: 31), !isFigure(at: day.end)
        else { return nil }
        if isScalar(separator, at: day.end), isFigure(at: day.end + 1), separator != "-" { return nil }
        var time = CalendarTime(PartialDate(year: year, month: month.content, day: .day(day.content)), .day)
        time.separator = separator
        return Reading(time, end: day.end)
    }

    /// One or two figures, from 1 to `limit`.
    private func shortNumber(at place: Int, upTo limit: Int) -> Reading<Int>? {
        var value = 0
        var end = place
        while end < place + 2, let figure = scalar(at: end), Numeral.isArabic(figure) {
            value = value * 10 + Int(figure.value - 0x30)
            end += 1
        }
        return end > place && 1...limit ~= value ? Reading(value, end: end) : nil
    }

    private func smallNumber(at place: Int, upTo limit: Int) -> Reading<Int>? {
        guard let number = numeral(at: place), number.content.style != .chineseDigits, let count = number.content.count,
            1...limit ~= count, number.end - place <= 3
        else { return nil }
        return Reading(count, end: number.end)
    }

    /// x, XX: digits that the notice leaves open.
    private func unknownNumber(at place: Int) -> Int? {
        let one = skip(words.unknownDigits, at: place)
        return one > place ? skip(words.unknownDigits, at: one) : nil
    }

    private func monthPart(at place: Int, year: Int?, relative: RelativeYear?) -> Reading<CalendarTime>? {
        if let end = match(words.yearEnds, at: place) {
            let date = PartialDate(year: year, month: 12, day: .day(31))
            return Reading(CalendarTime(date, .day, relativeYear: relative), end: end.end)
        }
        if let beginning = match(words.monthStarts, at: place) {
            let date = PartialDate(year: year, month: 1, day: .day(1))
            return Reading(CalendarTime(date, .day, relativeYear: relative), end: beginning.end)
        }
        if let part = match(words.yearParts, at: place) {
            var time = CalendarTime(PartialDate(year: year), .part, relativeYear: relative)
            time.first = PartialDate(year: year, month: part.payload.lowerBound, day: .day(1))
            time.last = PartialDate(year: year, month: part.payload.upperBound).lastDay
            return Reading(time, end: part.end)
        }
        if let month = month(at: place, year: year, relative: relative, needsMark: false) { return month }
        // 2025年月日, the blanks of a form dropped.
        if year != nil, isScalar("月", at: place), isScalar("日", at: place + 1) {
            return Reading(CalendarTime(PartialDate(year: year, day: .unknown), .day), end: place + 2)
        }
        let end = skip(words.yearSuffixes, at: place)
        return Reading(CalendarTime(PartialDate(year: year), .year, relativeYear: relative), end: end)
    }

    /// 11月, 11月1日, 2月底, 3月上旬, and the 3 of 3-6月.
    private func month(
        at place: Int, year: Int?, relative: RelativeYear?, needsMark: Bool
    ) -> Reading<CalendarTime>? {
        if let unknown = unknownNumber(at: place), isScalar("月", at: unknown), !needsMark {
            guard let day = dayNumber(at: unknown + 1) else { return nil }
            return Reading(
                CalendarTime(PartialDate(year: year, day: day.content), .day, relativeYear: relative), end: day.end)
        }
        guard let month = smallNumber(at: place, upTo: 12) else { return nil }
        let date = PartialDate(year: year, month: month.content)
        guard isScalar("月", at: month.end) else {
            // The 3 of 3-6月.
            guard let mark = match(words.rangeMarks, at: month.end), let next = smallNumber(at: mark.end, upTo: 12),
                isScalar("月", at: next.end), dayNumber(at: next.end + 1) == nil
            else { return nil }
            return Reading(CalendarTime(date, .month, relativeYear: relative), end: month.end)
        }
        guard !isScalar("龄", at: month.end + 1) else { return nil }
        let next = month.end + 1
        if let day = dayNumber(at: next) ?? openDay(at: next) {
            var exact = date
            exact.day = day.content
            return Reading(CalendarTime(exact, .day, relativeYear: relative), end: day.end)
        }
        if let end = match(words.monthEnds, at: next) {
            return Reading(CalendarTime(date.lastDay, .day, relativeYear: relative), end: end.end)
        }
        if let beginning = match(words.monthStarts, at: next) {
            return Reading(CalendarTime(date.firstDay, .day, relativeYear: relative), end: beginning.end)
        }
        if let part = match(words.monthParts, at: next) {
            var first = date
            first.day = .day(part.payload.lowerBound)
            var time = CalendarTime(first, .day, relativeYear: relative)
            time.last = date.lastDay
            if part.payload.upperBound < 31 { time.last.day = .day(part.payload.upperBound) }
            return Reading(time, end: part.end)
        }
        return Reading(
            CalendarTime(date, .month, relativeYear: relative), end: isScalar("份", at: next) ? next + 1 : next)
    }

    /// 1日, 1号, XX日.
    func dayNumber(at place: Int) -> Reading<PartialDate.Day>? {
        if let unknown = unknownNumber(at: place), isScalar("日", at: unknown) {
            return Reading(.unknown, end: unknown + 1)
        }
        guard let day = smallNumber(at: place, upTo: 31), isScalar("日", at: day.end) || isScalar("号", at: day.end)
        else { return nil }
        return Reading(.day(day.content), end: day.end + 1)
    }

    /// The 1 of 11月1-25日.
    private func openDay(at place: Int) -> Reading<PartialDate.Day>? {
        guard let day = smallNumber(at: place, upTo: 31), let mark = match(words.rangeMarks, at: day.end),
            dayNumber(at: mark.end) != nil
        else { return nil }
        return Reading(.day(day.content), end: day.end)
    }

    /// 每月1-25日, 每年9月, 每年9月1日至12月31日.
    func recurring(at start: Int) -> Reading<Value>? {
        guard let per = match(words.perBefore, at: start), per.payload.count == 1 else { return nil }
        let place = isScalar("的", at: per.end) ? per.end + 1 : per.end
        switch per.payload[0] {
        case .month: return monthDays(at: place)
        case .year: return yearly(at: place)
        default: return nil
        }
    }

    private func monthDays(at place: Int) -> Reading<Value>? {
        guard let first = dayNumber(at: place) ?? openDay(at: place), case .day(let lower) = first.content else {
            return nil
        }
        if let mark = match(words.rangeMarks, at: first.end), let second = dayNumber(at: mark.end),
            case .day(let upper) = second.content, lower <= upper
        {
            return Reading(.monthDays(lower...upper), end: second.end)
        }
        guard isScalar("日", at: first.end - 1) || isScalar("号", at: first.end - 1) else { return nil }
        if let mark = match(words.untilMarks, at: first.end) { return Reading(.monthDays(1...lower), end: mark.end) }
        if let mark = match(words.fromMarks, at: first.end) { return Reading(.monthDays(lower...31), end: mark.end) }
        return Reading(.monthDays(lower...lower), end: first.end)
    }

    private func yearly(at place: Int) -> Reading<Value>? {
        guard let first = calendarTime(at: place), first.content.relativeYear == nil, first.content.alone.year == nil,
            let month = first.content.first.month, let firstDay = monthDay(first.content.first)
        else { return nil }
        if let mark = match(words.rangeMarks, at: first.end),
            let second = calendarTime(at: mark.end, after: first.content), second.content.alone.year == nil,
            let lastMonth = second.content.last.month
        {
            let isNext = second.content.relativeYear == .next
            if first.content.precision == .month, second.content.precision == .month {
                let end = isNext ? lastMonth + 12 : lastMonth
                guard month <= end else { return Reading(.yearlyMonth(month...(end + 12)), end: second.end) }
                return Reading(.yearlyMonth(month...end), end: second.end)
            }
            // February of no certain year ends on its 29th at the latest.
            let last = monthDay(second.content.last) ?? .init(month: lastMonth, day: 29)
            let value = YearlyPeriod(start: firstDay, end: last, endsNextYear: isNext)
            return Reading(.yearlyPeriod(value), end: second.end)
        }
        if first.content.precision == .month { return Reading(.yearlyMonth(month...month), end: first.end) }
        if let mark = match(words.untilMarks, at: first.end) {
            return Reading(.yearlyPeriod(.init(start: nil, end: monthDay(first.content.last))), end: mark.end)
        }
        if let mark = match(words.fromMarks, at: first.end) {
            return Reading(.yearlyPeriod(.init(start: firstDay, end: nil)), end: mark.end)
        }
        let value = YearlyPeriod(start: firstDay, end: monthDay(first.content.last))
        return Reading(.yearlyPeriod(value), end: first.end)
    }

    private func monthDay(_ date: PartialDate) -> YearlyPeriod.MonthDay? {
        guard let month = date.month, case .day(let day) = date.day else { return nil }
        return YearlyPeriod.MonthDay(month: month, day: day)
    }
}
