internal import CProcess

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A folder that only this user may enter, removed when the value goes away.
///
/// A small guard process makes the folder and removes it, and kills what was started in it, as soon as its owner lets go:
/// when the value goes away, when the program ends, and also when the program is killed.
package struct TemporaryFolder: ~Copyable {
    package let path: String
    let guardian: guize_guard

    /// - Parameter parent: Where the folder is made; by default the folder that TMPDIR names, else `/tmp`.
    package init(in parent: String? = nil) throws(ProcessError) {
        var parent = parent ?? getenv("TMPDIR").map { String(cString: $0) } ?? ""
        if !parent.hasPrefix("/") { parent = "/tmp" }
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        var guardian = guize_guard()
        let failure = guize_guard_start(parent, &path, path.count, &guardian)
        guard failure == 0 else { throw .noFolder(parent: parent, reason: describe(failure)) }
        self.path = string(path)
        self.guardian = guardian
    }

    deinit {
        _ = guize_guard_end(guardian)
    }

    /// Writes a new file into the folder.
    package borrowing func write(_ bytes: [UInt8], as name: String) throws(ProcessError) {
        let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .file(name: name, reason: describe(errno)) }
        defer { _ = close(file) }
        var start = 0
        while start < bytes.count {
            let count = writeBytes(file, bytes[start...])
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let reason = describe(errno)
                // What is there of it takes room that others need.
                _ = unlink("\(path)/\(name)")
                throw .file(name: name, reason: reason)
            }
            start += count
        }
    }

    /// Makes a folder within the folder.
    package borrowing func makeFolder(_ name: String) throws(ProcessError) {
        guard mkdir("\(path)/\(name)", 0o700) == 0 else { throw .file(name: name, reason: describe(errno)) }
    }

    /// The bytes of a regular file in the folder, or nil where there is none.
    /// - Throws: ``ProcessError/tooMuchOutput(limit:)`` where it has more than `limit` bytes.
    package borrowing func read(_ name: String, limit: Int) throws(ProcessError) -> [UInt8]? {
        // Not followed: a program that was led astray could have put a link there. Not waited for: nor a named pipe.
        let file = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { _ = close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        guard Int(status.st_size) <= limit else { throw .tooMuchOutput(limit: limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = readBytes(file, &buffer)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .file(name: name, reason: describe(errno)) }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else { throw .tooMuchOutput(limit: limit) }
            bytes.append(contentsOf: buffer[..<count])
        }
    }
}

func string(_ letters: [CChar]) -> String {
    String(decoding: letters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}

/// The operating system's words for a value of `errno`.
func describe(_ code: Int32) -> String {
    var letters = [CChar](repeating: 0, count: 256)
    _ = strerror_r(code, &letters, letters.count)
    return string(letters)
}
