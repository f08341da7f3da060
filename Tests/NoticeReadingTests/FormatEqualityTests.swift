import Foundation
import PolicyKit
import PolicyRules
import SampleFiles
import Testing

/// The same notice in two formats gives the same rules.
@Suite struct FormatEqualityTests {
    /// Paragraphs, and a table with merged cells, in words of its own.
    static let composed = """
        青山市医疗保障局关于做好2026年度城乡居民基本医疗保险参保工作的通知
        青医保发〔2025〕31号
        各县（市、区）医疗保障局：
        为做好2026年度城乡居民基本医疗保险（以下简称居民医保）参保缴费工作，现就有关事项通知如下：
        一、缴费标准
        2026年度居民医保个人缴费标准为每人每年400元，各级财政补助标准为每人每年不低于700元。
        二、参保资助
        （一）对特困人员、孤儿给予全额资助，对低保对象每人每年定额资助240元，所需资金由医疗救助基金列支，各县（市、区）不得自行降低标准。
        （二）各类人员的资助标准如下：
        人员类别\t资助标准（元）\t个人缴费（元）
        返贫致贫人口\t200\t200
        防止返贫监测对象\t180\t220
        三、缴费时间
        集中缴费期为2025年10月1日至2025年12月31日，待遇享受期为2026年1月1日至2026年12月31日。
        青山市医疗保障局
        2025年9月12日
        """

    static let corpus: [(name: String, text: String)] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "corpus")
        // The interpretation's table is a trace of one, not lines of cells.
        let names = [
            "fuling-2026-notice", "guizhou-2026-draft", "jilin-2024-mechanism-highlights", "jilin-2026-notice",
        ]
        return names.compactMap { name in
            (try? String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)).map { (name, $0) }
        }
    }()

    static func rules(_ guize: Guize, _ bytes: [UInt8]) throws -> [String] {
        try guize.extract(bytes, name: "notice").rules.map { rule in
            "\(rule.id) \(rule.amount.map { "\($0.value) \($0.comparator)" } ?? "") \(rule.rate.map { "\($0.value)" } ?? "") \(rule.duration ?? "")"
        }.sorted()
    }

    @Test func wordAndOFDAsText() throws {
        let guize = try Guize()
        for (name, text) in [("composed", Self.composed)] + Self.corpus {
            let expected = try Self.rules(guize, Array(text.utf8))
            #expect(!expected.isEmpty)
            let word = try Self.rules(guize, WordSample.setting(text).bytes())
            #expect(word == expected, "\(name) as DOCX")
            let pages = try Self.rules(guize, OFDSample.setting(text).bytes())
            #expect(pages == expected, "\(name) as OFD")
        }
    }

    /// Writes the texts of a folder as DOCX and OFD beside them, for measurements: GUIZE_SAMPLES=FOLDER.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["GUIZE_SAMPLES"] != nil)) func writesSamples() throws {
        let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment["GUIZE_SAMPLES"]))
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.pathExtension == "txt" {
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data(WordSample.setting(text).bytes()).write(
                to: file.deletingPathExtension().appendingPathExtension("docx"))
            try Data(OFDSample.setting(text).bytes()).write(
                to: file.deletingPathExtension().appendingPathExtension("ofd"))
        }
    }
}
