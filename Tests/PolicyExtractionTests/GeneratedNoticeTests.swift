import Foundation
import PolicyKit
import PolicyRules
import Testing

/// The accuracy that generated notices must reach. Never lower it.
private let requiredF1 = 0.97
private let firstSeed: UInt64 = 20_260_000

@Suite("Generated notices")
struct GeneratedNoticeTests {
    @Test("200 notices reach the required F1")
    func accuracy() throws {
        let guize = try Guize()
        let count = ProcessInfo.processInfo.environment["GUIZE_GENERATED"].flatMap(Int.init) ?? 200
        let score = try scoreOfNotices(count, guize: guize)
        print(report(score, count: count))
        if let path = ProcessInfo.processInfo.environment["GUIZE_GENERATED_REPORT"] {
            try report(score, count: count, shapes: 400).write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(score.total.f1 >= requiredF1, "F1 over \(count) notices from seed \(firstSeed)")
    }
}

/// GUIZE_GENERATED_FOLDER names a folder for the notices that are not read as written.
func scoreOfNotices(_ count: Int, guize: Guize) throws -> Score {
    let folder = ProcessInfo.processInfo.environment["GUIZE_GENERATED_FOLDER"].map { URL(filePath: $0) }
    var total = Score()
    for seed in firstSeed..<firstSeed + UInt64(count) {
        let notice = Composer.notice(seed: seed)
        let bundle = try guize.extract(Array(notice.text.utf8), name: "notice-\(seed).txt")
        let read = score(notice, bundle)
        if let folder, !read.failures.isEmpty {
            try Data(notice.text.utf8).write(to: folder.appending(path: "notice-\(seed).txt"))
        }
        total = total + read
    }
    return total
}

private func percent(_ ratio: Double) -> String { String(format: "%.3f", ratio) }

/// Precision and recall by kind, and the commonest shapes of failure with their shortest sentence.
private func report(_ score: Score, count: Int, shapes: Int = 10) -> String {
    var lines = ["\(count) generated notices from seed \(firstSeed)"]
    func line(_ name: String, _ count: Score.Count) -> String {
        "\(name.padding(toLength: 26, withPad: " ", startingAt: 0)) P \(percent(count.precision))  R \(percent(count.recall))"
            + "  F1 \(percent(count.f1))  found \(count.found), missed \(count.missed), surplus \(count.surplus)"
    }
    for kind in RuleKind.allCases {
        if let count = score.byKind[kind] { lines.append(line(kind.rawValue, count)) }
    }
    lines.append(line("all", score.total))
    if shapes > 10 {
        lines.append("")
        for (trait, count) in score.byTrait.sorted(by: { $0.key < $1.key }) { lines.append(line(trait, count)) }
    }
    let groups = Dictionary(grouping: score.failures, by: \.shape)
        .sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
    for (shape, failures) in groups.prefix(shapes) {
        guard let example = failures.min(by: { $0.sentence.count < $1.sentence.count }) else { continue }
        lines.append("")
        let sentences = Set(failures.map { "\($0.seed) \($0.sentence)" }).count
        lines.append("\(failures.count) × \(shape) (rules; \(sentences) sentences; seed \(example.seed))")
        lines.append("    \(example.sentence)")
        lines.append("    expected \(example.expected)")
        lines.append("    found    \(example.found)")
    }
    return lines.joined(separator: "\n")
}
