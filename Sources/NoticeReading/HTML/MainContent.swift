/// Finds the notice among what a page shows around it: navigation, share buttons, related links, footers.
///
/// The letters that count are those of text blocks that read like text: few of them in links, with marks of sentences
/// or long enough. From the page down, the element is taken that still holds most of them; it must hold more than one
/// text block, so that a notice of one long paragraph keeps its title and signature. Inside it, what is mostly links is
/// left out. No name of a site, of a class or of an id decides anything by itself.
struct MainContent {
    let page: HTMLPage
    private var nodes: [HTMLTree.Node] { page.nodes }
    /// By node, of the whole subtree: letters that read like text.
    private let good: [Int]
    /// By node, of the whole subtree: text blocks that are neither around the notice nor links.
    private let textBlocks: [Int]
    let isLeftOut: [Bool]

    init(page: HTMLPage) {
        self.page = page
        let nodes = page.nodes
        let around = Self.around(page)
        isLeftOut = around
        var good = [Int](repeating: 0, count: nodes.count)
        var textBlocks = good
        for block in page.blocks where !around[block] && page.ownLinkLetters[block] * 2 <= page.ownLetters[block] {
            textBlocks[block] = 1
        }
        for block in page.blocks where !around[block] && Self.readsLikeText(page, block) {
            good[block] = page.ownLetters[block] - page.ownLinkLetters[block]
        }
        for index in nodes.indices.reversed() where nodes[index].parent >= 0 {
            good[nodes[index].parent] += good[index]
            textBlocks[nodes[index].parent] += textBlocks[index]
        }
        self.textBlocks = textBlocks
        self.good = good
    }

    private static func readsLikeText(_ page: HTMLPage, _ block: Int) -> Bool {
        let letters = page.ownLetters[block]
        guard page.ownLinkLetters[block] * 3 <= letters else { return false }
        if letters <= 160, !PortalFields.fields(in: page.plainText(block)).isEmpty { return false }
        let isCell = page.nodes[block].name == .td || page.nodes[block].name == .th
        return letters >= 12 || page.ownMarks[block] > 0 || isCell
    }

    /// By node: whether it stands in a part of the page that is around the notice.
    private static func around(_ page: HTMLPage) -> [Bool] {
        let nodes = page.nodes
        var result = [Bool](repeating: false, count: nodes.count)
        let total = nodes.indices.filter { nodes[$0].parent < 0 }.reduce(0) { $0 + page.letters[$1] }
        let isTeaserList = teaserLists(page)
        for (index, node) in nodes.enumerated() {
            if node.parent >= 0, result[node.parent] {
                result[index] = true
                continue
            }
            if isTeaserList[index] {
                result[index] = true
                continue
            }
            guard node.name.isBlock, page.letters[index] * 3 < total else { continue }
            result[index] =
                node.name.isAround || isNamedAround(page, index) || isLinkList(page, index) || isImprint(page, index)
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

    /// By node: whether it lists other pages with a line or two of what they say. Such lists may be longer than the notice;
    /// they are told by their items, which are alike and all begin with a link.
    private static func teaserLists(_ page: HTMLPage) -> [Bool] {
        let nodes = page.nodes
        // By node: whether its first letters stand in a link; nil without letters.
        var beginsWithLink = [Bool?](repeating: nil, count: nodes.count)
        for (index, node) in nodes.enumerated() where node.name == .text && page.letters[index] > 0 {
            let isLink = page.linkLetters[index] > 0
            var at = index
            while at >= 0, beginsWithLink[at] == nil {
                beginsWithLink[at] = isLink
                at = nodes[at].parent
            }
        }
        var isList = [Bool](repeating: false, count: nodes.count)
        for (index, node) in nodes.enumerated() where node.name.isBlock && page.links[index] >= 4 {
            var items = 0
            var teasers = 0
            var kinds: [String: Int] = [:]
            var child = index + 1
            while child < node.end {
                if page.letters[child] > 0, nodes[child].name != .text {
                    items += 1
                    if beginsWithLink[child] == true, page.letters[child] <= 400, isItem(nodes[child].name) {
                        teasers += 1
                        let name = page.tree.writtenName(child) + " "
                        kinds[name + (page.tree.attribute("class", of: child) ?? ""), default: 0] += 1
                    }
                }
                child = nodes[child].end
            }
            let alike = kinds.values.max() ?? 0
            guard teasers >= 4, teasers * 10 >= items * 8, alike * 10 >= items * 8 else { continue }
            isList[index] = !page.plainText(index, limit: 40).starts(with: "附件".unicodeScalars)
        }
        return isList
    }

    /// Paragraphs and rows are parts of a notice, whatever they begin with.
    private static func isItem(_ name: HTMLName) -> Bool {
        switch name {
        case .p, .tr, .td, .th, .br, .text: false
        default: name.isBlock
        }
    }

    /// What the foot of every site in China must say (网站备案号, 网站标识码), and what mostly stands beside it.
    private static func isImprint(_ page: HTMLPage, _ node: Int) -> Bool {
        guard page.ownLetters[node] > 0, page.letters[node] <= 300 else { return false }
        let text = page.plainText(node)
        return imprint.contains { sign in
            text.indices.contains { text[$0] == sign[0] && text[$0...].starts(with: sign) }
        }
    }

    private static let imprint = ["ICP备", "网站标识码", "公网安备", "版权所有", "技术支持"].map { Array($0.unicodeScalars) }

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
            guard textBlocks[best] > 1 || textBlocks[current] == textBlocks[best], !datesFollow(best, in: current)
            else { return current }
            current = best
        }
    }

    private func isContainer(_ node: Int) -> Bool {
        switch nodes[node].name {
        case .li, .dt, .dd, .p, .pre, .ul, .ol, .dl: false
        case let name: name.headingLevel == nil && name != .text
        }
    }

    /// A date alone soon after an element is that of a signature, which belongs to it.
    private func datesFollow(_ node: Int, in parent: Int) -> Bool {
        var seen = 0
        var index = nodes[node].end
        while index < nodes[parent].end, seen < 4 {
            if isLeftOut[index] {
                index = max(index + 1, nodes[index].end)
                continue
            }
            if page.ownLetters[index] > 0 {
                seen += 1
                if isDate(index) { return true }
            }
            index += 1
        }
        return false
    }

    /// 2026年9月1日, 二〇二六年九月一日
    private func isDate(_ block: Int) -> Bool {
        guard page.ownLetters[block] <= 12 else { return false }
        let text = page.plainText(block)
        let marks = text.filter { "年月日".unicodeScalars.contains($0) }
        return marks == ["年", "月", "日"] && text.last == "日"
            && text.allSatisfy { "年月日0123456789〇○零一二三四五六七八九十".unicodeScalars.contains($0) }
    }
}
