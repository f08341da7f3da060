import PolicyValues
import Testing

@Suite struct ExactDecimalTests {
    @Test(arguments: ["0", "400", "400.00", "0.5", "-30", "-0.05", "123456789012345678"])
    func printsAsWritten(_ text: String) { #expect(ExactDecimal(text)?.description == text) }

    @Test(arguments: ["", "-", ".5", "5.", "1.2.3", "4e2", "1,000", "+1", "１", "1234567890123456789"])
    func refusesOtherTexts(_ text: String) { #expect(ExactDecimal(text) == nil) }

    @Test(arguments: [
        ("400", "+", "20.5", "420.5"), ("400", "-", "150", "250"), ("0.1", "+", "0.2", "0.3"),
        ("1.50", "*", "2", "3.00"),
        ("380", "-", "400", "-20"), ("0.05", "*", "0.2", "0.010"), ("-0.5", "+", "0.5", "0.0"),
    ])
    func reckons(_ a: String, _ sign: String, _ b: String, _ result: String) throws {
        let x = try #require(ExactDecimal(a))
        let y = try #require(ExactDecimal(b))
        let found = sign == "+" ? x + y : sign == "-" ? x - y : x * y
        #expect(found.description == result)
    }

    @Test func comparesAcrossScales() throws {
        let plain = try #require(ExactDecimal("400"))
        let scaled = try #require(ExactDecimal("400.00"))
        #expect(plain != scaled)
        #expect(plain.isEqual(to: scaled))
        #expect(!(plain < scaled) && !(scaled < plain))
        #expect(try #require(ExactDecimal("399.99")) < plain)
        #expect(scaled.normalized == plain)
        #expect(scaled.wholeNumber == 400)
    }

    @Test func sumsKeepTheirLaws() {
        var generator = SeededGenerator(state: 6)
        for _ in 0..<1000 {
            let a = ExactDecimal(
                units: Int128(Int.random(in: -99_999...99_999, using: &generator)),
                scale: Int.random(in: 0...4, using: &generator))
            let b = ExactDecimal(
                units: Int128(Int.random(in: -99_999...99_999, using: &generator)),
                scale: Int.random(in: 0...4, using: &generator))
            #expect(a + b == b + a)
            #expect((a + b - b).isEqual(to: a))
            #expect((a * b).isEqual(to: b * a))
            #expect((a < b) == (-b < -a))
            #expect(ExactDecimal(a.description) == a)
        }
    }
}
