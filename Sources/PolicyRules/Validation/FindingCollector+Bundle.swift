extension FindingCollector {
    mutating func check(_ bundle: RuleBundle) {
        text("schemaVersion", bundle.schemaVersion, .schemaVersion)
        at("generator") {
            $0.text("name", bundle.generator.name)
            $0.text("version", bundle.generator.version)
            $0.text("extractorsDigest", bundle.generator.extractorsDigest, .hexadecimalDigest)
        }
        at("document") { $0.check(bundle.document) }
        each("citations", bundle.citations) { $0.check($1) }
        each("rules", bundle.rules) { $0.check($1) }
        checkUnique("rules", bundle.rules.map(\.id))
        each("unclaimed", bundle.unclaimed) { collector, value in
            collector.text("value", value.value)
            collector.at("evidence") { $0.check(value.evidence) }
        }
        each("diagnostics", bundle.diagnostics) { collector, diagnostic in
            collector.text("code", diagnostic.code, .diagnosticCode)
            collector.text("message", diagnostic.message)
            collector.optional("evidence", diagnostic.evidence) { $0.check($1) }
            collector.each("related", diagnostic.related) { $0.check($1) }
        }
    }

    private mutating func check(_ document: DocumentInfo) {
        text("id", document.id, .digest)
        text("name", document.name, .fileName)
        text("mediaType", document.mediaType, .mediaType)
        text("charset", document.charset)
        text("textDigest", document.textDigest, .digest)
        text("title", document.title, .line)
        text("number", document.number, .documentNumber)
        text("type", document.type)
        texts("issuers", document.issuers)
        texts("addressees", document.addressees)
        text("issuedOn", document.issuedOn, .date)
        text("effectiveFrom", document.effectiveFrom, .date)
        optional("jurisdiction", document.jurisdiction) { $0.check($1) }
        number("planYear", document.planYear, planYears)
        each("outline", document.outline) { collector, section in
            collector.text("id", section.id, .word)
            collector.number("level", section.level, 1...Int.max)
            collector.text("heading", section.heading)
            collector.checkSpan(section.start, section.end)
        }
        checkUnique("outline", document.outline.map(\.id))
    }

    private mutating func check(_ citation: Citation) {
        text("number", citation.number, .documentNumber)
        text("title", citation.title)
        if citation.number == nil, citation.title == nil {
            report(.missingField, "a citation has a number or a title")
        }
        at("evidence") { $0.check(citation.evidence) }
    }

    mutating func check(_ jurisdiction: Jurisdiction) {
        text("code", jurisdiction.code, .regionCode)
        text("name", jurisdiction.name)
    }

    private mutating func checkUnique(_ key: String, _ ids: [String]) {
        var first: [String: Int] = [:]
        for (index, id) in ids.enumerated() {
            if let earlier = first[id] {
                at(key, String(index), "id") {
                    $0.report(.duplicateID, "'\(shortened(id))' is the id of /\(key)/\(earlier) too")
                }
            } else {
                first[id] = index
            }
        }
    }
}

// MARK: Spans

extension FindingCollector {
    mutating func check(_ quotation: Quotation) {
        checkQuote(quotation.quote, quotation.start, quotation.end)
    }

    mutating func checkQuote(_ quote: String, _ start: Int, _ end: Int) {
        guard checkSpan(start, end) else { return }
        let count = quote.unicodeScalars.count
        if count != end - start {
            at("quote") {
                $0.report(.quoteLength, "the quote has \(count) scalars, and its span \(end - start)")
            }
        } else if let rendition, !rendition[start..<end].elementsEqual(quote.unicodeScalars) {
            var found = String.UnicodeScalarView()
            found.append(contentsOf: rendition[start..<end])
            at("quote") {
                $0.report(.quoteMismatch, "the text has '\(shortened(String(found)))' there")
            }
        }
    }

    /// Whether the span is one.
    @discardableResult
    mutating func checkSpan(_ start: Int, _ end: Int) -> Bool {
        if start < 0 || end <= start {
            report(.badSpan, "\(start) to \(end) is no span")
            return false
        }
        if let count = rendition?.count, end > count {
            report(.badSpan, "\(start) to \(end) is beyond the end of the text, which has \(count) scalars")
            return false
        }
        return true
    }
}

/// The years that a 年度 can be: since there are such notices.
let planYears = 1949...2999
