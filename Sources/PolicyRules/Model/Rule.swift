/// One statement about one population and one tier. Which of the fields from `amount` to `band` a rule has depends
/// on its kind: `RuleKind.requiredFields` and `RuleKind.optionalFields` say which.
public struct Rule: Sendable, Hashable {
    /// Readable and stable: `520000/urrbmi/2026/contributionAssistance/orphan`, then `/tier-2`, then `~2` where
    /// more than one rule would have it.
    public var id: String
    /// What the rule rules.
    public var kind: RuleKind
    /// The insurance scheme.
    public var scheme: Scheme
    /// The division that the rule holds for.
    public var jurisdiction: Jurisdiction?
    /// The 年度 that the rule holds for.
    public var planYear: Int?
    /// The people that it is about; absent where it is for everyone insured.
    public var population: Population?
    /// The tier (档) that it is about.
    public var tier: Tier?
    /// An amount of money.
    public var amount: Amount?
    /// A percentage.
    public var rate: RateValue?
    /// Who pays.
    public var payer: Payer?
    /// How contribution is aided (资助).
    public var mode: AssistanceMode?
    /// The type of enrolment period (缴费期).
    public var window: WindowType?
    /// When the window is open or the benefit runs.
    public var period: PeriodValue?
    /// Holds for those who paid in this period.
    public var paidDuring: PeriodValue?
    /// Days of each month: 每月1–25日 is `1...25`, `[1, 25]` in JSON.
    public var monthDays: ClosedRange<Int>?
    /// What happens to the waiting period (待遇等待期).
    public var effect: WaitingEffect?
    /// ISO 8601: `P3M`.
    public var duration: String?
    /// What a waiting period is counted per.
    public var per: WaitingUnit?
    /// A duration within which something must happen.
    public var within: WithinValue?
    /// Years of enrolment that must lie before.
    public var priorYears: Int?
    /// What moves the ceiling (最高支付限额).
    public var trigger: AdjustmentTrigger?
    /// Where it moves.
    public var direction: AdjustmentDirection?
    /// Years after which it first moves: 连续参保满4年后 is 4.
    public var afterYears: Int?
    /// Which of several benefits counts.
    public var principle: PrecedencePrinciple?
    /// The kind of rule that is left to others.
    public var topic: RuleKind?
    /// To whom it is left.
    public var to: DelegationTarget?
    /// The 发文字号 of the document that it is left to.
    public var document: String?
    /// The statement in the notice's words, of kinds that have no finer fields.
    public var text: String?
    /// The service (second wave), in the notice's words: 普通门诊.
    public var service: String?
    /// The level of the institution (second wave), in the notice's words: 三级医疗机构.
    public var institutionLevel: String?
    /// The band of expenses (second wave).
    public var band: Band?
    /// What the statement makes it depend on and no field holds.
    public var conditions: [Condition]
    /// The places of the notice that the rule stands on, the statement first.
    public var evidence: [Evidence]
    /// By field name: where a field comes from that the statement itself does not state.
    public var origins: [String: Origin]
    /// How sure the reading is.
    public var certainty: Certainty
    /// The other readings of an ambiguous statement: whole rules with the id of this one, without alternatives of
    /// their own.
    public var alternatives: [Rule]
    /// The id of the extractor that made the rule.
    public var extractor: String

    /// Creates a rule from its fields.
    public init(
        id: String,
        kind: RuleKind,
        scheme: Scheme = .urrbmi,
        jurisdiction: Jurisdiction? = nil,
        planYear: Int? = nil,
        population: Population? = nil,
        tier: Tier? = nil,
        amount: Amount? = nil,
        rate: RateValue? = nil,
        payer: Payer? = nil,
        mode: AssistanceMode? = nil,
        window: WindowType? = nil,
        period: PeriodValue? = nil,
        paidDuring: PeriodValue? = nil,
        monthDays: ClosedRange<Int>? = nil,
        effect: WaitingEffect? = nil,
        duration: String? = nil,
        per: WaitingUnit? = nil,
        within: WithinValue? = nil,
        priorYears: Int? = nil,
        trigger: AdjustmentTrigger? = nil,
        direction: AdjustmentDirection? = nil,
        afterYears: Int? = nil,
        principle: PrecedencePrinciple? = nil,
        topic: RuleKind? = nil,
        to: DelegationTarget? = nil,
        document: String? = nil,
        text: String? = nil,
        service: String? = nil,
        institutionLevel: String? = nil,
        band: Band? = nil,
        conditions: [Condition] = [],
        evidence: [Evidence] = [],
        origins: [String: Origin] = [:],
        certainty: Certainty = .stated,
        alternatives: [Rule] = [],
        extractor: String
    ) {
        self.id = id
        self.kind = kind
        self.scheme = scheme
        self.jurisdiction = jurisdiction
        self.planYear = planYear
        self.population = population
        self.tier = tier
        self.amount = amount
        self.rate = rate
        self.payer = payer
        self.mode = mode
        self.window = window
        self.period = period
        self.paidDuring = paidDuring
        self.monthDays = monthDays
        self.effect = effect
        self.duration = duration
        self.per = per
        self.within = within
        self.priorYears = priorYears
        self.trigger = trigger
        self.direction = direction
        self.afterYears = afterYears
        self.principle = principle
        self.topic = topic
        self.to = to
        self.document = document
        self.text = text
        self.service = service
        self.institutionLevel = institutionLevel
        self.band = band
        self.conditions = conditions
        self.evidence = evidence
        self.origins = origins
        self.certainty = certainty
        self.alternatives = alternatives
        self.extractor = extractor
    }
}
