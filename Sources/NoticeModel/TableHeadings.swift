import PolicyText

/// Tells the header rows and the label columns of a table from what its cells say: a row of the body begins with a label
/// and holds a value, and a column of labels holds none.
///
/// Rows are full: positions that a span covers are empty cells.
struct TableHeadings {
    let letters: [Unicode.Scalar]

    /// Rows from the top before the first row of the body; all of them where there is none.
    func headerRows(_ rows: [[TableTrace.Cell]]) -> Int {
        rows.firstIndex(where: isBody) ?? (holdsDates(rows) ? 1 : rows.count)
    }

    /// A table of times has days for values: names without a figure first, a day in every row below.
    private func holdsDates(_ rows: [[TableTrace.Cell]]) -> Bool {
        guard let first = rows.first, rows.count > 1 else { return false }
        let hasFigure = first.contains { $0.pieces.contains { letters[$0].contains(where: Letter.isDigit) } }
        return !hasFigure && rows.dropFirst().allSatisfy { $0.contains(where: isDate) }
    }

    /// 2026年1月1日, 1月1日至2月28日, 缴费次日.
    private func isDate(_ cell: TableTrace.Cell) -> Bool {
        cell.pieces.contains { piece in
            letters[piece].contains(where: Letter.isDigit)
                && letters[piece].contains { $0 == "月" || $0 == "日" }
        }
    }

    /// A row of the body: a label first, a value after it.
    func isBody(_ row: [TableTrace.Cell]) -> Bool {
        guard let first = row.first, !first.pieces.isEmpty else { return false }
        if isOrdinal(first) { return true }
        return !isValue(first) && row.dropFirst().contains { isValue($0) || isProse($0) }
    }

    /// Columns from the left that hold no value and no sentence in any row of the body; a column of ordinals counts as one.
    func labelColumns(_ rows: [[TableTrace.Cell]], _ headerRows: Int) -> Int {
        let body = rows[headerRows...]
        var count = 0
        for column in 0..<(rows.first?.count ?? 0) {
            let cells = body.map { $0[column] }.filter { !$0.pieces.isEmpty }
            let isNumbering = column == 0 && cells.allSatisfy(isOrdinal)
            guard isNumbering || !cells.contains(where: { isValue($0) || isProse($0) }) else { break }
            count += 1
        }
        return min(max(1, count), max(1, (rows.first?.count ?? 1) - 1))
    }

    /// A cell that holds a sentence: no header and no label does.
    private func isProse(_ cell: TableTrace.Cell) -> Bool {
        guard let first = cell.pieces.first, let last = cell.pieces.last else { return false }
        let range = first.lowerBound..<last.upperBound
        return range.count > 12 && letters[range].contains("。") || range.count > 60
    }

    /// 1, 12, 一, （三）: a number that only counts rows.
    private func isOrdinal(_ cell: TableTrace.Cell) -> Bool {
        guard let range = cell.pieces.first, cell.pieces.count == 1, range.count <= 3 else { return false }
        return letters[range].allSatisfy { Letter.isDigit($0) } || letters[range].allSatisfy { Letter.isHanNumeral($0) }
    }

    /// A cell that states a value: an amount, a rate, a plain number, or a word for all or nothing.
    func isValue(_ cell: TableTrace.Cell) -> Bool {
        guard let first = cell.pieces.first, cell.pieces.count == 1 else { return false }
        var range = first
        if let length = letters.longest(of: Self.valueWords, at: range.lowerBound, before: range.upperBound),
            length == range.count
        {
            return true
        }
        if let length = letters.longest(of: Self.bounds, at: range.lowerBound, before: range.upperBound) {
            range = range.lowerBound + length..<range.upperBound
        }
        guard range.count <= 16, let head = range.first else { return false }
        let numerals = range.prefix { index in
            let s = letters[index]
            return Letter.isDigit(s) || Letter.isHanNumeral(s) || Letter.isSpace(s)
                || ".,，万千两〇零%/-~—–至".unicodeScalars.contains(s)
        }
        guard !numerals.isEmpty,
            Letter.isDigit(letters[head]) || Letter.isHanNumeral(letters[head]) || letters[head] == "-"
                || letters[head] == "/" || letters[head] == "—"
        else {
            return letters.longest(of: Self.rates, at: range.lowerBound, before: range.upperBound) != nil
        }
        let rest = range.lowerBound + numerals.count..<range.upperBound
        if rest.isEmpty { return true }
        // 2026年个人缴费标准 and 1级残疾 are labels.
        return letters.longest(of: Self.units, at: rest.lowerBound, before: rest.upperBound) != nil
    }

    private static let valueWords = phrases("全额 全额资助 免缴 免费 不缴费 个人不缴费 无 不资助 - — —— / \\ 0")
    private static let bounds = phrases("不低于 不高于 不超过 不少于 最高 最低 约 ≥ ≤ > < 每人每年 每人")
    private static let rates = phrases("百分之")
    private static let units = phrases("元 万元 角 个百分点 成 人 天 日 个月 倍 ％ %")
}
