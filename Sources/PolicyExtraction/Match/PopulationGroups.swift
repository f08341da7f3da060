import PolicyText

/// The words and classes by which lists of people are told from their surroundings.
struct PopulationGrammar: Sendable {
    let population, member, anaphor: Symbol
    let everyone, within, student, general: Symbol
    /// Measures that may stand in the name of a group: 因医疗费用支出较大的困难人员.
    let namedMoney: Set<Symbol>
    /// Classes that end a list: what is said of the people, no longer who they are.
    let predicates: Set<Symbol>

    init(symbols: inout SymbolTable) {
        population = symbols.intern("population")
        member = symbols.intern("member")
        anaphor = symbols.intern("anaphor")
        everyone = symbols.intern("everyone")
        student = symbols.intern("student")
        general = symbols.intern("general")
        namedMoney = Set(["other", "treatmentCost"].map { symbols.intern($0) })
        within = symbols.intern("within")
        predicates = Set(
            [
                "measure", "aidMode", "zero", "amount", "rate", "window", "waiting", "waived", "benefit", "tier",
                "continuous",
            ]
            .map { symbols.intern($0) })
    }

    /// The groups of people in a sentence, in order.
    /// - Parameters:
    ///   - range: The tokens of the sentence.
    ///   - start: Where the sentence begins.
    func groups(
        in text: [Unicode.Scalar], tokens: [Token], of range: Range<Int>, from start: Int, vocabulary: Vocabulary
    ) -> [PopulationGroup] {
        var groups: [PopulationGroup] = []
        var previous: Int?
        // 除新生儿外，大学生…: set aside before anybody is named.
        var pending: [Symbol] = []
        for index in range
        where tokens[index].tokenClass == population || tokens[index].tokenClass == member
            || tokens[index].tokenClass == everyone
        {
            let token = tokens[index]
            defer { previous = index }
            if isSetAside(token, in: text, sentence: start) {
                if groups.isEmpty { pending.append(token.code) } else { exclude(token, from: &groups) }
                continue
            }
            // 孤儿学生: the first says who they are.
            if let before = previous, tokens[before].range.upperBound == token.range.lowerBound,
                tokens[before].tokenClass == population, token.code == student
            {
                continue
            }
            if isComparedWith(token, in: text) { continue }
            if let before = previous, token.term.map({ vocabulary.terms[$0].isGeneric }) ?? false,
                string(text[tokens[before].range.upperBound..<token.range.lowerBound]).hasPrefix("等"),
                token.range.lowerBound - tokens[before].range.upperBound <= 4
            {
                // 孤儿、低保对象等困难群众 sums up the list.
                continue
            }
            // （以下统称“三类监测对象”）: a name for those listed before it.
            if previous != nil, isCollectiveName(token, in: text) { continue }
            let category: PopulationGroup.Category =
                token.tokenClass == everyone ? .everyone : .known(token.code)
            let new = PopulationGroup.Member(
                category: category, range: token.range, excludes: pending,
                isGeneric: token.term.map { vocabulary.terms[$0].isGeneric } ?? false)
            pending = []
            if let before = previous, isAlias(tokens[before], token, in: text) {
                replaceLast(of: &groups, with: new, named: tokens[before].range)
                continue
            }
            // 监测对象（脱贫不稳定户、边缘易致贫户）: the bracket says who they are.
            if let before = previous, let last = groups.last, last.members.last?.range == tokens[before].range,
                text[tokens[before].range.upperBound..<token.range.lowerBound].elementsEqual("（".unicodeScalars),
                isKind(token.code, of: tokens[before].code, vocabulary: vocabulary)
            {
                replaceLast(of: &groups, with: new, named: tokens[before].range)
                continue
            }
            if let before = previous, let last = groups.last, last.members.last?.range == tokens[before].range,
                joins(tokens[before], token, in: text, between: tokens[(before + 1)..<index])
            {
                groups[groups.count - 1].members.append(new)
                groups[groups.count - 1].range = last.range.lowerBound..<token.range.upperBound
            } else {
                groups.append(PopulationGroup(members: [new], range: token.range))
            }
        }
        if groups.isEmpty { return [] }
        let byRange = Dictionary(range.map { (tokens[$0].range, tokens[$0]) }) { first, _ in first }
        return groups.map { resolveMembers($0, in: text, tokens: byRange, vocabulary: vocabulary) }
            .filter { !$0.members.isEmpty }
    }

    /// 大病患者（以下称因病致贫重病患者）: a name given to the people named just before.
    private func isAlias(_ first: Token, _ second: Token, in text: [Unicode.Scalar]) -> Bool {
        let letters = text[first.range.upperBound..<second.range.lowerBound]
        guard letters.first == "（", letters.count <= 6 else { return false }
        let gap = string(letters)
        return gap.hasPrefix("（") && gap.count <= 6 && (gap.hasSuffix("称") || gap.hasSuffix("称“") || gap.hasSuffix("即"))
            && !gap.contains("统称") && !gap.contains("合称")
    }

    private func isCollectiveName(_ token: Token, in text: [Unicode.Scalar]) -> Bool {
        var at = token.range.lowerBound
        while at > 0, text[at - 1] == "“" || text[at - 1] == "为" { at -= 1 }
        guard at >= 2 else { return false }
        let word = string(text[at - 2..<at])
        return word == "统称" || word == "合称"
    }

    private func replaceLast(
        of groups: inout [PopulationGroup], with member: PopulationGroup.Member, named before: Range<Int>
    ) {
        if let last = groups.indices.last, groups[last].members.last?.range == before {
            groups[last].members[groups[last].members.count - 1] = member
            groups[last].range = groups[last].range.lowerBound..<member.range.upperBound
        } else {
            groups.append(PopulationGroup(members: [member], range: member.range))
        }
    }

    /// 缴费标准与普通居民相同: a measure for others, not those spoken of.
    private func isComparedWith(_ token: Token, in text: [Unicode.Scalar]) -> Bool {
        guard token.range.lowerBound > 0, "与同和跟".unicodeScalars.contains(text[token.range.lowerBound - 1]) else {
            return false
        }
        let rest = string(text[token.range.upperBound..<min(text.count, token.range.upperBound + 4)])
        return ["相同", "一致", "同等", "一样", "同样", "的相同", "的一致"].contains { rest.hasPrefix($0) }
    }

    /// 除新生儿等特殊群体外, （在乡复员军人除外）, （不含…）: named, but set aside.
    private func isSetAside(_ token: Token, in text: [Unicode.Scalar], sentence: Int) -> Bool {
        var at = token.range.lowerBound
        var closed = 0
        while at > sentence, token.range.lowerBound - at < 40 {
            at -= 1
            if isClausePunctuation(text[at]) { break }
            // 解除, 免除 and 扣除 set nobody aside.
            let opens = at == sentence || !"解免扣消清删废排".unicodeScalars.contains(text[at - 1])
            if text[at] == "除", opens, !(at + 1 < text.count && text[at + 1] == "外") {
                return follows("外", after: token.range.upperBound, in: text, within: 40)
            }
            if at >= 1, text[at] == "含", text[at - 1] == "不" { return true }
            if text[at] == "）" { closed += 1 }
            if text[at] == "（", closed > 0 {
                closed -= 1
            } else if text[at] == "（" {
                return follows("除外", after: token.range.upperBound, in: text, within: 30)
            }
        }
        return false
    }

    private func follows(_ word: String, after start: Int, in text: [Unicode.Scalar], within distance: Int) -> Bool {
        let scalars = Array(word.unicodeScalars)
        var at = start
        while at + scalars.count <= text.count, at - start < distance, !isClausePunctuation(text[at]) {
            if Array(text[at..<at + scalars.count]) == scalars { return true }
            at += 1
        }
        return false
    }

    private func isClausePunctuation(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "，" || scalar == "。" || scalar == "；" || scalar == "\n"
    }

    private func exclude(_ token: Token, from groups: inout [PopulationGroup]) {
        guard let group = groups.indices.last, let member = groups[group].members.indices.last else { return }
        groups[group].members[member].excludes.append(token.code)
    }

    /// Whether two names stand in one list: a connective soon after the first, no predicate between them, and no more
    /// words than a qualifier of the second needs.
    private func joins(
        _ first: Token, _ second: Token, in text: [Unicode.Scalar], between: ArraySlice<Token>
    ) -> Bool {
        if between.contains(where: { predicates.contains($0.tokenClass) && !namedMoney.contains($0.code) }) {
            return false
        }
        let gap = text[first.range.upperBound..<second.range.lowerBound]
        if first.tokenClass == everyone || second.tokenClass == everyone { return false }
        if gap.isEmpty || gap.first == "中" && gap.count <= 2 { return true }
        if gap.count > 60 || gap.contains("。") || gap.contains("；") || gap.contains("\n") { return false }
        var depth = 0
        var outside = 0
        var sawConnective = false
        var opensList = false
        var previous: Unicode.Scalar = " "
        for (index, scalar) in zip(gap.indices, gap) {
            // 退役之日起90天内: the term of a name is a part of it.
            if between.contains(where: { $0.tokenClass == within && $0.range.contains(index) }) { continue }
            switch scalar {
            case "（":
                depth += 1
            case "）":
                depth -= 1
                if depth < 0 { depth = 0 }
            case "含" where previous == "（" || previous == "包", "括" where previous == "包", "指" where previous == "（":
                opensList = true
            case "、", "和", "与", "及", "或", "暨":
                if depth == 0, outside <= 12 { sawConnective = true }
            case "，":
                if depth == 0, !sawConnective, outside == 0, gap.count <= 3 {
                    sawConnective = true
                } else if depth == 0, !sawConnective {
                    return false
                }
            case "中" where first.tokenClass == population && second.tokenClass == member && depth == 0:
                opensList = true
            default:
                break
            }
            if depth == 0 { outside += 1 }
            previous = scalar
        }
        return sawConnective || opensList
    }

    /// Members of a whole (低保边缘家庭中的老年人、未成年人) become categories of their own; a member without a
    /// whole before it keeps its own category where it has one.
    private func resolveMembers(
        _ group: PopulationGroup, in text: [Unicode.Scalar], tokens: [Range<Int>: Token], vocabulary: Vocabulary
    ) -> PopulationGroup {
        var whole: Int?
        var parts: [Range<Int>: Range<Int>] = [:]
        var kept: [PopulationGroup.Member] = []
        for (position, member) in group.members.enumerated() {
            guard let token = tokens[member.range] else { continue }
            let next = position + 1 < group.members.count ? group.members[position + 1] : nil
            if let next, let nextToken = tokens[next.range], let term = vocabulary.byCode[population]?[token.code],
                vocabulary.terms[term].members[nextToken.code] != nil,
                text[member.range.upperBound..<next.range.lowerBound].prefix(2).contains("中")
                    || next.range.lowerBound == member.range.upperBound
            {
                whole = term
                continue
            }
            if let next, next.range.lowerBound - member.range.upperBound <= 2, text[member.range.upperBound] == "中" {
                // 监测对象中的脱贫不稳定人口: a category of its own within the whole.
                if let nextToken = tokens[next.range], nextToken.tokenClass == population,
                    isKind(nextToken.code, of: token.code, vocabulary: vocabulary)
                {
                    continue
                }
                // 低保对象中的重度残疾人: some of them, for whom the contract has no category.
                parts[next.range] = member.range.lowerBound..<next.range.upperBound
                continue
            }
            var inner = member
            if let range = parts[member.range] {
                inner.range = range
                inner.category = .custom(string(text[range]))
            } else if let whole, let code = vocabulary.terms[whole].members[token.code] {
                inner.category = .known(code)
            } else if token.tokenClass != self.member {
                whole = nil
            } else {
                inner.category = .custom(string(text[member.range]))
            }
            // A name and its alias are one.
            if inner.category != kept.last?.category { kept.append(inner) }
        }
        return PopulationGroup(members: kept, range: group.range)
    }
}

extension PopulationGrammar {
    /// Whether a category lies within another, or beside it within a third.
    private func isKind(_ part: Symbol, of whole: Symbol, vocabulary: Vocabulary) -> Bool {
        func broader(_ code: Symbol) -> Symbol? {
            vocabulary.byCode[population]?[code].flatMap { vocabulary.terms[$0].broader }
        }
        guard let above = broader(part) else { return false }
        return above == whole || above == broader(whole)
    }
}

func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(scalars: scalars) }
