import ArgumentParser
import PolicyKit
import PolicyRules

struct ExtractCommand: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case json, ndjson }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "extract",
            abstract: help("Write the rules of notices as bundles.", "把文件中的规则写成规则包。"),
            discussion: help(
                """
                One input gives its bundle as JSON on standard output. Several need --output, which writes NAME.json for \
                each NAME.txt, or --format ndjson, which writes one bundle a line in the order of the inputs.

                Example:
                  guize extract notice.txt
                  guize extract notices/*.txt --output bundles --summary
                  cat notice.txt | guize extract -
                """,
                """
                单个输入的规则包以 JSON 写到标准输出。多个输入须用 --output（NAME.txt 写成 NAME.json），\
                或用 --format ndjson（每行一个规则包，顺序与输入相同）。

                示例：
                  guize extract notice.txt
                  guize extract notices/*.txt --output bundles --summary
                  cat notice.txt | guize extract -
                """))
    }

    @Argument(
        help: ArgumentHelp(
            help("Notices to read; - is standard input.", "要读取的文件；- 表示标准输入。"), valueName: "file"),
        completion: .file())
    var files: [String]

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            help(
                "Write NAME.json for each NAME.txt into this folder, which is made if missing.",
                "把每个 NAME.txt 的结果写成此文件夹中的 NAME.json；文件夹不存在则新建。"), valueName: "dir"),
        completion: .directory)
    var output: String?

    @Option(
        help: ArgumentHelp(
            help("json, or ndjson for one bundle a line.", "json，或 ndjson（每行一个规则包）。")))
    var format: Format = .json

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            help(
                "Read this many notices at once. The results do not depend on it. The default is the number of processors.",
                "同时读取的文件数，不影响结果。默认为处理器数。"), valueName: "n"))
    var jobs: Int?

    @Flag(
        help: ArgumentHelp(
            help("With --output, print a table of what was found.", "与 --output 同用，打印结果汇总表。")))
    var summary = false

    @Flag(
        help: ArgumentHelp(
            help(
                "Add what groups of people pay where the notice leaves it to be reckoned from the standard and a fixed aid.",
                "补充可由缴费标准减定额资助算出、而文件未写明的个人缴费。")))
    var derive = false

    @Option(
        help: ArgumentHelp(
            help(
                "Exit with 1 if a bundle has a diagnostic of this severity or above: error, warning, note or never.",
                "规则包中有达到此级别的诊断时以 1 退出：error、warning、note 或 never。"), valueName: "level"))
    var failOn: FailureLevel = .never

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var extractors: ExtractorOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws {
        if let jobs, jobs < 1 {
            throw ValidationError(help("--jobs must be at least 1.", "--jobs 至少为 1。"))
        }
        if output != nil, format == .ndjson {
            throw ValidationError(
                help(
                    "--format ndjson writes to standard output and cannot go with --output.",
                    "--format ndjson 写到标准输出，不能与 --output 同用。"))
        }
        if summary, output == nil {
            throw ValidationError(help("--summary needs --output.", "--summary 须与 --output 同用。"))
        }
        if output == nil, format == .json, files.count > 1 {
            throw ValidationError(
                help(
                    "Several inputs need --output DIR or --format ndjson.",
                    "多个输入须用 --output DIR 或 --format ndjson。"))
        }
        if files.filter({ $0 == "-" }).count > 1 {
            throw ValidationError(help("Standard input can be read only once.", "标准输入只能读取一次。"))
        }
        if output != nil { try refuseSharedNames() }
    }

    /// Two inputs whose bundles would have the same name must not overwrite each other.
    private func refuseSharedNames() throws {
        var first: [String: Input] = [:]
        for input in files.map(reading.input) {
            if let other = first.updateValue(input, forKey: bundleName(input)) {
                throw ValidationError(
                    help(
                        "'\(other.label)' and '\(input.label)' would both be written to \(bundleName(input)). "
                            + "Extract them into different folders.",
                        "“\(other.label)”与“\(input.label)”都会写成 \(bundleName(input))，请分别提取到不同的文件夹。"))
            }
        }
    }

    private func bundleName(_ input: Input) -> String { stem(of: input.name) + ".json" }

    mutating func run() async throws {
        let console = common.console
        let guize = try extractors.load(console)
        let folder = try openFolder(console)
        let inputs = files.map(reading.input)
        let reading = reading
        let isLine = format == .ndjson
        let derive = derive
        var outcome = Outcome()
        var table = BundleSummary(language: console.language)
        var written = 0
        var progress = Progress(total: folder == nil ? 0 : inputs.count)
        // One pass for the reader, the extractor and the writer of a notice: a bundle is held only until it is written.
        try await forEachInOrder(inputs, jobs: jobs ?? processorCount()) { input -> Result<Extracted, InputFailure> in
            do throws(InputFailure) {
                let text = try reading.read(input)
                return .success(
                    Extracted(input: input, bundle: guize.extract(text, derivingOwnPayments: derive), isLine: isLine))
            } catch {
                return .failure(error)
            }
        } consume: { result in
            defer { progress.advance() }
            switch result {
            case .failure(let failure):
                outcome.noteUnreadable()
                progress.clear()
                console.report(failure.message)
            case .success(let extracted):
                for severity in extracted.row.severities { outcome.note(severity) }
                if summary { table.add(extracted.row) }
                guard let folder else {
                    try console.write(extracted.bytes)
                    return
                }
                let name = bundleName(extracted.input)
                do throws(SystemError) {
                    try folder.write(extracted.bytes, as: name)
                    written += 1
                } catch {
                    outcome.noteUnreadable()
                    progress.clear()
                    console.report(cannotWrite("\(folder.path)/\(name)", error))
                }
            }
        }
        progress.clear()
        if folder != nil {
            if summary { try console.write(lines: table.lines()) }
            let path = folder?.path ?? ""
            console.say(
                Text(
                    en: "wrote \(counted(written, "bundle")) to \(path)",
                    zh: "已将 \(written) 个规则包写入 \(path)"))
        }
        try outcome.finish(failOn: failOn)
    }

    private func openFolder(_ console: Console) throws -> OutputFolder? {
        guard let output else { return nil }
        do throws(SystemError) {
            return try OutputFolder(output)
        } catch {
            console.report(cannotWrite(output, error))
            throw ExitCode(ExitStatus.unreadable)
        }
    }

    private func cannotWrite(_ path: String, _ error: SystemError) -> Message {
        .error(Text(en: "cannot write '\(path)': \(error.text.en)", zh: "无法写入“\(path)”：\(error.text.zh)"))
    }
}

/// A notice's bundle as bytes, with what the summary and the exit code need of it.
private struct Extracted: Sendable {
    var input: Input
    var bytes: [UInt8]
    var row: BundleSummary.Row

    init(input: Input, bundle: RuleBundle, isLine: Bool) {
        self.input = input
        bytes = bundle.json(isLine ? .compact : .pretty)
        row = BundleSummary.Row(bundle)
    }
}
