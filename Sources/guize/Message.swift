/// Something to tell the person at the terminal: what, where and what to do.
struct Message: Sendable {
    enum Severity: String, Sendable, Comparable, CaseIterable {
        case note, warning, error

        static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }

        var label: Text {
            switch self {
            case .note: Text(en: "note", zh: "提示")
            case .warning: Text(en: "warning", zh: "警告")
            case .error: Text(en: "error", zh: "错误")
            }
        }
    }

    /// A line of a file with the part of it that is meant.
    struct Excerpt: Sendable {
        /// The line without its line end.
        var line: String
        /// Scalars of the line, from 0; a part that runs on to further lines ends with this one.
        var marked: Range<Int>
    }

    struct Place: Sendable {
        var file: String
        /// Counted from 1; nil where the whole file is meant.
        var line: Int?
        /// Counted in scalars, from 1.
        var column: Int?
        var excerpt: Excerpt?
    }

    var severity: Severity
    /// A name for the kind of finding that does not depend on the language: `sum-mismatch`.
    var code: String?
    var text: Text
    var place: Place?
    var help: Text?

    init(_ severity: Severity, _ text: Text, code: String? = nil, at place: Place? = nil, help: Text? = nil) {
        self.severity = severity
        self.code = code
        self.text = text
        self.place = place
        self.help = help
    }

    static func error(_ text: Text, at place: Place? = nil, help: Text? = nil) -> Message {
        Message(.error, text, at: place, help: help)
    }
}

extension Message.Place {
    /// The place of a range of a text's scalars.
    init(file: String, scalars: [Unicode.Scalar], range: Range<Int>) {
        let start = min(max(range.lowerBound, 0), scalars.count)
        var line = 1
        var lineStart = 0
        for index in 0..<start where scalars[index] == "\n" {
            line += 1
            lineStart = index + 1
        }
        let lineEnd = scalars[lineStart...].firstIndex { $0 == "\n" || $0 == "\r" } ?? scalars.count
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[lineStart..<max(lineStart, lineEnd)])
        let end = min(max(range.upperBound, start), max(lineEnd, start))
        self.init(
            file: file, line: line, column: start - lineStart + 1,
            excerpt: Message.Excerpt(line: String(view), marked: (start - lineStart)..<(end - lineStart)))
    }
}
