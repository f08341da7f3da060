/// What a run did with each file that it came upon, for `--report`; in English, as data are.
struct ReadingReport {
    enum Status: String {
        /// Its bundle was written.
        case extracted
        /// No document.
        case skipped
        /// The same bytes as another file's.
        case same
        /// It could not be read, or its bundle not be written.
        case failed
    }

    private struct Entry {
        var path: String
        var status: Status
        var detail: (key: String, value: String)?
    }

    private var entries: [Entry] = []

    func count(_ status: Status) -> Int { entries.count { $0.status == status } }

    mutating func add(_ path: String, bundle: String?) {
        entries.append(Entry(path: path, status: .extracted, detail: bundle.map { ("bundle", $0) }))
    }

    mutating func add(_ path: String, sameAs other: String) {
        entries.append(Entry(path: path, status: .same, detail: ("sameAs", other)))
    }

    mutating func add(_ path: String, skipped reason: Text) {
        entries.append(Entry(path: path, status: .skipped, detail: ("reason", reason.en)))
    }

    mutating func add(_ path: String, failed message: Message) {
        entries.append(Entry(path: path, status: .failed, detail: ("reason", message.text.en)))
    }

    /// One object with a list `files`, a file a line.
    var json: [UInt8] {
        let lines = entries.map { entry in
            let detail = entry.detail.map { ", \(Self.quoted($0.key)): \(Self.quoted($0.value))" } ?? ""
            return
                "    {\"path\": \(Self.quoted(entry.path)), \"status\": \(Self.quoted(entry.status.rawValue))\(detail)}"
        }
        let counts: [Status] = [.extracted, .skipped, .same, .failed]
        let members = counts.map { "\(Self.quoted($0.rawValue)): \(count($0))" }.joined(separator: ", ")
        let list = lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n  ]"
        return Array("{\n  \"counts\": {\(members)},\n  \"files\": \(list)\n}\n".utf8)
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for letter in text.unicodeScalars {
            switch letter {
            case "\"", "\\": quoted += "\\\(letter)"
            case _ where letter.value < 0x20:
                let digits = String(letter.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(letter)
            }
        }
        return quoted + "\""
    }
}
