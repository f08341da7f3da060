/// 分别: values that belong, one by one and in order, to the tiers or people named before them.
struct Distribution {
    /// For a value token the tier token that it belongs to.
    var tiers: [Int: Int] = [:]
    /// For a value token the one member of the group that it belongs to.
    var members: [Int: PopulationGroup.Member] = [:]
    /// For a value token the year that it is for: 2025年、2026年分别按50%、30%.
    var years: [Int: Int] = [:]
    /// For a value token the payer whose share it is: 市、县财政分别承担30元、50元.
    var payers: [Int: Token] = [:]
    /// For a value token the last one of its row, behind which the verb of all stands: 分别按90%、70%给予资助.
    var last: [Int: Int] = [:]

    init(of sentence: Sentence, in passage: Passage, set: ExtractorSet) {
        let tokens = passage.tokens
        for index in sentence.tokens where tokens[index].tokenClass == set.names.distributive {
            let values = Distribution.run(
                from: index + 1, in: sentence, of: passage,
                where: { [set.heads.amount, set.heads.rate, set.heads.zero].contains($0.tokenClass) })
            guard values.count > 1 else { continue }
            for value in values { last[value] = values[values.count - 1] }
            let tierList = Distribution.runBefore(index, in: sentence, of: passage) { $0.tokenClass == set.names.tier }
            if tierList.count == values.count {
                for (value, tier) in zip(values, tierList) { tiers[value] = tier }
                continue
            }
            let yearList = Distribution.runBefore(index, in: sentence, of: passage) {
                if case .year? = $0.value { return true }
                return false
            }
            if yearList.count == values.count {
                for (value, year) in zip(values, yearList) { years[value] = year }
                continue
            }
            let payerList = Distribution.payers(before: index, in: sentence, of: passage, set: set)
            if payerList.count == values.count {
                for (value, payer) in zip(values, payerList) { payers[value] = payer }
            }
            guard
                let group = sentence.groups.last(where: { $0.range.upperBound <= tokens[index].range.lowerBound }),
                group.members.count == values.count
            else { continue }
            for (value, member) in zip(values, group.members) { members[value] = member }
        }
    }

    /// The payers named before 分别, those of 市县财政 one by one.
    private static func payers(
        before index: Int, in sentence: Sentence, of passage: Passage, set: ExtractorSet
    ) -> [Token] {
        let named = runBefore(index, in: sentence, of: passage) { $0.tokenClass == set.names.payer }
        return named.flatMap { position in
            let token = passage.tokens[position]
            // 中央、省、县三级|财政: the word that they share.
            if named.count > 1, token.code == set.names.localFinance { return [Token]() }
            guard token.code == set.names.municipalCountyFinance else { return [token] }
            return [set.names.municipalFinance, set.names.countyFinance].map { code in
                var share = token
                share.code = code
                return share
            }
        }
    }

    /// Tokens of one sort in a row: between them only 、 or 和 or ，.
    private static func run(
        from start: Int, in sentence: Sentence, of passage: Passage, where accepts: (Token) -> Bool
    ) -> [Int] {
        var result: [Int] = []
        var index = start
        while index < sentence.tokens.upperBound {
            let token = passage.tokens[index]
            if accepts(token) {
                if let last = result.last {
                    let gap = passage.text[passage.tokens[last].range.upperBound..<token.range.lowerBound]
                    guard gap.count <= 2, gap.allSatisfy({ "、，和及与".unicodeScalars.contains($0) }) else { break }
                }
                result.append(index)
            } else if !result.isEmpty {
                break
            }
            index += 1
        }
        return result
    }

    private static func runBefore(
        _ end: Int, in sentence: Sentence, of passage: Passage, where accepts: (Token) -> Bool
    ) -> [Int] {
        var result: [Int] = []
        for index in (sentence.tokens.lowerBound..<end).reversed() {
            let token = passage.tokens[index]
            guard accepts(token) else {
                if result.isEmpty { continue }
                break
            }
            if let last = result.last {
                let gap = passage.text[token.range.upperBound..<passage.tokens[last].range.lowerBound]
                guard gap.count <= 2 else { break }
            }
            result.append(index)
        }
        return result.reversed()
    }
}
