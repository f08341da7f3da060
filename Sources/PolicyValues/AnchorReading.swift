/// A time or a duration that hangs on an event.
enum AnchoredTime {
    case point(TimePoint)
    case within(Within)
}

extension ValueReader {
    private static let chainLimit = 10

    /// Reads an event with its leads and tails: 完成|缴费|手续, 中断|缴费. The last event named is the one that counts,
    /// unless the one before absorbs it.
    ///
    /// The places behind the event and behind each tail after it, the furthest first: 出生|之日的|医保待遇 has its word of
    /// time at the nearest.
    private func events(at start: Int) -> [Reading<Anchor>] {
        guard !ends(words.anchorGuards, at: start) else { return [] }
        var found: ValueVocabulary.Event?
        var readings: [Reading<Anchor>] = []
        var place = start
        for _ in 0..<Self.chainLimit {
            let next = match(words.events, at: place)
            let time = found == nil ? nil : match(words.anchorTimes, at: place)
            let filler = found == nil ? match(words.anchorLeads, at: place) : joint(at: place)
            if let next, next.end >= filler?.end ?? 0 {
                if let before = found, before.absorbed.contains(next.payload.anchor) {
                } else {
                    found = next.payload
                }
                place = next.end
            } else if let filler, filler.end > time?.end ?? 0 {
                place = filler.end
            } else {
                break
            }
            if let found { readings.append(Reading(found.anchor, end: place)) }
        }
        return readings.reversed()
    }

    /// Words that may follow an event: its tails, and the leads of the next one.
    private func joint(at place: Int) -> (payload: Void, end: Int)? {
        let tail = match(words.anchorTails, at: place)
        let lead = match(words.anchorLeads, at: place)
        return (tail?.end ?? 0) >= (lead?.end ?? 0) ? tail : lead
    }

    /// 缴费之日, 缴费次月1日, 缴费之日起3个月后, 出生后90天内.
    func anchoredTime(at start: Int) -> Reading<AnchoredTime>? {
        for event in events(at: start) {
            if let reading = time(after: event) { return reading }
        }
        return nil
    }

    private func time(after event: Reading<Anchor>) -> Reading<AnchoredTime>? {
        guard let time = match(words.anchorTimes, at: event.end) else {
            return counted(from: event.content, at: event.end)
        }
        let offset = time.payload.offset
        let snaps = time.payload.snapsToMonthStart
        var end = time.end
        if snaps { end = skip(words.monthFirst, at: end) }
        if offset == nil, !snaps, let counted = counted(from: event.content, at: end) { return counted }
        let kind = TimePoint.Kind.anchored(event.content, offset: offset, snapsToMonthStart: snaps)
        if let later = later(event.content, offset, snaps: snaps, at: end) { return later }
        if let inclusion = inclusion(at: end) { end = inclusion.end }
        if let mark = match(words.fromMarks, at: end) {
            return Reading(.point(TimePoint(kind, bound: .from)), end: mark.end)
        }
        if let mark = match(words.untilMarks, at: end) {
            return Reading(.point(TimePoint(kind, bound: .until)), end: mark.end)
        }
        return Reading(.point(TimePoint(kind)), end: end)
    }

    /// 次日起|30天后: both offsets in one where their units agree. A day beside months is dropped, as the contract holds
    /// one offset; days from the first of a month have no offset at all and are left unread.
    private func later(_ anchor: Anchor, _ offset: TimeSpan?, snaps: Bool, at end: Int) -> Reading<AnchoredTime>? {
        guard let offset, let counted = counted(from: anchor, at: end) else { return nil }
        switch counted.content {
        case .within: return snaps ? nil : counted
        case .point(var point):
            guard case .anchored(_, let added?, _) = point.kind else { return nil }
            let sum: TimeSpan
            if added.unit == offset.unit {
                sum = TimeSpan(offset.count + added.count, added.unit)
            } else if offset.unit == .day {
                sum = added
            } else {
                return nil
            }
            point.kind = .anchored(anchor, offset: sum, snapsToMonthStart: snaps)
            return Reading(.point(point), end: counted.end)
        }
    }

    /// 第31日 counted from the day of the event: that day is the first, so thirty days later.
    private func ordinalDay(at start: Int) -> Reading<TimeSpan>? {
        guard isScalar("第", at: start),
            let number = ValueReader(text: text, window: start + 1..<window.upperBound, words: words)
                .numeral(at: start + 1),
            isScalar("日", at: number.end) || isScalar("天", at: number.end),
            let count = Int(number.content.value.description), count > 1
        else { return nil }
        return Reading(TimeSpan(count - 1, .day), end: number.end + 1)
    }

    /// 起3个月后, 后90天内: a duration counted from the event, at most three links away.
    private func counted(from anchor: Anchor, at start: Int) -> Reading<AnchoredTime>? {
        var place = start
        for _ in 0..<3 { place = skip(words.anchorLinks, at: place) }
        // 起满30天 is a point in time without a word behind it.
        let isFull = place > start && text[place - 1] == "满"
        if let day = ordinalDay(at: place) {
            let kind = TimePoint.Kind.anchored(anchor, offset: day.content, snapsToMonthStart: false)
            return Reading(.point(TimePoint(kind, bound: .from)), end: skip(words.fromMarks, at: day.end))
        }
        guard let span = span(at: place) else { return nil }
        var end = span.end
        if let inclusion = inclusion(at: end) { end = inclusion.end }
        if let mark = match(words.withinMarks, at: end) {
            let close = inclusion(at: mark.end)?.end ?? mark.end
            return Reading(.within(Within(duration: span.content, of: anchor)), end: close)
        }
        if let mark = match(words.afterMarks, at: end) ?? (isFull ? (payload: (), end: end) : nil) {
            let kind = TimePoint.Kind.anchored(anchor, offset: span.content, snapsToMonthStart: false)
            return Reading(.point(TimePoint(kind, bound: .from)), end: mark.end)
        }
        return nil
    }
}
