import Foundation
import PolicyText
import PolicyValues
import Testing

/// A generator that gives the same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// The time that this thread has worked, so that other work on the machine does not count.
func threadNanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// Whole numbers as Chinese numerals, written without looking at the reader.
func chineseNumeral(_ number: Int) -> String {
    let digits = Array("零一二三四五六七八九")
    func section(_ value: Int) -> String {
        var text = ""
        var needsZero = false
        for (exponent, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = value / exponent % 10
            if digit == 0 {
                needsZero = !text.isEmpty
            } else {
                if needsZero { text += "零" }
                needsZero = false
                text += String(digits[digit]) + unit
            }
        }
        return text
    }
    if number == 0 { return "零" }
    var text = ""
    let high = number / 10_000
    let low = number % 10_000
    if high > 0 { text += section(high) + "万" }
    if high > 0, low > 0, low < 1000 { text += "零" }
    text += section(low)
    return text.hasPrefix("一十") ? String(text.dropFirst()) : text
}

@Suite struct ScannerLawTests {
    private static let pieces = [
        "每人每年", "400元", "/人·年", "不低于", "提高", "达到", "由", "3万元", "-", "至", "（含）", "以上", "2025年", "11月1日", "2月底", "自", "起",
        "缴费",
        "之日", "次月", "出生后", "90天", "内", "50%", "百分之五十", "三成", "满", "4年", "连续", "第5年", "60周岁", "一、二级", "残疾", "国办发",
        "〔2024〕",
        "38号", "令第", "一", "万", "。", "，", "\n", "统一", "1,000", "999999999999999999999", "12.5", "每月", "1-25日", "每年",
        "9月", "x日", "（", "）",
        "中断", "之日起", "3个月", "后", "亿", "〇", "半", "世纪", "余", "%", "X", "当年", "次年", "前",
    ]

    private func randomText(_ generator: inout SeededGenerator, pieces count: Int) -> [Unicode.Scalar] {
        var text: [Unicode.Scalar] = []
        for _ in 0..<count {
            text += Array((Self.pieces.randomElement(using: &generator) ?? "").unicodeScalars)
        }
        return text
    }

    @Test func mentionsAreOrderedDisjointAndInRange() {
        var generator = SeededGenerator(state: 1)
        for _ in 0..<400 {
            let text = randomText(&generator, pieces: 12)
            let lower = Int.random(in: 0...text.count, using: &generator)
            let upper = Int.random(in: lower...text.count, using: &generator)
            var free = lower
            for mention in scanner.scan(text, in: lower..<upper) {
                #expect(mention.range.lowerBound >= free && !mention.range.isEmpty)
                free = mention.range.upperBound
            }
            #expect(free <= upper)
        }
    }

    @Test func aTextReadsTheSameBetweenFullStops() {
        var generator = SeededGenerator(state: 2)
        let stop: Unicode.Scalar = "。"
        for _ in 0..<400 {
            let text = randomText(&generator, pieces: 10)
            let alone = scanner.scan(text, in: text.indices)
            let embedded = [stop] + text + [stop]
            let shifted = scanner.scan(embedded, in: embedded.indices).map {
                ValueMention(range: ($0.range.lowerBound - 1)..<($0.range.upperBound - 1), value: $0.value)
            }
            #expect(alone == shifted, "\(String(String.UnicodeScalarView(text)))")
            #expect(scanner.scan(embedded, in: 1..<(text.count + 1)).map(\.value) == alone.map(\.value))
        }
    }

    @Test func amountsReadBackInEveryWriting() {
        var generator = SeededGenerator(state: 3)
        for _ in 0..<400 {
            let number = Int.random(in: 0..<(Bool.random(using: &generator) ? 2000 : 99_999_999), using: &generator)
            var writings = ["\(number)元", chineseNumeral(number) + "元"]
            if number >= 10_000, number % 1000 == 0 {
                let tenths = number / 1000
                writings.append(tenths % 10 == 0 ? "\(tenths / 10)万元" : "\(tenths / 10).\(tenths % 10)万元")
                if tenths % 10 != 0 { writings.append("\(tenths / 10)万\(tenths % 10)千元") }
            }
            for writing in writings {
                let mentions = scan("标准为" + writing + "。")
                #expect(mentions.count == 1, "\(writing)")
                guard case .money(let money)? = mentions.first?.value else {
                    Issue.record("\(writing) is no amount")
                    continue
                }
                #expect(money.value.isEqual(to: ExactDecimal(number)), "\(writing)")
                #expect(mentions[0].range == 3..<(3 + writing.unicodeScalars.count), "\(writing)")
            }
        }
    }

    @Test func datesReadBackInEveryWriting() {
        var generator = SeededGenerator(state: 4)
        let digits = Array("〇一二三四五六七八九")
        for _ in 0..<300 {
            let year = Int.random(in: 1950...2099, using: &generator)
            let month = Int.random(in: 1...12, using: &generator)
            let day = Int.random(in: 1...28, using: &generator)
            let chineseYear = String("\(year)".map { digits[$0.wholeNumberValue ?? 0] })
            let date = PartialDate(year: year, month: month, day: .day(day))
            for writing in [
                "\(year)年\(month)月\(day)日", "\(year)-\(month)-\(day)", "\(year).\(month).\(day)",
                "\(year)/\(month)/\(day)",
                "\(chineseYear)年\(chineseNumeral(month))月\(chineseNumeral(day))日",
            ] {
                #expect(scan("于" + writing + "，").map(\.value) == [.time(TimePoint(.date(date)))], "\(writing)")
            }
        }
    }

    @Test func periodsReadBackInEveryWriting() {
        var generator = SeededGenerator(state: 5)
        for _ in 0..<300 {
            let year = Int.random(in: 2000...2060, using: &generator)
            let months = [Int.random(in: 1...12, using: &generator), Int.random(in: 1...12, using: &generator)].sorted()
            let days = [Int.random(in: 1...28, using: &generator), Int.random(in: 1...28, using: &generator)]
            let start = TimePoint(.date(PartialDate(year: year, month: months[0], day: .day(days[0]))), bound: .from)
            let end = TimePoint(.date(PartialDate(year: year, month: months[1], day: .day(days[1]))), bound: .until)
            let first = "\(months[0])月\(days[0])日"
            let last = "\(months[1])月\(days[1])日"
            for writing in [
                "\(year)年\(first)至\(last)", "自\(year)年\(first)起至\(year)年\(last)止", "\(year)年\(first)-\(last)",
                "从\(year)年\(first)到当年\(last)",
            ] {
                #expect(scan(writing).map(\.value) == [.period(Period(start: start, end: end))], "\(writing)")
            }
        }
    }

    @Test func timeIsLinearOnADenseList() {
        let unit = "特困人员每人每年不低于400元/人·年、2025年11月1日至2026年2月28日缴费之日起3个月后百分之五十，（国办发〔2024〕38号）连续参保满4年"
        func text(_ count: Int) -> [Unicode.Scalar] { Array(String(repeating: unit, count: count).unicodeScalars) }
        func fastest(_ text: [Unicode.Scalar]) -> Int {
            (0..<5).map { _ in
                let start = threadNanoseconds()
                _ = scanner.scan(text, in: text.indices)
                return threadNanoseconds() - start
            }.min() ?? 0
        }
        let once = text(15)
        let twice = text(30)
        #expect(fastest(twice) * 2 <= fastest(once) * 5)
        // Runs that could tempt a reader to start again at each letter.
        for letter in ["1", "一", "每人", "缴费", "1.", "原则上", "2025年", "1,000"] {
            let run = Array(String(repeating: letter, count: 300).unicodeScalars)
            let longer = run + run
            #expect(fastest(longer) <= max(fastest(run) * 3, 5_000_000), "\(letter)")
        }
    }

    @Test func foldedTextReadsLikeItsSource() {
        let source = "每人每年４００元，２０２５年１１月１日～１２月３１日，（医保发［２０２５］　２２号），1,200元，９０％"
        let folded = Folding.fold(Array(source.unicodeScalars)).scalars
        #expect(
            scanner.scan(folded, in: folded.indices).map { ValueNotation.text($0.value) } == [
                "money 400 per person,year", "period 2025-11-01 from/2025-12-31 until",
                "document 医保发〔2025〕22号 organ 医保发 year 2025 serial 22", "money 1200", "rate 90",
            ])
    }
}
