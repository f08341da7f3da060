import PolicyText

/// What a source says about its notice outside of the notice's text, such as the 索引号 table of a government portal
/// (政府信息公开目录), by the kind of field that its label names.
struct PlacedField {
    enum Kind: CaseIterable {
        case title, number, issuers, issuedOn, validity

        /// Nil where the label names nothing that a notice's metadata hold.
        init?(label: String) {
            let folded = Folding.fold(Array(label.unicodeScalars)).scalars
            let name = folded.filter { Letter.isWord($0) }
            guard let kind = Self.allCases.first(where: { $0.labels.contains(name) }) else { return nil }
            self = kind
        }

        private var labels: [Phrase] {
            switch self {
            case .title: Self.titles
            case .number: Self.numbers
            case .issuers: Self.organs
            case .issuedOn: Self.dates
            case .validity: Self.validities
            }
        }

        private static let titles = phrases("标题 名称 信息名称 文件名称 公文名称 文件标题 信息标题")
        private static let numbers = phrases("文号 发文字号 发文文号 文件编号 公文文号 发布文号 文件字号 字号")
        private static let organs = phrases("发文机关 发文单位 发文机构 制发机关 制定机关 发布机关 发文部门 制发单位 发布机构 发布单位")
        private static let dates = phrases("成文日期 发文日期 印发日期 生成日期 成文时间 发文时间 印发时间 制发日期 签发日期")
        private static let validities = phrases("有效性 效力状态 时效性 时效状态 是否有效 文件状态 效力 有效状态 状态 效力说明")
    }
    var kind: Kind
    var value: String
    /// In the folded text.
    var range: Range<Int>?

    /// The value as folded letters.
    var letters: [Unicode.Scalar] { Folding.fold(Array(value.unicodeScalars)).scalars }

    /// 失效, 已废止: the source says that the notice is no longer in force.
    var saysLapsed: Bool {
        let letters = letters
        return kind == .validity && (letters.contains(anyOf: Self.lapsed, in: letters.indices) || letters == ["否"])
    }

    private static let lapsed = phrases("失效 废止 作废 无效")
}
