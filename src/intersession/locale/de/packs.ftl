# Die Befehle `intersession pack` und `intersession doctor`, und was in einer Rechtsdatei nicht stimmt.
packs-where = { $file }:{ $line }: { $key }: { $text }
packs-where-file = { $file }: { $text }
packs-wrong-unreadable = Diese Datei lässt sich nicht öffnen ({ $found }). Prüfen Sie Namen und Rechte.
packs-wrong-not-utf8 = Das ist kein UTF-8-Text ({ $found }). Speichern Sie die Datei als UTF-8.
packs-wrong-too-large = Diese Datei hat mehr als { $wants } Bytes. Teilen Sie sie, oder nehmen Sie heraus, was nicht hierher gehört.
packs-wrong-not-yaml = Das ist kein YAML: { $found }. Sehen Sie in die genannte Zeile und die darüber: Klammern, Anführungszeichen, Einrückung.
packs-wrong-section = Der Teil „{ $found }“ ist nicht lesbar oder steht zweimal da. Berichtigen Sie das YAML darunter.
packs-wrong-alias = Hier steht ein Verweis mit *. Schreiben Sie die Wörter noch einmal aus.
packs-wrong-twice = „{ $found }“ steht hier zweimal. Behalten Sie eines.
packs-wrong-tag = Die Marke „{ $found }“ gehört nicht hierher. Nehmen Sie sie heraus, oder setzen Sie die Wörter in Anführungszeichen.
packs-wrong-empty = In dieser Datei steht nichts, was hierher gehört. Beginnen Sie mit „format: 1“.
packs-wrong-unknown-field = „{ $found }“ ist hier nicht bekannt. Bekannt sind: { $wants }.
packs-wrong-unknown-key = „{ $found }“ ist kein Schlüssel des Wortschatzes. Nehmen Sie einen von: { $wants }.
packs-wrong-missing = „{ $wants }“ fehlt. Ergänzen Sie es.
packs-wrong-type = „{ $found }“ passt nicht. { $wants ->
    [text] Schreiben Sie Wörter, in Anführungszeichen, wenn sie wie eine Zahl aussehen.
    [whole] Schreiben Sie eine ganze Zahl von 0 bis 1000.
    [yes-no] Schreiben Sie true oder false.
    [texts] Schreiben Sie eine Liste von Wörtern wie [de, en].
    [date] Schreiben Sie einen Tag wie 2026-11-05.
    [year] Schreiben Sie ein Jahr wie 2026.
    [code] Schreiben Sie das Kürzel eines Orts wie US-CA.
    [codes] Schreiben Sie eine Liste von Kürzeln wie [US-CA, DE].
    [rows] Schreiben Sie eine Liste: Jeder Teil beginnt mit einem Strich.
    [professions] Schreiben Sie eine Liste wie [psychologist], oder lassen Sie „for“ weg, wenn alle Berufe gemeint sind.
   *[fields] Schreiben Sie Felder mit Doppelpunkt, etwa „title: …“.
}
packs-wrong-choice = „{ $found }“ steht nicht zur Wahl. Nehmen Sie eines von: { $wants }. Setzen Sie yes und no in Anführungszeichen.
packs-wrong-code = „{ $found }“ ist kein Kürzel eines Orts. Schreiben Sie zwei Großbuchstaben, bei einem Landesteil dazu einen Strich und sein Kürzel: US-CA.
packs-wrong-file-name = Das Kürzel „{ $found }“ passt nicht zum Namen der Datei { $wants }. Nennen Sie die Datei wie das Kürzel, klein geschrieben.
packs-wrong-parent = Es gibt keine Datei zu „{ $found }“. Legen Sie sie an, oder nennen Sie einen anderen Ort darüber.
packs-wrong-cycle = Die Orte führen im Kreis: { $found }. Nehmen Sie einen heraus.
packs-wrong-chain = Mehr als { $wants } Orte stehen übereinander: { $found }. Lassen Sie einen dazwischen weg.
packs-wrong-two-values = „{ $found }“ hat zwei Werte für einen Tag. Der andere steht in Zeile { $wants }. Behalten Sie einen, oder geben Sie einem „in_force“.
packs-wrong-url = „{ $found }“ ist keine Web-Adresse. Schreiben Sie eine, die mit https:// oder http:// beginnt.
packs-wrong-url-missing = Ein Eintrag mit { $found } als confidence braucht die Adresse seiner Quelle. Ergänzen Sie „url“, oder setzen Sie „confidence: low“.
packs-wrong-phone = „{ $found }“ ist dort keine Telefonnummer. { $wants ->
    [no-plus] Sie beginnt mit der Vorwahl eines Landes. Setzen Sie ein Plus davor.
    [unwritten] Schreiben Sie nur Ziffern, gern mit Leerzeichen.
   *[length] Zählen Sie die Ziffern nach.
}
packs-wrong-day = „{ $found }“ ist kein Tag. Schreiben Sie { $wants }.
packs-wrong-future = { $found } liegt nach heute, { $wants }. Da hat es noch niemand gelesen: Schreiben Sie den Tag, an dem es gelesen wurde.
packs-wrong-format = Das Format ist „{ $found }“. Dieses Programm liest Format { $wants }: Nehmen Sie ein neueres Programm, oder schreiben Sie „format: { $wants }“.
packs-wrong-profession = „{ $found }“ ist hier kein bekannter Beruf. Nehmen Sie einen von: { $wants }.
packs-wrong-contacts = „{ $found }“ passt hier nicht. Was eine Nummer braucht, steht in docs/packs.md.
packs-wrong-overlay-facts-only = Die eigene Datei einer Praxis hat nur „facts“. Nehmen Sie „{ $found }“ heraus.
packs-wrong-overlay-reviewed = Ein eigener Eintrag der Praxis braucht „reviewed_by“: wer die Quelle gelesen hat, und wann.
packs-wrong-overlay-parent = Über diesem Ort steht in der mitgelieferten Datei ein anderer als „{ $found }“. Schreiben Sie „{ $wants }“, oder lassen Sie es weg.
packs-wrong-example = Dieses Beispiel lässt sich nicht ausführen: „{ $found }“. Es könnte sein: { $wants }.
packs-wrong-example-fails = Bei diesem Beispiel kommt heraus: { $found }. Berichtigen Sie den Eintrag, oder was Sie erwarten.

packs-check-fine = { $file }: nichts zu berichtigen.
packs-check-count = { $count ->
    [one] Eines ist zu berichtigen.
   *[other] { $count } Stellen sind zu berichtigen.
}
packs-cannot-open = { $file } lässt sich nicht öffnen.
packs-no-pack = Zu { $code } gibt es keine Datei. Bekannt sind etwa DE, US-CA; siehe „intersession pack list“.
packs-bad-day = „{ $found }“ ist kein Tag. Schreiben Sie ihn wie 2026-12-01.
packs-list-row = { $code }  { $name }: { $asserted } verlässlich, { $asked } offen; zuletzt geprüft { $checked }
packs-list-parent = { $code }  { $name } (Teil von { $parent }): { $asserted } verlässlich, { $asked } offen; zuletzt geprüft { $checked }
packs-list-contacts = { $code }  { $name }: nur Hilfe in Krisen
packs-list-total = { $places } Orte, { $asserted } verlässliche Einträge, { $asked } offene Fragen.
packs-none = nichts
packs-show-title = { $name } ({ $code }) am { $day }. Aus: { $chain }.
packs-show-fact = { $label }: { $value }
packs-show-for = Für: { $who }
packs-show-note = Anmerkung: { $note }
packs-show-source = { $title } { $url } { $citation }, gelesen { $read }; geprüft { $checked }; confidence: { $confidence }; aus { $place }
packs-show-own = Eigener Wert der Praxis, geprüft von { $who }.
packs-show-unsure = Nicht verlässlich. Fragen Sie { $whom }: { $label }: { $value }
packs-show-missing = { $label }: hier nicht bekannt. Fragen Sie { $whom }.
packs-show-authority = die Behörde dort
packs-show-advice = Das ist keine Rechtsberatung.
packs-source-row = { $title } { $url } { $citation } ({ $count }; gelesen { $read })
packs-diff-added = { $code }: neu: { $what }: { $after }
packs-diff-removed = { $code }: entfällt: { $what }: { $before }
packs-diff-changed = { $code }: geändert: { $what } { $part }: von „{ $before }“ zu „{ $after }“
packs-diff-none = Kein Unterschied.
packs-adopted = { $file } gilt jetzt für diese Praxis.
packs-adopt-bad = { $file } wurde nicht übernommen.

doctor-ok = in Ordnung: { $text }
doctor-warning = Hinweis: { $text }
doctor-error = Fehler: { $text }
doctor-home = In den Ordner { $path } kann geschrieben werden.
doctor-home-bad = In den Ordner { $path } kann nicht geschrieben werden ({ $why }). Geben Sie dem Programm das Recht dazu.
doctor-database = Die Datenbank antwortet.
doctor-database-bad = Die Datenbank antwortet nicht ({ $why }).
doctor-migrated = Die Datenbank passt zu dieser Version.
doctor-migrate = Die Datenbank ist auf älterem Stand. Führen Sie „intersession migrate“ aus.
doctor-packs = { $count } Rechtsdateien sind lesbar.
doctor-pack-bad = { $text }
doctor-overlay = Die eigenen Werte der Praxis sind nutzbar: { $count } Orte.
doctor-overlay-none = Die Praxis hat keine eigenen Werte.
doctor-fresh = Keine Nummer ist älter als 180 Tage, kein Recht älter als 24 Monate.
doctor-stale-contact = { $code }: Prüfen Sie die Nummer von { $what } neu. Zuletzt geprüft: { $checked }.
doctor-stale-law = { $code }: Lesen Sie die Quelle zu „{ $what }“ neu. Zuletzt geprüft: { $checked }.
doctor-stale-own = { $code }: Lesen Sie die Quelle Ihres eigenen Werts „{ $what }“ neu. Zuletzt geprüft: { $checked }.
doctor-more = und { $count } weitere dieser Art; „--all“ zeigt sie.
doctor-emergency = Die Notrufnummer von { $count } Orten kann gezeigt werden.
doctor-emergency-bad = Keine Notrufnummer kann gezeigt werden: Liste und Dateien sind nicht lesbar.
