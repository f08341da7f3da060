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
                each NAME.txt, or --format ndjson, which writes one bundle a line in the order of the inputs. Folders and ZIP \
                archives are walked: SUB__NAME.pdf.json is the bundle of FOLDER/SUB/NAME.pdf.

                Example:
                  guize extract notice.txt
                  guize extract notices/*.txt --output bundles --summary
                  guize extract downloads --output bundles --report report.json
                  cat notice.txt | guize extract -
                """,
                """
                单个输入的规则包以 JSON 写到标准输出。多个输入须用 --output（NAME.txt 写成 NAME.json），\
                或用 --format ndjson（每行一个规则包，顺序与输入相同）。文件夹和 ZIP 压缩包会逐一读取其中的文件：\
                FOLDER/SUB/NAME.pdf 的结果为 SUB__NAME.pdf.json。

                示例：
                  guize extract notice.txt
                  guize extract notices/*.txt --output bundles --summary
                  guize extract downloads --output bundles --report report.json
                  cat notice.txt | guize extract -
                """))
    }

    @Argument(
        help: ArgumentHelp(
            help(
                "Notices to read, or folders and ZIP archives of them; - is standard input.",
                "要读取的文件，或含有文件的文件夹、ZIP 压缩包；- 表示标准输入。"), valueName: "file"),
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
                "Write what was done with each file, and why not, into this file as JSON.",
                "把每个文件的处理情况及原因以 JSON 写入此文件。"), valueName: "file"),
        completion: .file())
    var report: String?

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
        if output == nil, format == .json, files.count > 1 || files.contains(where: isFolder) {
            throw Self.severalNeedOutput
        }
        if files.filter({ $0 == "-" }).count > 1 {
            throw ValidationError(help("Standard input can be read only once.", "标准输入只能读取一次。"))
        }
        if output != nil { try refuseSharedNames() }
    }

    private static var severalNeedOutput: ValidationError {
        ValidationError(
            help(
                "Several inputs need --output DIR or --format ndjson.", "多个输入须用 --output DIR 或 --format ndjson。"))
    }

    /// Two inputs whose bundles would have the same name must not overwrite each other.
    private func refuseSharedNames() throws {
        var first: [String: Input] = [:]
        for input in files.lazy.filter({ !isFolder($0) }).map(reading.input) {
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
        let walker = InputWalker(reading: reading, limits: reading.readingLimits, outputFolder: output)
        let inputs = walker.inputs(of: files)
        if output == nil, format == .json, inputs.count > 1 { throw Self.severalNeedOutput }
        let reading = reading
        let isLine = format == .ndjson
        let derive = derive
        var outcome = Outcome()
        var table = BundleSummary(language: console.language)
        var report = ReadingReport()
        var progress = Progress(total: folder == nil ? 0 : inputs.count)
        // One pass for the reader, the extractor and the writer of a notice: a bundle is held only until it is written.
        try await forEachInOrder(inputs, jobs: jobs ?? processorCount()) { found in
            extract(found, guize, reading, deriving: derive, isLine: isLine)
        } consume: { result in
            defer { progress.advance() }
            let label = result.found.input.label
            func fail(_ message: Message) {
                outcome.noteUnreadable()
                report.add(label, failed: message)
                progress.clear()
                console.report(message)
            }
            switch result.fate {
            case .failed(let failure):
                fail(failure.message)
            case .skipped(let reason):
                report.add(label, skipped: reason)
            case .same(let other):
                report.add(label, sameAs: other)
            case .extracted(let extracted):
                for severity in extracted.row.severities { outcome.note(severity) }
                if summary { table.add(extracted.row) }
                guard let folder else {
                    report.add(label, bundle: nil)
                    try console.write(extracted.bytes)
                    return
                }
                do throws(SystemError) {
                    try folder.write(extracted.bytes, as: result.found.bundleName)
                    report.add(label, bundle: result.found.bundleName)
                } catch {
                    fail(cannotWrite("\(folder.path)/\(result.found.bundleName)", error))
                }
            }
        }
        progress.clear()
        if folder != nil {
            if summary { try console.write(lines: table.lines()) }
            let path = folder?.path ?? ""
            let written = report.count(.extracted)
            console.say(
                Text(
                    en: "wrote \(counted(written, "bundle")) to \(path)",
                    zh: "已将 \(written) 个规则包写入 \(path)"))
        }
        say(report, of: inputs, console)
        try write(report, console, &outcome)
        withExtendedLifetime(walker) {}
        try outcome.finish(failOn: failOn)
    }

    /// What became of the files of folders and archives, where something did not become a bundle.
    private func say(_ report: ReadingReport, of inputs: [FoundInput], _ console: Console) {
        let skipped = report.count(.skipped)
        let same = report.count(.same)
        let failed = report.count(.failed)
        guard inputs.contains(where: \.wasFound), skipped + same + failed > 0 else { return }
        console.say(
            Text(
                en: "of \(counted(inputs.count, "file")), \(skipped) no notices, \(same) the same as another, "
                    + "\(failed) not read" + (self.report == nil ? "; --report FILE lists them" : ""),
                zh: "共 \(inputs.count) 个文件：\(skipped) 个不是政策文件，\(same) 个与其他文件相同，\(failed) 个未能读取"
                    + (self.report == nil ? "；--report FILE 可列出详情" : "")))
    }

    private func write(_ report: ReadingReport, _ console: Console, _ outcome: inout Outcome) throws {
        guard let path = self.report else { return }
        do throws(SystemError) {
            try OutputFolder(parentFolder(of: path)).write(report.json, as: baseName(of: path))
        } catch {
            outcome.noteUnreadable()
            console.report(cannotWrite(path, error))
        }
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

/// What became of a file.
private struct Result: Sendable {
    enum Fate: Sendable {
        case extracted(Extracted)
        case skipped(Text)
        case same(as: String)
        case failed(InputFailure)
    }
    var found: FoundInput
    var fate: Fate
}

private func extract(
    _ found: FoundInput, _ guize: Guize, _ reading: ReadingOptions, deriving: Bool, isLine: Bool
) -> Result {
    switch found.fate {
    case .skipped(let reason): return Result(found: found, fate: .skipped(reason))
    case .same(let other): return Result(found: found, fate: .same(as: other))
    case .failed(let failure): return Result(found: found, fate: .failed(failure))
    case .read: break
    }
    do throws(InputFailure) {
        let text = try reading.read(found.input)
        // Scripts and styles of saved pages, licences: plain text that can be no notice.
        if found.wasFound, !text.hasChineseLetters {
            return Result(found: found, fate: .skipped(Text(en: "it has no Chinese letters", zh: "没有汉字")))
        }
        return Result(
            found: found,
            fate: .extracted(
                Extracted(
                    input: found.input, bundle: guize.extract(text, derivingOwnPayments: deriving), isLine: isLine)))
    } catch {
        guard found.wasFound, let code = error.code else { return Result(found: found, fate: .failed(error)) }
        switch code {
        case .empty: return Result(found: found, fate: .skipped(Text(en: "it is empty", zh: "没有内容")))
        case .unsupportedFormat, .binary, .undetectedCharset:
            return Result(found: found, fate: .skipped(Text(en: "it is no document", zh: "不是可读取的文件")))
        default: return Result(found: found, fate: .failed(error))
        }
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
