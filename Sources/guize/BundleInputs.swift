import PolicyKit
import PolicyRules

/// Bundles as commands take them: files of bundles, notices that are extracted on the way, and folders of either.
struct BundleInputs {
    let reading: ReadingOptions
    let guize: Guize
    let console: Console
    /// Whether an input could not be read.
    private(set) var hasUnreadable = false
    /// The text of each notice that was read, by the document's id.
    private(set) var texts: [String: [Unicode.Scalar]] = [:]

    init(_ reading: ReadingOptions, _ guize: Guize, _ console: Console) {
        self.reading = reading
        self.guize = guize
        self.console = console
    }

    /// The bundles of a path. What cannot be read is told and left out.
    mutating func bundles(_ path: String) -> [RuleBundle] {
        guard path != "-", isFolder(path) else { return read(path) }
        let names: [String]
        do throws(SystemError) {
            names = try fileNames(in: path)
        } catch {
            hasUnreadable = true
            console.report(
                .error(Text(en: "cannot read '\(path)': \(error.text.en)", zh: "无法读取“\(path)”：\(error.text.zh)")))
            return []
        }
        // A folder with bundles may hold their notices too: those would count twice.
        let bundles = names.filter { $0.hasSuffix(".ndjson") || ($0.hasSuffix(".json") && isBundle("\(path)/\($0)")) }
        let notices = names.filter { $0.hasSuffix(".txt") }
        let chosen = bundles.isEmpty ? notices : bundles
        if chosen.isEmpty {
            hasUnreadable = true
            console.report(
                .error(
                    Text(en: "'\(path)' holds no bundles and no notices", zh: "“\(path)”中没有规则包或文件"),
                    help: Text(
                        en: "bundles end in .json or .ndjson, notices in .txt",
                        zh: "规则包以 .json 或 .ndjson 结尾，文件以 .txt 结尾")))
        }
        return chosen.flatMap { read(path.hasSuffix("/") ? path + $0 : "\(path)/\($0)") }
    }

    /// Whether a JSON file in a folder is a bundle: canonical bundles begin with their version. Other JSON may lie there too.
    private func isBundle(_ path: String) -> Bool {
        guard let bytes = try? reading.input(path).bytes(limit: reading.maxBytes) else { return false }
        return String(decoding: bytes.prefix(200), as: UTF8.self).contains("\"schemaVersion\"")
    }

    /// Reads the notices of a folder that bundles were made from, for their text.
    mutating func readSources(_ folder: String, for bundles: [RuleBundle]) {
        for bundle in bundles where texts[bundle.document.id] == nil {
            let input = reading.input("\(folder)/\(bundle.document.name)")
            do throws(InputFailure) {
                let text = try reading.read(input)
                // A notice that has changed since would show other letters than the bundle's.
                if text.id == bundle.document.id {
                    texts[text.id] = text.scalars
                } else {
                    console.report(
                        Message(
                            .warning,
                            Text(
                                en: "'\(input.label)' is not the notice that its bundle was made from",
                                zh: "“\(input.label)”不是生成规则包的文件")))
                }
            } catch {
                console.report(error.message)
            }
        }
    }

    private mutating func read(_ path: String) -> [RuleBundle] {
        let input = reading.input(path)
        do throws(InputFailure) {
            let bytes = try input.bytes(limit: reading.maxBytes)
            if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") { return try bundles(in: bytes, input) }
            let text = try reading.read(bytes, of: input)
            texts[text.id] = text.scalars
            return [guize.extract(text)]
        } catch {
            hasUnreadable = true
            console.report(error.message)
            return []
        }
    }

    private func bundles(in bytes: [UInt8], _ input: Input) throws(InputFailure) -> [RuleBundle] {
        let pieces =
            input.name.hasSuffix(".ndjson")
            ? bytes.split(separator: UInt8(ascii: "\n")).map(Array.init) : [bytes]
        var bundles: [RuleBundle] = []
        for (index, piece) in pieces.enumerated() {
            do throws(BundleReadingError) {
                bundles.append(
                    try RuleBundle(json: piece, options: BundleReadingOptions(maximumBytes: reading.maxBytes)))
            } catch {
                let place = pieces.count > 1 ? ":\(index + 1)" : ""
                let found = error.found.map { Text(en: ", found \($0)", zh: "，实为 \($0)") } ?? Text("")
                throw InputFailure(
                    .error(
                        Text(
                            en:
                                "'\(input.label)'\(place) is no bundle: \(error.pointer): expected \(error.expected)\(found.en)",
                            zh: "“\(input.label)”\(place)不是规则包：\(error.pointer)：应为 \(error.expected)\(found.zh)"),
                        help: Text(
                            en: "guize validate shows the place; guize extract makes bundles",
                            zh: "guize validate 指出位置；guize extract 生成规则包")))
            }
        }
        return bundles
    }
}
