/// A page's tree with what is seen of it: for each element how many letters it shows, how many of them in links, and
/// where its text blocks are.
struct HTMLPage {
    let tree: HTMLTree
    let isHidden: [Bool]
    /// By node, of the whole subtree.
    private(set) var letters: [Int]
    private(set) var linkLetters: [Int]
    private(set) var links: [Int]
    /// Marks that sentences have: ，。；：、
    private(set) var marks: [Int]
    /// Text blocks with letters: elements that begin and end a line and hold text of their own.
    private(set) var blocks: [Int]
    /// By node: letters of its own as a text block.
    private(set) var ownLetters: [Int]
    private(set) var ownLinkLetters: [Int]
    private(set) var ownMarks: [Int]

    var nodes: [HTMLTree.Node] { tree.nodes }

    /// - Parameter shown: elements that are seen although their style says otherwise.
    init(tree: HTMLTree, showing shown: Set<Int> = []) {
        self.tree = tree
        let nodes = tree.nodes
        isHidden = tree.hidden(showing: shown)
        let zeros = [Int](repeating: 0, count: nodes.count)
        letters = zeros
        linkLetters = zeros
        links = zeros
        marks = zeros
        ownLetters = zeros
        ownLinkLetters = zeros
        ownMarks = zeros
        blocks = []
        // By node: the nearest text block around it, and whether it stands in a link.
        var block = [Int](repeating: -1, count: nodes.count)
        var inLink = [Bool](repeating: false, count: nodes.count)
        for (index, node) in nodes.enumerated() {
            let parent = node.parent
            inLink[index] = node.name == .a || parent >= 0 && inLink[parent]
            block[index] = node.name.isBlock || parent < 0 ? index : block[parent]
            guard !isHidden[index] else { continue }
            if node.name == .a { links[index] = 1 }
            guard node.name == .text else { continue }
            let text = tree.text(index)
            let count = text.unicodeScalars.reduce(0) { $0 + (isWordLetter($1) ? 1 : 0) }
            let signs = Self.marks(in: text)
            letters[index] = count
            marks[index] = signs
            if inLink[index] { linkLetters[index] = count }
            let own = block[index]
            ownLetters[own] += count
            ownMarks[own] += signs
            if inLink[index] { ownLinkLetters[own] += count }
        }
        for index in nodes.indices.reversed() {
            let parent = nodes[index].parent
            guard parent >= 0 else { continue }
            letters[parent] += letters[index]
            linkLetters[parent] += linkLetters[index]
            links[parent] += links[index]
            marks[parent] += marks[index]
        }
        blocks = nodes.indices.filter { ownLetters[$0] > 0 }
    }

    /// Elements that only a script of the page shows: where nothing that is seen reads like text, those that style hides and
    /// that hold far more of it, with what is around them. Pages of WeChat (微信公众号) come so.
    /// - Returns: nil where the page shows what it has to say.
    func shownByScript() -> Set<Int>? {
        let roots = nodes.indices.filter { nodes[$0].parent < 0 }
        let seen = roots.reduce(0) { $0 + marks[$1] }
        guard seen < Self.fewMarks else { return nil }
        // Marks of sentences in each element that style hides, but not in those inside it that are hidden again.
        var owner = [Int](repeating: -1, count: nodes.count)
        var hiddenMarks: [Int: Int] = [:]
        for (index, node) in nodes.enumerated() where isHidden[index] {
            if node.name.isNeverShown { continue }
            owner[index] = node.parent >= 0 ? owner[node.parent] : -1
            if node.parent >= 0, isHidden[node.parent], owner[index] < 0 { continue }
            if node.name != .text, !node.attributes.isEmpty, tree.isStyledAway(index) { owner[index] = index }
            guard owner[index] >= 0, node.name == .text else { continue }
            hiddenMarks[owner[index], default: 0] += Self.marks(in: tree.text(index))
        }
        guard let best = hiddenMarks.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            best.value >= 4 * max(seen, 3)
        else { return nil }
        var shown: Set<Int> = []
        var at = best.key
        while at >= 0 {
            if isHidden[at] { shown.insert(at) }
            at = nodes[at].parent
        }
        return shown
    }

    /// Whether what is seen is only the frame of a page whose text a script brings: next to no sentences, and either mostly
    /// links or far less than the scripts hold.
    func isFrame(of scripts: HTMLMarkup.Scripts) -> Bool {
        guard scripts.count > 0 else { return false }
        let roots = nodes.indices.filter { nodes[$0].parent < 0 }
        func sum(_ counts: [Int]) -> Int { roots.reduce(0) { $0 + counts[$1] } }
        let seen = blocks.reduce(0) { $0 + (ownLinkLetters[$1] * 2 < ownLetters[$1] ? ownMarks[$1] : 0) }
        guard seen < Self.fewMarks else { return false }
        return scripts.letters >= 200 && scripts.letters > 2 * sum(letters)
            || sum(links) >= 10 && sum(linkLetters) * 2 > sum(letters)
    }

    /// Fewer than any notice has.
    private static let fewMarks = 12

    private static func marks(in text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ("，。；：、".unicodeScalars.contains($1) ? 1 : 0) }
    }

    /// The letters of a text block or of a whole element on one line, white space left out.
    func plainText(_ node: Int, limit: Int = 2_000) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        for index in node..<max(node + 1, nodes[node].end) where nodes[index].name == .text && !isHidden[index] {
            for scalar in tree.text(index).unicodeScalars where !isWhiteSpace(scalar) { result.append(scalar) }
            if result.count >= limit { break }
        }
        return result
    }
}

func isWordLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
        0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0x20000...0x3FFFF:
        true
    default: false
    }
}

/// White space of any width, and letters of no width.
func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF:
        true
    default: false
    }
}
