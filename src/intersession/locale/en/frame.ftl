# What `intersession frame` prints: findings in a frame file and the answers of its commands.
frame-severity-error = error
frame-severity-warning = warning
frame-where = { $file }, line { $line }: { $severity }: { $text }
frame-where-file = { $file }: { $severity }: { $text }
frame-fine = { $file }: no problems found.
frame-summary =
    { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }.
frame-cannot-open = { $file } can't be opened: { $why }.
frame-has-errors = { $file } has errors, so there is nothing to show. They are listed by "intersession frame check".
frame-bad-instant = "{ $found }" is no moment in time. Write it like 2026-11-22T22:41+01:00.
frame-bad-kind = "{ $found }" is no kind of message. Choose one of: { $allowed }.
frame-no-difference = The two frames say the same.
frame-change = { $clause }: { $text } ({ $direction }, { $consent })
frame-direction-narrowing = narrower
frame-direction-widening = wider
frame-direction-neutral = different
frame-consent-needed = both must sign
frame-consent-not-needed = holds at once
frame-explain-handling-alert = The message is kept at once and announced to { $therapist }.
frame-explain-handling-quiet = The message is kept at once and shown without a sound.
frame-explain-handling-agenda = The note is kept at once and opens with the next session.
frame-explain-alert = Announced: { $at }
frame-explain-seen = Opened by: { $at }
frame-explain-answer = Answered by: { $at }
frame-explain-never = no time known
frame-explain-reason = Because: { $text } ({ $clause }, { $origin })
frame-explain-notice = The writer reads: { $text }
frame-explain-call = Asking for a call: possible at this hour by these rules
frame-explain-no-call = Asking for a call: { $text } ({ $clause }, { $origin })
frame-explain-call-again = Possible again: { $at }

frame-type-string = text in quotes
frame-type-integer = a whole number
frame-type-boolean = true or false
frame-type-date = a date like 2026-12-21
frame-type-table = a table
frame-type-array-of-strings = a list of texts
frame-type-array-of-tables = a list of tables
frame-type-string-or-array = text or a list of texts

frame-problem-too-large = The file is larger than { $allowed } kB. A frame file is a few kB of text.
frame-problem-not-text = This is not a text file in UTF-8.
frame-problem-too-deep = The file nests lists too deeply to be read.
frame-problem-empty = The file is empty. A frame file starts with "frame = 1".
frame-problem-syntax = This line can't be read as TOML: { $found }
frame-problem-not-toml = The file can't be read as TOML: { $found }
frame-problem-duplicate = "{ $key }" stands here a second time. The first is in line { $allowed }.
frame-problem-no-such-date = "{ $key }" is { $found }, a date or time that does not exist.
frame-problem-version = "{ $key }" is { $found }. This version reads frame = { $allowed }.
frame-problem-missing = "{ $key }" is missing. It must be { $allowed }.
frame-problem-wrong-type = "{ $key }" is { $found }. It must be { $allowed }.
frame-problem-bad-text = "{ $key }" is { $found }. It must be text of 1 to { $allowed } letters.
frame-problem-unknown-key = Nobody knows a key "{ $key }". Known here are: { $allowed }.
frame-problem-unknown-key-near = Nobody knows a key "{ $key }". Did you mean "{ $allowed }"?
frame-problem-not-in-list = "{ $key }" is { $found }. Choose from: { $allowed }.
frame-problem-only-with = "{ $key }" is { $found }. It may stand only beside { $allowed }.
frame-problem-out-of-range = "{ $key }" is { $found }. It must be in the range { $allowed }.
frame-problem-unknown-zone = "{ $key }" is { $found }, which is no time zone. Near to it: { $allowed }.
frame-problem-unknown-calendar = "{ $key }" is { $found }, which is no holiday calendar. Near to it: { $allowed }.
frame-problem-unknown-jurisdiction = "{ $key }" is { $found }, which is no country or part of one. Near to it: { $allowed }.
frame-problem-unknown-language = "{ $key }" is { $found }, which is no language code. Write it like { $allowed }.
frame-problem-unknown-currency = "{ $key }" is { $found }, which is no currency. Write it like { $allowed }.
frame-problem-not-an-amount = "{ $key }" is { $found }, which is no amount. Write it like { $allowed }.
frame-problem-not-a-number = "{ $key }" is { $found }, which is no phone number. Write it like { $allowed }.
frame-problem-not-a-promise = "{ $key }" is { $found }. Write it like { $allowed }.
frame-problem-not-a-wait = "{ $key }" is { $found }. A wait is in minutes or hours, like { $allowed }.
frame-problem-zero-wait = "{ $key }" is { $found }. No time at all can't be kept. Write it like { $allowed }.
frame-problem-not-a-period = "{ $key }" is { $found }. Write it like { $allowed }.
frame-problem-not-a-window = "{ $key }" is { $found }, which is no stretch of time. Write it like { $allowed }.
frame-problem-empty-window = "{ $key }" is { $found }, which ends when it starts. Write it like { $allowed }.
frame-problem-over-midnight = "{ $key }" is { $found }, which crosses midnight. Write two: { $allowed }.
frame-problem-overlap = "{ $key }" is { $found }, which overlaps with { $allowed } on the same day.
frame-problem-not-a-time = "{ $key }" is { $found }, which is no time of day. Write it like { $allowed }.
frame-problem-not-alerts = "{ $key }" is { $found }. Write one of: { $allowed }.
frame-problem-alerts-outside = No time in "{ $key }" lies in reading hours, so no message would be announced.
frame-problem-day-without-alert = On some reading days no time in "{ $key }" lies in reading hours. Messages then wait for the next day.
frame-problem-no-hours = "{ $key }" names no hours. Messages would wait with no end.
frame-problem-no-channels = "{ $key }" names no way of contact.
frame-problem-ends-before-start = "{ $key }" is { $found }, before the absence starts on { $allowed }.
frame-problem-sms-encryption = "{ $key }" is { $found }, but text messages can't be encrypted. Write { $allowed } or leave it out.
frame-problem-channel-forbidden = The law ({ $allowed }) forbids the way "{ $found }".
frame-problem-must-encrypt = "{ $key }" allows { $found }, but the law ({ $allowed }) wants encryption in every case.
frame-problem-urgent-without-hours = "{ $key }" is true, but there are no hours in which anybody is on call.
frame-problem-urgent-without-steps = "{ $key }" is true, but no step says who is called.
frame-problem-nobody-to-tell = "{ $key }" names nobody and nothing. Choose from: { $allowed }.
