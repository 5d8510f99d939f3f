# Facts about a place, in words. The pages /law and /law/<code>, and every "Why does it say this?".
law-title = Law by place
law-lead = What we know about the law of each place, with where we read it and when.
law-search = Find a place
law-search-go = Search
law-found = { $count ->
    [0] No place has that name here. Try another spelling.
    [one] One place
   *[other] { $count } places
}
law-all = Show all places
law-only-help = help numbers only
law-place-title = { $place }: what we know
law-chain = These rules come from, nearest first: { $places }.
law-print = Print this page
law-spoilt-title = A file of this place has a fault
law-spoilt-lead = What stands in it is not used. What was last read without a fault holds, or the place is “not known here”. Mend it, or tell whoever runs this program.
law-facts = What holds now
law-from-level = From: { $place }.
law-for = For: { $professions }
law-since-day = Since { $day }.
law-own = Your practice's own value, reviewed by { $who }.
law-unsure-title = Not sure: please check
law-unsure-lead = We read this in a source we do not rely on. No rule uses it. Please ask before you count on it.
law-gaps-title = Not known here
law-gap = { $label }: not known here. Ask { $whom }.
law-nobody = the authority there
law-ahead-title = What comes later
law-ahead = From { $day }
law-young-title = Who signs for a young person
law-young-lead = By age, as far as we know the rule there. If this young person grasps what therapy means is yours to judge.
law-young-profession = By the rule for
law-young-any = any other profession
law-young-go = Show
law-young-age = Age
law-young-ages = { $first } to { $last }
law-young-who = Who consents
law-contacts-title = Help numbers of this place
law-contacts = Emergency number: { $number }.
law-contacts-none = We know of no help numbers for this place.
law-contacts-link = All help numbers
law-nothing = We have no facts about this place yet.
law-not-advice = This is information, not legal advice. It can be out of date. A message from a client is never held back because of it.
law-note-english = The note is in English.
law-see-note = See the note.
law-source = Where we read it
law-source-external = opens another site
law-citation = ({ $citation })
law-read-on = Read { $day }.
law-checked-on = Checked { $day }.
law-as-of = As it stood in { $year }.
law-also = Also read:
law-confidence-high = We are sure: it is from the law or an official page.
law-confidence-medium = We are fairly sure: it is from a good second source.
law-confidence-low = We are not sure: please check it.
law-why = Why does it say this?
law-why-unknown = We found nothing on this that we can rely on. So we ask.
law-more = All facts of this place
law-todo = What to do: { $text }
law-severity-info = Good to know
law-severity-warning = Look at this
law-severity-error = In the way
law-severity-ask = A question to you
law-findings-title = What the law says
law-findings-lead = From what we know about the places you work in. This is not legal advice.
law-findings-fine = Nothing stands in the way.
law-findings-more = { $count ->
    [one] One more thing, good to know
   *[other] { $count } more things, good to know
}
law-findings-kept = If a therapy ended today
law-clause-required = The law of { $place } asks for this.
law-licence-title = Your licences
law-licence-ends = { $place }: your licence as { $profession } ends on { $day }. That is in { $count ->
    [0] less than a day
    [one] one day
   *[other] { $count } days
}.
law-licence-ended = { $place }: your licence as { $profession } ended on { $day }.
law-permit-ends = { $place }: { $permit } ends on { $day }. That is in { $count ->
    [0] less than a day
    [one] one day
   *[other] { $count } days
}.
law-permit-ended = { $place }: { $permit } ended on { $day }.
law-permit-approval = your approval
law-permit-registration = your registration
law-permit-notice = your notice
law-licence-do = Once it is renewed, write the new last day into your frame.
law-licence-link = Open hours and frame

law-place-rule-client = Care counts as given where the client is. A therapist needs a right to practise there.
law-place-rule-therapist = Care counts as given where the therapist is.
law-place-rule-title-protected = The title is protected. If care from abroad needs a licence is not settled here.
law-place-rule-unregulated = The profession has no licence there, as far as we know.
law-limit = At most { $limit }.
law-approval-yes = Approval is needed first.
law-approval-no = No approval is needed.
law-approval-not-stated = The source does not say if approval is needed.
law-notice-yes = A notice must be sent first.
law-notice-no = No notice is needed.
law-notice-not-stated = The source does not say if a notice is needed.
law-registration-yes = It must be registered first.
law-registration-no = It need not be registered.
law-registration-not-stated = The source does not say if it must be registered.
law-clients-any = For any client.
law-clients-established = Only for clients who are already in care.
law-clients-not-stated = The source does not say for which clients.
law-homes = Meant for therapists from: { $places }.
law-compact-member = A member of { $compact }.
law-compact-enacted = { $compact } is passed, but not in use yet.
law-compact-pending = { $compact } is being debated.
law-compact-not-member = Not a member of { $compact }.
law-issuing-yes = Therapists can get it there now.
law-issuing-no = Therapists can't get it there yet.
law-issuing-not-stated = The source does not say if therapists can get it yet.
law-since = Since { $day }.
law-compact-terms = The note names the terms of { $compact }.
law-body-regulator = Watches over the profession.
law-body-licence-lookup = Here a licence can be looked up.
law-records-clinical-record = The treatment file.
law-records-client-written = What the client wrote.
law-records-appointments = The list of sessions.
law-records-recordings = Sound and video.
law-records-policy-documents = Policies and notices.
law-start-last-contact = the last contact
law-start-end-of-treatment = the end of therapy
law-start-last-entry = the last entry
law-start-record-made = the day the record was made
law-start-receipt = the day it came in
law-start-death = the client's death
law-start-last-in-force = the day it was last in force
law-start-not-stated = a day the source does not name
law-kept-least = { $years ->
    [one] Kept at least one year from { $start }.
   *[other] Kept at least { $years } years from { $start }.
}
law-kept-most = { $years ->
    [one] Kept at most one year from { $start }.
   *[other] Kept at most { $years } years from { $start }.
}
law-kept-birth = Kept { $years } years from birth, if no date of death is known.
law-minors-until-age = If the client was a minor: at least until age { $years }.
law-minors-years-after-majority = If the client was a minor: { $years } years after coming of age.
law-minors-years-after-age = If the client was a minor: { $years } years after age { $age }.
law-minors-years-after-last-contact = If the client was a minor: { $years } years after the last contact.
law-minors-years-after-end = If the client was a minor: { $years } years after the end of therapy.
law-basis-law = Set by law.
law-basis-guideline = From a guideline, not from a law.
law-age = From age { $age }.
law-minor-age-floor = A young person can consent alone from a set age.
law-minor-no-floor = A young person can consent alone at any age.
law-minor-no-floor-conditions = A young person can consent alone at any age, if certain terms are met.
law-minor-capacity = It depends on how well the young person grasps what the therapy means.
law-minor-mature-minor = A mature young person can consent alone.
law-minor-purpose-limited = A young person can consent alone for certain reasons only.
law-minor-joint-consent = The young person and a parent both consent.
law-minor-parent-required = A parent or guardian consents.
law-minor-from = Age named: { $age }.
law-minor-joint-from = From age { $age } the young person and a parent both consent.
law-protect-mandatory = The therapist must act in some cases.
law-protect-permissive = The therapist may speak in some cases.
law-protect-case-law = Courts have said what the therapist must do.
law-protect-none = We found no law on it.
law-distance-needed = It needs the client's consent.
law-distance-free = It needs no consent of its own.
law-form-written = In writing.
law-form-verbal = By word of mouth, noted in the file.
law-form-either = In writing, or by word of mouth and noted in the file.
law-form-not-stated = The source names no form.
law-say-how-long = The client is told how long a consent is relied on.
law-say-how-long-no = Nothing needs to be said about how long a consent is relied on.
law-consent-months = { $n ->
    [one] A consent holds for one month.
   *[other] A consent holds for { $n } months.
}
law-messages-allowed = Care by message may be given.
law-messages-with-consent = Care by message may be given with consent.
law-messages-supplement-only = Messages may add to live sessions, not take their place.
law-messages-not-allowed = Therapy may not be given by message. Dates and safety are fine.
law-messages-secured = Only over a way that is locked to others.
law-email-free = It may be used.
law-email-after-warning = It may be used after a warning, if the client still wants it.
law-email-no = Health matters may not go by plain e-mail.
law-email-unclear = The sources do not settle it.
law-in-hours = { $n ->
    [one] Within one hour.
   *[other] Within { $n } hours.
}
law-in-days = { $n ->
    [one] Within one day.
   *[other] Within { $n } days.
}
law-in-working-days = { $n ->
    [one] Within one working day.
   *[other] Within { $n } working days.
}
law-in-months = { $n ->
    [one] Within one month.
   *[other] Within { $n } months.
}
law-in-no-number = The source names no fixed time.
law-extension-days = It can be put off by { $n } days, if the client is told why.
law-extension-months = It can be put off by { $n ->
    [one] one month
   *[other] { $n } months
}, if the client is told why.
law-assess-days = What happened is to be found out within { $n } days.
law-report-days = The last report is due within { $n } days.
law-report-to = Reported to:
law-topic-confidential-communications = Wishes on how to be reached.
law-topic-consent-withdrawal = Taking a consent back.
law-topic-erasure = Erasing data.
law-topic-hosting = Where data is stored.
law-topic-legal-basis = On what ground data is used.
law-topic-other-duties = Other duties.
law-topic-portability = Taking data along.
law-topic-psychotherapy-notes = Private therapy notes.
law-topic-security = Keeping data safe.
law-topic-substance-use-records = Records on substance use.
law-topic-technical-safeguards = Technical safeguards.
law-topic-transfers = Sending data abroad.
law-topic-general = In general.
