import ExtractorData
import PolicyRules

/// The codes that the contract has for the values of a field, as constants, defaults and examples write them.
enum FieldCodes {
    private static let closed: [String: [String]] = [
        "kind": RuleKind.allCases.map(\.rawValue),
        "mode": AssistanceMode.allCases.map(\.rawValue),
        "window": WindowType.allCases.map(\.rawValue),
        "effect": WaitingEffect.allCases.map(\.rawValue),
        "per": WaitingUnit.allCases.map(\.rawValue),
        "trigger": AdjustmentTrigger.allCases.map(\.rawValue),
        "direction": AdjustmentDirection.allCases.map(\.rawValue),
        "principle": PrecedencePrinciple.allCases.map(\.rawValue),
        "topic": RuleKind.allCases.map(\.rawValue),
        "to": DelegationTarget.allCases.map(\.rawValue),
        "bound": Comparison.allCases.map(\.rawValue),
        "base": [RateBase.individualContribution, .ceiling, .covered].map(\.rawValue)
            + RuleKind.allCases.map(\.rawValue),
    ]

    /// - Throws: `ExtractorError` at the value, with the nearest known code as hint. Groups of people and payers, whose
    ///   codes the vocabulary defines, are noted in `symbols` and checked when all files are read.
    static func check(
        _ written: ExtractorNode, of field: String, symbols: inout SymbolTable
    ) throws(ExtractorError) {
        var value = try written.string()
        if value.count > 2, value.dropLast().last == "@" { value = String(value.dropLast(2)) }
        if let known = closed[field], !known.contains(value) {
            throw ExtractorError(
                "'\(value)' is no code of '\(field)'", at: written.place,
                hint: nearest(to: value, in: known).map { "did you mean '\($0)'?" })
        }
        switch field {
        case "population" where value != "everyone" && !value.hasPrefix("custom:"):
            _ = symbols.use(value, as: .category, at: written.place)
        case "payer":
            _ = symbols.use(value, as: .payer, at: written.place)
        default: break
        }
    }
}
