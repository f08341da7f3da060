/// How far a long run is, on a terminal alone; elsewhere nothing is shown.
struct Progress {
    private let total: Int
    private let isShown: Bool
    private var done = 0
    private var shown = -1

    /// Runs that are over in a moment need no bar.
    private static let smallestTotal = 100

    init(total: Int) {
        self.total = total
        isShown =
            total >= Progress.smallestTotal && isTerminal(FileHandle.standardError)
            && environmentVariable("TERM") != "dumb"
    }

    /// Counts one item, and redraws the bar when another percent is done.
    mutating func advance() {
        done += 1
        let percent = done * 100 / max(1, total)
        guard isShown, percent != shown else { return }
        shown = percent
        let filled = percent * 30 / 100
        let bar = String(repeating: "━", count: filled) + String(repeating: " ", count: 30 - filled)
        draw("\r\(bar) \(percent)% (\(done)/\(total))")
    }

    /// Takes the bar away, so that a message or the end of the run stands on a line of its own.
    func clear() {
        if isShown, shown >= 0 { draw("\r\u{1B}[K") }
    }

    private func draw(_ text: String) {
        try? FileHandle(standard: FileHandle.standardError).write(Array(text.utf8))
    }
}
