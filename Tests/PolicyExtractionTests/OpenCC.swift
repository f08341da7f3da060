import Foundation

/// OpenCC, the converter between Simplified and Traditional script, where it is installed (Debian's package `opencc`).
enum OpenCC {
    static let program: URL? = {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.map { URL(filePath: String($0)).appending(path: "opencc") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }()

    /// - Parameter standard: `s2t`, `s2tw` or `s2hk`: OpenCC's own standard, that of Taiwan or of Hong Kong.
    static func traditional(_ text: String, standard: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "opencc-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output) = (folder.appending(path: "in.txt"), folder.appending(path: "out.txt"))
        try Data(text.utf8).write(to: input)
        let process = Process()
        process.executableURL = program
        process.arguments = ["-c", "\(standard).json", "-i", input.path, "-o", output.path]
        try process.run()
        process.waitUntilExit()
        return try String(contentsOf: output, encoding: .utf8)
    }
}
