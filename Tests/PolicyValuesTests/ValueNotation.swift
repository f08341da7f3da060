import PolicyValues

/// Values in one line, so that a table can set them next to the phrase they are read from.
enum ValueNotation {
    static func text(_ value: Value) -> String {
        switch value {
        case .money(let money): "money " + text(money)
        case .moneyChange(let change):
            "change " + bound(change.comparator) + change.amount.description + per(change.per)
        case .moneyRange(let lower, let upper): "money \(text(lower)) \(text(upper))"
        case .rate(let rate): "rate " + text(rate)
        case .rateRange(let lower, let upper): "rate \(text(lower)) \(text(upper))"
        case .time(let point): "time " + text(point)
        case .period(let period): "period \(period.start.map(text) ?? "..")/\(period.end.map(text) ?? "..")"
        case .duration(let span): "duration " + text(span)
        case .durationRange(let lower, let upper): "duration \(text(lower)) \(text(upper))"
        case .within(let within): "within \(text(within.duration))" + (within.of.map { " of \($0.rawValue)" } ?? "")
        case .year(let year): "year \(year)"
        case .monthDays(let days): "monthDays \(days.lowerBound)-\(days.upperBound)"
        case .yearlyMonth(let months): "yearly \(months.lowerBound)-\(months.upperBound)"
        case .yearlyPeriod(let period):
            "yearly \(text(period.start))/\(text(period.end))" + (period.endsNextYear ? " next" : "")
        case .documentNumber(let number):
            "document \(number.canonical) organ \(number.organ) year \(number.year.map(String.init) ?? "-") serial \(number.serial)"
        case .age(let age): "age " + text(age)
        case .ageRange(let lower, let upper): "age \(text(lower)) \(text(upper))"
        case .grade(let grades): "grade \(grades.lowerBound)-\(grades.upperBound)"
        case .yearCount(let count):
            (count.isOrdinal ? "ordinal " : "years ") + bound(count.comparator) + "\(count.count)"
        case .other: "other"
        }
    }

    private static func bound(_ comparator: Comparator) -> String {
        comparator == .equal ? "" : comparator.rawValue
    }

    private static func per(_ units: [PerUnit]) -> String {
        units.isEmpty ? "" : " per " + units.map(\.rawValue).joined(separator: ",")
    }

    private static func text(_ money: Money) -> String {
        bound(money.comparator) + money.value.description + per(money.per)
            + (money.change.map { " change \($0)" } ?? "")
    }

    private static func text(_ rate: Rate) -> String {
        bound(rate.comparator) + rate.value.description + (rate.isPoints ? " points" : "")
    }

    private static func text(_ span: TimeSpan) -> String { bound(span.comparator) + span.description }

    private static func text(_ age: Age) -> String { bound(age.comparator) + "\(age.years)" }

    private static func text(_ day: YearlyPeriod.MonthDay?) -> String { day.map { "\($0.month)-\($0.day)" } ?? ".." }

    private static func text(_ point: TimePoint) -> String {
        let suffix =
            switch point.bound {
            case .exact: ""
            case .from: " from"
            case .until: " until"
            }
        switch point.kind {
        case .date(let date): return date.description + suffix
        case .anchored(let anchor, let offset, let snaps):
            return anchor.rawValue + (offset.map { "+\($0)" } ?? "") + (snaps ? "@monthStart" : "") + suffix
        case .relativeYear(let year, let month, let day):
            let date = PartialDate(year: nil, month: month, day: day).description.dropFirst(4)
            return "\(year)\(date)" + suffix
        }
    }
}
