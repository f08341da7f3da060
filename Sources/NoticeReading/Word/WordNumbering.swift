/// The automatic numbering of a Word document, `numbering.xml` (ECMA-376-1, 17.9).
struct WordNumbering: Sendable {
    struct Level: Sendable, Hashable {
        var start = 1
        var format = ListNumberFormat(name: "decimal")
        /// With %1 to %9 for the numbers of the levels.
        var text = ""
        var followedBy = "tab"
        /// The level whose use starts this one anew, from 1; 0 for never, nil for any higher level.
        var restart: Int?
        /// All numbers in plain digits.
        var isLegal = false
        /// The paragraph style that stands for this level.
        var style: String?
    }

    private struct Instance: Sendable {
        var abstract: String
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    /// Levels of a list, as high as Word has them.
    private static let levels = 0..<9

    private var abstracts: [String: [Int: Level]] = [:]
    private var instances: [String: Instance] = [:]

    init() {}

    init(_ tree: XMLTree) {
        var links: [String: String] = [:]
        var styles: [String: String] = [:]
        for node in tree.children(0) {
            switch tree.name(node) {
            case "w:abstractNum":
                guard let id = tree.attribute(node, "w:abstractNumId") else { continue }
                abstracts[id] = Self.levels(of: node, in: tree)
                // A list that only names a style has its levels where the style is defined.
                if let style = tree.attribute(tree.child(node, "w:numStyleLink"), "w:val") { links[id] = style }
                if let style = tree.attribute(tree.child(node, "w:styleLink"), "w:val") { styles[style] = id }
            case "w:num":
                guard let id = tree.attribute(node, "w:numId"),
                    let abstract = tree.attribute(tree.child(node, "w:abstractNumId"), "w:val")
                else { continue }
                var instance = Instance(abstract: abstract)
                for override in tree.children(node) where tree.name(override) == "w:lvlOverride" {
                    guard let index = tree.integer(override, "w:ilvl"), Self.levels.contains(index) else { continue }
                    if let start = tree.integer(tree.child(override, "w:startOverride"), "w:val") {
                        instance.starts[index] = start
                    }
                    if let level = tree.child(override, "w:lvl") {
                        instance.levels[index] = Self.level(level, in: tree)
                    }
                }
                instances[id] = instance
            default: break
            }
        }
        for (id, style) in links {
            if abstracts[id]?.isEmpty ?? true, let own = styles[style], let levels = abstracts[own] {
                abstracts[id] = levels
            }
        }
    }

    private static func levels(of node: Int, in tree: XMLTree) -> [Int: Level] {
        var levels: [Int: Level] = [:]
        for child in tree.children(node) where tree.name(child) == "w:lvl" {
            if let index = tree.integer(child, "w:ilvl"), Self.levels.contains(index) {
                levels[index] = level(child, in: tree)
            }
        }
        return levels
    }

    private static func level(_ node: Int, in tree: XMLTree) -> Level {
        var level = Level()
        var children = Array(tree.children(node))
        // Newer formats stand in an alternative, with what older programs show beside it.
        for child in children where tree.name(child) == "mc:AlternateContent" {
            for choice in tree.children(child) where tree.name(choice) == "mc:Fallback" {
                children += tree.children(choice)
            }
        }
        for child in children {
            let value = tree.attribute(child, "w:val")
            switch tree.name(child) {
            case "w:start": level.start = value.flatMap { Int($0) } ?? 1
            case "w:numFmt": level.format = ListNumberFormat(name: value ?? "decimal")
            case "w:lvlText": level.text = value ?? ""
            case "w:suff": level.followedBy = value ?? "tab"
            case "w:lvlRestart": level.restart = value.flatMap { Int($0) }
            case "w:isLgl": level.isLegal = isOn(value)
            case "w:pStyle": level.style = value
            default: break
            }
        }
        return level
    }

    func level(_ index: Int, of list: String) -> Level? {
        guard let instance = instances[list] else { return nil }
        return instance.levels[index] ?? abstracts[instance.abstract]?[index]
    }

    /// The level that a paragraph style stands for.
    func level(ofStyle style: String, in list: String) -> Int? {
        Self.levels.first { level($0, of: list)?.style == style }
    }

    /// Counts the paragraphs of one text.
    struct Counter {
        private let numbering: WordNumbering
        /// By abstract list, since lists made from one go on from each other.
        private var numbers: [String: [Int?]] = [:]
        private var begun: Set<String> = []

        init(_ numbering: WordNumbering) { self.numbering = numbering }

        /// The label of the next paragraph of a list, with the space after it; nil where the list is not known.
        mutating func next(_ list: String, level index: Int) -> String? {
            guard let instance = numbering.instances[list], let level = numbering.level(index, of: list) else {
                return nil
            }
            var counts = numbers[instance.abstract] ?? [Int?](repeating: nil, count: WordNumbering.levels.count)
            if begun.insert(list).inserted {
                for index in instance.starts.keys { counts[index] = nil }
            }
            counts[index] = counts[index].map { $0 &+ 1 } ?? instance.starts[index] ?? level.start
            for deeper in WordNumbering.levels where deeper > index {
                if (numbering.level(deeper, of: list)?.restart ?? deeper) > index { counts[deeper] = nil }
            }
            numbers[instance.abstract] = counts
            return label(level, list, counts)
        }

        private func label(_ level: Level, _ list: String, _ counts: [Int?]) -> String {
            if level.format.name == "bullet" {
                // Symbol fonts have their signs where Unicode has none.
                let isSymbol = level.text.unicodeScalars.allSatisfy { $0.value >= 0xE000 && $0.value < 0xF900 }
                return (level.text.isEmpty ? "" : isSymbol ? "•" : level.text) + (level.text.isEmpty ? "" : " ")
            }
            var text = ""
            var letters = level.text.makeIterator()
            var pending = letters.next()
            while let letter = pending {
                pending = letters.next()
                guard letter == "%", let digit = pending?.wholeNumberValue, (1...9).contains(digit) else {
                    text.append(letter)
                    continue
                }
                pending = letters.next()
                let other = numbering.level(digit - 1, of: list) ?? Level()
                let format = level.isLegal ? ListNumberFormat(name: "decimal") : other.format
                text += format.string(counts[digit - 1] ?? other.start)
            }
            guard let last = text.unicodeScalars.last else { return "" }
            return level.followedBy == "nothing" || isWide(last) || last == " " ? text : text + " "
        }
    }

    /// `ST_OnOff`: on without a value.
    static func isOn(_ value: String?) -> Bool {
        switch value {
        case "0", "false", "off", "none": false
        default: true
        }
    }
}
