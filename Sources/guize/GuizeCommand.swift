import ArgumentParser
import PolicyKit
import SeparateProcesses

/// The program: parses arguments, calls a command, prints, exits.
@main
struct GuizeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "guize",
            abstract: help(
                "Reads Chinese government notices on medical insurance and writes what they rule as data.",
                "读取中国医疗保险政策文件，把其中的规则写成数据。"),
            discussion: help(
                """
                Every field of a rule points to the letters of the notice that it stands on.

                Example:
                  guize extract notice.txt
                  guize extract notices/*.txt --output bundles

                Exit status: 0; 1 findings at or above --fail-on; 2 an input could not be read, though the others were; \
                64 wrong usage.
                """,
                """
                规则的每个字段都指向文件中的原文。

                示例：
                  guize extract notice.txt
                  guize extract notices/*.txt --output bundles

                退出状态：0 正常；1 发现达到 --fail-on 的问题；2 有输入无法读取（其余照常完成）；64 用法错误。
                """),
            version: Guize.version,
            subcommands: [
                ExtractCommand.self, TextCommand.self, OutlineCommand.self, TablesCommand.self, TokenizeCommand.self,
                ExplainCommand.self, ValidateCommand.self, DiffCommand.self, CompareCommand.self, ConformCommand.self,
                SchemaCommand.self, ExtractorsCommand.self, DiagnosticsCommand.self,
            ])
    }

    static func main() async {
        ignoreSignalsOfWriting()
        Interruption.watch()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            // Help and the version are results; what is wrong with the arguments looks like every other message.
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            let console = Console(language: .ofProcess)
            console.say(usageMessage(for: error, format: console.format))
            exit(withError: ExitCode(ExitStatus.usage))
        }
    }

    private static func usageMessage(for error: any Error, format: MessageFormat) -> [String] {
        var lines = fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let label = "Error: "
        if let first = lines.first, first.hasPrefix(label) {
            lines[0] = format.lines(of: .error(Text(String(first.dropFirst(label.count)))))[0]
        }
        return lines
    }
}
