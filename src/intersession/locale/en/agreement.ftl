# Both pages: clauses, answers, points
agreement-title = Our agreement
agreement-clause = { $number }. { $title }
agreement-app-keeps = The app keeps this.
agreement-aid = In English, as a reading aid
agreement-aid-note = You sign the text above. This is a help for reading only.
agreement-signed-en = The text you sign is in English.
agreement-signed-de = The text you sign is in German.
agreement-change-answer = Change my answer
agreement-all-settled-you = Nothing waits for you.
agreement-changed-mark = Changed since this was answered
agreement-script = Answers are sealed on your device before they leave it. This needs JavaScript.
agreement-none-title = No agreement yet
agreement-none-text = { $therapist } has not offered an agreement so far. You can write at any hour. What you two agree will stand here, clause by clause.
agreement-draft-lead = Draft of version { $version }. You and { $therapist } work it out clause by clause. Nothing counts until you both sign.
agreement-draft-until = Until then version { $version } stays in force.
agreement-active-lead = Version { $version } has been in force since { $day }. You both signed it.
agreement-stopped-lead = You stopped version { $version } on { $day }. New messages are closed. You can still read everything.
agreement-ended-lead = Version { $version } ended on { $day }.
agreement-stopped-help = Help now stays where it is. If you want to start again, tell { $therapist }. A new offer will stand here.
agreement-old-title = This agreement is due for a review
agreement-old-text = The review was planned for { $day }. Everything goes on as agreed. Talk about it in your next session.
agreement-open-title = { $count ->
    [one] One point is still open
   *[other] { $count } points are still open
}
agreement-open-text = { $therapist } has not answered your point on clause { $number } so far. Nothing can be signed before that.
agreement-look = Clause by clause
agreement-read-change = Read it, or change my answer
agreement-turn-you = Your turn
agreement-turn-other = Waiting for { $therapist }
agreement-chip-agreed = you agreed
agreement-chip-answered = answered
agreement-chip-carried = as you signed before
agreement-your-answer = Your answer
agreement-stance-agree = I agree
agreement-stance-agree-with-change = I agree, with a change
agreement-stance-question = I have a question
agreement-stance-not-for-me = Not for me
agreement-words = Your wish or worry, in your own words
agreement-words-hint = It is sealed on your device. Only the people on the list “Who can read this” can open it. The answer becomes part of the text.
agreement-save = Save my answer
agreement-save-hint = You can change it until you sign.
agreement-you-question = You, { $day }: a question
agreement-you-agree-with-change = You, { $day }: a change
agreement-you-not-for-me = You, { $day }: not for me
agreement-client-question = Your client, { $day }: a question
agreement-client-agree-with-change = Your client, { $day }: a change
agreement-client-not-for-me = Your client, { $day }: not for me
agreement-therapist-change = { $therapist }, { $day }: yes, the text is changed
agreement-therapist-part = { $therapist }, { $day }: yes, in part
agreement-therapist-keep = { $therapist }, { $day }: the text stays
agreement-therapist-talk-first = { $therapist }, { $day }: let us talk first
agreement-own-change = You, { $day }: yes, the text is changed
agreement-own-part = You, { $day }: yes, in part
agreement-own-keep = You, { $day }: the text stays
agreement-own-talk-first = You, { $day }: let us talk first

# What a client chooses under a clause
agreement-choices = What you choose here
agreement-choices-hint = What you choose changes the text at once. You can take less than is offered, never more.
agreement-channel-email = E-mail
agreement-channel-phone = Phone
agreement-channel-sms = Text message (SMS)
agreement-content-personal = As offered: personal things too
agreement-content-homework = Homework and practical things
agreement-content-logistics = Practical things only
agreement-content-notices = Notices only
agreement-content-never = Never use it
agreement-risk-email = I have read the risk of e-mail that is not encrypted, and I accept it.
agreement-risk-sms = I have read the risk of text messages, and I accept it.
agreement-risk-phone = I have read the risk of phone calls, and I accept it.
agreement-risk-portal = I have read the risk named here, and I accept it.
agreement-reader-deputy = { $person } may learn when an answer is late.
agreement-reader-supervisor = { $person } may hear about our work as the text says.
agreement-reader-custodian = { $person } may take over if the practice can no longer go on.
agreement-reader-interpreter = { $person } may interpret.
agreement-urgent = I want to be able to ask for a call.
agreement-notice-title = What someone else would see on your screen
agreement-notice-something-new = “Notebook: something new.”
agreement-notice-reminder = “Reminder.”
agreement-notice-own-words = My own words
agreement-notice-nothing = Nothing at all
agreement-notice-words = Your words, up to 30 letters

# Where it stands
agreement-rail = Where the agreement stands
agreement-before = Before you both sign
agreement-check-settled = { $done } of { $total } clauses settled
agreement-check-client = { $count ->
    [one] One clause needs your answer
   *[other] { $count } clauses need your answer
}
agreement-check-therapist = { $count ->
    [one] One point waits for { $therapist }
   *[other] { $count } points wait for { $therapist }
}
agreement-check-emergency = Clause 7 names no number to call. { $therapist } has to fill it in first.
agreement-check-none-client = No clause waits for your answer
agreement-check-none-therapist = No point is without an answer
agreement-meter = Clauses settled
agreement-go-sign = Go to signing
agreement-no-hurry = No hurry. Nothing runs out.
agreement-you-signed = You signed on { $day }. It starts when { $therapist } has signed too.
agreement-other-signed = { $therapist } signed on { $day }. It starts when you have signed too.
agreement-always = Always yours
agreement-print = Print or save a copy
agreement-stop = Stop contact here
agreement-stop-hint = Stopping takes one screen and needs no reason. Help numbers stay.
agreement-review = Next review
agreement-review-text = { $day }, or any time you ask.
agreement-review-none = The date is set when you both have signed.
agreement-versions = All versions
agreement-version-active = Version { $version }, in force since { $day }
agreement-version-superseded = Version { $version }, replaced on { $day }
agreement-version-withdrawn = Version { $version }, stopped on { $day }
agreement-version-ended = Version { $version }, ended on { $day }
agreement-version-draft = Version { $version }, being worked out
agreement-narrow-title = Take something back
agreement-narrow-text = This counts at once. The text you both signed stays; the app keeps the narrower rule from now on. To widen it again, you both sign a new version.
agreement-narrow-save = Take it back now
agreement-narrowed = You took something back on { $day }. The app keeps that since then.
agreement-narrowed-therapist = Your client took something back on { $day }. The app keeps that since then.

# Signing
agreement-sign-title = Sign version { $version }
agreement-sign-lead = Read the text once more. It is the same for both of you, letter for letter.
agreement-sign-blocked-title = Not ready to sign
agreement-sign-all-answered = All { $total } clauses have an answer.
agreement-sign-no-open = No point is without an answer.
agreement-sign-emergency = Clause 7 says where to turn in an emergency.
agreement-sign-changes = What changes from version { $version }
agreement-sign-first = This is your first agreement here.
agreement-sign-no-changes = The rules stay the same as in version { $version }.
agreement-sign-text = The text
agreement-sign-tick = I have read version { $version }. I sign it of my own free will.
agreement-sign-button = Sign version { $version }
agreement-sign-not-yet = Not yet
agreement-sign-note = It starts when { $therapist } has signed too. You both get the same copy.
agreement-sign-note-therapist = It starts when your client has signed too. You both get the same copy.
agreement-sign-fingerprint = Fingerprint of the text: { $fingerprint }
agreement-sign-done-title = You signed version { $version }
agreement-sign-done-wait = It starts when { $therapist } has signed too.
agreement-sign-done-wait-therapist = It starts when your client has signed too.
agreement-sign-script = Your signature is made on your device with your own key. This needs JavaScript.

# Stopping
agreement-withdraw-title = Stop contact here
agreement-withdraw-lead = You can stop at any time. Nobody asks why.
agreement-withdraw-stops = What stops at once
agreement-withdraw-stops-writing = New messages here are closed, for you and for { $therapist }.
agreement-withdraw-stops-calls = Asking for a call and notices about messages end.
agreement-withdraw-stops-offer = An offer that you two are working out ends too.
agreement-withdraw-stays = What stays
agreement-withdraw-stays-reading = You can read and save all that is here.
agreement-withdraw-stays-record = The law makes { $therapist } keep the record of your treatment for some years. Messages can be part of it.
agreement-withdraw-stays-help = Help now stays on every page, and your sessions are not touched.
agreement-withdraw-told = { $therapist } is told that you stopped, and nothing else.
agreement-withdraw-confirm = Stop now
agreement-withdraw-back = Go on as before
agreement-withdraw-nothing = There is no agreement to stop.

# Print
agreement-print-title = Agreement about contact between sessions
agreement-print-facts = Version { $version }, edition { $edition }
agreement-print-parties = Between { $therapist } and client { $code }
agreement-print-since = In force since { $day }
agreement-print-draft = Draft. Not signed by both.
agreement-print-fingerprint = Fingerprint of the text (SHA-256)
agreement-print-key-therapist = Key of { $therapist }
agreement-print-key-client = Key of client { $code }
agreement-print-signatures = Signatures
agreement-print-signed = { $who }, signed on { $at }
agreement-print-client = Client { $code }
agreement-print-unsigned = Nobody has signed this text.
agreement-print-review = Review on { $day }
agreement-print-points = What was said about clause { $number }
agreement-print-narrowed = Taken back by the client since
agreement-print-files = Files to check it by hand
agreement-print-document = The text as it was signed
agreement-print-signature-therapist = Signature of { $therapist }
agreement-print-signature-client = Signature of the client
agreement-print-now = Print

# Therapist
agreement-list-title = Agreements
agreement-list-lead = What waits for whom.
agreement-list-empty = No clients so far. Invite one under Clients.
agreement-list-client = Client
agreement-list-state = Where it stands
agreement-list-none = No agreement. You can offer one.
agreement-list-not-joined = The client has not joined so far.
agreement-list-offered = Version { $version }: waits for your client. { $done } of { $total } clauses settled.
agreement-list-answered = { $count ->
    [one] Version { $version }: one point needs your answer.
   *[other] Version { $version }: { $count } points need your answer.
}
agreement-list-ready = Version { $version }: both can sign.
agreement-list-ready-you = Version { $version }: your client signed. It needs your signature.
agreement-list-ready-client = Version { $version }: you signed. It waits for your client.
agreement-list-active = Version { $version } is in force. Review on { $day }.
agreement-list-active-due = Version { $version } is in force. The review was due on { $day }.
agreement-list-withdrawn = Your client stopped on { $day }.
agreement-list-ended = Ended on { $day }.
agreement-list-newer = Your rules have a newer version.
agreement-points-title = Wishes about version { $version }
agreement-points-lead = Every wish gets an answer in your own words. Your words become part of the text.
agreement-points-none = No wish waits for your answer.
agreement-text-now = The text now
agreement-reply-legend = Your answer
agreement-reply-change = Yes, change the text
agreement-reply-part = Yes, in part
agreement-reply-keep = Keep it, and say why
agreement-reply-talk-first = Let us talk first
agreement-reply-talk-first-hint = The point stays open
agreement-reply-words = To your client
agreement-reply-words-hint = Sealed on your device, like a message.
agreement-addition = New words in the clause
agreement-addition-hint = They stand under the clause for this client only. The server can read them, so keep personal things in the answer above. What the app does stays as published. To change that, publish new rules and offer them here.
agreement-reply-send = Send this answer
agreement-blocks = Blocks signing
agreement-replied = Answered
agreement-waits-client = Waiting for your client
agreement-waits-client-text = No answer so far. Nothing for you to do.
agreement-check-client-waits = { $count ->
    [one] One clause waits for your client
   *[other] { $count } clauses wait for your client
}
agreement-check-point-yours = { $count ->
    [one] One point needs your answer
   *[other] { $count } points need your answer
}
agreement-check-emergency-yours = Clause 7 names no number to call. Fill in [emergency] in your rules, publish, and offer again.
agreement-check-emergency-filled = Clause 7 names a number to call
agreement-signed-by-client = Your client signed on { $day }. It needs your signature now.
agreement-signed-by-you = You signed on { $day }. It waits for your client.
agreement-offer-title = Offer an agreement
agreement-offer-text = Your rules, version { $number }, become an offer. Your client answers each clause. Nothing counts until you both sign.
agreement-offer-again-title = Your rules have a newer version
agreement-offer-again-text = This stands on version { $old } of your rules. Version { $number } is published. Your client keeps to what you both signed until you both sign again.
agreement-offer-edition-text = This offer was made from version { $old } of your rules. You can offer version { $number } instead. Answers to clauses that read the same stay.
agreement-client-agreed = agreed
agreement-offer-language = Language of the signed text
agreement-offer-button = Offer this to your client
agreement-offer-preview = Read the offer first
agreement-offer-no-policy = You have not published your hours and rules so far. Do that first.
agreement-offer-to-hours = Go to hours and rules
agreement-offer-not-joined = Your client has no confirmed key so far. Confirm it under Clients first.
agreement-offer-changes = What would change
agreement-language-en = English
agreement-language-de = German
agreement-active-therapist = Version { $version } has been in force since { $day }.

# Refusals
error-no-policy = You have not published your hours and rules so far. Publish them first, then offer.
error-not-joined = Your client has no confirmed key so far. Confirm it under Clients, then offer.
error-nothing-new = This would say what is offered already. Publish new rules first, or choose another language.
error-offer-changed = { $therapist } changed this offer while you were writing. Both texts are below. Yours is not lost.
error-offer-over = This version is over. Load the page to see what holds now. Your text is kept.
error-words-missing = Please write a few words. Then save again.
error-text-not-changed = You chose a change, but clause { $clause } reads the same as before. Put the new words into the clause, or publish new rules and offer them here first.
error-not-a-point = Clause { $clause } has no open point any more. Load the page to see the newest answer. Your text is kept.
error-choice-unknown = Clause { $clause } does not have this choice. Load the page and choose again.
error-not-narrower = Clause { $clause } would allow more than you signed. That needs both signatures: tell your therapist, and a new version can be offered.
error-nothing-to-stop = There is no agreement to stop. Nothing was changed.
error-signature-refused = Not signed. The signature does not fit this text and your key. Load the page and sign again.
error-already-signed = You have signed exactly this text before. It counts once.
error-sign-not-offered = Not signed yet. This version has not been offered.
error-sign-over = Not signed. This version is over. Load the page to see what holds now.
error-sign-clause-unanswered = Not signed yet. Clause { $clause } has no answer so far.
error-sign-point-open = Not signed yet. Clause { $clause }: the point raised there has no answer so far.
error-sign-emergency-empty = Not signed yet. Clause 7 names no number to call in an emergency.
