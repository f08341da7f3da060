import PolicyRules
import Testing

@testable import PolicyComparison

@Suite struct MatrixTests {
    @Test(arguments: Array(UInt64(0)..<60)) func twoColumnsSayWhatTheDiffSays(_ seed: UInt64) {
        var random = RandomBundleSource(seed: seed)
        let (a, b) = (random.bundle(year: 2026), random.bundle(year: 2026, region: "520000"))
        let matrix = PolicyMatrix([b, a], axis: .region, vocabulary: testVocabulary)
        let diff = PolicyDiff(from: [a], to: [b], axis: .region, vocabulary: testVocabulary)
        var levels: [FactKey: ChangeLevel] = [:]
        for change in diff.changes {
            for key in change.keys { levels[key] = max(levels[key] ?? .info, change.level) }
        }
        #expect(Set(matrix.rows.map(\.key)) == Set(diff.pairs.flatMap { $0.from.facts + $0.to.facts }.map(\.key)))
        for row in matrix.rows {
            #expect(row.cells[1].difference == levels[row.key])
            #expect(row.cells[0].difference == nil)
        }
    }

    @Test func theOrderOfBundlesChangesNothing() {
        var random = RandomBundleSource(seed: 7)
        let bundles = ["220000", "520000", "140405", "500102"].map { random.bundle(year: 2026, region: $0) }
        func text(_ matrix: PolicyMatrix) -> [String] {
            matrix.rows.map { row in
                row.key.path
                    + row.cells.map { $0.facts.map(\.canonical).joined() + $0.state.rawValue }.joined(separator: ";")
            }
        }
        let expected = text(PolicyMatrix(bundles, axis: .region))
        #expect(text(PolicyMatrix(random.shuffled(bundles), axis: .region)) == expected)
        #expect(
            PolicyMatrix(bundles, axis: .region).columns.compactMap(\.code) == ["140405", "220000", "500102", "520000"])
    }

    private func contribution(_ value: String, year: Int = 2026, id: String = "c") -> Rule {
        Rule(
            id: id, kind: .individualContribution, planYear: year, amount: Amount(value: value, per: [.person, .year]),
            extractor: "test")
    }

    @Test func statisticsAreExact() throws {
        let values = ["400", "380.5", "775", "380.5"]
        let bundles = values.enumerated().map { index, value in
            makeBundle([contribution(value)], region: "\(index + 1)10000")
        }
        let row = try #require(PolicyMatrix(bundles, axis: .region).rows.first)
        let statistics = try #require(row.statistics)
        #expect(statistics.count == 4)
        #expect(statistics.minimum == "380.5")
        #expect(statistics.median == "390.25")
        #expect(statistics.maximum == "775")
        #expect(statistics.lowest == [1, 3])
        #expect(statistics.highest == [2])
    }

    @Test func yearsAreComparedWithTheYearBefore() {
        let bundles = [2024, 2025, 2026].map { year in
            makeBundle([contribution(year == 2026 ? "400" : "380", year: year)], year: year)
        }
        let matrix = PolicyMatrix(bundles, axis: .year)
        #expect(matrix.columns.map(\.name) == ["2024", "2025", "2026"])
        #expect(matrix.rows.map { $0.cells.map(\.difference) } == [[nil, nil, .major]])
    }

    /// Two regions over three years, of which one has no notice of the year between: there is nothing to compare it with.
    @Test func aYearWithoutADocumentIsNotSilence() {
        let bundles = [
            makeBundle([contribution("350", year: 2024)], year: 2024),
            makeBundle([contribution("400", year: 2026)], year: 2026),
            makeBundle([contribution("350", year: 2024)], year: 2024, region: "520000"),
            makeBundle([contribution("380", year: 2025)], year: 2025, region: "520000"),
            makeBundle([contribution("400", year: 2026)], year: 2026, region: "520000"),
        ]
        let years = PolicyMatrix(bundles, axis: .year)
        #expect(years.rows.map(\.group) == ["220000", "520000"])
        #expect(
            years.rows.map { $0.cells.map(\.state) } == [
                [.stated, .noDocument, .stated], [.stated, .stated, .stated],
            ])
        #expect(years.rows.map { $0.cells.map(\.difference) } == [[nil, nil, .major], [nil, .major, .major]])
        let regions = PolicyMatrix(bundles, axis: .region, baseline: "520000")
        #expect(regions.rows.map(\.group) == ["2024", "2025", "2026"])
        #expect(regions.rows.map { $0.cells.map(\.state) }[1] == [.noDocument, .stated])
        #expect(regions.rows.allSatisfy { !$0.isDifferent })
    }

    @Test func silenceDelegationRepealAndZeroAreFourThings() {
        let aid = Rule(
            id: "a", kind: .contributionAssistance, planYear: 2026,
            population: Population(category: "orphan", text: "孤儿"),
            mode: .full, extractor: "test")
        var none = aid
        none.mode = .unaided
        let left = Rule(
            id: "d", kind: .delegation, planYear: 2026, topic: .contributionAssistance, to: .local, extractor: "test")
        let repeal = Citation(
            number: "甲发〔2025〕1号", relation: .repeals, evidence: Quotation(start: 0, end: 1, quote: "废"))
        let bundles = [
            makeBundle([aid], region: "110000", number: "甲发〔2025〕1号"), makeBundle([none], region: "120000"),
            makeBundle([left], region: "130000"), makeBundle([contribution("0")], region: "140000"),
            makeBundle([contribution("400")], region: "150000", citations: [repeal]),
        ]
        let matrix = PolicyMatrix(bundles, axis: .region)
        let states = matrix.rows.first { $0.key.kind == .contributionAssistance }.map { $0.cells.map(\.state) }
        #expect(states == [.stated, .zero, .delegated, .notStated, .repealed])
    }
}
