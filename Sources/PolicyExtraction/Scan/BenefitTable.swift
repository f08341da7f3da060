import NoticeModel

/// A table that says when benefits begin and end, by when the contribution was paid or for whom: 缴费时间 | 待遇开始时间 |
/// 待遇截止时间. Each row is read as the sentence that it stands for: …缴费的，自…起享受待遇，至…止。
struct BenefitTable {
    enum Role { case start, end, whole }

    /// By column, what its cells say of the benefits.
    private let roles: [Role?]
    let table: Table

    /// Nil where no column speaks of the time of benefits.
    init?(_ table: Table, headings: [[Table.Cell]], text: (Range<Int>) -> String) {
        self.table = table
        roles = headings.enumerated().map { column, cells in
            let words = cells.map { text($0.range) }.joined()
            guard column > 0, words.contains("待遇") || words.contains("享受"),
                words.contains("时间") || words.contains("期") || words.contains("起止"),
                !words.contains("等待")
            else { return nil }
            if ["截止", "终止", "结束", "期满"].contains(where: { words.contains($0) }) { return .end }
            if ["开始", "起始", "起算", "起点"].contains(where: { words.contains($0) }) { return .start }
            return .whole
        }
        if roles.allSatisfy({ $0 == nil }) { return nil }
    }

    func speaks(of column: Int) -> Bool { roles.indices.contains(column) && roles[column] != nil }

    /// The parts of a row's sentence: letters of the notice, or words put between them.
    enum Part {
        case cell(Range<Int>)
        case words(String)
    }

    func sentence(of row: [Table.Cell], isPaying: (Range<Int>) -> Bool) -> [Part]? {
        guard let name = row.first(where: { $0.column == 0 && !$0.range.isEmpty }) else { return nil }
        func cell(_ role: Role) -> Range<Int>? {
            row.first { roles.indices.contains($0.column) && roles[$0.column] == role && !$0.range.isEmpty }?.range
        }
        var parts: [Part] = [.cell(name.range), .words(isPaying(name.range) ? "缴费的，" : "，")]
        if let whole = cell(.whole) {
            parts += [.words("享受待遇时间为"), .cell(whole)]
        } else if let start = cell(.start) {
            parts += [.words("自"), .cell(start), .words("起享受待遇")]
            if let end = cell(.end) { parts += [.words("，至"), .cell(end), .words("止")] }
        } else {
            return nil
        }
        return parts + [.words("。")]
    }
}
