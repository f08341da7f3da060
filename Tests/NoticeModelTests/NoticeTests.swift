import Testing

@testable import NoticeModel

/// A notice and what its parts should say; nil fields are expected to be absent.
struct NoticeCase: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var title: String?
    var number: String?
    var type: String?
    var status = "issued"
    var issuers: [String] = []
    var addressees: [String] = []
    var issuedOn: String?
    var effectiveFrom: String?
    var jurisdiction: String?
    var planYear: Int?
    /// How the operative text begins.
    var body: String
    var findings: [String] = []
    var testDescription: String { name }
}

@Suite struct NoticeTests {
    static let cases: [NoticeCase] = [
        NoticeCase(
            name: "the menu and the path of a site over the notice",
            text: """
                登录 | 注册 | 无障碍浏览
                首页
                机构概况
                领导信息
                通知公告
                政策法规
                政策解读
                规划计划
                统计数据
                财政预决算
                首页>信息公开>政府信息公开目录
                海西州医疗保障局关于做好2027年度居民医保征缴工作的通知
                西医保〔2026〕14号
                各市、县医疗保障局：
                为做好征缴工作，现就有关事项通知如下：
                一、缴费标准。每人每年430元。
                """, title: "海西州医疗保障局关于做好2027年度居民医保征缴工作的通知", number: "西医保〔2026〕14号", type: "通知",
            issuers: ["海西州医疗保障局"], addressees: ["各市、县医疗保障局"], jurisdiction: "632800", planYear: 2027,
            body: "一、缴费标准"),
        NoticeCase(
            name: "a fragment that begins with its addressees",
            text: """
                临江经济开发区、东部区块管委会，各镇人民政府，市政府直属各单位：
                《临江市征缴办法》已经讨论同意，现印发给你们，请认真执行。
                临江市人民政府办公室
                2026年10月12日
                """, issuers: ["临江市人民政府办公室"],
            addressees: ["临江经济开发区、东部区块管委会", "各镇人民政府", "市政府直属各单位"], issuedOn: "2026-10-12",
            jurisdiction: "220681", body: "《临江市征缴办法》"),
        NoticeCase(
            name: "red header, number, title over two lines, signature",
            text: """
                海西州医疗保障局文件

                西医保〔2026〕14号

                海西州医疗保障局关于做好
                2027年度居民医保征缴工作的通知

                各市、县医疗保障局，各行委社会保障局：
                　　为做好征缴工作，现就有关事项通知如下：
                　　一、缴费标准。每人每年430元。
                　　二、缴费时间。9月1日至12月20日。

                海西州医疗保障局
                2026年8月9日
                """,
            title: "海西州医疗保障局关于做好2027年度居民医保征缴工作的通知", number: "西医保〔2026〕14号", type: "通知",
            issuers: ["海西州医疗保障局"], addressees: ["各市、县医疗保障局", "各行委社会保障局"], issuedOn: "2026-08-09",
            jurisdiction: "632800", planYear: 2027, body: "一、缴费标准。"),
        NoticeCase(
            name: "several issuers on several lines, a date in Chinese numerals",
            text: """
                浙江省医疗保障局 浙江省财政厅
                关于调整医疗救助政策的通知

                各市、县（市、区）医保局、财政局：
                根据国家规定，现将有关事项通知如下：
                一、救助对象
                特困人员、低保对象。
                二、救助比例
                不低于70%。
                本通知自2026年7月1日起施行。
                浙江省医疗保障局
                浙江省财政厅
                二〇二六年五月十八日
                """,
            title: "浙江省医疗保障局 浙江省财政厅关于调整医疗救助政策的通知", type: "通知", issuers: ["浙江省医疗保障局", "浙江省财政厅"],
            addressees: ["各市、县（市、区）医保局、财政局"], issuedOn: "2026-05-18", effectiveFrom: "2026-07-01",
            jurisdiction: "330000", body: "一、救助对象"),
        NoticeCase(
            name: "a draft under an attachment's label",
            text: """
                附件1：

                宁夏回族自治区城乡居民基本医疗保险办法
                （征求意见稿）

                第一章 总则
                第一条 为规范居民医保管理，制定本办法。
                第二条 本办法自印发之日起施行。
                """,
            title: "宁夏回族自治区城乡居民基本医疗保险办法", type: "办法", status: "draft", jurisdiction: "640000",
            body: "第一章总则", findings: ["effective.onIssue"]),
        NoticeCase(
            name: "draft in the title's brackets, number with unknown serial",
            text: """
                晋医保发〔2026〕XX号
                关于开展长期护理保险试点的实施意见（征求意见稿）
                各市人民政府：
                现提出如下意见：
                一、目标任务
                建立制度框架。
                """,
            title: "关于开展长期护理保险试点的实施意见", number: "晋医保发〔2026〕XX号", type: "意见", status: "draft",
            addressees: ["各市人民政府"], jurisdiction: "140000", body: "一、目标任务"),
        NoticeCase(
            name: "the number of the paper that an interpretation explains is not its own",
            text: """
                《巴彦淖尔市人民政府办公室关于印发医疗救助实施细则的通知》政策解读

                近日，巴彦淖尔市人民政府办公室印发《关于印发医疗救助实施细则的通知》（巴政办发〔2026〕9号），现解读如下：
                一、出台背景
                我市原办法已到期。
                二、主要变化
                年度限额提高到6万元。
                """,
            title: "《巴彦淖尔市人民政府办公室关于印发医疗救助实施细则的通知》政策解读", type: "政策解读", status: "interpretation",
            jurisdiction: "150800", body: "一、出台背景"),
        NoticeCase(
            name: "number in brackets under the title",
            text: """
                关于公布2027年度医疗救助资助参保标准的公告
                （湘医保发〔2026〕40号）
                现将2027年度资助标准公告如下：
                一、特困人员全额资助。
                二、低保对象资助50%。
                湖南省医疗保障局
                2026年9月3日
                """,
            title: "关于公布2027年度医疗救助资助参保标准的公告", number: "湘医保发〔2026〕40号", type: "公告", issuers: ["湖南省医疗保障局"],
            issuedOn: "2026-09-03", jurisdiction: "430000", planYear: 2027, body: "一、特困人员全额资助。"),
        NoticeCase(
            name: "addressees over several lines",
            text: """
                关于印发某项工作方案的通知
                各镇人民政府、街道办事处，
                县直有关部门，
                各定点医疗机构：
                现将《方案》印发给你们，请遵照执行。
                内蒙古自治区五原县医疗保障局
                2026年3月8日
                """,
            title: "关于印发某项工作方案的通知", type: "通知", issuers: ["内蒙古自治区五原县医疗保障局"],
            addressees: ["各镇人民政府、街道办事处", "县直有关部门", "各定点医疗机构"], issuedOn: "2026-03-08", jurisdiction: "150821",
            body: "现将《方案》印发给你们，请遵照执行。"),
        NoticeCase(
            name: "addressees and opening on one line",
            text: """
                关于做好参保工作的通知
                各区医疗保障分局：为做好参保工作，现通知如下：
                一、加强动员。要逐户宣传。
                二、落实责任。要压实责任。
                哈尔滨市医疗保障局
                2026年10月1日印发
                """,
            title: "关于做好参保工作的通知", type: "通知", issuers: ["哈尔滨市医疗保障局"], addressees: ["各区医疗保障分局"],
            issuedOn: "2026-10-01", jurisdiction: "230100", body: "一、加强动员。"),
        NoticeCase(
            name: "a paper sent round stands after the signature",
            text: """
                桂平市人民政府办公室
                关于印发居民医保征缴实施方案的通知
                各乡镇人民政府：
                《实施方案》已经市政府同意，现印发给你们，请认真组织实施。
                桂平市人民政府办公室
                2026年9月20日

                居民医保征缴实施方案
                为做好2027年度征缴工作，特制定本方案。
                一、征缴对象
                全市城乡居民。
                二、征缴标准
                每人每年440元。
                """,
            title: "桂平市人民政府办公室关于印发居民医保征缴实施方案的通知", type: "通知", issuers: ["桂平市人民政府办公室"],
            addressees: ["各乡镇人民政府"], issuedOn: "2026-09-20", jurisdiction: "450881", planYear: 2027,
            body: "《实施方案》已经市政府同意，现印发给你们，请认真组织实施。"),
        NoticeCase(
            name: "organ and date on one line",
            text: """
                关于延长集中缴费期的通告
                为方便群众缴费，集中缴费期延长至2027年1月31日。
                特此通告。
                赣州市医疗保障局　　2026年12月25日
                """,
            title: "关于延长集中缴费期的通告", type: "通告", issuers: ["赣州市医疗保障局"], issuedOn: "2026-12-25",
            jurisdiction: "360700", body: "为方便群众缴费，集中缴费期延长至2027年1月31日。"),
        NoticeCase(
            name: "a page's labels before the title",
            text: """
                索引号：000014349/2026-00031
                发文机关：某市医疗保障局
                发文字号：皖滁医保〔2026〕5号
                发布日期：2026-02-11
                关于完善门诊慢特病保障的通知
                各县（市、区）医疗保障局：
                现就有关事项通知如下：
                一、病种范围
                高血压等30种。
                """,
            title: "关于完善门诊慢特病保障的通知", number: "皖滁医保〔2026〕5号", type: "通知", addressees: ["各县（市、区）医疗保障局"],
            jurisdiction: "340000", body: "一、病种范围"),
        NoticeCase(
            name: "the same title twice",
            text: """
                关于居民医保补缴有关问题的函
                关于居民医保补缴有关问题的函
                市财政局：
                你局来函收悉。现函复如下：
                一、补缴标准
                按当年筹资标准。
                """,
            title: "关于居民医保补缴有关问题的函", type: "函", addressees: ["市财政局"], body: "一、补缴标准"),
        NoticeCase(
            name: "a national paper",
            text: """
                国家医疗保障局 财政部关于做好2027年医保工作的通知
                医保发〔2027〕8号
                各省、自治区、直辖市及新疆生产建设兵团医疗保障局、财政（务）局：
                为做好工作，现就有关事项通知如下：
                一、提高筹资标准
                人均财政补助标准达到每人每年730元。
                国家医疗保障局
                财政部
                2027年5月6日
                """,
            title: "国家医疗保障局 财政部关于做好2027年医保工作的通知", number: "医保发〔2027〕8号", type: "通知",
            issuers: ["国家医疗保障局", "财政部"], addressees: ["各省、自治区、直辖市及新疆生产建设兵团医疗保障局、财政（务）局"], issuedOn: "2027-05-06",
            jurisdiction: "000000", planYear: 2027, body: "一、提高筹资标准"),
        NoticeCase(
            name: "a tax bureau under the State's is a province's",
            text: """
                国家税务总局甘肃省税务局关于居民医保缴费渠道的通告
                为方便缴费，现将缴费渠道通告如下：
                一、线上渠道
                手机银行。
                """,
            title: "国家税务总局甘肃省税务局关于居民医保缴费渠道的通告", type: "通告", issuers: ["国家税务总局甘肃省税务局"],
            jurisdiction: "620000", body: "一、线上渠道"),
        NoticeCase(
            name: "a district that four cities have",
            text: """
                鼓楼区人民政府关于做好居民医保工作的通知
                各街道办事处：
                现将有关事项通知如下：
                一、任务
                按时完成参保任务。
                """,
            title: "鼓楼区人民政府关于做好居民医保工作的通知", type: "通知", issuers: ["鼓楼区人民政府"], addressees: ["各街道办事处"],
            body: "一、任务", findings: ["region.ambiguous"]),
        NoticeCase(
            name: "the number's province settles the district",
            text: """
                鼓楼区人民政府关于做好居民医保工作的通知
                闽鼓政〔2026〕2号
                各街道办事处：
                现将有关事项通知如下：
                一、任务
                按时完成参保任务。
                """,
            title: "鼓楼区人民政府关于做好居民医保工作的通知", number: "闽鼓政〔2026〕2号", type: "通知", issuers: ["鼓楼区人民政府"],
            addressees: ["各街道办事处"], jurisdiction: "350102", body: "一、任务"),
        NoticeCase(
            name: "the text settles a letter that no province has",
            text: """
                关于规范诊疗项目的通知
                长医保发〔2026〕3号
                各县区医保局：
                按照长沙市医疗保障局工作安排，现就我市有关事项通知如下：
                一、项目
                新增三项。
                """,
            title: "关于规范诊疗项目的通知", number: "长医保发〔2026〕3号", type: "通知", addressees: ["各县区医保局"], jurisdiction: "430100",
            body: "一、项目"),
        NoticeCase(
            name: "attachments' names, copies, print line",
            text: """
                云南省医疗保障局关于印发经办规程的通知
                云医保〔2026〕77号
                各州、市医疗保障局：
                现将规程印发给你们，自2026年12月1日起执行。
                附件：1.经办规程
                　　　2.业务表单
                云南省医疗保障局
                2026年11月2日
                （此件公开发布）
                抄送：省财政厅，省税务局。
                云南省医疗保障局办公室　2026年11月3日印发
                """,
            title: "云南省医疗保障局关于印发经办规程的通知", number: "云医保〔2026〕77号", type: "通知", issuers: ["云南省医疗保障局"],
            addressees: ["各州、市医疗保障局"], issuedOn: "2026-11-02", jurisdiction: "530000",
            body: "现将规程印发给你们，自2026年12月1日起执行。"),
        NoticeCase(
            name: "full width digits and a trial paper",
            text: """
                深圳市医疗救助办法（试行）
                第一条　为完善救助制度，根据《社会救助暂行办法》，制定本办法。
                第二条　本办法自２０２６年８月１日起施行，有效期３年。
                """,
            title: "深圳市医疗救助办法（试行）", type: "办法", effectiveFrom: "2026-08-01", jurisdiction: "440300",
            body: "第一条为完善救助制度"),
        NoticeCase(
            name: "the year to come, paid in advance",
            text: """
                辽阳市医疗保障局关于2026年预收2027年度居民医保费的通知
                各县（市）区医疗保障局：
                现就有关事项通知如下：
                一、标准
                每人410元。
                """,
            title: "辽阳市医疗保障局关于2026年预收2027年度居民医保费的通知", type: "通知", issuers: ["辽阳市医疗保障局"],
            addressees: ["各县（市）区医疗保障局"], jurisdiction: "211000", planYear: 2027, body: "一、标准"),
        NoticeCase(
            name: "the year in the text alone",
            text: """
                关于居民医保缴费的通告
                2027年度居民医保个人缴费标准为每人420元。
                凡在2026年12月底前缴纳2027年度费用的，从次年1月1日起享受待遇。
                未缴纳2026年度费用的可以补缴。
                呼伦贝尔市医疗保障局
                2026年9月1日
                """,
            title: "关于居民医保缴费的通告", type: "通告", issuers: ["呼伦贝尔市医疗保障局"], issuedOn: "2026-09-01",
            jurisdiction: "150700", planYear: 2027, body: "2027年度居民医保个人缴费标准为每人420元。"),
        NoticeCase(
            name: "a title that quotes another paper's draft",
            text: """
                铜仁市医疗保障局关于转发《贵州省医疗救助办法》的通知
                各区（县）医疗保障局：
                现将《贵州省医疗救助办法》（黔医保发〔2026〕2号）转发给你们，请抓好落实。
                铜仁市医疗保障局
                2026年4月15日
                """,
            title: "铜仁市医疗保障局关于转发《贵州省医疗救助办法》的通知", type: "通知", issuers: ["铜仁市医疗保障局"],
            addressees: ["各区（县）医疗保障局"], issuedOn: "2026-04-15", jurisdiction: "520600",
            body: "现将《贵州省医疗救助办法》（黔医保发〔2026〕2号）转发给你们，请抓好落实。"),
        NoticeCase(
            name: "questions and answers",
            text: """
                2027年度城乡居民医保参保缴费政策问答
                一、哪些人可以参保？
                具有本省户籍的居民。
                二、缴费标准是多少？
                每人每年400元。
                """,
            title: "2027年度城乡居民医保参保缴费政策问答", type: "政策问答", status: "interpretation", planYear: 2027,
            body: "一、哪些人可以参保？"),
        NoticeCase(
            name: "traditional letters",
            text: """
                關於調整居民醫保繳費標準的通知
                各市醫療保障局：
                現將有關事項通知如下：
                一、標準
                每人每年400元。
                """,
            title: "關於調整居民醫保繳費標準的通知", type: "通知", addressees: ["各市医疗保障局"], body: "一、标准"),
        NoticeCase(
            name: "a page that names the paper, then itself, then prints the paper",
            text: """
                关于规范参保登记的通知
                首页 >> 政务公开 >> 政策文件
                发文字号
                皖医保发〔2026〕12号
                发布机构
                省医保局
                关于规范参保登记的通知
                浏览次数：12
                各市医疗保障局：
                现就有关事项通知如下：
                一、登记办法
                凭有效证件登记。
                """,
            title: "关于规范参保登记的通知", number: "皖医保发〔2026〕12号", type: "通知", issuers: ["省医保局"],
            addressees: ["各市医疗保障局"], jurisdiction: "340000", body: "一、登记办法"),
        NoticeCase(
            name: "an organ's second name and 代章 under its signature",
            text: """
                关于开展健康行动的通知
                各县人民政府：
                现将方案印发给你们，请遵照执行。
                山西省健康山西推进委员会
                （爱国卫生运动委员会）（代章）
                2026年3月17日
                （此件主动公开）
                健康行动实施方案
                一、目标
                提高健康水平。
                """,
            title: "关于开展健康行动的通知", type: "通知", issuers: ["山西省健康山西推进委员会"],
            addressees: ["各县人民政府"], issuedOn: "2026-03-17", jurisdiction: "140000", body: "现将方案印发给你们，请遵照执行。"),
        NoticeCase(
            name: "an opening that states an amount is operative",
            text: """
                关于2027年度居民医保缴费的通告
                根据省级规定，2027年度个人缴费标准为每人420元，现将有关事项通告如下：
                一、缴费时间
                2026年9月至12月。
                锦州市医疗保障局
                2026年8月30日
                """,
            title: "关于2027年度居民医保缴费的通告", type: "通告", issuers: ["锦州市医疗保障局"], issuedOn: "2026-08-30",
            jurisdiction: "210700", planYear: 2027, body: "根据省级规定，2027年度个人缴费标准为每人420元"),
        NoticeCase(
            name: "an organ and how many others on a line of their own",
            text: """
                贵州省医疗保障局等七部门
                关于做好2027年居民医保征缴工作的通知
                各市、州医疗保障局：
                现就有关事项通知如下：
                一、缴费标准
                每人每年430元。
                """,
            title: "贵州省医疗保障局等七部门关于做好2027年居民医保征缴工作的通知", type: "通知", issuers: ["贵州省医疗保障局"],
            addressees: ["各市、州医疗保障局"], jurisdiction: "520000", planYear: 2027, body: "一、缴费标准"),
        NoticeCase(
            name: "a note under the title that says when it was passed",
            text: """
                宁夏回族自治区居民医保参保管理办法
                （2026年3月5日宁夏回族自治区医疗保障局、宁夏回族自治区财政厅宁医保规〔2026〕4号印发）

                第一条 居民按年参保，2027年度个人缴费标准为430元。
                第二条 新生儿自出生起享受待遇。
                """,
            title: "宁夏回族自治区居民医保参保管理办法", number: "宁医保规〔2026〕4号", type: "办法",
            issuers: ["宁夏回族自治区医疗保障局", "宁夏回族自治区财政厅"], issuedOn: "2026-03-05", jurisdiction: "640000", planYear: 2027,
            body: "第一条"),
        NoticeCase(
            name: "questions and answers on a plan, with the page's source and date",
            text: """
                《德州市2027年居民医保参保缴费工作实施方案》政策问答
                问：个人要缴多少钱？
                答：每人每年430元。
                （来源：德州市医疗保障局  发布日期：2026-09-18）
                """,
            title: "《德州市2027年居民医保参保缴费工作实施方案》政策问答", type: "政策问答", status: "interpretation",
            issuedOn: "2026-09-18", jurisdiction: "371400", planYear: 2027, body: "问：个人要缴多少钱？"),
        NoticeCase(
            name: "an announcement with a serial number, a plan's type",
            text: """
                天水市医疗保障局关于2027年度居民医保缴费的通告
                2026年第3号
                根据省级规定，2027年度个人缴费标准为每人430元。
                天水市医疗保障局
                2026年8月30日
                """,
            title: "天水市医疗保障局关于2027年度居民医保缴费的通告", number: "2026年第3号", type: "通告", issuers: ["天水市医疗保障局"],
            issuedOn: "2026-08-30", jurisdiction: "620500", planYear: 2027, body: "根据省级规定，"),
        NoticeCase(
            name: "a plan", text: "德州市2027年居民医保征缴实施方案\n一、对象\n全市居民。\n时间：2026年9月1日\n", title: "德州市2027年居民医保征缴实施方案",
            type: "方案", jurisdiction: "371400", planYear: 2027, body: "一、对象"),
        NoticeCase(
            name: "nothing but a sentence", text: "居民医保个人缴费标准为每人每年400元。", body: "居民医保个人缴费标准为每人每年400元。"),
    ]

    @Test(arguments: cases)
    func parts(_ expected: NoticeCase) {
        for text in [expected.text, expected.text.replacing("\n", with: "\r\n")] {
            let notice = parse(text)
            let metadata = notice.metadata
            #expect(metadata.title?.value == expected.title)
            #expect(metadata.number?.value == expected.number)
            #expect(metadata.type?.value == expected.type)
            #expect(metadata.status.value.rawValue == expected.status)
            #expect(metadata.issuers.map(\.value) == expected.issuers)
            #expect(metadata.addressees.map(\.value) == expected.addressees)
            #expect(metadata.issuedOn?.value == expected.issuedOn)
            #expect(metadata.effectiveFrom?.value == expected.effectiveFrom)
            #expect(metadata.jurisdiction?.value.code == expected.jurisdiction)
            #expect(metadata.planYear?.value == expected.planYear)
            #expect(
                notice.texts(.body).first?.hasPrefix(expected.body) == true, "\(notice.texts(.body).first ?? "no body")"
            )
            #expect(notice.findings.map(\.code.rawValue) == expected.findings)
        }
    }

    @Test func closingParts() {
        let notice = parse(Self.cases.first { $0.name == "attachments' names, copies, print line" }?.text ?? "")
        #expect(notice.texts(.attachmentNote) == ["附件：1.经办规程", "2.业务表单"])
        #expect(notice.texts(.signature) == ["云南省医疗保障局"])
        #expect(notice.texts(.date) == ["2026年11月2日"])
        #expect(notice.texts(.copyTo) == ["抄送：省财政厅，省税务局。"])
        #expect(notice.texts(.publication) == ["（此件公开发布）", "云南省医疗保障局办公室2026年11月3日印发"])
    }

    @Test func attachmentsHaveSectionsOfTheirOwn() {
        let notice = parse(
            """
            关于印发实施方案的通知
            各县医疗保障局：
            一、提高认识
            要高度重视。
            二、抓好落实
            要按时完成。
            河南省医疗保障局
            2026年9月20日
            附件1
            居民医保征缴实施方案
            一、对象
            城乡居民。
            （一）学生
            由学校代收。
            附件2
            任务分解表
            一、总数
            100万人。
            """)
        #expect(notice.sections.map(\.id) == ["1", "2", "A1.1", "A1.1.1", "A2.1"])
        #expect(notice.findings.isEmpty)
        #expect(notice.texts(.title) == ["关于印发实施方案的通知", "居民医保征缴实施方案", "任务分解表"])
    }

    @Test func titleKeepsItsPlaceInTheSource() throws {
        let text = "\n 关于做好 2027 年度\n参保工作的通知\n各镇：\n一、对象\n居民。\n"
        let notice = parse(text)
        let range = try #require(notice.metadata.title?.range)
        let source = notice.text.sourceRange(of: range)
        #expect(String(String.UnicodeScalarView(notice.rendition[source])) == "关于做好 2027 年度\n参保工作的通知")
        #expect(notice.metadata.title?.value == "关于做好2027年度参保工作的通知")
    }
}
