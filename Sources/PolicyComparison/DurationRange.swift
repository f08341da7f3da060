/// The days that an ISO 8601 duration can take: 3 months are 89 to 92 days, so that 90 days are neither more nor less.
package struct DurationRange: Sendable, Hashable {
    package var days: ClosedRange<Int>
    /// The unit and count where the duration has but one: `P3M`.
    package var single: (count: Int, unit: Character)? {
        units.count == 1 ? units.first.map { ($0.value, Character(Unicode.Scalar($0.key))) } : nil
    }
    private var units: [UInt8: Int]

    /// `PnYnMnWnD`; nil for anything else.
    package init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        guard bytes.popFirst() == UInt8(ascii: "P"), !bytes.isEmpty else { return nil }
        var units: [UInt8: Int] = [:]
        while !bytes.isEmpty {
            let digits = bytes.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            bytes = bytes.dropFirst(digits.count)
            guard 1...6 ~= digits.count, let unit = bytes.popFirst(), units[unit] == nil, "YMWD".utf8.contains(unit)
            else { return nil }
            units[unit] = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }
        self.units = units
        let months = (units[UInt8(ascii: "Y")] ?? 0) * 12 + (units[UInt8(ascii: "M")] ?? 0)
        let days = (units[UInt8(ascii: "W")] ?? 0) * 7 + (units[UInt8(ascii: "D")] ?? 0)
        // The Gregorian calendar repeats every 400 years of 146,097 days; whole years are bounded by one day of leap a
        // year, which is wide enough for the spans that notices name.
        let years = months / 12
        let shortest = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334]
        let longest = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337]
        self.days =
            days + years * 365 + shortest[months % 12]...days + years * 365 + (years + 3) / 4 + longest[months % 12]
    }

    package static func == (a: DurationRange, b: DurationRange) -> Bool { a.units == b.units }
    package func hash(into hasher: inout Hasher) { hasher.combine(units) }

    /// Which is longer for certain: -1, 0 or 1; nil where that depends on the months.
    package func order(to other: DurationRange) -> Int? {
        if units == other.units { return 0 }
        if let a = single, let b = other.single, a.unit == b.unit {
            return a.count == b.count ? 0 : a.count < b.count ? -1 : 1
        }
        if days.upperBound < other.days.lowerBound { return -1 }
        if days.lowerBound > other.days.upperBound { return 1 }
        return days.count == 1 && days == other.days ? 0 : nil
    }
}
