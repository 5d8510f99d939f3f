error-envelope-shape = Das kam nicht vollständig an. Ihr Text bleibt auf diesem Gerät. Bitte senden Sie ihn noch einmal.
error-envelope-algorithms = Das ist auf eine Art verschlossen, die der Server nicht aufbewahrt. Ihr Text bleibt erhalten. Laden Sie die Seite neu.
error-certificate-unusable = Dieser Schlüssel hat nicht die Form, die er haben muss. Nichts wurde gespeichert.
error-signature-invalid = Die Unterschrift passt nicht. Nichts wurde gespeichert. Laden Sie die Seite neu und versuchen Sie es noch einmal.
error-roster-invalid = Diese Liste der Lesenden hat nicht die Form, die sie haben muss. Nichts wurde geändert.
error-roster-out-of-order = Eine andere Liste der Lesenden kam zuvor. Laden Sie die Seite neu und sehen Sie sie noch einmal an.
error-statement-invalid = Dieser Vermerk hat nicht die Form, die er haben muss. Nichts wurde gespeichert.
