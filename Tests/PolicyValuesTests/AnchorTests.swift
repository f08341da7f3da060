import Testing

@Suite struct AnchorTests {
    @Test(arguments: [
        Reads("缴费之日", "⟦缴费之日⟧", "time payment"),
        Reads("从缴费之日起", "⟦从缴费之日起⟧", "time payment from"),
        Reads("next day", "⟦完成缴费的次日⟧", "time payment+P1D"),
        Reads("next day, another lead", "⟦足额缴费次日起⟧", "time payment+P1D from"),
        Reads("first of next month", "⟦缴费次月1日⟧", "time payment+P1M@monthStart"),
        Reads("next month", "⟦缴费次月起⟧", "time payment+P1M@monthStart from"),
        Reads("下月", "⟦缴费的下月1日起⟧", "time payment+P1M@monthStart from"),
        Reads("same month", "⟦缴费当月⟧", "time payment@monthStart"),
        Reads("same day", "⟦缴费当日⟧", "time payment"),
        Reads("three months after", "⟦缴费之日起3个月后⟧", "time payment+P3M from"),
        Reads("days after the next day", "⟦缴费次日起30天后⟧", "time payment+P31D from"),
        Reads("months after the next day", "⟦缴费次日起满3个月后⟧", "time payment+P3M from"),
        Reads("months after the next month", "⟦缴费次月1日起3个月后⟧", "time payment+P4M@monthStart from"),
        Reads("满", "⟦缴费满3个月后⟧", "time payment+P3M from"),
        Reads("起满", "⟦自缴费之日起满90天后⟧", "time payment+P90D from"),
        Reads("到账", "⟦缴费到账之日⟧", "time payment"),
        Reads("完清", "⟦完清缴费之日起3个月后⟧", "time payment+P3M from"),
        Reads("手续", "⟦办理参保缴费手续之日起⟧", "time payment from"),
        Reads("birth", "追溯至⟦出生之日⟧", "time birth"),
        Reads("birth from", "⟦自出生之日起⟧", "time birth from"),
        Reads("adoption", "⟦自收留抚养之日⟧", "time adoption from"),
        Reads("issued", "⟦印发之日起⟧", "time issued from"),
        Reads("issued, 文件", "⟦自文件印发之日起⟧施行", "time issued from"),
        Reads("发文", "⟦发文之日⟧", "time issued"),
        Reads("公布", "⟦公布之日起30日后⟧", "time issued+P30D from"),
        Reads("enrollment", "⟦参保登记之日⟧", "time enrollment"),
        Reads("enrollment after a lead", "⟦办理参保登记次日⟧", "time enrollment+P1D"),
        Reads("lapse", "⟦中断缴费之日起⟧", "time lapse from"),
        Reads("lapse of insurance", "⟦停保次月起⟧", "time lapse+P1M@monthStart from"),
        Reads("end of benefits", "⟦待遇终止之日⟧", "time lapse"),
        Reads("status", "⟦自退役之日起⟧", "time statusChange from"),
        Reads("until payment", "⟦自出生之日起至缴费之日止⟧", "period birth from/payment until"),
        Reads("issued to a day", "⟦文件印发之日起至2025年12月31日⟧期间", "period issued from/2025-12-31 until"),
        Reads("payment to the end of next year", "⟦完成缴费的次日至次年12月31日⟧", "period payment+P1D/next-12-31 until"),
        Reads(
            "next month to the end of this year", "⟦完清缴费次月1日至当年12月31日⟧",
            "period payment+P1M@monthStart/current-12-31 until"),
        Reads(
            "three months after to the end of this year", "⟦缴费之日起3个月后至当年12月31日⟧",
            "period payment+P3M from/current-12-31 until"),
    ]) func points(_ row: Reads) { row.check() }

    @Test(arguments: [
        Reads("birth", "⟦出生后90天内⟧参保", "within P90D of birth"),
        Reads("birth in months", "⟦出生之日起3个月内⟧", "within P3M of birth"),
        Reads("birth, no link", "⟦出生3个月以内⟧", "within P3M of birth"),
        Reads("status", "⟦自身份转换之日起90天内⟧", "within P90D of statusChange"),
        Reads("adoption", "⟦自收留抚养之日起在90天内⟧", "within P90D of adoption"),
        Reads("lapse", "⟦中断缴费90天内⟧", "within P90D of lapse"),
        Reads("lapse in Chinese", "且⟦中断三个月内⟧的", "within P3M of lapse"),
        Reads("brackets", "⟦停保后3个月（含3个月）内⟧", "within P3M of lapse"),
        Reads("end of benefits", "职工医保⟦待遇结束后3个月内⟧", "within P3M of lapse"),
        Reads("discharge", "⟦退出现役后90日内⟧", "within P90D of statusChange"),
        Reads("release", "⟦刑满释放之日起90天内⟧", "within P90D of statusChange"),
        Reads("graduation", "⟦毕业后90天内⟧", "within P90D of statusChange"),
        Reads("payment", "⟦缴费后30日内⟧", "within P30D of payment"),
        Reads("issued", "⟦印发之日起30日内⟧", "within P30D of issued"),
        Reads("no event", "⟦90日内⟧", "within P90D"),
        Reads("no event in months", "⟦三个月以内⟧", "within P3M"),
        Reads("event too far", "出生并在本地落户的⟦90天内⟧", "within P90D"),
        Reads("bracket before 内", "⟦3个月（含）内⟧", "within P3M"),
        Reads("之内", "⟦1年之内⟧", "within P1Y"),
    ]) func within(_ row: Reads) { row.check() }

    @Test(arguments: [
        Reads("缴费标准", "缴费标准"), Reads("缴费日期", "缴费日期、发布日期"), Reads("出生医学证明", "出生医学证明"),
        Reads("参保缴费", "完成参保缴费"), Reads("公布日常", "公布日常工作"),
    ]) func lookAlikes(_ row: Reads) { row.check() }
}
