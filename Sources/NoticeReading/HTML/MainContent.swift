/// Finds the notice among what a page shows around it: navigation, share buttons, related links, footers.
///
/// The letters that count are those of text blocks that read like text: few of them in links, with marks of sentences
/// or long enough. From the page down, the element is taken that still holds most of them; it must hold more than one
/// text block, so that a notice of one long paragraph keeps its title and signature. Inside it, what is mostly links is
/// left out. No name of a site, of a class or of an id decides anything by itself.
struct MainContent {
    let page: HTMLPage
    private var nodes: [HTMLTree.Node] { page.nodes }
    /// By node, of the whole subtree: letters that read like text, and text blocks that hold such.
    private let good: [Int]
    private let goodBlocks: [Int]
    let isLeftOut: [Bool]

    init(page: HTMLPage) {
        self.page = page
        let nodes = page.nodes
        let around = Self.around(page)
        isLeftOut = around
        var good = [Int](repeating: 0, count: nodes.count)
        var goodBlocks = good
        for block in page.blocks where !around[block] && Self.readsLikeText(page, block) {
            good[block] = page.ownLetters[block] - page.ownLinkLetters[block]
            goodBlocks[block] = 1
        }
        for index in nodes.indices.reversed() where nodes[index].parent >= 0 {
            good[nodes[index].parent] += good[index]
            goodBlocks[nodes[index].parent] += goodBlocks[index]
        }
        self.good = good
        self.goodBlocks = goodBlocks
    }

    private static func readsLikeText(_ page: HTMLPage, _ block: Int) -> Bool {
        let letters = page.ownLetters[block]
        guard page.ownLinkLetters[block] * 3 <= letters else { return false }
        let isCell = page.nodes[block].name == .td || page.nodes[block].name == .th
        return letters >= 12 || page.ownMarks[block] > 0 || isCell
    }

    /// By node: whether it stands in a part of the page that is around the notice.
    private static func around(_ page: HTMLPage) -> [Bool] {
        let nodes = page.nodes
        var result = [Bool](repeating: false, count: nodes.count)
        let total = nodes.indices.filter { nodes[$0].parent < 0 }.reduce(0) { $0 + page.letters[$1] }
        for (index, node) in nodes.enumerated() {
            if node.parent >= 0, result[node.parent] {
                result[index] = true
                continue
            }
            guard node.name.isBlock, page.letters[index] * 3 < total else { continue }
            result[index] = node.name.isAround || isNamedAround(page, index) || isLinkList(page, index)
        }
        return result
    }

    /// Many short links and little else: menus, related articles, friends of the site. A list of attachments is none.
    private static func isLinkList(_ page: HTMLPage, _ node: Int) -> Bool {
        guard page.links[node] >= 4, page.linkLetters[node] * 10 >= page.letters[node] * 7 else { return false }
        guard page.nodes[node].name != .p, page.marks[node] * 4 <= page.links[node] else { return false }
        let text = page.plainText(node, limit: 40)
        return !text.starts(with: "附件".unicodeScalars) && !text.starts(with: "相关附件".unicodeScalars)
    }

    /// Words of class names and ids, in use since before HTML had elements for these parts.
    private static let names: Set<String> = [
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "crumbs", "footer", "foot", "sidebar",
        "share",
        "copyright", "pagination", "toolbar",
    ]

    private static func isNamedAround(_ page: HTMLPage, _ node: Int) -> Bool {
        guard !page.nodes[node].attributes.isEmpty else { return false }
        for value in [page.tree.attribute("class", of: node), page.tree.attribute("id", of: node)] {
            guard let value else { continue }
            let words = value.lowercased().split { !$0.isLetter }
            if words.contains(where: { names.contains(String($0)) }) {
                // A name is a hint: what reads like a notice stays.
                return page.letters[node] < 400 && page.marks[node] < 12
            }
        }
        if page.tree.attribute("role", of: node) == "navigation" { return true }
        return false
    }

    /// The element that holds the notice.
    /// - Parameter isGrid: whether a table has rows and columns of its own rather than those of the page.
    func element(isGrid: (Int) -> Bool) -> Int? {
        let roots = nodes.indices.filter { nodes[$0].parent < 0 }
        guard var current = roots.max(by: { good[$0] < good[$1] }) else { return nil }
        while true {
            var best: Int?
            var child = current + 1
            while child < nodes[current].end {
                if best.map({ good[child] > good[$0] }) ?? true { best = child }
                child = nodes[child].end
            }
            guard let best, good[best] * 100 >= good[current] * 80, isContainer(best),
                nodes[best].name != .table || !isGrid(best)
            else { return current }
            // Of several blocks of text no single one is the notice.
            guard goodBlocks[best] > 1 || goodBlocks[current] == 1 && !hasOwnText(best) else { return current }
            current = best
        }
    }

    private func isContainer(_ node: Int) -> Bool {
        switch nodes[node].name {
        case .li, .dt, .dd, .p, .pre, .ul, .ol, .dl: false
        case let name: name.headingLevel == nil && name != .text
        }
    }

    private func hasOwnText(_ node: Int) -> Bool { page.ownLetters[node] > 0 }
}
