/// An exact decimal number that keeps the scale it was written with: 400.00 stays 400.00.
///
/// Equality and hashing compare the written form (400 and 400.00 differ); `<` and `isEqual(to:)` compare the numbers.
package struct ExactDecimal: Sendable, Hashable {
    /// The digits without the point, with sign.
    package var units: Int128
    /// How many of the digits stand behind the point.
    package var scale: Int

    package init(units: Int128, scale: Int = 0) {
        self.units = units
        self.scale = scale
    }

    package init(_ value: Int) {
        self.init(units: Int128(value))
    }
}

extension ExactDecimal: CustomStringConvertible, LosslessStringConvertible {
    /// Most digits that are read, so that products of two numbers stay inside 128 bits.
    static let digitLimit = 18

    /// Reads `-`, digits and at most one point with digits on both sides; nil for anything else and for more than 18
    /// digits.
    package init?(_ description: String) {
        var units: Int128 = 0
        var scale: Int?
        var digits = 0
        var isNegative = false
        for (index, scalar) in description.unicodeScalars.enumerated() {
            switch scalar {
            case "-" where index == 0: isNegative = true
            case "." where scale == nil && digits > 0: scale = 0
            case "0"..."9":
                digits += 1
                guard digits <= Self.digitLimit else { return nil }
                units = units * 10 + Int128(scalar.value - 0x30)
                if let places = scale { scale = places + 1 }
            default: return nil
            }
        }
        guard digits > 0, scale != 0 else { return nil }
        self.init(units: isNegative ? -units : units, scale: scale ?? 0)
    }

    /// Decimal digits, never an exponent: "30000", "400.00", "-0.5".
    package var description: String {
        let digits = String(units.magnitude)
        let sign = units < 0 ? "-" : ""
        guard scale > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
    }
}

extension ExactDecimal: Comparable {
    package static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
        let (x, y) = aligned(a, b)
        return x < y
    }

    /// Whether both are the same number, whatever their scales.
    package func isEqual(to other: ExactDecimal) -> Bool {
        let (x, y) = Self.aligned(self, other)
        return x == y
    }

    private static func aligned(_ a: ExactDecimal, _ b: ExactDecimal) -> (Int128, Int128) {
        let scale = max(a.scale, b.scale)
        return (a.units * power(of: scale - a.scale), b.units * power(of: scale - b.scale))
    }

    /// 10 to the `exponent`, for exponents from 0.
    static func power(of exponent: Int) -> Int128 {
        var result: Int128 = 1
        for _ in 0..<max(0, exponent) { result *= 10 }
        return result
    }
}

extension ExactDecimal {
    package static func + (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal {
        let (x, y) = aligned(a, b)
        return ExactDecimal(units: x + y, scale: max(a.scale, b.scale))
    }

    package static func - (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal {
        a + -b
    }

    package static prefix func - (a: ExactDecimal) -> ExactDecimal {
        ExactDecimal(units: -a.units, scale: a.scale)
    }

    package static func * (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal {
        ExactDecimal(units: a.units * b.units, scale: a.scale + b.scale)
    }

    /// The number with no zeros at the end of its fraction: 30000.0 becomes 30000.
    package var normalized: ExactDecimal {
        var result = self
        while result.scale > 0, result.units % 10 == 0 {
            result.units /= 10
            result.scale -= 1
        }
        return result
    }

    /// The number as an `Int`, where it is whole and fits.
    package var wholeNumber: Int? {
        let short = normalized
        return short.scale == 0 ? Int(exactly: short.units) : nil
    }
}
