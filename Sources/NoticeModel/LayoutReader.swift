import PolicyText

/// Brings what the format of a source says about its layout to the lines of the folded text.
///
/// Lines of different blocks are never one paragraph, but for a title, addressees and lists over several lines; breaks
/// inside one block are judged as those of plain text are.
struct LayoutReader {
    let layout: SourceLayout
    let text: FoldedText
    let table: LineTable

    /// For each line, the block that it stands in.
    let blocks: [Int?]

    init(layout: SourceLayout, text: FoldedText, table: LineTable) {
        self.layout = layout
        self.text = text
        self.table = table
        var blocks: [Int?] = []
        blocks.reserveCapacity(table.lines.count)
        var next = 0
        for line in table.lines {
            while next < layout.blocks.count, layout.blocks[next].range.upperBound <= line.source.lowerBound {
                next += 1
            }
            let isInside = next < layout.blocks.count && layout.blocks[next].range.overlaps(line.source)
            blocks.append(isInside ? next : nil)
        }
        self.blocks = blocks
    }

    /// The range of the folded text for one of the rendition, without white space at its ends.
    func folded(_ source: Range<Int>) -> Range<Int> {
        table.foldedRange(of: source, in: text)
    }

    /// A table of the source over lines of the text.
    struct FoundTable {
        var lines: Range<Int>
        /// Without cells where the grid cannot be told.
        var table: Table
        /// Why there are no cells.
        var collapse: String?
    }

    /// The tables of the source that have letters; those of one row or column are paragraphs.
    func tables() -> [FoundTable] {
        var found: [FoundTable] = []
        var line = 0
        while line < blocks.count {
            guard let block = blocks[line] else {
                line += 1
                continue
            }
            let start = line
            while line < blocks.count, blocks[line] == block { line += 1 }
            switch layout.blocks[block].kind {
            case .table(let source):
                guard source.rows >= 2, source.columns >= 2 else { continue }
                do {
                    let maker = LayoutTable(letters: text.scalars, folded: folded)
                    found.append(FoundTable(lines: start..<line, table: try maker.table(from: source)))
                } catch {
                    found.append(FoundTable(lines: start..<line, table: .collapsed, collapse: error.reason))
                }
            case .collapsedTable(let reason):
                found.append(FoundTable(lines: start..<line, table: .collapsed, collapse: reason))
            case .paragraph, .heading:
                continue
            }
        }
        return found
    }

    /// The lines with the blocks that they stand in and, where the source marks one as a heading, its level.
    func lines() -> [Line] {
        let fields = linesHolding(layout.fields.compactMap(\.range))
        let asides = linesHolding(layout.asides)
        return table.lines.enumerated().map { number, line in
            var line = line
            if fields.contains(number) { line.role = .header }
            if asides.contains(number) { line.role = .noise }
            guard let block = blocks[number] else { return line }
            line.block = block
            switch layout.blocks[block].kind {
            case .heading(let level) where line.range.count <= 60 && !text.scalars.endsSentence(line.range):
                line.heading = max(1, level)
            case .table, .collapsedTable:
                // The rows of what turns out to be no grid are lines that stand alone.
                line.block = -1 - number
            default:
                break
            }
            return line
        }
    }

    /// Fields of the source with their places in the folded text.
    func fields() -> [PlacedField] {
        layout.fields.compactMap { field in
            guard let kind = PlacedField.Kind(label: field.label) else { return nil }
            let range = field.range.map(folded).flatMap { $0.isEmpty ? nil : $0 }
            return PlacedField(kind: kind, value: field.value, range: range)
        }
    }

    private func linesHolding(_ ranges: [Range<Int>]) -> Set<Int> {
        var found: Set<Int> = []
        for range in ranges where !range.isEmpty {
            var low = 0
            var high = table.lines.count
            while low < high {
                let middle = (low + high) / 2
                if table.lines[middle].source.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
            }
            while low < table.lines.count, table.lines[low].source.lowerBound < range.upperBound {
                found.insert(low)
                low += 1
            }
        }
        return found
    }
}
