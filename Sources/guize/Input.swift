import PolicyKit

/// A file to read, or standard input.
struct Input: Sendable, Hashable {
    /// As given on the command line; `-` is standard input.
    var path: String
    /// The name that bundles carry for standard input.
    var standardInputName = "stdin"
    /// Found in a folder rather than named: links are not followed.
    var isFound = false
    /// What an unpacked entry of an archive is called: `notices.zip/town/notice.pdf`.
    var shownPath: String?

    var isStandardInput: Bool { path == "-" }

    /// The base name that the bundle carries, never a path.
    var name: String { isStandardInput ? standardInputName : baseName(of: shownPath ?? path) }

    /// What messages call it.
    var label: String { isStandardInput ? "<\(standardInputName)>" : shownPath ?? path }

    /// The bytes, or a message that says why there are none.
    func bytes(limit: Int) throws(InputFailure) -> [UInt8] {
        do {
            let bytes =
                if isStandardInput {
                    try FileHandle(standard: FileHandle.standardInput).readAll(limit: limit)
                } else {
                    try FileHandle(reading: path, isFound: isFound).readAll(limit: limit)
                }
            guard let bytes else {
                throw InputFailure(
                    .error(
                        Text(
                            en: "'\(label)' has more than \(limit) bytes", zh: "“\(label)”超过 \(limit) 字节"),
                        help: Text(en: "raise the limit with --max-bytes", zh: "用 --max-bytes 提高上限")))
            }
            return bytes
        } catch let error as SystemError {
            throw InputFailure(
                .error(
                    Text(en: "cannot read '\(label)': \(error.text.en)", zh: "无法读取“\(label)”：\(error.text.zh)"),
                    help: error == .isDirectory
                        ? Text(
                            en: "name the files in it, such as '\(trimmingSlash(path))/*.txt'",
                            zh: "请指明其中的文件，例如“\(trimmingSlash(path))/*.txt”")
                        : nil))
        } catch let failure as InputFailure {
            throw failure
        } catch {
            throw InputFailure(.error(Text(String(describing: error))))
        }
    }
}

/// An input that could not be read, with what to say about it.
struct InputFailure: Error, Sendable {
    var message: Message
    /// The kind of error of the reader's.
    var code: GuizeError.Code?

    init(_ message: Message, code: GuizeError.Code? = nil) {
        self.message = message
        self.code = code
    }
}

private func trimmingSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
}
