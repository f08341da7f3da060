/// The paragraph and character styles of a Word document, `styles.xml` (ECMA-376-1, 17.7), as far as they say what is read.
struct WordStyles: Sendable {
    struct Style: Sendable, Hashable {
        var basedOn: String?
        var list: String?
        var level: Int?
        /// From 0 for the highest; 9 for text.
        var outline: Int?
        var isHidden: Bool?
    }

    private var styles: [String: Style] = [:]
    private var standard: String?

    init() {}

    init(_ tree: XMLTree) {
        for node in tree.children(0) where tree.name(node) == "w:style" {
            guard let id = tree.attribute(node, "w:styleId") else { continue }
            var style = Style()
            style.basedOn = tree.attribute(tree.child(node, "w:basedOn"), "w:val")
            let paragraph = tree.child(node, "w:pPr")
            let list = tree.child(paragraph, "w:numPr")
            style.list = tree.attribute(tree.child(list, "w:numId"), "w:val")
            style.level = tree.integer(tree.child(list, "w:ilvl"), "w:val")
            style.outline = tree.integer(tree.child(paragraph, "w:outlineLvl"), "w:val")
            if let vanish = tree.child(tree.child(node, "w:rPr"), "w:vanish") {
                style.isHidden = WordNumbering.isOn(tree.attribute(vanish, "w:val"))
            }
            styles[id] = style
            if tree.attribute(node, "w:type") == "paragraph",
                tree.attribute(node, "w:default").map({ WordNumbering.isOn($0) }) ?? false
            {
                standard = id
            }
        }
        for id in styles.keys { styles[id] = resolved(id) }
    }

    /// A style with what it takes over from those that it is based on.
    private func resolved(_ id: String) -> Style? {
        guard var style = styles[id] else { return nil }
        var seen: Set<String> = [id]
        var next = style.basedOn
        while let base = next, seen.insert(base).inserted, let parent = styles[base] {
            if style.list == nil {
                style.list = parent.list
                style.level = style.level ?? parent.level
            }
            style.outline = style.outline ?? parent.outline
            style.isHidden = style.isHidden ?? parent.isHidden
            next = parent.basedOn
        }
        return style
    }

    /// The style of that name, or the standard one of paragraphs where there is no name.
    func paragraphStyle(_ id: String?) -> Style? { (id ?? standard).flatMap { styles[$0] } }

    func characterStyle(_ id: String?) -> Style? { id.flatMap { styles[$0] } }
}
