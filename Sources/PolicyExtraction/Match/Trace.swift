/// What was tried at which place, for `guize explain`.
struct TraceRecorder: Sendable {
    enum Outcome: Sendable {
        case matched
        case missing(String)
        case vetoed(String)
        case lost(to: String, why: String)
    }
    struct Entry: Sendable {
        var rule: String
        var place: FieldHit.Place
        var outcome: Outcome
    }

    let isOn: Bool
    private(set) var entries: [Entry] = []

    init(isOn: Bool) { self.isOn = isOn }

    mutating func record(_ rule: String, at place: FieldHit.Place, _ outcome: @autoclosure () -> Outcome) {
        if isOn { entries.append(Entry(rule: rule, place: place, outcome: outcome())) }
    }
}
