import Foundation
import Testing

/// Inputs that cannot be read: each is named, and the notices beside it are extracted all the same.
@Suite struct BadInputTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var file: String
        var bytes: Data?
        /// What the message must say.
        var says: [String]
        var arguments: [String] = []
        /// The other input is read with the same options; where these forbid it, it is left out.
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "an empty file", file: "empty.txt", bytes: Data(), says: ["empty.txt", "empty"]),
        Case(name: "white space alone", file: "blank.txt", bytes: Data(" \n\t\n".utf8), says: ["blank.txt"]),
        Case(name: "a missing file", file: "missing.txt", bytes: nil, says: ["missing.txt", "no such file"]),
        Case(
            name: "zero bytes", file: "zeros.txt", bytes: Data(repeating: 0, count: 64),
            says: ["zeros.txt", "help: save it as plain text"]),
        Case(name: "a PDF", file: "a.pdf", bytes: Data("%PDF-1.7\n".utf8), says: ["a.pdf", "PDF", "help:"]),
        Case(name: "a DOCX", file: "a.docx", bytes: Data([0x50, 0x4B, 3, 4, 0, 0]), says: ["a.docx", "ZIP", "help:"]),
        Case(
            name: "control characters", file: "noise.bin", bytes: Data((0..<4096).map { UInt8($0 % 7 + 1) }),
            says: ["noise.bin"]),
    ]

    @Test(arguments: cases)
    func isNamedAndTheOthersAreDone(_ item: Case) throws {
        let scratch = try Scratch()
        if let bytes = item.bytes { try scratch.write(item.file, bytes) }
        try scratch.write("good.txt", notice)
        try scratch.write("other.txt", makeNotice(contribution: 390))
        let run = try Program.run(
            ["extract", "good.txt", item.file, "other.txt", "--output", "out"] + item.arguments, folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("error: cannot read '\(item.file)'"))
        for part in item.says { #expect(run.errors.contains(part), "says \(part)") }
        #expect(run.output.isEmpty)
        #expect(try scratch.contents("out") == ["good.json", "other.json"])
    }

    @Test func aFolderIsNoFile() throws {
        let scratch = try Scratch()
        try scratch.write("notices/a.txt", notice)
        let run = try Program.run(["text", "notices"], folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("this is a folder"))
        #expect(run.errors.contains("help: name the files in it, such as 'notices/*.txt'"))
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything"))
    func aFileWithoutPermission() throws {
        let scratch = try Scratch()
        let path = try scratch.write("secret.txt", notice)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        let run = try Program.run(["extract", "secret.txt"], folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("permission denied"))
    }

    @Test func aFileThatIsTooLarge() throws {
        let scratch = try Scratch()
        try scratch.write("long.txt", notice)
        let run = try Program.run(["extract", "long.txt", "--max-bytes", "100"], folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("'long.txt' has more than 100 bytes"))
        #expect(run.errors.contains("help: raise the limit with --max-bytes"))
    }

    @Test func standardInputThatIsTooLarge() throws {
        let run = try Program.run(["extract", "-", "--max-bytes", "100"], input: Data(notice.utf8))
        #expect(run.status == 2)
        #expect(run.errors.contains("'<stdin>' has more than 100 bytes"))
    }

    @Test func bytesThatTheCharsetDoesNotHave() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", Data("通知".utf8) + Data([0xFF, 0xFE, 0xFF]))
        let run = try Program.run(["extract", "a.txt", "--charset", "utf-8"], folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("help: name the encoding with --charset"))
    }

    @Test func aCharsetThatDoesNotExist() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", notice)
        let run = try Program.run(["extract", "a.txt", "--charset", "klingon"], folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("klingon"))
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
