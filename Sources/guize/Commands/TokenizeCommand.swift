import ArgumentParser
import PolicyKit

struct TokenizeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "tokenize",
            abstract: help(
                "List the terms and values that are recognised in a notice.", "列出文件中识别出的词语与数值。"),
            discussion: help(
                """
                One line a token: first and last offset, class, code or value, and the letters, with tabs between.

                Example:
                  guize tokenize notice.txt
                """,
                """
                每行一个记号：起止位置、类别、代码或数值、原文，以制表符分隔。

                示例：
                  guize tokenize notice.txt
                """))
    }

    @Argument(
        help: ArgumentHelp(
            help("A notice; - is standard input.", "文件；- 表示标准输入。"), valueName: "file"),
        completion: .file())
    var file: String

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var extractors: ExtractorOptions
    @OptionGroup var common: CommonOptions

    mutating func run() throws {
        let console = common.console
        let guize = try extractors.load(console)
        let text = try reading.readOrExit(file, console)
        try console.write(
            lines: guize.tokens(text).map { token in
                let letters = text.quote(token.range).map { $0.isNewline || $0 == "\t" ? " " : $0 }
                return
                    "\(token.range.lowerBound)\t\(token.range.upperBound)\t\(token.kind)\t\(token.code)\t\(String(letters))"
            })
    }
}
