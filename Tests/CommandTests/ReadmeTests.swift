import Foundation
import Testing

/// The examples of README.md are what the program gives.
@Suite struct ReadmeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private let fixIt: Comment = "scripts/update-readme writes the example anew"

    /// The block between ``` that follows the words.
    private func block(behind words: String) throws -> String {
        let page = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        let parts = page.components(separatedBy: "```")
        let index = try #require(parts.firstIndex { $0.contains(words) })
        return parts[index + 1].split(separator: "\n").dropFirst(parts[index + 1].hasPrefix("json") ? 1 : 0)
            .joined(separator: "\n")
    }

    private func output(_ arguments: String...) throws -> [Substring] {
        let run = try Program.run(arguments, folder: Self.root.path)
        #expect(run.status == 0)
        return run.text.split(separator: "\n")
    }

    private let notice = "corpus/jilin-2026-notice.txt"

    @Test func theRuleIsInTheBundle() throws {
        let rule = try block(behind: "`guize extract corpus/").split(separator: "\n").map { "    " + $0 }
        let bundle = try output("extract", notice).joined(separator: "\n")
        #expect(bundle.contains(rule.joined(separator: "\n")), fixIt)
    }

    @Test func theExplanationIsTheProgramsOwn() throws {
        let explanation = try block(behind: "says where each field comes from").split(separator: "\n")
        let id = try #require(explanation.first)
        #expect(try output("explain", notice, "--rule", String(id)) == explanation, fixIt)
    }

    @Test func theSummaryIsTheProgramsOwn() throws {
        let shown = try block(behind: "`make run` prints").split(separator: "\n")
        let corpus = Self.root.appending(path: "corpus")
        let notices = try FileManager.default.contentsOfDirectory(atPath: corpus.path).filter { $0.hasSuffix(".txt") }
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try Program.run(
            ["extract"] + notices.sorted().map { "corpus/\($0)" } + ["--output", folder.path, "--summary"],
            folder: Self.root.path)
        #expect(run.status == 0)
        #expect(run.text.split(separator: "\n") == shown, fixIt)
    }

    @Test(arguments: ["`guize diff docs/", "`guize compare corpus/"])
    func theComparisonsAreTheProgramsOwn(_ words: String) throws {
        let page = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        let start = try #require(page.range(of: words)).lowerBound
        let command = try #require(page[start...].dropFirst().split(separator: "`").first)
        let shown = try block(behind: words).split(separator: "\n")
        let run = try Program.run(command.split(separator: " ").dropFirst().map(String.init), folder: Self.root.path)
        #expect(run.status == 0)
        #expect(run.text.split(separator: "\n") == shown, fixIt)
    }
}
