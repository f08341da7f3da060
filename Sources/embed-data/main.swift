// Writes the extractor set, the schema and the region table as one Swift file, for the target `BuiltinData`.
//
//     embed-data OUTPUT EXTRACTORS SCHEMA REGIONS
//
// OUTPUT is the file to write; EXTRACTORS, SCHEMA and REGIONS are folders, of which each may be absent.

import ExtractorData
import ExtractorFiles
import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A string literal on one line. Everything that might end the literal or the line is escaped.
func literal(_ bytes: [UInt8]) -> [UInt8] {
    var literal: [UInt8] = [UInt8(ascii: "\"")]
    literal.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "\""): literal += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "\n"): literal += Array("\\n".utf8)
        case 0..<0x20, 0x7F: literal += Array("\\u{\(String(byte, radix: 16))}".utf8)
        default: literal.append(byte)
        }
    }
    return literal + [UInt8(ascii: "\"")]
}

/// The files of a folder that end in `suffix`, one behind the other in the order of their names.
func contents(of folder: String, suffix: String) throws -> [UInt8] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .flatMap { Array(try Data(contentsOf: URL(filePath: folder + "/" + $0))) }
}

func main(_ arguments: [String]) throws {
    guard arguments.count == 4 else {
        throw ExtractorError(
            "expected four arguments: OUTPUT EXTRACTORS SCHEMA REGIONS",
            at: ExtractorPlace(file: "embed-data", line: 1, column: 1))
    }
    let extractors =
        FileManager.default.fileExists(atPath: arguments[1])
        ? try loadExtractorFolder(arguments[1]) : .empty
    let parts: [(name: String, bytes: [UInt8])] = [
        ("extractors", ExtractorArchive.encode(extractors.files)),
        ("schema", try contents(of: arguments[2], suffix: ".json")),
        ("regions", try contents(of: arguments[3], suffix: ".tsv")),
    ]
    var source = Array("// Written by embed-data; not to be edited.\n\nenum EmbeddedData {\n".utf8)
    source += Array("    static let extractorsDigest = \"\(extractors.digest)\"\n".utf8)
    for part in parts {
        source +=
            Array("    static let \(part.name): StaticString = ".utf8) + literal(part.bytes) + [UInt8(ascii: "\n")]
    }
    source += Array("}\n".utf8)
    try Data(source).write(to: URL(filePath: arguments[0]))
}

do {
    try main(Array(CommandLine.arguments.dropFirst()))
} catch let error as ExtractorError {
    // The form that build tools take for an error with a place.
    print("extractors/\(error.place.file):\(error.place.line):\(error.place.column): error: \(error.message)")
    exit(1)
}
