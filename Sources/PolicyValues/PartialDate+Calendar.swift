extension PartialDate {
    /// The number of days of a month of the Gregorian calendar; nil for February of an unknown year.
    package static func dayCount(ofMonth month: Int, year: Int?) -> Int? {
        switch month {
        case 2:
            guard let year else { return nil }
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    /// The first day that the date covers: 2026年 begins on 2026-01-01. Unknown days stay unknown.
    package var firstDay: PartialDate {
        if day != nil { return self }
        return PartialDate(year: year, month: month ?? 1, day: .day(1))
    }

    /// The last day that the date covers. The day stays nil for February of an unknown year.
    package var lastDay: PartialDate {
        if day != nil { return self }
        let month = month ?? 12
        return PartialDate(year: year, month: month, day: Self.dayCount(ofMonth: month, year: year).map(Day.day))
    }
}

extension PartialDate: CustomStringConvertible {
    /// ISO 8601 with `X` for unknown digits as in EDTF (ISO 8601-2): 2025-10-XX; an unknown year is `XXXX`.
    package var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        var text = year.map { padded($0, 4) } ?? "XXXX"
        if month == nil, day == nil { return text }
        text += "-" + (month.map { padded($0, 2) } ?? "XX")
        switch day {
        case .day(let number): text += "-" + padded(number, 2)
        case .unknown: text += "-XX"
        case nil: break
        }
        return text
    }
}
