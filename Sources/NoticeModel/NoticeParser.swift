import PolicyText
package import PolicyValues

/// Builds a notice from its text rendition: folds it, joins the lines of each paragraph, and cuts blocks, sections,
/// tables, parts and metadata. Works in time linear in the text and never fails: what cannot be told is a finding.
package struct NoticeParser: Sendable {
    private let regions: RegionTable
    private let scanner: ValueScanner

    package init(regions: RegionTable, scanner: ValueScanner) {
        self.regions = regions
        self.scanner = scanner
    }

    /// - Parameters:
    ///   - rendition: the decoded text, line ends untouched.
    ///   - layout: what the format of the source says about the layout of the text; nil for plain text.
    ///   - findings: what the reader of the source found; their ranges count scalars of the rendition.
    ///   - name: the file's base name; nothing is read from it yet.
    package func parse(
        rendition: [Unicode.Scalar], layout: SourceLayout? = nil, findings reported: [NoticeFinding] = [],
        name: String? = nil
    ) -> Notice {
        let folded = Folding.fold(rendition)
        let markers = MarkerReader(text: folded, rendition: rendition)
        var lines = LineTable(text: folded, rendition: rendition, markers: markers)
        var findings: [NoticeFinding] = []
        var fields: [PlacedField] = []
        var tables: [Table] = []
        var tableRanges: [Range<Int>] = []
        var dropped: [Range<Int>] = []

        // Tables first: nothing in them is a line of its own. Those of the source before what looks like one.
        if let layout {
            let reader = LayoutReader(layout: layout, text: folded, table: lines)
            fields = reader.fields()
            lines.lines = reader.lines()
            for found in reader.tables() {
                for line in found.lines { lines.lines[line].role = .table(tables.count) }
                let first = lines.lines[found.lines.lowerBound].range
                let range = first.lowerBound..<lines.lines[found.lines.upperBound - 1].range.upperBound
                tables.append(found.table)
                tableRanges.append(range)
                if let reason = found.collapse { findings.append(Self.collapsed(reason, range)) }
            }
        }
        for var finding in reported {
            finding.range = finding.range.map { lines.foldedRange(of: $0, in: folded) }
            findings.append(finding)
        }
        for trace in TableFinder(text: folded, rendition: rendition, table: lines).traces() {
            for line in trace.lines { lines.lines[line].role = .table(tables.count) }
            let range = tableRange(trace, lines.lines)
            tableRanges.append(range)
            do {
                tables.append(try TableGrid(letters: folded.scalars).table(from: trace))
                for cell in trace.fragments.joined() where cell.pieces.count > 1 {
                    for (a, b) in zip(cell.pieces, cell.pieces.dropFirst()) {
                        dropped.append(a.upperBound..<b.lowerBound)
                    }
                }
            } catch {
                tables.append(.collapsed)
                findings.append(Self.collapsed(error.reason, range))
            }
        }

        var parts = PartReader(text: folded, markers: markers, scanner: scanner, table: lines)
        parts.run()
        let told = parts.table.lines
        let kept = told.filter { $0.role != .noise }
        let groups = LineJoiner(letters: folded.scalars, lines: kept).groups()
        for group in groups where group.count > 1 {
            for index in group.dropFirst() {
                dropped.append(kept[index - 1].range.upperBound..<kept[index].range.lowerBound)
            }
        }
        let shift = Removal(dropped, in: folded.scalars.count)
        let text = folded.removing(shift.positions)

        var joined: [JoinedLine] = []
        for group in groups {
            let first = kept[group.lowerBound]
            if case .table(let index) = first.role {
                if joined.last?.role == first.role { continue }
                joined.append(JoinedLine(range: shift.map(tableRanges[index]), role: first.role))
                continue
            }
            joined.append(
                JoinedLine(
                    range: shift.map(first.range.lowerBound..<kept[group.upperBound - 1].range.upperBound),
                    role: first.role, heading: first.heading))
        }
        for line in told where line.role == .noise {
            let range = shift.map(line.range)
            if !range.isEmpty { joined.append(JoinedLine(range: range, role: .noise)) }
        }
        joined.sort { $0.range.lowerBound < $1.range.lowerBound }
        for index in tables.indices {
            for cell in tables[index].cells.indices {
                tables[index].cells[cell].range = shift.map(tables[index].cells[cell].range)
            }
        }
        for index in findings.indices { findings[index].range = findings[index].range.map(shift.map) }
        for index in fields.indices { fields[index].range = fields[index].range.map(shift.map) }

        let finalMarkers = MarkerReader(text: text, rendition: rendition)
        var builder = StructureBuilder(text: text, markers: finalMarkers, tables: tables)
        builder.build(joined)
        let metadata = MetadataReader(
            text: text, rendition: rendition, markers: finalMarkers, regions: regions, lines: joined,
            blocks: builder.blocks, fields: fields)
        let (own, notes) = metadata.read()
        return Notice(
            rendition: rendition, text: text, blocks: builder.blocks, sections: builder.sections, metadata: own,
            findings: (findings + builder.findings + notes).sorted {
                ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0)
            }, places: layout.map(PlaceIndex.init))
    }

    private static func collapsed(_ reason: String, _ range: Range<Int>) -> NoticeFinding {
        NoticeFinding(
            code: .tableCollapsed,
            message: "the rows and columns of a table cannot be rebuilt: \(reason)", range: range)
    }

    private func tableRange(_ trace: TableTrace, _ lines: [Line]) -> Range<Int> {
        var low = lines[trace.lines.lowerBound].range.lowerBound
        var high = lines[trace.lines.upperBound - 1].range.upperBound
        // A line of a collapsed trace may hold cells of the next one; the trace's own cells bound it.
        let pieces = trace.fragments.joined().flatMap(\.pieces)
        if let first = pieces.first, let last = pieces.last, trace.kind != .bars {
            low = first.lowerBound
            high = last.upperBound
        }
        return low..<high
    }
}

/// Lines of the source joined to one, in the analysis text.
struct JoinedLine {
    var range: Range<Int>
    var role: LineRole
    /// The level of the heading as which the source marks it.
    var heading: Int?
}

/// Places dropped from a text, and where what is kept has moved to.
private struct Removal {
    let positions: [Int]
    private let moved: [Int32]

    init(_ ranges: [Range<Int>], in count: Int) {
        var isDropped = [Bool](repeating: false, count: count)
        for range in ranges { for index in range { isDropped[index] = true } }
        var positions: [Int] = []
        var moved: [Int32] = []
        moved.reserveCapacity(count + 1)
        for index in 0..<count {
            moved.append(Int32(index - positions.count))
            if isDropped[index] { positions.append(index) }
        }
        moved.append(Int32(count - positions.count))
        self.positions = positions
        self.moved = moved
    }

    func map(_ range: Range<Int>) -> Range<Int> { Int(moved[range.lowerBound])..<Int(moved[range.upperBound]) }
}
