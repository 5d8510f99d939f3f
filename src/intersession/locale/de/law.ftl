# Fakten über einen Ort, in Worten. Die Seiten /law und /law/<code>, und jedes „Warum steht das hier?“.
law-title = Recht nach Ort
law-lead = Was wir über das Recht an jedem Ort wissen, wo wir es gelesen haben und wann.
law-search = Ort suchen
law-search-go = Suchen
law-found = { $count ->
    [0] Kein Ort heißt hier so. Versuchen Sie eine andere Schreibweise.
    [one] Ein Ort
   *[other] { $count } Orte
}
law-all = Alle Orte zeigen
law-only-help = nur Hilfenummern
law-place-title = { $place }: was wir wissen
law-chain = Diese Regeln kommen von hier, das Nächste zuerst: { $places }.
law-print = Seite drucken
law-spoilt-title = Eine Datei zu diesem Ort hat einen Fehler
law-spoilt-lead = Was darin steht, wird nicht benutzt. Es gilt, was zuletzt ohne Fehler gelesen wurde, oder der Ort ist „hier nicht bekannt“. Berichtigen Sie sie, oder sagen Sie es denen, die dieses Programm betreiben.
law-facts = Was jetzt gilt
law-from-level = Von: { $place }.
law-for = Für: { $professions }
law-since-day = Seit { $day }.
law-own = Eigener Wert Ihrer Praxis, geprüft von { $who }.
law-unsure-title = Nicht sicher: bitte prüfen
law-unsure-lead = Das steht in einer Quelle, auf die wir uns nicht verlassen. Keine Regel nutzt es. Fragen Sie bitte nach, bevor Sie damit rechnen.
law-gaps-title = Hier nicht bekannt
law-gap = { $label }: hier nicht bekannt. Fragen Sie: { $whom }.
law-nobody = die zuständige Stelle dort
law-ahead-title = Was später kommt
law-ahead = Ab { $day }
law-young-title = Wer für einen jungen Menschen unterschreibt
law-young-lead = Nach Alter, so weit wir die Regel dort kennen. Ob dieser junge Mensch versteht, was die Therapie bedeutet, beurteilen Sie.
law-young-profession = Nach der Regel für
law-young-any = jeden anderen Beruf
law-young-go = Zeigen
law-young-age = Alter
law-young-ages = { $first } bis { $last }
law-young-who = Wer einwilligt
law-contacts-title = Hilfenummern dieses Ortes
law-contacts = Notruf: { $number }.
law-contacts-none = Wir kennen keine Hilfenummern für diesen Ort.
law-contacts-link = Alle Hilfenummern
law-nothing = Wir haben noch keine Fakten über diesen Ort.
law-not-advice = Das ist Information, keine Rechtsberatung. Sie kann veraltet sein. Eine Nachricht von Klientinnen und Klienten wird deswegen nie zurückgehalten.
law-note-english = Die Anmerkung ist auf Englisch.
law-see-note = Siehe Anmerkung.
law-source = Wo wir es gelesen haben
law-source-external = öffnet eine andere Seite
law-citation = ({ $citation })
law-read-on = Gelesen { $day }.
law-checked-on = Geprüft { $day }.
law-as-of = Stand { $year }.
law-also = Auch gelesen:
law-confidence-high = Wir sind sicher: Es steht im Gesetz oder auf einer amtlichen Seite.
law-confidence-medium = Wir sind ziemlich sicher: Es steht in einer guten zweiten Quelle.
law-confidence-low = Wir sind nicht sicher: bitte prüfen.
law-why = Warum steht das hier?
law-why-unknown = Wir haben dazu nichts gefunden, worauf wir uns verlassen können. Darum fragen wir.
law-more = Alle Fakten zu diesem Ort
law-todo = Was zu tun ist: { $text }
law-severity-info = Gut zu wissen
law-severity-warning = Bitte ansehen
law-severity-error = Steht im Weg
law-severity-ask = Eine Frage an Sie
law-findings-title = Was das Recht sagt
law-findings-lead = Nach dem, was wir über die Orte wissen, an denen Sie arbeiten. Das ist keine Rechtsberatung.
law-findings-fine = Nichts steht im Weg.
law-findings-more = { $count ->
    [one] Noch etwas, gut zu wissen
   *[other] Noch { $count } Dinge, gut zu wissen
}
law-findings-kept = Wenn eine Therapie heute endete
law-clause-required = Das Recht von { $place } verlangt das.
law-licence-title = Ihre Berufserlaubnis
law-licence-ends = { $place }: Ihre Erlaubnis für { $profession } endet am { $day }. Das ist in { $count ->
    [0] weniger als einem Tag
    [one] einem Tag
   *[other] { $count } Tagen
}.
law-licence-ended = { $place }: Ihre Erlaubnis für { $profession } endete am { $day }.
law-permit-ends = { $place }: { $permit } endet am { $day }. Das ist in { $count ->
    [0] weniger als einem Tag
    [one] einem Tag
   *[other] { $count } Tagen
}.
law-permit-ended = { $place }: { $permit } endete am { $day }.
law-permit-approval = Ihre Zusage
law-permit-registration = Ihr Eintrag
law-permit-notice = Ihre Meldung
law-licence-do = Ist sie verlängert, schreiben Sie den neuen letzten Tag in Ihren Rahmen.
law-licence-link = Zeiten und Rahmen öffnen

law-place-rule-client = Die Behandlung zählt dort, wo die Klientin oder der Klient ist. Es braucht ein Recht, dort zu arbeiten.
law-place-rule-therapist = Die Behandlung zählt dort, wo die Therapeutin oder der Therapeut ist.
law-place-rule-title-protected = Der Titel ist geschützt. Ob Behandlung von auswärts eine Erlaubnis braucht, ist hier nicht geklärt.
law-place-rule-unregulated = Für den Beruf gibt es dort keine Erlaubnis, soweit wir wissen.
law-limit = Höchstens { $limit }.
law-approval-yes = Zuerst ist eine Genehmigung nötig.
law-approval-no = Eine Genehmigung ist nicht nötig.
law-approval-not-stated = Die Quelle sagt nicht, ob eine Genehmigung nötig ist.
law-notice-yes = Zuerst ist eine Meldung nötig.
law-notice-no = Eine Meldung ist nicht nötig.
law-notice-not-stated = Die Quelle sagt nicht, ob eine Meldung nötig ist.
law-registration-yes = Zuerst ist eine Eintragung nötig.
law-registration-no = Eine Eintragung ist nicht nötig.
law-registration-not-stated = Die Quelle sagt nicht, ob eine Eintragung nötig ist.
law-clients-any = Für alle Klientinnen und Klienten.
law-clients-established = Nur für Menschen, die schon in Behandlung sind.
law-clients-not-stated = Die Quelle sagt nicht, für wen.
law-homes = Gedacht für Therapeutinnen und Therapeuten von hier: { $places }.
law-compact-member = Gehört zu: { $compact }.
law-compact-enacted = { $compact } ist beschlossen, aber noch nicht nutzbar.
law-compact-pending = { $compact } wird beraten.
law-compact-not-member = Gehört nicht zu: { $compact }.
law-issuing-yes = Es lässt sich dort jetzt beantragen.
law-issuing-no = Es lässt sich dort noch nicht beantragen.
law-issuing-not-stated = Die Quelle sagt nicht, ob es sich schon beantragen lässt.
law-since = Seit { $day }.
law-compact-terms = Die Anmerkung nennt die Bedingungen: { $compact }.
law-body-regulator = Wacht über den Beruf.
law-body-licence-lookup = Hier lässt sich eine Erlaubnis nachsehen.
law-records-clinical-record = Die Behandlungsakte.
law-records-client-written = Was die Klientin oder der Klient schrieb.
law-records-appointments = Die Liste der Sitzungen.
law-records-recordings = Ton und Bild.
law-records-policy-documents = Regelwerke und Hinweise.
law-start-last-contact = dem letzten Kontakt
law-start-end-of-treatment = dem Ende der Therapie
law-start-last-entry = dem letzten Eintrag
law-start-record-made = dem Tag, an dem die Unterlage entstand
law-start-receipt = dem Eingang
law-start-death = dem Tod der Klientin oder des Klienten
law-start-last-in-force = dem letzten Tag, an dem es galt
law-start-not-stated = einem Tag, den die Quelle nicht nennt
law-kept-least = { $years ->
    [one] Mindestens ein Jahr aufbewahren, ab { $start }.
   *[other] Mindestens { $years } Jahre aufbewahren, ab { $start }.
}
law-kept-most = { $years ->
    [one] Höchstens ein Jahr aufbewahren, ab { $start }.
   *[other] Höchstens { $years } Jahre aufbewahren, ab { $start }.
}
law-kept-birth = Ab der Geburt { $years } Jahre aufbewahren, wenn kein Todestag bekannt ist.
law-minors-until-age = Bei Minderjährigen: mindestens bis zum Alter von { $years } Jahren.
law-minors-years-after-majority = Bei Minderjährigen: { $years } Jahre ab der Volljährigkeit.
law-minors-years-after-age = Bei Minderjährigen: { $years } Jahre ab dem Alter von { $age } Jahren.
law-minors-years-after-last-contact = Bei Minderjährigen: { $years } Jahre ab dem letzten Kontakt.
law-minors-years-after-end = Bei Minderjährigen: { $years } Jahre ab dem Ende der Therapie.
law-basis-law = Das Gesetz sagt es.
law-basis-guideline = Eine Leitlinie sagt es, kein Gesetz.
law-age = Ab { $age } Jahren.
law-minor-age-floor = Ab einem festen Alter willigen junge Menschen allein ein.
law-minor-no-floor = Junge Menschen können in jedem Alter allein einwilligen.
law-minor-no-floor-conditions = Junge Menschen können in jedem Alter allein einwilligen, unter Bedingungen.
law-minor-capacity = Es kommt darauf an, wie gut der junge Mensch versteht, was die Therapie bedeutet.
law-minor-mature-minor = Reife junge Menschen können allein einwilligen.
law-minor-purpose-limited = Junge Menschen können nur aus bestimmten Gründen allein einwilligen.
law-minor-joint-consent = Der junge Mensch und ein Elternteil willigen beide ein.
law-minor-parent-required = Ein Elternteil oder Vormund willigt ein.
law-minor-from = Genanntes Alter: { $age } Jahre.
law-minor-joint-from = Ab { $age } Jahren willigen der junge Mensch und ein Elternteil beide ein.
law-protect-mandatory = In manchen Fällen muss gehandelt werden.
law-protect-permissive = In manchen Fällen darf gesprochen werden.
law-protect-case-law = Gerichte haben gesagt, was zu tun ist.
law-protect-none = Wir haben dazu kein Gesetz gefunden.
law-distance-needed = Es braucht eine Einwilligung.
law-distance-free = Es braucht keine eigene Einwilligung.
law-form-written = Schriftlich.
law-form-verbal = Mündlich, mit Vermerk in der Akte.
law-form-either = Schriftlich, oder mündlich mit Vermerk in der Akte.
law-form-not-stated = Die Quelle nennt keine Form.
law-say-how-long = Es wird gesagt, wie lange eine Einwilligung gilt.
law-say-how-long-no = Es muss nicht gesagt werden, wie lange eine Einwilligung gilt.
law-consent-months = { $n ->
    [one] Eine Einwilligung gilt einen Monat.
   *[other] Eine Einwilligung gilt { $n } Monate.
}
law-messages-allowed = Behandlung über Nachrichten ist möglich.
law-messages-with-consent = Behandlung über Nachrichten ist mit Einwilligung möglich.
law-messages-supplement-only = Nachrichten ergänzen die Sitzungen und ersetzen sie nicht.
law-messages-not-allowed = Therapie über Nachrichten ist dort nicht vorgesehen. Termine und Sicherheit gehen.
law-messages-secured = Nur auf einem Weg, den andere nicht lesen können.
law-email-free = Sie kann genutzt werden.
law-email-after-warning = Sie kann nach einer Warnung genutzt werden, wenn sie dann noch gewünscht ist.
law-email-no = Gesundheitliches gehört nicht in eine offene E-Mail.
law-email-unclear = Die Quellen klären es nicht.
law-in-hours = { $n ->
    [one] Innerhalb einer Stunde.
   *[other] Innerhalb von { $n } Stunden.
}
law-in-days = { $n ->
    [one] Innerhalb eines Tages.
   *[other] Innerhalb von { $n } Tagen.
}
law-in-working-days = { $n ->
    [one] Innerhalb eines Arbeitstages.
   *[other] Innerhalb von { $n } Arbeitstagen.
}
law-in-months = { $n ->
    [one] Innerhalb eines Monats.
   *[other] Innerhalb von { $n } Monaten.
}
law-in-no-number = Die Quelle nennt keine feste Frist.
law-extension-days = Es lässt sich um { $n } Tage verlängern, mit Begründung.
law-extension-months = Es lässt sich um { $n ->
    [one] einen Monat
   *[other] { $n } Monate
} verlängern, mit Begründung.
law-assess-days = Was geschah, ist innerhalb von { $n } Tagen zu klären.
law-report-days = Der letzte Bericht ist innerhalb von { $n } Tagen fällig.
law-report-to = Zu melden an:
law-topic-confidential-communications = Wünsche, wie man erreicht wird.
law-topic-consent-withdrawal = Eine Einwilligung widerrufen.
law-topic-erasure = Daten löschen.
law-topic-hosting = Wo Daten liegen.
law-topic-legal-basis = Auf welcher Grundlage Daten genutzt werden.
law-topic-other-duties = Andere Pflichten.
law-topic-portability = Daten mitnehmen.
law-topic-psychotherapy-notes = Private Therapienotizen.
law-topic-security = Daten schützen.
law-topic-substance-use-records = Unterlagen zu Suchtmitteln.
law-topic-technical-safeguards = Technischer Schutz.
law-topic-transfers = Daten ins Ausland geben.
law-topic-general = Allgemein.
