import ArgumentParser
import PolicyKit
import PolicyReport
import PolicyRules

struct OutlineCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "outline",
            abstract: help(
                "Show what a notice says of itself, and its sections.", "显示文件的基本信息与章节。"),
            discussion: help(
                """
                Each section stands with its id and the offsets of its first and last letter.

                Example:
                  guize outline notice.txt
                """,
                """
                每个章节附有编号与起止位置。

                示例：
                  guize outline notice.txt
                """))
    }

    @Argument(
        help: ArgumentHelp(
            help("A notice; - is standard input.", "文件；- 表示标准输入。"), valueName: "file"),
        completion: .file())
    var file: String

    @Option(
        help: ArgumentHelp(
            help("text for people, json for the bundle's document as JSON.", "text 供阅读，json 输出规则包的 document 部分。"),
            valueName: "format"))
    var format: Format = .text

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @OptionGroup var extractors: ExtractorOptions
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var common: CommonOptions

    mutating func run() throws {
        let console = common.console
        let guize = try extractors.load(console)
        let document = guize.extract(try reading.readOrExit(file, console)).document
        if format == .json {
            try console.write(document.json())
            return
        }
        let fields: [(Text, String?)] = [
            (Text(en: "title", zh: "标题"), document.title),
            (Text(en: "number", zh: "发文字号"), document.number),
            (Text(en: "type", zh: "文种"), document.type),
            (Text(en: "status", zh: "状态"), document.status.rawValue),
            (Text(en: "region", zh: "地区"), document.jurisdiction.map { "\($0.name) \($0.code)" }),
            (Text(en: "year", zh: "年度"), document.planYear.map(String.init)),
            (Text(en: "issuers", zh: "发文机关"), document.issuers.joined(separator: "、")),
            (Text(en: "addressees", zh: "主送机关"), document.addressees.joined(separator: "、")),
            (Text(en: "issued on", zh: "成文日期"), document.issuedOn),
            (Text(en: "effective from", zh: "施行日期"), document.effectiveFrom),
        ]
        let width = fields.map { displayWidth($0.0(console.language)) }.max() ?? 0
        var lines = fields.compactMap { name, value -> String? in
            guard let value, !value.isEmpty else { return nil }
            return padded(name(console.language), to: width) + "  " + value
        }
        if !document.outline.isEmpty { lines.append("") }
        let idWidth = document.outline.map { displayWidth($0.id) }.max() ?? 0
        for section in document.outline {
            let indent = String(repeating: "  ", count: max(0, section.level - 1))
            let heading = section.heading ?? ""
            lines.append(
                "\(padded(section.id, to: idWidth))  \(indent)\(section.marker)\(heading)  [\(section.start), \(section.end))"
            )
        }
        try console.write(lines: lines)
    }
}
