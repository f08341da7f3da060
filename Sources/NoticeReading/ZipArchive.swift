import CLibZip

/// A ZIP archive in memory. Names of entries are labels: nothing is ever written under them.
///
/// Archives that contradict themselves are refused as a whole, before anything is unpacked: entries that overlap, that have
/// the same name, or whose two headers differ. What an entry unpacks to is bounded by the limits.
package final class ZipArchive {
    package struct Entry: Sendable, Hashable {
        package var index: Int
        /// Decoded: UTF-8 where it is marked so or is UTF-8, else GB18030, which Chinese programs write without a mark.
        package var name: String
        package var isFolder: Bool
        package var isEncrypted: Bool
        /// Bytes, as the archive says.
        package var size: Int
        /// Bytes in the archive.
        package var packedSize: Int
    }

    package let entries: [Entry]
    private let archive: OpaquePointer
    private let limits: ReadingLimits
    private let indexOfName: [String: Int]

    /// Unpacked bytes that no ratio is asked of: what repeats itself packs well.
    private static let freeBytes = 1 << 20

    /// - Throws: ``ReadingError`` where the bytes are no archive, are faulty, or hold more than the limits allow.
    package init(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(ReadingError) {
        guard bytes.count <= limits.bytes else {
            throw ReadingError(
                .tooLarge, "the archive has \(bytes.count) bytes, more than the \(limits.bytes) that are read",
                hint: "raise --max-bytes")
        }
        var opened: OpaquePointer?
        let status = guize_zip_open(bytes, Int64(bytes.count), &opened)
        guard status == GUIZE_ZIP_OK, let archive = opened else { throw Self.error(status, "the archive") }
        do throws(ReadingError) {
            let entries = try Self.entries(of: archive, limits)
            var names: [String: Int] = [:]
            for entry in entries {
                guard names.updateValue(entry.index, forKey: entry.name) == nil else {
                    throw ReadingError(
                        .damaged, "the archive holds two entries named \(entry.name.debugDescription)",
                        hint: "pack it anew")
                }
            }
            self.entries = entries
            indexOfName = names
        } catch {
            guize_zip_close(archive)
            throw error
        }
        self.archive = archive
        self.limits = limits
    }

    deinit { guize_zip_close(archive) }

    /// The entry of that name, in the case in which it is written.
    package func entry(named name: String) -> Entry? { indexOfName[name].map { entries[$0] } }

    /// Unpacks an entry.
    /// - Throws: ``ReadingError`` where it is encrypted, faulty, or unpacks to more than the limits allow.
    package func read(_ entry: Entry) throws(ReadingError) -> [UInt8] {
        let what = "the entry \(entry.name.debugDescription)"
        if entry.isEncrypted {
            throw ReadingError(
                .encrypted, "\(what) is encrypted", hint: "unpack it with its password and read what is in it")
        }
        if entry.size > Self.freeBytes, entry.size / max(entry.packedSize, 1) > limits.ratio {
            throw ReadingError(
                .limitExceeded,
                "\(what) unpacks to \(entry.size) bytes from \(entry.packedSize), more than \(limits.ratio) times as many",
                hint: "raise --max-ratio if you trust the file")
        }
        guard entry.size <= limits.unpackedBytes else {
            throw ReadingError(
                .limitExceeded,
                "\(what) unpacks to \(entry.size) bytes, more than the \(limits.unpackedBytes) that are read",
                hint: "raise --max-unpacked-bytes if you trust the file")
        }
        var status = GUIZE_ZIP_OK
        let bytes = [UInt8](unsafeUninitializedCapacity: entry.size) { buffer, count in
            var written: Int64 = 0
            // An empty buffer may have no address.
            var spare: UInt8 = 0
            if let base = buffer.baseAddress {
                status = guize_zip_read(archive, Int64(entry.index), base, Int64(entry.size), &written)
            } else {
                status = guize_zip_read(archive, Int64(entry.index), &spare, 0, &written)
            }
            count = status == GUIZE_ZIP_OK ? Int(written) : 0
        }
        guard status == GUIZE_ZIP_OK else { throw Self.error(status, what) }
        guard bytes.count == entry.size else { throw Self.error(GUIZE_ZIP_DAMAGED, what) }
        return bytes
    }

    private static func entries(of archive: OpaquePointer, _ limits: ReadingLimits) throws(ReadingError) -> [Entry] {
        let count = Int(guize_zip_count(archive))
        guard count <= limits.entries else {
            throw ReadingError(
                .limitExceeded, "the archive holds \(count) entries, more than the \(limits.entries) that are read",
                hint: "raise --max-entries if you trust the file")
        }
        var entries: [Entry] = []
        entries.reserveCapacity(max(0, count))
        var total = 0
        for index in 0..<max(0, count) {
            var entry = guize_zip_entry()
            let status = guize_zip_stat(archive, Int64(index), &entry)
            guard status == GUIZE_ZIP_OK, let size = Int(exactly: entry.size),
                let packed = Int(exactly: entry.packed_size)
            else { throw error(status == GUIZE_ZIP_OK ? GUIZE_ZIP_DAMAGED : status, "the archive") }
            let (sum, isTooMany) = total.addingReportingOverflow(size)
            total = sum
            guard !isTooMany, total <= limits.unpackedBytes else {
                throw ReadingError(
                    .limitExceeded, "the archive unpacks to more than the \(limits.unpackedBytes) bytes that are read",
                    hint: "raise --max-unpacked-bytes if you trust the file")
            }
            let raw = Array(UnsafeBufferPointer(start: entry.name, count: Int(entry.name_length)))
            entries.append(
                Entry(
                    index: index, name: decodeName(raw, isMarked: entry.is_utf8 != 0), isFolder: raw.last == 0x2F,
                    isEncrypted: entry.is_encrypted != 0, size: size, packedSize: packed))
        }
        return entries
    }

    /// - Parameter isMarked: the archive says that the name is UTF-8, or it is ASCII.
    static func decodeName(_ raw: [UInt8], isMarked: Bool) -> String {
        if let name = String(validating: raw, as: UTF8.self) {
            // Two Chinese letters of GBK can look like Latin ones of two bytes each; a Chinese one has three in UTF-8.
            let isSure = isMarked || name.unicodeScalars.contains { $0.value >= 0x800 } || raw.allSatisfy { $0 < 0x80 }
            if isSure { return name }
        }
        if let scalars = try? ICUConverter.decode(raw, from: 0, charset: "GB18030") {
            return String(String.UnicodeScalarView(scalars))
        }
        return String(decoding: raw, as: UTF8.self)
    }

    private static func error(_ status: guize_zip_status, _ what: String) -> ReadingError {
        switch status {
        case GUIZE_ZIP_NO_ARCHIVE:
            ReadingError(.damaged, "\(what) is cut off or no ZIP archive", hint: "get the file anew")
        case GUIZE_ZIP_ENCRYPTED:
            ReadingError(.encrypted, "\(what) is encrypted", hint: "unpack it with its password first")
        case GUIZE_ZIP_UNSUPPORTED:
            ReadingError(.unsupportedFormat, "\(what) is packed in a way that is not read", hint: "pack it anew")
        case GUIZE_ZIP_NO_LIBRARY:
            .missing(library: "libzip, which unpacks \(what)", package: "libzip-dev")
        case GUIZE_ZIP_NO_MEMORY:
            ReadingError(.tooLarge, "\(what) does not fit in memory", hint: "split it")
        default:
            ReadingError(
                .damaged, "\(what) contradicts itself: it is damaged, or made to deceive", hint: "get the file anew")
        }
    }
}
