import Testing

@Suite struct DocumentNumberTests {
    private static func number(_ organ: String, _ year: String, _ serial: String) -> String {
        "document \(organ)〔\(year)〕\(serial)号 organ \(organ) year \(Int(year) == nil ? "-" : year) serial \(serial)"
    }

    @Test(arguments: [
        Reads("state", "⟦国办发〔2024〕38号⟧", number("国办发", "2024", "38")),
        Reads("in brackets", "（⟦屯政办发〔2025〕31号⟧）", number("屯政办发", "2025", "31")),
        Reads("stray bracket", "（⟦医保发〔2020〕32)号⟧", number("医保发", "2020", "32")),
        Reads("square brackets", "⟦国办发[2024]38号⟧", number("国办发", "2024", "38")),
        Reads("round brackets", "⟦国办发（2024）38号⟧", number("国办发", "2024", "38")),
        Reads("unknown serial", "（⟦医保发〔2025〕XX号⟧）", number("医保发", "2025", "XX")),
        Reads("unknown with ×", "⟦医保发〔2025〕×号⟧", number("医保发", "2025", "×")),
        Reads("blank serial", "⟦医保发〔2025〕号⟧", number("医保发", "2025", "")),
        Reads("long organ", "（⟦鲁市监标函〔2021〕33号⟧）", number("鲁市监标函", "2021", "33")),
        Reads("规", "⟦穗府办规〔2021〕19号⟧", number("穗府办规", "2021", "19")),
        Reads("医保规", "⟦川医保规〔2024〕12号⟧", number("川医保规", "2024", "12")),
        Reads("第", "⟦国办发〔2024〕第38号⟧", number("国办发", "2024", "38")),
        Reads("after 根据", "根据⟦国办发〔2024〕38号⟧精神", number("国办发", "2024", "38")),
        Reads("after 贯彻落实", "认真贯彻落实⟦国办发〔2024〕38号⟧", number("国办发", "2024", "38")),
        Reads("after 按照", "按照⟦吉医保联〔2024〕21号⟧执行", number("吉医保联", "2024", "21")),
        Reads("after 依据", "依据⟦苏医保发〔2023〕5号⟧", number("苏医保发", "2023", "5")),
        Reads("two with 和", "⟦国办发〔2024〕38号⟧和⟦医保发〔2025〕22号⟧", number("国办发", "2024", "38"), number("医保发", "2025", "22")),
        Reads("two with 、", "⟦国办发〔2024〕38号⟧、⟦医保发〔2025〕22号⟧", number("国办发", "2024", "38"), number("医保发", "2025", "22")),
        Reads("和政 is an organ", "（⟦和政发〔2024〕8号⟧）", number("和政发", "2024", "8")),
        Reads("after a title", "《意见》（⟦黔府办发〔2022〕19号⟧）", number("黔府办发", "2022", "19")),
        Reads("no brackets", "⟦苏政发2023年15号⟧", number("苏政发", "2023", "15")),
        Reads("order", "⟦国家医保局令第1号⟧", "document 国家医保局令第1号 organ 国家医保局令 year - serial 1"),
        Reads("Chinese order", "⟦中华人民共和国主席令第三十五号⟧", "document 中华人民共和国主席令第三十五号 organ 中华人民共和国主席令 year - serial 35"),
        Reads("ministry with 和", "⟦人力资源和社会保障部令第13号⟧", "document 人力资源和社会保障部令第13号 organ 人力资源和社会保障部令 year - serial 13"),
        Reads("announcement", "⟦国家税务总局公告2024年第5号⟧", "document 国家税务总局公告2024年第5号 organ 国家税务总局公告 year 2024 serial 5"),
        Reads("order in brackets", "（⟦国务院令第735号⟧）", "document 国务院令第735号 organ 国务院令 year - serial 735"),
        Reads("no organ", "⟦〔2025〕19号⟧", "other"),
        Reads("on a line of its own", "通知\n⟦吉医保联〔2025〕19号⟧\n各市", number("吉医保联", "2025", "19")),
    ]) func numbers(_ row: Reads) { row.check() }

    @Test(arguments: [
        Reads("year in brackets", "（⟦2025年⟧）", "year 2025"), Reads("year alone", "〔2025〕"), Reads("list", "（1）参保"),
        Reads("第1号", "第1号"), Reads("门牌", "中山路2025号"),
    ]) func lookAlikes(_ row: Reads) { row.check() }
}
