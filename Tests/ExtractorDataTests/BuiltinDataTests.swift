import BuiltinData
import ExtractorData
import ExtractorFiles
import Foundation
import Testing

private let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

@Test(.enabled(if: FileManager.default.fileExists(atPath: package.appending(path: "extractors").path)))
func theEmbeddedSetIsTheFolder() throws {
    let folder = try loadExtractorFolder(package.appending(path: "extractors").path)
    #expect(try BuiltinData.extractorFiles() == folder.files)
    #expect(BuiltinData.extractorsDigest == folder.digest)
}

@Test func theEmbeddedSchemaAndRegionsAreTheFiles() throws {
    let folder = package.appending(path: "Sources/BuiltinData")
    let schema = try Data(contentsOf: folder.appending(path: "Schema/bundle.schema.json"))
    #expect(BuiltinData.bytes(of: BuiltinData.schema) == Array(schema))
    let regions = try Data(contentsOf: folder.appending(path: "Regions/regions.tsv"))
    #expect(BuiltinData.bytes(of: BuiltinData.regions) == Array(regions))
}
