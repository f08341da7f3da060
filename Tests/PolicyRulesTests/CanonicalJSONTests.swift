import Foundation
import Testing

@testable import PolicyRules

/// A small bundle whose JSON is written out below.
let smallBundle = RuleBundle(
    generator: Generator(name: "guize", version: "0.1.0", extractorsDigest: "00"),
    document: DocumentInfo(id: "sha256:00", name: "a.txt", mediaType: "text/plain", textDigest: "sha256:00"),
    rules: [
        Rule(
            id: "r", kind: .individualContribution,
            amount: Amount(value: "400", per: [.person, .year]),
            monthDays: 1...25,
            evidence: [Evidence(start: 1, end: 3, quote: "“\"\n", supports: ["amount", "monthDays"])],
            origins: ["b": Origin(how: .inherited, by: "1"), "a": Origin(how: .derived, by: "2")],
            extractor: "x")
    ])

@Test func prettyForm() {
    let expected = #"""
        {
          "schemaVersion": "1.0",
          "generator": {
            "name": "guize",
            "version": "0.1.0",
            "extractorsDigest": "00"
          },
          "document": {
            "id": "sha256:00",
            "name": "a.txt",
            "mediaType": "text/plain",
            "textDigest": "sha256:00",
            "status": "issued",
            "issuers": [],
            "addressees": [],
            "outline": []
          },
          "citations": [],
          "rules": [
            {
              "id": "r",
              "kind": "individualContribution",
              "scheme": "urrbmi",
              "amount": {
                "value": "400",
                "currency": "CNY",
                "comparator": "=",
                "per": ["person", "year"]
              },
              "monthDays": [1, 25],
              "evidence": [
                {
                  "start": 1,
                  "end": 3,
                  "quote": "“\"\n",
                  "supports": ["amount", "monthDays"]
                }
              ],
              "origins": {
                "a": {
                  "how": "derived",
                  "by": "2"
                },
                "b": {
                  "how": "inherited",
                  "by": "1"
                }
              },
              "certainty": "stated",
              "extractor": "x"
            }
          ],
          "unclaimed": [],
          "diagnostics": []
        }

        """#
    #expect(String(decoding: smallBundle.json(), as: UTF8.self) == expected)
}

@Test func compactFormIsOneLine() {
    let bytes = smallBundle.json(.compact)
    #expect(bytes.filter { $0 == UInt8(ascii: "\n") }.count == 1)
    #expect(bytes.last == UInt8(ascii: "\n"))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix(#"{"schemaVersion":"1.0","generator":{"name":"guize","#))
    #expect(text.contains(#""per":["person","year"]},"monthDays":[1,25],"#))
}

@Test(
    "Only what JSON requires is escaped",
    arguments: [
        ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#), ("a/b", #""a/b""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
        ("\u{0}\u{1F}\u{10}", #""\u0000\u001f\u0010""#), ("\u{7F}\u{2028}", "\"\u{7F}\u{2028}\""),
        ("吉医保联〔2025〕19号", "\"吉医保联〔2025〕19号\""), ("𠮷", "\"𠮷\""), ("", "\"\""),
    ])
func escapes(_ text: String, expected: String) {
    var json = JSONWriter(format: .compact)
    json.string(text)
    #expect(String(decoding: json.finish().dropLast(), as: UTF8.self) == expected)
}

@Test("What is written reads back equal, in both forms", arguments: UInt64(0)..<300)
func roundTrip(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let bundle = RuleBundle(&random)
    let pretty = bundle.json(.pretty)
    let compact = bundle.json(.compact)
    #expect(try RuleBundle(json: pretty, options: BundleReadingOptions(refusesUnknownKeys: true)) == bundle)
    #expect(try RuleBundle(json: compact, options: BundleReadingOptions(refusesUnknownKeys: true)) == bundle)
    #expect(bundle.json(.pretty) == pretty)
    #expect(try RuleBundle(json: pretty).json(.compact) == compact)
}

@Test("Foundation reads the same values", arguments: UInt64(1_000)..<1_060)
func foundationAgrees(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let bundle = RuleBundle(&random)
    let pretty = try JSONSerialization.jsonObject(with: Data(bundle.json(.pretty)))
    let compact = try JSONSerialization.jsonObject(with: Data(bundle.json(.compact)))
    #expect((pretty as? NSDictionary) == (compact as? NSDictionary))
    // Foundation's writer orders and escapes otherwise; our reader must not care.
    let rewritten = try JSONSerialization.data(withJSONObject: pretty, options: [.prettyPrinted])
    #expect(try RuleBundle(json: Array(rewritten)) == bundle)
    // Texts are compared by scalars: Swift's == would take é for e and a combining accent.
    let rules = try #require((pretty as? [String: Any])?["rules"] as? [[String: Any]])
    for (rule, object) in zip(bundle.rules, rules) {
        #expect(Array(rule.id.utf8) == Array((object["id"] as? String ?? "").utf8))
    }
}

@Test func everyBitOfTextSurvives() throws {
    // Swift's == on strings is canonical equivalence, so that the round trip above cannot see a normalised text.
    // Foundation drops U+FEFF, so that it is left out of the random bundles.
    for text in ["e\u{301}", "é", "\u{0}", "㈠", "\u{F900}", "a\u{FEFF}b"] {
        var bundle = smallBundle
        bundle.rules[0].id = text
        let read = try RuleBundle(json: bundle.json())
        #expect(Array(read.rules[0].id.utf8) == Array(text.utf8))
    }
}
