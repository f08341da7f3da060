import PolicyRules

extension NoticeCheck {
    /// A period whose dates stand in the wrong order. Dates with an unknown day say nothing.
    static let periodReversed = NoticeCheck { notice in
        notice.rules.indices.flatMap { index in
            [("period", notice.rules[index].period), ("paidDuring", notice.rules[index].paidDuring)]
                .compactMap { field, period in
                    guard let start = period?.start?.date, let end = period?.end?.date, end < start, !end.contains("X"),
                        !start.contains("X")
                    else { return nil }
                    return CheckFinding(
                        code: .periodReversed, message: "the period ends on \(end), before it starts on \(start)",
                        place: notice.place(of: index, field: field))
                }
        }
    }

    /// Windows and benefits of the year of the plan lie in that year or around it: a window opens in the year before, and
    /// a benefit may run on into the next.
    static let yearMismatch = NoticeCheck { notice in
        notice.rules.indices.compactMap { index in
            let rule = notice.rules[index]
            guard let year = rule.planYear, year == notice.writer.planYear,
                rule.kind == .enrollmentWindow || rule.kind == .benefitPeriod
            else { return nil }
            let years = [rule.period?.start?.date, rule.period?.end?.date].compactMap {
                $0.flatMap { Int($0.prefix(4)) }
            }
            // Those born late in the year pay in the next one.
            let runsOn = rule.kind == .benefitPeriod || rule.population != nil || rule.period?.start == nil
            let allowed = year - 1...(runsOn ? year + 1 : year)
            guard let first = years.first, let last = years.last, !years.contains(where: allowed.contains) else {
                return nil
            }
            let written = first == last ? "\(first)" : "\(first)–\(last)"
            return CheckFinding(
                code: .yearMismatch, message: "the plan year is \(year), but the dates are of \(written)",
                place: notice.place(of: index, field: "period"))
        }
    }

    /// What everyone is given cannot begin before anyone can pay.
    static let benefitEarly = NoticeCheck { notice in
        var earliest: [RuleScope: Int] = [:]
        // Where the main window is not known, the first one may be none of those that are.
        var hasMain: Set<RuleScope> = []
        for index in notice.rules(.enrollmentWindow) where notice.rules[index].population == nil {
            guard let start = notice.rules[index].period?.start?.date, !start.contains("X") else {
                // An open beginning may lie before all dates.
                return []
            }
            let scope = RuleScope(notice.rules[index])
            if notice.rules[index].window == .concentrated { hasMain.insert(scope) }
            if let known = earliest[scope], let date = notice.rules[known].period?.start?.date, date <= start {
                continue
            }
            earliest[scope] = index
        }
        return notice.rules(.benefitPeriod).compactMap { index in
            let rule = notice.rules[index]
            guard rule.population == nil, rule.conditions.isEmpty, let start = rule.period?.start?.date,
                !start.contains("X"), hasMain.contains(RuleScope(rule)), let window = earliest[RuleScope(rule)],
                let opens = notice.rules[window].period?.start?.date, start < opens
            else { return nil }
            return CheckFinding(
                code: .benefitEarly,
                message: "the benefit begins on \(start), before the first window opens on \(opens)",
                place: notice.place(of: index, field: "period"),
                related: [notice.place(of: window, field: "period")].compactMap { $0 })
        }
    }

    /// Who pays for a year is not made to wait for longer than that.
    static let waitingLong = NoticeCheck { notice in
        notice.rules(.waitingPeriod).compactMap { index in
            let rule = notice.rules[index]
            guard rule.effect != .waived, let duration = rule.duration, let days = approximateDays(duration), days > 366
            else { return nil }
            return CheckFinding(
                code: .waitingLong, message: "the wait of \(duration) is longer than the year that is paid for",
                place: notice.place(of: index, field: "duration"))
        }
    }
}
