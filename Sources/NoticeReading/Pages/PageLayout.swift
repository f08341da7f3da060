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

    /// What stands on a page, in reading order.
    fileprivate enum Element {
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

        var elements: [(page: Int, elements: [Element])] = []
        var textLines: [[PageLine]] = []
        // The box of fields stands near the beginning; a menu may take a page or two before it.
        var hasFields = false
        var columns: Region.Columns?
        var sideBars: [(page: Int, elements: [Element])] = []
        for index in pages.indices {
            hasFields = hasFields || index >= 3
            var region = Region(page: pages[index], findsFields: !hasFields, columnsBefore: columns)
            columns = nil
            region.lay(out: lines[index], around: ruled[index])
            hasFields = hasFields || region.hasFields
            columns = region.columns
            elements.append((index, region.elements))
            if !region.sideBar.isEmpty { sideBars.append((index, region.sideBar)) }
            textLines.append(region.text)
        }
        return try write(elements, sideBars, areas(textLines, pages), pages)
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
                Key(letters: word.letters, x: Int(nearest: box.left / 2), y: Int(nearest: box.top / 2)),
                Key(
                    letters: word.letters, x: Int(nearest: (box.left + 1) / 2) + 10_000_000,
                    y: Int(nearest: (box.top + 1) / 2)),
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

    // MARK: Pages

    /// By page: where its text stands, from all pages of its width, so that a short last page does not mislead.
    private func areas(_ lines: [[PageLine]], _ pages: [PlacedPage]) -> [TextArea?] {
        var groups: [Int: [Int]] = [:]
        for (index, page) in pages.enumerated() { groups[Int(nearest: page.width / 10), default: []].append(index) }
        var areas = [TextArea?](repeating: nil, count: pages.count)
        for group in groups.values {
            let common = TextArea(group.map { lines[$0] }, width: pages[group[0]].width)
            for index in group {
                areas[index] = common
                // Margins of left and right pages differ: a page of many lines tells its own.
                if let common, lines[index].count >= 12, let own = TextArea([lines[index]], width: pages[index].width),
                    abs(own.right - own.left - (common.right - common.left)) > common.size
                        || abs(own.left - common.left) > common.size * 0.5,
                    own.right - own.left > (common.right - common.left) * 0.6
                {
                    areas[index] = own
                }
            }
        }
        return areas
    }

    private func write(
        _ parts: [(page: Int, elements: [Element])], _ sideBars: [(page: Int, elements: [Element])],
        _ areas: [TextArea?], _ pages: [PlacedPage]
    ) throws(ReadingError) -> Result {
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
        var asides: Int?
        for (number, (index, elements)) in (parts + sideBars).enumerated() {
            if number == parts.count {
                finishParagraph()
                finishTable()
                asides = writer.scalars.count
            }
            for (position, element) in elements.enumerated() {
                switch element {
                case .line(let line, let column):
                    finishTable()
                    let number = pages[index].number
                    let area = column ?? areas[index]
                    if let open = joiner, !open.goesOn(line, page: number, area: area) { finishParagraph() }
                    if joiner == nil { joiner = area.map(ParagraphJoiner.init) }
                    joiner?.append(line, page: number, area: area)
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
        if let asides { writer.noteAside(since: asides) }
        writer.noteFields()
        return Result(rendition: writer.scalars, layout: writer.layout, findings: findings)
    }
}

/// The part of a page that is being read: columns one after the other, the rest from the top.
private struct Region {
    let page: PlacedPage
    /// Whether the box of a portal's fields is looked for.
    let findsFields: Bool
    private(set) var hasFields = false
    private(set) var elements: [PageLayout.Element] = []
    /// What stands in a side bar: it reads after all pages.
    private(set) var sideBar: [PageLayout.Element] = []
    /// Lines that are neither in columns nor in tables.
    private(set) var text: [PageLine] = []
    /// Where the last columns of a page have their text.
    struct Columns {
        var gutter: Double
        var left: TextArea
        var right: TextArea
    }
    /// Of the page before, where it ends in columns.
    private let columnsBefore: Columns?
    /// Where the page ends in columns: these.
    private(set) var columns: Columns?

    init(page: PlacedPage, findsFields: Bool, columnsBefore: Columns?) {
        self.page = page
        self.findsFields = findsFields
        self.columnsBefore = columnsBefore
    }

    /// - Parameters:
    ///   - lines: from the top, without those in `tables`.
    ///   - tables: from the top.
    mutating func lay(out lines: [PageLine], around tables: [PageTable]) {
        if let columns = TextColumns(in: lines), let split = Self.split(tables, by: columns, of: lines),
            let left = TextArea([columns.left], width: page.width),
            let right = TextArea([columns.right], width: page.width)
        {
            let areas = Columns(gutter: columns.gutter, left: left, right: right)
            layRuns(Array(lines[..<columns.range.lowerBound]), split.above)
            lay(out: columns, split.left, split.right, areas)
            if !columns.isLeftSideBar { self.columns = areas }
            let below = Array(lines[columns.range.upperBound...])
            if !below.isEmpty || !split.below.isEmpty { lay(out: below, around: split.below) }
            return
        }
        if elements.isEmpty, let areas = columnsBefore, let columns = TextColumns(in: lines, goingOnAt: areas.gutter),
            let split = Self.split(tables, by: columns, of: lines), split.above.isEmpty, split.below.isEmpty
        {
            lay(out: columns, split.left, split.right, areas)
            return
        }
        columns = nil
        layRuns(lines, tables)
    }

    private mutating func lay(
        out columns: TextColumns, _ left: [PageTable], _ right: [PageTable], _ areas: Columns
    ) {
        let inOrder = [(columns.left, left, areas.left), (columns.right, right, areas.right)]
        for (index, (column, tables, area)) in inOrder.enumerated() {
            if index == 0, columns.isLeftSideBar {
                let places = column.map { (top: $0.box.top, element: PageLayout.Element.line($0, column: area)) }
                sideBar += Self.sorted(places + tables.map { ($0.box.top, .table($0)) })
            } else {
                layRuns(column, tables, column: area)
            }
        }
    }

    /// The tables above, in and below the columns; nil where one reaches over both.
    private static func split(
        _ tables: [PageTable], by columns: TextColumns, of lines: [PageLine]
    ) -> (above: [PageTable], left: [PageTable], right: [PageTable], below: [PageTable])? {
        var result: (above: [PageTable], left: [PageTable], right: [PageTable], below: [PageTable]) = ([], [], [], [])
        let top = lines[columns.range].map(\.box.top).min() ?? 0
        let bottom = lines[columns.range].map(\.box.bottom).max() ?? 0
        for table in tables {
            let middle = (table.box.top + table.box.bottom) / 2
            let slack = lines[columns.range.lowerBound].size * 1.5
            if middle < top {
                result.above.append(table)
            } else if middle > bottom {
                result.below.append(table)
            } else if table.box.right <= columns.gutter + slack {
                result.left.append(table)
            } else if table.box.left >= columns.gutter - slack {
                result.right.append(table)
            } else {
                return nil
            }
        }
        return result
    }

    private mutating func layRuns(_ lines: [PageLine], _ tables: [PageTable], column: TextArea? = nil) {
        // Lines beside a table, and those above and below it, are no neighbours.
        var places = tables.map { (top: $0.box.top, element: PageLayout.Element.table($0)) }
        var own: [PageLine] = []
        var runs = Self.runs(lines, between: tables)[...]
        while let run = runs.popFirst() {
            if findsFields, !hasFields, let (range, fields) = PageFields.find(in: run, page: page.number) {
                hasFields = true
                places.append((run[range.lowerBound].box.top, .fields(fields)))
                // What stands over them is the menu of the site, in columns too.
                own += run[..<range.lowerBound]
                runs.insert(Array(run[range.upperBound...]), at: runs.startIndex)
                continue
            }
            let found = AlignedTableFinder(page: page.number).find(in: run)
            var at = 0
            for (range, table) in found {
                own += run[at..<range.lowerBound]
                places.append((table.box.top, .table(table)))
                at = range.upperBound
            }
            own += run[at...]
        }
        places += own.map { ($0.box.top, .line($0, column: column)) }
        elements += Self.sorted(places)
        if column == nil { text += own }
    }

    /// From the top; stable for what stands at one height, since lines and tables are in order from left to right already.
    private static func sorted(_ places: [(top: Double, element: PageLayout.Element)]) -> [PageLayout.Element] {
        places.enumerated().sorted { ($0.element.top, $0.offset) < ($1.element.top, $1.offset) }.map(
            \.element.element)
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
}
