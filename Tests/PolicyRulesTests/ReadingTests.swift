import Foundation
import Testing

@testable import PolicyRules

struct Malformed: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var code: BundleReadingError.Code
    /// `line:column pointer`
    var place: String

    init(_ name: String, _ text: String, _ code: BundleReadingError.Code, _ place: String) {
        self.init(name, Array(text.utf8), code, place)
    }

    init(_ name: String, _ bytes: [UInt8], _ code: BundleReadingError.Code, _ place: String) {
        self.name = name
        self.bytes = bytes
        self.code = code
        self.place = place
    }

    var testDescription: String { name }
}

/// The small bundle with one piece of its compact form replaced.
private func edited(_ piece: String, _ replacement: String) -> String {
    let text = String(decoding: smallBundle.json(.compact), as: UTF8.self)
    precondition(text.contains(piece), piece)
    return text.replacingOccurrences(of: piece, with: replacement)
}

private let deep = String(repeating: "[", count: 100_000)

private let malformed: [Malformed] = [
    Malformed("nothing", "", .invalidSyntax, "1:1 "),
    Malformed("only space", " \n\t", .invalidSyntax, "2:2 "),
    Malformed("byte order mark", "\u{FEFF}{}", .invalidSyntax, "1:1 "),
    Malformed("two values", "{} {}", .invalidSyntax, "1:4 "),
    Malformed("open object", "{", .invalidSyntax, "1:2 "),
    Malformed("open list", "[1", .invalidSyntax, "1:3 "),
    Malformed("wrong end", "[1}", .invalidSyntax, "1:3 "),
    Malformed("trailing comma in a list", "[1,]", .invalidSyntax, "1:4 /1"),
    Malformed("trailing comma in an object", #"{"a":1,}"#, .invalidSyntax, "1:8 "),
    Malformed("leading comma", "[,1]", .invalidSyntax, "1:2 /0"),
    Malformed("no colon", #"{"a" 1}"#, .invalidSyntax, "1:6 /a"),
    Malformed("no comma", #"{"a":1 "b":2}"#, .invalidSyntax, "1:8 "),
    Malformed("no value", #"{"a":}"#, .invalidSyntax, "1:6 /a"),
    Malformed("key without quotes", "{a:1}", .invalidSyntax, "1:2 "),
    Malformed("single quotes", "{'a':1}", .invalidSyntax, "1:2 "),
    Malformed("comment", "{/* */}", .invalidSyntax, "1:2 "),
    Malformed("NaN", "[NaN]", .invalidSyntax, "1:2 /0"),
    Malformed("true cut off", "[tru]", .invalidSyntax, "1:2 /0"),
    Malformed("True", "[True]", .invalidSyntax, "1:2 /0"),
    Malformed("leading zero", "[01]", .invalidSyntax, "1:3 /0"),
    Malformed("plus sign", "[+1]", .invalidSyntax, "1:2 /0"),
    Malformed("minus alone", "[-]", .invalidSyntax, "1:3 /0"),
    Malformed("point without digits", "[1.]", .invalidSyntax, "1:4 /0"),
    Malformed("point first", "[.5]", .invalidSyntax, "1:2 /0"),
    Malformed("exponent without digits", "[1e]", .invalidSyntax, "1:4 /0"),
    Malformed("hexadecimal", "[0x1]", .invalidSyntax, "1:3 "),
    Malformed("open string", "[\"低保", .invalidSyntax, "1:2 /0"),
    Malformed("open string behind an escape", #"["\"#, .invalidSyntax, "1:3 /0"),
    Malformed("line break in a string", "[\n\"a\nb\"]", .invalidSyntax, "2:3 /0"),
    Malformed("tabulator in a string", "[\"低\tb\"]", .invalidSyntax, "1:4 /0"),
    Malformed("unknown escape", #"["\x"]"#, .invalidSyntax, "1:3 /0"),
    Malformed("short escape", #"["\u12"]"#, .invalidSyntax, "1:7 /0"),
    Malformed("escape that is not hexadecimal", #"["\u12g4"]"#, .invalidSyntax, "1:7 /0"),
    Malformed("high surrogate alone", #"["\ud800"]"#, .invalidEncoding, "1:3 /0"),
    Malformed("low surrogate first", #"["\udc00\ud800"]"#, .invalidEncoding, "1:3 /0"),
    Malformed("two high surrogates", #"["\ud800\ud800"]"#, .invalidEncoding, "1:3 /0"),
    Malformed("bytes that are not UTF-8", Array("[\"低".utf8) + [0xFF, 0x22, 0x5D], .invalidEncoding, "1:4 "),
    Malformed("overlong UTF-8", [0x5B, 0x22, 0xC0, 0x80, 0x22, 0x5D], .invalidEncoding, "1:3 "),
    Malformed("surrogate in UTF-8", [0x5B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x5D], .invalidEncoding, "1:3 "),
    Malformed("UTF-16", [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], .invalidEncoding, "1:1 "),
    Malformed("NUL between values", "[1,\u{0}2]", .invalidSyntax, "1:4 /1"),
    Malformed("doubled key", #"{"a":{"b":1,"c":2,"b":3}}"#, .duplicateKey, "1:19 /a/b"),
    Malformed("doubled key with an escape", #"{"a":1,"\u0061":1}"#, .duplicateKey, "1:8 /a"),
    Malformed(
        "doubled key behind many", "{" + (0..<40).map { "\"\($0)\":0," }.joined() + "\"7\":1}", .duplicateKey,
        "1:272 /7"),
    Malformed("too deep", deep, .limitExceeded, "1:33 " + String(repeating: "/0", count: 32)),
    Malformed("a list for a bundle", "[]", .typeMismatch, "1:1 "),
    Malformed("null for a bundle", "null", .typeMismatch, "1:1 "),
    Malformed("empty object", "{}", .missingKey, "1:1 "),
    Malformed("later major version", edited(#""1.0""#, #""2.0""#), .unsupportedVersion, "1:18 /schemaVersion"),
    Malformed("version 10", edited(#""1.0""#, #""10.0""#), .unsupportedVersion, "1:18 /schemaVersion"),
    Malformed("version as a number", edited(#""1.0""#, "1.0"), .typeMismatch, "1:18 /schemaVersion"),
    Malformed("no rules", edited(#""rules":"#, #""rule":"#), .missingKey, "1:1 "),
    Malformed("null for a value", edited(#""id":"r""#, #""id":null"#), .typeMismatch, "1:280 /rules/0/id"),
    Malformed("number for a text", edited(#""id":"r""#, #""id":7"#), .typeMismatch, "1:280 /rules/0/id"),
    Malformed(
        "unknown kind", edited(#""kind":"individualContribution""#, #""kind":"tax""#), .invalidValue,
        "1:291 /rules/0/kind"),
    Malformed(
        "fraction for an offset", edited(#""start":1,"#, #""start":1.0,"#), .invalidValue,
        "1:457 /rules/0/evidence/0/start"),
    Malformed(
        "offset beyond 64 bits", edited(#""start":1,"#, #""start":9223372036854775808,"#), .invalidValue,
        "1:457 /rules/0/evidence/0/start"),
    Malformed("days in the wrong order", edited("[1,25]", "[25,1]"), .invalidValue, "1:429 /rules/0/monthDays"),
    Malformed("three days", edited("[1,25]", "[1,2,3]"), .invalidValue, "1:429 /rules/0/monthDays"),
    Malformed("object for a list", edited("[1,25]", "{}"), .typeMismatch, "1:429 /rules/0/monthDays"),
    Malformed(
        "origin without a step", edited(#""how":"derived","by":"2""#, #""how":"derived""#), .missingKey,
        "1:534 /rules/0/origins/a"),
]

@Test("Malformed input gives a place and a reason", arguments: malformed)
func malformedInput(_ input: Malformed) throws {
    let error = try #require(throws: BundleReadingError.self) { try RuleBundle(json: input.bytes) }
    #expect(error.code == input.code, "\(error)")
    #expect("\(error.line):\(error.column) \(error.pointer)" == input.place, "\(error)")
    #expect(!error.expected.isEmpty)
}

@Test func messages() throws {
    func message(_ text: String) throws -> String {
        try #require(throws: BundleReadingError.self) { try RuleBundle(json: text) }.description
    }
    #expect(try message("{'a'}") == "1:2: expected a key or '}', found '''")
    #expect(try message("{") == "1:2: expected a key or '}', found the end of the input")
    #expect(
        try message(edited("\"CNY\",\"comparator\":\"=\"", "\"CNY\",\"comparator\":\"==\"")).hasSuffix(
            #"/rules/0/amount/comparator: expected one of "=", ">=", "<=", ">", "<", "~", found "==""#))
}

@Test func pointersEscape() {
    let error = BundleReadingError(.missingKey, expected: "x", offset: 0)
    #expect(error.inside("a/b~c").inside(3).pointer == "/3/a~1b~0c")
}

@Test func unknownKeysArePassedOverUnlessRefused() throws {
    let text = edited(#""certainty":"#, #""future":{"x":[1.5e3,true,null]},"certainty":"#)
    #expect(try RuleBundle(json: text) == smallBundle)
    let error = try #require(throws: BundleReadingError.self) {
        try RuleBundle(json: text, options: BundleReadingOptions(refusesUnknownKeys: true))
    }
    #expect(error.code == .unknownKey)
    #expect(error.pointer == "/rules/0/future")
}

@Test func laterMinorVersionsAreRead() throws {
    #expect(try RuleBundle(json: edited(#""1.0""#, #""1.7""#)).schemaVersion == "1.7")
}

@Test func limits() throws {
    let bytes = smallBundle.json()
    func code(_ options: BundleReadingOptions) throws -> BundleReadingError.Code {
        try #require(throws: BundleReadingError.self) { try RuleBundle(json: bytes, options: options) }.code
    }
    #expect(try code(BundleReadingOptions(maximumBytes: bytes.count - 1)) == .limitExceeded)
    #expect(try code(BundleReadingOptions(maximumDepth: 3)) == .limitExceeded)
    #expect(try code(BundleReadingOptions(maximumValues: 10)) == .limitExceeded)
    #expect(throws: Never.self) { try RuleBundle(json: bytes, options: BundleReadingOptions(maximumDepth: 1_000_000)) }
    #expect(throws: BundleReadingError.self) {
        try RuleBundle(json: Array(deep.utf8), options: BundleReadingOptions(maximumDepth: 1_000_000))
    }
}

@Test("Damaged bundles give an error or a bundle, and never a crash", arguments: UInt64(0)..<40)
func damage(seed: UInt64) {
    var random = RandomSource(seed: seed)
    let bytes = RuleBundle(&random).json(.compact)
    for _ in 0..<100 {
        var damaged = bytes
        for _ in 0...random.below(3) {
            let place = random.below(damaged.count)
            switch random.below(4) {
            case 0: damaged[place] = UInt8(truncatingIfNeeded: random.next())
            case 1: damaged.removeSubrange(place..<min(damaged.count, place + random.below(9) + 1))
            case 2: damaged.insert(contentsOf: damaged[place..<min(damaged.count, place + random.below(40))], at: place)
            default: damaged[place] = Array("{}[]\",:\\0-eu".utf8)[random.below(12)]
            }
            if damaged.isEmpty { break }
        }
        if let bundle = try? RuleBundle(json: damaged) {
            #expect((try? RuleBundle(json: bundle.json())) == bundle)
        }
    }
}
