import NoticeModel
import PolicyRules

extension NoticeCheck {
    /// 以下五类人员：…, 特困人员、孤儿两类对象, 分三档：一档…: a number of classes or tiers against those named.
    ///
    /// Names of groups hold connectives themselves (脱贫不稳定和边缘易致贫人口), so that a list has at least as many items as 、
    /// part and at most as many as all connectives do. A list that ends in 等 may leave some out.
    static let countMismatch = NoticeCheck { notice in
        notice.operative.flatMap { number -> [CheckFinding] in
            let passage = notice.passages[number]
            guard case .paragraph = passage.origin else { return [] }
            return CountPhrase.all(in: passage.text).compactMap { phrase in
                let named = notice.named(by: phrase, in: number)
                guard let named, !named.range.contains(phrase.count) else { return nil }
                return CheckFinding(
                    code: .countMismatch,
                    message: "«\(passage.string(phrase.range))» says \(phrase.count), but \(named.count) are named",
                    place: notice.quotation(phrase.range, in: number), related: named.places)
            }
        }
    }
}

/// 五类, 3类, 两档: a number and what it counts.
struct CountPhrase {
    var count: Int
    var range: Range<Int>
    var unit: Unicode.Scalar

    /// Ordinals (第三类), diseases (四类手术) and numbers above 20 are none.
    static func all(in text: [Unicode.Scalar]) -> [CountPhrase] {
        text.indices.compactMap { at in
            guard text[at] == "类" || text[at] == "档" else { return nil }
            var start = at
            if start > 0, text[start - 1] == "个" { start -= 1 }
            var digits = start
            while digits > 0, start - digits < 3, numeral(text[digits - 1]) != nil { digits -= 1 }
            guard digits < start, let count = number(text[digits..<start]), 2...20 ~= count else { return nil }
            if digits > 0, "第—–-~至．.".unicodeScalars.contains(text[digits - 1]) { return nil }
            return CountPhrase(count: count, range: digits..<at + 1, unit: text[at])
        }
    }

    private static func numeral(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "0"..."9": Int(scalar.value) - 0x30
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        case "十": 10
        default: nil
        }
    }

    private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
        if digits.allSatisfy({ "0"..."9" ~= $0 }) {
            return digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
        }
        let values = digits.compactMap(numeral)
        switch (values.count, values.firstIndex(of: 10)) {
        case (1, _): return values[0]
        case (2, 0?): return 10 + values[1]
        case (2, 1?): return values[0] * 10
        case (3, 1?): return values[0] * 10 + values[2]
        default: return nil
        }
    }
}

/// What a text names of that which a phrase counts.
private struct Named {
    /// Of how many it can be read.
    var range: ClosedRange<Int>
    var places: [Quotation]

    /// No list is longer than this.
    static let many = 99

    var count: String {
        if range.upperBound == Named.many { return "at least \(range.lowerBound)" }
        return range.count == 1 || range.lowerBound == 0
            ? "\(range.upperBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }
}

extension CheckedNotice {
    fileprivate func named(by phrase: CountPhrase, in passage: Int) -> Named? {
        phrase.unit == "档"
            ? tiers(after: phrase, in: passage)
            : list(after: phrase, in: passage) ?? items(below: phrase, in: passage) ?? list(before: phrase, in: passage)
    }

    /// 分三档：一档400元，二档700元. What is not divided into tiers here names some of them only.
    private func tiers(after phrase: CountPhrase, in number: Int) -> Named? {
        let passage = passages[number]
        let text = passage.text
        let start = phrase.range.lowerBound
        guard start > 0, "分设为共有".unicodeScalars.contains(text[start - 1]),
            let sentence = sentence(at: start, in: number)
        else { return nil }
        let tiers = sentence.tokens.map { passage.tokens[$0] }.filter {
            $0.tokenClass == set.names.tier && $0.range.lowerBound >= phrase.range.upperBound
        }
        let count = Set(tiers.map(\.code)).count
        guard count > 1 else { return nil }
        return Named(range: count...count, places: tiers.compactMap { quotation($0.range, in: number) })
    }

    /// 以下四类人员：甲、乙、丙。 or 四类人员（甲、乙、丙）
    private func list(after phrase: CountPhrase, in number: Int) -> Named? {
        let text = passages[number].text
        var start = phrase.range.upperBound
        while start < text.count, start - phrase.range.upperBound <= 8, text[start] != "：", text[start] != "（" {
            if isPunctuation(text[start]) || text[start] == "、" { return nil }
            start += 1
        }
        guard start < text.count, text[start] == "：" || text[start] == "（" else { return nil }
        let closes: [Unicode.Scalar] = text[start] == "（" ? ["）"] : ["。", "\n"]
        let limit = min(text.count, start + 400)
        var end = start + 1
        var depth = 0
        while end < limit {
            if depth == 0, closes.contains(text[end]) { break }
            if text[end] == "（" { depth += 1 }
            if text[end] == "）" { depth -= 1 }
            end += 1
        }
        guard end < text.count || closes.contains("。"), end < limit || end == text.count else { return nil }
        return items(in: start + 1..<end, of: number)
    }

    /// 特困人员、孤儿、低保对象三类人员; with 等 before the number some may be left out.
    private func list(before phrase: CountPhrase, in number: Int) -> Named? {
        let passage = passages[number]
        let text = passage.text
        var end = phrase.range.lowerBound
        var leavesOut = false
        while end > 0, phrase.range.lowerBound - end < 3, "等共计这上述以".unicodeScalars.contains(text[end - 1]) {
            if text[end - 1] == "等" { leavesOut = true }
            end -= 1
        }
        guard let sentence = sentence(at: phrase.range.lowerBound, in: number),
            let group = sentence.groups.last(where: { $0.range.upperBound <= end }),
            end - group.range.upperBound <= 1
        else { return nil }
        var start = group.range.lowerBound
        while start > sentence.range.lowerBound, !isPunctuation(text[start - 1]),
            !"对将把给为".unicodeScalars.contains(text[start - 1])
        {
            start -= 1
        }
        guard let named = items(in: start..<end, of: number) else { return nil }
        return Named(
            range: named.range.lowerBound...(leavesOut ? Named.many : named.range.upperBound), places: named.places)
    }

    /// The items of a list of people: at least as many as 、 or ； part, at most as many as all connectives do. Nil where it
    /// says more than names.
    private func items(in range: Range<Int>, of number: Int) -> Named? {
        let passage = passages[number]
        let text = passage.text
        guard let sentence = sentence(at: range.lowerBound, in: number),
            sentence.groups.contains(where: { range.overlaps($0.range) }),
            // Amounts, percentages and class names (A类：…) make it a list of statements.
            !sentence.tokens.contains(where: {
                range.contains(passage.tokens[$0].range.lowerBound) && passage.tokens[$0].value != nil
            })
        else { return nil }
        var depth = 0
        var semicolons = 0
        var marks = 0
        var words = 0
        for at in range {
            switch text[at] {
            case "（": depth += 1
            case "）": depth -= 1
            case "；" where depth == 0: semicolons += 1
            case "、" where depth == 0: marks += 1
            case "和", "及", "与", "或", "暨", "，": words += depth == 0 ? 1 : 0
            case "：", "类": return nil
            default: break
            }
        }
        guard semicolons + marks + words > 0 else { return nil }
        let last = text[max(range.lowerBound, range.upperBound - 8)..<range.upperBound]
        let leavesOut = last.contains("等")
        let least = (semicolons > 0 ? semicolons : marks) + 1
        let most = semicolons + marks + words + 1
        return Named(
            range: least...(leavesOut ? Named.many : most), places: [quotation(range, in: number)].compactMap { $0 })
    }

    /// The numbered items of the section, below words that end in a colon (下列五类人员：) or a heading that counts (五类对象).
    private func items(below phrase: CountPhrase, in number: Int) -> Named? {
        let passage = passages[number]
        let text = passage.text
        guard let section = section(of: number), let last = text.indices.last(where: { text[$0] != "\n" }) else {
            return nil
        }
        let isLead = text[last] == "：" && last - phrase.range.upperBound <= 12
        let isTitle = passage.isHeading && last - phrase.range.upperBound <= 6
        guard isLead || isTitle else { return nil }
        let children = children(of: section)
        guard children.count > 1, let source = passage.sources(of: phrase.range).first else { return nil }
        // Items before the words that announce them are others; more items than announced may say something else.
        guard children.allSatisfy({ notice.sections[$0].range.lowerBound > source.lowerBound }) else { return nil }
        let least = isLead ? children.count : 0
        return Named(
            range: least...children.count,
            places: children.map { quotation(notice.text.sourceRange(of: notice.sections[$0].markerRange)) })
    }
}
