import NoticeModel
import SampleFiles
import Testing

@testable import NoticeReading

@Suite struct PageLayoutTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let pages: [PlacedPage]
        let expected: [String]
        var testDescription: String { name }

        init(_ name: String, _ expected: [String], _ draw: (inout PageSketch) -> Void) {
            var sketch = PageSketch()
            draw(&sketch)
            self.init(name, [sketch], expected)
        }

        init(_ name: String, _ pages: [PageSketch], _ expected: [String]) {
            self.name = name
            self.pages = pages.map(\.page)
            self.expected = expected
        }
    }

    static let long = "各县区应当在规定的时间内完成参保登记工作，并按照有关要求做好资金的管理和使用，确保应保尽保、应助尽助，不得漏助。"
    static let other = "本年度居民医保的个人缴费标准为每人每年400元，财政补助标准按照国家规定执行，各级财政应当及时足额拨付到位。"

    static let text: [Case] = [
        Case("lines to paragraphs by indent", [long, other]) { page in
            let y = page.set(long, y: 100)
            _ = page.set(other, y: y)
        },
        Case("a short line ends its paragraph without an indent", [long + "此外。", "特此通知。"]) { page in
            let y = page.set(long + "此外。", y: 100, indent: 0)
            _ = page.set("特此通知。", y: y, indent: 0)
        },
        Case("paragraphs by distance", [long, other]) { page in
            let y = page.set(long, y: 100, indent: 0)
            _ = page.set(other, y: y + 20, indent: 0)
        },
        Case("a title of two centred lines", ["关于做好居民基本医疗保险工作的通知", long]) { page in
            page.put("关于做好居民基本医疗", x: 187.5, y: 80, size: 22)
            page.put("保险工作的通知", x: 220.5, y: 115, size: 22)
            _ = page.set(long, y: 180)
        },
        Case("signature and date stay apart", [long, "某某市医疗保障局", "2025年10月9日"]) { page in
            let y = page.set(long, y: 100)
            page.put("某某市医疗保障局", x: 370, y: y + 28)
            page.put("2025年10月9日", x: 378, y: y + 56)
        },
        Case("Latin words keep their spaces, Chinese ones have none", ["咨询 Medical Insurance热线12393或者来电"]) { page in
            page.put("咨询", x: 79, y: 100)
            page.put("Medical Insurance", x: 130, y: 100)
            page.put("热线", x: 274, y: 100)
            page.put("12393", x: 308, y: 100)
            page.put("或者来电", x: 349, y: 100)
        },
        Case(
            "columns of text are read one after the other",
            [
                "关于参保的规定", (0..<9).map { "左栏第\($0)行写满了字没有空" }.joined() + "左栏完了。",
                (0..<9).map { "右栏第\($0)行写满了字没有空" }.joined() + "右栏完了。", "以上各项自发布之日起施行。",
            ]
        ) { page in
            page.put("关于参保的规定", x: 220, y: 60)
            for line in 0..<10 {
                for (name, x) in [("左", 79.0), ("右", 310.0)] {
                    let text = line < 9 ? "\(name)栏第\(line)行写满了字没有空" : "\(name)栏完了。"
                    page.put(text, x: x, y: 100 + 24 * Double(line))
                }
            }
            page.put("以上各项自发布之日起施行。", x: 79, y: 380)
        },
        Case("words drawn twice are read once", ["重要通知"]) { page in
            page.put("重要通知", x: 79, y: 100)
            page.put("重要通知", x: 79.4, y: 100.2)
        },
    ]

    static let tables: [Case] = [
        Case("ruled", ["3x3 0,0=对象 | 0,1=标准 | 0,2=比例 | 1,0=特困人员 | 1,1=400元 | 1,2=100% | 2,0=低保对象 | 2,1=200元 | 2,2=50%"])
        { page in
            page.grid(xs: [79, 200, 320, 440], ys: [100, 130, 160, 190])
            for (row, cells) in [["对象", "标准", "比例"], ["特困人员", "400元", "100%"], ["低保对象", "200元", "50%"]].enumerated() {
                for (column, cell) in cells.enumerated() {
                    page.put(cell, x: 85 + 120 * Double(column), y: 106 + 30 * Double(row), size: 14)
                }
            }
        },
        Case(
            "ruled with spans and wrapped cells",
            ["3x3 0,0[1x2]=人员类别 | 0,2=标准 | 1,0[2x1]=困难群众 | 1,1=特困人员 | 1,2=400元 | 2,1=最低生活保障对象 | 2,2=200元"]
        ) { page in
            for y in [100.0, 130, 190] { page.rule(79, y, 440, y) }
            page.rule(200, 160, 440, 160)
            for x in [79.0, 320, 440] { page.rule(x, 100, x, 190) }
            page.rule(200, 130, 200, 190)
            page.put("人员类别", x: 150, y: 106, size: 14)
            page.put("标准", x: 330, y: 106, size: 14)
            page.put("困难", x: 120, y: 142, size: 14)
            page.put("群众", x: 120, y: 160, size: 14)
            page.put("特困人员", x: 205, y: 136, size: 14)
            page.put("400元", x: 330, y: 136, size: 14)
            page.put("最低生活保障对", x: 205, y: 161, size: 12)
            page.put("象", x: 205, y: 175, size: 12)
            page.put("200元", x: 330, y: 168, size: 14)
        },
        Case("a number set over a wall is cut at it", ["2x2 0,0=甲 | 0,1=乙 | 1,0=100 | 1,1=200"]) { page in
            page.grid(xs: [80, 120, 160], ys: [100, 130, 160])
            page.put("甲", x: 90, y: 106)
            page.put("乙", x: 130, y: 106)
            page.put("100200", x: 96, y: 136)
        },
        Case("lines that make no rectangles", ["?? 甲乙丙丁"]) { page in
            page.grid(xs: [80, 120, 160], ys: [100, 130, 160])
            // The wall between the first two fields and the floor under the second one are missing.
            page.page.rules = page.page.rules.filter { $0.box.left != 120 && $0.box.top != 130 }
            page.rule(80, 130, 120, 130)
            page.rule(120, 130, 120, 160)
            page.put("甲 乙 丙 丁", x: 85, y: 106, size: 8)
        },
        Case(
            "aligned", ["3x3 0,0=对象 | 0,1=标准 | 0,2=比例 | 1,0=特困人员 | 1,1=400元 | 1,2=100% | 2,0=低保对象 | 2,1=200元 | 2,2=50%"]
        ) { page in
            for (row, cells) in [["对象", "标准", "比例"], ["特困人员", "400元", "100%"], ["低保对象", "200元", "50%"]].enumerated() {
                for (column, cell) in cells.enumerated() {
                    page.put(cell, x: 85 + 120 * Double(column), y: 106 + 30 * Double(row), size: 14)
                }
            }
        },
        Case("aligned, rows and lines at one distance", ["?? 对象 标准 比例\n特困人员 400元 100%\n孤儿\n低保对象 200元 50%"]) { page in
            for (row, cells) in [
                ["对象", "标准", "比例"], ["特困人员", "400元", "100%"], ["孤儿", "", ""], ["低保对象", "200元", "50%"],
            ].enumerated() {
                for (column, cell) in cells.enumerated() where !cell.isEmpty {
                    page.put(cell, x: 85 + 120 * Double(column), y: 106 + 30 * Double(row), size: 14)
                }
            }
        },
        Case(
            "aligned, lines of a cell nearer than rows",
            ["3x3 0,0=对象 | 0,1=标准 | 0,2=比例 | 1,0=特困人员和孤儿 | 1,1=400元 | 1,2=100% | 2,0=低保对象 | 2,1=200元 | 2,2=50%"]
        ) { page in
            let rows: [(Double, [String])] = [
                (100, ["对象", "标准", "比例"]), (140, ["特困人员", "400元", "100%"]), (158, ["和孤儿", "", ""]),
                (198, ["低保对象", "200元", "50%"]),
            ]
            for (y, cells) in rows {
                for (column, cell) in cells.enumerated() where !cell.isEmpty {
                    page.put(cell, x: 85 + 120 * Double(column), y: y, size: 14)
                }
            }
        },
        Case("issuers side by side are no table", ["甲市医疗保障局 乙市财政局", "丙市民政局 丁市税务局"]) { page in
            page.put("甲市医疗保障局", x: 90, y: 100)
            page.put("乙市财政局", x: 300, y: 100)
            page.put("丙市民政局", x: 90, y: 128)
            page.put("丁市税务局", x: 300, y: 128)
        },
        Case("a frame around text is no table", [long]) { page in
            page.grid(xs: [60, 540], ys: [80, 300])
            _ = page.set(long, y: 100)
        },
    ]

    static let several: [Case] = [
        Case(
            "headers, footers and page numbers",
            (1...3).map { number in
                var page = PageSketch(number: number)
                page.put("某某市人民政府文件", x: 220, y: 40, size: 10)
                _ = page.set(number == 2 ? long : other, y: 100)
                page.put("— \(number) —", x: 270, y: 770, size: 14)
                return page
            }, [other, long, other]),
        Case(
            "a paragraph that goes on over the page",
            {
                let all = Array((long + other).unicodeScalars)
                var first = PageSketch(number: 1)
                var second = PageSketch(number: 2)
                func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(all[range])) }
                _ = first.set(text(0..<79), y: 100)
                first.put("1", x: 290, y: 790, size: 10)
                let y = second.set(text(79..<all.count), y: 72, indent: 0)
                _ = second.set("特此通知。", y: y)
                second.put("2", x: 290, y: 790, size: 10)
                return [first, second]
            }(), [long + other, "特此通知。"]),
        Case(
            "a table that goes on over the page repeats its header",
            (1...2).map { number in
                var page = PageSketch(number: number)
                page.grid(xs: [79, 200, 320], ys: [100, 130, 160])
                page.put("对象", x: 85, y: 106)
                page.put("标准", x: 205, y: 106)
                page.put(number == 1 ? "孤儿" : "学生", x: 85, y: 136)
                page.put("\(number)00元", x: 205, y: 136)
                return page
            }, ["3x2 0,0*=对象 | 0,1*=标准 | 1,0=孤儿 | 1,1=100元 | 2,0=学生 | 2,1=200元"]),
    ]

    /// A table with its first row repeated on the second page, where the last row goes on.
    static let partedRows: [PageSketch] = {
        var first = PageSketch(number: 1)
        first.grid(xs: [79, 250, 400], ys: [700, 730, 760])
        first.put("对象", x: 85, y: 706)
        first.put("标准", x: 255, y: 706)
        first.put("防止返贫监测", x: 85, y: 736)
        first.put("180", x: 255, y: 736)
        var second = PageSketch(number: 2)
        second.grid(xs: [79, 250, 400], ys: [60, 90, 120, 150])
        second.put("对象", x: 85, y: 66)
        second.put("标准", x: 255, y: 66)
        second.put("对象", x: 85, y: 96)
        second.put("学生", x: 85, y: 126)
        second.put("300", x: 255, y: 126)
        return [first, second]
    }()

    /// A group whose name stands on the first page alone, and a head whose cells span columns of the second page.
    static let partedGroups: [PageSketch] = {
        var first = PageSketch(number: 1)
        first.grid(xs: [79, 250, 450], ys: [730, 760])
        first.put("对象", x: 85, y: 736)
        first.put("一档", x: 255, y: 736)
        var second = PageSketch(number: 2)
        second.grid(xs: [79, 250, 350, 450], ys: [60, 90, 120])
        second.put("资助", x: 255, y: 66)
        second.put("自付", x: 355, y: 66)
        second.put("学生", x: 85, y: 96)
        second.put("300", x: 255, y: 96)
        second.put("100", x: 355, y: 96)
        return [first, second]
    }()

    static let parted: [Case] = [
        Case(
            "a row that the page parts is one row", partedRows,
            ["3x2 0,0*=对象 | 0,1*=标准 | 1,0=防止返贫监测对象 | 1,1=180 | 2,0=学生 | 2,1=300"]),
        Case(
            "a head that the page parts is one head", partedGroups,
            ["3x3 0,0[2x1]=对象 | 0,1[1x2]=一档 | 1,1=资助 | 1,2=自付 | 2,0=学生 | 2,1=300 | 2,2=100"]),
    ]

    static let portals: [Case] = [
        Case(
            "the fields of a portal are no table",
            [
                "首页机构介绍政务公开", "标题：某市参保缴费工作的通知", "索引号：0081/2025-00123", "主题分类：医疗保障", "发文机关：某市医疗保障局",
                "成文日期：2025年10月9日", "文号：某医保〔2025〕7号", "某市参保缴费工作的通知", long,
            ]
        ) { page in
            page.put("首 页 机构介绍 政务公开", x: 100, y: 40, size: 12)
            page.put("标题：某市参保缴费工作的通知", x: 100, y: 80, size: 12)
            page.put("索引号：0081/2025-00123", x: 100, y: 100, size: 12)
            page.put("主题分类：医疗保障", x: 330, y: 100, size: 12)
            page.put("发文机关：", x: 100, y: 120, size: 12)
            page.put("某市医疗保障局", x: 190, y: 120, size: 12)
            page.put("成文日期：2025年10月9日", x: 330, y: 120, size: 12)
            page.put("文号：某医保〔2025〕7号", x: 100, y: 140, size: 12)
            page.put("某市参保缴费工作的通知", x: 180, y: 200, size: 22)
            _ = page.set(long, y: 260)
        },
        Case("the header of a page alone stands over a rule in small letters", [long, other]) { page in
            page.put("某省使用标准汇编", x: 240, y: 44, size: 10)
            page.rule(79, 58, 516, 58)
            _ = page.set(other, y: page.set(long, y: 80))
        },
        Case("a red head over a rule stays", ["某市医疗保障局文件", long, other]) { page in
            page.put("某市医疗保障局文件", x: 180, y: 60, size: 26)
            page.rule(79, 100, 516, 100)
            _ = page.set(other, y: page.set(long, y: 130))
        },
        Case("what a browser prints at the edges is left out", [long]) { page in
            page.put("11/21/26, 4:54 PM", x: 24, y: 15, size: 8)
            page.put("某市参保缴费工作的通知", x: 240, y: 15, size: 8)
            page.put("https://www.example.gov.cn/a/1.html 1/1", x: 24, y: 820, size: 8)
            _ = page.set(long, y: 80)
        },
        Case("written spaces between names stay", ["某市医疗保障局 某市财政局"]) { page in
            page.put("某市医疗保障局", x: 100, y: 100)
            page.put("某市财政局", x: 216, y: 100)
        },
    ]

    /// Lines of one column, as wide as twelve letters.
    private static func column(_ page: inout PageSketch, _ lines: [String], x: Double, y: Double, spacing: Double = 24)
    {
        for (number, line) in lines.enumerated() { page.put(line, x: x, y: y + spacing * Double(number)) }
    }

    @Test func aParagraphGoesOnInTheNextColumn() throws {
        var page = PageSketch()
        let lines = (0..<20).map { "这一段文字的第\($0 % 10)行写满了" }
        Self.column(&page, Array(lines[..<10]), x: 79, y: 100)
        Self.column(&page, Array(lines[10...]) + ["完。"], x: 310, y: 100)
        let result = try PageLayout().lay(out: [page.page])
        #expect(describe(result.rendition, result.layout) == [lines.joined() + "完。"])
    }

    @Test func aSideBarReadsAfterTheText() throws {
        var page = PageSketch()
        let bar = (0..<8).map { "关于第\($0)号事项" }
        Self.column(&page, bar, x: 40, y: 100, spacing: 22)
        let lines = (0..<10).map { "这一段文字的第\($0)行一直写到了纸张的右边为止才算满" }
        Self.column(&page, lines, x: 190, y: 108)
        let result = try PageLayout().lay(out: [page.page])
        #expect(describe(result.rendition, result.layout).first == lines.joined())
        let aside = try #require(result.layout.asides.first)
        #expect(String(String.UnicodeScalarView(result.rendition[aside])).hasPrefix("关于第0号事项"))
    }

    @Test func fieldsAreNotedWithTheirPlaces() throws {
        let result = try PageLayout().lay(out: Self.portals[0].pages)
        #expect(result.layout.fields.map(\.label) == ["标题", "索引号", "主题分类", "发文机关", "成文日期", "文号"])
        for field in result.layout.fields {
            let range = try #require(field.range)
            #expect(String(String.UnicodeScalarView(result.rendition[range])) == field.value)
        }
    }

    @Test(arguments: text + tables + several + portals + parted) func blocks(_ sample: Case) throws {
        let result = try PageLayout().lay(out: sample.pages)
        #expect(describe(result.rendition, result.layout) == sample.expected)
        #expect(faults(result.rendition, result.layout).isEmpty)
    }

    @Test func placesHaveThePageAndTheBox() throws {
        var first = PageSketch(number: 1)
        first.put("第一页", x: 79, y: 100)
        var second = PageSketch(number: 2)
        second.put("第二页", x: 111, y: 120)
        let result = try PageLayout().lay(out: [first.page, second.page])
        #expect(result.layout.places.map(\.page) == [1, 2])
        #expect(result.layout.places.map(\.range) == [0..<3, 4..<7])
        #expect(result.layout.places.last?.box == .init(left: 111, top: 120, right: 159, bottom: 136))
    }

    /// What a damaged file may say of its page: wider than any paper, or of no width at all.
    @Test(arguments: [1e20, -1e20, .infinity, .nan, 0, 1e-300])
    func aPageOfAnySizeIsLaidOut(size: Double) throws {
        var sketch = PageSketch()
        sketch.put("个人缴费标准为每人每年400元。", x: 79, y: 100)
        let page = PlacedPage(
            number: 1, width: size, height: size, words: sketch.page.words,
            rules: [RulingLine(x1: 0, y1: size, x2: size, y2: size)].compactMap { $0 })
        let text = try PageLayout().lay(out: [page]).rendition
        #expect(String(String.UnicodeScalarView(text)).contains("400元"))
    }

    @Test func limitsAreNamed() throws {
        var limits = ReadingLimits()
        limits.pages = 1
        let pages = [PageSketch(number: 1).page, PageSketch(number: 2).page]
        let error = #expect(throws: ReadingError.self) { try PageLayout(limits: limits).lay(out: pages) }
        #expect(error?.hint?.contains("--max-pages") == true)
    }

    /// Whatever stands on a page, the layout is well formed and no letter comes twice.
    @Test(arguments: 0..<60) func anyPageGivesAWellFormedLayout(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pages = (1...3).map { number in
            var page = PageSketch(number: number)
            for index in 0..<Int.random(in: 0...60, using: &random) {
                page.put(
                    ["字", "400元", "标准", "A", "、", "12 34"][Int.random(in: 0..<6, using: &random)] + "\(index)",
                    x: Double(Int.random(in: -20...600, using: &random)),
                    y: Double(Int.random(in: 0...80, using: &random) * 10),
                    size: Double(Int.random(in: 6...20, using: &random)))
            }
            for _ in 0..<Int.random(in: 0...24, using: &random) {
                let x = Double(Int.random(in: 0...6, using: &random) * 90)
                let y = Double(Int.random(in: 0...6, using: &random) * 110)
                if Bool.random(using: &random) {
                    page.rule(x, y, x + 90 * Double(Int.random(in: 1...4, using: &random)), y)
                } else {
                    page.rule(x, y, x, y + 110 * Double(Int.random(in: 1...4, using: &random)))
                }
            }
            return page.page
        }
        let result = try PageLayout().lay(out: pages)
        #expect(faults(result.rendition, result.layout).isEmpty)
    }
}
