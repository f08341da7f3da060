/// What a document's title is about, without the words that every 公文 has and that tell a notice from what explains it:
/// 关于印发《…》的通知 and …政策要点 speak of the same document.
struct DocumentTitle: Hashable {
    let core: String

    /// Words around the matter (GB/T 9704, 7.3.1, and the titles of what explains a notice).
    private static let heads = ["关于印发", "印发", "关于"]
    private static let tails = ["的通知", "通知", "的通告", "政策要点", "要点", "的政策解读", "政策解读", "的解读", "解读", "政策问答", "问答", "全文"]

    /// Titles that say less than this of their matter could belong to any document.
    private static let minimumLength = 8

    /// Nil where the title says too little.
    init?(_ title: String) {
        var letters = title.unicodeScalars.filter {
            !$0.properties.isWhitespace && !"《》〈〉“”\"（）()".unicodeScalars.contains($0)
        }
        func take(_ words: [String], _ isAtEnd: Bool) -> Bool {
            for word in words.map(\.unicodeScalars) where letters.count > word.count {
                let part = isAtEnd ? letters.suffix(word.count) : letters.prefix(word.count)
                guard part.elementsEqual(word) else { continue }
                if isAtEnd { letters.removeLast(word.count) } else { letters.removeFirst(word.count) }
                return true
            }
            return false
        }
        while take(Self.tails, true) || take(Self.heads, false) {}
        guard letters.count >= Self.minimumLength else { return nil }
        core = String(String.UnicodeScalarView(letters))
    }
}
