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
        case .tooLarge: Text(en: message, zh: "内容过大，超过上限")
        case .binary: Text(en: message, zh: "不是文本，含有文本中不会出现的字节")
        case .unsupportedFormat: Text(en: message, zh: "暂不支持的格式（例如 PDF、DOCX、OFD 或图片）")
        case .truncated: Text(en: message, zh: "内容在一个字符的中间结束")
        case .invalidSequence: Text(en: message, zh: "含有此编码中不存在的字节")
        case .unknownCharset: Text(en: message, zh: "没有这个名称的编码")
        case .wrongCharset: Text(en: message, zh: "字节顺序标记与指定的编码不符")
        case .undetectedCharset: Text(en: message, zh: "无法识别编码")
        case .encrypted: Text(en: message, zh: "文件已加密，须有密码或不允许复制文字")
        case .damaged: Text(en: message, zh: "文件已损坏")
        case .scanned: Text(en: message, zh: "页面是扫描图像，没有文字")
        case .scripted: Text(en: message, zh: "网页的正文由脚本显示，而脚本不会运行")
        case .missingProgram: Text(en: message, zh: "读取此格式所需的程序没有安装")
        case .tooSlow: Text(en: message, zh: "外部程序超过时限")
        case .programFailed: Text(en: message, zh: "外部程序运行失败")
        case .limitExceeded: Text(en: message, zh: "超过读取上限")
        case .noMatch: Text(en: message, zh: "页面中没有 --main 所指的内容")
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
        case .encrypted: Text(en: hint ?? "", zh: "请另存一份没有密码的文件")
        case .damaged: hint.map { Text(en: $0, zh: "请重新获取文件，或用其他程序打开后另存") }
        case .scanned: hint.map { Text(en: $0, zh: "用 --ocr 识别文字（须安装 tesseract-ocr-chi-sim）") }
        case .scripted: hint.map { Text(en: $0, zh: "请在浏览器中打开，待正文显示后另存，或打印为 PDF") }
        case .missingProgram:
            missingPackage.map {
                Text(en: "install it: apt-get install \($0)", zh: "请安装：apt-get install \($0)")
            }
        case .tooSlow: hint.map { Text(en: $0, zh: "用 --max-seconds 放宽时限") }
        case .programFailed: hint.map { Text(en: $0, zh: "请腾出磁盘空间，或用环境变量 TMPDIR 另指一个文件夹") }
        case .limitExceeded:
            hint.map { hint in
                let option = hint.split(separator: " ").last { $0.hasPrefix("--") } ?? ""
                return Text(en: hint, zh: option.isEmpty ? "请减小输入" : "用 \(option) 提高上限")
            }
        case .noMatch:
            Text(
                en: hint ?? "leave out --main to have the notice found",
                zh: "不写 --main 则自动找出正文；选择器例如 '#zoom'、'.article'")
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
