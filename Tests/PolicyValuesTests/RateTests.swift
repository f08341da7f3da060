import Testing

@Suite struct RateTests {
    @Test(arguments: [
        Reads("percent", "按⟦50%⟧资助", "rate 50"),
        Reads("full width", "⟦50％⟧", "rate 50"),
        Reads("fraction", "⟦0.5%⟧", "rate 0.5"),
        Reads("scale", "⟦50.00%⟧", "rate 50.00"),
        Reads("permille", "⟦0.5‰⟧", "rate 0.05"),
        Reads("百分之", "⟦百分之五十⟧", "rate 50"),
        Reads("百分之 with figures", "⟦百分之50⟧", "rate 50"),
        Reads("百分之百", "⟦百分之百⟧", "rate 100"),
        Reads("百分之一百二十", "⟦百分之一百二十⟧", "rate 120"),
        Reads("点", "⟦百分之三点五⟧", "rate 3.5"),
        Reads("千分之", "⟦千分之五⟧", "rate 0.5"),
        Reads("成", "⟦五成⟧", "rate 50"),
        Reads("成 and a half", "⟦三成五⟧", "rate 35"),
        Reads("成 with figures", "⟦7成以上⟧的", "rate >=70"),
        Reads("points", "提高⟦5个百分点⟧", "rate 5 points"),
        Reads("percent points", "⟦5%个百分点⟧", "rate 5 points"),
        Reads("decimal points", "⟦0.5个百分点⟧", "rate 0.5 points"),
        Reads("不低于", "⟦不低于50%⟧", "rate >=50"),
        Reads("不超过", "⟦不超过20%⟧", "rate <=20"),
        Reads("以上", "⟦50%以上⟧", "rate >=50"),
        Reads("左右", "⟦50%左右⟧", "rate ~50"),
        Reads("达到", "参保率⟦达到95%⟧", "rate 95"),
        Reads("稳定在", "稳定在⟦95%以上⟧", "rate >=95"),
        Reads("超过", "⟦超过百分之二十⟧", "rate >20"),
        Reads("最高", "⟦最高不超过70%⟧", "rate <=70"),
        Reads("bound before the noun", "不超过原最高支付限额的⟦20%⟧", "rate <=20"),
        Reads("不低于 before the noun", "按不低于个人缴费标准的⟦50%⟧资助", "rate >=50"),
        Reads("bound of another number", "缴费⟦不少于2年⟧的⟦20%⟧", "years >=2", "rate 20"),
        Reads("range", "⟦50%-70%⟧", "rate >=50 <=70"),
        Reads("open range", "⟦50-70%⟧", "rate >=50 <=70"),
        Reads("range in words", "⟦百分之五十至百分之七十⟧", "rate >=50 <=70"),
        Reads("ratio of two", "按⟦60%⟧、⟦70%⟧支付", "rate 60", "rate 70"),
    ]) func rates(_ row: Reads) { row.check() }

    @Test(arguments: [
        Reads("成 in words", "一成不变，三成立，二成员"), Reads("百分点 alone", "百分点"), Reads("百分比", "百分比"),
        Reads("三分之一", "三分之一"), Reads("减半", "减半、全额"),
    ]) func lookAlikes(_ row: Reads) { row.check() }
}
