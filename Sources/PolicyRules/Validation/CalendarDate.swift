/// An ISO 8601 date of which the end may be left out and digits may be unknown (`X`, EDTF in ISO 8601-2): `2025`,
/// `2025-10`, `2025-10-XX`.
struct CalendarDate {
    /// The first and the last day that the date can be, as `YYYYMMDD` with 00 and 99 for what is not known.
    let earliest: Int
    let latest: Int

    init?(_ text: String) {
        let parts = Array(text.utf8).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard 1...3 ~= parts.count else { return nil }
        var bounds: [ClosedRange<Int>] = []
        for (part, count) in zip(parts, [4, 2, 2]) {
            guard part.count == count, let range = numbers(part) else { return nil }
            bounds.append(range)
        }
        if bounds.count > 1, !bounds[1].overlaps(1...12) { return nil }
        if bounds.count > 2, !bounds[2].overlaps(1...CalendarDate.days(month: bounds[1], year: bounds[0])) {
            return nil
        }
        while bounds.count < 3 { bounds.append(0...99) }
        earliest = bounds.reduce(0) { $0 * 100 + $1.lowerBound }
        latest = bounds.reduce(0) { $0 * 100 + $1.upperBound }
    }

    /// The largest number of days that the month can have; 31 where month or year are not known.
    private static func days(month: ClosedRange<Int>, year: ClosedRange<Int>) -> Int {
        guard month.count == 1 else { return 31 }
        switch month.lowerBound {
        case 2:
            let isLeap = { (year: Int) in year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
            return year.count > 1 || isLeap(year.lowerBound) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }
}

/// The numbers that digits with unknown ones can be, from the smallest to the largest.
private func numbers(_ digits: ArraySlice<UInt8>) -> ClosedRange<Int>? {
    var range = 0...0
    for digit in digits {
        if digit == UInt8(ascii: "X") {
            range = range.lowerBound * 10...range.upperBound * 10 + 9
        } else {
            guard isASCIIDigit(digit) else { return nil }
            let value = Int(digit - UInt8(ascii: "0"))
            range = range.lowerBound * 10 + value...range.upperBound * 10 + value
        }
    }
    return range
}
