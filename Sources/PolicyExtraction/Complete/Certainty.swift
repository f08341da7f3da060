import PolicyRules

extension RuleWriter {
    /// Whether a draft takes whom it is about, how much, or when from words that it does not point to: a sentence before, a
    /// heading above the one right over it, the plan year.
    ///
    /// What the statement points to in words of its own (上述人员, 第一类对象, 下列人员) and what the heading right over it says
    /// (（一）特困人员。全额资助) is as good as stated. Units, modes and payers are told by `origins` alone.
    func isInferred(_ draft: Draft) -> Bool {
        draft.fields.contains { hit in
            guard RuleWriter.substance.contains(hit.field) else { return false }
            if case .everyone = hit.content { return false }
            switch hit.how {
            case .stated: return false
            // The trigger's own words give a window its type (延长至…); only a period can come from nowhere.
            case .defaulted, .derived: return hit.field == "period"
            case .inherited:
                let isPointedTo =
                    hit.field == "population" && hit.places.count > 1
                    || ["class label", "list below", "question before"].contains(hit.by)
                if isPointedTo { return false }
                return !isUnderHeading(hit, draft)
            }
        }
    }

    private static let substance: Set<String> = [
        "kind", "population", "tier", "amount", "rate", "period", "paidDuring", "window", "duration", "within",
    ]

    /// Whether a find stands in the heading right over the draft.
    private func isUnderHeading(_ hit: FieldHit, _ draft: Draft) -> Bool {
        guard let place = hit.places.first, passages[place.passage].isHeading,
            let section = passages[draft.passage].section,
            let start = passages[place.passage].pieces.first?.source
        else { return false }
        // An item that has no heading of its own stands right under the one above.
        var nearest: Int? = section
        while let index = nearest, notice.sections[index].headingRange.isEmpty {
            nearest = notice.sections[index].parent
        }
        return nearest.map { notice.sections[$0].headingRange.lowerBound == start } ?? false
    }
}
