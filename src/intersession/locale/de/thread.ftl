# Das Gespräch: Briefe, ihr Weg, das Schreibfeld, die Randspalte. Zustandszeilen stehen in states.ftl.
thread-title = Nachrichten mit { $therapist }
thread-desk-title = Gespräch
thread-client = Klient:in { $code }
thread-you = Sie
thread-today = Heute
thread-only-you = Nur Sie und { $therapist } können das lesen
thread-only-two = Nur Sie und Ihr Gegenüber können das lesen
thread-write = Schreiben
thread-pending = Auf diesem Gerät, noch nicht gesendet
thread-empty = Hier steht noch nichts. Sie können zu jeder Zeit schreiben.
thread-desk-empty = Hier steht noch nichts.
thread-older = { $count ->
    [one] Ältere Nachrichten (1)
   *[other] Ältere Nachrichten ({ $count })
  }
thread-from-start = Alles von Anfang an zeigen
thread-whole-path = Ganzen Weg ansehen
thread-until-opened = Das geht, bis { $therapist } die Nachricht öffnet.
thread-change = Ändern
thread-take-back = Zurücknehmen
thread-note-heading = Eine Notiz für die Sitzung
thread-answer-in-time = Fällig bis { $due }. Rechtzeitig beantwortet.
thread-answer-late = Fällig bis { $due }. Verspätet beantwortet.
thread-due-there = Fällig bis { $due } in { $city }.
thread-due-by = Fällig bis { $due }.
thread-sent-at = Gesendet { $at }.

thread-kind-question-client = Frage – ich wünsche mir eine Antwort
thread-kind-practical-client = Organisatorisches (Termine)
thread-kind-no-answer-client = Keine Antwort nötig
thread-kind-for-session-client = Für unsere nächste Sitzung
thread-kind-question-therapist = Frage – wünscht sich eine Antwort
thread-kind-practical-therapist = Organisatorisches
thread-kind-no-answer-therapist = Keine Antwort nötig
thread-kind-for-session-therapist = Für unsere nächste Sitzung

thread-track = Wo diese Nachricht ist
thread-step-done = erledigt:
thread-step-now = jetzt:
thread-step-later = kommt noch:
thread-step-sent-client = Gesendet
thread-step-waiting-client = Wartet still
thread-step-waited-client = Hat still gewartet
thread-step-in-mailbox-client = Im Postfach von { $therapist }
thread-step-session-client = Sitzung beginnt
thread-step-opened-client = Geöffnet
thread-step-answered-client = Beantwortet
thread-step-sent-therapist = Gesendet
thread-step-waiting-therapist = Wartet still
thread-step-waited-therapist = Hat still gewartet
thread-step-in-mailbox-therapist = In Ihrem Postfach
thread-step-session-therapist = Sitzung beginnt
thread-step-opened-therapist = Geöffnet
thread-step-answered-therapist = Ihre Antwort
thread-step-until = bis { $until }
thread-step-due = fällig bis { $due }
thread-step-was-due = war fällig { $due }
thread-not-yet = noch nicht
thread-no-time-known = noch keine Zeit bekannt
thread-no-session-known = noch keine Sitzung eingetragen

thread-now-open = Es ist { $now }. { $therapist } liest gerade.
thread-now-open-until = Diese Lesezeit dauert bis { $until }.
thread-now-closed = Es ist { $now }. { $therapist } liest gerade nicht.
thread-now-next = { $therapist } liest wieder am { $next }.
thread-now-no-time = { $therapist } hat für das kommende Jahr keine Lesezeit eingetragen.
thread-now-write = Sie können zu jeder Zeit schreiben. Was Sie senden, ist sofort gesichert und wartet still. Niemand wird geweckt.
thread-cannot-wait = Wenn es nicht warten kann:
thread-help-now = Hilfe jetzt

thread-no-agreement = Sie haben noch keine Vereinbarung unterschrieben. Bis dahin liest { $therapist } zu den Zeiten unten. Ein Tag für eine Antwort ist noch nicht zugesagt.
thread-see-agreement = Zur Vereinbarung
thread-joined-title = { $therapist } hat Sie noch nicht bestätigt
thread-joined = Ihre Schlüssel sind bereit. { $therapist } vergleicht sie und öffnet dann diese Seite für Sie beide. Danach können Sie zu jeder Zeit schreiben.
thread-no-terms-title = { $therapist } hat noch keine Lesezeiten
thread-no-terms = Schreiben geht, wenn { $therapist } sie eingetragen hat. Dann sagt diese Seite, wann jede Nachricht gelesen wird.
thread-withdrawn-title = Sie haben den Kontakt hier beendet
thread-withdrawn = Es kann nichts mehr gesendet werden. Sie können weiter alles lesen und eine Kopie mitnehmen. { $therapist } weiß, dass der Kontakt beendet ist.
thread-ended-title = Ihre Arbeit mit { $therapist } ist hier beendet
thread-ended = Es kann nichts mehr gesendet werden. Sie können weiter alles lesen und eine Kopie mitnehmen.

thread-write-title = An { $therapist } schreiben
thread-kind-legend = Was für eine Nachricht ist das?
thread-your-message = Ihre Nachricht
thread-guide-help = Richtwerte sind eine Hilfe, keine Grenze. Alles, was Sie senden, kommt an. Notizen für die Sitzung zählen nicht mit.
thread-what-happens = Was dann geschieht:
thread-choose-kind = Wählen Sie eine Art, dann steht hier, was geschieht.
thread-send = Senden
thread-send-for = Für { $day } senden
thread-keep = Als Entwurf behalten
thread-remove-draft = Entwurf entfernen
thread-changing = Sie ändern eine Nachricht, die schon gesendet ist. Der neue Text tritt an ihre Stelle. Der erste Text wird nicht mehr gezeigt.
thread-stop-changing = So lassen, wie es war
thread-hint-question = Antwort fällig bis { $due }.
thread-hint-practical = Termin ändern oder erfragen. Antwort fällig bis { $due }.
thread-hint-no-answer = { $therapist } liest sie. Es ist nichts offen.
thread-hint-no-due = Noch ist kein Tag für eine Antwort bekannt.
thread-hint-unsigned = Ein Tag für die Antwort ist zugesagt, sobald Sie beide unterschrieben haben.
thread-hint-session = Öffnet sich zu Beginn der Sitzung.
thread-hint-session-none = Öffnet sich zu Beginn der Sitzung. Noch ist keine Sitzung eingetragen.
thread-outcome-now = Diese Nachricht ist sofort gesichert. Sie liegt gleich im Postfach von { $therapist }.
thread-outcome-waits = Diese Nachricht ist sofort gesichert. Sie wartet still bis { $until } und weckt niemanden. Dann findet { $therapist } sie.
thread-outcome-waits-no-time = Diese Nachricht ist sofort gesichert. Sie wartet still, bis { $therapist } eine Lesezeit hat.
thread-outcome-due = Eine Antwort ist fällig bis { $due }.
thread-outcome-no-answer = Es ist keine Antwort offen.
thread-outcome-no-due = Noch ist kein Tag für eine Antwort bekannt.
thread-outcome-unsigned = Ein Tag für die Antwort ist zugesagt, sobald Sie beide unterschrieben haben.
thread-outcome-session = Diese Notiz ist sofort gesichert. Sie öffnet sich, wenn Ihre Sitzung beginnt: { $at }. Bis dahin sieht { $therapist }, dass eine Notiz wartet, aber nicht, was darin steht.
thread-outcome-session-none = Diese Notiz ist sofort gesichert. Sie öffnet sich, wenn Ihre nächste Sitzung beginnt. Noch ist keine Sitzung eingetragen. Bis dahin sieht { $therapist }, dass eine Notiz wartet, aber nicht, was darin steht.

thread-session-title = Für die Sitzung
thread-session-lead = Notizen öffnen sich hier, wenn Ihre Sitzung beginnt: { $at }.
thread-session-lead-none = Notizen öffnen sich hier, wenn Ihre nächste Sitzung beginnt. Noch ist keine Sitzung eingetragen.
thread-session-sees = Bis dahin sieht { $therapist }, dass eine Notiz wartet, aber nicht, was darin steht.
thread-session-empty = Keine Notizen. Sie können eine ablegen, wenn Ihnen etwas einfällt.
thread-session-past = Notizen aus früheren Sitzungen
thread-session-write = Eine Notiz ablegen

thread-count-on = Worauf Sie sich verlassen können
thread-reads-next = { $therapist } liest wieder
thread-then = dann { $then }
thread-answers-to-questions = Antworten auf Fragen
thread-reads-on = { $therapist } liest { $days }
thread-next-session = Nächste Sitzung
thread-notes-waiting = { $count ->
    [0] Noch wartet keine Notiz
    [one] 1 Notiz wartet
   *[other] { $count } Notizen warten
  }
thread-call = Um einen Anruf bitten
thread-call-again = Wieder ab { $again }. Hilfe jetzt zeigt, wer sofort da ist.
thread-call-help = Hilfe jetzt zeigt, wer sofort da ist.
thread-from-agreement = Aus Ihrer Vereinbarung, Version { $version }
thread-from-rules = Aus den Regeln, die { $therapist } gesetzt hat
thread-promise-unsigned = zugesagt, sobald Sie beide unterschrieben haben
thread-promise-working-days = { $n ->
    [one] bis zum Ende des nächsten Lesetags
    [2] bis zum Ende des zweiten Lesetags
   *[other] bis zum Ende von Lesetag { $n } nach Ihrer Nachricht
  }
thread-promise-working-hours = { $n ->
    [one] innerhalb von 1 Lesestunde
   *[other] innerhalb von { $n } Lesestunden
  }
thread-promise-hours = { $n ->
    [one] innerhalb von 1 Stunde
   *[other] innerhalb von { $n } Stunden
  }
thread-promise-minutes = { $n ->
    [one] innerhalb von 1 Minute
   *[other] innerhalb von { $n } Minuten
  }
thread-promise-next-session = { $n ->
   *[other] in der nächsten Sitzung
  }
thread-who-reads = Wer das lesen kann
thread-your-therapist = Ihre Psychotherapie
thread-others-client = Sonst kann niemand den Text lesen. Der Server sieht, wann und wie viel Sie senden.
thread-others-deputy-client = Sonst kann niemand den Text lesen. { $deputy } vertritt { $therapist } und kann sehen, dass eine Antwort überfällig ist. Der Server sieht, wann und wie viel Sie senden.
thread-others-therapist = Sonst kann niemand den Text lesen. Der Server sieht, wann und wie viel Sie beide senden.
thread-others-deputy-therapist = Sonst kann niemand den Text lesen. { $deputy } kann nur sehen, dass eine Antwort überfällig ist. Der Server sieht, wann und wie viel Sie beide senden.
thread-check-number = Sicherheitsnummer prüfen

thread-about-client = Über dieses Gespräch
thread-agreed = Was vereinbart ist
thread-agreed-answers = Antworten
thread-agreed-guide = Richtwert
thread-agreed-guide-words = etwa { $words } Wörter
thread-agreed-guide-week = { $sent } in den letzten 7 Tagen, Richtwert { $weekly } pro Woche
thread-agreed-safe-times = Ruhige Zeiten Ihres Gegenübers
thread-safe-now = Hinweise dürfen jetzt ankommen.
thread-safe-next = Die nächste Zeit für Hinweise ist { $next }.
thread-no-agreement-yet = Noch ist keine Vereinbarung unterschrieben. Das sind Ihre eigenen Regeln.
thread-drawer-title = { $count ->
    [one] Wartet still bis { $until } — 1 Nachricht
   *[other] Wartet still bis { $until } — { $count } Nachrichten
  }
thread-open-waiting = { $count ->
    [one] Jetzt öffnen
   *[other] Alle { $count } jetzt öffnen
  }
thread-answer-title = Antworten
thread-answers-which = Welche Nachrichten beantworten Sie damit?
thread-nothing-owed = Es ist keine Antwort offen. Was Sie hier schreiben, ist ein eigener Brief.
thread-when = Wann geht das hinaus?
thread-when-later = Später, in Ihren Zeiten
thread-when-later-hint = Es bleibt als Entwurf auf diesem Gerät, bis Sie es senden.
thread-when-now = Jetzt
thread-when-now-hint = Es geht sofort hinaus und zählt als Arbeit außerhalb Ihrer Zeiten.
thread-own-now = Wenn Sie jetzt senden, liegt das in Ihren Zeiten.
thread-own-outside-hours = Sie sind außerhalb Ihrer Lesezeiten.
thread-own-outside-hours-until = Sie sind außerhalb Ihrer Lesezeiten. Sie beginnen wieder am { $at }.
thread-own-client-safe-times = Das ist eine ruhige Zeit Ihres Gegenübers.
thread-own-client-safe-times-until = Das ist eine ruhige Zeit Ihres Gegenübers. Ein guter Moment für Sie beide: { $at }.
thread-own-channel-not-agreed = Ihre Vereinbarung umfasst hier keine Nachrichten (Klausel 3).
thread-own-channel-not-for-content = Ihre Vereinbarung sieht hier keine persönlichen Worte vor (Klausel 3).
thread-own-suitability-limits = Sie haben Nachrichten hier auf Organisatorisches begrenzt.
thread-send-answer = Antwort senden
thread-more-time = Ich brauche mehr Zeit
thread-more-time-hint = Ihr Gegenüber sieht den neuen Tag sofort.
thread-more-time-until = Bis wann antworten Sie?
thread-more-time-own = Ein anderer Tag:
thread-more-time-send = Neuen Tag mitteilen
thread-desk-joined = Sie haben diese Person noch nicht bestätigt. Vergleichen Sie zuerst die Nummern, dann können Sie beide schreiben.
thread-desk-no-terms = Sie haben noch keine Lesezeiten eingetragen. Nachrichten gehen erst dann.
thread-desk-withdrawn = Der Kontakt hier wurde von Ihrem Gegenüber beendet. Es kann nichts mehr gesendet werden. Lesen geht weiter.
thread-desk-ended = Diese Arbeit ist beendet. Es kann nichts mehr gesendet werden. Lesen geht weiter.
