/// A value that a notice states, without its place.
package enum Value: Sendable, Hashable {
    case money(Money)
    /// 提高|30元, 在上年基础上增加|20元: only the change is stated, never the amount itself. The word of change is not
    /// part of the mention.
    case moneyChange(MoneyChange)
    /// 3万元-5万元（含5万元）, 5万元以上10万元以下: the comparators say whether an end belongs to it.
    case moneyRange(lower: Money, upper: Money)
    case rate(Rate)
    /// 50%-70%.
    case rateRange(lower: Rate, upper: Rate)
    /// One point in time: a date (maybe partial) with no bound, or a place relative to an event, which may carry a
    /// bound (缴费之日起). Years relative to another stand here with their month and day or alone (次年, 上年度).
    case time(TimePoint)
    /// From a point to a point, closed at both ends; either end may be open: 2026年1月1日起 and 2025年底前 are periods
    /// with one end. A month or a year as an end is resolved to its first or last day, as far as the year is known.
    case period(Period)
    case duration(TimeSpan)
    /// 3-6个月.
    case durationRange(lower: TimeSpan, upper: TimeSpan)
    /// 出生后90天内: a duration counted from an event.
    case within(Within)
    /// 2026年度, 2026年 where no month follows: a year that a statement is about.
    case year(Int)
    /// 每月1–25日.
    case monthDays(ClosedRange<Int>)
    /// 每年9月, 每年9月至12月. Months of the next year go on from 13: 每年9月至次年2月 is 9...14.
    case yearlyMonth(ClosedRange<Int>)
    /// 每年9月1日至12月31日, 每年12月31日前.
    case yearlyPeriod(YearlyPeriod)
    case documentNumber(DocumentNumber)
    /// 年满60周岁以上, 未满18周岁, 3周岁以下.
    case age(Age)
    /// 6-18周岁.
    case ageRange(lower: Age, upper: Age)
    /// 1–2级, 一、二级: grades of disability.
    case grade(ClosedRange<Int>)
    /// 一档, 第二档, 高档 are vocabulary; 第5年, 满4年, 连续2年（含2年）以上 count years.
    case yearCount(YearCount)
    /// Something with a number that is none of the above (二十世纪六十年代, 5个工作日): kept so that nothing else
    /// claims it.
    case other
}

/// A value and where it stands, in scalars of the text that was scanned.
package struct ValueMention: Sendable, Hashable {
    package var range: Range<Int>
    package var value: Value

    package init(range: Range<Int>, value: Value) {
        self.range = range
        self.value = value
    }
}

/// How a stated number bounds the true one.
package enum Comparator: String, Sendable, Hashable, CaseIterable {
    case equal = "="
    case atLeast = ">="
    case atMost = "<="
    case more = ">"
    case less = "<"
    case about = "~"
}

/// What an amount is counted per.
package enum PerUnit: String, Sendable, Hashable, CaseIterable {
    case person, household, year, month, visit, day
}

/// An amount of renminbi in yuan.
package struct Money: Sendable, Hashable {
    package var value: ExactDecimal
    package var comparator: Comparator
    /// In the contract's order (person or household first, then the time unit), whatever the written order.
    package var per: [PerUnit]
    /// 提高30元，达到580元: the 30; negative for a fall.
    package var change: ExactDecimal?

    package init(
        value: ExactDecimal, comparator: Comparator = .equal, per: [PerUnit] = [], change: ExactDecimal? = nil
    ) {
        self.value = value
        self.comparator = comparator
        self.per = per
        self.change = change
    }
}

/// A change of an amount whose result is not stated. In yuan; negative for a fall.
package struct MoneyChange: Sendable, Hashable {
    package var amount: ExactDecimal
    package var comparator: Comparator
    package var per: [PerUnit]

    package init(amount: ExactDecimal, comparator: Comparator = .equal, per: [PerUnit] = []) {
        self.amount = amount
        self.comparator = comparator
        self.per = per
    }
}

/// A percentage: 50%, 百分之五十, 五成 are all 50.
package struct Rate: Sendable, Hashable {
    package var value: ExactDecimal
    package var comparator: Comparator
    /// 5个百分点: a difference between percentages.
    package var isPoints: Bool

    package init(value: ExactDecimal, comparator: Comparator = .equal, isPoints: Bool = false) {
        self.value = value
        self.comparator = comparator
        self.isPoints = isPoints
    }
}

/// A calendar date of which digits may be unknown. `year` is nil where the text gives none and the scanner could not
/// take it from the date before (2025年11月1日至12月31日 gives both dates 2025).
package struct PartialDate: Sendable, Hashable {
    package enum Day: Sendable, Hashable {
        case day(Int)
        /// 10月x日, 10月XX日.
        case unknown
    }
    package var year: Int?
    package var month: Int?
    package var day: Day?

    package init(year: Int?, month: Int? = nil, day: Day? = nil) {
        self.year = year
        self.month = month
        self.day = day
    }
}

/// An event that times hang on; the contract's `anchor` and `of` codes.
package enum Anchor: String, Sendable, Hashable, CaseIterable {
    case issued, payment, birth, adoption, lapse, statusChange, enrollment
}

/// A year named relative to another: 当年, 次年, 上一年度.
package enum RelativeYear: Int, Sendable, Hashable {
    case previous = -1
    case current = 0
    case next = 1
}

/// A point in time.
package struct TimePoint: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case date(PartialDate)
        /// 缴费之日 (no offset), 缴费次日 (P1D), 缴费之日起3个月后 (P3M), 缴费次月1日 (P1M, month start).
        case anchored(Anchor, offset: TimeSpan?, snapsToMonthStart: Bool)
        /// 当年12月31日, 次年3月31日: month and day of a year relative to the plan year or to the anchor before it.
        case relativeYear(RelativeYear, month: Int?, day: PartialDate.Day?)
    }
    /// Which end of an imprecise time is meant: 2025年底 and 2月底 are the last day (`Value` dates are already
    /// resolved to it); kept to tell 前/之前 from 起.
    package enum Bound: Sendable, Hashable {
        case exact
        /// 自…起, …以后, …之后, 从…开始
        case from
        /// …前, …之前, 截至…, …止
        case until
    }
    package var kind: Kind
    package var bound: Bound

    package init(_ kind: Kind, bound: Bound = .exact) {
        self.kind = kind
        self.bound = bound
    }
}

/// A period closed at both ends.
package struct Period: Sendable, Hashable {
    package var start: TimePoint?
    package var end: TimePoint?

    package init(start: TimePoint?, end: TimePoint?) {
        self.start = start
        self.end = end
    }
}

/// A stretch that comes back every year.
package struct YearlyPeriod: Sendable, Hashable {
    package struct MonthDay: Sendable, Hashable {
        package var month: Int
        package var day: Int

        package init(month: Int, day: Int) {
            self.month = month
            self.day = day
        }
    }
    /// Nil where only the end is stated (每年12月31日前).
    package var start: MonthDay?
    package var end: MonthDay?
    /// 每年9月1日至次年2月28日.
    package var endsNextYear: Bool

    package init(start: MonthDay?, end: MonthDay?, endsNextYear: Bool = false) {
        self.start = start
        self.end = end
        self.endsNextYear = endsNextYear
    }
}

/// A length of time as written: 90天 and 3个月 stay different. `description` is ISO 8601 (`P90D`, `P3M`, `P1Y`).
package struct TimeSpan: Sendable, Hashable, CustomStringConvertible {
    package enum Unit: String, Sendable, Hashable {
        case day = "D"
        case week = "W"
        case month = "M"
        case year = "Y"
    }
    package var count: Int
    package var unit: Unit
    package var comparator: Comparator

    package init(_ count: Int, _ unit: Unit, comparator: Comparator = .equal) {
        self.count = count
        self.unit = unit
        self.comparator = comparator
    }

    package var description: String { "P\(count)\(unit.rawValue)" }
}

/// A duration within which something must happen, counted from an event where the text names one.
package struct Within: Sendable, Hashable {
    package var duration: TimeSpan
    package var of: Anchor?

    package init(duration: TimeSpan, of: Anchor?) {
        self.duration = duration
        self.of = of
    }
}

/// A 发文字号, in the form 吉医保联〔2025〕19号: no spaces, these brackets (GB/T 9704-2012, 7.2.5). An unknown number is
/// kept as the notice has it: 医保发〔2025〕XX号. 国家医保局令第1号 has no year.
package struct DocumentNumber: Sendable, Hashable {
    package var canonical: String
    /// The issuing organ's short name in front: 吉医保联.
    package var organ: String
    package var year: Int?
    package var serial: String

    package init(canonical: String, organ: String, year: Int?, serial: String) {
        self.canonical = canonical
        self.organ = organ
        self.year = year
        self.serial = serial
    }
}

/// An age in full years (周岁). 未满3周岁 is less than 3.
package struct Age: Sendable, Hashable {
    package var years: Int
    package var comparator: Comparator

    package init(years: Int, comparator: Comparator) {
        self.years = years
        self.comparator = comparator
    }
}

/// A count of years: 满4年 is 4 with `atLeast`, 第5年 is ordinal.
package struct YearCount: Sendable, Hashable {
    package var count: Int
    package var comparator: Comparator
    package var isOrdinal: Bool

    package init(count: Int, comparator: Comparator = .equal, isOrdinal: Bool = false) {
        self.count = count
        self.comparator = comparator
        self.isOrdinal = isOrdinal
    }
}
