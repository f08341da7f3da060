import ArgumentParser
import PolicyExtraction
import PolicyKit
import PolicyReport

struct ExtractorsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "extractors",
            abstract: help("Look after extractor sets.", "检查与查看提取器。"),
            discussion: help(
                "Example:\n  guize extractors test --extractors my-extractors",
                "示例：\n  guize extractors test --extractors my-extractors"),
            subcommands: [Check.self, Test.self, List.self, Mutate.self])
    }

    struct Check: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "check",
                abstract: help("Check that a set can be loaded.", "检查提取器能否加载。"),
                discussion: help(
                    "Shows every fault with its file, line and column, and exits with 1 where there is one.\n\nExample:\n"
                        + "  guize extractors check --extractors my-extractors",
                    "列出所有错误及其文件、行与列；有错误时以 1 退出。\n\n示例：\n  guize extractors check --extractors my-extractors"))
        }

        @OptionGroup var extractors: ExtractorOptions
        @OptionGroup var common: CommonOptions

        mutating func run() throws {
            let console = common.console
            let faults = Guize.faults(extractors: extractors.extractors)
            for fault in faults { console.report(fault.message(extractors: extractors.extractors)) }
            if faults.count > 1 {
                console.say([
                    Text(en: "\(faults.count) faults", zh: "共 \(faults.count) 处错误")(console.language)
                ])
            }
            if !faults.isEmpty { throw ExitCode(ExitStatus.findings) }
            let guize = try extractors.load(console, failingWith: ExitStatus.findings)
            let summaries = guize.set.summaries
            let examples = summaries.reduce(0) { $0 + $1.examples }
            try console.write(
                line: Text(
                    en: "\(summaries.count) rules with \(examples) examples, no faults",
                    zh: "共 \(summaries.count) 条规则、\(examples) 个示例，没有错误")(console.language))
        }
    }

    struct Test: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "test",
                abstract: help("Run the examples beside the rules.", "运行规则旁的示例。"),
                discussion: help(
                    "Exits with 1 where an example does not come out as it says.\n\nExample:\n"
                        + "  guize extractors test --extractors my-extractors",
                    "有示例不符时以 1 退出。\n\n示例：\n  guize extractors test --extractors my-extractors"))
        }

        @OptionGroup var extractors: ExtractorOptions
        @OptionGroup var common: CommonOptions

        mutating func run() throws {
            let console = common.console
            let guize = try extractors.load(console, failingWith: ExitStatus.findings)
            let results = guize.set.runExamples()
            if results.isEmpty {
                console.report(
                    .error(
                        Text(en: "the set has no examples", zh: "没有任何示例"),
                        help: Text(
                            en: "write 'examples' beside each rule, some that give the rule and some that must not",
                            zh: "请在每条规则旁写 'examples'，包括应得出规则的与不应得出的")))
                throw ExitCode(ExitStatus.findings)
            }
            let failures = results.filter { !$0.holds }
            for failure in failures {
                let file = extractors.extractors.map { "\($0)/\(failure.place.file)" } ?? "<\(failure.place.file)>"
                console.report(
                    Message(
                        .error,
                        Text(
                            en: "an example of \(failure.rule) does not hold",
                            zh: "\(failure.rule) 的一个示例不符"),
                        at: Message.Place(file: file, line: failure.place.line, column: failure.place.column)))
                console.say(["  «\(failure.text)»"] + failure.differences.map { "  \($0)" })
            }
            try console.write(
                line: Text(
                    en: "\(results.count) examples, \(results.count - failures.count) hold, \(failures.count) do not",
                    zh: "共 \(results.count) 个示例，\(results.count - failures.count) 个相符，\(failures.count) 个不符")(
                        console.language))
            if !failures.isEmpty { throw ExitCode(ExitStatus.findings) }
        }
    }

    struct List: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "list",
                abstract: help("List the rules of a set.", "列出提取器中的规则。"),
                discussion: help("Example:\n  guize extractors list", "示例：\n  guize extractors list"))
        }

        @OptionGroup var extractors: ExtractorOptions
        @OptionGroup var common: CommonOptions

        mutating func run() throws {
            let console = common.console
            let guize = try extractors.load(console)
            func title(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)(console.language) }
            var table = TextTable(columns: [
                .init(title: title("rule", "规则")),
                .init(title: title("kind", "类别")),
                .init(title: title("examples", "示例"), isNumeric: true),
                .init(title: title("negative", "反例"), isNumeric: true),
                .init(title: title("place", "位置")),
            ])
            table.rows = guize.set.summaries.map {
                [$0.id, $0.kind, String($0.examples), String($0.negative), "\($0.file):\($0.line)"]
            }
            try console.write(lines: table.lines())
        }
    }
}
