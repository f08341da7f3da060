extension PeriodValue: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("start", start)
        json.member("end", end)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        start = try object.optional("start")
        end = try object.optional("end")
    }
}
