/// The elements of HTML that reading has to tell apart, as the HTML standard names
/// them; all others are `other`.
enum HTMLElement: String, Sendable {
  case a, abbr, address, annotation, applet, area, article, aside, audio, b, base, blockquote, body, br,
    button, canvas,
    caption, center, cite, code, col, colgroup, datalist, dd, del, details, dialog, dir, div, dl, dt, em,
    embed, fieldset,
    figcaption, figure, font, footer, form, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html,
    i, iframe, img,
    input, ins, label, legend, li, link, main, map, math, menu, meta, nav, noframes, noscript, object, ol,
    optgroup, option,
    p, pre, q, rp, rt, s, script, search, section, select, small, span, strike, strong, style, sub, summary,
    sup, svg, table,
    tbody, td, template, textarea, tfoot, th, thead, time, title, tr, u, ul, video, wbr
  /// Any element that the list does not hold; custom elements are inline unless a style says otherwise.
  case other = "*"
  /// Not an element but a run of characters.
  case text = "#text"

  /// Whether it begins a block by default (HTML standard, section 15.3 "Non-replaced elements").
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .dir,
      .div, .dl, .dt,
      .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .header,
      .hgroup, .hr,
      .html, .legend, .li, .main, .menu, .nav, .ol, .optgroup, .option, .p, .pre, .search, .section, .summary,
      .table,
      .tbody, .td, .tfoot, .th, .thead, .tr, .ul:
      true
    default: false
    }
  }

  /// Whether its content is never shown as text.
  var isInvisible: Bool {
    switch self {
    case .annotation, .applet, .audio, .canvas, .datalist, .embed, .head, .iframe, .noframes, .object, .rp,
      .script, .style,
      .svg, .template, .title, .video:
      true
    default: false
    }
  }

  /// Whether it is part of a form or of the navigation and so of no article.
  var isInterface: Bool {
    switch self {
    case .button, .dialog, .input, .menu, .nav, .noscript, .option, .search, .select, .textarea: true
    default: false
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}

/// The attributes that reading looks at; the tree drops all others.
enum HTMLAttribute: String, Sendable {
  case ariaHidden = "aria-hidden"
  case `class`, content, datetime, hidden, href, id, itemprop, lang, name, property, rel, role, style, type
  case xmlLang = "xml:lang"
}
