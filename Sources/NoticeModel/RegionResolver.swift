/// A division named by a text, alone or after those that contain it: 长治市屯留区.
struct RegionMention {
    var range: Range<Int>
    /// Every division that the words may mean; one where they are clear.
    var codes: [Int]
}

/// What the name of a region came to.
package struct RegionResolution: Sendable {
    package var region: Region?
    /// Where the words stand that decided.
    package var range: Range<Int>?
    /// The divisions between which the words leave the choice, when `region` is nil.
    package var candidates: [Region]
}

/// Decides which division a notice is for.
///
/// Sources are asked in this order, and the first that names a division decides: issuers (signature, header, organs that
/// begin the title); the title; the notice's own document number; the text, where it names an organ or a region at the
/// level of which it speaks as 我省, 我市, 全区. An interpretation is for the region of the paper that it explains. A name that several divisions bear is decided by a division around it
/// that any other source names, or stays undecided. Names in 《》 are other papers' and do not count.
struct RegionResolver {
    let table: RegionTable
    let letters: [Unicode.Scalar]

    struct Sources {
        var issuers: [Range<Int>] = []
        var title: [Range<Int>] = []
        /// The titles of the papers that an interpretation explains.
        var interpreted: [Range<Int>] = []
        /// The organ's letters of the notice's own number.
        var number: Range<Int>?
        var content: [Range<Int>] = []
    }

    func resolve(_ sources: Sources) -> RegionResolution {
        let issuers = sources.issuers.flatMap { mentions(in: $0, bareAtStart: true) }
        let title = sources.title.flatMap { mentions(in: $0, bareAtStart: false) }
        // The text is long: it is read only when what stands before it leaves a choice.
        lazy var content = sources.content.flatMap { mentions(in: $0, bareAtStart: false) }
        lazy var numbered = sources.number.flatMap { organ in
            numberMention(organ) ?? initialMention(organ, context: issuers + title + content)
        }
        func decided(_ mention: RegionMention) -> RegionResolution {
            if mention.codes.count == 1 { return decide(mention, context: []) }
            return decide(mention, context: issuers + title + (numbered.map { [$0] } ?? []) + content)
        }

        if let chosen = mostSpecific(issuers) { return decided(chosen) }
        if let range = sources.issuers.first(where: namesNation) { return nation(range) }
        if let chosen = title.first { return decided(chosen) }
        let interpreted = sources.interpreted.flatMap { mentions(in: $0, bareAtStart: true) }
        if let chosen = mostSpecific(interpreted) { return decided(chosen) }
        if let chosen = numbered { return decided(chosen) }
        if let range = sources.number, isNationalNumber(range) { return nation(range) }
        if let range = sources.title.first(where: namesNation) { return nation(range) }
        if let chosen = fromContent(content, sources.content) { return decided(chosen) }
        return RegionResolution(region: nil, range: nil, candidates: [])
    }

    private func nation(_ range: Range<Int>) -> RegionResolution {
        RegionResolution(region: RegionTable.nation, range: range, candidates: [])
    }

    private func decide(_ mention: RegionMention, context: [RegionMention]) -> RegionResolution {
        var codes = mention.codes
        if codes.count > 1 {
            let around = context.filter { $0.codes.count == 1 && $0.range != mention.range }.compactMap(\.codes.first)
            let settled = codes.filter { code in
                around.contains { $0 == code || RegionTable.contains($0, code) }
            }
            if !settled.isEmpty { codes = settled }
            // 吉林 in 吉林省…吉林市: the narrower name was said as well, so the wider one alone is not meant twice.
            if codes.count > 1, let exact = around.first(where: { codes.contains($0) }) { codes = [exact] }
        }
        if codes.count == 1, let region = table.region(codes[0]) {
            return RegionResolution(region: region, range: mention.range, candidates: [])
        }
        return RegionResolution(region: nil, range: mention.range, candidates: codes.compactMap(table.region))
    }

    /// The first mention, or one that names a part of it.
    private func mostSpecific(_ mentions: [RegionMention]) -> RegionMention? {
        guard var best = mentions.first else { return nil }
        for mention in mentions.dropFirst() {
            if let outer = best.codes.first, best.codes.count == 1,
                mention.codes.contains(where: { $0 != outer && RegionTable.contains(outer, $0) })
            {
                best = mention
                best.codes = mention.codes.filter { RegionTable.contains(outer, $0) }
            }
        }
        return best
    }

    // MARK: Document numbers

    /// 渝医保发, 长治医保发: a short name or a province's letter.
    private func numberMention(_ organ: Range<Int>) -> RegionMention? {
        guard let first = organ.first, !isNationalNumber(organ) else { return nil }
        if let match = table.longestForm(in: letters, at: first, before: organ.upperBound, allowing: .usual)
            ?? table.longestForm(in: letters, at: first, before: organ.upperBound, allowing: .bare)
        {
            return RegionMention(range: first..<first + match.length, codes: match.codes)
        }
        return RegionTable.province(letter: letters[first]).map { RegionMention(range: first..<first + 1, codes: [$0]) }
    }

    /// 屯政办发: the first letter of a name that another source has.
    private func initialMention(_ organ: Range<Int>, context: [RegionMention]) -> RegionMention? {
        guard let first = organ.first, !isNationalNumber(organ) else { return nil }
        let named = Set(
            context.filter { $0.codes.count == 1 }.compactMap(\.codes.first)
                .filter { table.name($0).first == letters[first] })
        return named.count == 1 ? RegionMention(range: first..<first + 1, codes: Array(named)) : nil
    }

    private func isNationalNumber(_ organ: Range<Int>) -> Bool {
        letters.begins(with: Self.nationalSeries, organ)
    }

    private func namesNation(_ range: Range<Int>) -> Bool {
        letters.contains(anyOf: Self.nationalOrgans, in: range)
    }

    // MARK: Content

    private func fromContent(_ mentions: [RegionMention], _ ranges: [Range<Int>]) -> RegionMention? {
        var spoken: [Region.Level: Int] = [:]
        for range in ranges {
            for at in range.dropLast() where letters[at] == "我" || letters[at] == "全" || letters[at] == "本" {
                switch letters[at + 1] {
                case "省": spoken[.province, default: 0] += 1
                case "自" where letters.has(Self.autonomous, at: at + 1, before: range.upperBound):
                    spoken[.province, default: 0] += 1
                case "市", "州", "盟": spoken[.prefecture, default: 0] += 1
                case "县", "旗": spoken[.county, default: 0] += 1
                case "区": spoken[.county, default: 0] += 1
                default: break
                }
            }
        }
        let level = spoken.max { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }?.key
        var score: [Int: Int] = [:]
        for mention in mentions where mention.codes.count == 1 {
            let isOrgan =
                letters.longest(of: Self.organStarts, at: mention.range.upperBound, before: letters.count) != nil
            let isAtLevel = level.map { fits(mention.codes[0], $0) } ?? false
            if isOrgan || isAtLevel { score[mention.codes[0], default: 0] += (isAtLevel ? 4 : 0) + (isOrgan ? 2 : 1) }
        }
        let ranked = score.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let best = ranked.first else {
            return mentions.first { mention in
                level.map { level in mention.codes.contains { fits($0, level) } } ?? false
            }
        }
        if ranked.count > 1, ranked[1].value == best.value, !RegionTable.contains(ranked[1].key, best.key),
            !RegionTable.contains(best.key, ranked[1].key)
        {
            return nil
        }
        return mentions.first { $0.codes == [best.key] }
    }

    /// 我市 is a prefecture, a municipality or a city of county rank.
    private func fits(_ code: Int, _ level: Region.Level) -> Bool {
        let own = RegionTable.level(code)
        if own == level { return own != .county || table.name(code).last != "市" }
        guard level == .prefecture else { return false }
        return table.name(code).last == "市"
    }

    // MARK: Mentions

    /// Names outside 《》, each with the names that directly precede and contain it.
    func mentions(in range: Range<Int>, bareAtStart: Bool) -> [RegionMention] {
        var found: [RegionMention] = []
        var titles = 0
        var at = range.lowerBound
        while at < range.upperBound {
            let s = letters[at]
            if s == "《" { titles += 1 }
            if s == "》" { titles = max(0, titles - 1) }
            guard titles == 0, Letter.isHan(s) else {
                at += 1
                continue
            }
            let previous = found.last
            let isAdjacent = previous?.range.upperBound == at
            var match = table.longestForm(in: letters, at: at, before: range.upperBound, allowing: .usual)
            // 国家税务总局石河子税务局: what stands behind the head of a line of organs is a place.
            let isBranch = letters.longestSuffix(of: Self.headOffices, in: range.lowerBound..<at) != nil
            if match == nil, bareAtStart, at == range.lowerBound || isAdjacent || isBranch {
                match = table.longestForm(in: letters, at: at, before: range.upperBound, allowing: .bare)
            }
            guard let match, isName(match, at, range, isAdjacent: isAdjacent)
            else {
                at += 1
                continue
            }
            var mention = RegionMention(range: at..<at + match.length, codes: match.codes)
            if isAdjacent, let previous {
                let inside = mention.codes.filter { code in
                    previous.codes.contains { $0 != code && RegionTable.contains($0, code) }
                }
                if !inside.isEmpty {
                    mention.codes = inside
                    mention.range = previous.range.lowerBound..<mention.range.upperBound
                    found.removeLast()
                }
            }
            found.append(mention)
            at += match.length
        }
        return found
    }

    /// 新县 in 高新县域, 城区 in 新城区 and 和县 in 各市和县 are no names: one of two letters needs a start or its province or
    /// prefecture before it.
    private func isName(_ match: RegionTable.Match, _ at: Int, _ range: Range<Int>, isAdjacent: Bool) -> Bool {
        let end = at + match.length
        if match.kind == .bare, match.length == 2, end < range.upperBound, !isAdjacent {
            // 长治医保局: a bare name leads an organ or stands alone.
            return letters.longest(of: Self.organStarts, at: end, before: range.upperBound) != nil
        }
        let isProvince = match.codes.contains { $0 % 10_000 == 0 }
        if match.length > 2 || isProvince || isAdjacent { return true }
        return at == range.lowerBound || !Letter.isHan(letters[at - 1])
    }

    private static let headOffices = phrases("国家税务总局")
    private static let autonomous = Phrase("自治区".unicodeScalars)
    private static let organStarts = phrases("人民政府 医疗保障局 医保 医疗 税务 财政 民政 卫生 人力 委员会 政府 市委 县委 区委 教育 农业 残 乡村")
    /// Series of the organs of the State: 国发, 国办发, 医保发 (国家医保局), 财社 (财政部), 人社部发.
    private static let nationalSeries = phrases("国发 国办 国函 国医保 医保发 医保办 医保函 财社 财办 税总 人社部 人社厅 民发 民办 国卫 国税 教财 发改 残联发")
    private static let nationalOrgans = phrases(
        "国家医疗保障局 国家医保局 国务院 财政部 国家税务总局 人力资源社会保障部 人力资源和社会保障部 民政部 国家卫生健康委 教育部 农业农村部 国家发展改革委"
    )
}

extension RegionTable {
    /// Decides what a phrase by itself names: a name, a name after those around it, a one-letter name of a province, or
    /// the organ's letters of a document number.
    package func resolve(_ phrase: String) -> RegionResolution {
        let letters = Array(phrase.unicodeScalars)
        if letters.count == 1, let code = Self.province(letter: letters[0]) {
            return RegionResolution(region: region(code), range: 0..<1, candidates: [])
        }
        // A usual name goes before a bare one: 海南 is the province.
        for kind in [RegionTable.FormKind.usual, .bare] {
            guard let match = longestForm(in: letters, at: 0, before: letters.count, allowing: kind),
                match.length == letters.count
            else { continue }
            let regions = match.codes.compactMap(region)
            let single = regions.count == 1 ? regions.first : nil
            return RegionResolution(region: single, range: 0..<letters.count, candidates: single == nil ? regions : [])
        }
        let resolver = RegionResolver(table: self, letters: letters)
        var sources = RegionResolver.Sources()
        sources.issuers = [0..<letters.count]
        let named = resolver.resolve(sources)
        if named.region != nil || !named.candidates.isEmpty || letters.isEmpty { return named }
        sources = RegionResolver.Sources()
        sources.number = 0..<letters.count
        return resolver.resolve(sources)
    }

    /// The letters of a division's full name; none for a code that is not in the table.
    func name(_ code: Int) -> ArraySlice<Unicode.Scalar> {
        guard let range = nameRange(code) else { return [] }
        return letters[Int(range.lowerBound)..<Int(range.upperBound)]
    }
}
