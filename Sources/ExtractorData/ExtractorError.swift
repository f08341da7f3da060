/// Something wrong in an extractor file: what, where, and what to do about it.
package struct ExtractorError: Error, Sendable, Hashable, CustomStringConvertible {
    package var message: String
    package var place: ExtractorPlace
    /// A way out, such as the nearest known key.
    package var hint: String?

    package init(_ message: String, at place: ExtractorPlace, hint: String? = nil) {
        self.message = message
        self.place = place
        self.hint = hint
    }

    package var description: String {
        "\(place.file):\(place.line):\(place.column): \(message)" + (hint.map { " (\($0))" } ?? "")
    }
}
