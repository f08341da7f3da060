import PolicyValues

/// The token classes of the values, by which patterns name them.
struct ValueClasses: Sendable {
    let amount, amountChange, amountRange, rate, time, period, duration, within, year, monthDays, yearly: Symbol
    let documentNumber, age, grade, yearCount, number: Symbol
    /// 不少于180天: a duration with a lower bound.
    let durationAtLeast, durationAtMost: Symbol
    /// Codes of times: of the calendar, or hung on an event.
    let date, anchored: Symbol
    /// 每满1年: a step, not a count from which something begins.
    let eachYear: Symbol
    /// 自2026年1月1日起: a period without an end. Benefits have such, windows do not.
    let openPeriod: Symbol
    /// 2026年12月31日前: a period without a start.
    let untilPeriod: Symbol
    /// Grades of disability that count as severe (重度): one and two.
    let severeGrade, lesserGrade: Symbol
    /// 延至2027年3月31日: a new end of a period known already.
    let prolonged: Symbol

    /// All of them, for the check that patterns speak of nothing else.
    let all: [Symbol]

    init(symbols: inout SymbolTable) {
        var all: [Symbol] = []
        func known(_ name: String) -> Symbol {
            let symbol = symbols.intern(name)
            all.append(symbol)
            return symbol
        }
        amount = known("amount")
        amountChange = known("amountChange")
        amountRange = known("amountRange")
        rate = known("rate")
        durationAtMost = known("duration<=")
        openPeriod = known("openPeriod")
        untilPeriod = known("untilPeriod")
        severeGrade = known("severeGrade")
        lesserGrade = known("lesserGrade")
        eachYear = known("eachYear")
        date = known("date")
        anchored = known("anchored")
        durationAtLeast = known("duration>=")
        prolonged = known("prolonged")
        time = known("time")
        period = known("period")
        duration = known("duration")
        within = known("within")
        year = known("year")
        monthDays = known("monthDays")
        yearly = known("yearly")
        documentNumber = known("documentNumber")
        age = known("age")
        grade = known("grade")
        yearCount = known("yearCount")
        number = known("number")
        self.all = all
    }

    func symbol(of value: Value) -> Symbol {
        switch value {
        case .money: amount
        case .moneyChange: amountChange
        case .moneyRange: amountRange
        case .rate: rate
        case .time: time
        case .period: period
        case .duration: duration
        case .within: within
        case .year: year
        case .monthDays: monthDays
        case .yearlyMonth, .yearlyPeriod: yearly
        case .documentNumber: documentNumber
        case .age, .ageRange: age
        case .grade: grade
        case .yearCount: yearCount
        case .rateRange, .durationRange, .other: number
        }
    }

    /// The code by which a pattern may tell bounded values from others of their class.
    func code(of value: Value, writtenAs text: ArraySlice<Unicode.Scalar>) -> Symbol {
        if case .duration(let span) = value, span.comparator == .atMost { return durationAtMost }
        if case .yearCount = value, text.first == "每" { return eachYear }
        if case .grade(let grades) = value { return grades.upperBound <= 2 ? severeGrade : lesserGrade }
        if case .time(let point) = value {
            switch point.kind {
            case .date: return date
            case .anchored: return anchored
            case .relativeYear(_, let month, _): return month == nil ? time : date
            }
        }
        if case .period(let stretch) = value {
            if text.contains("延") { return prolonged }
            if stretch.end == nil { return openPeriod }
            if stretch.start == nil { return untilPeriod }
        }
        if case .duration(let span) = value, span.comparator == .atLeast { return durationAtLeast }
        return symbol(of: value)
    }
}
