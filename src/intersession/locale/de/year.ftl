# Die Jahresprüfung: was vom Rahmen einer Therapeutin in der kommenden Zeit nicht halten kann. Die Therapeutin liest es.
year-urgent-uncovered-away = Von { $from } bis { $until } würde ein Anruf niemanden erreichen: Sie sind nicht da und niemand vertritt Sie.
year-urgent-uncovered-cover-not-called = Von { $from } bis { $until } würde ein Anruf niemanden erreichen: { $cover } vertritt Sie, aber kein Schritt ruft die Vertretung an.
year-urgent-uncovered-only-cover = Von { $from } bis { $until } würde ein Anruf niemanden erreichen: Sie sind da, aber kein Schritt ruft Sie an.
year-urgent-uncovered-nobody = Von { $from } bis { $until } würde ein Anruf niemanden erreichen: Kein Schritt nennt jemanden, der angerufen wird.
year-urgent-uncovered-mixed = Von { $from } bis { $until } würde ein Anruf niemanden erreichen.
year-absence-uncovered-day = Am { $day } sind Sie nicht da und niemand vertritt Sie.
year-absence-uncovered-days = Von { $first } bis { $last } sind Sie nicht da und niemand vertritt Sie.
year-promise-broken-seen = Sie sagen zu, eine Nachricht innerhalb von { $promise } zu sehen. Bei einer Nachricht zwischen { $from } und { $until } wäre das, bevor Sie wieder lesen: { $opens }.
year-promise-broken-seen-never = Sie sagen zu, eine Nachricht innerhalb von { $promise } zu sehen. Für eine Nachricht zwischen { $from } und { $until } reichen die Lesezeiten nicht.
year-promise-broken-answered = Sie sagen zu, innerhalb von { $promise } zu antworten. Bei einer Nachricht zwischen { $from } und { $until } wäre das, bevor Sie wieder lesen: { $opens }.
year-promise-broken-answered-never = Sie sagen zu, innerhalb von { $promise } zu antworten. Für eine Nachricht zwischen { $from } und { $until } reichen die Lesezeiten nicht.
year-promise-broken-practical = Sie sagen zu, praktische Nachrichten innerhalb von { $promise } zu beantworten. Bei einer Nachricht zwischen { $from } und { $until } wäre das, bevor Sie wieder lesen: { $opens }.
year-promise-broken-practical-never = Sie sagen zu, praktische Nachrichten innerhalb von { $promise } zu beantworten. Für eine Nachricht zwischen { $from } und { $until } reichen die Lesezeiten nicht.
year-licence-lapses-licence = Der letzte Tag Ihrer Zulassung für { $place } ist { $until }.
year-licence-lapses-permit = Der letzte Tag Ihrer Erlaubnis für { $place } ist { $until }.
year-licence-lapses-compact = Der letzte Tag Ihres Rechts, unter { $place } zu arbeiten, ist { $until }.
year-review-due-ahead = Am { $day } soll eine Vereinbarung wieder durchgesehen werden.
year-review-due-ahead-of = Am { $day } soll die Vereinbarung mit Klient:in { $who } wieder durchgesehen werden.
year-review-due-past = Am { $day } sollte eine Vereinbarung wieder durchgesehen werden.
year-review-due-past-of = Am { $day } sollte die Vereinbarung mit Klient:in { $who } wieder durchgesehen werden.
year-contact-stale-since = Ab { $stale } gelten die Krisennummern für { $place } als alt: Sie wurden zuletzt im { $checked } geprüft, mehr als 180 Tage davor.
year-contact-stale-never = Niemand hat notiert, wann die Krisennummern für { $place } geprüft wurden.
year-clock-change-forward = Am { $change } springt die Uhr von { $before } auf { $after } vor. Ihre Zeiten für dringende Anrufe { $hours } dauern { $real } statt { $planned } Stunden.
year-clock-change-back = Am { $change } springt die Uhr von { $before } auf { $after } zurück. Ihre Zeiten für dringende Anrufe { $hours } dauern { $real } statt { $planned } Stunden.
year-clock-change-vanish = Am { $change } springt die Uhr von { $before } auf { $after } vor. Ihre Zeiten für dringende Anrufe { $hours } gibt es in dieser Nacht nicht.
year-holiday-unknown-year = Für { $first } sind keine Feiertage für { $place } bekannt. Sie gelten an jedem davon als lesend, solange Sie ihn nicht als Abwesenheit eintragen.
year-holiday-unknown-years = Für { $first } bis { $last } sind keine Feiertage für { $place } bekannt. Sie gelten an jedem davon als lesend, solange Sie ihn nicht als Abwesenheit eintragen.
year-heading = Von { $first } bis { $last }
year-nothing = Von { $first } bis { $last } gibt es nichts anzusehen.
year-line = { $text } ({ $clause })
year-bad-day = „{ $found }“ ist kein Tag. Schreiben Sie ihn wie 2026-11-22, von 2000 bis 2199.
year-bad-stretch = Die Jahresprüfung liest 1 bis { $most } Tage, und der letzte liegt nicht vor dem ersten.
year-page-title = Das kommende Jahr
year-page-count =
    { $count ->
        [one] Das kommende Jahr: { $count } Punkt zum Ansehen
       *[other] Das kommende Jahr: { $count } Punkte zum Ansehen
    }
year-page-none = Das kommende Jahr: nichts anzusehen
year-page-lead = Diese Regeln, durchgespielt von { $first } bis { $last }.
year-page-later = Es erscheint hier, wenn die Datei keine Fehler hat.
year-page-fine = Diese Regeln halten die ganze Zeit über.
year-page-again = Immer wieder
year-page-more =
    { $count ->
        [one] { $count } weiterer solcher Punkt
       *[other] { $count } weitere solche Punkte
    }
