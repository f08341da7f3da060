/// Joins tokens, words and gaps to phrases, stage by stage: what one stage makes, the next one sees.
struct PhraseMatcher: Sendable {
    private let stages: [[PhrasePattern]]
    /// For each stage the patterns that may begin with a token class, and those that begin with a word by its first
    /// scalar.
    private let byClass: [[Symbol: [Int]]]
    private let byScalar: [[Unicode.Scalar: [Int]]]
    /// For each stage the scalars with which its words may begin: most letters begin none.
    private let beginsWord: [ScalarSet]

    init(patterns: [PhrasePattern]) {
        let numbers = Set(patterns.map(\.stage)).sorted()
        stages = numbers.map { number in patterns.filter { $0.stage == number } }
        byClass = stages.map { patterns in
            var index: [Symbol: [Int]] = [:]
            for (position, pattern) in patterns.enumerated() {
                if case .token(let tokenClass, _, _)? = pattern.steps.first?.element {
                    index[tokenClass, default: []].append(position)
                }
            }
            return index
        }
        byScalar = stages.map { patterns in
            var index: [Unicode.Scalar: [Int]] = [:]
            for (position, pattern) in patterns.enumerated() {
                guard case .words(let words)? = pattern.steps.first?.element else { continue }
                for scalar in Set(words.compactMap(\.first)) { index[scalar, default: []].append(position) }
            }
            return index
        }
        beginsWord = byScalar.map { ScalarSet($0.keys) }
    }

    func apply(to tokens: [Token], in text: [Unicode.Scalar], range: Range<Int>) -> [Token] {
        var tokens = tokens
        for stage in stages.indices {
            tokens = apply(stage, to: tokens, in: text, range: range)
        }
        return tokens
    }

    private func apply(
        _ stage: Int, to tokens: [Token], in text: [Unicode.Scalar], range: Range<Int>
    ) -> [Token] {
        var result: [Token] = []
        var next = 0
        var at = range.lowerBound
        while at < range.upperBound {
            while next < tokens.count, tokens[next].range.lowerBound < at { next += 1 }
            let here = next < tokens.count && tokens[next].range.lowerBound == at ? next : nil
            var candidates = beginsWord[stage].contains(text[at]) ? byScalar[stage][text[at]] ?? [] : []
            if let here { candidates += byClass[stage][tokens[here].tokenClass] ?? [] }
            var best: (PhrasePattern, Matched)?
            for candidate in candidates {
                let pattern = stages[stage][candidate]
                var attempt = Attempt(steps: pattern.steps, tokens: tokens, text: text, end: range.upperBound)
                guard let matched = attempt.match(step: 0, at: at, token: next) else { continue }
                if matched.end > best?.1.end ?? at { best = (pattern, matched) }
            }
            if let (pattern, matched) = best {
                let inside = tokens[next...].prefix { $0.range.upperBound <= matched.end }
                // A token behind words of the sequence is not at its beginning.
                let leading = here == nil ? [] : inside.prefix { pattern.keep.contains($0.tokenClass) }
                let trailing = inside.dropFirst(leading.count).reversed().prefix {
                    pattern.keep.contains($0.tokenClass)
                }
                let inner = inside.dropFirst(leading.count).dropLast(trailing.count)
                let start = leading.last?.range.upperBound ?? at
                let end = trailing.last?.range.lowerBound ?? matched.end
                result += leading
                if start < end {
                    result.append(token(of: pattern, matched, range: start..<end, parts: Array(inner)))
                }
                result += trailing.reversed()
                at = matched.end
            } else if let here {
                result.append(tokens[here])
                at = tokens[here].range.upperBound
            } else {
                at += 1
            }
        }
        return result
    }

    private func token(of pattern: PhrasePattern, _ matched: Matched, range: Range<Int>, parts: [Token]) -> Token {
        var token = Token(
            tokenClass: pattern.tokenClass, code: pattern.code ?? pattern.tokenClass, range: range, parts: parts)
        if let name = pattern.takes, let taken = matched.captures[name] {
            token.code = taken.code
            token.value = taken.value
            token.term = taken.term
            if taken.value != nil, !parts.contains(where: { $0.range == taken.range }) { token.parts.append(taken) }
        }
        return token
    }

    struct Matched {
        var end: Int
        var captures: [String: Token]
    }

    /// One try of one pattern at one place. Gaps are at most 60 letters and sequences short, so that the work at a
    /// place has a fixed bound.
    private struct Attempt {
        let steps: [PhrasePattern.Step]
        let tokens: [Token]
        let text: [Unicode.Scalar]
        let end: Int
        var captures: [String: Token] = [:]

        mutating func match(step: Int, at: Int, token: Int) -> Matched? {
            guard step < steps.count else { return Matched(end: at, captures: captures) }
            let current = steps[step]
            switch current.element {
            case .words(let words):
                for word in words where starts(with: word, at: at) {
                    let after = at + word.count
                    let next = advance(token, to: after)
                    // A word does not cut a term in two: 待遇 is no part of 待遇等待期.
                    if next > token, tokens[next - 1].range.upperBound > after { continue }
                    if let found = match(step: step + 1, at: after, token: next) { return found }
                }
            case .ahead(let words):
                if words.contains(where: { starts(with: $0, at: at) }) {
                    return match(step: step + 1, at: at, token: token)
                }
            case .token(let tokenClass, let codes, let name):
                if token < tokens.count, tokens[token].range.lowerBound == at,
                    tokens[token].tokenClass == tokenClass, codes.isEmpty || codes.contains(tokens[token].code)
                {
                    let before = captures
                    if let name { captures[name] = tokens[token] }
                    let after = tokens[token].range.upperBound
                    if let found = match(step: step + 1, at: after, token: advance(token + 1, to: after)) {
                        return found
                    }
                    captures = before
                }
            case .gap(let length):
                var position = at
                while true {
                    if let found = match(step: step + 1, at: position, token: advance(token, to: position)) {
                        return found
                    }
                    guard position < end, position - at < length, !isPunctuation(text[position]) else { break }
                    position += 1
                }
                return nil
            }
            return current.isOptional ? match(step: step + 1, at: at, token: token) : nil
        }

        private func starts(with word: [Unicode.Scalar], at start: Int) -> Bool {
            guard start + word.count <= end else { return false }
            for (offset, scalar) in word.enumerated() where text[start + offset] != scalar { return false }
            return true
        }

        private func advance(_ token: Int, to position: Int) -> Int {
            var token = token
            while token < tokens.count, tokens[token].range.lowerBound < position { token += 1 }
            return token
        }
    }
}

/// Scalars of the basic plane as bits; any other scalar counts as one of them.
private struct ScalarSet: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1024)

    init(_ scalars: some Sequence<Unicode.Scalar>) {
        for scalar in scalars where scalar.value < 0x10000 {
            bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
        }
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x10000 || bits[Int(scalar.value >> 6)] >> UInt64(scalar.value & 63) & 1 != 0
    }
}

/// The marks that a gap never crosses.
func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "；", "：", "！", "？", "\n", "\t": true
    default: false
    }
}
