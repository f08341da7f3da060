extension Composer {
    /// The notice of a seed.
    static func notice(seed: UInt64) -> GeneratedNotice {
        var composer = Composer(seed: seed)
        let parts = composer.parts()
        return composer.layOut(parts)
    }

    /// The sections in the order in which they were thought of.
    mutating func parts() -> [Part] {
        var parts = [financingPart(), windowPart()]
        if random.chance(85) { parts.append(assistancePart()) }
        if random.chance(60) { parts.append(benefitPart()) }
        if random.chance(60) { parts.append(waitingPart()) }
        if random.chance(40) { parts.append(ceilingPart()) }
        for index in parts.indices where random.chance(25) {
            let item = Int.random(in: 0..<parts[index].items.count, using: &random)
            if !parts[index].items[item].isTable { parts[index].items[item].statements.append(trap()) }
        }
        parts.append(fillerPart())
        return parts
    }

    /// The notice with its sections in the order given.
    mutating func layOut(_ parts: [Part]) -> GeneratedNotice {
        var page = Page()
        let scheme = "城乡居民基本医疗保险"
        page.line(
            random.pick([
                "关于做好\(planYear)年度\(scheme)参保缴费工作的通知", "关于做好\(planYear)年\(scheme)参保征缴工作的通知",
                "关于开展\(planYear)年度\(scheme)集中缴费的通告", "\(planYear)年度\(scheme)参保缴费工作实施方案",
            ]))
        page.line("")
        page.line(random.pick(["各乡镇人民政府、街道办事处，县直有关单位：", "各市（州）医疗保障局、财政局、税务局："]))
        let number = "医保发〔\(planYear - 1)〕\(random.number(10...60))号"
        page.line(
            style.paragraphIndent
                + "为做好\(planYear)年度\(scheme)（以下简称“居民医保”）参保缴费工作，根据《国家医保局关于做好城乡居民基本医疗保障工作的通知》（\(number)）要求，现就有关事项通知如下：")
        var article = 0
        for (index, part) in parts.enumerated() {
            let heading: String?
            switch style.numbering {
            case .official: heading = "\(hanzi(index + 1))、\(part.heading)"
            case .arabic: heading = "\(index + 1)\(style.numberMark)\(part.heading)"
            case .articles: heading = nil
            case .brackets: heading = "（\(hanzi(index + 1))）\(part.heading)"
            case .prose: heading = nil
            }
            if let heading { page.line(style.paragraphIndent + heading) }
            var number = 0
            for item in part.items {
                if item.isTable {
                    for statement in item.statements { page.place(statement, text: statement.text) }
                    page.line("")
                    page.line("")
                    continue
                }
                var label = ""
                if !item.isMarked { number += 1 }
                switch item.isMarked ? .prose : style.numbering {
                case .official: label = style.numbersItems ? "（\(hanzi(number))）" : ""
                case .arabic: label = style.numbersItems ? "（\(number)）" : ""
                case .brackets: label = style.numbersItems ? "\(number)." : ""
                case .articles:
                    article += 1
                    label = "第\(hanzi(article))条　"
                case .prose: label = ""
                }
                page.text(style.paragraphIndent + label)
                if let heading = item.heading,
                    !label.isEmpty || item.statements.contains(where: { $0.shape.contains("headed") })
                {
                    if style.runsHeadingsIn || label.isEmpty || style.numbering == .articles {
                        page.text(heading + (label.isEmpty ? "：" : style.headingMark))
                    } else {
                        page.line(heading)
                        page.text(style.paragraphIndent)
                    }
                }
                for statement in item.statements {
                    page.place(statement, text: finished(statement.text))
                }
                page.line("")
            }
        }
        page.line("")
        page.line("某某县医疗保障局")
        page.line(Day(year: planYear - 1, month: 9, day: random.number(1...28)).text)
        return GeneratedNotice(seed: seed, style: style, text: finishedMarks(page.text), statements: page.statements)
    }

    private func finished(_ text: String) -> String { style.isSpaced ? spaced(text) : text }

    private func finishedMarks(_ text: String) -> String {
        var text = text
        if style.digits == .fullWidth { text = fullWidth(text) }
        if style.hasKeyboardMarks { text = keyboardMarks(text) }
        return text
    }
}

/// Text as it is written, with the place of each statement.
struct Page {
    private var scalars = String.UnicodeScalarView()
    private(set) var statements: [GeneratedNotice.Placed] = []
    private var count = 0

    var text: String { String(scalars) }

    mutating func text(_ text: String) {
        scalars.append(contentsOf: text.unicodeScalars)
        count += text.unicodeScalars.count
    }

    mutating func line(_ text: String) { self.text(text + "\n") }

    mutating func place(_ statement: Statement, text: String) {
        let start = count
        self.text(text)
        statements.append(GeneratedNotice.Placed(statement: statement, range: start..<count))
    }
}

// MARK: Changes that leave the meaning alone

/// Digits, letters and % in full width, scalar for scalar.
func fullWidth(_ text: String) -> String {
    mapped(text) { "0123456789%".unicodeScalars.contains($0) ? $0.value + 0xFEE0 : nil }
}

/// Marks of the keyboard instead of Chinese ones, scalar for scalar.
func keyboardMarks(_ text: String) -> String {
    let marks: [Unicode.Scalar: Unicode.Scalar] = ["，": ",", "：": ":", "；": ";", "（": "(", "）": ")"]
    return mapped(text) { marks[$0]?.value }
}

/// Spaces between digits and the unit behind them, and before digits after 年, 月 and 至.
func spaced(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var before: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
        let isDigit = ("0"..."9").contains(scalar)
        let wasDigit = ("0"..."9").contains(before)
        if wasDigit && "年月日元天个号".unicodeScalars.contains(scalar) || isDigit && "年月至".unicodeScalars.contains(before) {
            result.append(" ")
        }
        result.append(scalar)
        before = scalar
    }
    return String(result)
}

private func mapped(_ text: String, _ change: (Unicode.Scalar) -> UInt32?) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(change(scalar).flatMap(Unicode.Scalar.init) ?? scalar) }
    return String(result)
}
