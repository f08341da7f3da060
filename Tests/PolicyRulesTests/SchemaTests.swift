import Foundation
import Testing

@testable import PolicyRules

/// The JSON Schema in the repository, as Foundation reads it.
private struct Schema {
    let root: [String: Any]

    init() throws {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let data = try Data(contentsOf: package.appending(path: "Sources/BuiltinData/Schema/bundle.schema.json"))
        root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    func definition(_ name: String) throws -> [String: Any] {
        try #require((root["$defs"] as? [String: Any])?[name] as? [String: Any], "no definition \(name)")
    }

    func resolved(_ schema: [String: Any]) throws -> [String: Any] {
        guard let reference = schema["$ref"] as? String else { return schema }
        return try definition(String(reference.dropFirst("#/$defs/".count)))
    }
}

/// Notes for each object of `value` the keys that it has, by the name of its definition, and checks them against it.
private func collect(
    _ value: Any, _ reference: [String: Any], in schema: Schema, name: String, seen: inout [String: Set<String>]
) throws {
    let definition = try schema.resolved(reference)
    let name = (reference["$ref"] as? String) ?? name
    if let object = value as? [String: Any], let properties = definition["properties"] as? [String: Any] {
        seen[name, default: []].formUnion(object.keys)
        for (key, member) in object {
            let property = try #require(properties[key] as? [String: Any], "\(name) writes \(key)")
            try collect(member, property, in: schema, name: "\(name)/\(key)", seen: &seen)
        }
        for key in definition["required"] as? [String] ?? [] {
            #expect(object[key] != nil, "\(name) requires \(key)")
        }
    } else if let object = value as? [String: Any], let values = definition["additionalProperties"] as? [String: Any] {
        for member in object.values { try collect(member, values, in: schema, name: "\(name)/*", seen: &seen) }
    } else if let list = value as? [Any], let items = definition["items"] as? [String: Any] {
        for element in list { try collect(element, items, in: schema, name: "\(name)/items", seen: &seen) }
    }
}

@Test func schemaKnowsEveryKeyThatTheTypesWriteAndNoOther() throws {
    let schema = try Schema()
    var seen: [String: Set<String>] = [:]
    for seed in UInt64(0)..<20 {
        var random = RandomSource(seed: seed, isFull: true)
        let object = try JSONSerialization.jsonObject(with: Data(RuleBundle(&random).json()))
        try collect(object, schema.root, in: schema, name: "#", seen: &seen)
    }
    let definitions = try #require(schema.root["$defs"] as? [String: Any])
    for (name, definition) in definitions {
        guard let properties = (definition as? [String: Any])?["properties"] as? [String: Any] else { continue }
        #expect(seen["#/$defs/\(name)"] == Set(properties.keys), "\(name)")
        #expect((definition as? [String: Any])?["additionalProperties"] as? Bool == false, "\(name)")
    }
    #expect(seen["#"] == Set(try #require(schema.root["properties"] as? [String: Any]).keys))
}

@Test func schemaRequiresOnlyWhatTheTypesAlwaysWrite() throws {
    let schema = try Schema()
    var seen: [String: Set<String>] = [:]
    // In these bundles about half of the optional values are absent.
    for seed in UInt64(100)..<200 {
        var random = RandomSource(seed: seed)
        let object = try JSONSerialization.jsonObject(with: Data(RuleBundle(&random).json()))
        try collect(object, schema.root, in: schema, name: "#", seen: &seen)
    }
}

@Test(
    "Codes of the schema are those of the types",
    arguments: [
        ("adjustmentDirection", AdjustmentDirection.allCases.map(\.rawValue)),
        ("adjustmentTrigger", AdjustmentTrigger.allCases.map(\.rawValue)),
        ("anchorEvent", AnchorEvent.allCases.map(\.rawValue)),
        ("assistanceMode", AssistanceMode.allCases.map(\.rawValue)),
        ("certainty", Certainty.allCases.map(\.rawValue)),
        ("citationRelation", Citation.Relation.allCases.map(\.rawValue)),
        ("comparison", Comparison.allCases.map(\.rawValue)),
        ("countUnit", CountUnit.allCases.map(\.rawValue)),
        ("delegationTarget", DelegationTarget.allCases.map(\.rawValue)),
        ("documentStatus", DocumentInfo.Status.allCases.map(\.rawValue)),
        ("jurisdictionLevel", Jurisdiction.Level.allCases.map(\.rawValue)),
        ("originHow", Origin.How.allCases.map(\.rawValue)),
        ("precedencePrinciple", PrecedencePrinciple.allCases.map(\.rawValue)),
        ("ruleKind", RuleKind.allCases.map(\.rawValue)),
        ("scheme", Scheme.allCases.map(\.rawValue)),
        ("severity", Diagnostic.Severity.allCases.map(\.rawValue)),
        ("snap", TimePointValue.Snap.allCases.map(\.rawValue)),
        ("unclaimedType", Unclaimed.ValueType.allCases.map(\.rawValue)),
        ("waitingEffect", WaitingEffect.allCases.map(\.rawValue)),
        ("waitingUnit", WaitingUnit.allCases.map(\.rawValue)),
        ("windowType", WindowType.allCases.map(\.rawValue)),
    ])
func codes(definition: String, expected: [String]) throws {
    #expect(try Schema().definition(definition)["enum"] as? [String] == expected)
}

@Test("The schema requires the fields of each kind", arguments: RuleKind.allCases)
func kindFields(_ kind: RuleKind) throws {
    let conditions = try #require(try Schema().definition("rule")["allOf"] as? [[String: Any]])
    let then = try #require(
        conditions.first { condition in
            let properties = (condition["if"] as? [String: Any])?["properties"] as? [String: Any]
            return (properties?["kind"] as? [String: Any])?["const"] as? String == kind.rawValue
        }?["then"] as? [String: Any])
    #expect(then["required"] as? [String] == kind.requiredFields)
    let alternatives = (then["anyOf"] as? [[String: Any]])?.compactMap { ($0["required"] as? [String])?.first } ?? []
    #expect(alternatives == kind.alternativeFields)
}

@Test func everyKindFieldIsAFieldOfTheRule() throws {
    let properties = try #require(try Schema().definition("rule")["properties"] as? [String: Any])
    for kind in RuleKind.allCases {
        for field in kind.requiredFields + kind.alternativeFields + kind.optionalFields {
            #expect(properties[field] != nil, "\(kind.rawValue): \(field)")
        }
    }
}
