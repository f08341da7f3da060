import PolicyText

/// The state of the numbering while a text is read from top to bottom: which items are open, and what number each style
/// had last.
///
/// Levels are those of the nesting as found. A style that is open goes on or, at 1, begins again; a style that is not open
/// begins at 1 under the item before it, or runs on from where it stopped under the item before (（四） under 二、 after （三）
/// under 一、).
struct Outline {
    enum Fit {
        /// The next number of an open style.
        case next
        /// 1 of a style that is not open.
        case first
        /// The next number of a style that was open under an earlier parent.
        case runsOn
        case none
    }
    struct Item {
        var style: Marker.Style
        var number: Int
        var section: Int
    }
    private(set) var open: [Item] = []
    private(set) var sections: [Section] = []
    private(set) var findings: [NoticeFinding] = []
    /// The style under which each style stood last.
    private var parents: [Marker.Style: Marker.Style] = [:]
    private var lastNumber: [Marker.Style: Int] = [:]
    /// How often each id was given, without its ~.
    private var uses: [String: Int] = [:]
    /// Headings without a marker that are open, outermost first, with their levels in the source.
    private var headings: [(level: Int, section: Int)] = []
    /// Set before the ids of an attachment's sections: A1.
    private var scope = ""

    /// The innermost open section.
    var current: Int? { open.last?.section ?? headings.last?.section }

    /// Begins the numbering anew for the next attachment.
    mutating func enterAttachment(_ number: Int) {
        open = []
        lastNumber = [:]
        parents = [:]
        headings = []
        scope = "A\(number)."
    }

    /// Opens the section of a heading that has no marker and that the source marks as a heading. The numbering begins anew
    /// under it; its id counts the headings beside it: h1, h1.h2.
    mutating func addHeading(level: Int, _ range: Range<Int>) {
        open = []
        lastNumber = [:]
        parents = [:]
        headings.removeAll { $0.level >= level }
        let parent = headings.last?.section
        let stem = (parent.map { sections[$0].id + "." } ?? scope) + "h"
        let number = uses[stem, default: 0] + 1
        uses[stem] = number
        sections.append(
            Section(
                id: stem + String(number), level: headings.count + 1, markerRange: range.lowerBound..<range.lowerBound,
                headingRange: range, range: range, parent: parent))
        headings.append((level, sections.count - 1))
    }

    func fit(_ marker: Marker) -> Fit {
        if let item = open.last(where: { $0.style == marker.style }) {
            return marker.number == item.number + 1 ? .next : .none
        }
        if marker.number == 1 { return .first }
        if let last = lastNumber[marker.style], last == marker.number - 1 { return .runsOn }
        return .none
    }

    /// Whether the marker goes on an open style but for one number.
    func skipsOne(_ marker: Marker) -> Bool {
        open.last { $0.style == marker.style }.map { marker.number == $0.number + 2 } ?? false
    }

    /// Opens the item's section and returns its index.
    ///
    /// - Parameter nests: whether the item stands under the innermost open one though its style is of a higher rank,
    ///   because that one's numbering goes on later.
    mutating func add(_ marker: Marker, nests: (Item) -> Bool) -> Int {
        if let index = open.lastIndex(where: { $0.style == marker.style }) {
            let previous = open[index].number
            open.removeSubrange(index...)
            if marker.number <= previous {
                report("outline.repeat", "number \(marker.number) follows \(previous)", marker)
            } else if marker.number > previous + 1 {
                report("outline.gap", "number \(marker.number) follows \(previous)", marker)
            }
        } else {
            while let top = open.last, top.style.rawValue > marker.style.rawValue,
                !(marker.number == 1 && (nests(top) || parents[marker.style] == top.style))
            {
                open.removeLast()
            }
            let last = lastNumber[marker.style] ?? 0
            if marker.number != 1, marker.number != last + 1 {
                let message =
                    last == 0 ? "the numbering begins with \(marker.number)" : "number \(marker.number) follows \(last)"
                report(marker.number == last ? "outline.repeat" : "outline.gap", message, marker)
            }
        }
        parents[marker.style] = open.last?.style
        let parent = current
        let stem = parent.map { sections[$0].id + "." } ?? scope
        // No other id holds ~, so the count alone makes a repeat's id its own.
        var id = stem + String(marker.number)
        let times = uses[id, default: 0] + 1
        uses[id] = times
        if times > 1 { id += "~\(times)" }
        sections.append(
            Section(
                id: id, level: headings.count + open.count + 1, markerRange: marker.range,
                headingRange: marker.range.upperBound..<marker.range.upperBound, range: marker.range, parent: parent))
        open.append(Item(style: marker.style, number: marker.number, section: sections.count - 1))
        lastNumber[marker.style] = marker.number
        return sections.count - 1
    }

    mutating func setHeading(_ section: Int, _ range: Range<Int>) { sections[section].headingRange = range }

    /// Widens the section and those around it to the end of a block.
    mutating func extend(_ section: Int?, to end: Int) {
        var index = section
        var end = end
        while let at = index {
            end = max(end, sections[at].range.upperBound)
            sections[at].range = sections[at].range.lowerBound..<end
            index = sections[at].parent
        }
    }

    private mutating func report(_ code: String, _ message: String, _ marker: Marker) {
        findings.append(NoticeFinding(code: code, severity: .note, message: message, range: marker.range))
    }
}
