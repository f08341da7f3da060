/// The codes of the diagnostics that this version writes.
///
/// This is the one place where they are declared: whatever finds something names a case, so that a code that is not listed
/// here cannot be written. `catalogEntry` says of each what it means and what to do; docs/diagnostics.md is made from that.
/// A bundle of another version may have codes of its own, which is why `Diagnostic.code` is a string.
public enum DiagnosticCode: String, Sendable, Hashable, CaseIterable {
    // The reading of the file and the structure of the notice.

    /// A table whose rows and columns cannot be rebuilt.
    case tableCollapsed = "table.collapsed"
    /// A number of the outline that is left out.
    case outlineGap = "outline.gap"
    /// A number of the outline that comes again.
    case outlineRepeat = "outline.repeat"
    /// A region's name that several divisions have.
    case regionAmbiguous = "region.ambiguous"
    /// A notice that takes effect when it is issued, without a date.
    case effectiveOnIssue = "effective.onIssue"

    /// A paragraph or sentence so long that it is read in parts.
    case textCut = "text.cut"

    // The format of the file.

    /// A number that runs over the end of a line of a page.
    case numberAcrossLines = "number.acrossLines"
    /// A document embedded in another.
    case embeddedDocument = "reading.embedded"
    /// A page that holds the notice twice.
    case pageRepeated = "page.repeated"
    /// A page whose text a script shows.
    case pageScripted = "page.scripted"
    /// Bytes that are no letters of the encoding.
    case charsetDamaged = "charset.damaged"
    /// Pages without letters.
    case scannedPages = "reading.scannedPages"
    /// Parts of the file that are damaged.
    case damagedContent = "reading.damaged"
    /// Letters that stand for no character.
    case unreadableLetters = "reading.unreadableLetters"
    /// Letters recognized in an image.
    case recognizedText = "reading.ocr"
    /// A signature that is not verified.
    case signatureUnverified = "reading.signature"
    /// Attached files that are not read.
    case attachmentsUnread = "reading.attachments"
    /// Text that does not stand upright.
    case slantedText = "reading.slantedText"
    /// Text that is not drawn.
    case invisibleText = "reading.invisibleText"
    /// A source that says the notice is no longer in force.
    case validityLapsed = "validity.lapsed"

    // The rules.

    /// People for whom the vocabulary has no category.
    case populationCustom = "population.custom"

    // The notice checked against itself.

    /// 筹资标准 is not 财政补助 and 个人缴费 together.
    case financingSum = "sum.financing"
    /// The shares of the governments do not make up 财政补助.
    case sharesSum = "sum.shares"
    /// 资助 and 个人缴纳 do not make up 个人缴费标准.
    case assistanceSum = "sum.assistance"
    /// 资助 is more than there is to pay.
    case assistanceExcess = "assistance.excess"
    /// A percentage of 个人缴费标准 that is not the amount said beside it.
    case rateAmount = "rate.amount"
    /// One thing with two values.
    case valueConflict = "value.conflict"
    /// A period that ends before it starts.
    case periodReversed = "period.reversed"
    /// One window with two periods that overlap.
    case windowConflict = "window.conflict"
    /// Windows of different types that overlap.
    case windowOverlap = "window.overlap"
    /// Days between two windows on which nobody can pay.
    case windowGap = "window.gap"
    /// Dates of another year than the plan year.
    case yearMismatch = "year.mismatch"
    /// A benefit that begins before the first window opens.
    case benefitEarly = "benefit.early"
    /// A wait that is longer than the year.
    case waitingLong = "waiting.long"
    /// A number of classes, tiers or items that is not that of those named.
    case countMismatch = "count.mismatch"
    /// A class that is cited and never defined.
    case classUndefined = "class.undefined"
    /// A figure, date or number that is still to be filled in.
    case placeholder = "placeholder"
}
