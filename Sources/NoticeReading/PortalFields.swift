/// The labels under which government portals say what a paper is, as the catalogue of published government information
/// (政府信息公开目录) has them: 索引号, 发文机关, 成文日期, 发文字号, 有效性 …
enum PortalFields {
    struct Field {
        var label: String
        /// In the letters that were looked at.
        var value: Range<Int>
    }

    /// The fields that a line consists of: 发布日期：2026-10-23　来源：市政府办; none where it begins with no label. What only
    /// does something with the page (字号：大 中 小, 分享到) is none.
    static func fields(in letters: [Unicode.Scalar]) -> [Field] {
        var found: [Field] = []
        var at = 0
        while at < letters.count {
            // After a first field, labels may follow a number or a colon at once: 2026-10-23 08:59浏览次数：来源：某局.
            let isStart =
                at == 0 || isWhiteSpace(letters[at - 1]) || "【[（(|｜".unicodeScalars.contains(letters[at - 1])
                || !found.isEmpty && "0123456789：:】".unicodeScalars.contains(letters[at - 1])
            if isStart, let label = label(in: letters, at: at) {
                var end = label.end
                while end < letters.count, isWhiteSpace(letters[end]) { end += 1 }
                if end < letters.count, letters[end] == "：" || letters[end] == ":" {
                    if let last = found.indices.last {
                        found[last].value = found[last].value.lowerBound..<at
                    } else if letters[..<at].contains(where: isWordLetter) {
                        return []
                    }
                    found.append(Field(label: label.name, value: end + 1..<letters.count))
                    at = end + 1
                    continue
                }
            }
            at += 1
        }
        return found.map { Field(label: $0.label, value: trimmed(letters, $0.value)) }.filter {
            !$0.value.isEmpty && !controls.contains($0.label) && !PageControls.areAll(Array(letters[$0.value]))
        }
    }

    /// The fields of a table whose cells, in reading order, are labels of portals and their values, one after another; nil
    /// for any other table.
    static func fields(ofCells cells: [[Unicode.Scalar]]) -> [(label: String, cell: Int, value: Range<Int>)]? {
        guard cells.count <= 80 else { return nil }
        var found: [(label: String, cell: Int, value: Range<Int>)] = []
        var open: String?
        var strays = 0
        for (index, cell) in cells.enumerated() where open != nil || cell.contains(where: isWordLetter) {
            let own = fields(in: cell)
            if let label = label(cell) {
                open = label
            } else if let label = open, own.isEmpty {
                if !cell.isEmpty { found.append((label, index, cell.indices)) }
                open = nil
            } else {
                open = nil
                if own.isEmpty { strays += 1 }
                for field in own { found.append((field.label, index, field.value)) }
            }
        }
        return found.count >= 2 && strays <= 1 ? found : nil
    }

    /// The label that the letters are, with or without a colon: a cell or a term of its own.
    static func label(_ letters: [Unicode.Scalar]) -> String? {
        var low = 0
        var high = letters.count
        while low < high, isWhiteSpace(letters[low]) || "【[".unicodeScalars.contains(letters[low]) { low += 1 }
        while high > low, isWhiteSpace(letters[high - 1]) || "：:】]".unicodeScalars.contains(letters[high - 1]) {
            high -= 1
        }
        guard low < high, let found = label(in: letters, at: low), found.end == high else { return nil }
        return found.name
    }

    /// The label that begins at a place; spaces between its letters are for looks (索 引 号).
    private static func label(in letters: [Unicode.Scalar], at start: Int) -> (name: String, end: Int)? {
        var best: (name: String, end: Int)?
        for label in labels where label[0] == letters[start] {
            var at = start
            var next = 0
            while next < label.count, at < letters.count {
                if letters[at] == label[next] {
                    next += 1
                } else if next == 0 || !isWhiteSpace(letters[at]) {
                    break
                }
                at += 1
            }
            guard next == label.count, label.count > best?.name.unicodeScalars.count ?? 0 else { continue }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: label)
            best = (String(view), at)
        }
        return best
    }

    private static func trimmed(_ letters: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, isWhiteSpace(letters[low]) { low += 1 }
        while high > low, isWhiteSpace(letters[high - 1]) || "】]|｜".unicodeScalars.contains(letters[high - 1]) {
            high -= 1
        }
        return low..<high
    }

    /// Labels of what a page does or counts.
    static let controls: Set<String> = [
        "浏览次数", "阅读次数", "点击数", "点击次数", "浏览量", "访问量", "字体", "字体大小", "打印", "分享到", "分享", "视力保护色", "保护视力色",
    ]

    private static let labels: [[Unicode.Scalar]] = """
        索引号 信息索引号 索引码 信息索引 统一编号 公开编号 备注文号 文号 文件编号 发文字号 发文文号 公文文号 字号 文件字号 发布文号 标题 名称 信息名称 文件名称 公文名称 \
        发文机关 发文机构 发文单位 发文部门 发布机构 发布机关 发布单位 制发机关 制定机关 公开责任部门 公开主体 信息来源 来源 文章来源 稿件来源 \
        成文日期 成文时间 发文日期 发文时间 印发日期 印发时间 生成日期 制发日期 签发日期 发布日期 发布时间 公开日期 公开时间 公布日期 \
        有效性 效力状态 时效性 时效状态 是否有效 文件状态 有效状态 效力说明 生效日期 生效时间 实施日期 施行日期 失效日期 失效时间 废止日期 有效期限 有效期至 \
        主题分类 主题词 关键词 体裁分类 组配分类 分类 信息分类 服务对象 服务对象分类 公文种类 文件种类 文种 公开方式 公开形式 公开属性 公开范围 公开时限 \
        浏览次数 阅读次数 点击数 点击次数 浏览量 访问量 字体 字体大小 责任编辑 编辑 作者 打印 分享到 分享 视力保护色 保护视力色 信息类别 文件类型 内容概述 内容分类
        """.unicodeScalars.split { $0 == " " || $0 == "\n" }.map(Array.init)
}
