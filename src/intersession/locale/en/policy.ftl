policy-title = Hours and rules
policy-lead-first = Nothing is published so far. What you set here is what clients read, and what the app does. One set of data.
policy-lead = Version { $number } is published. What you set here is what clients read, and what the app does. One set of data.
policy-file = Your rules as a file
policy-file-hint = A frame file (TOML). Each line is checked. Lines that start with # are notes for you.
policy-upload = Take a file from this device
policy-upload-hint = At most { $most } bytes. It replaces the text above. Nothing is published by that.
policy-download = Fetch this file
policy-download-published = Fetch version { $number }
policy-check = Check
policy-publish = Review and publish
policy-publish-plain = Publish
policy-sure = I have read what changes. I publish these rules.
policy-fine = No problems. This can be published.
policy-problems-title = { $count ->
    [one] One thing to correct
   *[other] { $count } things to correct
}
policy-line = Line { $line }
policy-whole-file = The whole file
policy-warning = Worth a second look
policy-clients-read = What clients will read
policy-text-en = In English
policy-text-de = In German
policy-texts-later = The text appears here when the file has no errors.
policy-try = Try a moment
policy-try-at = A client writes at (your time)
policy-try-kind = Kind of message
policy-kind-question = A question
policy-kind-practical = Something practical
policy-kind-no-answer = No answer needed
policy-kind-for-session = For the session
policy-what-happens = What would happen
policy-step-kept = Kept at once
policy-step-waits = Waits quietly until
policy-step-seen = Opened by
policy-step-answered = Answered by
policy-step-session = Opens with the session
policy-step-session-when = when it starts
policy-step-none = no promise
policy-if-publish = If you publish
policy-if-first = This will be version 1. You offer it to each client yourself.
policy-if-next = This will be version { $number }. No agreement changes by itself. Each client stays on what you both signed until you both sign again.
policy-if-same = Nothing differs from version { $number }.
policy-changes = What changes from version { $number }
policy-needs-consent = needs both signatures
policy-asked = { $count ->
    [0] No agreement in force would need a new signature.
    [one] One agreement in force would need a new signature. You offer it yourself, under Agreements.
   *[other] { $count } agreements in force would need a new signature. You offer it yourself, under Agreements.
}
policy-affected-consent = new signature needed
policy-affected-none = stays as signed
policy-client = Client { $code }
policy-versions = Published versions
policy-version = Version { $number }, { $at }
policy-dialog-title = Publish version { $number }
policy-dialog-text = A published version stays as it is for good. You can publish a newer one at any time.
policy-dialog-confirm = Publish version { $number }
policy-dialog-back = Not yet
policy-starter-head =
    A first set of rules. Change what does not fit, then check and publish.
    Clients read it as clauses; the app keeps to the same data.
policy-starter-place = where you practise (country, or country and region)
policy-starter-licences = your licences with their last day; you are told before one ends
policy-starter-permits = for clients in other places: approval, registration, notice, or a compact
policy-starter-holidays = public holidays: country, region such as "DE-BE", or "none"
policy-starter-alerts = when you are told about messages; or "as-they-come"
policy-starter-hours = when you read and answer; clients can write at any hour
policy-starter-answers = what you promise, counted in working days after the day of sending
policy-starter-channels = notices < logistics < homework < personal
policy-starter-guide = a guide informs; it never holds back what a client writes
policy-starter-urgent = asking for a call; later you can offer it here
error-policy-problems = { $count ->
    [one] Not published. One thing in the file has to be corrected first.
   *[other] Not published. { $count } things in the file have to be corrected first.
}
error-policy-moved = Version { $number } was published in another window. Your text is kept. Load the page to compare, then publish again.
error-policy-unchanged = Nothing to publish. The file is, letter for letter, version { $number }.
error-policy-not-text = This file is not a text file. Please choose a frame file (TOML). Your text is still here.
error-policy-too-large = This file is too long for a frame file. The limit is { $limit } bytes. Nothing was published. Please make it shorter and try again.
error-policy-not-sure = Not published. Please tick that you have read what changes.
