/// An exact decimal number that keeps the scale it was written with: 400.00 stays 400.00.
package struct ExactDecimal: Sendable, Hashable {
    /// The digits without the point, with sign.
    package var units: Int128
    /// How many of the digits stand behind the point.
    package var scale: Int

    package init(units: Int128, scale: Int = 0) {
        self.units = units
        self.scale = scale
    }
}
