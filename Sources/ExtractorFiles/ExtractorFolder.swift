package import ExtractorData
import FoundationEssentials
import PolicyRules

/// An extractor set as it lies in a folder.
package struct ExtractorFolder: Sendable {
    /// The files by path, in the order of the paths' UTF-8.
    package var files: [ExtractorFile]
    /// SHA-256 in hexadecimal over, for each file in order: the path, a zero byte, the number of bytes in decimal digits, a
    /// zero byte, the bytes.
    package var digest: String

    package init(files: [ExtractorFile], digest: String) {
        self.files = files
        self.digest = digest
    }

    /// The set of no files.
    package static var empty: ExtractorFolder { ExtractorFolder(files: [], digest: sha256Hex([])) }
}

/// What a folder of extractors may hold at most.
private enum Limit {
    static let files = 1_000
    static let bytesPerFile = 2 << 20
    static let bytes = 32 << 20
}

/// Reads every `.yaml` file under the folder `path`. Hidden files and files of other types are passed over, but `.yml` is
/// refused, because a file that is left out silently is hard to notice.
package func loadExtractorFolder(_ path: String) throws(ExtractorError) -> ExtractorFolder {
    var files: [ExtractorFile] = []
    var digested: [UInt8] = []
    for name in try extractorPaths(in: path) {
        let bytes = try contents(of: path + "/" + name, name: name)
        digested += name.utf8
        digested.append(0)
        digested += String(bytes.count).utf8
        digested.append(0)
        digested += bytes
        if digested.count > Limit.bytes {
            throw ExtractorError("the set is larger than \(Limit.bytes) bytes", at: start(of: name))
        }
        files.append(try parseExtractorFile(try text(bytes, name: name), path: name))
    }
    return ExtractorFolder(files: files, digest: sha256Hex(digested))
}

/// The files of a folder that can be read, and what is wrong with the others.
package func readableExtractorFiles(in path: String) -> (files: [ExtractorFile], faults: [ExtractorError]) {
    var files: [ExtractorFile] = []
    var faults: [ExtractorError] = []
    do throws(ExtractorError) {
        for name in try extractorPaths(in: path) {
            do throws(ExtractorError) {
                let text = try text(try contents(of: path + "/" + name, name: name), name: name)
                files.append(try parseExtractorFile(text, path: name))
            } catch {
                faults.append(error)
            }
        }
    } catch {
        faults.append(error)
    }
    return (files, faults)
}

/// The paths of the set's files relative to `folder`, with `/`, in the order of their UTF-8.
package func extractorPaths(in folder: String) throws(ExtractorError) -> [String] {
    let paths: [String]
    do {
        paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    } catch {
        throw ExtractorError("the folder cannot be read", at: start(of: folder), hint: "is it a folder of YAML files?")
    }
    let visible = paths.filter { path in
        !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    if let path = visible.first(where: { $0.hasSuffix(".yml") }) {
        throw ExtractorError("extractor files end in .yaml", at: start(of: path), hint: "rename the file")
    }
    let names = visible.filter { $0.hasSuffix(".yaml") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if names.count > Limit.files {
        throw ExtractorError("more than \(Limit.files) files", at: start(of: folder))
    }
    return names
}

private func contents(of path: String, name: String) throws(ExtractorError) -> [UInt8] {
    do {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        if let size = attributes[.size] as? Int, size > Limit.bytesPerFile {
            throw ExtractorError("the file is larger than \(Limit.bytesPerFile) bytes", at: start(of: name))
        }
        return Array(try Data(contentsOf: URL(filePath: path)))
    } catch let error as ExtractorError {
        throw error
    } catch {
        throw ExtractorError("the file cannot be read", at: start(of: name))
    }
}

private func text(_ bytes: [UInt8], name: String) throws(ExtractorError) -> String {
    do {
        _ = try UTF8Span(validating: bytes.span)
    } catch {
        throw ExtractorError(
            "not UTF-8", at: textPlace(utf8Offset: error.byteOffsets.lowerBound, in: bytes, path: name))
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func start(of path: String) -> ExtractorPlace { ExtractorPlace(file: path, line: 1, column: 1) }
