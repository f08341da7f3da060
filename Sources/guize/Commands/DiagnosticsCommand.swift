import ArgumentParser
import PolicyRules

/// Writes docs/diagnostics.md from the declared codes; `scripts/check diagnostics` holds the page to it.
struct DiagnosticsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diagnostics",
            abstract: help("Print the page on the codes of diagnostics.", "打印诊断代码说明。"),
            shouldDisplay: false)
    }

    @OptionGroup var common: CommonOptions

    mutating func run() throws {
        try common.console.write(lines: Self.page())
    }

    /// The page in Markdown, in both languages whatever the language of the process.
    static func page() -> [String] {
        var lines = [
            "# Diagnostics",
            "",
            "<!-- Written by `guize diagnostics` from Sources/PolicyRules/Model/DiagnosticCatalog.swift: change it there. -->",
            "",
            "What a bundle says of its notice in `diagnostics`: `{code, severity, message, evidence?, related?}`. `evidence` is the",
            "place where it shows, `related` are the other places that it speaks of. The message has the arithmetic.",
            "",
            "An `error` is certainly wrong; a `warning` contradicts something else in the notice or in the rules; a `note` is worth",
            "knowing. `guize extract --fail-on warning` exits with 1 where a bundle has a warning or an error.",
            "A check that is not sure stays silent: no diagnostic does not mean that nothing is wrong.",
            "",
            "规则包的 `diagnostics` 列出文件中的疑点：`evidence` 是所在位置，`related` 是与之矛盾的其他位置。",
            "`error` 必有错误，`warning` 前后矛盾，`note` 供参考。没有把握时不报，因此没有诊断不等于没有问题。",
        ]
        for origin in DiagnosticCatalogEntry.Origin.allCases {
            let codes = DiagnosticCode.allCases.filter { $0.catalogEntry.origin == origin }
            lines += [
                "", "## \(title(of: origin))", "", "| code | severity | meaning | 含义 |", "| --- | --- | --- | --- |",
            ]
            for code in codes {
                let entry = code.catalogEntry
                lines.append(
                    "| [`\(code.rawValue)`](#\(anchor(code))) | \(entry.severity.rawValue) | \(entry.meaning) | \(entry.meaningInChinese) |"
                )
            }
        }
        for code in DiagnosticCode.allCases { lines += section(code) }
        return lines
    }

    private static func title(of origin: DiagnosticCatalogEntry.Origin) -> String {
        switch origin {
        case .reading: "Reading the file (文件读取)"
        case .extraction: "Reading the rules (规则提取)"
        case .check: "The notice held against itself (前后核对)"
        }
    }

    /// As code hosts make it of a heading: letters and digits stay, other marks go.
    private static func anchor(_ code: DiagnosticCode) -> String {
        String(code.rawValue.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private static func section(_ code: DiagnosticCode) -> [String] {
        let entry = code.catalogEntry
        return [
            "", "## \(code.rawValue)", "",
            "`\(entry.severity.rawValue)` \(entry.meaning) \(entry.advice)", "",
            "\(entry.meaningInChinese)\(entry.adviceInChinese)", "", "```",
        ] + entry.example.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast() + ["```"]
    }
}
