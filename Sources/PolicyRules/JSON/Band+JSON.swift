extension Band: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("text", text)
        json.member("lower", lower)
        json.member("upper", upper)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        text = try object.required("text")
        lower = try object.optional("lower")
        upper = try object.optional("upper")
    }
}
