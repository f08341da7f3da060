import PolicyComparison
import PolicyRules

extension MatrixReport {
    /// The matrix as a workbook: the matrix itself, its facts one field a row, and what it was made from.
    ///
    /// A cell with one figure is a number, shown with its bound and its unit, and with what else the fact says where that
    /// leaves it narrow: spreadsheets show numbers that do not fit as a row of #. One with one day is a date. Everything
    /// else is text, and where there is no value the word for its state. Comments hold the whole value and the evidence.
    package func workbook() -> Workbook {
        let title =
            matrix.axis == .region
            ? say("各地医保政策对比", "Medical insurance rules by region") : say("历年医保政策对比", "Medical insurance rules by year")
        let facts = hasFewFacts ? [factSheet] : []
        return Workbook(title: title, sheets: [matrixSheet] + facts + [sourceSheet(hasFacts: !facts.isEmpty)])
    }

    /// Rows of facts that programs for spreadsheets still open in seconds.
    private static let maximumFactRows = 50_000

    private var hasFewFacts: Bool {
        var count = 0
        for row in matrix.rows {
            for cell in row.cells { count += cell.facts.isEmpty ? 1 : cell.facts.reduce(0) { $0 + $1.fields.count } }
        }
        return count <= Self.maximumFactRows
    }

    // MARK: The matrix

    /// Comments that a program for spreadsheets still opens in seconds.
    private static let maximumComments = 30_000

    private var hasComments: Bool {
        matrix.rows.reduce(0) { $0 + $1.cells.count { !$0.facts.isEmpty } } <= Self.maximumComments
    }

    private var matrixSheet: Workbook.Sheet {
        var formats = NumberFormats()
        let (grid, withComments) = (self.grid, hasComments)
        var rows = [grid[0].map { Workbook.Cell.text($0, .title) }]
        let lead = grid[0].count - matrix.columns.count - 6
        for (row, texts) in zip(matrix.rows, grid.dropFirst()) {
            let isRate = row.cells.contains { $0.facts.count == 1 && $0.facts[0].isRate }
            var cells = texts[..<lead].map { Workbook.Cell.text($0) }
            cells += row.cells.enumerated().map { column, cell in
                var cell = self.cell(cell, &formats)
                if withComments { cell.comment = comment(row, column) }
                return cell
            }
            for (index, text) in texts[(lead + matrix.columns.count)...].enumerated() {
                cells.append(statistic(text, isRate: isRate && 1...3 ~= index, isNumber: index < 4))
            }
            rows.append(cells)
        }
        return Workbook.Sheet(
            name: say("矩阵", "Matrix"), rows: rows,
            widths: [16, 22, 7, 16, 14, 9] + matrix.columns.map { _ in Double(Self.cellWidth) } + [
                6, 10, 10, 10, 22, 22,
            ], fixedColumns: 2)
    }

    private static let cellWidth = 26

    private func cell(_ cell: PolicyMatrix.Cell, _ formats: inout NumberFormats) -> Workbook.Cell {
        var style = Workbook.Style(cell.difference)
        let isValue = cell.state == .stated || cell.state == .zero
        style.isItalic = !isValue
        guard isValue, cell.facts.count == 1 else { return .text(value(cell), style) }
        let shown = value(cell)
        if let number = Number(cell.facts[0], shown: shown) {
            style.numberFormat = formats.format(number, isNarrow: displayWidth(shown) < Self.cellWidth)
            return Workbook.Cell(.number(number.value), style)
        }
        if let (day, format) = onlyDay(cell.facts[0], shown: shown) {
            style.numberFormat = format
            return Workbook.Cell(day, style)
        }
        return .text(shown, style)
    }

    /// The one day of a fact that states nothing else in figures: 2026年1月1日起.
    private func onlyDay(_ fact: Fact, shown: String) -> (Workbook.Value, String)? {
        let days = FactField.allCases.compactMap { field -> String? in
            if case .day(let point)? = fact[field] { point.date ?? "" } else { nil }
        }
        guard days.count == 1, let day = Workbook.Value(day: days[0]),
            let parts = parts(of: shown, around: days[0])
        else { return nil }
        let isNarrow = displayWidth(shown) < Self.cellWidth
        return (day, isNarrow ? quoted(parts.0) + "yyyy-mm-dd" + quoted(parts.1) : "yyyy-mm-dd")
    }

    private func statistic(_ text: String, isRate: Bool, isNumber: Bool) -> Workbook.Cell {
        guard isNumber, let number = spreadsheetNumber(text) else { return .text(text) }
        var style = Workbook.Style()
        let places = text.split(separator: ".").dropFirst().first?.count ?? 0
        style.numberFormat = NumberFormats.digits(places) + (isRate ? "%" : "")
        return Workbook.Cell(.number(isRate ? number / 100 : number), style)
    }

    /// What a cell stands on, and how far it differs.
    private func comment(_ row: PolicyMatrix.Row, _ column: Int) -> String? {
        let cell = row.cells[column]
        guard !cell.facts.isEmpty else { return nil }
        var lines: [String] = []
        if let level = cell.difference, level > .info {
            lines.append(say("与基准不同：\(level.label.zh)", "differs from the baseline: \(level.label.en)"))
        }
        for fact in cell.facts {
            lines.append(text.value(fact))
            for source in fact.sources.prefix(3) {
                let document = matrix.bases[cell.base].documents[source.document]
                lines.append([document.number, document.name].compactMap(\.self).joined(separator: " · "))
                lines.append(source.rule.id)
                for evidence in source.rule.evidence.prefix(1) {
                    lines.append("[\(evidence.start)–\(evidence.end)] “\(evidence.quote)”")
                }
            }
        }
        let text = printable(lines.joined(separator: "\n"), keepsLines: true)
        return text.count > Self.maximumCommentLength ? String(text.prefix(Self.maximumCommentLength)) + "…" : text
    }

    /// Letters that still can be read in a box; Excel takes 32,767.
    private static let maximumCommentLength = 1_500

    // MARK: The facts

    /// The tidy rows, with numbers as numbers and days as dates.
    private var factSheet: Workbook.Sheet {
        var rows = [Self.tidyTitles.map { Workbook.Cell.text($0, .title) }]
        let numeric: Set<String> = ["year", "tier", "yearOffset", "statement", "start", "end"]
        let isNumeric = Self.tidyTitles.map(numeric.contains)
        let value = Self.tidyTitles.firstIndex(of: "value")
        var plain = Workbook.Style()
        plain.isWrapped = false
        tidyRows { texts, fieldValue in
            rows.append(
                texts.enumerated().map { index, text in
                    if index == value, let fieldValue { return Workbook.Cell(fieldValue, text: text) }
                    if isNumeric[index], let number = spreadsheetNumber(text) {
                        return Workbook.Cell(.number(number), plain)
                    }
                    return .text(text, plain)
                })
        }
        return Workbook.Sheet(
            name: say("事实", "Facts"), rows: rows,
            widths: [9, 14, 7, 10, 22, 16, 22, 18, 5, 14, 6, 12, 10, 6, 20, 14, 22, 16, 10, 40, 24, 22, 8, 8, 60],
            fixedColumns: 0)
    }

    // MARK: What it was made from

    private func sourceSheet(hasFacts: Bool) -> Workbook.Sheet {
        let titles = [
            say("文件", "document"), say("发文字号", "number"), say("标题", "title"), say("地区", "region"),
            say("年度", "year"), say("状态", "status"), say("摘要值", "digest"),
        ]
        var rows = [titles.map { Workbook.Cell.text($0, .title) }]
        func add(_ texts: [String]) {
            rows.append((texts + Array(repeating: "", count: titles.count - texts.count)).map { .text($0) })
        }
        let documents = matrix.bases.flatMap(\.documents).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        for document in documents {
            add([
                document.name, document.number ?? "", document.title ?? "", document.jurisdiction?.name ?? "",
                document.planYear.map(String.init) ?? "", document.status.rawValue, document.id,
            ])
        }
        add([])
        add([baselineLine])
        let states: [(PolicyMatrix.State, String)] = [
            (.delegated, say("由其他部门或文件另行规定", "left to others")),
            (.repealed, say("所在文件已被废止", "its document is repealed")),
            (.byTier, say("在分档的各行中", "in the rows of the tiers")),
            (.withoutTiers, say("在不分档的一行中", "in the row without tiers")),
            (.notStated, say("文件没有写明，不等于零", "silence, which is not zero")),
            (.noDocument, say("没有该年度或地区的文件", "no document of that year or region is here")),
        ]
        for (state, meaning) in states {
            let word =
                state == .delegated
                ? say("（斜体）", "(italics)")
                : word(state)
            add([word, meaning])
        }
        if !hasComments {
            add([say("单元格过多，未附批注。", "The cells are too many for comments.")])
        }
        if !hasFacts {
            add([say("事实过多，未列入工作簿，请用 --format tidy。", "The facts are too many for a workbook: use --format tidy.")])
        }
        return Workbook.Sheet(
            name: say("来源", "Sources"), rows: rows, widths: [36, 26, 60, 14, 8, 14, 30], fixedColumns: 0)
    }
}

// MARK: Numbers

/// The figure of a fact as a number of a spreadsheet, with the words around it.
private struct Number {
    var value: Double
    var places: Int
    var isRate: Bool
    var prefix: String
    var suffix: String
    /// The bound's sign and the unit alone.
    var short: (prefix: String, suffix: String)

    init?(_ fact: Fact, shown: String) {
        guard let figure = fact.figure, fact[.paidDuringStart] == nil, fact[.paidDuringEnd] == nil else { return nil }
        let digits = figure.value.description
        // A figure that stands there twice, or beside another, is told in words.
        guard let value = spreadsheetNumber(digits), let parts = parts(of: shown, around: digits),
            !(parts.0 + parts.1).unicodeScalars.contains(where: { ("0"..."9").contains($0) })
        else { return nil }
        isRate = fact.isRate
        guard !isRate || parts.1.hasPrefix("%") else { return nil }
        places = digits.split(separator: ".").dropFirst().first?.count ?? 0
        self.value = isRate ? value / 100 : value
        prefix = parts.0
        suffix = isRate ? String(parts.1.dropFirst()) : parts.1
        let sign = prefix.last.map { "≥≤<>约".contains($0) ? String($0) : "" } ?? ""
        let unit = isRate ? "" : suffix.prefix { $0 != "，" && $0 != "," }
        short = (sign, String(unit))
    }
}

/// Number formats, as many as programs for spreadsheets take.
private struct NumberFormats {
    private var known: Set<String> = []
    private static let maximumCount = 150

    mutating func format(_ number: Number, isNarrow: Bool) -> String {
        let digits = Self.digits(number.places) + (number.isRate ? "%" : "")
        let full = quoted(number.prefix) + digits + quoted(number.suffix)
        if isNarrow, known.count < Self.maximumCount || known.contains(full) {
            known.insert(full)
            return full
        }
        return quoted(number.short.prefix) + digits + quoted(number.short.suffix)
    }

    static func digits(_ places: Int) -> String {
        places == 0 ? "0" : "0." + String(repeating: "0", count: places)
    }
}

/// Words within a number format. The letters that would end them are left out.
private func quoted(_ text: String) -> String {
    let plain = text.filter { $0 != "\"" && !$0.isNewline }
    return plain.isEmpty ? "" : "\"\(plain)\""
}

/// What stands in front of and behind the only place of some letters.
private func parts(of text: String, around middle: String) -> (String, String)? {
    let (letters, wanted) = (Array(text.utf8), Array(middle.utf8))
    guard !wanted.isEmpty, letters.count >= wanted.count else { return nil }
    let starts = (0...(letters.count - wanted.count)).filter { letters[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    guard starts.count == 1 else { return nil }
    return (
        String(decoding: letters[..<starts[0]], as: UTF8.self),
        String(decoding: letters[(starts[0] + wanted.count)...], as: UTF8.self)
    )
}

/// The number, if a spreadsheet's (15 digits) holds it exactly.
private func spreadsheetNumber(_ text: String) -> Double? {
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    let isPlain = text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    return isPlain && (1...15).contains(digits) ? Double(text) : nil
}

extension Fact {
    fileprivate var isRate: Bool { self[.amount] == nil && self[.rate] != nil }
}

extension Workbook.Style {
    fileprivate static var title: Self {
        var style = Self()
        style.isBold = true
        style.fill = 0xDCE3EB
        return style
    }

    /// Colours as on the page; weight and a line say the same without them.
    fileprivate init(_ level: ChangeLevel?) {
        self.init()
        switch level {
        case .minor?: fill = 0xE6F0FB
        case .major?: (fill, isBold) = (0xFFF1D6, true)
        case .critical?: (fill, isBold, hasLeftLine) = (0xFDE3E1, true, true)
        case .info?, nil: break
        }
    }
}

extension Workbook.Value {
    /// A whole day of ISO 8601 from 1900 on, which is where spreadsheets begin to count.
    fileprivate init?(day text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), 1901...9999 ~= year, 1...12 ~= month, 1...31 ~= day
        else { return nil }
        self = .day(year: year, month: month, day: day)
    }
}

extension Workbook.Cell {
    /// A field's value: figures as numbers (percentages as they are written, since the unit stands beside them), days as dates.
    fileprivate init(_ value: FactValue, text: String) {
        var style = Workbook.Style()
        style.isWrapped = false
        switch value {
        case .amount, .rate, .number:
            if let number = spreadsheetNumber(text) {
                self.init(.number(number), style)
                return
            }
        case .day(let point):
            if let date = point.date, let day = Workbook.Value(day: date) {
                style.numberFormat = "yyyy-mm-dd"
                self.init(day, style)
                return
            }
        default: break
        }
        self.init(.text(text), style)
    }
}
