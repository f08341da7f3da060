import BuiltinData
import ExtractorData
import ExtractorFiles
import Testing

@testable import PolicyExtraction

/// An extractor file with one fault and the message that it gives, with file, line, column and hint.
struct FaultyFile: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var message: String

    init(_ name: String, _ text: String, _ message: String) {
        self.name = name
        self.text = text
        self.message = message
    }

    var testDescription: String { name }
}

@Suite("Faults of extractor files")
struct EngineLoadingTests {
    @Test(
        "Vocabulary",
        arguments: [
            FaultyFile(
                "one form of two codes",
                """
                classes:
                  - class: payer
                    terms:
                      - {code: fund, forms: [医疗救助基金]}
                      - {code: budget, forms: ["{医疗|}救助基金"]}
                """,
                "vocabulary/words.yaml:5:9: the form '医疗救助基金' stands for two terms (the other one is at vocabulary/words.yaml:4)"
            ),
            FaultyFile(
                "one form of two classes",
                """
                classes:
                  - class: payer
                    terms: [{code: unit, forms: [单位]}]
                  - class: place
                    terms: [{code: unit, forms: [单位]}]
                """,
                "vocabulary/words.yaml:5:13: the form '单位' stands for two terms (the other one is at vocabulary/words.yaml:3)"
            ),
            FaultyFile(
                "unknown broader term",
                """
                classes:
                  - class: population
                    terms:
                      - {code: student, forms: [学生]}
                      - {code: collegeStudent, broader: studnet, forms: [大学生]}
                """,
                "vocabulary/words.yaml:5:9: the broader term 'studnet' is not defined (did you mean 'student'?)"),
            FaultyFile(
                "unknown key of a term", "classes:\n  - class: payer\n    terms: [{code: unit, form: [单位]}]",
                "vocabulary/words.yaml:3:26: unknown key 'form' (did you mean 'forms'?)"),
            FaultyFile(
                "unknown key of a class", "classes:\n  - class: payer\n    term: []",
                "vocabulary/words.yaml:3:5: unknown key 'term' (did you mean 'terms'?)"),
            FaultyFile(
                "no code", "classes:\n  - class: payer\n    terms: [{forms: [单位]}]",
                "vocabulary/words.yaml:3:13: missing key 'code'"),
            FaultyFile(
                "faulty form", "classes:\n  - class: payer\n    terms: [{code: unit, forms: [单位, \"单{位\"]}]",
                "vocabulary/words.yaml:3:38: missing '}' in the form '单{位'"),
        ])
    func vocabulary(_ file: FaultyFile) throws {
        let error = #expect(throws: ExtractorError.self) { try EngineSet.small(vocabulary: file.text) }
        #expect(error?.description == file.message)
    }

    @Test("The same code with the same form twice is no fault")
    func repeated() throws {
        let set = try EngineSet.small(
            vocabulary: "classes:\n  - class: payer\n    terms: [{code: unit, forms: [\"单位{|}\"]}]")
        #expect(engineTokens("单位", set: set) == ["payer=unit«单位»"])
    }

    @Test("Terms broader than each other do not trap")
    func circle() throws {
        let set = try EngineSet.small(
            vocabulary: """
                classes:
                  - class: population
                    terms: [{code: a, broader: b, forms: [甲]}, {code: b, broader: a, forms: [乙]}]
                """)
        let a = try #require(set.symbols.find("a"))
        let b = try #require(set.symbols.find("b"))
        #expect(set.broader(than: .known(a)) == [.known(b), .known(a)])
    }

    private static let words = """
        classes:
          - class: payer
            terms: [{code: unit, forms: [单位]}]
          - class: measure
            terms: [{code: assistance, forms: [资助]}]
        """

    @Test(
        "Phrases",
        arguments: [
            FaultyFile(
                "unknown key", "phrases:\n  - {id: a, gives: x, matches: [y]}",
                "rules/rules.yaml:2:23: unknown key 'matches' (did you mean 'match'?)"),
            FaultyFile("no id", "phrases:\n  - {gives: x, match: [y]}", "rules/rules.yaml:2:5: missing key 'id'"),
            FaultyFile(
                "nothing given", "phrases:\n  - {id: a, match: [y]}", "rules/rules.yaml:2:5: missing key 'gives'"),
            FaultyFile(
                "gap first", "phrases:\n  - {id: a, gives: x, match: [\"~3\", y]}",
                "rules/rules.yaml:2:5: the sequence of 'a' must begin with a word or a token that is not optional"),
            FaultyFile(
                "optional first", "phrases:\n  - {id: a, gives: x, match: [\"z?\", y]}",
                "rules/rules.yaml:2:5: the sequence of 'a' must begin with a word or a token that is not optional"),
            FaultyFile(
                "no sequence", "phrases:\n  - {id: a, gives: x, match: []}",
                "rules/rules.yaml:2:5: the sequence of 'a' must begin with a word or a token that is not optional"),
            FaultyFile(
                "gap too wide", "phrases:\n  - {id: a, gives: x, match: [y, \"~61\"]}",
                "rules/rules.yaml:2:34: a gap is written ~1 to ~60, not '~61'"),
            FaultyFile(
                "gap of nothing", "phrases:\n  - {id: a, gives: x, match: [y, \"~\"]}",
                "rules/rules.yaml:2:34: a gap is written ~1 to ~60, not '~'"),
            FaultyFile(
                "empty element", "phrases:\n  - {id: a, gives: x, match: [y, \"\"]}",
                "rules/rules.yaml:2:34: an element of a sequence is empty"),
            FaultyFile(
                "nothing given but an equals sign", "phrases:\n  - {id: a, gives: \"=x\", match: [y]}",
                "rules/rules.yaml:2:5: 'gives' names no class in '=x'"),
            FaultyFile(
                "a token without a class", "phrases:\n  - {id: a, gives: x, match: [\"@\"]}",
                "rules/rules.yaml:2:31: '@' names no class"),
            FaultyFile(
                "takes what is not named", "phrases:\n  - {id: a, gives: x=$mone, match: [\"@amount:money\"]}",
                "rules/rules.yaml:2:5: no element of the sequence is named 'mone' (did you mean 'money'?)"),
            FaultyFile(
                "unknown class", "phrases:\n  - {id: a, gives: x, match: [y, \"@payr\"]}",
                "rules/rules.yaml:2:34: no term, value or phrase is of the class 'payr' (did you mean 'payer'?)"),
            FaultyFile(
                "double id",
                "phrases:\n  - {id: a, gives: x, match: [y]}\n  - {id: a, gives: x, match: [z]}",
                "rules/rules.yaml:3:5: the id 'a' is used twice (the other one is at rules/rules.yaml:2)"),
        ])
    func phrases(_ file: FaultyFile) throws {
        let error = #expect(throws: ExtractorError.self) {
            try EngineSet.small(vocabulary: Self.words, rules: file.text)
        }
        #expect(error?.description == file.message)
    }

    @Test(
        "Rules",
        arguments: [
            FaultyFile(
                "unknown key", "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amount}, slot: {}}",
                "rules/rules.yaml:2:64: unknown key 'slot' (did you mean 'slots'?)"),
            FaultyFile(
                "unknown kind", "rules:\n  - {id: a, kind: govermentSubsidy, trigger: {class: amount}}",
                "rules/rules.yaml:2:19: unknown kind 'govermentSubsidy' (did you mean 'governmentSubsidy'?)"),
            FaultyFile(
                "no trigger", "rules:\n  - {id: a, kind: governmentSubsidy}",
                "rules/rules.yaml:2:5: the rule 'a' has no trigger"),
            FaultyFile(
                "unknown key of the trigger",
                "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amount, code: [x]}}",
                "rules/rules.yaml:2:63: unknown key 'code' (did you mean 'codes'?)"),
            FaultyFile(
                "unknown place of the trigger",
                "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amount, at: strat}}",
                "rules/rules.yaml:2:47: 'strat' is none of start"),
            FaultyFile(
                "unknown field",
                "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amount}, slots: {amuont: trigger}}",
                "rules/rules.yaml:2:72: unknown field 'amuont' (did you mean 'amount'?)"),
            FaultyFile(
                "unknown source",
                "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amount}, slots: {amount: triger}}",
                "rules/rules.yaml:2:80: unknown source 'triger' (did you mean 'trigger'?)"),
            FaultyFile(
                "unknown scope",
                "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amount}, slots: {payer: {class: payer, in: claus}}}",
                "rules/rules.yaml:2:98: 'claus' is none of clause, sentence, passage, lead, heading, trigger, question, member (did you mean 'clause'?)"
            ),
            FaultyFile(
                "unknown side",
                "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amount}, slots: {payer: {class: payer, side: befor}}}",
                "rules/rules.yaml:2:100: 'befor' is none of before, after, either (did you mean 'before'?)"),
            FaultyFile(
                "unknown key of a source",
                "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amount}, slots: {payer: {class: payer, untill: [x]}}}",
                "rules/rules.yaml:2:94: unknown key 'untill' (did you mean 'until'?)"),
            FaultyFile(
                "required without a slot",
                "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amount}, slots: {amount: trigger}, require: [amont]}",
                "rules/rules.yaml:2:5: required field 'amont' has no slot (did you mean 'amount'?)"),
            FaultyFile(
                "set of an unknown field",
                "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amount}, set: {payr: unit}}",
                "rules/rules.yaml:2:70: unknown field 'payr' (did you mean 'payer'?)"),
            FaultyFile(
                "unknown class of the trigger", "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amout}}",
                "rules/rules.yaml:2:55: no term, value or phrase is of the class 'amout' (did you mean 'amount'?)"),
            FaultyFile(
                "unknown class of a source",
                "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amount}, slots: {payer: {class: payr}}}",
                "rules/rules.yaml:2:87: no term, value or phrase is of the class 'payr' (did you mean 'payer'?)"),
            FaultyFile(
                "unknown code of a constant",
                "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amount}, set: {mode: fixd}}",
                "rules/rules.yaml:2:76: 'fixd' is no code of 'mode' (did you mean 'fixed'?)"),
            FaultyFile(
                "unknown code of a default",
                "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amount}, slots: {window: {default: extendd}}}",
                "rules/rules.yaml:2:90: 'extendd' is no code of 'window' (did you mean 'extended'?)"),
            FaultyFile(
                "unknown code in an example",
                """
                rules:
                  - id: a
                    kind: governmentSubsidy
                    trigger: {class: amount}
                    examples:
                      - text: ⟦a:用人单位⟧补助
                        gives:
                          - {payer: unti@a}
                """,
                "rules/rules.yaml:8:21: the vocabulary has no payer with the code 'unti' (did you mean 'unit'?)"),
            FaultyFile(
                "double id",
                """
                rules:
                  - {id: a, kind: governmentSubsidy, trigger: {class: amount}}
                  - {id: a, kind: governmentSubsidy, trigger: {class: rate}}
                """,
                "rules/rules.yaml:3:5: the id 'a' is used twice (the other one is at rules/rules.yaml:2)"),
            FaultyFile(
                "an example without what it gives",
                "rules:\n  - {id: a, kind: governmentSubsidy, trigger: {class: amount}, examples: [{text: x}]}",
                "rules/rules.yaml:2:75: the example has no 'gives'; write [] where it must give nothing"),
            FaultyFile(
                "unknown section of the file", "rule:\n  - {id: a}",
                "rules/rules.yaml:1:1: unknown key 'rule' (did you mean 'rules'?)"),
        ])
    func rules(_ file: FaultyFile) throws {
        let error = #expect(throws: ExtractorError.self) {
            try EngineSet.small(vocabulary: Self.words, rules: file.text)
        }
        #expect(error?.description == file.message)
    }

    @Test("Every fault is found, one for each piece")
    func all() throws {
        let vocabulary = """
            classes:
              - class: payer
                terms:
                  - {cod: unit, forms: [单位]}
                  - {code: fund, form: [基金]}
            """
        let rules = """
            rules:
              - {id: a, kind: governmentSubsidy, trigger: {class: amount}, set: {mode: fixd}}
              - {id: b, kind: governmentSubsidi, trigger: {class: amount}}
            """
        let faults = ExtractorSet.faults(
            in: try BuiltinData.extractorFiles().filter { $0.path.hasPrefix("values/") } + [
                try parseExtractorFile(vocabulary, path: "vocabulary/words.yaml"),
                try parseExtractorFile(rules, path: "rules/rules.yaml"),
            ])
        #expect(
            faults.map { "\($0.place.file):\($0.place.line)" } == [
                "rules/rules.yaml:2", "rules/rules.yaml:3", "vocabulary/words.yaml:4", "vocabulary/words.yaml:5",
            ])
    }

    @Test("The built-in set has no faults")
    func builtin() throws {
        #expect(ExtractorSet.faults(in: try BuiltinData.extractorFiles()) == [])
    }
}
