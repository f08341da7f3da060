/// Why bytes could not be read as text: what is wrong, where, and a way out.
package struct ReadingError: Error, Sendable, Hashable {
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// No bytes, or nothing but white space.
        case empty
        /// More bytes than the limit.
        case tooLarge
        /// Bytes that no text has: zeros, many control characters.
        case binary
        /// A known format that is not text: PDF, ZIP, images.
        case unsupportedFormat
        /// The input ends inside a character.
        case truncated
        /// Bytes that the charset does not have.
        case invalidSequence
        /// No charset has the name asked for.
        case unknownCharset
        /// The bytes begin with the byte order mark of another charset than the one asked for.
        case wrongCharset
        /// No charset could be told from the bytes.
        case undetectedCharset
        /// The converter itself failed.
        case conversionFailed
        /// The document opens with a password alone, or does not let its text be copied.
        case encrypted
        /// A known format, but broken beyond reading.
        case damaged
        /// The pages are images without letters.
        case scanned
        /// The page has its text shown by a script, which is not run.
        case scripted
        /// A program or library that reads the format is not installed; `missingPackage` names Debian's package.
        case missingProgram
        /// A separate process took longer than it may.
        case tooSlow
        /// A separate process could not be run or gave nothing.
        case programFailed
        /// The input asks for more than a limit allows: nodes, depth, cells. The hint names the limit's option.
        case limitExceeded
        /// No part of the input is what was asked for.
        case noMatch
    }

    package var code: Code
    /// What is wrong, in plain words, without the file's name: the caller knows it.
    package var message: String
    /// The first byte concerned, counted from the beginning of the input, a byte order mark included.
    package var offset: Int?
    /// What to do about it.
    package var hint: String?
    /// Debian's package of the program that is missing.
    package var missingPackage: String?

    package init(_ code: Code, _ message: String, offset: Int? = nil, hint: String? = nil) {
        self.code = code
        self.message = message
        self.offset = offset
        self.hint = hint
    }
}

extension ReadingError {
    /// A library that is looked for at run time is not there.
    /// - Parameter package: Debian's package that brings it in all releases.
    static func missing(library: String, package: String) -> ReadingError {
        var error = ReadingError(
            .missingProgram, "reading it needs \(library), which is not installed",
            hint: "install it: apt-get install \(package)")
        error.missingPackage = package
        return error
    }
}

extension ReadingError: CustomStringConvertible {
    package var description: String {
        var text = message
        if let offset { text += " (at byte \(offset))" }
        if let hint { text += "; \(hint)" }
        return text
    }
}
