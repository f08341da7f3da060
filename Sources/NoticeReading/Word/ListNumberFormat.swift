/// How a list shows its numbers: `ST_NumberFormat` of ECMA-376-1, 17.18.59.
struct ListNumberFormat: Sendable, Hashable {
    /// As the document has it: `decimal`, `chineseCounting`.
    let name: String

    /// The number as a reader sees it; plain digits where the format has no sign for it or is not known.
    func string(_ number: Int) -> String {
        switch name {
        case "none": ""
        case "decimalZero": number >= 0 && number < 10 ? "0\(number)" : "\(number)"
        case "decimalFullWidth", "decimalFullWidth2": Self.shifted(number, by: 0xFF10 - 0x30)
        case "upperRoman": Self.roman(number) ?? "\(number)"
        case "lowerRoman": Self.roman(number)?.lowercased() ?? "\(number)"
        case "upperLetter": Self.letters(number, from: 0x41) ?? "\(number)"
        case "lowerLetter": Self.letters(number, from: 0x61) ?? "\(number)"
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": Self.circled(number) ?? "\(number)"
        case "decimalEnclosedParen": Self.single(number, 1...20, from: 0x2474) ?? "(\(number))"
        case "decimalEnclosedFullstop": Self.single(number, 1...20, from: 0x2488) ?? "\(number)."
        case "ideographEnclosedCircle": Self.single(number, 1...10, from: 0x3280) ?? "\(number)"
        case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
            "japaneseCounting", "koreanCounting", "ideographTraditionalCounting":
            Self.counting(number, digits: Self.simple, units: ["", "十", "百", "千"]) ?? "\(number)"
        case "chineseLegalSimplified":
            Self.counting(number, digits: Array("零壹贰叁肆伍陆柒捌玖"), units: ["", "拾", "佰", "仟"], drops: false) ?? "\(number)"
        case "ideographLegalTraditional":
            Self.counting(number, digits: Array("零壹貳參肆伍陸柒捌玖"), units: ["", "拾", "佰", "仟"], drops: false) ?? "\(number)"
        case "japaneseLegal":
            Self.counting(number, digits: Array("零壱弐参四伍六七八九"), units: ["", "拾", "百", "阡"], drops: false) ?? "\(number)"
        case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand", "koreanDigital2":
            Self.digits(number, Array("〇一二三四五六七八九"))
        case "ideographTraditional": Self.cycled(number, Array("甲乙丙丁戊己庚辛壬癸"))
        case "ideographZodiac": Self.cycled(number, Array("子丑寅卯辰巳午未申酉戌亥"))
        default: "\(number)"
        }
    }

    private static let simple = Array("零一二三四五六七八九")

    /// ① to ㊿, 0 as ⓪.
    static func circled(_ number: Int) -> String? {
        switch number {
        case 0: "⓪"
        case 1...20: single(number, 1...20, from: 0x2460)
        case 21...35: single(number, 21...35, from: 0x3251)
        case 36...50: single(number, 36...50, from: 0x32B1)
        default: nil
        }
    }

    private static func single(_ number: Int, _ range: ClosedRange<Int>, from first: UInt32) -> String? {
        guard range.contains(number), let scalar = Unicode.Scalar(first + UInt32(number - range.lowerBound)) else {
            return nil
        }
        return String(Character(scalar))
    }

    private static func shifted(_ number: Int, by offset: UInt32) -> String {
        String(
            String.UnicodeScalarView(
                "\(number)".unicodeScalars.map { digit in
                    digit.value >= 0x30 && digit.value <= 0x39 ? Unicode.Scalar(digit.value + offset) ?? digit : digit
                }))
    }

    private static func digits(_ number: Int, _ signs: [Character]) -> String {
        guard number >= 0 else { return "\(number)" }
        return String("\(number)".compactMap { $0.wholeNumberValue.map { signs[$0] } })
    }

    private static func cycled(_ number: Int, _ signs: [Character]) -> String {
        number >= 1 && number <= signs.count ? String(signs[number - 1]) : "\(number)"
    }

    /// A to Z, then AA, BB …
    private static func letters(_ number: Int, from first: UInt8) -> String? {
        guard number >= 1, number <= 26 * 30 else { return nil }
        let letter = Character(Unicode.Scalar(first + UInt8((number - 1) % 26)))
        return String(repeating: letter, count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String? {
        guard number >= 1, number < 4000 else { return nil }
        let signs: [(Int, String)] = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var text = ""
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    /// 十, 十一, 二十, 一百零一: counting by units, where 10 to 19 drop their 一.
    private static func counting(
        _ number: Int, digits: [Character], units: [String], drops: Bool = true
    ) -> String? {
        guard number > 0, number < 10_000 else { return number == 0 ? String(digits[0]) : nil }
        var text = ""
        var isGap = false
        var unit = 1000
        for power in [3, 2, 1, 0] {
            let digit = number / unit % 10
            unit /= 10
            if digit == 0 {
                isGap = !text.isEmpty
                continue
            }
            if isGap { text.append(digits[0]) }
            isGap = false
            if !(drops && power == 1 && digit == 1 && text.isEmpty) { text.append(digits[digit]) }
            text += units[power]
        }
        return text
    }
}
