/// What a mail does with other mails that it contains.
enum MailStance {
  /// Answers: what follows the header of another mail is quoted.
  case reply
  /// Passes on: what follows the header of another mail is the matter.
  case forward
  case neither
}
