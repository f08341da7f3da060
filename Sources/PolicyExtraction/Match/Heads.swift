import PolicyValues

/// Which measure (筹资标准, 财政补助, 个人缴费, 资助 …) each value of a sentence belongs to.
struct HeadGrammar: Sendable {
    let measure, pay, aidMode, amount, rate, zero, bound: Symbol
    let assistance, individualContribution, population, member, payer: Symbol
    let financingStandard, governmentSubsidy: Symbol
    let aidVerb, aidMoney, fundedBy, distributive, connector, enjoyWord, enrollPay, plus, ownShare: Symbol

    init(symbols: inout SymbolTable) {
        measure = symbols.intern("measure")
        pay = symbols.intern("pay")
        aidMode = symbols.intern("aidMode")
        amount = symbols.intern("amount")
        rate = symbols.intern("rate")
        zero = symbols.intern("zero")
        bound = symbols.intern("bound")
        assistance = symbols.intern("assistance")
        payer = symbols.intern("payer")
        population = symbols.intern("population")
        member = symbols.intern("member")
        individualContribution = symbols.intern("individualContribution")
        connector = symbols.intern("connector")
        enrollPay = symbols.intern("enrollPay")
        plus = symbols.intern("plus")
        financingStandard = symbols.intern("financingStandard")
        governmentSubsidy = symbols.intern("governmentSubsidy")
        aidVerb = symbols.intern("aidVerb")
        aidMoney = symbols.intern("aidMoney")
        distributive = symbols.intern("distributive")
        fundedBy = symbols.intern("fundedBy")
        enjoyWord = symbols.intern("enjoyWord")
        ownShare = symbols.intern("ownShare")
    }

    struct Head: Sendable {
        var code: Symbol
        var token: Int
    }

    /// The head of the value at `index`: a verb that follows an amount brought in by 按 or 给予 (按400元/人资助), else the
    /// measure before it in the sentence, the nearest first.
    func head(of index: Int, in text: [Unicode.Scalar], tokens: [Token], sentence: Sentence) -> Head? {
        let value = tokens[index]
        if value.tokenClass == zero { return Head(code: individualContribution, token: index) }
        if isRefused(value, in: text) { return nil }
        if let named = headByBearer(index, in: text, tokens: tokens, sentence: sentence) { return named }
        // 410元+当年财政补助标准 is what a person pays, whatever stands before.
        if index + 1 < sentence.tokens.upperBound, tokens[index + 1].tokenClass == plus,
            tokens[index + 1].range.lowerBound - value.range.upperBound <= 1
        {
            return Head(code: individualContribution, token: index)
        }
        // 其余230元由个人承担
        if index + 1 < sentence.tokens.upperBound, tokens[index + 1].tokenClass == ownShare,
            tokens[index + 1].range.lowerBound == value.range.upperBound
        {
            return Head(code: individualContribution, token: index + 1)
        }
        // 75%、50%给予资助: the values of a list share what brings them in and what stands behind the last.
        let list = list(around: index, in: text, tokens: tokens, sentence: sentence)
        if isSum(index, in: text, tokens: tokens) {
            return headOfSum(
                index, clause: sentence.clause(at: value.range.lowerBound), tokens: tokens, sentence: sentence)
        }
        let introduced = isIntroduced(list.lowerBound, in: text, tokens: tokens, sentence: sentence)
        let after =
            headAfter(list.upperBound, in: text, tokens: tokens, sentence: sentence)
            ?? (introduced ? headOfClause(index, in: text, tokens: tokens, sentence: sentence) : nil)
        if introduced, let after { return after }
        // 个人缴费的90%由省级财政承担: the measure before a percentage is what it is of.
        if value.tokenClass == rate, let after, text[max(value.range.lowerBound - 1, 0)] == "的" { return after }
        if let before = headBefore(index, in: text, tokens: tokens, sentence: sentence) {
            // 给予资助400元 and 资助400元个人缴120元: what stands right before keeps the value; what another clause
            // spoke of does not, where this one has a verb of its own (其余350元由医疗救助资金补贴).
            let clause = sentence.clause(at: value.range.lowerBound)
            if let after, tokens[before.token].range.lowerBound < clause.lowerBound { return after }
            return before
        }
        return after
    }

    /// A percentage or an amount that is no measure of anybody's money.
    func isRefused(_ value: Token, in text: [Unicode.Scalar]) -> Bool {
        if value.tokenClass == rate { return isStatistic(value, in: text) || isShared(value, in: text) }
        return value.tokenClass == amount
            && (isBand(value, in: text) || isSurplus(value, in: text) || isDifference(value, in: text))
    }

    /// 人均筹资980元，其中个人360元、财政620元: behind a total the bearer alone names the part.
    private func headByBearer(
        _ index: Int, in text: [Unicode.Scalar], tokens: [Token], sentence: Sentence
    ) -> Head? {
        let value = tokens[index]
        guard value.tokenClass == amount, value.range.lowerBound - sentence.range.lowerBound >= 4 else { return nil }
        let hasTotal = tokens[sentence.tokens.lowerBound..<index].contains {
            $0.tokenClass == measure && $0.code == financingStandard
        }
        let start = value.range.lowerBound
        let before = string(text[start - 2..<start])
        // 中央财政, 省级财政 and 资助个人 are more than the bearer.
        let mark = text[start - 3]
        guard hasTotal, "，、；：（中".unicodeScalars.contains(mark) else { return nil }
        switch before {
        case "个人": return Head(code: individualContribution, token: index)
        case "财政", "政府": return Head(code: governmentSubsidy, token: index)
        default: return nil
        }
    }

    /// 参保率达到95%, 入户率100%: a percentage of a rate measures work, not money.
    private func isStatistic(_ value: Token, in text: [Unicode.Scalar]) -> Bool {
        var at = value.range.lowerBound
        let floor = max(0, at - 8)
        while at > floor, !isPunctuation(text[at - 1]) {
            at -= 1
            if text[at] == "率" { return true }
        }
        return false
    }

    /// 超出第一档次的100元: a difference, not a tier's own figure.
    private func isSurplus(_ value: Token, in text: [Unicode.Scalar]) -> Bool {
        let start = value.range.lowerBound
        guard start > 0, text[start - 1] == "的" else { return false }
        let clause = text[max(0, start - 10)..<start]
        let begin = clause.lastIndex(where: isPunctuation).map { $0 + 1 } ?? clause.startIndex
        return clause.indices.dropLast().contains { at in
            at >= begin && (clause[at] == "超" || clause[at] == "高")
                && (clause[at + 1] == "出" || clause[at + 1] == "过")
                // 不超过国家规定的400元 is a bound.
                && !(at > 0 && "不未得".unicodeScalars.contains(text[at - 1]))
        }
    }

    /// 个人缴费多出300元, 相差60元.
    private func isDifference(_ value: Token, in text: [Unicode.Scalar]) -> Bool {
        let start = value.range.lowerBound
        return start >= 2 && ["多出", "高出", "相差", "差额", "差距"].contains(string(text[start - 2..<start]))
    }

    /// 由市、县财政各承担50%: how payers share what is given, not how much is given.
    private func isShared(_ value: Token, in text: [Unicode.Scalar]) -> Bool {
        let start = value.range.lowerBound
        return start >= 3 && text[start - 3] == "各"
            && ["承担", "负担", "分担"].contains(string(text[start - 2..<start]))
    }

    /// 超过8000元的部分, 200元以上部分: a stretch of what care costs, not what anybody contributes or gets.
    private func isBand(_ value: Token, in text: [Unicode.Scalar]) -> Bool {
        guard case .money(let money)? = value.value, money.comparator != .equal else { return false }
        let rest = text[value.range.upperBound...].prefix(3)
        return rest.starts(with: "部分".unicodeScalars) || rest.starts(with: "的部分".unicodeScalars)
    }

    /// 共计1070元, 合计700元.
    private func isSum(_ index: Int, in text: [Unicode.Scalar], tokens: [Token]) -> Bool {
        // The verb may stand between: 合计|资助|280元.
        var starts = [tokens[index].range.lowerBound]
        if index > 0, tokens[index - 1].tokenClass == measure, tokens[index - 1].range.upperBound == starts[0] {
            starts.append(tokens[index - 1].range.lowerBound)
        }
        return starts.contains { start in
            HeadGrammar.sums.contains { word in
                start >= word.count && text[start - word.count..<start].elementsEqual(word)
            }
        }
    }

    private static let sums = ["共计", "合计", "总计", "共"].map { Array($0.unicodeScalars) }

    /// What the figures before a sum are, where they are all the same; a sum of different measures is none of them.
    private func headOfSum(_ index: Int, clause: Range<Int>, tokens: [Token], sentence: Sentence) -> Head? {
        // 中央、省级合计280元 is a part that several bear.
        let shared = tokens[sentence.tokens.lowerBound..<index].contains {
            $0.tokenClass == payer && $0.range.lowerBound >= clause.lowerBound
        }
        if shared { return nil }
        // A sum of nothing stated: 同时承担财政补助部分，每人合计1100元.
        let measures = (sentence.tokens.lowerBound..<index).filter { code(of: tokens[$0]) != nil }
        // 医疗救助资助200元，县财政资助80元，合计资助280元: the sum of what was given is not given again.
        let given = tokens[sentence.tokens.lowerBound..<index].filter { $0.tokenClass == amount }.count
        if given > 1, let last = measures.last, self.code(of: tokens[last]) == assistance { return nil }
        // 一人380元，国家补助640元，一共1020元: a sum of figures of which not all are named is none of them.
        if given > measures.count { return nil }
        guard let last = measures.last, let code = code(of: tokens[last]),
            measures.allSatisfy({ self.code(of: tokens[$0]) == code })
        else { return nil }
        // A sum of nothing stated: 同时承担财政补助部分，每人合计1100元.
        let hasAddend = tokens[sentence.tokens.lowerBound..<index].contains { $0.tokenClass == amount }
        if !hasAddend, tokens[last].parts.isEmpty, tokens[last].range.upperBound < clause.lowerBound { return nil }
        return Head(code: code, token: last)
    }

    /// 低保对象按每人80元、返贫致贫人口按每人60元给予资助: the verb behind the last of several.
    private func headOfClause(
        _ index: Int, in text: [Unicode.Scalar], tokens: [Token], sentence: Sentence
    ) -> Head? {
        let clause = sentence.clause(at: tokens[index].range.lowerBound)
        var at = index + 1
        var sawAnother = false
        while at < sentence.tokens.upperBound, tokens[at].range.lowerBound < clause.upperBound {
            if tokens[at].tokenClass == tokens[index].tokenClass { sawAnother = true }
            if let code = code(of: tokens[at]) { return sawAnother ? Head(code: code, token: at) : nil }
            if isPaying(tokens[at]) {
                return sawAnother ? Head(code: individualContribution, token: at) : nil
            }
            at += 1
        }
        return nil
    }

    /// The first and the last of the values of one class that stand together, with nothing but 、 or 和 between.
    private func list(
        around index: Int, in text: [Unicode.Scalar], tokens: [Token], sentence: Sentence
    ) -> ClosedRange<Int> {
        func continues(_ second: Int) -> Bool {
            let (a, b) = (tokens[second - 1], tokens[second])
            let gap = text[a.range.upperBound..<max(a.range.upperBound, b.range.lowerBound)]
            return a.tokenClass == b.tokenClass && gap.count == 1
                && gap.allSatisfy { "、和与及".unicodeScalars.contains($0) }
        }
        var first = index
        var last = index
        while first > sentence.tokens.lowerBound, continues(first) { first -= 1 }
        while last + 1 < sentence.tokens.upperBound, continues(last + 1) { last += 1 }
        return first...last
    }

    private func code(of token: Token) -> Symbol? {
        switch token.tokenClass {
        case measure: token.code
        case aidMode: assistance
        default: nil
        }
    }

    /// 个人缴费额的90%: the measure belongs to the percentage right behind it.
    private func isBase(_ at: Int, in text: [Unicode.Scalar], tokens: [Token], of index: Int) -> Bool {
        guard at + 1 < index, tokens[at + 1].tokenClass == rate, tokens[at].tokenClass == measure else { return false }
        let gap = text[tokens[at].range.upperBound..<tokens[at + 1].range.lowerBound]
        return gap.count <= 2 && gap.contains("的")
    }

    private func isPaying(_ token: Token) -> Bool { token.tokenClass == pay || token.code == enrollPay }

    private func headBefore(
        _ index: Int, in text: [Unicode.Scalar], tokens: [Token], sentence: Sentence
    ) -> Head? {
        var at = index - 1
        // 补助个人缴费的70%: the measure that a percentage is of is not what it is for.
        if tokens[index].tokenClass == rate, at >= sentence.tokens.lowerBound, tokens[at].tokenClass == measure,
            tokens[index].range.lowerBound - tokens[at].range.upperBound == 1,
            text[tokens[index].range.lowerBound - 1] == "的", tokens[at].code == individualContribution
        {
            at -= 1
        }
        while at >= sentence.tokens.lowerBound {
            let token = tokens[at]
            // 特困人员全额资助；低保对象按每人80元: a way of giving is said of its own statement only.
            let gap = text[token.range.upperBound..<tokens[index].range.lowerBound]
            let isCutOff = token.tokenClass == aidMode && gap.contains("；")
            if token.tokenClass == aidMode, gap.contains("即"), at + 1 < index, names(tokens[(at + 1)..<index]) {
                return nil
            }
            if let code = code(of: token), !isCutOff, !isBase(at, in: text, tokens: tokens, of: index) {
                return Head(code: code, token: at)
            }
            // 由县级财政负担50%: what another bears of the contribution is aid.
            if token.tokenClass == aidVerb, tokens[index].tokenClass == rate,
                token.range.upperBound == tokens[index].range.lowerBound,
                bearsContribution(tokens[sentence.tokens.lowerBound..<at])
            {
                return Head(code: assistance, token: at)
            }
            if isPaying(token),
                isShort(text[token.range.upperBound..<tokens[index].range.lowerBound], limit: 6)
            {
                return Head(code: individualContribution, token: at)
            }
            at -= 1
        }
        return nil
    }

    /// What is borne is the contribution, not the money for the aid (所需资金由省、县财政分别承担60%、40%).
    private func bearsContribution(_ tokens: ArraySlice<Token>) -> Bool {
        tokens.contains { $0.tokenClass == measure && $0.code == individualContribution }
            && !tokens.contains { $0.tokenClass == aidMoney }
    }

    /// 全额资助，即成年人650元、学生350元 says what the full aid comes to; it gives those groups no aid of their own.
    private func names(_ tokens: ArraySlice<Token>) -> Bool {
        tokens.contains { $0.tokenClass == population || $0.tokenClass == member }
    }

    /// A measure or a verb right behind the value: 400元/人资助, 400元的标准缴费, 50%予以资助.
    private func headAfter(
        _ index: Int, in text: [Unicode.Scalar], tokens: [Token], sentence: Sentence
    ) -> Head? {
        var at = index + 1
        var start = tokens[index].range.upperBound
        // 按1070元（个人400元+财政670元）缴费
        if start < text.count, text[start] == "（",
            let close = text[start..<sentence.range.upperBound].prefix(40).firstIndex(of: "）")
        {
            start = close + 1
            while at < sentence.tokens.upperBound, tokens[at].range.lowerBound < start { at += 1 }
        }
        while at < sentence.tokens.upperBound {
            let token = tokens[at]
            guard start <= token.range.lowerBound, isShort(text[start..<token.range.lowerBound], limit: 14) else {
                return nil
            }
            if let code = code(of: token) { return Head(code: code, token: at) }
            if isPaying(token) { return Head(code: individualContribution, token: at) }
            if token.tokenClass == aidVerb || token.tokenClass == fundedBy, tokens[index].tokenClass == rate {
                return Head(code: assistance, token: at)
            }
            if token.tokenClass == amount || token.tokenClass == rate { return nil }
            at += 1
        }
        return nil
    }

    /// 按, 按照, 以, 给予 before the value in its clause, with nothing but its measure of reference between.
    private func isIntroduced(
        _ index: Int, in text: [Unicode.Scalar], tokens: [Token], sentence: Sentence
    ) -> Bool {
        let clause = sentence.clause(at: tokens[index].range.lowerBound)
        var at = index - 1
        var next = tokens[index].range.lowerBound
        while at >= sentence.tokens.lowerBound, tokens[at].range.lowerBound >= clause.lowerBound {
            let token = tokens[at]
            // 按90%、70%给予资助: what brings in the first of a row brings in all.
            let gap = text[token.range.upperBound..<next]
            if token.tokenClass == tokens[index].tokenClass, gap.count == 1,
                "、和及与".unicodeScalars.contains(gap[gap.startIndex])
            {
                next = token.range.lowerBound
                at -= 1
                continue
            }
            if token.tokenClass == distributive, text[token.range].contains("按") { return true }
            if token.tokenClass == connector || token.tokenClass == enjoyWord { return true }
            if token.tokenClass == amount || token.tokenClass == rate || token.tokenClass == zero { return false }
            at -= 1
        }
        return false
    }

    private func isShort(_ gap: ArraySlice<Unicode.Scalar>, limit: Int) -> Bool {
        gap.count <= limit && !gap.contains { isPunctuation($0) || $0 == "、" }
    }
}
