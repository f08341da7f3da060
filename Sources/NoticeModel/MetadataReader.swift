import PolicyText

/// Reads what the notice says of itself from the parts that have been told apart.
struct MetadataReader {
    let text: FoldedText
    let rendition: [Unicode.Scalar]
    let markers: MarkerReader
    let regions: RegionTable
    let lines: [JoinedLine]
    let blocks: [Block]
    /// What the source says of the notice; used where the text does not say it.
    let fields: [PlacedField]
    private var letters: [Unicode.Scalar] { text.scalars }

    init(
        text: FoldedText, rendition: [Unicode.Scalar], markers: MarkerReader, regions: RegionTable, lines: [JoinedLine],
        blocks: [Block], fields: [PlacedField] = []
    ) {
        self.fields = fields
        self.text = text
        self.rendition = rendition
        self.markers = markers
        self.regions = regions
        self.lines = lines
        self.blocks = blocks
    }

    func read() -> (NoticeMetadata, [NoticeFinding]) {
        var metadata = NoticeMetadata()
        var findings: [NoticeFinding] = []
        let titleLine = lines.first { $0.role == .title }?.range
        if let titleLine {
            let bare = withoutDraftTag(titleLine)
            metadata.title = .init(title(bare), range: bare)
            if let kind = letters.longestSuffix(of: Shape.kinds, in: Shape.withoutTag(letters, bare)) {
                let end = Shape.withoutTag(letters, bare).upperBound
                metadata.type = .init(text.string(in: end - kind..<end), range: end - kind..<end)
            }
        }
        metadata.status = status(titleLine)
        metadata.number = number()
        metadata.issuers = issuers(titleLine)
        metadata.addressees = addressees()
        metadata.issuedOn = issuedOn(metadata.status.value)
        switch effective() {
        case .date(let field): metadata.effectiveFrom = field
        case .onIssue(let range):
            findings.append(
                NoticeFinding(
                    code: .effectiveOnIssue, message: "the notice takes effect when it is issued",
                    range: range))
        case .none: break
        }
        metadata.planYear = planYear(metadata.title?.range)
        fill(&metadata)
        if let field = fields.first(where: \.saysLapsed) {
            findings.append(
                NoticeFinding(
                    code: .validityLapsed,
                    message: "the source says of the notice: \(field.value)", range: field.range))
        }
        let place = jurisdiction(titleLine, metadata)
        if let region = place.region {
            metadata.jurisdiction = .init(region, range: place.range)
        } else if !place.candidates.isEmpty {
            let names = place.candidates.map { "\($0.code) \($0.name)" }.joined(separator: ", ")
            findings.append(
                NoticeFinding(
                    code: .regionAmbiguous,
                    message: "the name of the region may mean \(names)", range: place.range))
        }
        return (metadata, findings)
    }

    // MARK: What the source says

    private func fill(_ metadata: inout NoticeMetadata) {
        for field in fields {
            let letters = field.letters
            let whole = letters.trimmed(letters.indices)
            guard !whole.isEmpty else { continue }
            switch field.kind {
            case .title where metadata.title == nil && whole.count >= 6:
                metadata.title = .init(field.value, range: field.range)
                if metadata.type == nil, let kind = letters.longestSuffix(of: Shape.kinds, in: whole) {
                    var view = String.UnicodeScalarView()
                    view.append(contentsOf: letters[whole.upperBound - kind..<whole.upperBound])
                    metadata.type = .init(String(view), range: field.range)
                }
            case .number where metadata.number == nil:
                guard let number = Shape.numberLine(letters, whole) else { continue }
                metadata.number = .init(number.canonical, range: field.range)
            case .issuers where metadata.issuers.isEmpty && Shape.isOrganList(letters, whole):
                metadata.issuers = organNames(letters, whole).map { .init($0, range: field.range) }
            case .issuedOn where metadata.issuedOn == nil:
                guard let date = Shape.date(letters, at: whole.lowerBound, before: whole.upperBound) else { continue }
                metadata.issuedOn = .init(date.iso, range: field.range)
            default:
                continue
            }
        }
    }

    private func organNames(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> [String] {
        letters[range].split { Letter.isComma($0) || Letter.isSpace($0) || $0 == "、" || $0 == "；" || $0 == ";" }.map {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: $0)
            return String(view)
        }
    }

    // MARK: Title

    /// The title as the source has it, on one line. Of its spaces only those between organs stay.
    private func title(_ range: Range<Int>) -> String {
        var result = String.UnicodeScalarView()
        let about = letters.first(Self.about, in: range) ?? range.lowerBound
        for index in range {
            if index > range.lowerBound {
                let isBetweenOrgans =
                    index <= about && Letter.isHan(letters[index])
                    && Shape.endsLikeOrgan(letters, range.lowerBound..<index)
                    && index < about
                let isBetweenWords = Letter.isLatin(letters[index - 1]) && Letter.isLatin(letters[index])
                if isBetweenOrgans || isBetweenWords, hasBreak(before: index) { result.append(" ") }
            }
            let source = text.sourceRange(of: index..<index + 1)
            // One letter of the source may have become several, and a mark in the middle of a range several one.
            if index > range.lowerBound, text.sourceRange(of: index - 1..<index) == source { continue }
            for at in source where !Letter.isSpace(rendition[at]) && !Letter.isLineBreak(rendition[at]) {
                result.append(halfWidth(rendition[at]))
            }
        }
        return String(result)
    }

    private func halfWidth(_ s: Unicode.Scalar) -> Unicode.Scalar {
        switch s.value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: Unicode.Scalar(s.value - 0xFEE0) ?? s
        default: s
        }
    }

    /// White space or a line break of the source stands before the letter.
    private func hasBreak(before index: Int) -> Bool {
        let end = text.sourceRange(of: index - 1..<index).upperBound
        let start = text.sourceRange(of: index..<index + 1).lowerBound
        return end < start
            && (end..<start).contains { Letter.isSpace(rendition[$0]) || Letter.isLineBreak(rendition[$0]) }
    }

    private func withoutDraftTag(_ range: Range<Int>) -> Range<Int> {
        let bare = Shape.withoutTag(letters, range)
        return !bare.isEmpty && letters.contains(anyOf: Self.draftWords, in: bare.upperBound..<range.upperBound)
            ? bare : range
    }

    // MARK: Status

    private func status(_ title: Range<Int>?) -> NoticeMetadata.Field<NoticeMetadata.Status> {
        for line in lines where line.role == .titleTag && letters.contains(anyOf: Self.draftWords, in: line.range) {
            return .init(.draft, range: line.range)
        }
        guard let title else { return .init(.issued) }
        let bare = Shape.withoutTag(letters, title)
        let tag = bare.upperBound..<title.upperBound
        if letters.contains(anyOf: Self.draftWords, in: tag) { return .init(.draft, range: tag) }
        if let length = letters.longestSuffix(of: Shape.interpretations, in: bare) {
            return .init(.interpretation, range: bare.upperBound - length..<bare.upperBound)
        }
        if let length = letters.longest(of: Shape.interpretationStarts, at: bare.lowerBound, before: bare.upperBound) {
            return .init(.interpretation, range: bare.lowerBound..<bare.lowerBound + length)
        }
        return .init(.issued)
    }

    // MARK: Number

    private func number() -> NoticeMetadata.Field<String>? {
        for line in lines where line.role == .number {
            if let shape = Shape.numberLine(letters, line.range) { return .init(shape.canonical, range: shape.range) }
            let range = Shape.serialLine(letters, line.range) ?? line.range
            return .init(text.string(in: range), range: range)
        }
        guard let note = issueNote(), let number = note.number else { return nil }
        return .init(number.canonical, range: number.range)
    }

    /// （2026年9月10日某局某规〔2026〕6号印发）under the title: who passed the paper under which number.
    private func issueNote() -> (organs: Range<Int>?, number: Shape.NumberShape?)? {
        guard let line = lines.first(where: { $0.role == .date && Shape.isIssueNote(letters, $0.range) })?.range,
            let date = Shape.date(letters, at: line.lowerBound + 1, before: line.upperBound)
        else { return nil }
        let rest = date.range.upperBound..<line.upperBound - 1
        let bracket = rest.first { letters[$0] == "〔" || letters[$0] == "[" }
        guard let bracket, let found = Shape.documentNumber(letters, bracket: bracket, in: rest) else {
            return (nil, nil)
        }
        let start = Shape.organStart(letters, of: found, from: rest.lowerBound)
        let range = start..<bracket
        let number = Shape.documentNumber(letters, bracket: bracket, in: start..<rest.upperBound)
        let organs = letters.trimmed(rest.lowerBound..<range.lowerBound)
        return (Shape.isOrganList(letters, organs) ? organs : nil, number)
    }

    // MARK: Issuers and addressees

    private func issuers(_ title: Range<Int>?) -> [NoticeMetadata.Field<String>] {
        var seen: Set<String> = []
        return issuerRanges(title).flatMap(organs)
            .map { NoticeMetadata.Field(text.string(in: $0), range: $0) }
            .filter { seen.insert($0.value).inserted }
    }

    /// Ranges that name the issuers: the signature, else the header, else the organs before 关于 in the title.
    private func issuerRanges(_ title: Range<Int>?) -> [Range<Int>] {
        // A second name in brackets under an organ's is no issuer of its own.
        let signed = lines.filter { $0.role == .signature && !Letter.isOpening(letters[$0.range.lowerBound]) }.map(
            \.range)
        if !signed.isEmpty { return signed }
        if let lead = titleLead(title) { return [lead] }
        if let organs = issueNote()?.organs { return [organs] }
        return lines.filter { $0.role == .header }.compactMap { line in
            var range = line.range
            if let length = letters.longestSuffix(of: Self.headerEnds, in: range) {
                range = range.lowerBound..<range.upperBound - length
            }
            return Shape.isOrganList(letters, range) ? range : nil
        }
    }

    /// The organs that begin the title.
    private func titleLead(_ title: Range<Int>?) -> Range<Int>? {
        guard let title, let about = letters.first(Self.about, in: title), about > title.lowerBound else { return nil }
        let lead = title.lowerBound..<about
        return Shape.isOrganList(letters, lead) ? lead : nil
    }

    /// Single organs of a list: apart by spaces of the source or 、, or run together where the region's name comes again.
    private func organs(_ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where index > start {
            let part = start..<index
            if letters[index] == "、" {
                parts.append(part)
                start = index + 1
                continue
            }
            guard Letter.isHan(letters[index]), letters.longestSuffix(of: Shape.organEndings, in: part) != nil,
                part.count >= 3
            else { continue }
            let isRepeat =
                index + 2 <= range.upperBound && letters[index] == letters[start]
                && letters[index + 1] == letters[start + 1]
            if hasBreak(before: index) || isRepeat {
                parts.append(part)
                start = index
            }
        }
        parts.append(start..<range.upperBound)
        return parts.map { Shape.withoutOthers(letters, $0) }.filter { !$0.isEmpty }
    }

    private func addressees() -> [NoticeMetadata.Field<String>] {
        var result: [NoticeMetadata.Field<String>] = []
        for line in lines where line.role == .addressees {
            var end = line.range.upperBound
            if end > line.range.lowerBound, Letter.isColon(letters[end - 1]) { end -= 1 }
            var start = line.range.lowerBound
            var depth = 0
            // Groups stand between commas; 、 joins what shares a head (各市、自治州医疗保障局).
            for index in line.range.lowerBound..<end {
                if Letter.isOpening(letters[index]) { depth += 1 }
                if Letter.isClosing(letters[index]) { depth -= 1 }
                if depth <= 0, Letter.isComma(letters[index]) || letters[index] == "；" {
                    if index > start { result.append(.init(text.string(in: start..<index), range: start..<index)) }
                    start = index + 1
                }
            }
            if end > start { result.append(.init(text.string(in: start..<end), range: start..<end)) }
        }
        return result
    }

    // MARK: Dates

    private func issuedOn(_ status: NoticeMetadata.Status) -> NoticeMetadata.Field<String>? {
        // A page tells when it was put up. An interpretation is issued by that; of another paper it may be years later.
        let isPage = status == .interpretation
        let wanted: [LineRole] = [.signatureDate, .date, .publication] + (isPage ? [.header] : [])
        for role in wanted {
            for line in lines where line.role == role {
                if role == .publication || role == .header, !isPage,
                    letters.longestSuffix(of: Self.printed, in: line.range) == nil
                {
                    continue
                }
                for at in line.range {
                    guard let date = Shape.date(letters, at: at, before: line.range.upperBound) else { continue }
                    return .init(date.iso, range: date.range)
                }
            }
        }
        return nil
    }

    private enum Effect {
        case date(NoticeMetadata.Field<String>)
        case onIssue(Range<Int>)
    }

    /// 本通知自2025年9月1日起执行: the sentence must speak of this paper.
    private func effective() -> Effect? {
        for block in blocks where block.part == .body || block.part == .opening {
            if case .table = block.kind { continue }
            for at in block.range where letters[at] == "自" || letters[at] == "从" {
                guard speaksOfItself(before: at, from: block.range.lowerBound) else { continue }
                let end = min(block.range.upperBound, at + 40)
                if let date = Shape.date(letters, at: at + 1, before: end) {
                    guard takesEffect(date.range.upperBound, end) else { continue }
                    return .date(.init(date.iso, range: date.range))
                }
                if let length = letters.longest(of: Self.onIssue, at: at + 1, before: end),
                    takesEffect(at + 1 + length, end)
                {
                    return .onIssue(at..<at + 1 + length)
                }
            }
        }
        return nil
    }

    private func takesEffect(_ start: Int, _ end: Int) -> Bool {
        var at = start
        if at < end, letters[at] == "起" { at += 1 } else { return false }
        while at < end, !Letter.endsSentence(letters[at]), !Letter.isComma(letters[at]), at - start < 6 {
            if letters.longest(of: Self.effects, at: at, before: end) != nil { return true }
            at += 1
        }
        return false
    }

    /// The words of the sentence before `at` name this paper (本通知, 本办法), or there are none.
    private func speaksOfItself(before at: Int, from start: Int) -> Bool {
        var low = at
        while low > start, !Letter.endsSentence(letters[low - 1]), at - low < 30 { low -= 1 }
        return letters.contains(anyOf: Self.thisPaper, in: low..<at)
    }

    // MARK: Year

    private func planYear(_ title: Range<Int>?) -> NoticeMetadata.Field<Int>? {
        if let title {
            var years = years(in: title)
            // 《某市2025年…方案》政策问答 is of the year of the paper that it explains, 关于印发《…》的通知 of what it issues.
            let isInterpretation =
                letters.longestSuffix(of: Shape.interpretations, in: Shape.withoutTag(letters, title)) != nil
                || letters.longest(of: Shape.interpretationStarts, at: title.lowerBound, before: title.upperBound)
                    != nil
            if years.isEmpty, isInterpretation || letters.contains(anyOf: Self.issuing, in: title) {
                years = quoted(in: title).flatMap { self.years(in: $0) }
            }
            if let year = years.first(where: { $0.isAdvance && $0.isAnnual }) ?? years.first(where: \.isAnnual)
                ?? years.first
            {
                return .init(year.year, range: year.range)
            }
        }
        // Statements about a 年度: the one most often named, if it is clearly so.
        var counts: [Int: (count: Int, range: Range<Int>)] = [:]
        for block in blocks where block.part == .body || block.part == .opening {
            for year in years(in: block.range) where year.isAnnual {
                counts[year.year, default: (0, year.range)].count += 1
            }
        }
        let ranked = counts.sorted { ($1.value.count, $1.key) < ($0.value.count, $0.key) }
        guard let best = ranked.first, ranked.count == 1 || best.value.count > ranked[1].value.count else { return nil }
        return .init(best.key, range: best.value.range)
    }

    private struct YearShape {
        var year: Int
        var range: Range<Int>
        /// 2026年度
        var isAnnual: Bool
        /// 预收2026年度: paid for the year to come.
        var isAdvance: Bool
    }

    /// Years outside 《》 and brackets that are no part of a date: 2026年, 2026年度, 2026-2027年度's first.
    private func years(in range: Range<Int>) -> [YearShape] {
        var found: [YearShape] = []
        var depth = 0
        var at = range.lowerBound
        while at < range.upperBound {
            let s = letters[at]
            if Letter.isOpening(s) { depth += 1 }
            if Letter.isClosing(s) { depth = max(0, depth - 1) }
            if depth == 0, Letter.isDigit(s) {
                var end = at
                while end < range.upperBound, Letter.isDigit(letters[end]) { end += 1 }
                defer { at = max(end, at + 1) }
                guard end - at == 4, end < range.upperBound, letters[end] == "年" else { continue }
                let year = letters[at..<end].reduce(0) { $0 * 10 + Int($1.value - 0x30) }
                guard year >= 1990, year < 2100 else { continue }
                let isAnnual = end + 1 < range.upperBound && letters[end + 1] == "度"
                let isDate =
                    end + 1 < range.upperBound
                    && (Letter.isDigit(letters[end + 1]) || letters[end + 1] == "底" || letters[end + 1] == "版")
                guard !isDate else { continue }
                let isAdvance =
                    at >= range.lowerBound + 2 && letters.longest(of: Self.advance, at: at - 2, before: at) != nil
                found.append(
                    YearShape(
                        year: year, range: at..<end + (isAnnual ? 2 : 1), isAnnual: isAnnual, isAdvance: isAdvance))
                continue
            }
            at += 1
        }
        return found
    }

    /// What stands between 《 and 》, outermost.
    private func quoted(in range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var depth = 0
        var start = range.lowerBound
        for at in range {
            if letters[at] == "《" {
                if depth == 0 { start = at + 1 }
                depth += 1
            } else if letters[at] == "》" {
                depth = max(0, depth - 1)
                if depth == 0 { found.append(start..<at) }
            }
        }
        return found
    }

    // MARK: Jurisdiction

    private func jurisdiction(_ title: Range<Int>?, _ metadata: NoticeMetadata) -> RegionResolution {
        var sources = RegionResolver.Sources()
        sources.issuers = lines.filter { $0.role == .signature }.map(\.range)
        for line in lines where line.role == .header {
            let range = line.range
            if Shape.isOrganList(letters, range) { sources.issuers.append(range) }
        }
        if let lead = titleLead(title) { sources.issuers.append(lead) }
        if sources.issuers.isEmpty {
            sources.issuers = fields.filter { $0.kind == .issuers }.compactMap(\.range)
        }
        if let title {
            sources.title = [title]
            if metadata.status.value == .interpretation { sources.interpreted = quoted(in: title) }
        }
        for line in lines where line.role == .number {
            if let shape = Shape.numberLine(letters, line.range) { sources.number = shape.organ }
        }
        // The beginning of the text says for whom it is; what follows may name others.
        var words = 0
        for block in blocks where block.part == .opening || block.part == .body || block.part == .addressees {
            if case .table = block.kind { continue }
            guard words < 6_000 else { break }
            sources.content.append(block.range)
            words += block.range.count
        }
        return RegionResolver(table: regions, letters: letters).resolve(sources)
    }

    // MARK: Words

    private static let about = Phrase("关于".unicodeScalars)
    private static let headerEnds = phrases("文件 函件")
    private static let issuing = phrases("印发《 下发《 发布《 公布《")
    private static let printed = phrases("印发")
    private static let draftWords = phrases("征求意见 草案 送审 讨论稿 审议稿")
    private static let onIssue = phrases("印发之日 发布之日 公布之日 下发之日 发文之日")
    private static let effects = phrases("执行 施行 实施 生效 试行")
    private static let thisPaper = phrases("本通知 本办法 本细则 本实施细则 本意见 本方案 本规定 本决定 本通告 本公告 本文 上述 以上 调整后 本政策")
    private static let advance = phrases("预收 预缴 参保")
}
