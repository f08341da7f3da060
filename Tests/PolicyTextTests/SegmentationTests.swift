import PolicyText
import Testing

struct SegmentationTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var text: String
        var parts: [String]
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ parts: [String]) {
            self.name = name
            self.text = text
            self.parts = parts
        }
    }

    static let sentences: [Case] = [
        Case("stops", "甲。乙！丙？丁", ["甲。", "乙！", "丙？", "丁"]),
        Case("lines", "甲\n\n乙。\n", ["甲", "乙。"]),
        Case("stop in a quote", "他说“甲。乙”丙。丁", ["他说“甲。乙”丙。", "丁"]),
        Case("quote that ends the sentence", "“甲。”乙。", ["“甲。”", "乙。"]),
        Case("brackets that end the sentence", "甲（乙。）丙。", ["甲（乙。）", "丙。"]),
        Case("stop in a book title", "《甲。乙》丙。", ["《甲。乙》丙。"]),
        Case("bracket left open", "（甲。乙。", ["（甲。", "乙。"]),
        Case("bracket left open over a line", "（甲。乙\n丙）。", ["（甲。", "乙", "丙）。"]),
        Case("closing marks after the stop", "甲。”）乙。", ["甲。”）", "乙。"]),
        Case("item marker", "1）甲。乙", ["1）甲。", "乙"]),
        Case("crossing marks", "（“甲。）乙。”丙。", ["（“甲。）", "乙。”", "丙。"]),
        Case("stops in a row", "甲！？乙", ["甲！？", "乙"]),
        Case("ASCII stop at a line end", "甲.\n乙", ["甲.", "乙"]),
        Case("ASCII stop elsewhere", "1.甲3.5万.乙", ["1.甲3.5万.乙"]),
        Case("white space", " \t甲。 \t\n \n", ["甲。"]),
        Case("empty", "", []),
    ]

    @Test(arguments: sentences)
    func splitsSentences(_ item: Case) {
        #expect(split(item.text, Segmentation.sentences) == item.parts)
    }

    static let clauses: [Case] = [
        Case("marks", "甲，乙；丙：丁。戊", ["甲，", "乙；", "丙：", "丁。", "戊"]),
        Case("enumeration comma", "甲、乙，丙", ["甲、乙，", "丙"]),
        Case("in brackets", "甲（乙，丙）丁，戊", ["甲（乙，丙）丁，", "戊"]),
        Case("in a book title", "《甲，乙》丙", ["《甲，乙》丙"]),
        Case("in quotes", "“甲，乙”丙", ["“甲，", "乙”丙"]),
        Case("clock", "8:30开始，结束", ["8:30开始，", "结束"]),
        Case("bracket left open", "（甲，乙", ["（甲，", "乙"]),
    ]

    @Test(arguments: clauses)
    func splitsClauses(_ item: Case) {
        #expect(split(item.text, Segmentation.clauses) == item.parts)
    }

    @Test func staysInTheRange() {
        let text = Array("甲。乙，丙。丁".unicodeScalars)
        #expect(Segmentation.sentences(in: text, range: 1..<5) == [1..<2, 2..<5])
        #expect(Segmentation.clauses(in: text, range: 3..<5) == [3..<4, 4..<5])
        #expect(Segmentation.sentences(in: text, range: 2..<2) == [])
    }

    static let alphabet = [
        "甲", "乙", "元", "1", "，", "；", "：", "。", "！", "？", "（", "）", "《", "》", "“", "”", "‘", "’", "[", "]", ".", "\n",
        "\t", " ",
    ]

    /// Sentences hold every letter once, and every clause lies in one sentence.
    @Test(arguments: UInt64(0)..<200)
    func partsCoverTheText(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let text = Array(generator.text(of: Self.alphabet, length: 60).unicodeScalars)
        let sentences = Segmentation.sentences(in: text, range: text.indices)
        let clauses = Segmentation.clauses(in: text, range: text.indices)
        for parts in [sentences, clauses] {
            var covered = [Int](repeating: 0, count: text.count)
            for part in parts {
                #expect(!part.isEmpty)
                for index in part { covered[index] += 1 }
            }
            for (index, scalar) in text.enumerated() {
                let isBlank = scalar == "\n" || scalar == "\t" || scalar == " "
                #expect(covered[index] == 1 || (isBlank && covered[index] == 0))
                #expect(scalar != "\n" || covered[index] == 0)
            }
        }
        for clause in clauses {
            #expect(
                sentences.contains { $0.lowerBound <= clause.lowerBound && clause.upperBound <= $0.upperBound },
                "\(String(text.map(Character.init)))")
        }
    }

    private func split(
        _ text: String, _ splitter: ([Unicode.Scalar], Range<Int>) -> [Range<Int>]
    ) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return splitter(scalars, scalars.indices).map { String(scalars[$0].map(Character.init)) }
    }
}
