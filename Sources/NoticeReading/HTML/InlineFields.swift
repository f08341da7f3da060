/// Fields whose labels and values stand beside each other in elements of one line, with no mark between them:
/// `<div><span>索引号</span><span>0081/2025</span></div>`.
struct InlineFields {
    struct Field {
        var label: String
        var value: [Unicode.Scalar]
    }
    /// As few as make it certain that they are fields.
    private static let least = 3
    /// By text block.
    private let found: [Int: [Field]]

    init(page: HTMLPage) {
        var found: [Int: [Field]] = [:]
        var labels: Set<String> = []
        for block in page.blocks where page.ownLetters[block] <= 300 {
            let fields = Self.fields(of: block, in: page)
            guard !fields.isEmpty else { continue }
            found[block] = fields
            labels.formUnion(fields.map(\.label))
        }
        self.found = labels.count >= Self.least ? found : [:]
    }

    func of(_ block: Int) -> [Field]? { found[block] }

    /// The fields of a block that holds nothing else; none where blocks stand in it.
    private static func fields(of block: Int, in page: HTMLPage) -> [Field] {
        var fields: [Field] = []
        var open: Field?
        var index = block + 1
        while index < page.nodes[block].end {
            let node = page.nodes[index]
            if page.isHidden[index] {
                index = max(index + 1, node.end)
                continue
            }
            if node.name.isBlock, page.letters[index] > 0 { return [] }
            guard node.name == .text, page.letters[index] > 0 || open != nil else {
                index += 1
                continue
            }
            let text = page.tree.text(index).unicodeScalars.map { isWhiteSpace($0) ? " " : $0 }
            // A label has an element of its own.
            let isOwn = node.parent != block && page.letters[node.parent] == page.letters[index]
            if isOwn, let label = PortalFields.label(text) {
                if let field = open { fields.append(field) }
                open = Field(label: label, value: [])
            } else if open != nil {
                open?.value += text
            } else {
                return []
            }
            index += 1
        }
        if let field = open { fields.append(field) }
        return fields.compactMap { field in
            var value = field.value.drop { $0 == " " || $0 == "：" || $0 == ":" }
            while value.last == " " { value.removeLast() }
            return value.contains(where: isWordLetter) ? Field(label: field.label, value: Array(value)) : nil
        }
    }
}
