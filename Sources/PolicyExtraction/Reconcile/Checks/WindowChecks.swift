import PolicyRules
import PolicyValues

extension NoticeCheck {
    /// One type of window with two periods that share days and are not the same. Two that share none are two phases.
    static let windowConflict = NoticeCheck { notice in
        struct Key: Hashable {
            var window: WindowType?
            var scope: RuleScope
        }
        var first: [Key: Window] = [:]
        return notice.windows().compactMap { window in
            let rule = notice.rules[window.rule]
            let key = Key(window: rule.window, scope: RuleScope(rule))
            guard let known = first[key] else {
                first[key] = window
                return nil
            }
            guard let a = known.closed, let b = window.closed, a != b, a.overlaps(b), rule.conditions.isEmpty,
                notice.rules[known.rule].conditions.isEmpty, !notice.isOneStatement(known.rule, window.rule)
            else { return nil }
            return CheckFinding(
                code: .windowConflict,
                message:
                    "the window \(rule.window?.rawValue ?? "") is \(known.written) in one place and \(window.written) in another",
                place: notice.place(of: window.rule, field: "period"),
                related: [notice.place(of: known.rule, field: "period")].compactMap { $0 },
                conflicting: [known.rule, window.rule])
        }
    }

    /// Windows of different types on the same days. 动态参保 goes on all year and overlaps with all.
    static let windowOverlap = NoticeCheck { notice in
        notice.sequences().flatMap { windows in
            zip(windows, windows.dropFirst()).compactMap { a, b in
                guard notice.rules[a.rule].window != notice.rules[b.rule].window, let x = a.closed, let y = b.closed,
                    x != y, x.overlaps(y), !notice.isOneStatement(a.rule, b.rule)
                else { return nil }
                return CheckFinding(
                    code: .windowOverlap,
                    message: "the window \(notice.type(b)) (\(b.written)) begins before the window \(notice.type(a)) "
                        + "(\(a.written)) ends",
                    place: notice.place(of: b.rule, field: "period"),
                    related: [notice.place(of: a.rule, field: "period")].compactMap { $0 })
            }
        }
    }

    /// Days on which nobody can pay, between the windows for everyone.
    static let windowGap = NoticeCheck { notice in
        notice.sequences().filter { $0.first.map { notice.rules[$0.rule].population == nil } ?? false }.flatMap {
            windows in
            var findings: [CheckFinding] = []
            var last: Window?
            for window in windows {
                // The window that is open longest; one without an end is open to the last.
                defer {
                    if let known = last, let end = known.end {
                        if window.end ?? .max > end { last = window }
                    } else if last == nil {
                        last = window
                    }
                }
                guard let before = last, let end = before.end, let start = window.start, start > end + 1,
                    notice.rules[before.rule].window != notice.rules[window.rule].window,
                    // A period that no rule used may be the window between.
                    !notice.hasUnclaimedPeriod(startingIn: end + 1..<start)
                else { continue }
                let days = start - end - 1
                findings.append(
                    CheckFinding(
                        code: .windowGap,
                        message:
                            "on \(days) \(days == 1 ? "day" : "days") nobody can pay, between the windows \(notice.type(before)) "
                            + "(\(before.written)) and \(notice.type(window)) (\(window.written))",
                        place: notice.place(of: window.rule, field: "period"),
                        related: [notice.place(of: before.rule, field: "period")].compactMap { $0 }))
            }
            return findings
        }
    }
}

/// A window by the days of the calendar on which it is open.
private struct Window {
    var rule: Int
    /// Days since 1 March of the year 0; nil where it is open, hangs on an event or has an unknown digit.
    var start: Int?
    var end: Int?
    var written: String

    var closed: ClosedRange<Int>? {
        guard let start, let end, start <= end else { return nil }
        return start...end
    }
}

extension CheckedNotice {
    fileprivate func windows() -> [Window] {
        rules(.enrollmentWindow).compactMap { index in
            guard let period = rules[index].period, !isOfPayers(index) else { return nil }
            let start = period.start.map { $0.date ?? $0.anchor?.rawValue ?? "" } ?? ""
            let end = period.end.map { $0.date ?? $0.anchor?.rawValue ?? "" } ?? ""
            return Window(
                rule: index, start: period.start?.date.flatMap(dayNumber), end: period.end?.date.flatMap(dayNumber),
                written: "\(start)–\(end)")
        }
    }

    /// 3月1日至6月30日缴费的，…: a part of a window, whose payers something is said of.
    private func isOfPayers(_ index: Int) -> Bool {
        guard let place = drafts[index].hit("period")?.places.first else { return false }
        let text = passages[place.passage].text
        let words = text[place.range.lowerBound..<min(text.count, place.range.upperBound + 10)]
        let after = words.dropFirst(place.range.count).prefix { !isPunctuation($0) }
        return after.contains("的") || string(after).hasSuffix("缴费") || string(words).contains("期间")
    }

    /// The windows of each scope in the order in which they open, without those that are open at any time. A window
    /// without a beginning (an extension, 印发之日起) opens with the one before it.
    fileprivate func sequences() -> [[Window]] {
        var order: [RuleScope] = []
        var scopes: [RuleScope: [Window]] = [:]
        for window in windows() where rules[window.rule].conditions.isEmpty {
            let scope = RuleScope(rules[window.rule])
            if scopes[scope] == nil { order.append(scope) }
            scopes[scope, default: []].append(window)
        }
        return order.compactMap { scope in
            guard let windows = scopes[scope], !windows.contains(where: { rules[$0.rule].window == .dynamic }) else {
                return nil
            }
            return windows.sorted { ($0.start ?? .min, $0.end ?? .max) < ($1.start ?? .min, $1.end ?? .max) }
        }
    }

    fileprivate func hasUnclaimedPeriod(startingIn days: Range<Int>) -> Bool {
        unclaimed.contains { value in
            guard value.type == .period, let start = dayNumber(String(value.value.prefix { $0 != "/" })) else {
                return false
            }
            return days.contains(start)
        }
    }

    fileprivate func type(_ window: Window) -> String { rules[window.rule].window?.rawValue ?? "" }
}

/// The number of a day of the Gregorian calendar (ISO 8601 date), counted from 1 March of the year 0, so that the leap day
/// ends a year; nil where a digit is unknown.
func dayNumber(_ date: String) -> Int? {
    let parts = date.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], 1...12 ~= month else {
        return nil
    }
    let shifted = month > 2 ? year : year - 1
    let monthsFromMarch = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * monthsFromMarch + 2) / 5 + day - 1
}
