import Foundation
import Testing

/// Wrong arguments end with 64 before anything is read or written.
@Suite struct UsageTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var arguments: [String]
        var says: String

        var testDescription: String { name }
    }

    static let wrong: [Case] = [
        Case(name: "no file", arguments: ["extract"], says: "Missing expected argument"),
        Case(name: "unknown option", arguments: ["extract", "a.txt", "--colour"], says: "Unknown option"),
        Case(name: "unknown command", arguments: ["extrct", "a.txt"], says: "extrct"),
        Case(name: "several files, nowhere to", arguments: ["extract", "a.txt", "b.txt"], says: "--output DIR"),
        Case(
            name: "NDJSON into a folder", arguments: ["extract", "a.txt", "--format", "ndjson", "--output", "out"],
            says: "--format ndjson"),
        Case(name: "unknown format", arguments: ["extract", "a.txt", "--format", "xml"], says: "xml"),
        Case(name: "no jobs", arguments: ["extract", "a.txt", "--jobs", "0"], says: "--jobs"),
        Case(name: "no bytes", arguments: ["extract", "a.txt", "--max-bytes", "0"], says: "--max-bytes"),
        Case(
            name: "a summary of nothing", arguments: ["extract", "a.txt", "--summary"], says: "--summary needs --output"
        ),
        Case(
            name: "standard input twice", arguments: ["extract", "-", "-", "--format", "ndjson"], says: "only once"),
        Case(
            name: "one name for two bundles", arguments: ["extract", "a/n.txt", "b/n.txt", "--output", "out"],
            says: "'a/n.txt' and 'b/n.txt' would both be written to n.json"),
        Case(
            name: "names that differ in the extension alone",
            arguments: ["extract", "n.txt", "n.text", "--output", "out"], says: "would both be written to n.json"),
        Case(name: "a name with a folder", arguments: ["text", "-", "--stdin-name", "a/b"], says: "--stdin-name"),
        Case(name: "unknown language", arguments: ["text", "a.txt", "--language", "fr"], says: "fr"),
        Case(
            name: "two places to explain", arguments: ["explain", "a.txt", "--rule", "x", "--at", "1"],
            says: "--rule or --at"),
    ]

    @Test(arguments: wrong)
    func endsWith64(_ item: Case) throws {
        let scratch = try Scratch()
        for name in ["a.txt", "b.txt", "n.txt", "n.text", "a/n.txt", "b/n.txt"] { try scratch.write("\(name)", notice) }
        let before = try scratch.contents()
        let run = try Program.run(item.arguments, folder: scratch.path)
        #expect(run.status == 64)
        #expect(run.errors.hasPrefix("error: "))
        #expect(run.errors.contains(item.says))
        #expect(run.output.isEmpty)
        #expect(try scratch.contents() == before)
    }

    static let commands: [[String]] = [
        [], ["extract"], ["text"], ["outline"], ["tokenize"], ["explain"], ["validate"], ["schema"], ["extractors"],
        ["extractors", "check"], ["extractors", "test"], ["extractors", "list"],
    ]

    @Test(arguments: commands)
    func helpShowsAnExample(_ command: [String]) throws {
        let english = try Program.run(command + ["--help"])
        #expect(english.status == 0)
        #expect(english.text.contains("Example:\n  guize \(command.first ?? "extract")"))
        #expect(english.errors.isEmpty)
        let chinese = try Program.run(command + ["--help"], environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(chinese.text.contains("示例："))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionScripts(_ shell: String) throws {
        let run = try Program.run(["--generate-completion-script", shell])
        #expect(run.status == 0)
        #expect(run.text.contains("guize"))
        #expect(run.text.contains("ndjson"))
        #expect(run.errors.isEmpty)
    }

    @Test func version() throws {
        let run = try Program.run(["--version"])
        #expect(run.status == 0)
        #expect(run.text.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    }
}
