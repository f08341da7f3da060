extension ValueReader {
    private enum Point {
        case calendar(CalendarTime)
        case anchored(TimePoint)
    }

    /// A date, a year, a time that hangs on an event, or a period between two of them.
    func time(at start: Int) -> Reading<Value>? {
        let until = match(words.untilPrefixes, at: start)
        let from = until == nil ? match(words.fromPrefixes, at: start) : nil
        let place = until?.end ?? from?.end ?? start
        // 即日起 alone may follow an event named before it (缴费后即日起); with an end it is the notice's own day.
        if until == nil, let today = match(words.noticeDay, at: place) {
            let point = TimePoint(.anchored(.issued, offset: nil, snapsToMonthStart: false), bound: .from)
            return period(from: .anchored(point), at: today.end)
        }
        let calendar = calendarTime(at: place)
        let anchored = anchoredTime(at: place)
        if let anchored, anchored.end > calendar?.end ?? 0 {
            switch anchored.content {
            case .within(let within): return Reading(.within(within), end: anchored.end)
            case .point(var point):
                if until == nil, let period = period(from: .anchored(point), at: anchored.end) { return period }
                if until != nil { point.bound = .until }
                if from != nil, point.bound == .exact { point.bound = .from }
                return Reading(.time(point), end: anchored.end)
            }
        }
        guard let calendar else { return nil }
        let end = clockEnd(at: calendar.end, after: calendar.content)
        if until == nil, let period = period(from: .calendar(calendar.content), at: end) { return period }
        return single(calendar.content, at: end, isUntil: until != nil, isFrom: from != nil)
    }

    private func single(_ time: CalendarTime, at end: Int, isUntil: Bool, isFrom: Bool) -> Reading<Value>? {
        if isUntil {
            let point = TimePoint(time.kind(time.last), bound: .until)
            return Reading(.period(Period(start: nil, end: point)), end: skip(words.untilMarks, at: end))
        }
        if let mark = match(words.fromMarks, at: end) {
            let point = TimePoint(time.kind(time.first), bound: .from)
            return Reading(.period(Period(start: point, end: nil)), end: mark.end)
        }
        if let mark = match(words.untilMarks, at: end) {
            let point = TimePoint(time.kind(time.before), bound: .until)
            return Reading(.period(Period(start: nil, end: point)), end: mark.end)
        }
        switch time.precision {
        case .year:
            if let year = time.alone.year { return Reading(.year(year), end: end) }
        case .part:
            let first = TimePoint(time.kind(time.first))
            let last = TimePoint(time.kind(time.last))
            return Reading(.period(Period(start: first, end: last)), end: end)
        case .month, .day:
            if isFrom {
                let point = TimePoint(time.kind(time.first), bound: .from)
                return Reading(.period(Period(start: point, end: nil)), end: end)
            }
        }
        return Reading(.time(TimePoint(time.kind(time.alone))), end: end)
    }

    /// 至2026年2月28日[止] behind a start.
    private func period(from start: Point, at place: Int) -> Reading<Value>? {
        var mark = skip(words.fromMarks, at: place)
        let hasMark = mark > place
        // 自2025年11月1日起，至2026年2月28日止
        if hasMark || isAnchoredFrom(start), isScalar("，", at: mark) || isScalar("、", at: mark) { mark += 1 }
        var next = skip(words.rangeMarks, at: mark)
        if next == mark { next = skip(words.untilPrefixes, at: mark) }
        guard next > mark else { return nil }
        let startPoint: TimePoint
        var startTime: CalendarTime?
        switch start {
        case .anchored(let point): startPoint = point
        case .calendar(let time):
            startTime = time
            startPoint = TimePoint(time.kind(time.first), bound: .from)
        }
        let calendar = calendarTime(at: next, after: startTime)
        if let anchored = anchoredTime(at: next), anchored.end > calendar?.end ?? 0 {
            guard case .point(var point) = anchored.content else { return nil }
            point.bound = .until
            let end = skip(words.untilMarks, at: anchored.end)
            return Reading(.period(Period(start: startPoint, end: point)), end: end)
        }
        guard let calendar else { return nil }
        let time = calendar.content.resolved(from: startTime?.relativeYear == nil ? startTime?.first.year : nil)
        // 次年3月1日至6月30日
        var endTime = time
        if time.alone.year == nil, time.relativeYear == nil { endTime.relativeYear = startTime?.relativeYear }
        let point = TimePoint(endTime.kind(endTime.last), bound: .until)
        let end = skip(words.untilMarks, at: clockEnd(at: calendar.end, after: time))
        return Reading(.period(Period(start: startPoint, end: point)), end: end)
    }

    private func isAnchoredFrom(_ point: Point) -> Bool {
        if case .anchored(let point) = point { return point.bound == .from }
        return false
    }

    /// Where an hour or a bracket behind a day ends: 12月31日24时, 12月31日（含当日）.
    private func clockEnd(at place: Int, after time: CalendarTime) -> Int {
        guard time.precision == .day else { return place }
        var end = inclusion(at: place)?.end ?? place
        let hour = skip(words.dayParts, at: end)
        var figures = hour
        while figures < hour + 2, isFigure(at: figures) { figures += 1 }
        // 零时, 二十四时
        if figures == hour {
            while figures < hour + 3, "零〇一二三四五六七八九十".unicodeScalars.contains(where: { isScalar($0, at: figures) }) {
                figures += 1
            }
        }
        guard figures > hour else { return end }
        if isScalar("时", at: figures) || isScalar("点", at: figures) {
            end = figures + 1
        } else if isScalar(":", at: figures) || isScalar("：", at: figures), isFigure(at: figures + 1),
            isFigure(at: figures + 2)
        {
            end = figures + 3
        }
        return end
    }
}
