import RelataWords

/// The lists of words by which questions are read. The comments in `questions.tsv` say what each is for.
enum QuestionWordList: String, EmbeddedWordList {
  // The phrase that says what an answer is.
  case askingWords, timeNouns, placeNouns, wordsBeforeAskedTimes, wordsBeforeAskedPlaces,
    wordsAfterTell, anyKinds

  // Words that say nothing of their own, and words that change what is asked.
  case lightVerbs, qualifyingWords, adverbs, pronouns, determiners, conjunctions, particles,
    negations, auxiliaries, futureAuxiliaries, modals, relativePronouns

  // What relations and ends are called by.
  case adpositions, copulas, officeAdpositions, roleAdpositions, nounAdpositions, placeAdpositions, ownForces,
    opponents, officeSpellings,
    connectingWords, connectingAdpositions, tellingVerbs

  // Dates.
  case datePrepositions, months

  static let file = WordFile(.questions)
}
