package import PolicyRules

/// A text in the two languages of the program.
package typealias Label = ComparisonVocabulary.Label

/// The language of what people read.
package enum ReportLanguage: String, Sendable, Hashable, CaseIterable {
    case zh, en
}

extension Label {
    package func callAsFunction(_ language: ReportLanguage) -> String { language == .zh ? zh : en }
}

extension RuleKind {
    package var label: Label {
        switch self {
        case .financingStandard: Label(zh: "筹资标准", en: "financing standard")
        case .governmentSubsidy: Label(zh: "财政补助标准", en: "government subsidy")
        case .individualContribution: Label(zh: "个人缴费标准", en: "individual contribution")
        case .contributionAssistance: Label(zh: "参保资助", en: "contribution assistance")
        case .enrollmentWindow: Label(zh: "参保缴费期", en: "enrolment window")
        case .benefitPeriod: Label(zh: "待遇享受期", en: "benefit period")
        case .waitingPeriod: Label(zh: "待遇等待期", en: "waiting period")
        case .continuousEnrollment: Label(zh: "视为连续参保", en: "continuous enrolment")
        case .ceilingAdjustment: Label(zh: "最高支付限额调整", en: "ceiling adjustment")
        case .ceilingAdjustmentLimit: Label(zh: "限额累计调整上限", en: "limit of ceiling adjustments")
        case .precedence: Label(zh: "重复身份处理", en: "precedence")
        case .delegation: Label(zh: "授权或另行规定", en: "delegation")
        case .benefitCoverage: Label(zh: "待遇保障", en: "benefit coverage")
        case .paymentArrangement: Label(zh: "缴费安排", en: "payment arrangement")
        case .eligibility: Label(zh: "参保对象", en: "eligibility")
        case .enrollmentPlace: Label(zh: "参保地", en: "place of enrolment")
        case .deductible: Label(zh: "起付标准", en: "deductible")
        case .reimbursementRate: Label(zh: "支付比例", en: "reimbursement rate")
        case .paymentCeiling: Label(zh: "最高支付限额", en: "payment ceiling")
        case .paymentStandard: Label(zh: "定额支付标准", en: "payment standard")
        }
    }
}

extension Scheme {
    package var label: Label {
        switch self {
        case .urrbmi: Label(zh: "城乡居民医保", en: "residents' insurance")
        case .uebmi: Label(zh: "职工医保", en: "employees' insurance")
        case .criticalIllness: Label(zh: "大病保险", en: "critical illness insurance")
        case .medicalAssistance: Label(zh: "医疗救助", en: "medical assistance")
        case .ltci: Label(zh: "长期护理保险", en: "long-term care insurance")
        case .maternity: Label(zh: "生育保险", en: "maternity insurance")
        }
    }
}

/// Labels of the codes of the contract's closed lists, by field and code.
package func codeLabel(_ field: FactField, _ code: String, _ vocabulary: ComparisonVocabulary) -> Label {
    switch (field, code) {
    case (.mode, "full"): Label(zh: "全额资助", en: "in full")
    case (.mode, "fixed"): Label(zh: "定额资助", en: "a fixed amount")
    case (.mode, "percentage"): Label(zh: "按比例资助", en: "a percentage")
    case (.mode, "none"): Label(zh: "不予资助", en: "no aid")
    case (.window, "concentrated"): Label(zh: "集中参保期", en: "concentrated")
    case (.window, "extended"): Label(zh: "延长期", en: "extended")
    case (.window, "makeUp"): Label(zh: "补缴期", en: "make-up")
    case (.window, "sporadic"): Label(zh: "零星参保期", en: "sporadic")
    case (.window, "dynamic"): Label(zh: "动态参保", en: "dynamic")
    case (.effect, "imposed"): Label(zh: "设置等待期", en: "imposed")
    case (.effect, "waived"): Label(zh: "不设等待期", en: "waived")
    case (.effect, "extended"): Label(zh: "增加等待期", en: "extended")
    case (.effect, "reduced"): Label(zh: "减少等待期", en: "reduced")
    case (.effect, "floor"): Label(zh: "等待期不少于", en: "no shorter than")
    case (.per, "lapsedYear"): Label(zh: "每多断保1年", en: "per lapsed year")
    case (.per, "repaidYear"): Label(zh: "每补缴1年", en: "per repaid year")
    case (.trigger, "continuousEnrollment"): Label(zh: "连续参保", en: "continuous enrolment")
    case (.trigger, "zeroClaim"): Label(zh: "零报销", en: "a year without claims")
    case (.trigger, "lapse"): Label(zh: "断保", en: "lapse")
    case (.direction, "raise"): Label(zh: "提高", en: "raise")
    case (.direction, "lower"): Label(zh: "降低", en: "lower")
    case (.principle, "highestOnly"): Label(zh: "就高不重复", en: "the highest alone counts")
    case (.to, "local"): Label(zh: "由地方规定", en: "left to local authorities")
    case (.to, "document"): Label(zh: "按其他文件执行", en: "left to another document")
    case (.rateBase, "individualContribution"): Label(zh: "个人缴费标准", en: "the individual contribution")
    case (.rateBase, "ceiling"): Label(zh: "原限额", en: "the original ceiling")
    case (.rateBase, "covered"): Label(zh: "政策范围内费用", en: "covered expenses")
    case (.payer, "medicalAssistanceFund"): Label(zh: "医疗救助资金", en: "medical assistance fund")
    case (.payer, "centralFinance"): Label(zh: "中央财政", en: "central finance")
    case (.payer, "provincialFinance"): Label(zh: "省级财政", en: "provincial finance")
    case (.payer, "municipalFinance"): Label(zh: "市级财政", en: "municipal finance")
    case (.payer, "countyFinance"): Label(zh: "县级财政", en: "county finance")
    case (.payer, "municipalCountyFinance"): Label(zh: "市县财政", en: "municipal and county finance")
    case (.payer, "disabilityEmploymentSecurityFund"): Label(zh: "残疾人就业保障金", en: "disability employment fund")
    case (.payer, "poolingFund"): Label(zh: "统筹基金", en: "pooling fund")
    case (.payer, "unit"): Label(zh: "用人单位", en: "employer")
    case (.withinOf, _): AnchorEvent(rawValue: code)?.label ?? Label(zh: code, en: code)
    case (.topic, _): RuleKind(rawValue: code)?.label ?? Label(zh: code, en: code)
    default: vocabulary.labels[code] ?? Label(zh: code, en: code)
    }
}

extension AnchorEvent {
    package var label: Label {
        switch self {
        case .issued: Label(zh: "文件印发", en: "issue of the notice")
        case .payment: Label(zh: "缴费", en: "payment")
        case .birth: Label(zh: "出生", en: "birth")
        case .adoption: Label(zh: "收留抚养", en: "adoption")
        case .lapse: Label(zh: "中断参保", en: "lapse")
        case .statusChange: Label(zh: "身份转换", en: "change of status")
        case .enrollment: Label(zh: "参保登记", en: "enrolment")
        }
    }
}

extension ChangeLevel {
    package var label: Label {
        switch self {
        case .critical: Label(zh: "关键", en: "critical")
        case .major: Label(zh: "重要", en: "major")
        case .minor: Label(zh: "次要", en: "minor")
        case .info: Label(zh: "提示", en: "info")
        }
    }

    /// A sign that does not need colour.
    package var sign: String {
        switch self {
        case .critical: "‼"
        case .major: "!"
        case .minor: "·"
        case .info: "i"
        }
    }
}

extension ChangeDirection {
    package var label: Label {
        switch self {
        case .better: Label(zh: "有利", en: "better")
        case .worse: Label(zh: "不利", en: "worse")
        case .unchanged: Label(zh: "不变", en: "unchanged")
        case .indeterminate: Label(zh: "不确定", en: "indeterminate")
        }
    }
}

extension ChangeType {
    package var label: Label {
        switch self {
        case .raised: Label(zh: "提高", en: "raised")
        case .lowered: Label(zh: "降低", en: "lowered")
        case .tightened: Label(zh: "界限收紧", en: "bound tightened")
        case .loosened: Label(zh: "界限放宽", en: "bound loosened")
        case .boundChanged: Label(zh: "界限改变", en: "bound changed")
        case .advanced: Label(zh: "提前", en: "advanced")
        case .postponed: Label(zh: "推后", en: "postponed")
        case .movedWithYear: Label(zh: "随年度顺延", en: "moved with the year")
        case .lengthened: Label(zh: "延长", en: "lengthened")
        case .shortened: Label(zh: "缩短", en: "shortened")
        case .widened: Label(zh: "范围扩大", en: "widened")
        case .narrowed: Label(zh: "范围缩小", en: "narrowed")
        case .granted: Label(zh: "给予", en: "granted")
        case .withdrawn: Label(zh: "取消", en: "withdrawn")
        case .payerChanged: Label(zh: "支付主体改变", en: "payer changed")
        case .modeChanged: Label(zh: "资助方式改变", en: "mode changed")
        case .documentChanged: Label(zh: "依据文件改变", en: "document changed")
        case .changed: Label(zh: "改变", en: "changed")
        case .reworded: Label(zh: "表述不同", en: "worded differently")
        case .figuresReworded: Label(zh: "表述及数字不同", en: "worded with other figures")
        case .notComparable: Label(zh: "不能精确比较", en: "not comparable exactly")
        case .statedOnlyInSecond: Label(zh: "仅后者写明", en: "stated only in the second")
        case .statedOnlyInFirst: Label(zh: "仅前者写明", en: "stated only in the first")
        case .added: Label(zh: "新增", en: "added")
        case .removed: Label(zh: "未再规定", en: "no longer stated")
        case .delegated: Label(zh: "改为另行规定", en: "delegated")
        case .settled: Label(zh: "改为明确规定", en: "settled")
        case .repealed: Label(zh: "废止", en: "repealed")
        case .restored: Label(zh: "恢复", en: "restored")
        case .split: Label(zh: "拆分", en: "split")
        case .merged: Label(zh: "合并", en: "merged")
        case .renamed: Label(zh: "改称", en: "renamed")
        case .ambiguous: Label(zh: "无法一一对应", en: "ambiguous")
        case .modified: Label(zh: "调整", en: "modified")
        }
    }
}
