import ArgumentParser

/// The two streams of a command: results on standard output, everything else on standard error.
struct Console: Sendable {
    let format: MessageFormat
    var language: Language { format.language }

    init(language: Language) {
        format = .forStandardError(language)
    }

    /// Writes results. A reader that went away ends the command without a word, as it does for other filters.
    func write(_ bytes: [UInt8]) throws {
        do {
            try FileHandle(standard: FileHandle.standardOutput).write(bytes)
        } catch  where isBrokenPipe(error) {
            throw ExitCode(ExitStatus.brokenPipe)
        } catch {
            report(
                .error(
                    Text(
                        en: "cannot write to standard output: \(error.text.en)",
                        zh: "无法写入标准输出：\(error.text.zh)")))
            throw ExitCode(ExitStatus.unreadable)
        }
    }

    func write(line: String) throws {
        try write(Array((line + "\n").utf8))
    }

    func write(lines: [String]) throws {
        if !lines.isEmpty { try write(line: lines.joined(separator: "\n")) }
    }

    /// Tells the person at the terminal something. What cannot be written there is lost: there is nowhere else to say it.
    func report(_ message: Message) {
        say(format.lines(of: message))
    }

    func say(_ lines: [String]) {
        try? FileHandle(standard: FileHandle.standardError).write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    func say(_ text: Text) { say([text(language)]) }
}
