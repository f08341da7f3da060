/// Items of a list that a sentence speaks of by their numbers: 第（一）至（三）项, ①至⑤类, 除第（5）项外.
struct ItemReference: Equatable {
    var numbers: Set<Int>
    /// 除第（5）项外: all but these.
    var isException = false

    func contains(_ number: Int) -> Bool { numbers.contains(number) != isException }

    /// The number of the article in which the items stand: 第七条第（一）项.
    var article: Int?

    /// The last such words in a range of the text that cite items, with the article that they name.
    init?(citedIn range: Range<Int>, of text: [Unicode.Scalar]) {
        var found: ItemReference?
        var article: Int?
        var at = range.lowerBound
        while at < range.upperBound {
            guard let (numbers, end) = ItemReference.list(at: at, before: range.upperBound, in: text),
                end < range.upperBound
            else {
                at += 1
                continue
            }
            if text[end] == "条" {
                article = numbers.count == 1 ? numbers.first : nil
            } else if "项类款种".unicodeScalars.contains(text[end]),
                var reference = ItemReference(in: at..<range.upperBound, of: text)
            {
                reference.article = article
                // 第3项第（2）至（4）类: the innermost; 第（二）项、第（四）项 are read together.
                let isInner = text[at - 1 < 0 ? 0 : at - 1] != "、" || found == nil
                if isInner { found = reference }
            }
            at = end + 1
        }
        guard let found else { return nil }
        self = found
    }

    /// The first such words in a range of the text.
    init?(in range: Range<Int>, of text: [Unicode.Scalar]) {
        for start in range {
            guard let (numbers, end) = ItemReference.list(at: start, before: range.upperBound, in: text),
                end < range.upperBound, "项类款条点种".unicodeScalars.contains(text[end])
            else { continue }
            self.numbers = numbers
            // 第1至第6类、第8类
            var rest = end + 1
            while rest + 1 < range.upperBound, "、和及与".unicodeScalars.contains(text[rest]), text[rest + 1] == "第",
                let (more, next) = ItemReference.list(at: rest + 1, before: range.upperBound, in: text),
                next < range.upperBound, text[next] == text[end]
            {
                self.numbers.formUnion(more)
                rest = next + 1
            }
            let lead = text[max(range.lowerBound, start - 3)..<start]
            let tail = text[end..<min(range.upperBound, end + 8)]
            isException = lead.contains("除") && tail.contains("外")
            return
        }
        return nil
    }

    /// Numbers in a row: those of a list, and all between the ends of 至.
    private static func list(
        at start: Int, before limit: Int, in text: [Unicode.Scalar]
    ) -> (numbers: Set<Int>, end: Int)? {
        var at = start
        let hasOrdinal = text[at] == "第"
        if hasOrdinal { at += 1 }
        guard let first = number(at: at, before: limit, in: text), hasOrdinal || first.isMarked else { return nil }
        var numbers: Set<Int> = [first.value]
        var last = first.value
        at = first.end
        while at < limit {
            let isRange = "至到—-~".unicodeScalars.contains(text[at])
            var next = at
            if isRange || "、和及与".unicodeScalars.contains(text[at]) { next += 1 }
            if next < limit, text[next] == "第" { next += 1 }
            guard let other = number(at: next, before: limit, in: text), other.isMarked || next > at else { break }
            if isRange, other.value > last { numbers.formUnion(last...other.value) }
            numbers.insert(other.value)
            last = other.value
            at = other.end
        }
        return (numbers, at)
    }

    /// （三）, (3), ③ or 3, up to twenty.
    private static func number(
        at start: Int, before limit: Int, in text: [Unicode.Scalar]
    ) -> (value: Int, end: Int, isMarked: Bool)? {
        guard start < limit else { return nil }
        if (0x2460...0x2473).contains(text[start].value) {
            return (Int(text[start].value - 0x245F), start + 1, true)
        }
        let isBracketed = text[start] == "（"
        var at = isBracketed ? start + 1 : start
        var value = 0
        let first = at
        while at < limit, at - first < 3, let digit = digit(text[at]) {
            if digit == 10 {
                value = max(1, value) * 10
            } else if value % 10 == 0, value >= 10 {
                value += digit
            } else {
                value = value * 10 + digit
            }
            at += 1
        }
        guard at > first, (1...20).contains(value) else { return nil }
        if isBracketed {
            guard at < limit, text[at] == "）" else { return nil }
            at += 1
        }
        return (value, at, isBracketed)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        if ("0"..."9").contains(scalar) { return Int(scalar.value - 0x30) }
        let han = Array("一二三四五六七八九十".unicodeScalars)
        return han.firstIndex(of: scalar).map { $0 + 1 }
    }
}
