import NoticeModel

/// Aid by the number of the item that names its people, for sentences that cite items by number.
struct ItemIndex {
    private struct Key: Hashable {
        var parent: Int?
        var number: Int
    }

    private let sections: [Section]
    private var items: [Key: [Int]] = [:]

    init(sections: [Section]) { self.sections = sections }

    mutating func add(_ item: Int, section: Int?) {
        guard let section, let number = sections[section].number else { return }
        items[Key(parent: sections[section].parent, number: number), default: []].append(item)
    }

    /// The items cited by a sentence of the section: those beside it, or those below it.
    func items(_ reference: ItemReference, section: Int?) -> [Int] {
        let parents = [section, section.flatMap { sections[$0].parent }]
        for parent in parents {
            let found = (1...20).filter(reference.contains).flatMap { items[Key(parent: parent, number: $0)] ?? [] }
            if !found.isEmpty { return found }
        }
        // 第1至6类人员的资助资金由…: the classes of a list that stands elsewhere, if one list alone has most of them.
        let wanted = reference.isException ? [] : reference.numbers
        func count(_ parent: Int?) -> Int { wanted.filter { items[Key(parent: parent, number: $0)] != nil }.count }
        let lists = Set(items.keys.map(\.parent)).filter { count($0) * 2 > wanted.count }
        guard lists.count == 1, let list = lists.first else { return [] }
        return wanted.sorted().flatMap { items[Key(parent: list, number: $0)] ?? [] }
    }

}

/// Aid that waits for the sentence that names its fund: that of its own section, of the section above, or of one beside it.
///
/// Each piece of aid is handed out once, so that all sentences together take time linear in the aid.
struct FundQueue {
    struct Place: Comparable {
        var passage: Int
        var sentence: Int

        static func < (a: Place, b: Place) -> Bool { (a.passage, a.sentence) < (b.passage, b.sentence) }
    }

    private struct Bucket {
        var entries: [(place: Place, item: Int)] = []
        var next = 0
    }

    private let parents: [Int?]
    private var bySection: [Int?: Bucket] = [:]
    private var byParent: [Int: Bucket] = [:]
    private var taken: Set<Int> = []

    /// - Parameter items: What waits, by its place and the section that it stands in.
    init(sections: [Section], items: [(item: Int, place: Place, section: Int?)]) {
        parents = sections.map(\.parent)
        for (item, place, section) in items.sorted(by: { ($0.place, $0.item) < ($1.place, $1.item) }) {
            bySection[section, default: Bucket()].entries.append((place, item))
            if let parent = section.flatMap({ parents[$0] }) {
                byParent[parent, default: Bucket()].entries.append((place, item))
            }
        }
    }

    /// Hands out what waits before a place for a sentence of the section.
    mutating func take(before place: Place, section: Int?) -> [Int] {
        var items = FundQueue.take(from: &bySection[section], before: place)
        if let section {
            items += FundQueue.take(from: &byParent[section], before: place)
            if let parent = parents[section] { items += FundQueue.take(from: &byParent[parent], before: place) }
        }
        return items.filter { taken.insert($0).inserted }
    }

    private static func take(from bucket: inout Bucket?, before place: Place) -> [Int] {
        guard var open = bucket else { return [] }
        bucket = nil
        var items: [Int] = []
        while open.next < open.entries.count, open.entries[open.next].place < place {
            items.append(open.entries[open.next].item)
            open.next += 1
        }
        bucket = open.next < open.entries.count ? open : nil
        return items
    }
}
