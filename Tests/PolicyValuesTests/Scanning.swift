import ExtractorData
import ExtractorFiles
import Foundation
import PolicyValues
import Testing

/// The extractor set of the package.
enum ExtractorSet {
    static let packageFolder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let values: [ExtractorFile] = {
        let folder = packageFolder.appending(path: "extractors/values")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { $0.hasSuffix(".yaml") }.compactMap { name in
            guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { return nil }
            return try? parseExtractorFile(text, path: "values/\(name)")
        }
    }()
}

let scanner: ValueScanner = {
    do {
        return ValueScanner(vocabulary: try ValueVocabulary(files: ExtractorSet.values))
    } catch {
        fatalError("\(error)")
    }
}()

func scan(_ text: String) -> [ValueMention] {
    let scalars = Array(text.unicodeScalars)
    return scanner.scan(scalars, in: scalars.indices)
}

/// A phrase in which the letters of each value stand in ⟦ ⟧, and the values in order.
struct Reads: CustomTestStringConvertible, Sendable {
    var name: String
    var marked: String
    var values: [String]

    init(_ name: String, _ marked: String, _ values: String...) {
        self.name = name
        self.marked = marked
        self.values = values
    }

    var testDescription: String { name }

    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        var text: [Unicode.Scalar] = []
        var expected: [String] = []
        var start = 0
        var index = 0
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": start = text.count
            case "⟧":
                let quote = String(String.UnicodeScalarView(text[start...]))
                expected.append("\(start) \(quote) = \(index < values.count ? values[index] : "?")")
                index += 1
            default: text.append(scalar)
            }
        }
        let found = scanner.scan(text, in: text.indices).map { mention in
            let quote = String(String.UnicodeScalarView(text[mention.range]))
            return "\(mention.range.lowerBound) \(quote) = \(ValueNotation.text(mention.value))"
        }
        #expect(found == expected, "\(name)", sourceLocation: sourceLocation)
        #expect(index == values.count, "\(name): as many marks as values", sourceLocation: sourceLocation)
    }
}
