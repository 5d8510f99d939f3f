# The year check: what of a therapist's frame can't hold in the time ahead. Read by the therapist.
year-urgent-uncovered-away = From { $from } to { $until } a call would reach nobody: you are away and nobody stands in.
year-urgent-uncovered-cover-not-called = From { $from } to { $until } a call would reach nobody: { $cover } stands in for you, but no step calls the person who stands in.
year-urgent-uncovered-only-cover = From { $from } to { $until } a call would reach nobody: you are there, but no step calls you.
year-urgent-uncovered-nobody = From { $from } to { $until } a call would reach nobody: no step names anyone to call.
year-urgent-uncovered-mixed = From { $from } to { $until } a call would reach nobody.
year-absence-uncovered-day = On { $day } you are away and nobody stands in.
year-absence-uncovered-days = From { $first } to { $last } you are away and nobody stands in.
year-promise-broken-seen = You say that you see a message within { $promise }. One sent between { $from } and { $until } would be due before you read again on { $opens }.
year-promise-broken-seen-never = You say that you see a message within { $promise }. For one sent between { $from } and { $until } there are not enough reading hours.
year-promise-broken-answered = You say that you answer within { $promise }. A message sent between { $from } and { $until } would be due before you read again on { $opens }.
year-promise-broken-answered-never = You say that you answer within { $promise }. For a message sent between { $from } and { $until } there are not enough reading hours.
year-promise-broken-practical = You say that you answer practical messages within { $promise }. One sent between { $from } and { $until } would be due before you read again on { $opens }.
year-promise-broken-practical-never = You say that you answer practical messages within { $promise }. For one sent between { $from } and { $until } there are not enough reading hours.
year-licence-lapses-licence = The last day of your licence for { $place } is { $until }.
year-licence-lapses-permit = The last day of your permit for { $place } is { $until }.
year-licence-lapses-compact = The last day of your right to work under { $place } is { $until }.
year-review-due-ahead = On { $day } an agreement is due to be looked at again.
year-review-due-ahead-of = On { $day } the agreement with client { $who } is due to be looked at again.
year-review-due-past = An agreement was due to be looked at again on { $day }.
year-review-due-past-of = The agreement with client { $who } was due to be looked at again on { $day }.
year-contact-stale-since = From { $stale } the crisis numbers for { $place } count as old: they were last checked in { $checked }, more than 180 days before.
year-contact-stale-never = Nobody noted when the crisis numbers for { $place } were checked.
year-clock-change-forward = On { $change } the clocks go forward from { $before } to { $after }. Your hours for urgent calls { $hours } last { $real } hours instead of { $planned }.
year-clock-change-back = On { $change } the clocks go back from { $before } to { $after }. Your hours for urgent calls { $hours } last { $real } hours instead of { $planned }.
year-clock-change-vanish = On { $change } the clocks go forward from { $before } to { $after }. Your hours for urgent calls { $hours } do not exist that night.
year-holiday-unknown-year = For { $first } no public holidays are on file for { $place }. You count as reading on every one of them, unless you enter it as an absence.
year-holiday-unknown-years = For { $first } to { $last } no public holidays are on file for { $place }. You count as reading on every one of them, unless you enter it as an absence.
year-heading = From { $first } to { $last }
year-nothing = Nothing to look at from { $first } to { $last }.
year-line = { $text } ({ $clause })
year-bad-day = "{ $found }" is no day. Write it like 2026-11-22, from 2000 to 2199.
year-bad-stretch = The year check reads 1 to { $most } days, and the last one does not come before the first.
year-page-title = The coming year
year-page-count =
    { $count ->
        [one] The coming year: { $count } thing to look at
       *[other] The coming year: { $count } things to look at
    }
year-page-none = The coming year: nothing to look at
year-page-lead = These rules, played through from { $first } to { $last }.
year-page-later = It appears here when the file has no errors.
year-page-fine = These rules hold all through this time.
year-page-again = Again and again
year-page-more =
    { $count ->
        [one] { $count } more like it
       *[other] { $count } more like it
    }
