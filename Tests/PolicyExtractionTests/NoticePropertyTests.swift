import Foundation
import PolicyKit
import PolicyRules
import Testing

/// A notice to try laws on.
struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String

    var testDescription: String { name }

    static let corpus = Corpus.names.compactMap { name in
        (try? Corpus.text(name)).map { Sample(name: name, text: $0) }
    }
    static let generated = (0..<12).map { index in
        Sample(name: "seed \(7000 + index)", text: Composer.notice(seed: UInt64(7000 + index)).text)
    }
    static let all = corpus + generated
}

@Suite("Laws of extraction")
struct NoticePropertyTests {
    let guize: Guize

    init() throws { guize = try Shared.guize.get() }

    private func bundle(_ text: String) throws -> RuleBundle {
        try guize.extract(Array(text.utf8), name: "notice.txt")
    }

    @Test("What does not change the meaning does not change the rules", arguments: Transformation.all, Sample.all)
    func invariance(_ transformation: Transformation, _ sample: Sample) throws {
        let before = ruled(try bundle(sample.text))
        let after = ruled(try bundle(transformation.apply(sample.text)))
        #expect(changes(before, after) == [])
    }

    @Test("Sections in another order rule the same", arguments: 0..<12)
    func shuffledSections(_ index: Int) throws {
        var composer = Composer(seed: UInt64(7000 + index))
        let parts = composer.parts()
        var other = composer
        let before = composer.layOut(parts)
        let after = other.layOut(Array(parts.reversed()))
        #expect(changes(ruled(try bundle(before.text)), ruled(try bundle(after.text))) == [])
    }

    @Test("Letters dropped from sentences that rule nothing change nothing", arguments: 0..<12)
    func droppedLetters(_ index: Int) throws {
        var composer = Composer(seed: UInt64(7000 + index))
        var parts = composer.parts()
        var other = composer
        let before = composer.layOut(parts)
        var random = SeededGenerator(seed: UInt64(index))
        for part in parts.indices {
            for item in parts[part].items.indices {
                for place in parts[part].items[item].statements.indices
                where parts[part].items[item].statements[place].shape == "filler" {
                    let text = parts[part].items[item].statements[place].text
                    parts[part].items[item].statements[place].text = text.filter { $0 == "。" || !random.chance(10) }
                }
            }
        }
        let after = other.layOut(parts)
        #expect(changes(ruled(try bundle(before.text)), ruled(try bundle(after.text))) == [])
    }

    @Test("The same bytes twice give the same bundle", arguments: Sample.all)
    func determinism(_ sample: Sample) throws {
        #expect(try bundle(sample.text).json() == bundle(sample.text).json())
    }

    @Test("Every quote is what the notice says at its place", arguments: Sample.all)
    func evidence(_ sample: Sample) throws {
        let text = try guize.read(Array(sample.text.utf8), name: sample.name)
        let bundle = guize.extract(text)
        for rule in bundle.rules {
            #expect(!rule.evidence.isEmpty, "\(rule.id)")
            for evidence in rule.evidence { #expect(text.quote(evidence.start..<evidence.end) == evidence.quote) }
        }
        let quotations =
            bundle.unclaimed.map(\.evidence) + bundle.citations.map(\.evidence) + bundle.diagnostics.compactMap(\.evidence)
        for quotation in quotations { #expect(text.quote(quotation.start..<quotation.end) == quotation.quote) }
    }

    @Test("No two rules share an id", arguments: Sample.all)
    func identifiers(_ sample: Sample) throws {
        let ids = try bundle(sample.text).rules.map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test("Every figure of the operative text is in a rule's evidence or unclaimed", arguments: Sample.all)
    func figures(_ sample: Sample) throws {
        let bundle = try bundle(sample.text)
        let scalars = Array(sample.text.unicodeScalars)
        var covered = [Bool](repeating: false, count: scalars.count)
        func cover(_ start: Int, _ end: Int) {
            for index in start..<end { covered[index] = true }
        }
        for evidence in bundle.rules.flatMap(\.evidence) { cover(evidence.start, evidence.end) }
        for quotation in bundle.unclaimed.map(\.evidence) + bundle.citations.map(\.evidence) {
            cover(quotation.start, quotation.end)
        }
        let sections = bundle.document.outline.map { $0.start..<$0.end }
        let lost = figureRanges(scalars).filter { figure in
            sections.contains { $0.contains(figure.lowerBound) } && !figure.contains { covered[$0] }
        }
        #expect(lost.map { String(String.UnicodeScalarView(scalars[$0])) } == [])
    }

    @Test("One task or many give the same bytes")
    func threads() async throws {
        let guize = guize
        let texts = Sample.all.map { Array($0.text.utf8) }
        let alone = try texts.map { try guize.extract($0, name: "notice.txt").json() }
        let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for (index, text) in texts.enumerated() {
                group.addTask { (index, try guize.extract(text, name: "notice.txt").json()) }
            }
            return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
        }
        #expect(alone == texts.indices.map { together[$0] })
    }

    @Test("Twice the text takes at most 2.5 times as long")
    func linearTime() throws {
        let paragraphs = (0..<12).map { Composer.notice(seed: UInt64(7100 + $0)).text }
        let once = Array(paragraphs.joined(separator: "\n").utf8)
        let twice = once + Array("\n".utf8) + once
        func shortest(_ bytes: [UInt8]) throws -> Duration {
            var best = Duration.seconds(3600)
            for _ in 0..<3 {
                let text = try guize.read(bytes, name: "notice.txt")
                best = min(best, ContinuousClock().measure { _ = guize.extract(text) })
            }
            return best
        }
        let ratio = try shortest(twice) / shortest(once)
        #expect(ratio <= 2.5)
    }
}

/// Numbers before 元, %, 天, 个月, 月 and so on, found without the library: a digit run, a point, spaces, a unit. Ages, list
/// numbers, document numbers and counts of other things are none.
func figureRanges(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    let units = ["元", "万元", "亿元", "%", "％", "天", "日", "个月", "年", "月"].map { Array($0.unicodeScalars) }
    var ranges: [Range<Int>] = []
    var at = 0
    func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
    }
    while at < scalars.count {
        guard isDigit(scalars[at]) else {
            at += 1
            continue
        }
        let start = at
        while at < scalars.count, isDigit(scalars[at]) || scalars[at] == "." { at += 1 }
        var unit = at
        while unit < scalars.count, scalars[unit] == " " { unit += 1 }
        for letters in units where scalars[unit...].starts(with: letters) {
            // 2026年度 and 1年以上 are years of a plan or counts that rules carry in their own fields.
            if letters == ["年"], at - start != 4 { continue }
            ranges.append(start..<unit + letters.count)
            break
        }
    }
    return ranges
}
