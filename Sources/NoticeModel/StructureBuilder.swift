import PolicyText

/// Cuts joined lines into items, gives each its section, and makes blocks of them.
struct StructureBuilder {
    let text: FoldedText
    let markers: MarkerReader
    let tables: [Table]
    private(set) var blocks: [Block] = []
    private var outline = Outline()
    private var attachments = 0
    /// By parent: how many of its items begin with a heading and a full stop, and how many items it has.
    private var siblings: [Int: (headings: Int, items: Int)] = [:]

    var sections: [Section] { outline.sections }
    var findings: [NoticeFinding] { outline.findings }

    /// A piece of the body between two cuts.
    private struct Item {
        var range: Range<Int>
        var marker: Marker?
        var section: Int?
        var role: LineRole
        /// A heading without a marker, which the source marks as one.
        var isHeading = false
    }

    init(text: FoldedText, markers: MarkerReader, tables: [Table]) {
        self.text = text
        self.markers = markers
        self.tables = tables
    }

    mutating func build(_ lines: [JoinedLine]) {
        let items = items(lines)
        let opening = openingItems(items)
        readSiblings(items)
        for (index, item) in items.enumerated() {
            switch item.role {
            case .body:
                emit(item, at: index, in: items, part: opening.contains(index) ? .opening : .body)
            case .table(let table):
                append(Block(kind: .table(tables[table]), part: .body, range: item.range, section: item.section))
            default:
                append(Block(kind: .paragraph, part: Self.part(item.role), range: item.range))
            }
        }
    }

    // MARK: Items

    private mutating func items(_ lines: [JoinedLine]) -> [Item] {
        let upcoming = Upcoming(
            lines.map { line in
                line.role == .body ? markers.marker(at: line.range.lowerBound, before: line.range.upperBound) : nil
            })
        let total = lines.reduce(0) { $0 + $1.range.count }
        let longest = lines.map(\.range.count).max() ?? 0
        let inline = InlineMarkers(text: text, markers: markers, isRunning: longest >= 200 && longest * 2 >= total)
        var items: [Item] = []
        var hasBody = false
        for (index, line) in lines.enumerated() {
            switch line.role {
            case .attachmentLabel where hasBody:
                attachments += 1
                outline.enterAttachment(attachments)
            case .attachmentTitle:
                let before = items.last?.role
                if before != .attachmentLabel, before != .attachmentTitle {
                    attachments += 1
                    outline.enterAttachment(attachments)
                }
            default:
                break
            }
            guard line.role == .body else {
                var section: Int?
                if case .table = line.role { section = outline.current }
                items.append(Item(range: line.range, marker: nil, section: section, role: line.role))
                continue
            }
            hasBody = true
            let own = upcoming.markers[index]
            if own == nil, let level = line.heading {
                outline.addHeading(level: level, line.range)
                items.append(
                    Item(range: line.range, marker: nil, section: outline.current, role: .body, isHeading: true))
                continue
            }
            if let own { add(own, upcoming, index) }
            var start = line.range.lowerBound
            var marker = own
            let cuts = inline.cuts(in: line.range, outline: outline)
            let markerCuts = Set(cuts)
            let paragraphs = inline.paragraphs(in: line.range).filter { !markerCuts.contains($0) }
            for cut in (cuts + paragraphs).sorted() {
                appendItem(text.scalars.trimmed(start..<cut), marker, &items)
                start = cut
                marker = markerCuts.contains(cut) ? markers.marker(at: cut, before: line.range.upperBound) : nil
                if let marker { add(marker, upcoming, index) }
            }
            appendItem(text.scalars.trimmed(start..<line.range.upperBound), marker, &items)
        }
        return items
    }

    private func appendItem(_ range: Range<Int>, _ marker: Marker?, _ items: inout [Item]) {
        items.append(Item(range: range, marker: marker, section: outline.current, role: .body))
    }

    private mutating func add(_ marker: Marker, _ upcoming: Upcoming, _ line: Int) {
        _ = outline.add(marker) { top in
            marker.style.rawValue >= Marker.Style.hanInBrackets.rawValue && top.style != .circled
                && upcoming.next(top.style, after: line) == top.number + 1
        }
    }

    // MARK: Opening

    /// Items before the first section that say why and what for, up to 如下: they rule nothing.
    private func openingItems(_ items: [Item]) -> Set<Int> {
        let letters = text.scalars
        guard let first = items.firstIndex(where: { $0.role == .body && $0.section != nil }) else {
            // No sections: a lead-in that ends in a colon.
            guard let lead = items.firstIndex(where: { $0.role == .body }), lead + 1 < items.count,
                let last = items[lead].range.last, Letter.isColon(letters[last]),
                letters.contains(anyOf: Self.announcements, in: items[lead].range), !statesAmount(items[lead].range)
            else { return [] }
            return [lead]
        }
        var opening: Set<Int> = []
        // A letter that only sends a paper round has no opening; that of the paper begins under its title.
        let start = items[..<first].lastIndex { $0.role == .signatureDate || $0.role == .attachmentTitle } ?? 0
        for index in start..<first where items[index].role == .body {
            let range = items[index].range
            // What states an amount is no mere opening, wherever it stands.
            if statesAmount(range) { continue }
            if letters.contains(anyOf: Self.announcements, in: range) || letters.begins(with: Self.reasons, range) {
                opening.insert(index)
            }
        }
        return opening
    }

    private func statesAmount(_ range: Range<Int>) -> Bool {
        range.dropFirst().contains { index in
            (text.scalars[index] == "元" || text.scalars[index] == "%") && Letter.isDigit(text.scalars[index - 1])
        }
    }

    private static let announcements = phrases("如下 现就 现将 特制定 制定本")
    private static let reasons = phrases("为 根据 按照 依据 近日 近期 经")

    // MARK: Blocks

    private mutating func emit(_ item: Item, at index: Int, in items: [Item], part: Block.Part) {
        guard let marker = item.marker, let section = item.section else {
            if item.isHeading {
                append(Block(kind: .heading, part: part, range: item.range, section: item.section))
                return
            }
            append(Block(kind: .paragraph, part: part, range: item.range, section: item.section))
            return
        }
        guard let heading = heading(of: item, marker, at: index, in: items) else {
            append(
                Block(kind: .paragraph, part: part, range: item.range, section: section, markerRange: marker.range))
            return
        }
        outline.setHeading(section, heading.words)
        let end = min(heading.end, item.range.upperBound)
        append(
            Block(
                kind: .heading, part: part, range: item.range.lowerBound..<end, section: section,
                markerRange: marker.range))
        let rest = text.scalars.trimmed(end..<item.range.upperBound)
        if !rest.isEmpty { append(Block(kind: .paragraph, part: part, range: rest, section: section)) }
    }

    private mutating func append(_ block: Block) {
        guard !block.range.isEmpty else { return }
        blocks.append(block)
        outline.extend(block.section, to: block.range.upperBound)
    }

    /// The heading's words and where its block ends (after its full stop).
    private func heading(of item: Item, _ marker: Marker, at index: Int, in items: [Item]) -> (
        words: Range<Int>, end: Int
    )? {
        let letters = text.scalars
        let words = letters.trimmed(marker.range.upperBound..<item.range.upperBound)
        guard let first = words.first else { return nil }
        if letters[first] == "【", let close = words.prefix(30).first(where: { letters[$0] == "】" }) {
            return (first + 1..<close, close + 1)
        }
        // A heading set off by white space alone: 一、参保范围　具有本市户籍的…
        let gap = words.dropFirst(2).prefix(14).first { markers.hasWideGap(before: $0) }
        if let gap, words.upperBound - gap > 12, HeadingShape.isHeading(letters, words.lowerBound..<gap) {
            return (words.lowerBound..<gap, gap)
        }
        let hasContent = hasContent(index, in: items)
        if let stop = words.prefix(40).first(where: { Letter.endsSentence(letters[$0]) }) {
            guard letters[stop] == "。" else { return nil }
            let candidate = words.lowerBound..<stop
            let isWhole = stop + 1 >= words.upperBound
            guard HeadingShape.isHeading(letters, candidate), siblingsHaveHeadings(item),
                !isWhole || hasContent && marker.style.rawValue <= Marker.Style.hanInBrackets.rawValue
            else { return nil }
            return (candidate, stop + 1)
        }
        guard words.count <= 60, !letters.endsSentence(words), let last = words.last, !Letter.isComma(letters[last])
        else { return nil }
        let isTop = marker.style.rawValue <= Marker.Style.han.rawValue && marker.style != .article
        guard hasContent || isTop && words.count <= 30 else { return nil }
        if Letter.isColon(letters[last]) {
            return words.count <= 20 ? (words.lowerBound..<last, item.range.upperBound) : nil
        }
        return (words, item.range.upperBound)
    }

    /// Items of one parent are alike: a short first sentence is a heading only where at least half of them have one.
    private mutating func readSiblings(_ items: [Item]) {
        for item in items {
            guard let marker = item.marker, let section = item.section else { continue }
            let parent = outline.sections[section].parent ?? -1
            let words = marker.range.upperBound..<item.range.upperBound
            siblings[parent, default: (0, 0)].items += 1
            let stop = words.prefix(40).first { Letter.endsSentence(text.scalars[$0]) }
            if stop.map({ HeadingShape.isHeading(text.scalars, words.lowerBound..<$0) }) ?? (words.count <= 40) {
                siblings[parent, default: (0, 0)].headings += 1
            }
        }
    }

    private func siblingsHaveHeadings(_ item: Item) -> Bool {
        guard let section = item.section, let counts = siblings[outline.sections[section].parent ?? -1] else {
            return true
        }
        return counts.headings * 2 >= counts.items
    }

    /// Whether text, a table or items under this one follow it.
    private func hasContent(_ index: Int, in items: [Item]) -> Bool {
        guard let section = items[index].section else { return false }
        var next = index + 1
        while next < items.count, items[next].role == .noise { next += 1 }
        guard next < items.count, let other = items[next].section else { return false }
        if items[next].marker == nil { return other == section }
        return outline.sections[other].parent == section
    }

    private static func part(_ role: LineRole) -> Block.Part {
        switch role {
        case .header, .attachmentLabel: .header
        case .number: .documentNumber
        case .title, .titleTag, .attachmentTitle: .title
        case .addressees: .addressees
        case .signature: .signature
        case .date, .signatureDate: .date
        case .attachmentNote: .attachmentNote
        case .copyTo: .copyTo
        case .publication: .publication
        case .noise: .noise
        case .body, .table: .body
        }
    }
}

/// The markers that begin lines, and which number of a style comes next after a line.
private struct Upcoming {
    let markers: [Marker?]
    private var numbers: [Int16]

    init(_ markers: [Marker?]) {
        self.markers = markers
        let styles = Marker.Style.allCases.count
        numbers = [Int16](repeating: 0, count: (markers.count + 1) * styles)
        for index in markers.indices.reversed() {
            for style in 0..<styles { numbers[index * styles + style] = numbers[(index + 1) * styles + style] }
            if let marker = markers[index] { numbers[index * styles + marker.style.rawValue] = Int16(marker.number) }
        }
    }

    func next(_ style: Marker.Style, after line: Int) -> Int? {
        let number = numbers[(line + 1) * Marker.Style.allCases.count + style.rawValue]
        return number == 0 ? nil : Int(number)
    }
}
