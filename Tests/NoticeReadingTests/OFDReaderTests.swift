import NoticeModel
import SampleFiles
import Testing

@testable import NoticeReading

@Suite struct OFDReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let expected: [String]
        var testDescription: String { name }

        init(_ name: String, _ expected: [String], _ make: (inout OFDSample) -> Void) {
            self.name = name
            self.expected = expected
            var sample = OFDSample()
            sample.documents = [[OFDSample.Page()]]
            make(&sample)
            bytes = sample.bytes()
        }
    }

    static func text(_ attributes: String, _ code: String, _ text: String) -> String {
        "<ofd:TextObject \(attributes)><ofd:TextCode \(code)>\(text)</ofd:TextCode></ofd:TextObject>"
    }

    static let samples: [Case] = [
        Case("lines by their height, words by their place", ["右下", "左上中上"]) {
            $0.documents[0][0].put("左上", x: 30, y: 100)
            $0.documents[0][0].put("中上", x: 41.2, y: 100)
            $0.documents[0][0].put("右下", x: 150, y: 40)
        },
        Case("distances in groups", ["居民医保2026年"]) {
            $0.documents[0][0].objects = text(
                "Boundary=\"30 50 100 8\" Size=\"5\"", "X=\"0\" Y=\"5\" DeltaX=\"g 4 5 2.5 2.5 2.5 2.5\"", "居民医保2026年")
        },
        Case("an own coordinate system", ["甲乙"]) {
            $0.documents[0][0].objects = text(
                "CTM=\"0.3528 0 0 0.3528 0 0\" Boundary=\"30 50 100 8\" Size=\"16\"", "X=\"0\" Y=\"16\" DeltaX=\"16\"",
                "甲乙")
        },
        Case("a gap parts words, Chinese or not", ["甲 乙", "12 34"]) {
            $0.documents[0][0].objects =
                text("Boundary=\"30 50 100 8\" Size=\"5\"", "X=\"0\" Y=\"5\" DeltaX=\"12\"", "甲乙")
                + text("Boundary=\"30 80 100 8\" Size=\"5\"", "X=\"0\" Y=\"5\" DeltaX=\"2.5 7 2.5\"", "1234")
        },
        Case("a distance that is not given", ["甲乙丙"]) {
            $0.documents[0][0].objects = text("Boundary=\"30 50 100 8\" Size=\"5\"", "X=\"0\" Y=\"5\"", "甲乙丙")
        },
        Case("slanted text is left out", ["正文"]) {
            $0.documents[0][0].objects = text(
                "CTM=\"0.7 0.7 -0.7 0.7 0 0\" Boundary=\"30 50 100 8\" Size=\"20\"", "X=\"0\" Y=\"5\"", "内部资料")
            $0.documents[0][0].put("正文", x: 30, y: 100)
        },
        Case("objects in blocks, objects not shown", ["块内"]) {
            var inner = OFDSample.Page()
            inner.put("块内", x: 30, y: 50)
            $0.documents[0][0].objects =
                "<ofd:PageBlock ID=\"3\">\(inner.objects)</ofd:PageBlock>"
                + text("Visible=\"false\" Boundary=\"30 90 100 8\" Size=\"5\"", "X=\"0\" Y=\"5\"", "隐")
        },
        Case("templates, each once, even those that name each other", ["抬头", "正文"]) {
            var template = OFDSample.Page()
            template.put("抬头", x: 30, y: 60)
            template.templates = ["a", "b"]
            $0.templates = [("a", template, false), ("b", OFDSample.Page(templates: ["a"]), true)]
            $0.documents[0][0].templates = ["a", "b", "none"]
            $0.documents[0][0].put("正文", x: 30, y: 100)
        },
        Case("several documents", ["甲文", "乙文"]) {
            $0.documents = [[OFDSample.Page()], [OFDSample.Page()]]
            $0.documents[0][0].put("甲文", x: 30, y: 60)
            $0.documents[1][0].put("乙文", x: 30, y: 60)
        },
        Case("a ruled table", ["2x2 0,0=对象 | 0,1=标准 | 1,0=孤儿 | 1,1=400元"]) {
            $0.documents[0][0].grid(xs: [30, 80, 130], ys: [50, 60, 70])
            for (index, cell) in ["对象", "标准", "孤儿", "400元"].enumerated() {
                $0.documents[0][0].put(cell, x: 32 + Double(index % 2) * 50, y: 57 + Double(index / 2) * 10, size: 4)
            }
        },
        Case("borders drawn as thin filled boxes", ["2x2 0,0=甲 | 0,1=乙 | 1,0=丙 | 1,1=丁"]) {
            func box(_ x: Double, _ y: Double, _ w: Double, _ h: Double) -> String {
                "<ofd:PathObject Boundary=\"\(x) \(y) \(w) \(h)\" Stroke=\"false\" Fill=\"true\"><ofd:AbbreviatedData>M 0 0 L \(w) 0 L \(w) \(h) L 0 \(h) C</ofd:AbbreviatedData></ofd:PathObject>"
            }
            for y in [50.0, 60, 70] { $0.documents[0][0].objects += box(30, y, 100, 0.3) }
            for x in [30.0, 80, 130] { $0.documents[0][0].objects += box(x, 50, 0.3, 20) }
            for (index, cell) in ["甲", "乙", "丙", "丁"].enumerated() {
                $0.documents[0][0].put(cell, x: 32 + Double(index % 2) * 50, y: 57 + Double(index / 2) * 10, size: 4)
            }
        },
    ]

    @Test(arguments: samples) func blocks(_ sample: Case) throws {
        let document = try OFDReader().read(sample.bytes)
        let layout = try #require(document.layout)
        // Text at unusual places reads from the top.
        #expect(Set(describe(document.rendition, layout)) == Set(sample.expected))
        #expect(faults(document.rendition, layout).isEmpty)
    }

    @Test func placesAreInPoints() throws {
        var sample = OFDSample()
        sample.documents = [[OFDSample.Page(), OFDSample.Page()]]
        sample.documents[0][1].put("甲", x: 25.4, y: 50.8, size: 5)
        let place = try #require(try OFDReader().read(sample.bytes()).layout?.places.first)
        #expect(place.page == 2)
        let box = try #require(place.box)
        #expect(abs(box.left - 72) < 0.01 && abs(box.right - box.left - 5 * 72 / 25.4) < 0.01)
        #expect(box.top < 144 && box.bottom > 144)
    }

    @Test func signaturesAndAttachmentsAreToldOf() throws {
        var sample = OFDSample()
        sample.documents = [[OFDSample.Page()]]
        sample.documents[0][0].put("甲", x: 30, y: 50)
        sample.bodyExtra = "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>"
        sample.documentExtra = "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>"
        let findings = try OFDReader().read(sample.bytes()).findings
        #expect(findings.map(\.code) == [.signatureUnverified, .attachmentsUnread])
    }

    /// A notice set on pages gives its paragraphs back, whatever its lines and pages cut.
    @Test func paragraphsSurviveTheSetting() throws {
        let paragraphs = (1...60).map { number in
            "（\(number)）" + String(repeating: "对符合条件的人员按照规定给予资助，标准为每人每年\(number * 10)元；", count: 1 + number % 4)
                + "特此说明。"
        }
        let document = try OFDReader().read(OFDSample.setting(paragraphs.joined(separator: "\n")).bytes())
        let layout = try #require(document.layout)
        #expect(describe(document.rendition, layout) == paragraphs)
        #expect((layout.places.last?.page ?? 0) > 3)
    }

    @Test(arguments: [
        ("5 5", 4, [5.0, 5]), ("g 3 2.5 1", 9, [2.5, 2.5, 2.5, 1]), ("g 1000000000 1", 3, [1, 1, 1]),
        ("g -5 1 2", 3, [2]),
        ("1 x 2", 3, [1]), ("g", 3, []), ("nan", 3, []), (nil, 3, []),
    ]) func distances(_ text: String?, _ count: Int, _ expected: [Double]) {
        #expect(OFDValues.deltas(text, count: count) == expected)
    }
}
