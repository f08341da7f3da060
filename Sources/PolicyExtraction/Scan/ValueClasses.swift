import PolicyValues

/// The token classes of the values, by which patterns name them.
struct ValueClasses: Sendable {
    let amount, amountRange, rate, time, period, duration, within, year, monthDays, yearly: Symbol
    let documentNumber, age, grade, yearCount, number: Symbol

    init(symbols: inout SymbolTable) {
        amount = symbols.intern("amount")
        amountRange = symbols.intern("amountRange")
        rate = symbols.intern("rate")
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

    func symbol(of value: Value) -> Symbol {
        switch value {
        case .money: amount
        case .rate: rate
        case .time: time
        case .period: period
        case .duration: duration
        case .within: within
        case .year: year
        case .monthDays: monthDays
        case .yearlyMonth: yearly
        case .documentNumber: documentNumber
        case .age: age
        case .grade: grade
        case .yearCount: yearCount
        case .other: number
        }
    }
}
