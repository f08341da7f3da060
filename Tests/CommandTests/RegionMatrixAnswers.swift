/// The matrix of four notices of corpus/ for 2026, read off the notices by hand: a line a row, the cells that say something.
enum RegionMatrixAnswers {
    /// Cells of the topics below that hold a value or leave the matter to others; all others are silent.
    static let count = 209
    static let kinds = [
        "financingStandard", "governmentSubsidy", "individualContribution", "contributionAssistance",
        "enrollmentWindow",
        "waitingPeriod",
    ]

    static let rows = """
        financingStandard: 吉林省 ≥1100元/人·年 ¦ 贵州省 ≥1100元/人·年
        governmentSubsidy: 吉林省 ≥700元/人·年 ¦ 贵州省 ≥700元/人·年
        governmentSubsidy/year-1: 屯留区 700元/人·年
        governmentSubsidy/general/year-1: 屯留区 700元/人·年
        governmentSubsidy/extremelyPoor/year-1: 屯留区 700元/人·年
        governmentSubsidy/orphan/year-1: 屯留区 700元/人·年
        governmentSubsidy/deFactoUnsupportedChild/year-1: 屯留区 700元/人·年
        governmentSubsidy/welfareInstitutionChild/year-1: 屯留区 700元/人·年
        governmentSubsidy/minimumLivingAllowance/year-1: 屯留区 700元/人·年
        governmentSubsidy/returnedToPoverty/year-1: 屯留区 700元/人·年
        governmentSubsidy/unstablePovertyExit/year-1: 屯留区 700元/人·年
        governmentSubsidy/marginalPovertyProne/year-1: 屯留区 700元/人·年
        governmentSubsidy/suddenSevereHardship/year-1: 屯留区 700元/人·年
        governmentSubsidy/stablePovertyExit/year-1: 屯留区 700元/人·年
        governmentSubsidy/severeDisability/year-1: 屯留区 700元/人·年
        governmentSubsidy/infantUnder3/year-1: 屯留区 700元/人·年
        individualContribution: 屯留区 400元/人·年 ¦ 吉林省 400元/人·年 ¦ 贵州省 ≥400元/人·年
        individualContribution/tier-1: 涪陵区 集中参保期，400元/人·年
        individualContribution/tier-2: 涪陵区 集中参保期，775元/人·年
        individualContribution/tier-1/paidDuring: 涪陵区 400元/人，缴费时间文件印发之日至2025-12-31；400元/人，缴费时间2026-01-01至2026-02-28；400元/人，缴费时间2026-03-01至2026-06-30；400元/人+财政补助标准，缴费时间2026-07-01至2026-09-30
        individualContribution/tier-2/paidDuring: 涪陵区 775元/人，缴费时间文件印发之日至2025-12-31；775元/人，缴费时间2026-01-01至2026-02-28；775元/人，缴费时间2026-03-01至2026-06-30；775元/人+财政补助标准，缴费时间2026-07-01至2026-09-30
        individualContribution/general: 屯留区 400元/人·年
        individualContribution/collegeStudent/tier-1: 涪陵区 400元/人·年
        individualContribution/collegeStudent/tier-2: 涪陵区 775元/人·年
        individualContribution/hardshipCollegeStudent/tier-1: 涪陵区 120元/人
        individualContribution/hardshipCollegeStudent/tier-2: 涪陵区 375元/人
        individualContribution/extremelyPoor: 屯留区 0元/人·年
        individualContribution/extremelyPoor/tier-1: 涪陵区 0元/人
        individualContribution/extremelyPoor/tier-2: 涪陵区 375元/人
        individualContribution/orphan: 屯留区 0元/人·年
        individualContribution/orphan/tier-1: 涪陵区 0元/人
        individualContribution/orphan/tier-2: 涪陵区 375元/人
        individualContribution/deFactoUnsupportedChild: 屯留区 0元/人·年
        individualContribution/deFactoUnsupportedChild/tier-1: 涪陵区 0元/人
        individualContribution/deFactoUnsupportedChild/tier-2: 涪陵区 375元/人
        individualContribution/welfareInstitutionChild: 屯留区 0元/人·年
        individualContribution/minimumLivingAllowance: 屯留区 80元/人·年 ¦ 吉林省 250元/人·年
        individualContribution/minimumLivingAllowance/tier-1: 涪陵区 40元/人
        individualContribution/minimumLivingAllowance/tier-2: 涪陵区 375元/人
        individualContribution/minimumLivingMarginal/tier-1: 涪陵区 120元/人
        individualContribution/minimumLivingMarginal/tier-2: 涪陵区 375元/人
        individualContribution/returnedToPoverty: 屯留区 40元/人·年 ¦ 吉林省 250元/人·年
        individualContribution/returnedToPoverty/tier-1: 涪陵区 120元/人
        individualContribution/returnedToPoverty/tier-2: 涪陵区 375元/人
        individualContribution/unstablePovertyExit: 屯留区 120元/人·年 ¦ 吉林省 250元/人·年
        individualContribution/unstablePovertyExit/tier-1: 涪陵区 120元/人
        individualContribution/unstablePovertyExit/tier-2: 涪陵区 375元/人
        individualContribution/marginalPovertyProne: 屯留区 120元/人·年 ¦ 吉林省 250元/人·年
        individualContribution/marginalPovertyProne/tier-1: 涪陵区 120元/人
        individualContribution/marginalPovertyProne/tier-2: 涪陵区 375元/人
        individualContribution/suddenSevereHardship: 屯留区 120元/人·年 ¦ 吉林省 250元/人·年
        individualContribution/suddenSevereHardship/tier-1: 涪陵区 120元/人
        individualContribution/suddenSevereHardship/tier-2: 涪陵区 375元/人
        individualContribution/stablePovertyExit: 屯留区 400元/人·年
        individualContribution/povertyRelapseMonitored: 吉林省 250元/人·年
        individualContribution/severeDisability: 屯留区 80元/人·年
        individualContribution/severeDisability/tier-1: 涪陵区 120元/人
        individualContribution/severeDisability/tier-2: 涪陵区 375元/人
        individualContribution/medicallyImpoverishedPatient/tier-1: 涪陵区 120元/人
        individualContribution/medicallyImpoverishedPatient/tier-2: 涪陵区 375元/人
        individualContribution/preferentialTreatment/tier-1: 涪陵区 0元/人，不含三属、在乡复员军人
        individualContribution/preferentialTreatment/tier-2: 涪陵区 375元/人，不含三属、在乡复员军人
        individualContribution/demobilizedSoldier/tier-2: 涪陵区 0元/人
        individualContribution/bereavedMilitaryDependents/tier-2: 涪陵区 0元/人
        individualContribution/veteran: 贵州省 动态参保，≥400元/人·年
        individualContribution/veteranSpouse: 贵州省 动态参保，≥400元/人·年
        individualContribution/familyPlanningSpecialFamily/tier-1: 涪陵区 0元/人
        individualContribution/familyPlanningSpecialFamily/tier-2: 涪陵区 375元/人
        individualContribution/familyPlanningRewardAssistance/tier-1: 涪陵区 80元/人
        individualContribution/familyPlanningRewardAssistance/tier-2: 涪陵区 455元/人
        individualContribution/familyPlanningSurgeryComplication/tier-1: 涪陵区 0元/人
        individualContribution/familyPlanningSurgeryComplication/tier-2: 涪陵区 375元/人
        individualContribution/newborn: 屯留区 0元/人·年 ¦ 贵州省 动态参保，≥400元/人·年，缴费时间2026-03-01至2026-12-31
        individualContribution/infantUnder3: 屯留区 0元/人·年
        individualContribution/otherSpecialHardship/tier-1: 涪陵区 120元/人
        individualContribution/otherSpecialHardship/tier-2: 涪陵区 375元/人
        individualContribution/switchedFromEmployee: 贵州省 动态参保，≥400元/人·年
        individualContribution/general/sporadic: 贵州省 ≥1100元/人·年，缴费时间2026-03-01至2026-12-31
        contributionAssistance/general: 屯留区 不予资助，0元/人·年，医疗救助资金支付
        contributionAssistance/hardshipCollegeStudent/tier-1: 涪陵区 定额资助，280元/人
        contributionAssistance/hardshipCollegeStudent/tier-2: 涪陵区 定额资助，400元/人
        contributionAssistance/extremelyPoor: 屯留区 全额资助，400元/人·年，医疗救助资金支付 ¦ 吉林省 全额资助，医疗救助资金支付 ¦ 贵州省 全额资助，医疗救助资金支付
        contributionAssistance/extremelyPoor/tier-1: 涪陵区 全额资助，400元/人
        contributionAssistance/extremelyPoor/tier-2: 涪陵区 定额资助，400元/人
        contributionAssistance/orphan: 屯留区 全额资助，400元/人·年，医疗救助资金支付 ¦ 吉林省 全额资助，医疗救助资金支付 ¦ 贵州省 全额资助，医疗救助资金支付
        contributionAssistance/orphan/tier-1: 涪陵区 全额资助，400元/人
        contributionAssistance/orphan/tier-2: 涪陵区 定额资助，400元/人
        contributionAssistance/deFactoUnsupportedChild: 屯留区 全额资助，400元/人·年，医疗救助资金支付 ¦ 贵州省 全额资助，医疗救助资金支付
        contributionAssistance/deFactoUnsupportedChild/tier-1: 涪陵区 全额资助，400元/人
        contributionAssistance/deFactoUnsupportedChild/tier-2: 涪陵区 定额资助，400元/人
        contributionAssistance/welfareInstitutionChild: 屯留区 全额资助，400元/人·年，医疗救助资金支付
        contributionAssistance/minimumLivingAllowance: 屯留区 定额资助，320元/人·年，医疗救助资金支付 ¦ 吉林省 定额资助，150元/人·年，医疗救助资金支付 ¦ 贵州省 按比例资助，个人缴费标准的50%，医疗救助资金支付
        contributionAssistance/minimumLivingAllowance/tier-1: 涪陵区 定额资助，360元/人
        contributionAssistance/minimumLivingAllowance/tier-2: 涪陵区 定额资助，400元/人
        contributionAssistance/minimumLivingMarginal/tier-1: 涪陵区 定额资助，280元/人
        contributionAssistance/minimumLivingMarginal/tier-2: 涪陵区 定额资助，400元/人
        contributionAssistance/minimumLivingMarginalElderly: 贵州省 按比例资助，个人缴费标准的30%，医疗救助资金支付
        contributionAssistance/minimumLivingMarginalMinor: 贵州省 按比例资助，个人缴费标准的30%，医疗救助资金支付
        contributionAssistance/minimumLivingMarginalDisabled: 贵州省 按比例资助，个人缴费标准的30%，医疗救助资金支付
        contributionAssistance/returnedToPoverty: 屯留区 定额资助，360元/人·年，医疗救助资金支付 ¦ 吉林省 定额资助，150元/人·年，医疗救助资金支付
        contributionAssistance/returnedToPoverty/tier-1: 涪陵区 定额资助，280元/人
        contributionAssistance/returnedToPoverty/tier-2: 涪陵区 定额资助，400元/人
        contributionAssistance/unstablePovertyExit: 屯留区 定额资助，280元/人·年，医疗救助资金支付 ¦ 吉林省 定额资助，150元/人·年，医疗救助资金支付 ¦ 贵州省 按比例资助，个人缴费标准的50%，医疗救助资金支付
        contributionAssistance/unstablePovertyExit/tier-1: 涪陵区 定额资助，280元/人
        contributionAssistance/unstablePovertyExit/tier-2: 涪陵区 定额资助，400元/人
        contributionAssistance/marginalPovertyProne: 屯留区 定额资助，280元/人·年，医疗救助资金支付 ¦ 吉林省 定额资助，150元/人·年，医疗救助资金支付 ¦ 贵州省 按比例资助，个人缴费标准的50%，医疗救助资金支付
        contributionAssistance/marginalPovertyProne/tier-1: 涪陵区 定额资助，280元/人
        contributionAssistance/marginalPovertyProne/tier-2: 涪陵区 定额资助，400元/人
        contributionAssistance/suddenSevereHardship: 屯留区 定额资助，280元/人·年，医疗救助资金支付 ¦ 吉林省 定额资助，150元/人·年，医疗救助资金支付 ¦ 贵州省 按比例资助，个人缴费标准的50%，医疗救助资金支付
        contributionAssistance/suddenSevereHardship/tier-1: 涪陵区 定额资助，280元/人
        contributionAssistance/suddenSevereHardship/tier-2: 涪陵区 定额资助，400元/人
        contributionAssistance/stablePovertyExit: 屯留区 不予资助，0元/人·年，医疗救助资金支付
        contributionAssistance/povertyRelapseMonitored: 吉林省 定额资助，150元/人·年，医疗救助资金支付
        contributionAssistance/severeDisability: 屯留区 定额资助，320元/人·年，残疾人就业保障金支付
        contributionAssistance/severeDisability/tier-1: 涪陵区 定额资助，280元/人
        contributionAssistance/severeDisability/tier-2: 涪陵区 定额资助，400元/人
        contributionAssistance/dangerousMentalDisorder: 贵州省 全额资助，医疗救助资金支付
        contributionAssistance/medicallyImpoverishedPatient/tier-1: 涪陵区 定额资助，280元/人
        contributionAssistance/medicallyImpoverishedPatient/tier-2: 涪陵区 定额资助，400元/人
        contributionAssistance/retrenchedWorker1960s: 贵州省 全额资助，医疗救助资金支付
        contributionAssistance/preferentialTreatment/tier-1: 涪陵区 全额资助，400元/人，不含三属、在乡复员军人
        contributionAssistance/preferentialTreatment/tier-2: 涪陵区 定额资助，400元/人，不含三属、在乡复员军人
        contributionAssistance/demobilizedSoldier/tier-2: 涪陵区 全额资助，775元/人
        contributionAssistance/bereavedMilitaryDependents/tier-2: 涪陵区 全额资助，775元/人
        contributionAssistance/familyPlanningTwoHouseholds: 贵州省 全额资助，县级财政支付
        contributionAssistance/familyPlanningSpecialFamily: 贵州省 全额资助，县级财政支付
        contributionAssistance/familyPlanningSpecialFamily/tier-1: 涪陵区 全额资助，400元/人
        contributionAssistance/familyPlanningSpecialFamily/tier-2: 涪陵区 定额资助，400元/人
        contributionAssistance/familyPlanningRewardAssistance/tier-1: 涪陵区 定额资助，320元/人
        contributionAssistance/familyPlanningRewardAssistance/tier-2: 涪陵区 定额资助，320元/人
        contributionAssistance/familyPlanningSurgeryComplication/tier-1: 涪陵区 全额资助，400元/人
        contributionAssistance/familyPlanningSurgeryComplication/tier-2: 涪陵区 定额资助，400元/人
        contributionAssistance/infantUnder3: 屯留区 全额资助，400元/人·年，市县财政支付
        contributionAssistance/otherSpecialHardship/tier-1: 涪陵区 定额资助，280元/人
        contributionAssistance/otherSpecialHardship/tier-2: 涪陵区 定额资助，400元/人
        enrollmentWindow/concentrated: 屯留区 2025-10-17至2026-02-25，每月1–25日 ¦ 吉林省 2025-11-01至2026-02-28 ¦ 涪陵区 文件印发之日至2026-02-28 ¦ 贵州省 2025-10-XX至2026-02-28
        enrollmentWindow/general/sporadic: 贵州省 2026-03-01至2026-12-31
        enrollmentWindow/collegeStudent/concentrated: 涪陵区 文件印发之日至2026-02-28
        enrollmentWindow/extremelyPoor/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/orphan/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/deFactoUnsupportedChild/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/minimumLivingAllowance/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/minimumLivingMarginalElderly/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/minimumLivingMarginalMinor/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/minimumLivingMarginalDisabled/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/unstablePovertyExit/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/marginalPovertyProne/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/suddenSevereHardship/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/dangerousMentalDisorder/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/retrenchedWorker1960s/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/veteran/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/veteranSpouse/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/familyPlanningTwoHouseholds/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/familyPlanningSpecialFamily/dynamic: 贵州省 2026-01-01至2026-12-31
        enrollmentWindow/newborn/dynamic: 贵州省 至2027-03-31止；2026-03-01至2026-12-31
        enrollmentWindow/switchedFromEmployee/dynamic: 贵州省 2026-01-01至2026-12-31
        waitingPeriod/general: 吉林省 按吉医保联〔2024〕21号执行 ¦ 贵州省 设置等待期，3个月
        waitingPeriod/extremelyPoor: 吉林省 按吉医保联〔2024〕21号执行 ¦ 涪陵区 不设等待期
        waitingPeriod/welfareInstitutionChild: 吉林省 不设等待期，收留抚养后90天内
        waitingPeriod/minimumLivingAllowance: 吉林省 按吉医保联〔2024〕21号执行 ¦ 涪陵区 不设等待期
        waitingPeriod/minimumLivingMarginal: 吉林省 按吉医保联〔2024〕21号执行 ¦ 涪陵区 不设等待期
        waitingPeriod/returnedToPoverty: 吉林省 按吉医保联〔2024〕21号执行 ¦ 涪陵区 不设等待期
        waitingPeriod/unstablePovertyExit: 吉林省 按吉医保联〔2024〕21号执行 ¦ 涪陵区 不设等待期
        waitingPeriod/marginalPovertyProne: 吉林省 按吉医保联〔2024〕21号执行 ¦ 涪陵区 不设等待期
        waitingPeriod/suddenSevereHardship: 吉林省 按吉医保联〔2024〕21号执行 ¦ 涪陵区 不设等待期
        waitingPeriod/newborn: 屯留区 不设等待期，出生后90天内 ¦ 吉林省 按吉医保联〔2024〕21号执行
        waitingPeriod/lapsed: 吉林省 按吉医保联〔2024〕21号执行 ¦ 涪陵区 设置等待期，3个月，不含新生儿 ¦ 贵州省 设置等待期，3个月，不含新生儿
        waitingPeriod/switchedFromEmployee: 吉林省 按吉医保联〔2024〕21号执行 ¦ 贵州省 不设等待期，中断参保后3个月内
        waitingPeriod/lapsed/extended+lapsedYear: 吉林省 按吉医保联〔2024〕21号执行 ¦ 涪陵区 1个月
        """.split(separator: "\n").map(String.init)
}
