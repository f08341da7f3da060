/// Finds the place in the source of letters of the rendition.
package struct PlaceIndex: Sendable {
    /// Ascending and disjoint.
    private let places: [SourcePlace]
    private let cells: [(range: Range<Int>, row: Int, column: Int)]

    init(_ layout: SourceLayout) {
        places = layout.places
        cells = layout.blocks.flatMap { block in
            guard case .table(let table) = block.kind else { return [(range: Range<Int>, row: Int, column: Int)]() }
            return table.cells.compactMap { $0.range.isEmpty ? nil : ($0.range, $0.row, $0.column) }
        }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The place of a scalar of the rendition.
    package func place(of offset: Int) -> SourcePlace? {
        Self.last(places, at: offset, range: \.range).flatMap { $0.range.contains(offset) ? $0 : nil }
    }

    /// The page, from 1, on which a range of the rendition begins.
    package func page(of range: Range<Int>) -> Int? { place(of: range.lowerBound)?.page }

    /// R3C2: the row and column, from 1, of the table cell that a range of the rendition lies in.
    package func cell(of range: Range<Int>) -> String? {
        guard let cell = Self.last(cells, at: range.lowerBound, range: \.range), cell.range.contains(range.lowerBound),
            range.upperBound <= cell.range.upperBound
        else { return nil }
        return "R\(cell.row + 1)C\(cell.column + 1)"
    }

    /// The last of ascending items that begins at or before an offset.
    private static func last<Item>(_ items: [Item], at offset: Int, range: (Item) -> Range<Int>) -> Item? {
        var low = 0
        var high = items.count
        while low < high {
            let middle = (low + high) / 2
            if range(items[middle]).lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? items[low - 1] : nil
    }
}
