/// Looks for tokens from a trigger as a `Finder` says.
struct SlotFinder {
    let set: ExtractorSet
    let passages: [Passage]
    let headings: HeadingIndex
    let leads: ListLeads

    struct Found {
        var passage: Int
        var token: Token
        var how: FieldHit.How
        var by: String
    }

    func find(_ finder: Finder, from trigger: Int, sentence: Int, passage: Int) -> [Found] {
        let here = passages[passage]
        let current = here.sentences[sentence]
        let origin = here.tokens[trigger].range
        switch finder.scope {
        case .clause:
            return search(
                finder, in: labelled(clause(of: origin, in: current), in: here), tokens: current.tokens,
                from: trigger, passage: passage)
        case .sentence:
            return search(finder, in: current.range, tokens: current.tokens, from: trigger, passage: passage)
        case .passage:
            let found = search(finder, in: current.range, tokens: current.tokens, from: trigger, passage: passage)
            if !found.isEmpty { return found }
            if current.tokens.contains(where: { finder.unless.contains(here.tokens[$0].tokenClass) }) { return [] }
            for earlier in here.sentences[..<sentence].reversed() {
                let matching = earlier.tokens.filter { accepts(finder, here.tokens[$0]) }
                if let last = matching.last {
                    return (finder.all ? matching : [last]).map {
                        Found(passage: passage, token: here.tokens[$0], how: .inherited, by: "sentence before")
                    }
                }
            }
            return []
        case .lead:
            if let giver = giver(finder, before: sentence, in: here) {
                return [Found(passage: passage, token: giver, how: .inherited, by: "sentence before")]
            }
            if let lead = here.tableLead, let found = tableGiver(finder, before: lead, section: here.section) {
                return [found]
            }
            for earlier in here.sentences[..<sentence].reversed() {
                let speaks = earlier.tokens.contains {
                    [set.heads.amount, set.heads.rate, set.heads.aidMode].contains(here.tokens[$0].tokenClass)
                }
                if !speaks, let last = earlier.tokens.last(where: { accepts(finder, here.tokens[$0]) }) {
                    return [Found(passage: passage, token: here.tokens[last], how: .inherited, by: "sentence before")]
                }
            }
            if let lead = leads.lead(of: passage),
                let found = passages[lead].tokens.last(where: { accepts(finder, $0) })
            {
                return [Found(passage: lead, token: found, how: .inherited, by: "paragraph before the list")]
            }
            return []
        case .heading:
            for heading in headings.chain(from: here.section) {
                let matching = passages[heading].tokens.indices.filter { accepts(finder, passages[heading].tokens[$0]) }
                if let first = matching.first {
                    return (finder.all ? matching : [first]).map {
                        Found(passage: heading, token: passages[heading].tokens[$0], how: .inherited, by: "heading")
                    }
                }
            }
            return []
        case .trigger:
            return here.tokens[trigger].descendants.dropFirst().filter { accepts(finder, $0) }.prefix(
                finder.all ? .max : 1
            )
            .map { Found(passage: passage, token: $0, how: .stated, by: "sentence") }
        case .question:
            if sentence > 0, let asked = here.sentences[..<sentence].last(where: { isQuestion($0, in: here) }) {
                return asked.tokens.last { accepts(finder, here.tokens[$0]) }.map {
                    [Found(passage: passage, token: here.tokens[$0], how: .inherited, by: "question")]
                } ?? []
            }
            guard passage > 0, let asked = passages[passage - 1].sentences.last,
                isQuestion(asked, in: passages[passage - 1])
            else { return [] }
            return asked.tokens.last { accepts(finder, passages[passage - 1].tokens[$0]) }.map {
                [
                    Found(
                        passage: passage - 1, token: passages[passage - 1].tokens[$0], how: .inherited, by: "question")
                ]
            } ?? []
        case .member:
            return []
        }
    }

    /// What stands beside the name of one of several people: in the name's own words, or before it in its item of the
    /// list.
    func find(_ finder: Finder, beside name: FieldHit.Place) -> Found? {
        let here = passages[name.passage]
        guard let sentence = here.sentences.first(where: { $0.range.contains(name.range.lowerBound) }) else {
            return nil
        }
        // 新生儿（出生90天内）, 职工医保|停保3个月内|登记缴费的
        let next = sentence.tokens.lazy.map { here.tokens[$0] }.first { $0.range.lowerBound >= name.range.upperBound }
        if let next, accepts(finder, next) {
            let gap = here.text[name.range.upperBound..<next.range.lowerBound]
            if gap.count <= 2, !gap.contains(where: { isPunctuation($0) || $0 == "、" }) {
                return Found(passage: name.passage, token: next, how: .stated, by: "sentence")
            }
        }
        for index in sentence.tokens.reversed() {
            let token = here.tokens[index]
            if token.range.lowerBound >= name.range.upperBound { continue }
            if token.range.overlaps(name.range) {
                if let inner = token.descendants.first(where: { accepts(finder, $0) }) {
                    return Found(passage: name.passage, token: inner, how: .stated, by: "sentence")
                }
                continue
            }
            let gap = here.text[token.range.upperBound..<name.range.lowerBound]
            guard gap.count <= 16, !gap.contains(where: { isPunctuation($0) || $0 == "、" }) else { return nil }
            if accepts(finder, token) {
                return Found(passage: name.passage, token: token, how: .stated, by: "sentence")
            }
        }
        return nil
    }

    /// 由医疗救助基金按下表给予资助: what the paragraph that leads to a table says of all its cells.
    private func tableGiver(_ finder: Finder, before lead: Int, section: Int?) -> Found? {
        // A caption or a line with the unit may stand between.
        for number in (max(0, lead - 2)...max(0, lead)).reversed() where passages.indices.contains(number) {
            let passage = passages[number]
            guard passage.tableLead == nil, passage.section == section else { return nil }
            let leads = passage.leadsList || SlotFinder.tableWords.contains { passage.contains($0) }
            if leads, let found = passage.tokens.last(where: { accepts(finder, $0) }) {
                return Found(passage: number, token: found, how: .inherited, by: "paragraph before the table")
            }
        }
        return nil
    }

    private static let tableWords = ["下表", "如下", "附表", "见表"].map { Array($0.unicodeScalars) }

    private func isQuestion(_ sentence: Sentence, in passage: Passage) -> Bool {
        passage.text[sentence.range].contains("？")
    }

    /// 医疗救助基金对特困人员…。对低保对象…: a sentence that begins with its object has the subject of the one before.
    private func giver(_ finder: Finder, before sentence: Int, in passage: Passage) -> Token? {
        var number = sentence
        while number > 0, passage.text[passage.sentences[number].range.lowerBound] == "对" {
            number -= 1
            let giver = passage.sentences[number].tokens.last { index in
                let end = passage.tokens[index].range.upperBound
                return accepts(finder, passage.tokens[index]) && end < passage.text.count && passage.text[end] == "对"
            }
            if let giver { return passage.tokens[giver] }
        }
        return nil
    }

    /// The clause of a token; a value may reach over a comma (自10月10日起，到12月25日止).
    private func clause(of range: Range<Int>, in sentence: Sentence) -> Range<Int> {
        let first = sentence.clause(at: range.lowerBound)
        return first.upperBound >= range.upperBound
            ? first : first.lowerBound..<max(range.upperBound, sentence.clause(at: range.upperBound - 1).upperBound)
    }

    /// A clause with the label before it: 集中缴费期：2025年9月1日至12月31日.
    private func labelled(_ clause: Range<Int>, in passage: Passage) -> Range<Int> {
        // 待遇享受期：2025年1月1日至12月31日, seen from its label.
        if let last = clause.last,
            passage.text[last] == "：" || last + 1 < passage.text.count && passage.text[last + 1] == "："
        {
            var end = min(last + 2, passage.text.count)
            while end < passage.text.count, !isPunctuation(passage.text[end]) { end += 1 }
            return clause.lowerBound..<end
        }
        // 从2025年10月10日起，到12月25日止，是集中缴费期
        if clause.upperBound + 1 < passage.text.count, let last = clause.last,
            passage.text[last] == "，" || passage.text[clause.upperBound] == "，"
        {
            let next = passage.text[last] == "，" ? last + 1 : clause.upperBound + 1
            if passage.text[next] == "是" || passage.text[next] == "为" {
                var end = next
                while end < passage.text.count, !isPunctuation(passage.text[end]) { end += 1 }
                return clause.lowerBound..<end
            }
        }
        guard clause.lowerBound > 0 else { return clause }
        let mark = passage.text[clause.lowerBound - 1]
        guard mark == "：" || mark == "，" else { return clause }
        var start = clause.lowerBound - 1
        while start > 0, !isPunctuation(passage.text[start - 1]) { start -= 1 }
        // 集中期，2025年9月10日至12月31日: a term alone before a comma labels what follows; so does what something is said
        // to be (第二阶段为补缴期，自2026年1月1日至2月28日).
        let isLabel =
            mark == "："
            || passage.tokens.contains {
                $0.range.upperBound == clause.lowerBound - 1
                    && (start == 0 && $0.range.lowerBound <= 4
                        || $0.range.lowerBound > start && passage.text[$0.range.lowerBound - 1] == "为")
            }
        return isLabel ? start..<clause.upperBound : clause
    }

    private func accepts(_ finder: Finder, _ token: Token) -> Bool {
        finder.tokenClass.contains(token.tokenClass) && (finder.codes.isEmpty || finder.codes.contains(token.code))
    }

    private func search(
        _ finder: Finder, in range: Range<Int>, tokens: Range<Int>, from trigger: Int, passage: Int
    ) -> [Found] {
        let all = passages[passage].tokens
        let origin = all[trigger].range
        var candidates: [(distance: Int, token: Int, found: Token)] = []
        /// From the trigger outwards, so that what lies outside the scope ends the walk.
        func walk(_ indices: some Sequence<Int>) {
            for index in indices {
                let token = all[index]
                if finder.until.contains(token.tokenClass) { break }
                guard range.contains(token.range.lowerBound) else { break }
                // What is looked for on both sides is not looked for in the next statement.
                if finder.side == .either, index > trigger,
                    passages[passage].text[origin.upperBound..<max(origin.upperBound, token.range.lowerBound)].contains(
                        "；")
                {
                    break
                }
                let inner = finder.inside ? token.descendants.first { accepts(finder, $0) } : nil
                guard let found = accepts(finder, token) ? token : inner else { continue }
                let distance =
                    index < trigger
                    ? max(0, origin.lowerBound - token.range.upperBound)
                    : max(0, token.range.lowerBound - origin.upperBound)
                if let near = finder.near, distance > near { break }
                candidates.append((distance, index, found))
                if !finder.all { break }
            }
        }
        if finder.side != .after { walk((tokens.lowerBound..<max(trigger, tokens.lowerBound)).reversed()) }
        if finder.side != .before { walk((trigger + 1)..<max(tokens.upperBound, trigger + 1)) }
        // The nearest first; of two at one distance the one before.
        let sorted = candidates.sorted { ($0.distance, $0.token) < ($1.distance, $1.token) }
        let chosen = finder.all ? sorted.sorted { $0.token < $1.token } : Array(sorted.prefix(1))
        return chosen.map { Found(passage: passage, token: $0.found, how: .stated, by: "sentence") }
    }
}
