/// For each passage the one that leads to its list: 由医疗救助资金按下列标准资助：（一）…；（二）…
///
/// A lead ends in a colon, or stands right before items that are numbered. It leads the items below it, and those beside it
/// until another paragraph stands there.
struct ListLeads: Sendable {
    private var leads: [Int?]

    init(passages: [Passage], headings: HeadingIndex) {
        leads = [Int?](repeating: nil, count: passages.count)
        var headed: [Int: Int] = [:]
        for (section, passage) in headings.passageOfSection { headed[passage] = section }
        func start(_ index: Int) -> Int { passages[index].pieces.first?.source ?? 0 }
        var open: [Int?: Int] = [:]
        /// The paragraph read last, while it may still turn out to lead what follows.
        var candidate: Int?
        for index in passages.indices.sorted(by: { (start($0), $0) < (start($1), $1) }) {
            let passage = passages[index]
            let own = headed[index]
            if passage.isItem, let lead = candidate,
                passages[lead].section == headings.parent(of: passage.section)
                    || passages[lead].section == passage.section
            {
                open[passages[lead].section] = lead
            }
            candidate = nil
            leads[index] = open[passage.section] ?? open[headings.parent(of: passage.section)]
            if passage.leadsList {
                open[own ?? passage.section] = index
            } else if own == nil, !passage.isItem {
                open[passage.section] = nil
                candidate = index
            }
        }
    }

    func lead(of passage: Int) -> Int? { leads[passage] }
}
