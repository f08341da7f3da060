import SampleFiles
import Testing

@testable import NoticeReading

/// However a page is damaged, it gives a document whose parts lie in its text, or an error.
@Suite struct HTMLMutationTests {
    private static let page = Array(
        """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>关于缴费的通知-某市</title></head><body>
        <ul class="nav"><li><a href="1">首页</a></li><li><a>公开</a></li></ul><!-- c --><script>if(a<b){}</script>
        <table><tr><td>索 引 号：</td><td>A1</td><td>发文字号</td><td>某医保〔2026〕3号</td></tr></table>
        <h1>关于缴费的通知</h1><div id="zoom"><p>&emsp;&emsp;一、标准<br>　　每人每年&nbsp;400元。</p>
        <table border=1><thead><tr><th rowspan="2">人员</th><th colspan=2>标准</th></tr><tr><th>资助</th><th>自付</th></tr></thead>
        <tr><td>成人</td><td>0</td><td>400</td></tr><tr><td colspan="3"><table><tr><td>注<td>x</table></td></tr></table>
        <ol start=2><li>甲</li><li>乙</li></ol><p style="display:none">隐</p><pre>a\n b</pre></div><p>2026年9月1日</p></body></html>
        """.utf8)
    private static let pieces =
        [
            "<table>", "</table>", "<tr>", "<td rowspan=3>", "<td colspan=2>", "</div>", "<div>", "<p>", "<br>", "\"",
            "<!--", "-->", "<",
            ">", "&#0;", "&#xD800;", "\0", "<h1>", "<a>", "索引号：", "　　", "\t", "\n", "<![if", "<ol>", "<li>", "</html>",
        ].map { Array($0.utf8) } + [[0xFF], [0xE4, 0xBB], [0x80]]

    @Test(arguments: 0..<400)
    func mutatedPagesAreReadOrRefused(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var bytes = Self.page
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, at + Int.random(in: 0...40, using: &random))
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes.removeSubrange(at..<end)
            case 1:
                bytes.insert(contentsOf: Array(bytes[at..<end]), at: Int.random(in: 0..<bytes.count, using: &random))
            case 2: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 3: bytes.removeSubrange(min(bytes.count - 1, at + 200)...)
            default: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: at)
            }
            if bytes.isEmpty { bytes = [0x3C] }
        }
        for main in [ReadingOptions.MainContent.automatic, .whole, .selector("div, td")] {
            do {
                let document = try readPage(bytes, main: main)
                #expect(document.faults() == [], "seed \(seed)")
                #expect(!document.rendition.contains("\0"))
            } catch {
                #expect(error is ReadingError)
            }
        }
    }

    @Test func everyTruncationIsReadOrRefused() {
        for end in stride(from: 1, to: Self.page.count, by: 7) {
            if let document = try? readPage(Array(Self.page[..<end])) { #expect(document.faults() == []) }
        }
    }
}
