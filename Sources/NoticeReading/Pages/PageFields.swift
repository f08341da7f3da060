import NoticeModel

/// The box of fields (索引号, 发文机关, 成文日期 …) that a government portal sets over a notice, on a printed page.
///
/// Its lines stand in columns, but they are pairs of a label and its value, not rows of a table.
struct PageFields: Sendable {
    struct Field: Sendable {
        var label: String
        var value: PlacedText
    }
    /// As few fields as such a box has.
    private static let least = 3
    /// Gaps, in font sizes, that part two fields of a line.
    private static let gap = 1.6

    private let page: Int
    private var found: [(field: Field, box: SourcePlace.Box)] = []

    private init(page: Int) { self.page = page }

    /// - Parameter lines: the lines of the first page from the top.
    /// - Returns: the lines of the box with its fields; nil where the page has none.
    static func find(in lines: [PageLine], page: Int) -> (range: Range<Int>, fields: [Field])? {
        for start in lines.indices.prefix(40)
        where !fields(of: lines[start], page: page).isEmpty || stacked(lines, at: start, page: page) != nil {
            var box = PageFields(page: page)
            var end = start
            var index = start
            // A value may go on in the next line, as long as fields follow.
            while index < lines.count, index - end <= 1 {
                if index > start, lines[index].middle - lines[index - 1].middle > 4 * lines[index].size { break }
                let fields = fields(of: lines[index], page: page)
                if let stacked = stacked(lines, at: index, page: page) {
                    box.found.append(stacked)
                    index += 2
                    end = index
                    continue
                }
                if fields.isEmpty {
                    if index + 1 < lines.count, Self.fields(of: lines[index + 1], page: page).isEmpty,
                        stacked(lines, at: index + 1, page: page) == nil
                    {
                        break
                    }
                    guard index + 1 < lines.count, box.goOn(with: lines[index]) else { break }
                } else {
                    box.found += fields
                    end = index + 1
                }
                index += 1
            }
            if box.found.count >= least { return (start..<end, box.found.map(\.field)) }
        }
        return nil
    }

    /// The fields that a line consists of; none where anything else stands on it.
    private static func fields(of line: PageLine, page: Int) -> [(field: Field, box: SourcePlace.Box)] {
        var result: [(field: Field, box: SourcePlace.Box)] = []
        var open: (label: String, box: SourcePlace.Box)?
        for segment in line.segments(gap: gap) {
            let text = segment.text(page: page)
            if let label = PortalFields.label(text.letters) {
                open = (label, segment.box)
                continue
            }
            let own = PortalFields.fields(in: text.letters)
            if let label = open, own.isEmpty {
                open = nil
                result.append((Field(label: label.label, value: text), label.box.union(segment.box)))
                continue
            }
            open = nil
            guard let first = own.first, text.letters[..<first.value.lowerBound].contains(where: isColon) else {
                return []
            }
            for field in own {
                let value = PlacedText(text.letters[field.value], page: page, box: segment.box)
                result.append((Field(label: field.label, value: value), segment.box))
            }
        }
        return result
    }

    /// A label with its colon alone on a line, and its value under it, further in.
    private static func stacked(_ lines: [PageLine], at index: Int, page: Int) -> (field: Field, box: SourcePlace.Box)?
    {
        guard index + 1 < lines.count, lines[index].segments(gap: gap).count == 1,
            lines[index].words.last?.letters.last.map(isColon) == true,
            let label = PortalFields.label(lines[index].text(page: page).letters)
        else { return nil }
        let next = lines[index + 1]
        let value = next.text(page: page)
        guard next.box.left > lines[index].box.left + 1, next.middle - lines[index].middle <= 3 * next.size,
            PortalFields.label(value.letters) == nil
        else { return nil }
        return (Field(label: label, value: value), next.box)
    }

    private static func isColon(_ letter: Unicode.Scalar) -> Bool { letter == "：" || letter == ":" }

    /// Adds a line without a label to the field above it.
    private mutating func goOn(with line: PageLine) -> Bool {
        let index = found.indices.last { index in
            let box = found[index].box
            return box.left <= line.box.left + 1 && box.right > line.box.left
                && line.middle - (box.top + box.bottom) / 2 < 4 * line.size
        }
        guard let index else { return false }
        found[index].field.value.append(line.text(page: page))
        found[index].box = found[index].box.union(line.box)
        return true
    }
}
