/// Invented news for the tests of near duplicates.
enum Articles {
  static let strike = [
    "Dockers end strike in Port Mallory",
    "By Ines Calder",
    "Dockers in Port Mallory went back to work on Thursday after eleven days, ending a strike that had left forty ships waiting off the coast and emptied the shelves of shops across the province.",
    "Their union accepted an offer of 6.5 percent more pay over two years, a little more than half of what it had asked for. Members voted for it by 1,204 to 881, its secretary, Tomas Brandt, told reporters outside the customs house.",
    "The port's operator, Mallory Terminals, said that the first cranes had started at six in the morning and that it would take three weeks to unload the ships that are still at anchor. Fresh food would come first.",
    "Farmers had dumped milk in front of the governor's office last week to protest against losses that they put at 3 million crowns a day. Governor Helen Aske promised loans to those who could not pay their bills.",
    "It was the longest stoppage at the port since 1987, when a dispute about night shifts lasted for nineteen days and brought down the provincial government of the time.",
    "Talks about pensions, which both sides left out of the agreement, are to begin in September under a mediator whom the labour court will name.",
  ]

  static let rival = [
    "Port Mallory: cranes move again as union settles",
    "Eleven days of silence on the quays of Port Mallory ended before sunrise on Thursday, when crews climbed into their cabins under a deal their leaders had signed only hours earlier.",
    "Under its terms wages will rise by 6.5 percent in two steps. The vote among members was closer than expected, 1,204 in favour and 881 against, and some younger workers left the hall shouting that they had been sold.",
    "“It is what could be had,” said Tomas Brandt, who leads the dockers. Mallory Terminals declined to say what the stoppage had cost, but an analyst at Northbank guessed 20 million crowns.",
    "For dairy farmers the end came late. Many poured away milk for want of transport, and the loans offered by Governor Helen Aske have not been paid out to anyone yet.",
    "Pensions remain the open question. A mediator is supposed to bring the parties together in the autumn.",
  ]

  static func text(_ paragraphs: [String]) -> String { paragraphs.joined(separator: "\n\n") }
}
