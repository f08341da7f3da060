import Foundation
import Testing

@testable import guize

@Suite struct LanguageTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var arguments: [String] = []
        var environment: [String: String] = [:]
        var language: Language

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "nothing set", language: .en),
        Case(name: "LANG", environment: ["LANG": "zh_CN.UTF-8"], language: .zh),
        Case(name: "LC_ALL before LANG", environment: ["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], language: .en),
        Case(name: "LC_MESSAGES before LANG", environment: ["LC_MESSAGES": "zh_TW", "LANG": "de_DE"], language: .zh),
        Case(name: "an empty variable is not set", environment: ["LC_ALL": "", "LANG": "zh"], language: .zh),
        Case(name: "another language is English", environment: ["LANG": "fr_FR.UTF-8"], language: .en),
        Case(
            name: "the option before the locale", arguments: ["guize", "text", "--language", "en"],
            environment: ["LANG": "zh_CN"], language: .en),
        Case(name: "the option with =", arguments: ["guize", "--language=zh"], language: .zh),
        Case(name: "an unknown language", arguments: ["guize", "--language", "fr"], language: .en),
        Case(name: "a file of that name", arguments: ["guize", "text", "--", "--language=zh"], language: .en),
    ]

    @Test(arguments: cases)
    func isChosen(_ item: Case) {
        #expect(Language(arguments: item.arguments) { item.environment[$0] } == item.language)
    }

    @Test func messagesComeInChinese() throws {
        for run in [
            try Program.run(["text", "missing.txt", "--language", "zh"]),
            try Program.run(["text", "missing.txt"], environment: ["LC_ALL": "zh_CN.UTF-8"]),
        ] {
            #expect(run.status == 2)
            #expect(run.errors == "错误: 无法读取“missing.txt”：没有这个文件\n")
        }
    }
}
