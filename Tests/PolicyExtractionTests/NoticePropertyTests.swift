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
    static let generated = (0..<8).map { index in
        Sample(name: "seed \(7200 + index)", text: Composer.notice(seed: UInt64(7200 + index)).text)
    }
    static let all = corpus + generated
}

@Suite("Laws of extraction")
struct NoticePropertyTests {
    let guize: Guize

    init() throws { guize = try Shared.guize.get() }

    /// By the name of a sample: its rules before any change.
    private static let baselines = Dictionary(
        uniqueKeysWithValues: Sample.all.compactMap { sample in
            (try? Shared.guize.get().extract(Array(sample.text.utf8), name: "notice.txt")).map {
                (sample.name, ruled($0))
            }
        })

    private func bundle(_ text: String) throws -> RuleBundle {
        try guize.extract(Array(text.utf8), name: "notice.txt")
    }

    @Test("What does not change the meaning does not change the rules", arguments: Transformation.all, Sample.all)
    func invariance(_ transformation: Transformation, _ sample: Sample) throws {
        let before = try #require(Self.baselines[sample.name])
        let after = ruled(try bundle(transformation.apply(sample.text)))
        #expect(changes(before, after) == [])
    }

    @Test(
        "A notice in Traditional script rules the same",
        .enabled(if: OpenCC.program != nil, "opencc is not installed (Debian: apt-get install opencc)"),
        arguments: ["s2t", "s2tw", "s2hk"], Sample.all)
    func traditionalScript(_ standard: String, _ sample: Sample) throws {
        let before = try #require(Self.baselines[sample.name])
        let text = try OpenCC.traditional(sample.text, standard: standard)
        try #require(text != sample.text)
        #expect(changes(before, ruled(try bundle(text))) == [])
    }

    @Test("Sections in another order rule the same", arguments: 0..<8, 0..<3)
    func shuffledSections(_ index: Int, _ order: Int) throws {
        var composer = Composer(seed: UInt64(7000 + index))
        let parts = composer.parts()
        var other = composer
        let before = composer.layOut(parts)
        var random = SeededGenerator(seed: UInt64(order))
        let after = other.layOut(order == 0 ? parts.reversed() : parts.shuffled(using: &random))
        #expect(changes(ruled(try bundle(before.text)), ruled(try bundle(after.text))) == [])
    }

    @Test("Letters dropped from sentences that rule nothing change nothing", arguments: 0..<8)
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
            bundle.unclaimed.map(\.evidence) + bundle.citations.map(\.evidence)
            + bundle.diagnostics.compactMap(\.evidence)
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
        // Headings name what their text rules.
        for section in bundle.document.outline {
            cover(section.start, section.start + (section.heading?.unicodeScalars.count ?? 0))
        }
        let sections = bundle.document.outline.map { $0.start..<$0.end }
        let lost = figureRanges(scalars).filter { figure in
            sections.contains { $0.contains(figure.lowerBound) } && !figure.contains { covered[$0] }
        }
        let figures = lost.map { String(String.UnicodeScalarView(scalars[$0])) }
        #expect(figures == [])
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
        let once = Array((0..<4).map { Composer.notice(seed: UInt64(7100 + $0)).text }.joined(separator: "\n").utf8)
        let twice = once + Array("\n".utf8) + once
        func shortest(_ bytes: [UInt8]) throws -> Double {
            let text = try guize.read(bytes, name: "notice.txt")
            return (0..<3).map { _ in threadSeconds { _ = guize.extract(text) } }.min() ?? 0
        }
        let ratio = try shortest(twice) / shortest(once)
        #expect(ratio <= 2.5)
    }
}

/// Amounts, percentages, durations and dates, found without the library: a digit run, spaces, a unit. A year counts with its
/// month only, since 2026年 alone says of which year a plan is; 日 counts behind a month, or where no month has so many.
func figureRanges(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    let units = ["元", "万元", "亿元", "%", "％", "天", "个月"].map { Array($0.unicodeScalars) }
    func isDigit(_ at: Int) -> Bool {
        at < scalars.count && (("0"..."9").contains(scalars[at]) || ("０"..."９").contains(scalars[at]))
    }
    func skipSpaces(_ at: Int) -> Int {
        var at = at
        while at < scalars.count, scalars[at] == " " { at += 1 }
        return at
    }
    func skipDigits(_ at: Int) -> Int {
        var at = at
        while isDigit(at) || at < scalars.count && scalars[at] == "." && isDigit(at + 1) { at += 1 }
        return at
    }
    func isLetter(_ at: Int, _ letter: Unicode.Scalar) -> Bool { at < scalars.count && scalars[at] == letter }
    var ranges: [Range<Int>] = []
    var at = 0
    while at < scalars.count {
        guard isDigit(at) else {
            at += 1
            continue
        }
        let start = at
        at = skipDigits(at)
        let unit = skipSpaces(at)
        if isLetter(unit, "年") {
            let month = skipDigits(skipSpaces(unit + 1))
            if isDigit(skipSpaces(unit + 1)), isLetter(skipSpaces(month), "月") {
                ranges.append(start..<skipSpaces(month) + 1)
                at = skipSpaces(month) + 1
            }
        } else if isLetter(unit, "日"), at - start >= 3 || at - start == 2 && scalars[start].value & 0xF > 3 {
            ranges.append(start..<unit + 1)
        } else if let letters = units.first(where: { scalars[unit...].starts(with: $0) }) {
            ranges.append(start..<unit + letters.count)
        }
    }
    return ranges
}

/// Seconds that this thread worked, whatever else the machine does.
private func threadSeconds(_ work: () -> Void) -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    work()
    return now() - start
}
