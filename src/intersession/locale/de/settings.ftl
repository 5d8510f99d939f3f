settings-signed-in-as = Sie sind angemeldet als { $handle }.
settings-save = Speichern
settings-sign-out = Auf diesem Gerät abmelden
settings-fault-title = Noch nicht gespeichert
settings-fault-link = Sehen Sie das markierte Feld an und speichern Sie dann noch einmal.
settings-fault-general = Wählen Sie jeden Wert aus seiner Liste, und 1 bis 30 Minuten.
settings-fault-words = Schreiben Sie zwischen 1 und { $most } Zeichen, oder wählen Sie eine andere Zeile.
settings-fault-address = Schreiben Sie eine Adresse, zum Beispiel name@example.org. Drei Adressen passen, jede einmal.

settings-general = Sprache, Zeit und Sperre
settings-language = Sprache
settings-zone = Zeitzone
settings-lock = Minuten bis zur Sperre
settings-lock-hint = Ohne Taste oder Tippen sperrt die Seite. { $least } bis { $most } Minuten.
settings-place = Land für Hilfenummern
settings-place-hint = „Hilfe jetzt“ zeigt zuerst dessen Nummern.
settings-place-none = Nicht gewählt

settings-notices = Was ein Hinweis sagt
settings-wording = Dieselbe Zeile für jeden Anlass. Sie zitiert nie eine Nachricht und nennt niemanden.
settings-wording-own = Meine eigenen Worte
settings-wording-none = Keine Hinweise
settings-wording-none-hint = Dann wird nichts gesendet. Sie sehen selbst nach.
settings-words = Meine eigenen Worte
settings-words-hint = Bis zu { $most } Zeichen. Andere können sie auf einem gesperrten Bildschirm lesen.

settings-ways = Wohin Hinweise gehen
settings-ways-lead = Per E-Mail. Betreff und Text sind Ihre Zeile und sonst nichts. Die Adresse wird versiegelt gespeichert.
settings-ways-none = Noch keine Adresse. Ohne eine wird kein Hinweis gesendet.
settings-way-address = E-Mail-Adresse
settings-way-hint = Eine, die nur Sie lesen.
settings-way-add = Adresse hinzufügen
settings-way-remove = Entfernen
settings-way-remove-named = { $address } entfernen
settings-way-enable = Wieder benutzen

settings-logins = Wo Sie angemeldet sind
settings-logins-lead = Wenn Sie eine Anmeldung nicht kennen, melden Sie sie ab und wählen Sie eine neue Passphrase.
settings-login-unknown = Ein Browser, der seinen Namen nicht sagt
settings-login-this = Dieser
settings-login-when = Seit { $since }. Zuletzt benutzt { $last } oder etwas später.
settings-login-end = Abmelden
settings-login-end-named = { $label } abmelden
settings-logins-end = Alle anderen abmelden
settings-stay = Auf diesem Gerät nach dem Neuladen offen bleiben
settings-stay-hint = Bis die Seite sperrt. Wählen Sie das nur auf einem Gerät, das Ihnen allein gehört.

settings-keys = Passphrase und Wiederherstellungsblatt
settings-keys-lead = Beide öffnen Ihren Schlüssel. Niemand sonst hat einen für Sie.
settings-passphrase = Die Passphrase ändern
settings-current = Ihre jetzige Passphrase
settings-passphrase-save = Die neue Passphrase speichern
settings-kit = Ein neues Wiederherstellungsblatt machen
settings-kit-lead = Das alte Blatt gilt nicht mehr, sobald das neue behalten ist.
settings-kit-make = Ein neues Blatt zeigen
settings-kit-keep = Dieses Blatt behalten, das alte ungültig machen
