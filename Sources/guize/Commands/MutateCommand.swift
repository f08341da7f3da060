import ArgumentParser
import PolicyExtraction
import PolicyKit
import PolicyReport

extension ExtractorsCommand {
    struct Mutate: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "mutate",
                abstract: help(
                    "Tell which pieces of a set no example would miss.", "找出缺失时没有示例会发觉的部分。"),
                discussion: help(
                    """
                    Takes away one rule, slot, veto, phrase or written form at a time and runs the examples that it \
                    concerns. What no example notices has none, or does nothing. Of the written forms only those are \
                    taken away that stand in an example. Exits with 1 where fewer are noticed than --min-noticed asks for.

                    Example:
                      guize extractors mutate --extractors my-extractors --list
                    """,
                    """
                    每次去掉一条规则、一个槽位、一个否决条件、一个短语或一个词形，运行与之有关的示例。没有示例发觉的部分，\
                    要么缺少示例，要么不起作用。词形只取示例中出现的。发觉的比例低于 --min-noticed 时以 1 退出。

                    示例：
                      guize extractors mutate --extractors my-extractors --list
                    """))
        }

        @Option(
            help: ArgumentHelp(
                help("Which pieces: rule, slot, veto, phrase, form.", "哪些部分：rule、slot、veto、phrase、form。"),
                valueName: "kinds"))
        var kinds: String?

        @Option(
            help: ArgumentHelp(
                help("The least share of noticed removals, 0 to 1.", "应发觉的最低比例，0 至 1。"), valueName: "share"))
        var minNoticed = 0.0

        @Flag(help: ArgumentHelp(help("Name every removal that no example notices.", "列出没有示例发觉的部分。")))
        var list = false

        @OptionGroup var extractors: ExtractorOptions
        @OptionGroup var common: CommonOptions

        mutating func validate() throws {
            _ = try chosenKinds()
            if !(0...1).contains(minNoticed) {
                throw ValidationError(help("--min-noticed is from 0 to 1.", "--min-noticed 应在 0 与 1 之间。"))
            }
        }

        private func chosenKinds() throws -> [ExtractorPieceKind] {
            guard let kinds else { return ExtractorPieceKind.allCases }
            return try kinds.split(separator: ",").map { name in
                guard let kind = ExtractorPieceKind(rawValue: String(name)) else {
                    throw ValidationError(
                        help(
                            "'\(name)' is none of rule, slot, veto, phrase, form.",
                            "“\(name)”不是 rule、slot、veto、phrase、form 之一。"))
                }
                return kind
            }
        }

        mutating func run() throws {
            let console = common.console
            let guize = try extractors.load(console)
            let run = MutationRun(guize.set)
            let kinds = try chosenKinds()
            let removals = run.removals(of: Set(kinds))
            let noticed = removals.count { $0.outcome == .noticed }
            var table = TextTable(columns: [
                .init(title: Text(en: "piece", zh: "部分")(console.language)),
                .init(title: Text(en: "removed", zh: "去掉")(console.language), isNumeric: true),
                .init(title: Text(en: "noticed", zh: "发觉")(console.language), isNumeric: true),
            ])
            table.rows = kinds.map { kind in
                let all = removals.filter { $0.kind == kind }
                return [kind.rawValue, String(all.count), String(all.count { $0.outcome == .noticed })]
            }
            try console.write(lines: table.lines())
            if list {
                try console.write(lines: removals.compactMap { line(of: $0, in: console.language) })
            }
            let forms = run.forms
            try console.write(
                line: Text(
                    en: "\(noticed) of \(removals.count) removals noticed; "
                        + "\(forms.used) of \(forms.all) written forms stand in an example",
                    zh: "去掉 \(removals.count) 处，发觉 \(noticed) 处；\(forms.all) 个词形中有 \(forms.used) 个出现在示例中")(
                        console.language))
            if !removals.isEmpty, Double(noticed) / Double(removals.count) < minNoticed {
                throw ExitCode(ExitStatus.findings)
            }
        }

        private func line(of removal: Removal, in language: Language) -> String? {
            let what = "\(removal.kind.rawValue) \(removal.name)"
            switch removal.outcome {
            case .noticed:
                return nil
            case .idle:
                return Text(en: "not noticed: \(what): nothing changes", zh: "未发觉：\(what)：没有任何变化")(language)
            case .unnamed(let example, let place, let change):
                return Text(
                    en:
                        "not noticed: \(what): \(place.file):\(place.line) «\(example)» does not name what changes: \(change)",
                    zh: "未发觉：\(what)：\(place.file):\(place.line)“\(example)”没有写明变化之处：\(change)")(language)
            }
        }
    }
}
