#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The value of an environment variable, or nil where it is not set.
func environmentVariable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}

/// A failed call of the operating system.
struct SystemError: Error, Sendable, Hashable {
    /// The value of `errno`.
    var code: Int32

    static var last: SystemError { SystemError(code: errno) }
    static let isDirectory = SystemError(code: EISDIR)

    /// What went wrong, for people. The common cases have words of their own in both languages.
    var text: Text {
        switch code {
        case ENOENT: Text(en: "no such file", zh: "没有这个文件")
        case EACCES, EPERM: Text(en: "permission denied", zh: "没有权限")
        case EISDIR: Text(en: "this is a folder, not a file", zh: "这是文件夹，不是文件")
        case ENOTDIR: Text(en: "part of the path is not a folder", zh: "路径中有一段不是文件夹")
        case ENOSPC: Text(en: "no space left on the disk", zh: "磁盘已满")
        case EDQUOT, EFBIG: Text(en: "no more may be written: a quota or limit is reached", zh: "已达到磁盘配额或文件大小上限")
        case EROFS: Text(en: "the file system is read-only", zh: "文件系统为只读")
        case ENAMETOOLONG: Text(en: "the file name is too long", zh: "文件名过长")
        case ELOOP: Text(en: "too many symbolic links", zh: "符号链接层数过多")
        case EMFILE, ENFILE: Text(en: "too many open files", zh: "打开的文件过多")
        default: Text(String(cString: strerror(code)))
        }
    }
}

/// An open file, closed when the value goes away.
struct FileHandle: ~Copyable {
    private let descriptor: CInt
    private let isOwned: Bool

    static let standardInput: CInt = STDIN_FILENO
    static let standardOutput: CInt = STDOUT_FILENO
    static let standardError: CInt = STDERR_FILENO

    /// - Parameter isFound: Found in a folder: what was a regular file there must not be a link or a pipe by now.
    init(reading path: String, isFound: Bool = false) throws(SystemError) {
        try self.init(path, flags: O_RDONLY | O_CLOEXEC | (isFound ? O_NOFOLLOW | O_NONBLOCK : 0))
    }

    /// Makes a new file; it is an error if one is there already.
    init(creating path: String) throws(SystemError) {
        try self.init(path, flags: O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
    }

    private init(_ path: String, flags: CInt) throws(SystemError) {
        let opened = retryingOnInterrupt { open(path, flags, 0o666) }
        guard opened >= 0 else { throw .last }
        descriptor = opened
        isOwned = true
    }

    /// One of the standard streams, which stays open.
    init(standard: CInt) {
        descriptor = standard
        isOwned = false
    }

    deinit {
        if isOwned { _ = close(descriptor) }
    }

    /// All bytes to the end, or nil where there are more than `limit`.
    func readAll(limit: Int) throws(SystemError) -> [UInt8]? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .last }
        if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory }
        let isRegular = status.st_mode & S_IFMT == S_IFREG
        if isRegular, Int(status.st_size) > limit { return nil }
        var bytes: [UInt8] = []
        // One more than the size, so that the end of a file that did not grow is seen without another allocation.
        bytes.reserveCapacity(isRegular ? Int(status.st_size) + 1 : 0)
        let chunk = 1 << 16
        var buffer = [UInt8](repeating: 0, count: chunk)
        while true {
            let count = retryingOnInterrupt { read(descriptor, &buffer, chunk) }
            if count < 0 { throw .last }
            if count == 0 { return bytes }
            if bytes.count + count > limit { return nil }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Up to `count` bytes of the beginning.
    func readBeginning(_ count: Int) throws(SystemError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let got = retryingOnInterrupt { read(descriptor, &bytes, count) }
        if got < 0 { throw .last }
        return Array(bytes[..<got])
    }

    func write(_ bytes: [UInt8]) throws(SystemError) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { (buffer: UnsafeRawBufferPointer) -> Int in
                retryingOnInterrupt { writeBytes(descriptor, buffer.baseAddress, start, buffer.count) }
            }
            if count < 0 { throw .last }
            start += count
        }
    }
}

private func writeBytes(_ descriptor: CInt, _ base: UnsafeRawPointer?, _ start: Int, _ end: Int) -> Int {
    guard let base else { return 0 }
    return write(descriptor, base + start, end - start)
}

/// Runs a call of the operating system again for as long as a signal interrupts it.
private func retryingOnInterrupt<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}

/// Makes a folder and those above it where they are missing.
func makeFolder(_ path: String) throws(SystemError) {
    if mkdir(path, 0o777) == 0 { return }
    switch errno {
    case EEXIST:
        if isFolder(path) { return }
        throw SystemError(code: ENOTDIR)
    case ENOENT:
        let parent = parentFolder(of: path)
        guard parent != path, parent != "." else { throw SystemError(code: ENOENT) }
        try makeFolder(parent)
        if mkdir(path, 0o777) != 0 { throw .last }
    default:
        throw .last
    }
}

func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// The names in a folder, hidden ones left out, in the order of their bytes.
func fileNames(in path: String) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw .last }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
                String(cString: $0)
            }
        }
        if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// Moves a file within a folder, in place of one that has the new name.
func moveFile(_ path: String, to newPath: String) throws(SystemError) {
    if rename(path, newPath) != 0 { throw .last }
}

func removeFile(_ path: String) {
    _ = unlink(path)
}

func processIdentifier() -> Int32 { getpid() }

func isTerminal(_ descriptor: CInt) -> Bool { isatty(descriptor) == 1 }

/// Whether writing failed because the reader of a pipe went away, as `head` does.
func isBrokenPipe(_ error: SystemError) -> Bool { error.code == EPIPE }

/// Lets a write to a closed pipe, or beyond the size that files may have, fail instead of ending the process by a signal.
func ignoreSignalsOfWriting() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
}

/// How many processors this process may use.
func processorCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// The last part of a path: `c.txt` of `a/b/c.txt`.
func baseName(of path: String) -> String {
    String(path.split(separator: "/", omittingEmptySubsequences: true).last ?? "")
}

/// The path without its last part: `a/b` of `a/b/c.txt`, `.` of `c.txt`, `/` of `/c.txt`.
func parentFolder(of path: String) -> String {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
}

/// A base name without its last extension: `notice` of `notice.txt`, `.profile` of `.profile`.
func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
}
