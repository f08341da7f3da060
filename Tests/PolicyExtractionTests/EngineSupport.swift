import BuiltinData
import ExtractorData
import ExtractorFiles
import NoticeModel
import PolicyRules
import PolicyText
import Testing

@testable import PolicyExtraction

/// Extractor sets for the tests of the engine.
enum EngineSet {
    static let builtin = Result {
        try ExtractorSet(files: BuiltinData.extractorFiles(), digest: BuiltinData.extractorsDigest)
    }

    /// A set of the inline files and the built-in words of values.
    static func small(vocabulary: String = "classes: []", rules: String = "rules: []") throws -> ExtractorSet {
        let values = try BuiltinData.extractorFiles().filter { $0.path.hasPrefix("values/") }
        let files = [
            try parseExtractorFile(vocabulary, path: "vocabulary/words.yaml"),
            try parseExtractorFile(rules, path: "rules/rules.yaml"),
        ]
        return try ExtractorSet(files: values + files, digest: "")
    }
}

/// A case with a name, a text and the reading expected of it.
struct EngineCase: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var expected: [String]

    init(_ name: String, _ text: String, _ expected: [String]) {
        self.name = name
        self.text = text
        self.expected = expected
    }

    var testDescription: String { name }
}

/// A notice of the plan year 2026 out of lines: `# ` begins a heading, `## ` one below it, anything else is a paragraph.
func engineNotice(_ text: String, planYear: Int? = 2026) -> Notice {
    var rendition: [Unicode.Scalar] = []
    var lines: [(range: Range<Int>, level: Int)] = []
    for line in text.split(separator: "\n") {
        let level = line.prefix { $0 == "#" }.count
        if !rendition.isEmpty { rendition.append("\n") }
        let start = rendition.count
        rendition += line.drop { $0 == "#" || $0 == " " }.unicodeScalars
        lines.append((start..<rendition.count, level))
    }
    var blocks: [Block] = []
    var sections: [Section] = []
    var open: [(section: Int, level: Int)] = []
    for (range, level) in lines {
        if level > 0 {
            while let last = open.last, last.level >= level { open.removeLast() }
            sections.append(
                Section(
                    id: "\(sections.count + 1)", level: level, markerRange: range.lowerBound..<range.lowerBound,
                    headingRange: range, range: range.lowerBound..<rendition.count, parent: open.last?.section))
            open.append((sections.count - 1, level))
        }
        blocks.append(
            Block(kind: level > 0 ? .heading : .paragraph, part: .body, range: range, section: open.last?.section))
    }
    var metadata = NoticeMetadata()
    metadata.planYear = planYear.map { NoticeMetadata.Field($0) }
    return Notice(
        rendition: rendition, text: Folding.fold(rendition), blocks: blocks, sections: sections, metadata: metadata,
        findings: [])
}

func engineExtraction(
    _ notice: Notice, set: ExtractorSet? = nil, tracing: Bool = false
) throws -> Extraction {
    let set = try set ?? EngineSet.builtin.get()
    return Extractor(set: set, version: "test").extract(
        notice, source: SourceInfo(name: "test.txt", mediaType: "text/plain", charset: nil, bytesDigest: ""),
        tracing: tracing)
}

func engineBundle(_ text: String, planYear: Int? = 2026, set: ExtractorSet? = nil) throws -> RuleBundle {
    try engineExtraction(engineNotice(text, planYear: planYear), set: set).bundle
}

/// A rule in one line: the kind, then its fields. Left out are what holds of every rule here: everyone, the plan year 2026.
func engineLine(_ rule: Rule) -> String {
    let order = [
        "population", "tier", "mode", "effect", "trigger", "direction", "window", "topic", "to", "document",
        "principle",
        "amount", "rate", "duration", "per", "within", "priorYears", "afterYears", "payer", "period", "paidDuring",
        "monthDays", "text", "planYear",
    ]
    let fields = ExtractorSet.describe(rule)
    let written = order.compactMap { name in
        fields[name].flatMap { value -> String? in
            if name == "population", value == "everyone" { return nil }
            if name == "planYear", value == "2026" { return nil }
            return "\(name)=\(value)"
        }
    }
    return ([rule.kind.rawValue] + written).joined(separator: " ")
}

/// The rules of a text, one a line.
func engineLines(_ text: String, planYear: Int? = 2026, set: ExtractorSet? = nil) throws -> [String] {
    try engineBundle(text, planYear: planYear, set: set).rules.map(engineLine)
}

/// The tokens of a text after all phrases: `class=code«letters»`.
func engineTokens(_ text: String, set: ExtractorSet) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let whole = 0..<scalars.count
    let tokens = set.matcher.apply(to: set.tokenizer.tokens(in: scalars, range: whole), in: scalars, range: whole)
    return tokens.map { "\(set.code($0.tokenClass))=\(set.code($0.code))«\(string(scalars[$0.range]))»" }
}
