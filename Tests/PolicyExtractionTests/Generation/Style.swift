/// How one clerk writes: marks, digits and units.
struct Style: Sendable {
    enum Unit: CaseIterable, Sendable {
        case perPersonYear, slashDot, slashSlash, slashYearFirst, perPerson, slashPerson, none
    }
    enum Digits: Sendable { case arabic, fullWidth, hanzi }
    enum Numbering: CaseIterable, Sendable { case official, arabic, articles, brackets, prose }

    var unit: Unit
    var digits: Digits
    var numbering: Numbering
    /// Whether the items of a section are numbered.
    var numbersItems: Bool
    /// Spaces around digits, as text processors leave them.
    var isSpaced: Bool
    /// Commas and brackets of the keyboard.
    var hasKeyboardMarks: Bool
    /// Whether the heading of an item runs into its text: （一）缴费标准。2026年…
    var runsHeadingsIn: Bool
    var paragraphIndent: String
    /// Behind the number of a section: 1. or 1、
    var numberMark: String
    /// Behind a heading that runs into its text.
    var headingMark: String

    var traits: [String] {
        [
            "numbering \(numbering)", "digits \(digits)", isSpaced ? "spaced" : "not spaced",
            hasKeyboardMarks ? "marks of the keyboard" : "Chinese marks", "unit \(unit)",
            runsHeadingsIn ? "headings run in" : "headings apart", paragraphIndent.isEmpty ? "no indent" : "indent",
        ]
    }

    init(using generator: inout SeededGenerator) {
        unit = generator.pick([
            .perPersonYear, .perPersonYear, .slashDot, .slashDot, .slashSlash, .slashYearFirst, .perPerson,
            .slashPerson, .none,
        ])
        digits = generator.pick([.arabic, .arabic, .arabic, .arabic, .arabic, .arabic, .fullWidth, .hanzi])
        numbering = generator.pick([.official, .official, .official, .arabic, .articles, .brackets, .prose])
        numbersItems = generator.chance(60)
        isSpaced = generator.chance(12)
        hasKeyboardMarks = generator.chance(12)
        runsHeadingsIn = generator.chance(50)
        paragraphIndent = generator.pick(["", "　　", "    "])
        numberMark = generator.pick([".", "．", "、"])
        headingMark = generator.pick(["。", "。", "："])
    }
}

enum Bound: String, Sendable { case equal = "", atLeast = ">=", atMost = "<=" }

/// A number below ten thousand in Chinese numerals: 四百, 一千零八十.
func hanzi(_ number: Int) -> String {
    let digits = Array("零一二三四五六七八九")
    if number == 0 { return "零" }
    var text = ""
    var rest = number
    var skipped = false
    for (power, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = rest / power
        rest %= power
        if digit > 0 {
            if skipped { text += "零" }
            skipped = false
            text += (digit == 1 && power == 10 && text.isEmpty ? "" : String(digits[digit])) + unit
        } else if !text.isEmpty {
            skipped = true
        }
    }
    return text
}

/// A day of the calendar.
struct Day: Sendable, Hashable, Comparable {
    var year: Int
    var month: Int
    var day: Int

    static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    var iso: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
    var text: String { "\(year)年\(month)月\(day)日" }

    static func lastDay(_ year: Int, _ month: Int) -> Day {
        let days = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return Day(year: year, month: month, day: days[month - 1])
    }
}
