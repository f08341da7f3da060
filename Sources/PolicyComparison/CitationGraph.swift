package import PolicyRules

/// Which document cites which, by their numbers (发文字号).
package struct CitationGraph: Sendable {
    package struct Node: Sendable, Hashable {
        /// The number, or the file's name where a document states none.
        package var id: String
        package var title: String?
        package var region: String?
        /// The file's name; nil for documents that are only cited.
        package var name: String?
    }

    package struct Edge: Sendable, Hashable {
        package var from: String
        package var to: String
        package var relation: Citation.Relation
    }

    package private(set) var nodes: [Node] = []
    package private(set) var edges: [Edge] = []
    /// Places of bundles: a lower document and the upper one that it stands on.
    package private(set) var pairs: [(lower: Int, upper: Int)] = []
    /// The node of each bundle.
    package let ids: [String]

    package init(_ bundles: [RuleBundle]) {
        ids = bundles.map { $0.document.number ?? $0.document.name }
        var nodes: [String: Node] = [:]
        var edges: Set<Edge> = []
        for (bundle, id) in zip(bundles, ids) {
            nodes[id] = Node(
                id: id, title: bundle.document.title, region: bundle.document.jurisdiction?.name,
                name: bundle.document.name)
        }
        var places: [String: Int] = [:]
        for (place, bundle) in bundles.enumerated() {
            if let number = bundle.document.number, places[number] == nil { places[number] = place }
        }
        var seen: Set<[Int]> = []
        for (place, bundle) in bundles.enumerated() {
            for citation in bundle.citations {
                guard let number = citation.number, number != bundle.document.number else { continue }
                if nodes[number] == nil {
                    nodes[number] = Node(id: number, title: citation.title, region: nil, name: nil)
                }
                edges.insert(Edge(from: ids[place], to: number, relation: citation.relation))
                let binds: [Citation.Relation] = [.basis, .implements, .follows, .interprets, .forwards]
                if binds.contains(citation.relation), let upper = places[number], seen.insert([place, upper]).inserted {
                    pairs.append((place, upper))
                }
            }
        }
        self.nodes = nodes.values.sorted { $0.id < $1.id }
        self.edges = edges.sorted { ($0.from, $0.to, $0.relation.rawValue) < ($1.from, $1.to, $1.relation.rawValue) }
        pairs.sort { (ids[$0.lower], ids[$0.upper]) < (ids[$1.lower], ids[$1.upper]) }
    }
}
