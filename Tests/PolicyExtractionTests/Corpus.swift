import Foundation
import PolicyKit
import PolicyRules

/// The notices beside the package's sources.
enum Corpus {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "corpus")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".txt") }.sorted()
    }()

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
}

/// One extractor set for all tests of this target.
enum Shared {
    static let guize = Result { try Guize() }
}

/// What a notice rules, without places: one line a rule, in the order of the alphabet.
func ruled(_ bundle: RuleBundle) -> [String] {
    bundle.rules.map { "\($0.kind.rawValue) {\(compactText(compactFields($0)))}" }.sorted()
}

/// Lines that only one of two lists has: `-` the first, `+` the second.
func changes(_ before: [String], _ after: [String]) -> [String] {
    after.difference(from: before).map { change in
        switch change {
        case .remove(_, let line, _): "- \(line)"
        case .insert(_, let line, _): "+ \(line)"
        }
    }
}
