/// Class labels: 第一类对象 is defined once (第一类对象包括特困人员、孤儿) and cited by its ordinal afterwards
/// (对第一、二类对象全额资助). A citation becomes the people of its definition.
struct ClassLabels {
    let label: Symbol?
    private let set: ExtractorSet

    init(set: ExtractorSet) {
        self.set = set
        label = set.symbols.find("label")
    }

    private struct Definition {
        var members: [PopulationGroup.Member]
        var passage: Int
    }

    func resolve(in passages: inout [Passage]) {
        guard let label else { return }
        var definitions: [String: Definition] = [:]
        for (number, passage) in passages.enumerated() {
            for sentence in passage.sentences {
                for index in sentence.tokens where passage.tokens[index].tokenClass == label {
                    guard let group = defined(by: passage.tokens[index], in: sentence, of: passage) else { continue }
                    for name in names(of: passage.tokens[index]) where definitions[name] == nil {
                        definitions[name] = Definition(members: group.members, passage: number)
                    }
                }
            }
        }
        if definitions.isEmpty { return }
        for number in passages.indices {
            for sentence in passages[number].sentences.indices {
                cite(in: &passages[number].sentences[sentence], of: passages[number], definitions: definitions)
            }
        }
    }

    /// `label-1-2` is the first and the second class.
    private func names(of token: Token) -> [String] {
        set.code(token.code).split(separator: "-").dropFirst().map(String.init)
    }

    /// The people named right after the label by 为, 包括 or a colon, or right before it in the same sentence by
    /// （第一类）.
    private func defined(by token: Token, in sentence: Sentence, of passage: Passage) -> PopulationGroup? {
        if let after = sentence.groups.first(where: { $0.range.lowerBound >= token.range.upperBound }) {
            let gap = passage.text[token.range.upperBound..<after.range.lowerBound]
            // 第四类为不符合上述条件，但因…的患者: the label says right away what it is.
            if token.range.lowerBound <= 4, let first = gap.first, "：为指".unicodeScalars.contains(first) {
                return after
            }
            if gap.count <= 18, !gap.contains("，"), gap.contains(where: { "：为括是指（".unicodeScalars.contains($0) }) {
                return after
            }
        }
        guard let before = sentence.groups.last(where: { $0.range.upperBound <= token.range.lowerBound }) else {
            return nil
        }
        let gap = passage.text[before.range.upperBound..<token.range.lowerBound]
        return gap.count <= 8 && (gap.contains("为") || gap.contains("（")) ? before : nil
    }

    private func cite(in sentence: inout Sentence, of passage: Passage, definitions: [String: Definition]) {
        var cited: [PopulationGroup] = []
        for index in sentence.tokens where passage.tokens[index].tokenClass == label {
            let token = passage.tokens[index]
            if defined(by: token, in: sentence, of: passage) != nil { continue }
            let members = names(of: token).compactMap { definitions[$0] }.flatMap { definition in
                definition.members.map { member in
                    var member = member
                    member.definedIn = member.definedIn ?? definition.passage
                    return member
                }
            }
            if members.isEmpty { continue }
            // 甲类、乙类对象: labels in one breath are one group.
            if let last = cited.indices.last, joins(cited[last].range, token.range, in: passage) {
                cited[last].members += members
                cited[last].range = cited[last].range.lowerBound..<token.range.upperBound
            } else {
                cited.append(PopulationGroup(members: members, range: token.range))
            }
        }
        sentence.groups += cited
        sentence.groups.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func joins(_ first: Range<Int>, _ second: Range<Int>, in passage: Passage) -> Bool {
        let gap = passage.text[first.upperBound..<max(first.upperBound, second.lowerBound)]
        return gap.count == 1 && gap.allSatisfy { "、和及与".unicodeScalars.contains($0) }
    }
}
