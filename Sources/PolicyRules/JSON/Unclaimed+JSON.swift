extension Unclaimed: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("type", type)
        json.member("value", value)
        json.member("evidence", evidence)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        type = try object.required("type")
        value = try object.required("value")
        evidence = try object.required("evidence")
    }
}
