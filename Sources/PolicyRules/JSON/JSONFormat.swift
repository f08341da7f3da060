/// How a bundle is laid out. Both forms have the same keys in the same order and end with one line feed.
public enum JSONFormat: Sendable, Hashable {
    /// Two spaces a level, for files that people read and compare.
    case pretty
    /// On one line, for NDJSON.
    case compact
}
