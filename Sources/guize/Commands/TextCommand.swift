import ArgumentParser
import PolicyKit

struct TextCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "text",
            abstract: help(
                "Print the text that evidence offsets count.", "打印证据位置所依据的文本。"),
            discussion: help(
                """
                The letters come as they are, line ends untouched, in UTF-8. Offsets count Unicode scalars from 0.

                Example:
                  guize text notice.txt
                """,
                """
                文本以 UTF-8 原样输出，换行不变。位置按 Unicode 标量从 0 计数。

                示例：
                  guize text notice.txt
                """))
    }

    @Argument(
        help: ArgumentHelp(
            help("A notice; - is standard input.", "文件；- 表示标准输入。"), valueName: "file"),
        completion: .file())
    var file: String

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var common: CommonOptions

    mutating func run() throws {
        let console = common.console
        try console.write(Array(try reading.readOrExit(file, console).text.utf8))
    }
}
