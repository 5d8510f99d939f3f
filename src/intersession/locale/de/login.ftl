login-title = Anmelden
login-lead = Ihre Passphrase bleibt auf diesem Gerät. Der Server bekommt nur einen Nachweis, dass Sie sie kennen.
login-handle = Anmeldename
login-passphrase = Passphrase
login-passphrase-hint = Sie können sie einfügen oder einen Passwort-Manager benutzen.
login-code = Sechsstelliger Code
login-code-hint = Wenn Sie eine Code-App benutzen. Sonst lassen Sie das leer.
login-own = Dieses Gerät benutze nur ich
login-own-hint = Sie bleiben hier angemeldet. Auf einem Gerät, das auch andere benutzen, lassen Sie das leer: Dann endet die Anmeldung nach zwei Stunden oder mit dem Browser.
login-enter = Anmelden
login-to-recover = Wiederherstellungsblatt benutzen
login-invited = Neu hier? Den Einladungslink bekommen Sie in Ihrer Therapie. Einen anderen Weg hinein gibt es nicht.
login-languages = Sprache

login-new-passphrase = Eine Passphrase, die nur Sie kennen
login-new-passphrase-hint = Vier oder mehr Wörter, die nicht zusammengehören. Sie können sie einfügen oder von einem Passwort-Manager merken lassen.
login-suggest = Fünf Wörter vorschlagen
login-show = Zeigen, was ich tippe
login-making = Ihr Schlüssel entsteht
login-stop = Anhalten
login-stop-hint = Wenn Sie anhalten, bleibt nichts zurück.

login-kit-why = Wenn Sie dieses Gerät verlieren oder die Passphrase vergessen, öffnet dieses Blatt alles wieder. Niemand kann es für Sie zurücksetzen.
login-kit-title = Wiederherstellungsblatt
login-kit-groups = Wiederherstellungscode in Gruppen
login-kit-keep = Bewahren Sie das Blatt dort auf, wo nur Sie nachsehen. Es verrät nicht, wofür es ist.
login-kit-print = Drucken
login-kit-by-hand = Sie können den Code auch mit der Hand abschreiben.
login-kit-last = Tippen Sie die letzte Gruppe. Dann wissen wir, dass Sie den Code haben.

error-sign-in-refused = Damit ging es nicht auf. Prüfen Sie Anmeldename, Großbuchstaben und Code, oder fügen Sie die Passphrase ein. Sie können auch Ihr Wiederherstellungsblatt benutzen.
error-wrong-passphrase = Damit ging es nicht auf. Prüfen Sie Großbuchstaben, oder fügen Sie die Passphrase ein. Sie können auch Ihr Wiederherstellungsblatt benutzen.
error-try-later = { $seconds ->
    [one] Mehrere Versuche haben nicht gepasst. Bitte warten Sie eine Sekunde und versuchen Sie es dann noch einmal. Nichts ist gesperrt.
   *[other] Mehrere Versuche haben nicht gepasst. Bitte warten Sie { $seconds } Sekunden und versuchen Sie es dann noch einmal. Nichts ist gesperrt.
}
error-handle-taken = Diesen Anmeldenamen hat hier schon jemand. Bitte wählen Sie einen anderen.
error-vault-moved = Ein anderes Ihrer Geräte hat inzwischen etwas gespeichert. Bitte versuchen Sie es noch einmal.
error-setup-link-closed = Dieser Link wurde schon benutzt oder ist älter als 24 Stunden. Bitten Sie um einen neuen.
error-code-wrong = Der Code passt nicht. Warten Sie auf den nächsten in Ihrer App und tippen Sie dann diesen.
