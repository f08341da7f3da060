import PolicyKit
import PolicyRules
import Testing

/// A sentence and what it does with the documents whose numbers it names, in order.
struct CitationCase: Sendable, CustomTestStringConvertible {
    var text: String
    var relations: [Citation.Relation]

    var testDescription: String { text }

    init(_ text: String, _ relations: Citation.Relation...) {
        self.text = text
        self.relations = relations
    }
}

@Suite("What a notice does with the documents that it cites")
struct CitationTests {
    @Test(arguments: [
        CitationCase("根据《参保工作意见》（晋政发〔2031〕8号），结合实际，制定本方案。", .basis),
        CitationCase("依据《医疗保障条例》《参保办法》（通政规〔2030〕5号）等规定办理。", .basis),
        CitationCase("为贯彻落实《长效机制意见》（黔府发〔2031〕3号）精神，现作如下安排。", .implements),
        CitationCase("为落实《甲办法》（黔府发〔2031〕3号）和《乙办法》（黔医保发〔2031〕6号），制定本方案。", .implements, .implements),
        CitationCase("救助政策按照《救助办法》（黔府发〔2031〕3号）执行。", .follows),
        CitationCase("分担比例按《资金办法》（黔财社〔2031〕3号）规定的比例确定。", .follows),
        CitationCase("学生参照《高校办法》（黔教发〔2031〕3号）办理。", .follows),
        CitationCase("未尽事宜，依照黔府发〔2031〕3号文件办理。", .follows),
        CitationCase("继续执行《救助办法》（黔府发〔2031〕3号）。", .follows),
        CitationCase("按照《甲办法》（黔府发〔2031〕3号）、《乙办法》（黔医保发〔2031〕6号）执行。", .follows, .follows),
        CitationCase("现将《甲通知》（黔医保发〔2031〕6号）转发给你们。", .forwards),
        CitationCase("原《参保办法》（黔府发〔2028〕3号）同时废止。", .repeals),
        CitationCase("黔府发〔2028〕3号文件自2031年1月1日起停止执行。", .repeals),
        CitationCase("《参保办法》（黔府发〔2028〕3号）不再执行。", .repeals),
        CitationCase("《甲办法》（黔府发〔2028〕3号）、《乙办法》（黔府发〔2028〕9号）同时废止。", .repeals, .repeals),
        CitationCase("即日起废止《参保办法》（黔府发〔2028〕3号）。", .repeals),
        CitationCase("《甲办法》（黔府发〔2028〕3号）与本办法不一致的，按本办法执行；《乙办法》（黔府发〔2028〕9号）同时废止。", .mentions, .repeals),
        CitationCase("按照《甲办法》（黔府发〔2031〕3号）执行，《乙办法》（黔府发〔2028〕9号）同时废止。", .follows, .repeals),
        CitationCase("根据《甲办法》（黔府发〔2031〕3号），对《乙办法》（黔府发〔2028〕9号）予以修订。", .basis, .amends),
        CitationCase("将《参保办法》（黔府发〔2028〕3号）第八条“六十日”修改为“九十日”。", .amends),
        CitationCase("《救助办法》（黔府发〔2028〕3号）第七条关于资助的规定，由本细则第9条修订。", .amends),
        CitationCase("《参保办法》（黔府发〔2028〕3号）规定的标准调整为每人430元。", .amends),
        CitationCase("市医保局将对《参保办法》（黔府发〔2028〕3号）有关条款予以修订。", .mentions),
        CitationCase("《参保办法》（黔府发〔2028〕3号）拟修订后另行公布。", .mentions),
        CitationCase("《关于废止参保办法的决定》（黔府发〔2028〕3号）已公布。", .mentions),
        CitationCase("资助按每人200元落实到位，详见《救助办法》（黔府发〔2028〕3号）。", .mentions),
        CitationCase("详见《救助办法》（黔府发〔2028〕3号）。", .mentions),
    ])
    func relation(_ example: CitationCase) throws {
        let text = "关于居民医保参保的通知\n\n一、有关事项\n\(example.text)\n"
        let bundle = try Shared.guize.get().extract(Array(text.utf8), name: "notice.txt")
        #expect(bundle.citations.map(\.relation) == example.relations)
    }

    @Test("An interpretation interprets what was issued")
    func interpretation() throws {
        let text = "《参保办法》政策解读\n\n一、背景\n近日，市政府印发了《参保办法》（黔府发〔2031〕3号）。\n二、内容\n共八条。\n"
        let bundle = try Shared.guize.get().extract(Array(text.utf8), name: "notice.txt")
        #expect(bundle.citations.map(\.relation) == [.interprets])
    }
}
