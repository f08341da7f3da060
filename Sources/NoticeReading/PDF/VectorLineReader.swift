import NoticeModel

/// Reads the straight lines from what `pdftocairo -svg` writes: the borders of tables, which PDF draws as strokes or as thin
/// filled rectangles.
package struct VectorLineReader: Sendable {
    package init() {}

    /// More than any table has: beyond it the page is a drawing.
    static let mostLines = 20_000

    private struct Point {
        var x: Double
        var y: Double
    }

    /// The lines of each page, in points from its upper left corner; empty for a page that is a drawing.
    package func lines(_ bytes: [UInt8]) -> [[RulingLine]] {
        var scanner = MarkupScanner(bytes)
        var pages: [[RulingLine]] = []
        // Glyphs, clips and the like are defined first and drawn by reference.
        var depthInDefinitions = 0
        while let token = scanner.next() {
            switch token {
            case .open(let name, let attributes, let isEmpty):
                if scanner.has(name, "defs") || scanner.has(name, "clipPath") || scanner.has(name, "mask") {
                    if !isEmpty { depthInDefinitions += 1 }
                } else if scanner.has(name, "page") {
                    pages.append([])
                } else if depthInDefinitions == 0, scanner.has(name, "path") {
                    // A document of one page has no `page` elements.
                    if pages.isEmpty { pages.append([]) }
                    append(scanner, attributes, to: &pages[pages.count - 1])
                } else if depthInDefinitions == 0, scanner.has(name, "rect") {
                    if pages.isEmpty { pages.append([]) }
                    appendRectangle(scanner, attributes, to: &pages[pages.count - 1])
                }
            case .close(let name):
                if scanner.has(name, "defs") || scanner.has(name, "clipPath") || scanner.has(name, "mask") {
                    depthInDefinitions = max(0, depthInDefinitions - 1)
                }
            case .text: break
            }
        }
        return pages.map { $0.count > Self.mostLines ? [] : $0 }
    }

    // MARK: One element

    private func append(_ scanner: MarkupScanner, _ attributes: Range<Int>, to lines: inout [RulingLine]) {
        let paint = Paint(scanner, attributes)
        guard lines.count <= Self.mostLines, paint.isStroked || paint.isFilled,
            let data = scanner.attribute("d", in: attributes)
        else { return }
        let transform = Transform(scanner, attributes)
        var numbers = NumberScanner(scanner.bytes, data)
        var points: [Point] = []
        var isStraight = true
        func finish() {
            defer {
                points = []
                isStraight = true
            }
            guard isStraight, points.count >= 2 else { return }
            if let rectangle = Self.rectangle(points) {
                lines += RulingLine.lines(of: rectangle, isStroked: paint.isStroked)
            } else if paint.isStroked {
                for (a, b) in zip(points, points.dropFirst()) {
                    if let line = RulingLine(x1: a.x, y1: a.y, x2: b.x, y2: b.y) { lines.append(line) }
                }
            }
        }
        while let command = numbers.letter() {
            switch command {
            case UInt8(ascii: "M"):
                finish()
                guard let x = numbers.next(), let y = numbers.next() else { return }
                points = [transform.apply(x, y)]
            case UInt8(ascii: "L"):
                guard let x = numbers.next(), let y = numbers.next() else { return }
                // A path of thousands of points is no border.
                if points.count < 1000 { points.append(transform.apply(x, y)) }
            case UInt8(ascii: "H"), UInt8(ascii: "V"):
                // Not written by cairo without a transform; the form is known all the same.
                isStraight = false
                _ = numbers.next()
            case UInt8(ascii: "C"):
                isStraight = false
                for _ in 0..<6 { _ = numbers.next() }
            case UInt8(ascii: "Z"), UInt8(ascii: "z"):
                if let first = points.first { points.append(first) }
            default: return
            }
        }
        finish()
    }

    private func appendRectangle(_ scanner: MarkupScanner, _ attributes: Range<Int>, to lines: inout [RulingLine]) {
        let paint = Paint(scanner, attributes)
        guard lines.count <= Self.mostLines, paint.isStroked || paint.isFilled,
            let width = scanner.number("width", in: attributes), let height = scanner.number("height", in: attributes)
        else { return }
        let transform = Transform(scanner, attributes)
        let x = scanner.number("x", in: attributes) ?? 0
        let y = scanner.number("y", in: attributes) ?? 0
        let a = transform.apply(x, y)
        let b = transform.apply(x + width, y + height)
        let box = SourcePlace.Box(left: min(a.x, b.x), top: min(a.y, b.y), right: max(a.x, b.x), bottom: max(a.y, b.y))
        lines += RulingLine.lines(of: box, isStroked: paint.isStroked)
    }

    /// The rectangle of four upright corners, the first one repeated or not.
    private static func rectangle(_ points: [Point]) -> SourcePlace.Box? {
        var points = points
        if points.count == 5, let first = points.first, let last = points.last, first.x == last.x, first.y == last.y {
            points.removeLast()
        }
        guard points.count == 4 else { return nil }
        let xs = points.map(\.x)
        let ys = points.map(\.y)
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return nil }
        // Browsers cut the ends of borders aslant where they meet.
        let isBorder = min(right - left, bottom - top) <= 3 && max(right - left, bottom - top) >= 6
        for index in 0..<4 where !isBorder {
            let a = points[index]
            let b = points[(index + 1) % 4]
            guard abs(a.x - b.x) < 0.01 || abs(a.y - b.y) < 0.01 else { return nil }
        }
        return SourcePlace.Box(left: left, top: top, right: right, bottom: bottom)
    }

    /// Which of its line and its area a path shows, and not in white.
    private struct Paint {
        var isStroked: Bool
        var isFilled: Bool

        init(_ scanner: MarkupScanner, _ attributes: Range<Int>) {
            let style = scanner.attribute("style", in: attributes).map { scanner.bytes[$0] }
            func value(_ key: StaticString) -> String? {
                if let range = scanner.attribute(key, in: attributes) {
                    return String(decoding: scanner.bytes[range], as: UTF8.self)
                }
                guard let style else { return nil }
                for declaration in style.split(separator: UInt8(ascii: ";")) {
                    guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
                    let name = declaration[..<colon].drop { $0 == 0x20 }
                    if key.withUTF8Buffer({ name.elementsEqual($0) }) {
                        return String(decoding: declaration[(colon + 1)...], as: UTF8.self)
                    }
                }
                return nil
            }
            isStroked = value("stroke").map { !Self.isInvisible($0) } ?? false
            isFilled = !Self.isInvisible(value("fill") ?? "black")
        }

        private static func isInvisible(_ colour: String) -> Bool {
            colour == "none" || colour == "white" || colour == "rgb(100%,100%,100%)"
                || colour == "rgb(100%, 100%, 100%)"
        }
    }

    /// `matrix(a,b,c,d,e,f)`; none is the identity.
    private struct Transform {
        var values: [Double] = [1, 0, 0, 1, 0, 0]

        init(_ scanner: MarkupScanner, _ attributes: Range<Int>) {
            guard let range = scanner.attribute("transform", in: attributes),
                let open = scanner.bytes[range].firstIndex(of: UInt8(ascii: "(")),
                scanner.has(range.lowerBound..<open, "matrix")
            else { return }
            var numbers = NumberScanner(scanner.bytes, open + 1..<range.upperBound)
            let read = (0..<6).compactMap { _ in numbers.next() }
            if read.count == 6 { values = read }
        }

        func apply(_ x: Double, _ y: Double) -> Point {
            Point(x: values[0] * x + values[2] * y + values[4], y: values[1] * x + values[3] * y + values[5])
        }
    }
}
