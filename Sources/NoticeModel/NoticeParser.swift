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
    ///   - name: the file's base name; nothing is read from it yet.
    package func parse(rendition: [Unicode.Scalar], name: String? = nil) -> Notice {
        let folded = Folding.fold(rendition)
        let markers = MarkerReader(text: folded, rendition: rendition)
        var lines = LineTable(text: folded, rendition: rendition, markers: markers)
        var findings: [NoticeFinding] = []

        // Tables first: nothing in them is a line of its own.
        let traces = TableFinder(text: folded, rendition: rendition, table: lines).traces()
        var tables: [Table] = []
        var dropped: [Range<Int>] = []
        for (index, trace) in traces.enumerated() {
            for line in trace.lines { lines.lines[line].role = .table(index) }
            do {
                tables.append(try TableGrid(letters: folded.scalars).table(from: trace))
                for cell in trace.fragments.joined() where cell.pieces.count > 1 {
                    for (a, b) in zip(cell.pieces, cell.pieces.dropFirst()) {
                        dropped.append(a.upperBound..<b.lowerBound)
                    }
                }
            } catch {
                tables.append(Table(rows: 0, columns: 0, cells: [], headerRows: 0, headerColumns: 0))
                findings.append(
                    NoticeFinding(
                        code: .tableCollapsed,
                        message: "the rows and columns of a table cannot be rebuilt: \(error.reason)",
                        range: tableRange(trace, lines.lines)))
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
                joined.append(JoinedLine(range: shift.map(tableRange(traces[index], lines.lines)), role: first.role))
                continue
            }
            joined.append(
                JoinedLine(
                    range: shift.map(first.range.lowerBound..<kept[group.upperBound - 1].range.upperBound),
                    role: first.role))
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

        let finalMarkers = MarkerReader(text: text, rendition: rendition)
        var builder = StructureBuilder(text: text, markers: finalMarkers, tables: tables)
        builder.build(joined)
        let metadata = MetadataReader(
            text: text, rendition: rendition, markers: finalMarkers, regions: regions, lines: joined,
            blocks: builder.blocks)
        let (fields, notes) = metadata.read()
        return Notice(
            rendition: rendition, text: text, blocks: builder.blocks, sections: builder.sections, metadata: fields,
            findings: (findings + builder.findings + notes).sorted {
                ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0)
            })
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
