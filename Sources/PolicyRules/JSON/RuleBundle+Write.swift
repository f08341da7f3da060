extension RuleBundle {
    /// The bundle as canonical JSON in UTF-8, with a line feed at the end. Equal bundles give equal bytes.
    public func json(_ format: JSONFormat = .pretty) -> [UInt8] {
        var json = JSONWriter(format: format)
        write(to: &json)
        return json.finish()
    }
}
