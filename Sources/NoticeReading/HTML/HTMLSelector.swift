/// A selector of elements: `#zoom`, `.article`, `div.TRS_Editor`, `main p`, `#a, #b`. Of CSS it has names, ids, classes,
/// attributes (`[name=value]`, `[name]`), descendants and lists.
struct HTMLSelector {
    private struct Compound {
        var name: String?
        var id: String?
        var classes: [String] = []
        var attributes: [(name: String, value: String?)] = []
    }
    /// By list item: compounds from the outermost to the element itself.
    private var items: [[Compound]] = []

    /// Nil where the text is no such selector.
    init?(_ text: String) {
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            var compounds: [Compound] = []
            for part in item.split(whereSeparator: \.isWhitespace) {
                guard let compound = Self.compound(Array(part.unicodeScalars)) else { return nil }
                compounds.append(compound)
            }
            guard !compounds.isEmpty, compounds.count <= 16 else { return nil }
            items.append(compounds)
        }
    }

    private static func compound(_ letters: [Unicode.Scalar]) -> Compound? {
        var result = Compound()
        var at = 0
        func word() -> String? {
            let start = at
            while at < letters.count, isNameLetter(letters[at]) { at += 1 }
            return at > start ? string(letters[start..<at]) : nil
        }
        if letters.first == "*" {
            at = 1
        } else if let name = word() {
            result.name = name.lowercased()
        }
        while at < letters.count {
            let mark = letters[at]
            at += 1
            switch mark {
            case "#":
                guard let name = word() else { return nil }
                result.id = name
            case ".":
                guard let name = word() else { return nil }
                result.classes.append(name)
            case "[":
                guard let name = word(), at < letters.count else { return nil }
                var value: String?
                if letters[at] == "=" {
                    guard let close = letters[at...].firstIndex(of: "]") else { return nil }
                    value = string(letters[(at + 1)..<close]).filter { $0 != "\"" && $0 != "'" }
                    at = close
                }
                guard at < letters.count, letters[at] == "]" else { return nil }
                at += 1
                result.attributes.append((name.lowercased(), value))
            default: return nil
            }
        }
        return result
    }

    private static func isNameLetter(_ scalar: Unicode.Scalar) -> Bool {
        isWordLetter(scalar) || scalar == "-" || scalar == "_"
    }

    private static func string(_ letters: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: letters)
        return String(view)
    }

    /// The elements that the selector names, in document order; none that stands in another of them.
    func elements(in tree: HTMLTree) -> [Int] {
        var found: [Int] = []
        // By list item and node: how many of the item's compounds the elements down to here match, in order.
        var matched = items.map { _ in [Int](repeating: 0, count: tree.nodes.count) }
        var end = 0
        for (index, node) in tree.nodes.enumerated() where node.name != .text {
            var isNamed = false
            for (number, item) in items.enumerated() {
                let above = node.parent >= 0 ? matched[number][node.parent] : 0
                let isLast = above >= item.count - 1
                if isLast, matches(item[item.count - 1], index, tree) { isNamed = true }
                matched[number][index] = above + (!isLast && matches(item[above], index, tree) ? 1 : 0)
            }
            guard isNamed, index >= end else { continue }
            found.append(index)
            end = node.end
        }
        return found
    }

    private func matches(_ compound: Compound, _ node: Int, _ tree: HTMLTree) -> Bool {
        if let name = compound.name, tree.writtenName(node) != name { return false }
        if let id = compound.id, tree.attribute("id", of: node) != id { return false }
        if !compound.classes.isEmpty {
            let classes = (tree.attribute("class", of: node) ?? "").split(whereSeparator: \.isWhitespace)
            guard compound.classes.allSatisfy({ name in classes.contains { $0 == name } }) else { return false }
        }
        return compound.attributes.allSatisfy { wanted in
            guard let value = tree.attribute(named: wanted.name, of: node) else { return false }
            return wanted.value.map { $0 == value } ?? true
        }
    }
}
