# Die Seite des Gesprächs, vom Browser gesagt. Zustände, bevor eine Nachricht das Gerät verlässt, stehen hier.
compose-you = Sie
compose-saving = Wird auf diesem Gerät gesichert …
compose-no-network = Auf diesem Gerät gesichert. Geht hinaus, wenn Sie online sind.
compose-signed-out = Sie sind abgemeldet. Ihr Text bleibt auf diesem Gerät. Melden Sie sich an, dann geht er hinaus.
compose-sign-in = Anmelden
compose-server-fault = Noch nicht gesendet. Bei uns ist etwas schiefgegangen. Ihr Text bleibt auf diesem Gerät und geht von selbst hinaus.
compose-back = { $why } Ihr Text steht wieder hier. Nichts ist verloren.
compose-missing = { $count ->
    [one] Eine Nachricht, die hierher gehört, fehlt. Vielleicht wurde sie zurückgehalten. Fragen Sie in Ihrer nächsten Sitzung danach.
   *[other] { $count } Nachrichten, die hierher gehören, fehlen. Vielleicht wurden sie zurückgehalten. Fragen Sie in Ihrer nächsten Sitzung danach.
  }
compose-unsaid = Dass dies geöffnet wurde, sagt nur der Server. Kein Gerät hat es unterschrieben.
compose-compared = gemeinsam geprüft am { $day }
compose-not-compared = noch nicht verglichen
compose-role-therapist = Psychotherapie
compose-role-client = Klientin oder Klient
compose-role-deputy = Vertretung
compose-role-custodian = bewahrt die Unterlagen
compose-draft-saved = Entwurf auf diesem Gerät gesichert, verschlossen. { $time } Uhr
compose-draft-removed = Entwurf entfernt.
compose-undo = Rückgängig
compose-second-tab = Sie schreiben hier auch in einem anderen Tab. Dieser Text ist ein eigener Entwurf.
compose-kept-for-later = Als Entwurf auf diesem Gerät behalten. Senden Sie ihn in Ihren Zeiten.
compose-choose-kind = Wählen Sie zuerst eine Art. Dann sehen Sie, was geschieht.
compose-empty = Schreiben Sie zuerst etwas.
compose-words = { $count ->
    [one] 1 Wort.
   *[other] { $count } Wörter.
  }
compose-words-guide = { $count ->
    [one] 1 Wort. Richtwert: etwa { $guide }.
   *[other] { $count } Wörter. Richtwert: etwa { $guide }.
  }
compose-words-over = { $count } Wörter. Richtwert: etwa { $guide }. Es kommt alles an. Manches passt vielleicht besser in die Sitzung.
compose-week-guide = { $count ->
    [one] 1 Nachricht diese Woche. Richtwert: { $guide }.
   *[other] { $count } Nachrichten diese Woche. Richtwert: { $guide }.
  }
compose-week-over = { $count } Nachrichten diese Woche. Richtwert: { $guide }. Sie wollten beide darüber sprechen.
compose-clock-fast = Die Uhr dieses Geräts geht { $minutes } Minuten vor. Die Zeiten auf dieser Seite sind die des Servers.
compose-clock-slow = Die Uhr dieses Geräts geht { $minutes } Minuten nach. Die Zeiten auf dieser Seite sind die des Servers.
compose-more-time-choose = Haken Sie die Nachricht an und wählen Sie zuerst einen Tag.
