import NoticeModel
import PolicyRules
import PolicyValues

/// The figures of the operative text that no rule used.
struct Leftovers {
    let set: ExtractorSet
    let passages: [Passage]
    let writer: RuleWriter

    func unclaimed(in operative: [Int], used: [FieldHit.Place]) -> [Unclaimed] {
        let taken = Set(used.flatMap { sources(of: $0) })
        var seen: Set<Range<Int>> = []
        var result: [Unclaimed] = []
        for number in operative {
            for token in passages[number].tokens.flatMap(\.values) {
                guard let value = token.value, let (type, written) = describe(value) else { continue }
                let places = sources(of: FieldHit.Place(passage: number, range: token.range))
                guard let place = places.first, !taken.contains(place), seen.insert(place).inserted else { continue }
                let source = writer.notice.text.sourceRange(of: place)
                result.append(
                    Unclaimed(
                        type: type, value: written,
                        evidence: Quotation(
                            start: source.lowerBound, end: source.upperBound,
                            quote: string(writer.notice.rendition[source]))))
            }
        }
        return result.sorted { $0.evidence.start < $1.evidence.start }
    }

    private func sources(of place: FieldHit.Place) -> [Range<Int>] { passages[place.passage].sources(of: place.range) }

    private func describe(_ value: Value) -> (Unclaimed.ValueType, String)? {
        var times = TimeWriter(planYear: writer.planYear)
        times.keepsYearless = true
        switch value {
        case .money(let money): return (.amount, money.value.description)
        case .moneyChange(let change): return (.amount, change.amount.description)
        case .moneyRange(let lower, let upper): return (.amount, "\(lower.value)/\(upper.value)")
        case .rate(let rate): return (.percentage, rate.value.description)
        case .rateRange(let lower, let upper): return (.percentage, "\(lower.value)/\(upper.value)")
        case .duration(let span): return (.duration, span.description)
        case .durationRange(let lower, let upper): return (.duration, "\(lower)/\(upper)")
        case .within(let within): return (.duration, within.duration.description)
        case .time(let time):
            guard case .date(let date) = time.kind else { return nil }
            return times.iso(date, as: .start).map { (.date, $0) }
        case .period, .yearlyPeriod, .yearlyMonth:
            guard let period = times.period(of: value, text: "") else { return nil }
            func end(_ point: TimePointValue?) -> String {
                point.map { $0.date ?? $0.anchor?.rawValue ?? ".." } ?? ".."
            }
            return (.period, "\(end(period.start))/\(end(period.end))")
        case .monthDays, .documentNumber, .age, .ageRange, .grade, .yearCount, .year, .other: return nil
        }
    }
}
