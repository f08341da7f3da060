/// A value that canonical JSON can hold.
protocol JSONCodable {
    /// Whether a list of such values stands on one line of the pretty form.
    static var standsOnOneLine: Bool { get }
    func write(to json: inout JSONWriter)
    init(from value: JSONValue) throws(BundleReadingError)
}

extension JSONCodable {
    static var standsOnOneLine: Bool { true }
}

/// A record that stands as a JSON object.
protocol JSONObjectCodable: JSONCodable {
    /// Writes the members in the contract's order.
    func writeMembers(to json: inout JSONWriter)
    init(from object: inout JSONObjectReader) throws(BundleReadingError)
}

extension JSONObjectCodable {
    static var standsOnOneLine: Bool { false }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        writeMembers(to: &json)
        json.endObject()
    }

    init(from value: JSONValue) throws(BundleReadingError) {
        var object = try JSONObjectReader(value)
        try self.init(from: &object)
        try object.finish()
    }
}

extension String: JSONCodable {
    func write(to json: inout JSONWriter) { json.string(self) }

    init(from value: JSONValue) throws(BundleReadingError) {
        self = try value.string()
    }
}

extension Int: JSONCodable {
    func write(to json: inout JSONWriter) { json.int(self) }

    init(from value: JSONValue) throws(BundleReadingError) {
        self = try value.int()
    }
}

extension ClosedRange: JSONCodable where Bound == Int {
    func write(to json: inout JSONWriter) { json.list([lowerBound, upperBound]) }

    init(from value: JSONValue) throws(BundleReadingError) {
        self = try value.intRange()
    }
}

/// A code of a closed list.
protocol JSONCode: JSONCodable, RawRepresentable, CaseIterable where RawValue == String {}

extension JSONCode {
    func write(to json: inout JSONWriter) { json.string(rawValue) }

    init(from value: JSONValue) throws(BundleReadingError) {
        let text = try value.string()
        guard let code = Self(rawValue: text) else {
            throw value.error(
                "one of \(Self.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))", found: "\"\(text)\"")
        }
        self = code
    }
}

extension OpenCode {
    func write(to json: inout JSONWriter) { json.string(rawValue) }

    init(from value: JSONValue) throws(BundleReadingError) {
        self.init(rawValue: try value.string())
    }
}

extension AdjustmentDirection: JSONCode {}
extension AdjustmentTrigger: JSONCode {}
extension AnchorEvent: JSONCode {}
extension AssistanceMode: JSONCode {}
extension Certainty: JSONCode {}
extension Citation.Relation: JSONCode {}
extension Comparison: JSONCode {}
extension CountUnit: JSONCode {}
extension DelegationTarget: JSONCode {}
extension Diagnostic.Severity: JSONCode {}
extension DocumentInfo.Status: JSONCode {}
extension Jurisdiction.Level: JSONCode {}
extension Origin.How: JSONCode {}
extension PrecedencePrinciple: JSONCode {}
extension RuleKind: JSONCode {}
extension Scheme: JSONCode {}
extension TimePointValue.Snap: JSONCode {}
extension Unclaimed.ValueType: JSONCode {}
extension WaitingEffect: JSONCode {}
extension WaitingUnit: JSONCode {}
extension WindowType: JSONCode {}
extension Payer: JSONCodable {}
extension RateBase: JSONCodable {}
