import NoticeReading
package import PolicyExtraction
import PolicyRules
import PolicyText

/// The text of a notice as its bytes gave it, with what is known of its source.
public struct NoticeText: Sendable, Hashable {
    /// The file's base name.
    public let name: String
    /// The media type of the source.
    public let mediaType: String
    /// The IANA name of the encoding that the bytes were read in.
    public let charset: String
    /// `sha256:` and the SHA-256 of the source bytes.
    public let id: String

    /// The text rendition, which evidence offsets count: the decoded file less a byte order mark, line ends untouched.
    package let scalars: [Unicode.Scalar]
    private let bytesDigest: String

    /// The text rendition as a string. Evidence offsets count its Unicode scalars.
    public var text: String {
        String(scalars: scalars[...])
    }

    /// The letters at a place.
    /// - Parameter range: Unicode scalars of the rendition, from 0; the part outside the text is left out.
    public func quote(_ range: Range<Int>) -> String {
        String(scalars: scalars[range.clamped(to: scalars.indices)])
    }

    /// Decodes the bytes of a plain text file. `Guize.read` says what is thrown.
    package init(reading bytes: [UInt8], name: String, charset: String?) throws(GuizeError) {
        var options = ReadingOptions()
        options.charset = charset
        options.limits.bytes = Int.max
        let document: SourceDocument
        do {
            document = try SourceReader(options: options).read(bytes)
        } catch {
            throw GuizeError(error)
        }
        self.name = name
        mediaType = document.mediaType
        self.charset = document.charset
        scalars = document.rendition
        bytesDigest = sha256Hex(bytes)
        id = "sha256:" + bytesDigest
    }

    package var source: SourceInfo {
        SourceInfo(name: name, mediaType: mediaType, charset: charset, bytesDigest: bytesDigest)
    }
}
