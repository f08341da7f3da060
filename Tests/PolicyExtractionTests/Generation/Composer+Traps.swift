extension Composer {
    /// A sentence with figures that rules nothing on contributions.
    mutating func trap() -> Statement {
        let choice = random.pick(Composer.traps)
        if choice.name == "history" {
            // What was paid a year ago is a rule of that year, if it is one at all.
            let before = contribution - 30
            return Statement(
                "trap.history",
                choice.text.replacing("YYYY", with: "\(planYear - 1)").replacing("AAAA", with: "\(before)"),
                [
                    ExpectedRule(
                        .individualContribution, [.amount: "\(before)", .planYear: "\(planYear - 1)"], optional: true)
                ])
        }
        return Statement("trap.\(choice.name)", choice.text.replacing("YYYY", with: "\(planYear - 1)"))
    }

    private static let traps: [(name: String, text: String)] = [
        ("statistics", "截至YYYY年9月底，全县居民医保参保28.6万人，参保率达到95.3%。"),
        ("statistics", "YYYY年全市共资助困难群众12.4万人次参保，支出资助资金3860万元。"),
        ("statistics", "去年共组织宣讲活动320场，发放宣传资料5万份，入户率100%。"),
        ("statistics", "YYYY年全区医保基金累计支出4.32亿元，同比增长6.8%。"),
        ("work money", "区财政按参保人数每人1元的标准安排征缴工作经费。"),
        ("work money", "对完成任务的乡镇，按每参保1人2元的标准给予工作经费补助。"),
        ("fines", "以欺诈手段骗取医保基金的，处骗取金额2倍以上5倍以下的罚款。"),
        ("fines", "逾期不改正的，处5000元以上2万元以下罚款。"),
        ("hotline", "咨询电话：12393，0558-5112233，工作日8:30至17:30。"),
        ("hotline", "各乡镇于每月5日前将进展情况报县医保局，联系电话3221198。"),
        ("reporting", "各地请于YYYY年12月20日前将工作方案报送市医保局备案。"),
        ("reporting", "各乡镇（街道）要在10个工作日内完成人员名单比对。"),
        ("targets", "确保特困人员、低保对象等重点人群参保率达到100%。"),
        ("targets", "力争全县常住人口基本医保参保率稳定在95%以上。"),
        ("history", "YYYY年度个人缴费标准为每人每年AAAA元。"),
        ("history", "自2003年建立新型农村合作医疗制度以来，个人缴费从每人每年10元起步，保障水平不断提高。"),
        ("benefits", "政策范围内住院费用支付比例稳定在70%左右。"),
        ("benefits", "普通门诊年度最高支付限额为400元，起付标准为50元。"),
        ("other insurance", "“惠民保”每人每年保费99元，由居民自愿购买。"),
        ("other insurance", "大病保险按每人每年90元的标准从居民医保基金中划拨，个人不另行缴费。"),
        ("other insurance", "意外伤害保险保费60元，由学生自愿投保。"),
        ("ages", "年满16周岁以上的人员凭身份证办理，未满16周岁的凭户口簿办理。"),
        ("deadlines", "各乡镇要在集中缴费期结束后15日内完成数据核对。"),
        ("duties", "财政部门要在YYYY年11月底前将资助资金拨付到位。"),
        ("refunds", "重复缴费的，可在待遇享受期开始前申请退费，3个工作日内办结。"),
        ("refunds", "动态新增的困难群众已缴纳的个人费用不予退还，次年起按规定资助。"),
        ("incentives", "对参保率位居前三名的村，每村奖励3000元。"),
        ("incentives", "每发展1名新参保人员，给予网格员5元奖励。"),
        ("comparison", "截至目前个人缴费与财政补助之比约为1:1.7。"),
        ("projects", "落实集中供养特困人员基本生活标准每人每月1200元。"),
        ("projects", "低保标准提高到每人每月780元。"),
        ("statistics", "随机抽查群众320户，政策满意度98.6%。"),
        ("statistics", "全县参保人员中，60周岁以上老年人占比21.4%。"),
        ("officers", "每村聘请1名医保专干，每人每月补贴300元。"),
        ("critical illness", "大病保险起付线为1.2万元，最高支付限额30万元。"),
        ("care", "住院费用中个人自付部分超过5000元的，按70%给予医疗救助。"),
        ("equipment", "为每个服务窗口配备高拍仪1台，单价不超过1800元。"),
        ("hours", "服务窗口周一至周五9:00至17:00受理，节假日预约办理。"),
        ("places", "全县设置便民缴费网点136个，延长服务时间2小时。"),
    ]

    mutating func fillerPart() -> Part {
        let choices = [
            ("工作要求", ["各级各有关部门要提高政治站位，切实加强组织领导。", "医保、税务部门要加强协作，做好参保登记和费用征收工作。", "财政部门要及时足额拨付补助资金。"]),
            ("加强组织领导", ["要坚持政府主导、部门协同，压实工作责任。", "民政、农业农村、残联等部门要及时提供人员名单。"]),
            ("强化宣传引导", ["充分利用广播、电视、微信公众号等渠道，做好政策宣传。", "广泛宣传参保缴费的重要意义，提高群众知晓率。"]),
        ]
        let (heading, sentences) = random.pick(choices)
        var items = sentences.map { Item([Statement("filler", $0)]) }
        for _ in 0..<random.number(0...2) { items.append(Item([trap()])) }
        return Part(heading: heading, items: items)
    }
}
