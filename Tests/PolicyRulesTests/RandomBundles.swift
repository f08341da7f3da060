@testable import PolicyRules

/// Random bundles for properties, from a seed. They are well-formed, not sensible: any string stands in any field.
struct RandomSource {
    private var state: UInt64
    /// Every optional present and every list with one element, for tests that ask for all keys.
    var isFull: Bool
    var depth = 0

    init(seed: UInt64, isFull: Bool = false) {
        state = seed
        self.isFull = isFull
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func int() -> Int {
        switch below(8) {
        case 0: Int.max
        case 1: Int.min
        case 2: 0
        default: below(4_000) - 1_000
        }
    }

    mutating func range() -> ClosedRange<Int> {
        let start = below(31)
        return start...start + below(31)
    }

    mutating func string() -> String {
        let pieces = [
            "", "a", "低保", "\"", "\\", "/", "\u{0}", "\n", "\r\n", "\t", "\u{1F}", "\u{7F}", "〔2025〕", "é", "e\u{301}",
            "𠮷", "\u{2028}", "\u{FFFF}", "\u{10FFFF}", "👨‍👩‍👧", "400.00",
        ]
        var text = ""
        for _ in 0..<below(5) { text += pieces[below(pieces.count)] }
        return text
    }

    mutating func code<Code: CaseIterable>() -> Code {
        let all = Array(Code.allCases)
        return all[below(all.count)]
    }

    mutating func optional<Value>(_ make: (inout RandomSource) -> Value) -> Value? {
        isFull || below(2) == 0 ? make(&self) : nil
    }

    mutating func list<Value>(_ make: (inout RandomSource) -> Value) -> [Value] {
        let count = isFull ? 1 : below(4)
        var values: [Value] = []
        for _ in 0..<count { values.append(make(&self)) }
        return values
    }

    mutating func origins() -> [String: Origin] {
        var origins: [String: Origin] = [:]
        for key in list({ $0.string() }) { origins[key] = Origin(&self) }
        return origins
    }
}

extension RuleBundle {
    init(_ random: inout RandomSource) {
        self.init(
            schemaVersion: RuleBundle.currentSchemaVersion,
            generator: Generator(&random),
            document: DocumentInfo(&random),
            citations: random.list { Citation(&$0) },
            rules: random.list { Rule(&$0) },
            unclaimed: random.list { Unclaimed(&$0) },
            diagnostics: random.list { Diagnostic(&$0) })
    }
}

extension Generator {
    init(_ random: inout RandomSource) {
        self.init(
            name: random.string(),
            version: random.string(),
            extractorsDigest: random.string())
    }
}

extension DocumentInfo {
    init(_ random: inout RandomSource) {
        self.init(
            id: random.string(),
            name: random.string(),
            mediaType: random.string(),
            charset: random.optional { $0.string() },
            textDigest: random.string(),
            title: random.optional { $0.string() },
            number: random.optional { $0.string() },
            type: random.optional { $0.string() },
            status: random.code(),
            issuers: random.list { $0.string() },
            addressees: random.list { $0.string() },
            issuedOn: random.optional { $0.string() },
            effectiveFrom: random.optional { $0.string() },
            jurisdiction: random.optional { Jurisdiction(&$0) },
            planYear: random.optional { $0.int() },
            outline: random.list { OutlineSection(&$0) })
    }
}

extension Jurisdiction {
    init(_ random: inout RandomSource) {
        self.init(
            code: random.string(),
            name: random.string(),
            level: random.code())
    }
}

extension OutlineSection {
    init(_ random: inout RandomSource) {
        self.init(
            id: random.string(),
            marker: random.string(),
            level: random.int(),
            heading: random.optional { $0.string() },
            start: random.int(),
            end: random.int())
    }
}

extension Quotation {
    init(_ random: inout RandomSource) {
        self.init(
            start: random.int(),
            end: random.int(),
            quote: random.string())
    }
}

extension Citation {
    init(_ random: inout RandomSource) {
        self.init(
            number: random.optional { $0.string() },
            title: random.optional { $0.string() },
            relation: random.code(),
            evidence: Quotation(&random))
    }
}

extension Population {
    init(_ random: inout RandomSource) {
        self.init(
            category: random.string(),
            text: random.string(),
            qualifiers: random.list { $0.string() },
            excludes: random.list { $0.string() })
    }
}

extension Tier {
    init(_ random: inout RandomSource) {
        self.init(
            rank: random.int(),
            text: random.string())
    }
}

extension Amount {
    init(_ random: inout RandomSource) {
        self.init(
            value: random.string(),
            currency: random.string(),
            comparator: random.code(),
            per: random.list { $0.code() },
            plus: random.optional { $0.code() },
            change: random.optional { $0.string() })
    }
}

extension RateValue {
    init(_ random: inout RandomSource) {
        self.init(
            value: random.string(),
            base: random.optional { RateBase(rawValue: $0.string()) },
            comparator: random.code())
    }
}

extension WithinValue {
    init(_ random: inout RandomSource) {
        self.init(
            duration: random.string(),
            of: random.optional { $0.code() })
    }
}

extension PeriodValue {
    init(_ random: inout RandomSource) {
        self.init(
            start: random.optional { TimePointValue(&$0) },
            end: random.optional { TimePointValue(&$0) })
    }
}

extension TimePointValue {
    init(_ random: inout RandomSource) {
        self.init(
            date: random.optional { $0.string() },
            anchor: random.optional { $0.code() },
            offset: random.optional { $0.string() },
            snap: random.optional { $0.code() },
            monthDay: random.optional { $0.string() },
            text: random.optional { $0.string() })
    }
}

extension Condition {
    init(_ random: inout RandomSource) {
        self.init(text: random.string())
    }
}

extension Evidence {
    init(_ random: inout RandomSource) {
        self.init(
            start: random.int(),
            end: random.int(),
            quote: random.string(),
            supports: random.list { $0.string() })
    }
}

extension Origin {
    init(_ random: inout RandomSource) {
        self.init(
            how: random.code(),
            by: random.string())
    }
}

extension Band {
    init(_ random: inout RandomSource) {
        self.init(
            text: random.string(),
            lower: random.optional { Amount(&$0) },
            upper: random.optional { Amount(&$0) })
    }
}

extension Unclaimed {
    init(_ random: inout RandomSource) {
        self.init(
            type: random.code(),
            value: random.string(),
            evidence: Quotation(&random))
    }
}

extension Diagnostic {
    init(_ random: inout RandomSource) {
        self.init(
            code: random.string(),
            severity: random.code(),
            message: random.string(),
            evidence: random.optional { Quotation(&$0) },
            related: random.list { Quotation(&$0) })
    }
}

extension Rule {
    init(_ random: inout RandomSource) {
        self.init(
            id: random.string(),
            kind: random.code(),
            scheme: random.code(),
            jurisdiction: random.optional { Jurisdiction(&$0) },
            planYear: random.optional { $0.int() },
            population: random.optional { Population(&$0) },
            tier: random.optional { Tier(&$0) },
            amount: random.optional { Amount(&$0) },
            rate: random.optional { RateValue(&$0) },
            payer: random.optional { Payer(rawValue: $0.string()) },
            mode: random.optional { $0.code() },
            window: random.optional { $0.code() },
            period: random.optional { PeriodValue(&$0) },
            paidDuring: random.optional { PeriodValue(&$0) },
            monthDays: random.optional { $0.range() },
            effect: random.optional { $0.code() },
            duration: random.optional { $0.string() },
            per: random.optional { $0.code() },
            within: random.optional { WithinValue(&$0) },
            priorYears: random.optional { $0.int() },
            trigger: random.optional { $0.code() },
            direction: random.optional { $0.code() },
            afterYears: random.optional { $0.int() },
            principle: random.optional { $0.code() },
            topic: random.optional { $0.code() },
            to: random.optional { $0.code() },
            document: random.optional { $0.string() },
            text: random.optional { $0.string() },
            service: random.optional { $0.string() },
            institutionLevel: random.optional { $0.string() },
            band: random.optional { Band(&$0) },
            conditions: random.list { Condition(&$0) },
            evidence: random.list { Evidence(&$0) },
            origins: random.origins(),
            certainty: random.code(),
            alternatives: random.depth > 0
                ? []
                : random.list { random in
                    random.depth = 1; defer { random.depth = 0 }; return Rule(&random)
                },
            extractor: random.string())
    }
}
