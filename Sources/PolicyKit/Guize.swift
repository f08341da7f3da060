import BuiltinData
import ExtractorData
import ExtractorFiles
import NoticeModel
package import PolicyExtraction
public import PolicyRules

/// Reads notices and extracts their rules.
///
/// A value of this type holds a loaded extractor set and nothing else; make one and use it for many notices, from as many
/// threads as you like. The same bytes give the same bundle.
///
///     let guize = try Guize()
///     let text = try guize.read(bytes, name: "notice.txt")
///     let bundle = guize.extract(text)
///     for rule in bundle.rules { print(rule.id, rule.evidence.first?.quote ?? "") }
public struct Guize: Sendable {
    /// The version of the program, as bundles name it.
    public static let version = "0.1.0"

    /// The JSON Schema of bundles (draft 2020-12).
    public static var schema: String {
        String(decoding: BuiltinData.bytes(of: BuiltinData.schema), as: UTF8.self)
    }

    package let set: ExtractorSet
    private let extractor: Extractor
    private let parser: NoticeParser

    /// Loads the extractor set that the library carries; reads no file.
    /// - Throws: ``GuizeError`` with the code ``GuizeError/Code/extractors`` where the set itself is faulty.
    public init() throws(GuizeError) {
        do throws(ExtractorError) {
            try self.init(files: try BuiltinData.extractorFiles(), digest: BuiltinData.extractorsDigest)
        } catch {
            throw GuizeError(error)
        }
    }

    /// Loads the extractor set in a folder instead of the one that the library carries.
    /// - Parameter path: A folder that is laid out like `extractors/` of this project.
    /// - Throws: ``GuizeError`` with the code ``GuizeError/Code/extractors`` and the file, line and column of the fault.
    public init(extractors path: String) throws(GuizeError) {
        do throws(ExtractorError) {
            let folder = try loadExtractorFolder(path)
            if folder.files.isEmpty {
                throw ExtractorError(
                    "the folder holds no extractor files", at: ExtractorPlace(file: path, line: 1, column: 1),
                    hint: "extractor files end in .yaml")
            }
            try self.init(files: folder.files, digest: folder.digest)
        } catch {
            throw GuizeError(error)
        }
    }

    private init(files: [ExtractorFile], digest: String) throws(ExtractorError) {
        set = try ExtractorSet(files: files, digest: digest)
        extractor = Extractor(set: set, version: Guize.version)
        parser = NoticeParser(
            regions: RegionTable(tsv: BuiltinData.bytes(of: BuiltinData.regions)), scanner: set.scanner)
    }

    /// Reads the bytes of a plain text file.
    /// - Parameters:
    ///   - name: The file's base name, which the bundle carries.
    ///   - charset: A name that IANA or ICU knows, in any case; nil to find it out.
    /// - Throws: ``GuizeError`` where the bytes are empty, too many, no text or not in the charset.
    public func read(_ bytes: [UInt8], name: String, charset: String? = nil) throws(GuizeError) -> NoticeText {
        try NoticeText(reading: bytes, name: name, charset: charset)
    }

    /// The rules of a notice with their evidence. Never fails: what cannot be made sense of is listed in the bundle.
    /// - Parameter derivingOwnPayments: Whether to add what groups of people pay (个人缴纳) where the notice states the standard
    ///   and a fixed aid and leaves the difference to be reckoned. Such rules are `inferred`, and their `origins` name the
    ///   two rules that they come from.
    public func extract(_ text: NoticeText, derivingOwnPayments: Bool = false) -> RuleBundle {
        extraction(text, tracing: false, deriving: derivingOwnPayments).bundle
    }

    /// Reads the bytes of a plain text file and extracts its rules.
    /// - Throws: ``GuizeError`` where the bytes are empty, too many, no text or not in the charset.
    public func extract(_ bytes: [UInt8], name: String, charset: String? = nil) throws(GuizeError) -> RuleBundle {
        extract(try read(bytes, name: name, charset: charset))
    }
}

extension Guize {
    /// Everything wrong with the extractor set in a folder, or with the one that the library carries.
    package static func faults(extractors path: String?) -> [GuizeError] {
        guard let path else {
            do throws(ExtractorError) {
                return ExtractorSet.faults(in: try BuiltinData.extractorFiles()).map { GuizeError($0) }
            } catch {
                return [GuizeError(error)]
            }
        }
        let (files, faults) = readableExtractorFiles(in: path)
        // What a file that cannot be read defines is not unknown.
        return (faults.isEmpty ? ExtractorSet.faults(in: files) : faults).map { GuizeError($0) }
    }
    /// The bundle and, where asked for, how it came about.
    package func extraction(_ text: NoticeText, tracing: Bool, deriving: Bool = false) -> Extraction {
        extractor.extract(notice(text), source: text.source, tracing: tracing, deriving: deriving)
    }

    /// The terms and values of a notice, in text order.
    package func tokens(_ text: NoticeText) -> [NoticeToken] {
        set.tokens(in: notice(text))
    }

    private func notice(_ text: NoticeText) -> Notice {
        parser.parse(rendition: text.scalars, name: text.name)
    }
}
