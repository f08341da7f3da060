/// Groups of people and the words that clerks have for them.
enum People {
    /// Groups that contributions are aided for, by category.
    static let aided: [String: [String]] = [
        "extremelyPoor": ["特困人员", "特困供养人员", "城乡特困人员", "特困救助供养人员"],
        "orphan": ["孤儿", "城乡孤儿"],
        "deFactoUnsupportedChild": ["事实无人抚养儿童", "事实无人抚养未成年人"],
        "minimumLivingAllowance": ["低保对象", "最低生活保障对象", "城乡低保对象", "低保家庭成员", "低保人员", "最低生活保障家庭成员"],
        "minimumLivingMarginal": ["低保边缘家庭成员", "最低生活保障边缘家庭成员", "低保边缘人口"],
        "returnedToPoverty": ["返贫致贫人口", "返贫致贫人员"],
        "unstablePovertyExit": ["脱贫不稳定人口", "脱贫不稳定户"],
        "marginalPovertyProne": ["边缘易致贫人口", "边缘易致贫户"],
        "suddenSevereHardship": ["突发严重困难人口", "突发严重困难户"],
        "stablePovertyExit": ["稳定脱贫人口", "稳定脱贫人员"],
        "povertyRelapseMonitored": ["防止返贫监测对象", "防返贫监测对象"],
        "severeDisability": ["重度残疾人", "城乡重度残疾人", "一、二级重度残疾人", "1-2级残疾人", "重度残疾人员"],
        "severeMentalIllness": ["严重精神障碍患者", "重症精神病患者"],
        "dangerousMentalDisorder": ["肇事肇祸精神障碍患者"],
        "retrenchedWorker1960s": ["二十世纪六十年代初精减退职老职工"],
        "preferentialTreatment": ["优抚对象", "重点优抚对象"],
        "demobilizedSoldier": ["在乡复员军人"],
        "familyPlanningSpecialFamily": ["计划生育特殊家庭成员", "计生特殊家庭成员"],
        "familyPlanningTwoHouseholds": ["计生“两户”", "计划生育“两户”"],
        "medicallyImpoverishedPatient": ["因病致贫重病患者"],
        "hardshipCollegeStudent": ["家庭经济困难大学生", "家庭经济困难的大学生"],
        "minimumLivingMarginalElderly": ["低保边缘家庭中年满60周岁的老年人", "低保边缘家庭60周岁以上老年人"],
        "minimumLivingMarginalMinor": ["低保边缘家庭中未满18周岁的未成年人", "低保边缘家庭未成年人"],
        "minimumLivingMarginalDisabled": ["低保边缘家庭中的重度残疾人", "低保边缘家庭重度残疾人"],
        "otherSpecialHardship": ["其他特殊困难人员"],
        "familyPlanningSurgeryComplication": ["计划生育手术并发症人员"],
        "revolutionaryVeteran": ["革命“五老”人员"],
    ]

    /// The groups in one order, so that the same seed gives the same notice.
    static let categories = aided.keys.sorted()

    static let payers: [(code: String, words: [String])] = [
        ("medicalAssistanceFund", ["医疗救助资金", "医疗救助基金", "城乡医疗救助资金", "城乡医疗救助基金"]),
        ("medicalAssistanceFund", ["医疗救助资金", "医疗救助基金"]),
        ("countyFinance", ["县级财政", "县财政"]),
        ("municipalFinance", ["市级财政", "市财政"]),
        ("provincialFinance", ["省级财政", "省财政"]),
        ("municipalCountyFinance", ["市县财政"]),
        ("disabilityEmploymentSecurityFund", ["残疾人就业保障金"]),
    ]
}

/// A group as one notice names it.
struct Group: Sendable {
    var category: String
    var words: String
}
