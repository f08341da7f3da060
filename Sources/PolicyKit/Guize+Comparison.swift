package import PolicyComparison
import PolicyExtraction

extension Guize {
    /// Classes of terms whose codes stand in rules.
    private static let labelled: Set<String> = ["population", "payer"]

    /// What comparisons need to know of the extractor set: labels and which group is part of which.
    package var comparisonVocabulary: ComparisonVocabulary {
        var labels: [String: ComparisonVocabulary.Label] = [:]
        var broader: [String: String] = [:]
        var order: [String] = []
        for term in set.termLabels where Self.labelled.contains(term.tokenClass) {
            labels[term.code] = labels[term.code] ?? .init(zh: term.zh, en: term.en)
            guard term.tokenClass == "population" else { continue }
            if let code = term.broader { broader[term.code] = code }
            order.append(term.code)
        }
        return ComparisonVocabulary(labels: labels, broader: broader, order: order)
    }
}
