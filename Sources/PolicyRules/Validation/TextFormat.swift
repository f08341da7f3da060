/// The forms that strings of a bundle have, as the JSON Schema's patterns say them.
enum TextFormat: Sendable, CaseIterable {
    /// Anything, the empty string too.
    case anything
    /// Anything but the empty string.
    case text
    /// Text without a line break.
    case line
    /// Text without white space.
    case word
    /// A base name: text without `/`.
    case fileName
    /// `text/plain`
    case mediaType
    /// `sha256:` and 64 hexadecimal digits.
    case digest
    /// 64 hexadecimal digits.
    case hexadecimalDigest
    /// `400`, `0.5`
    case decimal
    /// `400`, `-30`
    case signedDecimal
    /// `2025`, `2025-10`, `2025-10-XX`
    case date
    /// `12-31`
    case monthDay
    /// `P90D`, `P1Y6M`
    case duration
    /// Six digits of GB/T 2260.
    case regionCode
    /// 吉医保联〔2025〕19号
    case documentNumber
    /// `medicalAssistanceFund`
    case code
    /// `orphan`, `custom:随军家属`
    case category
    /// `amount`, `amount.per`
    case fieldPath
    /// `sums.financing-standard`
    case diagnosticCode
    /// `1.0`
    case schemaVersion
    /// `220000/urrbmi/2026/financingStandard`
    case ruleID
    case currency

    var name: String {
        switch self {
        case .anything, .text: "text"
        case .line: "text of one line"
        case .word: "a word without spaces"
        case .fileName: "a file name without a folder"
        case .mediaType: "a media type such as text/plain"
        case .digest: "sha256: and 64 hexadecimal digits"
        case .hexadecimalDigest: "64 hexadecimal digits"
        case .decimal: "a decimal number such as 400 or 0.5"
        case .signedDecimal: "a decimal number such as 30 or -30"
        case .date: "a date such as 2025-11-01 or 2025-10-XX"
        case .monthDay: "a month and day such as 12-31"
        case .duration: "a duration such as P90D or P3M"
        case .regionCode: "a code of six digits"
        case .documentNumber: "a document number such as 吉医保联〔2025〕19号"
        case .code: "a code such as medicalAssistanceFund"
        case .category: "a category such as orphan or custom:随军家属"
        case .fieldPath: "the name of a field"
        case .diagnosticCode: "a code of letters, digits, full stops and hyphens"
        case .schemaVersion: "a version 1.x"
        case .ruleID: "an id of parts between slashes"
        case .currency: "CNY"
        }
    }

    func accepts(_ text: String) -> Bool {
        let utf8 = Array(text.utf8)
        switch self {
        case .anything: return true
        case .text: return !utf8.isEmpty
        case .line: return !utf8.isEmpty && !utf8.contains { $0 == 0x0A || $0 == 0x0D }
        case .word: return isWord(text)
        case .fileName: return !utf8.isEmpty && !utf8.contains(UInt8(ascii: "/"))
        case .mediaType: return isMediaType(utf8)
        case .digest: return utf8.starts(with: "sha256:".utf8) && isHexadecimalDigest(utf8.dropFirst(7))
        case .hexadecimalDigest: return isHexadecimalDigest(utf8[...])
        case .decimal: return isDecimal(utf8[...])
        case .signedDecimal: return isDecimal(utf8.first == UInt8(ascii: "-") ? utf8.dropFirst() : utf8[...])
        case .date: return CalendarDate(text) != nil
        case .monthDay: return isMonthDay(text)
        case .duration: return isDuration(utf8)
        case .regionCode: return utf8.count == 6 && utf8.allSatisfy(isASCIIDigit)
        case .documentNumber: return text.hasSuffix("号") && text.unicodeScalars.count > 1 && isWord(text)
        case .code: return isCode(utf8[...])
        case .category:
            guard text.hasPrefix("custom:") else { return isCode(utf8[...]) }
            return isWord(String(text.dropFirst(7).prefix(1)))
        case .fieldPath:
            return utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
                isCode($0) && $0.allSatisfy(isLetter)
            }
        case .diagnosticCode:
            return utf8.first.map(isLetter) == true
                && utf8.allSatisfy {
                    isLetter($0) || isASCIIDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
                }
        case .schemaVersion: return isSchemaVersion(utf8)
        case .ruleID:
            let parts = utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            return parts.count > 1 && parts.allSatisfy { !$0.isEmpty } && isWord(text)
        case .currency: return text == "CNY"
        }
    }
}

/// Month and day of some year, or a month whose day is not known: `12-31`, `02-29`, `12-XX`.
private func isMonthDay(_ text: String) -> Bool {
    guard text.utf8.count == 5 else { return false }
    let known = text.hasSuffix("-XX") ? String(text.dropLast(3)) : text
    return !known.utf8.contains(UInt8(ascii: "X")) && CalendarDate("2000-" + known) != nil
}

private func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
}

private func isWord(_ text: String) -> Bool {
    !text.isEmpty && !text.unicodeScalars.contains { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
}

private func isCode(_ utf8: ArraySlice<UInt8>) -> Bool {
    guard let first = utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first else { return false }
    return utf8.allSatisfy { isLetter($0) || isASCIIDigit($0) }
}

private func isMediaType(_ utf8: [UInt8]) -> Bool {
    let parts = utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
        && parts[0].allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
        && parts[1].allSatisfy { isLetter($0) || isASCIIDigit($0) || "+-.".utf8.contains($0) }
}

private func isHexadecimalDigest(_ utf8: ArraySlice<UInt8>) -> Bool {
    utf8.count == 64 && utf8.allSatisfy { isASCIIDigit($0) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 }
}

private func isDecimal(_ utf8: ArraySlice<UInt8>) -> Bool {
    let parts = utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isASCIIDigit) }
        && (parts[0].count == 1 || parts[0].first != UInt8(ascii: "0"))
}

/// `P` and at least one of nY, nM, nW, nD, in this order.
private func isDuration(_ utf8: [UInt8]) -> Bool {
    guard utf8.count >= 3, utf8[0] == UInt8(ascii: "P") else { return false }
    var units = Array("YMWD".utf8)[...]
    var hasDigit = false
    for byte in utf8.dropFirst() {
        if isASCIIDigit(byte) {
            hasDigit = true
        } else {
            guard hasDigit, let unit = units.firstIndex(of: byte) else { return false }
            units = units[(unit + 1)...]
            hasDigit = false
        }
    }
    return !hasDigit
}

private func isSchemaVersion(_ utf8: [UInt8]) -> Bool {
    utf8.starts(with: "1.".utf8) && utf8.count > 2 && utf8.dropFirst(2).allSatisfy(isASCIIDigit)
        && (utf8.count == 3 || utf8[2] != UInt8(ascii: "0"))
}
