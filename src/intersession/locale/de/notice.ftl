notice-neutral = Notizbuch: etwas Neues.
notice-reminder = Erinnerung.
notice-reading-time = Schreibtisch: Ihre Lesezeit hat begonnen.
notice-new = Schreibtisch: etwas Neues.
notice-answer-due = Schreibtisch: Heute ist eine Antwort fällig.
notice-answer-late = Schreibtisch: Eine Antwort ist überfällig.
notice-way-refused = Hinweise an diese Adresse kamen zurück. Sie ist ausgeschaltet. Prüfen Sie die Adresse, oder schalten Sie sie wieder ein.
notice-way-gave-up = Hinweise haben diese Adresse einige Tage lang nicht erreicht. Sie ist ausgeschaltet. Sie können sie wieder einschalten.
