/// Finds the charset of a web page and decodes it.
///
/// A byte order mark decides, then UTF-16's shape; bytes that are UTF-8 are UTF-8, whatever the page says. Else what the
/// page says of itself competes with what ICU makes of its letters, and whether the bytes are in the charset at all.
struct HTMLCharset {
    let bytes: [UInt8]

    struct Decoded {
        var text: DecodedText
        /// Bytes that were no letters of the charset and came out as U+FFFD.
        var replaced = 0
    }

    /// More damage than this share of the bytes is another charset.
    private static let mostDamage = 500

    func decode(as name: String?) throws(ReadingError) -> Decoded {
        let decoder = TextDecoder(bytes: bytes)
        if let name { return Decoded(text: try decoder.decode(as: name)) }
        if decoder.hasByteOrderMark || decoder.looksLikeUTF16 { return Decoded(text: try decoder.decodeDetecting()) }
        let declared = Self.declared(in: bytes)
        var failure: ReadingError?
        for charset in candidates(declared) {
            do {
                return Decoded(text: try decoder.decode(as: charset))
            } catch {
                if failure == nil { failure = error }
            }
        }
        for charset in candidates(declared).prefix(2) {
            if let repaired = repaired(charset) { return repaired }
        }
        throw failure ?? ReadingError(.undetectedCharset, "the charset of the page cannot be told from its bytes")
    }

    private func candidates(_ declared: String?) -> [String] {
        var names: [String] = []
        let multibyte = UTF8Decoding.multibyteSequences(bytes)
        if multibyte.damaged == 0 || multibyte.wellFormed > 20 * multibyte.damaged {
            // A few letters may be UTF-8 by accident, a page full of them is not.
            if multibyte.wellFormed >= 8 || declared == nil || declared == "UTF-8" { return ["UTF-8"] }
            names.append("UTF-8")
        }
        let guesses = ICUConverter.guesses(letterSample[...]).filter { Self.multibyte.contains($0.charset) }
        if let declared, declared != "UTF-8" {
            // A page of one family rarely is in another; ICU must be surer of that than of the declared one.
            let own = guesses.first { $0.charset == declared }?.confidence ?? 0
            if Self.multibyte.contains(declared) {
                let better = guesses.first { $0.charset != declared && $0.confidence > own + 20 }
                names.insert(contentsOf: better.map { [$0.charset, declared] } ?? [declared], at: 0)
            } else if guesses.isEmpty {
                names.append(declared)
            }
        }
        for guess in guesses where guess.confidence > 10 { names.append(guess.charset) }
        names.append("GB18030")
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    private static let multibyte: Set<String> = ["GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"]

    /// The page's letters without its markup, which is the same in every charset.
    private var letterSample: [UInt8] {
        var sample: [UInt8] = []
        var isMarkup = false
        for byte in bytes.prefix(1 << 20) {
            if byte == UInt8(ascii: "<") { isMarkup = true }
            if !isMarkup || byte >= 0x80 { sample.append(byte) }
            if byte == UInt8(ascii: ">") { isMarkup = false }
            if sample.count >= 8192 { break }
        }
        return sample
    }

    /// What the first `charset=` (or an XML declaration's `encoding=`) of the page names, as IANA calls it.
    static func declared(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(8192).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        for key in [Array("charset".utf8), Array("encoding".utf8)] {
            var at = 0
            while at + key.count < head.count {
                guard head[at] == key[0], head[at...].starts(with: key) else {
                    at += 1
                    continue
                }
                at += key.count
                func skip(_ marks: String) { while at < head.count, marks.utf8.contains(head[at]) { at += 1 } }
                skip(" \t\r\n")
                guard at < head.count, head[at] == UInt8(ascii: "=") else { continue }
                at += 1
                skip(" \t\r\n\"'")
                let start = at
                while at < head.count,
                    (0x61...0x7A).contains(head[at]) || (0x2D...0x3A).contains(head[at]) || head[at] == 0x5F
                {
                    at += 1
                }
                let name = String(decoding: head[start..<at], as: UTF8.self)
                if let canonical = try? TextDecoder.canonicalName(of: name) {
                    // What a page in bytes says of itself cannot be UTF-16 (HTML, 13.2.3.3).
                    return canonical.hasPrefix("UTF-16") || canonical.hasPrefix("UTF-32") ? "UTF-8" : canonical
                }
            }
        }
        return nil
    }

    // MARK: Damage

    /// The page with U+FFFD for each byte that the charset does not have; nil where these are too many.
    private func repaired(_ charset: String) -> Decoded? {
        var scalars: [Unicode.Scalar] = []
        var at = 0
        var replaced = 0
        let most = max(4, bytes.count / Self.mostDamage)
        // Windows, so that a piece is not decoded anew for each damage that follows it.
        let window = 1 << 14
        while at < bytes.count {
            let end = min(bytes.count, at + window)
            let piece = Array(bytes[at..<end])
            do throws(DecodingFailure) {
                scalars += try decode(piece, charset)
                at = end
            } catch {
                if error.offset > 0 {
                    guard let good = try? decode(Array(piece[..<error.offset]), charset) else { return nil }
                    scalars += good
                }
                at += error.offset
                if error.kind == .truncated, end < bytes.count, error.offset > 0 { continue }
                guard error.kind == .invalid || error.kind == .truncated else { return nil }
                scalars.append("\u{FFFD}")
                replaced += 1
                at += 1
                if replaced > most { return nil }
            }
        }
        return Decoded(
            text: DecodedText(scalars: scalars, charset: charset, hadByteOrderMark: false), replaced: replaced)
    }

    private func decode(_ piece: [UInt8], _ charset: String) throws(DecodingFailure) -> [Unicode.Scalar] {
        charset == "UTF-8"
            ? try UTF8Decoding.decode(piece, from: 0) : try ICUConverter.decode(piece, from: 0, charset: charset)
    }
}
