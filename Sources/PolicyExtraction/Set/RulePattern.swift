import ExtractorData
import PolicyRules

/// How to look for a token from a trigger: what, where, on which side, up to what.
struct Finder: Sendable {
    enum Scope: String, Sendable, CaseIterable {
        /// Between two marks ，；：。 of the sentence.
        case clause
        case sentence
        /// The sentence, then the sentences before it in the same paragraph, the nearest first.
        case passage
        /// The sentences before it in the same paragraph that lead up to it: they give no figure themselves.
        case lead
        /// The headings above, the innermost first.
        case heading
        /// The words and terms that the trigger, a phrase, was made of.
        case trigger
        /// The question that the sentence answers.
        case question
        /// Beside the name of the very people whom the record is for: 出生后90天内参保的新生儿.
        case member
    }
    enum Side: String, Sendable, CaseIterable { case before, after, either }

    var tokenClass: [Symbol]
    var codes: [Symbol]
    var scope: Scope
    var side: Side
    /// Tokens of these classes between trigger and find end the search.
    var until: [Symbol]
    /// The most letters between trigger and find.
    var near: Int?
    /// Take every find of the scope, not only the nearest.
    var all: Bool
    /// A sentence with a token of these classes has its own answer: nothing is taken from the sentences before.
    var unless: [Symbol]
    /// Look into phrases too: 由医疗救助基金代缴 holds its payer.
    var inside: Bool
}

/// Where the value of a field comes from.
indirect enum SlotSource: Sendable {
    case trigger
    /// The people that the statement is about: before the trigger, named after it, meant by 上述人员, or carried on.
    case topic
    /// The people named in the very clause: what a fund gives or a standard is, is said of everyone unless the clause
    /// says otherwise.
    case topicHere
    /// The tier (档) that holds at the trigger; with `following`, those named after it.
    case tier(following: Bool)
    /// The year that the measure of the trigger is for.
    case year
    case find(Finder)
    case constant(String)
    /// The text of the clause or of the sentence.
    case text(Finder.Scope)
}

struct Slot: Sendable {
    var field: String
    /// Tried in order; the first that finds something stands.
    var sources: [SlotSource]
}

/// A declarative rule: a trigger and its slots.
struct RulePattern: Sendable {
    var id: String
    var kind: String
    var triggerClass: Symbol
    var triggerCodes: [Symbol]
    /// Only a trigger with which its paragraph begins.
    var atStart: Bool
    /// The measure that the trigger, a value, must belong to.
    var head: [Symbol]
    var slots: [Slot]
    var constants: [(field: String, value: String)]
    var require: [String]
    var veto: [Finder]
    /// A figure of this many yuan or more cannot be one by the person and year; it is a sum of many.
    var limit: Int?
    /// Competing readings of one value: the higher number stands, then the one with more filled slots, then the longer,
    /// then the earlier, then the id.
    var priority: Int
    var examples: [Example]
    var place: ExtractorPlace

    struct Example: Sendable {
        /// Absent where a table is all there is.
        var text: String?
        var heading: String?
        var before: String?
        /// Rows of cells with | between, under the text.
        var table: [String]
        var headerRows: Int
        var headerColumns: Int
        var gives: [[(field: String, value: String)]]
        /// Of an example that gives nothing: the other rules that do make something of it.
        var elsewhere: [String]
        /// The documents cited: relation and number.
        var cites: [String]
        var place: ExtractorPlace
    }

    static let fields: Set<String> = [
        "population", "tier", "amount", "rate", "base", "payer", "window", "period", "paidDuring", "monthDays", "mode",
        "effect", "duration", "per", "within", "priorYears", "afterYears", "trigger", "direction", "principle", "topic",
        "to", "document", "text", "planYear", "bound", "plus", "condition", "service", "institutionLevel",
        "context", "until",
    ]
    /// What examples name besides: the kind, for its letters, and parts of a population.
    static let exampleFields = fields.union(["kind", "excludes", "qualifiers"])

    init(_ node: ExtractorNode, symbols: inout SymbolTable) throws(ExtractorError) {
        var reader = try NodeReader(node)
        place = node.place
        id = try reader.requiredString("id")
        kind = try reader.requiredString("kind")
        if RuleKind(rawValue: kind) == nil {
            throw ExtractorError(
                "unknown kind '\(kind)'", at: reader.node("kind")?.place ?? place,
                hint: nearest(to: kind, in: RuleKind.allCases.map(\.rawValue)).map { "did you mean '\($0)'?" })
        }
        limit = try reader.int("limit")
        priority = try reader.int("priority") ?? 0
        guard let triggerNode = reader.node("trigger") else {
            throw ExtractorError("the rule '\(id)' has no trigger", at: place)
        }
        var trigger = try NodeReader(triggerNode)
        guard let triggerClass = try symbols.use("class", of: &trigger, as: .tokenClass).first else {
            throw ExtractorError("missing key 'class'", at: triggerNode.place)
        }
        self.triggerClass = triggerClass
        triggerCodes = try symbols.use("codes", of: &trigger, as: .code)
        head = try symbols.use("head", of: &trigger, as: .code)
        switch try trigger.string("at") {
        case nil: atStart = false
        case "start": atStart = true
        case let other?: throw ExtractorError("'\(other)' is none of start", at: triggerNode.place)
        }
        try trigger.finish()

        slots = []
        for pair in try reader.pairs("slots") {
            try RulePattern.check(field: pair.key, at: pair.keyPlace)
            slots.append(
                Slot(field: pair.key, sources: try RulePattern.sources(pair.value, of: pair.key, symbols: &symbols)))
        }
        constants = []
        for pair in try reader.pairs("set") {
            try RulePattern.check(field: pair.key, at: pair.keyPlace)
            try FieldCodes.check(pair.value, of: pair.key, symbols: &symbols)
            constants.append((pair.key, try pair.value.string()))
        }
        require = try reader.strings("require")
        for field in require where !slots.contains(where: { $0.field == field }) {
            throw ExtractorError(
                "required field '\(field)' has no slot", at: place,
                hint: nearest(to: field, in: slots.map(\.field)).map { "did you mean '\($0)'?" })
        }
        veto = []
        for item in try reader.nodes("veto") {
            veto.append(try RulePattern.finder(item, of: "veto", symbols: &symbols).0)
        }
        examples = []
        for item in try reader.nodes("examples") { examples.append(try RulePattern.example(item, symbols: &symbols)) }
        try reader.finish()
    }

    private static func check(
        field: String, at place: ExtractorPlace, among fields: Set<String> = fields
    ) throws(ExtractorError) {
        if fields.contains(field) { return }
        throw ExtractorError(
            "unknown field '\(field)'", at: place,
            hint: nearest(to: field, in: fields.sorted()).map { "did you mean '\($0)'?" })
    }

    private static func sources(
        _ node: ExtractorNode, of field: String, symbols: inout SymbolTable
    ) throws(ExtractorError) -> [SlotSource] {
        if case .sequence(let nodes) = node.content {
            var all: [SlotSource] = []
            for node in nodes { all += try sources(node, of: field, symbols: &symbols) }
            return all
        }
        if case .scalar(let name) = node.content {
            switch name {
            case "trigger": return [.trigger]
            case "topic": return [.topic]
            case "topic-here": return [.topicHere]
            case "tier": return [.tier(following: false)]
            case "tier-or-following": return [.tier(following: true)]
            case "year": return [.year]
            case "clause-text": return [.text(.clause)]
            case "sentence-text": return [.text(.sentence)]
            default:
                throw ExtractorError(
                    "unknown source '\(name)'", at: node.place,
                    hint: nearest(
                        to: name,
                        in: [
                            "trigger", "topic", "topic-here", "tier", "tier-or-following", "year", "clause-text",
                            "sentence-text",
                        ]
                    ).map { "did you mean '\($0)'?" })
            }
        }
        var reader = try NodeReader(node)
        if let node = reader.node("default") {
            let constant = try node.string()
            // `period: {default: planYear}` is a word of the engine.
            if field != "period" { try FieldCodes.check(node, of: field, symbols: &symbols) }
            try reader.finish()
            return [.constant(constant)]
        }
        let (finder, rest) = try finder(node, of: field, symbols: &symbols)
        return [.find(finder)] + rest
    }

    private static func finder(
        _ node: ExtractorNode, of field: String, symbols: inout SymbolTable
    ) throws(ExtractorError) -> (Finder, [SlotSource]) {
        var reader = try NodeReader(node)
        let classes = try symbols.use("class", of: &reader, as: .tokenClass)
        if classes.isEmpty { throw ExtractorError("missing key 'class'", at: node.place) }
        let codes = try symbols.use("codes", of: &reader, as: .code)
        let scope = try choice(Finder.Scope.self, reader.node("in"), default: .sentence)
        let side = try choice(Finder.Side.self, reader.node("side"), default: .either)
        let until = try symbols.use("until", of: &reader, as: .tokenClass)
        let near = try reader.int("near")
        let all = try reader.bool("all") ?? false
        let inside = try reader.bool("inside") ?? false
        let unless = try symbols.use("unless", of: &reader, as: .tokenClass)
        var rest: [SlotSource] = []
        if let other = reader.node("else") { rest = try sources(other, of: field, symbols: &symbols) }
        try reader.finish()
        let finder = Finder(
            tokenClass: classes, codes: codes, scope: scope, side: side, until: until,
            near: near, all: all, unless: unless, inside: inside)
        return (finder, rest)
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ type: Choice.Type, _ node: ExtractorNode?, default fallback: Choice
    ) throws(ExtractorError) -> Choice where Choice.RawValue == String {
        guard let node else { return fallback }
        let text = try node.string()
        if let value = Choice(rawValue: text) { return value }
        let known = Choice.allCases.map(\.rawValue)
        throw ExtractorError(
            "'\(text)' is none of \(known.joined(separator: ", "))", at: node.place,
            hint: nearest(to: text, in: known).map { "did you mean '\($0)'?" })
    }

    private static func example(
        _ node: ExtractorNode, symbols: inout SymbolTable
    ) throws(ExtractorError) -> Example {
        var reader = try NodeReader(node)
        let table = try reader.strings("table")
        let text = table.isEmpty ? try reader.requiredString("text") : try reader.string("text")
        let heading = try reader.string("heading")
        let before = try reader.string("before")
        let headerRows = try reader.int("headerRows") ?? 1
        let headerColumns = try reader.int("headerColumns") ?? 1
        let elsewhere = try reader.strings("elsewhere")
        let cites = try reader.strings("cites")
        guard let gives = reader.node("gives") else {
            throw ExtractorError("the example has no 'gives'; write [] where it must give nothing", at: node.place)
        }
        var all: [[(field: String, value: String)]] = []
        for item in try gives.nodes() {
            var fields: [(field: String, value: String)] = []
            for pair in try item.mapping() {
                try check(field: pair.key, at: pair.keyPlace, among: exampleFields)
                try FieldCodes.check(pair.value, of: pair.key, symbols: &symbols)
                fields.append((pair.key, try pair.value.string()))
            }
            all.append(fields)
        }
        try reader.finish()
        if let place = reader.node("elsewhere")?.place, !all.isEmpty {
            throw ExtractorError("only an example that gives nothing says what is read elsewhere", at: place)
        }
        return Example(
            text: text, heading: heading, before: before, table: table, headerRows: headerRows,
            headerColumns: headerColumns, gives: all, elsewhere: elsewhere, cites: cites, place: node.place)
    }
}
