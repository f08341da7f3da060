import PolicyComparison
import PolicyRules

/// The places that a fact stands on, in their surroundings, with the letters marked that its fields stand on.
struct EvidenceHTML {
    let texts: [String: [Unicode.Scalar]]
    let text: FactText

    /// Scalars shown in front of and behind a place.
    private let margin = 60

    func block(_ facts: [Fact], _ base: FactBase, id: String, title: String) -> String {
        var body = ""
        for fact in facts {
            for source in fact.sources.prefix(3) {
                let document = base.documents[source.document]
                let place = [document.number, document.name].compactMap(\.self).joined(separator: " · ")
                let unsure =
                    source.rule.certainty == .stated
                    ? "" : " · " + text.say("读法：", "reading: ") + source.rule.certainty.rawValue
                body += "<p class=\"where\">\(html(place)) · \(html(source.rule.id))\(html(unsure))</p>"
                body += "<p>\(html(text.value(fact)))</p>"
                body += excerpts(source.rule, texts[document.id])
            }
        }
        return "<div class=\"evidence\" id=\"\(id)\"><h3>\(html(title))</h3>\(body)</div>"
    }

    private func excerpts(_ rule: Rule, _ scalars: [Unicode.Scalar]?) -> String {
        let spans = rule.evidence.filter { $0.start < $0.end }
        guard let scalars, spans.allSatisfy({ 0 <= $0.start && $0.end <= scalars.count }) else {
            return spans.map {
                "<blockquote><mark title=\"\(html($0.supports.joined(separator: ", ")))\">\(html($0.quote))</mark></blockquote>"
            }.joined()
        }
        // Places that are close together share one excerpt.
        var windows: [Range<Int>] = []
        for span in spans.sorted(by: { $0.start < $1.start }) {
            let window = max(0, span.start - margin)..<min(scalars.count, span.end + margin)
            if let last = windows.last, window.lowerBound <= last.upperBound {
                windows[windows.count - 1] = last.lowerBound..<max(last.upperBound, window.upperBound)
            } else {
                windows.append(window)
            }
        }
        return windows.map { excerpt($0, spans, scalars) }.joined()
    }

    /// Letters under several spans are marked by how many there are: spans may cross, elements may not.
    private func excerpt(_ window: Range<Int>, _ spans: [Evidence], _ scalars: [Unicode.Scalar]) -> String {
        var cuts: Set<Int> = [window.lowerBound, window.upperBound]
        for span in spans where window.contains(span.start) {
            cuts.formUnion([span.start, min(span.end, window.upperBound)])
        }
        let places = cuts.sorted()
        var result = window.lowerBound > 0 ? "…" : ""
        for (start, end) in zip(places, places.dropFirst()) {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[start..<end])
            let over = spans.filter { $0.start <= start && end <= $0.end }
            if over.isEmpty {
                result += html(withoutBlankLines(String(view)))
            } else {
                let letters = html(String(view))
                let fields = Set(over.flatMap(\.supports)).sorted().joined(separator: ", ")
                let depth = over.count == 1 ? "" : over.count == 2 ? " class=\"two\"" : " class=\"three\""
                result += "<mark\(depth) title=\"\(html(fields))\">\(letters)</mark>"
            }
        }
        return "<blockquote>\(result)\(window.upperBound < scalars.count ? "…" : "")</blockquote>"
    }

    /// Converted tables have dozens of empty lines between cells; one line break says as much.
    private func withoutBlankLines(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.enumerated().filter { index, line in
            index == 0 || index == lines.count - 1 || line.contains { !$0.isWhitespace }
        }
        return kept.map(\.element).joined(separator: "\n")
    }
}
