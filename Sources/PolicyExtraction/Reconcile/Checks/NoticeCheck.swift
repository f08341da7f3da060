import PolicyRules

/// One way in which a notice can contradict itself: a pure function from its rules and text to what does not hold.
///
/// A check that is not sure stays silent; an alarm that reading the notice does not bear out is a defect.
struct NoticeCheck: Sendable {
    let findings: @Sendable (CheckedNotice) -> [CheckFinding]

    /// All checks, in the order in which their findings are written where these begin at one place.
    static let all: [NoticeCheck] = [
        financingSum, sharesSum, assistanceSum, assistanceExcess, rateAmount, valueConflict, periodReversed,
        windowConflict, windowOverlap, windowGap, yearMismatch, benefitEarly, waitingLong, countMismatch,
        classUndefined, placeholder, populationCustom,
    ]
}

/// What a check found.
struct CheckFinding: Sendable {
    var code: DiagnosticCode
    /// What does not hold, with the arithmetic.
    var message: String
    /// Where it shows.
    var place: Quotation?
    /// The other places that it speaks of.
    var related: [Quotation] = []
    /// Indices of the rules that cannot hold together.
    var conflicting: [Int] = []
}

/// Runs all checks and marks what conflicts.
struct NoticeChecker {
    let set: ExtractorSet
    let passages: [Passage]
    /// Indices of the passages with operative text.
    let operative: [Int]
    /// The figures that no rule used.
    let unclaimed: [Unclaimed]
    let writer: RuleWriter

    func notice(_ settled: [Reconciler.Settled]) -> CheckedNotice {
        CheckedNotice(
            rules: settled.map(\.rule), drafts: settled.map(\.draft), set: set, passages: passages,
            operative: operative, unclaimed: unclaimed, writer: writer)
    }

    /// - Parameter settled: The rules; those that cannot hold together become `conflicting`.
    func diagnostics(of settled: inout [Reconciler.Settled]) -> [Diagnostic] {
        let notice = notice(settled)
        let findings = NoticeCheck.all.flatMap { $0.findings(notice) }
        for index in findings.flatMap(\.conflicting) {
            // Other readings tell more than that; they may be the way out.
            if settled[index].rule.certainty != .ambiguous { settled[index].rule.certainty = .conflicting }
        }
        let diagnostics = findings.map { finding in
            var seen = Set([finding.place].compactMap { $0 })
            return Diagnostic(
                finding.code, message: finding.message, evidence: finding.place,
                related: finding.related.filter { seen.insert($0).inserted })
        }
        // In text order; the order of the checks where two begin at one place.
        return diagnostics.enumerated().sorted { a, b in
            let (x, y) = (a.element.evidence?.start ?? 0, b.element.evidence?.start ?? 0)
            return (x, a.offset) < (y, b.offset)
        }.map(\.element)
    }
}
