/// What may stand in front of a number: bounds, per-units, and words that count.
struct QuantityPrefix {
    var comparator: Comparator?
    var per: [PerUnit] = []
    /// 连续, 累计.
    var isRunning = false
    /// 每, 每满.
    var isEach = false
    var hasCurrencySign = false
    var end: Int
}

extension ValueReader {
    private static let prefixLimit = 8

    /// Reads bounds and per-units in any order; an empty prefix where none stands. Nil where the words at `start` are
    /// none that a mention may begin with.
    func quantityPrefix(at start: Int) -> QuantityPrefix? {
        var prefix = QuantityPrefix(end: start)
        var onlyHedges = false
        for _ in 0..<Self.prefixLimit {
            let place = prefix.end
            let per = perUnit(at: place)
            let bound = match(words.boundsBefore, at: place)
            if let per, per.end >= bound?.end ?? 0 {
                if onlyHedges { return nil }
                prefix.per += per.payload
                prefix.end = per.end
            } else if let bound {
                switch bound.payload {
                case .bound(let comparator):
                    // 最高不超过: the later word says it; 达到 says nothing beside another bound.
                    if comparator != .equal || prefix.comparator == nil { prefix.comparator = comparator }
                    onlyHedges = false
                case .hedge:
                    if place == start { onlyHedges = true }
                case .filler:
                    if place == start || onlyHedges { return nil }
                }
                prefix.end = bound.end
            } else if let each = match(words.each, at: place), place == start {
                prefix.isEach = true
                prefix.end = each.end
            } else if let running = match(words.running, at: place) {
                if onlyHedges { return nil }
                prefix.isRunning = true
                prefix.end = running.end
            } else if let sign = match(words.currencyPrefixes, at: place) {
                if onlyHedges { return nil }
                prefix.hasCurrencySign = true
                prefix.end = sign.end
            } else {
                break
            }
        }
        return onlyHedges ? nil : prefix
    }

    /// A per-unit in front of an amount. 2025|年人均 names a year.
    func perUnit(at place: Int) -> (payload: [PerUnit], end: Int)? {
        guard let unit = match(words.perBefore, at: place) else { return nil }
        if isScalar("年", at: place) || isScalar("月", at: place), let before = scalar(at: place - 1),
            Numeral.isArabic(before) || Numeral.isChinese(before)
        {
            return nil
        }
        return unit
    }

    /// Bounds behind a quantity: 以上, （含）以上, 以上（不含）, （含5万元）.
    struct BoundSuffix {
        var comparator: Comparator?
        /// What brackets say of the number itself.
        var isInclusive: Bool?
        var end: Int
    }

    func boundSuffix(at start: Int) -> BoundSuffix {
        var suffix = BoundSuffix(end: start)
        for _ in 0..<3 {
            if suffix.isInclusive == nil, let inclusion = inclusion(at: suffix.end) {
                suffix.isInclusive = inclusion.content
                suffix.end = inclusion.end
            } else if suffix.comparator == nil, let bound = match(words.boundsAfter, at: suffix.end) {
                suffix.comparator = bound.payload
                suffix.end = bound.end
            } else {
                break
            }
        }
        return suffix
    }

    /// （含）, （含5万元）, （不含本数）: true where the number belongs to what it bounds.
    func inclusion(at start: Int) -> Reading<Bool>? {
        guard isOpeningParenthesis(at: start), let word = match(words.inclusions, at: start + 1) else { return nil }
        var place = word.end
        if let object = match(words.inclusionObjects, at: place) {
            place = object.end
        } else if let number = numeral(at: place) {
            place = number.end
            // The unit.
            var letters = 0
            while letters < 4, scalar(at: place) != nil, !isClosingParenthesis(at: place) {
                place += 1
                letters += 1
            }
        } else if let half = match(words.half, at: place) {
            place = min(half.end + 1, window.upperBound)
        }
        guard isClosingParenthesis(at: place) else { return nil }
        return Reading(word.payload, end: place + 1)
    }

    /// Joins what stands before and behind a number. 不低于…以上 is said twice; the word in front wins.
    func comparator(before: Comparator?, suffix: BoundSuffix) -> Comparator {
        let stated: Comparator =
            if let before, before != .equal { before } else { suffix.comparator ?? before ?? .equal }
        switch (stated, suffix.isInclusive) {
        case (.atLeast, false): return .more
        case (.atMost, false): return .less
        case (.more, true): return .atLeast
        case (.less, true): return .atMost
        default: return stated
        }
    }

    /// A bound that stands before the noun of a number: 不超过|原限额的|20%. `nouns` are what must touch the number; no
    /// other number but a year stands between.
    func earlierBound(before start: Int, nouns: BackwardWords) -> Comparator? {
        guard ends(nouns, at: start) else { return nil }
        var found: Comparator?
        var place = max(window.lowerBound, start - 26)
        while place < start {
            if isClauseMark(at: place) || isScalar("、", at: place) {
                found = nil
                place += 1
            } else if let bound = match(words.boundStems, at: place), bound.end <= start {
                found = bound.payload
                place = bound.end
            } else if isFigure(at: place) {
                let end = numeralRunEnd(at: place)
                if !isScalar("年", at: end) || end - place != 4 { found = nil }
                place = end
            } else {
                place += 1
            }
        }
        return found
    }
}
