import NoticeModel
import PolicyText

/// Makes the passages of a notice: one a paragraph, one a heading, one a table cell with its headers in front.
struct PassageBuilder {
    let set: ExtractorSet
    let notice: Notice
    private(set) var passages: [Passage] = []
    private(set) var headings = HeadingIndex(passageOfSection: [:], parents: [])
    /// Passages whose statements are rules: the body of the notice.
    private(set) var operative: [Int] = []
    /// The last letters before the places at which a text too long for one passage or one sentence was cut.
    private(set) var cuts: [Range<Int>] = []

    init(set: ExtractorSet, notice: Notice) {
        self.set = set
        self.notice = notice
        headings.parents = notice.sections.map(\.parent)
        headings.numbers = notice.sections.map(\.number)
        for (index, section) in notice.sections.enumerated() where !section.headingRange.isEmpty {
            headings.passageOfSection[index] = passages.count
            // A heading stands in the section above as far as its own people and windows are concerned.
            var heading = paragraph(section.headingRange, part: .body, section: section.parent)
            heading.isHeading = true
            heading.number = section.number
            heading.leadsList = heading.leadsList || colonFollows(section.headingRange)
            passages.append(heading)
        }
        var numbered: Set<Int> = []
        for (number, block) in notice.blocks.enumerated() {
            switch block.kind {
            case .heading:
                let inSection = block.section.flatMap { headings.passageOfSection[$0] }
                if block.part == .body, let inSection { operative.append(inSection) }
            case .paragraph:
                guard block.part == .body || block.part == .opening else { continue }
                let start = runInHeading(before: number) ?? block.markerRange?.upperBound ?? block.range.lowerBound
                var range = min(start, block.range.upperBound)..<block.range.upperBound
                var isItem = block.markerRange != nil
                // ▲ 资助360元：返贫致贫人口
                while let first = notice.text.scalars[range].first,
                    NoticeModel.isBullet(first) || isItem && first == " "
                {
                    isItem = true
                    range = range.lowerBound + 1..<range.upperBound
                }
                if block.part == .body {
                    let first = passages.count
                    addOperative(range, part: block.part, section: block.section)
                    for index in passages[first...].indices { passages[index].isItem = isItem }
                    if isItem, first < passages.count, let section = block.section, numbered.insert(section).inserted {
                        passages[first].number = notice.sections[section].number
                    }
                } else {
                    passages += PassageLimit.parts(of: range, in: notice.text.scalars).map {
                        paragraph($0, part: block.part, section: block.section)
                    }
                }
            case .table(let table):
                addTable(table, of: block, before: number)
            }
        }
        for number in operative {
            for sentence in passages[number].sentences where sentence.goesOn {
                cuts += passages[number].sources(of: sentence.range.upperBound - 1..<sentence.range.upperBound)
            }
        }
        ClassLabels(set: set).resolve(in: &passages)
        if let title = notice.metadata.title?.range {
            headings.title = passages.count
            passages.append(paragraph(title, part: .title, section: nil))
        }
    }

    private func colonFollows(_ range: Range<Int>) -> Bool {
        range.upperBound < notice.text.scalars.count && notice.text.scalars[range.upperBound] == "："
    }

    /// 集中缴费期：2025年9月1日至12月31日 — what stands before the colon in the same line belongs to the statement.
    private func runInHeading(before number: Int) -> Int? {
        guard number > 0, case .heading = notice.blocks[number - 1].kind, let section = notice.blocks[number].section,
            notice.blocks[number - 1].section == section
        else { return nil }
        let heading = notice.sections[section].headingRange
        let start = notice.blocks[number].range.lowerBound
        guard !heading.isEmpty, heading.upperBound <= start, start - heading.upperBound <= 2,
            notice.text.scalars[heading.upperBound..<start].contains("：")
                || notice.text.scalars[heading.upperBound - 1] == "："
        else { return nil }
        return heading.lowerBound
    }

    private mutating func addOperative(_ range: Range<Int>, part: Block.Part, section: Int?) {
        let parts = PassageLimit.parts(of: range, in: notice.text.scalars)
        for range in parts {
            operative.append(passages.count)
            passages.append(paragraph(range, part: part, section: section))
        }
        cuts += parts.dropLast().map { $0.upperBound - 1..<$0.upperBound }
    }

    private func paragraph(_ range: Range<Int>, part: Block.Part, section: Int?) -> Passage {
        let piece = Passage.Piece(start: 0, source: range.lowerBound, count: range.count)
        return passage(
            text: Array(notice.text.scalars[range]), pieces: [piece], origin: .paragraph, part: part, section: section)
    }

    private func passage(
        text: [Unicode.Scalar], pieces: [Passage.Piece], origin: Passage.Origin, part: Block.Part, section: Int?
    ) -> Passage {
        let whole = 0..<text.count
        let tokens = set.matcher.apply(to: set.tokenizer.tokens(in: text, range: whole), in: text, range: whole)
        var passage = Passage(
            text: text, pieces: pieces, origin: origin, part: part, section: section, tokens: tokens, sentences: [])
        passage.sentences = sentences(in: text, tokens: tokens)
        passage.leadsList = text.last == "："
        return passage
    }

    private func sentences(in text: [Unicode.Scalar], tokens: [Token]) -> [Sentence] {
        var ranges: [Range<Int>] = []
        var open = 0
        for range in Segmentation.sentences(in: text, range: 0..<text.count) {
            // A phrase may reach over a full stop that a clerk put in the wrong place.
            while open < tokens.count, tokens[open].range.upperBound <= range.lowerBound { open += 1 }
            if let last = ranges.last, open < tokens.count, tokens[open].range.lowerBound < range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        var next = 0
        return PassageLimit.sentences(ranges, in: text, tokens: tokens).map { range, goesOn in
            let first = next
            while next < tokens.count, tokens[next].range.lowerBound < range.upperBound { next += 1 }
            var groups = UnlistedPeople.extend(
                set.population.groups(
                    in: text, tokens: tokens, of: first..<next, from: range.lowerBound, vocabulary: set.vocabulary),
                in: text, tokens: tokens[first..<next], sentence: range)
            if groups.isEmpty, let label = UnlistedPeople.label(in: text, tokens: tokens[first..<next], sentence: range)
            {
                groups = [label]
            }
            return Sentence(
                range: range, clauses: Segmentation.clauses(in: text, range: range), tokens: first..<next,
                groups: groups, goesOn: goesOn)
        }
    }

    private mutating func addTable(_ table: Table, of block: Block, before number: Int) {
        let first = passages.count
        defer { for index in passages[first...].indices { passages[index].tableLead = first - 1 } }
        for cell in table.cells where cell.isHeader && cell.row < table.headerRows && !cell.range.isEmpty {
            addOperative(cell.range, part: block.part, section: block.section)
        }
        // Cells of words alone say of their row what its figures do not: 资金渠道 医疗救助资金.
        let words = table.cells.map { cell in
            !cell.isHeader && cell.column >= table.headerColumns && !cell.range.isEmpty
                && !notice.text.scalars[cell.range].contains { ("0"..."9").contains($0) }
                && set.scanner.scan(notice.text.scalars, in: cell.range).isEmpty
        }
        let above = number > 0 ? yuan(in: notice.text.scalars[notice.blocks[number - 1].range]) : nil
        // The cells that cover each row, and the headings over each column from top to bottom.
        var covering = [[Int]](repeating: [], count: table.rows)
        var headings = [[Table.Cell]](repeating: [], count: table.columns)
        for (index, cell) in table.cells.enumerated() {
            for row in cell.row..<min(cell.row + cell.rowSpan, table.rows) { covering[row].append(index) }
            guard cell.row < table.headerRows else { continue }
            for column in cell.column..<min(cell.column + cell.columnSpan, table.columns) {
                headings[column].append(cell)
            }
        }
        for column in headings.indices { headings[column].sort { $0.row < $1.row } }
        // 资金来源 in a row of its own, where the people are the columns, says of its column what the figures do not.
        let isByColumn = headings.filter { $0.contains { namesPeople($0.range) } }.count > 1
        if isByColumn {
            for (index, cell) in table.cells.enumerated() where words[index] {
                for column in cell.column..<min(cell.column + cell.columnSpan, table.columns) {
                    headings[column].append(cell)
                }
            }
        }
        let benefits = BenefitTable(table, headings: headings) { notice.text.string(in: $0) }
        for row in table.headerRows..<max(table.rows, table.headerRows) {
            let cells = covering[row]
            let sentence = benefits?.sentence(of: cells.map { table.cells[$0] }) { range in
                !set.tokenizer.tokens(in: notice.text.scalars, range: range).contains {
                    $0.tokenClass == set.population.population || $0.tokenClass == set.population.member
                }
            }
            if let sentence { addRow(sentence, of: block) }
            let names =
                cells.map { table.cells[$0] }
                .filter { $0.column < table.headerColumns && $0.row >= table.headerRows }
                .sorted { $0.column < $1.column } + cells.filter { words[$0] && !isByColumn }.map { table.cells[$0] }
            for index in cells {
                let cell = table.cells[index]
                if cell.column < table.headerColumns || words[index] || cell.range.isEmpty { continue }
                if sentence != nil, benefits?.speaks(of: cell.column) ?? false { continue }
                let columns = PassageBuilder.within(
                    columnHeadings(over: cell, in: headings).map(\.range), PassageLimit.headings)
                for range in PassageLimit.parts(of: cell.range, in: notice.text.scalars) {
                    operative.append(passages.count)
                    passages.append(
                        tableCell(
                            names: PassageBuilder.within(names.map(\.range), PassageLimit.headings), columns: columns,
                            cell: range, unit: inheritedUnit(columns: columns + names.map(\.range), above: above),
                            block: block))
                }
            }
        }
    }

    /// A row read as a sentence; the words between its cells are nobody's letters.
    private mutating func addRow(_ parts: [BenefitTable.Part], of block: Block) {
        var text: [Unicode.Scalar] = []
        var pieces: [Passage.Piece] = []
        for part in parts {
            switch part {
            case .cell(let range):
                pieces.append(Passage.Piece(start: text.count, source: range.lowerBound, count: range.count))
                text += notice.text.scalars[range]
            case .words(let words):
                text += words.unicodeScalars
            }
        }
        operative.append(passages.count)
        passages.append(
            passage(text: text, pieces: pieces, origin: .paragraph, part: block.part, section: block.section))
    }

    private func namesPeople(_ range: Range<Int>) -> Bool {
        set.tokenizer.tokens(in: notice.text.scalars, range: range).contains {
            $0.tokenClass == set.population.population
        }
    }

    /// The headings over the columns that a cell covers, each once, from top to bottom.
    private func columnHeadings(over cell: Table.Cell, in headings: [[Table.Cell]]) -> [Table.Cell] {
        if cell.columnSpan == 1 { return headings[cell.column] }
        var found: [Table.Cell] = []
        for column in cell.column..<min(cell.column + cell.columnSpan, headings.count) {
            for heading in headings[column] where column == max(heading.column, cell.column) { found.append(heading) }
        }
        return found.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    }

    /// The first ranges that hold no more than so many letters together: each cell is read behind them.
    private static func within(_ ranges: [Range<Int>], _ limit: Int) -> [Range<Int>] {
        var rest = limit
        return Array(
            ranges.prefix { range in
                rest -= range.count
                return rest >= 0
            })
    }

    /// The row's name, the column's headings from top to bottom, then the cell: read like a sentence.
    private func tableCell(
        names: [Range<Int>], columns: [Range<Int>], cell: Range<Int>, unit: [Unicode.Scalar], block: Block
    ) -> Passage {
        var text: [Unicode.Scalar] = []
        var pieces: [Passage.Piece] = []
        for range in names + columns where !range.isEmpty {
            pieces.append(Passage.Piece(start: text.count, source: range.lowerBound, count: range.count))
            text += notice.text.scalars[range]
            text.append(" ")
        }
        let start = text.count
        pieces.append(Passage.Piece(start: start, source: cell.lowerBound, count: cell.count))
        text += notice.text.scalars[cell]
        let isBareNumber = notice.text.scalars[cell].allSatisfy { ("0"..."9").contains($0) || $0 == "." }
        // The unit stands in a header or above the table; it has no letters of its own in the cell.
        if isBareNumber { text += unit }
        var result = passage(
            text: text, pieces: pieces, origin: .tableCell(value: start..<text.count), part: block.part,
            section: block.section)
        nameRow(of: &result)
        return result
    }

    /// A row whose name is none of the vocabulary's groups is about a group of its own.
    private func nameRow(of passage: inout Passage) {
        guard passage.sentences.count == 1, passage.sentences[0].groups.isEmpty, let name = passage.pieces.first,
            passage.pieces.count > 1
        else { return }
        let range = name.start..<name.start + name.count
        let text = passage.string(range)
        let isTotal = ["合计", "小计", "总计", "序号", "备注"].contains { text.contains($0) }
        let namesPeople = ["人", "户", "者", "对象", "儿", "生", "民", "属", "工", "成员"].contains { text.contains($0) }
        guard namesPeople, !isTotal, !passage.tokens.contains(where: { range.overlaps($0.range) && $0.value != nil })
        else { return }
        let member = PopulationGroup.Member(category: .custom(text), range: range)
        passage.sentences[0].groups = [PopulationGroup(members: [member], range: range)]
    }

    /// 元 for a cell of a bare number, where the headers of its own column or the line above the table say so. A column
    /// that speaks of another unit (比例（%）, 人数（人）) takes none from the line above.
    private func inheritedUnit(columns: [Range<Int>], above: [Unicode.Scalar]?) -> [Unicode.Scalar] {
        for column in columns {
            let text = notice.text.scalars[column]
            if let unit = yuan(in: text) { return unit }
            if text.contains("%") || text.contains("率") || text.contains("数") { return [] }
        }
        return above ?? []
    }

    /// The unit that a header or a line like 单位：元/人·年 names.
    private func yuan(in text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
        guard let yuan = text.lastIndex(of: "元") else { return nil }
        let before = yuan > text.startIndex ? text[yuan - 1] : "（"
        guard before == "（" || before == "：" || before == "位" || before == " " else { return nil }
        return Array(text[yuan...].prefix { $0 != "）" && !isPunctuation($0) && $0 != " " })
    }
}

extension Section {
    /// Its number in its list: the last of an id like 2.3 or 2.3~2.
    var number: Int? { Int((id.split(separator: ".").last ?? "").prefix { $0 != "~" }) }
}
