import RelataGazetteer
import RelataGraph
import RelataLanguage
import RelataNames
import RelataWords

/// Groups the names of one document: spellings, short forms, acronyms and aliases of one entity.
struct NameClusterer: Sendable {
  let ontology: Ontology
  let gazetteer: Gazetteer
  let apart: [NamesApart]
  private let ruled: Set<String>
  private static let placeAdpositions = PersonWordList.wordsBeforePlaces.words

  init(ontology: Ontology, gazetteer: Gazetteer, apart: [NamesApart] = []) {
    self.ontology = ontology
    self.gazetteer = gazetteer
    self.apart = apart
    ruled = Set(apart.flatMap(\.names).map(NameFolding.fold))
  }

  /// Assigns a chain to every mention of kind name or demonym.
  func cluster(_ mentions: inout [Mention], trees: [SentenceTree]) -> [Chain] {
    harmonizeTypes(&mentions)
    typeSurnames(&mentions, trees: trees)
    let named = mentions.indices.filter { mentions[$0].kind == .name || mentions[$0].kind == .demonym }
    let fullNames = FullNames(mentions, trees, ontology, gazetteer)
    var groups = NameGroups()
    let groupOf = grouped(named, &mentions, fullNames, &groups)
    joinAliases(named, mentions, trees, &groups, groupOf)
    joinOrganizations(named, mentions, &groups, groupOf)
    joinPersons(named, mentions, fullNames, &groups, groupOf)
    return chains(named, &mentions, &groups, groupOf)
  }

  /// The user's rules that keep a name apart from others, with its place in each.
  private func rules(about mention: Mention) -> [(rule: Int, name: Int)] {
    let folded = NameFolding.fold(mention.text)
    guard ruled.contains(folded) else { return [] }
    return apart.enumerated().compactMap { index, rule in
      if let wanted = rule.type, let type = mention.types.first, !ontology.isKind(type, of: wanted),
        !ontology.isKind(wanted, of: type)
      {
        return nil
      }
      return rule.names.firstIndex { NameFolding.fold($0) == folded }.map { (index, $0) }
    }
  }

  /// Names that are the same string are mostly the same kind of thing: the types
  /// vote, weighted by confidence.
  private func harmonizeTypes(_ mentions: inout [Mention]) {
    var votes: [String: [EntityType: Double]] = [:]
    for mention in mentions where mention.kind == .name && !mention.isMetonym {
      guard let type = mention.types.first else { continue }
      votes[NameFolding.fold(mention.text), default: [:]][type, default: 0] += mention.typeConfidence
    }
    for index in mentions.indices where mentions[index].kind == .name && !mentions[index].isMetonym {
      guard let ballot = votes[NameFolding.fold(mentions[index].text)], ballot.count > 1,
        let winner = ballot.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
      else { continue }
      mentions[index].types = [winner.key]
    }
  }

  /// "Paris" of Valeska Paris is no city, unless something is in it: a single word that ends a person's
  /// full name is that person.
  private func typeSurnames(_ mentions: inout [Mention], trees: [SentenceTree]) {
    let surnames = Set(
      mentions.filter { $0.kind == .name && $0.types.first == .person && $0.tokens.count > 1 }
        .compactMap { $0.text.split(separator: " ").last.map(String.init) })
    for index in mentions.indices where mentions[index].kind == .name && mentions[index].tokens.count == 1 {
      guard surnames.contains(mentions[index].text), let type = mentions[index].types.first, type != .country,
        ontology.isKind(type, of: .place) || type == .organization || type == .thing,
        !mentions[index].isMetonym,
        !Self.placeAdpositions.contains(
          trees[mentions[index].sentence].adposition(of: mentions[index].head))
      else { continue }
      mentions[index].types = [.person]
      mentions[index].canonicalName = nil
      mentions[index].identifiers = [:]
    }
  }

  /// Names that are the same word for word are one's, unless their qualifiers conflict: of foreign ministries
  /// a text may speak of several. One without qualifiers is then the last one that it has spoken of.
  private func grouped(
    _ named: [Int], _ mentions: inout [Mention], _ fullNames: FullNames, _ groups: inout NameGroups
  ) -> [Int: Int] {
    var groupOf: [Int: Int] = [:]
    var groupsOfKey: [String: [Int]] = [:]
    var plain: [Int] = []
    // By the name without them, the mentions with qualifiers in the order of the text.
    var qualified: [String: [(index: Int, group: Int)]] = [:]
    for index in named {
      let qualifiers = fullNames.qualifiers(of: mentions[index])
      guard !qualifiers.isEmpty else {
        if let next = fullNames.next(mentions[index]) {
          mentions[index].text = next
          mentions[index].canonicalName = nil
        }
        plain.append(index)
        continue
      }
      if fullNames.isOther(mentions[index], qualifiers) { mentions[index].canonicalName = nil }
      let key = key(of: mentions[index], fullNames)
      let known = groupsOfKey[key]?.first { !groups.qualifiers(of: $0).conflict(with: qualifiers) }
      let group = known ?? groups.add()
      if known == nil { groupsOfKey[key, default: []].append(group) }
      groups.qualify(group, qualifiers)
      qualified[textKey(of: mentions[index], fullNames), default: []].append((index, group))
      groupOf[index] = group
    }
    var sought: [String: Int] = [:]
    for index in plain {
      let textKey = textKey(of: mentions[index], fullNames)
      if let all = qualified[textKey] {
        // Both are in the order of the text.
        var place = sought[textKey] ?? 0
        while place < all.count, all[place].index < index { place += 1 }
        sought[textKey] = place
        groupOf[index] = all[max(0, place - 1)].group
        mentions[index].canonicalName = nil
      } else {
        let key = key(of: mentions[index], fullNames)
        let group = groupsOfKey[key]?.first ?? groups.add()
        groupsOfKey[key] = [group]
        groupOf[index] = group
      }
    }
    for index in named {
      guard let group = groupOf[index] else { continue }
      for (rule, name) in rules(about: mentions[index]) { groups.keep(group, asName: name, ofRule: rule) }
    }
    return groupOf
  }

  private func key(of mention: Mention, _ fullNames: FullNames) -> String {
    if let canonical = mention.canonicalName, !ruled.contains(NameFolding.fold(mention.text)) {
      return "=" + NameFolding.fold(canonical) + "/" + kind(mention)
    }
    return textKey(of: mention, fullNames)
  }

  private func textKey(of mention: Mention, _ fullNames: FullNames) -> String {
    let isRuled = ruled.contains(NameFolding.fold(mention.text))
    var text = NameFolding.fold(isRuled ? mention.text : fullNames.base(of: mention))
    if text.hasPrefix("the ") { text.removeFirst(4) }
    return text + "/" + kind(mention)
  }

  private func kind(_ mention: Mention) -> String {
    guard let type = mention.types.first else { return "?" }
    if ontology.isKind(type, of: .person) { return "p" }
    if ontology.isKind(type, of: .organization) { return "o" }
    if ontology.isKind(type, of: .place) { return ontology.isKind(type, of: .facility) ? "f" : "l" }
    return type.rawValue
  }

  // MARK: Aliases

  private static let aliasPhrases = CoreferenceWordList.aliasPhrases.inOrder.map {
    $0.split(separator: " ").map(String.init)
  }

  private func joinAliases(
    _ named: [Int], _ mentions: [Mention], _ trees: [SentenceTree], _ groups: inout NameGroups,
    _ groupOf: [Int: Int]
  ) {
    let bySentence = Dictionary(
      grouping: named.filter { mentions[$0].kind == .name }, by: { mentions[$0].sentence })
    for (sentence, indices) in bySentence.sorted(by: { $0.key < $1.key }) {
      let tree = trees[sentence]
      let ordered = indices.sorted { mentions[$0].tokens.lowerBound < mentions[$1].tokens.lowerBound }
      func join(_ a: Int, _ b: Int, _ reason: IdentityLink.Reason, _ detail: String = "") {
        if let x = groupOf[a], let y = groupOf[b] {
          groups.union(x, y, link(mentions[b], mentions[a], reason, detail))
        }
      }
      // "Hayat Tahrir al-Sham (HTS)", "Ahmad al-Sharaa (Jolani)"
      for (a, b) in zip(ordered, ordered.dropFirst()) {
        let gap =
          mentions[a].tokens.upperBound..<max(mentions[a].tokens.upperBound, mentions[b].tokens.lowerBound)
        guard gap.count == 1, tree.tokens[gap.lowerBound].form == "(",
          mentions[b].tokens.upperBound < tree.tokens.count,
          tree.tokens[mentions[b].tokens.upperBound].form == ")"
        else { continue }
        if Acronym.isAcronym(mentions[b].text, of: mentions[a].text)
          || Acronym.isAcronym(mentions[a].text, of: mentions[b].text)
          || isKind(mentions[a], mentions[b], .person)
          || isKind(mentions[a], mentions[b], .organization)
            && Acronym.looksLike(mentions[a].text) != Acronym.looksLike(mentions[b].text)
        {
          join(a, b, .brackets)
        }
      }
      let forms = tree.tokens.map { $0.form.lowercased() }
      for start in forms.indices {
        guard
          let phrase = Self.aliasPhrases.first(where: { forms[start...].starts(with: $0) })
        else { continue }
        let end = start + phrase.count
        let candidates = ordered.filter {
          mentions[$0].tokens.lowerBound >= end && mentions[$0].tokens.lowerBound <= end + 8
            && !tree.tokens[end..<max(end, mentions[$0].tokens.lowerBound)].contains {
              $0.partOfSpeech == .verb || $0.form == ","
            }
        }
        guard
          let before = ordered.last(where: {
            mentions[$0].tokens.upperBound <= start && isNamable(mentions[$0])
          }),
          let after = candidates.last(where: { sameBase(mentions[$0], mentions[before]) })
        else { continue }
        // "formerly" alone needs the name at once: "formerly Burma".
        if phrase == ["formerly"], mentions[after].tokens.lowerBound != end { continue }
        join(before, after, .aliasPhrase, phrase.joined(separator: " "))
      }
    }
  }

  private func isNamable(_ mention: Mention) -> Bool {
    guard let type = mention.types.first else { return false }
    return ontology.isKind(type, of: .person) || ontology.isKind(type, of: .organization)
      || ontology.isKind(type, of: .place)
  }

  private func isKind(_ a: Mention, _ b: Mention, _ type: EntityType) -> Bool {
    guard let x = a.types.first, let y = b.types.first else { return false }
    return ontology.isKind(x, of: type) && ontology.isKind(y, of: type)
  }

  private func sameBase(_ a: Mention, _ b: Mention) -> Bool {
    [EntityType.person, .organization, .place].contains { isKind(a, b, $0) }
  }

  // MARK: Organisations

  private func joinOrganizations(
    _ named: [Int], _ mentions: [Mention], _ groups: inout NameGroups, _ groupOf: [Int: Int]
  ) {
    // What is no part of anybody's name may be a firm, though it was taken for a person: "Halvorsen".
    let ofPersons = Set(
      named.filter { mentions[$0].types.first == .person && mentions[$0].text.contains(" ") }
        .flatMap { mentions[$0].text.split(separator: " ").map(String.init) })
    let names = named.filter {
      mentions[$0].kind == .name
        && (mentions[$0].types.first != .person
          || !mentions[$0].text.contains(" ") && !ofPersons.contains(mentions[$0].text))
    }
    var long = LongNames()
    var seen: Set<String> = []
    for index in names where mentions[index].text.contains(where: { $0 == " " || $0 == "-" }) {
      // "The World Cup" is not short for "the next World Cup".
      let first = mentions[index].text.prefix { $0 != " " }
      guard let type = mentions[index].types.first, seen.insert(mentions[index].text).inserted,
        !gazetteer.wordLists[.laterAdjectives].contains(String(first))
      else { continue }
      long.add(mentions[index].text, type: type, index: index)
    }
    for index in names {
      let text = mentions[index].text
      guard let type = mentions[index].types.first,
        mentions[index].canonicalName == nil || Acronym.looksLike(text)
      else { continue }
      let matching = long.candidates(for: text).filter { candidate in
        guard candidate.text != text else { return false }
        if Acronym.looksLike(text) { return !ontology.isKind(candidate.type, of: .person) }
        // "Mahan Air of Iran" is Mahan Air; "Tahrir al-Sham" is Hayat Tahrir al-Sham: at least two words,
        // the end of the longer name.
        if isShort(text, type, of: candidate) { return true }
        return candidate.folded.hasPrefix(NameFolding.fold(text) + " of ") && text.contains(" ")
          && ontology.isKind(candidate.type, of: .organization)
          || candidate.folded.hasSuffix(" " + NameFolding.fold(text))
            && ontology.path(of: candidate.type).dropLast().last == ontology.path(of: type).dropLast().last
      }
      let targets = Set(matching.compactMap { groupOf[$0.index].map { groups.find($0) } })
      if targets.count == 1, let target = targets.first, let own = groupOf[index], let fuller = matching.first
      {
        groups.union(
          target, own,
          link(mentions[index], mentions[fuller.index], Acronym.looksLike(text) ? .acronym : .shortName))
      }
    }
  }

  /// "Hanbit" of "Hanbit Cell Co."
  private func isShort(_ text: String, _ type: EntityType, of candidate: LongNames.Candidate) -> Bool {
    let last = candidate.folded.split(separator: " ").last.map { $0.filter { $0 != "." } } ?? ""
    return !text.contains(" ") && candidate.folded.hasPrefix(NameFolding.fold(text) + " ")
      && (candidate.type == .company || LittleWords.legalForms.contains(last))
      && [.organization, .company, .thing, .person].contains(type)
  }

  // MARK: Persons

  /// Full names first, each with the fuller ones that contain it; then single names, wherever only one person
  /// fits, or with the person the text speaks of most.
  private func joinPersons(
    _ named: [Int], _ mentions: [Mention], _ fullNames: FullNames, _ groups: inout NameGroups,
    _ groupOf: [Int: Int]
  ) {
    let persons = named.filter { mentions[$0].types.first == .person && mentions[$0].kind == .name }
    let names = Dictionary(
      persons.map { (mentions[$0].text, PersonName(mentions[$0].text)) }, uniquingKeysWith: { a, _ in a })
    let full = persons.filter { (names[mentions[$0].text]?.words.count ?? 0) > 1 }
    // Each spelling once, found by the words that it shares with another: a text of 2,000
    // sentences has thousands of names.
    let index = PersonIndex(full, names: names, mentions: mentions)
    let fitting = FullNameIndex(index, names: names, mentions: mentions)
    for a in index.spellings {
      for b in fitting.fitting(a) where b < a {
        guard let g = groupOf[a], let h = groupOf[b], groups.find(g) != groups.find(h),
          // "Wong Kwok" may be Wong Kwok-hing or Wong Kwok-kin: it does not make one of them.
          !isBridge(
            between: a, and: b, fitting, names: names, mentions: mentions, groupOf: groupOf, in: &groups)
        else { continue }
        groups.union(g, h, link(mentions[a], mentions[b], .spelling))
      }
    }
    let singles = persons.filter { (names[mentions[$0].text]?.words.count ?? 0) == 1 }
    let singleIndex = PersonIndex(singles, names: names, mentions: mentions)
    var weight: [Int: Int] = [:]
    for index in full { if let group = groupOf[index] { weight[groups.find(group), default: 0] += 1 } }
    let bySurname = Dictionary(
      grouping: index.spellings, by: { names[mentions[$0].text]?.words.last ?? "" })
    let surnames = SlipIndex(Set(bySurname.keys))
    // "King Salman" is nobody's surname, and "King Charles" the Charles who has that title with his number.
    let rulers = Set(singles.filter { fullNames.isRegnal(mentions[$0]) }.map { mentions[$0].text })
    let titled = Set(full.filter { fullNames.hasRegnalTitle(mentions[$0]) }.map { mentions[$0].text })
    // By spelling: the full names that fit, and whom they mean until groups are joined.
    var fittingFull: [String: [Int]] = [:]
    var known: [String: (unions: Int, targets: ShortNameTargets)] = [:]
    for single in singles {
      let text = mentions[single].text
      guard let name = names[text], let own = groupOf[single] else { continue }
      let others =
        fittingFull[text]
        ?? compatible(name, isRuler: rulers.contains(text), index.candidates(name), names, mentions, titled)
      fittingFull[text] = others
      let targets: ShortNameTargets
      if let entry = known[text], entry.unions == groups.links.count {
        targets = entry.targets
      } else {
        targets = ShortNameTargets(
          others.compactMap { other in
            groupOf[other].map { (other, mentions[other].sentence, groups.find($0)) }
          }, weight: weight)
        known[text] = (groups.links.count, targets)
      }
      guard let best = targets.best(in: mentions[single].sentence) else {
        // A slip of the pen: "Chriac" for the only "Jacques Chirac".
        let meant = surnames.words(meantBy: name.words[0]).flatMap { bySurname[$0] ?? [] }.sorted()
        let slips = Set(meant.compactMap { groupOf[$0].map { groups.find($0) } })
        if slips.count == 1, let target = slips.first {
          groups.union(target, own, link(mentions[single], mentions[meant[0]], .typingError))
          continue
        }
        // Another spelling of a single name: "Jolani", "Julani".
        for other in singleIndex.candidates(name)
        where other < single && mentions[other].text != mentions[single].text {
          guard let word = names[mentions[other].text]?.words, word.count == 1,
            names[mentions[other].text]?.leading == name.leading,
            PersonName.isSameWord(word[0], name.words[0]), let group = groupOf[other]
          else { continue }
          groups.union(group, own, link(mentions[single], mentions[other], .spelling))
        }
        continue
      }
      if groups.find(own) != best.root, !targets.contains(groups.find(own)) {
        groups.union(best.root, own, link(mentions[single], mentions[best.fuller], .shortName))
      }
    }
  }

  /// Those of the full names that a single name fits.
  private func compatible(
    _ name: PersonName, isRuler: Bool, _ candidates: [Int], _ names: [String: PersonName],
    _ mentions: [Mention], _ titled: Set<String>
  ) -> [Int] {
    let fitting = candidates.filter { other in
      guard let full = names[mentions[other].text], full.isCompatible(with: name) else { return false }
      return !isRuler || full.words.first == name.words.first
    }
    let ruling = isRuler ? fitting.filter { titled.contains(mentions[$0].text) } : []
    return ruling.isEmpty ? fitting : ruling
  }

  /// Whether one of two names that fit each other fits somebody in its own group whom the other does not fit.
  private func isBridge(
    between a: Int, and b: Int, _ fullNames: FullNameIndex, names: [String: PersonName], mentions: [Mention],
    groupOf: [Int: Int], in groups: inout NameGroups
  ) -> Bool {
    for (one, other) in [(a, b), (b, a)] {
      guard let far = names[mentions[other].text], let group = groupOf[one] else { continue }
      let root = groups.find(group)
      for third in fullNames.fitting(one) {
        guard let name = names[mentions[third].text], let own = groupOf[third], groups.find(own) == root,
          !far.isCompatible(with: name)
        else { continue }
        return true
      }
    }
    return false
  }

  private func link(
    _ name: Mention, _ other: Mention, _ reason: IdentityLink.Reason, _ detail: String = ""
  ) -> IdentityLink {
    IdentityLink(name: name.text, other: other.text, reason: reason, detail: detail)
  }

  // MARK: Chains

  private func chains(
    _ named: [Int], _ mentions: inout [Mention], _ groups: inout NameGroups, _ groupOf: [Int: Int]
  ) -> [Chain] {
    var chainOf: [Int: Int] = [:]
    var chains: [Chain] = []
    var votes: [[EntityType: Double]] = []
    for index in named {
      guard let group = groupOf[index] else { continue }
      let root = groups.find(group)
      let mention = mentions[index]
      let type = mention.types.first ?? .thing
      let chain: Int
      if let known = chainOf[root] {
        chain = known
      } else {
        chain = chains.count
        chainOf[root] = chain
        chains.append(Chain(type: type, typeConfidence: mention.typeConfidence))
        votes.append([:])
      }
      votes[chain][type, default: 0] += mention.typeConfidence
      chains[chain].mentionCount += 1
      if !mention.isMetonym { chains[chain].names[mention.text, default: 0] += 1 }
      if let canonical = mention.canonicalName, !ruled.contains(NameFolding.fold(mention.text)) {
        chains[chain].canonicalName = canonical
        chains[chain].identifiers.merge(mention.identifiers) { a, _ in a }
      } else if chains[chain].identifiers.isEmpty {
        chains[chain].identifiers = mention.identifiers
      }
      mentions[index].entities = [chain]
    }
    // Names that had one key from the start: they are the same but for marks, or the
    // gazetteer knows them as one.
    var firstOfGroup: [Int: String] = [:]
    for index in named where !mentions[index].isMetonym {
      guard let group = groupOf[index], let chain = chainOf[groups.find(group)] else { continue }
      let text = mentions[index].text
      if let canonical = mentions[index].canonicalName, !ruled.contains(NameFolding.fold(text)) {
        if canonical != text {
          chains[chain].links.insert(IdentityLink(name: text, other: canonical, reason: .gazetteer))
        }
      } else if let first = firstOfGroup[group], first != text {
        chains[chain].links.insert(IdentityLink(name: text, other: first, reason: .sameName))
      } else {
        firstOfGroup[group] = text
      }
    }
    for (group, link) in groups.links where link.name != link.other {
      if let chain = chainOf[groups.find(group)] { chains[chain].links.insert(link) }
    }
    for chain in chains.indices {
      // In the order of votes, which is the same in every process; sums of them, too.
      let ranked = votes[chain].sorted { a, b in (b.value, a.key) < (a.value, b.key) }
      guard var best = ranked.first else { continue }
      // A more specific type beats its own ancestor: "ArmedGroup" over "Organization".
      while let kind = ranked.first(where: { $0.key != best.key && ontology.isKind($0.key, of: best.key) }) {
        best = kind
      }
      let total = ranked.reduce(0) { $0 + $1.value }
      chains[chain].type = best.key
      chains[chain].typeConfidence =
        total > 0 ? min(0.99, best.value / total * max(chains[chain].typeConfidence, 0.5)) : 0.5
    }
    return chains
  }
}
