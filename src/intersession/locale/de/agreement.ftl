# Beide Seiten: Klauseln, Antworten, Punkte
agreement-title = Unsere Vereinbarung
agreement-clause = { $number }. { $title }
agreement-app-keeps = Das hält die App ein.
agreement-aid = Auf Deutsch, als Lesehilfe
agreement-aid-note = Sie unterschreiben den Text darüber. Das hier hilft nur beim Lesen.
agreement-signed-en = Der Text, den Sie unterschreiben, ist auf Englisch.
agreement-signed-de = Der Text, den Sie unterschreiben, ist auf Deutsch.
agreement-change-answer = Antwort ändern
agreement-all-settled-you = Nichts wartet auf Sie.
agreement-changed-mark = Geändert, seit geantwortet wurde
agreement-script = Antworten werden auf Ihrem Gerät versiegelt, bevor sie es verlassen. Dafür braucht es JavaScript.
agreement-none-title = Noch keine Vereinbarung
agreement-none-text = { $therapist } hat bisher keine Vereinbarung angeboten. Schreiben können Sie jederzeit. Was Sie beide vereinbaren, steht dann hier, Klausel für Klausel.
agreement-draft-lead = Entwurf der Version { $version }. Sie und { $therapist } erarbeiten ihn Klausel für Klausel. Es gilt nichts, bevor Sie beide unterschreiben.
agreement-draft-until = Bis dahin gilt Version { $version }.
agreement-active-lead = Version { $version } gilt seit { $day }. Sie haben beide unterschrieben.
agreement-stopped-lead = Sie haben Version { $version } am { $day } beendet. Neue Nachrichten sind geschlossen. Lesen können Sie weiterhin alles.
agreement-ended-lead = Version { $version } endete am { $day }.
agreement-stopped-help = „Hilfe jetzt“ bleibt, wo es ist. Wenn Sie neu anfangen möchten, sagen Sie es { $therapist }. Ein neues Angebot steht dann hier.
agreement-old-title = Diese Vereinbarung sollte besprochen werden
agreement-old-text = Das Gespräch darüber war für { $day } geplant. Alles gilt weiter wie vereinbart. Sprechen Sie in der nächsten Sitzung darüber.
agreement-open-title = { $count ->
    [one] Ein Punkt ist noch offen
   *[other] { $count } Punkte sind noch offen
}
agreement-open-text = { $therapist } hat Ihren Punkt zu Klausel { $number } bisher nicht beantwortet. Vorher kann nichts unterschrieben werden.
agreement-look = Klausel für Klausel
agreement-read-change = Lesen oder Antwort ändern
agreement-turn-you = Sie sind dran
agreement-turn-other = Wartet auf { $therapist }
agreement-chip-agreed = Sie stimmen zu
agreement-chip-answered = beantwortet
agreement-chip-carried = wie schon unterschrieben
agreement-your-answer = Ihre Antwort
agreement-stance-agree = Ich stimme zu
agreement-stance-agree-with-change = Ich stimme zu, mit einer Änderung
agreement-stance-question = Ich habe eine Frage
agreement-stance-not-for-me = Nicht für mich
agreement-words = Ihr Wunsch oder Ihre Sorge, in eigenen Worten
agreement-words-hint = Es wird auf Ihrem Gerät versiegelt. Öffnen können es nur die Menschen auf der Liste „Wer das lesen kann“. Die Antwort wird Teil des Textes.
agreement-save = Antwort speichern
agreement-save-hint = Sie können sie ändern, bis Sie unterschreiben.
agreement-you-question = Sie, { $day }: eine Frage
agreement-you-agree-with-change = Sie, { $day }: eine Änderung
agreement-you-not-for-me = Sie, { $day }: nicht für mich
agreement-client-question = Ihre Klientin oder Ihr Klient, { $day }: eine Frage
agreement-client-agree-with-change = Ihre Klientin oder Ihr Klient, { $day }: eine Änderung
agreement-client-not-for-me = Ihre Klientin oder Ihr Klient, { $day }: nicht für mich
agreement-therapist-change = { $therapist }, { $day }: ja, der Text ist geändert
agreement-therapist-part = { $therapist }, { $day }: ja, zum Teil
agreement-therapist-keep = { $therapist }, { $day }: der Text bleibt
agreement-therapist-talk-first = { $therapist }, { $day }: erst darüber sprechen
agreement-own-change = Sie, { $day }: ja, der Text ist geändert
agreement-own-part = Sie, { $day }: ja, zum Teil
agreement-own-keep = Sie, { $day }: der Text bleibt
agreement-own-talk-first = Sie, { $day }: erst darüber sprechen

# Was die Klientin oder der Klient unter einer Klausel wählt
agreement-choices = Was Sie hier wählen
agreement-choices-hint = Was Sie wählen, ändert den Text sofort. Sie können weniger nehmen als angeboten, nie mehr.
agreement-channel-email = E-Mail
agreement-channel-phone = Telefon
agreement-channel-sms = SMS
agreement-content-personal = Wie angeboten: auch Persönliches
agreement-content-homework = Aufgaben und Praktisches
agreement-content-logistics = Nur Praktisches
agreement-content-notices = Nur Hinweise
agreement-content-never = Nie benutzen
agreement-risk-email = Ich kenne das Risiko unverschlüsselter E-Mails und nehme es an.
agreement-risk-sms = Ich kenne das Risiko von SMS und nehme es an.
agreement-risk-phone = Ich kenne das Risiko von Anrufen und nehme es an.
agreement-risk-portal = Ich kenne das hier genannte Risiko und nehme es an.
agreement-reader-deputy = { $person } darf erfahren, wenn eine Antwort überfällig ist.
agreement-reader-supervisor = { $person } darf von unserer Arbeit hören, wie es im Text steht.
agreement-reader-custodian = { $person } darf übernehmen, wenn die Praxis nicht mehr weitergehen kann.
agreement-reader-interpreter = { $person } darf dolmetschen.
agreement-urgent = Ich möchte um einen Anruf bitten können.
agreement-notice-title = Was andere auf Ihrem Bildschirm sehen würden
agreement-notice-something-new = „Notizbuch: etwas Neues.“
agreement-notice-reminder = „Erinnerung.“
agreement-notice-own-words = Eigene Worte
agreement-notice-nothing = Gar nichts
agreement-notice-words = Ihre Worte, bis zu 30 Zeichen

# Wo es steht
agreement-rail = Wo die Vereinbarung steht
agreement-before = Bevor Sie beide unterschreiben
agreement-check-settled = { $done } von { $total } Klauseln geklärt
agreement-check-client = { $count ->
    [one] Eine Klausel braucht Ihre Antwort
   *[other] { $count } Klauseln brauchen Ihre Antwort
}
agreement-check-therapist = { $count ->
    [one] Ein Punkt wartet auf { $therapist }
   *[other] { $count } Punkte warten auf { $therapist }
}
agreement-check-emergency = Klausel 7 nennt keine Nummer zum Anrufen. { $therapist } muss sie zuerst eintragen.
agreement-check-none-client = Keine Klausel wartet auf Ihre Antwort
agreement-check-none-therapist = Kein Punkt ist ohne Antwort
agreement-meter = Geklärte Klauseln
agreement-go-sign = Zur Unterschrift
agreement-no-hurry = Keine Eile. Nichts läuft ab.
agreement-you-signed = Sie haben am { $day } unterschrieben. Es beginnt, wenn auch { $therapist } unterschrieben hat.
agreement-other-signed = { $therapist } hat am { $day } unterschrieben. Es beginnt, wenn auch Sie unterschrieben haben.
agreement-always = Immer für Sie
agreement-print = Drucken oder Kopie speichern
agreement-stop = Kontakt hier beenden
agreement-stop-hint = Beenden braucht eine Seite und keinen Grund. Die Hilfenummern bleiben.
agreement-review = Nächstes Gespräch darüber
agreement-review-text = { $day }, oder jederzeit, wenn Sie es möchten.
agreement-review-none = Das Datum steht fest, sobald Sie beide unterschrieben haben.
agreement-versions = Alle Versionen
agreement-version-active = Version { $version }, gilt seit { $day }
agreement-version-superseded = Version { $version }, ersetzt am { $day }
agreement-version-withdrawn = Version { $version }, beendet am { $day }
agreement-version-ended = Version { $version }, geendet am { $day }
agreement-version-draft = Version { $version }, in Arbeit
agreement-narrow-title = Etwas zurücknehmen
agreement-narrow-text = Das gilt sofort. Der Text, den Sie beide unterschrieben haben, bleibt; die App hält ab jetzt die engere Regel ein. Für mehr unterschreiben Sie beide eine neue Version.
agreement-narrow-save = Jetzt zurücknehmen
agreement-narrowed = Sie haben am { $day } etwas zurückgenommen. Die App hält das seitdem ein.
agreement-narrowed-therapist = Am { $day } wurde etwas zurückgenommen. Die App hält das seitdem ein.

# Unterschreiben
agreement-sign-title = Version { $version } unterschreiben
agreement-sign-lead = Lesen Sie den Text noch einmal. Er ist für Sie beide derselbe, Buchstabe für Buchstabe.
agreement-sign-blocked-title = Noch nicht zum Unterschreiben
agreement-sign-all-answered = Alle { $total } Klauseln haben eine Antwort.
agreement-sign-no-open = Kein Punkt ist ohne Antwort.
agreement-sign-emergency = Klausel 7 sagt, wohin Sie sich im Notfall wenden.
agreement-sign-changes = Was sich gegenüber Version { $version } ändert
agreement-sign-first = Das ist hier Ihre erste Vereinbarung.
agreement-sign-no-changes = Die Regeln bleiben wie in Version { $version }.
agreement-sign-text = Der Text
agreement-sign-tick = Ich habe Version { $version } gelesen. Ich unterschreibe aus freiem Willen.
agreement-sign-button = Version { $version } unterschreiben
agreement-sign-not-yet = Noch nicht
agreement-sign-note = Es beginnt, wenn auch { $therapist } unterschrieben hat. Sie bekommen beide dieselbe Kopie.
agreement-sign-note-therapist = Es beginnt, wenn auch die andere Seite unterschrieben hat. Sie bekommen beide dieselbe Kopie.
agreement-sign-fingerprint = Fingerabdruck des Textes: { $fingerprint }
agreement-sign-done-title = Sie haben Version { $version } unterschrieben
agreement-sign-done-wait = Es beginnt, wenn auch { $therapist } unterschrieben hat.
agreement-sign-done-wait-therapist = Es beginnt, wenn auch die andere Seite unterschrieben hat.
agreement-sign-script = Ihre Unterschrift entsteht auf Ihrem Gerät mit Ihrem eigenen Schlüssel. Dafür braucht es JavaScript.

# Beenden
agreement-withdraw-title = Kontakt hier beenden
agreement-withdraw-lead = Sie können jederzeit aufhören. Niemand fragt nach dem Grund.
agreement-withdraw-stops = Was sofort endet
agreement-withdraw-stops-writing = Neue Nachrichten hier sind geschlossen, für Sie und für { $therapist }.
agreement-withdraw-stops-calls = Bitten um einen Anruf und Hinweise auf Nachrichten enden.
agreement-withdraw-stops-offer = Ein Angebot, an dem Sie beide arbeiten, endet auch.
agreement-withdraw-stays = Was bleibt
agreement-withdraw-stays-reading = Sie können alles hier lesen und speichern.
agreement-withdraw-stays-record = { $therapist } muss die Unterlagen Ihrer Behandlung nach dem Gesetz einige Jahre aufbewahren. Nachrichten können dazugehören.
agreement-withdraw-stays-help = „Hilfe jetzt“ bleibt auf jeder Seite, und Ihre Sitzungen sind davon nicht berührt.
agreement-withdraw-told = { $therapist } erfährt, dass Sie beendet haben, und sonst nichts.
agreement-withdraw-confirm = Jetzt beenden
agreement-withdraw-back = Weiter wie bisher
agreement-withdraw-nothing = Es gibt keine Vereinbarung zu beenden.

# Druck
agreement-print-title = Vereinbarung über Kontakt zwischen den Sitzungen
agreement-print-facts = Version { $version }, Fassung { $edition }
agreement-print-parties = Zwischen { $therapist } und { $code }
agreement-print-since = Gilt seit { $day }
agreement-print-draft = Entwurf. Nicht von beiden unterschrieben.
agreement-print-fingerprint = Fingerabdruck des Textes (SHA-256)
agreement-print-key-therapist = Schlüssel von { $therapist }
agreement-print-key-client = Schlüssel von { $code }
agreement-print-signatures = Unterschriften
agreement-print-signed = { $who }, unterschrieben am { $at }
agreement-print-client = { $code }
agreement-print-unsigned = Niemand hat diesen Text unterschrieben.
agreement-print-review = Gespräch darüber am { $day }
agreement-print-points = Was zu Klausel { $number } gesagt wurde
agreement-print-narrowed = Seitdem zurückgenommen
agreement-print-files = Dateien, um es von Hand zu prüfen
agreement-print-document = Der Text, wie er unterschrieben wurde
agreement-print-signature-therapist = Unterschrift von { $therapist }
agreement-print-signature-client = Unterschrift der anderen Seite
agreement-print-now = Drucken

# Therapeutin, Therapeut
agreement-list-title = Vereinbarungen
agreement-list-lead = Was auf wen wartet.
agreement-list-empty = Bisher gibt es niemanden hier. Laden Sie unter „Klienten“ jemanden ein.
agreement-list-client = Mit wem
agreement-list-state = Wo es steht
agreement-list-none = Keine Vereinbarung. Sie können eine anbieten.
agreement-list-not-joined = Die Einladung ist noch nicht angenommen.
agreement-list-offered = Version { $version }: wartet auf Antworten. { $done } von { $total } Klauseln geklärt.
agreement-list-answered = { $count ->
    [one] Version { $version }: ein Punkt braucht Ihre Antwort.
   *[other] Version { $version }: { $count } Punkte brauchen Ihre Antwort.
}
agreement-list-ready = Version { $version }: beide können unterschreiben.
agreement-list-ready-you = Version { $version }: die andere Seite hat unterschrieben. Es fehlt Ihre Unterschrift.
agreement-list-ready-client = Version { $version }: Sie haben unterschrieben. Es fehlt die andere Unterschrift.
agreement-list-active = Version { $version } gilt. Gespräch darüber am { $day }.
agreement-list-active-due = Version { $version } gilt. Das Gespräch darüber war am { $day } fällig.
agreement-list-withdrawn = Am { $day } von der anderen Seite beendet.
agreement-list-ended = Geendet am { $day }.
agreement-list-newer = Ihre Regeln haben eine neuere Version.
agreement-points-title = Wünsche zu Version { $version }
agreement-points-lead = Jeder Wunsch bekommt eine Antwort in Ihren Worten. Ihre Worte werden Teil des Textes.
agreement-points-none = Kein Wunsch wartet auf Ihre Antwort.
agreement-text-now = Der Text jetzt
agreement-reply-legend = Ihre Antwort
agreement-reply-change = Ja, den Text ändern
agreement-reply-part = Ja, zum Teil
agreement-reply-keep = So lassen und sagen, warum
agreement-reply-talk-first = Erst darüber sprechen
agreement-reply-talk-first-hint = Der Punkt bleibt offen
agreement-reply-words = Ihre Antwort in Worten
agreement-reply-words-hint = Auf Ihrem Gerät versiegelt, wie eine Nachricht.
agreement-addition = Neue Worte in der Klausel
agreement-addition-hint = Sie stehen unter der Klausel, nur in dieser Vereinbarung. Der Server kann sie lesen; Persönliches gehört in die Antwort darüber. Was die App tut, bleibt wie veröffentlicht. Wenn sich das ändern soll, veröffentlichen Sie neue Regeln und bieten Sie sie hier an.
agreement-reply-send = Antwort senden
agreement-blocks = Hält die Unterschrift auf
agreement-replied = Beantwortet
agreement-waits-client = Wartet auf die andere Seite
agreement-waits-client-text = Bisher keine Antwort. Für Sie ist hier nichts zu tun.
agreement-check-client-waits = { $count ->
    [one] Eine Klausel wartet auf die andere Seite
   *[other] { $count } Klauseln warten auf die andere Seite
}
agreement-check-point-yours = { $count ->
    [one] Ein Punkt braucht Ihre Antwort
   *[other] { $count } Punkte brauchen Ihre Antwort
}
agreement-check-emergency-yours = Klausel 7 nennt keine Nummer zum Anrufen. Füllen Sie [emergency] in Ihren Regeln aus, veröffentlichen Sie, und bieten Sie neu an.
agreement-check-emergency-filled = Klausel 7 nennt eine Nummer zum Anrufen
agreement-signed-by-client = Die andere Seite hat am { $day } unterschrieben. Jetzt fehlt Ihre Unterschrift.
agreement-signed-by-you = Sie haben am { $day } unterschrieben. Es fehlt die andere Unterschrift.
agreement-offer-title = Eine Vereinbarung anbieten
agreement-offer-text = Ihre Regeln, Version { $number }, werden zum Angebot. Jede Klausel wird beantwortet. Es gilt nichts, bevor beide unterschreiben.
agreement-offer-again-title = Ihre Regeln haben eine neuere Version
agreement-offer-again-text = Das hier steht auf Version { $old } Ihrer Regeln. Version { $number } ist veröffentlicht. Es gilt, was Sie beide unterschrieben haben, bis Sie beide neu unterschreiben.
agreement-offer-edition-text = Dieses Angebot entstand aus Version { $old } Ihrer Regeln. Sie können stattdessen Version { $number } anbieten. Antworten zu Klauseln, die gleich bleiben, bleiben bestehen.
agreement-client-agreed = zugestimmt
agreement-offer-language = Sprache des unterschriebenen Textes
agreement-offer-button = Das anbieten
agreement-offer-preview = Das Angebot zuerst lesen
agreement-offer-no-policy = Sie haben Ihre Zeiten und Regeln bisher nicht veröffentlicht. Tun Sie das zuerst.
agreement-offer-to-hours = Zu Zeiten und Regeln
agreement-offer-not-joined = Hier gibt es bisher keinen bestätigten Schlüssel. Bestätigen Sie ihn zuerst unter „Klienten“.
agreement-offer-changes = Was sich ändern würde
agreement-language-en = Englisch
agreement-language-de = Deutsch
agreement-active-therapist = Version { $version } gilt seit { $day }.

# Absagen
error-no-policy = Sie haben Ihre Zeiten und Regeln bisher nicht veröffentlicht. Veröffentlichen Sie sie zuerst, dann bieten Sie an.
error-not-joined = Hier gibt es bisher keinen bestätigten Schlüssel. Bestätigen Sie ihn unter „Klienten“, dann bieten Sie an.
error-nothing-new = Das würde sagen, was schon angeboten ist. Veröffentlichen Sie zuerst neue Regeln, oder wählen Sie eine andere Sprache.
error-offer-changed = { $therapist } hat dieses Angebot geändert, während Sie geschrieben haben. Beide Texte stehen unten. Ihrer ist nicht verloren.
error-offer-over = Diese Version ist vorbei. Laden Sie die Seite, dann sehen Sie, was gilt. Ihr Text ist aufbewahrt.
error-words-missing = Bitte schreiben Sie ein paar Worte. Dann speichern Sie noch einmal.
error-text-not-changed = Sie haben eine Änderung gewählt, aber Klausel { $clause } lautet wie vorher. Schreiben Sie die neuen Worte in die Klausel, oder veröffentlichen Sie zuerst neue Regeln und bieten Sie sie hier an.
error-not-a-point = Zu Klausel { $clause } gibt es keinen offenen Punkt mehr. Laden Sie die Seite, dann sehen Sie die neueste Antwort. Ihr Text ist aufbewahrt.
error-choice-unknown = Klausel { $clause } hat diese Wahl nicht. Laden Sie die Seite und wählen Sie noch einmal.
error-not-narrower = Klausel { $clause } würde mehr erlauben, als Sie unterschrieben haben. Dafür braucht es beide Unterschriften: Sagen Sie es, dann kann eine neue Version angeboten werden.
error-nothing-to-stop = Es gibt keine Vereinbarung zu beenden. Nichts wurde geändert.
error-signature-refused = Nicht unterschrieben. Die Unterschrift passt nicht zu diesem Text und Ihrem Schlüssel. Laden Sie die Seite und unterschreiben Sie noch einmal.
error-already-signed = Sie haben genau diesen Text schon unterschrieben. Das zählt einmal.
error-sign-not-offered = Noch nicht unterschrieben. Diese Version ist nicht angeboten.
error-sign-over = Nicht unterschrieben. Diese Version ist vorbei. Laden Sie die Seite, dann sehen Sie, was gilt.
error-sign-clause-unanswered = Noch nicht unterschrieben. Klausel { $clause } hat bisher keine Antwort.
error-sign-point-open = Noch nicht unterschrieben. Klausel { $clause }: Der Punkt dort hat bisher keine Antwort.
error-sign-emergency-empty = Noch nicht unterschrieben. Klausel 7 nennt keine Nummer für den Notfall.
