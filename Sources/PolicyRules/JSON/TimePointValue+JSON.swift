extension TimePointValue: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("date", date)
        json.member("anchor", anchor)
        json.member("offset", offset)
        json.member("snap", snap)
        json.member("monthDay", monthDay)
        json.member("text", text)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        date = try object.optional("date")
        anchor = try object.optional("anchor")
        offset = try object.optional("offset")
        snap = try object.optional("snap")
        monthDay = try object.optional("monthDay")
        text = try object.optional("text")
    }
}
