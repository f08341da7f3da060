import PolicyRules
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
    /// Set before the ids of an attachment's sections: A1.
    private var scope = ""

    /// The innermost open section.
    var current: Int? { open.last?.section }

    /// Begins the numbering anew for the next attachment.
    mutating func enterAttachment(_ number: Int) {
        open = []
        lastNumber = [:]
        parents = [:]
        scope = "A\(number)."
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
                report(.outlineRepeat, "number \(marker.number) follows \(previous)", marker)
            } else if marker.number > previous + 1 {
                report(.outlineGap, "number \(marker.number) follows \(previous)", marker)
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
                report(marker.number == last ? .outlineRepeat : .outlineGap, message, marker)
            }
        }
        parents[marker.style] = open.last?.style
        let parent = open.last?.section
        let stem = parent.map { sections[$0].id + "." } ?? scope
        // No other id holds ~, so the count alone makes a repeat's id its own.
        var id = stem + String(marker.number)
        let times = uses[id, default: 0] + 1
        uses[id] = times
        if times > 1 { id += "~\(times)" }
        sections.append(
            Section(
                id: id, level: open.count + 1, markerRange: marker.range,
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

    private mutating func report(_ code: DiagnosticCode, _ message: String, _ marker: Marker) {
        findings.append(NoticeFinding(code: code, message: message, range: marker.range))
    }
}
