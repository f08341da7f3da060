package import ExtractorData
package import NoticeReading

/// Why something could not be read: what is wrong, where, and what to do about it.
public struct GuizeError: Error, Sendable, Hashable {
    /// The kinds of error, stable for programs. New ones may be added: switch with a default.
    public struct Code: Sendable, Hashable {
        /// The name of the kind.
        public let rawValue: String

        /// No bytes, or nothing but white space.
        public static let empty = Code(rawValue: "empty")
        /// More bytes than are read.
        public static let tooLarge = Code(rawValue: "tooLarge")
        /// Bytes that no text has.
        public static let binary = Code(rawValue: "binary")
        /// A known format that is not read: PDF, ZIP, images.
        public static let unsupportedFormat = Code(rawValue: "unsupportedFormat")
        /// The input ends inside a character.
        public static let truncated = Code(rawValue: "truncated")
        /// Bytes that the encoding does not have.
        public static let invalidSequence = Code(rawValue: "invalidSequence")
        /// No encoding has the name asked for.
        public static let unknownCharset = Code(rawValue: "unknownCharset")
        /// The bytes begin with the byte order mark of another encoding.
        public static let wrongCharset = Code(rawValue: "wrongCharset")
        /// No encoding could be told from the bytes.
        public static let undetectedCharset = Code(rawValue: "undetectedCharset")
        /// The converter itself failed.
        public static let conversionFailed = Code(rawValue: "conversionFailed")
        /// The document opens with a password alone, or does not let its text be copied.
        public static let encrypted = Code(rawValue: "encrypted")
        /// A known format, but broken beyond reading.
        public static let damaged = Code(rawValue: "damaged")
        /// The pages are images without letters.
        public static let scanned = Code(rawValue: "scanned")
        /// The page has its text shown by a script, which is not run.
        public static let scripted = Code(rawValue: "scripted")
        /// A program or library that reads the format is not installed; ``GuizeError/missingPackage`` names Debian's package.
        public static let missingProgram = Code(rawValue: "missingProgram")
        /// A separate process took longer than it may.
        public static let tooSlow = Code(rawValue: "tooSlow")
        /// A separate process could not be run or gave nothing.
        public static let programFailed = Code(rawValue: "programFailed")
        /// The input asks for more than a limit allows: nodes, depth, cells.
        public static let limitExceeded = Code(rawValue: "limitExceeded")
        /// No part of the input is what was asked for: a selector that names no element.
        public static let noMatch = Code(rawValue: "noMatch")
        /// A fault in an extractor set; ``GuizeError/place`` says where.
        public static let extractors = Code(rawValue: "extractors")
    }

    /// A place in a file of an extractor set.
    public struct Place: Sendable, Hashable {
        /// The path relative to the set's folder.
        public var file: String
        /// The line, from 1.
        public var line: Int
        /// The column in Unicode scalars, from 1.
        public var column: Int
    }

    /// The kind of error.
    public var code: Code
    /// What is wrong, in English.
    public var message: String
    /// The place in an extractor set.
    public var place: Place?
    /// The first byte of the input concerned, from 0.
    public var offset: Int?
    /// What to do about it, in English.
    public var hint: String?
    /// Debian's package of the program that is missing.
    public var missingPackage: String?
}

extension GuizeError: CustomStringConvertible {
    /// The place, what is wrong, and what to do.
    public var description: String {
        (place.map { "\($0.file):\($0.line):\($0.column): " } ?? "") + message
            + (offset.map { " (at byte \($0))" } ?? "") + (hint.map { "; \($0)" } ?? "")
    }
}

extension GuizeError {
    package init(_ error: ReadingError) {
        self.init(
            code: Code(rawValue: error.code.rawValue), message: error.message, offset: error.offset, hint: error.hint,
            missingPackage: error.missingPackage)
    }

    package init(_ error: ExtractorError) {
        self.init(
            code: .extractors, message: error.message,
            place: Place(file: error.place.file, line: error.place.line, column: error.place.column), hint: error.hint)
    }
}
