/// 发文字号: the organ's short name, the year in 〔〕, the serial number and 号 (GB/T 9704-2012, 7.2.5).
extension ValueReader {
    /// Longest short name of an organ with its document series, in letters.
    private static let organLimit = 12
    /// Longest full name of an organ that issues orders.
    private static let issuerLimit = 20

    /// A number found by its year in brackets; the organ stands to the left, but not before `earliest`.
    /// Gives the start as well, because it lies before `bracket`.
    func documentNumber(atBracket bracket: Int, earliest: Int) -> (range: Range<Int>, value: Value)? {
        guard let opening = scalar(at: bracket), let year = bracketedYear(at: bracket + 1) else { return nil }
        let isRound = opening == "(" || opening == "（"
        guard let closing = scalar(at: year.end), "〕])）］】﹞".unicodeScalars.contains(closing),
            let serial = serialNumber(at: year.end + 1)
        else { return nil }
        let start = organStart(before: bracket, earliest: earliest, limit: Self.organLimit)
        if bracket - start < 2 {
            // 〔2025〕19号 alone is no date and names no document.
            return isRound ? nil : (bracket..<serial.end, .other)
        }
        let organ = string(start..<bracket)
        let number = DocumentNumber(
            canonical: "\(organ)〔\(year.content)〕\(serial.content)号", organ: organ, year: Int(year.content),
            serial: serial.content)
        return (start..<serial.end, .documentNumber(number))
    }

    /// A number without brackets: 苏政发2023年15号. Only behind letters that end an organ's series.
    func documentNumber(atYear place: Int, earliest: Int) -> (range: Range<Int>, value: Value)? {
        guard place > earliest, isFigure(at: place), ends(words.documentEndings, at: place),
            let year = bracketedYear(at: place), Int(year.content) != nil
        else { return nil }
        let serialStart = isScalar("年", at: year.end) ? year.end + 1 : year.end
        guard serialStart > year.end, let serial = serialNumber(at: serialStart) else { return nil }
        let start = organStart(before: place, earliest: earliest, limit: Self.organLimit)
        guard place - start >= 3 else { return nil }
        let organ = string(start..<place)
        let number = DocumentNumber(
            canonical: "\(organ)〔\(year.content)〕\(serial.content)号", organ: organ, year: Int(year.content),
            serial: serial.content)
        return (start..<serial.end, .documentNumber(number))
    }

    /// 国家医保局令第1号, 国家医保局公告2024年第5号.
    func orderNumber(at place: Int, earliest: Int) -> (range: Range<Int>, value: Value)? {
        guard let order = match(words.documentOrders, at: place) else { return nil }
        var next = order.end
        var year: Int?
        if let number = bracketedYear(at: next), isScalar("年", at: number.end) {
            year = Int(number.content)
            next = number.end + 1
        }
        guard isScalar("第", at: next) else { return nil }
        let inner = ValueReader(text: text, window: (next + 1)..<window.upperBound, words: words)
        guard let serial = inner.numeral(at: next + 1), let count = serial.content.count, isScalar("号", at: serial.end)
        else { return nil }
        let start = organStart(before: place, earliest: earliest, limit: Self.issuerLimit, isIssuer: true)
        guard place - start >= 2 else { return nil }
        let number = DocumentNumber(
            canonical: string(start..<(serial.end + 1)), organ: string(start..<order.end), year: year,
            serial: String(count))
        return (start..<(serial.end + 1), .documentNumber(number))
    }

    private func bracketedYear(at place: Int) -> Reading<String>? {
        var end = place
        while end < place + 4, isFigure(at: end) || match(words.unknownDigits, at: end) != nil { end += 1 }
        guard end == place + 4, !isFigure(at: end) else { return nil }
        let text = string(place..<end)
        if let year = Int(text), !(1949...2199 ~= year) { return nil }
        return Reading(text, end: end)
    }

    /// Figures or unknown digits, maybe none, up to and with 号; a bracket may close before it.
    private func serialNumber(at start: Int) -> Reading<String>? {
        var place = start
        if isScalar("第", at: place) { place += 1 }
        let first = place
        while place < first + 6, isFigure(at: place) || match(words.unknownDigits, at: place) != nil { place += 1 }
        let serial = string(first..<place)
        if isClosingParenthesis(at: place), isScalar("号", at: place + 1) { place += 1 }
        guard isScalar("号", at: place) else { return nil }
        return Reading(serial, end: place + 1)
    }

    /// Walks left over the letters of an organ's name, up to punctuation or a word that cannot belong to it.
    private func organStart(before place: Int, earliest: Int, limit: Int, isIssuer: Bool = false) -> Int {
        var start = place
        let floor = max(earliest, window.lowerBound, place - limit)
        while start > floor {
            guard let letter = scalar(at: start - 1), isOrganLetter(letter) else { break }
            if !isIssuer || start == place || place - start > 1, ends(words.documentStops, at: start),
                start < place
            {
                break
            }
            if start < place, let length = words.documentConjunctions.length(in: text, endingAt: start, from: floor),
                start - length > window.lowerBound, let before = scalar(at: start - length - 1),
                isIssuer
                    ? "号》）)”法例定见知文".unicodeScalars.contains(before)
                    : (isOrganLetter(before) || "》）)”号".unicodeScalars.contains(before))
            {
                break
            }
            start -= 1
        }
        return start
    }

    private func isOrganLetter(_ scalar: Unicode.Scalar) -> Bool {
        0x4E00...0x9FFF ~= scalar.value || 0x3400...0x4DBF ~= scalar.value
    }

    private func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[range])
        return String(view)
    }
}
