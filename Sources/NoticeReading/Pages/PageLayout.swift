package import NoticeModel

/// Makes a rendition of pages of placed words: lines to paragraphs, ruled and aligned tables to grids, page headers,
/// footers and page numbers left out. Every paragraph and cell knows its page and box.
package struct PageLayout: Sendable {
    private let limits: ReadingLimits

    package init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

    package struct Result: Sendable {
        package var rendition: [Unicode.Scalar]
        package var layout: SourceLayout
        package var findings: [NoticeFinding]
    }

    /// What stands on a page, from the top.
    private enum Element {
        /// With the area of the column that it stands in, where the page has columns.
        case line(PageLine, column: TextArea?)
        case table(PageTable)
        case fields([PageFields.Field])
    }

    /// - Throws: ``ReadingError`` where the pages or the cells are more than the limits allow.
    package func lay(out pages: [PlacedPage]) throws(ReadingError) -> Result {
        guard pages.count <= limits.pages else {
            throw ReadingError(
                .limitExceeded, "the document has \(pages.count) pages, more than the \(limits.pages) that are read",
                hint: "split it, or raise --max-pages")
        }
        var ruled: [[PageTable]] = []
        var lines: [[PageLine]] = []
        for page in pages {
            var page = page
            page.words = Self.clean(page.words)
            let (tables, rest) = RuledTableFinder(page: page, cells: limits.cells).find()
            ruled.append(tables)
            lines.append(PageLine.lines(of: rest))
        }
        RunningMatter.remove(from: &lines, heights: pages.map(\.height), rules: pages.map(\.rules))

        var elements: [[Element]] = []
        var textLines: [[PageLine]] = []
        for index in pages.indices {
            // Lines beside a table, and those above and below it, are no neighbours.
            var page = ruled[index].map { (top: $0.box.top, element: Element.table($0)) }
            var hasFields = index > 0
            var text: [PageLine] = []
            var runs = Self.runs(lines[index], between: ruled[index])[...]
            while let run = runs.popFirst() {
                if !hasFields, let (range, fields) = PageFields.find(in: run, page: pages[index].number) {
                    hasFields = true
                    page.append((run[range.lowerBound].box.top, .fields(fields)))
                    // What stands over them is the menu of the site, in columns too.
                    text += run[..<range.lowerBound]
                    runs.insert(Array(run[range.upperBound...]), at: runs.startIndex)
                    continue
                }
                if let columns = TextColumns(in: run) {
                    // The columns read as one piece that stands where they begin.
                    let top = run[columns.range].map(\.box.top).min() ?? 0
                    for column in [columns.left, columns.right] {
                        let area = TextArea([column], width: pages[index].width)
                        page += column.map { (top, .line($0, column: area)) }
                    }
                    runs.insert(Array(run[columns.range.upperBound...]), at: runs.startIndex)
                    runs.insert(Array(run[..<columns.range.lowerBound]), at: runs.startIndex)
                    continue
                }
                let found = AlignedTableFinder(page: pages[index].number).find(in: run)
                var at = 0
                for (range, table) in found {
                    text += run[at..<range.lowerBound]
                    page.append((table.box.top, .table(table)))
                    at = range.upperBound
                }
                text += run[at...]
            }
            page += text.map { ($0.box.top, .line($0, column: nil)) }
            // Stable for what stands at one height: from left to right is what the lines and tables are in already.
            elements.append(
                page.enumerated().sorted { ($0.element.top, $0.offset) < ($1.element.top, $1.offset) }.map(
                    \.element.element))
            textLines.append(text)
        }
        return try write(elements, areas(textLines, pages), pages)
    }

    // MARK: Words

    /// Words without those that have no letters, no place, or that are drawn twice to look bold.
    private static func clean(_ words: [PlacedWord]) -> [PlacedWord] {
        struct Key: Hashable {
            var letters: [Unicode.Scalar]
            var x: Int
            var y: Int
        }
        var seen: Set<Key> = []
        var kept: [PlacedWord] = []
        kept.reserveCapacity(words.count)
        for word in words {
            let box = word.box
            guard [box.left, box.right, box.top, box.bottom].allSatisfy({ $0.isFinite && abs($0) < 1e6 }),
                box.right >= box.left, box.bottom >= box.top,
                word.letters.contains(where: { !$0.properties.isWhitespace })
            else { continue }
            // Both roundings, so that no edge between two steps parts what stands together.
            let near = [
                Key(letters: word.letters, x: Int((box.left / 2).rounded()), y: Int((box.top / 2).rounded())),
                Key(
                    letters: word.letters, x: Int(((box.left + 1) / 2).rounded()) + 10_000_000,
                    y: Int(((box.top + 1) / 2).rounded())),
            ]
            if near.contains(where: seen.contains) { continue }
            seen.formUnion(near)
            kept.append(contentsOf: split(word))
        }
        return kept
    }

    /// A word at its white space.
    private static func split(_ word: PlacedWord) -> [PlacedWord] {
        guard word.letters.contains(where: { $0.properties.isWhitespace }) else { return [word] }
        let edges = word.letterEdges
        var parts: [PlacedWord] = []
        var start: Int?
        for index in word.letters.indices {
            if word.letters[index].properties.isWhitespace {
                if let first = start { parts.append(word.part(first..<index, edges)) }
                start = nil
            } else if start == nil {
                start = index
            }
        }
        if let start { parts.append(word.part(start..<word.letters.count, edges)) }
        return parts
    }

    private static func runs(_ lines: [PageLine], between tables: [PageTable]) -> [[PageLine]] {
        var runs: [[PageLine]] = [[]]
        var next = 0
        for line in lines {
            while next < tables.count, tables[next].box.top < line.box.top {
                if runs.last?.isEmpty == false { runs.append([]) }
                next += 1
            }
            runs[runs.count - 1].append(line)
        }
        return runs
    }

    // MARK: Pages

    /// By page: where its text stands, from all pages of its width, so that a short last page does not mislead.
    private func areas(_ lines: [[PageLine]], _ pages: [PlacedPage]) -> [TextArea?] {
        var groups: [Int: [Int]] = [:]
        for (index, page) in pages.enumerated() { groups[Int((page.width / 10).rounded()), default: []].append(index) }
        var areas = [TextArea?](repeating: nil, count: pages.count)
        for group in groups.values {
            let common = TextArea(group.map { lines[$0] }, width: pages[group[0]].width)
            for index in group {
                areas[index] = common
                // Margins of left and right pages differ: a page of many lines tells its own.
                if let common, lines[index].count >= 12, let own = TextArea([lines[index]], width: pages[index].width),
                    abs(own.right - own.left - (common.right - common.left)) > common.size
                        || abs(own.left - common.left) > common.size * 0.5,
                    own.right - own.left > (common.right - common.left) * 0.8
                {
                    areas[index] = own
                }
            }
        }
        return areas
    }

    private func write(_ elements: [[Element]], _ areas: [TextArea?], _ pages: [PlacedPage]) throws(ReadingError)
        -> Result
    {
        var writer = RenditionWriter()
        var findings: [NoticeFinding] = []
        var joiner: ParagraphJoiner?
        var table: PageTable?
        var cells = 0

        func finishParagraph() {
            guard var open = joiner, !open.isEmpty else { return }
            joiner = nil
            let (text, cuts) = open.take()
            let range = writer.paragraph(text)
            for cut in cuts where range.lowerBound + cut < range.upperBound {
                findings.append(
                    NoticeFinding(
                        code: .numberAcrossLines,
                        message: "a number runs over the end of a line and is read as one",
                        range: range.lowerBound + cut - 1..<range.lowerBound + cut + 1))
            }
        }
        func finishTable() {
            guard let open = table else { return }
            table = nil
            switch open.content {
            case .grid(let grid): writer.table(grid)
            case .collapsed(let lines, let reason): writer.collapsedTable(lines, reason: reason)
            }
        }
        for (index, page) in elements.enumerated() {
            for (position, element) in page.enumerated() {
                switch element {
                case .line(let line, let column):
                    finishTable()
                    if let open = joiner, !open.goesOn(line, page: pages[index].number) { finishParagraph() }
                    if joiner == nil { joiner = (column ?? areas[index]).map(ParagraphJoiner.init) }
                    joiner?.append(line, page: pages[index].number)
                case .table(let next):
                    finishParagraph()
                    if case .grid(let grid) = next.content {
                        cells += grid.cells.count
                        guard cells <= limits.cells else {
                            throw ReadingError(
                                .limitExceeded, "its tables have more than the \(limits.cells) cells that are read",
                                hint: "split it, or raise --max-cells")
                        }
                    }
                    if position == 0, table?.append(next) == true { continue }
                    finishTable()
                    table = next
                case .fields(let fields):
                    finishParagraph()
                    finishTable()
                    for field in fields { writer.field(field.label, value: field.value) }
                }
            }
        }
        finishParagraph()
        finishTable()
        writer.noteFields()
        return Result(rendition: writer.scalars, layout: writer.layout, findings: findings)
    }
}
