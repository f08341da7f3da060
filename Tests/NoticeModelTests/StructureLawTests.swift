import Foundation
import PolicyText
import Testing

@testable import NoticeModel

/// A generator with a seed, so that a failing text can be made again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite(.serialized) struct StructureLawTests {
    static let texts = NoticeTests.cases.map(\.text)

    /// What holds for every text.
    static func check(_ notice: Notice, _ label: Comment) {
        let count = notice.text.scalars.count
        var end = 0
        for block in notice.blocks {
            #expect(!block.range.isEmpty && block.range.upperBound <= count, label)
            #expect(block.range.lowerBound >= end, label)
            end = block.range.upperBound
            if let marker = block.markerRange {
                #expect(
                    marker.lowerBound == block.range.lowerBound && marker.upperBound <= block.range.upperBound, label)
            }
            if let section = block.section {
                #expect(notice.sections.indices.contains(section), label)
                let range = notice.sections[section].range
                #expect(range.lowerBound <= block.range.lowerBound && block.range.upperBound <= range.upperBound, label)
            }
            guard case .table(let table) = block.kind else { continue }
            var covered: Set<[Int]> = []
            for cell in table.cells {
                #expect(cell.range.isEmpty || block.range.contains(cell.range.lowerBound), label)
                #expect(cell.range.upperBound <= block.range.upperBound, label)
                for row in cell.row..<cell.row + cell.rowSpan {
                    for column in cell.column..<cell.column + cell.columnSpan {
                        #expect(row < table.rows && column < table.columns, label)
                        #expect(covered.insert([row, column]).inserted, label)
                    }
                }
            }
            #expect(table.cells.isEmpty || covered.count == table.rows * table.columns, label)
        }
        #expect(Set(notice.sections.map(\.id)).count == notice.sections.count, label)
        for (index, section) in notice.sections.enumerated() {
            #expect(section.markerRange.lowerBound == section.range.lowerBound, label)
            #expect(section.headingRange.lowerBound >= section.markerRange.upperBound, label)
            #expect(section.headingRange.upperBound <= section.range.upperBound, label)
            #expect(section.range.upperBound <= count, label)
            guard let parent = section.parent else {
                #expect(section.level == 1, label)
                continue
            }
            #expect(parent < index && notice.sections[parent].level == section.level - 1, label)
            #expect(notice.sections[parent].range.lowerBound <= section.range.lowerBound, label)
            #expect(section.range.upperBound <= notice.sections[parent].range.upperBound, label)
        }
        for finding in notice.findings { #expect(finding.range.map { $0.upperBound <= count } ?? true, label) }
    }

    @Test(arguments: texts)
    func partsAreInOrderAndNest(_ text: String) { Self.check(parse(text), "a composed notice") }

    @Test(arguments: texts)
    func lineEndsOfWindowsChangeNothing(_ text: String) {
        let notice = parse(text)
        let other = parse(text.replacing("\n", with: "\r\n"))
        #expect(notice.blocks.map { notice.string($0.range) } == other.blocks.map { other.string($0.range) })
        #expect(notice.outline == other.outline)
    }

    @Test(arguments: texts)
    func blankLinesBetweenParagraphsChangeNothing(_ text: String) {
        let notice = parse(text)
        let other = parse(text.replacing("\n", with: "\n\n"))
        #expect(notice.blocks.map { notice.string($0.range) } == other.blocks.map { other.string($0.range) })
        #expect(notice.blocks.map(\.part) == other.blocks.map(\.part))
    }

    @Test(arguments: texts)
    func parsingTwiceGivesTheSame(_ text: String) {
        let a = parse(text)
        let b = parse(text)
        #expect(a.outline == b.outline && a.blocks.map(\.range) == b.blocks.map(\.range))
    }

    /// Pieces of notices in any order, on lines and run together.
    @Test(arguments: 0..<300)
    func anyPiecesAtAll(_ seed: Int) {
        let pieces = [
            "一、", "二、", "三、", "（一）", "（二）", "(三)", "1.", "2．", "3、", "①", "②", "第一条", "第二章 ", "\n", "\n\n", "\r\n",
            "\t", "\t",
            "400元", "2027年度", "2026年8月1日", "。", "，", "：", "；", "（", "）", "《", "》", "“", "”", "附件：", "附件1", "抄送：",
            "关于做好工作的通知",
            "各县医疗保障局：", "河南省医疗保障局", "居民参保缴费", "的", "〔2026〕3号", "豫医保发", "|", "|---|", "　　", "序号", "1", "2", "（此件公开发布）",
            "印发", "[image: x]", "特困人员", "对象", "现将有关事项通知如下", "１２",
        ]
        var random = SeededGenerator(state: UInt64(seed))
        var text = ""
        for _ in 0..<Int.random(in: 1...120, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
        Self.check(parse(text), "\(text)")
    }

    @Test(arguments: ["", "\n", " \t\n", "。", "|", "\t\t\t", "一、", "（", "附件"])
    func textsOfNextToNothing(_ text: String) { Self.check(parse(text), "\(text)") }

    /// Twice the text takes about twice the time, dense lists and open brackets included.
    @Test(arguments: ["（一）对特困人员给予资助。", "1.个人缴费400元；", "“（《一、", "2026年8月1日河南省医疗保障局", "\t400元\n", "居民参保\n"])
    func timeIsLinear(_ piece: String) {
        func cpuTime() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        func time(_ count: Int) -> Double {
            let rendition = Array(String(repeating: piece, count: count).unicodeScalars)
            let runs = (0..<3).map { _ in
                let start = cpuTime()
                _ = Support.parser.parse(rendition: rendition)
                return cpuTime() - start
            }
            return runs.min() ?? 0
        }
        let small = time(100)
        let large = time(1_600)
        // Sixteen times the text; a quadratic step would take 256 times as long. The margin is for a busy machine.
        #expect(large < small * 96, "\(small) \(large)")
    }
}
