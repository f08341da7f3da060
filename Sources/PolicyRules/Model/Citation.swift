/// A document that the notice cites.
public struct Citation: Sendable, Hashable {
    /// What the notice does with the document.
    public enum Relation: String, Sendable, Hashable, CaseIterable {
        /// 根据, 依据
        case basis
        /// 贯彻, 落实
        case implements
        /// 按照…执行, 按照…规定, 按照…要求
        case follows
        /// 解读
        case interprets
        /// 转发
        case forwards
        /// 修改, 调整
        case amends
        /// 废止
        case repeals
        /// Named without any of the above.
        case mentions
    }

    /// The document's 发文字号 in the form 国办发〔2024〕38号; absent where only the title is given.
    public var number: String?
    /// The document's title without 《》.
    public var title: String?
    /// What the notice does with the document.
    public var relation: Relation
    /// Where the notice cites it.
    public var evidence: Quotation

    /// Creates a citation from its fields.
    public init(
        number: String? = nil,
        title: String? = nil,
        relation: Relation = .mentions,
        evidence: Quotation
    ) {
        self.number = number
        self.title = title
        self.relation = relation
        self.evidence = evidence
    }
}
