extension ValueReader {
    /// 年满60周岁以上, 未满18周岁, 6-18周岁.
    func ageQuantity(at start: Int) -> Reading<Value>? {
        guard let prefix = quantityPrefix(at: start), prefix.per.isEmpty, !prefix.isEach, !prefix.isRunning,
            !prefix.hasCurrencySign, !isOrdinal(prefix.end),
            let number = numeral(at: prefix.end), let years = number.content.count, years < 200
        else { return nil }
        let unit = match(words.ageUnits, at: number.end)
        let suffix = boundSuffix(at: unit?.end ?? number.end)
        if let mark = match(words.rangeMarks, at: suffix.end), let second = numeral(at: mark.end),
            let upperYears = second.content.count, upperYears < 200, let unit = match(words.ageUnits, at: second.end)
        {
            let after = boundSuffix(at: unit.end)
            let lower = Age(years: years, comparator: suffix.isInclusive == false ? .more : .atLeast)
            let upper = Age(years: upperYears, comparator: after.isInclusive == false ? .less : .atMost)
            return Reading(.ageRange(lower: lower, upper: upper), end: after.end)
        }
        guard unit != nil else { return nil }
        let comparator = comparator(before: prefix.comparator, suffix: suffix)
        return Reading(.age(Age(years: years, comparator: comparator)), end: suffix.end)
    }

    /// 1-2级, 一、二级, 一级和二级 near 残疾: grades of disability (GB/T 26341 counts four).
    func grade(at start: Int) -> Reading<Value>? {
        guard let first = gradeNumber(at: start) else { return nil }
        var last = first
        var hasUnit = false
        if let unit = match(words.gradeUnits, at: first.end) {
            hasUnit = true
            last.end = unit.end
        }
        for _ in 0..<3 {
            let joined = skip(words.gradeJoiners, at: last.end)
            guard joined > last.end, let next = gradeNumber(at: joined),
                next.content.upperBound > last.content.upperBound,
                let unit = match(words.gradeUnits, at: next.end)
                    ?? ((match(words.gradeJoiners, at: next.end) != nil) ? ((), next.end) : nil)
            else { break }
            hasUnit = unit.end > next.end
            last = Reading(next.content, end: unit.end)
        }
        guard hasUnit, isNearGradeContext(start..<last.end) else { return nil }
        return Reading(.grade(first.content.lowerBound...last.content.upperBound), end: last.end)
    }

    /// 二, or 一二 for one to two.
    private func gradeNumber(at start: Int) -> Reading<ClosedRange<Int>>? {
        guard let number = numeral(at: start), let count = number.content.count else { return nil }
        if number.content.style == .chineseDigits {
            guard count < 100, count / 10 < count % 10, count >= 10 else { return nil }
            return Reading((count / 10)...(count % 10), end: number.end)
        }
        guard 1...10 ~= count else { return nil }
        return Reading(count...count, end: number.end)
    }

    private func isNearGradeContext(_ range: Range<Int>) -> Bool {
        var place = range.upperBound
        while place <= range.upperBound + 6, !isClauseMark(at: place) {
            if match(words.gradeContexts, at: place) != nil { return true }
            place += 1
        }
        place = range.lowerBound - 1
        while place >= max(window.lowerBound, range.lowerBound - 6), !isClauseMark(at: place) {
            if match(words.gradeContexts, at: place) != nil { return true }
            place -= 1
        }
        return false
    }
}
