package import PolicyComparison
import PolicyExtraction

extension Guize {
    /// What comparisons need to know of the extractor set: labels and which group is part of which.
    package var comparisonVocabulary: ComparisonVocabulary {
        var labels: [String: ComparisonVocabulary.Label] = [:]
        var broader: [String: String] = [:]
        var order: [String] = []
        for term in set.termLabels where term.tokenClass == "population" {
            labels[term.code] = labels[term.code] ?? .init(zh: term.zh, en: term.en)
            if let code = term.broader { broader[term.code] = code }
            order.append(term.code)
        }
        return ComparisonVocabulary(labels: labels, broader: broader, order: order)
    }
}
