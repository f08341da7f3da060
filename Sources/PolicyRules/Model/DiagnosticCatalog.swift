/// What is known of a code: how bad it is, what it means and what to do.
public struct DiagnosticCatalogEntry: Sendable, Hashable {
    /// The step that finds it.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        /// The format of the file: its example is a description, for it cannot be written as text.
        case format
        /// The reading of the text and its structure.
        case reading
        /// The rules, one by one.
        case extraction
        /// The rules and the text held against each other.
        case check
    }

    /// The step that finds it.
    public var origin: Origin
    /// How bad it is: an error is certainly wrong, a warning contradicts something else in the notice, a note is worth
    /// knowing.
    public var severity: Diagnostic.Severity
    /// What it means, in English.
    public var meaning: String
    /// What it means, in Chinese.
    public var meaningInChinese: String
    /// What to do about it, in English.
    public var advice: String
    /// What to do about it, in Chinese.
    public var adviceInChinese: String
    /// A made-up notice that has it.
    public var example: String
}

extension DiagnosticCode {
    /// How bad it is.
    public var severity: Diagnostic.Severity { catalogEntry.severity }

    /// What is known of the code.
    public var catalogEntry: DiagnosticCatalogEntry {
        switch self {
        case .tableCollapsed:
            entry(
                .reading, .warning,
                "The rows and columns of a table cannot be rebuilt, so that no rule is read from it.",
                "表格的行列无法还原，因此没有从中读取规则。",
                "Read the table in the notice; the figures in it are in no rule.", "请人工阅读该表格，其中的数字不在规则中。",
                "一、资助标准\n\t人员类别\n\t资助金额\n\t个人缴费\n\n\t特困人员\n\t400元\n")
        case .outlineGap:
            entry(
                .reading, .note, "A number of the outline is left out.", "层次序数有缺号。",
                "Look whether a part of the notice is missing in the file.", "请检查文件是否缺少内容。",
                "一、缴费标准\n个人缴费标准为每人每年400元。\n三、缴费时间\n另行通知。\n")
        case .outlineRepeat:
            entry(
                .reading, .note, "A number of the outline comes again.", "层次序数有重号。",
                "The section's id ends in ~2. Nothing is lost.", "该节的编号以 ~2 结尾，内容没有丢失。",
                "一、缴费标准\n个人缴费标准为每人每年400元。\n一、缴费时间\n另行通知。\n")
        case .regionAmbiguous:
            entry(
                .reading, .warning, "The region's name is that of several divisions.", "地区名称对应多个行政区划。",
                "Set the division from what else is known of the notice.", "请根据其他信息确定行政区划。",
                "鼓楼区2026年度城乡居民医保参保缴费通告\n个人缴费标准为每人每年400元。\n")
        case .effectiveOnIssue:
            entry(
                .reading, .note, "The notice takes effect when it is issued; it states no date for that.",
                "文件自印发之日起施行，没有写明日期。",
                "Take the date of issue, where it is known, for the date of effect.", "如已知印发日期，可视为施行日期。",
                "关于调整居民医保政策的通知\n个人缴费标准为每人每年400元。\n本通知自印发之日起施行。\n")
        case .textCut:
            entry(
                .reading, .warning,
                "A paragraph or a sentence is so long that it is read in parts; what is named before a cut is not carried on.",
                "段落或句子过长，分段读取；断点之前提到的人群、时间不再延续。",
                "Look whether line breaks or full stops are missing in the file; read the rules around the place.",
                "请检查文件是否缺少换行或句号，并核对该处前后的规则。",
                "一、缴费标准\n城乡居民参保缴费（此处省略数千字，没有句号和换行）\n")
        case .numberAcrossLines:
            entry(
                .format, .note, "A number runs over the end of a line of a laid-out page and is read as one.",
                "版面上一个数字跨行，按一个数读取。", "Check the number on the page.", "请在原页核对该数字。",
                "PDF 第1页行末“1”与次行首“100元”")
        case .embeddedDocument:
            entry(
                .format, .warning, "A document embedded in the file is not read.",
                "文件中嵌入的文档没有读取。", "Save the embedded document as a file of its own.", "请将嵌入的文档另存为文件后再读取。",
                "含嵌入对象的 DOCX")
        case .pageRepeated:
            entry(
                .format, .note, "The page holds the notice twice; it is read once.",
                "网页中正文出现两次，只读一次。", "Nothing, unless the two differ.", "除非两处内容不同，无需处理。",
                "正文与“打印版”并存的网页")
        case .pageScripted:
            entry(
                .format, .warning, "The page has its text shown by a script, which is not run; what was read is its frame.",
                "网页的正文由脚本显示，而脚本不会运行，读到的只是页面的框架。",
                "Open the page in a browser and save it once it is shown, or print it to PDF.", "请在浏览器中打开，待正文显示后另存，或打印为 PDF。",
                "正文由脚本载入的网页")
        case .charsetDamaged:
            entry(
                .format, .warning, "Some bytes are no letters of the encoding and stand as U+FFFD.",
                "部分字节不是该编码的字符，以 U+FFFD 代替。", "Get the page anew, or name the encoding with --charset.",
                "请重新获取网页，或用 --charset 指明编码。",
                "声明为 GBK 而含残缺字节的网页")
        case .scannedPages:
            entry(
                .format, .warning, "Pages without letters, scanned as it seems, are not read.",
                "部分页面没有文字，疑为扫描件，未读取。", "Read them with --ocr.", "请用 --ocr 识别。",
                "部分页面为图片的 PDF")
        case .damagedContent:
            entry(
                .format, .warning, "Parts of the file are damaged; text may be missing.",
                "文件部分内容已损坏，文字可能有缺失。", "Get the file anew, or compare the text with the pages.",
                "请重新获取文件，或对照原页。", "内容流残缺的 PDF")
        case .unreadableLetters:
            entry(
                .format, .warning, "Letters of the document's fonts stand for no known character.",
                "文档字体中的部分字形没有对应的字符。", "Compare the text with the page, or read it with --ocr.", "请对照原页，或用 --ocr 识别。",
                "字体缺少编码表的 PDF")
        case .recognizedText:
            entry(
                .format, .warning,
                "The letters were recognized in an image; the rules that stand on them are inferred.",
                "文字由图像识别得到，据此得出的规则标为 inferred。", "Check every figure on the page.", "请逐一核对数字。",
                "以 --ocr 读取的扫描件")
        case .signatureUnverified:
            entry(
                .format, .note, "The document is signed; the signature is not verified.",
                "文档带有签章，未验证其真伪。", "Verify it with the issuer's own program where that matters.", "必要时请用签章软件验证。",
                "带电子签章的 OFD")
        case .attachmentsUnread:
            entry(
                .format, .note, "Files attached to the document are not read.",
                "文档所附文件没有读取。", "Save the attached files and read them by themselves.", "请将所附文件另存后再读取。",
                "带附件的 OFD")
        case .slantedText:
            entry(
                .format, .note, "Text that does not stand upright, such as a watermark, is left out.",
                "倾斜的文字（如水印）没有读取。", "Look at the page if it may be more than a watermark.", "若并非水印，请查看原页。",
                "带斜排水印的 OFD")
        case .invisibleText:
            entry(
                .format, .warning, "Some text is not drawn: a program has recognized it in a picture, perhaps wrongly.",
                "部分文字不显示，系由图像识别所得，可能有误。", "Check every figure on the page.", "请逐一核对数字。",
                "双层 OFD")
        case .validityLapsed:
            entry(
                .format, .warning, "The source says that the notice is no longer in force.",
                "来源注明该文件已失效或废止。", "Do not compare it as if it were in force.", "请勿作为现行规定比较。",
                "效力状态为“失效”的网页")
        case .populationCustom:
            entry(
                .extraction, .note, "The rule is about people for whom the vocabulary has no category.",
                "规则所涉人群在词表中没有对应类别。",
                "Its category is `custom:` and the notice's words. Add a written form to the vocabulary if the group is a known one.",
                "其类别为 `custom:` 加原文。如属已知人群，可在词表中增加写法。",
                "对见义勇为人员按每人每年120元给予资助。\n")
        case .financingSum:
            entry(
                .check, .warning, "筹资标准 is not 财政补助 and 个人缴费 together.", "筹资标准不等于财政补助与个人缴费之和。",
                "One of the three figures is wrong or of other people, in the notice or in the rules: read all three places.",
                "三个数字中有一个有误或属于其他人群，请核对三处原文。",
                "2026年筹资标准为每人每年1200元，其中财政补助700元，个人缴费400元。\n")
        case .sharesSum:
            entry(
                .check, .warning, "The shares of the governments do not make up 财政补助.", "各级财政分担之和不等于财政补助标准。",
                "Read the places: a share may be wrong, or of some regions only.", "请核对原文：分担金额可能有误，或仅适用于部分地区。",
                "2026年财政补助标准为每人每年700元。其中中央财政补助400元，省级财政补助200元，市县财政补助90元。\n")
        case .assistanceSum:
            entry(
                .check, .warning, "资助 and 个人缴纳 do not make up 个人缴费标准 for a group and tier.",
                "资助与个人缴纳之和不等于个人缴费标准（按人群、档次）。",
                "One of the three figures is wrong or of other people: read all three places.",
                "三个数字中有一个有误或属于其他人群，请核对原文。",
                "2026年个人缴费标准为每人每年400元。\n孤儿资助280元，个人缴纳100元。\n")
        case .assistanceExcess:
            entry(
                .check, .warning, "资助 is more than 个人缴费标准.", "资助金额高于个人缴费标准。",
                "The figure is wrong, or of another tier or year: read both places.", "金额有误，或属于其他档次、年度，请核对原文。",
                "2026年个人缴费标准为每人每年400元。\n对孤儿按每人每年450元给予资助。\n")
        case .rateAmount:
            entry(
                .check, .warning, "A percentage of 个人缴费标准 is not the amount that is said beside it.",
                "按个人缴费标准的比例计算的金额与写明的金额不符。",
                "Read both places; which of the two holds is for the issuer to say.", "请核对两处原文，以发文单位解释为准。",
                "2026年个人缴费标准为每人每年400元。\n对低保对象按个人缴费标准的50%给予资助。低保对象资助金额为每人每年180元。\n")
        case .valueConflict:
            entry(
                .check, .warning,
                "One thing is said twice with different values, for the same people, tier and year.",
                "同一人群、档次、年度的同一事项有两个不同的数值。",
                "Both rules are kept with the certainty `conflicting`: read both places before either is used.",
                "两条规则均保留，certainty 为 `conflicting`；使用前请核对两处原文。",
                "2026年个人缴费标准为每人每年400元。\n城乡居民个人缴费标准为每人每年380元。\n")
        case .periodReversed:
            entry(
                .check, .error, "A period ends before it starts.", "期间的终点早于起点。",
                "One of the dates is wrong, often in its year: read the place.", "其中一个日期有误（常见于年份），请核对原文。",
                "集中缴费期为2025年12月31日至2025年9月1日。\n")
        case .windowConflict:
            entry(
                .check, .warning, "One window is given two periods that overlap and differ, for the same people.",
                "同一人群的同一缴费期有两个不同且重叠的时段。",
                "Both rules are kept with the certainty `conflicting`: read both places before either is used.",
                "两条规则均保留，certainty 为 `conflicting`；使用前请核对两处原文。",
                "集中缴费期为2025年9月1日至2025年12月31日。\n集中缴费期从2025年9月1日至2026年1月31日。\n")
        case .windowOverlap:
            entry(
                .check, .note, "Two windows of different types share days, for the same people.", "同一人群的两种缴费期有重叠。",
                "Often meant so; otherwise one of the dates is wrong.", "多为有意安排；否则其中一个日期有误。",
                "集中缴费期为2025年9月1日至2026年2月28日。\n零星缴费期为2026年1月1日至2026年6月30日。\n")
        case .windowGap:
            entry(
                .check, .note, "Between two windows are days on which nobody can pay.", "两个缴费期之间有无法缴费的日期。",
                "Often meant so; otherwise a date is wrong or a window is missing in the rules.",
                "多为有意安排；否则日期有误，或规则缺少一个缴费期。",
                "集中缴费期为2025年9月1日至2025年12月31日。\n零星缴费期为2026年3月1日至2026年6月30日。\n")
        case .yearMismatch:
            entry(
                .check, .warning, "A window or benefit lies wholly outside of the plan year and the year before it.",
                "缴费期或待遇期完全不在参保年度及其上一年内。",
                "A year in the notice is wrong, often left over from the notice of the year before: read the place.",
                "年份可能有误（常为沿用上年文件），请核对原文。",
                "关于做好2026年度城乡居民医保参保工作的通知\n集中缴费期为2023年9月1日至2023年12月31日。\n")
        case .benefitEarly:
            entry(
                .check, .warning, "A benefit for everyone begins before the first window opens.",
                "待遇享受期早于最早的缴费期开始。",
                "One of the two dates is wrong: read both places.", "两个日期之一有误，请核对原文。",
                "集中缴费期为2025年9月1日至2025年12月31日。\n待遇享受期为2025年1月1日至2025年12月31日。\n")
        case .waitingLong:
            entry(
                .check, .warning, "A wait is longer than the year that is paid for.", "待遇等待期长于一个参保年度。",
                "The figure or its unit is wrong: read the place.", "数字或单位可能有误，请核对原文。",
                "未在集中缴费期参保的人员，设置固定待遇等待期30个月。\n")
        case .countMismatch:
            entry(
                .check, .warning, "A number of classes, tiers or items is not that of those named.",
                "文中所写的类数、档数或项数与列举的数目不符。",
                "One may be missing in the notice or counted twice: read the list.", "可能漏列或重复计数，请核对所列内容。",
                "对特困人员、孤儿、低保对象共四类人员给予全额资助。\n")
        case .classUndefined:
            entry(
                .check, .warning, "A class is cited by its number or letter and never defined.",
                "以序数或字母引用的类别没有定义。",
                "The people are in no rule: look for the definition in the documents that the notice cites.",
                "相关人群不在规则中，请在所引文件中查找定义。",
                "第一类人员为特困人员、孤儿。\n对第一类人员给予全额资助，对第三类人员给予定额资助。\n")
        case .placeholder:
            entry(
                .check, .note, "A figure, date or number is still to be filled in.", "数字、日期或文号尚待填写。",
                "The notice is a draft or a template; unknown digits of dates are X in the rules.",
                "文件为草案或模板；规则中日期的未知数位写作 X。",
                "集中缴费期为2025年10月X日至2025年12月31日。\n")
        }
    }

    private func entry(
        _ origin: DiagnosticCatalogEntry.Origin, _ severity: Diagnostic.Severity, _ meaning: String,
        _ meaningInChinese: String, _ advice: String, _ adviceInChinese: String, _ example: String
    ) -> DiagnosticCatalogEntry {
        DiagnosticCatalogEntry(
            origin: origin, severity: severity, meaning: meaning, meaningInChinese: meaningInChinese, advice: advice,
            adviceInChinese: adviceInChinese, example: example)
    }
}
