# The therapist's first page.
inbox-lead-open = { $count ->
    [0] { $now }. This is your reading time. Nothing is due today.
    [one] { $now }. This is your reading time. One answer is due today.
   *[other] { $now }. This is your reading time. { $count } answers are due today.
  }
inbox-lead-next = { $count ->
    [0] { $now }. Your reading time starts at { $next }. Nothing is due today.
    [one] { $now }. Your reading time starts at { $next }. One answer is due today.
   *[other] { $now }. Your reading time starts at { $next }. { $count } answers are due today.
  }
inbox-lead-no-time = { $count ->
    [0] { $now }. You have set no reading time. Nothing is due today.
    [one] { $now }. You have set no reading time. One answer is due today.
   *[other] { $now }. You have set no reading time. { $count } answers are due today.
  }
inbox-lead-late = { $count ->
    [one] One answer is late.
   *[other] { $count } answers are late.
  }
inbox-late = Late
inbox-due-today = Due today
inbox-due-later = Due later
inbox-due-order = in due order
inbox-unsigned = Without an agreement
inbox-unsigned-side = sent before anything was signed
inbox-unsigned-due = no day promised
inbox-for-sessions = For sessions
inbox-open-with-session = open when the session starts
inbox-empty = Nothing is due.
inbox-empty-next = Nothing is due. Your next reading time is at { $next }.
inbox-kind-question = Question
inbox-kind-practical = Practical
inbox-kind-no-answer = No answer needed
inbox-kind-for-session = Note for the session
inbox-what = { $kind } · { $opened }
inbox-opened = opened { $at }
inbox-unopened = not opened yet
inbox-due = by { $due }
inbox-no-due = no day is set
inbox-was-due = was due { $due }
inbox-sent = sent { $at }
inbox-client-told = your client has been told
inbox-you-named = a day you named
inbox-notes = { $count ->
    [one] 1 note waits
   *[other] { $count } notes wait
  }
inbox-no-session = no session is set
inbox-opens-with-session = opens with the session
inbox-open-now = open now
inbox-read = read
inbox-not-read = not read
inbox-as-chosen = nothing owed
inbox-drawer = { $count ->
    [one] Waiting quietly until { $until } — 1 message
   *[other] Waiting quietly until { $until } — { $count } messages
  }
inbox-drawer-no-time = { $count ->
    [one] Waiting quietly — 1 message
   *[other] Waiting quietly — { $count } messages
  }
inbox-drawer-quiet = These came outside your hours. Nothing is asked of you yet.
inbox-drawer-opening = You may open this drawer now. Each message you open shows the time of opening to your client, and counts as work outside your hours in your own view.
inbox-drawer-empty = Nothing is waiting.
inbox-drawer-empty-why = What is written outside your hours waits here and wakes no one.
inbox-show-who = Show who wrote, not the text
inbox-no-answer-owed = No answer owed ({ $count })
inbox-your-day = Your day
inbox-reading = Reading
inbox-no-reading = no reading time today
inbox-sessions = Sessions
inbox-no-sessions = none today
inbox-span = { $start }–{ $end }
inbox-set-hours = Set your hours
inbox-agreement-ready = ready for both of you to sign
inbox-agreement-answered = answers that wait for your words
