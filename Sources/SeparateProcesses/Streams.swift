internal import CProcess

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A pipe; -1 stands for an end that is closed.
final class Pipe {
    private(set) var reading: Int32 = -1
    private(set) var writing: Int32 = -1

    init(for program: String) throws(ProcessError) {
        let failure = guize_pipe(&reading, &writing)
        guard failure == 0 else { throw .cannotStart(program: program, reason: describe(failure)) }
    }

    func closeReading() {
        if reading >= 0 { _ = close(reading) }
        reading = -1
    }

    func closeWriting() {
        if writing >= 0 { _ = close(writing) }
        writing = -1
    }

    deinit {
        closeReading()
        closeWriting()
    }
}

/// What a separate process writes to.
struct Streams {
    let output: Pipe
    let errors: Pipe

    init(for program: String) throws(ProcessError) {
        output = try Pipe(for: program)
        errors = try Pipe(for: program)
    }

    /// The ends that the process has: while they are open here too, its end cannot be seen.
    func closeChildEnds() {
        output.closeWriting()
        errors.closeWriting()
    }
}

/// Collects what a process writes to its two streams, both at once, so that neither side waits for the other.
struct OutputCollector {
    private(set) var output: [UInt8] = []
    private(set) var errors: [UInt8] = []
    private let limits: ProcessLimits
    private let keptErrors: Int
    /// In seconds of the monotonic clock.
    private let deadline: Double
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    init(limits: ProcessLimits, keptErrors: Int, deadline: Double) {
        self.limits = limits
        self.keptErrors = keptErrors
        self.deadline = deadline
    }

    /// Goes on until the process has closed both of its streams.
    /// - Returns: Why it should be killed, if it should.
    mutating func run(_ streams: Streams) -> ProcessError? {
        for end in [streams.output.reading, streams.errors.reading] {
            _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
        }
        while streams.output.reading >= 0 || streams.errors.reading >= 0 {
            let left = deadline - clockSeconds()
            guard left > 0 else { return .tooSlow(seconds: limits.seconds) }
            var waiting = [
                pollfd(fd: streams.output.reading, events: Int16(POLLIN), revents: 0),
                pollfd(fd: streams.errors.reading, events: Int16(POLLIN), revents: 0),
            ]
            // In steps of a minute: the call counts milliseconds in 32 bits.
            guard poll(&waiting, 2, Int32(min(left * 1000, 60_000)) + 1) >= 0 || errno == EINTR else { break }
            if waiting[0].revents != 0, let bytes = read(streams.output.reading) {
                if bytes.isEmpty { streams.output.closeReading() }
                guard output.count + bytes.count <= limits.output else { return .tooMuchOutput(limit: limits.output) }
                output.append(contentsOf: bytes)
            }
            if waiting[1].revents != 0, let bytes = read(streams.errors.reading) {
                if bytes.isEmpty { streams.errors.closeReading() }
                errors.append(contentsOf: bytes.prefix(keptErrors - errors.count))
            }
        }
        return nil
    }

    /// What is there to read, empty at the end, nil where there is nothing yet.
    private mutating func read(_ descriptor: Int32) -> ArraySlice<UInt8>? {
        let count = readBytes(descriptor, &buffer)
        if count < 0 { return errno == EINTR || errno == EAGAIN ? nil : [] }
        return buffer[..<count]
    }
}

func readBytes(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    let count = buffer.count
    return read(descriptor, &buffer, count)
}

func writeBytes(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
}
