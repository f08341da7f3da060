import Foundation

/// Two notices of one city with fifteen changes between them, and a national one, in words of our own.
enum ComparisonNotices {
    static let year2025 = text("2025.txt")
    static let year2026 = text("2026.txt")
    static let nation2026 = text("nation-2026.txt")

    private static func text(_ name: String) -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return (try? String(contentsOf: root.appending(path: "docs/examples/\(name)"), encoding: .utf8)) ?? ""
    }
}
