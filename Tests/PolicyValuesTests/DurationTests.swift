import Testing

@Suite struct DurationTests {
    @Test(arguments: [
        Reads("days", "⟦90天⟧", "duration P90D"), Reads("日", "⟦90日⟧", "duration P90D"),
        Reads("months", "待遇等待期⟦3个月⟧", "duration P3M"), Reads("Chinese months", "⟦三个月⟧", "duration P3M"),
        Reads("two months", "⟦两个月⟧", "duration P2M"), Reads("half a year", "⟦半年⟧", "duration P6M"),
        Reads("half a month", "⟦半个月⟧", "duration P15D"), Reads("year", "⟦1年⟧", "duration P1Y"),
        Reads("Chinese year", "⟦一年⟧", "duration P1Y"), Reads("year and a half", "⟦一年半⟧", "duration P18M"),
        Reads("decimal years", "⟦1.5年⟧", "duration P18M"), Reads("weeks", "⟦2周⟧", "duration P2W"),
        Reads("不少于", "⟦不少于180天⟧", "duration >=P180D"), Reads("原则上不得少于", "⟦原则上不得少于180天⟧", "duration >=P180D"),
        Reads("不超过", "⟦不超过30天⟧", "duration <=P30D"), Reads("最长", "⟦最长50天⟧免息期", "duration <=P50D"),
        Reads("brackets", "享受⟦3个月（含3个月）⟧动态参保", "duration P3M"), Reads("以上", "⟦3个月以上⟧", "duration >=P3M"),
        Reads("满", "⟦满6个月⟧", "duration >=P6M"), Reads("range", "⟦3-6个月⟧", "duration >=P3M <=P6M"),
        Reads("range in words", "⟦三至六个月⟧", "duration >=P3M <=P6M"), Reads("自然日", "⟦30个自然日⟧", "duration P30D"),
        Reads("working days", "⟦5个工作日内⟧", "other"), Reads("hours", "⟦24小时⟧", "other"),
    ]) func durations(_ row: Reads) { row.check() }

    @Test(arguments: [
        Reads("满4年", "⟦满4年⟧", "years >=4"), Reads("连续", "⟦连续2年（含2年）以上⟧", "years >=2"),
        Reads("连续 alone", "⟦连续3年⟧", "years 3"), Reads("连续 with fillers", "连续参保⟦4年⟧", "years 4"),
        Reads("连续 and 满", "连续参加居民医保⟦满4年⟧", "years >=4"), Reads("以上", "⟦4年以上⟧", "years >=4"),
        Reads("及以上", "⟦4年及以上⟧", "years >=4"), Reads("每满", "⟦每满1年⟧", "years 1"), Reads("每", "⟦每2年⟧", "years 2"),
        Reads("不足", "⟦不足1年⟧", "years <1"), Reads("累计满", "⟦累计满15年⟧", "years >=15"),
        Reads("ordinal", "⟦第5年⟧起", "ordinal 5"), Reads("Chinese ordinal", "⟦第三年⟧", "ordinal 3"),
    ]) func yearCounts(_ row: Reads) { row.check() }

    @Test(arguments: [
        Reads("年满 以上", "⟦年满60周岁以上⟧的老年人", "age >=60"), Reads("及以上", "⟦60周岁及以上⟧", "age >=60"),
        Reads("（含）以上", "⟦60周岁（含）以上⟧", "age >=60"), Reads("未满", "⟦未满18周岁⟧", "age <18"),
        Reads("不满", "⟦不满18周岁⟧", "age <18"), Reads("以下", "⟦18岁以下⟧", "age <=18"), Reads("one", "⟦1周岁⟧", "age 1"),
        Reads("Chinese", "⟦满六十周岁⟧", "age >=60"), Reads("range", "⟦6-18周岁⟧", "age >=6 <=18"),
        Reads("range with units", "⟦6周岁至18周岁⟧", "age >=6 <=18"), Reads("（不含）", "⟦18周岁以下（不含18周岁）⟧", "age <18"),
        Reads("infants", "⟦未满3周岁⟧的婴幼儿", "age <3"),
    ]) func ages(_ row: Reads) { row.check() }

    @Test(arguments: [
        Reads("range", "重度（⟦1-2级⟧）残疾人", "grade 1-2"), Reads("em dash", "重度（⟦1—2级⟧）", "grade 1-2"),
        Reads("list", "⟦一、二级⟧残疾人", "grade 1-2"), Reads("list of units", "残疾等级为⟦1级、2级⟧", "grade 1-2"),
        Reads("和", "⟦一级和二级⟧残疾人", "grade 1-2"), Reads("figures", "⟦1、2级⟧重度残疾人", "grade 1-2"),
        Reads("together", "⟦一二级⟧残疾", "grade 1-2"), Reads("one", "⟦四级⟧残疾", "grade 4-4"),
        Reads("three", "⟦一、二、三级⟧残疾", "grade 1-3"), Reads("hospitals", "二级医疗机构、三级医院"),
        Reads("hospitals in a list", "一、二级医疗机构"), Reads("县级", "县级二级及以下"),
    ]) func grades(_ row: Reads) { row.check() }

    @Test(arguments: [
        Reads("五险一金", "五险一金"), Reads("多年", "多年来"), Reads("day of a month", "15日前"), Reads("一周岁", "⟦一周岁⟧", "age 1"),
        Reads("第3天", "第3天"), Reads("周年", "100人"), Reads("三五年", "三五年"), Reads("同一年", "同一年度"),
        Reads("一天", "任一天"), Reads("半数", "半数以上"), Reads("日常", "一日常工作"),
    ]) func lookAlikes(_ row: Reads) { row.check() }
}
