import NoticeModel

/// A page as an image of gray levels.
package struct GrayImage: Sendable {
    let width: Int
    let height: Int
    /// By rows from the top; 0 is black, 255 white.
    private let levels: ArraySlice<UInt8>

    /// Darker than this is ink: borders are often gray, and white paper is seldom scanned darker than 200.
    private static let ink: UInt8 = 180

    /// Reads the PGM format of Netpbm with one byte a pixel (P5).
    package init(portableGraymap bytes: [UInt8]) throws(ReadingError) {
        var position = 0
        func number() -> Int? {
            while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
            var value: Int?
            while position < bytes.count, (0x30...0x39).contains(bytes[position]), (value ?? 0) < 100_000 {
                value = (value ?? 0) * 10 + Int(bytes[position] - 0x30)
                position += 1
            }
            return value
        }
        let isGraymap = bytes.starts(with: Array("P5".utf8))
        position = 2
        guard isGraymap, let width = number(), let height = number(), let most = number(), most == 255,
            bytes.count - position - 1 >= width * height, width > 0, height > 0
        else {
            throw ReadingError(.damaged, "its page cannot be drawn")
        }
        self.width = width
        self.height = height
        levels = bytes[(position + 1)..<(position + 1 + width * height)]
    }

    /// Straight level and upright lines longer than `leastLength` points, no thicker than 3: those that a table has and a
    /// letter has not.
    package func rulingLines(pointsPerPixel scale: Double, leastLength: Double = 24) -> [RulingLine] {
        let least = Int(leastLength / scale)
        let thickest = max(1, Int(3 / scale))
        let base = levels.startIndex
        func level(_ along: Int, _ across: Int) -> Bool { levels[base + across * width + along] < Self.ink }
        func upright(_ along: Int, _ across: Int) -> Bool { levels[base + along * width + across] < Self.ink }
        let rows = Self.runs(lines: height, length: width, least: least, isInk: level)
        let columns = Self.runs(lines: width, length: height, least: least, isInk: upright)
        return Self.strokes(rows, thickest: thickest).compactMap {
            RulingLine(
                x1: Double($0.start) * scale, y1: $0.middle * scale, x2: Double($0.end) * scale, y2: $0.middle * scale)
        }
            + Self.strokes(columns, thickest: thickest).compactMap {
                RulingLine(
                    x1: $0.middle * scale, y1: Double($0.start) * scale, x2: $0.middle * scale,
                    y2: Double($0.end) * scale)
            }
    }

    private struct Run {
        var line: Int
        var start: Int
        var end: Int
    }

    private struct Stroke {
        var first: Int
        var last: Int
        var start: Int
        var end: Int
        var middle: Double { Double(first + last + 1) / 2 }
    }

    /// Unbroken runs of ink, gaps of two pixels passed over.
    private static func runs(lines: Int, length: Int, least: Int, isInk: (Int, Int) -> Bool) -> [Run] {
        var runs: [Run] = []
        for line in 0..<lines {
            var start: Int?
            var end = 0
            for at in 0..<length {
                if isInk(at, line) {
                    if start == nil { start = at }
                    end = at + 1
                } else if let from = start, at - end >= 2 {
                    if end - from >= least { runs.append(Run(line: line, start: from, end: end)) }
                    start = nil
                }
            }
            if let from = start, end - from >= least { runs.append(Run(line: line, start: from, end: end)) }
        }
        return runs
    }

    /// Runs of neighbouring lines as one stroke; what is thicker than a line is a picture or a shade.
    private static func strokes(_ runs: [Run], thickest: Int) -> [Stroke] {
        var open: [Stroke] = []
        var done: [Stroke] = []
        var index = 0
        while index < runs.count {
            let line = runs[index].line
            // Strokes that the line before did not carry on are finished. A scan is never quite straight: one line may miss.
            done += open.filter { $0.last < line - 2 }
            open.removeAll { $0.last < line - 2 }
            while index < runs.count, runs[index].line == line {
                let run = runs[index]
                if let at = open.firstIndex(where: { $0.start < run.end + 2 && run.start < $0.end + 2 }) {
                    open[at].last = line
                    open[at].start = min(open[at].start, run.start)
                    open[at].end = max(open[at].end, run.end)
                } else {
                    open.append(Stroke(first: line, last: line, start: run.start, end: run.end))
                }
                index += 1
            }
        }
        return (done + open).filter { $0.last - $0.first + 1 <= thickest }
    }
}
