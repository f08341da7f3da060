// The codes of the contract that several records share. Closed lists are enums; lists that the contract leaves open
// ("…") are `OpenCode` structs.

/// How a stated number bounds the true one.
public enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// The number itself.
    case equal = "="
    /// 不低于, 不少于, 以上
    case atLeast = ">="
    /// 不超过, 不高于, 以内, 以下
    case atMost = "<="
    /// 超过, 高于
    case more = ">"
    /// 低于, 不满
    case less = "<"
    /// 左右, 约
    case about = "~"
}

/// What an amount is counted per.
public enum CountUnit: String, Sendable, Hashable, CaseIterable {
    case person, household, year, month, visit, day
}

/// An event that times hang on.
public enum AnchorEvent: String, Sendable, Hashable, CaseIterable {
    /// 文件印发
    case issued
    /// 缴费
    case payment
    /// 出生
    case birth
    /// 收留抚养
    case adoption
    /// 中断, 断保
    case lapse
    /// 身份转换, 退役
    case statusChange
    /// 参保登记
    case enrollment
}

/// The insurance scheme (险种) of a rule, with its insurance type on the national platform.
public enum Scheme: String, Sendable, Hashable, CaseIterable {
    /// 城乡居民基本医疗保险 (390)
    case urrbmi
    /// 职工基本医疗保险 (310)
    case uebmi
    /// 大病保险 (392 for residents)
    case criticalIllness
    /// 医疗救助
    case medicalAssistance
    /// 长期护理保险 (410)
    case ltci
    /// 生育保险 (510)
    case maternity
}

/// How sure a reading is.
public enum Certainty: String, Sendable, Hashable, CaseIterable {
    case stated, inferred, ambiguous, conflicting
}

/// How contribution is aided (资助).
public enum AssistanceMode: String, Sendable, Hashable, CaseIterable {
    /// 全额, or own payment 0
    case full
    /// 定额: an amount
    case fixed
    /// 按比例: a percentage
    case percentage
    /// 不予资助. Not `none`, which `mode == .none` would take for an absent mode.
    case unaided = "none"

    package static var none: AssistanceMode { .unaided }
}

/// The type of an enrolment period (缴费期).
public enum WindowType: String, Sendable, Hashable, CaseIterable {
    /// 集中
    case concentrated
    /// 延长
    case extended
    /// 补缴
    case makeUp
    /// 零星
    case sporadic
    /// 动态参保, 全年
    case dynamic
}

/// What happens to a waiting period (待遇等待期).
public enum WaitingEffect: String, Sendable, Hashable, CaseIterable {
    /// 设置
    case imposed
    /// 不设
    case waived
    /// 增加: longer by the duration
    case extended
    /// 减少: shorter by the duration
    case reduced
    /// 不少于: no shorter than the duration
    case floor
}

/// What the change of a waiting period is counted per.
public enum WaitingUnit: String, Sendable, Hashable, CaseIterable {
    /// 每多断保1年
    case lapsedYear
    /// 每多缴纳1年
    case repaidYear
}

/// What moves a ceiling (最高支付限额).
public enum AdjustmentTrigger: String, Sendable, Hashable, CaseIterable {
    /// 连续参保
    case continuousEnrollment
    /// 零报销
    case zeroClaim
    /// 断保
    case lapse
}

/// Where a ceiling moves.
public enum AdjustmentDirection: String, Sendable, Hashable, CaseIterable {
    case raise, lower
}

/// Which of several benefits counts.
public enum PrecedencePrinciple: String, Sendable, Hashable, CaseIterable {
    /// 就高不就低, 不重复享受
    case highestOnly
}

/// To whom a matter is left.
public enum DelegationTarget: String, Sendable, Hashable, CaseIterable {
    /// 由各市州明确, 按当地标准执行
    case local
    /// 按照吉医保联〔2024〕21号执行
    case document
}
