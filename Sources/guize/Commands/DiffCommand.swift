import ArgumentParser
import PolicyComparison
import PolicyKit
import PolicyReport
import PolicyRules

struct DiffCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case terminal, json, csv, markdown, html }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diff",
            abstract: help("Show what differs between two notices, bundles or folders.", "列出两个文件、规则包或文件夹之间的规则变化。"),
            discussion: help(
                """
                Rules are aligned by what they rule for whom, with the compared axis left out; docs/comparison.md defines \
                the types and levels of changes. With --fail-on, exit 1 says that there are changes of that level.

                Example:
                  guize diff 2025.txt 2026.txt
                  guize diff bundles/jilin.json bundles/fuling.json --axis region --format markdown
                """,
                """
                按“对谁规定什么”对齐规则，比较的维度除外；docs/comparison.md 说明变化的类型与级别。\
                给出 --fail-on 时，存在达到此级别的变化则以 1 退出。

                示例：
                  guize diff 2025.txt 2026.txt
                  guize diff bundles/jilin.json bundles/fuling.json --axis region --format markdown
                """))
    }

    @Argument(
        help: ArgumentHelp(
            help("The first side: a bundle, a notice or a folder of them.", "第一侧：规则包、文件，或存放它们的文件夹。"), valueName: "a"),
        completion: .file())
    var first: String

    @Argument(
        help: ArgumentHelp(help("The second side.", "第二侧。"), valueName: "b"), completion: .file())
    var second: String

    @Option(
        help: ArgumentHelp(
            help(
                "What differs between the sides: year or region. The default is to find it out.",
                "两侧的差别：year（年度）或 region（地区）。默认自动判断。")))
    var axis: ComparisonAxis?

    @Option(help: ArgumentHelp(help("terminal, json, csv, markdown or html.", "terminal、json、csv、markdown 或 html。")))
    var format: Format = .terminal

    @Option(
        help: ArgumentHelp(
            help(
                "Show changes from this level on: critical, major, minor or info. JSON and CSV have all.",
                "显示此级别及以上的变化：critical、major、minor 或 info。JSON 与 CSV 含全部。"), valueName: "level"))
    var minLevel: ChangeLevel = .minor

    @Option(
        help: ArgumentHelp(
            help(
                "Exit with 1 at a change of this level or above: critical, major, minor or info.",
                "存在达到此级别的变化时以 1 退出：critical、major、minor 或 info。"), valueName: "level"))
    var failOn: ChangeLevel?

    @OptionGroup var sources: NoticeSourceOptions
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var extractors: ExtractorOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if first == "-", second == "-" {
            throw ValidationError(help("Standard input can be read only once.", "标准输入只能读取一次。"))
        }
    }

    mutating func run() throws {
        let console = common.console
        let guize = try extractors.load(console)
        var inputs = BundleInputs(reading, guize, console)
        let (from, to) = (inputs.bundles(first), inputs.bundles(second))
        guard !from.isEmpty, !to.isEmpty else { throw ExitCode(ExitStatus.unreadable) }
        let vocabulary = guize.comparisonVocabulary
        let diff = PolicyDiff(from: from, to: to, axis: axis, vocabulary: vocabulary)
        let report = DiffReport(
            diff, names: (shortName(first), shortName(second)), language: console.language.ofReports,
            vocabulary: vocabulary, minimumLevel: minLevel)
        switch format {
        case .terminal: try console.write(lines: report.terminal(isColoured: Console.isOutputColoured))
        case .json: try console.write(report.json())
        case .csv: try console.write(report.csv())
        case .markdown: try console.write(Array(report.markdown().utf8))
        case .html:
            if let folder = sources.sources { inputs.readSources(folder, for: from + to) }
            try console.write(Array(report.html(texts: inputs.texts).utf8))
        }
        if inputs.hasUnreadable { throw ExitCode(ExitStatus.unreadable) }
        if let failOn, let level = diff.maximumLevel, level >= failOn { throw ExitCode(ExitStatus.findings) }
    }

    private func shortName(_ path: String) -> String { path == "-" ? reading.stdinName : baseName(of: path) }
}

/// Where the notices are that bundles were made from.
struct NoticeSourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            help(
                "With html: a folder with the notices under the names that the bundles give, for quotes in their surroundings.",
                "用于 html：按规则包所载文件名存放原文的文件夹，用于在上下文中显示引文。"), valueName: "dir"),
        completion: .directory)
    var sources: String?
}

extension ComparisonAxis: ExpressibleByArgument {}
extension ChangeLevel: ExpressibleByArgument {}

extension Language {
    var ofReports: ReportLanguage { self == .zh ? .zh : .en }
}

extension Console {
    /// Colour in results only on a terminal, and not where NO_COLOR is set.
    static var isOutputColoured: Bool {
        isTerminal(FileHandle.standardOutput) && (environmentVariable("NO_COLOR") ?? "").isEmpty
            && environmentVariable("TERM") != "dumb"
    }
}
