import Foundation
import SampleFiles
import Testing

/// Inputs that cannot be read: each is named, and the notices beside it are extracted all the same.
@Suite struct BadInputTests {
    /// Each alone: its message and exit code, or its text; nothing else on standard output, nothing left behind.
    @Test(arguments: HostileFile.all) func hasItsMessageAndExitCode(_ file: HostileFile) throws {
        let scratch = try Scratch()
        try scratch.write(file.file, Data(file.bytes()))
        try scratch.write("tmp/.keep", "")
        let run = try Program.run(
            ["text", file.file] + file.options, folder: scratch.path, environment: ["TMPDIR": scratch.file("tmp")])
        #expect(!run.wasKilled, "signal \(run.status)")
        #expect(try scratch.contents("tmp") == [".keep"])
        #expect(try scratch.contents() == [file.file, "tmp"].sorted())
        let isMissing = file.program.map { !isInstalled($0) } ?? false
        switch file.outcome {
        case .read(let part) where !isMissing:
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.text.contains(part))
            #expect(!run.text.contains("root:"))
        case .either where !isMissing && run.status == 0:
            #expect(run.errors.isEmpty)
            #expect(!run.text.contains("root:"))
        case .read, .refused, .either:
            #expect(run.status == 2)
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("error: "))
            #expect(run.errors.contains("'\(file.file)'"))
            #expect(run.errors.utf8.count < 1000)
            guard case .refused(let parts) = file.outcome, !isMissing else { break }
            for part in parts { #expect(run.errors.contains(part), "says \(part): \(run.errors)") }
        }
    }

    /// All at once, among sound ones: these are done, each bad one is named, and no part of one has a bundle.
    @Test func theOthersAreDone() throws {
        let scratch = try Scratch()
        try scratch.write("good.txt", notice)
        try scratch.write("tmp/.keep", "")
        var refused: [String] = []
        var inputs = ["good.txt"]
        for (number, file) in HostileFile.all.enumerated() where file.options.isEmpty && file.program != "soffice" {
            guard case .refused = file.outcome else { continue }
            let name = "\(number)-\(file.file)"
            try scratch.write(name, Data(file.bytes()))
            inputs.append(name)
            refused.append(name)
        }
        try scratch.write("other.txt", makeNotice(contribution: 390))
        let run = try Program.run(
            ["extract"] + inputs + ["other.txt", "--output", "out"], folder: scratch.path,
            environment: ["TMPDIR": scratch.file("tmp")])
        #expect(run.status == 2 && !run.wasKilled)
        #expect(run.output.isEmpty)
        #expect(try scratch.contents("out") == ["good.json", "other.json"])
        for name in refused { #expect(run.errors.contains("'\(name)"), "names \(name)") }
        #expect(try scratch.contents("tmp") == [".keep"])
    }

    @Test func aFileThatIsNotThere() throws {
        let scratch = try Scratch()
        try scratch.write("good.txt", notice)
        let run = try Program.run(["extract", "missing.txt", "good.txt", "--output", "out"], folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("error: cannot read 'missing.txt': no such file\n"))
        #expect(try scratch.contents("out") == ["good.json"])
    }

    @Test func aFolderIsNoFile() throws {
        let scratch = try Scratch()
        try scratch.write("notices/a.txt", notice)
        let run = try Program.run(["text", "notices"], folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("this is a folder"))
        #expect(run.errors.contains("help: name the files in it, such as 'notices/*.txt'"))
    }

    @Test func standardInputThatIsTooLarge() throws {
        let run = try Program.run(["extract", "-", "--max-bytes", "100"], input: Data(notice.utf8))
        #expect(run.status == 2)
        #expect(run.errors.contains("'<stdin>' has more than 100 bytes"))
    }

    @Test func everyCommandThatReadsOneFileSaysSo() throws {
        for command in ["text", "outline", "tokenize", "explain"] {
            let run = try Program.run([command, "missing.txt"])
            #expect(run.status == 2, "\(command)")
            #expect(run.errors == "error: cannot read 'missing.txt': no such file\n", "\(command)")
            #expect(run.output.isEmpty, "\(command)")
        }
    }
}

extension HostileFile: CustomTestStringConvertible {
    /// What is wrong with it.
    public var testDescription: String { name }
}

func isInstalled(_ program: String) -> Bool {
    ["/usr/local/bin", "/usr/bin", "/bin", "/usr/lib/libreoffice/program"].contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
}
