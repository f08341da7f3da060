/// A number as read from a text.
struct Numeral {
    enum Style {
        case arabic
        /// 三百, 十二.
        case chinese
        /// Digits without units: 二〇二五.
        case chineseDigits
    }
    var value: ExactDecimal
    var style: Style
    /// 4 where 万, 8 where 亿 is the last letter; else 0. 3-5万 means 3万 by its first number.
    var lastBigUnit = 0

    /// The value where it is whole.
    var count: Int? { value.wholeNumber }

    static let chineseScalars = Array("零〇○一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟".unicodeScalars)

    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "零", "〇", "○": 0
        case "一", "壹": 1
        case "二", "两", "贰": 2
        case "三", "叁": 3
        case "四", "肆": 4
        case "五", "伍": 5
        case "六", "陆": 6
        case "七", "柒": 7
        case "八", "捌": 8
        case "九", "玖": 9
        default: nil
        }
    }

    /// The exponent of a unit below 万.
    static func smallUnit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十", "拾": 1
        case "百", "佰": 2
        case "千", "仟": 3
        default: nil
        }
    }

    static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x30 && scalar.value <= 0x39
    }

    static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        digit(scalar) != nil || smallUnit(scalar) != nil || scalar == "万" || scalar == "亿"
    }
}

extension ValueReader {
    private static let lengthLimit = 24
    private static let fractionLimit = 6

    /// Reads a number: figures, Chinese numerals and mixtures of both (3.5万, 1万2千, 一千一百, 二〇二五).
    ///
    /// Nothing is read where the number goes on in a way that has no exact reading (一二百, 十几), is longer than
    /// 18 figures, or is a part of a Chinese word (统一).
    func numeral(at start: Int) -> Reading<Numeral>? {
        guard let first = scalar(at: start) else { return nil }
        let isChinese = !Numeral.isArabic(first)
        if isChinese {
            guard Numeral.isChinese(first), !ends(words.numeralGuards, at: start) else { return nil }
            if let digits = chineseDigits(at: start) { return digits }
        }
        return composed(at: start, isChinese: isChinese)
    }

    /// Figures with an optional fraction; commas between groups of three are allowed.
    private func figures(at start: Int) -> Reading<ExactDecimal>? {
        var units: Int128 = 0
        var scale = 0
        var count = 0
        var place = start
        var inFraction = false
        while let scalar = scalar(at: place) {
            if Numeral.isArabic(scalar) {
                count += 1
                guard count <= ExactDecimal.digitLimit else { return nil }
                units = units * 10 + Int128(scalar.value - 0x30)
                if inFraction { scale += 1 }
                guard scale <= Self.fractionLimit else { return nil }
                place += 1
            } else if !inFraction, count > 0, isDecimalPoint(at: place) {
                inFraction = true
                place += 1
            } else if scalar == ",", !inFraction, count > 0, isGroup(at: place + 1) {
                place += 1
            } else {
                break
            }
        }
        guard count > 0 else { return nil }
        // 1.2.3 numbers a section or a date.
        if isScalar(".", at: place), isFigure(at: place + 1) { return nil }
        return Reading(ExactDecimal(units: units, scale: scale), end: place)
    }

    /// Whether a point has a fraction behind it; the point of 1.2026年 and of 2.3月 ends an item's marker.
    private func isDecimalPoint(at place: Int) -> Bool {
        guard isScalar(".", at: place) || isScalar("．", at: place), isFigure(at: place + 1) else { return false }
        var end = place + 1
        while end - place < 6, isFigure(at: end) { end += 1 }
        switch scalar(at: end) {
        case "月", "日", "号": return false
        case "年": return end - place != 5
        default: return true
        }
    }

    func isFigure(at place: Int) -> Bool { scalar(at: place).map(Numeral.isArabic) ?? false }

    private func isGroup(at place: Int) -> Bool {
        isFigure(at: place) && isFigure(at: place + 1) && isFigure(at: place + 2) && !isFigure(at: place + 3)
    }

    private func chineseDigits(at start: Int) -> Reading<Numeral>? {
        var value: Int128 = 0
        var place = start
        while let scalar = scalar(at: place), let digit = Numeral.digit(scalar), scalar != "两", place - start <= 18 {
            value = value * 10 + Int128(digit)
            place += 1
        }
        guard place - start >= 2 else { return nil }
        if let next = scalar(at: place), Numeral.isChinese(next) || Numeral.isArabic(next) { return nil }
        return Reading(Numeral(value: ExactDecimal(units: value), style: .chineseDigits), end: place)
    }

    private func composed(at start: Int, isChinese: Bool) -> Reading<Numeral>? {
        var total = ExactDecimal(0)
        var section = ExactDecimal(0)
        var pending: ExactDecimal?
        var lastSmall = 4
        var lastUnit: Int?
        var hasGap = false
        var place = start
        var lastBig = 12
        while place - start < Self.lengthLimit, let scalar = scalar(at: place) {
            if Numeral.isArabic(scalar) {
                guard pending == nil, place == start || (lastUnit != nil && !isChinese) else { break }
                guard let figures = figures(at: place) else { return nil }
                if place > start, !isUnit(at: figures.end) { break }
                pending = figures.content
                place = figures.end
            } else if let digit = Numeral.digit(scalar) {
                if pending != nil {
                    if digit == 0, lastUnit == nil { return nil }
                    break
                }
                if digit == 0, place > start { hasGap = true } else { pending = ExactDecimal(digit) }
                place += 1
            } else if let exponent = Numeral.smallUnit(scalar) {
                if pending == nil {
                    guard exponent == 1, place == start || lastSmall == 4 || hasGap else { break }
                    // 万十 is no number, 一百零十 neither.
                    guard place == start else { break }
                }
                guard exponent < lastSmall else { return nil }
                let factor = ExactDecimal(units: ExactDecimal.power(of: exponent))
                section = section + (pending ?? ExactDecimal(1)) * factor
                pending = nil
                hasGap = false
                lastSmall = exponent
                lastUnit = exponent
                place += 1
            } else if scalar == "万" || scalar == "亿" {
                let exponent = scalar == "万" ? 4 : 8
                let sum = section + (pending ?? ExactDecimal(0))
                guard pending != nil || lastSmall < 4 || exponent == 8 && lastBig == 4, exponent != lastBig else {
                    break
                }
                let factor = ExactDecimal(units: ExactDecimal.power(of: exponent))
                guard sum.units.magnitude < UInt128(ExactDecimal.power(of: 18)) else { return nil }
                // 万亿
                if exponent == 8, lastBig == 4 {
                    total = (total + sum) * factor
                } else {
                    total = total + sum * factor
                }
                section = ExactDecimal(0)
                pending = nil
                hasGap = false
                lastSmall = 4
                lastBig = exponent
                lastUnit = exponent
                place += 1
            } else {
                break
            }
        }
        guard place > start, pending != nil || lastUnit != nil else { return nil }
        if let rest = pending {
            // 一万二 is 12000, 一百零二 is 102.
            if let unit = lastUnit, unit > 1, !hasGap, isChinese {
                section = section + rest * ExactDecimal(units: ExactDecimal.power(of: unit - 1))
            } else {
                section = section + rest
            }
        }
        if isChinese, let next = scalar(at: place), Numeral.isChinese(next) || Numeral.isArabic(next) || next == "几" {
            return nil
        }
        let value = total + section
        let isPlainFigures = !isChinese && lastUnit == nil
        return Reading(
            Numeral(
                value: isPlainFigures ? value : value.normalized, style: isChinese ? .chinese : .arabic,
                lastBigUnit: pending == nil && lastSmall == 4 ? (lastUnit ?? 0) : 0),
            end: place)
    }

    private func isUnit(at place: Int) -> Bool {
        guard let scalar = scalar(at: place) else { return false }
        return Numeral.smallUnit(scalar) != nil || scalar == "万" || scalar == "亿"
    }

    /// Where the run of figures or of Chinese numerals at `start` ends: a number that gave no value is passed over as
    /// a whole, because its middle is no number either.
    func numeralRunEnd(at start: Int) -> Int {
        guard let first = scalar(at: start) else { return start }
        var place = start
        if Numeral.isArabic(first) {
            while isFigure(at: place) || isDecimalPoint(at: place)
                || (isScalar(":", at: place) && isFigure(at: place + 1))
            {
                place += 1
            }
            return place
        }
        while let scalar = scalar(at: place), Numeral.isChinese(scalar) { place += 1 }
        return place
    }
}
