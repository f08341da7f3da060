/// The files of an OFD package.
struct OFDPackage {
    private let archive: ZipArchive
    private let limits: ReadingLimits
    /// What all files of the package have used up.
    private var nodes = 0

    init(_ archive: ZipArchive, limits: ReadingLimits) {
        self.archive = archive
        self.limits = limits
    }

    func has(_ name: String) -> Bool { archive.entry(named: name) != nil }

    /// - Throws: ``ReadingError`` where the file is missing, faulty or beyond a limit.
    mutating func tree(_ name: String) throws(ReadingError) -> XMLTree {
        guard let entry = archive.entry(named: name) else {
            throw ReadingError(.damaged, "the package lacks \(name.debugDescription)", hint: "get the file anew")
        }
        // One page named a thousand times costs a thousand times.
        var rest = limits
        rest.nodes = limits.nodes - nodes
        let tree: XMLTree
        do throws(ReadingError) {
            // Programs disagree on the namespace, and names are clear without.
            tree = try XMLTree(try archive.read(entry), limits: rest, what: name) { _ in nil }
        } catch {
            guard error.code == .limitExceeded, nodes > 0, error.hint?.contains("--max-nodes") == true else {
                throw error
            }
            throw tooManyNodes
        }
        nodes += tree.count
        return tree
    }

    /// Counts a tree that is read once more, such as a template under many pages.
    mutating func count(_ tree: XMLTree) throws(ReadingError) {
        nodes += tree.count
        guard nodes <= limits.nodes else { throw tooManyNodes }
    }

    private var tooManyNodes: ReadingError {
        ReadingError(
            .limitExceeded, "the pages have more than \(limits.nodes) elements and texts", hint: "raise --max-nodes")
    }

    static func folder(of name: String) -> String { name.lastIndex(of: "/").map { String(name[...$0]) } ?? "" }

    static func trimmed(_ letters: [Unicode.Scalar]) -> String {
        var letters = letters[...]
        while letters.first?.properties.isWhitespace == true { letters.removeFirst() }
        while letters.last?.properties.isWhitespace == true { letters.removeLast() }
        return String(String.UnicodeScalarView(letters))
    }
}
