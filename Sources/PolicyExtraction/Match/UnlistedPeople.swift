/// Groups of people whom the vocabulary does not know, told by the noun that their name ends with and by where it stands:
/// in a list beside people who are known, or alone before a colon. They become categories of their own rather than being
/// dropped.
enum UnlistedPeople {
    /// Nouns with which the name of a group of people ends.
    private static let nouns = [
        "人员", "对象", "人口", "群众", "居民", "家庭", "儿童", "学生", "老人", "患者", "职工", "村民", "成员", "子女", "父母", "遗属", "家属", "夫妇",
        "夫妻", "移民", "渔民", "牧民", "农民", "工人", "军人", "劳模", "病人", "员", "者", "户",
    ].map { Array($0.unicodeScalars) }
    private static let shortest = 3
    private static let longest = 16

    /// Whether the words are no longer than a name and end with such a noun.
    static func isName(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
        (shortest...longest).contains(range.count) && nouns.contains { text[range].suffix($0.count).elementsEqual($0) }
            && text[range].allSatisfy { isNameLetter($0) }
    }

    static func group(_ ranges: [Range<Int>], in text: [Unicode.Scalar]) -> PopulationGroup? {
        guard let first = ranges.first, let last = ranges.last else { return nil }
        return PopulationGroup(
            members: ranges.map { PopulationGroup.Member(category: .custom(string(text[$0])), range: $0) },
            range: first.lowerBound..<last.upperBound)
    }

    /// 特困人员、护边员由县财政资助: the names that stand in a list with known ones, added to their group.
    static func extend(
        _ groups: [PopulationGroup], in text: [Unicode.Scalar], tokens: ArraySlice<Token>, sentence: Range<Int>
    ) -> [PopulationGroup] {
        groups.map { group in
            if group.members.contains(where: { $0.category == .everyone || $0.isGeneric }) { return group }
            var group = group
            var start = group.range.upperBound
            while let next = name(from: start, in: text, tokens: tokens, sentence: sentence) {
                group.members.append(PopulationGroup.Member(category: .custom(string(text[next])), range: next))
                group.range = group.range.lowerBound..<next.upperBound
                start = next.upperBound
            }
            var end = group.range.lowerBound
            while let before = name(upTo: end, in: text, tokens: tokens, sentence: sentence) {
                group.members.insert(
                    PopulationGroup.Member(category: .custom(string(text[before])), range: before), at: 0)
                group.range = before.lowerBound..<group.range.upperBound
                end = before.lowerBound
            }
            return group
        }
    }

    /// 护边员、农村“四老”人员：由县财政全额资助 — names alone before a colon.
    static func label(in text: [Unicode.Scalar], tokens: ArraySlice<Token>, sentence: Range<Int>) -> PopulationGroup? {
        guard let colon = sentence.prefix(60).first(where: { text[$0] == "：" }),
            !tokens.contains(where: { $0.range.lowerBound < colon })
        else { return nil }
        var names: [Range<Int>] = []
        var start = sentence.lowerBound
        for index in start...colon where index == colon || isListMark(text[index]) {
            names.append(start..<index)
            start = index + 1
        }
        guard let last = names.last, isName(last, in: text),
            names.allSatisfy({ (2...longest).contains($0.count) && text[$0].allSatisfy { isNameLetter($0) } })
        else { return nil }
        return group(names, in: text)
    }

    // MARK: Names in a list

    private static func name(
        from start: Int, in text: [Unicode.Scalar], tokens: ArraySlice<Token>, sentence: Range<Int>
    ) -> Range<Int>? {
        guard start < sentence.upperBound, isListMark(text[start]) else { return nil }
        let first = start + 1
        let limit = min(
            first + longest, sentence.upperBound,
            tokens.first { $0.range.upperBound > first }?.range.lowerBound ?? sentence.upperBound)
        guard first < limit else { return nil }
        for end in first + 1...limit {
            let isOver = end == sentence.upperBound || end == limit && end < first + longest || isBehindName(text[end])
            if isOver, isName(first..<end, in: text) { return first..<end }
            if end < sentence.upperBound, !isNameLetter(text[end]) { return nil }
        }
        return nil
    }

    private static func name(
        upTo end: Int, in text: [Unicode.Scalar], tokens: ArraySlice<Token>, sentence: Range<Int>
    ) -> Range<Int>? {
        let last = end - 1
        guard last > sentence.lowerBound, isListMark(text[last]) else { return nil }
        let floor = max(
            sentence.lowerBound, last - longest, tokens.last { $0.range.lowerBound < last }?.range.upperBound ?? 0)
        var start = last
        while start > floor, isNameLetter(text[start - 1]), !isListMark(text[start - 1]),
            !"对将为按由".unicodeScalars.contains(text[start - 1])
        {
            start -= 1
        }
        // What begins right behind a term is a part of something else.
        let begins =
            start == sentence.lowerBound || !isNameLetter(text[start - 1])
            || "对将、和及与".unicodeScalars.contains(text[start - 1])
        guard begins, isName(start..<last, in: text) else { return nil }
        return start..<last
    }

    private static func isListMark(_ scalar: Unicode.Scalar) -> Bool { "、和及与".unicodeScalars.contains(scalar) }

    private static func isNameLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value) || "“”0123456789-—–·".unicodeScalars.contains(scalar)
    }

    /// What can stand right behind a name: a mark, the next of the list, or a word that says what is done for them.
    private static func isBehindName(_ scalar: Unicode.Scalar) -> Bool {
        !isNameLetter(scalar) || "和及与等由按给予参个实每均分享可的".unicodeScalars.contains(scalar)
    }
}
