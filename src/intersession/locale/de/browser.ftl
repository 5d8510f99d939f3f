browser-offline = Keine Verbindung. Was Sie geschrieben haben, bleibt auf diesem Gerät.
browser-lock-warning = Sperrt um { $time }.
browser-lock-stay = Offen lassen
browser-locked = Gesperrt nach { $minutes } ruhigen Minuten. Ihr Entwurf ist noch da.
browser-locked-only = Gesperrt nach { $minutes } ruhigen Minuten.
browser-failed = Das hat nicht geklappt. Nichts von Ihrem Text ist verloren.
