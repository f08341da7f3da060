extension DocumentInfo: JSONObjectCodable {
    func writeMembers(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("name", name)
        json.member("mediaType", mediaType)
        json.member("charset", charset)
        json.member("textDigest", textDigest)
        json.member("title", title)
        json.member("number", number)
        json.member("type", type)
        json.member("status", status)
        json.members("issuers", issuers)
        json.members("addressees", addressees)
        json.member("issuedOn", issuedOn)
        json.member("effectiveFrom", effectiveFrom)
        json.member("jurisdiction", jurisdiction)
        json.member("planYear", planYear)
        json.members("outline", outline)
    }

    init(from object: inout JSONObjectReader) throws(BundleReadingError) {
        id = try object.required("id")
        name = try object.required("name")
        mediaType = try object.required("mediaType")
        charset = try object.optional("charset")
        textDigest = try object.required("textDigest")
        title = try object.optional("title")
        number = try object.optional("number")
        type = try object.optional("type")
        status = try object.required("status")
        issuers = try object.list("issuers")
        addressees = try object.list("addressees")
        issuedOn = try object.optional("issuedOn")
        effectiveFrom = try object.optional("effectiveFrom")
        jurisdiction = try object.optional("jurisdiction")
        planYear = try object.optional("planYear")
        outline = try object.list("outline")
    }
}
