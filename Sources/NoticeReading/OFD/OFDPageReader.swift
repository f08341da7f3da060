import NoticeModel

/// Reads the objects of OFD pages (GB/T 33190-2016, chapters 7 to 13): text with its places, and lines.
struct OFDPageReader {
    /// Points for a millimetre.
    static let scale = 72 / 25.4
    /// Lines of a page that can matter; a drawing has more.
    private static let mostRules = 24_000
    private static let mostLetters = 2_000_000

    private(set) var words: [PlacedWord] = []
    private(set) var rules: [RulingLine] = []
    /// Text that does not stand upright, such as a watermark, is left out.
    private(set) var hasSlantedText = false
    /// Text that is not drawn, as programs that recognize letters lay it over a picture.
    private(set) var hasInvisibleText = false
    private(set) var hasImages = false
    private(set) var letters = 0
    /// Graphic units by id, and the tree that each stands in.
    private let units: [String: (tree: XMLTree, node: Int)]

    init(units: [String: (tree: XMLTree, node: Int)]) { self.units = units }

    /// - Parameter origin: the upper left corner of the page's box, in millimetres.
    mutating func read(_ tree: XMLTree, origin: (x: Double, y: Double)) {
        let transform = AffineTransform.translation(-origin.x, -origin.y).then(.scale(Self.scale))
        guard let content = tree.child(0, "Content") else { return }
        for layer in tree.children(content) where tree.name(layer) == "Layer" {
            objects(of: layer, tree, transform, depth: 0)
        }
    }

    private mutating func objects(of node: Int, _ tree: XMLTree, _ transform: AffineTransform, depth: Int) {
        guard depth < 32 else { return }
        for child in tree.children(node) where tree.attribute(child, "Visible") != "false" {
            switch tree.name(child) {
            case "TextObject": text(child, tree, transform)
            case "PathObject": path(child, tree, transform)
            case "ImageObject": hasImages = true
            case "PageBlock": objects(of: child, tree, transform, depth: depth + 1)
            case "CompositeObject":
                guard let id = tree.attribute(child, "ResourceID"), let unit = units[id],
                    letters < Self.mostLetters, let content = unit.tree.child(unit.node, "Content")
                else { continue }
                objects(of: content, unit.tree, own(child, tree).then(transform), depth: depth + 4)
            default: break
            }
        }
    }

    /// From an object's own coordinates to those of its parent.
    private func own(_ node: Int, _ tree: XMLTree) -> AffineTransform {
        let boundary = OFDValues.box(tree.attribute(node, "Boundary"))
        return OFDValues.transform(tree.attribute(node, "CTM"))
            .then(.translation(boundary?.left ?? 0, boundary?.top ?? 0))
    }

    // MARK: Text

    private mutating func text(_ node: Int, _ tree: XMLTree, _ parent: AffineTransform) {
        let transform = own(node, tree).then(parent)
        let size = tree.attribute(node, "Size").flatMap { Double($0) } ?? 0
        guard size.isFinite, size > 0, size < 1e5 else { return }
        guard transform.isUpright else {
            hasSlantedText = true
            return
        }
        let stretch = tree.attribute(node, "HScale").flatMap { Double($0) } ?? 1
        let isDrawn = tree.attribute(node, "Fill") != "false" || tree.attribute(node, "Stroke") == "true"
        if !isDrawn || tree.attribute(node, "Alpha") == "0" { hasInvisibleText = true }
        var x = 0.0
        var y = 0.0
        for code in tree.children(node) where tree.name(code) == "TextCode" {
            x = tree.attribute(code, "X").flatMap { Double($0) } ?? x
            y = tree.attribute(code, "Y").flatMap { Double($0) } ?? y
            let letters = tree.text(code)
            guard x.isFinite, y.isFinite, self.letters + letters.count <= Self.mostLetters else { return }
            self.letters += letters.count
            place(
                letters, x: x, y: y, size: size, stretch: stretch.isFinite && stretch > 0 ? stretch : 1,
                OFDValues.deltas(tree.attribute(code, "DeltaX"), count: letters.count),
                OFDValues.deltas(tree.attribute(code, "DeltaY"), count: letters.count), transform)
        }
    }

    private mutating func place(
        _ letters: [Unicode.Scalar], x: Double, y: Double, size: Double, stretch: Double, _ deltasX: [Double],
        _ deltasY: [Double], _ transform: AffineTransform
    ) {
        var x = x
        var y = y
        let height = size * abs(transform.d)
        var word: [Unicode.Scalar] = []
        var edges: [Double] = []
        var right = 0.0
        var baseline = 0.0
        func finish(_ words: inout [PlacedWord]) {
            guard let left = edges.first, !word.isEmpty else { return }
            // Chinese fonts reach some nine tenths of their size above the base line.
            let box = SourcePlace.Box(
                left: left, top: baseline - height * 0.88, right: max(right, left), bottom: baseline + height * 0.12)
            words.append(PlacedWord(letters: word, box: box, fontSize: height, edges: edges + [max(right, left)]))
            word = []
            edges = []
        }
        for (index, letter) in letters.enumerated() {
            let natural = (isWide(letter) ? size : size / 2) * stretch
            let isMoved = index < deltasX.count || index < deltasY.count
            let deltaX = index < deltasX.count ? deltasX[index] : isMoved && deltasX.isEmpty ? 0 : natural
            let deltaY = index < deltasY.count ? deltasY[index] : 0
            let width = deltaX > 0 ? min(natural, deltaX) : natural
            let start = transform.apply(x, y)
            let end = transform.apply(x + width, y)
            // Words end at spaces, at gaps, and where the next letter stands elsewhere.
            let isSpace = letter.properties.isWhitespace || letter.value < 0x20
            let isApart =
                !word.isEmpty
                && (abs(start.y - baseline) > height * 0.3 || start.x - right > height * 0.8
                    || start.x < (edges.last ?? start.x) - height * 0.1)
            if isSpace || isApart { finish(&words) }
            if !isSpace {
                if word.isEmpty { baseline = start.y }
                word.append(letter)
                edges.append(max(start.x, edges.last ?? start.x))
                right = max(end.x, edges.last ?? end.x)
            }
            x += deltaX
            y += deltaY
        }
        finish(&words)
    }

    // MARK: Lines

    private mutating func path(_ node: Int, _ tree: XMLTree, _ parent: AffineTransform) {
        guard rules.count < Self.mostRules, let data = tree.child(node, "AbbreviatedData") else { return }
        let transform = own(node, tree).then(parent)
        let isStroked = tree.attribute(node, "Stroke") != "false"
        let isFilled = tree.attribute(node, "Fill") == "true"
        guard isStroked || isFilled else { return }
        let figures = OFDPath.figures(tree.text(data), limit: Self.mostRules)
        for figure in figures {
            let points = figure.map { transform.apply($0.x, $0.y) }
            if isStroked {
                for (a, b) in zip(points, points.dropFirst()) {
                    if let line = RulingLine(x1: a.x, y1: a.y, x2: b.x, y2: b.y) { rules.append(line) }
                }
            } else if points.count >= 4, points.count <= 6 {
                let xs = points.map(\.x)
                let ys = points.map(\.y)
                guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else {
                    continue
                }
                rules += RulingLine.lines(
                    of: SourcePlace.Box(left: left, top: top, right: right, bottom: bottom), isStroked: false)
            }
        }
    }
}

/// The short form of OFD's paths (9.3.1): S and M move, L draws a line, Q, B and A draw curves, C closes the figure.
enum OFDPath {
    /// The corners of each figure; curves count as a break.
    static func figures(_ letters: [Unicode.Scalar], limit: Int) -> [[(x: Double, y: Double)]] {
        var figures: [[(x: Double, y: Double)]] = []
        var open: [(x: Double, y: Double)] = []
        var total = 0
        func finish() {
            if open.count >= 2 { figures.append(open) }
            open = []
        }
        var numbers: [Double] = []
        var command: Unicode.Scalar = "M"
        func run() {
            switch command {
            case "M", "S":
                finish()
                if numbers.count >= 2 { open = [(numbers[0], numbers[1])] }
            case "L":
                if numbers.count >= 2 { open.append((numbers[0], numbers[1])) }
            case "Q", "B", "A":
                finish()
                if numbers.count >= 2 { open = [(numbers[numbers.count - 2], numbers[numbers.count - 1])] }
            case "C":
                if let first = open.first, open.count >= 3 { open.append(first) }
                finish()
            default: break
            }
            numbers = []
        }
        var hasBegun = false
        for token in letters.split(whereSeparator: { $0.properties.isWhitespace || $0 == "," }) {
            total += 1
            guard total <= limit * 3 else { break }
            if token.count == 1, let letter = token.first, "MSLQBAC".unicodeScalars.contains(letter) {
                if hasBegun { run() }
                hasBegun = true
                command = letter
            } else if let number = Double(String(String.UnicodeScalarView(token))), number.isFinite, numbers.count < 8 {
                numbers.append(number)
            }
        }
        if hasBegun { run() }
        finish()
        return figures
    }
}
