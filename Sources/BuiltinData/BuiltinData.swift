package import ExtractorData

/// What the program carries within itself: nothing here reads a file. The build writes `EmbeddedData` from the folders
/// `extractors`, `Sources/BuiltinData/Schema` and `Sources/BuiltinData/Regions`.
package enum BuiltinData {
    /// The extractor set of this build, decoded anew on each call.
    package static func extractorFiles() throws(ExtractorError) -> [ExtractorFile] {
        try ExtractorArchive.decode(bytes(of: EmbeddedData.extractors))
    }

    /// SHA-256 of the extractor set, in hexadecimal: the digest that reading the set from its folder gives.
    package static var extractorsDigest: String { EmbeddedData.extractorsDigest }

    /// The JSON Schema of the rule bundle (draft 2020-12); empty where the build found none.
    package static var schema: StaticString { EmbeddedData.schema }

    /// The divisions of GB/T 2260: a line each, the code of six digits, TAB, the name; lines that begin with `#` are
    /// comments. Empty where the build found none.
    package static var regions: StaticString { EmbeddedData.regions }
}

extension BuiltinData {
    /// The UTF-8 of an embedded text.
    package static func bytes(of text: StaticString) -> [UInt8] {
        text.withUTF8Buffer { Array($0) }
    }
}
