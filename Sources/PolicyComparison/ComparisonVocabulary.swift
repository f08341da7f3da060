/// What the extractor set knows of codes: their labels and which group is part of which. A comparison without one works,
/// but shows codes and sees no group as part of another.
package struct ComparisonVocabulary: Sendable {
    package struct Label: Sendable, Hashable {
        package var zh: String
        package var en: String

        package init(zh: String, en: String) {
            self.zh = zh
            self.en = en
        }
    }

    /// Labels by code, of populations and payers.
    package var labels: [String: Label]
    /// By code, the code of the group that it is part of.
    package var broader: [String: String]
    /// Populations in the order in which a reader expects them.
    package var order: [String: Int]

    package init(labels: [String: Label] = [:], broader: [String: String] = [:], order: [String] = []) {
        self.labels = labels
        self.broader = broader
        self.order = Dictionary(order.enumerated().map { ($0.element, $0.offset) }) { a, _ in a }
    }

    /// Whether a group is part of another one.
    func hasBroader(_ code: String?) -> Bool { code.map { broader[$0] != nil } ?? false }

    /// Whether everyone of `narrow` belongs to `broad`, as far as the vocabulary says.
    package func isBroader(_ broad: String, than narrow: String) -> Bool {
        var code = narrow
        // A chain that is longer than the table runs in a circle.
        for _ in 0...broader.count {
            guard let next = broader[code] else { return false }
            if next == broad { return true }
            code = next
        }
        return false
    }
}
