internal import CXLSXWriter
package import PolicyReport
internal import SeparateProcesses

/// Writes workbooks as xlsx (Office Open XML, ECMA-376) by libxlsxwriter.
///
/// Equal workbooks give equal bytes: the file says that it was made at one fixed moment.
package struct WorkbookWriter {
    /// 1 January 2000, 0:00 UTC, in seconds since 1970.
    private static let created: Int64 = 946_684_800
    private static let maximumBytes = 1 << 30

    private let book: OpaquePointer
    private var styles: [Workbook.Style: Int32] = [:]

    private init(_ book: OpaquePointer) {
        self.book = book
    }

    package static func bytes(of workbook: Workbook) throws(WorkbookError) -> [UInt8] {
        guard workbook.sheets.allSatisfy(\.fits) else { throw .tooLarge }
        var status = GUIZE_XLSX_OK
        do throws(ProcessError) {
            let folder = try TemporaryFolder()
            let name = "book.xlsx"
            status = write(workbook, to: "\(folder.path)/\(name)", folder: folder.path)
            if status == GUIZE_XLSX_OK, let bytes = try folder.read(name, limit: maximumBytes) { return bytes }
        } catch {
            switch error {
            case .noFolder(let parent, let reason): throw .noFile(reason: "\(parent): \(reason)")
            case .file(_, let reason): throw .noFile(reason: reason)
            default: throw .failed
            }
        }
        throw status == GUIZE_XLSX_NO_LIBRARY ? .noLibrary(String(cString: guize_xlsx_library())) : .failed
    }

    /// - Parameters:
    ///   - path: Of the file, which must not exist.
    ///   - folder: For the library's own temporary files.
    private static func write(_ workbook: Workbook, to path: String, folder: String) -> guize_xlsx_status {
        path.withCString { path in
            folder.withCString { folder in
                var opened: OpaquePointer?
                let status = guize_xlsx_open(path, folder, workbook.title, created, &opened)
                guard status == GUIZE_XLSX_OK, let book = opened else { return status }
                var writer = WorkbookWriter(book)
                let written = workbook.sheets.lazy.map { writer.write($0) }.first { $0 != GUIZE_XLSX_OK }
                let closed = guize_xlsx_close(book)
                return written ?? closed
            }
        }
    }

    private mutating func write(_ sheet: Workbook.Sheet) -> guize_xlsx_status {
        var failure = guize_xlsx_sheet(book, sheet.name)
        if failure != GUIZE_XLSX_OK { return failure }
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                failure = write(cell, UInt32(row), UInt16(column))
                if failure != GUIZE_XLSX_OK { return failure }
            }
            // Not every program makes room for wrapped text when it opens a file.
            let lines = sheet.lines(of: cells)
            if lines > 1 {
                failure = guize_xlsx_height(book, UInt32(row), Double(lines) * Self.lineHeight)
                if failure != GUIZE_XLSX_OK { return failure }
            }
        }
        guard let columns = sheet.rows.first?.count, columns > 0 else { return GUIZE_XLSX_OK }
        for (column, width) in sheet.widths.prefix(columns).enumerated() {
            let isLast = column == sheet.widths.count - 1
            failure = guize_xlsx_width(book, UInt16(column), UInt16(isLast ? columns - 1 : column), width)
            if failure != GUIZE_XLSX_OK { return failure }
        }
        guize_xlsx_freeze(book, 1, UInt16(min(sheet.fixedColumns, columns)))
        guize_xlsx_print(book)
        return guize_xlsx_filter(book, UInt32(max(1, sheet.rows.count - 1)), UInt16(columns - 1))
    }

    private mutating func write(_ cell: Workbook.Cell, _ row: UInt32, _ column: UInt16) -> guize_xlsx_status {
        let style = number(of: cell.style)
        let status =
            switch cell.value {
            case .text(let text): guize_xlsx_text(book, row, column, String(shortened(text)), style)
            case .number(let number): guize_xlsx_number(book, row, column, number, style)
            case .day(let year, let month, let day):
                guize_xlsx_date(book, row, column, Int32(year), Int32(month), Int32(day), style)
            }
        guard status == GUIZE_XLSX_OK, let comment = cell.comment else { return status }
        let lines = comment.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { lines, line in
            lines + 1 + displayWidth(line) / Self.commentLetters
        }
        return guize_xlsx_comment(
            book, row, column, String(shortened(comment)), Self.commentWidth, UInt16(min(520, 24 + 16 * lines)))
    }

    /// Points, of the library's font.
    private static let lineHeight = 15.0

    /// Pixels, and the letters of half an em that stand on one line of that width.
    private static let commentWidth: UInt16 = 380
    private static let commentLetters = 56

    /// A cell holds 32,767 letters in UTF-16; the library counts bytes.
    private func shortened(_ text: String) -> Substring {
        guard text.utf8.count > Self.maximumText else { return text[...] }
        var end = text.utf8.index(text.startIndex, offsetBy: Self.maximumText - 4)
        while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
            text.utf8.formIndex(before: &end)
        }
        return text[..<end] + "…"
    }

    private static let maximumText = 32_767

    private mutating func number(of style: Workbook.Style) -> Int32 {
        if let number = styles[style] { return number }
        var plain = guize_xlsx_style()
        plain.fill = style.fill ?? -1
        plain.is_bold = style.isBold ? 1 : 0
        plain.is_italic = style.isItalic ? 1 : 0
        plain.is_wrapped = style.isWrapped ? 1 : 0
        plain.has_left_line = style.hasLeftLine ? 1 : 0
        let number =
            if let format = style.numberFormat {
                format.withCString { letters in
                    plain.number_format = letters
                    return guize_xlsx_style_number(book, &plain)
                }
            } else {
                guize_xlsx_style_number(book, &plain)
            }
        styles[style] = number
        return number
    }
}
