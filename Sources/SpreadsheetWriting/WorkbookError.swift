/// Why a workbook could not be written.
package enum WorkbookError: Error, Sendable, Hashable {
    /// The library that writes workbooks is not installed; the name is that of its file.
    case noLibrary(String)
    /// A sheet has more rows or columns than the format allows.
    case tooLarge
    /// No temporary file could be made or read; the operating system's words.
    case noFile(reason: String)
    /// The library refused something or ran out of memory.
    case failed
}
