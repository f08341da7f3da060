import NoticeReading
import PolicyKit
import PolicyRules
import SampleFiles

/// A damaged file.
struct Fuzzed: Sendable {
    var label: String
    var bytes: [UInt8]
    /// Programs are slow to start: few files go to one.
    var mayStartPrograms: Bool

    init(seed: UInt64) {
        var mutation = Mutation(seed: seed)
        let kind = mutation.number(8)
        if kind == 0 {
            label = "output of a program"
            bytes = mutation.damaged(ProgramOutput.boxes)
            mayStartPrograms = false
        } else {
            let file = mutation.file()
            label = file.format.rawValue
            bytes = file.bytes
            mayStartPrograms = seed % 400 == 0
        }
    }

    init(label: String = "file", bytes: [UInt8]) {
        self.label = label
        self.bytes = bytes
        mayStartPrograms = true
    }

    /// Whether reading it starts a program.
    var needsProgram: Bool {
        bytes.starts(with: "%PDF-".utf8) || bytes.starts(with: "{\\rtf".utf8)
            || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
            || bytes.starts(with: [0x50, 0x4B]) && bytes.prefix(60).contains(subsequence: "mimetype".utf8)
    }
}

/// What holds of every result, whatever the file.
struct Trial: Sendable {
    private let guize: Guize
    private let options: SourceOptions

    init() throws {
        guize = try Guize()
        var options = SourceOptions()
        // Little, so that the limits are met, and so that a file which gets around them shows.
        options.limits.nodes = 200_000
        options.limits.cells = 20_000
        options.limits.unpackedBytes = 16 << 20
        options.limits.seconds = 20
        self.options = options
    }

    /// What should not be so; empty where all is well, also where the file was refused.
    func faults(of file: Fuzzed) -> [String] {
        if file.label == "output of a program" { return faultsOfOutput(file.bytes) }
        guard !file.needsProgram || file.mayStartPrograms else { return [] }
        do throws(ReadingError) {
            let document = try SourceReader(options: options.reading).read(file.bytes)
            var found = document.faults()
            if let layout = document.layout { found += SampleFiles.faults(document.rendition, layout) }
            if document.rendition.contains("\0") { found.append("the text has a zero") }
            if found.isEmpty, document.rendition.count < 20_000 { found = faultsOfBundle(file.bytes) }
            return found
        } catch {
            return error.message.isEmpty ? ["no message"] : []
        }
    }

    private func faultsOfBundle(_ bytes: [UInt8]) -> [String] {
        do {
            let text = try guize.read(bytes, name: "notice", options: options)
            let bundle = guize.extract(text)
            let json = bundle.json()
            let findings = BundleValidator().validate(bundle, rendition: text.text)
            return findings.filter { $0.severity == .error && !Self.isOfTheNotice($0.code) }.map(\.description)
                + (try RuleBundle(json: json) == bundle ? [] : ["the bundle is another when it is read back"])
        } catch {
            return ["the same bytes gave \(error)"]
        }
    }

    /// A damaged notice contradicts itself; that is no fault of the bundle's.
    private static func isOfTheNotice(_ code: BundleFinding.Code) -> Bool {
        switch code {
        case .financingSum, .assistanceSum, .reversedPeriod: true
        default: false
        }
    }

    private func faultsOfOutput(_ bytes: [UInt8]) -> [String] {
        let limits = options.reading.limits
        _ = VectorLineReader().lines(bytes)
        if let image = try? GrayImage(portableGraymap: bytes) { _ = image.rulingLines(pointsPerPixel: 0.24) }
        guard var pages = try? BoundingBoxReader(limits: limits).pages(bytes) else { return [] }
        let lines = VectorLineReader().lines(bytes)
        for index in pages.indices where lines.indices.contains(index) { pages[index].rules = lines[index] }
        guard let result = try? PageLayout(limits: limits).lay(out: pages) else { return [] }
        return SampleFiles.faults(result.rendition, result.layout)
    }
}

/// What Poppler's programs write, words and drawings in one.
enum ProgramOutput {
    static let boxes: [UInt8] = {
        var markup = "<doc>"
        for page in 0..<2 {
            markup += "<page width=\"595.0\" height=\"842.0\">"
            for row in 0..<12 {
                for column in 0..<3 {
                    let x = 90 + 130 * column
                    let y = 80 + 24 * row + page
                    markup +=
                        "<word xMin=\"\(x).5\" yMin=\"\(y).0\" xMax=\"\(x + 64).5\" yMax=\"\(y + 16).0\">第\(row)&amp;元</word>\n"
                    markup +=
                        "<path style=\"fill:none;stroke-width:1;stroke:rgb(0%,0%,0%);\" d=\"M \(x - 4) \(y - 4) L \(x + 126) \(y - 4) \" transform=\"matrix(1,0,0,1,0,0)\"/>\n"
                    markup +=
                        "<path style=\"stroke:none;fill:rgb(0%,0%,0%);\" d=\"M \(x - 4) \(y - 4) L \(x - 3) \(y - 4) L \(x - 3) \(y + 20) L \(x - 4) \(y + 20) Z\"/>\n"
                }
            }
            markup += "</page>"
        }
        return Array((markup + "</doc>").utf8)
    }()
}

extension Collection where Element: Equatable {
    func contains(subsequence: some Collection<Element>) -> Bool {
        indices.contains { self[$0...].starts(with: subsequence) }
    }
}
