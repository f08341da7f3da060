/// The program and the extractor set that made a bundle. Carries no clock time and no path, so that the same input
/// gives the same bytes.
public struct Generator: Sendable, Hashable {
    /// The program's name, `guize`.
    public var name: String
    /// The program's version.
    public var version: String
    /// SHA-256 of the extractor set, 64 lower-case hexadecimal digits.
    public var extractorsDigest: String

    /// Creates a generator from its fields.
    public init(
        name: String,
        version: String,
        extractorsDigest: String
    ) {
        self.name = name
        self.version = version
        self.extractorsDigest = extractorsDigest
    }
}
