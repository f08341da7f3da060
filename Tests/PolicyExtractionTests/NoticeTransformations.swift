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
