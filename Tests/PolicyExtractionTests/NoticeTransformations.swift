import Testing

/// A change of a notice's letters that leaves its meaning alone.
struct Transformation: Sendable, CustomTestStringConvertible {
    var name: String
    var apply: @Sendable (String) -> String

    var testDescription: String { name }

    static let all = [
        Transformation(name: "full width") { fullWidth($0) },
        Transformation(name: "marks of the keyboard") { keyboardMarks($0) },
        Transformation(name: "spaces around digits") { spaced($0) },
        Transformation(name: "spaces between letters", apply: loosened),
        Transformation(name: "line breaks inside sentences", apply: wrapped),
        Transformation(name: "Traditional script", apply: traditional),
        Transformation(name: "spaces at random") { strewn($0, seed: 1) },
        Transformation(name: "other spaces at random") { strewn($0, seed: 2) },
        Transformation(name: "line breaks at random") { broken($0, seed: 1) },
        Transformation(name: "other line breaks at random") { broken($0, seed: 2) },
        Transformation(name: "CRLF") { $0.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n") },
        Transformation(name: "empty lines between paragraphs", apply: aired),
    ]
}

/// A space in every sixth place between two Han characters, as converters of page layouts leave them. Lines that begin with a
/// tab are cells, where a space may part words that stand under each other; they stay.
private func loosened(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var before: Unicode.Scalar = "\n"
    var count = 0
    for scalar in text.unicodeScalars {
        if isHan(before), isHan(scalar) {
            count += 1
            if count % 6 == 0 { result.append(" ") }
        }
        result.append(scalar)
        before = scalar
    }
    return String(result)
}

/// Lines of at most 40 characters, broken between two Han characters inside long lines.
private func wrapped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if number > 0 { result.append("\n") }
        let scalars = Array(line.unicodeScalars)
        // Titles, addressees and cells are no running text.
        guard scalars.count > 60, !line.contains("\t"), scalars.last != "：", scalars.last != ":" else {
            result.append(contentsOf: scalars)
            continue
        }
        var width = 0
        for (index, scalar) in scalars.enumerated() {
            if width >= 40, index > 0, index + 4 < scalars.count, isHan(scalars[index - 1]), isHan(scalar) {
                result.append("\n")
                width = 0
            }
            result.append(scalar)
            width += 1
        }
    }
    return String(result)
}

/// A space in one of twelve places beside a Han character, one that does not break now and then. Digits stay together, and so
/// do the cells of a table. No ideographic space: that one parts a heading from its text.
private func strewn(_ text: String, seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    var result = String.UnicodeScalarView()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if !result.isEmpty { result.append("\n") }
        var before: Unicode.Scalar = "\n"
        let isCell = line.contains("\t")
        for scalar in line.unicodeScalars {
            let isPlace = isHan(before) && (isHan(scalar) || isDigit(scalar)) || isDigit(before) && isHan(scalar)
            if isPlace, !isCell, random.chance(8) { result.append(random.pick([" ", " ", "\u{A0}"])) }
            result.append(scalar)
            before = scalar
        }
    }
    return String(result)
}

/// One line break at a random place between two Han characters inside each long line.
private func broken(_ text: String, seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let scalars = Array(line.unicodeScalars)
        guard scalars.count > 60, !line.contains("\t"), scalars.last != "：", scalars.last != ":" else {
            return String(line)
        }
        let places = (24..<scalars.count - 12).filter { isHan(scalars[$0 - 1]) && isHan(scalars[$0]) }
        guard !places.isEmpty else { return String(line) }
        let place = random.pick(places)
        return string(scalars[..<place]) + "\n" + string(scalars[place...])
    }
    return lines.joined(separator: "\n")
}

private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

private func aired(_ text: String) -> String {
    guard !text.contains("\t") else { return text }
    return text.replacing("\r\n", with: "\n").replacing("\n", with: "\n\n")
}

private func traditional(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(traditionalForms[scalar] ?? scalar) }
    return String(result)
}

private let traditionalForms: [Unicode.Scalar: Unicode.Scalar] = {
    let simple = "医疗险缴费资对贫员标财补个参联务县级优抚动态报销额断续满实际乡镇残儿无业职单时间内关办计划军双户边缘与专项继应规设贴给还执认统筹门诊归减两类别严难离脱稳发险护长宽"
    let full = "醫療險繳費資對貧員標財補個參聯務縣級優撫動態報銷額斷續滿實際鄉鎮殘兒無業職單時間內關辦計劃軍雙戶邊緣與專項繼應規設貼給還執認統籌門診歸減兩類別嚴難離脫穩發險護長寬"
    return Dictionary(zip(simple.unicodeScalars, full.unicodeScalars), uniquingKeysWith: { first, _ in first })
}()

private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
