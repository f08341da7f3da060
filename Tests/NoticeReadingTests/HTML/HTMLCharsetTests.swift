import Testing

@testable import NoticeReading

@Suite struct HTMLCharsetTests {
    private static let text = "个人缴费标准为每人每年四百元，集中缴费期为九月至十二月。"

    private static func page(_ meta: String) -> String {
        "<html><head>\(meta)</head><body><p>\(text)</p></body></html>"
    }

    private static func bytes(_ text: String, _ charset: String) -> [UInt8] {
        charset == "UTF-8"
            ? Array(text.utf8) : ICUConverter.encode(Array(text.unicodeScalars), charset: charset) ?? []
    }

    @Test(arguments: [
        (name: "UTF-8 says so", meta: "<meta charset=utf-8>", bytes: "UTF-8", charset: "UTF-8"),
        (name: "UTF-8 says nothing", meta: "", bytes: "UTF-8", charset: "UTF-8"),
        (name: "UTF-8 says gb2312", meta: "<meta charset=gb2312>", bytes: "UTF-8", charset: "UTF-8"),
        (
            name: "GB18030 says gb2312", meta: "<META content='text/html; charset=gb2312'>", bytes: "GB18030",
            charset: "GB18030"
        ),
        (name: "GB18030 says nothing", meta: "", bytes: "GB18030", charset: "GB18030"),
        (name: "GB18030 says utf-8", meta: "<meta charset=\"utf-8\">", bytes: "GB18030", charset: "GB18030"),
        (name: "GB18030 says latin", meta: "<meta charset=iso-8859-1>", bytes: "GB18030", charset: "GB18030"),
        (
            name: "GB18030 in a broken tag", meta: "<meta content=\"text/html; charset=gbk /><meta name=\"x\">",
            bytes: "GB18030",
            charset: "GB18030"
        ),
        (name: "UTF-16 without a mark", meta: "", bytes: "UTF-16LE", charset: "UTF-16LE"),
    ])
    func tellsTheCharset(_ sample: (name: String, meta: String, bytes: String, charset: String)) throws {
        let bytes = Self.bytes(Self.page(sample.meta), sample.bytes)
        let document = try SourceReader().read(bytes)
        #expect(document.charset == sample.charset, "\(sample.name)")
        if !sample.name.contains("broken") { #expect(document.shown == [Self.text], "\(sample.name)") }
    }

    @Test func big5IsToldFromItsLetters() throws {
        let text = "個人繳費標準為每人每年四百元，集中繳費期為九月至十二月，財政補助標準為七百元。"
        for meta in ["<meta charset=big5>", ""] {
            let page = "<html><head>\(meta)</head><body><p>\(text)\(text)\(text)</p></body></html>"
            #expect(try SourceReader().read(Self.bytes(page, "Big5")).charset == "Big5")
        }
    }

    @Test func aByteOrderMarkDecides() throws {
        let page = [0xEF, 0xBB, 0xBF] + Array(Self.page("<meta charset=gbk>").utf8)
        #expect(try SourceReader().read(page).charset == "UTF-8")
    }

    @Test func fewDamagedBytesAreTold() throws {
        for charset in ["UTF-8", "GB18030"] {
            var bytes = Self.bytes(
                Self.page("<meta charset=\(charset)>") + String(repeating: "<p>\(Self.text)</p>", count: 20), charset)
            bytes.insert(0xFF, at: bytes.count - 5)
            let document = try SourceReader().read(bytes)
            #expect(document.charset == charset)
            #expect(document.findings.map(\.code) == [.charsetDamaged])
        }
    }

    @Test(arguments: [
        ("<!DOCTYPE html><p>甲", true), ("  \n<html>", true), ("<!-- x --><div>甲</div>", true),
        ("<p style='x'>甲</p>", true),
        ("甲<br>乙<br>丙<b>丁</b>", true), ("<?xml version='1.0'?><html xmlns='x'>", true), ("<TABLE><TR>", true),
        ("一、标准<br>见附件。", false), ("a < b and c > d", false), ("<?xml version='1.0'?><w:document/>", false),
        ("<公告>甲</公告>", false), ("1 <p 2", false), ("", false),
    ])
    func tellsPagesFromText(_ sample: (text: String, isPage: Bool)) {
        #expect(HTMLSignature.matches(Array(sample.text.utf8)) == sample.isPage)
    }
}
