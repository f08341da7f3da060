import ArgumentParser
import PolicyKit
import PolicyRules

struct ValidateCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "validate",
            abstract: help(
                "Check bundles against the contract and against their notices.", "按约定并对照原文检查规则包。"),
            discussion: help(
                """
                Checks the form of every field, ids, spans, periods and sums; with --source also that every quote is, \
                letter for letter, what the notice says at that place. A file that ends in .ndjson holds one bundle a line.

                Example:
                  guize validate bundle.json --source notice.txt
                  guize validate bundles/*.json --source notices
                """,
                """
                检查每个字段的格式、编号、位置、期间与金额之和；给出 --source 时，还逐字核对每段引文。\
                以 .ndjson 结尾的文件每行一个规则包。

                示例：
                  guize validate bundle.json --source notice.txt
                  guize validate bundles/*.json --source notices
                """))
    }

    @Argument(
        help: ArgumentHelp(
            help("Bundles to check; - is standard input.", "要检查的规则包；- 表示标准输入。"), valueName: "bundle"),
        completion: .file(extensions: ["json", "ndjson"]))
    var bundles: [String]

    @Option(
        help: ArgumentHelp(
            help(
                "The notice, or a folder with the notices under the names that the bundles give.",
                "原文文件，或按规则包所载文件名存放原文的文件夹。"), valueName: "file"),
        completion: .file())
    var source: String?

    @Option(
        help: ArgumentHelp(
            help(
                "Exit with 1 at a finding of this severity or above: error, warning, note or never.",
                "发现达到此级别的问题时以 1 退出：error、warning、note 或 never。"), valueName: "level"))
    var failOn: FailureLevel = .error

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var common: CommonOptions

    mutating func run() throws {
        let console = common.console
        var outcome = Outcome()
        var checked = 0
        for input in bundles.map(reading.input) {
            do throws(InputFailure) {
                for piece in pieces(of: try input.bytes(limit: reading.maxBytes), input) {
                    let findings = try validate(piece)
                    for finding in findings {
                        outcome.note(finding.severity)
                        console.report(finding)
                    }
                    checked += 1
                }
            } catch {
                outcome.noteUnreadable()
                console.report(error.message)
            }
        }
        console.say(
            Text(
                en: "checked \(counted(checked, "bundle")): \(counted(outcome.count(.error), "error")), "
                    + counted(outcome.count(.warning), "warning"),
                zh: "已检查 \(checked) 个规则包：\(outcome.count(.error)) 个错误，\(outcome.count(.warning)) 个警告"))
        try outcome.finish(failOn: failOn)
    }

    /// One bundle's bytes and the line of the file that they begin on.
    private struct Piece {
        var bytes: [UInt8]
        var label: String
        var firstLine: Int
    }

    private func pieces(of bytes: [UInt8], _ input: Input) -> [Piece] {
        guard input.name.hasSuffix(".ndjson") else { return [Piece(bytes: bytes, label: input.label, firstLine: 1)] }
        return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
            .filter { !$0.element.isEmpty }
            .map { Piece(bytes: Array($0.element), label: input.label, firstLine: $0.offset + 1) }
    }

    private func validate(_ piece: Piece) throws(InputFailure) -> [Message] {
        let bundle: RuleBundle
        do throws(BundleReadingError) {
            bundle = try RuleBundle(
                json: piece.bytes, options: BundleReadingOptions(maximumBytes: reading.maxBytes))
        } catch {
            return [message(for: error, in: piece)]
        }
        let validator = BundleValidator()
        let findings =
            if let text = try sourceText(of: bundle) {
                validator.validate(bundle, rendition: text.scalars)
            } else {
                validator.validate(bundle)
            }
        if findings.isEmpty { return [] }
        let places = try? JSONPlaces(piece.bytes)
        return findings.map { message(for: $0, in: piece, places: places) }
    }

    private func sourceText(of bundle: RuleBundle) throws(InputFailure) -> NoticeText? {
        guard let source else { return nil }
        let path = isFolder(source) ? "\(source)/\(bundle.document.name)" : source
        return try reading.read(reading.input(path))
    }

    private func message(for finding: BundleFinding, in piece: Piece, places: JSONPlaces?) -> Message {
        Message(
            Message.Severity(finding.severity),
            Text(en: "\(finding.pointer): \(finding.message)", zh: "\(finding.pointer)：\(finding.code.chinese)"),
            code: finding.code.rawValue,
            at: places.map { place(at: $0.place(of: finding.pointer).offset, in: piece) })
    }

    private func message(for error: BundleReadingError, in piece: Piece) -> Message {
        let found = error.found.map { Text(en: ", found \($0)", zh: "，实为 \($0)") } ?? Text("")
        let pointer = error.pointer.isEmpty ? "" : "\(error.pointer): "
        return Message(
            .error,
            Text(
                en: "\(pointer)expected \(error.expected)\(found.en)",
                zh: "\(pointer)应为 \(error.expected)\(found.zh)"),
            code: error.code.rawValue, at: place(at: error.offset, in: piece))
    }

    /// The place of a byte. Bundles may have long lines (NDJSON); only the line itself is looked at.
    private func place(at offset: Int, in piece: Piece) -> Message.Place {
        let before = piece.bytes.prefix(offset)
        let line = before.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let end = piece.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? piece.bytes.endIndex
        let text = String(decoding: piece.bytes[start..<end], as: UTF8.self)
        let column = String(decoding: piece.bytes[start..<min(max(offset, start), end)], as: UTF8.self)
            .unicodeScalars.count
        let length = valueLength(Array(text.unicodeScalars.dropFirst(column)))
        return Message.Place(
            file: piece.label, line: piece.firstLine + line, column: column + 1,
            excerpt: Message.Excerpt(line: text, marked: column..<column + length))
    }

    /// How many letters the JSON value takes that begins here: a string to its closing mark, a number or a word to its end,
    /// and of an object or a list the bracket.
    private func valueLength(_ letters: [Unicode.Scalar]) -> Int {
        var isEscaped = false
        for (index, letter) in letters.enumerated() {
            if letters[0] == "\"" {
                if index > 0, letter == "\"", !isEscaped { return index + 1 }
                isEscaped = letter == "\\" && !isEscaped
            } else if !letter.properties.isAlphabetic, !("0"..."9").contains(letter), letter != "-", letter != "." {
                return max(1, index)
            }
        }
        return max(1, letters.count)
    }
}

extension BundleFinding.Code {
    /// What the kind of finding is, in Chinese.
    fileprivate var chinese: String {
        switch self {
        case .emptyValue: "空值应当省略"
        case .missingField: "缺少此类规则必需的字段"
        case .unexpectedField: "此类规则没有这个字段，或字段互相排斥"
        case .malformedValue: "格式不正确"
        case .numberOutOfRange: "数值超出范围"
        case .duplicateID: "编号重复"
        case .reversedPeriod: "期间的终点早于起点"
        case .badSpan: "位置为空、颠倒或超出全文"
        case .quoteLength: "引文长度与位置不符"
        case .quoteMismatch: "引文与原文不符"
        case .digestMismatch: "原文不是生成此规则包的文本"
        case .missingEvidence: "规则缺少依据，或依据未说明支持哪些字段"
        case .unknownField: "依据或来源提到规则没有的字段"
        case .financingSum: "筹资标准不等于财政补助与个人缴费之和"
        case .assistanceSum: "资助与个人缴费之和不等于缴费标准"
        }
    }
}
