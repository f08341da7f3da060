import ExtractorData
import ExtractorFiles
import Testing

/// The tree in one line, each node with its place.
private func sketch(_ node: ExtractorNode) -> String {
    let place = "@\(node.place.line):\(node.place.column)"
    switch node.content {
    case .scalar(let text): return "'\(text)'\(place)"
    case .sequence(let nodes): return "[" + nodes.map(sketch).joined(separator: " ") + "]\(place)"
    case .mapping(let pairs):
        let list = pairs.map { "\($0.key)@\($0.keyPlace.line):\($0.keyPlace.column)=\(sketch($0.value))" }
        return "{" + list.joined(separator: " ") + "}\(place)"
    }
}

@Test(
    "Scalars are kept as written, nodes have their places",
    arguments: [
        ("a: 0123", "{a@1:1='0123'@1:4}@1:1"),
        ("- NO\n- 1e3\n- ~\n- 2025-11-01", "['NO'@1:3 '1e3'@2:3 '~'@3:3 '2025-11-01'@4:3]@1:1"),
        ("低保: [特困, '孤儿']", "{低保@1:1=['特困'@1:6 '孤儿'@1:10]@1:5}@1:1"),
        ("# 说明\n\na:\n  b: |\n    x\n    y\n", "{a@3:1={b@4:3='x\ny\n'@4:6}@4:3}@3:1"),
        ("a:\nb: ''", "{a@1:1=''@1:3 b@2:1=''@2:4}@1:1"),
        ("<<: x", "{<<@1:1='x'@1:5}@1:1"),
        ("text: ⟦a:低保对象⟧，⟦c:50%⟧", "{text@1:1='⟦a:低保对象⟧，⟦c:50%⟧'@1:7}@1:1"),
        ("{ x: !, y: 1 }", "error 1:6: tags are not allowed"),
        ("", "error 1:1: the file is empty"),
        ("# only a comment\n", "error 1:1: the file is empty"),
        ("a: 1\na: 2", "error 1:1: 'a' stands twice in one mapping"),
        ("x:\n  - 低: 1\n    低: 2", "error 2:5: '低' stands twice in one mapping"),
        ("a: &x 1", "error 1:4: anchors and aliases are not allowed"),
        ("a: &x [1]\nb: *x", "error 1:4: anchors and aliases are not allowed"),
        ("b: *x", "error 1:4: not readable as YAML: found undefined alias"),
        ("a: !!int 83", "error 1:4: tags are not allowed"),
        ("a: !!str 83", "error 1:4: tags are not allowed"),
        ("!!map\na: 1", "error 1:1: tags are not allowed"),
        ("低保: !own [1]", "error 1:5: tags are not allowed"),
        ("? [a, b]\n: 1", "error 1:3: a key must be a single value"),
        ("? {a: b}\n: 1", "error 1:3: a key must be a single value"),
        ("'': 1", "error 1:1: a key must not be empty"),
        (
            "a: 1\n---\nb: 2",
            "error 2:1: not readable as YAML: but found another document expected a single document in the stream"
        ),
        ("a: [1", "error 1:6: not readable as YAML: did not find expected ',' or ']' while parsing a flow sequence"),
        (
            "a:\n\t- b",
            "error 2:1: not readable as YAML: found character that cannot start any token while scanning for the next token"
        ),
        ("a: 'x", "error 1:6: not readable as YAML: found unexpected end of stream while scanning a quoted scalar"),
        ("a: b\n c: d", "error 2:3: not readable as YAML: mapping values are not allowed in this context"),
        ("低: \u{7}", "error 1:4: not readable as YAML: control characters are not allowed"),
    ])
func yaml(_ text: String, expected: String) throws {
    do {
        let file = try parseExtractorFile(text, path: "rules/x.yaml")
        #expect(sketch(file.root) == expected)
        #expect(file.path == "rules/x.yaml")
    } catch {
        #expect("error \(error.place.line):\(error.place.column): \(error.message)" == expected)
        #expect(error.place.file == "rules/x.yaml")
    }
}

@Test func nestingIsBounded() {
    for depth in [70, 500, 20_000] {
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(throws: ExtractorError.self) { try parseExtractorFile(text, path: "x.yaml") }
    }
}
