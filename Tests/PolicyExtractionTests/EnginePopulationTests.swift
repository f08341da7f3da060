import Testing

@testable import PolicyExtraction

/// The lists of people in a text, each as `a+b-c`: members joined, those set aside behind a minus.
private func groups(_ text: String) throws -> [String] {
    let set = try EngineSet.builtin.get()
    let builder = PassageBuilder(set: set, notice: engineNotice(text))
    return builder.passages.flatMap { passage in
        passage.sentences.flatMap { sentence in
            sentence.groups.map { group in
                group.members.map { member in
                    let name =
                        switch member.category {
                        case .known(let symbol): set.code(symbol)
                        case .custom(let text): "custom:\(text)"
                        case .everyone: "everyone"
                        }
                    return ([name] + member.excludes.map(set.code)).joined(separator: "-")
                }.joined(separator: "+")
            }
        }
    }
}

@Suite("Groups of people")
struct EnginePopulationTests {
    @Test(
        "Lists",
        arguments: [
            EngineCase("one", "特困人员参保。", ["extremelyPoor"]),
            EngineCase("by 、", "特困人员、孤儿、低保对象参保。", ["extremelyPoor+orphan+minimumLivingAllowance"]),
            EngineCase(
                "by 和, 以及, 或", "特困人员和孤儿以及低保对象或返贫致贫人口", ["extremelyPoor+orphan+minimumLivingAllowance+returnedToPoverty"]
            ),
            EngineCase("with a predicate between", "特困人员全额资助，低保对象定额资助。", ["extremelyPoor", "minimumLivingAllowance"]),
            EngineCase("over a full stop", "资助特困人员。孤儿参保。", ["extremelyPoor", "orphan"]),
            EngineCase("over a semicolon", "特困人员；孤儿", ["extremelyPoor", "orphan"]),
            EngineCase("everyone stands alone", "城乡居民、孤儿", ["everyone", "orphan"]),
            EngineCase(
                "members in brackets", "特困人员（含孤儿、事实无人抚养儿童）参保。", ["extremelyPoor+orphan+deFactoUnsupportedChild"]),
            EngineCase("a tier does not join", "孤儿一档、低保对象二档", ["orphan", "minimumLivingAllowance"]),
        ])
    func lists(_ test: EngineCase) throws {
        let found = try groups(test.text)
        #expect(found == test.expected)
    }

    @Test(
        "Set aside",
        arguments: [
            EngineCase("in brackets with 不含", "优抚对象（不含在乡复员军人）参保。", ["preferentialTreatment-demobilizedSoldier"]),
            EngineCase("in brackets with 除外", "优抚对象（在乡复员军人除外）参保。", ["preferentialTreatment-demobilizedSoldier"]),
            EngineCase("除…外 before", "除新生儿外，大学生按时参保。", ["collegeStudent-newborn"]),
            EngineCase("除…等特殊群体外", "除新生儿等特殊群体外，未参保的大学生", ["collegeStudent-newborn"]),
            EngineCase(
                "两 names set aside", "优抚对象（不含在乡复员军人、三属）参保。",
                ["preferentialTreatment-demobilizedSoldier-bereavedMilitaryDependents"]),
            EngineCase("除外 is no 除", "孤儿除外地就读的以外参保。", ["orphan"]),
            EngineCase("包含 is not 不含", "优抚对象（包含在乡复员军人）参保。", ["preferentialTreatment+demobilizedSoldier"]),
            EngineCase("解除 is not 除", "解除劳动关系的退役军人，外出务工的大学生", ["veteran", "collegeStudent"]),
        ])
    func setAside(_ test: EngineCase) throws {
        let found = try groups(test.text)
        #expect(found == test.expected)
    }

    @Test(
        "Members of a whole",
        arguments: [
            EngineCase(
                "with categories of their own", "低保边缘家庭中的老年人、未成年人和重度残疾人",
                ["minimumLivingMarginalElderly+minimumLivingMarginalMinor+minimumLivingMarginalDisabled"]),
            EngineCase("with an age", "低保边缘家庭中年满60周岁的老年人", ["minimumLivingMarginalElderly"]),
            EngineCase("without a category of their own", "低保对象中的重度残疾人", ["custom:低保对象中的重度残疾人"]),
            EngineCase("alone", "60周岁以上老年人参保", ["custom:60周岁以上老年人"]),
            EngineCase(
                "the whole ends with a group that is none of it", "低保边缘家庭中的老年人、孤儿、未成年人",
                ["minimumLivingMarginalElderly+orphan+custom:未成年人"]),
            EngineCase("an alias", "因病致贫家庭中的大病患者（以下称因病致贫重病患者）参保。", ["medicallyImpoverishedPatient"]),
            EngineCase("an alias in quotes", "支出型困难家庭（以下简称“因病致贫重病患者”）参保。", ["medicallyImpoverishedPatient"]),
            EngineCase(
                "统称 sums up those named before", "特困人员、孤儿（以下统称困难群众）参保。", ["extremelyPoor+orphan"]),
        ])
    func members(_ test: EngineCase) throws {
        let found = try groups(test.text)
        #expect(found == test.expected)
    }

    @Test(
        "Class labels",
        arguments: [
            EngineCase(
                "defined by 包括, cited later", "第一类对象包括特困人员、孤儿。第二类对象包括低保对象。\n对第一类对象给予全额资助，对第二类对象资助200元。",
                [
                    "contributionAssistance population=extremelyPoor mode=full",
                    "contributionAssistance population=orphan mode=full",
                    "contributionAssistance population=minimumLivingAllowance mode=fixed amount=200 person,year",
                ]),
            EngineCase(
                "two labels together", "一类人员：特困人员。\n二类人员：低保对象。\n对一、二类人员给予全额资助。",
                [
                    "contributionAssistance population=extremelyPoor mode=full",
                    "contributionAssistance population=minimumLivingAllowance mode=full",
                ]),
            EngineCase("cited but never defined", "对第三类对象给予全额资助。", []),
        ])
    func labels(_ test: EngineCase) throws {
        let found = try engineLines(test.text)
        #expect(found == test.expected)
    }
}

@Suite("Whom a statement is about")
struct EngineTopicTests {
    @Test(
        "Topics",
        arguments: [
            EngineCase(
                "before the verb", "特困人员由政府全额资助。", ["contributionAssistance population=extremelyPoor mode=full"]),
            EngineCase(
                "the object of the verb", "全额资助特困人员。", ["contributionAssistance population=extremelyPoor mode=full"]),
            EngineCase(
                "two verbs with an object each", "全额资助特困人员，定额资助低保对象。",
                [
                    "contributionAssistance population=extremelyPoor mode=full",
                    "contributionAssistance population=minimumLivingAllowance mode=fixed",
                ]),
            EngineCase("behind 为", "全额资助对象为特困人员。", ["contributionAssistance population=extremelyPoor mode=full"]),
            EngineCase("behind a colon", "全额资助：孤儿。", ["contributionAssistance population=orphan mode=full"]),
            EngineCase(
                "referred to", "特困人员、孤儿参保缴费。对上述人员给予全额资助。",
                [
                    "contributionAssistance population=extremelyPoor mode=full",
                    "contributionAssistance population=orphan mode=full",
                ]),
            EngineCase(
                "referred to in the paragraph before", "资助特困人员。\n上述人员按每人120元给予资助。",
                ["contributionAssistance population=extremelyPoor mode=fixed amount=120 person"]),
            EngineCase(
                "carried from the sentence before", "低保对象须在集中期参保。按每人120元给予资助。",
                ["contributionAssistance population=minimumLivingAllowance mode=fixed amount=120 person"]),
            EngineCase(
                "from the heading", "# 孤儿\n按每人120元给予资助。",
                ["contributionAssistance population=orphan mode=fixed amount=120 person"]),
            EngineCase(
                "from the heading above", "# 孤儿\n## 资助标准\n按每人120元给予资助。",
                ["contributionAssistance population=orphan mode=fixed amount=120 person"]),
            EngineCase(
                "of the inner heading", "# 困难群众\n## 孤儿\n按每人120元给予资助。",
                ["contributionAssistance population=orphan mode=fixed amount=120 person"]),
            EngineCase("not of the heading beside", "# 孤儿\n应当参保。\n# 其他\n按每人120元给予资助。", []),
            EngineCase(
                "a list below", "对下列人员给予全额资助：\n特困人员；\n孤儿。",
                [
                    "contributionAssistance population=extremelyPoor mode=full",
                    "contributionAssistance population=orphan mode=full",
                ]),
            EngineCase(
                "a list below that ends with a statement", "对下列人员给予全额资助：\n特困人员；\n低保对象按每人120元给予资助。",
                [
                    "contributionAssistance population=extremelyPoor mode=full",
                    "contributionAssistance population=minimumLivingAllowance mode=fixed amount=120 person",
                ]),
            EngineCase("aid for nobody", "按每人120元给予资助。", []),
            EngineCase(
                "aid for everyone is the subsidy", "对参保居民，中央财政按每人每年348元给予补助。",
                ["governmentSubsidy amount=348 person,year payer=centralFinance"]),
            EngineCase(
                "an own subject is not the people before", "连续参保人员不受限制；断保后再次参保的，设置固定待遇等待期3个月。",
                ["waitingPeriod population=lapsed effect=imposed duration=P3M"]),
            EngineCase(
                "what is said of everyone stays so", "孤儿应当参保。2026年筹资标准为每人每年1100元。",
                ["financingStandard amount=1100 person,year"]),
        ])
    func topics(_ test: EngineCase) throws {
        let found = try engineLines(test.text)
        #expect(found == test.expected)
    }

    @Test(
        "How the people were found is said",
        arguments: [
            EngineCase("stated", "对孤儿按每人120元给予资助。", []),
            EngineCase("referred to", "孤儿应当参保。对上述人员按每人120元给予资助。", ["inherited reference 上述人员"]),
            EngineCase("carried", "孤儿应当参保。按每人120元给予资助。", ["inherited sentence before"]),
            EngineCase("heading", "# 孤儿\n按每人120元给予资助。", ["inherited heading"]),
            EngineCase("list below", "对下列人员按每人120元给予资助：\n孤儿。", ["inherited list below"]),
        ])
    func origins(_ test: EngineCase) throws {
        let rule = try #require(try engineBundle(test.text).rules.first)
        #expect(rule.origins["population"].map { ["\($0.how.rawValue) \($0.by)"] } ?? [] == test.expected)
    }
}
