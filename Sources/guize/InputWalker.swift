import NoticeReading
import PolicyKit
import PolicyRules
import SeparateProcesses

/// One file that a run came upon: to be read, or why it is not.
struct FoundInput: Sendable {
    enum Fate: Sendable {
        case read
        /// No document, or none of this run.
        case skipped(Text)
        /// The same bytes as a file before it.
        case same(as: String)
        case failed(InputFailure)
    }
    var input: Input
    /// The file name of its bundle, unlike that of any other input of the run.
    var bundleName: String
    var fate: Fate = .read
    /// Found in a folder or an archive, not named on the command line.
    var wasFound = true
}

/// Finds the files in folders and archives: by content, not by name, in a fixed order, each once.
///
/// A file that the command line names is taken as it is, unless it is an archive of files. In folders, hidden files are left
/// out and symbolic links are not followed. Entries of archives are unpacked under numbers, never under their own names.
final class InputWalker {
    private let reading: ReadingOptions
    private let limits: ReadingLimits
    /// The folder that bundles are written to, which is no input.
    private let outputFolder: FolderIdentity?
    private var found: [FoundInput] = []
    private var sizes: [Int] = []
    /// Made when the first archive is unpacked; goes away with the walker.
    private var unpacked: Unpacked?

    /// Folders in folders.
    private static let deepestFolder = 64

    init(reading: ReadingOptions, limits: ReadingLimits, outputFolder: String?) {
        self.reading = reading
        self.limits = limits
        if let outputFolder, case .folder(let identity)? = try? fileKind(outputFolder, followsLink: true) {
            self.outputFolder = identity
        } else {
            self.outputFolder = nil
        }
    }

    /// All inputs in the order of the arguments; a folder's files in the order of their names.
    func inputs(of arguments: [String]) -> [FoundInput] {
        for argument in arguments { addArgument(argument) }
        markDuplicates()
        giveNames()
        return found
    }

    private func addArgument(_ path: String) {
        let input = reading.input(path)
        guard !input.isStandardInput, let kind = try? fileKind(path, followsLink: true) else {
            add(FoundInput(input: input, bundleName: stem(of: input.name), wasFound: false), size: -1)
            return
        }
        switch kind {
        case .folder:
            walkFolder(path, name: "", depth: 0)
        case .file(let size):
            if let archive = archive(path, isFound: false) {
                walkArchive(archive, label: path, name: "", depth: 1)
            } else {
                add(FoundInput(input: input, bundleName: stem(of: input.name), wasFound: false), size: size)
            }
        case .symbolicLink, .other:
            add(FoundInput(input: input, bundleName: stem(of: input.name), wasFound: false), size: -1)
        }
    }

    private func add(_ input: FoundInput, size: Int) {
        found.append(input)
        sizes.append(size)
    }

    private func add(_ path: String, name: String, _ fate: FoundInput.Fate, size: Int = -1) {
        var input = Input(path: path)
        input.isFound = true
        add(FoundInput(input: input, bundleName: name, fate: fate), size: size)
    }

    // MARK: Folders

    /// - Parameter name: Of the folder, from the one that the command line names.
    private func walkFolder(_ path: String, name: String, depth: Int) {
        let names: [String]
        do throws(SystemError) {
            names = try namesInFolder(path)
        } catch {
            add(path, name: name, .failed(Self.cannotRead(path, error)))
            return
        }
        for entry in names {
            let entryPath = path.hasSuffix("/") ? path + entry : "\(path)/\(entry)"
            let entryName = name.isEmpty ? entry : "\(name)/\(entry)"
            if entry.hasPrefix(".") {
                add(entryPath, name: entryName, .skipped(Text(en: "it is hidden", zh: "隐藏文件")))
                continue
            }
            do throws(SystemError) {
                switch try fileKind(entryPath) {
                case .folder(let identity):
                    if identity == outputFolder {
                        add(entryPath, name: entryName, .skipped(Text(en: "results are written there", zh: "结果文件夹")))
                    } else if depth >= Self.deepestFolder {
                        add(
                            entryPath, name: entryName,
                            .skipped(
                                Text(
                                    en: "it is more than \(Self.deepestFolder) folders deep",
                                    zh: "文件夹超过 \(Self.deepestFolder) 层")))
                    } else {
                        walkFolder(entryPath, name: entryName, depth: depth + 1)
                    }
                case .file(let size):
                    if let archive = archive(entryPath, isFound: true) {
                        walkArchive(archive, label: entryPath, name: entryName, depth: 1)
                    } else {
                        add(entryPath, name: entryName, .read, size: size)
                    }
                case .symbolicLink:
                    add(entryPath, name: entryName, .skipped(Text(en: "it is a symbolic link", zh: "符号链接")))
                case .other:
                    add(entryPath, name: entryName, .skipped(Text(en: "it is no regular file", zh: "不是普通文件")))
                }
            } catch {
                add(entryPath, name: entryName, .failed(Self.cannotRead(entryPath, error)))
            }
        }
    }

    private static func cannotRead(_ path: String, _ error: SystemError) -> InputFailure {
        InputFailure(
            .error(Text(en: "cannot read '\(path)': \(error.text.en)", zh: "无法读取“\(path)”：\(error.text.zh)")))
    }

    // MARK: Archives

    /// The bytes of a file that is an archive of files. What cannot be read is left to the reader to say.
    private func archive(_ path: String, isFound: Bool) -> [UInt8]? {
        guard let beginning = try? FileHandle(reading: path, isFound: isFound).readBeginning(4),
            ContainerReader.isContainer(beginning),
            let bytes = try? FileHandle(reading: path, isFound: isFound).readAll(limit: limits.bytes), Self.isArchive(bytes, limits)
        else { return nil }
        return bytes
    }

    private static func isArchive(_ bytes: [UInt8], _ limits: ReadingLimits) -> Bool {
        guard ContainerReader.isContainer(bytes), let archive = try? ZipArchive(bytes, limits: limits) else {
            return false
        }
        return ContainerReader.kind(of: archive) == .archive
    }

    private func walkArchive(_ bytes: [UInt8], label: String, name: String, depth: Int) {
        var budget = limits.unpackedBytes
        walkArchive(bytes, label: label, name: name, depth: depth, budget: &budget)
    }

    /// - Parameters:
    ///   - label: What messages call the archive.
    ///   - name: As for folders; empty for an archive that the command line names.
    ///   - budget: Bytes that it and the archives in it may still unpack to.
    private func walkArchive(_ bytes: [UInt8], label: String, name: String, depth: Int, budget: inout Int) {
        do throws(ReadingError) {
            let archive = try ZipArchive(bytes, limits: limits)
            let entries = archive.entries.filter { !$0.isFolder }
                .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            if entries.isEmpty { throw ReadingError(.empty, "the archive holds no files") }
            for entry in entries {
                let parts = entry.name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
                let entryLabel = "\(label)/\(entry.name)"
                let entryName = name.isEmpty ? entry.name : "\(name)/\(entry.name)"
                let isHidden = parts.contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." || $0 == "__MACOSX" }
                if isHidden {
                    add(entryLabel, name: entryName, .skipped(Text(en: "it is hidden", zh: "隐藏文件")))
                    continue
                }
                do throws(ReadingError) {
                    guard entry.size <= budget else {
                        throw ReadingError(
                            .limitExceeded,
                            "the archive unpacks to more than the \(limits.unpackedBytes) bytes that are read",
                            hint: "raise --max-unpacked-bytes if you trust the file")
                    }
                    let content = try archive.read(entry)
                    budget -= content.count
                    if Self.isArchive(content, limits) {
                        guard depth < limits.archives else {
                            throw ReadingError(
                                .limitExceeded, "it is packed into archives more than \(limits.archives) deep",
                                hint: "raise --max-archives if you trust the file")
                        }
                        walkArchive(content, label: entryLabel, name: entryName, depth: depth + 1, budget: &budget)
                    } else {
                        try addEntry(content, label: entryLabel, name: entryName)
                    }
                } catch {
                    add(
                        entryLabel, name: entryName,
                        .failed(InputFailure(GuizeError(error).message(for: Input(path: entryLabel)))))
                }
            }
        } catch {
            add(label, name: name, .failed(InputFailure(GuizeError(error).message(for: Input(path: label)))))
        }
    }

    private func addEntry(_ bytes: [UInt8], label: String, name: String) throws(ReadingError) {
        do throws(ProcessError) {
            let folder: Unpacked
            if let unpacked {
                folder = unpacked
            } else {
                folder = try Unpacked()
                unpacked = folder
            }
            var input = Input(path: try folder.add(bytes))
            input.shownPath = label
            add(FoundInput(input: input, bundleName: name), size: bytes.count)
        } catch {
            throw ReadingError(unpacking: error)
        }
    }

    // MARK: Duplicates and names

    /// Files of one size are compared by their digests; the first of those that are the same is read.
    private func markDuplicates() {
        var bySize: [Int: [Int]] = [:]
        for index in found.indices where sizes[index] > 0 && sizes[index] <= limits.bytes {
            if case .read = found[index].fate { bySize[sizes[index], default: []].append(index) }
        }
        for indices in bySize.values where indices.count > 1 {
            var first: [String: Int] = [:]
            for index in indices {
                // What cannot be read is reported when it is its turn.
                guard let bytes = try? found[index].input.bytes(limit: limits.bytes) else { continue }
                let digest = sha256Hex(bytes)
                if let other = first[digest] {
                    if found[index].wasFound { found[index].fate = .same(as: found[other].input.label) }
                } else {
                    first[digest] = index
                }
            }
        }
    }

    /// Relative paths to file names: `a/b.pdf` to `a__b.pdf.json`. Two that would be the same are numbered.
    private func giveNames() {
        var taken: Set<String> = []
        for index in found.indices {
            guard found[index].wasFound else {
                // Those of the command line are checked before anything is read.
                found[index].bundleName += ".json"
                taken.insert(found[index].bundleName)
                continue
            }
            let plain = Self.fileName(found[index].bundleName)
            var name = plain
            var number = 2
            while !taken.insert(name + ".json").inserted {
                name = "\(plain)~\(number)"
                number += 1
            }
            found[index].bundleName = name + ".json"
        }
    }

    /// File systems take names of up to 255 bytes; `.json`, a number and the mark of a temporary file need some of them.
    private static let longestName = 200

    /// A path as one name: no separators, no control letters, not hidden, not too long.
    static func fileName(_ path: String) -> String {
        var name = ""
        for letter in path.unicodeScalars {
            switch letter {
            case "/", "\\": name += "__"
            case _ where letter.value < 0x20 || (0x7F..<0xA0).contains(letter.value): name += "_"
            default: name.unicodeScalars.append(letter)
            }
        }
        if name.isEmpty || name.hasPrefix(".") { name = "_" + name }
        guard name.utf8.count > longestName else { return name }
        // The end tells more than the beginning; the digest keeps apart what is cut alike.
        var end = name.unicodeScalars.suffix(longestName / 4 - 4)
        while String(end).utf8.count > longestName - 20 { end = end.dropFirst() }
        return sha256Hex(Array(name.utf8)).prefix(16) + "_" + String(end)
    }
}

/// Unpacked entries as files that are numbered, in a temporary folder that goes away with the value.
private final class Unpacked {
    private let folder: TemporaryFolder
    private var count = 0

    init() throws(ProcessError) { folder = try TemporaryFolder() }

    /// The path of a new file with the bytes.
    func add(_ bytes: [UInt8]) throws(ProcessError) -> String {
        count += 1
        try folder.write(bytes, as: "\(count)")
        return "\(folder.path)/\(count)"
    }
}
