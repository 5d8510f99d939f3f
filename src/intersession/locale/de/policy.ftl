policy-title = Zeiten und Regeln
policy-lead-first = Bisher ist nichts veröffentlicht. Was Sie hier festlegen, ist das, was andere lesen und was die App tut. Ein und dieselben Daten.
policy-lead = Version { $number } ist veröffentlicht. Was Sie hier festlegen, ist das, was andere lesen und was die App tut. Ein und dieselben Daten.
policy-file = Ihre Regeln als Datei
policy-file-hint = Eine Rahmendatei (TOML). Jede Zeile wird geprüft. Zeilen mit # am Anfang sind Notizen für Sie.
policy-upload = Eine Datei von diesem Gerät nehmen
policy-upload-hint = Höchstens { $most } Bytes. Sie ersetzt den Text oben. Veröffentlicht wird dadurch nichts.
policy-download = Diese Datei holen
policy-download-published = Version { $number } holen
policy-check = Prüfen
policy-publish = Ansehen und veröffentlichen
policy-publish-plain = Veröffentlichen
policy-sure = Ich habe gelesen, was sich ändert. Ich veröffentliche diese Regeln.
policy-fine = Keine Probleme. Das kann veröffentlicht werden.
policy-problems-title = { $count ->
    [one] Eine Stelle ist zu berichtigen
   *[other] { $count } Stellen sind zu berichtigen
}
policy-line = Zeile { $line }
policy-whole-file = Die ganze Datei
policy-warning = Einen zweiten Blick wert
policy-clients-read = Was andere lesen werden
policy-text-en = Auf Englisch
policy-text-de = Auf Deutsch
policy-texts-later = Der Text erscheint hier, wenn die Datei keine Fehler hat.
policy-try = Einen Moment ausprobieren
policy-try-at = Jemand schreibt um (Ihre Zeit)
policy-try-kind = Art der Nachricht
policy-kind-question = Eine Frage
policy-kind-practical = Etwas Praktisches
policy-kind-no-answer = Keine Antwort nötig
policy-kind-for-session = Für die Sitzung
policy-what-happens = Was geschehen würde
policy-step-kept = Sofort aufbewahrt
policy-step-waits = Wartet still bis
policy-step-seen = Geöffnet bis
policy-step-answered = Beantwortet bis
policy-step-session = Öffnet mit der Sitzung
policy-step-session-when = wenn sie beginnt
policy-step-none = kein Versprechen
policy-if-publish = Wenn Sie veröffentlichen
policy-if-first = Das wird Version 1. Sie bieten sie selbst an, einzeln.
policy-if-next = Das wird Version { $number }. Keine Vereinbarung ändert sich von allein. Es gilt jeweils, was beide unterschrieben haben, bis beide neu unterschreiben.
policy-if-same = Nichts unterscheidet sich von Version { $number }.
policy-changes = Was sich gegenüber Version { $number } ändert
policy-needs-consent = braucht beide Unterschriften
policy-asked = { $count ->
    [0] Keine geltende Vereinbarung bräuchte eine neue Unterschrift.
    [one] Eine geltende Vereinbarung bräuchte eine neue Unterschrift. Sie bieten sie selbst an, unter „Vereinbarungen“.
   *[other] { $count } geltende Vereinbarungen bräuchten eine neue Unterschrift. Sie bieten sie selbst an, unter „Vereinbarungen“.
}
policy-affected-consent = neue Unterschrift nötig
policy-affected-none = bleibt wie unterschrieben
policy-client = Klient:in { $code }
policy-versions = Veröffentlichte Versionen
policy-version = Version { $number }, { $at }
policy-dialog-title = Version { $number } veröffentlichen
policy-dialog-text = Eine veröffentlichte Version bleibt für immer, wie sie ist. Eine neuere können Sie jederzeit veröffentlichen.
policy-dialog-confirm = Version { $number } veröffentlichen
policy-dialog-back = Noch nicht
policy-starter-head =
    Ein erster Satz Regeln. Ändern Sie, was nicht passt, dann prüfen und veröffentlichen Sie.
    Andere lesen sie als Klauseln; die App hält sich an dieselben Daten.
policy-starter-place = wo Sie praktizieren (Land, oder Land und Region)
policy-starter-licences = Ihre Berufserlaubnis mit dem letzten Tag; Sie hören davon, bevor sie endet
policy-starter-permits = für Menschen an anderen Orten: approval (Zusage), registration (Eintrag), notice (Meldung), compact (Abkommen)
policy-starter-holidays = Feiertage: Land, Region wie "DE-BE", oder "none"
policy-starter-alerts = wann Sie von Nachrichten erfahren; oder "as-they-come"
policy-starter-hours = wann Sie lesen und antworten; schreiben geht jederzeit
policy-starter-answers = was Sie versprechen, in Arbeitstagen nach dem Tag des Sendens
policy-starter-channels = notices < logistics < homework < personal
policy-starter-guide = ein Richtwert informiert; er hält nie etwas auf
policy-starter-urgent = um einen Anruf bitten; später können Sie das hier anbieten
error-policy-problems = { $count ->
    [one] Nicht veröffentlicht. Eine Stelle in der Datei ist zuerst zu berichtigen.
   *[other] Nicht veröffentlicht. { $count } Stellen in der Datei sind zuerst zu berichtigen.
}
error-policy-moved = Version { $number } wurde in einem anderen Fenster veröffentlicht. Ihr Text ist aufbewahrt. Laden Sie die Seite zum Vergleichen und veröffentlichen Sie dann noch einmal.
error-policy-unchanged = Nichts zu veröffentlichen. Die Datei ist Buchstabe für Buchstabe Version { $number }.
error-policy-not-text = Diese Datei ist keine Textdatei. Bitte wählen Sie eine Rahmendatei (TOML). Ihr Text ist noch hier.
error-policy-too-large = Diese Datei ist zu lang für eine Rahmendatei. Die Grenze sind { $limit } Bytes. Es wurde nichts veröffentlicht. Bitte kürzen Sie sie und versuchen Sie es noch einmal.
error-policy-not-sure = Nicht veröffentlicht. Bitte bestätigen Sie, dass Sie gelesen haben, was sich ändert.
