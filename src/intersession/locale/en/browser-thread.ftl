# The conversation's page, said by the browser. State lines before a message has left the device are here.
compose-you = You
compose-saving = Saving on this device …
compose-no-network = Kept on this device. It will be sent when you are online.
compose-signed-out = You are signed out. What you wrote is kept on this device. Sign in, then it goes out.
compose-sign-in = Sign in
compose-server-fault = Not sent yet. Something went wrong on our side. Your text is kept on this device and goes out by itself.
compose-back = { $why } Your text is here again. Nothing is lost.
compose-missing = { $count ->
    [one] One message that belongs here is missing. It may have been held back. Ask about it in your next session.
   *[other] { $count } messages that belong here are missing. They may have been held back. Ask about them in your next session.
  }
compose-unsaid = Only the server says that this was opened. No device has signed it.
compose-compared = checked together on { $day }
compose-not-compared = not yet compared
compose-role-therapist = therapist
compose-role-client = client
compose-role-deputy = stands in
compose-role-custodian = keeps the records
compose-draft-saved = Draft saved on this device, locked. { $time }
compose-draft-removed = Draft removed.
compose-undo = Undo
compose-second-tab = You are writing here in another tab too. This text is kept as a draft of its own.
compose-kept-for-later = Kept as a draft on this device. Send it in your hours.
compose-choose-kind = Choose a kind first. Then you see what will happen.
compose-empty = Write something first.
compose-words = { $count ->
    [one] 1 word.
   *[other] { $count } words.
  }
compose-words-guide = { $count ->
    [one] 1 word. Guide: about { $guide }.
   *[other] { $count } words. Guide: about { $guide }.
  }
compose-words-over = { $count } words. Guide: about { $guide }. It will all arrive. Some of it may fit better in the session.
compose-week-guide = { $count ->
    [one] 1 message this week. Guide: { $guide }.
   *[other] { $count } messages this week. Guide: { $guide }.
  }
compose-week-over = { $count } messages this week. Guide: { $guide }. You two said you would talk about it.
compose-clock-fast = The clock of this device is { $minutes } minutes fast. The times on this page are the server’s.
compose-clock-slow = The clock of this device is { $minutes } minutes slow. The times on this page are the server’s.
compose-more-time-choose = Tick the message and choose a day first.
