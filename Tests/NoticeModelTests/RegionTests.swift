import Testing

@testable import NoticeModel

/// A phrase and the code of the division that it names; nil where it may mean several.
struct PlacePhrase: CustomTestStringConvertible, Sendable {
    var phrase: String
    var code: String?
    var testDescription: String { phrase }

    init(_ phrase: String, _ code: String?) {
        self.phrase = phrase
        self.code = code
    }
}

@Suite struct RegionTests {
    @Test(arguments: [
        // Full names and usual names of provinces.
        PlacePhrase("吉林省", "220000"), PlacePhrase("贵州", "520000"), PlacePhrase("内蒙古自治区", "150000"),
        PlacePhrase("广西壮族自治区", "450000"), PlacePhrase("广西", "450000"), PlacePhrase("新疆", "650000"),
        PlacePhrase("西藏自治区", "540000"), PlacePhrase("北京市", "110000"), PlacePhrase("重庆", "500000"),
        PlacePhrase("香港特别行政区", "810000"), PlacePhrase("澳门", "820000"), PlacePhrase("台湾省", "710000"),
        PlacePhrase("海南", "460000"), PlacePhrase("河南", "410000"),
        // Prefectures.
        PlacePhrase("长治市", "140400"), PlacePhrase("长治", "140400"), PlacePhrase("延边朝鲜族自治州", "222400"),
        PlacePhrase("延边州", "222400"), PlacePhrase("恩施州", "422800"), PlacePhrase("黔东南州", "522600"),
        PlacePhrase("兴安盟", "152200"), PlacePhrase("大兴安岭地区", "232700"), PlacePhrase("伊犁哈萨克自治州", "654000"),
        PlacePhrase("海南藏族自治州", "632500"), PlacePhrase("吉林市", "220200"), PlacePhrase("朝阳市", "211300"),
        PlacePhrase("吉林省吉林市", "220200"),
        // Counties.
        PlacePhrase("屯留区", "140405"), PlacePhrase("屯留", "140405"), PlacePhrase("重庆市涪陵区", "500102"),
        PlacePhrase("涪陵", "500102"), PlacePhrase("长治市屯留区", "140405"), PlacePhrase("临海市", "331082"),
        PlacePhrase("恭城瑶族自治县", "450332"), PlacePhrase("恭城县", "450332"), PlacePhrase("鄂伦春自治旗", "150723"),
        PlacePhrase("神农架林区", "429021"), PlacePhrase("河南蒙古族自治县", "632324"), PlacePhrase("仙桃市", "429004"),
        PlacePhrase("盐池县", "640323"), PlacePhrase("新县", "411523"), PlacePhrase("寿县", "340422"),
        // A region around a name that several bear settles it.
        PlacePhrase("福建省福州市鼓楼区", "350102"), PlacePhrase("南京市鼓楼区", "320106"), PlacePhrase("北京市朝阳区", "110105"),
        PlacePhrase("长春市朝阳区", "220104"), PlacePhrase("兰州市城关区", "620102"), PlacePhrase("西藏自治区拉萨市城关区", "540102"),
        PlacePhrase("阳泉市城区", "140302"), PlacePhrase("重庆市江北区", "500105"), PlacePhrase("宁波市江北区", "330205"),
        PlacePhrase("辽宁省朝阳市朝阳县", "211321"),
        // Names that stay undecided by themselves.
        PlacePhrase("鼓楼区", nil), PlacePhrase("朝阳区", nil), PlacePhrase("城关区", nil), PlacePhrase("吉林", nil),
        PlacePhrase("和平区", nil), PlacePhrase("市中区", nil), PlacePhrase("江北区", nil), PlacePhrase("城区", nil),
        PlacePhrase("朝阳", nil), PlacePhrase("鼓楼区人民政府办公室", nil),
        // Organs.
        PlacePhrase("国家税务总局贵州省税务局", "520000"), PlacePhrase("重庆市涪陵区人民政府办公室", "500102"),
        PlacePhrase("青海省医疗保障局", "630000"), PlacePhrase("长治市屯留区人民政府办公室", "140405"),
        PlacePhrase("广州市民政局", "440100"), PlacePhrase("甘孜藏族自治州医疗保障局", "513300"),
        PlacePhrase("国家医疗保障局办公室", "000000"), PlacePhrase("国务院办公厅", "000000"), PlacePhrase("财政部", "000000"),
        PlacePhrase("长治医保局", "140400"), PlacePhrase("寿县医疗保障局", "340422"),
        // Organs' letters of document numbers.
        PlacePhrase("渝医保发", "500000"), PlacePhrase("吉医保联", "220000"), PlacePhrase("黔府办发", "520000"),
        PlacePhrase("青医保局发", "630000"), PlacePhrase("鲁市监标函", "370000"), PlacePhrase("内医保发", "150000"),
        PlacePhrase("涪陵府办发", "500102"), PlacePhrase("国办发", "000000"), PlacePhrase("医保发", "000000"),
        PlacePhrase("长医保发", nil), PlacePhrase("屯政办发", nil),
    ])
    func phrase(_ place: PlacePhrase) {
        let found = Support.regions.resolve(place.phrase)
        #expect(found.region?.code == place.code, "\(found.candidates.map(\.name))")
    }

    @Test(arguments: [
        ("京", "北京市"), ("津", "天津市"), ("冀", "河北省"), ("晋", "山西省"), ("蒙", "内蒙古自治区"), ("辽", "辽宁省"), ("吉", "吉林省"),
        ("黑", "黑龙江省"), ("沪", "上海市"), ("苏", "江苏省"), ("浙", "浙江省"), ("皖", "安徽省"), ("闽", "福建省"), ("赣", "江西省"),
        ("鲁", "山东省"), ("豫", "河南省"), ("鄂", "湖北省"), ("湘", "湖南省"), ("粤", "广东省"), ("桂", "广西壮族自治区"), ("琼", "海南省"),
        ("渝", "重庆市"), ("川", "四川省"), ("黔", "贵州省"), ("云", "云南省"), ("藏", "西藏自治区"), ("陕", "陕西省"), ("甘", "甘肃省"),
        ("青", "青海省"), ("宁", "宁夏回族自治区"), ("新", "新疆维吾尔自治区"), ("港", "香港特别行政区"), ("澳", "澳门特别行政区"), ("台", "台湾省"),
    ])
    func letter(_ letter: String, _ name: String) {
        #expect(Support.regions.resolve(letter).region?.name == name)
    }

    @Test func everyDivisionIsFoundByItsFullNameAfterThoseAroundIt() throws {
        let table = Support.regions
        for code in table.allCodes {
            let region = try #require(table.region(code))
            var phrase = region.name
            if code % 100 != 0, let prefecture = table.region(code / 100 * 100) { phrase = prefecture.name + phrase }
            if code % 10_000 != 0, let province = table.region(code / 10_000 * 10_000) {
                phrase = province.name + phrase
            }
            let found = table.resolve(phrase)
            #expect(found.region?.code == region.code, "\(phrase): \(found.candidates)")
        }
        #expect(table.allCodes.count > 3_000)
    }

    @Test func levelsFollowTheCode() {
        #expect(Support.regions.region(220_000)?.level == .province)
        #expect(Support.regions.region(140_400)?.level == .prefecture)
        #expect(Support.regions.region(140_405)?.level == .county)
        #expect(Support.regions.region(0) == RegionTable.nation)
        #expect(Support.regions.region(123_456) == nil)
    }

    @Test func rowsOfOtherShapesAreSkipped() {
        let table = RegionTable(tsv: "# 110000\tx\n110000\t北京市\r\nabc\n12\t短\n\n1100001\t长\n120000\t天津市")
        #expect(table.allCodes == [110_000, 120_000])
        #expect(table.region(110_000)?.name == "北京市")
        #expect(RegionTable(tsv: Array("310000\t上海市\n".utf8)).region(310_000)?.name == "上海市")
        #expect(RegionTable(tsv: "").resolve("吉林省").region == nil)
    }

    /// Words of ordinary text that hold the letters of names.
    @Test(arguments: ["各市和县级医保部门", "完善新城区服务网点", "参加城乡居民医保的人员", "要加大宣传力度"])
    func wordsThatAreNoNames(_ phrase: String) {
        let letters = Array(phrase.unicodeScalars)
        let resolver = RegionResolver(table: Support.regions, letters: letters)
        #expect(resolver.mentions(in: 0..<letters.count, bareAtStart: false).filter { $0.codes.count == 1 }.isEmpty)
    }
}
