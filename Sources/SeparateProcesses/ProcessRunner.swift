internal import CProcess

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What a separate process may use.
package struct ProcessLimits: Sendable, Hashable {
    /// Seconds by the clock.
    package var seconds: Int
    /// Bytes of address space. macOS does not keep to it.
    package var memory: Int
    /// Bytes of standard output, and of any file that it writes.
    package var output: Int
    /// Open files.
    package var descriptors = 256

    package init(seconds: Int, memory: Int, output: Int) {
        self.seconds = seconds
        self.memory = memory
        self.output = output
    }
}

/// How a separate process ended.
package struct ProcessResult: Sendable, Hashable {
    /// The exit status; 128 and the number of the signal where one ended it.
    package var status: Int32
    package var output: [UInt8]
    /// The first 4 KiB of standard error, with what is not UTF-8 replaced.
    package var errors: String

    package init(status: Int32, output: [UInt8], errors: String) {
        self.status = status
        self.output = output
        self.errors = errors
    }
}

/// Runs installed programs on files that nobody vouches for: without a shell, without this program's environment, with
/// limits, and, where the system lets it, without a network.
package struct ProcessRunner: Sendable {
    /// The folders that programs are looked for in, whatever the caller's PATH says.
    package var searchPath: [String]
    package var limits: ProcessLimits

    package static let systemFolders = ["/usr/local/bin", "/usr/bin", "/bin", "/opt/homebrew/bin"]
    private static let keptErrors = 4096

    package init(limits: ProcessLimits, searchPath: [String] = ProcessRunner.systemFolders) {
        self.limits = limits
        self.searchPath = searchPath
    }

    /// The path of the program, where it is installed.
    package func path(of program: String) -> String? {
        searchPath.lazy.map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
    }

    /// Runs a program to its end in a temporary folder, which is its home and its current folder.
    /// - Parameters:
    ///   - program: Its name, without folders.
    ///   - input: What it reads from standard input, which is empty otherwise.
    ///   - environment: Added to the few variables that it gets: PATH, HOME, TMPDIR, LANG.
    /// - Returns: The result, also where the program says that it failed.
    package func run(
        _ program: String, _ arguments: [String], in folder: borrowing TemporaryFolder, input: [UInt8] = [],
        environment: [String: String] = [:]
    ) throws(ProcessError) -> ProcessResult {
        guard let path = path(of: program) else { throw .notInstalled(program: program) }
        let variables = [
            "PATH": searchPath.joined(separator: ":"), "HOME": folder.path, "TMPDIR": folder.path, "LANG": "C.UTF-8",
        ].merging(environment) { $1 }
        let streams = try Streams(for: program)
        // From a file rather than a pipe, which would have to be fed while the output is read.
        if !input.isEmpty { try folder.write(input, as: "stdin") }
        let inputFile = open(input.isEmpty ? "/dev/null" : "\(folder.path)/stdin", O_RDONLY | O_CLOEXEC)
        guard inputFile >= 0 else { throw .file(name: "stdin", reason: describe(errno)) }
        defer { _ = close(inputFile) }
        let process = try start(
            path, [program] + arguments, variables.map { "\($0)=\($1)" }.sorted(), folder, inputFile, streams)
        streams.closeChildEnds()
        var collector = OutputCollector(
            limits: limits, keptErrors: Self.keptErrors, deadline: clockSeconds() + Double(limits.seconds))
        let failure = collector.run(streams)
        if failure != nil { guize_process_kill(process) }
        var status: Int32 = 0
        _ = guize_process_wait(process, folder.guardian, &status)
        if let failure { throw failure }
        // The processor time that it may use is the clock's, so that a program which is stopped for that is too slow too.
        if status == 128 + SIGXCPU { throw .tooSlow(seconds: limits.seconds) }
        if status == 128 + SIGXFSZ { throw .tooMuchOutput(limit: limits.output) }
        return ProcessResult(
            status: status, output: collector.output, errors: String(decoding: collector.errors, as: UTF8.self))
    }

    private func start(
        _ path: String, _ arguments: [String], _ environment: [String], _ folder: borrowing TemporaryFolder,
        _ input: Int32, _ streams: Streams
    ) throws(ProcessError) -> pid_t {
        let limits = guize_process_limits(
            memory: UInt64(max(0, limits.memory)), seconds: UInt64(max(1, limits.seconds)),
            file_bytes: UInt64(max(1, limits.output)), descriptors: UInt64(limits.descriptors))
        var process: pid_t = 0
        let failure = withStringList(arguments) { arguments in
            withStringList(environment) { environment in
                guize_process_start(
                    path, arguments, environment, folder.path, limits, input, streams.output.writing,
                    streams.errors.writing, folder.guardian, &process)
            }
        }
        guard failure == 0 else { throw .cannotStart(program: arguments[0], reason: describe(failure)) }
        return process
    }
}

/// The strings as C's list of strings, which NULL ends.
private func withStringList<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    return pointers.withUnsafeBufferPointer { buffer in
        // The list holds at least its end.
        withUnsafePointer(to: nil as UnsafeMutablePointer<CChar>?) { body(buffer.baseAddress ?? $0) }
    }
}

func clockSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
