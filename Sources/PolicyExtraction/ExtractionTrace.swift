import NoticeModel

/// How an extraction came about, for people who ask why.
package struct ExtractionTrace: Sendable {
    package enum Outcome: Sendable, Hashable {
        case matched(rules: [String])
        case failed(String)
        case vetoed(String)
        case lost(to: String, why: String)
    }
    package struct Entry: Sendable {
        package var extractor: String
        /// In scalars of the rendition.
        package var range: Range<Int>
        package var quote: String
        package var outcome: Outcome
    }
    package var entries: [Entry]

    init(
        recorder: TraceRecorder, rules: [(Draft, String)], passages: [Passage], notice: Notice, set: ExtractorSet
    ) {
        entries = recorder.entries.compactMap { entry in
            let passage = passages[entry.place.passage]
            guard let place = passage.sources(of: entry.place.range).first else { return nil }
            let range = notice.text.sourceRange(of: place)
            let outcome: Outcome
            switch entry.outcome {
            case .missing(let what): outcome = .failed(what)
            case .vetoed(let why): outcome = .vetoed(why)
            case .lost(let winner, let why): outcome = .lost(to: winner, why: why)
            case .matched:
                outcome = .matched(
                    rules: rules.filter {
                        $0.0.passage == entry.place.passage && set.rules[$0.0.pattern].id == entry.rule
                            && passage.tokens[$0.0.trigger].range == entry.place.range
                    }.map(\.1))
            }
            return Entry(extractor: entry.rule, range: range, quote: string(notice.rendition[range]), outcome: outcome)
        }
    }
}
