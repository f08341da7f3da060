/// The letters of a paragraph as a reader sees them.
struct WordInline {
    private let tree: XMLTree
    private let styles: WordStyles
    private let isHidden: Bool

    /// Cut at line and page breaks; never empty.
    private(set) var lines: [[Unicode.Scalar]] = [[]]
    /// Text boxes anchored in the paragraph.
    private(set) var boxes: [Int] = []
    private(set) var footnotes: [String] = []
    private(set) var endnotes: [String] = []
    /// Open fields: the letters of the instruction until the result begins.
    private var fields: [(instruction: [Unicode.Scalar], isInResult: Bool)] = []

    init(tree: XMLTree, styles: WordStyles, isHidden: Bool) {
        self.tree = tree
        self.styles = styles
        self.isHidden = isHidden
    }

    mutating func read(_ node: Int) {
        for child in tree.children(node) { inline(child) }
    }

    private mutating func inline(_ node: Int) {
        switch tree.name(node) {
        case "w:r": run(node)
        case "w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo",
            "m:oMath",
            "m:oMathPara":
            read(node)
        case "w:sdt":
            // Properties of the control hold names, not text.
            if let content = tree.child(node, "w:sdtContent") { read(content) }
        case "w:ruby":
            if let base = tree.child(node, "w:rubyBase") { read(base) }
        case "mc:AlternateContent":
            if let content = tree.alternative(node) { read(content) }
        case "m:t": append(tree.text(node))
        case let name where name.hasPrefix("m:"): read(node)
        // Deleted and moved away: w:del, w:moveFrom; properties, bookmarks, comments.
        default: break
        }
    }

    private mutating func run(_ node: Int) {
        let properties = tree.child(node, "w:rPr")
        if isHidden(properties) {
            // The parts of a field are often hidden, and count all the same.
            for child in tree.children(node) where tree.name(child) == "w:fldChar" { field(child) }
            return
        }
        for child in tree.children(node) { runContent(child) }
    }

    private func isHidden(_ properties: Int?) -> Bool {
        if let vanish = tree.child(properties, "w:vanish") {
            return WordNumbering.isOn(tree.attribute(vanish, "w:val"))
        }
        let style = styles.characterStyle(tree.attribute(tree.child(properties, "w:rStyle"), "w:val"))
        return style?.isHidden ?? isHidden
    }

    private mutating func runContent(_ node: Int) {
        switch tree.name(node) {
        case "w:t": append(tree.text(node))
        case "w:tab", "w:ptab": append(["\t"])
        case "w:br", "w:cr": if isShown { lines.append([]) }
        case "w:noBreakHyphen": append(["-"])
        case "w:sym": append(symbol(node))
        case "w:fldChar": field(node)
        case "w:instrText":
            if let last = fields.indices.last, !fields[last].isInResult {
                fields[last].instruction += tree.text(node)
            }
        case "w:footnoteReference": if isShown, let id = tree.attribute(node, "w:id") { footnotes.append(id) }
        case "w:endnoteReference": if isShown, let id = tree.attribute(node, "w:id") { endnotes.append(id) }
        case "mc:AlternateContent":
            if let content = tree.alternative(node) { for child in tree.children(content) { runContent(child) } }
        case "w:ruby":
            if let base = tree.child(node, "w:rubyBase") { read(base) }
        case "w:drawing", "w:pict": findBoxes(node)
        case let name where name.hasPrefix("m:"): inline(node)
        default: break
        }
    }

    /// The outermost text boxes of a drawing.
    private mutating func findBoxes(_ node: Int) {
        var at = node
        let end = tree.end(node)
        while at < end {
            switch tree.name(at) {
            case "w:txbxContent":
                boxes.append(at)
                at = tree.end(at)
            case "mc:AlternateContent":
                if let content = tree.alternative(at) { findBoxes(content) }
                at = tree.end(at)
            default: at += 1
            }
        }
    }

    private var isShown: Bool { fields.allSatisfy(\.isInResult) }

    private mutating func append(_ letters: [Unicode.Scalar]) {
        if isShown { lines[lines.count - 1] += letters }
    }

    // MARK: Fields

    private mutating func field(_ node: Int) {
        switch tree.attribute(node, "w:fldCharType") {
        case "begin": fields.append(([], false))
        case "separate":
            if let last = fields.indices.last { fields[last].isInResult = true }
        case "end":
            guard let field = fields.popLast(), !field.isInResult else { return }
            if let letter = Self.enclosed(field.instruction) { append(letter) }
        default: break
        }
    }

    /// The letter that `EQ \o\ac(○,5)` draws in a circle: Word writes circled numbers so, and no result.
    static func enclosed(_ instruction: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        let letters = instruction.filter { !$0.properties.isWhitespace }
        guard letters.prefix(2).map(\.properties.lowercaseMapping).joined() == "eq",
            let open = letters.lastIndex(of: "("), let comma = letters[open...].firstIndex(of: ","),
            let close = letters[comma...].firstIndex(of: ")"), letters[..<open].contains("\\")
        else { return nil }
        let inner = Array(letters[(comma + 1)..<close])
        if letters[open...].contains("○") || letters[open...].contains("〇"),
            let number = Int(String(String.UnicodeScalarView(inner))), let circled = ListNumberFormat.circled(number)
        {
            return Array(circled.unicodeScalars)
        }
        return inner.isEmpty ? nil : inner
    }

    // MARK: Symbols

    /// A sign of a symbol font: those that mark boxes, arrows and comparisons in forms.
    private func symbol(_ node: Int) -> [Unicode.Scalar] {
        guard let text = tree.attribute(node, "w:char"), let value = UInt32(text, radix: 16) else { return [] }
        let font = tree.attribute(node, "w:font")?.lowercased() ?? ""
        let code = value >= 0xF000 && value <= 0xF0FF ? value - 0xF000 : value
        if font.hasPrefix("wingdings"), let letter = Self.wingdings[font == "wingdings 2" ? code + 0x200 : code] {
            return [letter]
        }
        if font == "symbol", let letter = Self.symbols[code] { return [letter] }
        if font.hasPrefix("wingdings") || font == "symbol" || font == "webdings" { return ["•"] }
        // Other fonts have their letters where Unicode has them.
        return Unicode.Scalar(value).map { $0.value >= 0xE000 && $0.value < 0xF900 ? ["•"] : [$0] } ?? []
    }

    private static let wingdings: [UInt32: Unicode.Scalar] = [
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤",
        0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8A: "⑩", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓",
        0xFD: "☒", 0xFE: "☑", 0x250: "✓", 0x252: "☑", 0x253: "☒", 0x2A3: "□",
    ]

    private static let symbols: [UInt32: Unicode.Scalar] = [
        0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xA5: "∞", 0xB0: "°",
        0xDE: "⇒", 0xAE: "→", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "μ", 0x70: "π", 0x53: "Σ",
    ]
}

extension XMLTree {
    /// What is shown of content for newer and older programs (`mc:AlternateContent`): the newer one where it holds text.
    func alternative(_ node: Int) -> Int? {
        let choices = children(node).filter { name($0) == "mc:Choice" || name($0) == "mc:Fallback" }
        return choices.first { choice in
            (choice..<end(choice)).contains { ["w:t", "m:t"].contains(name($0)) }
        } ?? choices.first
    }
}
