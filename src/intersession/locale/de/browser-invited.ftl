browser-invited-refused = Dieser Link kann hier nicht benutzt werden
browser-invited-refused-do = Nichts wurde gespeichert. Wenn Sie jetzt jemanden brauchen: „Hilfe jetzt“ geht ohne Einladung.
browser-invited-cut = Der letzte Teil des Links fehlt, der Teil nach dem Zeichen #. Öffnen Sie den ganzen Link noch einmal von dort, wo Sie ihn bekommen haben, oder scannen Sie den Code noch einmal. Die Seite neu zu laden hilft nicht: Der Teil wird mit Absicht entfernt, damit er in keinem Verlauf bleibt.
browser-invited-signed-in = In diesem Browser ist jemand angemeldet. Melden Sie sich dort zuerst ab, und öffnen Sie den Link dann noch einmal. Die Einladung ist noch unbenutzt.
