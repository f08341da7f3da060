import Foundation
import SampleFiles
import Testing

/// What the file system and the operating system do to a run: a message or a clean end, and never a part of a result.
@Suite struct FileSystemTests {
    /// Runs a line of the shell with the program as `$0` in a folder, and gives its status and errors.
    static func shell(_ line: String, in scratch: Scratch, as user: [String] = []) throws -> (
        status: Int32, errors: String
    ) {
        let process = Process()
        process.executableURL = URL(filePath: user.first ?? "/bin/sh")
        process.arguments = user.dropFirst() + (user.isEmpty ? [] : ["/bin/sh"]) + ["-c", line, Program.path]
        process.currentDirectoryURL = URL(filePath: scratch.path)
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"]
        let errors = try scratch.write(".errors", "")
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: try scratch.read(".errors"), as: UTF8.self))
    }

    // MARK: Permissions

    /// Root may read everything: there the program runs as nobody, where that user can reach it.
    static let ordinaryUser: [String]? = {
        if getuid() != 0 { return [] }
        let user = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        guard FileManager.default.isExecutableFile(atPath: user[0]), let scratch = try? Scratch(),
            (try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.path)) != nil,
            let run = try? shell("test -x \"$0\"", in: scratch, as: user), run.status == 0
        else { return nil }
        return user
    }()

    @Test(.enabled(if: ordinaryUser != nil, "root may read everything, and nobody cannot reach the program"))
    func whatMayNotBeRead() throws {
        let scratch = try Scratch()
        try scratch.write("in/a.txt", notice)
        try scratch.write("in/secret.txt", makeNotice(contribution: 390))
        try scratch.write("in/closed/b.txt", makeNotice(contribution: 400))
        try scratch.write("in/z.txt", makeNotice(contribution: 410))
        try scratch.write("tmp/.keep", "")
        let manager = FileManager.default
        for (path, mode) in [("", 0o755), ("in", 0o755), ("tmp", 0o777), ("in/secret.txt", 0), ("in/closed", 0)] {
            try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: scratch.file(path))
        }
        defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.file("in/closed")) }
        let run = try Self.shell(
            "\"$0\" extract in --output tmp/out; s=$?; ls -A tmp/out | tr '\\n' ' ' >&2; exit $s", in: scratch,
            as: Self.ordinaryUser ?? [])
        #expect(run.status == 2)
        #expect(run.errors.contains("cannot read 'in/secret.txt': permission denied"))
        #expect(run.errors.contains("cannot read 'in/closed': permission denied"))
        #expect(run.errors.hasSuffix("a.txt.json z.txt.json "), "\(run.errors)")
        let closed = try Self.shell("\"$0\" extract in/a.txt --output out", in: scratch, as: Self.ordinaryUser ?? [])
        #expect(closed.status == 2)
        #expect(closed.errors.contains("cannot write 'out': permission denied"))
    }

    // MARK: Room

    /// A file system of 64 KiB for one run alone; it goes away with the run, however that ends.
    static let smallDisk = "mkdir -p small && mount -t tmpfs -o size=64k tmpfs small &&"
    static let unshare = getuid() == 0 ? ["/usr/bin/unshare", "-m"] : ["/usr/bin/unshare", "-rm"]
    static let canMount: Bool = {
        guard FileManager.default.isExecutableFile(atPath: unshare[0]), let scratch = try? Scratch() else {
            return false
        }
        return (try? shell("\(smallDisk) true", in: scratch, as: unshare))?.status == 0
    }()

    @Test(.enabled(if: canMount, "a small file system cannot be mounted here"))
    func aFullDisk() throws {
        let scratch = try Scratch()
        for number in 0..<40 { try scratch.write("in/\(number + 10).txt", makeNotice(contribution: 300 + number)) }
        let run = try Self.shell(
            "\(Self.smallDisk) \"$0\" extract in --output small/out --report report.json; s=$?; "
                + "mkdir kept; cp -r small/out/. kept; exit $s", in: scratch, as: Self.unshare)
        #expect(run.status == 2)
        #expect(run.errors.contains("cannot write 'small/out/"))
        #expect(run.errors.contains("no space left on the disk"))
        let kept = try scratch.contents("kept")
        #expect(!kept.isEmpty && kept.count < 40)
        for name in kept {
            #expect(!name.hasPrefix("."))
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: try scratch.read("kept/\(name)")) }
        }
        let report = try #require(
            try JSONSerialization.jsonObject(with: try scratch.read("report.json")) as? [String: Any])
        #expect((report["counts"] as? [String: Int])?["extracted"] == kept.count)
    }

    @Test(.enabled(if: canMount, "a small file system cannot be mounted here"))
    func noRoomForTemporaryFiles() throws {
        let scratch = try Scratch()
        let large = [UInt8](repeating: 0x41, count: 200_000)
        var zip = ZipWriter()
        zip.add("a.txt", Array(notice.utf8))
        zip.add("b.txt", large)
        zip.add("c.txt", Array(makeNotice(contribution: 390).utf8))
        try scratch.write("in.zip", Data(zip.bytes()))
        let run = try Self.shell(
            "\(Self.smallDisk) TMPDIR=$PWD/small \"$0\" extract in.zip --output out; s=$?; ls -A small >&2; exit $s",
            in: scratch, as: Self.unshare)
        #expect(run.status == 2)
        #expect(run.errors.contains("cannot read 'in.zip/b.txt': the temporary file"))
        #expect(run.errors.contains("help: make room, or name another folder in the variable TMPDIR"))
        #expect(!run.errors.contains("guize-"))
        #expect(try scratch.contents("out") == ["a.txt.json", "c.txt.json"])
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"))
    func aFullStandardOutput() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", notice)
        for command in ["text a.txt", "extract a.txt", "schema"] {
            let run = try Self.shell("\"$0\" \(command) >/dev/full", in: scratch)
            #expect(run.status == 2)
            #expect(run.errors.contains("error: cannot write to standard output: no space left on the disk"))
        }
    }

    @Test func aLimitOnTheSizeOfFiles() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", notice)
        // A block has 512 bytes.
        let run = try Self.shell(
            "ulimit -f 1; \"$0\" extract a.txt --output out 2>&1 | cat >&2; ls -A out >&2", in: scratch)
        #expect(run.errors.contains("cannot write 'out/a.json': no more may be written"))
        #expect(try scratch.contents("out") == [])
    }

    // MARK: Signals

    @Test(arguments: ["INT", "TERM", "HUP", "KILL"])
    func interruptedHalfway(_ signal: String) throws {
        let scratch = try Scratch()
        var zip = ZipWriter()
        for number in 0..<300 {
            zip.add("\(number).txt", Array(makeNotice(contribution: 100 + number).utf8))
        }
        try scratch.write("in.zip", Data(zip.bytes()))
        try scratch.write("tmp/.keep", "")
        // When the first bundles are there, the archive is unpacked and the others are being made.
        let run = try Self.shell(
            """
            TMPDIR=$PWD/tmp "$0" extract in.zip --output out & p=$!
            while [ -z "$(ls out 2>/dev/null)" ]; do sleep 0.02; done
            ls -A tmp | wc -l >before
            kill -\(signal) $p; wait $p; s=$?
            i=0; while [ "$(ls -A tmp)" != .keep ] && [ $i -lt 200 ]; do sleep 0.05; i=$((i + 1)); done
            exit $s
            """, in: scratch)
        let numbers = ["HUP": 1, "INT": 2, "KILL": 9, "TERM": 15]
        // A shell starts what it runs in the background with SIGINT ignored, and so it stays.
        let isIgnored = signal == "INT"
        #expect(run.status == (isIgnored ? 0 : 128 + Int32(numbers[signal] ?? 0)))
        #expect(String(decoding: try scratch.read("before"), as: UTF8.self).contains("2"))
        #expect(try scratch.contents("tmp") == [".keep"])
        let written = try scratch.contents("out")
        #expect(isIgnored ? written.count == 300 : written.count < 300)
        for name in written where !(signal == "KILL" && name.hasPrefix(".")) {
            #expect(!name.hasPrefix("."))
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: try scratch.read("out/\(name)")) }
        }
    }

    @Test(arguments: 0..<6) func ctrlC(_ attempt: Int) throws {
        let scratch = try Scratch()
        for number in 0..<200 { try scratch.write("in/\(number).txt", makeNotice(contribution: 100 + number)) }
        let process = Process()
        process.executableURL = URL(filePath: Program.path)
        process.arguments = ["extract", "in", "--output", "out"]
        process.currentDirectoryURL = URL(filePath: scratch.path)
        process.standardError = FileHandle.nullDevice
        try process.run()
        while (try? scratch.contents("out").isEmpty) ?? true, process.isRunning { usleep(5_000) }
        usleep(UInt32(attempt) * 7_919)
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(process.terminationStatus == SIGINT)
        for name in try scratch.contents("out") {
            #expect(!name.hasPrefix("."))
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: try scratch.read("out/\(name)")) }
        }
    }

    // MARK: Names

    @Test func namesDoNotSteerTheTerminal() throws {
        let scratch = try Scratch()
        var zip = ZipWriter()
        zip.add("\u{1B}]0;owned\u{7}\u{202E}txt.exe\n.txt", Array("%PDF-".utf8), isMarkedUTF8: false)
        try scratch.write("in.zip", Data(zip.bytes()))
        let run = try Program.run(["extract", "in.zip", "--output", "out"], folder: scratch.path)
        #expect(run.errors.contains("\\u{1b}]0;owned\\u{7}\\u{202e}txt.exe\\u{a}.txt"))
        #expect(!run.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
        let missing = try Program.run(["text", "\u{1B}[2J.txt"])
        #expect(missing.errors.hasPrefix("error: cannot read '\\u{1b}[2J.txt': no such file\n"))
    }

    @Test func pathsOfArchivesLeadNowhere() throws {
        let scratch = try Scratch()
        let marker = "guize-\(UUID().uuidString).txt"
        var zip = ZipWriter()
        var names = [
            "../\(marker)", "/tmp/\(marker)", "..\\..\\\(marker)", "C:\\\(marker)", "a/./b/../../../\(marker)",
        ]
        names += [
            "~/\(marker)", "\(String(repeating: "long/", count: 200))\(marker)", "\(marker)/", "out/../\(marker)",
        ]
        for (number, name) in names.enumerated() {
            zip.add(name, Array(makeNotice(contribution: 300 + number).utf8), deflated: false)
        }
        try scratch.write("work/in.zip", Data(zip.bytes()))
        try scratch.write("tmp/.keep", "")
        let run = try Program.run(
            ["extract", "in.zip", "--output", "out"], folder: scratch.file("work"),
            environment: ["TMPDIR": scratch.file("tmp"), "HOME": scratch.file("home")])
        #expect(run.status == 0)
        // The name that ends with a stroke is a folder's.
        #expect(try scratch.contents("work/out").count == names.count - 1)
        #expect(try scratch.contents("work/out").allSatisfy { !$0.hasPrefix(".") && $0.utf8.count < 256 })
        #expect(try scratch.contents() == ["tmp", "work"])
        #expect(try scratch.contents("work") == ["in.zip", "out"])
        #expect(try scratch.contents("tmp") == [".keep"])
        #expect(!FileManager.default.fileExists(atPath: "/tmp/\(marker)"))
    }

    @Test func anEntryThatIsALinkIsAText() throws {
        let scratch = try Scratch()
        try scratch.write("secret.txt", notice)
        var zip = ZipWriter()
        // What a packer writes of a symbolic link: its target.
        zip.add("link.txt", Array("\(scratch.path)/secret.txt".utf8))
        try scratch.write("in.zip", Data(zip.bytes()))
        let run = try Program.run(
            ["extract", "in.zip", "--output", "out", "--report", "report.json"], folder: scratch.path)
        #expect(run.status == 0)
        #expect(try scratch.contents("out") == [])
        #expect(String(decoding: try scratch.read("report.json"), as: UTF8.self).contains("no Chinese letters"))
    }

    // MARK: Archives in archives

    static func nested(_ depth: Int, _ content: [UInt8]) -> [UInt8] {
        (0..<depth).reduce(content) { inner, _ in
            var zip = ZipWriter()
            zip.add("a", inner)
            return zip.bytes()
        }
    }

    @Test func archivesInOneAnotherAreLimited() throws {
        let scratch = try Scratch()
        try scratch.write("deep.zip", Data(Self.nested(12, Array(notice.utf8))))
        try scratch.write("shallow.zip", Data(Self.nested(3, Array(notice.utf8))))
        let run = try Program.run(["extract", "deep.zip", "shallow.zip", "--output", "out"], folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("archives more than 8 deep"))
        #expect(run.errors.contains("--max-archives"))
        #expect(try scratch.contents("out").count == 1)
        let more = try Program.run(
            ["extract", "deep.zip", "--max-archives", "12", "--output", "more"], folder: scratch.path)
        #expect(more.status == 0)
        let less = try Program.run(
            ["extract", "shallow.zip", "--max-archives", "2", "--output", "less"], folder: scratch.path)
        #expect(less.status == 2)
    }

    /// Each of the archives is small enough; what they hold together is not.
    @Test func archivesShareTheRoom() throws {
        let scratch = try Scratch()
        var outer = ZipWriter()
        for number in 0..<5 {
            var inner = ZipWriter()
            inner.add("\(number).txt", [UInt8](repeating: 0x41 + UInt8(number), count: 300_000), deflated: false)
            inner.add("notice.txt", Array(makeNotice(contribution: 300 + number).utf8))
            outer.add("\(number).zip", inner.bytes())
        }
        try scratch.write("in.zip", Data(outer.bytes()))
        let run = try Program.run(
            ["extract", "in.zip", "--max-unpacked-bytes", "2000000", "--output", "out"], folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("--max-unpacked-bytes"))
        #expect(try !scratch.contents("out").isEmpty)
    }
}
