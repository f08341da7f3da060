import Testing

@testable import NoticeReading

/// What programs write of the places on a page.
@Suite struct PDFGeometryTests {
    @Test func boxesOfFontsThatReachOverTheirLinesAreBounded() throws {
        let xhtml = """
            <doc><page width="595" height="842">
            <word xMin="66" yMin="85" xMax="146" yMax="127">某政办发〔</word>
            <word xMin="146" yMin="100" xMax="186" yMax="119">2022</word>
            <word xMin="66" yMin="108" xMax="226" yMax="150">各县医疗保障局和财政局</word>
            </page></doc>
            """
        let pages = try BoundingBoxReader(limits: ReadingLimits()).pages(Array(xhtml.utf8))
        let words = try #require(pages.first?.words)
        #expect(words.map { $0.box.height < 26 } == [true, true, true])
        #expect(PageLine.lines(of: words).map { $0.words.count } == [2, 1])
    }

    @Test func bordersWithEndsAslantAreLines() {
        let svg = """
            <svg><path style="stroke:none;fill:rgb(66%,66%,66%)" d="M 33.75 261.75 L 33.75 426 L 34.5 425.25 L 34.5 261.75 "/>\
            <path style="stroke:none;fill:rgb(66%,66%,66%)" d="M 10 10 L 10 60 L 40 50 L 40 10 Z"/></svg>
            """
        let lines = VectorLineReader().lines(Array(svg.utf8))
        #expect(lines.map(\.count) == [1])
        #expect(lines.first?.first?.isLevel == false)
    }
}
