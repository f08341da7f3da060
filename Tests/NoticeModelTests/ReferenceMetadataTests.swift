import Foundation
import Testing

@testable import NoticeModel

/// The document fields of the reference answers beside the package folder; skipped where there are none.
@Suite struct ReferenceMetadataTests {
    static let shared = Support.packageFolder.deletingLastPathComponent().appending(path: "shared")
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: shared.appending(path: "gold").path)) ?? []
        return files.sorted().filter { $0.hasSuffix(".json") }
    }()

    @Test(.enabled(if: !names.isEmpty, "skipped: no ../shared/gold beside the package"), arguments: names)
    func document(_ name: String) throws {
        let data = try Data(contentsOf: Self.shared.appending(path: "gold/\(name)"))
        let gold = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let expected = try #require(gold["document"] as? [String: Any])
        let file = try #require(gold["notice"] as? String)
        let text = try String(contentsOf: Self.shared.appending(path: "notices/\(file)"), encoding: .utf8)
        let metadata = parse(text).metadata
        #expect(metadata.title?.value == expected["title"] as? String)
        #expect(metadata.number?.value == expected["number"] as? String)
        #expect(metadata.type?.value == expected["type"] as? String)
        #expect(metadata.status.value.rawValue == expected["status"] as? String)
        #expect(metadata.jurisdiction?.value.code == expected["jurisdiction"] as? String)
        #expect(metadata.planYear?.value == expected["planYear"] as? Int)
        if expected.keys.contains("issuedOn") {
            #expect(metadata.issuedOn?.value == expected["issuedOn"] as? String)
        }
    }
}
