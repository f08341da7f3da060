import PolicyComparison
import PolicyRules

/// The JSON Schemas (draft 2020-12) of the reports' JSON forms. Codes come from the types themselves, so that none can be
/// missing.
package enum ReportSchema: String, Sendable, CaseIterable {
    case diff, compare, conform, citations

    package var json: ReportJSON {
        switch self {
        case .diff: Self.diffSchema
        case .compare: Self.compareSchema
        case .conform: Self.conformSchema
        case .citations: Self.citationsSchema
        }
    }
}

// MARK: Words of JSON Schema

/// A property: what it means, what it holds, whether it may be absent.
private struct Property {
    var name: String
    var description: String
    var schema: ReportJSON
    var isOptional: Bool

    init(_ name: String, _ description: String, _ schema: ReportJSON, optional: Bool = false) {
        self.name = name
        self.description = description
        self.schema = schema
        isOptional = optional
    }
}

private let string: ReportJSON = .object(["type": .string("string"), "minLength": .int(1)])
private let count: ReportJSON = .object(["type": .string("integer"), "minimum": .int(0)])
private let decimal = pattern("^-?[0-9]+(\\.[0-9]+)?$")

private func pattern(_ pattern: String) -> ReportJSON {
    .object(["type": .string("string"), "pattern": .string(pattern)])
}

private func codes<Code: RawRepresentable & CaseIterable>(_: Code.Type) -> ReportJSON where Code.RawValue == String {
    .object(["enum": .strings(Code.allCases.map(\.rawValue))])
}

private func list(_ items: ReportJSON, _ minimum: Int? = nil) -> ReportJSON {
    .object(["type": .string("array"), "items": items, "minItems": minimum.map { .int($0) }])
}

private func reference(_ name: String) -> ReportJSON { .object(["$ref": .string("#/$defs/\(name)")]) }

private func members(_ properties: [Property]) -> [ReportJSON.Member] {
    let described = properties.map { property -> ReportJSON.Member in
        var members: [ReportJSON.Member] = [.init(key: "description", value: .string(property.description))]
        if case .object(let others) = property.schema { members += others }
        return .init(key: property.name, value: .object(members))
    }
    return [
        .init(key: "type", value: .string("object")), .init(key: "properties", value: .object(described)),
        .init(key: "required", value: .strings(properties.filter { !$0.isOptional }.map(\.name))),
    ]
}

private func object(_ properties: [Property]) -> ReportJSON { .object(members(properties)) }

private func schema(
    _ name: String, _ version: String, _ description: String, _ properties: [Property],
    _ definitions: KeyValuePairs<String, ReportJSON?>
) -> ReportJSON {
    let head: [ReportJSON.Member] = [
        .init(key: "$schema", value: .string("https://json-schema.org/draft/2020-12/schema")),
        .init(key: "$id", value: .string("urn:guize:schema:\(name):\(version)")),
        .init(key: "description", value: .string(description)),
    ]
    let versioned = [
        Property("schemaVersion", "The version of this form, major.minor.", pattern("^1\\.(0|[1-9][0-9]*)$"))
    ]
    return .object(
        head + members(versioned + properties) + [.init(key: "$defs", value: ReportJSON.object(definitions))])
}

// MARK: Parts that reports share

private let factDefinition = object([
    Property(
        "key", "What the rule rules for whom: scheme, kind, population, tier and what else tells rules apart.", string),
    Property("kind", "The kind of rule, as in bundles.", codes(RuleKind.self)),
    Property("population", "The population's code; absent for everyone insured.", string, optional: true),
    Property("tier", "The rank of the tier (档).", count, optional: true),
    Property(
        "value", "What the rule says, in words, in the language of the report.", .object(["type": .string("string")])),
    Property(
        "fields", "The rule's fields as codes: what is compared.",
        .object([
            "type": .string("object"),
            "propertyNames": codes(FactField.self),
            "additionalProperties": .object(["type": .string("string")]),
        ])),
    Property(
        "sources", "Where it stands, in the order of documents and rules.",
        list(
            object([
                Property("document", "The document's name.", string),
                Property("rule", "The rule's id in its bundle.", string),
                Property("certainty", "How sure the extractor was, as in bundles.", codes(Certainty.self)),
                Property(
                    "evidence", "Places in the notice's text rendition, in Unicode scalars.",
                    list(
                        object([
                            Property("start", "The first scalar.", count),
                            Property("end", "Behind the last scalar.", count),
                            Property("quote", "The letters of the place.", .object(["type": .string("string")])),
                        ]))),
            ]), 1)),
])

private let fingerprint = pattern("^[0-9a-f]{16}$")

extension ReportSchema {
    // MARK: diff

    private static var diffSchema: ReportJSON {
        schema(
            "diff", DiffReport.schemaVersion,
            "What guize diff --format json writes: what differs between two sides. docs/comparison.md defines the codes.",
            [
                Property("axis", "What the sides are compared along.", codes(ComparisonAxis.self)),
                Property("axisGuessed", "Whether the axis was found out.", .object(["type": .string("boolean")])),
                Property(
                    "counts", "Changes by level.",
                    object(
                        ChangeLevel.allCases.reversed().map {
                            Property($0.rawValue, "How many changes are of this level.", count)
                        })),
                Property("pairs", "One a region or year that both sides have.", list(reference("pair"))),
                Property(
                    "remarks", "What was not compared and why, and what to keep in mind.", list(reference("remark"))),
            ],
            [
                "pair": object([
                    Property("group", "The region's code or the plan year.", string, optional: true),
                    Property("a", "The first side.", reference("side")),
                    Property("b", "The second side.", reference("side")),
                    Property("unchanged", "Rules that both sides state alike.", count),
                    Property("changes", "In the order of topics, people and tiers.", list(reference("change"))),
                ]),
                "side": object([Property("documents", "By name.", list(reference("document")))]),
                "document": object([
                    Property("id", "SHA-256 of the file.", pattern("^sha256:")),
                    Property("name", "The file's base name.", string),
                    Property("number", "发文字号.", string, optional: true),
                    Property("title", "The title.", string, optional: true),
                    Property("region", "The division's code (GB/T 2260).", string, optional: true),
                    Property("regionName", "The division's name.", string, optional: true),
                    Property("planYear", "The year that it is about.", count, optional: true),
                    Property("status", "issued, draft or interpretation.", codes(DocumentInfo.Status.self)),
                ]),
                "change": object([
                    Property("id", "Readable and stable; unique in its report.", string),
                    Property(
                        "fingerprint", "Of what was compared and how it came out; the same in every run.", fingerprint),
                    Property("type", "What happened.", codes(ChangeType.self)),
                    Property("level", "How much it matters.", codes(ChangeLevel.self)),
                    Property("insured", "What it does to the insured.", codes(ChangeDirection.self)),
                    Property("payer", "What it does to the payer.", codes(ChangeDirection.self)),
                    Property(
                        "uncertain", "The extractor was not sure of a rule on either side.",
                        .object(["const": .bool(true)]), optional: true),
                    Property(
                        "topicAbsent",
                        "The other side says nothing on the whole topic, or one of the two is no yearly notice.",
                        .object(["const": .bool(true)]), optional: true),
                    Property(
                        "carriedOn", "The matter is left to the very document that the other side is.",
                        .object(["const": .bool(true)]), optional: true),
                    Property(
                        "sentences", "The change in words.",
                        object(["zh", "en"].map { Property($0, "One sentence a field.", list(string, 1)) })),
                    Property("fields", "What happened field by field.", list(reference("field")), optional: true),
                    Property("a", "The first side's rules.", list(reference("fact"))),
                    Property("b", "The second side's rules.", list(reference("fact"))),
                    Property(
                        "because", "Statements that explain the change, such as a delegation.", list(reference("fact")),
                        optional: true),
                ]),
                "field": object([
                    Property("field", "The field, as in bundles.", codes(FactField.self)),
                    Property("type", "What happened to it.", codes(ChangeType.self)),
                    Property("level", "How much it matters.", codes(ChangeLevel.self)),
                    Property("from", "Absent where the first side does not state it.", string, optional: true),
                    Property("to", "Absent where the second side does not state it.", string, optional: true),
                    Property(
                        "difference", "How far it moved.",
                        object([
                            Property("absolute", "Second less first.", decimal),
                            Property("unit", "Of the difference.", codes(FieldChange.Difference.Unit.self)),
                            Property("percent", "Of the first value.", decimal, optional: true),
                        ]), optional: true),
                    Property("insured", "What it does to the insured.", codes(ChangeDirection.self)),
                    Property("payer", "What it does to the payer.", codes(ChangeDirection.self)),
                ]),
                "fact": factDefinition,
                "remark": object([
                    Property("code", "What is remarked.", codes(PolicyDiff.Remark.Code.self)),
                    Property(
                        "side", "a or b; absent for both.", .object(["enum": .strings(["a", "b"])]), optional: true),
                    Property("count", "How many.", count),
                    Property("items", "Documents, rules or kinds.", list(string)),
                ]),
            ])
    }

    // MARK: compare

    private static var compareSchema: ReportJSON {
        schema(
            "compare", MatrixReport.schemaVersion,
            "What guize compare --format json writes: the rules of many notices side by side.",
            [
                Property("columns", "What columns are.", codes(ComparisonAxis.self)),
                Property(
                    "baseline", "The place of the column that others are compared with, or previous.",
                    .object(["anyOf": .list([count, .object(["const": .string("previous")])])])),
                Property(
                    "columnList", "The columns, by code.",
                    list(
                        object([
                            Property("code", "The division's code or the year.", string, optional: true),
                            Property("name", "What it is called.", string),
                        ]))),
                Property("rows", "In the order of topics, people and tiers.", list(reference("row"))),
            ],
            [
                "row": object([
                    Property("id", "Readable and stable; unique in its report: the key, behind the group.", string),
                    Property("key", "What is ruled for whom.", string),
                    Property("group", "The year or the region, where there are several.", string, optional: true),
                    Property("kind", "The kind of rule.", codes(RuleKind.self)),
                    Property("label", "Whom it is for, in words.", string),
                    Property(
                        "different", "Whether a cell differs by more than wording.",
                        .object(["type": .string("boolean")])),
                    Property("statistics", "Of the cells with one figure.", reference("statistics"), optional: true),
                    Property("cells", "One a column, in their order.", list(reference("cell"))),
                ]),
                "statistics": object([
                    Property("count", "Cells with one figure.", count),
                    Property("bounds", "How many of them are bounds.", count),
                    Property("minimum", "The smallest figure.", decimal),
                    Property("median", "The middle one, or half way between two.", decimal),
                    Property("maximum", "The largest figure.", decimal),
                    Property("lowest", "Places of the columns with the smallest.", list(count, 1)),
                    Property("highest", "Places of the columns with the largest.", list(count, 1)),
                ]),
                "cell": object([
                    Property("state", "What the column says.", codes(PolicyMatrix.State.self)),
                    Property("value", "In words.", .object(["type": .string("string")])),
                    Property(
                        "difference", "How far it differs from the baseline; absent where it agrees.",
                        codes(ChangeLevel.self), optional: true),
                    Property(
                        "facts", "The rules, or the statements that leave the matter to others.",
                        list(reference("fact"))),
                ]),
                "fact": factDefinition,
            ])
    }

    // MARK: conform

    private static var conformSchema: ReportJSON {
        schema(
            "conform", ConformanceReport.schemaVersion,
            "What guize conform --format json writes: whether lower notices keep what upper ones set.",
            [Property("pairs", "A lower side and its upper one each.", list(reference("pair")))],
            [
                "pair": object([
                    Property("lower", "The lower documents' names.", list(string)),
                    Property("upper", "The upper documents' names.", list(string)),
                    Property(
                        "counts", "Findings by verdict.",
                        object(
                            Conformance.Verdict.allCases.map {
                                Property($0.rawValue, "How many findings say so.", count)
                            })),
                    Property("findings", "In the order of the upper rules.", list(reference("finding"))),
                ]),
                "finding": object([
                    Property("id", "Readable and stable; unique in its pair.", string),
                    Property("fingerprint", "Of the rules and the verdict; the same in every run.", fingerprint),
                    Property("verdict", "broken, undecided, stricter or kept.", codes(Conformance.Verdict.self)),
                    Property("reason", "Why.", codes(Conformance.Reason.self)),
                    Property("field", "The field that decided.", codes(FactField.self), optional: true),
                    Property("upper", "The upper rule.", reference("fact")),
                    Property("lower", "The lower rules; none where the lower side is silent.", list(reference("fact"))),
                ]),
                "fact": factDefinition,
            ])
    }

    // MARK: citations

    private static var citationsSchema: ReportJSON {
        schema(
            "citations", CitationGraphReport.schemaVersion,
            "What guize conform --auto --graph json writes: which document cites which.",
            [
                Property(
                    "nodes", "Documents, by id.",
                    list(
                        object([
                            Property("id", "发文字号, or the file's name where a document has none.", string),
                            Property("title", "The title.", string, optional: true),
                            Property("region", "The division's name.", string, optional: true),
                            Property(
                                "name", "The file's name; absent for documents that are only cited.", string,
                                optional: true),
                        ]))),
                Property(
                    "edges", "Citations, each once.",
                    list(
                        object([
                            Property("from", "The citing document's id.", string),
                            Property("to", "The cited document's id.", string),
                            Property("relation", "As in bundles.", codes(Citation.Relation.self)),
                        ]))),
                Property(
                    "pairs", "Lower and upper documents that are both here: what is checked.",
                    list(
                        object([
                            Property("lower", "The lower document's id.", string),
                            Property("upper", "The upper document's id.", string),
                        ]))),
            ], [:])
    }
}
