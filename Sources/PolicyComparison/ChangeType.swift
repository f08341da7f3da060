/// What happened to a field or to a whole fact. docs/comparison.md defines each.
package enum ChangeType: String, Sendable, Hashable, CaseIterable {
    // Of fields with an order.
    case raised, lowered
    case tightened, loosened, boundChanged
    case advanced, postponed, movedWithYear
    case lengthened, shortened
    case widened, narrowed
    // Of fields without one.
    case granted, withdrawn
    case payerChanged, modeChanged, documentChanged, changed
    case reworded, figuresReworded
    case notComparable
    case statedOnlyInSecond, statedOnlyInFirst
    // Of whole facts.
    case added, removed
    case delegated, settled
    case repealed, restored
    case split, merged
    case renamed
    case ambiguous
    case modified

    /// What the change is called from the other side: diff(B, A) says the mirror of everything that diff(A, B) says.
    package var mirror: ChangeType {
        switch self {
        case .raised: .lowered
        case .lowered: .raised
        case .tightened: .loosened
        case .loosened: .tightened
        case .advanced: .postponed
        case .postponed: .advanced
        case .lengthened: .shortened
        case .shortened: .lengthened
        case .widened: .narrowed
        case .narrowed: .widened
        case .granted: .withdrawn
        case .withdrawn: .granted
        case .statedOnlyInSecond: .statedOnlyInFirst
        case .statedOnlyInFirst: .statedOnlyInSecond
        case .added: .removed
        case .removed: .added
        case .delegated: .settled
        case .settled: .delegated
        case .repealed: .restored
        case .restored: .repealed
        case .split: .merged
        case .merged: .split
        case .boundChanged, .movedWithYear, .payerChanged, .modeChanged, .documentChanged, .changed, .reworded,
            .figuresReworded, .notComparable, .renamed, .ambiguous, .modified:
            self
        }
    }
}

/// How much a change matters. docs/comparison.md has the definitions.
package enum ChangeLevel: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Wording, or what follows from the year alone.
    case info
    /// Something that decides no payment by itself, or that only one notice treats.
    case minor
    /// An amount, a rate, a date or a duration that decides what people pay or get.
    case major
    /// Someone gains or loses an entitlement.
    case critical

    private var rank: Int {
        switch self {
        case .info: 0
        case .minor: 1
        case .major: 2
        case .critical: 3
        }
    }

    package static func < (a: ChangeLevel, b: ChangeLevel) -> Bool { a.rank < b.rank }
}

/// What a change does to someone.
package enum ChangeDirection: String, Sendable, Hashable, CaseIterable {
    /// For the insured: pays less, gets more or sooner. For the payer: pays less.
    case better
    case worse
    case unchanged
    case indeterminate

    package var mirror: ChangeDirection {
        switch self {
        case .better: .worse
        case .worse: .better
        case .unchanged, .indeterminate: self
        }
    }

    /// The direction of several changes together.
    static func joined(_ directions: [ChangeDirection]) -> ChangeDirection {
        if directions.contains(.indeterminate) { return .indeterminate }
        let moving = Set(directions).subtracting([.unchanged])
        return moving.count > 1 ? .indeterminate : moving.first ?? .unchanged
    }
}
