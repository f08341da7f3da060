import Testing

@testable import NoticeModel

/// A text and the sections that it should give, "id heading" each.
struct OutlineCase: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var sections: [String]
    var findings: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, gives sections: [String], findings: [String] = []) {
        self.name = name
        self.text = text
        self.sections = sections
        self.findings = findings
    }
}

@Suite struct OutlineTests {
    @Test(arguments: [
        OutlineCase(
            "headings on lines of their own",
            "一、参保范围\n本市户籍居民均可参保。\n二、筹资办法\n（一）个人缴费\n每人每年380元。\n（二）财政补助\n每人每年670元。\n",
            gives: ["1 参保范围", "2 筹资办法", "2.1 个人缴费", "2.2 财政补助"]),
        OutlineCase(
            "headings that run on into their sentences",
            "（一）缴费期限。每年9月1日至12月31日缴费。\n（二）缴费渠道。可在银行网点缴费。\n（三）退费规定。年度开始前可申请退费。\n",
            gives: ["1 缴费期限", "2 缴费渠道", "3 退费规定"]),
        OutlineCase(
            "sentences are no headings",
            "（一）医疗救助基金对孤儿给予全额资助。资助资金由县级统筹。\n（二）低保边缘家庭成员按规定享受定额资助。\n",
            gives: ["1", "2"]),
        OutlineCase(
            "half width brackets, full width dots, enclosed numbers",
            "一、总体要求\n(一)基本原则\n坚持保基本。\n㈡目标任务\n参保率稳定在95%以上。\n二、重点工作\n１．做好动员。\n２．做好登记。\n①线上登记。\n②线下登记。\n",
            gives: ["1 总体要求", "1.1 基本原则", "1.2 目标任务", "2 重点工作", "2.1", "2.2", "2.2.1", "2.2.2"]),
        OutlineCase(
            "numbering that runs on through its parents",
            "一、扩面\n（一）摸清底数。\n（二）加强动员。\n二、资助\n（三）落实资助。\n三、服务\n（四）优化服务。\n（五）加强监管。\n",
            gives: ["1 扩面", "1.1", "1.2", "2 资助", "2.3", "3 服务", "3.4", "3.5"]),
        OutlineCase(
            "five levels",
            "第一章 总则\n第一条 为规范管理，制定本办法。\n第二条 本办法适用于全市。\n（一）城镇居民；\n（二）农村居民：\n1.本地户籍；\n2.持居住证：\n（1）居住满半年；\n（2）居住满一年。\n第二章 筹资\n第三条 个人缴费标准逐年公布。\n",
            gives: [
                "1 总则", "1.1", "1.2", "1.2.1", "1.2.2 农村居民", "1.2.2.1", "1.2.2.2 持居住证", "1.2.2.2.1", "1.2.2.2.2",
                "2 筹资", "2.3",
            ]),
        OutlineCase(
            "an article's name in brackets", "第一条 【目的】为规范参保，制定本细则。\n第二条 【适用】本细则适用于本县。\n",
            gives: ["1 目的", "2 适用"]),
        OutlineCase(
            "a number is missing", "一、对象\n本县居民。\n二、标准\n每人400元。\n四、要求\n抓好落实。\n", gives: ["1 对象", "2 标准", "4 要求"],
            findings: ["outline.gap"]),
        OutlineCase(
            "a number stands twice", "一、对象\n本县居民。\n二、标准\n每人400元。\n二、要求\n抓好落实。\n", gives: ["1 对象", "2 标准", "2~2 要求"],
            findings: ["outline.repeat"]),
        OutlineCase(
            "letters that look like markers",
            "一、分为一、二档\n一档每人400元，二档每人700元。\n二、1、2级残疾人员\n1.5倍以内据实报销，按本条第（一）项办理，3.2元以下不计。\n",
            gives: ["1 分为一、二档", "2 1、2级残疾人员"]),
        OutlineCase(
            "items that begin with years and ages", "1.2027年1月1日前参保的，从1月1日起享受。\n2.60周岁以上老年人给予补助。\n3.18周岁以下按学生标准缴费。\n",
            gives: ["1", "2", "3"]),
        OutlineCase(
            "arabic items above bracketed ones", "1.参保登记\n（一）首次登记在村办理。\n（二）变更登记在镇办理。\n2.缴费服务\n（一）线上缴费。\n（二）线下缴费。\n",
            gives: ["1 参保登记", "1.1", "1.2", "2 缴费服务", "2.1", "2.2"]),
        OutlineCase(
            "items inside a paragraph",
            "一、资助标准\n对下列人员给予资助：1.特困人员全额资助；2.低保对象资助300元；3.返贫人员资助200元。\n二、经费\n由财政安排。\n",
            gives: ["1 资助标准", "1.1", "1.2", "1.3", "2 经费"]),
        OutlineCase(
            "a heading set off by a space", "一、缴费标准　2027年度个人缴费标准为每人每年420元。\n二、缴费时间　2026年10月至12月集中缴费。\n",
            gives: ["1 缴费标准", "2 缴费时间"]),
        OutlineCase(
            "list items without end marks are no headings", "一、资助对象\n1.特困人员\n2.低保对象\n3.返贫致贫人口\n二、资助标准\n按规定执行。\n",
            gives: ["1 资助对象", "1.1", "1.2", "1.3", "2 资助标准"]),
    ])
    func sections(_ outline: OutlineCase) {
        let notice = parse("关于调整居民医保政策的通知\n\n各镇人民政府：\n" + outline.text)
        #expect(notice.outline == outline.sections)
        #expect(notice.findings.map(\.code.rawValue) == outline.findings)
    }

    @Test(arguments: [
        OutlineCase(
            "title, addressees and items run together",
            "关于做好2027年度城乡居民基本医疗保险参保工作的通知苏医保发〔2026〕30号各设区市医疗保障局、财政局：为做好2027年度参保工作，现就有关事项通知如下：一、筹资标准个人缴费标准为每人每年460元。二、缴费时间（一）集中缴费期2026年9月至12月集中缴费。（二）补缴期2027年1月至2月。三、工作要求1.加强领导。各地要明确责任，实行一、二级负责制。2.做好宣传。《办法》第二、三条的规定要讲清。江苏省医疗保障局2026年8月20日（此件公开发布）",
            gives: ["1", "2 缴费时间", "2.1", "2.2", "3 工作要求", "3.1 加强领导", "3.2 做好宣传"]),
        OutlineCase(
            "an interpretation without a number",
            "关于调整门诊统筹待遇的政策解读为方便群众了解政策，现将有关内容解读如下：一、出台背景随着医疗费用增长，原待遇标准已不能满足需要，需要调整。二、主要内容（一）提高支付比例。在职人员支付比例提高到60%，退休人员提高到65%。（二）降低起付标准。起付标准由300元降到200元。三、施行时间本政策自2026年7月1日起施行。",
            gives: ["1", "2 主要内容", "2.1 提高支付比例", "2.2 降低起付标准", "3"]),
    ])
    func runningText(_ outline: OutlineCase) {
        let notice = parse(outline.text)
        #expect(notice.outline == outline.sections)
        #expect(notice.metadata.title != nil)
    }

    @Test func runningHead() {
        let notice = parse(
            "福建省某市卫生健康局文件闽某卫〔2026〕8号福建省某市卫生健康局关于开展义诊活动的通知各县（市、区）卫健局，市直各医院：为做好义诊，现将有关事项通知如下:一、时间地点义诊于2026年5月在各县举办，由县医院承办。二、工作要求各地要提前安排，落实责任。福建省某市卫生健康局2026年4月2日福建省某市卫生健康局办公室2026年4月3日印发"
        )
        let metadata = notice.metadata
        #expect(metadata.title?.value == "福建省某市卫生健康局关于开展义诊活动的通知")
        #expect(metadata.number?.value == "闽某卫〔2026〕8号")
        #expect(metadata.addressees.map(\.value) == ["各县（市、区）卫健局", "市直各医院"])
        #expect(metadata.issuers.map(\.value) == ["福建省某市卫生健康局"])
        #expect(metadata.issuedOn?.value == "2026-04-02")
        #expect(metadata.jurisdiction?.value.code == "350000")
        #expect(notice.texts(.publication) == ["福建省某市卫生健康局办公室2026年4月3日印发"])
        #expect(notice.sections.map(\.id) == ["1", "2"])
    }
}
