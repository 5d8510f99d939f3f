# Die erste Seite der Therapeutin oder des Therapeuten.
inbox-lead-open = { $count ->
    [0] { $now }. Das ist Ihre Lesezeit. Heute ist nichts fällig.
    [one] { $now }. Das ist Ihre Lesezeit. Heute ist eine Antwort fällig.
   *[other] { $now }. Das ist Ihre Lesezeit. Heute sind { $count } Antworten fällig.
  }
inbox-lead-next = { $count ->
    [0] { $now }. Ihre Lesezeit beginnt: { $next }. Heute ist nichts fällig.
    [one] { $now }. Ihre Lesezeit beginnt: { $next }. Heute ist eine Antwort fällig.
   *[other] { $now }. Ihre Lesezeit beginnt: { $next }. Heute sind { $count } Antworten fällig.
  }
inbox-lead-no-time = { $count ->
    [0] { $now }. Sie haben keine Lesezeit eingetragen. Heute ist nichts fällig.
    [one] { $now }. Sie haben keine Lesezeit eingetragen. Heute ist eine Antwort fällig.
   *[other] { $now }. Sie haben keine Lesezeit eingetragen. Heute sind { $count } Antworten fällig.
  }
inbox-lead-late = { $count ->
    [one] Eine Antwort ist überfällig.
   *[other] { $count } Antworten sind überfällig.
  }
inbox-late = Überfällig
inbox-due-today = Heute fällig
inbox-due-later = Später fällig
inbox-due-order = nach Fälligkeit
inbox-unsigned = Ohne Vereinbarung
inbox-unsigned-side = gesendet, bevor etwas unterschrieben war
inbox-unsigned-due = kein Tag zugesagt
inbox-for-sessions = Für Sitzungen
inbox-open-with-session = öffnen sich zu Beginn der Sitzung
inbox-empty = Nichts ist fällig.
inbox-empty-next = Nichts ist fällig. Ihre nächste Lesezeit: { $next }.
inbox-kind-question = Frage
inbox-kind-practical = Organisatorisches
inbox-kind-no-answer = Keine Antwort nötig
inbox-kind-for-session = Notiz für die Sitzung
inbox-what = { $kind } · { $opened }
inbox-opened = geöffnet { $at }
inbox-unopened = noch nicht geöffnet
inbox-due = bis { $due }
inbox-no-due = kein Tag gesetzt
inbox-was-due = war fällig { $due }
inbox-sent = gesendet { $at }
inbox-client-told = Ihr Gegenüber weiß es
inbox-you-named = ein Tag, den Sie nannten
inbox-notes = { $count ->
    [one] 1 Notiz wartet
   *[other] { $count } Notizen warten
  }
inbox-no-session = keine Sitzung eingetragen
inbox-opens-with-session = öffnet sich mit der Sitzung
inbox-open-now = jetzt offen
inbox-read = gelesen
inbox-not-read = nicht gelesen
inbox-as-chosen = nichts offen
inbox-drawer = { $count ->
    [one] Wartet still bis { $until } — 1 Nachricht
   *[other] Wartet still bis { $until } — { $count } Nachrichten
  }
inbox-drawer-no-time = { $count ->
    [one] Wartet still — 1 Nachricht
   *[other] Wartet still — { $count } Nachrichten
  }
inbox-drawer-quiet = Außerhalb Ihrer Zeiten gekommen. Noch wird nichts von Ihnen erwartet.
inbox-drawer-opening = Sie dürfen diese Schublade jetzt öffnen. Jede Nachricht, die Sie öffnen, zeigt Ihrem Gegenüber die Uhrzeit und zählt in Ihrer eigenen Ansicht als Arbeit außerhalb Ihrer Zeiten.
inbox-drawer-empty = Nichts wartet.
inbox-drawer-empty-why = Was außerhalb Ihrer Zeiten geschrieben wird, wartet hier und weckt niemanden.
inbox-show-who = Zeigen, wer schrieb, nicht den Text
inbox-no-answer-owed = Keine Antwort offen ({ $count })
inbox-your-day = Ihr Tag
inbox-reading = Lesen
inbox-no-reading = heute keine Lesezeit
inbox-sessions = Sitzungen
inbox-no-sessions = heute keine
inbox-span = { $start }–{ $end }
inbox-set-hours = Zeiten eintragen
inbox-agreement-ready = bereit zum Unterschreiben
inbox-agreement-answered = Antworten, die auf Ihre Worte warten
