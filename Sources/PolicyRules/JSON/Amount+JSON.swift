extension Amount: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("value", value)
        json.member("currency", currency)
        json.member("comparator", comparator)
        json.members("per", per)
        json.member("plus", plus)
        json.member("change", change)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        value = try object.required("value")
        currency = try object.required("currency")
        comparator = try object.required("comparator")
        per = try object.list("per")
        plus = try object.optional("plus")
        change = try object.optional("change")
    }
}
