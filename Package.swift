// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// Settings of every Swift target, in one place.
let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Folders in which Linux distributions keep libraries.
let libraryFolders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"]

/// C libraries, linked statically where a Linux distribution has the archives of all of them: the program then runs on
/// machines without them or with another version.
/// - Parameter names: in the order in which they need one another.
/// - Parameter others: what the archives need besides and do not say.
func libraries(_ names: [String], dynamic: [String]? = nil, others: [String]) -> [LinkerSetting] {
    let hasArchives = libraryFolders.contains { folder in
        names.allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/lib\($0).a") }
    }
    if hasArchives {
        return names.map { .linkedLibrary(":lib\($0).a", .when(platforms: [.linux])) }
            + others.map { .linkedLibrary($0, .when(platforms: [.linux])) }
    }
    return (dynamic ?? names).map { .linkedLibrary($0) }
}

/// ICU's symbols and file names carry its version. It is written in C++.
let icuLibraries = libraries(["icui18n", "icuuc", "icudata"], others: ["stdc++"])

/// libxml2 with what it is built on; ICU for the charsets that it asks for.
let xmlLibraries = libraries(
    ["xml2", "lzma", "z", "icuuc", "icudata"], dynamic: ["xml2"], others: ["stdc++", "m"])

let package = Package(
    name: "guize",
    products: [
        .library(name: "PolicyRules", targets: ["PolicyRules"]),
        .library(name: "PolicyKit", targets: ["PolicyKit"]),
        .executable(name: "guize", targets: ["guize"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Text: scalars, ranges, folding, sentences, the term trie.
        .target(name: "PolicyText", swiftSettings: swiftSettings),
        // Extractor files as trees of nodes with file and line; knows nothing of YAML.
        .target(name: "ExtractorData", swiftSettings: swiftSettings),
        // Values: decimals, numerals, money, rates, dates, durations, document numbers.
        .target(name: "PolicyValues", dependencies: ["PolicyText", "ExtractorData"], swiftSettings: swiftSettings),
        // Notices: blocks, outline, tables, the parts of a 公文, regions.
        .target(
            // Of PolicyRules only the codes of diagnostics.
            name: "NoticeModel", dependencies: ["PolicyText", "PolicyValues", "BuiltinData", "PolicyRules"],
            swiftSettings: swiftSettings),
        // Bytes to notices: the only code that meets untrusted bytes.
        .target(
            name: "CICU", path: "Sources/CICU", linkerSettings: icuLibraries),
        // Separate processes with limits, in temporary folders that are always removed.
        .target(name: "CProcess"),
        .target(name: "SeparateProcesses", dependencies: ["CProcess"], swiftSettings: swiftSettings),
        .target(
            name: "CHTML", path: "Sources/CHTML", exclude: ["libxml2/README.md"],
            cSettings: [.headerSearchPath("libxml2")], linkerSettings: xmlLibraries),
        .target(
            name: "CLibXML2", cSettings: [.headerSearchPath("../CHTML/libxml2")], linkerSettings: xmlLibraries),
        // libzip is looked for at run time on Linux, where there is no archive of it to link.
        .target(
            name: "CLibZip",
            linkerSettings: [
                .linkedLibrary("dl", .when(platforms: [.linux])), .linkedLibrary("zip", .when(platforms: [.macOS])),
            ]),
        .target(
            name: "NoticeReading",
            dependencies: ["CICU", "CHTML", "CLibXML2", "CLibZip", "SeparateProcesses", "PolicyText", "NoticeModel"],
            swiftSettings: swiftSettings),
        // Rule bundles: loads and writes them, and nothing else.
        .target(name: "PolicyRules", swiftSettings: swiftSettings),
        // Mentions to drafts to rules.
        .target(
            name: "PolicyExtraction",
            dependencies: ["PolicyText", "ExtractorData", "PolicyValues", "NoticeModel", "PolicyRules"],
            swiftSettings: swiftSettings),
        // Facts of bundles against each other: changes, matrices, conformance.
        .target(name: "PolicyComparison", dependencies: ["PolicyRules"], swiftSettings: swiftSettings),
        // Comparisons as text, tables and pages.
        .target(name: "PolicyReport", dependencies: ["PolicyComparison", "PolicyRules"], swiftSettings: swiftSettings),
        // Reports as spreadsheets. The library is opened when it is needed: no archive of it could be linked in.
        .target(name: "CXLSXWriter", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        .target(
            name: "SpreadsheetWriting", dependencies: ["CXLSXWriter", "PolicyReport", "SeparateProcesses"],
            swiftSettings: swiftSettings),
        // YAML files to nodes.
        .target(
            // Of PolicyRules only the SHA-256, for the set's digest.
            name: "ExtractorFiles",
            dependencies: ["ExtractorData", "PolicyRules", .product(name: "Yams", package: "Yams")],
            swiftSettings: swiftSettings),
        // The extractor set, the schema and the region table, embedded at build time.
        .target(
            name: "BuiltinData", dependencies: ["ExtractorData"], exclude: ["Extractors", "Schema", "Regions"],
            swiftSettings: swiftSettings,
            plugins: ["EmbedData"]),
        .executableTarget(
            name: "embed-data", dependencies: ["ExtractorData", "ExtractorFiles"], swiftSettings: swiftSettings),
        .plugin(name: "EmbedData", capability: .buildTool(), dependencies: ["embed-data"]),
        .target(
            name: "PolicyKit",
            dependencies: [
                "PolicyText", "NoticeReading", "NoticeModel", "PolicyExtraction", "PolicyRules", "BuiltinData",
                "ExtractorFiles",
                "ExtractorData", "PolicyComparison",
            ],
            swiftSettings: swiftSettings),
        .executableTarget(
            name: "guize",
            dependencies: [
                "PolicyKit", "PolicyExtraction", "PolicyComparison", "PolicyReport", "PolicyRules", "NoticeReading",
                "SeparateProcesses", "SpreadsheetWriting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "PolicyTextTests", dependencies: ["PolicyText"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "ExtractorDataTests", dependencies: ["ExtractorData", "ExtractorFiles", "BuiltinData"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "PolicyValuesTests", dependencies: ["PolicyValues", "PolicyText", "ExtractorFiles", "BuiltinData"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "SeparateProcessTests", dependencies: ["SeparateProcesses"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "NoticeModelTests",
            dependencies: ["NoticeModel", "PolicyText", "PolicyValues", "BuiltinData", "ExtractorFiles"],
            swiftSettings: swiftSettings),
        // Files in every format, sound and faulty, for tests.
        .target(
            name: "SampleFiles", dependencies: ["NoticeReading", "NoticeModel"], path: "Tests/SampleFiles",
            swiftSettings: swiftSettings),
        // scripts/fuzz
        .executableTarget(
            name: "fuzz-reading", dependencies: ["SampleFiles", "NoticeReading", "PolicyKit", "PolicyRules"],
            path: "Tests/FuzzReading", swiftSettings: swiftSettings),
        .testTarget(
            name: "NoticeReadingTests",
            dependencies: [
                "SampleFiles",
                "NoticeReading", "NoticeModel", "SeparateProcesses", "PolicyText", "PolicyKit", "PolicyRules",
            ],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "PolicyRulesTests", dependencies: ["PolicyRules"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "PolicyComparisonTests", dependencies: ["PolicyComparison", "PolicyRules"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "PolicyReportTests",
            dependencies: ["PolicyReport", "PolicyComparison", "PolicyRules", "SpreadsheetWriting", "NoticeReading"],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "PolicyExtractionTests",
            dependencies: [
                "PolicyExtraction", "PolicyKit", "PolicyRules", "ExtractorFiles", "ExtractorData", "BuiltinData",
                "NoticeModel", "PolicyText", "PolicyValues",
            ],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "CommandTests", dependencies: ["PolicyKit", "PolicyReport", "PolicyRules", "SampleFiles", "guize"],
            swiftSettings: swiftSettings),
    ]
)
