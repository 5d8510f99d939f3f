# The conversation: letters, their path, the composer, the rail. State lines are in states.ftl.
thread-title = Messages with { $therapist }
thread-desk-title = Conversation
thread-client = Client { $code }
thread-you = You
thread-today = Today
thread-only-you = Only you and { $therapist } can read this
thread-only-two = Only you and your client can read this
thread-write = Write
thread-pending = On this device, not sent yet
thread-empty = Nothing here yet. You can write at any hour.
thread-desk-empty = Nothing here yet.
thread-older = { $count ->
    [one] Older messages (1)
   *[other] Older messages ({ $count })
  }
thread-from-start = Show everything from the beginning
thread-whole-path = See the whole path
thread-until-opened = You can do this until { $therapist } opens it.
thread-change = Change
thread-take-back = Take back
thread-note-heading = A note for the session
thread-answer-in-time = Due by { $due }. Answered in time.
thread-answer-late = Due by { $due }. Answered late.
thread-due-there = Due by { $due } in { $city }.
thread-due-by = Due by { $due }.
thread-sent-at = Sent { $at }.

thread-kind-question-client = Question – I would like an answer
thread-kind-practical-client = Practical (appointments)
thread-kind-no-answer-client = No answer needed
thread-kind-for-session-client = For our next session
thread-kind-question-therapist = Question – would like an answer
thread-kind-practical-therapist = Practical
thread-kind-no-answer-therapist = No answer needed
thread-kind-for-session-therapist = For our next session

thread-track = Where this message is
thread-step-done = done:
thread-step-now = now:
thread-step-later = to come:
thread-step-sent-client = Sent
thread-step-waiting-client = Waiting quietly
thread-step-waited-client = Waited quietly
thread-step-in-mailbox-client = In { $therapist }’s mailbox
thread-step-session-client = Session starts
thread-step-opened-client = Opened
thread-step-answered-client = Answered
thread-step-sent-therapist = Sent
thread-step-waiting-therapist = Waiting quietly
thread-step-waited-therapist = Waited quietly
thread-step-in-mailbox-therapist = In your mailbox
thread-step-session-therapist = Session starts
thread-step-opened-therapist = Opened
thread-step-answered-therapist = Your answer
thread-step-until = until { $until }
thread-step-due = due by { $due }
thread-step-was-due = was due { $due }
thread-not-yet = not yet
thread-no-time-known = no time is known yet
thread-no-session-known = no session is set yet

thread-now-open = It is { $now }. { $therapist } is reading now.
thread-now-open-until = This reading time lasts until { $until }.
thread-now-closed = It is { $now }. { $therapist } is not reading now.
thread-now-next = { $therapist } reads next on { $next }.
thread-now-no-time = { $therapist } has set no reading time for the coming year.
thread-now-write = You can write at any hour. What you send is kept at once and waits quietly. It wakes no one.
thread-cannot-wait = If this cannot wait:
thread-help-now = help now

thread-no-agreement = You two have not signed an agreement yet. Until then { $therapist } reads at the times below. No day for an answer is promised yet.
thread-see-agreement = See the agreement
thread-joined-title = { $therapist } has not confirmed you yet
thread-joined = Your keys are ready. { $therapist } compares them and then opens this page for you both. After that you can write at any hour.
thread-no-terms-title = { $therapist } has no reading hours yet
thread-no-terms = Writing opens when { $therapist } has set them. Then this page tells you when each message is read.
thread-withdrawn-title = You have stopped contact here
thread-withdrawn = Nothing more can be sent. You can still read everything and take a copy. { $therapist } knows that contact is stopped.
thread-ended-title = Your work with { $therapist } here has ended
thread-ended = Nothing more can be sent. You can still read everything and take a copy.

thread-write-title = Write to { $therapist }
thread-kind-legend = What kind of message is this?
thread-your-message = Your message
thread-guide-help = Guides are a help, not a limit. Everything you send arrives. Notes for the session do not count.
thread-what-happens = What will happen:
thread-choose-kind = Choose a kind to see what will happen.
thread-send = Send
thread-send-for = Send for { $day }
thread-keep = Keep as draft
thread-remove-draft = Remove draft
thread-changing = You are changing a message that you sent. The new text takes its place. The first text is not shown any more.
thread-stop-changing = Leave it as it was
thread-hint-question = Answer due by { $due }.
thread-hint-practical = Changing or asking about a time. Answer due by { $due }.
thread-hint-no-answer = { $therapist } reads it. Nothing is owed.
thread-hint-no-due = No day for an answer is known yet.
thread-hint-unsigned = A day for the answer is promised once you have both signed.
thread-hint-session = Opens when the session starts.
thread-hint-session-none = Opens when the session starts. No session is set yet.
thread-outcome-now = This message is kept at once. It is in { $therapist }’s mailbox right away.
thread-outcome-waits = This message is kept at once. It waits quietly until { $until } and wakes no one. { $therapist } finds it then.
thread-outcome-waits-no-time = This message is kept at once. It waits quietly until { $therapist } has a reading time.
thread-outcome-due = An answer is due by { $due }.
thread-outcome-no-answer = No answer is owed.
thread-outcome-no-due = No day for an answer is known yet.
thread-outcome-unsigned = A day for the answer is promised once you have both signed.
thread-outcome-session = This note is kept now. It opens when your session starts: { $at }. Until then { $therapist } sees that a note is waiting, not what it says.
thread-outcome-session-none = This note is kept now. It opens when your next session starts. No session is set yet. Until then { $therapist } sees that a note is waiting, not what it says.

thread-session-title = For the session
thread-session-lead = Notes here open when your session starts: { $at }.
thread-session-lead-none = Notes here open when your next session starts. No session is set yet.
thread-session-sees = Until then { $therapist } sees that a note is waiting, not what it says.
thread-session-empty = No notes. You can put one down when something comes up.
thread-session-past = Notes from earlier sessions
thread-session-write = Put down a note

thread-count-on = What you can count on
thread-reads-next = { $therapist } reads next
thread-then = then { $then }
thread-answers-to-questions = Answers to questions
thread-reads-on = { $therapist } reads on { $days }
thread-next-session = Next session
thread-notes-waiting = { $count ->
    [0] No notes waiting yet
    [one] 1 note waits
   *[other] { $count } notes wait
  }
thread-call = Asking for a call
thread-call-again = Next: { $again }. Help now shows who answers at once.
thread-call-help = Help now shows who answers at once.
thread-from-agreement = From your agreement, version { $version }
thread-from-rules = From the rules that { $therapist } has set
thread-promise-unsigned = promised once you have both signed
thread-promise-working-days = { $n ->
    [one] by the end of the next reading day
    [2] by the end of the second reading day
   *[other] by the end of reading day { $n } after you write
  }
thread-promise-working-hours = { $n ->
    [one] within 1 reading hour
   *[other] within { $n } reading hours
  }
thread-promise-hours = { $n ->
    [one] within 1 hour
   *[other] within { $n } hours
  }
thread-promise-minutes = { $n ->
    [one] within 1 minute
   *[other] within { $n } minutes
  }
thread-promise-next-session = { $n ->
   *[other] in the next session
  }
thread-who-reads = Who can read this
thread-your-therapist = your therapist
thread-others-client = No one else can read the text. The server can see when you send and how much.
thread-others-deputy-client = No one else can read the text. { $deputy }, who covers for { $therapist }, can see that an answer is late. The server can see when you send and how much.
thread-others-therapist = No one else can read the text. The server can see when each of you sends and how much.
thread-others-deputy-therapist = No one else can read the text. { $deputy } can see only that an answer is late. The server can see when each of you sends and how much.
thread-check-number = Check the safety number

thread-about-client = About this client
thread-agreed = What you agreed
thread-agreed-answers = Answers
thread-agreed-guide = Guide
thread-agreed-guide-words = about { $words } words
thread-agreed-guide-week = { $sent } in the last 7 days, guide { $weekly } a week
thread-agreed-safe-times = Quiet times of your client
thread-safe-now = Notices may reach your client now.
thread-safe-next = The next time for notices is { $next }.
thread-no-agreement-yet = No agreement is signed yet. These are your own rules.
thread-drawer-title = { $count ->
    [one] Waiting quietly until { $until } — 1 message
   *[other] Waiting quietly until { $until } — { $count } messages
  }
thread-open-waiting = { $count ->
    [one] Open it now
   *[other] Open all { $count } now
  }
thread-answer-title = Answer
thread-answers-which = Which messages does this answer?
thread-nothing-owed = No answer is owed. What you write here is a letter of your own.
thread-when = When does it go out?
thread-when-later = Later, in your hours
thread-when-later-hint = It stays on this device as a draft until you send it.
thread-when-now = Now
thread-when-now-hint = It goes out at once and counts as work outside your hours.
thread-own-now = If you send it now, it goes out inside your hours.
thread-own-outside-hours = You are outside your reading hours.
thread-own-outside-hours-until = You are outside your reading hours. They start again on { $at }.
thread-own-client-safe-times = This is a quiet time of your client.
thread-own-client-safe-times-until = This is a quiet time of your client. A good moment for you both: { $at }.
thread-own-channel-not-agreed = Your agreement does not include messages here (clause 3).
thread-own-channel-not-for-content = Your agreement keeps personal words out of messages here (clause 3).
thread-own-suitability-limits = You have limited messages here to practical matters for this client.
thread-send-answer = Send answer
thread-more-time = I need more time
thread-more-time-hint = Your client sees the new day at once.
thread-more-time-until = By when will you answer?
thread-more-time-own = Another day:
thread-more-time-send = Tell the new day
thread-desk-joined = You have not confirmed this client yet. Compare the numbers first; then you can both write.
thread-desk-no-terms = You have set no reading hours yet. Messages open when you have.
thread-desk-withdrawn = Your client has stopped contact here. Nothing more can be sent. You can still read.
thread-desk-ended = This work has ended. Nothing more can be sent. You can still read.
