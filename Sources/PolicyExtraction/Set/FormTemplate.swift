package import ExtractorData
import PolicyText

/// Written forms from a template: `{城乡|农村|}{低保|最低生活保障}{对象|户}` stands for every combination of one
/// alternative out of each pair of braces. An empty alternative makes the part optional. No other notation exists, so a
/// form is always a finite list of plain strings.
package enum FormTemplate {
    /// More than this many forms from one template is taken for a mistake.
    static let limit = 4_000

    package static func expand(_ node: ExtractorNode) throws(ExtractorError) -> [String] {
        var forms = TermForms()
        try expand(node, into: &forms, payload: 0)
        return (0..<forms.count).map(forms.string)
    }

    /// Appends every form of the template, each with the payload.
    static func expand(
        _ node: ExtractorNode, into all: inout TermForms, payload: Int32
    ) throws(ExtractorError) {
        let template = try node.string()
        var forms = Forms()
        forms.end()
        var endings = Forms()
        var isOpen = false
        for scalar in template.unicodeScalars {
            switch (scalar, isOpen) {
            case ("{", false):
                endings.end()
                forms = forms.extended(by: endings)
                endings = Forms()
                isOpen = true
            case ("|", true):
                endings.end()
            case ("}", true):
                endings.end()
                forms = forms.extended(by: endings)
                endings = Forms()
                isOpen = false
            case ("{", true), ("}", false), ("|", false):
                throw ExtractorError(
                    "unbalanced '\(scalar)' in the form '\(template)'", at: node.place,
                    hint: "write alternatives as {a|b|c}, without nesting")
            default:
                endings.scalars.append(scalar.value)
            }
            if forms.ends.count > limit {
                throw ExtractorError("the form '\(template)' stands for more than \(limit) forms", at: node.place)
            }
        }
        if isOpen { throw ExtractorError("missing '}' in the form '\(template)'", at: node.place) }
        endings.end()
        forms = forms.extended(by: endings)
        for index in forms.ends.indices {
            let range = forms.range(of: index)
            if range.isEmpty { throw ExtractorError("the form '\(template)' may be empty", at: node.place) }
            all.append(forms.scalars[range], payload: payload)
        }
    }

    /// Forms one behind the other in one array.
    private struct Forms {
        var scalars: [UInt32] = []
        var ends: [Int] = []

        mutating func end() { ends.append(scalars.count) }

        func range(of form: Int) -> Range<Int> { (form == 0 ? 0 : ends[form - 1])..<ends[form] }

        /// Each of these forms with each of the endings behind it.
        func extended(by endings: Forms) -> Forms {
            if endings.ends == [0] { return self }
            var result = Forms()
            result.scalars.reserveCapacity(
                scalars.count * endings.ends.count + endings.scalars.count * ends.count)
            result.ends.reserveCapacity(ends.count * endings.ends.count)
            for form in ends.indices {
                for ending in endings.ends.indices {
                    result.scalars.append(contentsOf: scalars[range(of: form)])
                    result.scalars.append(contentsOf: endings.scalars[endings.range(of: ending)])
                    result.end()
                }
            }
            return result
        }
    }
}
