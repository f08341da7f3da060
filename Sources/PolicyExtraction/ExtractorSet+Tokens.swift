package import NoticeModel
package import PolicyValues

/// A term or a value of a notice, for people who look at what was recognised.
package struct NoticeToken: Sendable, Hashable {
    /// In scalars of the rendition.
    package var range: Range<Int>
    /// The token class: `population`, `amount`.
    package var kind: String
    /// The code of a term; for values the class again.
    package var code: String
}

extension ExtractorSet {
    /// The scanner that the set's value words make.
    package var scanner: ValueScanner { tokenizer.scanner }

    /// The terms and values of a notice in text order, before phrases are built of them.
    package func tokens(in notice: Notice) -> [NoticeToken] {
        notice.blocks.flatMap { block in
            tokenizer.tokens(in: notice.text.scalars, range: block.range).map {
                NoticeToken(
                    range: notice.text.sourceRange(of: $0.range), kind: code($0.tokenClass), code: code($0.code))
            }
        }
    }
}
