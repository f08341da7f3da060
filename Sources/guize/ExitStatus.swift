import ArgumentParser

/// What the exit codes mean; see docs/exit-codes-and-messages.md.
enum ExitStatus {
    static let findings: Int32 = 1
    static let unreadable: Int32 = 2
    /// EX_USAGE of sysexits.h; what ArgumentParser gives too.
    static let usage: Int32 = 64
    /// The reader of the results went away: what it wanted it got.
    static let brokenPipe: Int32 = 0
}

/// From which severity on findings make a command fail.
enum FailureLevel: String, CaseIterable, ExpressibleByArgument {
    case error, warning, note, never

    func isReached(by severity: Message.Severity?) -> Bool {
        guard let severity else { return false }
        switch self {
        case .error: return severity >= .error
        case .warning: return severity >= .warning
        case .note: return severity >= .note
        case .never: return false
        }
    }
}

/// What happened while a command went through its inputs, to be told in its exit code.
struct Outcome {
    private(set) var hasUnreadable = false
    private var findings: [Message.Severity: Int] = [:]

    mutating func noteUnreadable() { hasUnreadable = true }

    mutating func note(_ severity: Message.Severity) { findings[severity, default: 0] += 1 }

    func count(_ severity: Message.Severity) -> Int { findings[severity] ?? 0 }

    /// An input that could not be read outweighs findings in those that could.
    func finish(failOn level: FailureLevel) throws {
        if hasUnreadable { throw ExitCode(ExitStatus.unreadable) }
        if level.isReached(by: findings.keys.max()) { throw ExitCode(ExitStatus.findings) }
    }
}
