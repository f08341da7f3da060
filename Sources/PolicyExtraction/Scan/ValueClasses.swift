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
    /// 延至2027年3月31日: a new end of a period known already.
    let prolonged: Symbol

    init(symbols: inout SymbolTable) {
        amount = symbols.intern("amount")
        amountChange = symbols.intern("amountChange")
        amountRange = symbols.intern("amountRange")
        rate = symbols.intern("rate")
        durationAtMost = symbols.intern("duration<=")
        eachYear = symbols.intern("eachYear")
        date = symbols.intern("date")
        anchored = symbols.intern("anchored")
        durationAtLeast = symbols.intern("duration>=")
        prolonged = symbols.intern("prolonged")
        time = symbols.intern("time")
        period = symbols.intern("period")
        duration = symbols.intern("duration")
        within = symbols.intern("within")
        year = symbols.intern("year")
        monthDays = symbols.intern("monthDays")
        yearly = symbols.intern("yearly")
        documentNumber = symbols.intern("documentNumber")
        age = symbols.intern("age")
        grade = symbols.intern("grade")
        yearCount = symbols.intern("yearCount")
        number = symbols.intern("number")
    }

    /// Every class that `symbol(of:)` may give.
    var classes: [Symbol] {
        [
            amount, amountChange, amountRange, rate, time, period, duration, within, year, monthDays, yearly,
            documentNumber, age, grade, yearCount, number,
        ]
    }

    /// The codes that `code(of:writtenAs:)` may give besides the classes.
    var codes: [Symbol] { [durationAtLeast, durationAtMost, date, anchored, prolonged] }

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
        if case .time(let point) = value {
            switch point.kind {
            case .date: return date
            case .anchored: return anchored
            case .relativeYear(_, let month, _): return month == nil ? time : date
            }
        }
        if case .period = value, text.contains("延") { return prolonged }
        if case .duration(let span) = value, span.comparator == .atLeast { return durationAtLeast }
        return symbol(of: value)
    }
}
