import NoticeModel

/// Tables whose cells are drawn: ruling lines that cross make a grid, and where the wall between two of its fields is
/// missing they are one cell.
struct RuledTableFinder: Sendable {
    let page: PlacedPage
    /// The most cells of one table.
    let cells: Int

    /// How far, in points, lines may miss each other and still meet.
    private static let reach = 3.0
    /// More lines than any table of a page has: a drawing or a map.
    private static let most = 6_000

    /// A grid of lines that meet.
    private struct Lattice {
        var levels: [SourcePlace.Box] = []
        var uprights: [SourcePlace.Box] = []
        var box = SourcePlace.Box.zero
    }

    /// The tables, and the words that stand in none.
    func find() -> (tables: [PageTable], rest: [PlacedWord]) {
        guard page.rules.count <= Self.most * 4 else { return ([], page.words) }
        var tables: [PageTable] = []
        var rest = page.words
        for lattice in lattices() {
            var inside: [PlacedWord] = []
            var outside: [PlacedWord] = []
            for word in rest {
                let x = (word.box.left + word.box.right) / 2
                let isInside =
                    word.middle > lattice.box.top && word.middle < lattice.box.bottom && x > lattice.box.left
                    && x < lattice.box.right
                if isInside { inside.append(word) } else { outside.append(word) }
            }
            guard !inside.isEmpty, let table = table(lattice, inside) else { continue }
            tables.append(table)
            rest = outside
        }
        return (tables.sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }, rest)
    }

    // MARK: Lines to lattices

    private func lattices() -> [Lattice] {
        let levels = Self.merge(page.rules.filter(\.isLevel).map(\.box), along: \.left, \.right, across: \.top)
        let uprights = Self.merge(page.rules.filter { !$0.isLevel }.map(\.box), along: \.top, \.bottom, across: \.left)
        guard levels.count >= 2, uprights.count >= 1, levels.count + uprights.count <= Self.most else { return [] }
        var sets = DisjointSets(levels.count + uprights.count)
        for (v, upright) in uprights.enumerated() {
            for (h, level) in levels.enumerated() where Self.meet(level, upright) { sets.join(h, levels.count + v) }
        }
        var lattices: [Int: Lattice] = [:]
        for (h, level) in levels.enumerated() { lattices[sets.root(h), default: Lattice()].levels.append(level) }
        for (v, upright) in uprights.enumerated() {
            lattices[sets.root(levels.count + v), default: Lattice()].uprights.append(upright)
        }
        return lattices.sorted { $0.key < $1.key }.compactMap { _, lattice in
            guard lattice.levels.count >= 2, !lattice.uprights.isEmpty else { return nil }
            var lattice = lattice
            let all = lattice.levels + lattice.uprights
            lattice.box = all.dropFirst().reduce(all[0]) { $0.union($1) }
            return lattice
        }
    }

    private static func meet(_ level: SourcePlace.Box, _ upright: SourcePlace.Box) -> Bool {
        upright.left >= level.left - reach && upright.left <= level.right + reach && level.top >= upright.top - reach
            && level.top <= upright.bottom + reach
    }

    /// Pieces of one line, drawn cell by cell, as one; a line drawn twice as one.
    private static func merge(
        _ lines: [SourcePlace.Box], along start: WritableKeyPath<SourcePlace.Box, Double>,
        _ end: WritableKeyPath<SourcePlace.Box, Double>, across: WritableKeyPath<SourcePlace.Box, Double>
    ) -> [SourcePlace.Box] {
        let sorted = lines.sorted {
            ($0[keyPath: across], $0[keyPath: start]) < ($1[keyPath: across], $1[keyPath: start])
        }
        var merged: [SourcePlace.Box] = []
        var index = 0
        while index < sorted.count {
            // Lines within a point and a half of the first one are at one place.
            let place = sorted[index][keyPath: across]
            var last = index
            while last < sorted.count, sorted[last][keyPath: across] - place <= 1.5 { last += 1 }
            let group = sorted[index..<last].sorted { $0[keyPath: start] < $1[keyPath: start] }
            for line in group {
                if let open = merged.last, open[keyPath: across] == place,
                    line[keyPath: start] <= open[keyPath: end] + reach
                {
                    merged[merged.count - 1][keyPath: end] = max(open[keyPath: end], line[keyPath: end])
                } else {
                    var line = line
                    line[keyPath: across] = place
                    merged.append(line)
                }
            }
            index = last
        }
        // The other edge of the box follows the place that the line was moved to.
        return merged.map { line in
            var line = line
            if line.right - line.left >= line.bottom - line.top {
                line.bottom = line.top
            } else {
                line.right = line.left
            }
            return line
        }
    }

    // MARK: A lattice to a table

    private func table(_ lattice: Lattice, _ words: [PlacedWord]) -> PageTable? {
        var xs = Self.places(lattice.uprights.map(\.left))
        let ys = Self.places(lattice.levels.map(\.top))
        // Tables are often drawn open at the sides.
        if let first = xs.first, lattice.box.left < first - 6 { xs.insert(lattice.box.left, at: 0) }
        if let last = xs.last, lattice.box.right > last + 6 { xs.append(lattice.box.right) }
        let rows = ys.count - 1
        let columns = xs.count - 1
        guard rows >= 1, columns >= 1, rows * columns >= 2 else { return nil }
        func collapsed(_ reason: String) -> PageTable {
            let lines = PageLine.lines(of: words).map { $0.text(page: page.number) }
            return PageTable(box: lattice.box, content: .collapsed(lines, reason: reason), columns: [])
        }
        guard rows * columns <= cells else { return collapsed("it has more than \(cells) fields") }

        // Walls between neighbours; the outer ones are taken to be there.
        var sideWalls = [Bool](repeating: false, count: rows * columns)
        for line in lattice.uprights {
            guard let x = Self.nearest(line.left, xs), x > 0, x < columns else { continue }
            for row in 0..<rows where line.covers((ys[row] + ys[row + 1]) / 2, \.top, \.bottom) {
                sideWalls[row * columns + x - 1] = true
            }
        }
        var floors = [Bool](repeating: false, count: rows * columns)
        for line in lattice.levels {
            guard let y = Self.nearest(line.top, ys), y > 0, y < rows else { continue }
            for column in 0..<columns where line.covers((xs[column] + xs[column + 1]) / 2, \.left, \.right) {
                floors[(y - 1) * columns + column] = true
            }
        }
        var sets = DisjointSets(rows * columns)
        for row in 0..<rows {
            for column in 0..<columns {
                let at = row * columns + column
                if column + 1 < columns, !sideWalls[at] { sets.join(at, at + 1) }
                if row + 1 < rows, !floors[at] { sets.join(at, at + columns) }
            }
        }
        var extents: [Int: (top: Int, left: Int, bottom: Int, right: Int, count: Int)] = [:]
        for row in 0..<rows {
            for column in 0..<columns {
                let root = sets.root(row * columns + column)
                guard let extent = extents[root] else {
                    extents[root] = (row, column, row, column, 1)
                    continue
                }
                extents[root] = (
                    extent.top, min(extent.left, column), row, max(extent.right, column), extent.count + 1
                )
            }
        }
        guard extents.count >= 2 else { return nil }
        for extent in extents.values
        where (extent.bottom - extent.top + 1) * (extent.right - extent.left + 1) != extent.count {
            return collapsed("the lines do not part it into rectangles")
        }

        var wordsOfCells: [Int: [PlacedWord]] = [:]
        for word in words {
            for (part, column) in split(word, xs) {
                let row = Self.band(word.middle, ys)
                wordsOfCells[sets.root(row * columns + column), default: []].append(part)
            }
        }
        guard wordsOfCells.count >= 2 else { return nil }
        let linesOfCells = wordsOfCells.mapValues(PageLine.lines(of:))
        if holdsRowsWithoutLines(extents.map { ($0.value.top, $0.value.bottom, linesOfCells[$0.key] ?? []) }) {
            return collapsed("its rows are not parted by lines")
        }
        let texts = extents.sorted { ($0.value.top, $0.value.left) < ($1.value.top, $1.value.left) }.map {
            root, extent in
            let width = xs[extent.right + 1] - xs[extent.left]
            return TableText.Cell(
                row: extent.top, column: extent.left, rowSpan: extent.bottom - extent.top + 1,
                columnSpan: extent.right - extent.left + 1,
                text: PageTable.join(linesOfCells[root] ?? [], page: page.number, width: width))
        }
        return PageTable(
            box: lattice.box, content: .grid(TableText(rows: rows, columns: columns, cells: texts)), columns: xs)
    }

    /// Whether a row of the grid is several rows of the table: all its cells have as many lines, at the same heights, and each
    /// line of one of them holds a figure. Joined, those figures would be one.
    private func holdsRowsWithoutLines(_ cells: [(top: Int, bottom: Int, lines: [PageLine])]) -> Bool {
        var rows: [Int: [[PageLine]]] = [:]
        for cell in cells where cell.top == cell.bottom && !cell.lines.isEmpty {
            rows[cell.top, default: []].append(cell.lines)
        }
        return rows.values.contains { row in
            guard row.count >= 2, let first = row.first, first.count >= 2 else { return false }
            let isEven = row.allSatisfy { lines in
                lines.count == first.count && zip(lines, first).allSatisfy { abs($0.middle - $1.middle) <= $1.size / 2 }
            }
            return isEven
                && row.contains { lines in
                    lines.allSatisfy { $0.words.contains { $0.letters.contains(where: Self.isDigit) } }
                }
        }
    }

    private static func isDigit(_ letter: Unicode.Scalar) -> Bool { letter.value >= 0x30 && letter.value <= 0x39 }

    /// A word by the columns that its letters stand in: one that runs over a wall was set without a space.
    private func split(_ word: PlacedWord, _ xs: [Double]) -> [(PlacedWord, column: Int)] {
        let first = Self.band(word.box.left + 0.5, xs)
        if first == Self.band(word.box.right - 0.5, xs) { return [(word, first)] }
        let edges = word.letterEdges
        var parts: [(PlacedWord, column: Int)] = []
        var start = 0
        var open = Self.band((edges[0] + edges[min(1, edges.count - 1)]) / 2, xs)
        for index in word.letters.indices.dropFirst() {
            let column = Self.band((edges[index] + edges[index + 1]) / 2, xs)
            guard column != open else { continue }
            parts.append((word.part(start..<index, edges), open))
            start = index
            open = column
        }
        if start < word.letters.count { parts.append((word.part(start..<word.letters.count, edges), open)) }
        return parts
    }

    /// The places of lines, from the first, with those within three points as one.
    private static func places(_ values: [Double]) -> [Double] {
        var places: [Double] = []
        for value in values.sorted() where places.last.map({ value - $0 > reach }) ?? true { places.append(value) }
        return places
    }

    private static func nearest(_ value: Double, _ places: [Double]) -> Int? {
        let index = lastPlace(notAfter: value, places)
        // A place stands for the values up to `reach` after it.
        return index >= 0 && value - places[index] <= reach ? index : nil
    }

    /// Which of the bands between the places holds the value; the first or the last one for those outside.
    private static func band(_ value: Double, _ places: [Double]) -> Int {
        min(max(0, lastPlace(notAfter: value, places)), places.count - 2)
    }

    private static func lastPlace(notAfter value: Double, _ places: [Double]) -> Int {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }
}

extension SourcePlace.Box {
    fileprivate func covers(
        _ value: Double, _ start: KeyPath<SourcePlace.Box, Double>, _ end: KeyPath<SourcePlace.Box, Double>
    ) -> Bool {
        self[keyPath: start] - 1 <= value && value <= self[keyPath: end] + 1
    }
}

/// Sets that are joined and asked for their smallest member.
struct DisjointSets: Sendable {
    private var parents: [Int]

    init(_ count: Int) { parents = Array(0..<count) }

    mutating func root(_ member: Int) -> Int {
        var member = member
        while parents[member] != member {
            parents[member] = parents[parents[member]]
            member = parents[member]
        }
        return member
    }

    mutating func join(_ a: Int, _ b: Int) {
        let a = root(a)
        let b = root(b)
        parents[max(a, b)] = min(a, b)
    }
}
