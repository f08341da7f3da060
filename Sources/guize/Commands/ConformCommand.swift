import ArgumentParser
import PolicyComparison
import PolicyKit
import PolicyReport
import PolicyRules

struct ConformCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case terminal, json }
    enum GraphFormat: String, CaseIterable, ExpressibleByArgument { case json, mermaid, dot }
    enum Failure: String, CaseIterable, ExpressibleByArgument { case broken, undecided, never }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "conform",
            abstract: help("Say whether a lower notice keeps what an upper one sets.", "检查下级文件是否符合上级规定。"),
            discussion: help(
                """
                不低于 is a floor and 不超过 a ceiling; periods must lie within; what the upper notice leaves to others may be \
                settled. Each finding is broken, undecided, stricter or kept, with both quotes. --auto takes one folder and \
                finds the pairs by the document numbers that notices cite.

                Example:
                  guize conform county.txt province.txt
                  guize conform --auto bundles
                  guize conform --auto bundles --graph mermaid
                """,
                """
                “不低于”为下限，“不超过”为上限；期限应在其内；上级授权的事项可由下级明确。每项结论为不符、无法判断、更严或相符，\
                并附双方原文。--auto 以一个文件夹为输入，按引用的发文字号自动配对。

                示例：
                  guize conform county.txt province.txt
                  guize conform --auto bundles
                  guize conform --auto bundles --graph mermaid
                """))
    }

    @Argument(
        help: ArgumentHelp(
            help(
                "The lower notice, then the upper one; with --auto notices or folders.",
                "先下级文件，后上级文件；与 --auto 同用时为文件或文件夹。"),
            valueName: "notice"),
        completion: .file())
    var paths: [String]

    @Flag(help: ArgumentHelp(help("Find the pairs by the numbers that notices cite.", "按引用的发文字号自动配对。")))
    var auto = false

    @Option(
        help: ArgumentHelp(
            help(
                "With --auto, print the graph of citations: json, mermaid or dot.",
                "与 --auto 同用，输出引用关系图：json、mermaid 或 dot。")))
    var graph: GraphFormat?

    @Option(help: ArgumentHelp(help("terminal or json.", "terminal 或 json。")))
    var format: Format = .terminal

    @Option(
        help: ArgumentHelp(
            help(
                "Exit with 1 at such a finding: broken, undecided (or broken) or never.",
                "出现此类结论时以 1 退出：broken、undecided（含 broken）或 never。")))
    var failOn: Failure = .never

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var extractors: ExtractorOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if !auto, paths.count != 2 {
            throw ValidationError(
                help("Name the lower notice and the upper one, or use --auto.", "请给出下级文件与上级文件，或使用 --auto。"))
        }
        if graph != nil, !auto { throw ValidationError(help("--graph needs --auto.", "--graph 须与 --auto 同用。")) }
    }

    mutating func run() throws {
        let console = common.console
        let guize = try extractors.load(console)
        var inputs = BundleInputs(reading, guize, console)
        let vocabulary = guize.comparisonVocabulary
        let sides = paths.map { inputs.bundles($0) }
        if sides.contains(where: \.isEmpty) { throw ExitCode(ExitStatus.unreadable) }
        var results: [Conformance] = []
        if auto {
            let bundles = sides.flatMap(\.self)
            let citations = CitationGraph(bundles)
            if let graph {
                let report = CitationGraphReport(citations)
                switch graph {
                case .json: try console.write(report.json.pretty)
                case .mermaid: try console.write(Array(report.mermaid.utf8))
                case .dot: try console.write(Array(report.dot.utf8))
                }
                if inputs.hasUnreadable { throw ExitCode(ExitStatus.unreadable) }
                return
            }
            results = citations.pairs.map {
                Conformance(lower: [bundles[$0.lower]], upper: [bundles[$0.upper]], vocabulary: vocabulary)
            }
            if results.isEmpty {
                console.say(
                    Text(
                        en: "no notice here cites another one that is here", zh: "这些文件没有引用其中另一个文件"))
            }
        } else {
            results = [Conformance(lower: sides[0], upper: sides[1], vocabulary: vocabulary)]
        }
        let reports = results.map {
            ConformanceReport($0, language: console.language.ofReports, vocabulary: vocabulary)
        }
        switch format {
        case .terminal:
            try console.write(lines: Array(reports.map { $0.terminal() }.joined(separator: ["", ""])))
        case .json: try console.write(ConformanceReport.json(reports))
        }
        if inputs.hasUnreadable { throw ExitCode(ExitStatus.unreadable) }
        let (broken, undecided) = (
            results.contains { $0.count(.broken) > 0 }, results.contains { $0.count(.undecided) > 0 }
        )
        if failOn != .never, broken || (failOn == .undecided && undecided) { throw ExitCode(ExitStatus.findings) }
    }
}
