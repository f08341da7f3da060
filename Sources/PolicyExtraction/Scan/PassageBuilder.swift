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

    init(set: ExtractorSet, notice: Notice) {
        self.set = set
        self.notice = notice
        headings.parents = notice.sections.map(\.parent)
        for (number, section) in notice.sections.enumerated() where !section.headingRange.isEmpty {
            headings.passageOfSection[number] = passages.count
            // A heading stands in the section above as far as its own people and windows are concerned.
            var heading = paragraph(section.headingRange, part: .body, section: section.parent)
            heading.isHeading = true
            passages.append(heading)
        }
        for (number, block) in notice.blocks.enumerated() {
            switch block.kind {
            case .heading:
                let inSection = block.section.flatMap { headings.passageOfSection[$0] }
                if block.part == .body, let inSection { operative.append(inSection) }
            case .paragraph:
                guard block.part == .body || block.part == .opening else { continue }
                let start = runInHeading(before: number) ?? block.markerRange?.upperBound ?? block.range.lowerBound
                if block.part == .body { operative.append(passages.count) }
                passages.append(
                    paragraph(
                        min(start, block.range.upperBound)..<block.range.upperBound, part: block.part,
                        section: block.section))
            case .table(let table):
                addTable(table, of: block, before: number)
            }
        }
        ClassLabels(set: set).resolve(in: &passages)
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
        return ranges.map { range in
            let first = next
            while next < tokens.count, tokens[next].range.lowerBound < range.upperBound { next += 1 }
            return Sentence(
                range: range, clauses: Segmentation.clauses(in: text, range: range), tokens: first..<next,
                groups: set.population.groups(
                    in: text, tokens: tokens, of: first..<next, from: range.lowerBound, vocabulary: set.vocabulary))
        }
    }

    private mutating func addTable(_ table: Table, of block: Block, before number: Int) {
        let above = number > 0 ? notice.blocks[number - 1].range : nil
        for cell in table.cells where cell.isHeader && cell.row < table.headerRows && !cell.range.isEmpty {
            operative.append(passages.count)
            passages.append(paragraph(cell.range, part: block.part, section: block.section))
        }
        let heads = table.cells.filter { $0.row < table.headerRows }
        // By row: the names of the row, its cells of words, and its other cells, each in column order. Cells of words alone
        // say of their row what its figures do not: 资金渠道 医疗救助资金.
        let rows = max(table.rows, table.headerRows)
        var labels = [[Table.Cell]](repeating: [], count: rows)
        var words = labels
        var values = labels
        for cell in table.cells where !(cell.range.isEmpty && cell.column >= table.headerColumns) {
            let covered = max(cell.row, table.headerRows)..<max(cell.row + cell.rowSpan, table.headerRows)
            if cell.column < table.headerColumns {
                if cell.row >= table.headerRows { for row in covered.clamped(to: 0..<rows) { labels[row].append(cell) } }
                continue
            }
            let isWords =
                !cell.isHeader && !notice.text.scalars[cell.range].contains { ("0"..."9").contains($0) }
                && set.scanner.scan(notice.text.scalars, in: cell.range).isEmpty
            for row in covered.clamped(to: 0..<rows) {
                if isWords { words[row].append(cell) } else { values[row].append(cell) }
            }
        }
        for row in table.headerRows..<rows {
            let names = labels[row].sorted { $0.column < $1.column } + words[row]
            for cell in values[row] {
                let columns = heads.filter {
                    $0.column < cell.column + cell.columnSpan && cell.column < $0.column + $0.columnSpan
                }.sorted { $0.row < $1.row }
                operative.append(passages.count)
                passages.append(
                    tableCell(
                        names: names.map(\.range), columns: columns.map(\.range), cell: cell.range,
                        unit: inheritedUnit(columns: columns.map(\.range), above: above),
                        block: block))
            }
        }
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
    private func inheritedUnit(columns: [Range<Int>], above: Range<Int>?) -> [Unicode.Scalar] {
        for column in columns {
            let text = notice.text.scalars[column]
            if let unit = yuan(in: text) { return unit }
            if text.contains("%") || text.contains("率") || text.contains("数") { return [] }
        }
        return above.flatMap { yuan(in: notice.text.scalars[$0]) } ?? []
    }

    /// The unit that a header or a line like 单位：元/人·年 names.
    private func yuan(in text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
        guard let yuan = text.lastIndex(of: "元") else { return nil }
        let before = yuan > text.startIndex ? text[yuan - 1] : "（"
        guard before == "（" || before == "：" || before == "位" || before == " " else { return nil }
        return Array(text[yuan...].prefix { $0 != "）" && !isPunctuation($0) && $0 != " " })
    }
}
