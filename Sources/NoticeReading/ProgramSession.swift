import SeparateProcesses

/// A temporary folder and a separate program that works on the files in it, with the limits of reading.
struct ProgramSession: ~Copyable {
    private let folder: TemporaryFolder
    private let runner: ProcessRunner
    private let program: SeparateProgram

    /// - Parameter searchPath: The folders that programs are looked for in.
    init(_ program: SeparateProgram, limits: ReadingLimits, searchPath: [String]) throws(ReadingError) {
        self.program = program
        runner = ProcessRunner(
            limits: ProcessLimits(seconds: limits.seconds, memory: limits.memory, output: limits.unpackedBytes),
            searchPath: searchPath)
        do throws(ProcessError) {
            folder = try TemporaryFolder()
        } catch {
            throw ReadingError(error, of: program)
        }
    }

    var path: String { folder.path }

    func isInstalled(_ name: String) -> Bool { runner.path(of: name) != nil }

    /// Runs a program of the session's to its end.
    func run(_ name: String, _ arguments: [String], environment: [String: String] = [:]) throws(ReadingError)
        -> ProcessResult
    {
        let result: ProcessResult
        do throws(ProcessError) {
            result = try runner.run(name, arguments, in: folder, environment: environment)
        } catch {
            throw ReadingError(error, of: program)
        }
        guard !Self.lackedMemory(result) else {
            throw ReadingError(
                .limitExceeded,
                "\(program.name) needs more than the \(runner.limits.memory) bytes of memory that it gets",
                hint: "allow more with --max-memory")
        }
        return result
    }

    /// Whether a program ended because it got no more memory, as the loader, C++ and the programs themselves say it.
    private static func lackedMemory(_ result: ProcessResult) -> Bool {
        guard result.status != 0 else { return false }
        let errors = result.errors.lowercased()
        return ["memory", "bad_alloc", "failed to map"].contains { errors.contains($0) }
    }

    func write(_ bytes: [UInt8], as name: String) throws(ReadingError) {
        do throws(ProcessError) {
            try folder.write(bytes, as: name)
        } catch {
            throw ReadingError(error, of: program)
        }
    }

    func makeFolder(_ name: String) throws(ReadingError) {
        do throws(ProcessError) {
            try folder.makeFolder(name)
        } catch {
            throw ReadingError(error, of: program)
        }
    }

    /// The bytes of a file that the program wrote, nil where it wrote none.
    func read(_ name: String, limit: Int) throws(ReadingError) -> [UInt8]? {
        do throws(ProcessError) {
            return try folder.read(name, limit: limit)
        } catch {
            throw ReadingError(error, of: program)
        }
    }
}
