/// What a rule rules. The kind decides which of the kind fields a rule has.
public enum RuleKind: String, Sendable, Hashable, CaseIterable {
    /// 筹资标准: what is raised per insured person.
    case financingStandard
    /// 财政补助: what governments pay of it.
    case governmentSubsidy
    /// 个人缴费标准: what the insured pay of it.
    case individualContribution
    /// 参保资助: aid for the insured's own payment.
    case contributionAssistance
    /// 参保缴费期: when one may enrol.
    case enrollmentWindow
    /// 待遇享受期: when benefits run.
    case benefitPeriod
    /// 待遇等待期: the wait before benefits.
    case waitingPeriod
    /// 视为连续参保: what counts as unbroken enrolment.
    case continuousEnrollment
    /// 提高（降低）最高支付限额: what moves the ceiling.
    case ceilingAdjustment
    /// 累计提高不超过…: how far the ceiling moves in all.
    case ceilingAdjustmentLimit
    /// 就高不就低, 不重复享受: which of several benefits counts.
    case precedence
    /// 由各市州明确, 按照…执行: the matter is left to others.
    case delegation
    /// 待遇保障: what is covered, in the notice's words.
    case benefitCoverage
    /// 缴费安排: how payment is made, in the notice's words.
    case paymentArrangement
    /// 参保对象: who may enrol, in the notice's words.
    case eligibility
    /// 参保地: where one enrols, in the notice's words.
    case enrollmentPlace
    /// 起付标准.
    case deductible
    /// 支付比例.
    case reimbursementRate
    /// 最高支付限额.
    case paymentCeiling
    /// 定额支付标准.
    case paymentStandard
}

extension RuleKind {
    /// The kind fields that every rule of this kind has, besides those of `alternativeFields`.
    public var requiredFields: [String] {
        switch self {
        case .financingStandard, .governmentSubsidy, .individualContribution: ["amount"]
        case .contributionAssistance: ["mode"]
        case .enrollmentWindow: ["window"]
        case .benefitPeriod: ["period"]
        case .waitingPeriod: ["effect"]
        case .continuousEnrollment: ["within"]
        case .ceilingAdjustment: ["trigger", "direction", "amount"]
        case .ceilingAdjustmentLimit: ["direction", "rate"]
        case .precedence: ["principle"]
        case .delegation: ["topic", "to"]
        case .benefitCoverage, .paymentArrangement, .eligibility, .enrollmentPlace: ["text"]
        case .deductible, .reimbursementRate, .paymentCeiling, .paymentStandard: ["service"]
        }
    }

    /// Kind fields of which every rule of this kind has at least one; empty where there is no such choice.
    public var alternativeFields: [String] {
        switch self {
        case .enrollmentWindow: ["period", "monthDays"]
        case .deductible, .reimbursementRate, .paymentCeiling, .paymentStandard: ["amount", "rate"]
        default: []
        }
    }

    /// The kind fields that a rule of this kind may have.
    public var optionalFields: [String] {
        switch self {
        case .governmentSubsidy: ["payer"]
        case .individualContribution: ["window", "paidDuring"]
        case .contributionAssistance: ["amount", "rate", "payer"]
        case .benefitPeriod: ["paidDuring"]
        case .waitingPeriod: ["duration", "per", "within"]
        case .continuousEnrollment: ["priorYears"]
        case .ceilingAdjustment: ["afterYears"]
        case .delegation: ["document"]
        case .deductible, .reimbursementRate, .paymentCeiling, .paymentStandard: ["institutionLevel", "band"]
        default: []
        }
    }
}
