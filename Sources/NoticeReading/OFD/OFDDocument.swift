import NoticeModel

/// One document of an OFD file: its pages with what stands on them.
struct OFDDocument {
    private(set) var pages: [PlacedPage] = []
    private(set) var findings: [NoticeFinding] = []
    private(set) var hasImages = false

    private struct Template {
        var location: String
        /// Background templates are drawn before the page, foreground ones after it.
        var isForeground: Bool
    }

    private var templates: [String: Template] = [:]
    private var units: [String: (tree: XMLTree, node: Int)] = [:]
    /// Trees of templates, which many pages share.
    private var trees: [String: XMLTree] = [:]

    /// - Parameters:
    ///   - location: of its Document.xml in the package.
    ///   - firstPage: the number of its first page.
    ///   - limit: the highest number that a page may have.
    init(
        _ package: inout OFDPackage, at location: String, firstPage: Int, limit: Int
    ) throws(ReadingError) {
        let tree = try package.tree(location)
        let folder = OFDPackage.folder(of: location)
        let common = tree.child(0, "CommonData")
        let standard = Self.box(of: tree.child(common, "PageArea"), tree)
        if let common { try readCommon(common, tree, folder, &package) }
        if tree.child(0, "Attachments") != nil {
            findings.append(
                NoticeFinding(
                    code: .attachmentsUnread,
                    message: "files attached to the document are not read"))
        }
        var isSlanted = false
        var isInvisible = false
        for page in tree.child(0, "Pages").map({ Array(tree.children($0)) }) ?? [] where tree.name(page) == "Page" {
            guard let base = tree.attribute(page, "BaseLoc") else { continue }
            guard firstPage + pages.count <= limit else {
                throw ReadingError(
                    .limitExceeded, "the document has more than the \(limit) pages that are read",
                    hint: "split it, or raise --max-pages")
            }
            let name = PartName.resolve(base, from: folder)
            let content = try package.tree(name)
            let box = Self.box(of: content.child(0, "Area"), content) ?? standard ?? Self.a4
            var reader = OFDPageReader(units: units)
            let origin = (box.left, box.top)
            var seen: Set<String> = []
            let (under, over) = try self.templates(of: content, &package, &seen, depth: 0)
            for template in under { reader.read(template, origin: origin) }
            reader.read(content, origin: origin)
            for template in over { reader.read(template, origin: origin) }
            pages.append(
                PlacedPage(
                    number: firstPage + pages.count, width: box.width * OFDPageReader.scale,
                    height: box.height * OFDPageReader.scale, words: reader.words, rules: reader.rules))
            isSlanted = isSlanted || reader.hasSlantedText
            isInvisible = isInvisible || reader.hasInvisibleText
            hasImages = hasImages || reader.hasImages
        }
        if isSlanted {
            findings.append(
                NoticeFinding(
                    code: .slantedText,
                    message: "text that does not stand upright, such as a watermark, is left out"))
        }
        if isInvisible {
            findings.append(
                NoticeFinding(
                    code: .invisibleText,
                    message: "some text is not drawn: a program has recognized it in a picture, perhaps wrongly"))
        }
    }

    private static let a4 = SourcePlace.Box(left: 0, top: 0, right: 210, bottom: 297)

    private static func box(of area: Int?, _ tree: XMLTree) -> SourcePlace.Box? {
        guard let node = tree.child(area, "PhysicalBox"),
            let box = OFDValues.box(OFDPackage.trimmed(tree.text(node))), box.width > 0, box.height > 0
        else { return nil }
        return box
    }

    private mutating func readCommon(
        _ common: Int, _ tree: XMLTree, _ folder: String, _ package: inout OFDPackage
    ) throws(ReadingError) {
        for child in tree.children(common) {
            switch tree.name(child) {
            case "TemplatePage":
                guard let id = tree.attribute(child, "ID"), let base = tree.attribute(child, "BaseLoc") else {
                    continue
                }
                templates[id] = Template(
                    location: PartName.resolve(base, from: folder),
                    isForeground: tree.attribute(child, "ZOrder") == "Foreground")
            case "PublicRes", "DocumentRes":
                let name = PartName.resolve(OFDPackage.trimmed(tree.text(child)), from: folder)
                // Resources hold fonts and pictures; only composed graphics hold text, and few documents have them.
                guard package.has(name) else { continue }
                let resources = try package.tree(name)
                for list in resources.children(0) where resources.name(list) == "CompositeGraphicUnits" {
                    for unit in resources.children(list) {
                        if let id = resources.attribute(unit, "ID") { units[id] = (resources, unit) }
                    }
                }
            default: break
            }
        }
    }

    /// The templates under and over a page, each once: templates may name templates, and even themselves.
    private mutating func templates(
        of tree: XMLTree, _ package: inout OFDPackage, _ seen: inout Set<String>, depth: Int
    ) throws(ReadingError) -> (under: [XMLTree], over: [XMLTree]) {
        var under: [XMLTree] = []
        var over: [XMLTree] = []
        guard depth < 8 else { return (under, over) }
        for node in tree.children(0) where tree.name(node) == "Template" {
            guard let id = tree.attribute(node, "TemplateID"), let template = templates[id], seen.insert(id).inserted,
                package.has(template.location)
            else { continue }
            let content: XMLTree
            if let known = trees[id] {
                content = known
                try package.count(known)
            } else {
                content = try package.tree(template.location)
                trees[id] = content
            }
            let (before, after) = try templates(of: content, &package, &seen, depth: depth + 1)
            let order = tree.attribute(node, "ZOrder")
            let all = before + [content] + after
            if order.map({ $0 == "Foreground" }) ?? template.isForeground { over += all } else { under += all }
        }
        return (under, over)
    }
}
