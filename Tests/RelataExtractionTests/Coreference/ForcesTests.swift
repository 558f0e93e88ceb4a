import RelataExtraction
import Testing

/// Whom those act for who are sent.
@Suite("What forces do, who sends them does") struct ForcesTests {
  @Test(
    "fighters of a group, troops of a state",
    arguments: [
      Passage("HTS fighters captured Hama.", "Hayat Tahrir al-Sham –captured→ Hama"),
      Passage("Moscow’s troops attacked Kharkiv.", "Russia –attacked→ Kharkiv"),
      Passage(
        "Al-Shabaab is an armed group in Somalia. Its fighters attacked Baidoa.",
        "al-Shabaab –attacked→ Baidoa", "al-Shabaab –based_in→ Somalia"),
    ])
  func forces(_ passage: Passage) throws { try passage.check() }

  @Test("those of another are another's")
  func others() throws {
    let states = try Extraction.of("Ukraine’s troops attacked Kursk. Russia’s troops attacked Kharkiv.")
      .notation()
    #expect(states.isSuperset(of: ["Ukraine –attacked→ Kursk", "Russia –attacked→ Kharkiv"]), "\(states)")
    let groups = try Extraction.of("Hezbollah’s fighters attacked Haifa. Hamas’s fighters attacked Sderot.")
      .notation()
    #expect(groups.isSuperset(of: ["Hezbollah –attacked→ Haifa", "Hamas –attacked→ Sderot"]), "\(groups)")
  }

  @Test("not those that have a name")
  func named() throws {
    let named = try Extraction.of("The Iraqi Security Forces entered Mosul. Iraq’s forces fought ISIL there.")
    #expect(try named.notation().contains("Iraqi Security Forces –fought_against→ Islamic State"))
  }

  @Test("not those whom a state did not send, nor what is done to them")
  func unsent() throws {
    let rebels = try Extraction.of("Syria’s rebels captured Damascus.").notation()
    #expect(!rebels.contains("Syria –captured→ Damascus"), "\(rebels)")
    let visit = try Extraction.of("Putin visited Russia’s troops in Mariupol.").notation()
    #expect(!visit.contains("Vladimir Putin –visited→ Russia"), "\(visit)")
    let killing = try Extraction.of(
      "Hamas attacked Israel. Its soldiers killed Hamas leader Yahya Sinwar in Rafah."
    ).notation()
    #expect(!killing.contains("Hamas –killed→ Yahya Sinwar"), "\(killing)")
  }

  @Test("“his forces” are those of the group that he leads, where the text names both, and of no other")
  func his() throws {
    let leader = try Extraction.of(
      "HTS leader Ahmed al-Sharaa said that his forces took control of Aleppo. HTS forces met little resistance."
    )
    #expect(try leader.notation().contains("Hayat Tahrir al-Sham –captured→ Aleppo [reported]"))
    #expect(!leader.entities.contains { $0.name.hasSuffix("forces") })
    let enemy = try Extraction.of(
      "Assad said that his forces retreated from Aleppo. HTS forces captured the city."
    ).notation()
    #expect(enemy.contains("Hayat Tahrir al-Sham –captured→ Aleppo"), "\(enemy)")
    #expect(!enemy.contains { $0.hasPrefix("Hayat Tahrir al-Sham –withdrew_from→") }, "\(enemy)")
  }
}
