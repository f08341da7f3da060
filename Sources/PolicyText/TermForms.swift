/// Written forms, one behind the other in one array, each with what it stands for.
package struct TermForms: Sendable {
    package private(set) var scalars: [UInt32] = []
    /// Where each form ends; it begins where the one before ends.
    package private(set) var ends: [Int] = []
    package private(set) var payloads: [Int32] = []

    package init() {}

    package var count: Int { ends.count }

    package func range(of form: Int) -> Range<Int> { (form == 0 ? 0 : ends[form - 1])..<ends[form] }

    package mutating func append(_ form: ArraySlice<UInt32>, payload: Int32) {
        scalars.append(contentsOf: form)
        ends.append(scalars.count)
        payloads.append(payload)
    }

    package func string(_ form: Int) -> String {
        String(scalars: scalars[range(of: form)].compactMap(Unicode.Scalar.init)[...])
    }
}
