extension WithinValue: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("duration", duration)
        json.member("of", of)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        duration = try object.required("duration")
        of = try object.optional("of")
    }
}
