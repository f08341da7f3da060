import Foundation
import Testing

/// `guize extract FOLDER`.
@Suite struct FolderTests {
    static let notice = "关于2027年城乡居民基本医疗保险的通知\n一、个人缴费标准为每人每年430元。\n"
    static let other = "关于2028年城乡居民基本医疗保险的通知\n一、个人缴费标准为每人每年470元。\n"

    struct Report: Decodable {
        struct File: Decodable, Equatable {
            var path: String
            var status: String
            var bundle: String?
            var sameAs: String?
            var reason: String?
        }
        var counts: [String: Int]
        var files: [File]
    }

    private func extract(_ scratch: Scratch, _ arguments: [String] = []) throws -> (run: Run, report: Report) {
        let run = try Program.run(
            ["extract", "in", "--output", "out", "--report", "report.json"] + arguments, folder: scratch.path)
        return (run, try JSONDecoder().decode(Report.self, from: try scratch.read("report.json")))
    }

    @Test func filesAreReadByContentOnceEachInOrder() throws {
        let scratch = try Scratch()
        try scratch.write("in/b/notice.doc", Self.notice)
        try scratch.write("in/a.txt", Self.notice)
        try scratch.write("in/a.html", "<html><body><p>" + Self.other + "</p></body></html>")
        try scratch.write("in/c__d.txt", Self.other + "1")
        try scratch.write("in/c/d.txt", Self.other + "2")
        try scratch.write("in/picture.txt", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        try scratch.write("in/script.js", "var a = 1;")
        try scratch.write("in/empty.txt", "")
        try scratch.write("in/.hidden", Self.notice)
        let (run, report) = try extract(scratch)
        #expect(run.status == 0)
        #expect(
            try scratch.contents("out") == [
                "a.html.json", "a.txt.json", "c__d.txt.json", "c__d.txt~2.json",
            ])
        #expect(report.counts == ["extracted": 4, "skipped": 4, "same": 1, "failed": 0])
        #expect(
            report.files == [
                .init(path: "in/.hidden", status: "skipped", reason: "it is hidden"),
                .init(path: "in/a.html", status: "extracted", bundle: "a.html.json"),
                .init(path: "in/a.txt", status: "extracted", bundle: "a.txt.json"),
                .init(path: "in/b/notice.doc", status: "same", sameAs: "in/a.txt"),
                .init(path: "in/c/d.txt", status: "extracted", bundle: "c__d.txt.json"),
                .init(path: "in/c__d.txt", status: "extracted", bundle: "c__d.txt~2.json"),
                .init(path: "in/empty.txt", status: "skipped", reason: "it is empty"),
                .init(path: "in/picture.txt", status: "skipped", reason: "it is no document"),
                .init(path: "in/script.js", status: "skipped", reason: "it has no Chinese letters"),
            ])
        #expect(run.errors.contains("of 9 files, 4 no notices, 1 the same as another, 0 not read"))
    }

    @Test func linksPipesAndResultsAreLeftOut() throws {
        let scratch = try Scratch()
        try scratch.write("outside/secret.txt", Self.notice)
        try scratch.write("in/a.txt", Self.other)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.file("in/folder"), withDestinationPath: scratch.file("outside"))
        try FileManager.default.createSymbolicLink(
            atPath: scratch.file("in/file"), withDestinationPath: scratch.file("outside/secret.txt"))
        try FileManager.default.createSymbolicLink(
            atPath: scratch.file("in/loop"), withDestinationPath: scratch.file("in"))
        #expect(mkfifo(scratch.file("in/pipe"), 0o600) == 0)
        for _ in 0..<2 {
            // The second time the results of the first are there.
            let run = try Program.run(["extract", "in", "--output", "in/out"], folder: scratch.path)
            #expect(run.status == 0)
            #expect(try scratch.contents("in/out") == ["a.txt.json"])
        }
    }

    @Test func whatCannotBeReadFailsAndTheRestIsDone() throws {
        let scratch = try Scratch()
        try scratch.write("in/a.txt", Self.notice)
        try scratch.write("in/broken.pdf", "%PDF-1.7 and nothing else")
        let (run, report) = try extract(scratch)
        #expect(run.status == 2)
        #expect(report.counts == ["extracted": 1, "skipped": 0, "same": 0, "failed": 1])
        #expect(run.errors.contains("cannot read 'in/broken.pdf'"))
    }

    @Test func archivesAreFoldersToo() throws {
        let scratch = try Scratch()
        // Stored entries, one with a name that leads out of the folder, and an archive in the archive.
        let inner = Archive.bytes([("x.txt", Data(Self.other.utf8))])
        let outer = Archive.bytes([
            ("../../up.txt", Data(Self.notice.utf8)), ("deep/inner.dat", inner), ("__MACOSX/._x", Data([1])),
        ])
        try scratch.write("in/notices.txt", outer)
        let (run, report) = try extract(scratch)
        #expect(run.status == 0)
        #expect(
            try scratch.contents("out") == [
                "notices.txt__..__..__up.txt.json", "notices.txt__deep__inner.dat__x.txt.json",
            ])
        #expect(report.counts == ["extracted": 2, "skipped": 1, "same": 0, "failed": 0])
        #expect(try scratch.contents() == ["in", "out", "report.json"])

        let direct = try Program.run(["extract", "in/notices.txt", "--format", "ndjson"], folder: scratch.path)
        #expect(direct.status == 0)
        #expect(direct.text.split(separator: "\n").count == 2)
    }

    @Test func anArchiveBeyondTheLimitIsRefused() throws {
        let scratch = try Scratch()
        try scratch.write("in/a.zip", Archive.bytes([("x.txt", Data(repeating: 65, count: 5000))]))
        let (run, report) = try extract(scratch, ["--max-unpacked-bytes", "1000"])
        #expect(run.status == 2)
        #expect(report.files.first?.reason?.contains("1000 bytes") == true)
        #expect(run.errors.contains("--max-unpacked-bytes"))
    }

    @Test func aFolderNeedsAPlaceForItsBundles() throws {
        let scratch = try Scratch()
        try scratch.write("in/a.txt", Self.notice)
        let run = try Program.run(["extract", "in"], folder: scratch.path)
        #expect(run.status == 64)
        #expect(run.errors.contains("--output"))
    }

    @Test func theResultDoesNotDependOnTheJobs() throws {
        let scratch = try Scratch()
        for number in 0..<20 { try scratch.write("in/\(number).txt", Self.notice + "\(number % 7)") }
        let one = try Program.run(["extract", "in", "--format", "ndjson", "--jobs", "1"], folder: scratch.path)
        let four = try Program.run(["extract", "in", "--format", "ndjson", "--jobs", "4"], folder: scratch.path)
        #expect(one.output == four.output)
        #expect(one.text.split(separator: "\n").count == 7)
    }
}

/// A ZIP archive of stored entries.
enum Archive {
    static func bytes(_ entries: [(name: String, content: Data)]) -> Data {
        var archive = Data()
        var directory = Data()
        for (name, content) in entries {
            let letters = Data(name.utf8)
            // Version, UTF-8 names, stored, no time, the sum, both sizes, the length of the name.
            var fields = Data()
            for value in [20, 0x0800, 0, 0, 0x21] { fields += little(value, 2) }
            fields += little(Int(crc32(content)), 4)
            fields += little(content.count, 4) + little(content.count, 4)
            fields += little(letters.count, 2) + little(0, 2)
            directory += Data([0x50, 0x4B, 1, 2]) + little(20, 2)
            directory += fields + little(0, 2) + little(0, 2) + little(0, 2)
            directory += little(0, 4) + little(archive.count, 4) + letters
            archive += Data([0x50, 0x4B, 3, 4]) + fields + letters + content
        }
        let start = archive.count
        archive +=
            directory + Data([0x50, 0x4B, 5, 6, 0, 0, 0, 0]) + little(entries.count, 2) + little(entries.count, 2)
        return archive + little(directory.count, 4) + little(start, 4) + little(0, 2)
    }

    private static func little(_ value: Int, _ count: Int) -> Data {
        Data((0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) })
    }

    private static func crc32(_ bytes: Data) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = (sum & 1 == 1) ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
