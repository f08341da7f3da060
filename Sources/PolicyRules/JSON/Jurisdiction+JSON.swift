extension Jurisdiction: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("code", code)
        json.member("name", name)
        json.member("level", level)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        code = try object.required("code")
        name = try object.required("name")
        level = try object.required("level")
    }
}
