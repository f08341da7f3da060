import PolicyText
import PolicyValues

/// Tells which lines are the parts of a 公文 around its body (GB/T 9704-2012, 7.2 to 7.4): header, document number, title,
/// addressees; attachments' note, signature, date; copy-to and print lines.
///
/// Parts are told by shape and order, never by the words of one notice. A text that a crawler stored on one line is first
/// cut at the places where such parts meet.
struct PartReader {
    let text: FoldedText
    let markers: MarkerReader
    let scanner: ValueScanner
    var table: LineTable
    private var letters: [Unicode.Scalar] { text.scalars }

    init(text: FoldedText, markers: MarkerReader, scanner: ValueScanner, table: LineTable) {
        self.text = text
        self.markers = markers
        self.scanner = scanner
        self.table = table
    }

    mutating func run() {
        markNoise()
        markMenus()
        cutHead()
        cutTails()
        let body = readHead()
        readTail(from: body)
    }

    // MARK: Noise

    private mutating func markNoise() {
        let letters = text.scalars
        for index in table.lines.indices where table.lines[index].role == .body {
            let range = table.lines[index].range
            guard let first = range.first(where: { Letter.isWord(letters[$0]) }) else {
                // A mark that the line before had no room for is none.
                let mark = letters[range.lowerBound]
                if !Letter.endsSentence(mark), !Letter.isClosing(mark), !Letter.isComma(mark) {
                    table.lines[index].role = .noise
                }
                continue
            }
            // A page number: — 3 —.
            if range.count <= 9, first > range.lowerBound, !Letter.isWord(letters[range.upperBound - 1]),
                range.allSatisfy({ Letter.isDigit(letters[$0]) || !Letter.isWord(letters[$0]) }),
                range.filter({ Letter.isDigit(letters[$0]) }).count <= 3
            {
                table.lines[index].role = .noise
            }
        }
    }

    /// The menu of a site over its notice: a run of short lines without marks or figures. Names of organs one under another are
    /// none.
    private mutating func markMenus() {
        var index = 0
        while index < min(table.lines.count, 600) {
            let start = index
            var organs = 0
            while index < table.lines.count, isMenuEntry(table.lines[index]) {
                if Shape.endsLikeOrgan(letters, table.lines[index].range) { organs += 1 }
                index += 1
            }
            if index - start >= Self.leastMenu, organs * 2 < index - start {
                for entry in start..<index { table.lines[entry].role = .header }
            }
            guard index < table.lines.count else { return }
            if letters[table.lines[index].range].contains("。") { return }
            index += 1
        }
    }

    private static let leastMenu = 8

    private func isMenuEntry(_ line: Line) -> Bool {
        line.role == .body && line.marker == nil && line.range.count <= 10
            && line.range.allSatisfy { Letter.isHan(letters[$0]) || Letter.isLatin(letters[$0]) }
    }

    // MARK: Head of a text without line breaks

    /// Cuts the first line where title, number and addressees meet, if they run together in it.
    private mutating func cutHead() {
        guard let index = table.lines.firstIndex(where: { $0.role == .body }) else { return }
        let line = table.lines[index]
        guard line.range.count > 80 else {
            cutAddressees()
            return
        }
        var cuts: [Int] = []
        let limit = headLimit(line.range)
        var at = line.range.lowerBound
        if letters.has(Self.attachment, at: at, before: limit) {
            at += Self.attachment.count
            while at < limit, Letter.isDigit(letters[at]) || Letter.isColon(letters[at]) { at += 1 }
            cuts.append(at)
        }
        guard let title = titleInLine(at..<limit) else {
            cutAddressees()
            return
        }
        var start = at
        if let bracket = (at..<title.lowerBound).first(where: { "〔[".unicodeScalars.contains(letters[$0]) }),
            let number = Shape.documentNumber(letters, bracket: bracket, in: at..<limit)
        {
            let numberStart = Shape.organStart(letters, of: number, from: at)
            cuts.append(numberStart)
            cuts.append(number.range.upperBound)
            start = number.range.upperBound
        }
        if start < title.lowerBound { start = headerEnd(start..<title.lowerBound) }
        cuts.append(start)
        var end = title.upperBound
        cuts.append(end)
        if end < line.range.upperBound, let bracket = bracketPair(at: end, before: line.range.upperBound) {
            end = bracket
            cuts.append(end)
        }
        if let bracket = (end..<min(end + 24, line.range.upperBound)).first(where: {
            "〔[".unicodeScalars.contains(letters[$0])
        }),
            let number = Shape.documentNumber(letters, bracket: bracket, in: end..<line.range.upperBound),
            number.range.lowerBound == end
        {
            end = number.range.upperBound
            cuts.append(end)
        }
        if let colon = addresseesEnd(end..<line.range.upperBound) { cuts.append(colon) }
        cut(index, at: cuts)
    }

    /// Addressees and the opening on one line: cut after the colon.
    private mutating func cutAddressees() {
        for index in table.lines.indices.prefix(12)
        where table.lines[index].role == .body && table.lines[index].marker == nil {
            let range = table.lines[index].range
            if let colon = addresseesEnd(range), colon < range.upperBound {
                cut(index, at: [colon])
                return
            }
        }
    }

    private func headLimit(_ range: Range<Int>) -> Int {
        let most = min(range.upperBound, range.lowerBound + 600)
        return (range.lowerBound..<most).first { letters[$0] == "。" } ?? most
    }

    /// 关于…的通知 and its like in a running line; or a title without 关于 that ends in a compound type before any mark.
    private func titleInLine(_ range: Range<Int>) -> Range<Int>? {
        var depth = 0
        var about: Int?
        var at = range.lowerBound
        while at < range.upperBound {
            let s = letters[at]
            if Letter.isOpening(s) { depth += 1 }
            if Letter.isClosing(s) { depth = max(0, depth - 1) }
            guard depth == 0, !Letter.isClosing(s) else {
                at += 1
                continue
            }
            if about == nil, Letter.isComma(s) || Letter.isColon(s) { return nil }
            if about == nil, letters.has(Self.about, at: at, before: range.upperBound) { about = at }
            if let length = letters.longest(of: Shape.types, at: at, before: range.upperBound) {
                let isClosed = at > range.lowerBound && letters[at - 1] == "的"
                let isCompound = length >= 4 && about == nil
                let after = at + length
                let goesOn =
                    after < range.upperBound && letters[after] == "的"
                    && letters.longest(of: Shape.types, at: after + 1, before: range.upperBound) != nil
                if isClosed || isCompound, !goesOn { return (about ?? range.lowerBound)..<after }
                at = after
                continue
            }
            at += 1
        }
        return nil
    }

    /// The end of a header (…文件) that stands before a title.
    private func headerEnd(_ range: Range<Int>) -> Int {
        var at = range.upperBound
        while at > range.lowerBound {
            if letters.longestSuffix(of: Self.headerEnds, in: range.lowerBound..<at) != nil { return at }
            at -= 1
        }
        return range.lowerBound
    }

    private func bracketPair(at: Int, before end: Int) -> Int? {
        guard letters[at] == "（" else { return nil }
        return (at..<min(end, at + 24)).first { letters[$0] == "）" }.map { $0 + 1 }
    }

    /// The place after the colon that ends addressees which begin the range, if they do.
    private func addresseesEnd(_ range: Range<Int>) -> Int? {
        guard range.count > 3, !letters.begins(with: Self.openings, range) else { return nil }
        for at in range.prefix(500) {
            if letters[at] == "。" || letters[at] == "；" { return nil }
            if Letter.isColon(letters[at]) {
                let before = range.lowerBound..<at
                return isAddressees(before) ? at + 1 : nil
            }
        }
        return nil
    }

    private func isAddressees(_ range: Range<Int>) -> Bool {
        guard range.count >= 3, !letters.begins(with: Self.openings, range),
            !letters.contains(anyOf: Self.asFollows, in: range),
            !letters.contains(anyOf: Self.labels, in: range)
        else { return false }
        let parts = split(range)
        // Most parts end as organs do, or say who: 各…, …单位, …机构.
        let fitting = parts.filter { part in
            Shape.endsLikeOrgan(letters, part) || letters.longestSuffix(of: Self.addresseeEnds, in: part) != nil
        }
        return fitting.count * 2 >= parts.count
            && (letters.begins(with: Self.addresseeStarts, range) || fitting.count == parts.count
                || fitting.count * 4 >= parts.count * 3 && parts.contains { letters[$0.lowerBound] == "各" })
    }

    /// Parts at ， and 、 outside brackets.
    private func split(_ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var depth = 0
        for at in range {
            if Letter.isOpening(letters[at]) { depth += 1 }
            if Letter.isClosing(letters[at]) { depth -= 1 }
            if depth <= 0, Letter.isComma(letters[at]) || letters[at] == "、" || letters[at] == "；" {
                parts.append(start..<at)
                start = at + 1
            }
        }
        parts.append(start..<range.upperBound)
        return parts.filter { !$0.isEmpty }
    }

    // MARK: Tail of a text without line breaks

    /// Cuts organ, date and closing notes apart where they share a line.
    private mutating func cutTails() {
        var lines: [Line] = []
        lines.reserveCapacity(table.lines.count)
        for line in table.lines {
            let cuts = line.role == .body ? tailCuts(line.range) : []
            if cuts.isEmpty {
                lines.append(line)
            } else {
                lines += table.pieces(of: line, cutAt: cuts, in: text, markers: markers)
            }
        }
        table.lines = lines
    }

    private mutating func cut(_ index: Int, at places: [Int]) {
        let pieces = table.pieces(of: table.lines[index], cutAt: places, in: text, markers: markers)
        table.lines.replaceSubrange(index...index, with: pieces)
    }

    private func tailCuts(_ range: Range<Int>) -> Set<Int> {
        let letters = text.scalars
        var cuts: Set<Int> = []
        // Where the last sentence ends: organ names and dates after it are no sentences.
        var clause = range.lowerBound
        var depth = 0
        var at = range.lowerBound
        while at < range.upperBound {
            let s = letters[at]
            if Letter.isOpening(s) {
                if depth == 0, letters.has(Self.thisDocument, at: at + 1, before: range.upperBound) {
                    cuts.insert(at)
                    if let end = bracketPair(at: at, before: range.upperBound) { cuts.insert(end) }
                }
                depth += 1
            } else if Letter.isClosing(s) {
                depth = max(0, depth - 1)
            } else if depth == 0, Letter.endsSentence(s) {
                clause = at + 1
            } else if depth == 0, at - clause <= 160, let date = Shape.date(letters, at: at, before: range.upperBound) {
                if clause < at, Shape.isOrganList(letters, clause..<at) {
                    cuts.insert(clause)
                    var end = date.range.upperBound
                    if letters.has(Self.printed, at: end, before: range.upperBound) {
                        // The print line keeps its organ: 青海省医疗保障局办公室 2024年8月30日印发.
                        end += Self.printed.count
                    } else {
                        cuts.insert(at)
                    }
                    cuts.insert(end)
                    clause = end
                }
                at = date.range.upperBound
                continue
            } else if depth == 0, at == clause, at > range.lowerBound,
                letters.longest(of: Self.closingLabels, at: at, before: range.upperBound) != nil
            {
                cuts.insert(at)
            }
            at += 1
        }
        return cuts
    }

    // MARK: Head

    /// Gives the lines of the head their roles and returns the index of the first line after it.
    private mutating func readHead() -> Int {
        let zone = headZone()
        for index in zone where table.lines[index].role == .body {
            let range = table.lines[index].range
            if let label = attachmentLabel(range), label {
                table.lines[index].role = .attachmentLabel
            } else if isNumberLine(range) {
                table.lines[index].role = .number
            } else if Shape.isTag(letters, range) {
                table.lines[index].role =
                    Shape.date(letters, at: range.lowerBound + 1, before: range.upperBound) == nil ? .titleTag : .date
            } else if letters.begins(with: Self.webLabels, range) || isNavigation(range)
                || letters.longestSuffix(of: Self.headerEnds, in: range) != nil
                    && Shape.isOrganList(letters, range)
            {
                table.lines[index].role = .header
            }
        }
        guard let title = titleLines(in: zone) else {
            // Tags without a title are text.
            for index in zone where table.lines[index].role == .titleTag { table.lines[index].role = .body }
            // A fragment may begin with its addressees.
            guard let first = zone.first(where: { table.lines[$0].role == .body }) else { return zone.lowerBound }
            return max(zone.lowerBound, readAddressees(from: first))
        }
        for index in zone where index < title.lowerBound && [.body, .titleTag, .date].contains(table.lines[index].role)
        {
            table.lines[index].role = .header
        }
        for index in title where table.lines[index].role == .body { table.lines[index].role = .title }
        if let again = titleAgain(title) {
            // A page names the paper, then itself, then prints the paper.
            for index in title.upperBound..<again.lowerBound
            where [.body, .titleTag, .date].contains(table.lines[index].role) {
                table.lines[index].role = .header
            }
            for index in again { table.lines[index].role = again.count == 1 ? .title : .header }
            return readAfterTitle(from: again)
        }
        return readAfterTitle(from: title)
    }

    /// Where a page leads, and where it stands among others: 首页 机构 新闻 …; 首页 > 政务公开 > 政策文件.
    private func isNavigation(_ range: Range<Int>) -> Bool {
        guard range.count <= 120, !endsOpen(range) else { return false }
        let isPath = letters.begins(with: Self.sitePlaces, range)
        let steps = range.filter { letters[$0] == ">" || letters[$0] == "›" || letters[$0] == "»" }.count
        if steps >= 2 || isPath { return true }
        // 登录 | 注册 | 无障碍浏览
        let entries = letters[range].split { $0 == "|" || $0 == "｜" || $0 == "丨" }
        return entries.count >= 2 && entries.allSatisfy { $0.count <= 8 } && range.count <= 60
    }

    /// A line that is a document number and nothing else; forms without brackets (苏政发2023年15号, 国家医保局令第1号) are the
    /// scanner's.
    private func isNumberLine(_ range: Range<Int>) -> Bool {
        if Shape.numberLine(letters, range) != nil || Shape.serialLine(letters, range) != nil { return true }
        guard range.count <= 30, letters[range.upperBound - 1] == "号" else { return false }
        let mentions = scanner.scan(letters, in: range)
        guard mentions.count == 1, mentions[0].range == range, case .documentNumber = mentions[0].value else {
            return false
        }
        return true
    }

    /// The lines before the first item, sentence or table.
    private func headZone() -> Range<Int> {
        let lines = table.lines
        var end = 0
        var seen = 0
        var hasTitle = false
        while end < lines.count, seen < 40 {
            let line = lines[end]
            // A head may be laid out as a table, which none of its lines is the title of.
            if case .table = line.role, hasTitle { break }
            if line.role == .body {
                hasTitle = hasTitle || line.range.count >= 8 && Shape.endsInType(letters, line.range)
                seen += 1
                if line.marker != nil { break }
                // A sentence; a title may quote one, so only a mark at the end or a long line ends the zone.
                if letters[line.range].contains("。") { break }
                if letters.begins(with: Self.openings, line.range), letters[line.range].contains(where: Letter.isComma)
                {
                    break
                }
            }
            end += 1
        }
        return 0..<end
    }

    /// The lines of the title among those of the zone.
    private func titleLines(in zone: Range<Int>) -> Range<Int>? {
        let lines = table.lines
        var last = zone.lowerBound
        while last < zone.upperBound {
            defer { last += 1 }
            guard lines[last].role == .body, !endsOpen(lines[last].range), Shape.endsInType(letters, lines[last].range)
            else {
                continue
            }
            var end = last
            // …的意见 / 的通知
            while end + 1 < zone.upperBound, lines[end + 1].role == .body,
                letters[lines[end + 1].range.lowerBound] == "的",
                Shape.endsInType(letters, lines[end + 1].range)
            {
                end += 1
            }
            var start = last
            while start > zone.lowerBound, last - start < 5, let before = lineBeforeTitle(start, zone) {
                start = before
            }
            let range = lines[start].range.lowerBound..<lines[end].range.upperBound
            let words = (start...end).reduce(0) { $0 + lines[$1].range.count }
            if words >= 8, Shape.isBalanced(letters, range) { return start..<end + 1 }
        }
        // No ending tells the kind: the first line that is no organ's name, if the text goes on after it.
        guard
            let first = zone.first(where: { lines[$0].role == .body && !Shape.isOrganList(letters, lines[$0].range) }),
            lines[first].range.count >= 8, lines[first].range.count <= 60, !endsOpen(lines[first].range),
            lines.count > first + 1
        else { return nil }
        return first..<first + 1
    }

    /// The line before `start` if it belongs to the same title.
    private func lineBeforeTitle(_ start: Int, _ zone: Range<Int>) -> Int? {
        let lines = table.lines
        let before = start - 1
        guard before >= zone.lowerBound, lines[before].role == .body,
            !lines[start].isCut || lines[start].blanksBefore > 0
        else {
            return nil
        }
        let range = lines[before].range
        guard !endsOpen(range), range.count <= 80 else { return nil }
        let isOrgan = Shape.isOrganList(letters, range) && letters.first(Self.about, in: range) == nil
        if letters.has(Self.about, at: lines[start].range.lowerBound, before: lines[start].range.upperBound) {
            return isOrgan ? before : nil
        }
        // 甲局　乙厅 ↵ 丙局关于…: organs over two lines. One that comes again is the letterhead.
        if isOrgan, let about = letters.first(Self.about, in: lines[start].range) {
            let lead = lines[start].range.lowerBound..<about
            let comesAgain = letters.contains(anyOf: [Phrase(letters[range].prefix(6))], in: lead)
            if Shape.isOrganList(letters, lead), !comesAgain { return before }
        }
        let startsTitle = isOrgan && Shape.isOrganList(letters, lines[start].range)
        if isOrgan, !startsTitle { return nil }
        // A title of its own, such as the page's, ends where this one begins.
        if Shape.endsInType(letters, range), Shape.isBalanced(letters, range),
            letters[lines[start].range.lowerBound] != "的"
        {
            return nil
        }
        return before
    }

    /// The last lines before the first item that say the title again.
    private func titleAgain(_ title: Range<Int>) -> Range<Int>? {
        let range = table.lines[title.lowerBound].range.lowerBound..<table.lines[title.upperBound - 1].range.upperBound
        var found: Range<Int>?
        for index in title.upperBound..<min(title.upperBound + 60, table.lines.count) {
            let line = table.lines[index]
            if line.marker != nil || letters[line.range].contains("。") { break }
            if let end = endOfTitle(range, from: index) { found = index..<end }
        }
        return found
    }

    /// The line after those that say the title from `start` on, over as many as five lines; their spaces and breaks do not
    /// count.
    private func endOfTitle(_ title: Range<Int>, from start: Int) -> Int? {
        var at = title.lowerBound
        func skip() { while at < title.upperBound, Letter.isSpace(letters[at]) { at += 1 } }
        for index in start..<min(start + 5, table.lines.count) {
            guard [.body, .titleTag].contains(table.lines[index].role) || index == start else { return nil }
            for letter in table.lines[index].range where !Letter.isSpace(letters[letter]) {
                skip()
                guard at < title.upperBound, letters[at] == letters[letter] else { return nil }
                at += 1
            }
            skip()
            if at == title.upperBound { return index + 1 }
        }
        return nil
    }

    private func endsOpen(_ range: Range<Int>) -> Bool {
        guard let last = range.last else { return true }
        return Letter.isColon(letters[last]) || Letter.endsSentence(letters[last]) || Letter.isComma(letters[last])
    }

    private mutating func readAfterTitle(from title: Range<Int>) -> Int {
        let titleStart = table.lines[title.lowerBound].range.lowerBound
        let titleRange = titleStart..<table.lines[title.upperBound - 1].range.upperBound
        var index = title.upperBound
        while index < table.lines.count {
            let range = table.lines[index].range
            switch table.lines[index].role {
            case .titleTag, .number, .noise, .header, .date:
                index += 1
                continue
            case .body:
                break
            default:
                return index
            }
            if table.lines[index].marker != nil { return index }
            if isNumberLine(range) {
                table.lines[index].role = .number
            } else if Shape.isIssueNote(letters, range) {
                table.lines[index].role = .date
            } else if Shape.isTag(letters, range), range.count <= 24 {
                table.lines[index].role =
                    Shape.date(letters, at: range.lowerBound + 1, before: range.upperBound) == nil ? .titleTag : .date
            } else if let date = Shape.date(letters, at: range.lowerBound, before: range.upperBound),
                date.range == range
            {
                table.lines[index].role = .date
            } else if letters.equal(range, titleRange) {
                table.lines[index].role = .title
            } else if letters.begins(with: Self.webLabels, range), range.count < 60 {
                table.lines[index].role = .header
            } else {
                return readAddressees(from: index)
            }
            index += 1
        }
        return index
    }

    /// Addressees over one to eight lines, up to a colon.
    private mutating func readAddressees(from start: Int) -> Int {
        guard !letters.begins(with: Self.openings, table.lines[start].range) else { return start }
        var end = start
        while end < table.lines.count, end - start < 8, table.lines[end].role == .body, table.lines[end].marker == nil {
            let range = table.lines[end].range
            guard let last = range.last else { return start }
            if Letter.endsSentence(letters[last]) { return start }
            if Letter.isColon(letters[last]) {
                var whole: [Range<Int>] = []
                for index in start...end { whole.append(table.lines[index].range) }
                guard isAddressees(table.lines[start].range.lowerBound..<range.upperBound - 1) else { return start }
                for index in start...end { table.lines[index].role = .addressees }
                return end + 1
            }
            end += 1
        }
        return start
    }

    // MARK: Tail

    /// Gives lines after the head that are no body their roles. Sets of lines that end a notice may stand before the
    /// bodies of its attachments, so the whole text is walked.
    private mutating func readTail(from start: Int) {
        var index = start
        // Whether the lines that follow belong to a note or list that the line before began.
        var open: LineRole?
        var isAfterSignature = false
        while index < table.lines.count {
            let line = table.lines[index]
            let range = line.range
            guard line.role == .body else {
                if case .table = line.role { open = nil }
                index += 1
                continue
            }
            if let isAlone = attachmentLabel(range) {
                if isAlone, isAfterSignature || !hasListAfter(index) {
                    table.lines[index].role = .attachmentLabel
                    index = readAttachmentTitle(from: index + 1)
                    open = nil
                } else {
                    table.lines[index].role = .attachmentNote
                    open = .attachmentNote
                    index += 1
                }
                isAfterSignature = isAfterSignature && open == nil
                continue
            }
            if letters.begins(with: Self.copyToLabels, range) {
                table.lines[index].role = .copyTo
                open = .copyTo
            } else if isPublication(range) || isTimeOfPublication(index) {
                table.lines[index].role = .publication
                open = nil
            } else if let date = dateAlone(range) {
                var first = index
                while first > start, table.lines[first - 1].role == .body, table.lines[first - 1].marker == nil,
                    index - first < 12, isSignatureLine(first - 1)
                {
                    first -= 1
                    table.lines[first].role = .signature
                }
                if first < index || isLastOfText(index) {
                    table.lines[index].role = .signatureDate
                    isAfterSignature = true
                    open = nil
                }
                _ = date
            } else if open == .attachmentNote,
                line.marker != nil
                    || line.range.count <= 40 && !letters.endsSentence(range)
                        && !Shape.isOrganList(letters, range)
            {
                table.lines[index].role = .attachmentNote
            } else if open == .copyTo, line.marker == nil, range.count <= 120 {
                table.lines[index].role = .copyTo
            } else {
                open = nil
                if isAfterSignature {
                    // The paper that the notice sends round, under its own title.
                    isAfterSignature = false
                    let next = readAttachmentTitle(from: index)
                    if next > index {
                        index = next
                        continue
                    }
                }
            }
            index += 1
        }
        readSignatureWithoutDate(from: start)
    }

    /// An organ's name, or its second name or 代章 in brackets under it.
    private func isSignatureLine(_ index: Int) -> Bool {
        let range = table.lines[index].range
        if Shape.isOrganList(letters, range) { return true }
        return range.count <= 40 && Shape.withoutTags(letters, range).isEmpty && index > 0
            && Shape.isOrganList(letters, table.lines[index - 1].range)
    }

    /// Organs alone as the last words of the text.
    private mutating func readSignatureWithoutDate(from start: Int) {
        guard !table.lines.contains(where: { $0.role == .signature }) else { return }
        var index = table.lines.count - 1
        while index > start, [.publication, .copyTo, .noise, .attachmentNote].contains(table.lines[index].role) {
            index -= 1
        }
        while index > start, table.lines[index].role == .body, table.lines[index].marker == nil,
            Shape.isOrganList(letters, table.lines[index].range), table.lines[index].range.count <= 60
        {
            table.lines[index].role = .signature
            index -= 1
        }
    }

    private func isLastOfText(_ index: Int) -> Bool {
        table.lines[(index + 1)...].allSatisfy { $0.role != .body || $0.range.count <= 30 && $0.marker == nil }
    }

    private func dateAlone(_ range: Range<Int>) -> Shape.DateShape? {
        guard let date = Shape.date(letters, at: range.lowerBound, before: range.upperBound), date.range == range else {
            return nil
        }
        return date
    }

    private func isPublication(_ range: Range<Int>) -> Bool {
        var line = range
        if let first = line.first, Letter.isOpening(letters[first]) { line = first + 1..<line.upperBound }
        if letters.begins(with: Self.publicationLabels, line) { return true }
        // …办公室2024年8月30日印发
        return range.count <= 60 && letters.longestSuffix(of: [Self.printed], in: range) != nil
            && range.contains { Shape.date(letters, at: $0, before: range.upperBound) != nil }
    }

    /// 时间：2026年10月11日 as the last words of a page, or under its other labels.
    private func isTimeOfPublication(_ index: Int) -> Bool {
        let range = table.lines[index].range
        guard let length = letters.longest(of: Self.timeLabels, at: range.lowerBound, before: range.upperBound),
            dateAlone(letters.trimmed(range.lowerBound + length..<range.upperBound)) != nil
        else { return false }
        return index > 0 && table.lines[index - 1].role == .publication || index + 1 == table.lines.count
    }

    /// nil: no label of attachments; true: the label alone (附件2：); false: with the names of attachments.
    private func attachmentLabel(_ range: Range<Int>) -> Bool? {
        guard letters.has(Self.attachment, at: range.lowerBound, before: range.upperBound) else { return nil }
        var at = range.lowerBound + Self.attachment.count
        while at < range.upperBound, Letter.isDigit(letters[at]) || Letter.isHanNumeral(letters[at]) { at += 1 }
        if at == range.upperBound { return true }
        guard Letter.isColon(letters[at]) || letters[at] == "." || letters[at] == "、" else { return nil }
        return at + 1 == range.upperBound
    }

    /// 附件： alone with a numbered list of names under it is a note; alone before a title it begins an attachment.
    private func hasListAfter(_ index: Int) -> Bool {
        guard index + 1 < table.lines.count, let marker = table.lines[index + 1].marker else { return false }
        return marker.style == .arabic && !letters.endsSentence(table.lines[index + 1].range)
            && table.lines[index + 1].range.count <= 60
    }

    /// The title over an attachment's body: up to five short lines that end in a type, or one short line.
    private mutating func readAttachmentTitle(from start: Int) -> Int {
        var end = start
        while end < table.lines.count, end - start < 5 {
            let line = table.lines[end]
            guard line.role == .body, line.marker == nil, line.range.count <= 60, !endsOpen(line.range) else { break }
            end += 1
            if Shape.endsInType(letters, line.range) {
                for index in start..<end { table.lines[index].role = .attachmentTitle }
                while end < table.lines.count, table.lines[end].role == .body,
                    Shape.isTag(letters, table.lines[end].range)
                {
                    table.lines[end].role = .attachmentTitle
                    end += 1
                }
                return end
            }
        }
        guard end > start, table.lines[start].range.count >= 4, start > 0,
            table.lines[start - 1].role == .attachmentLabel
        else { return start }
        table.lines[start].role = .attachmentTitle
        return start + 1
    }

    // MARK: Words

    private static let about = Phrase("关于".unicodeScalars)
    private static let attachment = Phrase("附件".unicodeScalars)
    private static let printed = Phrase("印发".unicodeScalars)
    private static let thisDocument = Phrase("此件".unicodeScalars)
    private static let headerEnds = phrases("文件 函件")
    /// How sentences that give reasons begin: no addressees, no title.
    private static let openings = phrases("为 根据 按照 依据 依照 经 现 近日 近期 当前 自 最近 日前 遵照 贯彻 因 鉴于 附件")
    private static let asFollows = phrases("如下 有关事项 通知 规定")
    private static let labels = phrases("联系人 电话 附件 单位 备注 注 来源").filter { $0.count > 1 && $0 != phrases("单位")[0] }
    private static let addresseeStarts = phrases("各 本 省 市 区 县 有关 全 相关 驻 中央 国家")
    private static let addresseeEnds = phrases("单位 机构 部门 企业 公司 区县 市州 街道 乡镇 镇 县 市 区 州 直属机构 同志 高校 学校 村 社区")
    private static let webLabels = phrases(
        "索引号 发布时间 发布日期 发布机构 发布单位 发文机关 发文机构 成文日期 生成日期 信息来源 来源： 文号 发文字号 字号： 主题分类 主题词 有效性 浏览次数 当前位置 公开方式 签发人 分享到 字体 统一编号 实施日期 失效日期 文件状态 阅读 点击"
    )
    private static let sitePlaces = phrases("首页 网站首页 您的位置 您现在的位置 您当前的位置 当前位置 所在位置")
    private static let closingLabels = phrases("附件： 附件1 抄送： 主送： 公开方式 抄报： 分送： 联系人： （联系人")
    private static let copyToLabels = phrases("抄送 抄报 主送： 分送： 印送")
    private static let publicationLabels = phrases(
        """
        此件 公开方式 公开属性 信息公开 主动公开 依申请公开 联系人 联系电话 联系方式 咨询电话 政策咨询 公开选项 发布日期 发布时间 发布机构 发布单位 来源： 来源: \
        信息来源 稿件来源 文章来源 解读机关 解读单位 解读部门 解读人 供稿 责任编辑
        """)
    private static let timeLabels = phrases("时间： 时间: 日期： 日期:")
}
