package import ExtractorData
import PolicyText

/// The written forms that the value scanner knows: units, bounds, events, connectives. They come from the files under
/// `values/` of an extractor set, the grammar that puts them together is the scanner's.
///
/// A file is a mapping of sections; a section may stand in any file, and sections of the same name add up. Unknown
/// sections and keys are refused.
package struct ValueVocabulary: Sendable {
    // Numbers and bounds
    var numeralGuards: BackwardWords
    var boundsBefore: WordTable<BoundWord>
    /// The stems with their negations alone.
    var boundStems: WordTable<Comparator>
    var boundsAfter: WordTable<Comparator>
    var rateNouns: BackwardWords
    var amountNouns: BackwardWords
    var surplus: WordTable<Void>
    /// true for 含, false for 不含.
    var inclusions: WordTable<Bool>
    var inclusionObjects: WordTable<Void>
    var rangeMarks: WordTable<Void>

    // Money
    var currencyPrefixes: WordTable<Void>
    var currencyUnits: WordTable<ExactDecimal>
    var currencyParts: WordTable<ExactDecimal>
    var currencyAlone: WordTable<ExactDecimal>
    var currencySuffixes: WordTable<Void>
    var perBefore: WordTable<[PerUnit]>
    var perAfter: WordTable<[PerUnit]>
    var perSlashes: WordTable<Void>
    var perJoiners: WordTable<Void>
    /// true where the amount rises.
    var changes: WordTable<Bool>
    var changeLinks: WordTable<Void>
    var reach: WordTable<Void>
    var origins: WordTable<Void>

    // Rates
    var rateSuffixes: WordTable<ExactDecimal>
    var ratePoints: WordTable<Void>
    var rateFractions: WordTable<ExactDecimal>

    // Durations and ages
    var durationUnits: WordTable<TimeSpan.Unit>
    var otherDurations: WordTable<Void>
    var half: WordTable<Void>
    var withinMarks: WordTable<Void>
    var running: WordTable<Void>
    var runningBackward: BackwardWords
    /// Words behind which 30日 is a length, not a day of a month: 增加30日.
    var lengthLeads: BackwardWords
    var runningFillers: BackwardWords
    var each: WordTable<Void>
    var ageUnits: WordTable<Void>
    var gradeUnits: WordTable<Void>
    var gradeJoiners: WordTable<Void>
    var gradeContexts: WordTable<Void>

    // Dates
    var unknownDigits: WordTable<Void>
    var monthEnds: WordTable<Void>
    var yearEnds: WordTable<Void>
    var monthStarts: WordTable<Void>
    var monthParts: WordTable<ClosedRange<Int>>
    var yearParts: WordTable<ClosedRange<Int>>
    var yearSuffixes: WordTable<Void>
    var dayParts: WordTable<Void>
    var relativeYears: WordTable<RelativeYear>
    var relativeYearGuards: BackwardWords
    var fromPrefixes: WordTable<Void>
    var untilPrefixes: WordTable<Void>
    var fromMarks: WordTable<Void>
    var untilMarks: WordTable<Void>
    var decades: WordTable<Void>

    // Events
    var events: WordTable<Event>
    var anchorLeads: WordTable<Void>
    var anchorTails: WordTable<Void>
    var anchorTimes: WordTable<AnchorTime>
    var monthFirst: WordTable<Void>
    var anchorLinks: WordTable<Void>
    var afterMarks: WordTable<Void>
    var anchorGuards: BackwardWords
    /// The day of the notice itself as the start of a period: 即日起至2025年12月31日.
    var noticeDay: WordTable<Void>

    // Document numbers
    var documentStops: BackwardWords
    var documentConjunctions: BackwardWords
    var documentEndings: BackwardWords
    var documentOrders: WordTable<Void>

    /// Which readings may begin at a scalar.
    private(set) var openings = Openings()

    enum BoundWord: Sendable {
        case bound(Comparator)
        /// 原则上: in front of a bound.
        case hedge
        /// 按, 为: between a bound or a per-unit and its number.
        case filler
    }

    struct Event: Sendable {
        var anchor: Anchor
        /// Events that, named after this one, do not take its place: 中断|缴费.
        var absorbed: Set<Anchor>
    }

    struct AnchorTime: Sendable {
        var offset: TimeSpan?
        var snapsToMonthStart: Bool
    }

    /// Reads the files whose path begins with `values/` and leaves the others alone.
    ///
    /// - Throws: `ExtractorError` for an unknown section or key, a missing form, or a value that is none.
    package init(files: [ExtractorFile]) throws(ExtractorError) {
        var sections = SectionReader()
        for file in files where file.path.hasPrefix("values/") {
            try sections.add(file)
        }
        let bounds = try sections.mapping("bounds")
        numeralGuards = BackwardWords(try sections.strings("numeralGuards"))
        (boundsBefore, boundStems, boundsAfter) = try Self.bounds(bounds)
        rateNouns = BackwardWords(try bounds.strings("rateNouns"))
        amountNouns = BackwardWords(try bounds.strings("amountNouns"))
        surplus = try bounds.words("surplus")
        let inclusive = try bounds.strings("inclusive")
        let exclusive = try bounds.strings("exclusive")
        inclusions = WordTable([.init(forms: inclusive, payload: true), .init(forms: exclusive, payload: false)])
        inclusionObjects = try bounds.words("inclusionObjects")
        try bounds.finish()
        rangeMarks = try sections.words("rangeMarks")

        let currency = try sections.mapping("currency")
        currencyPrefixes = try currency.words("prefixes")
        currencyUnits = WordTable(try WordTable.entries(try currency.nodes("units"), payload: Self.factor))
        currencyParts = WordTable(try WordTable.entries(try currency.nodes("parts"), payload: Self.factor))
        currencyAlone = WordTable(try WordTable.entries(try currency.nodes("alone"), payload: Self.factor))
        currencySuffixes = try currency.words("suffixes")
        try currency.finish()
        let per = try sections.mapping("perUnits")
        perBefore = WordTable(try WordTable.entries(try per.nodes("before"), payload: Self.perUnits))
        perAfter = WordTable(try WordTable.entries(try per.nodes("after"), payload: Self.perUnits))
        perSlashes = try per.words("slashes")
        perJoiners = try per.words("joiners")
        try per.finish()
        changes = WordTable(
            try WordTable.entries(try sections.nodes("changes")) { reader throws(ExtractorError) in
                try Self.choice(&reader, "sign", ["+": true, "-": false])
            })
        changeLinks = try sections.words("changeLinks")
        reach = try sections.words("reach")
        origins = try sections.words("origins")

        let rates = try sections.mapping("rates")
        rateSuffixes = WordTable(try WordTable.entries(try rates.nodes("suffixes"), payload: Self.factor))
        ratePoints = try rates.words("points")
        rateFractions = WordTable(try WordTable.entries(try rates.nodes("fractions"), payload: Self.factor))
        try rates.finish()

        durationUnits = WordTable(
            try WordTable.entries(try sections.nodes("durations")) { reader throws(ExtractorError) in
                try Self.unit(&reader)
            })
        otherDurations = try sections.words("otherDurations")
        half = try sections.words("half")
        withinMarks = try sections.words("withinMarks")
        let runningForms = try sections.strings("running")
        running = WordTable([.init(forms: runningForms, payload: ())])
        runningBackward = BackwardWords(runningForms)
        lengthLeads = BackwardWords(try sections.strings("lengthLeads"))
        runningFillers = BackwardWords(try sections.strings("runningFillers"))
        each = try sections.words("each")
        let ages = try sections.mapping("ages")
        ageUnits = try ages.words("units")
        try ages.finish()
        let grades = try sections.mapping("grades")
        let gradeForms = try grades.strings("units")
        let gradeBarred = try grades.strings("notBefore")
        gradeUnits = WordTable([.init(forms: gradeForms, notBefore: gradeBarred, payload: ())])
        gradeJoiners = try grades.words("joiners")
        gradeContexts = try grades.words("contexts")
        try grades.finish()

        unknownDigits = try sections.words("unknownDigits")
        monthEnds = try sections.words("monthEnds")
        yearEnds = try sections.words("yearEnds")
        monthStarts = try sections.words("monthStarts")
        monthParts = WordTable(
            try WordTable.entries(try sections.nodes("monthParts")) { reader throws(ExtractorError) in
                try Self.bounds(&reader, "days", within: 1...31)
            })
        yearParts = WordTable(
            try WordTable.entries(try sections.nodes("yearParts")) { reader throws(ExtractorError) in
                try Self.bounds(&reader, "months", within: 1...12)
            })
        yearSuffixes = try sections.words("yearSuffixes")
        dayParts = try sections.words("dayParts")
        relativeYears = WordTable(
            try WordTable.entries(try sections.nodes("relativeYears")) { reader throws(ExtractorError) in
                try Self.choice(&reader, "year", ["previous": .previous, "current": .current, "next": .next])
            })
        relativeYearGuards = BackwardWords(try sections.strings("relativeYearGuards"))
        fromPrefixes = try sections.words("fromPrefixes")
        untilPrefixes = try sections.words("untilPrefixes")
        fromMarks = try sections.words("fromMarks")
        untilMarks = try sections.words("untilMarks")
        decades = try sections.words("decades")

        let anchors = Dictionary(uniqueKeysWithValues: Anchor.allCases.map { ($0.rawValue, $0) })
        events = WordTable(
            try WordTable.entries(try sections.nodes("anchors")) { reader throws(ExtractorError) in
                let anchor = try Self.choice(&reader, "anchor", anchors)
                var absorbed: Set<Anchor> = []
                for name in try reader.strings("absorbs") {
                    guard let other = anchors[name] else {
                        throw ExtractorError(
                            "unknown anchor '\(name)'", at: reader.place,
                            hint: nearest(to: name, in: anchors.keys.sorted()).map { "did you mean '\($0)'?" })
                    }
                    absorbed.insert(other)
                }
                return Event(anchor: anchor, absorbed: absorbed)
            })
        anchorLeads = try sections.words("anchorLeads")
        anchorTails = try sections.words("anchorTails")
        anchorTimes = WordTable(
            try WordTable.entries(try sections.nodes("anchorTimes")) { reader throws(ExtractorError) in
                let snap = try reader.bool("snap") ?? false
                guard let count = try reader.int("offset") else {
                    return AnchorTime(offset: nil, snapsToMonthStart: snap)
                }
                return AnchorTime(offset: TimeSpan(count, try Self.unit(&reader)), snapsToMonthStart: snap)
            })
        monthFirst = try sections.words("monthFirst")
        anchorLinks = try sections.words("anchorLinks")
        afterMarks = try sections.words("afterMarks")
        anchorGuards = BackwardWords(try sections.strings("anchorGuards"))
        noticeDay = try sections.words("noticeDay")

        let documents = try sections.mapping("documents")
        documentStops = BackwardWords(try documents.strings("stops"))
        documentConjunctions = BackwardWords(try documents.strings("conjunctions"))
        documentEndings = BackwardWords(try documents.strings("endings"))
        documentOrders = try documents.words("orders")
        try documents.finish()
        try sections.finish()
        openings = Openings(self)
    }
}

// MARK: - Payloads

extension ValueVocabulary {
    private static func factor(_ reader: inout NodeReader) throws(ExtractorError) -> ExactDecimal {
        let text = try reader.requiredString("factor")
        guard let value = ExactDecimal(text) else {
            throw ExtractorError("expected a decimal number, found '\(text)'", at: reader.place)
        }
        return value
    }

    private static func perUnits(_ reader: inout NodeReader) throws(ExtractorError) -> [PerUnit] {
        var units: [PerUnit] = []
        for name in try reader.strings("per") {
            guard let unit = PerUnit(rawValue: name) else {
                throw ExtractorError(
                    "unknown unit '\(name)'", at: reader.place,
                    hint: nearest(to: name, in: PerUnit.allCases.map(\.rawValue)).map { "did you mean '\($0)'?" })
            }
            units.append(unit)
        }
        return units
    }

    private static func choice<Result>(
        _ reader: inout NodeReader, _ key: String, _ choices: [String: Result]
    ) throws(ExtractorError) -> Result {
        let text = try reader.requiredString(key)
        guard let value = choices[text] else {
            throw ExtractorError(
                "'\(text)' is not one of \(choices.keys.sorted().joined(separator: ", "))", at: reader.place,
                hint: nearest(to: text, in: choices.keys.sorted()).map { "did you mean '\($0)'?" })
        }
        return value
    }

    private static func unit(_ reader: inout NodeReader) throws(ExtractorError) -> TimeSpan.Unit {
        try choice(&reader, "unit", ["D": .day, "W": .week, "M": .month, "Y": .year])
    }

    private static func comparator(_ reader: inout NodeReader) throws(ExtractorError) -> Comparator {
        let known = Dictionary(uniqueKeysWithValues: Comparator.allCases.map { ($0.rawValue, $0) })
        return try choice(&reader, "comparator", known)
    }

    private static func bounds(
        _ reader: inout NodeReader, _ key: String, within limits: ClosedRange<Int>
    ) throws(ExtractorError) -> ClosedRange<Int> {
        let numbers = try reader.strings(key).compactMap { Int($0) }
        guard numbers.count == 2, numbers[0] <= numbers[1], limits.contains(numbers[0]), limits.contains(numbers[1])
        else {
            throw ExtractorError("'\(key)' needs a first and a last number", at: reader.place)
        }
        return numbers[0]...numbers[1]
    }

    private static func bounds(
        _ section: Section
    ) throws(ExtractorError) -> (WordTable<BoundWord>, WordTable<Comparator>, WordTable<Comparator>) {
        let negations = try section.strings("negations")
        var before: [WordTable<BoundWord>.Entry] = []
        var stems: [WordTable<Comparator>.Entry] = []
        for entry in try WordTable.entries(try section.nodes("stems"), payload: Self.comparator) {
            let comparator = entry.payload
            stems.append(entry)
            let negated = entry.forms.flatMap { form in negations.map { $0 + form } }
            stems.append(.init(forms: negated, notBefore: entry.notBefore, payload: comparator.negated))
        }
        for entry in stems {
            before.append(.init(forms: entry.forms, notBefore: entry.notBefore, payload: .bound(entry.payload)))
        }
        for entry in try WordTable.entries(try section.nodes("before"), payload: Self.comparator) {
            before.append(.init(forms: entry.forms, notBefore: entry.notBefore, payload: .bound(entry.payload)))
        }
        before.append(.init(forms: try section.strings("hedges"), payload: .hedge))
        before.append(.init(forms: try section.strings("fillers"), payload: .filler))
        let after = try WordTable.entries(try section.nodes("after"), payload: Self.comparator)
        return (WordTable(before), WordTable(stems), WordTable(after))
    }
}

extension Comparator {
    /// What 不 makes of it: not less is at least.
    var negated: Comparator {
        switch self {
        case .less: .atLeast
        case .more: .atMost
        case .atLeast: .less
        case .atMost: .more
        case .equal, .about: self
        }
    }
}
