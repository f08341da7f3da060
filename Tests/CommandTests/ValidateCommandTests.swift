import Foundation
import PolicyRules
import Testing

@Suite struct ValidateCommandTests {
    /// A folder with `town.txt` and its bundle `town.json`.
    private func prepared() throws -> (Scratch, String) {
        let scratch = try Scratch()
        try scratch.write("town.txt", notice)
        let run = try Program.run(["extract", "town.txt", "--output", "."], folder: scratch.path)
        #expect(run.status == 0)
        return (scratch, String(decoding: try scratch.read("town.json"), as: UTF8.self))
    }

    @Test(arguments: [[], ["--source", "town.txt"], ["--source", "."]])
    func aFreshBundleIsSound(_ arguments: [String]) throws {
        let (scratch, _) = try prepared()
        let run = try Program.run(["validate", "town.json"] + arguments, folder: scratch.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("checked 1 bundle: 0 errors"))
    }

    struct Fault: CustomTestStringConvertible, Sendable {
        var name: String
        var old: String
        var new: String
        var says: String
        /// Whether only the notice shows it.
        var needsSource = false

        var testDescription: String { name }
    }

    static let faults: [Fault] = [
        Fault(name: "an amount that is no decimal", old: "\"380\"", new: "\"3.8e2\"", says: "error[malformedValue]"),
        Fault(name: "an amount as a number", old: "\"380\"", new: "380", says: "error[typeMismatch]"),
        Fault(name: "an unknown kind", old: "\"enrollmentWindow\"", new: "\"window\"", says: "error[invalidValue]"),
        Fault(name: "another version", old: "\"1.0\"", new: "\"2.0\"", says: "error[unsupportedVersion]"),
        Fault(
            name: "a period that ends before it starts", old: "2026-12-31", new: "2026-01-31",
            says: "warning[reversedPeriod]"),
        Fault(
            name: "a letter changed in a quote", old: "集中缴费期为", new: "集中交费期为", says: "error[quoteMismatch]",
            needsSource: true),
    ]

    @Test(arguments: faults)
    func aFaultIsShownInItsPlace(_ fault: Fault) throws {
        let (scratch, bundle) = try prepared()
        #expect(bundle.contains(fault.old))
        try scratch.write("bad.json", bundle.replacingOccurrences(of: fault.old, with: fault.new))
        let run = try Program.run(
            ["validate", "bad.json", "--source", "town.txt", "--fail-on", "warning"], folder: scratch.path)
        #expect(run.status == 1)
        #expect(run.errors.contains(fault.says), "\(run.errors)")
        #expect(run.errors.contains("--> bad.json:"))
        #expect(run.errors.contains("^"))
        #expect(run.output.isEmpty)
        if fault.needsSource {
            let alone = try Program.run(["validate", "bad.json", "--fail-on", "warning"], folder: scratch.path)
            #expect(alone.status == 0)
        }
    }

    @Test func theNoticeOfAnotherTown() throws {
        let (scratch, _) = try prepared()
        try scratch.write("other.txt", makeNotice(contribution: 390))
        let run = try Program.run(["validate", "town.json", "--source", "other.txt"], folder: scratch.path)
        #expect(run.status == 1)
        #expect(run.errors.contains("digestMismatch"))
    }

    @Test func aMissingBundleDoesNotStopTheOthers() throws {
        let (scratch, _) = try prepared()
        let run = try Program.run(["validate", "missing.json", "town.json"], folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("cannot read 'missing.json'"))
        #expect(run.errors.contains("checked 1 bundle"))
    }

    @Test func aMissingSource() throws {
        let (scratch, _) = try prepared()
        let run = try Program.run(["validate", "town.json", "--source", "missing.txt"], folder: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("cannot read 'missing.txt'"))
    }

    @Test func noJSONAtAll() throws {
        let run = try Program.run(["validate", "-"], input: Data("通知".utf8))
        #expect(run.status == 1)
        #expect(run.errors.contains("error[invalidSyntax]"))
    }

    @Test func theLineOfAFaultInNDJSON() throws {
        let (scratch, bundle) = try prepared()
        let line = try RuleBundle(json: bundle).json(.compact)
        let bad = String(decoding: line, as: UTF8.self).replacingOccurrences(of: "\"380\"", with: "\"x\"")
        try scratch.write("all.ndjson", Data(line + Array(bad.utf8)))
        let run = try Program.run(["validate", "all.ndjson"], folder: scratch.path)
        #expect(run.status == 1)
        #expect(run.errors.contains("--> all.ndjson:2:"))
        #expect(run.errors.contains("checked 2 bundles"))
    }

    @Test func failOnDecidesTheStatus() throws {
        let (scratch, bundle) = try prepared()
        try scratch.write("bad.json", bundle.replacingOccurrences(of: "\"380\"", with: "\"x\""))
        let run = try Program.run(["validate", "bad.json", "--fail-on", "never"], folder: scratch.path)
        #expect(run.status == 0)
        #expect(run.errors.contains("error[malformedValue]"))
    }
}
