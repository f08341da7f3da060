/// Finds the values that a text states: amounts, rates, dates, periods, durations, ages, document numbers.
///
/// One pass from left to right over folded text. At each place the longest reading wins; mentions come in order, do
/// not overlap, and depend on nothing outside the range and a few letters around them.
package struct ValueScanner: Sendable {
    private let vocabulary: ValueVocabulary

    package init(vocabulary: ValueVocabulary) {
        self.vocabulary = vocabulary
    }

    /// The mentions in `range` of `text`; their ranges count scalars of `text`.
    package func scan(_ text: [Unicode.Scalar], in range: Range<Int>) -> [ValueMention] {
        let reader = ValueReader(text: text, window: range, words: vocabulary)
        var mentions: [ValueMention] = []
        var place = range.lowerBound
        /// Where the last mention ended.
        var free = range.lowerBound
        while place < range.upperBound {
            let kinds = vocabulary.openings.kinds(of: text[place])
            if kinds.isEmpty {
                place += 1
                continue
            }
            if let mention = reader.mention(at: place, kinds: kinds, earliest: free) {
                mentions.append(mention)
                free = mention.range.upperBound
                place = free
            } else if kinds.contains(.numeral) {
                place = max(place + 1, reader.numeralRunEnd(at: place))
            } else {
                place += 1
            }
        }
        return mentions
    }
}

extension ValueReader {
    /// The longest reading at `place`. A document number is found in its middle and begins before `place`.
    fileprivate func mention(at place: Int, kinds: Openings.Kinds, earliest: Int) -> ValueMention? {
        if kinds.contains(.bracket), let number = documentNumber(atBracket: place, earliest: earliest) {
            return ValueMention(range: number.range, value: number.value)
        }
        if kinds.contains(.order), let number = orderNumber(at: place, earliest: earliest) {
            return ValueMention(range: number.range, value: number.value)
        }
        if kinds.contains(.numeral), let number = documentNumber(atYear: place, earliest: earliest) {
            return ValueMention(range: number.range, value: number.value)
        }
        var start = place
        var best: Reading<Value>?
        func offer(_ reading: Reading<Value>?) {
            if let reading, reading.end > best?.end ?? place {
                best = reading
                start = place
            }
        }
        if kinds.contains(.change), let change = moneyChange(at: place) {
            start = change.start
            best = change.reading
        }
        if kinds.contains(.time) { offer(time(at: place)) }
        if kinds.contains(.recurring) { offer(recurring(at: place)) }
        if kinds.contains(.ordinal) { offer(ordinalYear(at: place)) }
        if !kinds.isDisjoint(with: [.numeral, .quantity]), let prefix = quantityPrefix(at: place),
            beginsNumber(at: prefix.end)
        {
            offer(moneyQuantity(at: place))
            offer(rateQuantity(at: place))
            offer(durationQuantity(at: place))
            offer(ageQuantity(at: place))
        }
        if kinds.contains(.numeral) {
            offer(grade(at: place))
            offer(decade(at: place))
        }
        return best.map { ValueMention(range: start..<$0.end, value: $0.content) }
    }

    /// Whether a number of any writing stands at `place`: most bounds and per-units have none.
    private func beginsNumber(at place: Int) -> Bool {
        guard let scalar = scalar(at: place) else { return false }
        return Numeral.isArabic(scalar) || Numeral.isChinese(scalar) || match(words.half, at: place) != nil
            || match(words.rateFractions, at: place) != nil
    }
}
