/// Which readings may begin at a scalar, looked up for every scalar of a text.
struct Openings: Sendable {
    struct Kinds: OptionSet, Sendable {
        var rawValue: UInt8
        static let numeral = Kinds(rawValue: 1)
        /// Bounds, per-units, currency signs, fractions: what may stand before a number.
        static let quantity = Kinds(rawValue: 2)
        static let change = Kinds(rawValue: 4)
        static let time = Kinds(rawValue: 8)
        static let recurring = Kinds(rawValue: 16)
        static let bracket = Kinds(rawValue: 32)
        static let order = Kinds(rawValue: 64)
        static let ordinal = Kinds(rawValue: 128)
    }

    private var table: [UInt8] = Array(repeating: 0, count: 0x10000)

    init() {}

    init(_ words: ValueVocabulary) {
        func add(_ kind: Kinds, _ scalars: some Sequence<Unicode.Scalar>) {
            for scalar in scalars where scalar.value < 0x10000 { table[Int(scalar.value)] |= kind.rawValue }
        }
        add(.numeral, "0123456789".unicodeScalars)
        add(.numeral, Numeral.chineseScalars)
        add(.numeral, words.half.firstScalars)
        add(.quantity, words.boundsBefore.firstScalars)
        add(.quantity, words.perBefore.firstScalars)
        add(.quantity, words.currencyPrefixes.firstScalars)
        add(.quantity, words.rateFractions.firstScalars)
        add(.quantity, words.running.firstScalars)
        add(.quantity, words.each.firstScalars)
        add(.change, words.changes.firstScalars)
        add(.change, words.origins.firstScalars)
        add(.time, "0123456789".unicodeScalars)
        add(.time, Numeral.chineseScalars)
        add(.time, words.fromPrefixes.firstScalars)
        add(.time, words.untilPrefixes.firstScalars)
        add(.time, words.relativeYears.firstScalars)
        add(.time, words.events.firstScalars)
        add(.time, words.anchorLeads.firstScalars)
        add(.time, words.noticeDay.firstScalars)
        add(.recurring, words.perBefore.firstScalars)
        add(.bracket, "〔[(（［【﹝".unicodeScalars)
        add(.order, words.documentOrders.firstScalars)
        add(.ordinal, "第".unicodeScalars)
    }

    func kinds(of scalar: Unicode.Scalar) -> Kinds {
        scalar.value < 0x10000 ? Kinds(rawValue: table[Int(scalar.value)]) : []
    }
}
