import Foundation
import SeparateProcesses
import Testing

/// Programs that every Unix has serve as the separate process.
@Suite struct ProcessTests {
    static func runner(seconds: Int = 20, memory: Int = 0, output: Int = 1 << 20) -> ProcessRunner {
        ProcessRunner(limits: ProcessLimits(seconds: seconds, memory: memory, output: output))
    }

    @Test func givesStatusOutputAndErrors() throws {
        let folder = try TemporaryFolder()
        let result = try Self.runner().run("sh", ["-c", "echo out; echo err >&2; exit 3"], in: folder)
        #expect(result == ProcessResult(status: 3, output: Array("out\n".utf8), errors: "err\n"))
    }

    @Test func argumentsReachTheProgramAsTheyAre() throws {
        let folder = try TemporaryFolder()
        let arguments = ["$HOME", "`id`", "a b", "*", "; exit 1", "规则"]
        let result = try Self.runner().run("printf", ["%s\\n"] + arguments, in: folder)
        #expect(String(decoding: result.output, as: UTF8.self) == arguments.map { $0 + "\n" }.joined())
    }

    @Test func environmentIsCleanAndTheFolderIsHome() throws {
        setenv("GUIZE_SECRET", "1", 1)
        let folder = try TemporaryFolder()
        let result = try Self.runner().run("env", [], in: folder, environment: ["A": "b"])
        let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(
            lines.sorted() == [
                "A=b", "HOME=\(folder.path)", "LANG=C.UTF-8",
                "PATH=\(ProcessRunner.systemFolders.joined(separator: ":"))", "TMPDIR=\(folder.path)",
            ])
        let place = try Self.runner().run("pwd", [], in: folder)
        #expect(String(decoding: place.output, as: UTF8.self).hasSuffix("\(folder.path)\n"))
    }

    @Test func standardInputIsEmptyOrTheBytesGiven() throws {
        let folder = try TemporaryFolder()
        #expect(try Self.runner().run("cat", [], in: folder).output == [])
        let bytes = [UInt8](repeating: 7, count: 300_000)
        #expect(try Self.runner().run("cat", [], in: folder, input: bytes).output == bytes)
    }

    @Test func noDescriptorIsInherited() throws {
        let folder = try TemporaryFolder()
        let open = FileHandle(forReadingAtPath: "/dev/null")
        _ = fcntl(open?.fileDescriptor ?? -1, F_SETFD, 0)
        let result = try Self.runner().run("sh", ["-c", "ls /dev/fd/ | wc -l"], in: folder)
        // The three streams, and the folder that ls lists.
        #expect(String(decoding: result.output, as: UTF8.self).contains("4"))
        try open?.close()
    }

    @Test func anAbsentProgramIsNamed() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ProcessError.notInstalled(program: "no-such-program")) {
            try Self.runner().run("no-such-program", [], in: folder)
        }
    }

    @Test func aSlowProgramIsKilledWithItsChildren() throws {
        let folder = try TemporaryFolder()
        let start = Date()
        #expect(throws: ProcessError.tooSlow(seconds: 1)) {
            try Self.runner(seconds: 1).run(
                "sh", ["-c", "sleep 987 & echo $! > child; wait"], in: folder)
        }
        #expect(Date().timeIntervalSince(start) < 15)
        let child = try #require(try folder.read("child", limit: 100))
        let number = try #require(
            Int32(String(decoding: child, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(isGone(number))
    }

    @Test func aProgramLeftBehindIsKilledToo() throws {
        let folder = try TemporaryFolder()
        let result = try Self.runner().run("sh", ["-c", "sleep 986 >/dev/null 2>&1 & echo $!"], in: folder)
        let number = try #require(
            Int32(String(decoding: result.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(isGone(number))
    }

    @Test func endlessOutputIsCutOff() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ProcessError.tooMuchOutput(limit: 100_000)) {
            try Self.runner(output: 100_000).run("yes", [], in: folder)
        }
    }

    @Test func anEndlessFileIsCutOff() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ProcessError.tooMuchOutput(limit: 100_000)) {
            try Self.runner(output: 100_000).run("dd", ["if=/dev/zero", "of=file", "bs=1000"], in: folder)
        }
    }

    @Test func onlyTheBeginningOfErrorsIsKept() throws {
        let folder = try TemporaryFolder()
        let result = try Self.runner().run("sh", ["-c", "yes | head -c 100000 >&2"], in: folder)
        #expect(result.errors.utf8.count == 4096)
    }

    #if os(Linux)
        @Test func memoryIsLimited() throws {
            let folder = try TemporaryFolder()
            let result = try Self.runner(memory: 64 << 20).run(
                "dd", ["if=/dev/zero", "of=/dev/null", "bs=200000000", "count=1"], in: folder)
            #expect(result.status != 0)
            #expect(result.errors.contains("memory"))
        }
    #endif

    @Test func limitsHoldInTheProgram() throws {
        let folder = try TemporaryFolder()
        let result = try Self.runner(seconds: 7, output: 1 << 20).run(
            "sh", ["-c", "ulimit -t; ulimit -n; ulimit -c; ulimit -f; umask"], in: folder)
        // The size of files is in blocks of 512 bytes or of 1024.
        let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(lines.count == 5)
        #expect(Array(lines.prefix(3)) == ["7", "256", "0"])
        #expect(["1024", "2048"].contains(lines[3]))
        #expect(lines[4] == "0077")
    }

    #if os(Linux)
        /// Whether the system lets an ordinary user have a network of its own; root always may, unless it is confined.
        static let canUnshare: Bool = {
            guard let folder = try? TemporaryFolder() else { return false }
            let arguments = getuid() == 0 ? ["-n", "true"] : ["-rn", "true"]
            return (try? runner().run("unshare", arguments, in: folder))?.status == 0
        }()

        @Test(.enabled(if: canUnshare, "the system gives no network of a process's own"))
        func theNetworkReachesNobody() throws {
            let folder = try TemporaryFolder()
            let result = try Self.runner().run("cat", ["/proc/net/dev"], in: folder)
            let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n").dropFirst(2)
            // The loopback alone, which is down.
            #expect(lines.count == 1 && lines.first?.contains("lo:") == true)
        }
    #endif

    @Test func theFolderIsOursAloneAndGoesAway() throws {
        let outside = FileManager.default.temporaryDirectory.appending(path: "guize-kept-\(UUID().uuidString)").path
        #expect(FileManager.default.createFile(atPath: outside, contents: nil))
        let path = try useFolder(linkingTo: outside)
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(FileManager.default.fileExists(atPath: outside))
        try FileManager.default.removeItem(atPath: outside)
    }

    private func useFolder(linkingTo outside: String) throws -> String {
        let folder = try TemporaryFolder()
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
        #expect(mode == 0o700)
        try folder.makeFolder("a")
        try folder.write([1, 2], as: "a/b")
        #expect(try folder.read("a/b", limit: 2) == [1, 2])
        #expect(throws: ProcessError.tooMuchOutput(limit: 1)) { try folder.read("a/b", limit: 1) }
        #expect(throws: ProcessError.self) { try folder.write([], as: "a/b") }
        // What cannot be listed or points elsewhere must not keep it, nor be followed.
        _ = try Self.runner().run(
            "sh", ["-c", "ln -s \(outside) link; mkdir -p c/d; touch c/d/e; chmod 0 c/d c"], in: folder)
        #expect(try folder.read("link", limit: 100) == nil)
        return folder.path
    }

    @Test func aFolderThatCannotBeMadeSaysSo() {
        #expect(throws: ProcessError.noFolder(parent: "/nonexistent", reason: "No such file or directory")) {
            _ = try TemporaryFolder(in: "/nonexistent")
        }
    }

    @Test func manyAtOnce() async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<16 {
                group.addTask {
                    let folder = try TemporaryFolder()
                    let result = try Self.runner().run("sh", ["-c", "sleep 0.1; echo \(number)"], in: folder)
                    return result.output == Array("\(number)\n".utf8)
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }
}

/// Whether no process has the number, or a dead one that nobody has asked after yet.
private func isGone(_ number: Int32) -> Bool {
    for _ in 0..<100 {
        if kill(number, 0) != 0 { return true }
        if let status = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8), status.contains(") Z ") {
            return true
        }
        usleep(20_000)
    }
    return false
}
