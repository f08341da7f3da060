/// A code of a list that the contract leaves open: known values are static members, and a bundle may hold others.
/// A code is a letter followed by letters and digits.
public protocol OpenCode: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral where RawValue == String {
    /// Creates the code that is written `rawValue`.
    init(rawValue: String)
}

extension OpenCode {
    /// Creates the code that is written `value`.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

/// Who pays.
public struct Payer: OpenCode {
    /// The code as bundles write it.
    public let rawValue: String

    /// Creates the payer that is written `rawValue`.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// 医疗救助资金, 医疗救助基金
    public static let medicalAssistanceFund: Payer = "medicalAssistanceFund"
    /// 中央财政
    public static let centralFinance: Payer = "centralFinance"
    /// 省级财政
    public static let provincialFinance: Payer = "provincialFinance"
    /// 市级财政
    public static let municipalFinance: Payer = "municipalFinance"
    /// 县级财政
    public static let countyFinance: Payer = "countyFinance"
    /// 市县财政
    public static let municipalCountyFinance: Payer = "municipalCountyFinance"
    /// 残疾人就业保障金
    public static let disabilityEmploymentSecurityFund: Payer = "disabilityEmploymentSecurityFund"
    /// 统筹基金
    public static let poolingFund: Payer = "poolingFund"
    /// 用人单位
    public static let unit: Payer = "unit"
}

/// What a percentage is taken of.
public struct RateBase: OpenCode {
    /// The code as bundles write it.
    public let rawValue: String

    /// Creates the base that is written `rawValue`.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// 个人缴费标准
    public static let individualContribution: RateBase = "individualContribution"
    /// 原限额
    public static let ceiling: RateBase = "ceiling"
    /// 政策范围内费用
    public static let covered: RateBase = "covered"
}
