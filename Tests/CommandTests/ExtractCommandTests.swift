import Foundation
import PolicyRules
import Testing

@Suite struct ExtractCommandTests {
    @Test func oneFileGivesItsBundleOnStandardOutput() throws {
        let scratch = try Scratch()
        try scratch.write("town.txt", notice)
        let run = try Program.run(["extract", "town.txt"], folder: scratch.path)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let bundle = try RuleBundle(json: Array(run.output))
        #expect(bundle.document.name == "town.txt")
        #expect(bundle.document.planYear == 2027)
        #expect(bundle.rules.contains { $0.kind == .individualContribution && $0.amount?.value == "380" })
        for evidence in bundle.rules.flatMap(\.evidence) {
            let scalars = Array(notice.unicodeScalars)
            var quote = String.UnicodeScalarView()
            quote.append(contentsOf: scalars[evidence.start..<evidence.end])
            #expect(String(quote) == evidence.quote)
        }
    }

    @Test func standardInputGivesTheSameButForItsName() throws {
        let scratch = try Scratch()
        try scratch.write("town.txt", notice)
        let file = try Program.run(["extract", "town.txt"], folder: scratch.path)
        let input = try Program.run(["extract", "-", "--stdin-name", "town.txt"], input: Data(notice.utf8))
        #expect(input.status == 0)
        #expect(input.output == file.output)
        let unnamed = try Program.run(["extract", "-"], input: Data(notice.utf8))
        #expect(try RuleBundle(json: Array(unnamed.output)).document.name == "stdin")
    }

    @Test func bundlesGetTheNamesOfTheirNotices() throws {
        let scratch = try Scratch()
        try scratch.write("in/a.txt", notice)
        try scratch.write("in/b.2027.txt", notice)
        let run = try Program.run(["extract", "in/a.txt", "in/b.2027.txt", "-o", "new/deep/out"], folder: scratch.path)
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(run.errors == "wrote 2 bundles to new/deep/out\n")
        // Nothing but the bundles: no temporary file is left.
        #expect(try scratch.contents("new/deep/out") == ["a.json", "b.2027.json"])
        let bundle = try RuleBundle(json: Array(try scratch.read("new/deep/out/a.json")))
        #expect(bundle.document.name == "a.txt")
    }

    @Test func anOldBundleIsReplaced() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", notice)
        try scratch.write("out/a.json", "old")
        let run = try Program.run(["extract", "a.txt", "--output", "out"], folder: scratch.path)
        #expect(run.status == 0)
        #expect(try scratch.read("out/a.json") == Program.run(["extract", "a.txt"], folder: scratch.path).output)
        #expect(try scratch.contents("out") == ["a.json"])
    }

    @Test func ndjsonIsOneBundleALineInTheOrderOfTheInputs() throws {
        let scratch = try Scratch()
        let names = (1...9).map { "\($0).txt" }.reversed()
        for (index, name) in names.enumerated() { try scratch.write(name, makeNotice(contribution: 300 + index)) }
        let run = try Program.run(["extract"] + names + ["--format", "ndjson", "--jobs", "4"], folder: scratch.path)
        #expect(run.status == 0)
        let lines = run.output.split(separator: UInt8(ascii: "\n"))
        #expect(try lines.map { try RuleBundle(json: Array($0)).document.name } == Array(names))
    }

    @Test(arguments: [["--jobs", "1"], ["--jobs", "2"], ["--jobs", "16"], []])
    func theSameBytesForAnyNumberOfJobs(_ jobs: [String]) throws {
        let scratch = try Scratch()
        let names = (1...40).map { "notice-\($0).txt" }
        for (index, name) in names.enumerated() {
            // Notices of very different lengths end in another order than they began.
            try scratch.write(name, String(repeating: makeNotice(contribution: 100 + index), count: index % 5 * 2 + 1))
        }
        let once = try Program.run(["extract"] + names + ["--format", "ndjson", "--jobs", "3"], folder: scratch.path)
        let other = try Program.run(
            ["extract"] + names.map { "\(scratch.path)/\($0)" } + ["--format", "ndjson"] + jobs,
            environment: ["LC_ALL": "zh_CN.UTF-8", "TZ": "Asia/Shanghai"])
        #expect(once.status == 0)
        #expect(once.output == other.output)
    }

    @Test func nothingOfThePathOrTheTimeIsInABundle() throws {
        let scratch = try Scratch()
        let path = try scratch.write("town.txt", notice)
        let run = try Program.run(["extract", path])
        #expect(!run.text.contains(scratch.path))
    }

    @Test func otherCharsetsAreReadAndNamed() throws {
        let scratch = try Scratch()
        try scratch.write("utf16.txt", try #require(("\u{FEFF}" + notice).data(using: .utf16LittleEndian)))
        let run = try Program.run(["extract", "utf16.txt"], folder: scratch.path)
        #expect(run.status == 0)
        let bundle = try RuleBundle(json: Array(run.output))
        #expect(bundle.document.charset == "UTF-16LE")
        #expect(bundle.rules.contains { $0.amount?.value == "380" })
    }

    @Test func aSummaryIsATableInColumns() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", notice)
        try scratch.write("b.txt", notice)
        let run = try Program.run(["extract", "a.txt", "b.txt", "--output", "out", "--summary"], folder: scratch.path)
        #expect(run.status == 0)
        let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0].hasPrefix("notice  region  year  status"))
        #expect(lines[2].hasPrefix("a.txt"))
        #expect(lines.contains { $0.hasPrefix("individualContribution") })
    }

    @Test func anOutputFolderThatCannotBeMade() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", notice)
        try scratch.write("file", "")
        for folder in ["file", "file/out"] {
            let run = try Program.run(["extract", "a.txt", "--output", folder], folder: scratch.path)
            #expect(run.status == 2)
            #expect(run.errors.contains("cannot write '\(folder)'"))
        }
        #expect(try scratch.contents() == ["a.txt", "file"])
    }

    @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
    func anOutputFolderWithoutPermission() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", notice)
        try scratch.write("out/keep", "")
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: scratch.file("out"))
        let run = try Program.run(["extract", "a.txt", "--output", "out"], folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("permission denied"))
        #expect(try scratch.contents("out") == ["keep"])
    }

    @Test func aBundleThatCannotBePutInPlaceLeavesNothingBehind() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", notice)
        try scratch.write("b.txt", notice)
        // A folder has the bundle's name, so that the last step fails.
        try scratch.write("out/a.json/keep", "")
        let run = try Program.run(["extract", "a.txt", "b.txt", "--output", "out"], folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("cannot write 'out/a.json'"))
        #expect(try scratch.contents("out") == ["a.json", "b.json"])
        #expect(try scratch.contents("out/a.json") == ["keep"])
    }

    @Test func aReaderThatGoesAwayIsNoError() throws {
        let scratch = try Scratch()
        for index in 0..<60 { try scratch.write("\(index).txt", notice) }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.currentDirectoryURL = URL(filePath: scratch.path)
        process.arguments = [
            "-c", "{ \"$0\" extract *.txt --format ndjson 2>errors; echo $? >status; } | head -c 100", Program.path,
        ]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(String(decoding: try scratch.read("errors"), as: UTF8.self).isEmpty)
        #expect(String(decoding: try scratch.read("status"), as: UTF8.self) == "0\n")
    }

    @Test func findingsDecideTheStatusOnlyWhereAsked() throws {
        let scratch = try Scratch()
        // 380 + 700 is not 2000.
        try scratch.write(
            "a.txt", notice.replacingOccurrences(of: "个人缴费标准为", with: "筹资标准为每人每年2000元，其中个人缴费标准为"))
        let run = try Program.run(["extract", "a.txt"], folder: scratch.path)
        #expect(run.status == 0)
        let hasFinding = try !RuleBundle(json: Array(run.output)).diagnostics.isEmpty
        let strict = try Program.run(["extract", "a.txt", "--fail-on", "note"], folder: scratch.path)
        #expect(strict.status == (hasFinding ? 1 : 0))
        #expect(strict.output == run.output)
    }
}
