import NoticeModel
import SampleFiles
import Testing

@testable import NoticeReading

@Suite struct WordReaderTests {
    typealias W = WordSample

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let sample: WordSample
        let expected: [String]
        var testDescription: String { name }

        init(_ name: String, _ body: String, _ expected: [String], _ more: (inout WordSample) -> Void = { _ in }) {
            self.name = name
            var sample = WordSample()
            sample.body = body
            more(&sample)
            self.sample = sample
            self.expected = expected
        }
    }

    static func run(_ content: String, _ properties: String = "") -> String {
        "<w:r>\(properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")\(content)</w:r>"
    }
    static func t(_ text: String, _ properties: String = "") -> String { run("<w:t>\(text)</w:t>", properties) }
    static func p(_ content: String) -> String { "<w:p>\(content)</w:p>" }

    static let inline: [Case] = [
        Case("paragraphs", W.paragraph("第一段") + "<w:p/>" + W.paragraph("第二段"), ["第一段", "第二段"]),
        Case("runs join", p(t("每人每年") + t("400") + t("元")), ["每人每年400元"]),
        Case("entities of XML", p(t("甲&amp;乙&#x4E00;")), ["甲&乙一"]),
        Case("tab and break", p(run("<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t>")), ["甲\t乙", "丙"]),
        Case(
            "inserted is kept, deleted is not",
            p(t("标准为") + "<w:del>\(run("<w:delText>300</w:delText>"))</w:del><w:ins>\(t("400"))</w:ins>" + t("元")),
            ["标准为400元"]),
        Case(
            "moved text stands where it went",
            p("<w:moveFrom>\(t("旧处"))</w:moveFrom>" + t("甲")) + p("<w:moveTo>\(t("新处"))</w:moveTo>"), ["甲", "新处"]),
        Case(
            "a deleted paragraph mark joins",
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(t("前半"))</w:p>" + p(t("后半")), ["前半后半"]),
        Case(
            "field: result, no instruction",
            p(
                run("<w:fldChar w:fldCharType=\"begin\"/>") + run("<w:instrText> PAGE </w:instrText>")
                    + run("<w:fldChar w:fldCharType=\"separate\"/>") + t("7")
                    + run("<w:fldChar w:fldCharType=\"end\"/>") + t("页")),
            ["7页"]),
        Case(
            "field in an instruction shows nothing",
            p(
                run("<w:fldChar w:fldCharType=\"begin\"/>") + run("<w:instrText>IF </w:instrText>")
                    + run("<w:fldChar w:fldCharType=\"begin\"/>") + run("<w:fldChar w:fldCharType=\"separate\"/>")
                    + t("内")
                    + run("<w:fldChar w:fldCharType=\"end\"/>") + run("<w:fldChar w:fldCharType=\"separate\"/>")
                    + t("外")
                    + run("<w:fldChar w:fldCharType=\"end\"/>")), ["外"]),
        Case("simple field", p("<w:fldSimple w:instr=\"DATE\">\(t("2025年"))</w:fldSimple>"), ["2025年"]),
        Case(
            "a circled number made by a field",
            p(
                run("<w:fldChar w:fldCharType=\"begin\"/>") + run("<w:instrText>eq \\o\\ac(○,3)</w:instrText>")
                    + run("<w:fldChar w:fldCharType=\"end\"/>") + t("参保")), ["③参保"]),
        Case("hidden text is left out", p(t("见") + t("隐", "<w:vanish/>") + t("见", "<w:vanish w:val=\"0\"/>")), ["见见"]),
        Case("hidden by a style", p(t("甲") + t("乙", "<w:rStyle w:val=\"H\"/>")), ["甲"]) {
            $0.styles = "<w:style w:type=\"character\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>"
        },
        Case(
            "symbols",
            p(
                run("<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>") + t("是")
                    + run("<w:sym w:font=\"Symbol\" w:char=\"F0A3\"/>")), ["☑是≤"]),
        Case(
            "links, smart tags, content controls",
            p(
                "<w:hyperlink>\(t("甲"))</w:hyperlink><w:smartTag>\(t("乙"))</w:smartTag><w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>\(t("丙"))</w:sdtContent></w:sdt>"
            ),
            ["甲乙丙"]),
        Case(
            "a content control around paragraphs", "<w:sdt><w:sdtContent>\(W.paragraph("甲"))</w:sdtContent></w:sdt>",
            ["甲"]),
        Case(
            "a text box once, after its paragraph",
            p(
                t("正文")
                    + run(
                        "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>\(W.paragraph("框内"))</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>\(W.paragraph("框内"))</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
                    ) + t("继续")),
            ["正文继续", "框内"]),
        Case(
            "phonetic letters are left out",
            p(run("<w:ruby><w:rt>\(t("yī"))</w:rt><w:rubyBase>\(t("医"))</w:rubyBase></w:ruby>") + t("保")), ["医保"]),
        Case("formulas by their letters", p("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"), ["a+b"]),
        Case(
            "notes follow the text, in its order",
            p(t("甲") + run("<w:footnoteReference w:id=\"3\"/>") + t("乙") + run("<w:footnoteReference w:id=\"2\"/>")),
            ["甲乙", "注三", "注二"]
        ) {
            $0.footnotes =
                "<w:footnote w:id=\"0\" w:type=\"separator\">\(W.paragraph("—"))</w:footnote><w:footnote w:id=\"2\">\(W.paragraph("注二"))</w:footnote><w:footnote w:id=\"3\">\(W.paragraph("注三"))</w:footnote>"
        },
        Case(
            "headings by level and by style",
            W.paragraph("总则", "<w:outlineLvl w:val=\"0\"/>") + W.paragraph("目的", "<w:pStyle w:val=\"2\"/>"),
            ["#1 总则", "#2 目的"]
        ) {
            $0.styles =
                "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"2\"><w:basedOn w:val=\"1\"/></w:style>"
        },
        Case("the strict namespace", W.paragraph("甲"), ["甲"]) {
            $0.namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
            $0.relationships = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        },
        Case(
            "deleted paragraphs of other namespaces are none of ours",
            "<o:p xmlns:o=\"urn:x\"><w:r><w:t>甲</w:t></w:r></o:p>" + W.paragraph("乙"), ["乙"]),
    ]

    static let nested = W.abstract(
        0,
        W.level(0, "chineseCounting", "%1、") + W.level(1, "chineseCounting", "（%2）") + W.level(2, "decimal", "%3.")
            + W.level(3, "decimalEnclosedCircleChinese", "%4"))

    static let lists: [Case] = [
        Case(
            "levels of a notice",
            W.paragraph("甲", W.list(1)) + W.paragraph("乙", W.list(1, 1)) + W.paragraph("丙", W.list(1, 2))
                + W.paragraph("丁", W.list(1, 3))
                + W.paragraph("戊", W.list(1, 1)) + W.paragraph("己", W.list(1, 2)) + W.paragraph("庚", W.list(1)),
            ["一、甲", "（一）乙", "1. 丙", "①丁", "（二）戊", "1. 己", "二、庚"]
        ) { $0.numbering = nested + W.number(1, of: 0) },
        Case(
            "two numbers of several levels", W.paragraph("甲", W.list(1)) + W.paragraph("乙", W.list(1, 1)),
            ["1 甲", "1.1 乙"]
        ) {
            $0.numbering =
                W.abstract(0, W.level(0, "decimal", "%1") + W.level(1, "decimal", "%1.%2")) + W.number(1, of: 0)
        },
        Case(
            "plain digits where the level asks for them", W.paragraph("甲", W.list(1)) + W.paragraph("乙", W.list(1, 1)),
            ["第一章甲", "1.1 乙"]
        ) {
            $0.numbering =
                W.abstract(
                    0, W.level(0, "chineseCounting", "第%1章") + W.level(1, "decimal", "%1.%2", more: "<w:isLgl/>"))
                + W.number(1, of: 0)
        },
        Case(
            "lists of one kind go on from each other", W.paragraph("甲", W.list(1)) + W.paragraph("乙", W.list(2)),
            ["1. 甲", "2. 乙"]
        ) {
            $0.numbering = W.abstract(0, W.level(0, "decimal", "%1.")) + W.number(1, of: 0) + W.number(2, of: 0)
        },
        Case(
            "unless told where to start",
            W.paragraph("甲", W.list(1)) + W.paragraph("乙", W.list(2)) + W.paragraph("丙", W.list(2)),
            ["1. 甲", "5. 乙", "6. 丙"]
        ) {
            $0.numbering =
                W.abstract(0, W.level(0, "decimal", "%1.")) + W.number(1, of: 0)
                + W.number(2, of: 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>")
        },
        Case(
            "a level that is never started anew",
            W.paragraph("甲", W.list(1)) + W.paragraph("一", W.list(1, 1)) + W.paragraph("乙", W.list(1))
                + W.paragraph("二", W.list(1, 1)), ["第1章甲", "第1条一", "第2章乙", "第2条二"]
        ) {
            $0.numbering =
                W.abstract(
                    0,
                    W.level(0, "decimal", "第%1章") + W.level(1, "decimal", "第%2条", more: "<w:lvlRestart w:val=\"0\"/>"))
                + W.number(1, of: 0)
        },
        Case(
            "a list that a style carries",
            W.paragraph("甲", "<w:pStyle w:val=\"L\"/>") + W.paragraph("乙", "<w:pStyle w:val=\"L\"/>" + W.list(0)),
            ["一、甲", "乙"]
        ) {
            $0.numbering =
                W.abstract(0, W.level(0, "chineseCountingThousand", "%1、", more: "<w:pStyle w:val=\"L\"/>"))
                + W.number(1, of: 0)
            $0.styles =
                "<w:style w:type=\"paragraph\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        },
        Case(
            "an empty item counts and is not shown",
            W.paragraph("甲", W.list(1)) + W.paragraph("", W.list(1)) + W.paragraph("乙", W.list(1)), ["1. 甲", "3. 乙"]
        ) {
            $0.numbering = W.abstract(0, W.level(0, "decimal", "%1.")) + W.number(1, of: 0)
        },
        Case("bullets", W.paragraph("甲", W.list(1)), ["• 甲"]) {
            $0.numbering = W.abstract(0, W.level(0, "bullet", "\u{F0B7}")) + W.number(1, of: 0)
        },
        Case("a list that is not there", W.paragraph("甲", W.list(7)), ["甲"]),
    ]

    static let tables: [Case] = [
        Case(
            "rows and cells", W.table(W.row(W.cell("对象"), W.cell("标准")), W.row(W.cell("孤儿"), W.cell("400元"))),
            ["2x2 0,0=对象 | 0,1=标准 | 1,0=孤儿 | 1,1=400元"]),
        Case(
            "spans",
            W.table(
                W.row(W.cell("类别", "<w:gridSpan w:val=\"2\"/>"), W.cell("标准")),
                W.row(W.cell("困难", "<w:vMerge w:val=\"restart\"/>"), W.cell("孤儿"), W.cell("400")),
                W.row(W.cell("藏", "<w:vMerge/>"), W.cell("低保"), W.cell("200"))),
            ["3x3 0,0[1x2]=类别 | 0,2=标准 | 1,0[2x1]=困难 | 1,1=孤儿 | 1,2=400 | 2,1=低保 | 2,2=200"]),
        Case(
            "a column that no cell begins at is none",
            W.table(
                W.row(W.cell("甲", "<w:gridSpan w:val=\"3\"/>"), W.cell("乙")),
                W.row(W.cell("1", "<w:gridSpan w:val=\"3\"/>"), W.cell("2"))),
            ["2x2 0,0=甲 | 0,1=乙 | 1,0=1 | 1,1=2"]),
        Case(
            "fields before the first cell",
            W.table(W.row(W.cell("甲"), W.cell("乙")), W.row(W.cell("丙"), properties: "<w:gridBefore w:val=\"1\"/>")),
            ["2x2 0,0=甲 | 0,1=乙 | 1,1=丙"]),
        Case(
            "header rows",
            W.table(W.row(W.cell("甲"), W.cell("乙"), properties: "<w:tblHeader/>"), W.row(W.cell("1"), W.cell("2"))),
            ["2x2 0,0*=甲 | 0,1*=乙 | 1,0=1 | 1,1=2"]),
        Case(
            "deleted rows are gone",
            W.table(
                W.row(W.cell("甲"), W.cell("乙")), W.row(W.cell("旧"), W.cell("旧"), properties: "<w:del/>"),
                W.row(W.cell("1"), W.cell("2"))), ["2x2 0,0=甲 | 0,1=乙 | 1,0=1 | 1,1=2"]),
        Case(
            "paragraphs of a cell are one line",
            W.table(
                W.row("<w:tc>\(W.paragraph("甲"))\(W.paragraph("乙"))</w:tc>", W.cell("丙")),
                W.row(W.cell("1"), W.cell("2"))), ["2x2 0,0=甲 乙 | 0,1=丙 | 1,0=1 | 1,1=2"]),
        Case(
            "a table in a cell follows its table",
            W.table(
                W.row(W.cell("甲"), W.cell("乙")),
                W.row(
                    "<w:tc>\(W.table(W.row(W.cell("a"), W.cell("b")), W.row(W.cell("c"), W.cell("d"))))\(W.paragraph("外"))</w:tc>",
                    W.cell("2"))),
            ["2x2 0,0=甲 | 0,1=乙 | 1,0=外 | 1,1=2", "2x2 0,0=a | 0,1=b | 1,0=c | 1,1=d"]),
        Case(
            "a table of one cell lays out text", W.table(W.row("<w:tc>\(W.paragraph("甲"))\(W.paragraph("乙"))</w:tc>")),
            ["甲", "乙"]),
        Case(
            "merged down with other columns is a field of its own",
            W.table(
                W.row(W.cell("甲", "<w:vMerge w:val=\"restart\"/>"), W.cell("乙"), W.cell("丙")),
                W.row(W.cell("藏", "<w:gridSpan w:val=\"2\"/><w:vMerge/>"), W.cell("丁"))),
            ["2x3 0,0=甲 | 0,1=乙 | 0,2=丙 | 1,0[1x2]= | 1,2=丁"]),
    ]

    @Test(arguments: inline + lists + tables) func blocks(_ sample: Case) throws {
        let document = try WordReader().read(sample.sample.bytes())
        let layout = try #require(document.layout)
        #expect(describe(document.rendition, layout) == sample.expected)
        #expect(faults(document.rendition, layout).isEmpty)
    }

    @Test(arguments: [
        ("chineseCounting", [1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 101: "一百零一", 110: "一百一十", 0: "零"]),
        ("ideographDigital", [1: "一", 10: "一〇", 21: "二一"]),
        ("chineseLegalSimplified", [1: "壹", 10: "壹拾", 12: "壹拾贰"]),
        ("ideographTraditional", [1: "甲", 10: "癸", 11: "11"]),
        ("decimalEnclosedCircle", [1: "①", 20: "⑳", 21: "㉑", 50: "㊿", 51: "51"]),
        ("decimalEnclosedParen", [1: "⑴", 20: "⒇"]), ("decimalFullWidth", [12: "１２"]),
        ("decimalZero", [3: "03", 12: "12"]),
        ("lowerLetter", [1: "a", 26: "z", 27: "aa", 53: "aaa"]),
        ("upperRoman", [4: "IV", 1999: "MCMXCIX", 4000: "4000"]),
        ("lowerRoman", [9: "ix"]), ("none", [1: ""]), ("aiueo", [1: "1"]),
    ]) func numberFormats(_ format: String, _ expected: [Int: String]) {
        for (number, text) in expected { #expect(ListNumberFormat(name: format).string(number) == text) }
    }

    @Test func placesNameTheElement() throws {
        var sample = WordSample()
        sample.body =
            W.paragraph("甲") + W.table(W.row(W.cell("a"), W.cell("b")), W.row(W.cell("c"), W.cell("d")))
            + W.paragraph("乙")
        let places = try #require(try WordReader().read(sample.bytes()).layout).places
        #expect(
            places.map(\.path) == [
                "word/document.xml#/w:p[1]", "word/document.xml#/w:tbl[1]/w:tr[1]/w:tc[1]/w:p[1]",
                "word/document.xml#/w:tbl[1]/w:tr[1]/w:tc[2]/w:p[1]",
                "word/document.xml#/w:tbl[1]/w:tr[2]/w:tc[1]/w:p[1]",
                "word/document.xml#/w:tbl[1]/w:tr[2]/w:tc[2]/w:p[1]", "word/document.xml#/w:p[2]",
            ])
    }
}
