extension RateValue: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("value", value)
        json.member("base", base)
        json.member("comparator", comparator)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        value = try object.required("value")
        base = try object.optional("base")
        comparator = try object.required("comparator")
    }
}
