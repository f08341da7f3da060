import PolicyKit

extension GuizeError {
    /// What to say about an input that could not be read.
    func message(for input: Input) -> Message {
        let at = offset.map { Text(en: " (at byte \($0))", zh: "（第 \($0) 字节处）") } ?? Text("")
        let reason = reason
        return .error(
            Text(
                en: "cannot read '\(input.label)': \(reason.en)\(at.en)",
                zh: "无法读取“\(input.label)”：\(reason.zh)\(at.zh)"),
            help: wayOut)
    }

    private var reason: Text {
        switch code {
        case .empty: Text(en: message, zh: "没有内容")
        case .tooLarge: Text(en: message, zh: "内容过大")
        case .binary: Text(en: message, zh: "不是文本，含有文本中不会出现的字节")
        case .unsupportedFormat: Text(en: message, zh: "暂不支持的格式（例如 PDF、DOCX、OFD 或图片）")
        case .truncated: Text(en: message, zh: "内容在一个字符的中间结束")
        case .invalidSequence: Text(en: message, zh: "含有此编码中不存在的字节")
        case .unknownCharset: Text(en: message, zh: "没有这个名称的编码")
        case .wrongCharset: Text(en: message, zh: "字节顺序标记与指定的编码不符")
        case .undetectedCharset: Text(en: message, zh: "无法识别编码")
        case .conversionFailed: Text(en: message, zh: "编码转换失败")
        case .extractors: Text(en: message, zh: "提取器有误：\(message)")
        default: Text(en: message, zh: "无法读取：\(message)")
        }
    }

    private var wayOut: Text? {
        switch code {
        case .empty:
            Text(en: "check that the right file was named", zh: "请确认文件是否正确")
        case .tooLarge:
            Text(en: "allow more with --max-bytes, or split the file", zh: "用 --max-bytes 放宽上限，或拆分文件")
        case .invalidSequence, .truncated, .wrongCharset, .undetectedCharset:
            Text(
                en: "name the encoding with --charset, such as --charset gb18030",
                zh: "用 --charset 指明编码，例如 --charset gb18030")
        case .unknownCharset:
            Text(
                en: "utf-8, gb18030, big5 and utf-16 are known, among others",
                zh: "可用的编码有 utf-8、gb18030、big5、utf-16 等")
        case .binary, .unsupportedFormat:
            Text(en: "save it as plain text first", zh: "请先另存为纯文本")
        default: hint.map { Text($0) }
        }
    }

    /// What to say about an extractor set that cannot be used. `folder` is nil for the one that is built in.
    func message(extractors folder: String?) -> Message {
        let file = place.map { place in
            let label = folder.map { $0 == place.file ? $0 : "\($0)/\(place.file)" } ?? "<\(place.file)>"
            return Message.Place(file: label, line: place.line, column: place.column)
        }
        return .error(Text(message), at: file.map { withExcerpt($0) }, help: hint.map { Text($0) })
    }
}

/// The place with its line of the file where that can be read.
private func withExcerpt(_ place: Message.Place) -> Message.Place {
    guard let line = place.line, let column = place.column, let file = try? FileHandle(reading: place.file),
        let bytes = try? file.readAll(limit: 4 << 20)
    else { return place }
    let lines = String(decoding: bytes, as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(line - 1) else { return place }
    let text = String(lines[line - 1])
    let letters = Array(text.unicodeScalars)
    // From the place to the end of the word that stands there.
    let start = min(column - 1, letters.count)
    let end = letters[start...].firstIndex { $0 == " " || $0 == ":" || $0 == "," } ?? letters.count
    var located = place
    located.excerpt = Message.Excerpt(line: text, marked: start..<max(end, start))
    return located
}
