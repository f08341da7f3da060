import Testing

@testable import NoticeModel

/// Lines and the paragraphs that they make up.
struct LineCase: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var paragraphs: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, gives paragraphs: [String]) {
        self.name = name
        self.text = text
        self.paragraphs = paragraphs
    }
}

@Suite struct LineTests {
    @Test(arguments: [
        LineCase(
            "a blank line inside a sentence", "1.参加职工医保满两年\n\n的，转入居民医保时不设等待期。\n2.新生儿自出生起享受待遇。\n",
            gives: ["1.参加职工医保满两年的，转入居民医保时不设等待期。", "2.新生儿自出生起享受待遇。"]),
        LineCase(
            "an item cut in two among items that are sentences",
            "1.税务部门负责征收。\n2.医保部门负责经办，建立参保台账与部门之间的数\n\n据共享办法，及时核对。\n3.财政部门负责补助。\n",
            gives: ["1.税务部门负责征收。", "2.医保部门负责经办，建立参保台账与部门之间的数据共享办法，及时核对。", "3.财政部门负责补助。"]),
        LineCase(
            "a numbered item that is cut inside its sentence",
            "一、参保资助\n（一）对象范围\n由民政部门认定。\n（二）被福利机构收留的儿童，自收留之日起在90天内办理居民\n医保手续的，不设等待期。\n",
            gives: ["一、参保资助", "（一）对象范围", "由民政部门认定。", "（二）被福利机构收留的儿童，自收留之日起在90天内办理居民医保手续的，不设等待期。"]),
        LineCase(
            "a heading of two clauses", "一、强化组织领导，压实工作责任\n各镇要按时完成任务。\n",
            gives: ["一、强化组织领导，压实工作责任", "各镇要按时完成任务。"]),
        LineCase(
            "an open bracket", "低保对象（含分散供养\n的特困人员）按规定资助。\n", gives: ["低保对象（含分散供养的特困人员）按规定资助。"]),
        LineCase("a comma at the end", "集中缴费期内缴费的，\n自次年1月1日起享受待遇。\n", gives: ["集中缴费期内缴费的，自次年1月1日起享受待遇。"]),
        LineCase("a number and its unit", "个人缴费标准为每人每年400\n元，按年缴纳。\n", gives: ["个人缴费标准为每人每年400元，按年缴纳。"]),
        LineCase(
            "lines cut at a fixed width",
            """
            　　城乡居民基本医疗保险实行个人缴费与财政补助相
            结合的筹资方式，个人缴费标准为每人每年四百元，财
            政补助标准为每人每年七百元。集中缴费期内未缴费的
            居民，补缴时设置三个月的待遇等待期。等待期内发生
            的医疗费用，基金不予支付。
            　　各镇要按时完成任务，确保参保率稳定在百分之九
            十五以上。医保、税务部门要加强数据比对，对漏保人
            员逐一动员。
            """,
            gives: [
                "城乡居民基本医疗保险实行个人缴费与财政补助相结合的筹资方式，个人缴费标准为每人每年四百元，财政补助标准为每人每年七百元。集中缴费期内未缴费的居民，补缴时设置三个月的待遇等待期。等待期内发生的医疗费用，基金不予支付。",
                "各镇要按时完成任务，确保参保率稳定在百分之九十五以上。医保、税务部门要加强数据比对，对漏保人员逐一动员。",
            ]),
        LineCase("paragraphs", "居民按年缴费。\n学生由学校代收。\n", gives: ["居民按年缴费。", "学生由学校代收。"]),
        LineCase("a short line is a heading", "缴费渠道\n居民可到村委会缴费。\n", gives: ["缴费渠道", "居民可到村委会缴费。"]),
        LineCase("a lead-in and its list", "下列人员不缴费：\n特困人员；\n孤儿。\n", gives: ["下列人员不缴费：", "特困人员；", "孤儿。"]),
        LineCase(
            "a heading that ends in 的 by chance", "一、调整目的\n2027年度标准随收入增长调整。\n", gives: ["一、调整目的", "2027年度标准随收入增长调整。"]),
        LineCase(
            "a page number between lines", "对未在集中缴费期内参保的人员和\n\n— 2 —\n\n中断缴费的人员，设置等待期。\n",
            gives: ["对未在集中缴费期内参保的人员和中断缴费的人员，设置等待期。"]),
    ])
    func joined(_ line: LineCase) {
        let head = "关于居民医保缴费的通知\n\n各镇人民政府：\n"
        #expect(parse(head + line.text).texts(.body) == line.paragraphs)
        #expect(parse(head + line.text.replacing("\n", with: "\r\n")).texts(.body) == line.paragraphs)
    }
}
