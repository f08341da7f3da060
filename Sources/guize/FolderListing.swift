#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What stands under a path, a symbolic link taken as such.
enum FileKind: Sendable, Hashable {
    /// With its size in bytes.
    case file(size: Int)
    case folder(FolderIdentity)
    case symbolicLink
    /// A named pipe, a socket, a device.
    case other
}

/// Which folder it is, whatever path leads to it.
struct FolderIdentity: Sendable, Hashable {
    var device: UInt64
    var number: UInt64
}

/// - Parameter followsLink: Take a symbolic link as what it points to.
func fileKind(_ path: String, followsLink: Bool = false) throws(SystemError) -> FileKind {
    var status = stat()
    guard (followsLink ? stat(path, &status) : lstat(path, &status)) == 0 else { throw .last }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(size: Int(status.st_size))
    case S_IFDIR:
        return .folder(
            FolderIdentity(device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(status.st_ino)))
    case S_IFLNK: return .symbolicLink
    default: return .other
    }
}

/// The names in a folder in the order of their bytes, so that it does not depend on the file system or the locale.
func namesInFolder(_ path: String) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw .last }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { letters in
            letters.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
