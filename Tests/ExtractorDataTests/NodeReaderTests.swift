import ExtractorData
import ExtractorFiles
import Testing

/// A small format: what a compiler of extractors would read.
private struct Entry: Equatable {
    var id: String
    var terms: [String]
    var weight: Int?
    var list: Bool?
    var slots: [String]

    init(_ node: ExtractorNode) throws(ExtractorError) {
        var reader = try NodeReader(node)
        id = try reader.requiredString("id")
        terms = try reader.strings("terms")
        weight = try reader.int("weight")
        list = try reader.bool("list")
        slots = try reader.pairs("slots").map(\.key)
        try reader.finish()
    }
}

@Test func knownKeysAreRead() throws {
    let file = try parseExtractorFile(
        "id: x\nterms: [资助, 补助]\nweight: 07\nlist: true\nslots: { rate: {}, payer: {} }", path: "x.yaml")
    let entry = try Entry(file.root)
    #expect(entry.id == "x")
    #expect(entry.terms == ["资助", "补助"])
    #expect(entry.weight == 7)
    #expect(entry.list == true)
    #expect(entry.slots == ["rate", "payer"])
    let short = try Entry(try parseExtractorFile("id: x\nterms: 资助", path: "x.yaml").root)
    #expect(short.terms == ["资助"])
    #expect(short.weight == nil)
}

@Test(
    "What is wrong, where, and the nearest known key",
    arguments: [
        ("id: x\ntrems: [a]", "x.yaml:2:1: unknown key 'trems' (did you mean 'terms'?)"),
        ("id: x\nlsit: true", "x.yaml:2:1: unknown key 'lsit' (did you mean 'list'?)"),
        ("id: x\nexamples: []", "x.yaml:2:1: unknown key 'examples'"),
        ("id: x\nslot: {}", "x.yaml:2:1: unknown key 'slot' (did you mean 'slots'?)"),
        ("terms: [a]", "x.yaml:1:1: missing key 'id'"),
        ("- id: x", "x.yaml:1:1: expected a mapping of keys to values"),
        ("id: [x]", "x.yaml:1:5: expected a single value"),
        ("id: x\nterms: { a: b }", "x.yaml:2:8: expected a list"),
        ("id: x\nterms:\n  - a\n  - [b]", "x.yaml:4:5: expected a single value"),
        ("id: x\nweight: 1.5", "x.yaml:2:9: expected a whole number, found '1.5'"),
        ("id: x\nlist: yes", "x.yaml:2:7: expected true or false, found 'yes'"),
        ("id: x\nslots: [a]", "x.yaml:2:8: expected a mapping of keys to values"),
    ])
func errors(_ text: String, expected: String) throws {
    let file = try parseExtractorFile(text, path: "x.yaml")
    let error = try #require(throws: ExtractorError.self) { try Entry(file.root) }
    #expect(error.description == expected)
}

@Test(
    "The nearest of some words",
    arguments: [
        ("amonut", "amount"), ("payed", "payer"), ("Amount", "amount"), ("", nil), ("zzzzzz", nil), ("rat", "rate"),
    ] as [(String, String?)])
func nearestWord(_ word: String, expected: String?) {
    #expect(nearest(to: word, in: ["amount", "payer", "rate", "population"]) == expected)
}
