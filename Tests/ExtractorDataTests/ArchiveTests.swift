import ExtractorData
import Testing

/// SplitMix64, for reproducible random trees.
private struct RandomTree {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func string() -> String {
        let pieces = ["", "a", "低保", "\n", "\u{0}", "\"\\", "𠮷", "@", "`", "e\u{301}", "x: [1]"]
        var text = ""
        for _ in 0..<below(4) { text += pieces[below(pieces.count)] }
        return text
    }

    mutating func place() -> ExtractorPlace {
        let file = ["a.yaml", "规则/b.yaml", ""][below(3)]
        switch below(10) {
        case 0: return ExtractorPlace(file: file, line: .max, column: .min)
        case 1: return ExtractorPlace(file: file, line: .min, column: -1)
        default: return ExtractorPlace(file: file, line: below(2_000), column: below(200))
        }
    }

    mutating func node(depth: Int) -> ExtractorNode {
        let place = place()
        switch below(depth < 6 ? 3 : 1) {
        case 0: return ExtractorNode(.scalar(string()), at: place)
        case 1:
            var nodes: [ExtractorNode] = []
            for _ in 0..<below(5) { nodes.append(node(depth: depth + 1)) }
            return ExtractorNode(.sequence(nodes), at: place)
        default:
            var pairs: [ExtractorNode.Pair] = []
            for _ in 0..<below(5) {
                pairs.append(ExtractorNode.Pair(key: string(), keyPlace: self.place(), value: node(depth: depth + 1)))
            }
            return ExtractorNode(.mapping(pairs), at: place)
        }
    }

    mutating func files() -> [ExtractorFile] {
        var files: [ExtractorFile] = []
        for _ in 0..<below(4) { files.append(ExtractorFile(path: string(), root: node(depth: 0))) }
        return files
    }
}

@Test("An archive gives back the same files, places included", arguments: UInt64(0)..<300)
func archiveRoundTrip(seed: UInt64) throws {
    var random = RandomTree(seed: seed)
    let files = random.files()
    let archive = ExtractorArchive.encode(files)
    #expect(try ExtractorArchive.decode(archive) == files)
    #expect(ExtractorArchive.encode(files) == archive)
    // The archive stands in a string literal.
    #expect(String(validating: archive, as: UTF8.self) != nil)
}

@Test func anArchiveCutOffAnywhereIsAnError() {
    let place = ExtractorPlace(file: "a.yaml", line: 3, column: 40)
    let node = ExtractorNode(
        .mapping([
            ExtractorNode.Pair(
                key: "terms", keyPlace: place,
                value: ExtractorNode(.sequence([ExtractorNode(.scalar("低保"), at: place)]), at: place))
        ]), at: place)
    let archive = ExtractorArchive.encode([ExtractorFile(path: "a.yaml", root: node)])
    for length in 0..<archive.count {
        #expect(throws: ExtractorError.self, "\(length)") { try ExtractorArchive.decode(Array(archive.prefix(length))) }
    }
    #expect(throws: ExtractorError.self) { try ExtractorArchive.decode(archive + [0x40]) }
}

@Test("A damaged archive gives an error or files, and never a crash", arguments: UInt64(0)..<40)
func damagedArchive(seed: UInt64) {
    var random = RandomTree(seed: seed)
    let archive = ExtractorArchive.encode(random.files())
    for _ in 0..<200 {
        var damaged = archive
        for _ in 0...random.below(3) {
            damaged[random.below(damaged.count)] = UInt8(truncatingIfNeeded: random.next())
        }
        if let files = try? ExtractorArchive.decode(damaged) {
            #expect((try? ExtractorArchive.decode(ExtractorArchive.encode(files))) == files)
        }
    }
}

@Test(
    "Hostile archives",
    arguments: [
        ("another version", "guize extractors 2\n@@"),
        ("a count beyond the end", "guize extractors 1\n@\u{7F}\u{7F}\u{7F}\u{7F}_"),
        ("a number beyond 64 bits", "guize extractors 1\n" + String(repeating: "\u{7F}", count: 20) + "_"),
        ("a node without a known tag", "guize extractors 1\nA@A@x@@@@"),
        ("a place in a file that is not named", "guize extractors 1\n@A@s@@@@"),
        ("a string that ends inside a scalar", "guize extractors 1\nAA低"),
        ("nesting without end", "guize extractors 1\nA@A@" + String(repeating: "q@@AA", count: 100_000)),
    ])
func hostileArchive(_ name: String, _ archive: String) throws {
    let error = try #require(throws: ExtractorError.self) { try ExtractorArchive.decode(Array(archive.utf8)) }
    #expect(error.message.hasPrefix("the archive is damaged"))
    #expect(error.place.column > 0)
}
