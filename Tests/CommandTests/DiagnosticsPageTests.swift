import Foundation
import Testing

/// docs/diagnostics.md is made from the declared codes.
@Suite struct DiagnosticsPageTests {
    @Test func thePageIsWhatTheProgramWrites() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/diagnostics.md"), encoding: .utf8)
        let run = try Program.run(["diagnostics"])
        #expect(run.status == 0)
        #expect(run.text == page, "guize diagnostics >docs/diagnostics.md writes it anew")
        // In both languages, whatever that of the process.
        #expect(try Program.run(["diagnostics", "--language", "zh"]).text == page)
    }
}
