import RelataGazetteer
import RelataGraph
import RelataLanguage

/// When what the links of a sentence say holds or happened: by the tree where it tells, else as learned.
struct LinkDating {
  private let sentence: Int
  private let coreference: Coreference
  /// The month in which the document appeared.
  private let report: TimeSpan?
  private let times: [LinkFinder.DatingTime]
  private var words: WordLists { coreference.words }
  private var tree: SentenceTree { coreference.trees[sentence] }

  init(_ found: LinkFinder.Sentence, sentence: Int, coreference: Coreference, report: TimeSpan?) {
    self.sentence = sentence
    self.coreference = coreference
    self.report = report
    times = found.times
  }

  /// Whether a relation happens or holds.
  enum Aspect {
    case event, state, unknown
  }

  func time(of link: Link, _ aspect: Aspect) -> TimeSpan? {
    let own = times.filter { $0.sentence == sentence && !isOfAnothersName($0, link) }.map(\.expression)
    let boundary = StateBoundary(coreference: coreference, sentence: sentence)
    func span(_ date: TimeExpression) -> TimeSpan {
      guard aspect == .state else { return date.span }
      return boundary.span(date, of: link.trigger, coreference.mentions[link.subject].entities.first)
    }
    if let adjunct = adjunct(of: coreference.mentions[link.object].head, own) { return span(adjunct) }
    if let trigger = link.trigger,
      let attached = TimeAttachment.time(of: trigger, in: tree, among: own, words)
    {
      return span(attached)
    }
    switch link.time {
    case .expression(let index):
      let said = times[index].expression.span
      guard isOfAnothersName(times[index], link) else {
        return times[index].sentence == sentence ? span(times[index].expression) : said
      }
      // "Announced his choice for the 2020 election", in that year.
      return report?.isCompatible(with: said) == true ? month(of: link, isEvent: aspect == .event) : nil
    case .report: return month(of: link, isEvent: aspect == .event)
    case .unknown: return nil
    }
  }

  /// The report's month, unless it was over by then: "former Representative John Conyers", "had begun
  /// negotiations".
  private func month(of link: Link, isEvent: Bool) -> TimeSpan? {
    // A former president may still criticise somebody.
    let ends = isEvent ? [] : [link.subject, link.object].map { coreference.mentions[$0].head }
    let isFormer = ([link.trigger].compactMap(\.self) + ends).contains { token in
      tree.children[token].contains { words[.formerAdjectives].contains(tree.lemmas[$0]) }
    }
    return isFormer || link.trigger.map(isPluperfect) == true ? nil : report
  }

  /// Whether the nearest verb at or above a token is told as past before the past; not what somebody says,
  /// whose tense follows that of saying: "said Russia had attacked Kharkiv".
  private func isPluperfect(_ token: Int) -> Bool {
    var verb = token
    for _ in 0..<Self.mostSteps where !tree.isVerb(verb) {
      guard let head = tree.heads[verb] else { return false }
      verb = head
    }
    return tree.universalRelation(of: verb) != "ccomp"
      && tree.children[verb].contains {
        tree.universalRelation(of: $0) == "aux" && tree.tokens[$0].form.lowercased() == "had"
      }
  }

  /// How far a verb may lie above the noun that says it: "had begun secret negotiations".
  private static let mostSteps = 3

  /// A time that stands with one of several objects: "told the agency on 18 February and the board on 21
  /// February".
  private func adjunct(of object: Int, _ times: [TimeExpression]) -> TimeExpression? {
    let isOneOfSeveral =
      tree.universalRelation(of: object) == "conj"
      || tree.children[object].contains { tree.universalRelation(of: $0) == "conj" }
    guard isOneOfSeveral else { return nil }
    return times.first {
      tree.heads[$0.head] == object && ["nmod", "obl"].contains(tree.universalRelation(of: $0.head))
        && ["on", "in"].contains(tree.adposition(of: $0.head))
    }
  }

  /// Whether a time is a part of what is called something that the link neither joins nor is told by:
  /// "announced his choice for the 2020 election" does not say when, "met at the 2020 summit" does.
  private func isOfAnothersName(_ time: LinkFinder.DatingTime, _ link: Link) -> Bool {
    time.wholes.contains { whole in
      let mention = coreference.mentions[whole]
      if let trigger = link.trigger, time.sentence == sentence,
        mention.tokens.contains(trigger) || isOccasion(mention.head, of: trigger)
      {
        return false
      }
      return ![link.subject, link.object].contains { end in
        let entity = coreference.mentions[end].entities.first
        return end == whole || entity != nil && entity == mention.entities.first
      }
    }
  }

  /// "Met at the 2020 summit", "held a Monday meeting".
  private func isOccasion(_ noun: Int, of trigger: Int) -> Bool {
    guard tree.heads[noun] == trigger else { return false }
    return tree.universalRelation(of: noun) == "obj"
      || tree.universalRelation(of: noun) == "obl"
        && ["at", "in", "during"].contains(tree.adposition(of: noun))
  }
}
