import ArgumentParser
import NoticeReading
import PolicyKit

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            help(
                "Language of messages: zh or en. The default follows LC_ALL, LC_MESSAGES and LANG.",
                "消息语言：zh 或 en。默认依次取自 LC_ALL、LC_MESSAGES、LANG。")))
    var language: Language = .ofProcess

    var console: Console { Console(language: language) }
}

/// How bytes become a notice.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            help(
                "Character encoding of the input, such as gb18030. The default is to find it out.",
                "输入的字符编码，例如 gb18030。默认自动识别。"), valueName: "name"))
    var charset: String?

    @Option(
        help: ArgumentHelp(
            help("Refuse inputs with more bytes than this.", "拒绝超过此字节数的输入。"), valueName: "bytes"))
    var maxBytes = defaultMaximumBytes

    @Flag(
        help: ArgumentHelp(
            help(
                "Recognize the letters of scanned pages; needs Debian's tesseract-ocr-chi-sim. Rules from them are inferred.",
                "识别扫描页中的文字；须安装 Debian 的 tesseract-ocr-chi-sim。由此得出的规则标为推断。")))
    var ocr = false

    @Option(
        help: ArgumentHelp(
            help("The name of standard input in bundles and messages.", "标准输入在结果与消息中的名称。"),
            valueName: "name"))
    var stdinName = "stdin"

    mutating func validate() throws {
        if maxBytes < 1 {
            throw ValidationError(help("--max-bytes must be at least 1.", "--max-bytes 至少为 1。"))
        }
        if stdinName.isEmpty || stdinName.contains("/") {
            throw ValidationError(
                help("--stdin-name is a file name, without folders.", "--stdin-name 应为不含文件夹的文件名。"))
        }
    }

    /// What may be used up on one input.
    var limits: ReadingLimits {
        var limits = ReadingLimits()
        limits.bytes = maxBytes
        return limits
    }

    func input(_ path: String) -> Input { Input(path: path, standardInputName: stdinName) }

    /// The text of an input, or a message that says why there is none.
    func read(_ input: Input) throws(InputFailure) -> NoticeText {
        let bytes = try input.bytes(limit: maxBytes)
        do throws(GuizeError) {
            var options = SourceOptions()
            options.charset = charset
            options.readsScans = ocr
            options.limits.bytes = maxBytes
            return try NoticeText(reading: bytes, name: input.name, options: options)
        } catch {
            throw InputFailure(error.message(for: input), code: error.code)
        }
    }

    /// The text of the only input of a command, which cannot go on without it.
    func readOrExit(_ path: String, _ console: Console) throws -> NoticeText {
        do throws(InputFailure) {
            return try read(input(path))
        } catch {
            console.report(error.message)
            throw ExitCode(ExitStatus.unreadable)
        }
    }
}

/// Which extractor set a command works with.
struct ExtractorOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            help("Use the extractor set in this folder instead of the built-in one.", "使用此文件夹中的提取器，而不是内置的。"),
            valueName: "dir"),
        completion: .directory)
    var extractors: String?

    /// The program's core with the set, or a message about what is wrong with the set. A set that cannot be loaded leaves
    /// no input to go on with.
    func load(_ console: Console, failingWith status: Int32 = ExitStatus.unreadable) throws -> Guize {
        try Self.load(folder: extractors, console, failingWith: status)
    }

    static func builtin(_ console: Console) throws -> Guize {
        try load(folder: nil, console, failingWith: ExitStatus.unreadable)
    }

    private static func load(folder: String?, _ console: Console, failingWith status: Int32) throws -> Guize {
        do throws(GuizeError) {
            if let folder { return try Guize(extractors: folder) }
            return try Guize()
        } catch {
            console.report(error.message(extractors: folder))
            throw ExitCode(status)
        }
    }
}

/// The limit on one input's bytes unless the command line says otherwise: some thousand times a long notice.
let defaultMaximumBytes = 64 << 20
