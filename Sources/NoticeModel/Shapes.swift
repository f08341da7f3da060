/// The shapes by which the fixed parts of a 公文 (GB/T 9704-2012) are told: organs, dates, document numbers, titles.
/// All functions look at ranges of folded text and take spaces between letters in their stride.
enum Shape {
    // MARK: Organs

    /// What names of organs end in.
    static let organEndings = phrases(
        """
        人民政府 委员会 管委会 办公室 办公厅 管理局 保障局 监督局 联合会 总工会 分局 总局 局 厅 委 部 政府 中心 法院 检察院 \
        支行 分行 银行 总署 署 专班 指挥部 领导小组 工作组 集团 公司 总队 支队 大学 学院 医院 协会 学会 联席会议 处 院 残联 妇联 共青团 党组 \
        秘书处 文件
        """)

    /// Whether the range names organs and nothing else: no sentence marks, every part ends as organs do.
    static func isOrganList(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard range.count >= 3, range.count <= 160 else { return false }
        var partStart = range.lowerBound
        var depth = 0
        for index in range {
            let s = letters[index]
            if s == "《" || s == "“" { return false }
            if Letter.isOpening(s) { depth += 1 }
            if Letter.isClosing(s) { depth -= 1 }
            if depth < 0 { return false }
            if depth > 0 || Letter.isClosing(s) { continue }
            if Letter.isSpace(s) || s == "、" {
                let part = letters.trimmed(partStart..<index)
                // 青海省 医疗 保障局: spaces for looks stand inside a name too, so only 、 must follow a whole one.
                if s == "、", !endsLikeOrgan(letters, part) { return false }
                if s == "、" { partStart = index + 1 }
                continue
            }
            guard Letter.isHan(s) || s == "·" else { return false }
        }
        return endsLikeOrgan(letters, letters.trimmed(partStart..<range.upperBound))
    }

    static func endsLikeOrgan(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        let end = withoutOthers(letters, withoutTags(letters, range)).upperBound
        guard end - range.lowerBound >= 3 else { return false }
        return letters.longestSuffix(of: organEndings, in: range.lowerBound..<end) != nil
    }

    /// The range without 等九部门 at its end, which counts the organs that it does not name.
    static func withoutOthers(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
        guard let length = letters.longestSuffix(of: others, in: range) else { return range }
        var at = range.upperBound - length
        while at > range.lowerBound, Letter.isDigit(letters[at - 1]) || Letter.isHanNumeral(letters[at - 1]) { at -= 1 }
        guard at > range.lowerBound, letters[at - 1] == "等" else { return range }
        return letters.trimmed(range.lowerBound..<at - 1)
    }

    private static let others = phrases("部门 个部门 单位 个单位 家单位 部委 委办局")

    // MARK: Dates

    struct DateShape {
        var range: Range<Int>
        /// ISO 8601; an unknown day is XX.
        var iso: String
    }

    /// The full date that begins at `at`: 2025年11月4日, 二〇二五年十一月四日, 2025-10-16, 2025.10.16, 2025/10/16, 2025年10月x日.
    static func date(_ letters: [Unicode.Scalar], at: Int, before end: Int) -> DateShape? {
        guard at < end, let (year, afterYear) = yearNumber(letters, at, end) else { return nil }
        var next = skipSpaces(letters, afterYear, end)
        guard next < end else { return nil }
        let isHan = letters[next] == "年"
        let separator = letters[next]
        guard isHan || separator == "-" || separator == "." || separator == "/" else { return nil }
        next = skipSpaces(letters, next + 1, end)
        guard let (month, afterMonth) = smallNumber(letters, next, end), month >= 1, month <= 12 else { return nil }
        next = skipSpaces(letters, afterMonth, end)
        guard next < end, isHan ? letters[next] == "月" : letters[next] == separator else { return nil }
        next = skipSpaces(letters, next + 1, end)
        var day = "XX"
        if let (number, afterDay) = smallNumber(letters, next, end), number >= 1, number <= 31 {
            day = pad(number)
            next = afterDay
        } else {
            var count = 0
            while next < end, letters[next] == "x" || letters[next] == "X" || letters[next] == "×", count < 2 {
                next += 1
                count += 1
            }
            guard count > 0 else { return nil }
        }
        if isHan {
            next = skipSpaces(letters, next, end)
            guard next < end, letters[next] == "日" || letters[next] == "号" else { return nil }
            next += 1
        }
        return DateShape(range: at..<next, iso: "\(year)-\(pad(month))-\(day)")
    }

    private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func skipSpaces(_ letters: [Unicode.Scalar], _ at: Int, _ end: Int) -> Int {
        var next = at
        while next < end, Letter.isSpace(letters[next]) { next += 1 }
        return next
    }

    private static func yearNumber(_ letters: [Unicode.Scalar], _ at: Int, _ end: Int) -> (Int, Int)? {
        guard at + 4 <= end else { return nil }
        var year = 0
        for index in at..<at + 4 {
            if Letter.isDigit(letters[index]) {
                year = year * 10 + Int(letters[index].value - 0x30)
            } else if let digit = Letter.hanDigit(letters[index]) {
                year = year * 10 + digit
            } else {
                return nil
            }
        }
        return year >= 1900 && year < 2100 ? (year, at + 4) : nil
    }

    private static func smallNumber(_ letters: [Unicode.Scalar], _ at: Int, _ end: Int) -> (Int, Int)? {
        var next = at
        if next < end, Letter.isDigit(letters[next]) {
            var value = 0
            while next < end, next - at < 2, Letter.isDigit(letters[next]) {
                value = value * 10 + Int(letters[next].value - 0x30)
                next += 1
            }
            return (value, next)
        }
        var total = 0
        var digit: Int?
        while next < end, next - at < 3 {
            if let value = Letter.hanDigit(letters[next]) {
                digit = value
            } else if letters[next] == "十" {
                total += (digit ?? 1) * 10
                digit = nil
            } else {
                break
            }
            next += 1
        }
        return next > at ? (total + (digit ?? 0), next) : nil
    }

    // MARK: Document numbers

    struct NumberShape {
        /// Organ letters to 号.
        var range: Range<Int>
        /// The letters before the year.
        var organ: Range<Int>
        /// 吉医保联〔2025〕19号: no spaces, these brackets.
        var canonical: String
    }

    /// The document number (发文字号; GB/T 9704-2012, 7.2.5) whose year stands in the brackets that open at `bracket`.
    /// The organ's letters reach back over at most 20 Chinese letters; what of them belongs to the number is for the
    /// caller to say, where something else stands right before.
    static func documentNumber(_ letters: [Unicode.Scalar], bracket: Int, in range: Range<Int>) -> NumberShape? {
        let end = range.upperBound
        switch letters[bracket] {
        case "〔", "[", "（", "(", "【": break
        default: return nil
        }
        var next = skipSpaces(letters, bracket + 1, end)
        guard let (year, afterYear) = yearNumber(letters, next, end) else { return nil }
        next = skipSpaces(letters, afterYear, end)
        guard next < end, Letter.isClosing(letters[next]) else { return nil }
        next = skipSpaces(letters, next + 1, end)
        if next < end, letters[next] == "第" { next = skipSpaces(letters, next + 1, end) }
        let serialStart = next
        while next < end, next - serialStart < 6,
            Letter.isDigit(letters[next]) || "xX×_".unicodeScalars.contains(letters[next])
        {
            next += 1
        }
        let serial = letters[serialStart..<next]
        guard !serial.isEmpty else { return nil }
        next = skipSpaces(letters, next, end)
        guard next < end, letters[next] == "号" else { return nil }
        var start = bracket
        while start > range.lowerBound, bracket - start < 20 {
            let s = letters[start - 1]
            guard Letter.isHan(s) || Letter.isSpace(s) || Letter.isLatin(s) else { break }
            start -= 1
        }
        let organ = letters.trimmed(start..<bracket)
        guard !organ.isEmpty else { return nil }
        var canonical = String.UnicodeScalarView()
        for index in organ where !Letter.isSpace(letters[index]) { canonical.append(letters[index]) }
        canonical.append(contentsOf: "〔\(year)〕".unicodeScalars)
        canonical.append(contentsOf: serial)
        canonical.append("号")
        return NumberShape(range: organ.lowerBound..<next + 1, organ: organ, canonical: String(canonical))
    }

    /// Where the letters of a document number begin, when something stands right before them: after 文件 or an organ's
    /// name, at the letter of a region.
    static func organStart(_ letters: [Unicode.Scalar], of number: NumberShape, from start: Int) -> Int {
        let first = max(start, number.organ.lowerBound)
        var fallback = first
        var place = number.organ.upperBound - 2
        while place > first {
            let before = first..<place
            if letters.longestSuffix(of: headerEnds, in: before) != nil { return place }
            let isAfterOrgan = letters.longestSuffix(of: organEndings, in: start..<place) != nil
            if isAfterOrgan, RegionTable.province(letter: letters[place]) != nil || letters[place] == letters[start] {
                return place
            }
            if isAfterOrgan, number.organ.upperBound - place <= 8 { fallback = place }
            place -= 1
        }
        return fallback
    }

    private static let headerEnds = phrases("文件 函件")

    /// The number of an announcement that counts by the year or from the first: 2025年第3号, 第12号; brackets allowed.
    static func serialLine(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
        var line = letters.trimmed(range)
        if let first = line.first, let last = line.last, line.count > 2, Letter.isOpening(letters[first]),
            Letter.isClosing(letters[last])
        {
            line = letters.trimmed(first + 1..<last)
        }
        guard line.count >= 3, line.count <= 20 else { return nil }
        var at = line.lowerBound
        if let (_, afterYear) = yearNumber(letters, at, line.upperBound) {
            at = skipSpaces(letters, afterYear, line.upperBound)
            guard at < line.upperBound, letters[at] == "年" else { return nil }
            at = skipSpaces(letters, at + 1, line.upperBound)
        }
        guard at < line.upperBound, letters[at] == "第" else { return nil }
        at = skipSpaces(letters, at + 1, line.upperBound)
        let digits = at
        while at < line.upperBound, Letter.isDigit(letters[at]) || Letter.isHanNumeral(letters[at]) { at += 1 }
        guard at > digits else { return nil }
        at = skipSpaces(letters, at, line.upperBound)
        return at + 1 == line.upperBound && letters[at] == "号" ? line : nil
    }

    /// The document number that the whole range is, brackets around it and a label before it allowed.
    static func numberLine(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> NumberShape? {
        var line = letters.trimmed(range)
        guard line.count <= 60 else { return nil }
        if let colon = line.first(where: { Letter.isColon(letters[$0]) }),
            letters.contains(anyOf: numberLabels, in: line.lowerBound..<colon)
        {
            line = letters.trimmed(colon + 1..<line.upperBound)
        }
        if let first = line.first, let last = line.last, letters[first] == "（" || letters[first] == "(",
            letters[last] == "）" || letters[last] == ")"
        {
            line = letters.trimmed(first + 1..<last)
        }
        guard let bracket = line.first(where: { "〔[（(【".unicodeScalars.contains(letters[$0]) }),
            let number = documentNumber(letters, bracket: bracket, in: line),
            number.range.lowerBound == line.lowerBound, number.organ.count <= 14
        else { return nil }
        let rest = letters.trimmed(number.range.upperBound..<line.upperBound)
        guard rest.isEmpty || letters.has(Phrase("签发人".unicodeScalars), at: rest.lowerBound, before: rest.upperBound)
        else { return nil }
        return number
    }

    private static let numberLabels = phrases("文号 发文字号 字号")

    // MARK: Titles

    /// What titles end in: the kinds of 公文 (党政机关公文处理工作条例, article 8) and of the papers around them.
    static let types = phrases(
        """
        通知 通告 公告 公报 意见 决定 决议 命令 批复 请示 报告 议案 函 纪要 办法 规定 细则 方案 规则 条例 规程 规范 \
        指南 要点 解读 问答 说明 清单 若干措施 措施 举措 标准 目录 计划 规划 章程 \
        实施细则 实施方案 实施办法 实施意见 指导意见 若干意见 若干规定 工作方案 工作要点 管理办法 暂行办法 暂行规定 \
        试行办法 政策解读 政策要点 政策问答 政策说明 解读材料 起草说明 调整方案 行动方案
        """)

    /// What a title's ending says of its kind. Compound names that the field uses as kinds of their own stay whole.
    static let kinds = phrases(
        """
        通知 通告 公告 公报 意见 决定 决议 命令 批复 请示 报告 议案 函 纪要 办法 规定 细则 实施细则 方案 规则 条例 规程 规范 \
        指南 要点 政策要点 工作要点 解读 政策解读 问答 政策问答 说明 政策说明 起草说明 清单 措施 举措 标准 目录 计划 规划 章程
        """)

    /// Words that make a paper one about another: an interpretation.
    static let interpretations = phrases("解读 解读材料 政策要点 问答 政策说明 起草说明 明白纸 宣传提纲 一图读懂")

    /// What such a paper may begin with instead: 一图读懂《…实施方案》.
    static let interpretationStarts = phrases("一图读懂 一图看懂 一图了解 图解 一张图读懂 一张图看懂 漫画解读 解读")

    /// The range without brackets at its end: （征求意见稿） （试行） （2025年修订）.
    static func withoutTag(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
        let line = letters.trimmed(range)
        guard let last = line.last, letters[last] == "）" || letters[last] == ")" || letters[last] == "】" else {
            return line
        }
        var at = last
        var depth = 0
        while at >= line.lowerBound {
            if Letter.isClosing(letters[at]) { depth += 1 }
            if Letter.isOpening(letters[at]) {
                depth -= 1
                if depth == 0 { return letters.trimmed(line.lowerBound..<at) }
            }
            at -= 1
        }
        return line
    }

    /// The range without any brackets at its end.
    static func withoutTags(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
        var line = letters.trimmed(range)
        while true {
            let rest = withoutTag(letters, line)
            if rest == line || rest.isEmpty { return rest }
            line = rest
        }
    }

    static func endsInType(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        letters.longestSuffix(of: types, in: withoutTag(letters, range)) != nil
    }

    /// （征求意见稿）: the whole range is one pair of brackets.
    static func isTag(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        let line = letters.trimmed(range)
        return line.count >= 3 && line.count <= 30 && Letter.isOpening(letters[line.lowerBound])
            && withoutTag(letters, line).isEmpty
    }

    /// The note under a title that says when and by whom the paper was passed (题注; 规章制定程序条例): a pair of brackets that
    /// begins with a date.
    static func isIssueNote(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        let line = letters.trimmed(range)
        return line.count >= 10 && line.count <= 200 && Letter.isOpening(letters[line.lowerBound])
            && withoutTag(letters, line).isEmpty
            && date(letters, at: line.lowerBound + 1, before: line.upperBound) != nil
    }

    /// Whether brackets and quotes in the range close as they open.
    static func isBalanced(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        var depth = 0
        for index in range {
            if Letter.isOpening(letters[index]) { depth += 1 }
            if Letter.isClosing(letters[index]) { depth -= 1 }
        }
        return depth <= 0
    }
}
