import RelataNames
import Testing

@Suite struct LabelFoldingTests {
  @Test(arguments: ["ARMED_GROUP", "armed group", "ArmedGroup", "Armed-Group", "armed.group"])
  func one(label: String) { #expect(LabelFolding.fold(label) == "armedgroup") }

  @Test func keepsWhatTellsApart() {
    #expect(LabelFolding.fold("P 131") == "p131")
    #expect(LabelFolding.fold("État") == "état")
    #expect(LabelFolding.fold("—") == "")
  }
}
