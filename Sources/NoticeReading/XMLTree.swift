import CLibXML2

/// An XML document as a tree in one array, in document order; nodes are indices into it, the root element is 0.
///
/// Document types are refused, and with them every entity but XML's own five. Names are written with the prefixes of a
/// table, whatever the document's own prefixes are: `w:p`.
struct XMLTree: Sendable {
    private struct Node: Sendable {
        /// Index into `names`; -1 for text.
        var name: Int32
        var parent: Int32
        /// The node after the last one inside this element.
        var end: Int32
        /// Of `letters` for text, of `attributes` for an element.
        var start: Int32
        var stop: Int32
    }

    private var nodes: [Node] = []
    private var names: [String] = []
    private var attributes: [(name: Int32, start: Int32, stop: Int32)] = []
    private var bytes: [UInt8] = []

    /// - Parameters:
    ///   - prefix: the prefix for the namespace of an element or attribute; nil for names that stay bare.
    ///   - what: the document, for messages: `word/document.xml`.
    /// - Throws: ``ReadingError`` where the document is not well-formed, has a document type or is beyond a limit.
    init(
        _ input: [UInt8], limits: ReadingLimits, what: String, prefix: @escaping (String) -> String?
    ) throws(ReadingError) {
        let builder = Builder(prefix: prefix)
        let handler = guize_xml_handler(
            context: Unmanaged.passUnretained(builder).toOpaque(),
            begin: { context, name, namespace in Builder.of(context)?.begin(name, namespace) },
            attribute: { context, name, namespace, value, length in
                Builder.of(context)?.attribute(name, namespace, value, length)
            },
            end: { context in Builder.of(context)?.end() },
            text: { context, text, length in Builder.of(context)?.text(text, length) })
        let bounds = guize_xml_limits(
            depth: Int32(clamping: limits.depth), nodes: Int64(min(limits.nodes, Int(Int32.max) / 2)),
            text: Int64(min(limits.unpackedBytes, Int(Int32.max) / 2)))
        var line: Int64 = 0
        let status = withExtendedLifetime(builder) {
            guize_xml_read(input, Int64(input.count), bounds, handler, &line)
        }
        guard status == GUIZE_XML_OK, !builder.tree.nodes.isEmpty else {
            throw Self.error(status, what, line: Int(line), limits)
        }
        self = builder.tree
    }

    private init() {}

    private static func error(
        _ status: guize_xml_status, _ what: String, line: Int, _ limits: ReadingLimits
    ) -> ReadingError {
        let place = line > 0 ? "\(what), line \(line)" : what
        switch status {
        case GUIZE_XML_DOCTYPE:
            return ReadingError(
                .damaged, "\(place) has a document type or an entity, which is never read",
                hint: "no office program writes one; do not trust the file")
        case GUIZE_XML_TOO_DEEP:
            return ReadingError(
                .limitExceeded, "\(place) nests elements deeper than \(limits.depth)", hint: "raise --max-depth")
        case GUIZE_XML_TOO_MANY:
            return ReadingError(
                .limitExceeded, "\(place) has more than \(limits.nodes) elements and texts", hint: "raise --max-nodes")
        case GUIZE_XML_TOO_LONG:
            return ReadingError(
                .limitExceeded, "\(place) has more than \(limits.unpackedBytes) bytes of text",
                hint: "raise --max-unpacked-bytes")
        case GUIZE_XML_TOO_WIDE:
            return ReadingError(
                .damaged, "\(place) has an element with more than \(GUIZE_XML_WIDTH) attributes or namespaces",
                hint: "no office program writes one; do not trust the file")
        case GUIZE_XML_NO_MEMORY:
            return ReadingError(.tooLarge, "\(what) does not fit in memory", hint: "split it")
        default:
            return ReadingError(.damaged, "\(place) is not well-formed XML", hint: "get the file anew")
        }
    }

    // MARK: Walking

    /// Of all elements and texts.
    var count: Int { nodes.count }

    /// `w:p`; empty for text.
    func name(_ node: Int) -> String {
        let name = nodes[node].name
        return name < 0 ? "" : names[Int(name)]
    }

    func isText(_ node: Int) -> Bool { nodes[node].name < 0 }

    func parent(_ node: Int) -> Int? { nodes[node].parent < 0 ? nil : Int(nodes[node].parent) }

    /// The node after everything inside of `node`.
    func end(_ node: Int) -> Int { Int(nodes[node].end) }

    /// Elements and texts directly inside an element, in order.
    func children(_ node: Int) -> Children { Children(tree: self, node: node) }

    struct Children: Sequence, IteratorProtocol {
        private let tree: XMLTree
        private var next_: Int
        private let end: Int

        init(tree: XMLTree, node: Int) {
            self.tree = tree
            next_ = tree.isText(node) ? tree.end(node) : node + 1
            end = tree.end(node)
        }

        mutating func next() -> Int? {
            guard next_ < end else { return nil }
            defer { next_ = tree.end(next_) }
            return next_
        }
    }

    /// The first element of that name directly inside another.
    func child(_ node: Int?, _ name: String) -> Int? {
        guard let node else { return nil }
        return children(node).first { self.name($0) == name }
    }

    func attribute(_ node: Int?, _ name: String) -> String? {
        guard let node, !isText(node) else { return nil }
        for attribute in attributes[Int(nodes[node].start)..<Int(nodes[node].stop)]
        where names[Int(attribute.name)] == name {
            return String(decoding: bytes[Int(attribute.start)..<Int(attribute.stop)], as: UTF8.self)
        }
        return nil
    }

    func integer(_ node: Int?, _ name: String) -> Int? { attribute(node, name).flatMap { Int($0) } }

    /// The letters of a text, or of all texts inside an element.
    func text(_ node: Int) -> [Unicode.Scalar] {
        if isText(node) {
            let range = Int(nodes[node].start)..<Int(nodes[node].stop)
            return Array(String(decoding: bytes[range], as: UTF8.self).unicodeScalars)
        }
        var letters: [Unicode.Scalar] = []
        for inner in node..<end(node) where isText(inner) { letters += text(inner) }
        return letters
    }

    // MARK: Building

    /// Lives for one reading; what it makes is a value.
    private final class Builder {
        var tree = XMLTree()
        private var open: [Int] = []
        private let prefix: (String) -> String?
        /// libxml2 gives equal names by equal pointers.
        private struct Key: Hashable {
            var name: UnsafePointer<CChar>?
            var namespace: UnsafePointer<CChar>?
        }
        private var known: [Key: Int32] = [:]
        private var spelled: [String: Int32] = [:]

        init(prefix: @escaping (String) -> String?) { self.prefix = prefix }

        static func of(_ context: UnsafeMutableRawPointer?) -> Builder? {
            context.map { Unmanaged<Builder>.fromOpaque($0).takeUnretainedValue() }
        }

        private func id(_ name: UnsafePointer<CChar>?, _ namespace: UnsafePointer<CChar>?) -> Int32 {
            let key = Key(name: name, namespace: namespace)
            if let id = known[key] { return id }
            var spelling = name.map { String(cString: $0) } ?? ""
            if let namespace, let prefix = prefix(String(cString: namespace)) { spelling = "\(prefix):\(spelling)" }
            let id = spelled[spelling] ?? Int32(tree.names.count)
            if id == tree.names.count { tree.names.append(spelling) }
            spelled[spelling] = id
            known[key] = id
            return id
        }

        func begin(_ name: UnsafePointer<CChar>?, _ namespace: UnsafePointer<CChar>?) {
            let at = Int32(tree.attributes.count)
            tree.nodes.append(
                Node(name: id(name, namespace), parent: Int32(open.last ?? -1), end: 0, start: at, stop: at))
            open.append(tree.nodes.count - 1)
        }

        func attribute(
            _ name: UnsafePointer<CChar>?, _ namespace: UnsafePointer<CChar>?, _ value: UnsafePointer<CChar>?,
            _ length: Int64
        ) {
            guard let element = open.last else { return }
            let start = Int32(tree.bytes.count)
            append(value, length)
            tree.attributes.append((id(name, namespace), start, Int32(tree.bytes.count)))
            tree.nodes[element].stop += 1
        }

        func end() {
            guard let element = open.popLast() else { return }
            tree.nodes[element].end = Int32(tree.nodes.count)
        }

        func text(_ text: UnsafePointer<CChar>?, _ length: Int64) {
            guard let element = open.last else { return }
            let start = Int32(tree.bytes.count)
            append(text, length)
            let stop = Int32(tree.bytes.count)
            let last = tree.nodes.count - 1
            // Long texts come in pieces, cut anywhere.
            if tree.nodes[last].name < 0, tree.nodes[last].parent == Int32(element), tree.nodes[last].stop == start {
                tree.nodes[last].stop = stop
            } else {
                tree.nodes.append(
                    Node(name: -1, parent: Int32(element), end: Int32(tree.nodes.count + 1), start: start, stop: stop))
            }
        }

        private func append(_ letters: UnsafePointer<CChar>?, _ length: Int64) {
            guard let letters, length > 0 else { return }
            UnsafeRawBufferPointer(start: letters, count: Int(length)).withMemoryRebound(to: UInt8.self) {
                tree.bytes.append(contentsOf: $0)
            }
        }
    }
}
