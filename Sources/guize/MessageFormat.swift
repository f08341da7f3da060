import PolicyReport

/// How messages look: the language and whether they are coloured.
struct MessageFormat: Sendable {
    var language: Language
    var isColoured: Bool
    /// The columns that an excerpt may take.
    var width = 100

    /// The message as lines, in the manner of rustc:
    ///
    ///     error[sum-mismatch]: the parts do not add up
    ///      --> notice.txt:7:12
    ///       |
    ///     7 | 个人缴费400元
    ///       |         ^^^^^
    ///     help: …
    func lines(of message: Message) -> [String] {
        let code = message.code.map { "[\($0)]" } ?? ""
        let label = paint(message.severity.label(language) + code, severityColour(message.severity))
        var lines = ["\(label): \(paint(printable(message.text(language)), .bold))"]
        if let place = message.place { lines += self.lines(of: place, colour: severityColour(message.severity)) }
        if let help = message.help {
            lines.append("\(paint(Text(en: "help", zh: "建议")(language), .cyan)): \(printable(help(language)))")
        }
        return lines
    }

    /// The place and its line with a caret, without a message.
    func excerptLines(of place: Message.Place) -> [String] { lines(of: place, colour: .cyan) }

    private func lines(of place: Message.Place, colour: Colour) -> [String] {
        let position = [place.line, place.column].compactMap { $0.map { ":\($0)" } }.joined()
        guard let line = place.line, let excerpt = place.excerpt else {
            return [" \(paint("-->", .blue)) \(printable(place.file))\(position)"]
        }
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        let (shown, before, marked) = clip(excerpt)
        let caret = String(repeating: " ", count: before) + paint(String(repeating: "^", count: max(1, marked)), colour)
        return [
            "\(margin)\(paint("-->", .blue)) \(printable(place.file))\(position)",
            "\(margin) \(paint("|", .blue))",
            trimmingSpaces("\(paint(number, .blue)) \(paint("|", .blue)) \(shown)"),
            "\(margin) \(paint("|", .blue)) \(caret)",
        ]
    }

    /// The part of a line that is worth showing, and how many columns stand before and under the mark. A paragraph of a
    /// notice is one line of hundreds of letters: what does not fit is cut and shown as `…`.
    private func clip(_ excerpt: Message.Excerpt) -> (line: String, before: Int, marked: Int) {
        let scalars = Array(excerpt.line.unicodeScalars)
        let start = min(excerpt.marked.lowerBound, scalars.count)
        let end = min(max(excerpt.marked.upperBound, start), scalars.count)
        var first = start
        var last = start
        var columns = 0
        while last < end, columns + displayWidth(scalars[last]) <= width - 24 {
            columns += displayWidth(scalars[last])
            last += 1
        }
        let marked = columns
        // Context in front takes a third of the room that is left, the rest follows behind.
        var before = 0
        while first > 0, before + displayWidth(scalars[first - 1]) <= (width - marked) / 3 {
            first -= 1
            before += displayWidth(scalars[first])
        }
        columns += before
        while last < scalars.count, columns + displayWidth(scalars[last]) <= width {
            columns += displayWidth(scalars[last])
            last += 1
        }
        var view = String.UnicodeScalarView()
        // A control letter in a file must not steer the terminal.
        view.append(contentsOf: scalars[first..<last].lazy.map { isControl($0) ? " " : $0 })
        // Zero-width controls became spaces, so that the columns are counted on what is shown.
        let shownBefore = scalars[first..<start].reduce(0) { $0 + (isControl($1) ? 1 : displayWidth($1)) }
        let shownMarked = scalars[start..<min(max(last, start), end)]
            .reduce(0) { $0 + (isControl($1) ? 1 : displayWidth($1)) }
        let lead = first > 0 ? "…" : ""
        let tail = last < scalars.count ? "…" : ""
        return (lead + String(view) + tail, shownBefore + lead.count, shownMarked)
    }

    /// Names of files and of entries come from outside: what would steer the terminal or turn letters around is spelled.
    private func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var shown = String.UnicodeScalarView()
        for letter in text.unicodeScalars {
            if isControl(letter) {
                shown.append(contentsOf: "\\u{\(String(letter.value, radix: 16))}".unicodeScalars)
            } else {
                shown.append(letter)
            }
        }
        return String(shown)
    }

    /// Controls, breaks of lines, and marks of direction (UAX #9), which show a text otherwise than it is.
    private func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    // MARK: Colour

    enum Colour: String {
        case bold = "1"
        case red = "1;31"
        case yellow = "1;33"
        case cyan = "1;36"
        case blue = "1;34"
    }

    func paint(_ text: String, _ colour: Colour) -> String {
        isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    private func severityColour(_ severity: Message.Severity) -> Colour {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .note: .cyan
        }
    }
}

extension MessageFormat {
    /// The format for the standard error stream: colour only on a terminal, and not where NO_COLOR is set.
    static func forStandardError(_ language: Language) -> MessageFormat {
        let isColoured =
            isTerminal(FileHandle.standardError) && (environmentVariable("NO_COLOR") ?? "").isEmpty
            && environmentVariable("TERM") != "dumb"
        return MessageFormat(language: language, isColoured: isColoured)
    }
}
