/// The lists of English words that rules look in. The comments in `words.tsv` say what each is for.
package enum WordList: Int, CaseIterable, Sendable {
  // How far a text commits itself to what it says.
  case negations, negativePronouns, failingVerbs, failureNouns, yetVerbs, implicativeVerbs, planningWords,
    wishingWords,
    clausalWishes, modals, futureAuxiliaries, backshiftedFutures, planTellingVerbs, unplannedAdverbs,
    conditions, possibilityAdverbs,
    factualSubordinators,
    claimNouns, lightVerbs, reportingVerbs, allegingVerbs, denyingVerbs

  // Who fills the slots of a predicate.
  case adpositions, attackNouns, objectControlVerbs, agentiveVerbs, framingAdpositions, undergoerNouns,
    exampleAdpositions

  // Offices and who holds them.
  case becomingVerbs, bodyAdpositions, wordsBeforeTitles, titleComplements, formerAdjectives,
    deputyWords

  // What kind of thing a name names.
  case eventBeginnings, placeBeginnings, facilityBeginnings, outletBeginnings, headAdpositions,
    combatants, forces, armedBodies, bodies, armedAdjectives, agreementNouns, officeNouns, placeAdpositions,
    commonFacilities, stateNouns, baseServices, disasterNouns, nameJoints

  // Capitals and seats that stand for a government.
  case cityPossessions, cityVerbs, agentAdpositions, addresseeVerbs, seatAdpositions

  // Pronouns.
  case masculinePronouns, femininePronouns, neuterPronouns, pluralPronouns, personalRelatives, relatives,
    speakerPronouns, speakersPronouns, addresseePronouns, pointingWords, deicticAdjectives,
    laterAdjectives, presentAdjectives, earlierAdjectives

  // Times.
  case months, weekdays, numbers, datingNouns, wordsBeforeYears, wordsBeforeYearsOrCounts, schedulingWords
  case daysAndTheirParts, nextWords, previousWords, spanningAdpositions, comparingWords, spanWords, spanDashes
  case reschedulingVerbs, weekendLimits, beginningVerbs, endingVerbs

  // Places.
  case settingAdpositions, occasionAdpositions, goalAdpositions, occurrenceVerbs, placeNouns

  // Open extraction.
  case clauseTimes, quotingVerbs, connectives, predicateNegations

  /// As `words.tsv` calls it.
  var name: String { "\(self)" }
}
