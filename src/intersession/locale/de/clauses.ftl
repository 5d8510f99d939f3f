# Der Text, den beide unterschreiben. Jeder Punkt: Titel, ein Satz, Zeilen mit den Werten der Vereinbarung, was die
# Therapeutin oder der Therapeut einträgt, was die Klientin oder der Klient entscheidet, und was die App einhält.
clauses-heading = Vereinbarung mit { $therapist } über den Kontakt zwischen den Sitzungen
clauses-kept = Das hält die App ein: { $kept }
clauses-rely = Hier verlassen wir uns aufeinander.
clauses-own-words = In eigenen Worten der Praxis: { $words }
clauses-no-hours = keine Zeit

clauses-day-mon = Montag
clauses-day-tue = Dienstag
clauses-day-wed = Mittwoch
clauses-day-thu = Donnerstag
clauses-day-fri = Freitag
clauses-day-sat = Samstag
clauses-day-sun = Sonntag

clauses-promise-minutes =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
clauses-promise-hours =
    { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }
clauses-promise-working-hours =
    { $count ->
        [one] { $count } Lesestunde
       *[other] { $count } Lesestunden
    }
clauses-promise-working-days =
    { $count ->
        [one] { $count } Lesetag
       *[other] { $count } Lesetagen
    }
clauses-promise-next-session = der nächsten Sitzung
clauses-period-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tagen
    }
clauses-period-weeks =
    { $count ->
        [one] { $count } Woche
       *[other] { $count } Wochen
    }
clauses-period-months =
    { $count ->
        [one] { $count } Monat
       *[other] { $count } Monaten
    }
clauses-period-years =
    { $count ->
        [one] { $count } Jahr
       *[other] { $count } Jahren
    }

clauses-channel-portal = App
clauses-channel-email = E-Mail
clauses-channel-phone = Telefon
clauses-channel-sms = SMS
clauses-content-notices = ein kurzer Hinweis, mehr nicht
clauses-content-logistics = Termine und Rechnungen
clauses-content-homework = Termine, Rechnungen und Übungen
clauses-content-personal = alles, auch was persönlich ist

clauses-a1-title = Wofür der Kontakt da ist
clauses-a1-sentence = Der Kontakt zwischen den Sitzungen hilft der Arbeit mit { $therapist }.
clauses-a1-topics = Sie können schreiben über: { $topics }.
clauses-a1-none = Sie müssen gar nicht schreiben. Das ist auch gut.
clauses-a1-fills = Wofür der Kontakt da ist.
clauses-a1-decides = Was Sie sich wünschen. „Gar nicht“ ist auch gut.
clauses-topic-questions = Fragen zur Arbeit
clauses-topic-homework = Übungen für die Woche
clauses-topic-diary = Notizen aus dem Alltag
clauses-topic-appointments = Termine
clauses-topic-skills = was Sie neu üben
clauses-topic-good-news = was gut ging

clauses-a2-title = Was der Kontakt nicht ist
clauses-a2-sentence = Eine Nachricht ist keine Sitzung und kein Weg zu Hilfe im Notfall.
clauses-a2-keep = Für die Sitzung bleibt: { $topics }.
clauses-a2-session = Sie können eine Notiz für die Sitzung schreiben. Sie öffnet sich, wenn die Sitzung beginnt.
clauses-a2-fills = Was für die Sitzung bleiben soll.
clauses-a2-decides = Was Sie für die Sitzung behalten.
clauses-a2-kept = Eine Notiz für die Sitzung bleibt zu, bis die Sitzung beginnt.
clauses-keep-decisions = große Fragen
clauses-keep-new-topics = was neu und schwer ist
clauses-keep-conflict = ein Streit mit uns
clauses-keep-trauma = schwere Erinnerungen

clauses-a3-title = Wege zueinander
clauses-a3-sentence = Sie beide nutzen die Wege, die hier stehen, und jeden nur für das, was hier steht.
clauses-a3-channel = Per { $channel }: { $content }.
clauses-a3-minutes = Per { $channel }: Ein Anruf dauert bis zu { $count } Minuten.
clauses-a3-hours = Per { $channel } am { $day }: { $hours }.
clauses-a3-only = { $therapist } nutzt keinen anderen Weg.
clauses-a3-none = Noch ist kein Weg genannt.
clauses-a3-fills = Welche Wege es gibt, und wofür.
clauses-a3-decides = Welche Wege Sie nutzen, und welche nie.
clauses-a3-kept = Auf einem Weg, der hier fehlt, kann die Praxis Ihnen nichts senden. Was Sie senden, kommt immer an.

clauses-a4-title = Lesezeiten
clauses-a4-sentence = { $therapist } liest zu den Zeiten, die hier stehen. Sie können zu jeder Zeit schreiben.
clauses-a4-day = { $day }: { $hours }.
clauses-a4-extra = Auch am { $on }: { $hours }.
clauses-a4-zone = Die Zeiten gelten in der Zone { $zone }. Ihre Nachrichten zeigen auch Ihre eigene Zeit.
clauses-a4-holidays = Nicht an Feiertagen ({ $place }).
clauses-a4-holidays-too = Auch an Feiertagen.
clauses-a4-slots = { $therapist } erfährt von neuer Post um { $times }, an Tagen mit Lesezeit.
clauses-a4-as-they-come = { $therapist } erfährt von neuer Post, wie sie kommt, in der Lesezeit.
clauses-a4-write = Was Sie sonst schreiben, ist sofort gesichert. Es wartet still und weckt niemand.
clauses-a4-fills = Die Zeiten, die Zone und die Feiertage.
clauses-a4-decides = Zu welcher Zeit ein Hinweis bei Ihnen ankommen darf.
clauses-a4-kept = Die App meldet neue Post nur in dieser Zeit. Sie sehen, wann das sein wird.

clauses-a5-title = Wann eine Antwort kommt
clauses-a5-sentence = Sie wissen, bis wann { $therapist } eine Nachricht öffnet und bis wann die Antwort kommt.
clauses-a5-seen-minutes =
    { $count ->
        [one] { $therapist } öffnet eine Nachricht in { $count } Minute.
       *[other] { $therapist } öffnet eine Nachricht in { $count } Minuten.
    }
clauses-a5-seen-hours =
    { $count ->
        [one] { $therapist } öffnet eine Nachricht in { $count } Stunde.
       *[other] { $therapist } öffnet eine Nachricht in { $count } Stunden.
    }
clauses-a5-seen-working-hours =
    { $count ->
        [one] { $therapist } öffnet eine Nachricht in { $count } Lesestunde.
       *[other] { $therapist } öffnet eine Nachricht in { $count } Lesestunden.
    }
clauses-a5-seen-working-days =
    { $count ->
        [one] { $therapist } öffnet eine Nachricht in { $count } Lesetag.
       *[other] { $therapist } öffnet eine Nachricht in { $count } Lesetagen.
    }
clauses-a5-seen-next-session = { $therapist } öffnet eine Nachricht bis zur nächsten Sitzung.
clauses-a5-answered-minutes =
    { $count ->
        [one] Auf eine Frage kommt die Antwort in { $count } Minute.
       *[other] Auf eine Frage kommt die Antwort in { $count } Minuten.
    }
clauses-a5-answered-hours =
    { $count ->
        [one] Auf eine Frage kommt die Antwort in { $count } Stunde.
       *[other] Auf eine Frage kommt die Antwort in { $count } Stunden.
    }
clauses-a5-answered-working-hours =
    { $count ->
        [one] Auf eine Frage kommt die Antwort in { $count } Lesestunde.
       *[other] Auf eine Frage kommt die Antwort in { $count } Lesestunden.
    }
clauses-a5-answered-working-days =
    { $count ->
        [one] Auf eine Frage kommt die Antwort bis zum Ende von Lesetag { $count } nach dem Tag, an dem Sie schreiben.
       *[other] Auf eine Frage kommt die Antwort bis zum Ende von Lesetag { $count } nach dem Tag, an dem Sie schreiben.
    }
clauses-a5-answered-next-session = Auf eine Frage kommt die Antwort bis zur nächsten Sitzung.
clauses-a5-practical-minutes =
    { $count ->
        [one] Zu Terminen und Rechnungen kommt die Antwort in { $count } Minute.
       *[other] Zu Terminen und Rechnungen kommt die Antwort in { $count } Minuten.
    }
clauses-a5-practical-hours =
    { $count ->
        [one] Zu Terminen und Rechnungen kommt die Antwort in { $count } Stunde.
       *[other] Zu Terminen und Rechnungen kommt die Antwort in { $count } Stunden.
    }
clauses-a5-practical-working-hours =
    { $count ->
        [one] Zu Terminen und Rechnungen kommt die Antwort in { $count } Lesestunde.
       *[other] Zu Terminen und Rechnungen kommt die Antwort in { $count } Lesestunden.
    }
clauses-a5-practical-working-days =
    { $count ->
        [one] Zu Terminen und Rechnungen kommt die Antwort in { $count } Lesetag.
       *[other] Zu Terminen und Rechnungen kommt die Antwort in { $count } Lesetagen.
    }
clauses-a5-practical-next-session = Zu Terminen und Rechnungen kommt die Antwort bis zur nächsten Sitzung.
clauses-a5-more-time = Braucht { $therapist } mehr Zeit, hören Sie es bis dahin, mit einem neuen Tag.
clauses-a5-late = Kommt eine Antwort zu spät, wird { $therapist } erinnert, und Sie sehen es.
clauses-a5-late-deputy = Kommt eine Antwort zu spät, wird { $therapist } erinnert, und Sie sehen es. Vier Lesestunden danach erfährt { $deputy }, dass sie zu spät ist, nicht was Sie schrieben.
clauses-a5-fills = Bis wann eine Nachricht geöffnet und bis wann sie beantwortet ist.
clauses-a5-decides = Welche Antwort Sie wünschen, oder keine.
clauses-a5-kept = Jede Nachricht zeigt ihre Frist. Die Frist bleibt, wie sie beim Senden war.

clauses-a6-title = Länge und wie oft
clauses-a6-sentence = Richtwerte helfen Ihnen beiden. Sie halten nichts auf.
clauses-a6-words = Gut sind etwa { $count } Wörter.
clauses-a6-count =
    { $count ->
        [one] Gut ist etwa { $count } Nachricht in der Woche.
       *[other] Gut sind etwa { $count } Nachrichten in der Woche.
    }
clauses-a6-none = Sie beide haben keinen Richtwert genannt.
clauses-a6-arrives = Was Sie senden, kommt an. Wird es viel, sprechen Sie beide in der Sitzung darüber.
clauses-a6-fills = Ein Richtwert für Länge und Zahl.
clauses-a6-decides = Ihr eigener Richtwert: mehr oder weniger.
clauses-a6-kept = Die App zählt für Sie mit und sperrt nichts.

clauses-a7-title = Notfälle
clauses-a7-sentence = Im Notfall rufen Sie sofort Hilfe und warten nicht auf { $therapist }.
clauses-a7-number = Sind Sie oder ist jemand in Gefahr, rufen Sie { $number } an.
clauses-a7-line = Zum Reden jetzt: { $name }, { $number }.
clauses-a7-service = Der nächste Ort für Hilfe ist: { $name }.
clauses-a7-not-here = { $therapist } sieht eine Nachricht nicht sofort. Hilfe jetzt steht auf jeder Seite, auch ohne Anmeldung und ohne Netz.
clauses-a7-empty = Hier steht noch keine Nummer. Bis dahin können Sie beide nicht unterschreiben.
clauses-a7-fills = Die Nummern und der nächste Ort für Hilfe.
clauses-a7-decides = Ihr eigener Plan, und wie Sie am liebsten um Hilfe bitten.
clauses-a7-kept = Hilfe jetzt bleibt auf jeder Seite, was auch immer Sie beide vereinbaren.

clauses-a8-title = Um einen Anruf bitten
clauses-a8-sentence = Wenn es nicht warten kann, aber kein Notfall ist, können Sie um einen Anruf bitten, falls es das gibt.
clauses-a8-not-offered = { $therapist } bietet das nicht an. Hilfe jetzt zeigt, wer sofort da ist.
clauses-a8-day = Das geht am { $day }: { $hours }.
clauses-a8-step = Schritt { $number }: { $who } per { $ways }. Der nächste Schritt folgt nach { $wait }.
clauses-a8-nobody = Ist niemand da, sagt die Seite das und zeigt, wen Sie anrufen können.
clauses-a8-fills = Ob es das gibt, zu welcher Zeit, und wer angerufen wird.
clauses-a8-decides = Ja oder nein.
clauses-a8-kept = Bitten können Sie nur, wenn jemand Dienst hat. Sie sehen jeden Schritt, wenn er geschieht.
clauses-who-therapist = die Praxis
clauses-who-cover = die Vertretung
clauses-way-sms = SMS
clauses-way-voice = Telefon
clauses-way-email = E-Mail
clauses-way-push = Hinweis der App

clauses-a10-title = Wer sonst lesen darf
clauses-a10-sentence = Was Sie schreiben, ist verschlossen. Nur wer hier steht, hat einen Schlüssel.
clauses-a10-nobody = Nur Sie und { $therapist } können es lesen.
clauses-a10-two = Sie und { $therapist } können es lesen. Wer hier folgt, erfährt das, was hier steht.
clauses-a10-reader = { $name } ({ $role }) erfährt { $sees }.
clauses-a10-server = Der Server kann es nicht lesen. Er sieht, wann Sie schreiben und wie viel.
clauses-a10-fills = Wer vertritt, und wer sonst bei der Arbeit hilft.
clauses-a10-decides = Ja oder nein für jede Person.
clauses-a10-kept = Einen Schlüssel gibt es nur für Personen auf dieser Liste. Sie sehen, wer was geöffnet hat.
clauses-role-deputy = vertritt
clauses-role-supervisor = schaut auf die Arbeit
clauses-role-custodian = macht weiter, wenn die Praxis es nicht kann
clauses-role-interpreter = dolmetscht
clauses-sees-late-only = dass eine Antwort zu spät ist, nicht was Sie schrieben
clauses-sees-anonymised = worum es geht, ohne Ihren Namen
clauses-sees-text = was Sie schreiben

clauses-a11-title = Was vertraulich bleibt
clauses-a11-sentence = Was Sie { $therapist } sagen, bleibt vertraulich. Die wenigen Grenzen stehen hier.
clauses-a11-mandatory = Sind andere in großer Gefahr, muss { $therapist } in manchen Fällen handeln und es vielleicht jemandem sagen. Wann, sagt das Gesetz ({ $place }).
clauses-a11-permissive = Sind andere in großer Gefahr, darf { $therapist } es in manchen Fällen jemandem sagen. Wann, sagt das Gesetz ({ $place }).
clauses-a11-case-law = Sind andere in großer Gefahr, muss { $therapist } vielleicht handeln und es jemandem sagen. Wann, haben Gerichte gesagt ({ $place }).
clauses-a11-none = Sind andere in Gefahr: Ein Gesetz dafür haben wir nicht gefunden ({ $place }). { $therapist } hält sich an die Regeln des Berufs.
clauses-a11-not-known = Was das Gesetz sagt, wenn andere in Gefahr sind, ist hier nicht bekannt. { $therapist } sagt Ihnen, was gilt.
clauses-a11-source = Zum Lesen: { $citation }.
clauses-a11-own-life = Ist Ihr eigenes Leben in Gefahr, darf { $therapist } Hilfe holen und muss es vielleicht jemandem sagen.
clauses-a11-child = Ist ein Kind in Gefahr, muss { $therapist } es vielleicht denen sagen, die Kinder schützen.
clauses-a11-court = Fragt ein Gericht, muss { $therapist } vielleicht antworten.
clauses-a11-first = { $therapist } spricht zuerst mit Ihnen, wenn es geht, und sagt nicht mehr als nötig.
clauses-a11-fills = Was in dieser Praxis sonst noch gilt.
clauses-a11-decides = Sie können fragen, was das für Sie heißt, jetzt und auch danach.

clauses-a13-title = Was jeder Weg riskiert
clauses-a13-sentence = Jeder Weg hat sein Risiko. Sie sagen zu jedem ja oder nein.
clauses-a13-portal = App: Was Sie schreiben, ist von Ihrem Gerät bis zum Gerät der Praxis verschlossen.
clauses-a13-email-required = E-Mail: nur, wenn sie verschlossen ist. Wer wem schreibt und wann, ist auf dem Weg trotzdem zu sehen.
clauses-a13-email-preferred = E-Mail: verschlossen, wo es geht. Sonst kann man sie auf dem Weg lesen.
clauses-a13-email-client-accepts-risk = E-Mail: Sie ist vielleicht nicht verschlossen. Man kann sie auf dem Weg lesen.
clauses-a13-email-accepted = Sie haben ja dazu gesagt, für E-Mail.
clauses-a13-email-not-accepted = Sie haben noch nicht ja dazu gesagt, für E-Mail. Bis dahin kommt keine offene E-Mail.
clauses-a13-phone = Telefon: Wer bei Ihnen ist, kann Sie hören. Der Anruf steht auf der Rechnung.
clauses-a13-sms = SMS: Sie ist nie verschlossen. Sie steht vielleicht auf Ihrem Schirm.
clauses-a13-sms-accepted = Sie haben ja dazu gesagt, für SMS.
clauses-a13-sms-not-accepted = Sie haben noch nicht ja dazu gesagt, für SMS. Bis dahin kommt keine.
clauses-a13-device = Gegen jemand, der Ihre PIN kennt, hilft kein Schloss.
clauses-a13-fills = Ein ehrlicher Satz zu jedem Weg.
clauses-a13-decides = Ja oder nein zu jedem Weg.
clauses-a13-kept = Bevor Sie ja sagen, kommt nichts Offenes. Ihr Ja wird mit dem Datum bewahrt.

clauses-a15-title = Was auf Ihrem Schirm stehen darf
clauses-a15-sentence = Wartet etwas auf Sie, steht auf Ihrem Schirm nur, was Sie wählen.
clauses-a15-something-new = Dort steht: „Notizbuch: etwas Neues.“
clauses-a15-reminder = Dort steht: „Erinnerung.“
clauses-a15-own-words = Dort stehen Ihre eigenen Worte: „{ $words }“
clauses-a15-nothing = Dort steht nichts. Sie schauen nach, wenn es passt.
clauses-a15-any-time = Ein Hinweis darf zu jeder Zeit kommen.
clauses-a15-day = Ein Hinweis darf kommen am { $day }: { $hours }.
clauses-a15-zone = Die Zeiten gelten in der Zone { $zone }.
clauses-a15-fills = Nichts. Das gehört Ihnen.
clauses-a15-decides = Welche Worte, und zu welcher Zeit.
clauses-a15-kept = Nur diese Worte verlassen den Server. Sie sind immer gleich, was auch wartet.

clauses-a28-title = Aufhören
clauses-a28-sentence = Sie können jederzeit aufhören, auf einer Seite und ohne Grund.
clauses-a28-less = Sie können auch nur einen Weg beenden. Das gilt sofort.
clauses-a28-told = { $therapist } erfährt, dass Sie aufgehört haben, nicht warum. Die Therapie endet damit nicht.
clauses-a28-stays = Sie können alles weiter lesen und sichern. Hilfe jetzt bleibt.
clauses-a28-fills = Nichts. Das gehört Ihnen.
clauses-a28-decides = Wann Sie aufhören, und womit.
clauses-a28-kept = Eine Seite, sofort. Niemand kann Sie daran hindern.

clauses-a30-title = Wieder ansehen
clauses-a30-sentence = Sie beide sehen diesen Text immer wieder an, und wann immer Sie darum bitten.
clauses-a30-first-days =
    { $count ->
        [one] Das erste Mal nach { $count } Tag.
       *[other] Das erste Mal nach { $count } Tagen.
    }
clauses-a30-first-weeks =
    { $count ->
        [one] Das erste Mal nach { $count } Woche.
       *[other] Das erste Mal nach { $count } Wochen.
    }
clauses-a30-first-months =
    { $count ->
        [one] Das erste Mal nach { $count } Monat.
       *[other] Das erste Mal nach { $count } Monaten.
    }
clauses-a30-first-years =
    { $count ->
        [one] Das erste Mal nach { $count } Jahr.
       *[other] Das erste Mal nach { $count } Jahren.
    }
clauses-a30-every-days =
    { $count ->
        [one] Dann jeden Tag ({ $count }).
       *[other] Dann alle { $count } Tage.
    }
clauses-a30-every-weeks =
    { $count ->
        [one] Dann jede Woche ({ $count }).
       *[other] Dann alle { $count } Wochen.
    }
clauses-a30-every-months =
    { $count ->
        [one] Dann jeden Monat ({ $count }).
       *[other] Dann alle { $count } Monate.
    }
clauses-a30-every-years =
    { $count ->
        [one] Dann jedes Jahr ({ $count }).
       *[other] Dann alle { $count } Jahre.
    }
clauses-a30-open = Geht der Tag vorbei, gilt der Text weiter. Die Seite sagt dann, dass er alt ist.
clauses-a30-fills = Den ersten Tag, und wie oft danach.
clauses-a30-decides = Früher darum zu bitten.
clauses-a30-kept = Sie beide werden erinnert. Ein Tag, der vorbei ist, schließt nichts.
