extension DocumentInfo {
    /// What a notice says of itself, as canonical JSON in UTF-8 with a line feed at the end: the `document` of a bundle.
    public func json(_ format: JSONFormat = .pretty) -> [UInt8] {
        var json = JSONWriter(format: format)
        write(to: &json)
        return json.finish()
    }
}
