/// Whom a statement is about.
struct TopicResolver: Sendable {
    let set: ExtractorSet
    let passages: [Passage]
    /// For each section the passage of its heading, and the section above.
    let headings: HeadingIndex
    /// The passages as they stand in the notice, and for each its place among them.
    private let order: [Int]
    private let place: [Int]
    /// The section that a passage heads or stands in.
    private let sections: [Int?]

    init(set: ExtractorSet, passages: [Passage], headings: HeadingIndex) {
        self.set = set
        self.passages = passages
        self.headings = headings
        func start(_ index: Int) -> Int { passages[index].pieces.first?.source ?? 0 }
        order = passages.indices.sorted { (start($0), $0) < (start($1), $1) }
        var place = [Int](repeating: 0, count: passages.count)
        for (position, index) in order.enumerated() { place[index] = position }
        self.place = place
        var sections = passages.map(\.section)
        for (section, passage) in headings.passageOfSection { sections[passage] = section }
        self.sections = sections
    }

    struct Topic {
        var members: [PopulationGroup.Member]
        var passage: Int
        var how: FieldHit.How
        var by: String
        /// The words of a reference (上述人员) through which it was found.
        var reference: FieldHit.Place?
        /// The whole list that the people stand in, where the statement itself names them.
        var list: Range<Int>?
    }

    /// - Parameter alike: Whether those who got the same aid in sentences before may be meant.
    func topic(of trigger: Int, sentence: Int, passage: Int, alike: Bool = true) -> Topic? {
        let here = passages[passage]
        let current = here.sentences[sentence]
        let token = here.tokens[trigger]
        if let group = object(of: token, in: current, of: here) { return stated(group, in: passage) }
        if let pointed = pointed(from: token, sentence: sentence, passage: passage) { return pointed }
        if let unnamed = unnamed(before: trigger, in: current, of: here) { return stated(unnamed, in: passage) }
        var before = current.groups.last { $0.range.upperBound <= token.range.lowerBound }
        // 新认定为甲类的居民: those of the class, not everyone.
        if let last = before, last.members.allSatisfy({ $0.category == .everyone }),
            let named = current.groups.last(where: { $0.range.upperBound < last.range.lowerBound }),
            here.text[named.range.upperBound..<last.range.lowerBound].elementsEqual("的".unicodeScalars)
        {
            before = named
        }
        if let before, !isCutOff(before, from: token, in: here) { return stated(before, in: passage) }
        if let listed = listed(behind: token, in: current, of: here) { return stated(listed, in: passage) }
        if let named = named(after: token, in: current, of: here) { return stated(named, in: passage) }
        if let overall = overlapping(token, in: current) { return stated(overall, in: passage) }
        if case .tableCell = here.origin { return fromHeading(here.section) }
        if alike, let aided = aidedAlike(trigger, sentence: sentence, passage: passage) { return aided }
        if let carried = carried(to: sentence, of: passage) { return carried }
        return fromHeading(here.section) ?? fromTitle()
    }

    /// 对第1、2类人员按…, 本条第（一）项所列人员: the people named by numbered items, in the nearest list that has them all.
    private func items(citedBefore token: Token, in sentence: Sentence, of passage: Int) -> Topic? {
        let here = passages[passage]
        let start = here.statementStart(before: token.range.lowerBound, in: sentence)
        guard start < token.range.lowerBound,
            let cited = ItemReference(
                citedIn: sentence.range.lowerBound..<token.range.lowerBound, from: start, of: here.text),
            !cited.isException,
            !sentence.groups.contains(where: {
                $0.range.lowerBound >= start && $0.range.upperBound <= token.range.lowerBound
                    && $0.members.contains { $0.category != .everyone }
            })
        else { return nil }
        var lists: [Int?: [Int: [PopulationGroup.Member]]] = [:]
        var nearest: [Int?] = []
        for next in order[..<place[passage]].reversed().prefix(120) {
            guard let number = passages[next].number else { continue }
            let parent = headings.parent(of: sections[next])
            if let article = cited.article, headings.number(of: parent) != article { continue }
            if lists[parent] == nil { nearest.append(parent) }
            let people = people(under: next)
            if !people.isEmpty, lists[parent]?[number] == nil { lists[parent, default: [:]][number] = people }
        }
        for parent in nearest {
            guard let list = lists[parent], cited.numbers.allSatisfy({ list[$0] != nil }) else { continue }
            let people = once(cited.numbers.sorted().flatMap { list[$0] ?? [] })
            if people.isEmpty { continue }
            return Topic(
                members: people, passage: people[0].definedIn ?? passage, how: .inherited, by: "items of the list",
                reference: nil)
        }
        return nil
    }

    /// The people named by an item and by what stands under it.
    private func people(under item: Int) -> [PopulationGroup.Member] {
        let section = sections[item]
        var members: [PopulationGroup.Member] = []
        for next in order[place[item]...].prefix(30) {
            let isInside = next == item || section != nil && isWithin(sections[next], section)
            guard isInside else { break }
            var groups = passages[next].sentences.flatMap(\.groups)
            if groups.isEmpty, let name = unlisted(passages[next]) { groups = [name] }
            members += groups.flatMap(\.members).map { member in
                var member = member
                member.definedIn = member.definedIn ?? next
                return member
            }
        }
        return once(members)
    }

    private func isWithin(_ section: Int?, _ outer: Int?) -> Bool {
        var current = section
        while let inner = current {
            if inner == outer { return true }
            current = headings.parent(of: inner)
        }
        return false
    }

    /// Whether words point back to people (前款规定的人员, 第三项人员) whom nothing before them names. What is said of them is
    /// not said of everyone.
    func pointsNowhere(_ trigger: Int, sentence: Int, passage: Int) -> Bool {
        let here = passages[passage]
        let current = here.sentences[sentence]
        let token = here.tokens[trigger]
        let start = here.statementStart(before: token.range.lowerBound, in: current)
        let isNamed = current.groups.contains {
            $0.range.lowerBound >= start && $0.members.contains { $0.category != .everyone }
        }
        if isNamed || start >= token.range.lowerBound { return false }
        let pointer = reference(before: token, after: start, in: current, of: here)
        // 除上述人员以外的居民 are not those above.
        let points =
            pointer.map { $0.lowerBound == 0 || here.text[$0.lowerBound - 1] != "除" } ?? false
            || ItemReference(
                citedIn: current.range.lowerBound..<token.range.lowerBound, from: start, of: here.text) != nil
        return points && pointed(from: token, sentence: sentence, passage: passage) == nil
    }

    /// 上表第1至5类人员: the people of those rows of the table before or after it.
    private func rows(citedIn sentence: Sentence, of passage: Int) -> Topic? {
        let here = passages[passage]
        let words = sentence.range.dropLast().first {
            here.text[$0 + 1] == "表" && "上下附本".unicodeScalars.contains(here.text[$0])
        }
        guard let words, let cited = ItemReference(in: words..<sentence.range.upperBound, of: here.text) else {
            return nil
        }
        var members: [PopulationGroup.Member] = []
        for next in order where passages[next].tableLead != nil {
            let row = passages[next]
            guard
                row.section == here.section || isSibling(row.section, here.section)
                    || row.section == headings.parent(of: here.section), let name = row.pieces.first,
                let number = Int(row.string(name.start..<name.start + name.count).filter { !$0.isWhitespace }),
                cited.contains(number)
            else { continue }
            members += row.sentences.flatMap(\.groups).flatMap(\.members).map { member in
                var member = member
                member.definedIn = member.definedIn ?? next
                return member
            }
        }
        let people = once(members)
        if people.isEmpty { return nil }
        return Topic(
            members: people, passage: people[0].definedIn ?? passage, how: .inherited, by: "rows of the table",
            reference: FieldHit.Place(passage: passage, range: words..<words + 2))
    }

    /// The people whom words of the sentence point back to (上述人员) or ahead to (下列人员).
    private func pointed(from token: Token, sentence: Int, passage: Int) -> Topic? {
        let here = passages[passage]
        let current = here.sentences[sentence]
        let before = current.groups.last { $0.range.upperBound <= token.range.lowerBound }
        if let reference = reference(before: token, after: before?.range.upperBound, in: current, of: here),
            let found = earlier(
                passage, sentence: sentence,
                isParagraphBefore: here.text[reference].starts(with: "前款".unicodeScalars))
        {
            return Topic(
                members: found.members, passage: found.passage, how: .inherited,
                by: "reference \(here.string(reference))",
                reference: FieldHit.Place(passage: passage, range: reference))
        }
        if let cited = items(citedBefore: token, in: current, of: passage) { return cited }
        return rows(citedIn: current, of: passage) ?? below(token, sentence: sentence, passage: passage)
    }

    /// 下列人员…：（一）特困人员；（二）孤儿 — the people listed behind the words that point to them, in the same paragraph
    /// or in the items after it. A paragraph that ends in a colon points to its items without such words.
    private func below(_ token: Token, sentence: Int, passage: Int) -> Topic? {
        let here = passages[passage]
        let current = here.sentences[sentence]
        let pointer = current.tokens.last {
            here.tokens[$0].tokenClass == set.names.below && here.tokens[$0].range.lowerBound < token.range.upperBound
        }.map { here.tokens[$0].range }
        let endsInColon = here.leadsList
        guard pointer != nil || endsInColon && sentence == here.sentences.count - 1 && current.groups.isEmpty else {
            return nil
        }
        let start = pointer?.upperBound ?? token.range.upperBound
        // What the next sentence says of some of them (…由县财政列支外，其他人员…) is no part of the list.
        var groups = current.groups.filter { $0.range.lowerBound >= start }
        if groups.isEmpty {
            groups = here.sentences[sentence...].flatMap(\.groups).filter { $0.range.lowerBound >= start }
        }
        var definedIn = passage
        var members = groups.flatMap(\.members)
        if groups.isEmpty || endsInColon || here.text.last == "；" {
            let items = order[(place[passage] + 1)...].prefix(20)
            for next in items {
                let item = passages[next]
                // The items stand side by side; what stands higher in the outline is something else.
                guard let first = items.first,
                    sections[next] == sections[first]
                        || isSibling(sections[next], sections[first]) && sections[next] != sections[passage]
                else { break }
                // A statement of its own ends the list; so does a paragraph that names nobody.
                let speaks = item.tokens.contains {
                    [set.heads.amount, set.heads.rate, set.heads.aidMode, set.heads.zero].contains($0.tokenClass)
                }
                groups = item.sentences.flatMap(\.groups)
                if groups.isEmpty, let name = unlisted(item) { groups = [name] }
                if speaks || groups.isEmpty && item.text.count > 40 { break }
                if members.isEmpty { definedIn = next }
                members += groups.flatMap(\.members).map { member in
                    var member = member
                    member.definedIn = member.definedIn ?? next
                    return member
                }
            }
        }
        let people = once(members)
        if people.isEmpty { return nil }
        return Topic(
            members: people, passage: definedIn, how: .inherited, by: "list below",
            reference: pointer.map { FieldHit.Place(passage: passage, range: $0) })
    }

    /// An item that is a name and nothing else: 当年刑满释放人员；
    private func unlisted(_ item: Passage) -> PopulationGroup? {
        var end = item.text.firstIndex(of: "（") ?? item.text.count
        while end > 0, isPunctuation(item.text[end - 1]) { end -= 1 }
        return UnlistedPeople.isName(0..<end, in: item.text) ? UnlistedPeople.group([0..<end], in: item.text) : nil
    }

    /// After a semicolon a statement that begins with its own subject (…的，) is not about the people before it.
    private func isCutOff(_ group: PopulationGroup, from token: Token, in passage: Passage) -> Bool {
        var at = token.range.lowerBound
        var lastComma: Int?
        while at > group.range.upperBound {
            at -= 1
            if passage.text[at] == "，" { lastComma = at }
            if passage.text[at] == "；" {
                guard let lastComma, lastComma - at > 5, passage.text[lastComma - 1] == "的" else { return false }
                return namesSubject(at..<lastComma, in: passage)
            }
        }
        return false
    }

    /// 劳动年龄内居民每人每年725元: people right before a figure whom the vocabulary does not know. They are a group of
    /// their own; their figure is not that of the group named before them.
    private func unnamed(before trigger: Int, in sentence: Sentence, of passage: Passage) -> PopulationGroup? {
        let token = passage.tokens[trigger]
        guard token.tokenClass == set.heads.amount else { return nil }
        var start = token.range.lowerBound
        let floor = max(
            sentence.range.lowerBound,
            trigger > sentence.tokens.lowerBound ? passage.tokens[trigger - 1].range.upperBound : 0)
        while start > floor, token.range.lowerBound - start < 20, !isPunctuation(passage.text[start - 1]),
            passage.text[start - 1] != "、"
        {
            start -= 1
        }
        var end = token.range.lowerBound
        while end > start, "为按均是".unicodeScalars.contains(passage.text[end - 1]) { end -= 1 }
        // A name begins where a clause or an item of a list begins, not in the middle of words.
        let begins =
            start == sentence.range.lowerBound || isPunctuation(passage.text[start - 1])
            || passage.text[start - 1] == "、"
        guard begins, (4...16).contains(end - start) else { return nil }
        guard UnlistedPeople.isName(start..<end, in: passage.text) else { return nil }
        return UnlistedPeople.group([start..<end], in: passage.text)
    }

    func topicHere(of trigger: Int, head: Int?, sentence: Int, passage: Int) -> Topic? {
        let here = passages[passage]
        let current = here.sentences[sentence]
        let token = here.tokens[trigger]
        if case .tableCell = here.origin { return topic(of: trigger, sentence: sentence, passage: passage) }
        if let unnamed = unnamed(before: trigger, in: current, of: here) { return stated(unnamed, in: passage) }
        let clause = current.clause(at: token.range.lowerBound)
        let start = head.map { min($0, trigger) == trigger ? clause.lowerBound : here.tokens[$0].range.upperBound }
        let near = current.groups.last {
            $0.range.upperBound <= token.range.lowerBound
                && $0.range.lowerBound >= min(clause.lowerBound, start ?? clause.lowerBound)
        }
        return (near ?? contributing(before: clause, in: current, of: here)).map { stated($0, in: passage) }
    }

    /// 学生个人缴费400元，财政补助690元: the clause goes on about those whose contribution the clause before states.
    private func contributing(before clause: Range<Int>, in sentence: Sentence, of passage: Passage) -> PopulationGroup?
    {
        guard let group = sentence.groups.last(where: { $0.range.upperBound <= clause.lowerBound }),
            group.members.allSatisfy({ $0.category != .everyone }),
            group.range.lowerBound == sentence.range.lowerBound
                || isPunctuation(passage.text[group.range.lowerBound - 1]),
            !passage.text[group.range.upperBound..<clause.lowerBound].contains("；")
        else { return nil }
        let contributes = sentence.tokens.contains {
            let token = passage.tokens[$0]
            return token.range.lowerBound >= group.range.upperBound && token.range.upperBound <= clause.lowerBound
                && token.tokenClass == set.heads.measure && token.code == set.heads.individualContribution
        }
        return contributes ? group : nil
    }

    private func stated(_ group: PopulationGroup, in passage: Int) -> Topic {
        Topic(members: group.members, passage: passage, how: .stated, by: "sentence", reference: nil, list: group.range)
    }

    /// 全额资助特困人员、孤儿: the people right behind a verb of aid.
    private func object(of token: Token, in sentence: Sentence, of passage: Passage) -> PopulationGroup? {
        guard token.tokenClass == set.heads.aidMode || token.tokenClass == set.heads.measure else { return nil }
        return sentence.groups.first {
            $0.range.lowerBound >= token.range.upperBound && $0.range.lowerBound - token.range.upperBound <= 1
                && !passage.text[token.range.upperBound..<$0.range.lowerBound].contains {
                    isPunctuation($0) || $0 == "、"
                }
        }
    }

    /// A group that holds the trigger itself (未参保的 inside a phrase).
    private func overlapping(_ token: Token, in sentence: Sentence) -> PopulationGroup? {
        sentence.groups.first { $0.range.overlaps(token.range) }
    }

    /// 上述人员, 该类对象 before the trigger, unless people are named after it.
    private func reference(
        before token: Token, after position: Int?, in sentence: Sentence, of passage: Passage
    ) -> Range<Int>? {
        for index in sentence.tokens.reversed() {
            let candidate = passage.tokens[index]
            if candidate.range.lowerBound >= token.range.lowerBound { continue }
            if let position, candidate.range.lowerBound < position { return nil }
            if candidate.tokenClass == set.population.anaphor {
                // 重度残疾人不属于前条规定情形的: set against those above.
                let before = string(passage.text[max(0, candidate.range.lowerBound - 3)..<candidate.range.lowerBound])
                return ["不属于", "不在", "非"].contains { before.hasSuffix($0) } ? nil : candidate.range
            }
        }
        return nil
    }

    /// All people named so far in the paragraph, or in the paragraph before.
    private func earlier(_ passage: Int, sentence: Int, isParagraphBefore: Bool) -> (
        members: [PopulationGroup.Member], passage: Int
    )? {
        let members = particular(passages[passage].sentences[..<sentence].flatMap(\.groups))
        if !members.isEmpty { return (members, passage) }
        // 前款规定的人员 are those of the paragraph before, or nobody that can be told.
        if isParagraphBefore, place[passage] > 0 {
            let before = order[place[passage] - 1]
            let people = particular(passages[before].sentences.flatMap(\.groups))
            return people.isEmpty || sections[before] != sections[passage] ? nil : (people, before)
        }
        // All that stand under the same heading, and in the items beside this one.
        var groups: [PopulationGroup] = []
        var definedIn = passage
        // The cells of a table count for nothing: one of ten rows has thirty.
        var paragraphs = 0
        for number in (0..<passage).reversed().prefix(600) where paragraphs < 20 {
            let before = passages[number]
            if case .paragraph = before.origin { paragraphs += 1 }
            guard
                before.section == passages[passage].section || isSibling(before.section, passages[passage].section)
                    || headings.parent(of: before.section) == passages[passage].section
                    || isSibling(headings.parent(of: before.section), passages[passage].section)
            else { break }
            definedIn = number
            groups =
                before.sentences.flatMap(\.groups).map { group in
                    var group = group
                    for index in group.members.indices {
                        group.members[index].definedIn = group.members[index].definedIn ?? number
                    }
                    return group
                } + groups
        }
        let inherited = particular(groups)
        return inherited.isEmpty ? nil : (inherited, definedIn)
    }

    /// The people of several lists, each once; without everyone, and without a whole that only leads up to its parts
    /// (低收入人口参保的，特困人员…；低保对象…).
    private func particular(_ groups: [PopulationGroup]) -> [PopulationGroup.Member] {
        let parts = Set(groups.flatMap(\.members).flatMap { set.broader(than: $0.category) })
        return once(
            groups.filter {
                $0.members.count > 1 || !parts.contains($0.members[0].category) && !$0.members[0].isGeneric
            }.flatMap(\.members))
    }

    private func once(_ members: [PopulationGroup.Member]) -> [PopulationGroup.Member] {
        var seen: Set<PopulationGroup.Category> = []
        return members.filter { $0.category != .everyone && seen.insert($0.category).inserted }
    }

    private func isSibling(_ a: Int?, _ b: Int?) -> Bool {
        guard let a, let b else { return false }
        return headings.parent(of: a) == headings.parent(of: b)
    }

    /// 全额资助对象为特困人员、孤儿; 定额资助：低保对象 — people named behind the trigger by 为, 包括 or a colon.
    private func named(after token: Token, in sentence: Sentence, of passage: Passage) -> PopulationGroup? {
        guard let group = sentence.groups.first(where: { $0.range.lowerBound >= token.range.upperBound })
        else { return nil }
        let gap = passage.text[token.range.upperBound..<group.range.lowerBound]
        guard gap.count <= 16, !gap.contains("，"), !gap.contains("。"), !gap.contains("；") else { return nil }
        let linked =
            gap.contains("：") || gap.contains("为") || gap.contains("是") || gap.contains("括") || gap.contains("有")
        return linked ? group : nil
    }

    /// 资助360元，自己缴40元：返贫致贫人口 — nobody before the colon, and nothing but people behind it.
    private func listed(behind token: Token, in sentence: Sentence, of passage: Passage) -> PopulationGroup? {
        let colon = sentence.range.last { passage.text[$0] == "：" }
        guard let colon, token.range.upperBound <= colon, let first = sentence.groups.first,
            first.range.lowerBound > colon, first.range.lowerBound - colon <= 12
        else { return nil }
        let speaks = sentence.tokens.contains {
            let token = passage.tokens[$0]
            return token.range.lowerBound > colon
                && (token.value != nil && token.tokenClass != set.classes.grade && token.tokenClass != set.classes.age
                    || token.tokenClass == set.heads.measure || token.tokenClass == set.heads.aidMode)
        }
        if speaks { return nil }
        var whole = first
        for group in sentence.groups.dropFirst() {
            whole.members += group.members
            whole.range = whole.range.lowerBound..<group.range.upperBound
        }
        return whole
    }

    /// A sentence that names nobody goes on about the people of the sentence before it in the paragraph.
    private func carried(to sentence: Int, of passage: Int) -> Topic? {
        // 断保后再次参保的，…: a clause that says whom it is for in its own words.
        if opensWithOwnSubject(passages[passage].sentences[sentence], of: passages[passage]) { return nil }
        for earlier in passages[passage].sentences[..<sentence].reversed() {
            guard let group = earlier.groups.last else {
                // 宝宝怎么办？… 断缴划算吗？… a question opens another matter.
                if passages[passage].text[earlier.range].last == "？" { return nil }
                continue
            }
            // A sentence that tells several groups apart leaves no topic behind.
            guard earlier.groups.allSatisfy({ $0.members.map(\.category) == group.members.map(\.category) }) else {
                return nil
            }
            return Topic(
                members: group.members, passage: passage, how: .inherited, by: "sentence before", reference: nil)
        }
        return nil
    }

    /// 定额资助标准为每人每年150元: said of those to whom 定额资助 was given in the sentences before.
    private func aidedAlike(_ trigger: Int, sentence: Int, passage: Int) -> Topic? {
        let here = passages[passage]
        let current = here.sentences[sentence]
        guard current.groups.isEmpty,
            let mode = current.tokens.last(where: { $0 <= trigger && here.tokens[$0].tokenClass == set.heads.aidMode })
        else { return nil }
        var members: [PopulationGroup.Member] = []
        for earlier in here.sentences.indices.prefix(sentence) {
            for index in here.sentences[earlier].tokens
            where here.tokens[index].tokenClass == set.heads.aidMode
                && here.tokens[index].code == here.tokens[mode].code
            {
                // A sentence that names nobody speaks of those found already, unless it points to others; it must not
                // look for them itself, or the work would double with each sentence.
                let repeats = here.sentences[earlier].groups.isEmpty && !members.isEmpty
                let found =
                    repeats
                    ? pointed(from: here.tokens[index], sentence: earlier, passage: passage)
                    : topic(of: index, sentence: earlier, passage: passage, alike: false)
                members += found?.members ?? []
            }
        }
        let people = once(members)
        if people.isEmpty { return nil }
        return Topic(
            members: people, passage: passage, how: .inherited,
            by: "those given \(here.string(here.tokens[mode].range))",
            reference: FieldHit.Place(passage: passage, range: here.tokens[mode].range))
    }

    private func opensWithOwnSubject(_ sentence: Sentence, of passage: Passage) -> Bool {
        guard let clause = sentence.clauses.first, let last = clause.last(where: { !isPunctuation(passage.text[$0]) }),
            passage.text[last] == "的", clause.count > 4
        else { return false }
        let start = string(passage.text[clause].prefix(4))
        return namesSubject(clause, in: passage)
            && !["期间", "其", "属于", "上述", "并", "同时", "其中"].contains { start.hasPrefix($0) }
    }

    /// A clause …的 is a subject of its own where it tells people by when they paid or that they lapsed; a mere
    /// condition (出生28天后参保的) is not.
    private func namesSubject(_ range: Range<Int>, in passage: Passage) -> Bool {
        passage.tokens.contains { token in
            range.contains(token.range.lowerBound) && set.names.ownSubjects.contains(token.tokenClass)
        }
    }

    /// A notice for one group by its title (新生儿参加居民医保告知书) speaks of that group where it names nobody.
    private func fromTitle() -> Topic? {
        guard let title = headings.title else { return nil }
        let groups = passages[title].sentences.flatMap(\.groups).filter {
            $0.members.contains { $0.category != .everyone }
        }
        guard groups.count == 1, groups[0].members.count == 1, !groups[0].members[0].isGeneric,
            case .known = groups[0].members[0].category
        else { return nil }
        return Topic(members: groups[0].members, passage: title, how: .inherited, by: "title", reference: nil)
    }

    private func fromHeading(_ section: Int?) -> Topic? {
        for heading in headings.chain(from: section) {
            let groups = passages[heading].sentences.flatMap(\.groups)
            guard let group = groups.first(where: { $0.members.contains { $0.category != .everyone } }) else {
                continue
            }
            return Topic(
                members: group.members, passage: heading, how: .inherited, by: "heading", reference: nil)
        }
        return nil
    }
}

/// The heading passages of the outline.
struct HeadingIndex: Sendable {
    var passageOfSection: [Int: Int]
    var parents: [Int?]
    /// The passage of the title.
    var title: Int?

    /// The number of each section in its list.
    var numbers: [Int?] = []

    func number(of section: Int?) -> Int? { section.flatMap { numbers.indices.contains($0) ? numbers[$0] : nil } }

    func parent(of section: Int?) -> Int? { section.flatMap { parents.indices.contains($0) ? parents[$0] : nil } }

    /// Passages of the headings above, the innermost first.
    func chain(from section: Int?) -> [Int] {
        var result: [Int] = []
        var current = section
        while let section = current {
            if let passage = passageOfSection[section] { result.append(passage) }
            current = parent(of: section)
        }
        return result
    }
}
