import ExtractorData
import Testing

@testable import PolicyExtraction

private func expand(_ template: String) throws -> [String] {
    try FormTemplate.expand(
        ExtractorNode(.scalar(template), at: ExtractorPlace(file: "words.yaml", line: 3, column: 7)))
}

@Suite("Form templates")
struct EngineFormTemplateTests {
    @Test(
        "A template stands for every combination, in order",
        arguments: [
            EngineCase("plain", "低保对象", ["低保对象"]),
            EngineCase("one choice", "低保{对象|户}", ["低保对象", "低保户"]),
            EngineCase("first optional", "{城乡|}低保", ["城乡低保", "低保"]),
            EngineCase("last optional", "低保{户|}", ["低保户", "低保"]),
            EngineCase("two choices", "{a|b}{c|d}", ["ac", "ad", "bc", "bd"]),
            EngineCase("choice of one", "{全额}资助", ["全额资助"]),
            EngineCase("letters between", "{a|b}x{c|}", ["axc", "ax", "bxc", "bx"]),
            EngineCase("full-width marks are letters", "县（市、区）", ["县（市、区）"]),
        ])
    func expansion(_ test: EngineCase) throws {
        #expect(try expand(test.text) == test.expected)
    }

    @Test(
        "A faulty template is refused with its place",
        arguments: [
            EngineCase("never closed", "低保{对象|户", ["missing '}' in the form '低保{对象|户'"]),
            EngineCase("never opened", "低保对象}", ["unbalanced '}' in the form '低保对象}'"]),
            EngineCase("nested", "{城{乡|镇}|}低保", ["unbalanced '{' in the form '{城{乡|镇}|}低保'"]),
            EngineCase("bar outside braces", "低保|特困", ["unbalanced '|' in the form '低保|特困'"]),
            EngineCase("may be empty", "{低保|}{户|}", ["the form '{低保|}{户|}' may be empty"]),
            EngineCase("empty", "", ["the form '' may be empty"]),
            EngineCase("empty braces", "{}", ["the form '{}' may be empty"]),
            EngineCase(
                "too many", String(repeating: "{a|b|c|d}", count: 6) + "x",
                ["the form '" + String(repeating: "{a|b|c|d}", count: 6) + "x' stands for more than 4000 forms"]),
        ])
    func errors(_ test: EngineCase) throws {
        let error = #expect(throws: ExtractorError.self) { try expand(test.text) }
        #expect(error.map { [$0.message] } == test.expected)
        #expect(error?.place == ExtractorPlace(file: "words.yaml", line: 3, column: 7))
    }

    @Test("As many forms as the limit are taken, and no more memory is spent on a template beyond it")
    func limit() throws {
        // 10 × 10 × 10 × 4 is the limit itself.
        let ten = "{" + (0..<10).map(String.init).joined(separator: "|") + "}"
        #expect(try expand(ten + ten + ten + "{a|b|c|d}").count == FormTemplate.limit)
        let wide = "{" + (0..<3_000).map(String.init).joined(separator: "|") + "}"
        #expect(throws: ExtractorError.self) { try expand(wide + wide + wide + wide) }
    }
}
