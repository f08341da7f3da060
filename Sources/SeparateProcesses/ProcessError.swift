/// Why a separate process gave no result.
package enum ProcessError: Error, Sendable, Hashable {
    /// No program of that name is installed.
    case notInstalled(program: String)
    case cannotStart(program: String, reason: String)
    /// It took longer than it may; it was killed.
    case tooSlow(seconds: Int)
    /// It wrote more than it may; it was killed.
    case tooMuchOutput(limit: Int)
    /// No temporary folder could be made.
    case noFolder(parent: String, reason: String)
    /// A file in the temporary folder could not be written or read.
    case file(name: String, reason: String)
}
