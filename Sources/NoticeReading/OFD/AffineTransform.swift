/// The matrix of OFD's and PDF's graphics: x' = a·x + c·y + e, y' = b·x + d·y + f.
struct AffineTransform: Sendable, Hashable {
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var d = 1.0
    var e = 0.0
    var f = 0.0

    static let identity = AffineTransform()

    static func translation(_ x: Double, _ y: Double) -> Self { Self(e: x, f: y) }

    static func scale(_ factor: Double) -> Self { Self(a: factor, d: factor) }

    /// First `self`, then `next`.
    func then(_ next: Self) -> Self {
        Self(
            a: a * next.a + b * next.c, b: a * next.b + b * next.d, c: c * next.a + d * next.c,
            d: c * next.b + d * next.d, e: e * next.a + f * next.c + next.e, f: e * next.b + f * next.d + next.f)
    }

    func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

    /// Level lines stay level and run to the right.
    var isUpright: Bool { a > 0 && abs(b) <= abs(a) * 0.02 && abs(c) <= abs(d) * 0.3 && d != 0 }
}
