/// The divisions of GB/T 2260 with the forms in which notices name them.
///
/// Names are found by their first letter in a sorted index over one flat array of scalars: loading makes no string and
/// no dictionary per row.
package struct RegionTable: Sendable {
    /// One written form of a division.
    struct Form: Sendable {
        /// Code of GB/T 2260 as a number; 0 is the nation.
        var code: Int32
        var start: Int32
        var length: Int32
        var kind: FormKind
    }
    enum FormKind: Int32, Sendable, Comparable {
        /// 屯留区, 贵州省.
        case full
        /// 贵州, 内蒙古; 延边州 and 恭城县 for autonomous prefectures and counties.
        case usual
        /// 屯留, 长治: only where nothing but a name is expected.
        case bare

        static func < (a: FormKind, b: FormKind) -> Bool { a.rawValue < b.rawValue }
    }

    private(set) var letters: [Unicode.Scalar] = []
    /// Sorted by the first letter, then by length, longest first.
    private(set) var forms: [Form] = []
    /// For each letter from `firstHan` on, the first form that begins with it or with a later one.
    private var starts: [UInt16] = []
    private static let firstHan = 0x4E00
    private static let hanCount = 0x5200
    /// Sorted codes, and the form that holds the full name of each.
    private var codes: [Int32] = []
    private var names: [Range<Int32>] = []

    /// The code, name and level of the whole country: GB/T 2260 gives it no code, so zeros stand for it.
    package static let nation = Region(code: "000000", name: "全国", level: .nation)

    /// - Parameter tsv: lines of a six-digit code, a tab and a name, sorted by code; lines that begin with # are
    ///   comments. Lines of any other shape are skipped.
    package init(tsv: String) {
        letters.reserveCapacity(tsv.utf8.count / 3)
        forms.reserveCapacity(8_000)
        var code: Int32 = 0
        var digits = 0
        var start = 0
        // 0: in the code, 1: in the name, 2: in a line to skip.
        var state = 0
        func finish(_ table: inout RegionTable) {
            if state == 1, table.letters.count > start { table.add(code: code, name: start..<table.letters.count) }
        }
        for scalar in tsv.unicodeScalars {
            if scalar == "\n" {
                finish(&self)
                (code, digits, state) = (0, 0, 0)
            } else if state == 1 {
                if scalar != "\r" { letters.append(scalar) }
            } else if state == 0 {
                if scalar == "\t", digits == 6 {
                    state = 1
                    start = letters.count
                } else if scalar.value >= 0x30, scalar.value <= 0x39, digits < 6 {
                    code = code * 10 + Int32(scalar.value - 0x30)
                    digits += 1
                } else {
                    state = 2
                }
            }
        }
        finish(&self)
        sortForms()
    }

    package init(tsv: some Sequence<UInt8>) {
        self.init(tsv: String(decoding: Array(tsv), as: UTF8.self))
    }

    package func region(_ code: Int) -> Region? {
        if code == 0 { return Self.nation }
        guard let name = nameRange(code) else { return nil }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters[Int(name.lowerBound)..<Int(name.upperBound)])
        let digits = String(code)
        return Region(
            code: String(repeating: "0", count: max(0, 6 - digits.count)) + digits, name: String(text),
            level: Self.level(code))
    }

    /// Every code, ascending.
    package var allCodes: [Int] { codes.map(Int.init) }

    static func level(_ code: Int) -> Region.Level {
        if code == 0 { return .nation }
        if code % 10_000 == 0 { return .province }
        return code % 100 == 0 ? .prefecture : .county
    }

    /// Whether `outer` contains or is `inner`. The nation contains everything.
    static func contains(_ outer: Int, _ inner: Int) -> Bool {
        if outer == 0 || outer == inner { return true }
        if outer % 10_000 == 0 { return inner / 10_000 == outer / 10_000 }
        return outer % 100 == 0 && inner / 100 == outer / 100
    }

    func nameRange(_ code: Int) -> Range<Int32>? {
        var low = 0
        var high = codes.count
        while low < high {
            let middle = (low + high) / 2
            if Int(codes[middle]) < code { low = middle + 1 } else { high = middle }
        }
        return low < codes.count && Int(codes[low]) == code ? names[low] : nil
    }
}

// MARK: Written forms

extension RegionTable {
    private mutating func add(code: Int32, name: Range<Int>) {
        codes.append(code)
        names.append(Int32(name.lowerBound)..<Int32(name.upperBound))
        addForm(code, name, .full)
        let bare = Self.bareLength(letters[name])
        guard bare < name.count else { return }
        let short = name.lowerBound..<name.lowerBound + bare
        if code % 10_000 == 0 {
            addForm(code, short, .usual)
            return
        }
        // 延边朝鲜族自治州 is 延边州, 恭城瑶族自治县 恭城县, 伊犁哈萨克自治州 伊犁州.
        let last = letters[name.upperBound - 1]
        if name.count - bare > 1, last == "州" || last == "县" || last == "旗" {
            let start = letters.count
            letters.append(contentsOf: letters[short])
            letters.append(last)
            addForm(code, start..<letters.count, .usual)
        }
        if bare >= 2 { addForm(code, short, .bare) }
    }

    private mutating func addForm(_ code: Int32, _ range: Range<Int>, _ kind: FormKind) {
        forms.append(
            Form(code: code, start: Int32(range.lowerBound), length: Int32(range.count), kind: kind))
    }

    /// Sorts the forms and indexes them by their first letter. Names that begin with no Chinese letter of the basic
    /// plane are never found, and GB/T 2260 has none.
    private mutating func sortForms() {
        let letters = self.letters
        forms.sort { a, b in
            let x = letters[Int(a.start)].value
            let y = letters[Int(b.start)].value
            if x != y { return x < y }
            if a.length != b.length { return a.length > b.length }
            return (a.code, a.kind.rawValue) < (b.code, b.kind.rawValue)
        }
        starts = [UInt16](repeating: UInt16(clamping: forms.count), count: Self.hanCount)
        var next = Self.hanCount
        for index in forms.indices.reversed() {
            let letter = Int(letters[Int(forms[index].start)].value) - Self.firstHan
            guard letter >= 0, letter < Self.hanCount else { continue }
            // Letters between this one and the next that begins a form lead to the next one's first form.
            if letter + 1 < next {
                for gap in letter + 1..<next { starts[gap] = UInt16(clamping: index + 1) }
            }
            starts[letter] = UInt16(clamping: index)
            next = letter
        }
    }

    /// The length of a name without its generic part: 长治市 2, 恩施土家族苗族自治州 2, 内蒙古自治区 3.
    static func bareLength(_ name: ArraySlice<Unicode.Scalar>) -> Int {
        for suffix in genericSuffixes where name.count > suffix.count && name.suffix(suffix.count).elementsEqual(suffix)
        {
            var rest = name.dropLast(suffix.count)
            if suffix.first == "自" {
                while let people = peoples.first(where: {
                    rest.count >= $0.count + 2 && rest.suffix($0.count).elementsEqual($0)
                }) {
                    rest = rest.dropLast(people.count)
                }
            }
            return rest.count
        }
        return name.count
    }

    private static let genericSuffixes: [[Unicode.Scalar]] = [
        "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "省", "市", "区", "县", "盟", "旗",
    ].map { Array($0.unicodeScalars) }

    /// Names of peoples as they stand in names of divisions, the longer before the shorter that ends it.
    private static let peoples: [[Unicode.Scalar]] = [
        "维吾尔族", "哈萨克族", "柯尔克孜族", "达斡尔族", "塔吉克族", "鄂温克族", "鄂伦春族", "土家族", "布依族", "朝鲜族",
        "哈尼族", "傈僳族", "拉祜族", "东乡族", "纳西族", "景颇族", "仫佬族", "布朗族", "撒拉族", "毛南族", "仡佬族",
        "锡伯族", "普米族", "保安族", "裕固族", "独龙族", "蒙古族", "回族", "藏族", "苗族", "彝族", "壮族", "满族", "侗族",
        "瑶族", "白族", "傣族", "黎族", "佤族", "畲族", "水族", "土族", "羌族", "怒族", "各族", "维吾尔", "柯尔克孜",
        "哈萨克", "塔吉克", "锡伯", "蒙古",
    ].map { Array($0.unicodeScalars) }
}

// MARK: Lookup

extension RegionTable {
    /// The longest form that begins at `at`, with every division that bears it.
    struct Match {
        var length: Int
        var codes: [Int]
        var kind: FormKind
    }

    /// - Parameter kind: the loosest kind of form to accept. Where a usual form stands for a province and is also a
    ///   city's bare name (吉林), the match holds both.
    func longestForm(in text: [Unicode.Scalar], at: Int, before end: Int, allowing kind: FormKind) -> Match? {
        var match = Match(length: 0, codes: [], kind: .bare)
        var index = firstForm(beginningWith: text[at])
        let limit = end - at
        while index < forms.count, letters[Int(forms[index].start)] == text[at] {
            let form = forms[index]
            index += 1
            let length = Int(form.length)
            if length < match.length, !match.codes.isEmpty, match.kind <= kind { break }
            guard length <= limit, equals(form, text, at) else { continue }
            let isCity = form.kind == .bare && form.code % 100 == 0 && endsInCity(Int(form.code))
            guard form.kind <= kind || isCity else { continue }
            if length != match.length || match.kind > kind { match = Match(length: length, codes: [], kind: .bare) }
            if !match.codes.contains(Int(form.code)) { match.codes.append(Int(form.code)) }
            match.kind = min(match.kind, form.kind)
        }
        return match.codes.isEmpty || match.kind > kind ? nil : match
    }

    private func endsInCity(_ code: Int) -> Bool {
        guard let name = nameRange(code) else { return false }
        return letters[Int(name.upperBound) - 1] == "市"
    }

    private func equals(_ form: Form, _ text: [Unicode.Scalar], _ at: Int) -> Bool {
        let start = Int(form.start)
        for offset in 1..<max(1, Int(form.length)) where letters[start + offset] != text[at + offset] { return false }
        return true
    }

    private func firstForm(beginningWith letter: Unicode.Scalar) -> Int {
        let index = Int(letter.value) - Self.firstHan
        return index >= 0 && index < starts.count ? Int(starts[index]) : forms.count
    }
}

// MARK: One-letter names

extension RegionTable {
    /// The one-letter names of the provinces (GB/T 2260 has none; they are those of number plates and document
    /// numbers), the second names 滇 蜀 贵 秦 陇 included.
    package static func province(letter: Unicode.Scalar) -> Int? {
        switch letter {
        case "京": 110_000
        case "津": 120_000
        case "冀": 130_000
        case "晋": 140_000
        case "蒙", "内": 150_000
        case "辽": 210_000
        case "吉": 220_000
        case "黑": 230_000
        case "沪": 310_000
        case "苏": 320_000
        case "浙": 330_000
        case "皖": 340_000
        case "闽": 350_000
        case "赣": 360_000
        case "鲁": 370_000
        case "豫": 410_000
        case "鄂": 420_000
        case "湘": 430_000
        case "粤": 440_000
        case "桂": 450_000
        case "琼": 460_000
        case "渝": 500_000
        case "川", "蜀": 510_000
        case "黔", "贵": 520_000
        case "云", "滇": 530_000
        case "藏": 540_000
        case "陕", "秦": 610_000
        case "甘", "陇": 620_000
        case "青": 630_000
        case "宁": 640_000
        case "新": 650_000
        case "台": 710_000
        case "港": 810_000
        case "澳": 820_000
        default: nil
        }
    }
}
