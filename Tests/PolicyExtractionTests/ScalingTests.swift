import PolicyKit
import PolicyText
import Testing

@testable import PolicyExtraction

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Texts in which one thing stands as often as it can; Benchmarks/dense.py has more of them.
enum DenseKind: String, CaseIterable, Sendable {
    case clauses, populations, amounts, references, windows, funds, rows, gaps

    private static let groups = ["特困人员", "孤儿", "低保对象", "返贫致贫人口", "脱贫不稳定户", "重度残疾人"]

    private var head: String {
        let title = "关于做好2026年度城乡居民基本医疗保险参保缴费工作的通知\n\n各区、县医疗保障局：\n\n一、参保资助\n\n"
        return switch self {
        case .populations: title + "对"
        case .amounts: title + "对特困人员按以下标准资助："
        case .rows: title + "人员类别\t资助标准（元）\t个人缴费（元）\t资金渠道\n"
        case .gaps: title + "人员类别\t资助标准（元）\t个人缴费（元）\n特困人员\t400\t0\n"
        default: title
        }
    }

    private func part(_ number: Int) -> String {
        let group = DenseKind.groups[number * 5 % DenseKind.groups.count]
        let amount = 100 + number * 7 % 900
        return switch self {
        case .clauses: "对\(group)按每人每年\(amount)元资助，个人缴费\(10 + number * 3 % 390)元；"
        case .populations: "\(group)、"
        case .amounts: "\(amount)元，"
        case .references: "\(group)参保给予资助。上述人员按每人每年\(amount)元资助。"
        case .windows: "\(2000 + number % 90)年度集中缴费期为\(2000 + number % 90)年\(1 + number % 9)月1日至12月31日。\n"
        case .funds: "对\(group)按每人每年\(amount)元资助。\n以上资助所需资金由医疗救助基金列支。\n"
        case .rows: "\(group)\t\(amount)\t\(400 - number % 300)\t医疗救助基金\n"
        case .gaps: "\(group)\t\t\(amount)\n"
        }
    }

    /// A text of at least so many letters.
    func text(_ count: Int) -> [UInt8] {
        var text = head
        var letters = 0
        var number = 0
        while letters < count {
            let part = part(number)
            text += part
            letters += part.unicodeScalars.count
            number += 1
        }
        return Array((text + "\n").utf8)
    }
}

@Suite("Time in proportion to the text", .serialized)
struct ScalingTests {
    /// Processor time of this thread, in seconds: other work on the machine does not count.
    private func time(_ work: () throws -> Void) rethrows -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        try work()
        return now() - start
    }

    /// Without optimisation a text of the same length takes many times as long, and shorter ones tell as much.
    private static var kinds: [DenseKind] {
        #if DEBUG
            [.clauses, .populations, .windows, .funds, .rows, .gaps]
        #else
            DenseKind.allCases
        #endif
    }
    private static var length: Int {
        #if DEBUG
            1_500
        #else
            14_000
        #endif
    }

    @Test("Three times the text takes less than six times the time", arguments: kinds)
    func growth(_ kind: DenseKind) throws {
        let guize = try Guize()
        let (short, long) = (kind.text(ScalingTests.length), kind.text(3 * ScalingTests.length))
        _ = try guize.extract(kind.text(10), name: "first.txt")
        // With the square of the length it would be nine times; three tries, for a machine with much else to do.
        var best = Double.infinity
        for _ in 0..<3 where best >= 6 {
            let small = try time { _ = try guize.extract(short, name: "short.txt") }
            let large = try time { _ = try guize.extract(long, name: "long.txt") }
            best = min(best, large / small)
        }
        #expect(best < 6)
    }

    @Test(
        "A long text is read in parts that hold all of it",
        arguments: ["对孤儿按每人每年100元资助，", "孤儿参保给予资助。", "每人每年资助100元", "1"])
    func parts(_ piece: String) {
        let text = Array(String(repeating: piece, count: 40_000 / piece.unicodeScalars.count).unicodeScalars)
        let parts = PassageLimit.parts(of: 3..<text.count, in: text)
        #expect(parts.allSatisfy { $0.count <= PassageLimit.passage })
        #expect(parts.first?.lowerBound == 3 && parts.last?.upperBound == text.count)
        #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
        #expect(parts.count < 10)
    }

    @Test("A part ends behind a mark, and within no number where letters stand around it")
    func ends() {
        let marked = Array(String(repeating: "孤儿参保给予资助。", count: 3_000).unicodeScalars)
        for part in PassageLimit.parts(of: 0..<marked.count, in: marked) { #expect(marked[part.upperBound - 1] == "。") }
        let bare = Array(String(repeating: "资助12345元给孤儿", count: 3_000).unicodeScalars)
        for part in PassageLimit.parts(of: 0..<bare.count, in: bare).dropLast() {
            #expect(!("0"..."9").contains(bare[part.upperBound - 1]) || !("0"..."9").contains(bare[part.upperBound]))
        }
    }
}
