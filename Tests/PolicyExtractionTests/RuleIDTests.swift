import PolicyKit
import PolicyRules
import Testing

/// Ids keep their form whatever a group of people is called.
@Suite struct RuleIDTests {
    @Test(arguments: [
        "防止返贫监测g3 4对象", "A B类对象", "甲/乙类对象", "低收入\u{3000}A B 家庭", "对象~2",
    ])
    func wordsOfAGroup(_ words: String) throws {
        let text = "青山市2026年度城乡居民基本医疗保险参保资助标准\n人员类别\t资助标准（元）\n返贫致贫人口\t200\n\(words)\t180\n"
        let bundle = try Guize().extract(Array(text.utf8), name: "notice")
        #expect(!bundle.rules.isEmpty)
        #expect(BundleValidator().validate(bundle, rendition: text).isEmpty)
        #expect(Set(bundle.rules.map(\.id)).count == bundle.rules.count)
    }
}
