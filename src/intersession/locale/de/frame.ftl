# Was `intersession frame` ausgibt: Befunde in einer Rahmendatei und die Antworten der Befehle.
frame-severity-error = Fehler
frame-severity-warning = Hinweis
frame-where = { $file }, Zeile { $line }: { $severity }: { $text }
frame-where-file = { $file }: { $severity }: { $text }
frame-fine = { $file }: keine Probleme gefunden.
frame-summary =
    { $errors ->
        [one] { $errors } Fehler
       *[other] { $errors } Fehler
    }, { $warnings ->
        [one] { $warnings } Hinweis
       *[other] { $warnings } Hinweise
    }.
frame-cannot-open = { $file } lässt sich nicht öffnen: { $why }.
frame-has-errors = { $file } hat Fehler, darum gibt es nichts zu zeigen. „intersession frame check“ listet sie auf.
frame-bad-instant = „{ $found }“ ist kein Zeitpunkt. Schreiben Sie ihn wie 2026-11-22T22:41+01:00.
frame-bad-kind = „{ $found }“ ist keine Art von Nachricht. Wählen Sie: { $allowed }.
frame-no-difference = Beide Rahmen sagen dasselbe.
frame-change = { $clause }: { $text } ({ $direction }, { $consent })
frame-direction-narrowing = enger
frame-direction-widening = weiter
frame-direction-neutral = anders
frame-consent-needed = beide müssen unterschreiben
frame-consent-not-needed = gilt sofort
frame-explain-handling-alert = Die Nachricht ist sofort gesichert und wird { $therapist } gemeldet.
frame-explain-handling-quiet = Die Nachricht ist sofort gesichert und wird ohne Ton gezeigt.
frame-explain-handling-agenda = Die Notiz ist sofort gesichert und öffnet sich mit der nächsten Sitzung.
frame-explain-alert = Gemeldet: { $at }
frame-explain-seen = Geöffnet bis: { $at }
frame-explain-answer = Beantwortet bis: { $at }
frame-explain-never = keine Zeit bekannt
frame-explain-reason = Weil: { $text } ({ $clause }, { $origin })
frame-explain-notice = Wer schreibt, liest: { $text }
frame-explain-call = Um einen Anruf bitten: nach diesen Regeln um diese Zeit möglich
frame-explain-no-call = Um einen Anruf bitten: { $text } ({ $clause }, { $origin })
frame-explain-call-again = Wieder möglich: { $at }

frame-type-string = Text in Anführungszeichen
frame-type-integer = eine ganze Zahl
frame-type-boolean = true oder false
frame-type-date = ein Datum wie 2026-12-21
frame-type-table = eine Tabelle
frame-type-array-of-strings = eine Liste von Texten
frame-type-array-of-tables = eine Liste von Tabellen
frame-type-string-or-array = Text oder eine Liste von Texten

frame-problem-too-large = Die Datei ist größer als { $allowed } kB. Eine Rahmendatei sind ein paar kB Text.
frame-problem-not-text = Das ist keine Textdatei in UTF-8.
frame-problem-too-deep = Die Datei verschachtelt Listen zu tief, um sie zu lesen.
frame-problem-empty = Die Datei ist leer. Eine Rahmendatei beginnt mit „frame = 1“.
frame-problem-syntax = Diese Zeile lässt sich nicht als TOML lesen: { $found }
frame-problem-not-toml = Die Datei lässt sich nicht als TOML lesen: { $found }
frame-problem-duplicate = „{ $key }“ steht hier ein zweites Mal. Das erste Mal steht in Zeile { $allowed }.
frame-problem-no-such-date = „{ $key }“ ist { $found }, ein Datum oder eine Zeit, die es nicht gibt.
frame-problem-version = „{ $key }“ ist { $found }. Diese Version liest frame = { $allowed }.
frame-problem-missing = „{ $key }“ fehlt. Dort steht { $allowed }.
frame-problem-wrong-type = „{ $key }“ ist { $found }. Dort steht { $allowed }.
frame-problem-bad-text = „{ $key }“ ist { $found }. Dort steht Text mit 1 bis { $allowed } Zeichen.
frame-problem-unknown-key = Einen Schlüssel „{ $key }“ kennt niemand. Bekannt sind hier: { $allowed }.
frame-problem-unknown-key-near = Einen Schlüssel „{ $key }“ kennt niemand. Meinten Sie „{ $allowed }“?
frame-problem-not-in-list = „{ $key }“ ist { $found }. Wählen Sie aus: { $allowed }.
frame-problem-only-with = „{ $key }“ ist { $found }. Das darf nur neben { $allowed } stehen.
frame-problem-out-of-range = „{ $key }“ ist { $found }. Die Zahl liegt im Bereich { $allowed }.
frame-problem-unknown-zone = „{ $key }“ ist { $found }. Das ist keine Zeitzone. Ähnlich sind: { $allowed }.
frame-problem-unknown-calendar = „{ $key }“ ist { $found }. Das ist kein Feiertagskalender. Ähnlich sind: { $allowed }.
frame-problem-unknown-jurisdiction = „{ $key }“ ist { $found }. Das ist kein Land und kein Teil davon. Ähnlich sind: { $allowed }.
frame-problem-unknown-language = „{ $key }“ ist { $found }. Das ist kein Sprachkürzel. Schreiben Sie es wie { $allowed }.
frame-problem-unknown-currency = „{ $key }“ ist { $found }. Das ist keine Währung. Schreiben Sie sie wie { $allowed }.
frame-problem-not-an-amount = „{ $key }“ ist { $found }. Das ist kein Betrag. Schreiben Sie ihn wie { $allowed }.
frame-problem-not-a-number = „{ $key }“ ist { $found }. Das ist keine Telefonnummer. Schreiben Sie sie wie { $allowed }.
frame-problem-not-a-promise = „{ $key }“ ist { $found }. Schreiben Sie es wie { $allowed }.
frame-problem-not-a-wait = „{ $key }“ ist { $found }. Gewartet wird in Minuten oder Stunden, wie { $allowed }.
frame-problem-zero-wait = „{ $key }“ ist { $found }. Gar keine Zeit lässt sich nicht halten. Schreiben Sie es wie { $allowed }.
frame-problem-not-a-period = „{ $key }“ ist { $found }. Schreiben Sie es wie { $allowed }.
frame-problem-not-a-window = „{ $key }“ ist { $found }. Das ist keine Zeitspanne. Schreiben Sie sie wie { $allowed }.
frame-problem-empty-window = „{ $key }“ ist { $found }. Das endet, wenn es beginnt. Schreiben Sie es wie { $allowed }.
frame-problem-over-midnight = „{ $key }“ ist { $found } und geht über Mitternacht. Schreiben Sie zwei: { $allowed }.
frame-problem-overlap = „{ $key }“ ist { $found } und überschneidet sich mit { $allowed } am selben Tag.
frame-problem-not-a-time = „{ $key }“ ist { $found }. Das ist keine Uhrzeit. Schreiben Sie sie wie { $allowed }.
frame-problem-not-alerts = „{ $key }“ ist { $found }. Schreiben Sie: { $allowed }.
frame-problem-alerts-outside = Keine Zeit in „{ $key }“ liegt in der Lesezeit. So würde keine Nachricht gemeldet.
frame-problem-day-without-alert = An manchen Lesetagen liegt keine Zeit in „{ $key }“ in der Lesezeit. Nachrichten warten dann auf den nächsten Tag.
frame-problem-no-hours = „{ $key }“ nennt keine Zeiten. Nachrichten würden ohne Ende warten.
frame-problem-no-channels = „{ $key }“ nennt keinen Weg.
frame-problem-ends-before-start = „{ $key }“ ist { $found }, vor dem Beginn der Abwesenheit am { $allowed }.
frame-problem-sms-encryption = „{ $key }“ ist { $found }, aber SMS lassen sich nicht verschlüsseln. Schreiben Sie { $allowed } oder nichts.
frame-problem-channel-forbidden = Das Recht ({ $allowed }) verbietet den Weg „{ $found }“.
frame-problem-must-encrypt = „{ $key }“ erlaubt { $found }, aber das Recht ({ $allowed }) verlangt immer Verschlüsselung.
frame-problem-urgent-without-hours = „{ $key }“ ist true, aber es gibt keine Zeit, zu der jemand Dienst hat.
frame-problem-urgent-without-steps = „{ $key }“ ist true, aber kein Schritt sagt, wer angerufen wird.
frame-problem-nobody-to-tell = „{ $key }“ nennt niemand und nichts. Wählen Sie aus: { $allowed }.
