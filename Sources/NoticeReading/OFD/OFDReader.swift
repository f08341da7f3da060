import NoticeModel

/// Reads OFD documents (GB/T 33190-2016): the text of their pages in reading order, with templates.
///
/// Signatures and attachments are told of and not looked into; annotations, among them watermarks and seals, are no text.
package struct OFDReader: Sendable {
    package static let mediaType = "application/ofd"

    private let limits: ReadingLimits

    package init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

    /// - Throws: ``ReadingError`` where the bytes are no OFD document, are faulty, or beyond a limit.
    package func read(_ bytes: [UInt8]) throws(ReadingError) -> SourceDocument {
        try read(try ZipArchive(bytes, limits: limits))
    }

    package func read(_ archive: ZipArchive) throws(ReadingError) -> SourceDocument {
        if archive.entry(named: "Encryptions.xml") != nil {
            throw ReadingError(.encrypted, "the document is encrypted", hint: "open it with its key and save it anew")
        }
        var package = OFDPackage(archive, limits: limits)
        let root = try package.tree("OFD.xml")
        var rendition: [Unicode.Scalar] = []
        var layout = SourceLayout()
        var findings: [NoticeFinding] = []
        var firstPage = 1
        var hasImages = false
        let bodies = root.children(0).filter { root.name($0) == "DocBody" }
        guard !bodies.isEmpty else {
            throw ReadingError(.damaged, "OFD.xml names no document", hint: "get the file anew")
        }
        for body in bodies {
            guard let location = root.child(body, "DocRoot").map({ OFDPackage.trimmed(root.text($0)) }) else {
                continue
            }
            if root.child(body, "Signatures") != nil {
                findings.append(
                    NoticeFinding(
                        code: .signatureUnverified,
                        message: "the document is signed; the signature is not verified"))
            }
            let document = try OFDDocument(
                &package, at: PartName.resolve(location, from: ""), firstPage: firstPage, limit: limits.pages)
            firstPage += document.pages.count
            findings += document.findings
            hasImages = hasImages || document.hasImages
            let result = try PageLayout(limits: limits).lay(out: document.pages)
            let start = rendition.count
            rendition += result.rendition
            layout.append(result.layout, at: start)
            for var finding in result.findings {
                finding.range = finding.range.map { $0.lowerBound + start..<$0.upperBound + start }
                findings.append(finding)
            }
        }
        guard !rendition.isEmpty else {
            throw ReadingError(
                .empty, hasImages ? "its pages are pictures without letters" : "the document holds no text",
                hint: "save it as PDF and read that with --ocr")
        }
        return SourceDocument(
            mediaType: Self.mediaType, charset: "UTF-8", rendition: rendition, layout: layout, findings: findings)
    }
}

extension SourceLayout {
    /// Adds the layout of a text that stands `start` letters on.
    mutating func append(_ other: SourceLayout, at start: Int) {
        func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + start..<range.upperBound + start }
        for var block in other.blocks {
            block.range = moved(block.range)
            if case .table(var table) = block.kind {
                for index in table.cells.indices { table.cells[index].range = moved(table.cells[index].range) }
                block.kind = .table(table)
            }
            blocks.append(block)
        }
        for var field in other.fields {
            field.range = field.range.map(moved)
            fields.append(field)
        }
        asides += other.asides.map(moved)
        for var place in other.places {
            place.range = moved(place.range)
            places.append(place)
        }
    }
}
