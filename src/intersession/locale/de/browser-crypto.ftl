# Ein Satz für jeden Code des Krypto-Kerns (frontend/src/crypto/errors.ts).
crypto-locked = Diese Seite ist gesperrt. Geben Sie Ihre Passphrase ein. Was Sie geschrieben haben, ist gesichert.
crypto-wrong-passphrase = Damit ging es nicht auf. Prüfen Sie Groß- und Kleinschreibung oder fügen Sie sie ein. Sie können auch Ihr Wiederherstellungsblatt nehmen.
crypto-weak-passphrase = Diese Passphrase lässt sich erraten. Nehmen Sie mindestens 12 Zeichen oder lassen Sie sich fünf Wörter vorschlagen.
crypto-weak-kdf = Der Server verlangt weniger Schutz, als diese App annimmt. Nichts wurde gesendet. Bitte sagen Sie Ihrer Praxis Bescheid.
crypto-recovery-code-group =
    { $letters ->
        [0] In Gruppe { $group } passt etwas nicht. Die Gruppen enthalten kein 0, 1, I oder O.
        [one] Ein Zeichen in Gruppe { $group } passt nicht. Die Gruppen enthalten kein 0, 1, I oder O.
        [2] Zwei Zeichen in Gruppe { $group } passen nicht. Die Gruppen enthalten kein 0, 1, I oder O.
       *[other] { $letters } Zeichen in Gruppe { $group } passen nicht. Die Gruppen enthalten kein 0, 1, I oder O.
    }
crypto-recovery-code-length = Sie haben { $letters } Zeichen eingegeben. Der Code hat { $expected }, in Gruppen zu vier.
crypto-recovery-code-wrong = Dieser Code hat nicht geöffnet. Prüfen Sie, ob Sie Ihr neuestes Wiederherstellungsblatt haben.
crypto-device-slot-gone = Dieses Gerät hat seinen Schlüssel vergessen. Geben Sie Ihre Passphrase ein.
crypto-vault-unreadable = Ihre Schlüssel gingen damit nicht auf. Versuchen Sie es noch einmal oder nehmen Sie Ihr Wiederherstellungsblatt.
crypto-vault-older = Der Server gab eine ältere Kopie Ihrer Schlüssel. Nichts wurde geändert. Bitte sagen Sie Ihrer Praxis Bescheid.
crypto-certificate-unusable = Ein Schlüssel vom Server passt nicht. Nichts wurde gesendet. Bitte sagen Sie Ihrer Praxis Bescheid.
crypto-certificate-changed = Der Schlüssel vom Server ist nicht der, den Sie gescannt haben. Nichts wurde gesendet. Bitten Sie in der Sitzung um einen neuen Code.
crypto-roster-invalid = Die Liste, wer hier mitliest, passt nicht zu ihrer Unterschrift. Nichts wurde gesendet. Bitte sagen Sie Ihrer Praxis Bescheid.
crypto-roster-older = Der Server gab eine ältere Liste, wer hier mitliest. Nichts wurde gesendet. Laden Sie die Seite neu.
crypto-roster-fork = Es gibt zwei Listen, wer hier mitliest. Nichts wurde gesendet. Vergleichen Sie sie in der nächsten Sitzung.
crypto-recipient-missing = Der Schlüssel einer Person, die hier mitliest, fehlt. Ihr Text bleibt erhalten. Laden Sie die Seite neu.
crypto-not-for-this-key = Diese Nachricht wurde für ein anderes Ihrer Geräte verschlossen. Öffnen Sie sie dort oder nehmen Sie Ihr Wiederherstellungsblatt.
crypto-message-too-large = Dieser Text ist zu lang für eine Nachricht. Er bleibt erhalten. Bitte senden Sie ihn in zwei Teilen.
crypto-message-shape = Diese Nachricht kam beschädigt an. Ihr Text ist verborgen.
crypto-message-algorithms = Diese Nachricht ist auf eine Art verschlossen, die diese App nicht annimmt. Ihr Text ist verborgen.
crypto-message-unreadable = Diese Nachricht ging nicht auf. Vielleicht wurde sie unterwegs beschädigt.
crypto-message-signature = Die Unterschrift dieser Nachricht passt nicht. Ihr Text ist verborgen.
crypto-message-content = Das Innere dieser Nachricht hat nicht die Form, die es haben muss. Ihr Text ist verborgen.
crypto-message-author = Diese Nachricht kommt nicht von der Person, die hier steht. Ihr Text ist verborgen.
crypto-message-place = Diese Nachricht gehört an eine andere Stelle. Ihr Text ist hier verborgen.
crypto-message-roster = Diese Nachricht wurde für eine andere Liste von Lesenden verschlossen. Ihr Text ist verborgen.
crypto-message-recipients = Die Lesenden dieser Nachricht sind nicht die vereinbarten. Ihr Text ist verborgen.
crypto-message-reused = Zwei verschiedene Nachrichten tragen dieselbe Nummer. Beide sind verborgen. Vergleichen Sie sie in der nächsten Sitzung.
crypto-message-date = Das Datum dieser Nachricht kann nicht stimmen. Ihr Text ist verborgen.
crypto-statement-invalid = Ein Vermerk zu dieser Nachricht passt nicht zu seiner Unterschrift. Er wird weggelassen.
crypto-document-signature = Diese Unterschrift gehört nicht zu diesem Text.
crypto-invite-invalid = Diese Einladung ist nicht vollständig. Scannen Sie sie noch einmal oder bitten Sie um eine neue.
crypto-join-invalid = Diese Antwort wurde nicht mit Ihrer Einladung gemacht. Niemand wurde hinzugefügt. Bitte laden Sie neu ein.
crypto-storage-unavailable = Dieser Browser kann auf diesem Gerät nichts aufbewahren. Schließen Sie andere Seiten und versuchen Sie es noch einmal, oder nehmen Sie einen anderen Browser.
