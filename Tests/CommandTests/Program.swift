import Foundation

/// What a run of the program gave.
struct Run {
    /// The exit status, or the signal's number where `wasKilled`.
    var status: Int32
    var wasKilled = false
    var output: Data
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
}

/// The built executable, run as a process of its own.
enum Program {
    /// Beside the test bundle, where the package manager puts all products of a build.
    static let path: String = {
        let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let candidates = [folder, folder.deletingLastPathComponent(), Bundle.main.bundleURL]
        return candidates.map { $0.appending(path: "guize").path }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
            ?? "guize"
    }()

    /// Runs the program with English messages, unless `environment` says otherwise, and waits for its end.
    static func run(
        _ arguments: [String], input: Data? = nil, folder: String? = nil, environment: [String: String] = [:]
    ) throws -> Run {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C"].merging(environment) { $1 }
        // Files instead of pipes: a pipe that nobody empties blocks the program.
        let scratch = try Scratch()
        let outputPath = try scratch.write("stdout", Data())
        let errorPath = try scratch.write("stderr", Data())
        let inputPath = try scratch.write("stdin", input ?? Data())
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: inputPath))
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: outputPath))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errorPath))
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
            output: try Data(contentsOf: URL(filePath: outputPath)),
            errors: String(decoding: try Data(contentsOf: URL(filePath: errorPath)), as: UTF8.self))
    }
}

/// A folder for one test, removed with the value.
final class Scratch {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "guize-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        try? FileManager.default.removeItem(atPath: path)
    }

    @discardableResult
    func write(_ name: String, _ bytes: Data) throws -> String {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
        return file.path
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func read(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: file(name))) }

    /// All files and folders in it, hidden ones too, in the order of their names.
    func contents(_ folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()
    }
}

/// A short notice of an invented town, and the same with another amount.
let notice = makeNotice(contribution: 380)

func makeNotice(contribution: Int) -> String {
    """
    关于做好2027年度城乡居民基本医疗保险参保缴费工作的通知

    各镇人民政府：

    一、缴费标准
    2027年度居民医保个人缴费标准为每人每年\(contribution)元，财政补助标准为每人每年不低于700元。

    二、缴费期限
    集中缴费期为2026年9月1日至2026年12月31日。

    """
}
