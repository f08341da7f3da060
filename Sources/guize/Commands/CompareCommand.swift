import ArgumentParser
import PolicyComparison
import PolicyKit
import PolicyReport
import PolicyRules
import SpreadsheetWriting

struct CompareCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case terminal, csv, tidy, xlsx, markdown, json, html }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "compare",
            abstract: help("Show the rules of many notices side by side.", "并列显示多个文件的规则。"),
            discussion: help(
                """
                Rows are what is ruled for whom, columns regions or years. Each cell says the value, that the matter is left \
                to others, or that it is not stated.

                Example:
                  guize compare bundles/*.json
                  guize compare bundles --kinds individualContribution,contributionAssistance --format xlsx > matrix.xlsx
                  guize compare jilin-20*.json --columns year
                """,
                """
                行是“对谁规定什么”，列是地区或年度。每格写明数值、另行规定或未写明。

                示例：
                  guize compare bundles/*.json
                  guize compare bundles --kinds individualContribution,contributionAssistance --format xlsx > matrix.xlsx
                  guize compare jilin-20*.json --columns year
                """))
    }

    @Argument(
        help: ArgumentHelp(
            help("Bundles, notices, or folders of them.", "规则包、文件，或存放它们的文件夹。"), valueName: "bundle"),
        completion: .file())
    var bundles: [String]

    @Option(
        help: ArgumentHelp(
            help(
                "What columns are: region or year. The default is region, and year for one region alone.",
                "列的含义：region（地区）或 year（年度）。默认为地区；只有一个地区时为年度。")))
    var columns: ComparisonAxis?

    @Option(
        help: ArgumentHelp(
            help("Only these kinds of rules, with commas between them.", "只显示这些类别，用逗号分隔。"), valueName: "kinds"))
    var kinds: String?

    @Option(
        help: ArgumentHelp(
            help(
                "Only these groups of people, with commas between them; everyone for rules without one.",
                "只显示这些对象，用逗号分隔；everyone 指不限对象的规则。"), valueName: "codes"))
    var populations: String?

    @Option(
        help: ArgumentHelp(
            help(
                "Only these divisions, by code, with commas; a province stands for all in it.",
                "只显示这些地区代码，用逗号分隔；省级代码包含其下级。"),
            valueName: "codes"))
    var regions: String?

    @Flag(help: ArgumentHelp(help("Only rows in which columns differ.", "只显示各列不同的行。")))
    var onlyDifferences = false

    @Option(
        help: ArgumentHelp(
            help(
                "The column that others are compared with, by name or code. The default is the first; for years, the one before.",
                "作为基准的列（名称或代码）。默认为第一列；按年度时为前一列。"), valueName: "column"))
    var baseline: String?

    @Flag(help: ArgumentHelp(help("Add number, minimum, median and maximum of each row.", "附上每行的个数、最低、中位数与最高。")))
    var statistics = false

    @Option(
        help: ArgumentHelp(
            help(
                "terminal, csv, tidy, xlsx, markdown, json or html.", "terminal、csv、tidy、xlsx、markdown、json 或 html。")))
    var format: Format = .terminal

    @OptionGroup var sources: NoticeSourceOptions
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var extractors: ExtractorOptions
    @OptionGroup var common: CommonOptions

    private var kindSet: Set<RuleKind> { Set(list(kinds).compactMap { RuleKind(rawValue: $0) }) }

    private func list(_ text: String?) -> [String] {
        (text ?? "").split { $0 == "," || $0 == "，" }.map(String.init)
    }

    mutating func validate() throws {
        for kind in list(kinds) where RuleKind(rawValue: kind) == nil {
            let known = RuleKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                help("'\(kind)' is no kind of rule. The kinds are \(known).", "没有“\(kind)”这个类别。可用的有 \(known)。"))
        }
    }

    mutating func run() throws {
        let console = common.console
        if format == .xlsx, isTerminal(FileHandle.standardOutput) {
            console.report(
                .error(
                    Text(en: "a workbook is not for the terminal", zh: "工作簿不能显示在终端上"),
                    help: Text(
                        en: "write it to a file: guize compare … > matrix.xlsx",
                        zh: "请写入文件：guize compare … > matrix.xlsx")))
            throw ExitCode(ExitStatus.usage)
        }
        let guize = try extractors.load(console)
        var inputs = BundleInputs(reading, guize, console)
        let all = bundles.flatMap { inputs.bundles($0) }
        guard !all.isEmpty else { throw ExitCode(ExitStatus.unreadable) }
        let vocabulary = guize.comparisonVocabulary
        let isOneRegion = Set(all.map { $0.document.jurisdiction?.code }).count == 1
        let matrix = PolicyMatrix(
            all, axis: columns ?? (isOneRegion ? .year : .region), baseline: baseline,
            filter: .init(
                kinds: kindSet, populations: Set(list(populations)), regions: list(regions),
                onlyDifferences: onlyDifferences),
            vocabulary: vocabulary)
        if let baseline, !matrix.columns.contains(where: { $0.code == baseline || $0.name == baseline }) {
            let names = matrix.columns.map(\.name).joined(separator: ", ")
            console.report(
                .error(
                    Text(en: "no column is called '\(baseline)'", zh: "没有名为“\(baseline)”的列"),
                    help: Text(en: "the columns are \(names)", zh: "可用的列：\(names)")))
            throw ExitCode(ExitStatus.usage)
        }
        let report = MatrixReport(matrix, language: console.language.ofReports, vocabulary: vocabulary)
        switch format {
        case .terminal:
            let width = environmentVariable("COLUMNS").flatMap { Int($0) } ?? 120
            try console.write(lines: report.terminal(width: width, showsStatistics: statistics))
        case .csv: try console.write(report.csv())
        case .tidy: try console.write(report.tidy())
        case .xlsx: try console.write(workbook(report, console))
        case .markdown: try console.write(Array(report.markdown(showsStatistics: statistics).utf8))
        case .json: try console.write(report.json())
        case .html:
            if let folder = sources.sources { inputs.readSources(folder, for: all) }
            try console.write(Array(report.html(texts: inputs.texts).utf8))
        }
        if inputs.hasUnreadable { throw ExitCode(ExitStatus.unreadable) }
    }

    private func workbook(_ report: MatrixReport, _ console: Console) throws -> [UInt8] {
        do throws(WorkbookError) {
            return try WorkbookWriter.bytes(of: report.workbook())
        } catch {
            console.report(error.message)
            throw ExitCode(ExitStatus.unreadable)
        }
    }
}

extension WorkbookError {
    fileprivate var message: Message {
        let csv = Text(en: "or use --format csv, which spreadsheets open too", zh: "或使用 --format csv，表格软件同样可以打开")
        switch self {
        case .noLibrary(let name):
            return .error(
                Text(en: "xlsx needs \(name), which is not installed", zh: "xlsx 需要 \(name)，尚未安装"),
                help: Text(
                    en: "install libxlsxwriter (Debian: apt-get install libxlsxwriter-dev), \(csv.en)",
                    zh: "请安装 libxlsxwriter（Debian：apt-get install libxlsxwriter-dev），\(csv.zh)"))
        case .tooLarge:
            return .error(
                Text(
                    en: "the matrix is larger than a sheet: 1,048,576 rows and 16,384 columns",
                    zh: "对比表超过工作表的上限：1,048,576 行、16,384 列"),
                help: Text(
                    en: "choose with --regions, --kinds or --populations, or use --format tidy",
                    zh: "请用 --regions、--kinds 或 --populations 选取，或使用 --format tidy"))
        case .noFile(let reason):
            return .error(
                Text(en: "cannot make a temporary file: \(reason)", zh: "无法建立临时文件：\(reason)"),
                help: Text(
                    en: "set TMPDIR to a folder that can be written to, \(csv.en)", zh: "请将 TMPDIR 设为可写入的文件夹，\(csv.zh)")
            )
        case .failed:
            return .error(
                Text(en: "libxlsxwriter could not write the workbook", zh: "libxlsxwriter 无法写出工作簿"),
                help: Text(
                    en: "see whether the disk behind TMPDIR is full, \(csv.en)", zh: "请检查 TMPDIR 所在磁盘是否已满，\(csv.zh)"))
        }
    }
}
