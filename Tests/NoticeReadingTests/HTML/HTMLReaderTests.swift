import NoticeModel
import SampleFiles
import Testing

@testable import NoticeReading

@Suite struct HTMLReaderTests {
    @Test(arguments: [
        PageCase("paragraphs", "<p>一、标准</p><p>每人每年400元。</p>", gives: "一、标准", "每人每年400元。"),
        PageCase("a fragment without html and body", "每人每年<b>400</b>元<div>另起</div>尾", gives: "每人每年400元", "另起", "尾"),
        PageCase(
            "headings", "<h1>某某通知</h1><h3>一、<span>标准</span></h3><p>正文", gives: "H1 某某通知", "H3 一、标准", "正文"),
        PageCase("white space is one space", "<p>  HPV \n  疫苗  and\n more </p>", gives: "HPV疫苗 and more"),
        PageCase(
            "a break of the source between Chinese letters is none", "<p>每人每年\n        400元，\n不低于标准</p>",
            gives: "每人每年400元，不低于标准"),
        PageCase(
            "wide spaces stay inside and go at the ends", "<p>&emsp;&emsp;甲&ensp;乙&nbsp;</p>", gives: "甲\u{2002}乙"),
        PageCase("a break is a line of the same paragraph", "<p>某省医疗保障局<br>关于缴费的通知</p>", gives: "某省医疗保障局 ↵ 关于缴费的通知"),
        PageCase(
            "an indent after a break begins a paragraph", "<div>甲。<br>　　乙。<br/>&nbsp;&nbsp;丙。</div>", gives: "甲。", "乙。",
            "丙。"),
        PageCase("two breaks part paragraphs", "<div>甲<br><br>乙</div>", gives: "甲", "乙"),
        PageCase(
            "what is hidden",
            "<p>甲<span style='DISPLAY : none'>乙</span><i hidden>丙</i><del>丁</del></p><div style='display:none'>戊</div>",
            gives: "甲"),
        PageCase(
            "scripts, styles and comments",
            "<p>甲<script>document.write('<p>乙</p>')</script><style>p{}</style><!-- <p>丙</p> --></p><noscript>丁</noscript>",
            gives: "甲"),
        PageCase(
            "markup made by Word",
            """
            <!--[if gte mso 9]><xml><w:WordDocument>x</w:WordDocument></xml><![endif]-->
            <?xml:namespace prefix = o ns = "urn:schemas-microsoft-com:office:office" />
            <p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]><span
            lang=EN-US>400<o:p></o:p></span>元</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
            """, gives: "1.\u{A0}400元"),
        PageCase("preformatted lines", "<pre>甲\n  乙\n\n丙</pre>", gives: "甲", "乙", "丙"),
        PageCase("an ordered list has its numbers", "<ol><li>甲<li>乙</ol><ul><li>丙</ul>", gives: "1. 甲", "2. 乙", "丙"),
        PageCase("an ordered list with numbers of its own", "<ol start=3><li>（一）甲<li>乙</ol>", gives: "（一）甲", "4. 乙"),
        PageCase("entities", "<p>&lt;5%&gt; &amp; &#22269;&#x5BB6; &unknown;</p>", gives: "<5%> & 国家 &unknown;"),
        PageCase("unclosed and crossed tags", "<p>甲<b>乙<p>丙</b>丁<div>戊</p>己", gives: "甲乙", "丙丁", "戊己"),
        PageCase("a struck letter of no width", "<p>4\u{200B}0\u{FEFF}0元</p>", gives: "400元"),
    ])
    func shows(_ sample: PageCase) throws {
        let document = try readPage(sample.page, main: sample.main)
        #expect(document.shown == sample.shown)
        #expect(document.faults() == [])
    }

    @Test(arguments: [
        PageCase(
            "a table", "<table><tr><th>人员<th>标准<tr><td>成人<td>400元</table>", gives: "T *人员 | *标准 / 成人 | 400元"),
        PageCase(
            "spans",
            "<table><tr><td rowspan=2>人员<td colspan=2>标准<tr><td>资助<td>自付<tr><td>孤儿<td>400<td>0</table>",
            gives: "T 2x1 人员 | 1x2 标准 / 资助 | 自付 / 孤儿 | 400 | 0"),
        PageCase(
            "spans that reach beyond the table are clamped",
            "<table><tr><td rowspan=99>甲<td colspan=99>乙<tr><td>丙<td>丁</table>",
            gives: "T 2x1 甲 | 1x2 乙 / 丙 | 丁"),
        PageCase(
            "a span of nothing", "<table><tr><td colspan=0 rowspan=x>甲<td>乙<tr><td>丙<td>丁</table>",
            gives: "T 甲 | 乙 / 丙 | 丁"),
        PageCase(
            "a break inside a cell is one space",
            "<table><tr><td>人员<td><p>标准</p><p>（元）</p><tr><td>成人<br>居民<td>400</table>",
            gives: "T 人员 | 标准 （元） / 成人 居民 | 400"),
        PageCase(
            "rows with fewer cells", "<table><tr><td>甲<td>乙<td>丙<tr><td>丁</table>", gives: "T 甲 | 乙 | 丙 / 丁"),
        PageCase(
            "a head, a caption, empty cells",
            "<table><caption>表1</caption><thead><tr><td>人员<td>标准</thead><tbody><tr><td>成人<td></tbody></table>",
            gives: "表1", "T *人员 | *标准 / 成人 | "),
        PageCase(
            "one column lays out the page", "<table><tr><td><p>甲</p><p>乙</p><tr><td>丙</table>", gives: "甲", "乙", "丙"),
        PageCase("one row lays out the page", "<table><tr><td>甲<td>乙</table>", gives: "甲", "乙"),
        PageCase(
            "a table for the layout holds a table",
            "<table><tr><td>左<td><table><tr><td>人员<td>标准<tr><td>成人<td>400元</table><tr><td>下<td>右</table>",
            gives: "左", "T 人员 | 标准 / 成人 | 400元", "下", "右"),
        PageCase(
            "a small table in a cell collapses the table around it",
            """
            <table><tr><td>人员类别<td>缴费标准（元每人每年）<tr><td>成年居民参加一档<td>四百元，其中财政补助七百元<tr><td>在校学生和儿童<td>三百五十元\
            <table><tr><td>注</table></table>
            """,
            gives: "! 人员类别\t缴费标准（元每人每年） ↵ 成年居民参加一档\t四百元，其中财政补助七百元 ↵ 在校学生和儿童\t三百五十元 注"),
        PageCase(
            "two cells in one place",
            "<table><tr><td>甲<td rowspan=2>乙<tr><td colspan=2>丙<td>丁</table>", gives: "! 甲\t乙\t ↵ 丙\t\t丁"),
        PageCase(
            "the table of a portal",
            "<table><tr><td>索 引 号：<td>SM001<td>发文机关<td>某市医疗保障局<tr><td>发文字号：<td>某医保〔2026〕3号<td>有效性<td>有效</table>",
            gives: "索引号：SM001", "发文机关：某市医疗保障局", "发文字号：某医保〔2026〕3号", "有效性：有效", "= 索引号: SM001",
            "= 发文机关: 某市医疗保障局", "= 发文字号: 某医保〔2026〕3号", "= 有效性: 有效"),
    ])
    func readsTables(_ sample: PageCase) throws {
        let document = try readPage(sample.page, main: sample.main)
        #expect(document.shown == sample.shown)
        #expect(document.faults() == [])
    }

    private static let notice = """
        <h2>关于做好居民医保缴费工作的通知</h2><p>各县（市、区）医疗保障局：</p>
        <p>为做好居民医保参保缴费工作，现将有关事项通知如下。</p><p>一、个人缴费标准为每人每年400元。</p>
        <p>二、集中缴费期为每年9月至12月，逾期不再办理。</p><p>某市医疗保障局</p><p>2026年9月1日</p>
        """
    private static let shown = [
        "H2 关于做好居民医保缴费工作的通知", "各县（市、区）医疗保障局：", "为做好居民医保参保缴费工作，现将有关事项通知如下。", "一、个人缴费标准为每人每年400元。",
        "二、集中缴费期为每年9月至12月，逾期不再办理。", "某市医疗保障局", "2026年9月1日",
    ]
    private static let links = """
        <li><a href=1>居民医保缴费标准</a></li><li><a href=2>医疗救助办法解读</a></li><li><a href=3>药品目录调整通知</a></li>\
        <li><a href=4>参保登记须知</a></li><li><a href=5>门诊统筹政策</a></li>
        """
    private static let footer = "主办：某市人民政府办公室　网站标识码：1234567890　备案号：某ICP备05000001号"

    @Test(arguments: [
        (name: "alone", page: notice),
        (
            name: "in a div between lists of links",
            page: "<ul>\(links)</ul><div>\(notice)</div><ul>\(links)</ul><p>\(footer)</p>"
        ),
        (
            name: "in HTML's own parts",
            page: "<header><nav>\(links)</nav></header><main>\(notice)</main><footer>\(footer)</footer>"
        ),
        (
            name: "in tables of the layout",
            page:
                "<table><tr><td><ul>\(links)</ul></td><td><table><tr><td>\(notice)</td></tr></table></td></tr></table>"
        ),
        (
            name: "with buttons and related links inside",
            page: "<div>\(footer)</div><div>\(notice)<p>【打印】【关闭窗口】</p><p>分享到： 微信 微博</p><ul>\(links)</ul></div>"
        ),
    ])
    func findsTheNotice(_ sample: (name: String, page: String)) throws {
        let document = try readPage("<html><body>\(sample.page)</body></html>")
        #expect(document.shown == Self.shown, "\(sample.name)")
        #expect(document.faults() == [])
    }

    @Test func oneLongParagraphKeepsItsTitleAndSignature() throws {
        let long = String(repeating: "对符合条件的人员按规定给予资助，所需资金由财政承担。", count: 12)
        let document = try readPage(
            "<ul>\(Self.links)</ul><div><p>某市公告</p><div><p>\(long)</p></div><p>某市医疗保障局</p></div>")
        #expect(document.shown == ["某市公告", long, "某市医疗保障局"])
    }

    @Test func theTitleAndFieldsOutsideOfTheNoticeComeFirst() throws {
        let body = Self.notice.split(separator: "\n").dropFirst().joined()
        let document = try readPage(
            """
            <head><title>关于做好居民医保缴费工作的通知-某市人民政府</title></head><ul>\(Self.links)</ul>
            <div class=t><div>关于做好居民医保缴费工作的通知</div><div>发布时间：2026-09-03 08:59浏览次数： 来源：市医保局</div></div>
            <dl><dt>文　　号</dt><dd>某医保〔2026〕3号</dd></dl><div id=c>\(body)</div><p>\(Self.footer)</p>
            """)
        #expect(
            document.shown.prefix(6) == [
                "发布时间：2026-09-03 08:59", "来源：市医保局", "文号：某医保〔2026〕3号", "H1 关于做好居民医保缴费工作的通知",
                "为做好居民医保参保缴费工作，现将有关事项通知如下。", "一、个人缴费标准为每人每年400元。",
            ])
        #expect(document.faults() == [])
    }

    @Test func aNoticeThatThePageHoldsTwiceIsReadOnce() throws {
        let text = (1...6).map { "<p>第\($0)条 本办法所称资助，是指对符合条件的人员给予的补助。</p>" }.joined()
        let document = try readPage(text + text)
        #expect(document.layout?.blocks.count == 6)
        #expect(document.findings.map(\.code) == [.pageRepeated])
        #expect(document.faults() == [])
    }

    @Test(arguments: [
        (selector: "#c", shown: ["甲", "乙"]), (selector: "div.b", shown: ["丙"]),
        (selector: ".b,#c", shown: ["甲", "乙", "丙"]),
        (selector: "#c p", shown: ["甲", "乙"]), (selector: "p[lang=zh]", shown: ["乙"]),
        (selector: "div div", shown: ["丙"]),
    ])
    func selectorsNameElements(_ sample: (selector: String, shown: [String])) throws {
        let page = "<div id=c><p>甲</p><p lang=zh>乙</p></div><div><div class='a b'>丙</div></div>"
        #expect(try readPage(page, main: .selector(sample.selector)).shown == sample.shown)
    }

    @Test(arguments: ["#", "p >", "..", "a[b", "", ",", "#nix"])
    func selectorsThatNameNothingAreErrors(_ selector: String) {
        #expect { _ = try readPage("<p>甲</p>", main: .selector(selector)) } throws: {
            ($0 as? ReadingError)?.code == .noMatch
        }
    }

    @Test func placesArePaths() throws {
        let document = try readPage(
            "<div><p>甲</p><p>乙</p></div><div><table><tr><td>1<td>2<tr><td>3<td>4</table></div>", main: .whole)
        #expect(
            document.layout?.places.map(\.path) == [
                "/html/body/div[1]/p[1]", "/html/body/div[1]/p[2]", "/html/body/div[2]/table",
            ])
    }

    @Test func labelsAndValuesInElementsOfOneLineAreFields() throws {
        let pairs = [("索引号", "0081/2025-1"), ("发文字号", "某医保〔2025〕7号"), ("成文日期", "2025-10-09")]
        let head = pairs.map { "<div><span>\($0.0)</span><span>\($0.1)</span></div>" }.joined()
        let page = try readPage("<div>\(head)</div><div><h2>某县参保缴费通告</h2>\(Self.items)</div>")
        #expect(page.layout?.fields.map { "\($0.label)=\($0.value)" } == pairs.map { "\($0.0)=\($0.1)" })
        // A word in bold at the beginning of a paragraph is no label of a portal.
        let bold = try readPage("<p><b>名称</b>的填写应当规范。</p>\(Self.items)")
        #expect(bold.layout?.fields.isEmpty == true)
    }

    @Test func pagesWithoutTextAreErrors() {
        for page in ["<p></p>", "<!--", "<div hidden>。</div>"] {
            #expect { _ = try readPage(page) } throws: { ($0 as? ReadingError)?.code == .empty }
        }
        for page in ["<html><body><script>x()</script></body></html>", "<div id=app></div><script src=a.js></script>"] {
            #expect { _ = try readPage(page) } throws: { ($0 as? ReadingError)?.code == .scripted }
        }
    }

    @Test func aFrameWhoseTextAScriptBringsSaysSo() throws {
        let escaped = String(repeating: "\\u7f34\\u8d39", count: 120)
        let frame = "<ul><li><a href=a>首页</a><li><a href=b>政务公开</a></ul><div id=app></div>"
        let page = try readPage("\(frame)<script>var data = '\(escaped)'</script>")
        #expect(page.findings.map(\.code) == [.pageScripted])
        let text = "<p>为做好参保缴费工作，现将集中缴费期、缴费标准、资助对象、办理渠道等有关事项，按照要求通知如下。</p>"
        #expect(try readPage("\(text)\(text)<script>var data = '\(escaped)'</script>").findings.isEmpty)
    }

    static let items = (1...6).map {
        "<p>第\($0)项规定：参保人员应当在集中缴费期内缴费，缴费后按规定享受待遇。</p>"
    }.joined()

    @Test func whatOnlyAScriptShowsIsRead() throws {
        let page = try readPage(
            "<h1>某县参保缴费通告</h1><div style=\"visibility: hidden\">\(Self.items)<p style=display:none>看不见的广告，不读。</p></div>"
        )
        #expect(page.shown.count == 7)
        #expect(!page.shown.contains { $0.contains("广告") })
        // A page that shows its text keeps the rest hidden.
        let other = try readPage("<div>\(Self.items)</div><div style=display:none>\(Self.items)\(Self.items)</div>")
        #expect(other.shown.count == 6)
    }

    @Test func listsOfOtherPagesAreLeftOutHoweverLong() throws {
        let teasers = (1...30).map {
            "<div class=n><h4><a href=x>第\($0)期动态</a></h4><p>近日，各地组织开展政策宣讲，讲解参保缴费政策，受到群众欢迎，现场发放资料。</p></div>"
        }.joined()
        let page = try readPage("<div id=a><h2>某县参保缴费通告</h2>\(Self.items)</div><div class=list>\(teasers)</div>")
        #expect(page.shown.count == 7)
        #expect(!page.shown.contains { $0.contains("动态") })
    }
}
