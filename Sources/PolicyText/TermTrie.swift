/// Written forms and what they stand for, found at a place by the longest form that begins there.
package struct TermTrie: Sendable {
    package struct Match: Sendable, Hashable {
        package var length: Int
        package var payload: Int32
    }

    private var children: [[Unicode.Scalar: Int32]] = [[:]]
    private var payloads: [Int32] = [-1]

    /// Forms with their payloads (0 or more). When two entries have the same form, the first one stands.
    package init(_ entries: some Sequence<(form: String, payload: Int32)>) {
        for (form, payload) in entries {
            var node: Int32 = 0
            for scalar in form.unicodeScalars {
                if let next = children[Int(node)][scalar] {
                    node = next
                } else {
                    let next = Int32(children.count)
                    children[Int(node)][scalar] = next
                    children.append([:])
                    payloads.append(-1)
                    node = next
                }
            }
            if payloads[Int(node)] < 0 { payloads[Int(node)] = payload }
        }
    }

    /// The longest form that begins at `start` and ends at or before `end`.
    package func longestMatch(in scalars: [Unicode.Scalar], at start: Int, before end: Int) -> Match? {
        var node: Int32 = 0
        var best: Match?
        var at = start
        while at < end, let next = children[Int(node)][scalars[at]] {
            node = next
            at += 1
            if payloads[Int(node)] >= 0 { best = Match(length: at - start, payload: payloads[Int(node)]) }
        }
        return best
    }
}
