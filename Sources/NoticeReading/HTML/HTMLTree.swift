private import CHTML

/// A parsed page: elements and texts in document order, so that the descendants of node `i` are those of
/// `i + 1 ..< nodes[i].end`. Nothing that walks it needs recursion.
struct HTMLTree {
    struct Node {
        /// `.text` for letters.
        var name: HTMLName
        var parent: Int
        var end: Int
        /// Letters of a text, or the written name of an element, in `bytes`.
        var range: Range<Int>
        var attributes: Range<Int>
    }
    private(set) var nodes: [Node] = []
    private var attributes: [(name: Range<Int>, value: Range<Int>)] = []
    private var bytes: [UInt8] = []

    /// - Parameter page: UTF-8 without NUL.
    init(page: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        guard page.count < Int(Int32.max) else {
            throw ReadingError(.tooLarge, "the page has \(page.count) bytes, more than can be read")
        }
        var tree = guize_html_tree()
        let depth = Int32(clamping: min(max(1, limits.depth), 1 << 16))
        let status = page.withUnsafeBufferPointer { buffer in
            guize_html_read(
                buffer.baseAddress, Int32(clamping: buffer.count), depth, Int32(clamping: max(1, limits.nodes)), &tree)
        }
        defer { guize_html_free(&tree) }
        switch status {
        case GUIZE_HTML_OK: break
        case GUIZE_HTML_TOO_DEEP:
            throw ReadingError(
                .limitExceeded, "elements are nested more than \(depth) deep", hint: "raise the limit with --max-depth")
        case GUIZE_HTML_TOO_MANY:
            throw ReadingError(
                .limitExceeded, "the page has more than \(limits.nodes) elements, attributes and texts",
                hint: "raise the limit with --max-nodes")
        default:
            throw ReadingError(.limitExceeded, "the page needs more memory than there is")
        }
        bytes = Array(UnsafeBufferPointer(start: tree.bytes, count: Int(tree.byte_count)))
        attributes = UnsafeBufferPointer(start: tree.attributes, count: Int(tree.attribute_count)).map { attribute in
            let name = Int(attribute.name_start)
            let value = Int(attribute.value_start)
            return (name..<name + Int(attribute.name_length), value..<value + Int(attribute.value_length))
        }
        let bytes = bytes
        nodes = UnsafeBufferPointer(start: tree.nodes, count: Int(tree.node_count)).map { node in
            let range = Int(node.start)..<Int(node.start + node.length)
            let first = Int(node.first_attribute)
            return Node(
                name: node.is_element == 0 ? .text : HTMLName(bytes[range]), parent: Int(node.parent),
                end: Int(node.end), range: range, attributes: first..<first + Int(node.attributes))
        }
    }

    /// The UTF-8 of a text.
    func text(_ node: Int) -> String { String(decoding: bytes[nodes[node].range], as: UTF8.self) }

    /// The name of an element as the parser gives it, in lower case.
    func writtenName(_ node: Int) -> String { String(decoding: bytes[nodes[node].range], as: UTF8.self) }

    func attribute(_ name: StaticString, of node: Int) -> String? {
        for index in nodes[node].attributes {
            let range = attributes[index].name
            guard range.count == name.utf8CodeUnitCount else { continue }
            let isSame = name.withUTF8Buffer { bytes[range].elementsEqual($0) }
            if isSame { return String(decoding: bytes[attributes[index].value], as: UTF8.self) }
        }
        return nil
    }

    func attribute(named name: String, of node: Int) -> String? {
        for index in nodes[node].attributes where bytes[attributes[index].name].elementsEqual(name.utf8) {
            return String(decoding: bytes[attributes[index].value], as: UTF8.self)
        }
        return nil
    }

    // MARK: What is seen

    /// By node: whether a browser leaves it out of what it shows.
    /// - Parameter shown: elements that are seen although their style says otherwise.
    func hidden(showing shown: Set<Int> = []) -> [Bool] {
        var hidden = [Bool](repeating: false, count: nodes.count)
        for (index, node) in nodes.enumerated() {
            hidden[index] =
                node.parent >= 0 && hidden[node.parent] || node.name.isNeverShown
                || !node.attributes.isEmpty && isStyledAway(index) && !shown.contains(index)
        }
        return hidden
    }

    func isStyledAway(_ node: Int) -> Bool {
        if attribute("hidden", of: node) != nil { return true }
        guard let style = attribute("style", of: node) else { return false }
        let plain = style.lowercased().filter { !$0.isWhitespace }
        return ["display:none", "visibility:hidden", "mso-hide:all", "text-decoration:line-through"].contains {
            plain.contains($0)
        }
    }

    // MARK: Paths

    /// By node: its number, from 1, among its siblings of the same name; 0 where it is alone of its name.
    func ordinals() -> [Int] {
        var ordinals = [Int](repeating: 0, count: nodes.count)
        // By parent and name: the siblings seen so far.
        var seen: [Int: [String: (count: Int, first: Int)]] = [:]
        for (index, node) in nodes.enumerated() where node.name != .text {
            let name = writtenName(index)
            let before = seen[node.parent, default: [:]][name] ?? (0, index)
            ordinals[index] = before.count + 1
            seen[node.parent, default: [:]][name] = (before.count + 1, before.first)
        }
        for siblings in seen.values {
            for sibling in siblings.values where sibling.count == 1 { ordinals[sibling.first] = 0 }
        }
        return ordinals
    }

    /// `/html/body/div[2]/p[5]`; the innermost elements after `//` where there are very many.
    func path(to node: Int, ordinals: [Int]) -> String {
        var parts: [String] = []
        var at = node
        while at >= 0, parts.count < 40 {
            if nodes[at].name != .text {
                parts.append(writtenName(at) + (ordinals[at] > 0 ? "[\(ordinals[at])]" : ""))
            }
            at = nodes[at].parent
        }
        return (at >= 0 ? "//" : "/") + parts.reversed().joined(separator: "/")
    }
}
