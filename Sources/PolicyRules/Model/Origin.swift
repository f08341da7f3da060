/// Where a field comes from that the statement itself does not state.
public struct Origin: Sendable, Hashable {
    /// The way in which the field came about.
    public enum How: String, Sendable, Hashable, CaseIterable {
        /// Taken from a heading, a table header or another sentence.
        case inherited
        /// Set by a rule of the extractor set.
        case defaulted
        /// Computed from other fields: 400 − 150.
        case derived
    }

    /// The way in which the field came about.
    public var how: How
    /// From what, or by which step.
    public var by: String

    /// Creates a origin from its fields.
    public init(
        how: How,
        by: String
    ) {
        self.how = how
        self.by = by
    }
}
