import ExtractorData
import PolicyText

/// Written forms with a value each, some of them void before certain letters (起 but not 起付).
///
/// Immutable, and a class so that handing a table to a reader copies one reference and not its arrays.
final class WordTable<Payload: Sendable>: Sendable {
    struct Entry {
        var forms: [String]
        /// Letters after which the form is part of another word.
        var notBefore: [String] = []
        var payload: Payload
    }

    private let forms: TermTrie
    private let payloads: [Payload]
    private let following: [[[Unicode.Scalar]]]
    let firstScalars: Set<Unicode.Scalar>

    init(_ entries: [Entry]) {
        var indexed: [(form: String, payload: Int32)] = []
        for (index, entry) in entries.enumerated() {
            indexed += entry.forms.map { ($0, Int32(index)) }
        }
        payloads = entries.map(\.payload)
        following = entries.map { entry in entry.notBefore.map { Array($0.unicodeScalars) } }
        firstScalars = Set(indexed.compactMap(\.form.unicodeScalars.first))
        forms = TermTrie(indexed)
    }

    /// The longest form at `start`, its payload and where it ends; nil where that form is void.
    func match(in text: [Unicode.Scalar], at start: Int, before end: Int) -> (payload: Payload, end: Int)? {
        guard start < end, let match = forms.longestMatch(in: text, at: start, before: end) else { return nil }
        let stop = start + match.length
        for word in following[Int(match.payload)]
        where word.count <= end - stop && text[stop..<(stop + word.count)].elementsEqual(word) {
            return nil
        }
        return (payloads[Int(match.payload)], stop)
    }
}

extension WordTable {
    /// Reads a list of `{forms, notBefore, …}`; `payload` takes the keys that are the table's own.
    static func entries(
        _ nodes: [ExtractorNode],
        payload: (inout NodeReader) throws(ExtractorError) -> Payload
    ) throws(ExtractorError) -> [Entry] {
        var entries: [Entry] = []
        for node in nodes {
            var reader = try NodeReader(node)
            let forms = try reader.strings("forms")
            if forms.isEmpty || forms.contains("") {
                throw ExtractorError("an entry needs at least one written form, and none may be empty", at: node.place)
            }
            let notBefore = try reader.strings("notBefore")
            let value = try payload(&reader)
            try reader.finish()
            entries.append(Entry(forms: forms, notBefore: notBefore, payload: value))
        }
        return entries
    }
}
