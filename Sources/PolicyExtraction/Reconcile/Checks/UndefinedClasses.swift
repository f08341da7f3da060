import PolicyRules

extension NoticeCheck {
    /// 对第三类人员…: a class cited by its number or letter that nothing in the notice says the people of. Silent where any
    /// mention could define it, and where another document does.
    static let classUndefined = NoticeCheck { notice in
        let label = ClassLabels(set: notice.set).label
        struct Mention {
            var passage: Int
            var range: Range<Int>
        }
        var cited: [String: Mention] = [:]
        var order: [String] = []
        var defined: Set<String> = []
        for (number, passage) in notice.passages.enumerated() {
            for sentence in passage.sentences {
                for index in sentence.tokens where passage.tokens[index].tokenClass == label {
                    let token = passage.tokens[index]
                    let names = notice.set.code(token.code).split(separator: "-").dropFirst().map(String.init)
                    let mayDefine =
                        passage.isHeading || notice.isCell(number) || notice.mayDefine(token, in: sentence, of: passage)
                    for name in names {
                        if mayDefine {
                            defined.insert(name)
                        } else if cited[name] == nil, !isCount(token, in: passage) {
                            cited[name] = Mention(passage: number, range: token.range)
                            order.append(name)
                        }
                    }
                }
            }
        }
        let written = notice.classesWritten()
        return order.compactMap { name in
            guard !defined.contains(name), let mention = cited[name], !written.contains(name) else { return nil }
            let words = notice.passages[mention.passage].string(mention.range)
            return CheckFinding(
                code: .classUndefined, message: "«\(words)» is cited, but no class of that name is defined",
                place: notice.quotation(mention.range, in: mention.passage))
        }
    }
}

/// 三类人员 may be three classes as well as the third one.
private func isCount(_ token: Token, in passage: Passage) -> Bool {
    "一二三四五六七八九".unicodeScalars.contains(passage.text[token.range.lowerBound])
}

extension CheckedNotice {
    /// The classes that stand anywhere as 乙类：, 乙类为 or （乙类）, though not as a term of the vocabulary.
    fileprivate func classesWritten() -> Set<String> {
        let spellings: [Unicode.Scalar: String] = [
            "一": "1", "二": "2", "三": "3", "四": "4", "1": "1", "2": "2", "3": "3", "4": "4", "Ⅰ": "1", "Ⅱ": "2",
            "Ⅲ": "3",
            "Ⅳ": "4", "A": "1", "B": "2", "C": "3", "D": "4", "甲": "1", "乙": "2", "丙": "3", "丁": "4",
            "五": "5", "六": "6", "5": "5", "6": "6", "Ⅴ": "5", "Ⅵ": "6", "E": "5", "F": "6", "戊": "5", "己": "6",
        ]
        let text = notice.text.scalars
        return Set(
            text.indices.dropFirst().dropLast().compactMap { at in
                guard text[at] == "类", let name = spellings[text[at - 1]],
                    "：为（）包是指即、\n\t".unicodeScalars.contains(text[at + 1])
                else { return nil }
                return text[at + 1] == "、" ? nil : name
            })
    }

    fileprivate func isCell(_ passage: Int) -> Bool {
        if case .tableCell = passages[passage].origin { return true }
        return false
    }

    /// Whether a mention of a class may say who is in it, or leaves that to another document.
    fileprivate func mayDefine(_ token: Token, in sentence: Sentence, of passage: Passage) -> Bool {
        let text = passage.text
        let start = token.range.lowerBound
        let end = pastNoun(token.range.upperBound, in: text)
        // 第一类精神药品: not a class of people. A name alone must be followed by what is done for it, or a mark.
        if text[end - 1] == "类", end < text.count,
            !"，。；、按由给予全定参每个人".unicodeScalars.contains(text[end]) || "药".unicodeScalars.contains(text[end])
        {
            return true
        }
        // At the beginning of a paragraph or an item, or in brackets behind the people.
        let isFirst = start <= 4 || "（：；。\n）".unicodeScalars.contains(text[start - 1])
        if isFirst, !isCitedFirst(end, in: text) { return true }
        let after = text[end..<min(text.count, end + 6)]
        if after.contains(where: { "：为括是指（即".unicodeScalars.contains($0) }) { return true }
        let before = text[max(0, start - 4)..<start]
        if before.contains(where: { "为属于列入".unicodeScalars.contains($0) }) { return true }
        return sentence.tokens.contains {
            if case .documentNumber? = passage.tokens[$0].value { return true }
            return false
        }
    }

    /// Behind the noun that a class name may carry: 第三类|人员, 乙类|资助对象.
    private func pastNoun(_ end: Int, in text: [Unicode.Scalar]) -> Int {
        guard text[end - 1] == "类" else { return end }
        for noun in ["人员", "对象", "人群", "群体", "资助对象", "救助对象", "困难对象", "困难人员", "困难群众"] {
            let letters = Array(noun.unicodeScalars)
            if end + letters.count <= text.count, text[end..<end + letters.count].elementsEqual(letters) {
                return end + letters.count
            }
        }
        return end
    }

    /// 第二类人员按50%资助: what follows is done for the class.
    private func isCitedFirst(_ end: Int, in text: [Unicode.Scalar]) -> Bool {
        end < text.count && "按由给全定参每".unicodeScalars.contains(text[end])
    }
}
