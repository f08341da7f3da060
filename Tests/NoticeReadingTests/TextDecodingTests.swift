import SampleFiles
import Testing

@testable import NoticeReading

struct TextDecodingTests {
    enum Outcome: Sendable {
        case text(String, charset: String, mark: Bool = false)
        case error(ReadingError.Code, offset: Int? = nil)
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: [UInt8]
        var charset: String?
        var outcome: Outcome
        var testDescription: String { name }

        init(_ name: String, _ bytes: [UInt8], charset: String? = nil, _ outcome: Outcome) {
            self.name = name
            self.bytes = bytes
            self.charset = charset
            self.outcome = outcome
        }
    }

    static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    static let long = String(repeating: Samples.text + "\n", count: 300)

    static let cases: [Case] = [
        // UTF-8
        Case("ASCII", Array("400 yuan\n".utf8), .text("400 yuan\n", charset: "UTF-8")),
        Case("UTF-8", Samples.utf8, .text(Samples.text, charset: "UTF-8")),
        Case("UTF-8 with a mark", utf8Mark + Samples.utf8, .text(Samples.text, charset: "UTF-8", mark: true)),
        Case("a mark is no text elsewhere", Array("甲\u{FEFF}乙".utf8), .text("甲\u{FEFF}乙", charset: "UTF-8")),
        Case("line ends untouched", Array("甲\r\n乙\r丙\n".utf8), .text("甲\r\n乙\r丙\n", charset: "UTF-8")),
        Case("four bytes", Array("𠮷野".utf8), .text("𠮷野", charset: "UTF-8")),
        Case("highest scalar", Array("甲\u{10FFFF}".utf8), .text("甲\u{10FFFF}", charset: "UTF-8")),
        Case("UTF-8 asked for", Samples.utf8, charset: "utf-8", .text(Samples.text, charset: "UTF-8")),
        Case("UTF8 in another spelling", Samples.utf8, charset: "UTF8", .text(Samples.text, charset: "UTF-8")),
        Case(
            "mark of the charset asked for", utf8Mark + Samples.utf8, charset: "utf-8",
            .text(Samples.text, charset: "UTF-8", mark: true)),
        Case("UTF-8 longer than the sample", Array(long.utf8), .text(long, charset: "UTF-8")),

        // UTF-8 that is none
        Case("cut off after one byte", Array(Samples.utf8 + [0xE5]), .error(.truncated, offset: Samples.utf8.count)),
        Case("cut off after two bytes", Array("参保".utf8.dropLast()), .error(.truncated, offset: 3)),
        Case(
            "cut off after three of four", Samples.utf8 + [0xF0, 0xA0, 0xAE],
            .error(.truncated, offset: Samples.utf8.count)),
        Case(
            "one bad byte", Samples.utf8 + [0xFF] + Samples.utf8, .error(.invalidSequence, offset: Samples.utf8.count)),
        Case(
            "bad byte beyond the sample", Array(long.utf8) + [0xFF, 0x0A],
            .error(.invalidSequence, offset: long.utf8.count)),
        Case("overlong", [0xC0, 0xAF], charset: "utf-8", .error(.invalidSequence, offset: 0)),
        Case(
            "overlong of three bytes", [0x41, 0xE0, 0x80, 0xAF], charset: "utf-8", .error(.invalidSequence, offset: 1)),
        Case(
            "overlong of four bytes", [0xF0, 0x80, 0x80, 0xAF], charset: "utf-8", .error(.invalidSequence, offset: 0)),
        Case("surrogate", [0x41, 0xED, 0xA0, 0x80], charset: "utf-8", .error(.invalidSequence, offset: 1)),
        Case("beyond U+10FFFF", [0xF4, 0x90, 0x80, 0x80], charset: "utf-8", .error(.invalidSequence, offset: 0)),
        Case("lone continuation", [0x41, 0x80], charset: "utf-8", .error(.invalidSequence, offset: 1)),
        Case("broken sequence", [0xE5, 0x41, 0x41], charset: "utf-8", .error(.invalidSequence, offset: 0)),

        // UTF-16 and UTF-32
        Case(
            "UTF-16LE with a mark", [0xFF, 0xFE] + Samples.utf16LE, .text(Samples.text, charset: "UTF-16LE", mark: true)
        ),
        Case(
            "UTF-16BE with a mark", [0xFE, 0xFF] + Samples.utf16BE, .text(Samples.text, charset: "UTF-16BE", mark: true)
        ),
        Case("UTF-16LE without a mark", Samples.utf16LE, .text(Samples.text, charset: "UTF-16LE")),
        Case("UTF-16BE without a mark", Samples.utf16BE, .text(Samples.text, charset: "UTF-16BE")),
        Case("ASCII in UTF-16LE", [0x61, 0, 0x62, 0, 0x0A, 0], .text("ab\n", charset: "UTF-16LE")),
        Case(
            "UTF-16 asked for, big-endian bytes", Samples.utf16BE, charset: "utf-16",
            .text(Samples.text, charset: "UTF-16BE")),
        Case(
            "UTF-16 asked for, with a mark", [0xFE, 0xFF] + Samples.utf16BE, charset: "UTF-16",
            .text(Samples.text, charset: "UTF-16BE", mark: true)),
        Case("half a unit at the end", [0xFF, 0xFE, 0x32, 0x75, 0x33], .error(.truncated, offset: 4)),
        Case("lone surrogate", [0xFF, 0xFE, 0x00, 0xD8, 0x32, 0x75], .error(.invalidSequence, offset: 2)),
        Case("half a surrogate pair at the end", [0xFF, 0xFE, 0x32, 0x75, 0x42, 0xD8], .error(.truncated, offset: 4)),
        Case("surrogate pair", [0xFF, 0xFE, 0x42, 0xD8, 0xB7, 0xDF], .text("𠮷", charset: "UTF-16LE", mark: true)),
        Case(
            "UTF-32LE with a mark", [0xFF, 0xFE, 0, 0, 0x32, 0x75, 0, 0], .text("甲", charset: "UTF-32LE", mark: true)),

        // GB18030
        Case("GB18030", Samples.gb18030, .text(Samples.text, charset: "GB18030")),
        Case("GB18030 in short", [0xD2, 0xBD, 0xB1, 0xA3, 0xBE, 0xD6], .text("医保局", charset: "GB18030")),
        Case("gb2312 asked for", Samples.gb18030, charset: "gb2312", .text(Samples.text, charset: "GB18030")),
        Case("GBK asked for", Samples.gb18030, charset: "GBK", .text(Samples.text, charset: "GB18030")),
        Case("cp936 asked for", Samples.gb18030, charset: "cp936", .text(Samples.text, charset: "GB18030")),
        Case(
            "four bytes of GB18030", [0xD2, 0xBD, 0x95, 0x32, 0x82, 0x36], charset: "gb18030",
            .text("医𠀀", charset: "GB18030")),
        Case(
            "mark of GB18030", [0x84, 0x31, 0x95, 0x33] + Samples.gb18030,
            .text(Samples.text, charset: "GB18030", mark: true)),
        Case(
            "GB18030 cut off", Array(Samples.gb18030.dropLast()), .error(.truncated, offset: Samples.gb18030.count - 2)),
        Case(
            "GB18030 asked for and cut off", [0xD2, 0xBD, 0xB1], charset: "gb18030", .error(.truncated, offset: 2)),
        Case(
            "GB18030 asked for and damaged", [0xD2, 0xBD, 0xFF, 0x41], charset: "gb18030",
            .error(.invalidSequence, offset: 2)),

        // Big5
        Case("Big5", Samples.big5 + Samples.big5, .text(Samples.traditional + Samples.traditional, charset: "Big5")),
        Case("Big5 asked for", Samples.big5, charset: "big5", .text(Samples.traditional, charset: "Big5")),

        // A charset asked for in vain
        Case("UTF-8 asked for GB18030 bytes", Samples.gb18030, charset: "utf-8", .error(.invalidSequence, offset: 0)),
        Case(
            "UTF-16LE asked for a file with another mark", utf8Mark + Samples.utf8, charset: "utf-16le",
            .error(.wrongCharset, offset: 0)),
        Case(
            "GB18030 asked for a file with a mark", utf8Mark + Samples.utf8, charset: "gbk",
            .error(.wrongCharset, offset: 0)),
        Case("unknown charset", Samples.utf8, charset: "gb9999", .error(.unknownCharset)),
        Case("empty charset", Samples.utf8, charset: "", .error(.unknownCharset)),
        Case("charset with options", Samples.utf8, charset: "utf-8,version=1", .error(.unknownCharset)),
        Case("charset in Chinese", Samples.utf8, charset: "国标", .error(.unknownCharset)),

        // No text
        Case("empty", [], .error(.empty)),
        Case("a mark alone", utf8Mark, .error(.empty)),
        Case("white space", Array(" \t\r\n\u{3000}\n".utf8), .error(.empty)),
        Case("byte 0", Array("甲乙".utf8) + [0] + Array("丙".utf8), .error(.binary, offset: 6)),
        Case("byte 0 beyond the sample", Array(long.utf8) + [0], .error(.binary, offset: long.utf8.count)),
        Case("control characters", [0x01, 0x02, 0x41, 0x03, 0x04, 0x05], .error(.binary)),
        Case("form feed", Array("甲\u{0C}乙".utf8), .text("甲\u{0C}乙", charset: "UTF-8")),
        Case("PDF", Array("%PDF-1.7\n".utf8), .error(.unsupportedFormat, offset: 0)),
        Case("ZIP", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], .error(.unsupportedFormat, offset: 0)),
        Case("DOC", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .error(.unsupportedFormat, offset: 0)),
        Case("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .error(.unsupportedFormat, offset: 0)),
        Case("RTF", Array("{\\rtf1\\ansi".utf8), .error(.unsupportedFormat, offset: 0)),
        Case("Latin-1", [0x63, 0x61, 0x66, 0xE9], .error(.undetectedCharset)),
    ]

    @Test(arguments: cases)
    func decodes(_ item: Case) {
        do {
            let text = try decodeText(item.bytes, charset: item.charset)
            guard case .text(let expected, let charset, let mark) = item.outcome else {
                Issue.record("read as \(text.charset): \(String(text.scalars.map(Character.init)).prefix(40))")
                return
            }
            #expect(text.scalars == Array(expected.unicodeScalars))
            #expect(text.charset == charset)
            #expect(text.hadByteOrderMark == mark)
        } catch {
            guard case .error(let code, let offset) = item.outcome else {
                Issue.record("\(error)")
                return
            }
            #expect(error.code == code, "\(error)")
            if let offset { #expect(error.offset == offset, "\(error)") }
            #expect(error.code == .empty || error.hint != nil, "\(error)")
        }
    }

    @Test func refusesMoreThanTheLimit() {
        #expect(throws: ReadingError.self) { try decodeText([0x41, 0x42, 0x43], limit: 2) }
        #expect(throws: Never.self) { try decodeText([0x41, 0x42], limit: 2) }
    }

    @Test func hintsAtTheCharsetThatFits() {
        do {
            _ = try decodeText(Samples.gb18030, charset: "utf-8")
            Issue.record("GB18030 read as UTF-8")
        } catch {
            #expect(error.hint?.contains("--charset gb18030") == true)
            #expect(error.description.contains("at byte 0"))
        }
    }

    /// What is encoded decodes to itself, whether the charset is named or, for texts of some length, detected.
    @Test(
        arguments: ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "UTF-32LE"], UInt64(0)..<20
    )
    func roundTrips(charset: String, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let scalars = randomScalars(
                from: [
                    0x20...0x7E, 0x3001...0x3002, 0x4E00...0x9FA5, 0xFF08...0xFF09, 0x20000...0x2A6D6, 0xA1...0x24F,
                    0xE000...0xE100,
                ], &generator)
            let bytes = try #require(ICUConverter.encode(scalars, charset: charset))
            let text = try decodeText(bytes, charset: charset)
            #expect(text.scalars == scalars)
            #expect(text.charset == charset)
        }
    }

    @Test(arguments: UInt64(0)..<20)
    func roundTripsInBig5(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var scalars: [Unicode.Scalar] = []
        while scalars.count < 100 {
            let scalar = randomScalars(from: [0x4E00...0x9FA5], &generator)[0]
            if ICUConverter.encode([scalar], charset: "Big5") != nil { scalars.append(scalar) }
        }
        let bytes = try #require(ICUConverter.encode(scalars, charset: "Big5"))
        #expect(try decodeText(bytes, charset: "big5").scalars == scalars)
    }

    /// Chinese text without a mark is detected in each charset.
    @Test(arguments: ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"])
    func detects(charset: String) throws {
        let sentences = ["各市（州）医疗保障局：\n", "一、参保缴费标准为400元。\n", "特困人员、孤儿全额资助；", "自2026年1月1日起施行。\n", "附件：1.名单\n"]
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<100 {
            var sample = ""
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                sample += sentences.randomElement(using: &generator) ?? ""
            }
            let scalars = Array(sample.unicodeScalars)
            let text = try decodeText(try #require(ICUConverter.encode(scalars, charset: charset)))
            #expect(text.charset == charset)
            #expect(text.scalars == scalars)
        }
    }

    /// Any bytes give a text or an error, and a text in UTF-8 encodes back to its bytes.
    @Test(arguments: UInt64(0)..<50)
    func anyBytesEndWell(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            var bytes = Samples.utf8
            if seed.isMultiple(of: 2) { bytes = Samples.gb18030 }
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
            do {
                let text = try decodeText(bytes)
                #expect(ICUConverter.encode(text.scalars, charset: text.charset) != nil || text.charset == "Big5")
                if text.charset == "UTF-8" {
                    #expect(Array(String(text.scalars.map(Character.init)).utf8) == bytes)
                }
            } catch {
                #expect((error.offset ?? 0) <= bytes.count)
            }
        }
    }

    private func randomScalars(
        from ranges: [ClosedRange<UInt32>], _ generator: inout SeededGenerator
    ) -> [Unicode.Scalar] {
        (0..<Int.random(in: 1...60, using: &generator)).compactMap { _ in
            let range = ranges.randomElement(using: &generator) ?? 0x4E00...0x4E00
            return Unicode.Scalar(UInt32.random(in: range, using: &generator))
        }
    }
}
