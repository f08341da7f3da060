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
        name: .customLong("main"),
        help: ArgumentHelp(
            help(
                "What of a web page is read: auto finds the notice, whole reads all, else a selector such as '#zoom' or 'div.article'.",
                "读取网页的哪一部分：auto 自动找出正文，whole 读取整页，或用选择器指定，例如 '#zoom'、'div.article'。"),
            valueName: "auto|whole|selector"))
    var mainContent = "auto"

    @OptionGroup(title: "Limits") var limits: LimitOptions

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
    var readingLimits: ReadingLimits {
        var options = SourceOptions()
        options.limits = limits.limits
        options.limits.bytes = maxBytes
        var reading = options.reading.limits
        reading.archives = limits.maxArchives
        return reading
    }

    func input(_ path: String) -> Input { Input(path: path, standardInputName: stdinName) }

    /// The text of an input, or a message that says why there is none.
    func read(_ input: Input) throws(InputFailure) -> NoticeText {
        try read(try input.bytes(limit: maxBytes), of: input)
    }

    /// The text in the bytes of an input.
    func read(_ bytes: [UInt8], of input: Input) throws(InputFailure) -> NoticeText {
        do throws(GuizeError) {
            var options = SourceOptions()
            options.charset = charset
            options.readsScans = ocr
            options.mainContent =
                switch mainContent {
                case "auto": .automatic
                case "whole": .whole
                default: .selector(mainContent)
                }
            options.limits = limits.limits
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

/// What may be used up on one input; the defaults are the library's.
struct LimitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            help("Refuse containers that unpack to more bytes than this.", "拒绝解压后超过此字节数的容器。"), valueName: "bytes"))
    var maxUnpackedBytes = SourceOptions.Limits().unpackedBytes

    @Option(
        help: ArgumentHelp(
            help("Refuse entries that unpack to more than this many times their size.", "拒绝解压比超过此倍数的条目。"),
            valueName: "times"))
    var maxRatio = SourceOptions.Limits().ratio

    @Option(
        help: ArgumentHelp(
            help("Refuse containers with more entries than this.", "拒绝条目数超过此数的容器。"), valueName: "n"))
    var maxEntries = SourceOptions.Limits().entries

    @Option(
        help: ArgumentHelp(
            help("Refuse elements nested deeper than this.", "拒绝嵌套超过此层数的元素。"), valueName: "n"))
    var maxDepth = SourceOptions.Limits().depth

    @Option(
        help: ArgumentHelp(
            help("Refuse archives in one another more often than this.", "拒绝套叠超过此层数的压缩包。"), valueName: "n"))
    var maxArchives = ReadingLimits().archives

    @Option(
        help: ArgumentHelp(
            help("Refuse pages and documents with more elements and texts than this.", "拒绝元素与文本数超过此数的网页或文档。"),
            valueName: "n"))
    var maxNodes = SourceOptions.Limits().nodes

    @Option(
        help: ArgumentHelp(
            help("Refuse inputs with more table cells than this.", "拒绝表格单元格数超过此数的输入。"), valueName: "n"))
    var maxCells = SourceOptions.Limits().cells

    @Option(
        help: ArgumentHelp(
            help("Refuse inputs with more pages than this.", "拒绝页数超过此数的输入。"), valueName: "n"))
    var maxPages = SourceOptions.Limits().pages

    @Option(
        help: ArgumentHelp(
            help("End a separate process after this many seconds.", "外部程序超过此秒数即终止。"), valueName: "seconds"))
    var maxSeconds = SourceOptions.Limits().seconds

    @Option(
        help: ArgumentHelp(
            help("Give a separate process this many bytes of address space.", "外部程序可用的地址空间字节数。"), valueName: "bytes"))
    var maxMemory = SourceOptions.Limits().memory

    mutating func validate() throws {
        let values = [
            ("unpacked-bytes", maxUnpackedBytes), ("ratio", maxRatio), ("entries", maxEntries), ("depth", maxDepth),
            ("archives", maxArchives),
            ("nodes", maxNodes), ("cells", maxCells), ("pages", maxPages), ("seconds", maxSeconds),
            ("memory", maxMemory),
        ]
        for (name, value) in values where value < 1 {
            throw ValidationError(help("--max-\(name) must be at least 1.", "--max-\(name) 至少为 1。"))
        }
    }

    var limits: SourceOptions.Limits {
        var limits = SourceOptions.Limits()
        limits.unpackedBytes = maxUnpackedBytes
        limits.ratio = maxRatio
        limits.entries = maxEntries
        limits.depth = maxDepth
        limits.nodes = maxNodes
        limits.cells = maxCells
        limits.pages = maxPages
        limits.seconds = maxSeconds
        limits.memory = maxMemory
        return limits
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
