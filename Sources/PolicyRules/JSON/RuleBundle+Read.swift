extension RuleBundle {
    /// Reads a bundle from JSON in UTF-8.
    ///
    /// Keys may stand in any order. Every schema version with the major number of `currentSchemaVersion` is accepted.
    /// - Throws: `BundleReadingError` with line, column, JSON Pointer and what was expected.
    public init(json bytes: [UInt8], options: BundleReadingOptions = .init()) throws(BundleReadingError) {
        do throws(BundleReadingError) {
            var parser = JSONParser(bytes, options: options)
            try self.init(from: try parser.parse())
        } catch {
            throw error.located(in: bytes)
        }
    }

    /// Reads a bundle from JSON.
    public init(json text: String, options: BundleReadingOptions = .init()) throws(BundleReadingError) {
        try self.init(json: Array(text.utf8), options: options)
    }

    /// Whether this library reads bundles of the version: whether its major number is that of `currentSchemaVersion`.
    static func isReadable(version: String) -> Bool {
        version.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).first
            .map { $0.elementsEqual("1".utf8) } ?? false
    }
}
