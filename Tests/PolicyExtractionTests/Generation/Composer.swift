import PolicyRules

/// Writes a notice from a random plan. The wordings are those of the field, not those of the extractors: what the extractors
/// do not know is what this is to find.
struct Composer {
    var random: SeededGenerator
    let style: Style
    let seed: UInt64

    // MARK: The plan

    let planYear: Int
    /// What each resident pays, 元 a year.
    let contribution: Int
    let subsidy: Int
    /// What is paid in the second tier (二档); nil where there is one tier.
    let secondTier: Int?
    let window: (start: Day, end: Day)
    let scheme: String
    /// The words of this notice for each group.
    private(set) var words: [String: String] = [:]

    init(seed: UInt64) {
        self.seed = seed
        random = SeededGenerator(seed: seed)
        style = Style(using: &random)
        planYear = random.number(2023...2027)
        contribution = random.number(320...420, step: 10)
        subsidy = random.number(610...720, step: 10)
        secondTier = random.chance(15) ? contribution + random.number(200...400, step: 25) : nil
        let start = Day(year: planYear - 1, month: random.number(9...11), day: random.pick([1, 1, 1, 10, 15, 20]))
        let endMonth = random.pick([12, 12, 1, 2, 2, 3])
        let end = Day.lastDay(endMonth == 12 ? planYear - 1 : planYear, endMonth)
        window = (start, end)
        scheme = random.pick(["城乡居民医保", "居民医保", "城乡居民基本医疗保险", "城乡居民医疗保险", "居民基本医保"])
        for category in People.categories { words[category] = random.pick(People.aided[category] ?? [category]) }
    }

    // MARK: Values in this notice's manner

    mutating func number(_ value: Int) -> String {
        style.digits == .hanzi && value < 10_000 ? hanzi(value) : String(value)
    }

    /// 每人每年400元, 不低于400元/人·年, with the unit that this notice uses.
    mutating func money(_ value: Int, _ bound: Bound = .equal) -> String {
        let figure = number(value)
        let mark: String
        switch bound {
        case .equal: mark = ""
        case .atLeast: mark = random.pick(["不低于", "不低于", "不少于"])
        case .atMost: mark = random.pick(["不超过", "不高于"])
        }
        let unit = random.chance(15) ? random.pick(Style.Unit.allCases) : style.unit
        switch unit {
        case .perPersonYear: return random.chance(50) ? "\(mark)每人每年\(figure)元" : "每人每年\(mark)\(figure)元"
        case .slashDot: return "\(mark)\(figure)元/人·年"
        case .slashSlash: return "\(mark)\(figure)元/人/年"
        case .slashYearFirst: return "\(mark)\(figure)元/年·人"
        case .perPerson: return random.chance(50) ? "\(mark)每人\(figure)元" : "每人\(mark)\(figure)元"
        case .slashPerson: return "\(mark)\(figure)元/人"
        case .none: return "\(mark)\(figure)元"
        }
    }

    /// The amount without a unit of persons: 400元.
    mutating func bare(_ value: Int) -> String { "\(number(value))元" }

    mutating func percent(_ value: Int) -> String {
        if random.chance(10) { return "百分之\(hanzi(value))" }
        return "\(value)%"
    }

    /// A duration and how it is written.
    mutating func duration(_ choices: [(iso: String, words: [String])]) -> (iso: String, text: String) {
        let choice = random.pick(choices)
        return (choice.iso, random.pick(choice.words))
    }

    /// 2025年11月1日至2026年2月28日 in one of its forms, and what it means.
    mutating func period(_ start: Day, _ end: Day) -> (text: String, compact: String) {
        let compact = "\(start.iso)/\(end.iso)"
        let sameYear = start.year == end.year
        let endText = sameYear && random.chance(60) ? "\(end.month)月\(end.day)日" : end.text
        let wholeMonths = start.day == 1 && end == Day.lastDay(end.year, end.month)
        if wholeMonths, random.chance(15) {
            let endMonth = sameYear ? "\(end.month)月" : "\(end.year)年\(end.month)月"
            return (
                random.pick(["\(start.year)年\(start.month)月至\(endMonth)", "\(start.text)至\(endMonth)底"]), compact
            )
        }
        return (
            random.pick([
                "\(start.text)至\(endText)", "\(start.text)至\(endText)", "\(start.text)—\(endText)",
                "\(start.text)起至\(endText)止",
                "\(start.text)-\(endText)", "自\(start.text)起至\(endText)",
            ]), compact
        )
    }

    /// 特困人员、孤儿和低保对象.
    mutating func list(_ groups: [Group]) -> String {
        let names = groups.map(\.words)
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        let joint = random.pick(["、", "、", "和", "及", "以及", "与"])
        let text = names.dropLast().joined(separator: "、") + joint + last
        return text + (random.chance(10) ? random.pick(["等人员", "等困难群众", "等\(names.count)类人员", "等对象"]) : "")
    }

    /// `count` groups that have not been taken yet.
    mutating func take(_ count: Int, from pool: inout [String]) -> [Group] {
        var groups: [Group] = []
        for _ in 0..<min(count, pool.count) {
            let category = pool.remove(at: Int.random(in: 0..<pool.count, using: &random))
            let name = words[category] ?? category
            let qualifier = random.chance(12) ? random.pick(["经认定的", "具有本地户籍的", "民政部门认定的", "经相关部门认定的"]) : ""
            groups.append(Group(category: category, words: qualifier + name))
        }
        // 低保边缘家庭中的老年人、重度残疾人 names the disabled of those families; all the others stand before them.
        return groups.filter { $0.category == "severeDisability" } + groups.filter { $0.category != "severeDisability" }
    }

    /// One of several wordings; its number names the shape.
    mutating func wording(_ name: String, _ choices: [(String, [ExpectedRule])]) -> Statement {
        let index = Int.random(in: 0..<choices.count, using: &random)
        return Statement("\(name)#\(index + 1)", choices[index].0, choices[index].1)
    }
}
