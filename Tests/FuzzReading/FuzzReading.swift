import NoticeReading
import PolicyKit
import PolicyRules
import SampleFiles

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads files that are damaged at random and checks what holds of every result. scripts/fuzz calls it:
///
///     fuzz-reading run SEED SECONDS STATE   tries SEED, SEED + 1 … for so long; STATE always names the one being tried
///     fuzz-reading write SEED FILE          writes the file of a seed
///     fuzz-reading try FILE                 reads one file
///     fuzz-reading files                    reads all sound and hostile files of the tests, several at once
@main
struct FuzzReading {
    /// Seconds after which a file counts as one that hangs the reader.
    static let slowest: UInt32 = 60

    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "run":
            guard arguments.count == 4, let seed = UInt64(arguments[1]), let seconds = Double(arguments[2]) else {
                usage()
            }
            try run(from: seed, for: seconds, state: arguments[3])
        case "write":
            guard arguments.count == 3, let seed = UInt64(arguments[1]) else { usage() }
            write(Fuzzed(seed: seed).bytes, to: arguments[2])
        case "try":
            guard arguments.count == 2 else { usage() }
            let faults = try Trial().faults(of: Fuzzed(bytes: read(arguments[1])))
            for fault in faults { print(fault) }
            exit(faults.isEmpty ? 0 : 1)
        case "files": try await readFiles()
        default: usage()
        }
    }

    static func usage() -> Never {
        print("usage: fuzz-reading run SEED SECONDS STATE | write SEED FILE | try FILE | files")
        exit(64)
    }

    static func run(from first: UInt64, for seconds: Double, state path: String) throws {
        let trial = try Trial()
        let state = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        let start = clock()
        var seed = first
        var slowest = (seconds: 0.0, seed: first)
        while clock() - start < seconds {
            let digits = Array("\(seed)\n".utf8)
            _ = pwrite(state, digits, digits.count, 0)
            // Ends the process by SIGALRM, which scripts/fuzz takes for a hang.
            _ = alarm(Self.slowest)
            let began = clock()
            let file = Fuzzed(seed: seed)
            let faults = trial.faults(of: file)
            let took = clock() - began
            if took > slowest.seconds { slowest = (took, seed) }
            guard faults.isEmpty else {
                for fault in faults.prefix(10) { print("seed \(seed), \(file.label): \(fault)") }
                exit(1)
            }
            seed += 1
        }
        _ = alarm(0)
        let milliseconds = Int(slowest.seconds * 1000)
        print("\(seed - first) files from seed \(first) on; the slowest took \(milliseconds) ms (seed \(slowest.seed))")
    }

    /// Each file twice and several at once, so that what threads share shows.
    static func readFiles() async throws {
        let trial = try Trial()
        let files =
            SoundFile.all.map { Fuzzed(label: $0.format.rawValue, bytes: $0.bytes) }
            + HostileFile.all.map { Fuzzed(label: $0.name, bytes: $0.bytes()) }
        let faults = await withTaskGroup(of: [String].self) { group in
            for file in files + files { group.addTask { trial.faults(of: file).map { "\(file.label): \($0)" } } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        for fault in faults { print(fault) }
        if !faults.isEmpty { exit(1) }
        print("\(files.count) files were read twice each, several at once")
    }

    static func clock() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    static func write(_ bytes: [UInt8], to path: String) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(file, $0) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
        _ = close(file)
    }

    static func read(_ path: String) -> [UInt8] {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return [] }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let room = buffer.count
        while true {
            let count = systemRead(file, &buffer, room)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        _ = close(file)
        return bytes
    }
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(file, bytes.baseAddress, bytes.count)
}
private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(file, buffer, count)
}
