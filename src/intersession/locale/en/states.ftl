# State lines of a message, worded as in the experience guide, section 3. One line tells one present truth.
state-client-in-mailbox = In { $therapist }'s mailbox since { $since }. Answer due by { $due }.
state-client-in-mailbox-no-answer = In { $therapist }'s mailbox since { $since }. No answer is owed, as you chose.
state-client-in-mailbox-no-due = In { $therapist }'s mailbox since { $since }.
state-client-waiting = Waiting quietly until { $until }. Answer due by { $due }. You can change it or take it back until { $therapist } opens it.
state-client-waiting-no-due = Waiting quietly until { $until }. You can change it or take it back until { $therapist } opens it.
state-client-waiting-no-time = Waiting quietly. { $therapist } has named no reading time. Answer due by { $due }. You can change it or take it back until { $therapist } opens it.
state-client-waiting-no-time-no-due = Waiting quietly. { $therapist } has named no reading time. You can change it or take it back until { $therapist } opens it.
state-client-opened = Opened { $at }. Answer due by { $due }.
state-client-opened-no-due = Opened { $at }.
state-client-opened-no-answer = Opened { $at }. No answer is owed, as you chose.
state-client-opened-outside = Opened { $at }, outside { $therapist }'s hours. Answer due by { $due }.
state-client-opened-outside-no-due = Opened { $at }, outside { $therapist }'s hours.
state-client-opened-outside-no-answer = Opened { $at }, outside { $therapist }'s hours. No answer is owed, as you chose.
state-client-for-session = Opens when your session starts: { $at }.
state-client-for-session-no-date = Opens when your next session starts.
state-session-moved = Your session moved. This note now opens { $at }.
state-client-more-time = { $therapist } needs more time. New day: { $due }.
state-client-answered = Answered { $at }.
state-client-late = The answer is late. It was due { $due }. { $therapist } has been reminded. If it is still open on { $deputy-at }, { $deputy } learns that an answer is late, not what you wrote.
state-client-late-no-deputy = The answer is late. It was due { $due }. { $therapist } has been reminded.
state-client-late-unreminded = The answer is late. It was due { $due }.
state-client-late-deputy-told = The answer is late. It was due { $due }. { $therapist } has been reminded. { $deputy } knows that an answer is late, not what you wrote.
state-client-changed = Changed { $at }. { $therapist } has not seen the first text.
state-client-taken-back = Taken back { $at }. It was not opened.
state-sealed-elsewhere = This message was locked for another of your devices. Open it there, or use your recovery kit.
state-client-away = { $therapist } is away until { $until }.
state-client-away-covered = { $therapist } is away until { $until }. { $cover } stands in.
state-client-away-read = { $therapist } is away until { $until }. { $cover } reads practical messages.
state-client-away-ahead = { $therapist } will be away from { $start } until { $until }.
state-client-away-ahead-covered = { $therapist } will be away from { $start } until { $until }. { $cover } stands in.
state-client-away-ahead-read = { $therapist } will be away from { $start } until { $until }. { $cover } reads practical messages.
state-therapist-in-mailbox = In your mailbox since { $since }.
state-therapist-in-mailbox-practical = Practical · In your mailbox since { $since }.
state-therapist-waiting =
    Waiting quietly until { $until } — { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
state-therapist-waiting-no-time =
    Waiting quietly, no reading time is named — { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
state-therapist-opened = You opened it { $at }. Due { $due }.
state-therapist-opened-practical = Practical · You opened it { $at }. Due { $due }.
state-therapist-opened-no-due = You opened it { $at }.
state-therapist-opened-outside = Opened outside your hours.
state-therapist-opened-outside-due = Opened outside your hours. Due { $due }.
state-therapist-no-answer = Nothing owed.
state-therapist-for-session = A note waits. Opens { $at }.
state-therapist-for-session-no-date = A note waits. Opens when the next session starts.
state-therapist-more-time = You named { $due }.
state-therapist-answered = Answered in time.
state-therapist-answered-late = Answered after the due time.
state-therapist-late = Late since { $due }. { $client } has been told.
state-therapist-away = Away until { $until }.
state-therapist-away-ahead = Away from { $start } until { $until }.
