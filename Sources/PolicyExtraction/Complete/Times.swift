import PolicyRules
import PolicyValues

/// Points and periods of the scanner as the contract writes them.
struct TimeWriter {
    let planYear: Int?
    /// The year named last before the time, for dates that state none.
    var yearBefore: Int?
    /// Year and month of issue. What a notice says without a year, and without one before it, is the next such day.
    var issued: (year: Int, month: Int)?
    /// Whether dates whose year nothing tells are written all the same, as XXXX-09-01 (EDTF, ISO 8601-2).
    var keepsYearless = false

    init(planYear: Int?) { self.planYear = planYear }

    /// The year that a value names last.
    static func year(of value: Value) -> Int? {
        func year(_ point: TimePoint?) -> Int? {
            if case .date(let date)? = point?.kind { return date.year }
            return nil
        }
        switch value {
        case .year(let number): return number
        case .time(let point): return year(point)
        case .period(let period): return year(period.end) ?? year(period.start)
        default: return nil
        }
    }

    /// A month or a day alone as the stretch that it is: 2026年1月缴费的.
    func whole(of value: Value, text: String) -> PeriodValue? {
        guard case .time(let time) = value, time.bound == .exact, case .date = time.kind else {
            return period(of: value, text: text)
        }
        let both = PeriodValue(
            start: point(time, as: .start, text: text, after: nil), end: point(time, as: .end, text: text, after: nil))
        return both.start == nil ? nil : both
    }

    enum End { case start, end }

    func period(of value: Value, text: String) -> PeriodValue? {
        let period = bothEnds(of: value, text: text)
        return period?.start == nil && period?.end == nil ? nil : period
    }

    private func bothEnds(of value: Value, text: String) -> PeriodValue? {
        switch value {
        case .period(let period):
            let start = period.start.flatMap { point($0, as: .start, text: text, after: nil) }
            return PeriodValue(
                start: start, end: period.end.flatMap { point($0, as: .end, text: text, after: period.start) })
        case .time(let time):
            if time.bound == .until {
                return PeriodValue(end: point(time, as: .end, text: text, after: nil))
            }
            return PeriodValue(start: point(time, as: .start, text: text, after: nil))
        case .yearlyPeriod(let yearly):
            return PeriodValue(
                start: yearly.start.map { TimePointValue(date: yearlyDate($0.month, "\(pad($0.day))"), text: text) },
                end: yearly.end.map { TimePointValue(date: yearlyDate($0.month, "\(pad($0.day))"), text: text) })
        case .yearlyMonth(let months):
            let last = (months.upperBound - 1) % 12 + 1
            // The last of February depends on the year.
            let day = last == 2 ? "2X" : "\(daysInMonth(last, of: 2000))"
            return PeriodValue(
                start: TimePointValue(date: yearlyDate(months.lowerBound, "01"), text: text),
                end: TimePointValue(date: yearlyDate(last, day), text: text))
        default:
            return nil
        }
    }

    /// A day of every year: its year is unknown as in EDTF (ISO 8601-2).
    private func yearlyDate(_ month: Int, _ day: String) -> String { "XXXX-\(pad(month))-\(day)" }

    func point(_ time: TimePoint, as end: End, text: String, after start: TimePoint?) -> TimePointValue? {
        switch time.kind {
        case .date(let date):
            return iso(date, as: end).map { TimePointValue(date: $0, text: text) }
        case .anchored(let anchor, let offset, let snaps):
            return TimePointValue(
                anchor: AnchorEvent(rawValue: anchor.rawValue), offset: offset?.description,
                snap: snaps ? .monthStart : nil, text: text)
        case .relativeYear(let year, let month, let day):
            // 次年 after an event counts from the event; 当年 in a notice of one year is that year.
            if case .anchored(let anchor, _, _)? = start?.kind, year == .next, let month, case .day(let day)? = day {
                return TimePointValue(
                    anchor: AnchorEvent(rawValue: anchor.rawValue), offset: "P1Y",
                    monthDay: pad(month) + "-" + pad(day), text: text)
            }
            // 当年 alone is no point in time.
            guard let planYear, month != nil || year != .current else { return nil }
            // 2025年9月至12月缴费的，次年1月1日起: the year after the one just named.
            var base = year == .next ? yearBefore ?? planYear : planYear
            if year == .next, case .date(let date)? = start?.kind, let month = date.month,
                let started = date.year ?? yearBefore ?? yearAfterIssue(of: month)
            {
                base = started
            }
            return iso(PartialDate(year: base + year.rawValue, month: month, day: day), as: end)
                .map { TimePointValue(date: $0, text: text) }
        }
    }

    func iso(_ date: PartialDate, as end: End) -> String? {
        let month = date.month ?? (end == .start ? 1 : 12)
        guard let year = date.year ?? yearBefore ?? yearAfterIssue(of: month) else {
            guard keepsYearless, date.month != nil else { return nil }
            if case .day(let day)? = date.day {
                return yearlyDate(month, day > daysInMonth(month, of: 2000) ? "XX" : pad(day))
            }
            return yearlyDate(month, end == .start ? "01" : month == 2 ? "2X" : pad(daysInMonth(month, of: 2000)))
        }
        switch date.day {
        // A day that the month has not, 2月31日, is a slip of the pen: the month is known, the day is not.
        case .day(let day): return "\(year)-\(pad(month))-" + (day > daysInMonth(month, of: year) ? "XX" : pad(day))
        case .unknown: return "\(year)-\(pad(month))-XX"
        case nil:
            let day = end == .start ? 1 : daysInMonth(month, of: year)
            return "\(year)-\(pad(month))-\(pad(day))"
        }
    }

    private func yearAfterIssue(of month: Int) -> Int? {
        issued.map { $0.month <= month ? $0.year : $0.year + 1 }
    }

    /// Whether the value's year is told only by when the notice was issued.
    func isDatedByIssue(_ value: Value) -> Bool {
        func lacksYear(_ point: TimePoint?) -> Bool {
            if case .date(let date)? = point?.kind { return date.year == nil }
            return false
        }
        guard yearBefore == nil, issued != nil else { return false }
        switch value {
        case .time(let point): return lacksYear(point)
        case .period(let period): return lacksYear(period.start) || lacksYear(period.end)
        default: return false
        }
    }

    private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
}
