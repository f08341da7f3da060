/// What each scalar folds to and how it behaves among its neighbours, as one look-up a scalar.
///
/// The mappings are in `FoldingTables`; the kinds are ranges of the Unicode code charts, written here.
struct FoldingMap: Sendable {
    /// How a folded scalar behaves among its neighbours.
    enum Kind: UInt8, Sendable {
        /// Chinese characters, punctuation, symbols: spaces beside them mean nothing.
        case plain
        /// 0–9.
        case digit
        /// Letters of scripts that set words apart with spaces, and the marks that combine with them.
        case letter
        /// Any of - – — ─ ~.
        case dash
        case lineBreak
        case space
        /// Zero-width characters, soft hyphens, variation selectors, byte order marks, object replacements.
        case ignorable
        /// Needs a look at its neighbours or maps to several scalars.
        case special
    }

    struct Entry: Sendable {
        private let bits: UInt32

        init(_ scalar: UInt32, _ kind: Kind) {
            bits = UInt32(kind.rawValue) << 24 | scalar
        }

        var scalar: Unicode.Scalar { Unicode.Scalar(bits & 0x1F_FFFF) ?? "\u{FFFD}" }
        var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: bits >> 24)) ?? .plain }
    }

    static let standard = FoldingMap()

    /// By code point, the basic plane.
    let entries: [Entry]
    /// Scalars that map to several, ascending, and where their expansions end in `expansions`.
    private let expandingScalars: [UInt32]
    private let expansionEnds: [Int32]
    private let expansions: [Unicode.Scalar]

    private init() {
        var kinds = [Kind](repeating: .plain, count: 0x10000)
        func set(_ range: ClosedRange<Int>, _ kind: Kind) {
            for code in range { kinds[code] = kind }
        }
        set(0x30...0x39, .digit)
        set(0x41...0x5A, .letter)
        set(0x61...0x7A, .letter)
        set(0xAA...0xAA, .letter)
        set(0xB5...0xB5, .letter)
        set(0xBA...0xBA, .letter)
        // Latin with its accents to Mongolian and Greek extended, less × and ÷.
        set(0xC0...0xD6, .letter)
        set(0xD8...0xF6, .letter)
        set(0xF8...0x1FFF, .letter)
        set(0x20D0...0x20FF, .letter)
        set(0x2C00...0x2DFF, .letter)
        set(0xA4D0...0xABFF, .letter)
        set(0xAC00...0xD7FF, .letter)
        set(0xFE20...0xFE2F, .letter)
        for dash: Unicode.Scalar in ["-", "–", "—", "─", "~"] { kinds[Int(dash.value)] = .dash }
        set(0x0A...0x0D, .lineBreak)
        set(0x85...0x85, .lineBreak)
        set(0x2028...0x2029, .lineBreak)
        set(0x20...0x20, .space)
        set(0xA0...0xA0, .space)
        set(0x1680...0x1680, .space)
        set(0x2000...0x200A, .space)
        set(0x202F...0x202F, .space)
        set(0x205F...0x205F, .space)
        set(0x3000...0x3000, .space)
        set(0xAD...0xAD, .ignorable)
        set(0x61C...0x61C, .ignorable)
        set(0x180B...0x180F, .ignorable)
        set(0x200B...0x200F, .ignorable)
        set(0x202A...0x202E, .ignorable)
        set(0x2060...0x206F, .ignorable)
        set(0xFE00...0xFE0F, .ignorable)
        set(0xFEFF...0xFEFF, .ignorable)
        set(0xFFFC...0xFFFC, .ignorable)
        for mark: Unicode.Scalar in ["[", "]", "〔", "〕", "，", "“", "”", "\"", "○", "◯"] {
            kinds[Int(mark.value)] = .special
        }

        var entries: [Entry] = []
        entries.reserveCapacity(0x10000)
        for code in 0..<0x10000 { entries.append(Entry(UInt32(code), kinds[code])) }
        var from: Unicode.Scalar?
        for scalar in FoldingTables.single.unicodeScalars where scalar != "\n" {
            if let source = from {
                entries[Int(source.value)] = Entry(scalar.value, kinds[Int(scalar.value)])
                from = nil
            } else {
                from = scalar
            }
        }

        var expandingScalars: [UInt32] = []
        var expansionEnds: [Int32] = []
        var expansions: [Unicode.Scalar] = []
        var expectsSource = false
        for scalar in FoldingTables.expanding.unicodeScalars where scalar != "\n" {
            if scalar == "|" {
                if !expandingScalars.isEmpty { expansionEnds.append(Int32(expansions.count)) }
                expectsSource = true
            } else if expectsSource {
                expectsSource = false
                expandingScalars.append(scalar.value)
                if scalar.value < 0x10000 { entries[Int(scalar.value)] = Entry(scalar.value, .special) }
            } else {
                expansions.append(scalar)
            }
        }
        expansionEnds.append(Int32(expansions.count))
        self.entries = entries
        self.expandingScalars = expandingScalars
        self.expansionEnds = expansionEnds
        self.expansions = expansions
    }

    /// The entry of any scalar.
    @inline(__always)
    func entry(of scalar: Unicode.Scalar) -> Entry {
        scalar.value < 0x10000 ? entries[Int(scalar.value)] : entryBeyondBasicPlane(scalar)
    }

    private func entryBeyondBasicPlane(_ scalar: Unicode.Scalar) -> Entry {
        switch scalar.value {
        case 0x2F800...0x2FA1F: Entry(scalar.value, .special)
        // Tags and variation selectors.
        case 0xE0000...0xE0FFF: Entry(scalar.value, .ignorable)
        default: Entry(scalar.value, .plain)
        }
    }

    /// The several scalars that `scalar` folds to, or nil when it is not one of those.
    func expansion(of scalar: Unicode.Scalar) -> ArraySlice<Unicode.Scalar>? {
        var low = 0
        var high = expandingScalars.count
        while low < high {
            let middle = (low + high) / 2
            if expandingScalars[middle] < scalar.value { low = middle + 1 } else { high = middle }
        }
        guard low < expandingScalars.count, expandingScalars[low] == scalar.value else { return nil }
        let start = low == 0 ? 0 : Int(expansionEnds[low - 1])
        return expansions[start..<Int(expansionEnds[low])]
    }
}
