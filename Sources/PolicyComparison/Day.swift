/// A day of the Gregorian calendar, counted (proleptic, ISO 8601), so that two can be subtracted.
package struct Day: Sendable, Hashable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// `YYYY-MM-DD`; nil where a digit is unknown (`X`) or the day does not exist.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2 else { return nil }
        let numbers = parts.compactMap { Int(Substring($0)) }
        guard numbers.count == 3, 1...12 ~= numbers[1], 1...Self.days(inMonth: numbers[1], of: numbers[0]) ~= numbers[2]
        else { return nil }
        (year, month, day) = (numbers[0], numbers[1], numbers[2])
    }

    private init(year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// A year that plan years can be set to. The years around it are no leap years.
    package static let commonYear = 2002

    /// The same day so many years later; 29 February becomes 28 February where the year is no leap year.
    package func moved(years: Int) -> Day {
        Day(year: year + years, month: month, day: min(day, Self.days(inMonth: month, of: year + years)))
    }

    /// Days since 1 January of the year 1.
    package var number: Int {
        let before = year - 1
        let beforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1]
        return before * 365 + before / 4 - before / 100 + before / 400 + beforeMonth
            + (month > 2 && Self.isLeap(year) ? 1 : 0) + day
    }

    package static func < (a: Day, b: Day) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
}
