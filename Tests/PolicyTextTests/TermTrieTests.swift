import PolicyText
import Testing

struct TermTrieTests {
    @Test func findsTheLongestAndAll() {
        let trie = TermTrie([
            (form: "医保", payload: 1), (form: "医保基金", payload: 2), (form: "医", payload: 3), (form: "保", payload: 4),
        ])
        let text = Array("医保基金".unicodeScalars)
        #expect(trie.longestMatch(in: text, at: 0, before: 4) == .init(length: 4, payload: 2))
        #expect(trie.longestMatch(in: text, at: 0, before: 3) == .init(length: 2, payload: 1))
        #expect(trie.longestMatch(in: text, at: 0, before: 1) == .init(length: 1, payload: 3))
        #expect(trie.longestMatch(in: text, at: 0, before: 0) == nil)
        #expect(trie.longestMatch(in: text, at: 2, before: 4) == nil)
        #expect(trie.matches(in: text, at: 0, before: 4).map(\.payload) == [3, 1, 2])
    }

    @Test func theFirstEntryOfAFormStands() {
        let trie = TermTrie([(form: "", payload: 9), (form: "元", payload: 1), (form: "元", payload: 0)])
        let text = Array("元".unicodeScalars)
        #expect(trie.matches(in: text, at: 0, before: 1) == [.init(length: 1, payload: 1)])
    }

    @Test func withoutFormsNothingIsFound() {
        let trie = TermTrie([(form: String, payload: Int32)]())
        #expect(trie.longestMatch(in: ["元"], at: 0, before: 1) == nil)
    }

    /// Scalars with equal low bits share a filter bit; one lies beyond the basic plane.
    static let alphabet = ["医", "保", "元", "年", "a", "\u{21}", "\u{61}", "\u{4E21}", "\u{20021}", "\u{10FFFF}"]

    @Test(arguments: UInt64(0)..<60)
    func findsWhatANaiveSearchFinds(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var entries: [(form: String, payload: Int32)] = []
        for payload in 0..<Int32.random(in: 0...300, using: &generator) {
            entries.append((generator.text(of: Self.alphabet, length: 6), payload))
        }
        let forms = entries.map { Array($0.form.unicodeScalars) }
        let trie = TermTrie(entries)
        let text = Array(generator.text(of: Self.alphabet, length: 200).unicodeScalars)
        for start in text.indices {
            let end = Int.random(in: start...text.count, using: &generator)
            var expected: [TermTrie.Match] = []
            for length in 1..<8 where start + length <= end {
                let found = forms.firstIndex { $0.elementsEqual(text[start..<start + length]) }
                if let found { expected.append(.init(length: length, payload: entries[found].payload)) }
            }
            #expect(trie.matches(in: text, at: start, before: end) == expected)
            #expect(trie.longestMatch(in: text, at: start, before: end) == expected.last)
        }
    }

    @Test func manyFormsFromOneNode() {
        let entries = (0..<5000).map { index in
            (form: "元" + String(Character(Unicode.Scalar(0x4E00 + index) ?? "一")), payload: Int32(index))
        }
        let trie = TermTrie(entries.reversed())
        for (form, payload) in entries {
            let text = Array(form.unicodeScalars)
            #expect(trie.longestMatch(in: text, at: 0, before: 2)?.payload == payload)
        }
    }
}
