import ExtractorData
import ExtractorFiles
import PolicyValues
import Testing

@Suite struct ValueVocabularyTests {
    private func message(_ yaml: String, path: String = "values/x.yaml") throws -> String? {
        let file = try parseExtractorFile(yaml, path: path)
        do {
            _ = try ValueVocabulary(files: ExtractorSet.values + [file])
            return nil
        } catch {
            return error.description
        }
    }

    @Test func theSetIsThere() { #expect(ExtractorSet.values.count == 5) }

    @Test func otherFilesAreLeftAlone() throws {
        #expect(try message("nonsense: [1]", path: "rules/x.yaml") == nil)
    }

    @Test(arguments: [
        (
            "unknown section", "rangeMark: [到]",
            "values/x.yaml:1:1: unknown key 'rangeMark' (did you mean 'rangeMarks'?)"
        ),
        ("unknown key", "durations:\n  - { unit: D, form: [旬] }", "written form"),
        ("unknown unit", "durations:\n  - { unit: Q, forms: [季] }", "'Q' is not one of D, M, W, Y"),
        ("no number", "rates: { suffixes: [ { factor: ten, forms: [成] } ] }", "expected a decimal number, found 'ten'"),
        ("unknown anchor", "anchors: [ { anchor: paiment, forms: [付] } ]", "'paiment' is not one of"),
        ("unknown per-unit", "perUnits: { after: [ { per: [persons], forms: [口] } ] }", "did you mean 'person'?"),
        ("empty form", "rangeMarks: [ { forms: [''] } ]", "none may be empty"),
    ])
    func mistakesAreRefused(_ name: String, _ yaml: String, _ expected: String) throws {
        let found = try message(yaml)
        #expect(found?.contains(expected) == true, "\(name): \(found ?? "accepted")")
    }

    @Test func formsOfAnotherFileAddUp() throws {
        let file = try parseExtractorFile("rangeMarks: [迄]", path: "values/more.yaml")
        let scanner = ValueScanner(vocabulary: try ValueVocabulary(files: ExtractorSet.values + [file]))
        let text = Array("2025年11月1日迄12月31日".unicodeScalars)
        #expect(scanner.scan(text, in: text.indices).count == 1)
    }
}
