import ArgumentParser
import PolicyKit
import PolicyReport

struct SchemaCommand: ParsableCommand {
    enum Form: String, CaseIterable, ExpressibleByArgument { case bundle, diff, compare, conform, citations }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "schema",
            abstract: help(
                "Print the JSON Schema of what the program writes (draft 2020-12).",
                "打印程序所输出 JSON 的 JSON Schema（draft 2020-12）。"),
            discussion: help(
                """
                Example:
                  guize schema > bundle.schema.json
                  guize schema --of diff > diff.schema.json
                """,
                """
                示例：
                  guize schema > bundle.schema.json
                  guize schema --of diff > diff.schema.json
                """))
    }

    @Option(
        help: ArgumentHelp(
            help(
                "bundle, diff, compare, conform, or citations for the graph of conform.",
                "bundle（规则包）、diff、compare、conform，或 citations（conform 的引用关系图）。")))
    var of: Form = .bundle

    @OptionGroup var common: CommonOptions

    mutating func run() throws {
        let report = ReportSchema(rawValue: of.rawValue)
        try common.console.write(report.map(\.json.pretty) ?? Array(Guize.schema.utf8))
    }
}
