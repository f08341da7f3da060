import SeparateProcesses

/// A folder that results are written to, each under its final name only when it is whole.
struct OutputFolder: Sendable {
    let path: String

    /// Makes the folder where it is missing.
    init(_ path: String) throws(SystemError) {
        try makeFolder(path)
        self.path = path
    }

    /// Writes a file under a temporary name in the folder and then gives it its name, so that nobody ever sees a part of it,
    /// and a signal in between leaves none behind.
    func write(_ bytes: [UInt8], as name: String) throws(SystemError) {
        let temporary = "\(path)/.\(name).\(processIdentifier()).tmp"
        try Interruption.deferred { () throws(SystemError) in
            do throws(SystemError) {
                let file = try FileHandle(creating: temporary)
                try file.write(bytes)
                try moveFile(temporary, to: "\(path)/\(name)")
            } catch {
                removeFile(temporary)
                throw error
            }
        }
    }
}
