package import NoticeModel
package import NoticeReading

/// What every layout keeps: blocks and places in order and inside of the rendition, cells inside of their tables and on
/// fields of their own.
package func faults(_ rendition: [Unicode.Scalar], _ layout: SourceLayout) -> [String] {
    var faults: [String] = []
    var end = 0
    for block in layout.blocks {
        if block.range.lowerBound < end || block.range.upperBound > rendition.count {
            faults.append("block \(block.range)")
        }
        end = block.range.upperBound
        guard case .table(let table) = block.kind else { continue }
        var taken: Set<[Int]> = []
        var cellEnd = block.range.lowerBound
        for cell in table.cells {
            if cell.range.lowerBound < cellEnd || cell.range.upperBound > block.range.upperBound {
                faults.append("cell \(cell.row),\(cell.column) at \(cell.range)")
            }
            cellEnd = cell.range.upperBound
            if cell.rowSpan < 1 || cell.columnSpan < 1 || cell.row + cell.rowSpan > table.rows
                || cell.column + cell.columnSpan > table.columns
            {
                faults.append("cell \(cell.row),\(cell.column) leaves its table")
                continue
            }
            for row in cell.row..<cell.row + cell.rowSpan {
                for column in cell.column..<cell.column + cell.columnSpan
                where !taken.insert([row, column]).inserted {
                    faults.append("field \(row),\(column) taken twice")
                }
            }
            if rendition[cell.range].contains(where: { $0 == "\n" || $0 == "\t" }) {
                faults.append("cell \(cell.row),\(cell.column) has a break")
            }
        }
    }
    end = 0
    for place in layout.places {
        if place.range.lowerBound < end || place.range.upperBound > rendition.count || place.range.isEmpty {
            faults.append("place \(place.range)")
        }
        end = place.range.upperBound
    }
    return faults
}

extension SourceDocument {
    /// What holds of every document: ranges in bounds, ascending, apart, and fields that say what stands there.
    package func faults() -> [String] {
        var faults: [String] = []
        let layout = layout ?? SourceLayout()
        func check(_ ranges: [Range<Int>], _ what: String) {
            var end = 0
            for range in ranges {
                if range.lowerBound < end { faults.append("\(what) overlap at \(range.lowerBound)") }
                if range.upperBound > rendition.count { faults.append("\(what) reach out at \(range.upperBound)") }
                end = range.upperBound
            }
        }
        check(layout.blocks.map(\.range), "blocks")
        check(layout.places.map(\.range), "places")
        for block in layout.blocks {
            guard case .table(let table) = block.kind else { continue }
            check(table.cells.map(\.range), "cells")
            var taken: Set<Int> = []
            for cell in table.cells {
                if cell.row + cell.rowSpan > table.rows || cell.column + cell.columnSpan > table.columns {
                    faults.append("a cell reaches out of its grid")
                }
                for row in cell.row..<cell.row + cell.rowSpan {
                    for column in cell.column..<cell.column + cell.columnSpan
                    where !taken.insert(row * table.columns + column).inserted {
                        faults.append("two cells stand at \(row), \(column)")
                    }
                }
            }
            let rows = rendition[block.range].split(separator: "\n", omittingEmptySubsequences: false)
            if rows.count != table.rows { faults.append("\(rows.count) lines for \(table.rows) rows") }
            for row in rows where row.count(where: { $0 == "\t" }) != table.columns - 1 {
                faults.append("a row has other tabs than its columns")
            }
        }
        for field in layout.fields {
            guard let range = field.range else { continue }
            if range.upperBound > rendition.count || !rendition[range].elementsEqual(field.value.unicodeScalars) {
                faults.append("field \(field.label) is not at its place")
            }
        }
        return faults
    }
}
