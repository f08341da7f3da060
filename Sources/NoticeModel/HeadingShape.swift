/// Tells the heading of an item from its sentence: （一）筹资标准。2026年居民医保… has a heading, （二）医疗救助资金对…给予参保资助。
/// has none.
enum HeadingShape {
    /// Whether the words are those of a heading: short, naming a matter or a task, without the signs of a rule.
    static func isHeading(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard range.count >= 2, range.count <= 32 else { return false }
        var clause = 0
        var clauses = 1
        for index in range {
            let s = letters[index]
            if Letter.isComma(s) {
                clauses += 1
                clause = 0
                continue
            }
            clause += 1
            if clause > 24 || Letter.isColon(s) || s == "%" || s == "+" { return false }
        }
        guard clauses <= 4, clauses == 1 || range.count <= 14 * clauses else { return false }
        if letters[range.lowerBound] == "对",
            letters.longest(of: aboutObjects, at: range.lowerBound, before: range.upperBound) == nil
        {
            return false
        }
        if letters.begins(with: sentenceStarts, range) { return false }
        if letters.contains(anyOf: sentenceSigns, in: range) { return false }
        return !statesNumber(letters, range)
    }

    /// An amount or a number of days in it makes a rule of it; a year does not.
    static func statesNumber(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        for index in range where Letter.isDigit(letters[index]) && index + 1 < range.upperBound {
            switch letters[index + 1] {
            case "元", "万", "天", "个", "人", "月", "日", "倍", "%", "岁": return true
            default: break
            }
        }
        return false
    }

    private static let aboutObjects = phrases("对象 对标 对口 对外 对接")
    private static let sentenceStarts = phrases("自 从 凡 按照 根据 依据 各地要 各级 各市 由 被 将 因 如 若 当 经 为了 本 参保人 其中")
    private static let sentenceSigns = phrases(
        """
        给予 应当 应按 应在 应及 应由 应予 应为 应于 均应 不得 不予 不设 不再 不能 不享 可以 可按 可在 可由 可申 可享 均可 即可 可办 \
        属于 是指 包括 予以 之日起 年起 月起 日起 按规定 视为 视同 是 为每 标准为 时间为 期为 有效期 负责解释 全额承担 分别为 提高至 调整为 提高到
        """)
}
