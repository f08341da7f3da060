/// An exact decimal number read from a bundle's decimal string: `units` × 10^−`scale`. Numbers of up to 30 digits, of
/// which up to 15 behind the point; sums and products with that many digits stay exact or give nil.
package struct DecimalNumber: Sendable, Hashable {
    private var units: Int128
    private var scale: Int

    private init(units: Int128, scale: Int) {
        self.units = units
        self.scale = scale
        while self.scale > 0, self.units.isMultiple(of: 10) {
            self.units /= 10
            self.scale -= 1
        }
    }

    /// Reads `0`, `400`, `0.5`, `400.00`, and `-30` where `allowsMinus`; nil for anything else, such as `4e2`, `.5`, `007`.
    package init?(_ text: String, allowsMinus: Bool = false) {
        var digits = Array(text.utf8)
        let isNegative = allowsMinus && digits.first == UInt8(ascii: "-")
        if isNegative { digits.removeFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 1 || parts[1].count <= 15, digits.count <= 31,
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isASCIIDigit) }),
            parts[0].count == 1 || parts[0].first != UInt8(ascii: "0")
        else { return nil }
        let units = parts.joined().reduce(Int128(0)) { $0 * 10 + Int128($1 - UInt8(ascii: "0")) }
        self.init(units: isNegative ? -units : units, scale: parts.count == 1 ? 0 : parts[1].count)
    }

    /// The sum, or nil where it has too many digits.
    package static func + (a: DecimalNumber, b: DecimalNumber) -> DecimalNumber? {
        let scale = max(a.scale, b.scale)
        guard let x = a.units(scale: scale), let y = b.units(scale: scale) else { return nil }
        let (sum, overflow) = x.addingReportingOverflow(y)
        return overflow ? nil : DecimalNumber(units: sum, scale: scale)
    }

    /// `rate` percent of this number, or nil where it has too many digits.
    package func percentage(_ rate: DecimalNumber) -> DecimalNumber? {
        let (product, overflow) = units.multipliedReportingOverflow(by: rate.units)
        return overflow ? nil : DecimalNumber(units: product, scale: scale + rate.scale + 2)
    }

    private func units(scale wanted: Int) -> Int128? {
        var units = units
        for _ in scale..<wanted {
            let (product, overflow) = units.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            units = product
        }
        return units
    }
}

// MARK: Order and differences

extension DecimalNumber {
    package static var zero: DecimalNumber { DecimalNumber(units: 0, scale: 0) }

    package static prefix func - (a: DecimalNumber) -> DecimalNumber {
        DecimalNumber(units: -a.units, scale: a.scale)
    }

    /// The difference, or nil where it has too many digits.
    package static func - (a: DecimalNumber, b: DecimalNumber) -> DecimalNumber? { a + -b }

    /// What share of `whole` this number is, in percent, to `places` digits behind the point, halves away from zero; nil for
    /// a whole of zero and where there are too many digits.
    package func percent(of whole: DecimalNumber, places: Int) -> DecimalNumber? {
        let scale = max(self.scale, whole.scale)
        guard whole.units != 0, let part = units(scale: scale), let divisor = whole.units(scale: scale) else {
            return nil
        }
        var factor: Int128 = 100
        for _ in 0..<places { factor *= 10 }
        let (product, overflow) = part.magnitude.multipliedReportingOverflow(by: factor.magnitude)
        if overflow { return nil }
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor.magnitude)
        let rounded = Int128(remainder >= divisor.magnitude - remainder ? quotient + 1 : quotient)
        return DecimalNumber(units: (part < 0) == (divisor < 0) ? rounded : -rounded, scale: places)
    }

    /// -1, 0 or 1.
    package var sign: Int { Int(units.signum()) }
}

extension DecimalNumber: Comparable {
    package static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
        let scale = max(a.scale, b.scale)
        if let x = a.units(scale: scale), let y = b.units(scale: scale) { return x < y }
        // Only one of two numbers of at most 31 digits can overflow at the other's scale, and then it is the larger one.
        return a.sign != b.sign ? a.sign < b.sign : (a.scale < b.scale) == (a.sign < 0)
    }
}

extension DecimalNumber: CustomStringConvertible {
    /// Decimal digits without trailing zeros behind the point.
    package var description: String {
        var digits = String(units.magnitude)
        if scale > 0 {
            digits = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
        }
        return units < 0 ? "-" + digits : digits
    }
}

func isASCIIDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
