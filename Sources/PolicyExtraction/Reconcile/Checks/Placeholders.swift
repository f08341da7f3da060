import NoticeModel
import PolicyRules

extension NoticeCheck {
    /// X月X日, XX元, 〔2025〕XX号: letters that stand where a figure, a date or a number is still to be filled in. One
    /// finding a paragraph.
    static let placeholder = NoticeCheck { notice in
        notice.notice.blocks.compactMap { block in
            guard block.part != .noise else { return nil }
            let places = placeholders(in: notice.notice.text.scalars, range: block.range)
                .map { notice.quotation(notice.notice.text.sourceRange(of: $0)) }
            guard let first = places.first else { return nil }
            return CheckFinding(
                code: .placeholder, message: "«\(first.quote)» is still to be filled in", place: first,
                related: Array(places.dropFirst()))
        }
    }

    /// Runs of such letters with the unit behind them. 二〇二六年 is a number, 400×50% a product, and K12号 a name.
    private static func placeholders(in text: [Unicode.Scalar], range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var at = range.lowerBound
        while at < range.upperBound {
            guard isStandIn(text[at]) else {
                at += 1
                continue
            }
            var end = at
            while end < range.upperBound, isStandIn(text[end]) { end += 1 }
            let count = end - at
            var start = at
            while start > range.lowerBound, "0"..."9" ~= text[start - 1] { start -= 1 }
            let afterLetter = start > range.lowerBound && isLatin(text[start - 1])
            // 202X年 has some digits already; before other units digits make a product or a name of it.
            let hasDigits = start < at
            if end < range.upperBound, !afterLetter, !isLatin(text[end]) {
                let unit = text[end]
                let isFigure = "年月日号元%％天".unicodeScalars.contains(unit) && (!hasDigits || unit == "年")
                let isName = count > 1 && !hasDigits && "省市县区".unicodeScalars.contains(unit)
                let isClear = "Xx×".unicodeScalars.contains(text[at]) || count > 1
                if isFigure && isClear || isName { result.append(start..<end + 1) }
            }
            at = end
        }
        return result
    }

    private static func isStandIn(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "X", "x", "×", "*", "_", "□", "△": true
        default: false
        }
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        "a"..."z" ~= scalar || "A"..."Z" ~= scalar
    }
}
