/// What web pages print around their articles. Everything is compared in lower case with single spaces, typographic
/// apostrophes as `'`.
enum Boilerplate {
  /// What a line of a page's frame opens.
  enum Section {
    /// Links to other articles: up to the next paragraph of running text.
    case links
    /// Readers' comments: to the end.
    case comments
  }

  private static func lines(_ text: String) -> Set<String> {
    Set(text.split(separator: "\n").map(String.init))
  }

  /// Lines that open a section which is not the article's.
  private static let linkSections = lines(
    """
    related stories
    related articles
    related news
    related posts
    related topics
    related content
    related links
    related coverage
    related reading
    related
    see also
    sources
    source
    references
    external links
    further reading
    read next
    up next
    read also
    also read
    recommended
    recommended for you
    recommended stories
    you may also like
    you might also like
    more stories
    more news
    more from
    more on this story
    more on this
    most read
    most popular
    most viewed
    popular
    popular stories
    trending
    trending now
    trending stories
    latest news
    latest stories
    latest
    top stories
    editor's picks
    editors' picks
    don't miss
    in case you missed it
    around the web
    in this article
    table of contents
    contents
    tags
    topics
    categories
    previous article
    next article
    share this article
    sister links
    notes
    footnotes
    """)

  private static let commentSections = lines(
    """
    comments
    leave a reply
    leave a comment
    post a comment
    add a comment
    join the conversation
    join the discussion
    view comments
    show comments
    reader comments
    """)

  private static let wholeLines = lines(
    """
    no stories found
    no comments
    no comments yet
    be the first to comment
    advertisement
    advertisements
    advertising
    ad
    ads
    sponsored
    sponsored content
    promoted
    promoted content
    paid content
    share
    share this
    share this story
    share this page
    share this post
    save
    print
    print this page
    email
    e-mail
    copy link
    link copied
    facebook
    twitter
    x
    whatsapp
    telegram
    linkedin
    reddit
    pinterest
    instagram
    youtube
    subscribe
    subscribe now
    sign up
    sign in
    log in
    login
    register
    logout
    donate
    support us
    search
    menu
    home
    skip to content
    skip to main content
    skip to navigation
    toggle navigation
    back to top
    next
    previous
    load more
    show more
    see more
    view more
    read more
    continue reading
    learn more
    listen to this article
    listen
    watch
    watch live
    live
    video
    photos
    gallery
    breaking news
    updated
    published
    edited
    accept
    accept all
    accept cookies
    reject all
    manage preferences
    cookie settings
    cookie policy
    privacy policy
    terms of use
    terms of service
    terms and conditions
    contact us
    contact
    about us
    about
    about the author
    newsletter
    newsletters
    reply
    like
    follow
    follow us
    translate
    loading
    play video
    end of list
    list of 1 item
    story continues below
    article continues below
    story continues below advertisement
    article continues below advertisement
    """)

  /// What a short line of the frame begins with.
  private static let prefixes = PhraseList([
    "read more", "also read", "read also", "read next", "see also", "read the full", "read full", "more on ",
    "related:", "related story", "watch:", "listen:", "video:", "photo:", "photos:", "image:", "images:",
    "picture:",
    "credit:", "credits:", "caption:", "file photo", "photo by", "photos by", "photograph by", "photograph:",
    "image by", "image source", "image credit", "photo credit", "photo courtesy", "image courtesy",
    "courtesy of",
    "picture by", "illustration by", "illustration:", "graphic:", "map:", "source:", "sources:", "via:",
    "updated on", "updated at", "updated:", "last updated", "last modified", "published on", "published at",
    "published:", "published by", "posted on", "posted by", "posted in", "posted at", "first published",
    "filed under",
    "tags:", "tag:", "topics:", "categories:", "category:", "share on", "share this", "share via",
    "follow us",
    "follow @", "click here", "click to", "tap here", "subscribe to", "sign up for", "sign up to",
    "download our",
    "download the", "join our", "join us on", "get our", "get the latest", "enter your email",
    "your email address",
    "support our", "donate to", "copyright", "©", "(c) ", "all rights reserved", "written by", "reporting by",
    "additional reporting", "editing by", "edited by", "story by", "words by", "translated by", "compiled by",
    "with reporting by", "this article was originally", "this article first appeared",
    "this story was originally",
    "originally published", "republished with", "the views expressed", "opinions expressed",
    "view on twitter", "view this post", "an error occurred", "please enable", "enable javascript",
    "javascript is",
    "page not found", "skip to", "view all", "see all", "show all", "estimated reading time",
    "reading time", "time to read", "have an opinion on", "have you got", "got a tip", "contact the author",
    "follow the author",
    "this page has been", "some rights reserved", "bookmark this", "a version of this article", "log in to",
    "sign in to", "already a subscriber", "not a subscriber", "thank you for reading", "thanks for reading",
    "story highlights",
    "required fields", "save my name",
  ])

  /// What a short line of the frame holds.
  private static let parts = PhraseList([
    " min read", " minute read", " mins read", " minutes read", "our newsletter", "our privacy policy",
    "terms of service", "terms of use", "all rights reserved", "use cookies", "uses cookies",
    "accept cookies",
    "of cookies", "consent to", "sign up for our", "in your inbox", "to your inbox", "unlimited access",
    "getty images", "/getty", "ap photo", "afp via", "/afp", "/reuters", "reuters/", "/ap)", "shutterstock",
    "wikimedia commons", "creative commons", "handout via", "screengrab", "screenshot:", "no stories found",
    "your email address will not be published", "comments are closed", "this article is part of",
    "views expressed in this", "pic.twitter.com", "image:", "photo:", "photo credit", "image credit",
  ])

  /// The section that a line opens; nil where it opens none.
  static func section(_ line: String) -> Section? {
    let core = core(line)
    if commentSections.contains(core) { return .comments }
    if linkSections.contains(core) { return .links }
    // "3 Comments", "Comments (12)", "More from World".
    let words = core.split { !$0.isLetter }
    if words.count == 1, core.contains(where: \.isNumber), words[0] == "comments" || words[0] == "replies" {
      return .comments
    }
    if core.hasPrefix("more from ") || core.hasPrefix("leave a reply ") || core.hasPrefix("responses to ") {
      return core.hasPrefix("more") ? .links : .comments
    }
    return nil
  }

  /// Whether a line of at most forty words belongs to the frame of the page.
  static func isFrame(_ line: String) -> Bool {
    if line.utf8.count < 64, section(line) != nil || wholeLines.contains(core(line)) { return true }
    let bytes = Array(line.utf8)
    return prefixes.begins(bytes) || parts.occurs(in: bytes)
  }

  /// Without the punctuation at its ends.
  private static func core(_ line: String) -> String {
    var core = line[...]
    while let first = core.first, !first.isLetter, !first.isNumber { core.removeFirst() }
    while let last = core.last, !last.isLetter, !last.isNumber, last != ")" { core.removeLast() }
    return String(core)
  }
}
