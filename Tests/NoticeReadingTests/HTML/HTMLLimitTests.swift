import Testing

@testable import NoticeReading

/// A page made to exhaust a reader.
struct HugePage: CustomTestStringConvertible, Sendable {
    var name: String
    var page: @Sendable () -> String
    var testDescription: String { name }

    init(_ name: String, _ page: @escaping @Sendable () -> String) {
        self.name = name
        self.page = page
    }
}

private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

/// Pages made to exhaust a reader end in time, with a message or a text.
@Suite struct HTMLLimitTests {
    static let deep: [HugePage] = [
        HugePage("divs 10⁵ deep") { times(100_000, "<div>") + "甲" },
        HugePage("spans 10⁵ deep") { times(100_000, "<span>甲") },
        HugePage("tables 10⁴ deep") { times(10_000, "<table><tr><td>") },
        HugePage("lists 10⁵ deep") { times(100_000, "<ul><li>甲") },
    ]

    @Test(arguments: deep)
    func depthIsLimited(_ sample: HugePage) {
        #expect {
            _ = try readPage(sample.page())
        } throws: {
            let error = $0 as? ReadingError
            return error?.code == .limitExceeded && error?.hint?.contains("--max-depth") == true
        }
    }

    @Test func nodesAndCellsAreLimited() {
        var limits = ReadingLimits()
        limits.nodes = 100
        limits.cells = 10
        #expect {
            _ = try readPage(times(200, "<p>甲"), limits: limits)
        } throws: {
            ($0 as? ReadingError)?.hint?.contains("--max-nodes") == true
        }
        #expect {
            _ = try readPage("<table>" + times(11, "<tr><td>甲") + "</table>", limits: limits)
        } throws: {
            ($0 as? ReadingError)?.hint?.contains("--max-cells") == true
        }
    }

    static let huge: [HugePage] = [
        HugePage("10⁵ cells") { "<table>" + times(10_000, "<tr>" + times(10, "<td>1")) + "</table>" },
        HugePage("10⁵ attributes") { "<p " + times(100_000, "a1 ") + ">甲" },
        HugePage("10⁵ attributes behind a stray quote") { "<p x\"" + times(100_000, " b=1") + ">甲" },
        HugePage("10⁵ end tags without a beginning") { "甲" + times(100_000, "</div></b>") },
        HugePage("10⁶ opening marks") { "<p>甲" + times(1_000_000, "<") },
        HugePage("10⁵ open comments") { "<p>甲" + times(100_000, "<!--") },
        HugePage("10⁵ open scripts") { "<p>甲<script>" + times(100_000, "</scrip") },
        HugePage("a line of 10⁶ letters") { "<p>" + times(1_000_000, "甲") },
        HugePage("10⁵ paragraphs") { times(100_000, "<p>甲乙丙</p>") },
        HugePage("10⁴ kinds of siblings") { (0..<10_000).map { "<x\($0)>甲</x\($0)>" }.joined() },
        HugePage("spans of millions") {
            "<table><tr><td colspan=9999999 rowspan=9999999>甲<td>乙<tr><td>丙<td>丁</table>"
        },
        HugePage("wide spans in every row") {
            "<table>" + times(5_000, "<tr><td colspan=1000 rowspan=1000>甲") + "</table>"
        },
    ]

    @Test(.timeLimit(.minutes(1)), arguments: huge)
    func hugePagesEnd(_ sample: HugePage) throws {
        let document = try readPage(sample.page())
        #expect(document.rendition.contains("甲") || document.rendition.contains("1"), "\(sample.name)")
    }

    @Test func nothingOutsideIsAskedFor() throws {
        let page = """
            <!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyyy">]><p>甲&x;&y;</p>
            <iframe src="file:///etc/passwd"></iframe><link href="file:///etc/passwd" rel=stylesheet>
            """
        let text = try readPage(page, main: .whole).rendition
        #expect(!text.contains("/"))
    }
}
