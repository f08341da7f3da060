import ExtractorData
import ExtractorFiles
import Foundation
import Testing

/// A folder that lasts as long as the test.
private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "extractors-\(UUID().uuidString)")
    for (name, text) in files {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
}

@Test func filesComeInTheOrderOfTheirPaths() throws {
    let files = [
        "rules/b.yaml": "b: 1", "rules/a.yaml": "a: 1", "Z.yaml": "z: 1", "README.md": "#", ".hidden/x.yaml": "!",
    ]
    try withFolder(files) { folder in
        let set = try loadExtractorFolder(folder)
        #expect(set.files.map(\.path) == ["Z.yaml", "rules/a.yaml", "rules/b.yaml"])
        #expect(set.files[1].root.place.file == "rules/a.yaml")
    }
}

@Test func theDigestIsThatOfPathsAndBytes() throws {
    // printf 'a.yaml\0004\000a: 1b.yaml\0005\000b: 2\n' | sha256sum
    let expected = "f7a15d66fd7d6daa95f1680341948290eabb81578c38f6ccac7a69f0ade48919"
    try withFolder(["a.yaml": "a: 1", "b.yaml": "b: 2\n"]) { folder in
        let set = try loadExtractorFolder(folder)
        let again = try loadExtractorFolder(folder + "/")
        #expect(set.digest == expected)
        #expect(again.digest == expected)
    }
    try withFolder(["a.yaml": "a: 1", "c.yaml": "b: 2\n"]) { folder in
        let renamed = try loadExtractorFolder(folder)
        #expect(renamed.digest != expected)
    }
}

@Test(
    "Folders that are refused",
    arguments: [
        (["x/a.yml": "a: 1"], "x/a.yml:1:1: extractor files end in .yaml (rename the file)"),
        (["a.yaml": "a: 1", "x/b.yaml": "b: [\n"], "x/b.yaml:2:1: not readable as YAML"),
        (
            ["a.yaml": "- " + String(repeating: "x", count: 2 << 20)],
            "a.yaml:1:1: the file is larger than 2097152 bytes"
        ),
    ])
func refused(_ files: [String: String], expected: String) throws {
    try withFolder(files) { folder in
        let error = try #require(throws: ExtractorError.self) { try loadExtractorFolder(folder) }
        #expect(error.description.hasPrefix(expected))
    }
}

@Test func aFileThatIsNotUTF8IsRefusedWithItsPlace() throws {
    try withFolder(["a.yaml": "a: 1"]) { folder in
        try Data(Array("a: 1\n低: ".utf8) + [0xB5, 0xCD]).write(to: URL(filePath: folder + "/a.yaml"))
        let error = try #require(throws: ExtractorError.self) { try loadExtractorFolder(folder) }
        #expect(error.description == "a.yaml:2:4: not UTF-8")
    }
}

@Test func anAbsentFolderIsRefused() throws {
    let error = try #require(throws: ExtractorError.self) { try loadExtractorFolder("/nonexistent/extractors") }
    #expect(error.message == "the folder cannot be read")
}
