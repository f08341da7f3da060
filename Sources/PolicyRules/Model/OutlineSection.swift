/// A section of the notice's outline.
public struct OutlineSection: Sendable, Hashable {
    /// Stable id from the markers' numbers: `3.1` is （一） under 三、.
    public var id: String
    /// The marker as written: 一、 （一） 1. （1） ① 第一条. Empty, and left out of JSON, where the source marks a heading as
    /// one that has no marker.
    public var marker: String
    /// The depth of nesting as found, from 1.
    public var level: Int
    /// The heading without its marker; absent where the item has none of its own.
    public var heading: String?
    /// The first scalar of the section, its marker if it has one.
    public var start: Int
    /// The place behind the last scalar of the section, subsections included.
    public var end: Int

    /// Creates a section from its fields.
    public init(
        id: String,
        marker: String,
        level: Int,
        heading: String? = nil,
        start: Int,
        end: Int
    ) {
        self.id = id
        self.marker = marker
        self.level = level
        self.heading = heading
        self.start = start
        self.end = end
    }
}
