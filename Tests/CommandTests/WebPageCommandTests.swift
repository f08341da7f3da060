import Foundation
import PolicyRules
import Testing

/// Web pages through the commands.
@Suite struct WebPageCommandTests {
    static let page = """
        <html><head><meta charset="utf-8"></head><body><ul><li><a>首页</a></li><li><a>公开</a></li></ul><div id="zoom">
        <h1>关于做好2027年度城乡居民基本医疗保险参保缴费工作的通知</h1><p>一、缴费标准</p><p>2027年个人缴费标准如下：</p>
        <table><tr><th>人员类别</th><th>个人缴费标准（元）</th></tr><tr><td>普通人员</td><td>420</td></tr>
        <tr><td>特困人员</td><td>0</td></tr></table><p>二、其他事项按原规定执行，“其他”由各地确定。</p></div>
        <p id="foot">备案号：某ICP备05000001号</p></body></html>
        """

    @Test(arguments: [
        ("markdown", "| 人员类别 | 个人缴费标准（元） |\n| --- | --- |\n| 普通人员 | 420 |\n| 特困人员 | 0 |\n\n"),
        ("csv", "人员类别,个人缴费标准（元）\n普通人员,420\n特困人员,0\n\n"),
    ])
    func tablesArePrinted(_ sample: (format: String, text: String)) throws {
        let run = try Program.run(["tables", "-", "--format", sample.format], input: Data(Self.page.utf8))
        #expect(run.status == 0)
        #expect(run.text == sample.text)
    }

    @Test func tablesInJSONHaveOffsets() throws {
        let text = Array(try Program.run(["text", "-"], input: Data(Self.page.utf8)).text.unicodeScalars)
        let run = try Program.run(["tables", "-", "--format", "json"], input: Data(Self.page.utf8))
        let tables = try #require(try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
        let cells = try #require(tables.first?["cells"] as? [[String: Any]])
        #expect(cells.count == 6)
        for cell in cells {
            let start = try #require(cell["start"] as? Int)
            let end = try #require(cell["end"] as? Int)
            var view = String.UnicodeScalarView()
            view.append(contentsOf: text[start..<end])
            #expect(String(view) == cell["text"] as? String)
        }
    }

    @Test func evidenceNamesTheCell() throws {
        let bundle = try RuleBundle(
            json: Array(try Program.run(["extract", "-"], input: Data(Self.page.utf8)).output))
        let amounts = bundle.rules.filter { $0.kind == .individualContribution }
        #expect(amounts.contains { $0.amount?.value == "420" && $0.evidence.contains { $0.cell == "R2C2" } })
        #expect(bundle.document.mediaType == "text/html")
    }

    @Test func mainChoosesThePart() throws {
        func text(_ main: String) throws -> String {
            try Program.run(["text", "-", "--main", main], input: Data(Self.page.utf8)).text
        }
        #expect(try text("auto").contains("缴费标准"))
        #expect(try !text("auto").contains("备案号"))
        #expect(try text("whole").contains("首页"))
        #expect(try text("#foot") == "备案号：某ICP备05000001号\n")
    }

    @Test(arguments: [
        (["--main", "#nix"], "leave out --main"), (["--max-cells", "3"], "--max-cells"),
        (["--max-nodes", "3"], "--max-nodes"),
        (["--max-depth", "2"], "--max-depth"), (["--max-bytes", "9"], "--max-bytes"),
    ])
    func whatCannotBeReadNamesItsOption(_ sample: (options: [String], hint: String)) throws {
        let run = try Program.run(
            ["text", "-", "--language", "en"] + sample.options, input: Data(Self.page.utf8))
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(sample.hint))
    }
}
