import PolicyText
import Testing

struct FoldingTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var source: String
        var folded: String
        var testDescription: String { name }

        init(_ name: String, _ source: String, _ folded: String) {
            self.name = name
            self.source = source
            self.folded = folded
        }
    }

    static let cases: [Case] = [
        Case("full width digits", "４００元", "400元"),
        Case("full width letters and signs", "ＡＢｃ１０％＋５", "ABc10%+5"),
        Case("keyboard marks", "(一)甲,乙;丙:丁!戊?", "（一）甲，乙；丙：丁！戊？"),
        Case("half width katakana marks", "甲､乙｡", "甲、乙。"),
        Case("ratio sign as colon", "地点∶县城", "地点：县城"),
        Case("thousands comma", "共1,200元", "共1200元"),
        Case("thousands in full width", "１，２００元", "1200元"),
        Case("millions", "12,345,678元", "12345678元"),
        Case("Chinese comma between amounts", "分别为300，400元", "分别为300，400元"),
        Case("comma after a year", "2025,400元", "2025，400元"),
        Case("comma in a short list", "1,2级", "1，2级"),
        Case("comma before four digits", "1,2026年", "1，2026年"),
        Case("group of four at the end", "1,200,3000", "1200，3000"),
        Case("comma and space", "1, 200元", "1200元"),
        Case("list with spaces", "300, 400元", "300，400元"),
        Case("thousands with Chinese commas", "1，200，300元或100，000元", "1200300元或100000元"),
        Case("years in a list", "2024，2025，200", "2024，2025，200"),
        Case("no thousands after a decimal point", "3.5,200", "3.5，200"),
        Case("clock", "8:30至17:00", "8:30至17:00"),
        Case("clock in full width", "８：３０", "8:30"),
        Case("clock with seconds", "08：30：00开始", "08:30:00开始"),
        Case("clock with spaces", "8 : 30 开始", "8:30开始"),
        Case("colon before an amount", "标准:400元", "标准：400元"),
        Case("colon after a year", "2026:400元", "2026：400元"),
        Case("full width point", "３．５万元", "3.5万元"),
        Case("middle dots", "元/人•年 元／人・年", "元/人·年元/人·年"),
        Case("zero as a ring", "二○二五年", "二〇二五年"),
        Case("ring as a bullet", "○参保", "○参保"),
        Case("square brackets of a document number", "国办发[2024]38号", "国办发〔2024〕38号"),
        Case("full width square brackets", "国办发［２０２４］38号", "国办发〔2024〕38号"),
        Case("small tortoise shell brackets", "国办发﹝2024﹞38号", "国办发〔2024〕38号"),
        Case("spaces in the brackets", "国办发〔 2024 〕38号", "国办发〔2024〕38号"),
        Case("spaces between the digits", "国办发〔2 0 2 4〕38号", "国办发〔2024〕38号"),
        Case("other square brackets", "见[3]和[甲]", "见[3]和[甲]"),
        Case("spaces in a document number", "屯政办发〔2025〕   31号", "屯政办发〔2025〕31号"),
        Case("en dash between numbers", "1–25日", "1-25日"),
        Case("em dash between dates", "2025年11月1日—2026年2月28日", "2025年11月1日-2026年2月28日"),
        Case("two dashes between dates", "11月1日——12月31日", "11月1日-12月31日"),
        Case("two hyphens", "1--2级", "1-2级"),
        Case("swung dash between amounts", "3万元～5万元", "3万元-5万元"),
        Case("wave dash with spaces", "10月 〜 次年2月", "10月-次年2月"),
        Case("dash between numerals", "一—三级", "一-三级"),
        Case("dash proper", "长效机制——一是参保", "长效机制——一是参保"),
        Case("dash proper after an amount", "400元——一是参保", "400元——一是参保"),
        Case("dash between words", "医保—财政", "医保—财政"),
        Case("parenthesised ideograph", "㈠参保㈡缴费", "（一）参保（二）缴费"),
        Case("parenthesised digit and digit with stop", "⑴参保⒈缴费", "（1）参保1.缴费"),
        Case("circled digit stays", "①参保", "①参保"),
        Case("Roman numerals", "Ⅲ类", "III类"),
        Case("squared units", "30㎡和5㎞", "30m²和5km"),
        Case("radicals of PDF text", "⼈⺠⻓", "人民长"),
        Case("compatibility ideograph", "\u{F9D1}\u{F96B}", "六参"),
        Case("Traditional", "醫療保險基礎，行爲", "医疗保险基础，行为"),
        Case("Traditional of one meaning here", "徵繳於本年，其後", "征缴于本年，其后"),
        Case("Simplified characters of their own", "乾隆著述覆盖瞭望", "乾隆著述覆盖瞭望"),
        Case("straight quotes", "\"两户\"和\"三属\"", "“两户”和“三属”"),
        Case("corner brackets", "「兩戶」", "“两户”"),
        Case("spaces inside dates", "2025 年 11 月 1 日", "2025年11月1日"),
        Case("space before a unit", "400 元", "400元"),
        Case("space before a mark", "1 、2 级", "1、2级"),
        Case("space inside a word", "特 困人员", "特困人员"),
        Case("ideographic space", "特　困\u{3000}人员", "特困人员"),
        Case("spaces at line ends", "  甲 \n\u{3000}\u{3000}乙  ", "甲\n乙"),
        Case("numbers apart", "400  300", "400 300"),
        Case("Latin words", "urban   residents 2025 版", "urban residents2025版"),
        Case("tab stays", "甲 \t 乙", "甲\t乙"),
        Case("zero width characters", "4\u{200B}0\u{FEFF}0\u{AD}元", "400元"),
        Case("Windows line end", "甲\r\n乙\r丙\n丁", "甲\n乙\n丙\n丁"),
        Case("line separator and form feed", "甲\u{2028}乙\u{0C}丙", "甲\n乙\n丙"),
        Case("image", "持[image: Nipic_3137227]身份证", "持身份证"),
        Case("bookmarks in a row", "[bookmark: a][bookmark: _GoBack]（征求意见稿）", "（征求意见稿）"),
        Case("bookmark inside a number", "20[bookmark: OLE_LINK1]26年", "2026年"),
        Case("trace in a trace", "[im[image: x]age: y]甲", "甲"),
        Case("trace over two lines", "[image: x\ny]", "[image：x\ny]"),
        Case("no trace without a word", "[图: x]", "[图：x]"),
        Case("empty", "", ""),
    ]

    @Test(arguments: cases)
    func folds(_ item: Case) {
        #expect(fold(item.source) == item.folded)
    }

    @Test func sourceRangesLeadBack() {
        let source = Array("共 1,200\r\n㈠ 元[image: x]。".unicodeScalars)
        let text = Folding.fold(source)
        func written(_ folded: String) -> String? {
            let wanted = Array(folded.unicodeScalars)
            for start in 0...(text.scalars.count - wanted.count)
            where Array(text.scalars[start..<start + wanted.count]) == wanted {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: source[text.sourceRange(of: start..<start + wanted.count)])
                return String(view)
            }
            return nil
        }
        #expect(written("1200") == "1,200")
        #expect(written("\n") == "\r\n")
        #expect(written("一") == "㈠")
        #expect(written("（一）元") == "㈠ 元")
        #expect(written("元。") == "元[image: x]。")
    }

    private func fold(_ source: String) -> String {
        let text = Folding.fold(Array(source.unicodeScalars))
        return text.string(in: 0..<text.scalars.count)
    }
}

/// Laws that hold for any text.
struct FoldingLawTests {
    static let alphabet = [
        "医", "保", "元", "年", "月", "日", "一", "二", "〇", "○", "万", "人", "参", "0", "1", "2", "9", "４", "％", "ａ", "Ｂ", "x",
        "km",
        "醫", "療", "繳", "乾", "㈠", "⒈", "①", "㎡", "㎞", "Ⅲ", "⼈", "\u{F9D1}", "\u{2F800}", " ", "  ", "\u{3000}", "\u{A0}",
        "\u{200B}",
        "\u{FEFF}", "\u{AD}", "\t", "\n", "\r\n", "\r", "\u{2028}", "[", "]", "［", "］", "〔", "〕", "【", "(", ")", "（",
        "《", "》", ",", "，",
        ":", "：", ";", "。", ".", "．", "-", "—", "–", "～", "~", "\"", "“", "”", "「", "'", "👨‍👩‍👧", "e\u{301}", "\u{301}",
        "[image: ",
        "[bookmark：", "[2025]", "2025", "1,200", ",000", "，000", "8:30", "\u{10FFFF}", "\u{20BB7}", "한", "é",
    ]

    @Test(arguments: UInt64(0)..<400)
    func holdForRandomText(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let source = Array(generator.text(of: Self.alphabet, length: 40).unicodeScalars)
            let text = Folding.fold(source)

            // In bounds, ascending, apart unless they are parts of one expansion.
            var previous = 0..<0
            for index in text.scalars.indices {
                let range = text.sourceRange(of: index..<index + 1)
                #expect(!range.isEmpty && range.upperBound <= source.count)
                #expect(range.lowerBound >= previous.upperBound || range == previous, "\(source)")
                previous = range
            }

            // A range of several reaches from the first to the last.
            if text.scalars.count > 1 {
                let low = Int.random(in: 0..<text.scalars.count - 1, using: &generator)
                let high = Int.random(in: low + 1..<text.scalars.count, using: &generator)
                let whole = text.sourceRange(of: low..<high + 1)
                #expect(whole.lowerBound == text.sourceRange(of: low..<low + 1).lowerBound)
                #expect(whole.upperBound == text.sourceRange(of: high..<high + 1).upperBound)
            }

            // Folding the folded scalars changes nothing.
            let again = Folding.fold(text.scalars)
            #expect(
                again.scalars == text.scalars, "\(string(source)) → \(string(text.scalars)) → \(string(again.scalars))")
        }
    }

    /// Pieces of which notices are made, as a careful clerk writes them.
    static let careful = [
        "医", "保", "参保", "缴费", "元", "年", "月", "日", "一", "二", "万", "人员", "400", "2026", "12", "3.5", "50%", "，", "。", "；",
        "（", "）", "、", "\n",
        "（一）", "标准：", "〔2025〕", "《", "》",
    ]

    @Test(arguments: UInt64(0)..<20)
    func otherClerksGiveTheSameText(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<30 {
            let text = generator.text(of: Self.careful, length: 40)
            let folded = Folding.fold(Array(text.unicodeScalars)).scalars
            for (name, change) in Self.clerks {
                let changed = change(text, &generator)
                #expect(Folding.fold(Array(changed.unicodeScalars)).scalars == folded, "\(name): \(text) as \(changed)")
            }
        }
    }

    typealias Change = @Sendable (String, inout SeededGenerator) -> String

    static let clerks: [(String, Change)] = [
        ("full width", { text, _ in translate(text) { isASCIIDigitOrPercent($0) ? widened($0) : String($0) } }),
        (
            "keyboard marks",
            { text, _ in
                // A comma between digits may become one of thousands: that is another text.
                var changed = ""
                let scalars = Array(text.unicodeScalars)
                for (index, scalar) in scalars.enumerated() {
                    let isBetweenDigits =
                        index > 0 && index + 1 < scalars.count && isASCIIDigitOrPercent(scalars[index - 1])
                        && isASCIIDigitOrPercent(scalars[index + 1])
                    let marks: [Unicode.Scalar: String] = ["，": ",", "：": ":", "；": ";", "（": "(", "）": ")"]
                    changed += isBetweenDigits ? String(scalar) : marks[scalar] ?? String(scalar)
                }
                return changed
            }
        ),
        ("Windows line ends", { text, _ in translate(text) { $0 == "\n" ? "\r\n" : String($0) } }),
        (
            "stray spaces",
            { text, generator in
                var changed = ""
                var previous: Unicode.Scalar = "\n"
                for scalar in text.unicodeScalars {
                    // A space between two digits parts two numbers.
                    let joins = isNumberPart(previous) && isNumberPart(scalar)
                    if !joins, Int.random(in: 0..<3, using: &generator) == 0 {
                        changed += [" ", "\u{3000}", "\u{A0}", "  "].randomElement(using: &generator) ?? " "
                    }
                    changed.unicodeScalars.append(scalar)
                    previous = scalar
                }
                return changed
            }
        ),
        (
            "bookmarks",
            { text, generator in
                translate(text) {
                    String($0) + (Int.random(in: 0..<5, using: &generator) == 0 ? "[bookmark: OLE_LINK1]" : "")
                }
            }
        ),
    ]

    private static func translate(_ text: String, _ change: (Unicode.Scalar) -> String) -> String {
        text.unicodeScalars.map(change).joined()
    }

    private static func isASCIIDigitOrPercent(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || scalar == "%"
    }

    private static func isNumberPart(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || scalar == "," || scalar == "，"
    }

    private static func widened(_ scalar: Unicode.Scalar) -> String {
        String(Unicode.Scalar(scalar.value + 0xFEE0).map(Character.init) ?? "?")
    }

    private func string(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view).debugDescription
    }
}
