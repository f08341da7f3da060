/// The elements of HTML that matter to reading; all others are inline.
enum HTMLName: String {
    case text = "#text"
    case other = "#other"
    case html, head, body, title, meta, base, link
    case address, article, aside, blockquote, caption, center, details, dd, dialog, div, dl, dt, fieldset, figcaption,
        figure, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, legend, li, main, menu, nav, ol, p, pre,
        section, summary, ul
    case table, thead, tbody, tfoot, tr, td, th, col, colgroup
    case br, a
    case script, style, noscript, template, iframe, object, embed, applet, svg, math, canvas, audio, video, select,
        option, optgroup, datalist, textarea, button, input, map, rt, rp, del, s, strike, xml, noframes

    init(_ bytes: ArraySlice<UInt8>) {
        self = HTMLName(rawValue: String(decoding: bytes, as: UTF8.self)) ?? .other
    }

    /// A browser never shows its letters as text, or shows them struck out.
    var isNeverShown: Bool {
        switch self {
        case .head, .title, .script, .style, .noscript, .template, .iframe, .object, .embed, .applet, .svg, .math,
            .canvas, .audio, .video, .select, .option, .optgroup, .datalist, .textarea, .button, .input, .map, .rt,
            .rp, .del, .s, .strike, .xml, .noframes:
            true
        default: false
        }
    }

    /// Begins and ends a line.
    var isBlock: Bool {
        switch self {
        case .html, .body, .address, .article, .aside, .blockquote, .caption, .center, .details, .dd, .dialog, .div,
            .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup,
            .hr, .legend, .li, .main, .menu, .nav, .ol, .p, .pre, .section, .summary, .ul, .table, .thead, .tbody,
            .tfoot, .tr, .td, .th:
            true
        default: false
        }
    }

    /// 1 to 6 for h1 to h6.
    var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }

    /// Parts of a page that HTML sets apart from what the page is about.
    var isAround: Bool { self == .nav || self == .footer || self == .aside || self == .menu }
}
