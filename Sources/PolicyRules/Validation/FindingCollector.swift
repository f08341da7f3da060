/// Collects findings while a bundle is walked, and knows the place of the walk.
struct FindingCollector {
    private(set) var findings: [BundleFinding] = []
    private var path: [String] = []
    /// The text rendition, where it is at hand.
    let rendition: [Unicode.Scalar]?

    init(rendition: [Unicode.Scalar]?) {
        self.rendition = rendition
    }

    mutating func at(_ tokens: String..., check: (inout FindingCollector) -> Void) {
        path += tokens
        check(&self)
        path.removeLast(tokens.count)
    }

    mutating func each<Value>(
        _ key: String, _ values: [Value], check: (inout FindingCollector, Value) -> Void
    ) {
        path.append(key)
        for (index, value) in values.enumerated() {
            path.append(String(index))
            check(&self, value)
            path.removeLast()
        }
        path.removeLast()
    }

    /// Nothing is checked for an absent value.
    mutating func optional<Value>(
        _ key: String, _ value: Value?, check: (inout FindingCollector, Value) -> Void
    ) {
        guard let value else { return }
        path.append(key)
        check(&self, value)
        path.removeLast()
    }

    mutating func report(
        _ code: BundleFinding.Code, _ message: String, severity: Diagnostic.Severity = .error
    ) {
        let pointer = path.map { "/" + escapedPointerToken($0) }.joined()
        findings.append(BundleFinding(code: code, severity: severity, message: message, pointer: pointer))
    }
}

// MARK: Strings

extension FindingCollector {
    /// A string that must have the form of `format`.
    mutating func text(_ key: String, _ value: String?, _ format: TextFormat = .text) {
        optional(key, value) { collector, value in collector.check(value, format) }
    }

    mutating func texts(_ key: String, _ values: [String], _ format: TextFormat = .text) {
        each(key, values) { collector, value in collector.check(value, format) }
    }

    private mutating func check(_ value: String, _ format: TextFormat) {
        if value.isEmpty && format != .anything {
            report(.emptyValue, "an absent value is left out, never written as an empty string")
        } else if !format.accepts(value) {
            report(.malformedValue, "'\(shortened(value))' is not \(format.name)")
        }
    }

    mutating func number(_ key: String, _ value: Int?, _ range: ClosedRange<Int>) {
        optional(key, value) { collector, value in
            if !range.contains(value) {
                let bound = range.upperBound == .max ? "at least \(range.lowerBound)" : "\(range)"
                collector.report(.numberOutOfRange, "\(value) is not \(bound)")
            }
        }
    }
}
