import ArgumentParser
import PolicyKit

struct SchemaCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "schema",
            abstract: help(
                "Print the JSON Schema of bundles (draft 2020-12).", "打印规则包的 JSON Schema（draft 2020-12）。"),
            discussion: help(
                "Example:\n  guize schema > bundle.schema.json", "示例：\n  guize schema > bundle.schema.json"))
    }

    @OptionGroup var common: CommonOptions

    mutating func run() throws {
        try common.console.write(Array(Guize.schema.utf8))
    }
}
