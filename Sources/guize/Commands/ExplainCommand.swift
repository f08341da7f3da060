import ArgumentParser
import PolicyExtraction
import PolicyKit
import PolicyRules

struct ExplainCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain",
            abstract: help(
                "Say why a rule came out, or why a phrase gave none.", "说明一条规则的由来，或某处文字为何没有规则。"),
            discussion: help(
                """
                Without an option, every rule is listed with its id and its place.

                Example:
                  guize explain notice.txt
                  guize explain notice.txt --rule 220000/urrbmi/2026/financingStandard
                  guize explain notice.txt --at 460
                """,
                """
                不带选项时，列出每条规则的编号与位置。

                示例：
                  guize explain notice.txt
                  guize explain notice.txt --rule 220000/urrbmi/2026/financingStandard
                  guize explain notice.txt --at 460
                """))
    }

    @Argument(
        help: ArgumentHelp(
            help("A notice; - is standard input.", "文件；- 表示标准输入。"), valueName: "file"),
        completion: .file())
    var file: String

    @Option(
        help: ArgumentHelp(
            help("The rule with this id: each field and where it comes from.", "此编号的规则：每个字段及其来源。"),
            valueName: "id"))
    var rule: String?

    @Option(
        help: ArgumentHelp(
            help(
                "The letter at this offset: what was recognised, tried and left there.",
                "此位置的文字：识别了什么、尝试了什么、留下了什么。"), valueName: "offset"))
    var at: Int?

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var extractors: ExtractorOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if rule != nil, at != nil {
            throw ValidationError(help("Give --rule or --at, not both.", "--rule 与 --at 只能给一个。"))
        }
        if let at, at < 0 {
            throw ValidationError(help("--at counts from 0.", "--at 从 0 开始计数。"))
        }
    }

    mutating func run() throws {
        let console = common.console
        let guize = try extractors.load(console)
        let text = try reading.readOrExit(file, console)
        let explanation = Explanation(
            label: reading.input(file).label, text: text, extraction: guize.extraction(text, tracing: true),
            tokens: at == nil ? [] : guize.tokens(text), language: console.language)
        if let rule {
            guard let lines = explanation.lines(forRule: rule) else {
                throw ValidationError(
                    help("No rule of this notice has the id '\(rule)'.", "此文件没有编号为“\(rule)”的规则。")
                        + (explanation.nearestRule(to: rule).map {
                            help(" Did you mean '\($0)'?", " 是否指“\($0)”？")
                        } ?? ""))
            }
            try console.write(lines: lines)
        } else if let at {
            guard at < text.scalars.count else {
                throw ValidationError(
                    help(
                        "--at \(at) lies behind the end: the text has \(text.scalars.count) letters.",
                        "--at \(at) 超出文本末尾：全文共 \(text.scalars.count) 个字符。"))
            }
            try console.write(lines: explanation.lines(at: at))
        } else {
            try console.write(lines: explanation.overview())
        }
    }
}
