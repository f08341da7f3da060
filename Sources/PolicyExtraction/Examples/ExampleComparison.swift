import PolicyRules

/// Compares what an example should give with what came out.
///
/// A record must name every field that came out, and no other; only what the text does not say may be left out: everyone as
/// the population, the plan year 2026, what the rule's `set` says, and defaults. A mark is exactly the letters of an evidence span
/// that supports the field.
struct ExampleComparison {
    let rule: RulePattern
    let places: [Character: Range<Int>]

    func differences(expected: [[(field: String, value: String)]], found: [Rule]) -> [String] {
        var rest = Array(found.indices)
        var missing: [String] = []
        for record in expected {
            if let match = rest.firstIndex(where: { agrees(record, found[$0]) }) {
                rest.remove(at: match)
            } else {
                missing.append(text(record))
            }
        }
        return missing.map { "missing {\($0)}" } + rest.map { "not expected {\(text(of: found[$0]))}" }
    }

    private func agrees(_ record: [(field: String, value: String)], _ rule: Rule) -> Bool {
        var actual = ExtractorSet.describe(rule)
        // For its letters: the words that say what the statement is about.
        actual["kind"] = rule.kind.rawValue
        for (field, written) in record {
            let (value, mark) = split(written)
            guard actual.removeValue(forKey: field) == value else { return false }
            if let mark, !stands(rule, field: field, on: places[mark]) { return false }
        }
        return actual.allSatisfy { isOrdinary($0.key, $0.value, of: rule) }
    }

    /// Whether a field with this value may be left out.
    private func isOrdinary(_ field: String, _ value: String, of found: Rule) -> Bool {
        switch field {
        case "kind": true
        case "population" where value == "everyone": true
        case "planYear" where value == String(ExampleNotice.planYear): true
        default:
            found.origins[field]?.how == .defaulted
                || rule.constants.contains { $0.field == field && $0.value == value }
        }
    }

    /// `50@c` is the value 50 on the letters marked c.
    private func split(_ text: String) -> (value: String, mark: Character?) {
        guard let at = text.lastIndex(of: "@"), let mark = text[at...].dropFirst().first, text[at...].count == 2 else {
            return (text, nil)
        }
        return (String(text[..<at]), mark)
    }

    private func stands(_ rule: Rule, field: String, on range: Range<Int>?) -> Bool {
        guard let range else { return false }
        // The base of a rate and the bound of an amount have letters of their own.
        return rule.evidence.contains {
            $0.start..<$0.end == range
                && ($0.supports.contains(field) || $0.supports.contains { $0.hasPrefix(field + ".") })
        }
    }

    // MARK: Records in one line

    private func text(_ record: [(field: String, value: String)]) -> String {
        record.map { "\($0.field): \($0.value)" }.joined(separator: ", ")
    }

    /// The fields that an example must name, each with its letters.
    func text(of rule: Rule) -> String {
        let fields = ExtractorSet.describe(rule).filter { !isOrdinary($0.key, $0.value, of: rule) }
        return fields.sorted { $0.key < $1.key }.map { field, value in
            let letters = rule.evidence.filter { $0.supports.contains(field) }.map { "«\($0.quote)»" }
            return "\(field): \(value) \(letters.joined(separator: " "))"
        }.joined(separator: ", ")
    }
}
