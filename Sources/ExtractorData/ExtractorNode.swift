/// A place in an extractor file, for messages: the file's path relative to the set, and a line and column from 1.
package struct ExtractorPlace: Sendable, Hashable {
    package var file: String
    package var line: Int
    package var column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

/// A node of an extractor file. Every scalar is kept as the string that was written, because `0123` must not turn
/// into 83 nor `NO` into false.
package struct ExtractorNode: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        case scalar(String)
        case sequence([ExtractorNode])
        /// Pairs in the order in which they stand in the file; keys are unique (the loader refuses doubles).
        case mapping([Pair])
    }

    package struct Pair: Sendable, Hashable {
        package var key: String
        package var keyPlace: ExtractorPlace
        package var value: ExtractorNode

        package init(key: String, keyPlace: ExtractorPlace, value: ExtractorNode) {
            self.key = key
            self.keyPlace = keyPlace
            self.value = value
        }
    }

    package var content: Content
    package var place: ExtractorPlace

    package init(_ content: Content, at place: ExtractorPlace) {
        self.content = content
        self.place = place
    }
}

/// One file of an extractor set: its path relative to the set's folder, with `/`, and its root node.
package struct ExtractorFile: Sendable, Hashable {
    package var path: String
    package var root: ExtractorNode

    package init(path: String, root: ExtractorNode) {
        self.path = path
        self.root = root
    }
}
