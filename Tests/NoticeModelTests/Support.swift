import ExtractorData
import ExtractorFiles
import Foundation
import PolicyText
import PolicyValues
import Testing

@testable import NoticeModel

/// What the tests share: the package's own data and a parser over them.
enum Support {
    static let packageFolder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let regions: RegionTable = {
        let file = packageFolder.appending(path: "Sources/BuiltinData/Regions/regions.tsv")
        return RegionTable(tsv: (try? String(contentsOf: file, encoding: .utf8)) ?? "")
    }()

    static let scanner: ValueScanner = {
        let folder = packageFolder.appending(path: "extractors/values")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let files = names.sorted().filter { $0.hasSuffix(".yaml") }.compactMap { name -> ExtractorFile? in
            guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { return nil }
            return try? parseExtractorFile(text, path: "values/\(name)")
        }
        do {
            return ValueScanner(vocabulary: try ValueVocabulary(files: files))
        } catch {
            fatalError("\(error)")
        }
    }()

    static let parser = NoticeParser(regions: regions, scanner: scanner)
}

func parse(_ text: String) -> Notice { Support.parser.parse(rendition: Array(text.unicodeScalars)) }

extension Notice {
    func string(_ range: Range<Int>) -> String { text.string(in: range) }

    /// The texts of the blocks of a part.
    func texts(_ part: Block.Part) -> [String] { blocks.filter { $0.part == part }.map { string($0.range) } }

    /// "3.1 筹资标准" for each section; the id alone where it has no heading.
    var outline: [String] {
        sections.map { $0.headingRange.isEmpty ? $0.id : "\($0.id) \(string($0.headingRange))" }
    }

    var tables: [Table] {
        blocks.compactMap { block in
            guard case .table(let table) = block.kind else { return nil }
            return table
        }
    }

    /// The grid with each cell's text at every place it covers; · where no cell stands.
    func grid(_ table: Table) -> [[String]] {
        var rows = Array(repeating: Array(repeating: "·", count: table.columns), count: table.rows)
        for cell in table.cells {
            for row in cell.row..<cell.row + cell.rowSpan {
                for column in cell.column..<cell.column + cell.columnSpan { rows[row][column] = string(cell.range) }
            }
        }
        return rows
    }
}
