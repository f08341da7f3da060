import ExtractorData
import ExtractorFiles
import Foundation
import NoticeModel
@testable import PolicyExtraction
import PolicyRules
import PolicyText
import PolicyValues

func load() throws -> ExtractorSet {
    var files: [ExtractorFile] = []
    for folder in ["rules", "values", "vocabulary"] {
        for name in try FileManager.default.contentsOfDirectory(atPath: "extractors/\(folder)").sorted() where name.hasSuffix(".yaml") {
            let text = try String(contentsOfFile: "extractors/\(folder)/\(name)", encoding: .utf8)
            files.append(try parseExtractorFile(text, path: "\(folder)/\(name)"))
        }
    }
    return try ExtractorSet(files: files, digest: "0")
}
let set = try load()
let regions = try RegionTable(tsv: String(contentsOfFile: "Sources/BuiltinData/Regions/regions.tsv", encoding: .utf8))
for result in set.runExamples() where !result.holds { print(result.place.file, result.place.line, result.text, result.differences) }
for path in CommandLine.arguments.dropFirst() {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let notice = NoticeParser(regions: regions, scanner: set.tokenizer.scanner).parse(rendition: Array(text.unicodeScalars), name: nil)
    let x = Extractor(set: set, version: "0").extract(notice, source: SourceInfo(name: "x", mediaType: "text/plain", charset: nil, bytesDigest: "0"))
    if let dir = ProcessInfo.processInfo.environment["OUT"] { try Data(x.bundle.json()).write(to: URL(fileURLWithPath: dir + "/" + (path as NSString).lastPathComponent.replacingOccurrences(of: ".txt", with: ".json"))); continue }
    print(x.bundle.rules.count)
    for r in x.bundle.rules { print(r.kind, ExtractorSet.describe(r).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " "), "«\(r.evidence.first?.quote ?? "")»") }
    for u in x.bundle.unclaimed { print("  unclaimed", u.type, u.value, u.evidence.quote) }
    for c in x.bundle.citations { print("  cite", c.number ?? "", c.relation) }
}
if let i = ProcessInfo.processInfo.environment["TOK"] { let t = Array(i.unicodeScalars); for k in set.matcher.apply(to: set.tokenizer.tokens(in: Folding.fold(t).scalars, range: 0..<Folding.fold(t).scalars.count), in: Folding.fold(t).scalars, range: 0..<Folding.fold(t).scalars.count) { print(set.code(k.tokenClass), set.code(k.code), Folding.fold(t).string(in: k.range)) } }
