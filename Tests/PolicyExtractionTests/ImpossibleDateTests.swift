import PolicyKit
import PolicyRules
import Testing

/// A day that its month has not is not written as a date: the month is, its day is unknown.
@Suite struct ImpossibleDateTests {
    @Test(arguments: ["2026年2月31日", "2026年4月31日", "2026年2月29日"])
    func theMonthStays(_ end: String) throws {
        let text = "青山市关于2026年度城乡居民基本医疗保险的通知\n一、待遇享受期为2026年1月1日至\(end)。\n"
        let bundle = try Guize().extract(Array(text.utf8), name: "notice")
        #expect(BundleValidator().validate(bundle, rendition: text).filter { $0.severity == .error }.isEmpty)
    }
}
