/// Written forms and what they stand for, found at a place by the longest form that begins there or by all of them.
///
/// The trie is packed into three flat arrays: nodes are numbered level by level, so that the children of a node are
/// neighbours and their labels ascend. A table by scalar leads to the first level, and a filter on the second scalar turns
/// most places away before the trie is walked.
package struct TermTrie: Sendable {
    package struct Match: Sendable, Hashable {
        package var length: Int
        package var payload: Int32

        package init(length: Int, payload: Int32) {
            self.length = length
            self.payload = payload
        }
    }

    /// The label of the edge that leads to each node; the root's means nothing.
    private var labels: [UInt32] = [0]
    /// The first child of each node, and one more: node n's children are `firstChild[n]..<firstChild[n + 1]`.
    private var firstChild: [Int32] = [1, 1]
    /// The payload of the form that ends at each node, or -1.
    private var payloads: [Int32] = [-1]
    /// Pages of 256 scalars each: which page holds a scalar's node of the first level, and the pages, 0 for no node.
    private var pageOfBlock: [UInt16]
    private var pages: [Int32]
    /// By node of the first level: bit `scalar % 64` for each second scalar of its forms.
    private var secondScalars: [UInt64] = [0]

    /// Forms with their payloads (0 or more). When two entries have the same form, the first one stands; an empty form
    /// is never found.
    package init(_ entries: some Sequence<(form: String, payload: Int32)>) {
        var forms = TermForms()
        for (form, payload) in entries { forms.append(form.unicodeScalars.map(\.value)[...], payload: payload) }
        self.init(forms) { _, _ in }
    }

    /// - Parameter doubled: Called with the numbers of an earlier and a later entry of the same form.
    package init(_ entries: TermForms, doubled: (_ first: Int, _ second: Int) -> Void) {
        let scalars = entries.scalars
        var forms: [Form] = []
        forms.reserveCapacity(entries.count)
        for order in 0..<entries.count {
            let range = entries.range(of: order)
            if !range.isEmpty { forms.append(Form(range, payload: entries.payloads[order], order: order, in: scalars)) }
        }
        // Three scalars in one integer decide nearly every comparison.
        forms.sort { left, right in
            if left.key != right.key { return left.key < right.key }
            let count = Int(min(left.count, right.count))
            var depth = 3
            while depth < count {
                let a = scalars[Int(left.start) + depth]
                let b = scalars[Int(right.start) + depth]
                if a != b { return a < b }
                depth += 1
            }
            return left.count != right.count ? left.count < right.count : left.order < right.order
        }
        pageOfBlock = [UInt16](repeating: 0, count: 0x110000 >> 8)
        pages = [Int32](repeating: 0, count: 256)
        build(forms, scalars, doubled)
    }

    private struct Form {
        var start: Int32
        var count: Int32
        var payload: Int32
        var order: Int32
        /// The first three scalars, one more than their values so that a missing one comes first.
        var key: UInt64

        init(_ range: Range<Int>, payload: Int32, order: Int, in scalars: [UInt32]) {
            start = Int32(range.lowerBound)
            count = Int32(range.count)
            self.payload = payload
            self.order = Int32(order)
            key = 0
            for place in range.lowerBound..<range.lowerBound + 3 {
                key = key << 21 | (place < range.upperBound ? UInt64(scalars[place] + 1) : 0)
            }
        }
    }

    /// Numbers the nodes level by level from the sorted forms.
    private mutating func build(_ forms: [Form], _ scalars: [UInt32], _ doubled: (Int, Int) -> Void) {
        labels = [0]
        payloads = [-1]
        firstChild = []
        // The forms below each node; nodes are taken in the order of their numbers.
        var below: [Range<Int32>] = [0..<Int32(forms.count)]
        var depths: [Int32] = [0]
        var node = 0
        while node < below.count {
            firstChild.append(Int32(below.count))
            let depth = Int(depths[node])
            var at = Int(below[node].lowerBound)
            let end = Int(below[node].upperBound)
            // Forms that end here come first, the earliest entry before the others.
            if at < end, forms[at].count == depth {
                let first = forms[at]
                payloads[node] = first.payload
                at += 1
                while at < end, forms[at].count == depth {
                    doubled(Int(first.order), Int(forms[at].order))
                    at += 1
                }
            }
            while at < end {
                let label = scalars[Int(forms[at].start) + depth]
                let first = at
                while at < end, scalars[Int(forms[at].start) + depth] == label { at += 1 }
                below.append(Int32(first)..<Int32(at))
                depths.append(Int32(depth + 1))
                labels.append(label)
                payloads.append(-1)
            }
            node += 1
        }
        firstChild.append(Int32(below.count))

        let firstLevel = Int(firstChild[0])..<Int(firstChild[1])
        secondScalars = [UInt64](repeating: 0, count: firstLevel.upperBound)
        for child in firstLevel {
            let block = Int(labels[child] >> 8)
            if pageOfBlock[block] == 0 {
                pageOfBlock[block] = UInt16(pages.count >> 8)
                pages.append(contentsOf: repeatElement(0, count: 256))
            }
            pages[Int(pageOfBlock[block]) << 8 | Int(labels[child] & 0xFF)] = Int32(child)
            for grandchild in Int(firstChild[child])..<Int(firstChild[child + 1]) {
                secondScalars[child] |= 1 << UInt64(labels[grandchild] & 63)
            }
        }
    }

    /// The same forms but one.
    package func without(_ form: String) -> TermTrie {
        var node = 0
        for scalar in form.unicodeScalars {
            node = child(of: node, by: scalar.value)
            if node == 0 { return self }
        }
        var copy = self
        if node != 0 { copy.payloads[node] = -1 }
        return copy
    }

    /// The longest form that begins at `start` and ends at or before `end`.
    package func longestMatch(in scalars: [Unicode.Scalar], at start: Int, before end: Int) -> Match? {
        var best: Match?
        forEachMatch(in: scalars, at: start, before: end) { best = $0 }
        return best
    }

    /// All forms that begin at `start` and end at or before `end`, the shortest first.
    package func matches(in scalars: [Unicode.Scalar], at start: Int, before end: Int) -> [Match] {
        var matches: [Match] = []
        forEachMatch(in: scalars, at: start, before: end) { matches.append($0) }
        return matches
    }

    /// Calls `body` for each form that begins at `start` and ends at or before `end`, the shortest first.
    @inline(__always)
    package func forEachMatch(
        in scalars: [Unicode.Scalar], at start: Int, before end: Int, _ body: (Match) -> Void
    ) {
        guard start < end else { return }
        let first = scalars[start].value
        var node = Int(pages[Int(pageOfBlock[Int(first >> 8)]) << 8 | Int(first & 0xFF)])
        guard node != 0 else { return }
        if payloads[node] >= 0 { body(Match(length: 1, payload: payloads[node])) }
        var at = start + 1
        guard at < end, secondScalars[node] & (1 << UInt64(scalars[at].value & 63)) != 0 else { return }
        while at < end {
            node = child(of: node, by: scalars[at].value)
            guard node != 0 else { return }
            at += 1
            if payloads[node] >= 0 { body(Match(length: at - start, payload: payloads[node])) }
        }
    }

    /// The child of `node` on the edge `label`, or 0.
    @inline(__always)
    private func child(of node: Int, by label: UInt32) -> Int {
        var low = Int(firstChild[node])
        var high = Int(firstChild[node + 1])
        while high - low > 8 {
            let middle = (low + high) / 2
            if labels[middle] <= label { low = middle } else { high = middle }
        }
        while low < high {
            if labels[low] == label { return low }
            low += 1
        }
        return 0
    }
}
